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
}
