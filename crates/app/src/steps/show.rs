//! All that was done on a course, step by step; and which steps can be taken next.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Field, What, decide};
use lods_domain::ids::CourseId;
use lods_domain::legal::LegalBases;
use lods_domain::steps::findings::{Finding, is_possible, prerequisites};
use lods_domain::steps::{Recorded, StepKind, last_of};
use lods_store::courses::Shown;
use lods_store::steps::Names;
use lods_store::{goals, steps, team};

use super::form::appointments;
use super::met::{Ground, action, course};
use crate::{App, Result};

/// What was done.
pub struct Journal {
    pub course: Shown,
    /// Newest first.
    pub steps: Vec<Recorded>,
    pub names: Names,
    /// What the answers refer to by number: mentors and goals.
    pub mentors: Vec<team::Offered>,
    pub goals: Vec<goals::Scored>,
    pub bases: LegalBases,
    /// The steps that the reader can take now.
    pub next: Vec<Next>,
    /// Kinds that the reader may take, and so take back.
    pub may: Vec<StepKind>,
}

/// All that was done, as far as the reader sees it.
pub async fn journal(app: &App, actor: &Actor, id: CourseId, now: Moment) -> Result<Journal> {
    let reach = app.allow(actor, Action::ReadCourses, What::Steps, now).await?;
    let (mut tx, course) = course(app.reading(actor, now).await?, &reach, id).await?;
    let (mut steps, names) = steps::of_course(&mut tx, &course).await?;
    steps.reverse();
    let mentors = team::offered(&mut tx, 1_000).await?;
    let goals = match course.fields().has(Field::Goals) {
        true => goals::of_course(&mut tx, id, 0).await?,
        false => Vec::new(),
    };
    let ground = Ground::read(&mut tx, &course, course.admitting(), app.today(now)).await?;
    tx.commit().await?;
    let next = next_of(app, actor, &course, &ground, now)?;
    Ok(Journal { course, steps, names, mentors, goals, bases: ground.bases, next, may: may(app, actor, now) })
}

/// The kinds of steps that the actor's roles take at all.
fn may(app: &App, actor: &Actor, now: Moment) -> Vec<StepKind> {
    let today = app.today(now);
    let may = |kind: &&StepKind| decide(actor, action(actor, **kind, today), today).is_ok();
    StepKind::ALL.iter().filter(may).copied().collect()
}

/// A step that can be taken next, and what is missing before it.
#[derive(Debug, Clone)]
pub struct Next {
    pub kind: StepKind,
    pub missing: Vec<Finding>,
}

/// A step that answers another is offered where there is one to answer.
fn has_something_to_answer(ground: &Ground, kind: StepKind) -> bool {
    let last = |kind| last_of(&ground.steps, kind).map(|step| step.id);
    match kind {
        StepKind::HearingAnswer => last(StepKind::Hearing) > last(StepKind::HearingAnswer),
        StepKind::NotHeld => appointments(&ground.steps).next().is_some(),
        StepKind::Score => ground.goals > 0,
        _ => true,
    }
}

/// The steps that the actor can take on the course now.
fn next_of(app: &App, actor: &Actor, shown: &Shown, ground: &Ground, now: Moment) -> Result<Vec<Next>> {
    let today = app.today(now);
    let mut next = Vec::new();
    for kind in may(app, actor, now) {
        let offered = !matches!(kind, StepKind::Undo | StepKind::Concern)
            && !shown.is_restricted()
            && is_possible(&ground.standing, kind, today)
            && has_something_to_answer(ground, kind);
        if offered && crate::courses::reaches(app, actor, action(actor, kind, today), shown, now) {
            next.push(Next { kind, missing: prerequisites(&ground.met(), kind, today)? });
        }
    }
    Ok(next)
}
