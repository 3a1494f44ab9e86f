//! What a figure is asked for: the fields of its form, read from the address and shown again as they were typed.

use lods_domain::{Day, Minutes, Ore, Period};
use lods_i18n::Texts;

use crate::query::Asked;

/// Hundredths of what is typed as hours a week or kroner an hour: 100,000 of them.
const MOST: i64 = 10_000_000;

/// One choice of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub value: String,
    pub label: String,
}

/// How a field looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    Day,
    Number,
    Choice(Vec<Offer>),
}

/// A field as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// In the address, and the id in the page.
    pub name: &'static str,
    pub label: &'static str,
    pub hint: Option<&'static str>,
    pub look: Look,
    /// What was typed, or what stands there when nothing was.
    pub value: String,
    pub fault: Option<&'static str>,
}

/// The fields of a figure, in the order in which they are read.
#[derive(Debug)]
pub struct Form<'a> {
    t: Texts,
    asked: &'a Asked,
    fields: Vec<Field>,
}

impl<'a> Form<'a> {
    #[must_use]
    pub fn new(t: Texts, asked: &'a Asked) -> Form<'a> {
        Form { t, asked, fields: Vec::new() }
    }

    /// A day, `otherwise` where none is typed. `None` when what is typed is no day; the field then says so.
    pub fn day(&mut self, name: &'static str, label: &'static str, otherwise: Day) -> Option<Day> {
        let wrong = self.t.figures_field_on_wrong();
        let day: Option<Day> =
            self.read((name, label, None), Look::Day, wrong, &otherwise.to_string(), |text| text.parse().ok());
        if let Some(field) = self.fields.last_mut() {
            match day {
                Some(day) => field.value = day.to_string(),
                // A field for dates would show nothing of what was typed.
                None => field.look = Look::Number,
            }
        }
        day
    }

    /// The days from one to another. The second may be typed as a day before the first; its field then says so.
    pub fn period(&mut self, (first, last): (Day, Day)) -> Option<Period> {
        let first = self.day("from", self.t.figures_field_from(), first);
        let last = self.day("to", self.t.figures_field_to(), last);
        let period = Period::new(first?, last?);
        if period.is_none() {
            self.fault("to", self.t.figures_field_period_wrong());
        }
        period
    }

    pub fn year(&mut self, name: &'static str, label: &'static str, otherwise: i16) -> Option<i16> {
        let read = |text: &str| text.parse().ok().filter(|year| Period::year(*year).is_some());
        let wrong = self.t.figures_field_year_wrong();
        self.read((name, label, None), Look::Number, wrong, &otherwise.to_string(), read)
    }

    /// One of the offers, by its value.
    pub fn choice(
        &mut self,
        (name, label, missing): (&'static str, &'static str, &'static str),
        offers: Vec<Offer>,
        otherwise: &str,
    ) -> Option<Offer> {
        let chosen = offers.clone();
        let read = |text: &str| chosen.into_iter().find(|offer| offer.value == text);
        self.read((name, label, None), Look::Choice(offers), missing, otherwise, read)
    }

    /// Hours a week, `Some(None)` where none are typed.
    pub fn weekly(&mut self) -> Option<Option<Minutes>> {
        let t = self.t;
        let label = ("weekly", t.figures_field_weekly_hours(), Some(t.figures_field_weekly_hours_hint()));
        self.read(label, Look::Number, t.figures_field_weekly_hours_wrong(), "", |text| optional(text, minutes))
    }

    /// Working weeks of a year, 1 to 53.
    pub fn weeks(&mut self, otherwise: u32) -> Option<u32> {
        let t = self.t;
        let label = ("weeks", t.figures_field_weeks(), Some(t.figures_field_weeks_hint()));
        let read = |text: &str| text.parse().ok().filter(|weeks| (1..=53).contains(weeks));
        self.read(label, Look::Number, t.figures_field_weeks_wrong(), &otherwise.to_string(), read)
    }

    /// A supplier's price an hour, `Some(None)` where none is typed.
    pub fn compare(&mut self) -> Option<Option<Ore>> {
        let t = self.t;
        let label = ("compare", t.figures_field_compare(), Some(t.figures_field_compare_hint()));
        let read = |text: &str| optional(text, |text| hundredths(text).map(Ore));
        self.read(label, Look::Number, t.figures_field_compare_wrong(), "", read)
    }

    /// Says what is wrong with a field that was read.
    pub fn fault(&mut self, name: &str, text: &'static str) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.name == name) {
            field.fault = Some(text);
        }
    }

    /// Names and values, for the addresses of the same figure's files and lists.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        self.fields.iter().map(|field| (field.name, field.value.clone())).collect()
    }

    #[must_use]
    pub fn into_fields(self) -> Vec<Field> {
        self.fields
    }

    fn read<T>(
        &mut self,
        (name, label, hint): (&'static str, &'static str, Option<&'static str>),
        look: Look,
        wrong: &'static str,
        otherwise: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let typed = self.asked.get(name).map(|text| text.trim()).filter(|text| !text.is_empty());
        let value = typed.unwrap_or(otherwise).to_owned();
        let found = read(&value);
        let fault = found.is_none().then_some(wrong);
        self.fields.push(Field { name, label, hint, look, value, fault });
        found
    }
}

fn optional<T>(text: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { read(text).map(Some) }
}

/// Hours to the hundredth, as whole minutes.
fn minutes(text: &str) -> Option<Minutes> {
    Minutes::from_i64((hundredths(text)? * 60 + 50) / 100)
}

/// A number of at most 100,000 with at most two decimals, after a comma (`1.290,20`) or a point (`1290.2`). A point
/// with three digits behind it could mean either, and is not taken.
fn hundredths(text: &str) -> Option<i64> {
    let (whole, part) = match text.split_once(',') {
        Some((whole, part)) => (without_marks(whole)?, part),
        None => text.split_once('.').map_or((text.to_owned(), ""), |(whole, part)| (whole.to_owned(), part)),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || part.len() > 2 || !digits(&whole) || !digits(part) {
        return None;
    }
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    let sum = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part)?;
    (sum <= MOST).then_some(sum)
}

/// Without the points that stand before each three digits.
fn without_marks(whole: &str) -> Option<String> {
    let mut groups = whole.split('.');
    let first = groups.next()?;
    let marked = whole.contains('.');
    let right = groups.all(|group| group.len() == 3) && (!marked || (1..=3).contains(&first.len()));
    right.then(|| whole.replace('.', ""))
}
