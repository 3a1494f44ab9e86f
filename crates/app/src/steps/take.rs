//! Takes a step: decides, writes, keeps what it departed from, and makes the course's facts and deadlines anew.

use lods_domain::Moment;
use lods_domain::access::{Actor, Role, What};
use lods_domain::audit::Event;
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::ids::{CourseId, GoalId, MentorId, StepId};
use lods_domain::steps::effects::Referred;
use lods_domain::steps::findings::{Finding, day_of, findings, voice};
use lods_domain::steps::{Answer, Answers, Choice, Input, Recorded, StepField, StepKind, field_of, form, standing};
use lods_store::courses::Shown;
use lods_store::steps::NewStep;
use lods_store::{Reading, drafts, goals, standing as standings, steps, team};

use super::met::{Ground, action, course};
use super::{beside, drafts::of};
use crate::access::tokens::is_key;
use crate::courses::rollups;
use crate::{App, Result, audit};

/// A step as it was sent.
#[derive(Debug, Clone, Copy)]
pub struct Sent<'a> {
    pub kind: StepKind,
    /// Made when the form was shown.
    pub key: &'a str,
    /// The last step on record when the form was shown.
    pub seen: i64,
    pub answers: &'a Answers,
    /// Why a recommendation is departed from: the cause and the reason in words.
    pub departure: Option<(Choice, &'a str)>,
}

/// What came of it.
#[derive(Debug)]
pub enum Took {
    /// It is on record; or it was already: sent twice is one step.
    Done(StepId),
    /// What stands against it; warnings alone need a reason.
    Against(Vec<Finding>),
    /// Somebody recorded these since the form was shown; nothing is written.
    Since(Vec<Recorded>),
    /// Processing of the person's data is restricted.
    Restricted,
    /// The form's key was used for something else.
    KeySpent,
}

/// The reasons for which a recommendation may be departed from.
pub const CAUSES: &[Choice] =
    &[Choice::OwnWish, Choice::Weighed, Choice::NotFitting, Choice::LackOfTime, Choice::WaitsForOthers, Choice::Other];

/// Takes the step, if the actor may and nothing stands against it.
pub async fn take(app: &App, actor: &Actor, id: CourseId, sent: Sent<'_>, now: Moment) -> Result<Took> {
    let today = app.today(now);
    let reach = app.allow(actor, action(actor, sent.kind, today), What::Steps, now).await?;
    let (mut tx, shown) = course(app.changing(actor, now).await?, &reach, id).await?;
    if let Some(took) = not_at_all(&mut tx, &shown, &sent).await? {
        tx.commit().await?;
        return Ok(took);
    }
    let ground = Ground::read(&mut tx, &shown, shown.admitting(), today).await?;
    let since = ground.since(sent.seen, sent.kind);
    if !since.is_empty() {
        tx.commit().await?;
        let seen = since.into_iter().filter(|step| shown.fields().has(field_of(&ground.steps, step)));
        return Ok(Took::Since(seen.cloned().collect()));
    }
    let (referred, unknown) = refer(&mut tx, &shown, &ground, &sent).await?;
    let against = against(&shown, &ground, &sent, unknown)?;
    let day = day_of(sent.kind, sent.answers).unwrap_or(today);
    let after = ground.standing.after(sent.kind, day, sent.answers, &referred);
    let (Ok(after), true) = (&after, may_go_on(&against, sent.departure)) else {
        tx.commit().await?;
        return Ok(Took::Against(told(against, after.is_ok())));
    };
    let moved = *after != ground.standing;
    let about = (subject(sent.answers), ground.steps.as_slice());
    // What moves a course is kept though it says what was so already: what it rests on is not taken back before it.
    let stood = match moved || sent.kind.moves() {
        true => Some(standings::kept(&ground.standing)),
        false => beside::replaced(&mut tx, id, (sent.kind, day, sent.answers), about).await?,
    };
    let new = NewStep {
        key: sent.key,
        course: id,
        kind: sent.kind,
        day,
        at: now,
        user: actor.user(),
        role: role(&shown),
        answers: sent.answers,
        stood: stood.as_deref(),
        subject: about.0,
    };
    let Some(step) = steps::insert(&mut tx, &new).await? else {
        return Ok(Took::KeySpent);
    };
    if moved {
        standings::write(&mut tx, id, after).await?;
    }
    beside::write(&mut tx, id, step, (sent.kind, day, sent.answers)).await?;
    depart(&mut tx, step, &new, (&against, sent.departure)).await?;
    finish(app, actor, tx, (id, step, sent.kind), now).await?;
    Ok(Took::Done(step))
}

