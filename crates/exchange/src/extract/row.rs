//! The fields of one row as typed values. Each that is wrong adds a fault, so that all of them are named at once.

use csv::StringRecord;
use lods_domain::goals::Score;
use lods_domain::{Cpr, Cvr, Day, Minutes, Moment, Ore};

use super::faults::{Expected, Fault, FaultKind, Faults, Note, NoteKind, Shown};
use super::local_time::LocalTime;
use super::rows::Line;
use super::source::{Heading, fold};
use super::table::Column;
use super::values;

/// What stands in a cell whose formula failed; Excel also writes it to CSV.
const SPREADSHEET_ERRORS: [&str; 8] =
    ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA"];

/// Bytes of a name or key: both databases index them, and an index holds no page of text.
const LONGEST_KEY: usize = 400;
/// Columns that may be empty and yet are names of something.
const KEYS: [&str; 4] = ["Enhed", "MentorID", "Gruppe", "Forvaltning"];
/// Hundreds of metres: once round the earth.
const LARGEST_DISTANCE: i64 = 400_000;
/// A hundred thousand million kroner: sums of so many stay within 64 bits.
const LARGEST_AMOUNT: i64 = 10_000_000_000_000;

/// A row of a file. Its methods give `None` for a value that is not there or is wrong; [`Row::faultless`] tells whether
/// any was wrong.
pub(crate) struct Row<'r, 'f> {
    record: &'r StringRecord,
    heading: &'r Heading,
    pub(super) line: Line,
    pub(super) faults: &'f mut Faults,
    faulty: usize,
}

impl<'r, 'f> Row<'r, 'f> {
    pub(super) fn new(record: &'r StringRecord, heading: &'r Heading, line: Line, faults: &'f mut Faults) -> Self {
        Row { record, heading, line, faults, faulty: 0 }
    }

    /// `None` when a value was wrong: the row is not to be passed on.
    pub(crate) fn faultless(&self) -> Option<()> {
        (self.faulty == 0).then_some(())
    }

    /// How many values were wrong so far.
    pub(crate) fn faults_so_far(&self) -> usize {
        self.faulty
    }

    pub(crate) fn fault(&mut self, column: &Column, what: FaultKind) {
        self.faulty += 1;
        self.faults.add(Fault::column(&self.heading.file, self.line, column.heading, what));
    }

    /// The domain's word on the values of the row.
    pub(crate) fn broken_rule(&mut self, column: &Column, rule: &impl std::fmt::Display) {
        self.fault(column, FaultKind::Rule(rule.to_string()));
    }

    /// Whether the file has the column.
    pub(crate) fn has(&self, column: &Column) -> bool {
        self.heading.places.get(column.at).is_some_and(Option::is_some)
    }

