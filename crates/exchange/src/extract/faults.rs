//! What is wrong with an extract, as typed values with a file, a line and a column; and how many there may be of them.

use std::borrow::Cow;
use std::fmt;

use lods_domain::Cpr;
use lods_domain::cpr::CprError;

use super::rows::Line;

/// A value as a fault shows it: at most 60 characters, control characters escaped, and no CPR number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown(String);

impl Shown {
    #[must_use]
    pub fn new(value: &str) -> Shown {
        const LONGEST: usize = 60;
        // Rows whose columns are shifted put a CPR number into any column.
        if holds_cpr(value) {
            return Shown("••••••-••••".to_owned());
        }
        let mut shown = String::new();
        for (count, character) in value.chars().enumerate() {
            if count == LONGEST {
                shown.push('…');
                break;
            }
            if character.is_control() {
                shown.extend(character.escape_default());
            } else {
                shown.push(character);
            }
        }
        Shown(shown)
    }
}

fn holds_cpr(value: &str) -> bool {
    value.split(|character: char| !character.is_ascii_digit() && character != '-').any(|part| Cpr::parse(part).is_ok())
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a value was expected to be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Expected {
    #[error("no date (dd-mm-yyyy)")]
    Date,
    #[error("no time (dd-mm-yyyy hh:mm)")]
    Time,
    #[error("no amount (kroner as 1.290,20, at most two decimals)")]
    Money,
    #[error("too large (at most 100.000.000.000 kr.)")]
    SmallerAmount,
    #[error("too far (at most 40.000 km)")]
    SmallerDistance,
    #[error("no number of minutes (a whole number)")]
    Minutes,
    #[error("no number of hours a week (0 to 168, as 22,2)")]
    WeeklyHours,
    #[error("no distance (kilometres as 49,5, at most one decimal)")]
    Kilometres,
    #[error("no score (0 to 10, at most one decimal)")]
    Score,
    #[error("no year (1900 to 2199)")]
    Year,
    #[error("no CVR number (eight digits)")]
    Cvr,
    #[error("not one of {}", .0.join(", "))]
    OneOf(Vec<&'static str>),
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    #[error("the file is missing; a folder has at least forloeb.csv or forloeb.xlsx")]
    MissingTable,
    #[error("the same table is also in {0}; a table is one file")]
    RepeatedTable(String),
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
    #[error("the file is not a text file")]
    NotText,
    #[error("the file is in UTF-16; save it as UTF-8 or Windows-1252")]
    Utf16,
    #[error("the file begins as UTF-8 and does not go on so")]
    InvalidUtf8,
    #[error("the file is empty; a table has at least its headings")]
    NoHeading,
    #[error("the row takes more than 1 MiB; is a quotation mark not closed?")]
    RowTooLong,
    #[error("a quotation mark is not closed")]
    UnclosedQuote,
    #[error("the table has more than {0} rows")]
    TooManyRows(usize),
    #[error("the workbook cannot be read: {0}")]
    Workbook(String),
    #[error("the workbook takes more than 512 MiB when unpacked")]
    WorkbookTooLarge,
    #[error("the column is missing")]
    MissingColumn,
    #[error("the column is there more than once")]
    RepeatedColumn,
    #[error("the number of fields is {found}, in the heading it is {expected}")]
    FieldCount { found: usize, expected: usize },
    #[error("a value is required")]
    Empty,
    #[error("the text holds a control character")]
    ControlCharacter,
    #[error("the text is too long for a name or a key (400 bytes)")]
    TooLong,
    #[error("'{value}' is {expected}")]
    Format { value: Shown, expected: Expected },
    #[error("'{value}' is negative ({unit}, 0 or more)")]
    Negative { value: Shown, unit: &'static str },
    #[error("'{0}' is a spreadsheet's error")]
    SpreadsheetError(Shown),
    #[error("{0}")]
    Cpr(CprError),
    /// The key of a row that is not there. `what` is an English noun: "case", "mentor".
    #[error("there is no {what} '{key}'")]
    UnknownReference { what: &'static str, key: Shown },
    #[error("the same key is also on line {first_line}")]
    RepeatedKey { first_line: Line },
    /// A rule of the domain, in the words of its error. It must not repeat a CPR number.
    #[error("{0}")]
    Rule(String),
}

/// What is worth knowing and no hindrance.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteKind {
    #[error("the file is no table of the import format and is not read")]
    UnknownFile,
    #[error("the column is unknown and is not read")]
    UnknownColumn,
    #[error("the CPR number has no valid check digit; it is taken all the same")]
    NoCheckDigit,
    #[error("the course is led in Lods, where steps decided something else; they stand")]
    LedHere,
}

/// Something at a place in an extract. `Display` is what the command line writes:
/// `forloeb.csv:17: Slut: '31-02-2022' is no date (dd-mm-yyyy)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place<K> {
    /// The real name of the file.
    pub file: String,
    pub line: Option<Line>,
    /// The heading of the column.
    pub column: Option<Cow<'static, str>>,
    pub what: K,
}

pub type Fault = Place<FaultKind>;
pub type Note = Place<NoteKind>;

impl<K> Place<K> {
    /// Of a file as a whole.
    #[must_use]
    pub fn file(file: &str, what: K) -> Place<K> {
        Place { file: file.to_owned(), line: None, column: None, what }
    }

    /// Of a line as a whole.
    #[must_use]
    pub fn line(file: &str, line: Line, what: K) -> Place<K> {
        Place { line: Some(line), ..Place::file(file, what) }
    }

    #[must_use]
    pub fn column(file: &str, line: Line, column: impl Into<Cow<'static, str>>, what: K) -> Place<K> {
        Place { column: Some(column.into()), ..Place::line(file, line, what) }
    }
}

impl<K: fmt::Display> fmt::Display for Place<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ": {column}")?;
        }
        write!(f, ": {}", self.what)
    }
}

