//! A calendar day and a period of days.

use jiff::ToSpan;
use jiff::civil::Date;

/// A day of the Gregorian calendar, 1900-01-01 to 2199-12-31, held as days since 1970-01-01.
///
/// The range is that of a register of living people: a year outside it is a slip of the pen, and is refused where it
/// comes in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// 1 January 1900.
    pub const FIRST: Day = Day(-25_567);
    /// 31 December 2199.
    pub const LAST: Day = Day(84_005);

    /// The day, or `None` when there is no such day in the calendar or it is outside the range.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Day> {
        Date::new(year, month, day).ok().and_then(Day::from_date)
    }

    /// From days since 1970-01-01; `None` outside the range.
    #[must_use]
    pub fn from_epoch(days: i64) -> Option<Day> {
        let day = Day(i32::try_from(days).ok()?);
        (Day::FIRST <= day && day <= Day::LAST).then_some(day)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn epoch(self) -> i64 {
        i64::from(self.0)
    }

    #[must_use]
    pub fn from_date(date: Date) -> Option<Day> {
        let days = date.since(Date::constant(1970, 1, 1)).ok()?.get_days();
        Day::from_epoch(i64::from(days))
    }

    /// The same day as a `jiff` date.
    #[must_use]
    pub fn date(self) -> Date {
        Date::constant(1970, 1, 1).saturating_add(i64::from(self.0).days())
    }

    #[must_use]
    pub fn year(self) -> i16 {
        self.date().year()
    }

    /// 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.date().month()
    }

    /// Months since January of the year 0; consecutive months differ by one.
    #[must_use]
    pub fn month_index(self) -> i64 {
        let date = self.date();
        i64::from(date.year()) * 12 + i64::from(date.month()) - 1
    }

    /// Days later (earlier when negative); stops at the ends of the range.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Day {
        let sum = self.epoch().saturating_add(days);
        Day::from_epoch(sum).unwrap_or(if days < 0 { Day::FIRST } else { Day::LAST })
    }

    /// Calendar months later: the same day of the month, or the month's last day where it has none
    /// (31 August + 6 months is 28 or 29 February). Stops at the ends of the range.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Day {
        let date = self.date().saturating_add(months.months());
        Day::from_date(date).unwrap_or(if months < 0 { Day::FIRST } else { Day::LAST })
    }

    /// Whole days from `earlier` to `self`; negative when `earlier` is later.
    #[must_use]
    pub fn days_since(self, earlier: Day) -> i64 {
        self.epoch() - earlier.epoch()
    }

    /// Monday is 1, Sunday is 7.
    #[must_use]
    pub fn weekday(self) -> i8 {
        self.date().weekday().to_monday_one_offset()
    }

    /// ISO 8601 year and week (1 to 53).
    #[must_use]
    pub fn iso_week(self) -> (i16, i8) {
        let week = self.date().iso_week_date();
        (week.year(), week.week())
    }

    /// Number of the Monday-to-Sunday week, counted from the week of 1970-01-01; consecutive weeks differ by one.
    #[must_use]
    pub fn week_index(self) -> i64 {
        (self.epoch() + 3).div_euclid(7)
    }
}

impl std::fmt::Display for Day {
    /// ISO 8601, `2022-05-31`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let date = self.date();
        write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    }
}

impl std::fmt::Debug for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

/// Why a text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such date (yyyy-mm-dd or dd-mm-yyyy, 1900 to 2199)")]
pub struct NoSuchDay;

impl std::str::FromStr for Day {
    type Err = NoSuchDay;

    /// `yyyy-mm-dd` or the Danish `dd-mm-yyyy`.
    fn from_str(text: &str) -> Result<Day, NoSuchDay> {
        let bytes = text.as_bytes();
        let number = |range: std::ops::Range<usize>| -> Option<i16> {
            let digits = bytes.get(range)?;
            digits.iter().try_fold(0_i16, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i16::from(byte - b'0')))
        };
        let dash = |at: usize| bytes.get(at) == Some(&b'-');
        let parts = match bytes.len() {
            10 if dash(2) && dash(5) => (number(6..10), number(3..5), number(0..2)),
            10 if dash(4) && dash(7) => (number(0..4), number(5..7), number(8..10)),
            _ => (None, None, None),
        };
        let (Some(year), Some(month), Some(day)) = parts else { return Err(NoSuchDay) };
        let month = i8::try_from(month).map_err(|_| NoSuchDay)?;
        let day = i8::try_from(day).map_err(|_| NoSuchDay)?;
        Day::new(year, month, day).ok_or(NoSuchDay)
    }
}

impl serde::Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Days from `first` to `last`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Period {
    first: Day,
    last: Day,
}

impl Period {
    /// `None` when `last` is before `first`.
    #[must_use]
    pub fn new(first: Day, last: Day) -> Option<Period> {
        (first <= last).then_some(Period { first, last })
    }

    /// The calendar year; `None` outside 1900 to 2199.
    #[must_use]
    pub fn year(year: i16) -> Option<Period> {
        Period::new(Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)
    }

    #[must_use]
    pub fn first(self) -> Day {
        self.first
    }

    #[must_use]
    pub fn last(self) -> Day {
        self.last
    }

    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// Number of days, at least 1.
    #[must_use]
    pub fn days(self) -> i64 {
        self.last.days_since(self.first) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_end_stays_a_month_end() {
        assert_eq!(day("31-08-2021").plus_months(6), day("2022-02-28"));
        assert_eq!(day("31-08-2023").plus_months(6), day("2024-02-29"));
        assert_eq!(day("2022-02-28").plus_months(-6), day("2021-08-28"));
    }

    #[test]
    fn iso_weeks_cross_the_year() {
        assert_eq!(day("2021-01-03").iso_week(), (2020, 53));
        assert_eq!(day("2024-12-30").iso_week(), (2025, 1));
        assert_eq!(day("2024-12-30").week_index(), day("2025-01-05").week_index());
        assert_eq!(day("2024-12-29").week_index() + 1, day("2024-12-30").week_index());
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "31-02-2022",
            "2022-13-01",
            "1-1-2022",
            "",
            "31/12/2022",
            "01-01-1899",
            "01-01-2200",
            "aa-bb-cccc",
            "٣١-١٢-٢٠٢",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NoSuchDay), "{text}");
        }
    }

    #[test]
    fn the_range_is_the_one_the_documentation_gives() {
        assert_eq!(Day::new(1900, 1, 1), Some(Day::FIRST));
        assert_eq!(Day::new(2199, 12, 31), Some(Day::LAST));
        assert_eq!(Day::LAST.plus_days(1), Day::LAST);
        assert_eq!(Day::FIRST.plus_months(-1), Day::FIRST);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(epoch in Day::FIRST.epoch()..=Day::LAST.epoch()) {
            let day = Day::from_epoch(epoch).unwrap();
            prop_assert_eq!(day.to_string().parse::<Day>(), Ok(day));
            prop_assert_eq!(Day::from_date(day.date()), Some(day));
            prop_assert_eq!(day.plus_days(1).weekday(), if day == Day::LAST { day.weekday() } else { day.weekday() % 7 + 1 });
        }
    }
}
