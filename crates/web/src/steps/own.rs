//! The young person's own steps: one short form, easy words, large choices. The day and the voice are known and never
//! asked for.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::tokens;
use lods_app::steps::form::{self, StepForm};
use lods_app::steps::own::{anchors, asked, take};
use lods_app::steps::take::{Sent, Took};
use lods_app::steps::{drafts, take as taking};
use lods_domain::ids::CourseId;
use lods_domain::steps::findings::{Finding, What};
use lods_domain::steps::{AnswerFault, Asked, Input, StepField, StepKind, Typed};
use lods_i18n::Texts;

use super::form::{Against, named};
use super::sent::{self, Sending};
use crate::csrf::SignedForm;
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::Asked as InQuery;
use crate::{Failure, SignedIn, paths};

/// A question that is answered with a number from 0 to 10.
pub struct Scale {
    pub name: &'static str,
    pub label: &'static str,
    pub low: String,
    pub high: String,
    pub chosen: Option<u8>,
    pub fault: Option<&'static str>,
}

impl Scale {
    /// The id of a number's button; that of the first is the question's own: there a fault leads to.
    #[must_use]
    pub fn id(&self, number: &u8) -> String {
        if *number == 0 { self.name.to_owned() } else { format!("{}-{number}", self.name) }
    }

    #[must_use]
    pub fn is_chosen(&self, number: &u8) -> bool {
        self.chosen == Some(*number)
    }
}

/// Something to write.
pub struct Writing {
    pub name: &'static str,
    pub label: &'static str,
    pub value: String,
    pub optional: bool,
    pub fault: Option<&'static str>,
}

/// The form itself.
pub struct OwnForm {
    /// The goal that is scored: its number and title.
    pub goal: Option<(i64, String)>,
    pub scales: Vec<Scale>,
    pub writings: Vec<Writing>,
    pub key: String,
    pub seen: i64,
}

