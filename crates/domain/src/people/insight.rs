//! Everything held about a person, as a document before it has a form or a language: tables and columns by their names in
//! the database, and values that still know what they are.

use crate::access::{Field, FieldClass, Purpose, What};
use crate::concerns::Told;
use crate::courses::{Decision, EndKind};
use crate::figures::fidelity::Recommendation;
use crate::goals::GoalKind;
use crate::ids::PersonId;
use crate::notes::Visibility;
use crate::people::{Correctable, Gender};
use crate::sessions::{SessionForm, SessionOutcome};
use crate::sharing::{GivenHow, Kind};
use crate::steps::{Answers, Choice, StepKind};
use crate::units::coded;
use crate::{Cpr, Day, Minutes, Moment};

coded! {
    /// What an insight does not hold.
    LeftOut {
        /// The names of those who read about the person (the court's judgment C-579/21).
        Readers = "readers",
        /// The working notes of the staff, for the writer alone.
        WorkingNotes = "working-notes",
        /// Notes of the case team: whoever gave the insight does not see them. A caseworker does.
        TeamNotes = "team-notes",
        /// Notes between the young person and the mentor: whoever gave the insight does not see them.
        SharedNotes = "shared-notes",
        /// CPR number, address and what was corrected: whoever gave the insight does not see them.
        NumberAndAddress = "number-and-address",
        /// What a member of staff typed and has not sent.
        Drafts = "drafts",
        /// Who told of a concern as a private person.
        Tellers = "tellers",
        /// Concerns that no course came of: whoever gave the insight does not see them. A caseworker does.
        Untaken = "untaken",
        /// Steps or decisions that whoever gave the insight does not see.
        Steps = "steps",
        /// Keys of rows and forms, secrets of signing in, and what is computed from the rest.
        Technical = "technical",
    }
}

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
    pub left_out: Vec<LeftOut>,
}

/// The rows of one table of the database about the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldTable {
    /// The table's name in the database.
    pub name: &'static str,
    /// The columns' names in the database.
    pub columns: Vec<&'static str>,
    /// As long as `columns`, each.
    pub rows: Vec<Vec<Held>>,
}

/// A value on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    Nothing,
    Text(String),
    /// A stable word of the program that is no enum of the domain.
    Code(String),
    Cpr(Cpr),
    Day(Day),
    Moment(Moment),
    Minutes(Minutes),
    Number(i64),
    /// Tenths of a point: a score.
    Tenths(i64),
    Hectometres(i64),
    YesNo(bool),
    Gender(Gender),
    Decision(Decision),
    EndKind(EndKind),
    GoalKind(GoalKind),
    Form(SessionForm),
    Outcome(SessionOutcome),
    /// What is shared with somebody of the network.
    Field(Field),
    Purpose(Purpose),
    What(What),
    Visibility(Visibility),
    Class(FieldClass),
    Kinds(Vec<Kind>),
    GivenHow(GivenHow),
    Correctable(Correctable),
    Step(StepKind),
    /// Of a step: names, numbers and days in place of ids.
    Answers(StepKind, Answers),
    Recommendation(Recommendation),
    /// Why it was departed from.
    Cause(Choice),
    /// What was told of a concern, and not who told it as a private person.
    Told(Box<Told>),
}
