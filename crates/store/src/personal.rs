//! Where a citizen's data stand: every table and column that holds them, and how the rows are found from the person. A
//! test walks the schema and fails on a column that has no place here. Insight is read by this; what the tables and columns
//! are called, `lods_i18n` knows.
//!
//! What is left out of an insight, and on which reading of the law (ours): who read about the person (the court's
//! judgment C-579/21, Pankki S: the purpose and the time of a reading are the person's, the employee's name is not, unless
//! it is needed to use one's rights); and the writer's own working notes, which are no documents of the case until they
//! are used (offentlighedsloven § 23, forvaltningsloven § 12).

mod course;
mod read;
mod tables;

use lods_domain::access::{Field, Fields, Reach};
use lods_domain::ids::PersonId;

pub use self::read::{Person, Rights, courses_beyond, person, read};
pub use self::tables::TABLES;

use crate::sealed::Sealed;

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
    /// A stable word of the program that is no enum of the domain.
    Code,
    Day,
    Moment,
    Minutes,
    Number,
    Tenths,
    Hectometres,
    YesNo,
    /// Sealed; the key of the row is the expression.
    Sealed(Sealed, &'static str),
    Cpr,
    /// The id of a row of the table, shown by its name.
    Named(&'static str),
    Gender,
    Decision,
    EndKind,
    GoalKind,
    Form,
    Outcome,
    Field,
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
    Given {
        kind: Kind,
        field: Option<Field>,
    },
    LeftOut(Why),
}

/// Why a column is given to nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A number of a row, which says nothing of the person.
    Id,
    /// By which the CPR number is found.
    LookupKey,
    /// A copy of the name to search and sort by.
    SearchCopy,
    /// A random key out of a form.
    FormKey,
    /// How often the row was changed.
    Version,
    /// Who read (the court's judgment C-579/21).
    Reader,
    /// Computed from what is given.
    Derived,
    /// For signing in.
    Secret,
    /// Names something that others are part of, too.
    OfOthersToo,
    /// The same in all rows that are given.
    Same,
    /// Filled in for staff only.
    OfStaff,
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
    pub by: By,
    pub columns: &'static [Column],
}

/// Who is given the insight, and so what it holds.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    pub person: PersonId,
    /// The courses that may be given.
    pub reach: &'a Reach,
    /// The fields that may be given: at most what [`Rights`] of the person hold.
    pub fields: Fields,
}
