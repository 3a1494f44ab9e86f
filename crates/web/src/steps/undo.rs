//! Taking a step back, with a reason. Both stay on record.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::tokens;
use lods_app::steps::show::{self, Journal};
use lods_app::steps::undo::{self, Undone};
use lods_domain::ids::{CourseId, StepId};
use lods_domain::steps::StepKind;

use super::said::{Line, lines};
use super::sent::Sending;
use crate::csrf::SignedForm;
use crate::page::{Nav, Page};
use crate::{Failure, SignedIn, paths};

#[derive(Template)]
#[template(path = "steps/undo.html")]
struct UndoPage {
    page: Page,
    back: String,
    who: String,
    name: &'static str,
    when: String,
    lines: Vec<Line>,
    fault: Option<&'static str>,
    reason: String,
    key: String,
}

/// The course and step that a path names.
fn named(path: paths::NoteInPath) -> Option<(CourseId, StepId)> {
    let Path((course, step)) = path.ok()?;
    Some((course.parse().ok()?, step.parse().ok()?))
}

pub async fn show(who: SignedIn, path: paths::NoteInPath) -> Result<Response, Failure> {
    let (id, step) = named(path).ok_or_else(|| who.failed(Failure::not_found()))?;
    answer(&who, (id, step), None, String::new()).await
}

pub async fn submit(
    path: paths::NoteInPath,
    SignedForm { who, form }: SignedForm<Sending>,
) -> Result<Response, Failure> {
    let (id, step) = named(path).ok_or_else(|| who.failed(Failure::not_found()))?;
    let sent = (form.one("key"), form.one("reason"));
    let undone =
        undo::undo(&who.app, &who.actor, (id, step), sent, who.now).await.map_err(|error| who.failed(error))?;
    let fault = match undone {
        Undone::Done => return Ok(Redirect::to(&paths::steps_done(id, StepKind::Undo)).into_response()),
        Undone::NoReason => who.t.step_undo_no_reason(),
        Undone::LaterFirst => who.t.step_undo_later_first(),
        Undone::Never => who.t.step_undo_never(),
        Undone::Restricted => who.t.step_restricted(),
        Undone::KeySpent => who.t.step_undo_again(),
    };
    answer(&who, (id, step), Some(fault), form.one("reason").to_owned()).await
}

async fn answer(
    who: &SignedIn,
    (id, step): (CourseId, StepId),
    fault: Option<&'static str>,
    reason: String,
) -> Result<Response, Failure> {
    let journal: Journal = show::journal(&who.app, &who.actor, id, who.now).await.map_err(|error| who.failed(error))?;
    let found = journal.steps.iter().find(|known| known.id == step).ok_or_else(|| who.failed(Failure::not_found()))?;
    let t = who.t;
    let page = UndoPage {
        page: who.page(Nav::Courses, t.step_undo_heading()),
        back: paths::steps(id),
        who: t.notes_lead(&journal.course.name().unwrap_or_default(), journal.course.case_number()),
        name: t.step(found.kind),
        when: t.date(found.day),
        lines: lines(t, &journal, found),
        fault,
        reason,
        key: tokens::random_key().map_err(|error| who.failed(error))?,
    };
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, Html(page.render().map_err(|error| who.failed(error))?)).into_response())
}
