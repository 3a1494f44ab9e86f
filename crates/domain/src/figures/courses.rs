//! Courses a year by kind of provider: how many were active, how many started, what they cost.

use std::ops::RangeInclusive;

use crate::courses::CourseDates;
use crate::units::UnitKind;
use crate::{Ore, Period};

/// What is read of one course. The kind is its unit's; `None` is "no unit".
#[derive(Debug, Clone, Copy)]
pub struct CourseRow {
    pub kind: Option<UnitKind>,
    pub dates: CourseDates,
}

/// Postings of units of one kind in one year, summed or not.
#[derive(Debug, Clone, Copy)]
pub struct CostRow {
    pub kind: Option<UnitKind>,
    pub year: i16,
    pub cost: Ore,
}

/// Counts and cost of one kind, or of all kinds, in one year. `None` is a count that is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Counts {
    pub active: Option<i64>,
    pub started: Option<i64>,
    pub cost_ore: Ore,
    /// Cost by active course, half up; `None` without active courses, and where their count is hidden.
    pub cost_per_course_ore: Option<Ore>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct KindCounts {
    /// `None` is the courses without a unit.
    pub kind: Option<UnitKind>,
    #[serde(flatten)]
    pub counts: Counts,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct YearOfCourses {
    pub year: i16,
    /// The same kinds in each year: those with a course or a cost in any of them.
    pub kinds: Vec<KindCounts>,
    pub total: Counts,
}

/// The figure.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct CoursesByYear {
    pub years: Vec<YearOfCourses>,
    /// The smallest number of persons that is shown, where the figure is guarded.
    #[serde(skip)]
    pub smallest: Option<i64>,
}

/// One count for each kind, and one for "no unit".
const PLACES: usize = UnitKind::ALL.len() + 1;

fn place(kind: Option<UnitKind>) -> usize {
    kind.map_or(UnitKind::ALL.len(), |kind| kind as usize)
}

/// What is counted of a kind in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Sums {
    active: i64,
    started: i64,
    cost: Ore,
}

struct Tally {
    period: Period,
    year: i16,
    kinds: [Sums; PLACES],
}

/// `measures.md`, *active in a period*, *started in a period* and *price per course*, for each calendar year of the
/// range. Years outside 1900 to 2199 are passed over.
#[must_use]
pub fn courses(
    years: RangeInclusive<i16>,
    rows: impl IntoIterator<Item = CourseRow>,
    costs: impl IntoIterator<Item = CostRow>,
) -> CoursesByYear {
    let tally = |year| Period::year(year).map(|period| Tally { period, year, kinds: Default::default() });
    let mut tallies: Vec<Tally> = years.filter_map(tally).collect();
    for row in rows {
        tallies.iter_mut().for_each(|tally| tally.count(&row));
    }
    for row in costs {
        if let Some(counts) =
            tallies.iter_mut().find(|tally| tally.year == row.year).and_then(|tally| tally.of(row.kind))
        {
            counts.cost += row.cost;
        }
    }
    let seen: Vec<Option<UnitKind>> = UnitKind::ALL
        .iter()
        .map(|kind| Some(*kind))
        .chain([None])
        .filter(|kind| tallies.iter_mut().filter_map(|tally| tally.of(*kind)).any(|counts| *counts != Sums::default()))
        .collect();
    CoursesByYear { years: tallies.into_iter().map(|tally| tally.finish(&seen)).collect(), smallest: None }
}

impl Tally {
    fn of(&mut self, kind: Option<UnitKind>) -> Option<&mut Sums> {
        self.kinds.get_mut(place(kind))
    }

    fn count(&mut self, row: &CourseRow) {
        let (active, started) = (row.dates.active_in(self.period), row.dates.started_in(self.period));
        if let Some(counts) = self.of(row.kind) {
            counts.active += i64::from(active);
            counts.started += i64::from(started);
        }
    }

    fn finish(mut self, seen: &[Option<UnitKind>]) -> YearOfCourses {
        let mut total = Sums::default();
        let mut kinds = Vec::with_capacity(seen.len());
        for kind in seen {
            let counts = self.of(*kind).map(|counts| *counts).unwrap_or_default();
            total.active += counts.active;
            total.started += counts.started;
            total.cost += counts.cost;
            kinds.push(KindCounts { kind: *kind, counts: counts.priced() });
        }
        YearOfCourses { year: self.year, kinds, total: total.priced() }
    }
}

impl Sums {
    fn priced(self) -> Counts {
        Counts {
            active: Some(self.active),
            started: Some(self.started),
            cost_ore: self.cost,
            cost_per_course_ore: self.cost.per(self.active),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::courses::Decision;

    fn row(kind: Option<UnitKind>, start: &str, end: Option<&str>) -> CourseRow {
        let dates = CourseDates {
            decision: Some(Decision::Granted),
            start: Some(start.parse().unwrap()),
            end: end.map(|end| end.parse().unwrap()),
            ..CourseDates::default()
        };
        CourseRow { kind, dates }
    }

    #[test]
    fn two_years_of_three_kinds() {
        use UnitKind::{Internal, Supplier};
        let rows = [
            row(Some(Internal), "2019-03-01", Some("2020-01-01")),
            row(Some(Internal), "2019-05-01", Some("2019-12-31")),
            row(Some(Internal), "2020-12-31", None),
            row(Some(Supplier), "2018-12-31", Some("2019-01-01")),
            row(None, "2020-06-01", None),
        ];
        let cost = |kind, year, cost| CostRow { kind: Some(kind), year, cost: Ore(cost) };
        let costs = [
            cost(Internal, 2019, 10_001),
            cost(Internal, 2019, 10_000),
            cost(Supplier, 2020, 500),
            cost(Internal, 2021, 9),
        ];
        let figure = courses(2019..=2020, rows, costs);
        assert_eq!(
            serde_json::to_string(&figure).unwrap(),
            concat!(
                r#"{"years":[{"year":2019,"kinds":["#,
                r#"{"kind":"intern","active":2,"started":2,"cost_ore":20001,"cost_per_course_ore":10001},"#,
                r#"{"kind":"leverandør","active":1,"started":0,"cost_ore":0,"cost_per_course_ore":0},"#,
                r#"{"kind":null,"active":0,"started":0,"cost_ore":0,"cost_per_course_ore":null}],"#,
                r#""total":{"active":3,"started":2,"cost_ore":20001,"cost_per_course_ore":6667}},"#,
                r#"{"year":2020,"kinds":["#,
                r#"{"kind":"intern","active":2,"started":1,"cost_ore":0,"cost_per_course_ore":0},"#,
                r#"{"kind":"leverandør","active":0,"started":0,"cost_ore":500,"cost_per_course_ore":null},"#,
                r#"{"kind":null,"active":1,"started":1,"cost_ore":0,"cost_per_course_ore":0}],"#,
                r#""total":{"active":3,"started":2,"cost_ore":500,"cost_per_course_ore":167}}]}"#,
            )
        );
    }

    #[test]
    fn a_year_that_is_none_is_passed_over() {
        assert_eq!(courses(2199..=2201, [], []).years.len(), 1);
        assert_eq!(courses(i16::MAX..=i16::MAX, [], []).years, []);
    }
}
