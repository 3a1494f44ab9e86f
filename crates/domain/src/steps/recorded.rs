//! A step on record.

use super::{Answers, StepKind};
use crate::access::{Field, Role};
use crate::ids::{StepId, UserId};
use crate::{Day, Moment};

/// A step as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub id: StepId,
    pub kind: StepKind,
    /// The day on which it took place.
    pub day: Day,
    pub at: Moment,
    /// `None` is the operator.
    pub user: Option<UserId>,
    /// The role in which it was taken.
    pub role: Option<Role>,
    pub answers: Answers,
    /// The goal or the step that it is about.
    pub subject: Option<i64>,
    /// The step that took it back.
    pub undone_by: Option<StepId>,
}

impl Recorded {
    /// Whether it counts: it is not taken back, and takes none back.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.undone_by.is_none() && self.kind != StepKind::Undo
    }
}

/// The steps that count, in the order in which they were recorded.
pub fn standing(steps: &[Recorded]) -> impl DoubleEndedIterator<Item = &Recorded> {
    steps.iter().filter(|step| step.stands())
}

/// What somebody must see of a course to see the step: of one that takes another back, what that one asks for.
#[must_use]
pub fn field_of(steps: &[Recorded], step: &Recorded) -> Field {
    let undone = steps.iter().find(|other| other.undone_by == Some(step.id));
    undone.unwrap_or(step).kind.field()
}

/// The last step of the kind that counts, by the day on which it took place.
#[must_use]
pub fn last_of(steps: &[Recorded], kind: StepKind) -> Option<&Recorded> {
    standing(steps).filter(|step| step.kind == kind).max_by_key(|step| (step.day, step.id))
}
