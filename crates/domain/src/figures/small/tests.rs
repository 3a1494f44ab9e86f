//! What is hidden cannot be told: held against every filling that fits what is shown.

use proptest::prelude::*;

use super::*;
use crate::Day;
use crate::courses::{CourseDates, Decision};
use crate::figures::courses::{CourseRow, courses};
use crate::figures::fidelity::{Fidelity, Part, PartShares, Recommendation, RecommendationShare, Share};
use crate::figures::placements::{DurationBucket, PlacementRow, Placements, placements};
use crate::units::UnitKind;

const K: i64 = 5;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// One equation: counts by their places in a list, each added or taken away, and what that gives.
type Equation = (Vec<(usize, i64)>, i64);

fn added(cells: &[usize]) -> Vec<(usize, i64)> {
    cells.iter().map(|at| (*at, 1)).collect()
}

/// Two fillings at least for each hidden count. `cells` are the true counts, `shown` says which are known; each sum that
/// is shown is an equation. A filling differs from the truth by one at most in each hidden cell, and leaves nothing
/// hidden empty: a reader knows that zeros are shown.
fn can_be_told(cells: &[i64], hidden: &[bool], equations: &[Equation], asked: &dyn Fn(&[i64]) -> i64) -> bool {
    let truth = asked(cells);
    let mut filling = cells.to_vec();
    !another(&mut filling, cells, hidden, equations, 0, &|filling| asked(filling) != truth)
}

fn another(
    filling: &mut [i64],
    cells: &[i64],
    hidden: &[bool],
    equations: &[Equation],
    at: usize,
    differs: &dyn Fn(&[i64]) -> bool,
) -> bool {
    if at == cells.len() {
        return differs(filling);
    }
    let steps: &[i64] = if hidden[at] { &[0, 1, -1] } else { &[0] };
    for step in steps {
        filling[at] = cells[at] + step;
        let full = |(of, _): &&Equation| of.iter().map(|(cell, _)| cell).max() == Some(&at);
        let fits = |(of, sum): &Equation| of.iter().map(|(at, sign)| sign * filling[*at]).sum::<i64>() == *sum;
        let possible = (!hidden[at] || filling[at] >= 1) && equations.iter().filter(full).all(fits);
        if possible && another(filling, cells, hidden, equations, at + 1, differs) {
            return true;
        }
    }
    filling[at] = cells[at];
    false
}

const UNITS: [(&str, UnitKind); 3] = [("A", UnitKind::Internal), ("B", UnitKind::Supplier), ("C", UnitKind::Voluntary)];
const GROUPS: [&str; 3] = ["x", "y", "z"];

fn placed(rows: &[(usize, usize, usize)]) -> Placements {
    let on = day("2022-05-31");
    let row = |(unit, group, bucket): &(usize, usize, usize)| {
        let (first, last) = DurationBucket::ALL[*bucket].start_range(on);
        let dates = CourseDates { decision: Some(Decision::Granted), start: last.or(first), ..CourseDates::default() };
        PlacementRow { unit: Some(*unit), group: GROUPS[*group], dates }
    };
    placements(on, &UNITS, rows.iter().map(row))
}

/// Everything that the figure shows, as counts of the smallest cells: unit × group, then unit × duration.
struct Flat {
    cells: Vec<i64>,
    hidden: Vec<bool>,
    equations: Vec<Equation>,
    /// Sums that are hidden, each as its cells.
    asked: Vec<Vec<usize>>,
    /// Every count that is shown.
    shown: Vec<i64>,
}

fn flat(exact: &Placements, guarded: &Placements) -> Flat {
    let groups: Vec<&String> = exact.groups.keys().collect();
    let buckets = DurationBucket::ALL;
    let mut flat = Flat { cells: vec![], hidden: vec![], equations: vec![], asked: vec![], shown: vec![] };
    let of = |unit: &str| guarded.units.iter().find(|other| other.unit == unit).unwrap();
    for unit in &exact.units {
        let seen = of(&unit.unit);
        for group in &groups {
            let seen = seen.groups.get(*group).copied().unwrap_or(Some(0));
            flat.push(unit.groups.get(*group).copied().flatten().unwrap_or(0), seen);
        }
    }
    for unit in &exact.units {
        for bucket in buckets {
            flat.push(unit.durations.get(*bucket).unwrap(), of(&unit.unit).durations.get(*bucket));
        }
    }
    let (units, width, all) = (exact.units.len(), groups.len(), exact.units.len() * groups.len());
    for (at, unit) in exact.units.iter().enumerate() {
        let of_groups: Vec<usize> = (0..width).map(|group| at * width + group).collect();
        let of_buckets: Vec<usize> = (0..buckets.len()).map(|bucket| all + at * buckets.len() + bucket).collect();
        flat.both(of_groups, of_buckets, unit.total.unwrap(), of(&unit.unit).total);
    }
    for (group, name) in groups.iter().enumerate() {
        let cells = (0..units).map(|at| at * width + group).collect();
        flat.sum(cells, exact.groups[*name].unwrap(), guarded.groups[*name]);
    }
    for (bucket, code) in buckets.iter().enumerate() {
        let cells = (0..units).map(|at| all + at * buckets.len() + bucket).collect();
        flat.sum(cells, exact.durations.get(*code).unwrap(), guarded.durations.get(*code));
    }
    flat.both((0..all).collect(), (all..flat.cells.len()).collect(), exact.total.unwrap(), guarded.total);
    flat
}

