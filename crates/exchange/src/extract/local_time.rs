//! Danish local time to moments, fast: a time zone's table is asked once a day, not once a row.

use jiff::civil::DateTime;
use lods_domain::time::Clockface;
use lods_domain::{Day, Moment};

const DAY_SECONDS: i64 = 24 * 60 * 60;
/// As many days as eleven years have. Days that fall on the same place ask again.
const PLACES: usize = 4_096;

/// A date's text, its day, when the day begins, and whether its clocks run through it without being set.
#[derive(Debug, Clone, Copy)]
struct Midnight {
    text: [u8; 10],
    day: Day,
    epoch: i64,
    even: bool,
}

/// Remembers the days that it was asked about. One for each table that is read.
#[derive(Debug)]
pub(crate) struct LocalTime<'c> {
    clock: &'c Clockface,
    midnights: Vec<Option<Midnight>>,
}

impl<'c> LocalTime<'c> {
    pub(crate) fn new(clock: &'c Clockface) -> LocalTime<'c> {
        LocalTime { clock, midnights: vec![None; PLACES] }
    }

    /// `dd-mm-yyyy hh:mm` or `yyyy-mm-dd hh:mm`: the moment and its day in Denmark, as [`Clockface::moment`] gives it.
    /// In the hour that is skipped in March, the day is that of the text.
    pub(crate) fn parse(&mut self, text: &str) -> Option<(Day, Moment)> {
        let (date, time) = text.split_at_checked(10)?;
        let &[b' ', h1, h2, b':', m1, m2] = time.as_bytes() else { return None };
        let hour = two_digits(h1, h2).filter(|hour| *hour < 24)?;
        let minute = two_digits(m1, m2).filter(|minute| *minute < 60)?;
        let midnight = self.midnight(date)?;
        let moment = if midnight.even {
            Moment::from_epoch(midnight.epoch + i64::from(hour) * 3_600 + i64::from(minute) * 60)
        } else {
            self.clock.moment(local(midnight.day, hour, minute)?)?
        };
        Some((midnight.day, moment))
    }

    fn midnight(&mut self, date: &str) -> Option<Midnight> {
        let text: [u8; 10] = date.as_bytes().try_into().ok()?;
        let place = self.midnights.get_mut(place_of(text))?;
        if let Some(known) = place.filter(|known| known.text == text) {
            return Some(known);
        }
        let day: Day = date.parse().ok()?;
        let epoch = self.clock.moment(local(day, 0, 0)?)?.epoch();
        let next = self.clock.moment(local(day.plus_days(1), 0, 0)?)?.epoch();
        *place = Some(Midnight { text, day, epoch, even: next - epoch == DAY_SECONDS });
        *place
    }
}

/// Days that follow each other have places that do; what is no date has any place.
fn place_of(text: [u8; 10]) -> usize {
    let [a, b, c, d, e, f, g, _, i, j] = text.map(|byte| usize::from(byte & 0x0f));
    let (year, month, day) = match text[2] {
        b'-' => (i * 10 + j, d * 10 + e, a * 10 + b),
        _ => (c * 10 + d, f * 10 + g, i * 10 + j),
    };
    ((year * 12 + month) * 31 + day) % PLACES
}

fn two_digits(tens: u8, ones: u8) -> Option<i8> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
    i8::try_from(digit(tens)? * 10 + digit(ones)?).ok()
}

fn local(day: Day, hour: i8, minute: i8) -> Option<DateTime> {
    let date = day.date();
    DateTime::new(date.year(), date.month(), date.day(), hour, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_time_is_refused() {
        let clock = Clockface::copenhagen().unwrap();
        let mut local_time = LocalTime::new(&clock);
        for text in [
            "",
            "28-12-2021",
            "28-12-2021 24:00",
            "28-12-2021 17:60",
            "28-12-2021T17:00",
            "28-12-2021 7:00",
            "æøåæøåæøå 17:00",
        ] {
            assert_eq!(local_time.parse(text), None, "{text}");
        }
        assert_eq!(local_time.parse("28-12-2021 17:00"), local_time.parse("2021-12-28 17:00"));
    }

    proptest! {
        // Days are taken from few years, so that the days on which clocks are set are often among them.
        #[test]
        fn it_is_the_moment_of_the_clockface(epoch in 17_500_i64..20_000, hour in 0_i8..24, minute in 0_i8..60) {
            let clock = Clockface::copenhagen().unwrap();
            let day = Day::from_epoch(epoch).unwrap();
            let text = format!("{day} {hour:02}:{minute:02}");
            let expected = clock.moment(local(day, hour, minute).unwrap()).unwrap();
            prop_assert_eq!(LocalTime::new(&clock).parse(&text), Some((day, expected)));
        }
    }

    #[test]
    fn the_days_on_which_clocks_are_set() {
        let clock = Clockface::copenhagen().unwrap();
        let mut local_time = LocalTime::new(&clock);
        for day in ["2022-03-27", "2022-10-30"] {
            let day: Day = day.parse().unwrap();
            for hour in 0..24 {
                let expected = clock.moment(local(day, hour, 30).unwrap()).unwrap();
                assert_eq!(local_time.parse(&format!("{day} {hour:02}:30")), Some((day, expected)));
            }
        }
    }
}
