//! Danish holidays and working days.
//!
//! Source: lov om Folkekirkens helligdage; Store Bededag was abolished from 2024 (lov nr. 214 af 06/03/2023).

use crate::Day;

/// The moveable and fixed public holidays of a year, in order. Constitution Day and Christmas Eve are not among them.
#[must_use]
pub fn holidays(year: i16) -> Vec<Day> {
    let Some(easter) = easter_sunday(year) else { return Vec::new() };
    let great_prayer_day = (year <= 2023).then_some(26);
    let moveable = [-3, -2, 0, 1, 39, 49, 50].into_iter().chain(great_prayer_day).map(|days| easter.plus_days(days));
    let fixed = [(1, 1), (12, 25), (12, 26)].into_iter().filter_map(|(month, day)| Day::new(year, month, day));
    let mut all: Vec<Day> = moveable.chain(fixed).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Monday to Friday and no public holiday.
#[must_use]
pub fn is_working_day(day: Day) -> bool {
    day.weekday() <= 5 && !holidays(day.year()).contains(&day)
}

/// Working days after `from`, up to and including `to`; 0 when `to` is not later.
#[must_use]
pub fn working_days_between(from: Day, to: Day) -> i64 {
    let mut holidays_seen: (i16, Vec<Day>) = (from.year(), holidays(from.year()));
    let mut count = 0;
    let mut day = from;
    while day < to {
        day = day.plus_days(1);
        if day.year() != holidays_seen.0 {
            holidays_seen = (day.year(), holidays(day.year()));
        }
        if day.weekday() <= 5 && !holidays_seen.1.contains(&day) {
            count += 1;
        }
    }
    count
}

/// The day that is so many working days after `from`, which itself does not count; before it when negative, and `from`
/// itself for 0. Stops at the ends of the range.
#[must_use]
pub fn plus_working_days(from: Day, days: i64) -> Day {
    let step = days.signum();
    let mut holidays_seen: (i16, Vec<Day>) = (from.year(), holidays(from.year()));
    let (mut day, mut left) = (from, days.abs());
    while left > 0 {
        let next = day.plus_days(step);
        if next == day {
            break;
        }
        day = next;
        if day.year() != holidays_seen.0 {
            holidays_seen = (day.year(), holidays(day.year()));
        }
        left -= i64::from(day.weekday() <= 5 && !holidays_seen.1.contains(&day));
    }
    day
}

/// Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8).
fn easter_sunday(year: i16) -> Option<Day> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Day::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn easter_in_years_that_the_almanac_gives() {
        for (year, easter) in [
            (2019, "2019-04-21"),
            (2022, "2022-04-17"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter_sunday(year), Some(day(easter)));
        }
    }

    #[test]
    fn great_prayer_day_was_a_holiday_until_2023() {
        assert!(holidays(2023).contains(&day("2023-05-05")));
        assert!(!holidays(2024).contains(&day("2024-04-26")));
        assert_eq!(holidays(2022).len(), 11);
        assert_eq!(holidays(2026).len(), 10);
    }

    #[test]
    fn working_days_over_christmas() {
        assert_eq!(working_days_between(day("2021-12-23"), day("2022-01-03")), 7);
        assert!(!is_working_day(day("2022-04-15")));
        assert_eq!(working_days_between(day("2022-01-03"), day("2021-12-23")), 0);
    }

    #[test]
    fn ten_working_days_over_the_holidays() {
        for (from, to, why) in [
            ("2022-03-01", "2022-03-15", "nothing but weekends"),
            ("2022-04-08", "2022-04-27", "Maundy Thursday, Good Friday, Easter Monday"),
            ("2021-12-17", "2021-12-31", "Christmas Day and Boxing Day on a weekend; Christmas Eve is no holiday"),
            ("2024-12-20", "2025-01-08", "Christmas Day, Boxing Day, New Year's Day"),
            ("2023-04-28", "2023-05-15", "Great Prayer Day on 5 May 2023"),
            ("2024-04-19", "2024-05-03", "and in 2024 there is none"),
            ("2022-05-25", "2022-06-10", "Ascension Day and Whit Monday; Constitution Day is no holiday of this kind"),
            ("2022-03-05", "2022-03-18", "a need that was seen on a Saturday"),
        ] {
            assert_eq!(plus_working_days(day(from), 10), day(to), "{from}: {why}");
            assert_eq!(working_days_between(day(from), day(to)), 10, "{from}");
        }
        assert_eq!(plus_working_days(day("2022-04-18"), 0), day("2022-04-18"));
        assert_eq!(plus_working_days(day("2022-04-27"), -10), day("2022-04-08"));
        assert_eq!(plus_working_days(Day::LAST, 3), Day::LAST);
        assert_eq!(plus_working_days(Day::FIRST, -3), Day::FIRST);
    }

    proptest! {
        #[test]
        fn working_days_forth_and_back(epoch in 0_i64..60_000, days in 1_i64..60) {
            let from = Day::from_epoch(epoch).unwrap();
            let to = plus_working_days(from, days);
            prop_assert!(is_working_day(to));
            prop_assert_eq!(working_days_between(from, to), days);
            prop_assert_eq!(plus_working_days(to, -(days - 1)), plus_working_days(from, 1));
        }
    }
}
