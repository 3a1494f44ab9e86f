//! Days, numbers, money and hours as a Danish or English reader writes them. Exact: whole numbers in, no floating point.

use std::cmp::Ordering;

use lods_domain::goals::Score;
use lods_domain::time::Clockface;
use lods_domain::{Day, Minutes, Moment, Ore, Period};

use crate::{Lang, Texts};

/// What stands where there is nothing to divide by.
const NOTHING: &str = "–";

impl Texts {
    /// `2. marts 2026`.
    #[must_use]
    pub fn date(self, day: Day) -> String {
        let date = day.date();
        self.date_long(&date.day().to_string(), self.month(day.month()), &day.year().to_string())
    }

    /// `02-03-2026`; in English `2 Mar 2026`, so that nobody reads the month for the day.
    #[must_use]
    pub fn date_short(self, day: Day) -> String {
        let date = day.date();
        match self.lang() {
            Lang::Da => format!("{:02}-{:02}-{:04}", date.day(), day.month(), day.year()),
            Lang::En => self.date_long(&date.day().to_string(), self.month_short(day.month()), &day.year().to_string()),
        }
    }

    /// `2. marts`, where the year is clear.
    #[must_use]
    pub fn day_and_month(self, day: Day) -> String {
        self.date_day_month(&day.date().day().to_string(), self.month(day.month()))
    }

    /// `marts 2026`.
    #[must_use]
    pub fn month_and_year(self, day: Day) -> String {
        self.date_month_year(self.month(day.month()), &day.year().to_string())
    }

    /// `mandag den 2. marts 2026`.
    #[must_use]
    pub fn weekday_and_date(self, day: Day) -> String {
        self.date_weekday(self.weekday(day.weekday()), &self.date(day))
    }

    /// `2. marts 2026 kl. 14.30`; hours and minutes are what the clock in Denmark shows.
    #[must_use]
    pub fn date_and_time(self, day: Day, hour: i8, minute: i8) -> String {
        self.date_time(&self.date(day), &self.hour_and_minute(hour, minute))
    }

    /// `2. marts 2026 kl. 14.30`, in Denmark.
    #[must_use]
    pub fn moment(self, clock: &Clockface, at: Moment) -> String {
        let local = clock.local(at);
        self.date_and_time(clock.day(at), local.hour(), local.minute())
    }

    /// `02-03-2026 kl. 14.30`, as [`Texts::moment`], for narrow columns.
    #[must_use]
    pub fn moment_short(self, clock: &Clockface, at: Moment) -> String {
        self.date_time(&self.date_short(clock.day(at)), &self.clock_time(clock, at))
    }

    /// `9.05`: what the clock in Denmark shows, where the day is clear.
    #[must_use]
    pub fn clock_time(self, clock: &Clockface, at: Moment) -> String {
        let local = clock.local(at);
        self.hour_and_minute(local.hour(), local.minute())
    }

    fn hour_and_minute(self, hour: i8, minute: i8) -> String {
        let mark = if self.lang() == Lang::Da { '.' } else { ':' };
        format!("{hour}{mark}{minute:02}")
    }

    /// `1. januar 2026 til 31. december 2026`.
    #[must_use]
    pub fn period(self, period: Period) -> String {
        self.date_from_to(&self.date(period.first()), &self.date(period.last()))
    }

    /// How far a day is from today: `i dag`, `om 3 dage`, `5 dage siden`.
    #[must_use]
    pub fn relative(self, day: Day, today: Day) -> String {
        match day.days_since(today) {
            0 => self.relative_today().to_owned(),
            1 => self.relative_tomorrow().to_owned(),
            -1 => self.relative_yesterday().to_owned(),
            days if days > 0 => self.relative_ahead(days),
            days => self.relative_ago(-days),
        }
    }

