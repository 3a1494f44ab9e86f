//! The one definition of *no successful contact for N days*: lists, *Today* and letters take it from here.

use crate::Day;
use crate::steps::{Choice, Recorded, StepField, StepKind, standing};

/// Contact that is on record outside the steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Met {
    /// The last session that was held.
    pub held: Option<Day>,
    /// The last follow-up in which the young person took part.
    pub followed_up: Option<Day>,
}

/// Whether the step shows that somebody was in contact with the young person: a weekly talk, an attempt that reached
/// them, a follow-up in which they took part.
#[must_use]
pub fn is_contact(step: &Recorded) -> bool {
    match step.kind {
        StepKind::ExtentTalk => true,
        StepKind::ContactAttempt => step.answers.one(StepField::Reached) == Some(Choice::Yes),
        StepKind::FollowUp => step.answers.many(StepField::TookPart).contains(&Choice::YoungPerson),
        _ => false,
    }
}

/// The last day of successful contact; `None` when there never was any.
#[must_use]
pub fn last_contact(met: Met, steps: &[Recorded]) -> Option<Day> {
    let by_step = standing(steps).filter(|step| is_contact(step)).map(|step| step.day);
    by_step.chain(met.held).chain(met.followed_up).max()
}

/// The day from which silence is counted: the last contact, or the course's start, or the end of its last pause.
#[must_use]
pub fn silent_since(start: Day, met: Met, steps: &[Recorded]) -> Day {
    let resumed = standing(steps).filter(|step| step.kind == StepKind::Resume).map(|step| step.day);
    resumed.chain(last_contact(met, steps)).fold(start, Day::max)
}

/// Whole days of silence on the day; 0 on the day of the contact itself.
#[must_use]
pub fn silent_days(start: Day, met: Met, steps: &[Recorded], on: Day) -> i64 {
    on.days_since(silent_since(start, met, steps)).max(0)
}
