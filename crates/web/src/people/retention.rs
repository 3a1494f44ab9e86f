//! What is past its period, and a leader's decision about each.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::people::retention::{self, Choice, NotYet, Proposed};
use lods_domain::ids::PersonId;
use lods_i18n::Texts;
use serde::Deserialize;

use crate::courses::pages::Pages;
use crate::csrf::{Keyed, SignedForm};
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::{Asked, address, page};
use crate::{Failure, SignedIn, paths};

/// A person who is due, by case number.
struct DueShown {
    person: PersonId,
    case_number: String,
    /// How many more courses there are.
    more: i64,
    due_on: String,
    source: String,
    archived: bool,
}

#[derive(Template)]
#[template(path = "people/retention.html")]
struct RetentionHtml {
    page: Page,
    rows: Vec<DueShown>,
    count: i64,
    pages: Pages,
    old_log: i64,
    log_source: String,
    old_reports: i64,
    reports_source: String,
    fault: Option<&'static str>,
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let t = who.t;
    let notice = match asked.get("done").map(String::as_str) {
        Some("archived") => Some(t.retention_done_archived()),
        Some("keep") => Some(t.retention_done_kept()),
        Some("pseudonymise") => Some(t.retention_done_erased()),
        Some("log") => Some(t.retention_done_log()),
        Some("reports") => Some(t.retention_done_reports()),
        _ => None,
    };
    answer(&who, page(&asked), notice, None).await
}

async fn answer(
    who: &SignedIn,
    page: i64,
    notice: Option<&'static str>,
    fault: Option<&'static str>,
) -> Result<Html<String>, Failure> {
    let t = who.t;
    let due = retention::due(&who.app, &who.actor, page, who.now).await.map_err(|error| who.failed(error))?;
    let mut frame = who.page(Nav::Retention, t.retention_title());
    frame.notice = notice.map(|text| Notice { kind: NoticeKind::Success, text: text.to_owned() });
    let address = |page: i64| address(paths::RETENTION, &[("page", page.to_string())]);
    let pages = Pages::new(due.page, due.pages(), address);
    let shown = RetentionHtml {
        page: frame,
        rows: due.rows.iter().map(|row| row_of(t, row)).collect(),
        count: due.count,
        pages,
        old_log: due.old_log,
        log_source: due.log_rule.map(|rule| rule.source).unwrap_or_default(),
        old_reports: due.old_reports,
        reports_source: due.reports_rule.map(|rule| rule.source).unwrap_or_default(),
        fault,
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

fn row_of(t: Texts, row: &Proposed) -> DueShown {
    DueShown {
        person: row.due.person,
        case_number: row.due.case_number.clone(),
        more: row.due.courses - 1,
        due_on: t.date(row.due_on),
        source: row.source.clone(),
        archived: row.due.archived,
    }
}

#[derive(Deserialize)]
pub struct Decision {
    csrf: String,
    /// 0 for the access log and the reports.
    person: i64,
    action: String,
    #[serde(default)]
    reason: String,
}

impl Keyed for Decision {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn decide(SignedForm { who, form }: SignedForm<Decision>) -> Result<Response, Failure> {
    let (choice, told) = match form.action.as_str() {
        "delivered" => (Choice::Archived { delivered: true }, "archived"),
        "discardable" => (Choice::Archived { delivered: false }, "archived"),
        "keep" => (Choice::Keep { reason: &form.reason }, "keep"),
        "pseudonymise" => (Choice::Pseudonymise, "pseudonymise"),
        "delete-log" => return delete_log(&who).await,
        "delete-reports" => return delete_reports(&who).await,
        _ => return Err(who.failed(Failure::bad_request())),
    };
    let done = retention::decide(&who.app, &who.actor, PersonId(form.person), choice, who.now).await;
    let fault = match done.map_err(|error| who.failed(error))? {
        Ok(()) => return Ok(Redirect::to(&format!("{}?done={told}", paths::RETENTION)).into_response()),
        Err(NotYet::NoReason) => who.t.retention_fault_reason(),
        Err(NotYet::NotArchived) => who.t.retention_fault_archive(),
    };
    let page = answer(&who, 1, None, Some(fault)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn delete_log(who: &SignedIn) -> Result<Response, Failure> {
    retention::delete_old_log(&who.app, &who.actor, who.now).await.map_err(|error| who.failed(error))?;
    Ok(Redirect::to(&format!("{}?done=log", paths::RETENTION)).into_response())
}

async fn delete_reports(who: &SignedIn) -> Result<Response, Failure> {
    retention::delete_old_reports(&who.app, &who.actor, who.now).await.map_err(|error| who.failed(error))?;
    Ok(Redirect::to(&format!("{}?done=reports", paths::RETENTION)).into_response())
}
