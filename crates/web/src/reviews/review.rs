//! The leader's page: emergency accesses that wait for review, and those that were reviewed.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::emergency_reviews::{self, LONGEST_FINDING, Reviewed};
use lods_app::store::emergencies::{Listed, WasRead, Which};
use serde::Deserialize;

use super::{finding_fault, number};
use crate::courses::pages::Pages;
use crate::csrf::{Keyed, SignedForm};
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::{self, Asked, address};
use crate::{Failure, SignedIn, paths};

/// An emergency access, in words.
struct Row {
    id: i64,
    who: String,
    course: String,
    case: Option<String>,
    opened: String,
    until: String,
    reason: String,
    read: Vec<String>,
    /// It is the reader's own.
    own: bool,
    /// When and by whom it was reviewed, and the finding.
    reviewed: Option<(String, String)>,
    /// What was typed, and what is wrong with it.
    typed: String,
    fault: Option<String>,
}

#[derive(Template)]
#[template(path = "reviews/review.html")]
struct ReviewPage {
    page: Page,
    rows: Vec<Row>,
    waiting: i64,
    reviewed: i64,
    shows_reviewed: bool,
    longest: i64,
    pages: Pages,
}

/// A finding as it was typed, with what is wrong with it.
struct Typed<'a> {
    form: &'a Finding,
    fault: String,
}

async fn answer(who: &SignedIn, asked: &Asked, typed: Option<Typed<'_>>) -> Result<Response, Failure> {
    let t = who.t;
    let which = if asked.get("list").is_some_and(|list| list == "reviewed") { Which::Reviewed } else { Which::Waiting };
    let found = emergency_reviews::list(&who.app, &who.actor, which, query::page(asked), who.now).await;
    let found = found.map_err(|error| who.failed(error))?;
    let mut page = who.page(Nav::Review, t.review_title());
    page.notice = match asked.get("done").map(String::as_str) {
        Some("saved") => Some(Notice { kind: NoticeKind::Success, text: t.review_saved().to_owned() }),
        Some("already") => Some(Notice { kind: NoticeKind::Information, text: t.review_already().to_owned() }),
        _ => None,
    };
    let list = if which == Which::Reviewed { "reviewed" } else { "" };
    let shown = ReviewPage {
        page,
        rows: found.rows.iter().map(|listed| row(who, listed, typed.as_ref())).collect(),
        waiting: found.waiting,
        reviewed: found.reviewed,
        shows_reviewed: which == Which::Reviewed,
        longest: number(LONGEST_FINDING),
        pages: Pages::new(found.page, found.pages(), |page| {
            address(paths::REVIEW, &[("list", list.to_owned()), ("page", page.to_string())])
        }),
    };
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, Html(shown.render().map_err(|error| who.failed(error))?)).into_response())
}

fn row(who: &SignedIn, listed: &Listed, typed: Option<&Typed<'_>>) -> Row {
    let (t, clock) = (who.t, who.app.clock());
    let typed = typed.filter(|typed| typed.form.access == listed.id);
    let read = |read: &WasRead| t.review_read_times(read.count, t.what(read.what), &t.moment_short(clock, read.last));
    let reviewed = listed
        .reviewed
        .as_ref()
        .map(|reviewed| (t.review_result_by(&t.moment(clock, reviewed.at), &reviewed.by), reviewed.finding.clone()));
    Row {
        id: listed.id,
        who: t.review_who(&listed.user_name, &listed.login),
        course: paths::course(listed.course),
        case: listed.case_number.as_deref().map(|case| t.review_case(case)),
        opened: t.moment(clock, listed.opened_at),
        until: t.moment(clock, listed.until),
        reason: listed.reason.clone(),
        read: listed.read.iter().map(read).collect(),
        own: listed.user == who.user,
        reviewed,
        typed: typed.map(|typed| typed.form.finding.clone()).unwrap_or_default(),
        fault: typed.map(|typed| typed.fault.clone()),
    }
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    answer(&who, &asked, None).await
}

/// What came of a review.
#[derive(Deserialize)]
pub struct Finding {
    csrf: String,
    #[serde(default)]
    access: i64,
    #[serde(default)]
    finding: String,
}

impl Keyed for Finding {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn submit(SignedForm { who, form }: SignedForm<Finding>) -> Result<Response, Failure> {
    let reviewed = emergency_reviews::review(&who.app, &who.actor, form.access, &form.finding, who.now).await;
    let reviewed = reviewed.map_err(|error| who.failed(error))?;
    if let Some(fault) = finding_fault(who.t, reviewed) {
        return answer(&who, &Asked::new(), Some(Typed { form: &form, fault })).await;
    }
    let done = match reviewed {
        Reviewed::Done => "saved",
        Reviewed::Already => "already",
        Reviewed::Own | Reviewed::FindingMissing | Reviewed::FindingLong => "",
    };
    Ok(Redirect::to(&address(paths::REVIEW, &[("done", done.to_owned())])).into_response())
}