    /// The text of a field, without surrounding blanks; empty when there is none.
    pub(crate) fn text(&mut self, column: &Column) -> &'r str {
        let place = self.heading.places.get(column.at).copied().flatten();
        let text = place.and_then(|place| self.record.get(place)).unwrap_or_default().trim();
        if text.is_empty() && column.required {
            self.fault(column, FaultKind::Empty);
        }
        if text.bytes().any(|byte| byte.is_ascii_control() && !b"\t\r\n".contains(&byte)) {
            self.fault(column, FaultKind::ControlCharacter);
            return "";
        }
        if text.len() > LONGEST_KEY && (column.required || KEYS.contains(&column.heading)) {
            self.fault(column, FaultKind::TooLong);
            return "";
        }
        if text.starts_with('#') && SPREADSHEET_ERRORS.contains(&text) {
            self.fault(column, FaultKind::SpreadsheetError(Shown::new(text)));
            return "";
        }
        text
    }

    /// Texts with commas between them.
    pub(crate) fn list(&mut self, column: &Column) -> Vec<String> {
        let items = self.text(column).split(',').map(str::trim).filter(|item| !item.is_empty());
        items.map(str::to_owned).collect()
    }

    fn value<T>(&mut self, column: &Column, read: impl FnOnce(&str) -> Result<T, FaultKind>) -> Option<T> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        read(text).map_err(|fault| self.fault(column, fault)).ok()
    }

    pub(crate) fn day(&mut self, column: &Column) -> Option<Day> {
        self.value(column, |text| text.parse().map_err(|_| no(text, Expected::Date)))
    }

    pub(crate) fn time(&mut self, column: &Column, local: &mut LocalTime<'_>) -> Option<(Day, Moment)> {
        self.value(column, |text| local.parse(text).ok_or_else(|| no(text, Expected::Time)))
    }

    /// One of the words of an enumeration, in upper or lower case.
    pub(crate) fn word<T: Copy>(
        &mut self,
        column: &Column,
        all: &'static [T],
        word: fn(T) -> &'static str,
    ) -> Option<T> {
        self.value(column, |text| {
            if let Some(found) = all.iter().find(|one| word(**one) == text) {
                return Ok(*found);
            }
            let folded = fold(text);
            let found = all.iter().find(|one| fold(word(**one)) == folded);
            found.copied().ok_or_else(|| no(text, Expected::OneOf(all.iter().copied().map(word).collect())))
        })
    }

    /// Words of an enumeration with commas between them.
    pub(crate) fn words<T: Copy>(
        &mut self,
        column: &Column,
        all: &'static [T],
        word: fn(T) -> &'static str,
    ) -> Option<Vec<T>> {
        let found = self.value(column, |text| {
            let words = text.split(',').map(fold).filter(|folded| !folded.is_empty());
            let known = words.map(|folded| all.iter().find(|one| fold(word(**one)) == folded).copied());
            let known: Option<Vec<T>> = known.collect();
            known.ok_or_else(|| no(text, Expected::OneOf(all.iter().copied().map(word).collect())))
        });
        Some(found.unwrap_or_default())
    }

    pub(crate) fn yes_or_no(&mut self, column: &Column) -> Option<bool> {
        self.word(column, &[true, false], |yes| if yes { "ja" } else { "nej" })
    }

    /// Kroner, 0 or more.
    pub(crate) fn money(&mut self, column: &Column) -> Option<Ore> {
        self.value(column, |text| not_negative(text, 2, "kroner", Expected::Money).and_then(|ore| amount(text, ore)))
    }

    /// Kroner; a refund is negative.
    pub(crate) fn signed_money(&mut self, column: &Column) -> Option<Ore> {
        self.value(column, |text| {
            values::decimal(text, 2).ok_or_else(|| no(text, Expected::Money)).and_then(|ore| amount(text, ore))
        })
    }

    pub(crate) fn minutes(&mut self, column: &Column) -> Option<Minutes> {
        self.value(column, |text| {
            let minutes = not_negative(text, 0, "minutes", Expected::Minutes)?;
            Minutes::from_i64(minutes).ok_or_else(|| no(text, Expected::Minutes))
        })
    }

    /// Hours a week, 0 to 168, rounded to minutes.
    pub(crate) fn weekly_hours(&mut self, column: &Column) -> Option<Minutes> {
        self.value(column, |text| {
            not_negative(text, 4, "hours", Expected::WeeklyHours)?;
            let hours = values::hours(text).filter(|minutes| *minutes <= Minutes::WEEK);
            hours.ok_or_else(|| no(text, Expected::WeeklyHours))
        })
    }

    /// Kilometres as hundreds of metres.
    pub(crate) fn hectometres(&mut self, column: &Column) -> Option<i64> {
        self.value(column, |text| {
            let distance = not_negative(text, 1, "kilometres", Expected::Kilometres)?;
            if distance <= LARGEST_DISTANCE { Ok(distance) } else { Err(no(text, Expected::SmallerDistance)) }
        })
    }

    pub(crate) fn score(&mut self, column: &Column) -> Option<Score> {
        self.value(column, |text| {
            let tenths = values::decimal(text, 1);
            tenths.and_then(Score::from_tenths).ok_or_else(|| no(text, Expected::Score))
        })
    }

    pub(crate) fn year(&mut self, column: &Column) -> Option<i16> {
        self.value(column, |text| {
            let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
            let year = text.parse().ok().filter(|year| digits && (1900..=2199).contains(year));
            year.ok_or_else(|| no(text, Expected::Year))
        })
    }

    pub(crate) fn cvr(&mut self, column: &Column) -> Option<Cvr> {
        self.value(column, |text| text.parse().map_err(|_| no(text, Expected::Cvr)))
    }

    /// A fault or a note about it never repeats the number.
    pub(crate) fn cpr(&mut self, column: &Column) -> Option<Cpr> {
        let cpr = self.value(column, |text| Cpr::parse(text).map_err(FaultKind::Cpr))?;
        if !cpr.is_test_number() && !cpr.has_check_digit() {
            self.faults.note(Note::column(&self.heading.file, self.line, column.heading, NoteKind::NoCheckDigit));
        }
        Some(cpr)
    }
}

fn amount(text: &str, ore: i64) -> Result<Ore, FaultKind> {
    if ore.unsigned_abs() <= LARGEST_AMOUNT.unsigned_abs() {
        Ok(Ore(ore))
    } else {
        Err(no(text, Expected::SmallerAmount))
    }
}

fn no(value: &str, expected: Expected) -> FaultKind {
    FaultKind::Format { value: Shown::new(value), expected }
}

fn not_negative(text: &str, decimals: usize, unit: &'static str, expected: Expected) -> Result<i64, FaultKind> {
    match values::decimal(text, decimals) {
        Some(number) if number < 0 => Err(FaultKind::Negative { value: Shown::new(text), unit }),
        Some(number) => Ok(number),
        None => Err(no(text, expected)),
    }
}
