//! Placements without small numbers. Both tables have the same row sums, so they are guarded as one.

use super::{Counts, Entry, Grid, Guarded, Kind, Place};
use crate::figures::placements::{DurationBucket, Durations, Placements, UnitPlacements};

impl Placements {
    /// The figure for somebody who is shown no count from 1 to `smallest` − 1. Units whose total is hidden come last, by
    /// name: their place among the others would tell their size.
    #[must_use]
    pub fn guarded(self, smallest: i64) -> Placements {
        let tables = Tables::of(&self);
        let guarded = tables.counts.clone().guarded(smallest);
        tables.shown(self, &guarded, smallest)
    }
}

struct Tables {
    counts: Counts,
    /// Of the units.
    totals: Vec<Entry>,
    groups: Grid,
    durations: Grid,
    total: Entry,
}

impl Tables {
    fn of(figure: &Placements) -> Tables {
        let mut counts = Counts::default();
        let mut places = || -> Vec<Place> { figure.units.iter().map(|_| counts.place()).collect() };
        let (rows, back) = (places(), places());
        let (total, back_total) = (counts.place(), counts.place());
        let by_group: Vec<Vec<i64>> = figure.units.iter().map(|unit| by_group(figure, unit)).collect();
        let by_duration: Vec<Vec<i64>> = figure.units.iter().map(|unit| known(&unit.durations)).collect();
        let kinds = |columns: usize| vec![Kind::Cell; columns];
        let groups = Grid::new(&mut counts, &rows, total, &by_group, false, &kinds(figure.groups.len()));
        let durations =
            Grid::new(&mut counts, &back, back_total, &by_duration, true, &kinds(DurationBucket::ALL.len()));
        let of_unit = |((to, from), unit): ((&Place, &Place), &UnitPlacements)| {
            counts.count((*from, *to), Kind::Sum, unit.total.unwrap_or_default())
        };
        let totals: Vec<Entry> = rows.iter().zip(&back).zip(&figure.units).map(of_unit).collect();
        let all = counts.count((total, back_total), Kind::Total, figure.total.unwrap_or_default());
        // The units' totals are the total: the border between one table and the other.
        counts.together(rows.iter().copied().chain([total]).chain(groups.columns.iter().copied()));
        Tables { counts, totals, groups, durations, total: all }
    }

    fn shown(&self, figure: Placements, guarded: &Guarded, smallest: i64) -> Placements {
        let get = |entry: &Entry| guarded.get(*entry);
        let durations = |entries: &[Entry]| Durations::from_counts(entries.iter().map(get));
        let mut units = figure.units;
        for (at, unit) in units.iter_mut().enumerate() {
            unit.total = self.totals.get(at).and_then(get);
            let (groups, buckets) = (self.groups.row(at), self.durations.row(at));
            // A group without a course stays out of the unit.
            let named = figure.groups.keys().zip(groups);
            let there = named.filter(|(group, _)| unit.groups.contains_key(*group));
            unit.groups = there.map(|(group, entry)| (group.clone(), get(entry))).collect();
            unit.durations = durations(buckets);
        }
        units.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.unit.cmp(&b.unit)));
        Placements {
            on: figure.on,
            total: get(&self.total),
            units,
            groups: figure.groups.into_keys().zip(self.groups.sums.iter().map(get)).collect(),
            durations: durations(&self.durations.sums),
            smallest: Some(smallest),
        }
    }
}

fn by_group(figure: &Placements, unit: &UnitPlacements) -> Vec<i64> {
    let count = |group: &String| unit.groups.get(group).copied().flatten().unwrap_or_default();
    figure.groups.keys().map(count).collect()
}

fn known(durations: &Durations) -> Vec<i64> {
    durations.iter().map(|(_, count)| count.unwrap_or_default()).collect()
}
