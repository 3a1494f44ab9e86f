//! The extent (F4.2): what was met in any four whole ISO weeks on end, kept in a few numbers.
//!
//! A window is four consecutive weeks, Monday to Sunday, that all lie inside the course's time. Windows that end before
//! the week of the last meeting are settled and only their least and most minutes are kept. Those that end in that week
//! or later depend on how long the course's time turns out to be; the last four weeks' minutes are enough to tell them.
//! So the numbers depend on the meetings alone: neither on the day that is asked about, nor on the grant, nor on a rule.

use crate::Day;

/// Weeks of a window.
const WEEKS: i64 = 4;

/// Face-to-face minutes by window, of the meetings inside the course's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Extent {
    /// The last day with face-to-face time.
    pub last_met: Option<Day>,
    /// Minutes of the week of `last_met` (last) and of the three weeks before it.
    pub tail: [i64; 4],
    /// Least and most minutes of the windows that end before the week of `last_met`; `None` when there is none.
    pub least: Option<i64>,
    pub most: Option<i64>,
}

/// The first whole week of a course that begins on `start`.
pub(super) fn first_week(start: Day) -> i64 {
    start.plus_days(6).week_index()
}

/// The last whole week of a time whose last day is `stop`.
pub(super) fn last_week(stop: Day) -> i64 {
    stop.plus_days(1).week_index() - 1
}

impl Extent {
    /// Adds a meeting. Meetings come in order of day, none before `start`.
    pub fn add(&mut self, start: Day, day: Day, minutes: i64) {
        let first = first_week(start);
        let (from, week) = (self.last_met.map_or(first - 1, Day::week_index), day.week_index());
        // After four weeks without a meeting every further window is empty like the one before it.
        for ends in from..week.min(from + WEEKS + 1) {
            if ends - first + 1 >= WEEKS {
                self.settle();
            }
            self.tail.rotate_left(1);
            self.tail[3] = 0;
        }
        self.tail[3] += minutes;
        self.last_met = Some(day);
    }

    fn settle(&mut self) {
        let sum = self.tail.iter().sum();
        self.least = Some(self.least.map_or(sum, |least| least.min(sum)));
        self.most = Some(self.most.map_or(sum, |most| most.max(sum)));
    }

    /// Least and most minutes of all windows of the time from `start` to `stop`, both included. `None` when the time
    /// holds no window. `stop` is not before the last meeting.
    #[must_use]
    pub fn extremes(mut self, start: Day, stop: Day) -> Option<(i64, i64)> {
        let (first, last) = (first_week(start), last_week(stop));
        let from = self.last_met.map_or(first - 1, Day::week_index);
        for ends in from..=last.min(from + WEEKS) {
            if ends - first + 1 >= WEEKS {
                self.settle();
            }
            self.tail.rotate_left(1);
            self.tail[3] = 0;
        }
        self.least.zip(self.most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every window, one by one, as the definition says it.
    fn by_definition(start: Day, stop: Day, meetings: &[(Day, i64)]) -> Option<(i64, i64)> {
        let mondays =
            (0..).map(|days| start.plus_days(days)).take_while(|day| *day <= stop).filter(|day| day.weekday() == 1);
        let sums = mondays.filter(|monday| monday.plus_days(27) <= stop).map(|monday| {
            let inside = |day: Day| monday <= day && day <= monday.plus_days(27);
            meetings.iter().filter(|(day, _)| inside(*day)).map(|(_, minutes)| minutes).sum::<i64>()
        });
        let sums: Vec<i64> = sums.collect();
        sums.iter().min().copied().zip(sums.iter().max().copied())
    }

    proptest! {
        #[test]
        fn one_pass_finds_what_the_definition_says(
            offset in 0_i64..7,
            gaps in proptest::collection::vec((0_i64..45, 1_i64..300), 0..30),
            beyond in 0_i64..90,
        ) {
            let start = Day::new(2021, 12, 6).unwrap().plus_days(offset);
            let mut day = start;
            let meetings: Vec<(Day, i64)> = gaps.into_iter().map(|(gap, minutes)| {
                day = day.plus_days(gap);
                (day, minutes)
            }).collect();
            let mut extent = Extent::default();
            meetings.iter().for_each(|(day, minutes)| extent.add(start, *day, *minutes));
            let stop = day.plus_days(beyond);
            prop_assert_eq!(extent.extremes(start, stop), by_definition(start, stop, &meetings));
        }
    }

    #[test]
    fn four_whole_weeks_from_a_monday() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let mut extent = Extent::default();
        for monday in ["2022-01-03", "2022-01-10", "2022-01-17", "2022-01-24"] {
            extent.add(day("2022-01-03"), day(monday), 60);
        }
        assert_eq!(extent.extremes(day("2022-01-03"), day("2022-01-29")), None);
        assert_eq!(extent.extremes(day("2022-01-03"), day("2022-01-30")), Some((240, 240)));
        assert_eq!(extent.extremes(day("2022-01-03"), day("2022-02-06")), Some((180, 240)));
    }
}
