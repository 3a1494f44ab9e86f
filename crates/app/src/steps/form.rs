//! The form of a step: what stands against it already, what can be chosen, and the draft that waits.

use lods_domain::Moment;
use lods_domain::access::{Actor, Role, What};
use lods_domain::courses::Stage;
use lods_domain::ids::CourseId;
use lods_domain::steps::findings::{Finding, prerequisites};
use lods_domain::steps::speed::Price;
use lods_domain::steps::{Answer, Answers, Choice, Input, Recorded, StepField, StepKind, form, last_of, standing};
use lods_store::courses::Shown;
use lods_store::drafts::Draft;
use lods_store::goals::Scored;
use lods_store::team::Offered;
use lods_store::{Reading, drafts, goals, team};

use super::drafts::of;
use super::met::{Ground, action, course};
use crate::{App, Result};

/// Mentors that a form offers at most.
const MENTORS: i64 = 1_000;

/// Everything that the form shows.
pub struct StepForm {
    pub course: Shown,
    pub kind: StepKind,
    pub ground: Ground,
    /// What is missing before the step, whatever is answered.
    pub before: Vec<Finding>,
    pub mentors: Vec<Offered>,
    pub goals: Vec<Scored>,
    /// The appointments that stand and were not replaced.
    pub appointments: Vec<Recorded>,
    pub draft: Option<Draft>,
    /// What the form begins with.
    pub begin: Answers,
    /// What each fast route to a start would break, beside the steps that it is weighed in.
    pub prices: Vec<Price>,
}

/// The form, if the actor may take the step.
pub async fn show(app: &App, actor: &Actor, id: CourseId, kind: StepKind, now: Moment) -> Result<StepForm> {
    let today = app.today(now);
    let reach = app.allow(actor, action(actor, kind, today), What::Steps, now).await?;
    let (mut tx, shown) = course(app.reading(actor, now).await?, &reach, id).await?;
    let ground = Ground::read(&mut tx, &shown, shown.admitting(), today).await?;
    let (mentors, goals) = offered(&mut tx, id, kind).await?;
    let draft = match actor.user() {
        Some(user) => drafts::get(&mut tx, of(user, id, kind)).await?,
        None => None,
    };
    let prices = super::speed::beside(&mut tx, (&shown, &ground), kind).await?;
    tx.commit().await?;
    Ok(StepForm {
        before: prerequisites(&ground.met(), kind, today)?,
        appointments: appointments(&ground.steps).cloned().collect(),
        begin: begin(&ground, &shown, kind),
        course: shown,
        kind,
        ground,
        mentors,
        goals,
        draft,
        prices,
    })
}

async fn offered(tx: &mut Reading, id: CourseId, kind: StepKind) -> Result<(Vec<Offered>, Vec<Scored>)> {
    let asks = |input: Input| form(kind).iter().any(|asked| asked.input == input);
    let mentors = if asks(Input::Mentor) { team::offered(tx, MENTORS).await? } else { Vec::new() };
    let goals = if asks(Input::Goal) { goals::of_course(tx, id, 0).await? } else { Vec::new() };
    Ok((mentors, goals))
}

/// The appointments that stand, and that no other took the place of.
pub fn appointments(steps: &[Recorded]) -> impl Iterator<Item = &Recorded> {
    let replaced = |step: &Recorded| {
        standing(steps).any(|other| {
            matches!(other.kind, StepKind::Appointment | StepKind::NotHeld) && other.subject == Some(step.id.0)
        })
    };
    standing(steps).filter(move |step| step.kind == StepKind::Appointment && !replaced(step))
}

/// What is known already is not asked again (R47).
fn begin(ground: &Ground, shown: &Shown, kind: StepKind) -> Answers {
    let mut begin = Answers::default();
    let standing = &ground.standing;
    let asks = |field| form(kind).iter().any(|asked| asked.field == field);
    let mut set = |field, answer: Option<Answer>| {
        if let (true, Some(answer)) = (asks(field), answer) {
            begin.set(field, answer);
        }
    };
    set(StepField::On, (kind != StepKind::Appointment).then_some(Answer::Day(ground.today)));
    if matches!(kind, StepKind::Extension | StepKind::Change) {
        set(StepField::Weekly, standing.weekly.map(Answer::Weekly));
    }
    if kind == StepKind::Extension {
        let granted = last_of(&ground.steps, StepKind::Grant).and_then(|step| step.answers.text(StepField::Basis));
        let in_force = granted.filter(|code| ground.bases.on(code, ground.today).is_some());
        set(StepField::Basis, in_force.map(|code| Answer::Text(code.to_owned())));
    }
    if kind == StepKind::Change {
        set(StepField::Until, standing.dates.expected_end.map(Answer::Day));
    }
    let role = shown.by().first().and_then(|clause| clause.role);
    set(StepField::Voice, voice(role).map(Answer::One));
    let closing = match standing.stage {
        Some((Stage::ClosingPlanned, _)) => Some(Choice::Planned),
        Some((Stage::ClosingUnplanned, _)) => Some(Choice::Unplanned),
        _ => None,
    };
    if kind == StepKind::Closure {
        set(StepField::EndKind, closing.map(Answer::One));
    }
    begin
}

fn voice(role: Option<Role>) -> Option<Choice> {
    match role {
        Some(Role::Mentor) => Some(Choice::Mentor),
        Some(Role::YoungPerson) => Some(Choice::YoungPerson),
        _ => None,
    }
}