    /// `januar`; 1 is January, and anything outside 1 to 12 is December.
    #[must_use]
    pub const fn month(self, month: i8) -> &'static str {
        match month {
            1 => self.month_1(),
            2 => self.month_2(),
            3 => self.month_3(),
            4 => self.month_4(),
            5 => self.month_5(),
            6 => self.month_6(),
            7 => self.month_7(),
            8 => self.month_8(),
            9 => self.month_9(),
            10 => self.month_10(),
            11 => self.month_11(),
            _ => self.month_12(),
        }
    }

    /// `jan.`, for axes and narrow columns; as [`Texts::month`].
    #[must_use]
    pub const fn month_short(self, month: i8) -> &'static str {
        match month {
            1 => self.month_short_1(),
            2 => self.month_short_2(),
            3 => self.month_short_3(),
            4 => self.month_short_4(),
            5 => self.month_short_5(),
            6 => self.month_short_6(),
            7 => self.month_short_7(),
            8 => self.month_short_8(),
            9 => self.month_short_9(),
            10 => self.month_short_10(),
            11 => self.month_short_11(),
            _ => self.month_short_12(),
        }
    }

    /// `mandag`; 1 is Monday, and anything outside 1 to 7 is Sunday.
    #[must_use]
    pub const fn weekday(self, weekday: i8) -> &'static str {
        match weekday {
            1 => self.weekday_1(),
            2 => self.weekday_2(),
            3 => self.weekday_3(),
            4 => self.weekday_4(),
            5 => self.weekday_5(),
            6 => self.weekday_6(),
            _ => self.weekday_7(),
        }
    }

    /// `1.234.567`.
    #[must_use]
    pub fn whole(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mark = if self.lang() == Lang::Da { '.' } else { ',' };
        let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
        if number < 0 {
            text.push('-');
        }
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(mark);
            }
            text.push(digit);
        }
        text
    }

    /// Hundredths with both decimals: 123456789 is `1.234.567,89`.
    #[must_use]
    pub fn hundredths(self, hundredths: i64) -> String {
        self.decimal(hundredths, 100, 2)
    }

    /// Hundredths without decimals that are zero: 150 is `1,5`, 200 is `2`.
    #[must_use]
    pub fn trimmed(self, hundredths: i64) -> String {
        match hundredths {
            n if n % 100 == 0 => self.whole(n / 100),
            n if n % 10 == 0 => self.decimal(n / 10, 10, 1),
            n => self.hundredths(n),
        }
    }

    /// `1.290,20 kr.`.
    #[must_use]
    pub fn money(self, amount: Ore) -> String {
        self.amount_kroner(&self.hundredths(amount.0))
    }

    /// `4.336.369 kr.`, rounded half up.
    #[must_use]
    pub fn money_whole(self, amount: Ore) -> String {
        self.amount_kroner(&self.whole(rounded(amount.0, 100)))
    }

    /// `600,00 kr. i timen`.
    #[must_use]
    pub fn money_an_hour(self, amount: Ore) -> String {
        self.amount_kroner_an_hour(&self.hundredths(amount.0))
    }

    /// `9,1 mio. kr.`, rounded half up.
    #[must_use]
    pub fn millions(self, amount: Ore) -> String {
        self.amount_millions(&self.decimal(rounded(amount.0, 10_000_000), 10, 1))
    }

    /// `1 t. 30 min.`, `45 min.`, `2 t.`.
    #[must_use]
    pub fn hours_and_minutes(self, length: Minutes) -> String {
        match (length.get() / 60, length.get() % 60) {
            (0, minutes) => self.amount_minutes(&self.whole(minutes)),
            (hours, 0) => self.amount_hours(&self.whole(hours)),
            (hours, minutes) => self.amount_hours_minutes(&self.whole(hours), &minutes.to_string()),
        }
    }

    /// `1,5 t.`, to the hundredth of an hour.
    #[must_use]
    pub fn hours(self, length: Minutes) -> String {
        self.hours_of(length.hundredths_of_hours())
    }

    /// Hundredths of an hour: 15711 is `157,11 t.`.
    #[must_use]
    pub fn hours_of(self, hundredths: i64) -> String {
        self.amount_hours(&self.trimmed(hundredths))
    }

    /// Hundreds of metres: 495 is `49,5 km`.
    #[must_use]
    pub fn kilometres(self, hectometres: i64) -> String {
        self.amount_kilometres(&self.trimmed(hectometres.saturating_mul(10)))
    }

    /// `7,5`.
    #[must_use]
    pub fn score(self, score: Score) -> String {
        self.trimmed(score.tenths() * 10)
    }

    /// `55 %`, rounded half up; a dash when there is nothing to divide by.
    #[must_use]
    pub fn percent(self, part: i64, of: i64) -> String {
        match of.cmp(&0) {
            Ordering::Greater => self.amount_percent(&self.whole(rounded(part.saturating_mul(100), of))),
            _ => NOTHING.to_owned(),
        }
    }

    /// `22 af 40`.
    #[must_use]
    pub fn share(self, part: i64, of: i64) -> String {
        self.amount_share(part, of)
    }

    /// A number of `scale`ths (10 or 100) with that many decimals.
    fn decimal(self, number: i64, scale: i64, decimals: usize) -> String {
        let comma = if self.lang() == Lang::Da { ',' } else { '.' };
        let sign = if number < 0 && number > -scale { "-" } else { "" };
        let fraction = (number % scale).unsigned_abs();
        format!("{sign}{}{comma}{fraction:0decimals$}", self.whole(number / scale))
    }
}

