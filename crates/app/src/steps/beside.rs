//! The rows that steps write beside the course: follow-ups, goals, scores. They are what figures are counted from.

use lods_domain::Day;
use lods_domain::goals::Goal;
use lods_domain::ids::{CourseId, StepId};
use lods_domain::steps::effects::Beside;
use lods_domain::steps::{Answers, Recorded, StepKind, standing};
use lods_store::{Reading, followups, goals};

use crate::Result;

/// The code of a goal that was set in a step.
fn code(step: StepId) -> String {
    format!("L{step}")
}

/// Writes what the step says.
pub(super) async fn write(
    tx: &mut Reading,
    course: CourseId,
    step: StepId,
    (kind, day, answers): (StepKind, Day, &Answers),
) -> Result<()> {
    match Beside::of(kind, day, answers) {
        None => {}
        Some(Beside::FollowUp(follow_up)) => followups::write(tx, course, &follow_up).await?,
        Some(Beside::Goal { kind, title, created_on }) => {
            let goal = Goal { code: code(step), kind, title, created_on: Some(created_on) };
            goals::insert(tx, course, &goal).await?;
        }
        Some(Beside::Score { goal, on, score }) => goals::score(tx, goal, on, score).await?,
    }
    Ok(())
}

/// Takes away what the step wrote; another step of the same day that stands is written again. `false` where something
/// rests on it.
pub(super) async fn take_back(
    tx: &mut Reading,
    course: CourseId,
    undone: &Recorded,
    steps: &[Recorded],
) -> Result<bool> {
    match Beside::of(undone.kind, undone.day, &undone.answers) {
        None => return Ok(true),
        Some(Beside::Goal { .. }) => return Ok(goals::remove(tx, &code(undone.id)).await?),
        Some(Beside::FollowUp(follow_up)) => followups::remove(tx, course, follow_up.on).await?,
        Some(Beside::Score { goal, on, .. }) => goals::remove_score(tx, goal, on).await?,
    }
    let same = |step: &&Recorded| {
        step.id != undone.id && (step.kind, step.day, step.subject) == (undone.kind, undone.day, undone.subject)
    };
    if let Some(other) = standing(steps).rev().find(same) {
        write(tx, course, other.id, (other.kind, other.day, &other.answers)).await?;
    }
    Ok(true)
}
