//! The young person's part of the course: the own steps, and what the steps tell on the own page.

use lods_domain::access::{Action, Actor, Role, What};
use lods_domain::ids::CourseId;
use lods_domain::steps::effects::Standing;
use lods_domain::steps::evaluation::{Voices, voices};
use lods_domain::steps::findings::is_possible;
use lods_domain::steps::{Answer, Answers, Choice, Recorded, StepField, StepKind, form, last_of, standing};
use lods_domain::{Day, Moment};
use lods_store::courses::Shown;
use lods_store::goals::Scored;
use lods_store::{Reading, standing as standings, steps};

use super::beside;
use super::form::appointments;
use super::met::action;
use super::take::{self, Sent, Took};
use crate::letters::make::is_shown;
use crate::{App, Error, Result};

/// Tasks and successes that the page shows at most: the newest.
const NEWEST: usize = 5;

/// What is known without asking: the day is today, and the voice is the young person's own.
const KNOWN: &[StepField] = &[StepField::On, StepField::Voice, StepField::By];

/// What the steps of a course tell the young person.
#[derive(Debug, Default)]
pub struct OwnSteps {
    /// The own steps that can be taken now; what moves the course comes last.
    pub next: Vec<StepKind>,
    /// Another mentor is being looked for.
    pub waits_for_mentor: bool,
    /// From today on, the nearest first.
    pub appointments: Vec<Recorded>,
    /// What was agreed last of expectations.
    pub agreement: Option<Recorded>,
    /// Newest first.
    pub letters: Vec<Recorded>,
    /// Something to try, newest first.
    pub tasks: Vec<Recorded>,
    /// Told by the young person, newest first.
    pub successes: Vec<Recorded>,
    pub voices: Option<Voices>,
}

/// What the own page tells of the course; it has goals or none. Two statements.
pub(crate) async fn of(
    app: &App,
    actor: &Actor,
    tx: &mut Reading,
    (course, has_goals): (&Shown, bool),
    now: Moment,
) -> Result<OwnSteps> {
    let today = app.today(now);
    let standing = standings::read(tx, course.id()).await?.ok_or(Error::NotFound)?;
    let mut steps = steps::seen(tx, course).await?;
    let next = next(app, actor, (course, &standing, has_goals), now);
    let waits_for_mentor = standing.state().is_rematching();
    let mut ahead: Vec<Recorded> = appointments(&steps).filter(|step| step.day >= today).cloned().collect();
    ahead.sort_by_key(|step| (step.day, at(step)));
    let agreement = last_of(&steps, StepKind::Expectations).cloned();
    let voices = voices(&steps);
    steps.sort_by_key(|step| std::cmp::Reverse((step.day, step.id)));
    let all = |is: &dyn Fn(&Recorded) -> bool| -> Vec<Recorded> {
        steps.iter().filter(|step| step.stands() && is(step)).cloned().collect()
    };
    let mut tasks = all(&|step| step.kind == StepKind::Task && is_still(step, today));
    let mut successes = all(&|step| step.kind == StepKind::Success && step.role == Some(Role::YoungPerson));
    tasks.truncate(NEWEST);
    successes.truncate(NEWEST);
    let letters = all(&|step| step.kind.has_letter() && is_shown(course, step));
    Ok(OwnSteps { next, waits_for_mentor, appointments: ahead, agreement, letters, tasks, successes, voices })
}

/// The time of day as it was written: `9.30` comes before `14`.
fn at(step: &Recorded) -> (i64, String) {
    let text = step.answers.text(StepField::At).unwrap_or_default();
    let hour: String = text.chars().take_while(char::is_ascii_digit).take(2).collect();
    (hour.parse().unwrap_or(i64::MAX), text.to_owned())
}

/// Whether a task is still to be tried.
fn is_still(task: &Recorded, today: Day) -> bool {
    task.answers.day(StepField::NextOn).is_none_or(|until| until >= today)
}

fn next(
    app: &App,
    actor: &Actor,
    (course, standing, has_goals): (&Shown, &Standing, bool),
    now: Moment,
) -> Vec<StepKind> {
    let today = app.today(now);
    let can = |kind: StepKind| {
        is_possible(standing, kind, today)
            && crate::courses::reaches(app, actor, action(actor, kind, today), course, now)
            && match kind {
                StepKind::Score => has_goals,
                StepKind::Rematch => standing.mentor.is_some(),
                _ => true,
            }
    };
    let own = StepKind::ALL.iter().copied().filter(|kind| kind.is_own() && !course.is_restricted());
    let mut next: Vec<StepKind> = own.filter(|kind| can(*kind)).collect();
    next.sort_by_key(|kind| kind.moves());
    next
}

/// What the young person is asked in the step: all but what is known.
pub fn asked(kind: StepKind) -> impl Iterator<Item = &'static lods_domain::steps::Asked> {
    form(kind).iter().filter(|asked| !KNOWN.contains(&asked.field))
}

/// Takes an own step as the young person, in an own voice, today.
pub async fn take(app: &App, actor: &Actor, id: CourseId, sent: Sent<'_>, now: Moment) -> Result<Took> {
    app.allow(actor, Action::SteerOwn, What::Steps, now).await?;
    let answers = in_own_voice(sent.kind, sent.answers, app.today(now));
    // A young person departs from no recommendation: they bind the municipality.
    take::take(app, actor, id, Sent { answers: &answers, departure: None, ..sent }, now).await
}

fn in_own_voice(kind: StepKind, said: &Answers, today: Day) -> Answers {
    let mut answers = said.clone();
    for asked in form(kind) {
        match asked.field {
            StepField::On => answers.set(asked.field, Answer::Day(today)),
            StepField::Voice | StepField::By => answers.set(asked.field, Answer::One(Choice::YoungPerson)),
            _ => {}
        }
    }
    answers
}

/// What 0 and 10 mean for the goal, as the step that set it says.
#[must_use]
pub fn anchors<'a>(steps: &'a [Recorded], goal: &Scored) -> (Option<&'a str>, Option<&'a str>) {
    let set = |step: &&Recorded| step.kind == StepKind::Goal && beside::code(step.id) == goal.goal.code;
    let step = standing(steps).find(set);
    let text = |field| step.and_then(|step| step.answers.text(field));
    (text(StepField::ScaleLow), text(StepField::ScaleHigh))
}