/// What stands below the heading.
pub enum Body {
    /// Why there is no form.
    Closed(&'static str),
    /// Goals to choose from first: address and title.
    Which(Vec<(String, String)>),
    Form(OwnForm),
}

#[derive(Template)]
#[template(path = "steps/own.html")]
pub struct OwnStepPage {
    pub page: Page,
    pub heading: &'static str,
    pub lead: &'static str,
    pub faults: Vec<Against>,
    /// What was written before is in the form.
    pub drafted: bool,
    /// Where an older draft can be fetched.
    pub old_draft: Option<String>,
    pub body: Body,
}

impl OwnStepPage {
    #[must_use]
    pub fn fault_count(&self) -> i64 {
        i64::try_from(self.faults.len()).unwrap_or(i64::MAX)
    }
}

/// What the page shows beside the step itself.
#[derive(Default)]
struct Shown {
    typed: Typed,
    /// By field: what is wrong with the answer.
    faults: Vec<(StepField, &'static str)>,
    notice: Option<&'static str>,
    key: String,
    drafted: bool,
    old_draft: Option<String>,
}

/// The course and own step that a path names.
fn own_named(path: paths::NoteInPath) -> Option<(CourseId, StepKind)> {
    named(path).filter(|(_, kind)| kind.is_own())
}

pub async fn show(who: SignedIn, path: paths::NoteInPath, Query(asks): Query<InQuery>) -> Result<Response, Failure> {
    let (id, kind) = own_named(path).ok_or_else(|| who.failed(Failure::not_found()))?;
    let step = load(&who, id, kind).await?;
    let mut shown = Shown::default();
    if let Some(draft) = &step.draft {
        if step.ground.since(draft.seen, kind).is_empty() || asks.contains_key("draft") {
            shown.typed = drafts::typed(draft);
            shown.drafted = true;
        } else {
            shown.old_draft = Some(format!("{}?draft=1", paths::own_step(id, kind)));
        }
    }
    if let Some(goal) = asks.get(StepField::Goal.code()) {
        shown.typed.insert(StepField::Goal.code().to_owned(), vec![goal.clone()]);
    }
    answer(&who, &step, shown, StatusCode::OK)
}

pub async fn submit(
    path: paths::NoteInPath,
    SignedForm { who, form }: SignedForm<Sending>,
) -> Result<Response, Failure> {
    let (id, kind) = own_named(path).ok_or_else(|| who.failed(Failure::not_found()))?;
    if form.one("discard") == "1" {
        drafts::forget(&who.app, &who.actor, (id, kind), who.now).await.map_err(|error| who.failed(error))?;
        return Ok(Redirect::to(&paths::own_step(id, kind)).into_response());
    }
    let typed = form.typed(kind);
    let (answers, unread) = sent::answers(kind, &typed);
    let mut shown = Shown { typed, key: form.one("key").to_owned(), ..Shown::default() };
    shown.faults = unread.iter().filter_map(|(field, fault)| unreadable(who.t, kind, *field, *fault)).collect();
    let sending = Sent { kind, key: form.one("key"), seen: form.seen(), answers: &answers, departure: None };
    let took = match shown.faults.is_empty() {
        true => take(&who.app, &who.actor, id, sending, who.now).await.map_err(|error| who.failed(error))?,
        false => Took::Against(Vec::new()),
    };
    if let Took::Done(_) = took {
        return Ok(Redirect::to(&paths::own_step_done(kind)).into_response());
    }
    let status = refuse(who.t, kind, took, &mut shown);
    let step = load(&who, id, kind).await?;
    answer(&who, &step, shown, status)
}

/// Tells why it was not taken; what was typed stays.
fn refuse(t: Texts, kind: StepKind, took: taking::Took, shown: &mut Shown) -> StatusCode {
    match took {
        Took::Done(_) => StatusCode::OK,
        Took::Against(findings) => {
            shown.faults.extend(findings.iter().filter_map(|finding| missing(t, kind, finding)));
            if shown.faults.is_empty() {
                shown.notice = Some(t.own_do_not_now());
            }
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Took::Since(_) => {
            shown.notice = Some(t.own_do_since());
            StatusCode::CONFLICT
        }
        Took::Restricted => {
            shown.notice = Some(t.own_do_restricted());
            StatusCode::FORBIDDEN
        }
        Took::KeySpent => {
            shown.key = String::new();
            shown.notice = Some(t.own_do_again());
            StatusCode::CONFLICT
        }
    }
}

async fn load(who: &SignedIn, id: CourseId, kind: StepKind) -> Result<StepForm, Failure> {
    form::show(&who.app, &who.actor, id, kind, who.now).await.map_err(|error| who.failed(error))
}

/// What to do about an answer that is missing, in easy words; `None` for what is not asked of the young person.
fn missing(t: Texts, kind: StepKind, finding: &Finding) -> Option<(StepField, &'static str)> {
    let field = finding.field.filter(|_| finding.refuses && finding.what == What::Missing)?;
    let ask = asked(kind).find(|ask| ask.field == field)?;
    Some((field, ask_for(t, ask.input)))
}

fn unreadable(t: Texts, kind: StepKind, field: StepField, fault: AnswerFault) -> Option<(StepField, &'static str)> {
    let ask = asked(kind).find(|ask| ask.field == field)?;
    let text = if fault == AnswerFault::TooLong { t.own_do_too_long() } else { ask_for(t, ask.input) };
    Some((field, text))
}

const fn ask_for(t: Texts, input: Input) -> &'static str {
    match input {
        Input::Goal => t.own_do_pick_goal(),
        Input::Points => t.own_do_pick_number(),
        _ => t.own_do_write(),
    }
}

fn answer(who: &SignedIn, step: &StepForm, shown: Shown, status: StatusCode) -> Result<Response, Failure> {
    let t = who.t;
    let mut page = who.page(Nav::Own, t.own_step(step.kind));
    page.notice = shown.notice.map(|text| Notice { kind: NoticeKind::Warning, text: text.to_owned() });
    let (faults, drafted, old_draft) = (faults(t, step.kind, &shown), shown.drafted, shown.old_draft.clone());
    let body = body(who, step, shown)?;
    let heading = t.own_step(step.kind);
    let html = OwnStepPage { page, heading, lead: t.own_step_lead(step.kind), faults, drafted, old_draft, body };
    Ok((status, Html(html.render().map_err(|error| who.failed(error))?)).into_response())
}

/// The list at the top: of several questions each is named.
fn faults(t: Texts, kind: StepKind, shown: &Shown) -> Vec<Against> {
    let text = |field: StepField, text: &str| match kind {
        StepKind::Evaluation if field != StepField::Note => t.own_do_pick_number_at(t.own_field(field)),
        _ => text.to_owned(),
    };
    let fault =
        |(field, said): &(StepField, &str)| Against { text: text(*field, said), field: field.code().to_owned() };
    shown.faults.iter().map(fault).collect()
}

fn body(who: &SignedIn, step: &StepForm, shown: Shown) -> Result<Body, Failure> {
    let (t, kind) = (who.t, step.kind);
    if step.course.is_restricted() {
        return Ok(Body::Closed(t.own_do_restricted()));
    }
    if step.before.iter().any(|finding| finding.refuses) {
        return Ok(Body::Closed(t.own_do_not_now()));
    }
    let goal = goal(step, &shown.typed);
    if kind == StepKind::Score && goal.is_none() {
        return Ok(which(t, step));
    }
    let key = match shown.key.is_empty() {
        true => tokens::random_key().map_err(|error| who.failed(error))?,
        false => shown.key.clone(),
    };
    let asks = |input: Input| asked(kind).filter(move |ask| ask.input == input);
    Ok(Body::Form(OwnForm {
        goal: goal.map(|goal| (goal.id.0, goal.goal.title.clone())),
        scales: asks(Input::Points).map(|ask| scale(t, step, ask, &shown)).collect(),
        writings: asks(Input::Text).map(|ask| writing(t, ask, &shown)).collect(),
        key,
        seen: step.ground.seen(),
    }))
}

/// The goal that was chosen, or the only one.
fn goal<'s>(step: &'s StepForm, typed: &Typed) -> Option<&'s lods_app::store::goals::Scored> {
    let chosen = typed.get(StepField::Goal.code()).and_then(|texts| texts.first());
    match (chosen, step.goals.as_slice()) {
        (None, [only]) => Some(only),
        (Some(chosen), goals) => goals.iter().find(|goal| goal.id.0.to_string() == *chosen),
        _ => None,
    }
}

