//! The form of a step. What was typed stays when something stands against it, when somebody else wrote meanwhile, and when
//! the session ends.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::tokens;
use lods_app::steps::form::{self, StepForm};
use lods_app::steps::take::{self, CAUSES, Sent, Took};
use lods_app::steps::{drafts, preview};
use lods_domain::ids::CourseId;
use lods_domain::steps::findings::Finding;
use lods_domain::steps::{AnswerFault, Recorded, StepField, StepKind, Typed};

use super::fields::{Beside, FieldShown, Offer, Widget, fields};
use super::said;
use super::sent::{self, Sending};
use crate::csrf::SignedForm;
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::Asked;
use crate::waiting::{RouteShown, routes_shown};
use crate::{Failure, SignedIn, paths};

/// A line of the list at the top: what stands against the step, and the field that it leads to.
pub struct Against {
    pub text: String,
    /// Where it leads to; empty where it is about the step as a whole.
    pub field: String,
}

#[derive(Template)]
#[template(path = "steps/form.html")]
pub struct FormPage {
    pub page: Page,
    pub back: String,
    pub who: String,
    pub heading: &'static str,
    pub lead: &'static str,
    /// What cannot be left as it is.
    pub refused: Vec<Against>,
    /// What the model asks for, once the step was sent.
    pub warned: Vec<Against>,
    /// Before anything was sent: what is missing already.
    pub before: Vec<String>,
    /// Before anything was sent: the step cannot be taken from where the course stands.
    pub closed: bool,
    pub causes: Vec<Offer>,
    pub reason: String,
    pub reason_missing: bool,
    /// What was recorded since the form was shown.
    pub since: Vec<String>,
    /// Since when the text in the fields is kept as a draft.
    pub draft: Option<String>,
    /// A draft that is older than what is on record: when it was kept.
    pub old_draft: Option<String>,
    pub fields: Vec<FieldShown>,
    /// What would happen.
    pub consequences: Vec<said::Consequence>,
    pub can_try: bool,
    /// What each fast route to a start would break; empty where speed is not weighed.
    pub speed: Vec<RouteShown>,
    pub key: String,
    pub seen: i64,
}

fn counted(list: &[Against]) -> i64 {
    i64::try_from(list.len()).unwrap_or(i64::MAX)
}

impl FormPage {
    #[must_use]
    pub fn refused_count(&self) -> i64 {
        counted(&self.refused)
    }

    #[must_use]
    pub fn warned_count(&self) -> i64 {
        counted(&self.warned)
    }
}

/// What the page shows beside the step itself.
#[derive(Default)]
struct Shown {
    typed: Typed,
    faults: Vec<(StepField, AnswerFault)>,
    findings: Vec<Finding>,
    since: Vec<Recorded>,
    departure: Option<(String, String)>,
    key: String,
    sent: bool,
    draft: Option<String>,
    old_draft: Option<String>,
    consequences: Vec<said::Consequence>,
    restricted: bool,
    key_spent: bool,
    /// Somebody recorded something meanwhile; it may be nothing that the reader sees.
    conflict: bool,
}

/// The course and kind that a path names.
pub fn named(
    path: Result<Path<(String, String)>, axum::extract::rejection::PathRejection>,
) -> Option<(CourseId, StepKind)> {
    let Path((course, kind)) = path.ok()?;
    Some((course.parse().ok()?, sent::kind_of(&kind)?))
}

pub async fn show(who: SignedIn, path: paths::NoteInPath, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (id, kind) = named(path).ok_or_else(|| who.failed(Failure::not_found()))?;
    let step = load(&who, id, kind).await?;
    let mut shown = Shown { typed: sent::shown(kind, &step.begin.typed()), ..Shown::default() };
    if let Some(draft) = &step.draft {
        let at = who.t.moment(who.app.clock(), draft.saved_at);
        if draft.seen == step.ground.seen() || asked.contains_key("draft") {
            shown.typed = drafts::typed(draft);
            shown.draft = Some(at);
        } else {
            shown.old_draft = Some(at);
        }
    }
    for field in lods_domain::steps::form(kind) {
        // A link can begin a field: the goal to score, the appointment to replace.
        if let Some(text) = asked.get(field.field.code()) {
            shown.typed.insert(field.field.code().to_owned(), vec![text.clone()]);
        }
    }
    answer(&who, &step, shown, StatusCode::OK)
}