impl Flat {
    fn push(&mut self, count: i64, seen: Option<i64>) {
        self.cells.push(count);
        self.hidden.push(seen.is_none());
        self.saw(count, seen);
    }

    fn saw(&mut self, count: i64, seen: Option<i64>) {
        assert!(seen.is_none_or(|seen| seen == count));
        self.shown.extend(seen);
    }

    fn sum(&mut self, cells: Vec<usize>, count: i64, seen: Option<i64>) {
        self.saw(count, seen);
        match seen {
            Some(_) => self.equations.push((added(&cells), count)),
            None => self.asked.push(cells),
        }
    }

    /// A sum of both tables. Where it is hidden, both still have the same.
    fn both(&mut self, groups: Vec<usize>, buckets: Vec<usize>, count: i64, seen: Option<i64>) {
        if seen.is_none() {
            let taken = buckets.iter().map(|at| (*at, -1));
            self.equations.push((added(&groups).into_iter().chain(taken).collect(), 0));
        }
        self.sum(groups, count, seen);
        self.sum(buckets, count, seen);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Placements of a few units, groups and durations: each hidden count has another filling
    /// that fits everything shown, and no shown count is small.
    #[test]
    fn nothing_hidden_can_be_told_from_both_tables(
        rows in prop_oneof![
            prop::collection::vec((0_usize..3, 0_usize..2, 0_usize..2), 0..60),
            prop::collection::vec((0_usize..2, 0_usize..3, 0_usize..2), 0..60),
        ],
    ) {
        let exact = placed(&rows);
        let guarded = exact.clone().guarded(K);
        let flat = flat(&exact, &guarded);
        prop_assert!(flat.shown.iter().all(|count| !is_small(*count, K)), "{guarded:?}");
        for at in (0..flat.cells.len()).filter(|at| flat.hidden[*at]) {
            prop_assert!(!can_be_told(&flat.cells, &flat.hidden, &flat.equations, &|f| f[at]), "{guarded:?}");
        }
        for cells in &flat.asked {
            let sum = |f: &[i64]| cells.iter().map(|at| f[*at]).sum();
            prop_assert!(!can_be_told(&flat.cells, &flat.hidden, &flat.equations, &sum), "{guarded:?}");
        }
    }

    /// No line of a table has hidden counts whose sum is small and can be reckoned.
    #[test]
    fn what_is_hidden_in_a_line_is_together_not_small(
        rows in prop::collection::vec((0_usize..3, 0_usize..3, 0_usize..6), 0..90),
    ) {
        let exact = placed(&rows);
        let flat = flat(&exact, &exact.clone().guarded(K));
        for (cells, sum) in flat.equations.iter().filter(|(cells, _)| cells.iter().all(|(_, sign)| *sign == 1)) {
            let shown: i64 = cells.iter().filter(|(at, _)| !flat.hidden[*at]).map(|(at, _)| flat.cells[*at]).sum();
            prop_assert!(!is_small(sum - shown, K));
        }
    }

    /// With nothing small, everything is shown.
    #[test]
    fn a_table_without_small_numbers_is_shown_whole(counts in prop::collection::vec(prop_oneof![Just(0_i64), 5..30_i64], 4)) {
        let mut table = Counts::default();
        let (rows, total, source) = ([table.place(), table.place()], table.place(), table.place());
        let cells: Vec<Vec<i64>> = counts.chunks(2).map(<[i64]>::to_vec).collect();
        let grid = Grid::new(&mut table, &rows, total, &cells, false, &[Kind::Cell; 2]);
        for (row, cells) in rows.iter().zip(&cells) {
            table.count((source, *row), Kind::Sum, cells.iter().sum());
        }
        table.count((total, source), Kind::Total, counts.iter().sum());
        let guarded = table.guarded(K);
        prop_assert!(grid.cells.iter().flatten().chain(&grid.sums).all(|entry| guarded.get(*entry).is_some()));
    }

    /// Courses of one year: neither the started nor the carried over of a kind can be told where they are few.
    #[test]
    fn neither_the_started_nor_the_carried_over_of_a_year_can_be_told(
        rows in prop::collection::vec((0_usize..3, any::<bool>()), 0..50),
    ) {
        let row = |(kind, started): &(usize, bool)| CourseRow {
            kind: Some(UNITS[*kind].1),
            dates: CourseDates {
                decision: Some(Decision::Granted),
                start: Some(day(if *started { "2022-02-01" } else { "2021-02-01" })),
                ..CourseDates::default()
            },
        };
        let exact = courses(2022..=2022, rows.iter().map(row), []);
        let guarded = exact.clone().guarded(K);
        let (of, seen) = (&exact.years[0], &guarded.years[0]);
        // Started and carried over of each kind, by turns.
        let (mut cells, mut hidden, mut equations, mut asked) = (vec![], vec![], vec![], vec![]);
        let lines = of.kinds.iter().map(|kind| kind.counts).zip(seen.kinds.iter().map(|kind| kind.counts));
        for (at, (exact, seen)) in lines.enumerate() {
            let (active, started) = (exact.active.unwrap(), exact.started.unwrap());
            cells.extend([started, active - started]);
            // What cannot be read off is unknown, but a reader knows zeros.
            hidden.extend([seen.started.is_none(), active != started && (seen.started.is_none() || seen.active.is_none())]);
            let pair = vec![2 * at, 2 * at + 1];
            match seen.active {
                Some(active) => equations.push((added(&pair), active)),
                None => asked.push(pair),
            }
            for shown in [seen.active, seen.started, seen.active.zip(seen.started).map(|(active, started)| active - started)] {
                prop_assert!(shown.is_none_or(|shown| !is_small(shown, K)), "{guarded:?}");
            }
        }
        let evens = |from: usize| (from..cells.len()).step_by(2).collect::<Vec<_>>();
        let everything = (evens(0), (0..cells.len()).collect::<Vec<_>>());
        equations.extend(seen.total.started.map(|started| (added(&everything.0), started)));
        equations.extend(seen.total.active.map(|active| (added(&everything.1), active)));
        for at in (0..cells.len()).filter(|at| hidden[*at] && is_small(cells[*at], K)) {
            prop_assert!(!can_be_told(&cells, &hidden, &equations, &|f| f[at]), "{guarded:?}");
        }
        for pair in asked {
            prop_assert!(!can_be_told(&cells, &hidden, &equations, &|f| pair.iter().map(|at| f[*at]).sum()), "{guarded:?}");
        }
    }

    #[test]
    fn a_share_is_shown_whole_or_not_at_all(kept in 0_i64..30, broken in 0_i64..30, outside in 0_i64..30) {
        let figure = fidelity(kept + broken + outside, Share { kept, in_scope: kept + broken }, vec![]);
        let seen = figure.guarded(K).recommendations.remove(0);
        let small = [kept, broken, kept + broken, outside].iter().any(|count| is_small(*count, K));
        prop_assert_eq!(seen.share.is_none(), small);
        prop_assert_eq!(seen.broken, None);
    }
}

fn fidelity(courses: i64, share: Share, parts: Vec<(Part, Option<Share>)>) -> Fidelity {
    Fidelity {
        from: day("2022-01-01"),
        to: day("2022-12-31"),
        on: day("2022-12-31"),
        courses: Some(courses),
        recommendations: vec![RecommendationShare {
            code: Recommendation::FollowUps,
            share: Some(share),
            broken: Some(vec!["2022-00001".to_owned()]),
            parts: Some(PartShares(parts)),
        }],
        smallest: None,
    }
}

#[test]
fn a_part_that_differs_by_few_from_its_recommendation_is_hidden() {
    let share = |kept| Share { kept, in_scope: 40 };
    let parts = |one, other| vec![(Part::NoGap, Some(share(one))), (Part::AllPresent, Some(share(other)))];
    let seen = |one, other| {
        let of = fidelity(40, share(20), parts(one, other)).guarded(K).recommendations.remove(0);
        of.parts.unwrap().0.into_iter().map(|(_, share)| share.is_some()).collect::<Vec<_>>()
    };
    assert_eq!(seen(30, 25), [true, true], "5 break both");
    assert_eq!(seen(30, 22), [true, false], "2 keep the one and not the other");
    assert_eq!(seen(30, 28), [false, false], "2 break both");
    let few = fidelity(4, Share { kept: 0, in_scope: 0 }, vec![]).guarded(K);
    assert_eq!((few.courses, few.recommendations[0].share), (None, None));
}

#[test]
fn one_small_unit_is_hidden_with_another_and_comes_last() {
    let rows = [(0, 0, 0), (0, 1, 1), (0, 0, 1), (1, 1, 0)].into_iter().flat_map(|row| std::iter::repeat_n(row, 8));
    let rows: Vec<_> = rows.chain([(2, 0, 0), (2, 1, 1), (2, 1, 1)]).collect();
    let figure = placed(&rows).guarded(K);
    let totals: Vec<_> = figure.units.iter().map(|unit| (unit.unit.as_str(), unit.total)).collect();
    assert_eq!(totals, [("A", Some(24)), ("B", None), ("C", None)]);
    assert_eq!((figure.total, figure.smallest), (Some(35), Some(5)));
}