fn which(t: Texts, step: &StepForm) -> Body {
    if step.goals.is_empty() {
        return Body::Closed(t.own_do_goal_none());
    }
    let path = paths::own_step(step.course.id(), step.kind);
    Body::Which(step.goals.iter().map(|goal| (format!("{path}?goal={}", goal.id), goal.goal.title.clone())).collect())
}

fn scale(t: Texts, step: &StepForm, ask: &Asked, shown: &Shown) -> Scale {
    let name = ask.field.code();
    let typed = shown.typed.get(name).and_then(|texts| texts.first());
    let (low, high) = ends(t, step, ask.field, &shown.typed);
    Scale {
        name,
        label: t.own_field(ask.field),
        low: t.own_do_low(&low),
        high: t.own_do_high(&high),
        chosen: typed.and_then(|text| text.parse().ok()),
        fault: fault(shown, ask.field),
    }
}

/// What 0 and 10 mean: as the goal says, or as the question is put.
fn ends(t: Texts, step: &StepForm, field: StepField, typed: &Typed) -> (String, String) {
    let (low, high) = match field {
        StepField::Points => {
            let (low, high) = goal(step, typed).map_or((None, None), |goal| anchors(&step.ground.steps, goal));
            (low.unwrap_or(t.own_do_low_goal()), high.unwrap_or(t.own_do_high_goal()))
        }
        StepField::Overall => (t.own_do_low_good(), t.own_do_high_good()),
        _ => (t.own_do_low_yes(), t.own_do_high_yes()),
    };
    (low.to_owned(), high.to_owned())
}

fn writing(t: Texts, ask: &Asked, shown: &Shown) -> Writing {
    let typed = shown.typed.get(ask.field.code()).and_then(|texts| texts.first());
    Writing {
        name: ask.field.code(),
        label: t.own_field(ask.field),
        value: typed.cloned().unwrap_or_default(),
        // What the model alone asks for, a young person may leave out.
        optional: ask.need != lods_domain::steps::Need::Always,
        fault: fault(shown, ask.field),
    }
}

fn fault(shown: &Shown, field: StepField) -> Option<&'static str> {
    shown.faults.iter().find(|(of, _)| *of == field).map(|(_, text)| *text)
}
