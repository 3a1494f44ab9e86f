//! A letter of one step: everything that it says, and the event that it was made.

use lods_domain::access::{Action, Actor, Field, Role, What};
use lods_domain::audit::Event;
use lods_domain::ids::{CourseId, StepId};
use lods_domain::legal::LegalBasis;
use lods_domain::rules::{RuleCode, Rules};
use lods_domain::steps::{Recorded, StepField, StepKind};
use lods_domain::{Day, Moment};
use lods_store::courses::Shown;
use lods_store::goals::Scored;
use lods_store::steps::Names;
use lods_store::{Reading, courses, goals, legal, municipality, rules, steps};

use super::basis::{basis, earlier};
use crate::{App, Error, Result, audit, found};

/// What a letter says. Mentor and goals are as they stand when it is made; the rest is of the day of the step.
pub struct Letter {
    pub step: Recorded,
    pub basis: Option<LegalBasis>,
    /// The step that this one builds on.
    pub earlier: Option<Recorded>,
    /// Empty where the municipality has no name yet.
    pub municipality: String,
    pub citizen: String,
    /// Line by line; none where the reader does not see it.
    pub address: Vec<String>,
    pub case_number: String,
    /// `None` where nobody of the staff took the step.
    pub signer: Option<(String, Option<Role>)>,
    pub mentor: Option<String>,
    /// In the order in which they were set.
    pub goals: Vec<Goal>,
    pub reassess_days: i64,
    pub outcome_months: [i64; 3],
}

/// A goal; what is not known of it is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    pub title: String,
    pub small_steps: String,
    pub scale_low: String,
    pub scale_high: String,
}

/// Gathers the letter of the step, if the actor sees the step. A step that was taken back has none.
pub async fn letter(app: &App, actor: &Actor, course: CourseId, step: StepId, now: Moment) -> Result<Letter> {
    made(app, actor, Action::ReadCourses, (course, step), now).await
}

/// As [`letter`], for the young person to whom it was written.
pub async fn own_letter(app: &App, actor: &Actor, course: CourseId, step: StepId, now: Moment) -> Result<Letter> {
    made(app, actor, Action::ReadOwn, (course, step), now).await
}

async fn made(
    app: &App,
    actor: &Actor,
    action: Action,
    (course, step): (CourseId, StepId),
    now: Moment,
) -> Result<Letter> {
    let reach = app.allow(actor, action, What::Steps, now).await?;
    let mut tx = app.changing(actor, now).await?;
    let course = courses::get(&mut tx, &reach, course, What::Steps).await?;
    let (mut tx, course) = found(tx, course).await?;
    let (on_record, names) = steps::of_course(&mut tx, &course).await?;
    let Some(step) = on_record.iter().find(|one| one.id == step && is_shown(&course, one)) else {
        tx.refused_after_all(What::Steps, course.person(), course.id());
        tx.commit().await?;
        return Err(Error::NotFound);
    };
    if !step.kind.has_letter() || !step.stands() {
        tx.commit().await?;
        return Err(Error::NotFound);
    }
    let letter = gather(&mut tx, &course, (&on_record, &names), step).await?;
    let event = Event::LetterMade { course: course.id(), step: step.id };
    audit(&mut tx, now, actor.user(), event).await?;
    tx.commit().await?;
    Ok(letter)
}

/// Whether the reader sees all that the letter says. The letter of a closure may guide on complaints, as the decisions
/// behind it do: a letter never says less because of who prints it.
pub(crate) fn is_shown(course: &Shown, step: &Recorded) -> bool {
    let sees = |field| course.fields().has(field);
    sees(step.kind.field()) && (step.kind != StepKind::Closure || sees(Field::Decisions))
}

async fn gather(
    tx: &mut Reading,
    course: &Shown,
    (on_record, names): (&[Recorded], &Names),
    step: &Recorded,
) -> Result<Letter> {
    let bases = legal::all(tx).await?;
    let rules = rules::all(tx).await?;
    let municipality = municipality::get(tx).await?.map(|known| known.name.clone()).unwrap_or_default();
    let scored = match step.kind == StepKind::Expectations && course.fields().has(Field::Goals) {
        true => goals::of_course(tx, course.id(), 0).await?,
        false => Vec::new(),
    };
    let signer = step.user.and_then(|user| names.get(&user)).map(|name| (name.clone(), step.role));
    Ok(Letter {
        basis: basis(on_record, step, course.legal_basis().unwrap_or_default(), &bases),
        earlier: earlier(on_record, step).cloned(),
        municipality,
        citizen: course.name().unwrap_or_default(),
        address: address(course),
        case_number: course.case_number().to_owned(),
        signer,
        mentor: course.mentor().map(str::to_owned),
        goals: all_goals(on_record, scored),
        reassess_days: rules.value(RuleCode::ComplaintDays, step.day)?,
        outcome_months: outcome_months(&rules, step.day)?,
        step: step.clone(),
    })
}

fn outcome_months(rules: &Rules, on: Day) -> Result<[i64; 3]> {
    let first = rules.value(RuleCode::OutcomeFirstMonths, on)?;
    let second = rules.value(RuleCode::OutcomeSecondMonths, on)?;
    Ok([first, second, rules.value(RuleCode::OutcomeThirdMonths, on)?])
}

/// As it is written on an envelope; a protected address only where the reader sees it.
fn address(course: &Shown) -> Vec<String> {
    let lines = course.address().map(|address| [address.street, format!("{} {}", address.postcode, address.city)]);
    lines.into_iter().flatten().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// The goals that were imported, then those that were set in steps, with what the step said of them.
fn all_goals(on_record: &[Recorded], scored: Vec<Scored>) -> Vec<Goal> {
    let set = || on_record.iter().filter(|step| step.stands() && step.kind == StepKind::Goal);
    let titles: Vec<&str> = set().filter_map(|step| step.answers.text(StepField::Title)).collect();
    let imported = scored.into_iter().map(|known| known.goal.title).filter(|title| !titles.contains(&title.as_str()));
    let known_by_title =
        |title| Goal { title, small_steps: String::new(), scale_low: String::new(), scale_high: String::new() };
    let text = |step: &Recorded, field| step.answers.text(field).unwrap_or_default().to_owned();
    let of_step = |step: &Recorded| Goal {
        title: text(step, StepField::Title),
        small_steps: text(step, StepField::SmallSteps),
        scale_low: text(step, StepField::ScaleLow),
        scale_high: text(step, StepField::ScaleHigh),
    };
    imported.map(known_by_title).chain(set().map(of_step)).collect()
}