/// Collects faults and notes. Keeps the first [`Faults::KEPT`] of each and counts the rest.
#[derive(Debug, Default)]
pub struct Faults {
    faults: Vec<Fault>,
    faults_left_out: u64,
    notes: Vec<Note>,
    notes_left_out: u64,
}

impl Faults {
    /// How many faults, and how many notes, are kept in memory.
    pub const KEPT: usize = 10_000;

    pub fn add(&mut self, fault: Fault) {
        keep(&mut self.faults, &mut self.faults_left_out, fault);
    }

    pub fn note(&mut self, note: Note) {
        keep(&mut self.notes, &mut self.notes_left_out, note);
    }

    /// No faults; there may be notes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// The faults that were kept, in the order in which they were found.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// How many more faults there were.
    #[must_use]
    pub fn faults_left_out(&self) -> u64 {
        self.faults_left_out
    }

    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// How many more notes there were.
    #[must_use]
    pub fn notes_left_out(&self) -> u64 {
        self.notes_left_out
    }
}

fn keep<T>(list: &mut Vec<T>, left_out: &mut u64, item: T) {
    if list.len() < Faults::KEPT {
        list.push(item);
    } else {
        *left_out += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_cut_and_escaped_and_never_a_cpr_number() {
        assert_eq!(Shown::new("a\tb\u{1b}[31m").to_string(), "a\\tb\\u{1b}[31m");
        assert_eq!(Shown::new(&"æ".repeat(61)).to_string(), format!("{}…", "æ".repeat(60)));
        for value in ["010190-1234", "0101901234", "se 670190-1234, Ida"] {
            assert_eq!(Shown::new(value).to_string(), "••••••-••••");
        }
        assert_eq!(Shown::new("2021-00030").to_string(), "2021-00030");
    }

    #[test]
    fn faults_are_counted_beyond_those_that_are_kept() {
        let mut faults = Faults::default();
        for line in 0..10_002 {
            faults.add(Fault::line("budget.csv", line, FaultKind::Empty));
        }
        assert_eq!((faults.faults().len(), faults.faults_left_out()), (10_000, 2));
    }
}
