//! Minutes that were spent, and moments at which something began.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::Day;

/// A length of time in whole minutes, never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize)]
#[serde(transparent)]
pub struct Minutes(u32);

impl Minutes {
    pub const ZERO: Minutes = Minutes(0);
    /// A week: nothing that is registered as one session or one weekly grant is longer.
    pub const WEEK: Minutes = Minutes(7 * 24 * 60);

    #[must_use]
    pub const fn new(minutes: u32) -> Minutes {
        Minutes(minutes)
    }

    /// `None` when negative or above 4,294,967,295.
    #[must_use]
    pub fn from_i64(minutes: i64) -> Option<Minutes> {
        u32::try_from(minutes).ok().map(Minutes)
    }

    #[must_use]
    pub fn get(self) -> i64 {
        i64::from(self.0)
    }

    /// Hundredths of an hour, rounded half up: 90 minutes is 150.
    #[must_use]
    pub fn hundredths_of_hours(self) -> i64 {
        (self.get() * 100 * 2 + 60) / 120
    }
}

/// A moment, to the second, in Danish local time and in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    epoch: i64,
}

/// The one time zone that registrations are made in.
pub const COPENHAGEN: &str = "Europe/Copenhagen";

/// Danish local time. Holds the time zone's table, so make one and keep it.
#[derive(Debug, Clone)]
pub struct Clockface(TimeZone);

impl Clockface {
    /// `Err` when this build carries no time zone data (it always does: `tzdb-bundle-always`).
    pub fn copenhagen() -> Result<Clockface, jiff::Error> {
        TimeZone::get(COPENHAGEN).map(Clockface)
    }

    /// The moment at which clocks in Denmark show `local`. In the hour that is repeated in October the first one is
    /// meant; a time in the hour that is skipped in March is an hour later. `None` outside the range of [`Day`].
    #[must_use]
    pub fn moment(&self, local: DateTime) -> Option<Moment> {
        Day::from_date(local.date())?;
        let zoned = self.0.to_ambiguous_zoned(local).compatible().ok()?;
        Some(Moment { epoch: zoned.timestamp().as_second() })
    }

    /// What clocks in Denmark show at the moment.
    #[must_use]
    pub fn local(&self, moment: Moment) -> DateTime {
        let timestamp = jiff::Timestamp::from_second(moment.epoch).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        self.0.to_datetime(timestamp)
    }

    /// The day in Denmark at the moment.
    #[must_use]
    pub fn day(&self, moment: Moment) -> Day {
        Day::from_date(self.local(moment).date()).unwrap_or(Day::LAST)
    }
}

impl Moment {
    /// From seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn from_epoch(seconds: i64) -> Moment {
        Moment { epoch: seconds }
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn epoch(self) -> i64 {
        self.epoch
    }

    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Moment {
        Moment { epoch: self.epoch.saturating_add(seconds) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_evening_in_summer_and_in_winter() {
        let clock = Clockface::copenhagen().unwrap();
        let summer = clock.moment("2022-07-01T23:30".parse().unwrap()).unwrap();
        assert_eq!(summer.epoch() % 86_400, 21 * 3_600 + 30 * 60);
        assert_eq!(clock.day(summer), "2022-07-01".parse().unwrap());
        let winter = clock.moment("2021-12-28T17:00".parse().unwrap()).unwrap();
        assert_eq!(winter.epoch() % 86_400, 16 * 3_600);
        assert_eq!(clock.local(winter).to_string(), "2021-12-28T17:00:00");
    }

    #[test]
    fn ninety_minutes_is_one_and_a_half_hours() {
        assert_eq!(Minutes::new(90).hundredths_of_hours(), 150);
        assert_eq!(Minutes::new(1).hundredths_of_hours(), 2);
        assert_eq!(Minutes::from_i64(-1), None);
    }
}
