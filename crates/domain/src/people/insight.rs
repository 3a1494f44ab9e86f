//! Everything held about a person, as a document before it has a form: tables with Danish labels, and values that still
//! know what they are.

use crate::access::{FieldClass, Purpose, What};
use crate::ids::PersonId;
use crate::notes::Visibility;
use crate::people::Correctable;
use crate::sharing::{GivenHow, Kind};
use crate::{Day, Minutes, Moment};

/// Everything that may be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insight {
    pub person: PersonId,
    pub name: String,
    pub municipality: String,
    pub made_at: Moment,
    /// In the order of reading; none is without rows.
    pub tables: Vec<HeldTable>,
    /// Courses of the person that whoever gives the insight has no access to: another department gives those.
    pub courses_beyond: i64,
    /// What is left out, and why, in Danish.
    pub left_out: Vec<&'static str>,
}

/// The rows of one table of the database about the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldTable {
    /// The table's name in the database.
    pub name: &'static str,
    /// In Danish.
    pub label: &'static str,
    pub columns: Vec<HeldColumn>,
    /// As long as `columns`, each.
    pub rows: Vec<Vec<Held>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldColumn {
    pub name: &'static str,
    /// In Danish.
    pub label: &'static str,
}

/// A value on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    Nothing,
    Text(String),
    Day(Day),
    Moment(Moment),
    Minutes(Minutes),
    Number(i64),
    /// Tenths of a point: a score.
    Tenths(i64),
    YesNo(bool),
    Purpose(Purpose),
    What(What),
    Visibility(Visibility),
    Class(FieldClass),
    Kinds(Vec<Kind>),
    GivenHow(GivenHow),
    Correctable(Correctable),
}
