//! What is written down about each change, in the same transaction as the change.
//!
//! An event names rows by id and counts; it never carries a name, a CPR number or a note's text.

use crate::ids::{CourseId, DepartmentId, MentorId, NoteId, PersonId, StepId, UserId};
use crate::{Day, Moment};

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    Imported {
        rows: u64,
        changed: u64,
    },
    Exported,
    /// What was searched for is not told here.
    Searched,
    SessionRegistered {
        course: CourseId,
        mentor: MentorId,
        started_at: i64,
    },
    UserAdded {
        user: UserId,
    },
    /// A role was given to a user, or taken: the assignment's own number says which.
    RoleGiven {
        user: UserId,
        role: &'static str,
        assignment: i64,
    },
    RoleTaken {
        user: UserId,
        role: &'static str,
        assignment: i64,
    },
    /// The declaration of confidentiality was signed.
    Declared {
        user: UserId,
    },
    SignedOutEverywhere {
        user: UserId,
    },
    /// A second factor was set up, or taken away.
    SecondFactorSet {
        user: UserId,
    },
    SecondFactorRemoved {
        user: UserId,
    },
    PasswordChanged {
        user: UserId,
    },
    LinkMade {
        user: UserId,
    },
    NoteWritten {
        note: NoteId,
        course: CourseId,
        visibility: &'static str,
    },
    NoteCorrected {
        note: NoteId,
        corrects: NoteId,
        course: CourseId,
    },
    /// The course's department, or a co-mentor's time: what it is from now on.
    TeamChanged {
        course: CourseId,
        department: Option<DepartmentId>,
        co_mentor: Option<MentorId>,
        from: Option<Day>,
        to: Option<Day>,
    },
    ConsentGiven {
        person: PersonId,
        given_on: Day,
    },
    ConsentWithdrawn {
        person: PersonId,
        given_on: Day,
    },
    Disclosed {
        disclosure: i64,
        course: CourseId,
    },
    DelayRecorded {
        course: CourseId,
        days: i64,
    },
    NetworkShareSet {
        user: UserId,
        field: &'static str,
        shared: bool,
    },
    EmergencyOpened {
        access: i64,
        course: CourseId,
        /// Seconds since 1970.
        until: i64,
    },
    EmergencyReviewed {
        access: i64,
    },
    ReadingReviewed {
        user: UserId,
        day: Day,
        kind: &'static str,
    },
    InsightGiven {
        person: PersonId,
    },
    Corrected {
        person: PersonId,
        field: &'static str,
    },
    Restricted {
        person: PersonId,
        restricted: bool,
    },
    RetentionDecided {
        kind: &'static str,
        subject: i64,
        action: &'static str,
    },
    RuleChanged {
        rule: &'static str,
        value: i64,
        from: Day,
    },
    KeysRotated {
        key: i64,
    },
    MasterKeyChanged,
    UserDisabled {
        user: UserId,
    },
    SignedIn {
        user: UserId,
    },
    SignedOut {
        user: UserId,
    },
    SignInRefused {
        reason: &'static str,
    },
    LanguageChosen {
        user: UserId,
        language: &'static str,
    },
    RollupsRebuilt {
        on: Day,
    },
    /// A step was taken on a course: which, not what was said in it.
    StepTaken {
        course: CourseId,
        step: StepId,
        kind: &'static str,
    },
    StepUndone {
        course: CourseId,
        step: StepId,
        by: StepId,
    },
    /// A letter was made of a step.
    LetterMade {
        course: CourseId,
        step: StepId,
    },
    /// A need was told of.
    ConcernReported {
        report: i64,
    },
    ConcernTakenUp {
        report: i64,
        how: &'static str,
        course: Option<CourseId>,
    },
    StanceTaken {
        recommendation: &'static str,
        stance: &'static str,
        from: Day,
    },
    ExperienceWritten {
        recommendation: &'static str,
        experience: i64,
    },
    MunicipalityNamed {
        code: String,
    },
}

/// Where the chain of events is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    #[error("event {event} was altered, or stands in another's place")]
    Altered { event: i64 },
    #[error("event {first} should come next and is missing; {found} stands there")]
    Missing { first: i64, found: i64 },
    #[error("the last event is {last}, but the head of the chain tells of {told}: events were cut off or added")]
    End { last: i64, told: i64 },
}

/// An event with who and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEvent {
    pub at: Moment,
    /// `None` is the operator at the command line.
    pub user: Option<UserId>,
    pub event: Event,
}
