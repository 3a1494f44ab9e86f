//! The fields of one row as the import format writes them.

use std::fmt::{Display, Write};

use csv::StringRecord;
use jiff::civil::DateTime;
use lods_domain::{Cpr, Day, Minutes, Ore};

use super::values;

/// A row that is being written, field by field.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(super) record: StringRecord,
    /// Used again for each field, so that a row takes no memory.
    text: String,
}

impl Written {
    pub(super) fn clear(&mut self) {
        self.record.clear();
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.record.push_field(text);
    }

    pub(crate) fn shown(&mut self, value: Option<impl Display>) {
        self.text.clear();
        if let Some(value) = value {
            // Writing into a string does not fail.
            let _ = write!(self.text, "{value}");
        }
        self.record.push_field(&self.text);
    }

    /// `dd-mm-yyyy`.
    pub(crate) fn day(&mut self, day: Option<Day>) {
        self.shown(day.map(|day| day.date().strftime("%d-%m-%Y")));
    }

    /// `dd-mm-yyyy hh:mm`.
    pub(crate) fn time(&mut self, local: DateTime) {
        self.shown(Some(local.strftime("%d-%m-%Y %H:%M")));
    }

    pub(crate) fn minutes(&mut self, minutes: Option<Minutes>) {
        self.shown(minutes.map(Minutes::get));
    }

    /// Hours with a decimal comma.
    pub(crate) fn hours(&mut self, minutes: Option<Minutes>) {
        self.shown(minutes.map(values::hours_text));
    }

    /// A number with at most one decimal.
    pub(crate) fn tenths(&mut self, tenths: Option<i64>) {
        self.shown(tenths.map(|tenths| values::decimal_text(tenths, 1)));
    }

    pub(crate) fn money(&mut self, amount: Ore) {
        self.shown(Some(values::money_text(amount.0)));
    }

    pub(crate) fn yes_or_no(&mut self, yes: Option<bool>) {
        self.text(match yes {
            Some(true) => "ja",
            Some(false) => "nej",
            None => "",
        });
    }

    pub(crate) fn list(&mut self, items: &[String]) {
        self.text(&items.join(","));
    }

    /// In full: an extract is the municipality's own data.
    pub(crate) fn cpr(&mut self, cpr: Cpr) {
        let digits = cpr.reveal();
        let (birth, number) = digits.split_at_checked(6).unwrap_or((&digits, ""));
        self.shown(Some(format_args!("{birth}-{number}")));
    }
}
