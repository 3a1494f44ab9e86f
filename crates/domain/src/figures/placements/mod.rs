//! Active courses on a day: provider unit × target group, and provider unit × how long they have lasted.

use std::collections::BTreeMap;

use crate::Day;
use crate::courses::CourseDates;
use crate::units::{UnitKind, coded};

#[cfg(test)]
mod tests;

coded! {
    /// How many calendar months a course has lasted on a day: up to and including the second number.
    DurationBucket {
        UpTo3 = "0-3",
        UpTo6 = "3-6",
        UpTo12 = "6-12",
        UpTo18 = "12-18",
        UpTo24 = "18-24",
        Over24 = "24+",
    }
}

/// The upper bounds, in calendar months, of all buckets but the last.
const MONTHS: [i32; 5] = [3, 6, 12, 18, 24];

impl DurationBucket {
    /// The bucket on a day of a course that began on `start`. For many courses on one day, use [`Thresholds`].
    #[must_use]
    pub fn of(start: Day, on: Day) -> DurationBucket {
        let at = MONTHS.iter().position(|months| on <= start.plus_months(*months));
        at.and_then(|at| DurationBucket::ALL.get(at)).copied().unwrap_or(DurationBucket::Over24)
    }

    /// The first and the last start day of the bucket on a day, both included; `None` is without a bound. The inverse of
    /// [`DurationBucket::of`] for every day from 1902 on.
    #[must_use]
    pub fn start_range(self, on: Day) -> (Option<Day>, Option<Day>) {
        let Thresholds(first) = Thresholds::on(on);
        let at = self as usize;
        let before_next = at.checked_sub(1).and_then(|newer| first.get(newer)).map(|day| day.plus_days(-1));
        (first.get(at).copied(), before_next)
    }
}

/// The first start day of each bucket but the last, on one day: the buckets of many courses without calendar work.
#[derive(Debug, Clone, Copy)]
pub struct Thresholds([Day; MONTHS.len()]);

impl Thresholds {
    #[must_use]
    pub fn on(on: Day) -> Thresholds {
        Thresholds(MONTHS.map(|months| first_start(months, on)))
    }

    /// Like [`DurationBucket::of`].
    #[must_use]
    pub fn bucket(&self, start: Day) -> DurationBucket {
        let at = self.0.iter().position(|first| start >= *first);
        at.and_then(|at| DurationBucket::ALL.get(at)).copied().unwrap_or(DurationBucket::Over24)
    }
}

/// The first start day from which `months` calendar months reach `on`. Going back and forth over a month's end can be
/// three days off (31 May − 3 months is 28 February, and that + 3 months is 28 May), so the last step is a search.
fn first_start(months: i32, on: Day) -> Day {
    let mut start = on.plus_months(-months).plus_days(-3);
    while start < on && start.plus_months(months) < on {
        start = start.plus_days(1);
    }
    start
}

const BUCKETS: usize = DurationBucket::ALL.len();

/// Courses by duration, in the order of [`DurationBucket::ALL`]. Its JSON is an object with all six keys. `None` is a
/// count that is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Durations([Option<i64>; BUCKETS]);

impl Durations {
    /// In the order of the buckets; those that are missing are hidden.
    pub(crate) fn from_counts(counts: impl IntoIterator<Item = Option<i64>>) -> Durations {
        let mut durations = Durations::default();
        durations.0.iter_mut().zip(counts).for_each(|(place, count)| *place = count);
        durations
    }

    #[must_use]
    pub fn get(&self, bucket: DurationBucket) -> Option<i64> {
        self.0.get(bucket as usize).copied().flatten()
    }

    pub fn iter(&self) -> impl Iterator<Item = (DurationBucket, Option<i64>)> + '_ {
        DurationBucket::ALL.iter().copied().zip(self.0.iter().copied())
    }
}

impl serde::Serialize for Durations {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// What is read of one course.
#[derive(Debug, Clone, Copy)]
pub struct PlacementRow<'a> {
    /// The place of its unit in the list of units; `None`, or a place that the list does not have, is "no unit".
    pub unit: Option<usize>,
    pub group: &'a str,
    pub dates: CourseDates,
}

/// One unit's active courses. The groups and the durations both add up to the total. `None` is a count that is hidden.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct UnitPlacements {
    /// Empty for the courses that have no unit.
    pub unit: String,
    pub kind: Option<UnitKind>,
    pub total: Option<i64>,
    /// Only groups that have a course.
    pub groups: BTreeMap<String, Option<i64>>,
    pub durations: Durations,
}

/// The figure. Units without an active course are left out; the largest comes first, then by name.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Placements {
    pub on: Day,
    pub total: Option<i64>,
    pub units: Vec<UnitPlacements>,
    /// The sums of the units, by group; only groups that have a course.
    #[serde(skip)]
    pub groups: BTreeMap<String, Option<i64>>,
    /// The sums of the units.
    #[serde(skip)]
    pub durations: Durations,
    /// The smallest number of persons that is shown, where the figure is guarded.
    #[serde(skip)]
    pub smallest: Option<i64>,
}

#[derive(Default, Clone)]
struct Tally<'a> {
    groups: BTreeMap<&'a str, i64>,
    durations: [i64; BUCKETS],
    total: i64,
}

impl<'a> Tally<'a> {
    fn add(&mut self, group: &'a str, bucket: DurationBucket) {
        *self.groups.entry(group).or_default() += 1;
        if let Some(count) = self.durations.get_mut(bucket as usize) {
            *count += 1;
        }
        self.total += 1;
    }

    fn groups(&self) -> BTreeMap<String, Option<i64>> {
        self.groups.iter().map(|(group, count)| ((*group).to_owned(), Some(*count))).collect()
    }
}

/// `measures.md`, *placements on D*. Rows of courses that are not active on the day are passed over.
#[must_use]
pub fn placements<'a>(
    on: Day,
    units: &[(&str, UnitKind)],
    rows: impl IntoIterator<Item = PlacementRow<'a>>,
) -> Placements {
    let thresholds = Thresholds::on(on);
    let mut tallies = vec![Tally::default(); units.len() + 1];
    let mut all = Tally::default();
    for row in rows {
        let Some(start) = row.dates.start.filter(|_| row.dates.active_on(on)) else { continue };
        let at = row.unit.filter(|at| *at < units.len()).unwrap_or(units.len());
        let Some(tally) = tallies.get_mut(at) else { continue };
        let bucket = thresholds.bucket(start);
        tally.add(row.group, bucket);
        all.add(row.group, bucket);
    }
    let named = units.iter().map(|(name, kind)| (*name, Some(*kind))).chain([("", None)]);
    let mut units: Vec<UnitPlacements> =
        named.zip(tallies).filter(|(_, tally)| tally.total > 0).map(|(unit, tally)| of_unit(unit, tally)).collect();
    units.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.unit.cmp(&b.unit)));
    Placements {
        on,
        total: Some(all.total),
        units,
        groups: all.groups(),
        durations: Durations(all.durations.map(Some)),
        smallest: None,
    }
}

fn of_unit((name, kind): (&str, Option<UnitKind>), tally: Tally<'_>) -> UnitPlacements {
    UnitPlacements {
        unit: name.to_owned(),
        kind,
        total: Some(tally.total),
        groups: tally.groups(),
        durations: Durations(tally.durations.map(Some)),
    }
}
