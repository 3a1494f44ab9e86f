//! Sessions (`registreringer`): what a mentor did, or tried to do, with a mentee.

use crate::units::coded;
use crate::{Day, Minutes, Moment};

coded! {
    /// How mentor and mentee met.
    SessionForm {
        Meeting = "møde",
        HomeVisit = "hjemmebesøg",
        Accompaniment = "ledsagelse",
        Phone = "telefon",
        Video = "video",
        Group = "gruppe",
    }
}

coded! {
    /// What came of it. Only a held session has face-to-face minutes.
    SessionOutcome {
        Held = "afholdt",
        ClosedDoor = "lukket dør",
        NoShow = "udeblevet",
        CancelledByMentee = "aflyst af borger",
        CancelledByMentor = "aflyst af mentor",
    }
}

/// One session as registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub started_at: Moment,
    pub form: SessionForm,
    pub outcome: SessionOutcome,
    /// Face-to-face time.
    pub ata: Minutes,
    pub transport: Option<Minutes>,
    /// Hundreds of metres driven: 49.5 km is 495.
    pub hectometres: Option<i64>,
    /// The same text is the same group session.
    pub group: Option<String>,
}

/// Why a session cannot be registered, with the field that it concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SessionFault {
    #[error("a session that was not held has no face-to-face minutes")]
    MinutesWithoutMeeting,
    #[error("a session lasts at most 24 hours")]
    TooLong,
    #[error("a session cannot begin in the future")]
    InTheFuture,
    #[error("the session is before the course's start")]
    BeforeStart,
    #[error("the session is after the course's end")]
    AfterEnd,
    #[error("the course is not granted and started")]
    CourseNotStarted,
}

/// A session that was held lasts at most a day: longer is a slip of the pen (breatheco-de #9285 shows where believing it leads).
pub const LONGEST: Minutes = Minutes::new(24 * 60);

impl Session {
    /// What can be wrong with the session by itself, whoever registers it and wherever it comes from.
    pub fn check(&self) -> Result<(), SessionFault> {
        if self.outcome != SessionOutcome::Held && self.ata > Minutes::ZERO {
            return Err(SessionFault::MinutesWithoutMeeting);
        }
        if self.ata > LONGEST || self.transport.is_some_and(|transport| transport > LONGEST) {
            return Err(SessionFault::TooLong);
        }
        Ok(())
    }

    /// Decides whether a mentor may record the session now, on a course that runs from `start` to `end`.
    pub fn record(self, on: Day, now: Moment, start: Option<Day>, end: Option<Day>) -> Result<Session, SessionFault> {
        self.check()?;
        if self.started_at > now {
            return Err(SessionFault::InTheFuture);
        }
        let start = start.ok_or(SessionFault::CourseNotStarted)?;
        if on < start {
            return Err(SessionFault::BeforeStart);
        }
        if end.is_some_and(|end| on > end) {
            return Err(SessionFault::AfterEnd);
        }
        Ok(self)
    }
}