/// Division rounded half away from zero. `divisor` is positive.
fn rounded(number: i64, divisor: i64) -> i64 {
    let (quotient, rest) = (number / divisor, number % divisor);
    if rest.unsigned_abs() * 2 >= divisor.unsigned_abs() { quotient + rest.signum() } else { quotient }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DA: Texts = Texts::new(Lang::Da);
    const EN: Texts = Texts::new(Lang::En);

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn days() {
        let monday = day("2026-03-02");
        assert_eq!(DA.date(monday), "2. marts 2026");
        assert_eq!(EN.date(monday), "2 March 2026");
        assert_eq!(DA.date_short(monday), "02-03-2026");
        assert_eq!(EN.date_short(monday), "2 Mar 2026");
        assert_eq!(DA.weekday_and_date(monday), "mandag den 2. marts 2026");
        assert_eq!(EN.weekday_and_date(monday), "Monday 2 March 2026");
        assert_eq!(DA.date_and_time(monday, 9, 5), "2. marts 2026 kl. 9.05");
        assert_eq!(EN.date_and_time(monday, 14, 30), "2 March 2026 at 14:30");
        assert_eq!(DA.day_and_month(monday), "2. marts");
        assert_eq!(DA.month_and_year(monday), "marts 2026");
        let year = Period::year(2026).unwrap();
        assert_eq!(DA.period(year), "1. januar 2026 til 31. december 2026");
    }

    #[test]
    fn a_moment_is_written_one_way_and_as_clocks_in_denmark_show_it() {
        let clock = Clockface::copenhagen().unwrap();
        let summer = clock.moment("2026-06-02T09:05:59".parse().unwrap()).unwrap();
        assert_eq!(DA.moment(&clock, summer), "2. juni 2026 kl. 9.05");
        assert_eq!(EN.moment(&clock, summer), "2 June 2026 at 9:05");
        assert_eq!(DA.moment_short(&clock, summer), "02-06-2026 kl. 9.05");
        assert_eq!(EN.moment_short(&clock, summer), "2 Jun 2026 at 9:05");
        assert_eq!(
            (DA.clock_time(&clock, summer), EN.clock_time(&clock, summer)),
            ("9.05".to_owned(), "9:05".to_owned())
        );
    }

    #[test]
    fn how_far_a_day_is() {
        let today = day("2026-03-02");
        for (other, danish, english) in [
            ("2026-03-02", "i dag", "today"),
            ("2026-03-03", "i morgen", "tomorrow"),
            ("2026-03-01", "i går", "yesterday"),
            ("2026-03-05", "om 3 dage", "in 3 days"),
            ("2026-02-25", "5 dage siden", "5 days ago"),
            ("2020-02-25", "2.197 dage siden", "2,197 days ago"),
        ] {
            assert_eq!(DA.relative(day(other), today), danish);
            assert_eq!(EN.relative(day(other), today), english);
        }
    }

    #[test]
    fn numbers_and_money() {
        assert_eq!(DA.whole(1_234_567), "1.234.567");
        assert_eq!(DA.whole(-999), "-999");
        assert_eq!(EN.whole(-1_000), "-1,000");
        assert_eq!(DA.hundredths(123_456_789), "1.234.567,89");
        assert_eq!(DA.hundredths(-5), "-0,05");
        assert_eq!(DA.hundredths(-12_345), "-123,45");
        assert_eq!(DA.money(Ore(129_020)), "1.290,20 kr.");
        assert_eq!(EN.money(Ore(123_450)), "1,234.50 kr.");
        assert_eq!(DA.money_whole(Ore(433_636_900)), "4.336.369 kr.");
        assert_eq!(DA.money_whole(Ore(150)), "2 kr.");
        assert_eq!(DA.money_an_hour(Ore(43_450)), "434,50 kr. i timen");
        assert_eq!(DA.millions(Ore(912_500_000)), "9,1 mio. kr.");
        assert_eq!(DA.millions(Ore(-320_000_000)), "-3,2 mio. kr.");
    }

    #[test]
    fn hours_shares_and_the_rest() {
        assert_eq!(DA.hours_and_minutes(Minutes::new(90)), "1 t. 30 min.");
        assert_eq!(DA.hours_and_minutes(Minutes::new(45)), "45 min.");
        assert_eq!(EN.hours_and_minutes(Minutes::new(120)), "2 h");
        assert_eq!(DA.hours(Minutes::new(90)), "1,5 t.");
        assert_eq!(DA.hours(Minutes::new(201_660)), "3.361 t.");
        assert_eq!(DA.hours_of(15_711), "157,11 t.");
        assert_eq!(DA.percent(22, 40), "55 %");
        assert_eq!(DA.percent(1, 0), "–");
        assert_eq!(DA.share(22, 40), "22 af 40");
        assert_eq!(EN.share(22, 40), "22 of 40");
        assert_eq!(DA.kilometres(495), "49,5 km");
        assert_eq!(DA.score(Score::from_tenths(75).unwrap()), "7,5");
        assert_eq!(DA.score(Score::from_tenths(100).unwrap()), "10");
    }

    proptest! {
        #[test]
        fn money_can_be_read_back(ore in any::<i64>()) {
            let digits: String = DA.money(Ore(ore)).chars().filter(|c| c.is_ascii_digit()).collect();
            prop_assert_eq!(digits.parse::<u64>().unwrap(), ore.unsigned_abs());
            prop_assert_eq!(DA.money(Ore(ore)).starts_with('-'), ore < 0);
        }

        #[test]
        fn nothing_overflows(a in any::<i64>(), b in any::<i64>()) {
            let _ = (DA.percent(a, b), DA.millions(Ore(a)), DA.money_whole(Ore(a)), DA.kilometres(a), DA.trimmed(b));
        }
    }
}
