//! The talk about the extent (F4.2): whether it was had in every week that the course ran.
//!
//! The weeks are the whole ISO weeks, Monday to Sunday, inside the course's time. A week with a day of pause asks for no
//! talk; any other asks for a talk or a follow-up on one of its days. A week that is not over asks for nothing yet, and
//! with no week to ask about there is nothing to judge.
//!
//! Two weeks are enough to tell it on any later day: the first that asks, and the first that asked in vain.

use super::extent::{first_week, last_week};
use crate::Day;

/// Days without effort, both included; `until` is `None` as long as nobody resumed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paused {
    pub from: Day,
    pub until: Option<Day>,
}

impl Paused {
    fn touches(&self, week: i64) -> bool {
        self.from.week_index() <= week && self.until.is_none_or(|until| week <= until.week_index())
    }
}

/// What is kept of talks and pauses. Weeks are those of [`Day::week_index`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Talks {
    /// The first week that asks for a talk; `None` when the course has not started, or is paused from its start on.
    pub first_asked: Option<i64>,
    /// The first such week without a talk, if nothing more is recorded; `None` when a pause that lasts comes first.
    pub first_silent: Option<i64>,
}

impl Talks {
    /// From the days of talks and of follow-ups, in any order.
    pub(super) fn gather(start: Day, days: impl Iterator<Item = Day>, pauses: &[Paused]) -> Talks {
        let mut weeks: Vec<i64> = days.map(Day::week_index).collect();
        weeks.sort_unstable();
        let first_asked = asked_from(first_week(start), pauses);
        let mut first_silent = first_asked;
        while let Some(week) = first_silent.filter(|week| weeks.binary_search(week).is_ok()) {
            first_silent = asked_from(week + 1, pauses);
        }
        Talks { first_asked, first_silent }
    }

    /// Whether every week up to `stop`, the last day of the course's time, has its talk. `None` when none asks for any.
    #[must_use]
    pub fn kept(self, stop: Day) -> Option<bool> {
        let last = last_week(stop);
        self.first_asked.filter(|first| *first <= last)?;
        Some(self.first_silent.is_none_or(|silent| silent > last))
    }
}

/// The first week from `week` on that no pause touches. Each turn leaves one pause behind for good.
fn asked_from(mut week: i64, pauses: &[Paused]) -> Option<i64> {
    while let Some(pause) = pauses.iter().find(|pause| pause.touches(week)) {
        week = pause.until?.week_index() + 1;
    }
    Some(week)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every week, one by one, as the definition says it.
    fn by_definition(start: Day, stop: Day, talks: &[Day], pauses: &[Paused]) -> Option<bool> {
        let mondays =
            (0..).map(|days| start.plus_days(days)).take_while(|day| *day <= stop).filter(|day| day.weekday() == 1);
        let mut asked = mondays.filter(|monday| monday.plus_days(6) <= stop).filter(|monday| {
            let paused =
                |day: Day| pauses.iter().any(|one| one.from <= day && one.until.is_none_or(|until| day <= until));
            !(0..7).any(|days| paused(monday.plus_days(days)))
        });
        let talked = |monday: Day| talks.iter().any(|day| monday <= *day && *day <= monday.plus_days(6));
        let first = asked.next()?;
        Some(talked(first) && asked.all(talked))
    }

    proptest! {
        #[test]
        fn two_weeks_tell_what_every_week_says(
            offset in 0_i64..7,
            talks in proptest::collection::vec(0_i64..70, 0..40),
            pauses in proptest::collection::vec((-10_i64..70, proptest::option::weighted(0.8, 0_i64..30)), 0..3),
            beyond in 0_i64..90,
        ) {
            let start = Day::new(2021, 12, 6).unwrap().plus_days(offset);
            let talks: Vec<Day> = talks.into_iter().map(|days| start.plus_days(days)).collect();
            let pauses: Vec<Paused> = pauses.into_iter().map(|(from, days)| {
                let from = start.plus_days(from);
                Paused { from, until: days.map(|days| from.plus_days(days)) }
            }).collect();
            let stop = start.plus_days(beyond);
            let told = Talks::gather(start, talks.iter().copied(), &pauses).kept(stop);
            prop_assert_eq!(told, by_definition(start, stop, &talks, &pauses));
        }
    }
}
