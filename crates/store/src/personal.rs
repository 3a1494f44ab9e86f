//! Where a citizen's data stand: every table and column that holds them, with its Danish label, and how the rows are found
//! from the person. A test walks the schema and fails on a column that has no place here. Insight is read by this.
//!
//! What is left out of an insight, and on which reading of the law (ours): who read about the person (the court's
//! judgment C-579/21, Pankki S: the purpose and the time of a reading are the person's, the employee's name is not, unless
//! it is needed to use one's rights); and the writer's own working notes, which are no documents of the case until they
//! are used (offentlighedsloven § 23, forvaltningsloven § 12).

mod read;
mod tables;

use lods_domain::access::{Fields, Reach};
use lods_domain::ids::PersonId;

pub use self::read::{Person, courses_beyond, person, read};
pub use self::tables::TABLES;

use crate::sealed::Sealed;
use lods_domain::access::Field;

/// How a table's rows are found from the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The row with the person's id.
    Itself,
    /// The courses of the person.
    Courses,
    /// `person_id`.
    Person,
    /// `course_id`, of a course of the person.
    Course,
    /// `goal_id`, of a goal of a course of the person.
    Goal,
    /// `user_id`, of an account tied to the person.
    Account,
    /// `subject`, where the decision is about a person.
    Subject,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Day,
    Moment,
    Minutes,
    Number,
    Tenths,
    YesNo,
    /// Sealed; the key of the row is the expression.
    Sealed(Sealed, &'static str),
    Cpr,
    /// The id of a row of the table, shown by its name.
    Named(&'static str),
    Form,
    Outcome,
    Purpose,
    What,
    Visibility,
    Class,
    Kinds,
    GivenHow,
    Correctable,
}

/// Where a column goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placed {
    /// Given, to whoever sees the field (`None`: to everybody who may give an insight).
    Given { label: &'static str, kind: Kind, field: Option<Field> },
    /// Not given, for the reason, in Danish.
    LeftOut(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    pub placed: Placed,
}

/// A table that holds personal data of citizens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    pub name: &'static str,
    pub label: &'static str,
    pub by: By,
    pub columns: &'static [Column],
}

/// Who is given the insight, and so what it holds.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    pub person: PersonId,
    /// The courses that may be given.
    pub reach: &'a Reach,
    /// The fields that may be given.
    pub fields: Fields,
}
