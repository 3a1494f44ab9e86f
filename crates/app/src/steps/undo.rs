//! Takes a step back by another: both stay on record, and the course stands as it did before.

use lods_domain::Moment;
use lods_domain::access::{Actor, Clause, Denied, Role, What, Why};
use lods_domain::audit::Event;
use lods_domain::ids::{CourseId, StepId};
use lods_domain::steps::{Answer, Answers, Choice, Input, Recorded, StepField, StepKind, standing as standing_steps};
use lods_store::courses::Shown;
use lods_store::steps::NewStep;
use lods_store::{Reading, standing, steps};

use super::beside;
use super::met::{Ground, action, course};
use crate::access::tokens::is_key;
use crate::courses::rollups;
use crate::{App, Error, Result, audit};

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undone {
    /// It is taken back; or it was already.
    Done,
    /// A reason is needed, of at most [`lods_domain::steps::answers::LONGEST`] characters.
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

/// Takes the step back, for a reason. Whoever may take a step of the kind may take it back, but for what was said in an
/// own voice.
pub async fn undo(
    app: &App,
    actor: &Actor,
    (id, step): (CourseId, StepId),
    (key, reason): (&str, &str),
    now: Moment,
) -> Result<Undone> {
    let today = app.today(now);
    let kind = kind_of(app, (id, step)).await?;
    let action = action(actor, kind.unwrap_or(StepKind::Undo), today);
    let reach = app.allow(actor, action, What::Steps, now).await?;
    let (mut tx, shown) = course(app.changing(actor, now).await?, &reach, id).await?;
    let ground = Ground::read(&mut tx, &shown, shown.admitting(), today).await?;
    let Some(undone) = ground.steps.iter().find(|known| known.id == step) else {
        tx.commit().await?;
        return Err(Error::NotFound);
    };
    if !is_theirs(actor, &shown, undone) {
        tx.refused_after_all(What::Steps, shown.person(), id);
        tx.commit().await?;
        return Err(Denied { action, why: Why::NoRole }.into());
    }
    let (outcome, reason) = judge(&mut tx, &shown, undone, (key, reason)).await?;
    let (None, Some(reason)) = (outcome, reason) else {
        tx.commit().await?;
        return Ok(outcome.unwrap_or(Undone::NoReason));
    };
    if !restore(&mut tx, id, undone, &ground.steps).await? {
        tx.commit().await?;
        return Ok(Undone::LaterFirst);
    }
    let mut answers = Answers::default();
    answers.set(StepField::Reasons, reason);
    let new = NewStep {
        key,
        course: id,
        kind: StepKind::Undo,
        day: today,
        at: now,
        user: actor.user(),
        role: shown.by().first().and_then(|clause| clause.role),
        answers: &answers,
        stood: None,
        subject: Some(step.0),
    };
    let Some(by) = steps::insert(&mut tx, &new).await? else { return Ok(Undone::KeySpent) };
    steps::undo(&mut tx, step, by).await?;
    rollups::rebuild(&mut tx, Some(id), today).await?;
    audit(&mut tx, now, actor.user(), Event::StepUndone { course: id, step, by }).await?;
    tx.commit().await?;
    Ok(Undone::Done)
}

/// By its kind it is decided who may; nothing of the step is given out.
async fn kind_of(app: &App, (course, step): (CourseId, StepId)) -> Result<Option<StepKind>> {
    let mut tx = app.db.read().await?;
    let kind = steps::kind_of(&mut tx, course, step).await?;
    tx.commit().await?;
    Ok(kind)
}

/// Whether the step is the actor's to take back. A young person takes back what they said themselves and nothing else; a
/// mentor takes back nothing that a young person said.
fn is_theirs(actor: &Actor, shown: &Shown, undone: &Recorded) -> bool {
    let own = undone.user.is_some() && undone.user == actor.user();
    let by = |clause: &Clause| match clause.role {
        Some(Role::YoungPerson) => false,
        Some(Role::Mentor) => undone.role != Some(Role::YoungPerson),
        _ => true,
    };
    own || shown.admitting().iter().any(by)
}

/// What settles the matter beforehand, and the reason if it is one.
async fn judge(
    tx: &mut Reading,
    shown: &Shown,
    undone: &Recorded,
    (key, reason): (&str, &str),
) -> Result<(Option<Undone>, Option<Answer>)> {
    let reason = Answer::read(&Input::Text, &[reason]).ok().flatten();
    let outcome = if shown.is_restricted() {
        Some(Undone::Restricted)
    } else if undone.undone_by.is_some() {
        Some(Undone::Done)
    } else if !can_be(undone) {
        Some(Undone::Never)
    } else if !is_key(key) || steps::by_key(tx, key).await?.is_some() {
        Some(Undone::KeySpent)
    } else {
        reason.is_none().then_some(Undone::NoReason)
    };
    Ok((outcome, reason))
}

/// Whether the later step means nothing without the earlier one: an answer without its hearing, a decision that says that
/// the party was heard, an appointment that was replaced or not held.
fn rests_on(step: &Recorded, earlier: &Recorded) -> bool {
    let heard = step.answers.one(StepField::HearingDone) == Some(Choice::Yes);
    step.id > earlier.id
        && match earlier.kind {
            StepKind::Hearing => step.kind == StepKind::HearingAnswer || heard,
            StepKind::HearingAnswer => heard,
            StepKind::Appointment => {
                matches!(step.kind, StepKind::Appointment | StepKind::NotHeld) && step.subject == Some(earlier.id.0)
            }
            _ => false,
        }
}

/// The course and the rows beside it as they were before the step. `false` where a later step rests on it; then nothing
/// was changed.
async fn restore(tx: &mut Reading, course: CourseId, undone: &Recorded, all: &[Recorded]) -> Result<bool> {
    if standing_steps(all).any(|step| rests_on(step, undone)) {
        return Ok(false);
    }
    if undone.kind.takes_a_place() {
        return beside::take_back(tx, course, undone, all).await;
    }
    let Some(stood) = steps::stood(tx, undone.id).await? else {
        return beside::take_back(tx, course, undone, all).await;
    };
    if steps::changed_since(tx, course, undone.id).await? {
        return Ok(false);
    }
    standing::write(tx, course, &standing::of_kept(&stood)?).await?;
    Ok(true)
}