/// Everything that stands against the step. The recommendations bind the municipality: the young person departs from
/// none, and owes nobody a reason.
fn against(shown: &Shown, ground: &Ground, sent: &Sent<'_>, unknown: Vec<Finding>) -> Result<Vec<Finding>> {
    let mut against = findings(&ground.met(), sent.kind, sent.answers)?;
    against.extend(unknown);
    let roles: Vec<Option<Role>> = shown.admitting().iter().map(|clause| clause.role).collect();
    against.extend(voice(sent.kind, &roles, sent.answers));
    if roles.iter().all(|role| *role == Some(Role::YoungPerson)) {
        against.retain(|finding| finding.refuses);
    }
    Ok(against)
}

/// What is told of a step that is not taken: never nothing where it is not possible.
fn told(against: Vec<Finding>, possible: bool) -> Vec<Finding> {
    let mut told = against;
    if !possible && !told.iter().any(|finding| finding.refuses) {
        told.insert(0, Finding::not_now());
    }
    told
}

/// What is no matter of the step itself.
async fn not_at_all(tx: &mut Reading, shown: &Shown, sent: &Sent<'_>) -> Result<Option<Took>> {
    if shown.is_restricted() {
        return Ok(Some(Took::Restricted));
    }
    if !is_key(sent.key) {
        return Ok(Some(Took::KeySpent));
    }
    let there = steps::by_key(tx, sent.key).await?;
    let same =
        |course: CourseId, step: &Recorded| (course, step.kind, &step.answers) == (shown.id(), sent.kind, sent.answers);
    // Whoever goes back, writes something else and sends it has not sent the same twice.
    Ok(there.map(|(course, step)| if same(course, &step) { Took::Done(step.id) } else { Took::KeySpent }))
}

/// The role in which the step is taken.
fn role(shown: &Shown) -> Option<Role> {
    shown.by().first().and_then(|clause| clause.role)
}

fn subject(answers: &Answers) -> Option<i64> {
    [StepField::Goal, StepField::Replaces, StepField::Appointment].iter().find_map(|field| answers.id(*field))
}

/// Looks up what the answers refer to; what is not there is told as missing.
async fn refer(tx: &mut Reading, shown: &Shown, ground: &Ground, sent: &Sent<'_>) -> Result<(Referred, Vec<Finding>)> {
    let mut referred = Referred::default();
    let mut unknown = Vec::new();
    for asked in form(sent.kind) {
        let id = sent.answers.id(asked.field);
        let is_there = match (asked.input, id) {
            (Input::Mentor, Some(mentor)) => {
                referred.unit = team::unit_of(tx, MentorId(mentor)).await?;
                referred.unit.is_some()
            }
            (Input::Goal, Some(goal)) => goals::is_of(tx, shown.id(), GoalId(goal)).await?,
            (Input::Step(kind), Some(step)) => {
                standing(&ground.steps).any(|known| known.id == StepId(step) && known.kind == kind)
            }
            _ => true,
        };
        if !is_there {
            unknown.push(Finding::missing(asked.field));
        }
    }
    let day = day_of(sent.kind, sent.answers).unwrap_or(ground.today);
    let basis = sent.answers.text(StepField::Basis).and_then(|code| ground.bases.on(code, day));
    referred.citation = basis.map(|basis| basis.citation.clone());
    Ok((referred, unknown))
}

fn may_go_on(against: &[Finding], departure: Option<(Choice, &str)>) -> bool {
    let refused = against.iter().any(|finding| finding.refuses);
    let warned = against.iter().any(|finding| finding.recommendation.is_some());
    let is_reason = |reason: &str| matches!(Answer::read(&Input::Text, &[reason]), Ok(Some(_)));
    let reasoned = departure.is_some_and(|(cause, reason)| CAUSES.contains(&cause) && is_reason(reason));
    !refused && (!warned || reasoned)
}

async fn depart(
    tx: &mut Reading,
    step: StepId,
    new: &NewStep<'_>,
    (against, departure): (&[Finding], Option<(Choice, &str)>),
) -> Result<()> {
    let Some((cause, reason)) = departure else { return Ok(()) };
    let mut departed: Vec<Recommendation> = against.iter().filter_map(|finding| finding.recommendation).collect();
    departed.sort_unstable();
    departed.dedup();
    for recommendation in departed {
        steps::depart(tx, step, new, recommendation, (cause, reason.trim())).await?;
    }
    Ok(())
}

/// The facts and deadlines of the course, the draft, the event; then all of it stands.
pub(super) async fn finish(
    app: &App,
    actor: &Actor,
    mut tx: Reading,
    (course, step, kind): (CourseId, StepId, StepKind),
    now: Moment,
) -> Result<()> {
    rollups::rebuild(&mut tx, Some(course), app.today(now)).await?;
    if let Some(user) = actor.user() {
        drafts::forget(&mut tx, of(user, course, kind)).await?;
    }
    let event = Event::StepTaken { course, step, kind: kind.code() };
    audit(&mut tx, now, actor.user(), event).await?;
    tx.commit().await?;
    Ok(())
}
