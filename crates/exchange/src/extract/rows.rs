//! The tables of an extract as typed rows. A row refers to others by the keys that the municipality uses.
//!
//! Small tables are read whole. The tables that grow with every meeting (time records, follow-ups, goal scores) are
//! streamed, with borrowed text, so that five million of them take no more memory than five.

use lods_domain::courses::Course;
use lods_domain::economy::{Posting, Price};
use lods_domain::followups::FollowUp;
use lods_domain::goals::{Goal, Score};
use lods_domain::mentors::{Mentor, SupervisionForm};
use lods_domain::people::Person;
use lods_domain::sessions::{SessionForm, SessionOutcome};
use lods_domain::sharing::{GivenHow, Kind};
use lods_domain::units::UnitKind;
use lods_domain::{Cpr, Cvr, Day, Minutes, Moment, Ore};

/// The number of a row's line in its file, from 1 (the heading). In XLSX, the sheet's row.
pub type Line = u64;

/// A row and where it stood.
#[derive(Debug, Clone)]
pub struct At<T> {
    pub line: Line,
    pub row: T,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    pub name: String,
    pub kind: UnitKind,
    pub cvr: Option<Cvr>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceRow {
    pub unit: String,
    pub price: Price,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentorRow {
    pub unit: String,
    pub mentor: Mentor,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseRow {
    pub course: Course,
    pub cpr: Cpr,
    /// Empty when none is given.
    pub unit: String,
    /// The mentor's code; empty when none is given.
    pub mentor: String,
    /// `None` when the file has no such column; empty when none is given.
    pub department: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalRow {
    pub case_number: String,
    pub goal: Goal,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupervisionRow {
    pub mentor: String,
    pub on: Day,
    pub form: Option<SupervisionForm>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentRow {
    pub cpr: Cpr,
    pub given_on: Day,
    pub withdrawn_on: Option<Day>,
    pub recipient: String,
    pub purpose: String,
    pub details: ConsentDetails,
}

/// What a consent says beyond the format. `None` when the file has no such column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConsentDetails {
    pub kinds: Option<Vec<Kind>>,
    pub given_how: Option<Option<GivenHow>>,
    pub valid_to: Option<Option<Day>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingRow {
    pub unit: String,
    pub posting: Posting,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetRow {
    pub year: i16,
    pub account: String,
    pub unit: String,
    pub amount: Ore,
}

pub type PersonRow = Person;

/// A time record (`registreringer`). `day` and `month` (see `Day::month_index`) are Danish local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeRecordRow<'a> {
    pub case_number: &'a str,
    pub mentor: &'a str,
    pub started_at: Moment,
    pub day: Day,
    pub form: SessionForm,
    pub outcome: SessionOutcome,
    pub ata: Minutes,
    pub transport: Option<Minutes>,
    pub hectometres: Option<i64>,
    /// Empty when the session was no group session.
    pub group: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowUpRow<'a> {
    pub case_number: &'a str,
    pub follow_up: FollowUp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScoreRow<'a> {
    pub goal: &'a str,
    pub on: Day,
    pub score: Score,
}

/// The tables that are read whole. `None` is a table that the folder does not have.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    pub units: Option<Vec<At<UnitRow>>>,
    pub prices: Option<Vec<At<PriceRow>>>,
    pub mentors: Option<Vec<At<MentorRow>>>,
    pub people: Option<Vec<At<PersonRow>>>,
    pub courses: Vec<At<CourseRow>>,
    pub goals: Option<Vec<At<GoalRow>>>,
    pub supervisions: Option<Vec<At<SupervisionRow>>>,
    pub consents: Option<Vec<At<ConsentRow>>>,
    pub postings: Option<Vec<At<PostingRow>>>,
    pub budgets: Option<Vec<At<BudgetRow>>>,
}
