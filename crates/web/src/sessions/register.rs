//! The form that registers a session. What was typed stays when something is wrong.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::sessions::register::{self, Registered};
use lods_app::store::courses::Shown;
use lods_domain::sessions::{Session, SessionForm, SessionOutcome};
use lods_i18n::Texts;

use super::entered::{Entered, fault_of};
use crate::csrf::SignedForm;
use crate::form::{Fault, Faults};
use crate::page::{Nav, Page};
use crate::{Failure, SignedIn, paths};

/// One of a field's radio buttons.
pub struct Choice {
    pub code: &'static str,
    pub label: &'static str,
    pub chosen: bool,
}

#[derive(Template)]
#[template(path = "sessions/register.html")]
pub struct RegisterPage {
    pub page: Page,
    pub course: String,
    pub case_number: String,
    pub citizen: String,
    /// Whose session it will be.
    pub mentor: Option<String>,
    /// Why none can be registered on the course.
    pub closed: Option<&'static str>,
    pub entered: Entered,
    pub forms: Vec<Choice>,
    pub outcomes: Vec<Choice>,
    pub faults: Faults,
}

pub async fn show(who: SignedIn, course: paths::InPath) -> Result<Response, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let course = register::of_course(&who.app, &who.actor, id, who.now).await.map_err(|error| who.failed(error))?;
    answer(&who, &course, Entered::at(who.app.clock(), who.now), Vec::new())
}

pub async fn submit(course: paths::InPath, SignedForm { who, form }: SignedForm<Entered>) -> Result<Response, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let faults = match form.session(who.t, who.app.clock()) {
        Err(faults) => faults,
        Ok(session) => {
            let registered = register::register(&who.app, &who.actor, id, session.clone(), who.now).await;
            match registered.map_err(|error| who.failed(error))? {
                Registered::Done => return Ok(Redirect::to(&paths::course_with_session(id)).into_response()),
                Registered::Fault(fault) => {
                    vec![fault_of(who.t, fault, &session, who.app.clock(), who.app.today(who.now))]
                }
                Registered::Taken(there) => vec![Fault::new("time", taken(who.t, &there))],
                // The page says so instead of the form.
                Registered::NoMentor => Vec::new(),
            }
        }
    };
    let course = register::of_course(&who.app, &who.actor, id, who.now).await.map_err(|error| who.failed(error))?;
    answer(&who, &course, form, faults)
}

/// What is registered at that moment already.
fn taken(t: Texts, there: &Session) -> String {
    let form = t.session_form(there.form).to_lowercase();
    let outcome = t.session_outcome(there.outcome).to_lowercase();
    t.session_taken(&form, &outcome, &t.hours_and_minutes(there.ata))
}

fn answer(who: &SignedIn, course: &Shown, entered: Entered, faults: Vec<Fault>) -> Result<Response, Failure> {
    let t = who.t;
    let started = course.dates().granted_start().is_some_and(|start| start <= who.app.today(who.now));
    let closed = match (started, course.mentor_id()) {
        (false, _) => Some(t.session_not_started()),
        (true, None) => Some(t.session_no_mentor()),
        (true, Some(_)) => None,
    };
    let wrong = !faults.is_empty() || (closed.is_some() && !entered.csrf.is_empty());
    let shown = RegisterPage {
        page: who.page(Nav::Courses, t.session_title(course.case_number())),
        course: paths::course(course.id()),
        case_number: course.case_number().to_owned(),
        citizen: course.name().unwrap_or_default(),
        mentor: course.mentor().map(str::to_owned),
        closed,
        forms: forms(t, &entered.form),
        outcomes: outcomes(t, &entered.outcome),
        entered,
        faults: faults.into(),
    };
    let html = Html(shown.render().map_err(|error| who.failed(error))?);
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, html).into_response())
}

pub fn forms(t: Texts, chosen: &str) -> Vec<Choice> {
    let choice =
        |one: &SessionForm| Choice { code: one.code(), label: t.session_form(*one), chosen: one.code() == chosen };
    SessionForm::ALL.iter().map(choice).collect()
}

pub fn outcomes(t: Texts, chosen: &str) -> Vec<Choice> {
    let choice = |one: &SessionOutcome| Choice {
        code: one.code(),
        label: t.session_outcome(*one),
        chosen: one.code() == chosen,
    };
    SessionOutcome::ALL.iter().map(choice).collect()
}