pub async fn submit(
    path: paths::NoteInPath,
    SignedForm { who, form }: SignedForm<Sending>,
) -> Result<Response, Failure> {
    let (id, kind) = named(path).ok_or_else(|| who.failed(Failure::not_found()))?;
    let typed = form.typed(kind);
    if form.one("discard") == "1" {
        drafts::forget(&who.app, &who.actor, (id, kind), who.now).await.map_err(|error| who.failed(error))?;
        return Ok(Redirect::to(&paths::step(id, kind)).into_response());
    }
    let (answers, faults) = sent::answers(kind, &typed);
    let mut shown = shown(&form, typed, faults);
    if form.one("try") == "1" {
        let outlook = preview::preview(&who.app, &who.actor, id, (kind, &answers), who.now).await;
        let (outlook, against) = outlook.map_err(|error| who.failed(error))?;
        shown.consequences = said::consequences(who.t, &outlook);
        shown.findings = against;
        shown.sent = false;
        let step = load(&who, id, kind).await?;
        return answer(&who, &step, shown, StatusCode::OK);
    }
    let sending =
        Sent { kind, key: form.one("key"), seen: form.seen(), answers: &answers, departure: form.departure() };
    // What could not be read is as good as missing: nothing is taken.
    let took = match shown.faults.is_empty() {
        true => take::take(&who.app, &who.actor, id, sending, who.now).await.map_err(|error| who.failed(error))?,
        false => Took::Against(Vec::new()),
    };
    let status = match took {
        Took::Done(_) => return Ok(Redirect::to(&paths::steps_done(id, kind)).into_response()),
        Took::Against(findings) => {
            shown.findings = findings;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Took::Since(since) => {
            shown.since = since;
            shown.conflict = true;
            StatusCode::CONFLICT
        }
        Took::Restricted => {
            shown.restricted = true;
            StatusCode::FORBIDDEN
        }
        Took::KeySpent => {
            shown.key = String::new();
            shown.key_spent = true;
            StatusCode::CONFLICT
        }
    };
    let step = load(&who, id, kind).await?;
    answer(&who, &step, shown, status)
}

fn shown(form: &Sending, typed: Typed, faults: Vec<(StepField, AnswerFault)>) -> Shown {
    Shown {
        typed,
        faults,
        departure: form.departure().map(|(cause, reason)| (cause.code().to_owned(), reason.to_owned())),
        key: form.one("key").to_owned(),
        sent: true,
        ..Shown::default()
    }
}

async fn load(who: &SignedIn, id: CourseId, kind: StepKind) -> Result<StepForm, Failure> {
    form::show(&who.app, &who.actor, id, kind, who.now).await.map_err(|error| who.failed(error))
}

fn answer(who: &SignedIn, step: &StepForm, shown: Shown, status: StatusCode) -> Result<Response, Failure> {
    let page = view(who, step, shown)?;
    Ok((status, Html(page.render().map_err(|error| who.failed(error))?)).into_response())
}

fn view(who: &SignedIn, step: &StepForm, shown: Shown) -> Result<FormPage, Failure> {
    let t = who.t;
    let refused = refused(who, step.kind, &shown);
    let beside = Beside { faults: &shown.faults, findings: &shown.findings };
    let fields = fields(t, step, &shown.typed, &beside);
    let key = match shown.key.is_empty() {
        true => tokens::random_key().map_err(|error| who.failed(error))?,
        false => shown.key,
    };
    let mut page = who.page(Nav::Courses, t.step(step.kind));
    let notice = match (shown.key_spent, shown.conflict) {
        (true, _) => Some(t.step_key_spent()),
        (_, true) => Some(t.step_since_notice()),
        _ => None,
    };
    page.notice = notice.map(|text| Notice { kind: NoticeKind::Warning, text: text.to_owned() });
    let departure = shown.departure.unwrap_or_default();
    let warned = warned(who, step.kind, &shown.findings);
    Ok(FormPage {
        page,
        back: paths::steps(step.course.id()),
        who: t.notes_lead(&step.course.name().unwrap_or_default(), step.course.case_number()),
        heading: t.step_do(step.kind),
        lead: t.step_lead(step.kind),
        refused,
        reason_missing: !warned.is_empty() && !departure.0.is_empty() && departure.1.trim().is_empty(),
        warned,
        before: if shown.sent {
            Vec::new()
        } else {
            step.before.iter().map(|one| t.finding(one.what).to_owned()).collect()
        },
        closed: !shown.sent && step.before.iter().any(|finding| finding.refuses),
        causes: causes(who, &departure.0),
        reason: departure.1,
        since: shown.since.iter().map(|one| t.step_since(&t.date(one.day), t.step(one.kind))).collect(),
        draft: shown.draft,
        old_draft: shown.old_draft,
        fields,
        consequences: shown.consequences,
        can_try: preview::is_of(step.kind),
        speed: routes_shown(t, &step.prices),
        key,
        seen: step.ground.seen(),
    })
}

/// The list at the top: what cannot be read, then what refuses.
fn refused(who: &SignedIn, kind: StepKind, shown: &Shown) -> Vec<Against> {
    let t = who.t;
    let at = |field: StepField, text: &str| Against {
        text: t.step_against(t.step_field(kind, field), text),
        field: field.code().to_owned(),
    };
    let restricted = shown.restricted.then(|| Against { text: t.step_restricted().to_owned(), field: String::new() });
    let unread = shown.faults.iter().map(|(field, fault)| at(*field, t.answer_fault(*fault)));
    let refusals = shown.findings.iter().filter(|finding| finding.refuses);
    restricted.into_iter().chain(unread).chain(refusals.map(|finding| against(who, kind, finding))).collect()
}

fn warned(who: &SignedIn, kind: StepKind, findings: &[Finding]) -> Vec<Against> {
    let warnings = findings.iter().filter(|finding| finding.recommendation.is_some());
    warnings.map(|finding| against(who, kind, finding)).collect()
}

fn against(who: &SignedIn, kind: StepKind, finding: &Finding) -> Against {
    let text = who.t.finding(finding.what);
    match finding.field {
        Some(field) => {
            let text = who.t.step_against(who.t.step_field(kind, field), text);
            Against { text, field: field.code().to_owned() }
        }
        None => Against { text: text.to_owned(), field: String::new() },
    }
}

fn causes(who: &SignedIn, chosen: &str) -> Vec<Offer> {
    let offer = |(at, cause): (usize, &lods_domain::steps::Choice)| Offer {
        id: if at == 0 { "cause".to_owned() } else { format!("cause-{}", at + 1) },
        value: cause.code().to_owned(),
        label: who.t.departure_cause(*cause).to_owned(),
        chosen: cause.code() == chosen,
    };
    CAUSES.iter().enumerate().map(offer).collect()
}
