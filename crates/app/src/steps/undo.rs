//! Takes a step back by another: both stay on record, and the course stands as it did before.

use lods_domain::Moment;
use lods_domain::access::{Actor, What, decide};
use lods_domain::audit::Event;
use lods_domain::ids::{CourseId, StepId};
use lods_domain::steps::{Answer, Answers, Recorded, StepField, StepKind};
use lods_store::steps::NewStep;
use lods_store::{Reading, standing, steps};

use super::beside;
use super::met::{Ground, action, course};
use crate::access::tokens::is_key;
use crate::courses::rollups;
use crate::{App, Error, Result, audit};

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub enum Undone {
    /// It is taken back; or it was already.
    Done,
    /// A reason is needed.
    NoReason,
    /// A later step moved the course, or something rests on it: that is taken back first.
    LaterFirst,
    /// A course begins with its concern.
    Never,
    Restricted,
    KeySpent,
}

/// Whether the step is of a kind that can be taken back.
#[must_use]
pub fn can_be(step: &Recorded) -> bool {
    step.stands() && step.kind != StepKind::Concern
}

/// Takes the step back, for a reason. Whoever may take a step of the kind may take it back.
pub async fn undo(
    app: &App,
    actor: &Actor,
    (id, step): (CourseId, StepId),
    (key, reason): (&str, &str),
    now: Moment,
) -> Result<Undone> {
    let today = app.today(now);
    let reach = app.allow(actor, action(actor, StepKind::Undo, today), What::Steps, now).await?;
    let (mut tx, shown) = course(app.changing(actor, now).await?, &reach, id).await?;
    let ground = Ground::read(&mut tx, &shown, shown.admitting(), today).await?;
    let undone = ground.steps.iter().find(|known| known.id == step).ok_or(Error::NotFound)?;
    let own_reach = decide(actor, action(actor, undone.kind, today), today)?;
    if lods_store::courses::get(&mut tx, &own_reach, id, What::Steps).await?.is_none() {
        tx.commit().await?;
        return Err(Error::NotFound);
    }
    let outcome = match reason.trim() {
        _ if shown.is_restricted() => Some(Undone::Restricted),
        _ if undone.undone_by.is_some() => Some(Undone::Done),
        _ if !can_be(undone) => Some(Undone::Never),
        _ if !is_key(key) => Some(Undone::KeySpent),
        "" => Some(Undone::NoReason),
        _ => None,
    };
    if let Some(outcome) = outcome {
        tx.commit().await?;
        return Ok(outcome);
    }
    if !restore(&mut tx, id, undone, &ground.steps).await? {
        return Ok(Undone::LaterFirst);
    }
    let mut answers = Answers::default();
    answers.set(StepField::Reasons, Answer::Text(reason.trim().to_owned()));
    let role = shown.by().first().and_then(|clause| clause.role);
    let new = NewStep {
        key,
        course: id,
        kind: StepKind::Undo,
        day: today,
        at: now,
        user: actor.user(),
        role,
        answers: &answers,
        stood: None,
        subject: Some(step.0),
    };
    let Some(by) = steps::insert(&mut tx, &new).await? else { return Ok(Undone::KeySpent) };
    if !steps::undo(&mut tx, step, by).await? {
        return Ok(Undone::Done);
    }
    rollups::rebuild(&mut tx, Some(id), today).await?;
    audit(&mut tx, now, actor.user(), Event::StepUndone { course: id, step, by }).await?;
    tx.commit().await?;
    Ok(Undone::Done)
}

/// The course and the rows beside it as they were before the step. `false` where a later step rests on it; then the
/// transaction is dropped.
async fn restore(tx: &mut Reading, course: CourseId, undone: &Recorded, all: &[Recorded]) -> Result<bool> {
    if let Some(stood) = steps::stood(tx, undone.id).await? {
        if steps::changed_since(tx, course, undone.id).await? {
            return Ok(false);
        }
        standing::write(tx, course, &standing::of_kept(&stood)?).await?;
    }
    beside::take_back(tx, course, undone, all).await
}
