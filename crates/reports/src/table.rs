//! The table that every form of a figure is written from.

use lods_domain::figures::decimals::{Hours, Proportion};
use lods_domain::figures::demand::Number;
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::figures::placements::DurationBucket;
use lods_domain::ids::MentorId;
use lods_domain::units::UnitKind;
use lods_domain::{Day, Ore};
use lods_i18n::Texts;

/// One table of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Short: the sheet of a workbook.
    pub name: String,
    pub caption: String,
    pub columns: Vec<Column>,
    /// Each as wide as `columns`.
    pub rows: Vec<Row>,
    /// The day or period it is as of, its definition, and what a reader must know besides.
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    /// Aligned to the right.
    pub numeric: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// A sum of the rows above.
    pub total: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub value: Value,
    pub link: Option<Link>,
}

/// What a cell says. Each form writes it in its own way: a person reads `1.290,20 kr.`, a spreadsheet 1290.2.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    /// A part of what the row above says.
    Part(String),
    Count(i64),
    /// A number that is known with up to four decimals: 217.5 persons.
    Number(Number),
    Hours(Hours),
    Money(Ore),
    /// An amount in million kroner: shown with one decimal, and exact in files.
    Millions(Ore),
    /// `kept` of `in_scope`, in per cent; a dash when none is in scope.
    Share {
        kept: i64,
        in_scope: i64,
    },
    /// A part of a whole, in per cent with one decimal.
    Proportion(Proportion),
    Day(Day),
    Empty,
    /// A number that the reader is not shown, because it is small or would tell one that is.
    Hidden,
}

/// What stands behind a number, for the pages to make an address of. The day or period is the figure's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// Active courses on the figure's day. `None` is all of them, an empty text those without a unit or a group.
    Placements { unit: Option<String>, group: Option<String>, bucket: Option<DurationBucket> },
    /// Courses active in the year, or started in it. `kind`: `None` is all kinds, `Some(None)` the courses without a unit.
    Courses { year: i16, kind: Option<Option<UnitKind>>, started: bool },
    /// The cost postings of the year: of a unit by its name, of a kind, or all.
    Postings { year: i16, unit: Option<String>, kind: Option<UnitKind> },
    /// The mentor's held sessions in the figure's year.
    MentorSessions { mentor: MentorId },
    /// The courses that broke the recommendation in the figure's period.
    Broken(Recommendation),
}

impl Column {
    #[must_use]
    pub fn text(heading: impl Into<String>) -> Column {
        Column { heading: heading.into(), numeric: false }
    }

    #[must_use]
    pub fn number(heading: impl Into<String>) -> Column {
        Column { heading: heading.into(), numeric: true }
    }
}

impl Row {
    #[must_use]
    pub fn new(cells: Vec<Cell>) -> Row {
        Row { cells, total: false }
    }

    #[must_use]
    pub fn total(cells: Vec<Cell>) -> Row {
        Row { cells, total: true }
    }
}

impl Cell {
    #[must_use]
    pub fn text(text: impl Into<String>) -> Cell {
        Value::Text(text.into()).into()
    }

    /// A count with the list behind it. Nothing stands behind zero.
    #[must_use]
    pub fn counted(count: i64, link: Link) -> Cell {
        Cell { value: Value::Count(count), link: (count != 0).then_some(link) }
    }

    /// As [`Cell::counted`]; nothing stands behind a count that is hidden either.
    #[must_use]
    pub fn seen(count: Option<i64>, link: Link) -> Cell {
        count.map_or(Value::Hidden.into(), |count| Cell::counted(count, link))
    }
}

impl From<Value> for Cell {
    fn from(value: Value) -> Cell {
        Cell { value, link: None }
    }
}

impl Value {
    pub const DASH: &str = "–";
    /// The mark of a number that is hidden: the same whatever the reason, which would tell.
    pub const HIDDEN: &str = "•";

    /// As a person reads it.
    #[must_use]
    pub fn shown(&self, t: Texts) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Part(text) => format!("{} {text}", Value::DASH),
            Value::Count(count) => t.whole(*count),
            Value::Number(number) => t.trimmed(number.as_kroner().0),
            Value::Hours(hours) => t.hundredths(hours.0),
            Value::Money(amount) => t.money(*amount),
            Value::Millions(amount) => t.millions(*amount),
            Value::Share { kept, in_scope } => t.percent(*kept, *in_scope),
            Value::Proportion(share) => t.amount_percent(&t.trimmed(share.0.saturating_mul(10))),
            Value::Day(day) => t.date_short(*day),
            Value::Empty => Value::DASH.to_owned(),
            Value::Hidden => Value::HIDDEN.to_owned(),
        }
    }
}

/// The notes of several tables, each once, in their order.
#[must_use]
pub fn notes(tables: &[Table]) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for note in tables.iter().flat_map(|table| &table.notes) {
        if !found.contains(&note.as_str()) {
            found.push(note);
        }
    }
    found
}

/// Why some numbers are hidden, below a figure's tables; `smallest` is the smallest count that is shown.
#[must_use]
pub fn hidden_note(t: Texts, smallest: Option<i64>) -> Option<String> {
    smallest.map(|smallest| t.small_numbers_note(Value::HIDDEN, smallest - 1))
}
