//! What is written down about each change, in the same transaction as the change.
//!
//! An event names rows by id and counts; it never carries a name, a CPR number or a note's text.

use crate::ids::{CourseId, MentorId, UserId};
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
        role: &'static str,
    },
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
    MunicipalityNamed {
        code: String,
    },
}

/// An event with who and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEvent {
    pub at: Moment,
    /// `None` is the operator at the command line.
    pub user: Option<UserId>,
    pub event: Event,
}
