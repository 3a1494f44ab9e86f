//! In whose name a step is told: young person and mentor answer the same questions, and neither answers for the other.

use super::{Finding, What};
use crate::access::Role;
use crate::steps::{Answers, Choice, StepField, StepKind};

/// Whether whoever takes the step in one of the roles may speak in the name that is given. The authority writes down what
/// anybody told it; `None` is the operator.
#[must_use]
pub fn voice(kind: StepKind, roles: &[Option<Role>], answers: &Answers) -> Option<Finding> {
    let field = if kind == StepKind::Rematch { StepField::By } else { StepField::Voice };
    let said = answers.one(field)?;
    let may = |role: &Option<Role>| match role {
        Some(Role::YoungPerson) => said == Choice::YoungPerson,
        // A score is given in a talk, and the mentor holds the pen; an evaluation is of the mentor, too.
        Some(Role::Mentor) if kind == StepKind::Score => matches!(said, Choice::Mentor | Choice::YoungPerson),
        Some(Role::Mentor) => said == Choice::Mentor,
        _ => true,
    };
    (!roles.iter().any(may)).then(|| Finding::refusal(What::NotTheirVoice, Some(field)))
}
