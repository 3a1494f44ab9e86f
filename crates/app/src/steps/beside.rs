//! The rows that steps write beside the course: follow-ups, goals, scores. They are what figures are counted from.

use lods_domain::Day;
use lods_domain::followups::FollowUp;
use lods_domain::goals::{Goal, Score};
use lods_domain::ids::{CourseId, GoalId, StepId};
use lods_domain::steps::effects::Beside;
use lods_domain::steps::{Answers, Recorded, StepKind, standing};
use lods_store::{Reading, followups, goals, steps as stored};
use serde::{Deserialize, Serialize};

use crate::Result;

/// The code of a goal that was set in a step; no municipality numbers its own so.
pub(super) fn code(step: StepId) -> String {
    format!("lods-{step}")
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

/// A row that came by no step, and that a step of its day took the place of.
#[derive(Serialize, Deserialize)]
enum Replaced {
    FollowUp { caseworker: Option<bool>, mentor: Option<bool>, mentee: Option<bool> },
    Score(i64),
}

/// The row of its day that the step is about to take the place of, as it is kept; `None` where there is none, or another
/// step wrote it.
pub(super) async fn replaced(
    tx: &mut Reading,
    course: CourseId,
    (kind, day, answers): (StepKind, Day, &Answers),
    (subject, steps): (Option<i64>, &[Recorded]),
) -> Result<Option<String>> {
    if standing(steps).any(|step| (step.kind, step.day, step.subject) == (kind, day, subject)) {
        return Ok(None);
    }
    let replaced = match Beside::of(kind, day, answers) {
        Some(Beside::FollowUp(new)) => followups::on(tx, course, new.on).await?.map(|stood| Replaced::FollowUp {
            caseworker: stood.caseworker,
            mentor: stood.mentor,
            mentee: stood.mentee,
        }),
        Some(Beside::Score { goal, on, .. }) => {
            goals::score_on(tx, goal, on).await?.map(|score| Replaced::Score(score.tenths()))
        }
        _ => None,
    };
    Ok(replaced.and_then(|replaced| serde_json::to_string(&replaced).ok()))
}

/// Takes away what the step wrote; another step of the same day that stands is written again, or the row that was there
/// before any step. `false` where something rests on it; then nothing was changed.
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
    let same = |step: &&Recorded| (step.kind, step.day, step.subject) == (undone.kind, undone.day, undone.subject);
    match standing(steps).rev().filter(|step| step.id != undone.id).find(same) {
        Some(other) => write(tx, course, other.id, (other.kind, other.day, &other.answers)).await?,
        None => put_back(tx, course, undone, steps.iter().rev().filter(same)).await?,
    }
    Ok(true)
}

/// Writes what the first of the steps took the place of: that one keeps it.
async fn put_back(
    tx: &mut Reading,
    course: CourseId,
    undone: &Recorded,
    same: impl Iterator<Item = &Recorded>,
) -> Result<()> {
    for step in same {
        let Some(stood) = stored::stood(tx, step.id).await? else { continue };
        let unreadable = |_| lods_store::Error::Unknown { what: "course_steps.stood" };
        match serde_json::from_str(&stood).map_err(unreadable)? {
            Replaced::FollowUp { caseworker, mentor, mentee } => {
                let row = FollowUp { on: undone.day, caseworker, mentor, mentee };
                followups::write(tx, course, &row).await?;
            }
            Replaced::Score(tenths) => {
                if let (Some(goal), Some(score)) = (undone.subject, Score::from_tenths(tenths)) {
                    goals::score(tx, GoalId(goal), undone.day, score).await?;
                }
            }
        }
        break;
    }
    Ok(())
}
