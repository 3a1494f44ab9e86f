//! Unusual reading of the last days, and what was found when it was reviewed.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::emergency_reviews::{LONGEST_FINDING, Reviewed};
use lods_app::access::traces;
use lods_app::access::unusual::{self, DAYS, Waiting};
use lods_app::store::reading_reviews::Review;
use lods_domain::Day;
use lods_domain::access::unusual::Unusual;
use lods_domain::ids::{PersonId, UserId};
use serde::Deserialize;

use super::log_form::address_of;
use super::{finding_fault, number};
use crate::courses::pages::Pages;
use crate::csrf::{Keyed, SignedForm};
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::{self, Asked, address};
use crate::{Failure, SignedIn, paths};

/// Something unusual, in words.
struct Row {
    /// What the row's fields are told apart by.
    id: String,
    user: i64,
    day_code: String,
    kind_code: &'static str,
    who: String,
    day: String,
    kind: &'static str,
    count: String,
    /// Persons by number, with the address of their traces on the day.
    persons: Vec<(String, String)>,
    /// The day's traces of the user.
    see: String,
    own: bool,
    typed: String,
    fault: Option<String>,
}

/// A review, in words.
struct Done {
    who: String,
    day: String,
    kind: &'static str,
    by: String,
    finding: String,
}

#[derive(Template)]
#[template(path = "reviews/unusual.html")]
struct UnusualPage {
    page: Page,
    days: i64,
    many: i64,
    rows: Vec<Row>,
    /// Those that wait beyond what is shown.
    more: i64,
    waiting: i64,
    reviewed: i64,
    longest: i64,
}

#[derive(Template)]
#[template(path = "reviews/unusual_done.html")]
struct DonePage {
    page: Page,
    days: i64,
    rows: Vec<Done>,
    reviewed: i64,
    pages: Pages,
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    if asked.get("list").is_some_and(|list| list == "reviewed") {
        return Ok(done(&who, query::page(&asked)).await?.into_response());
    }
    let notice = match asked.get("done").map(String::as_str) {
        Some("saved") => Some(Notice { kind: NoticeKind::Success, text: who.t.review_saved().to_owned() }),
        Some("already") => Some(Notice { kind: NoticeKind::Information, text: who.t.review_already().to_owned() }),
        _ => None,
    };
    waiting(&who, notice, None).await
}

async fn waiting(
    who: &SignedIn,
    notice: Option<Notice>,
    typed: Option<(&Finding, String)>,
) -> Result<Response, Failure> {
    let found = unusual::list(&who.app, &who.actor, who.now).await.map_err(|error| who.failed(error))?;
    let mut page = who.page(Nav::Traces, who.t.unusual_title());
    page.notice = notice;
    let shown = UnusualPage {
        page,
        days: DAYS,
        many: found.many,
        rows: found.rows.iter().map(|waiting| row(who, waiting, typed.as_ref())).collect(),
        more: found.waiting - number(found.rows.len()),
        waiting: found.waiting,
        reviewed: found.reviewed,
        longest: number(LONGEST_FINDING),
    };
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, Html(shown.render().map_err(|error| who.failed(error))?)).into_response())
}

fn row(who: &SignedIn, waiting: &Waiting, typed: Option<&(&Finding, String)>) -> Row {
    let (t, day, kind) = (who.t, waiting.day, waiting.hit.kind);
    let typed = typed.filter(|(form, _)| form.means() == Some((waiting.user, day, kind)));
    let that_day = traces::Asked { first: day, last: day, user: Some(waiting.user), ..traces::Asked::lately(day) };
    let of = |person: &PersonId| {
        let asked = traces::Asked { person: Some(*person), ..that_day };
        (t.traces_person(&person.to_string()), address_of(paths::TRACES, &asked, None))
    };
    Row {
        id: format!("{}-{day}-{}", waiting.user, kind.code()),
        user: waiting.user.0,
        day_code: day.to_string(),
        kind_code: kind.code(),
        who: t.review_who(&waiting.name, &waiting.login),
        day: t.date(day),
        kind: t.unusual(kind),
        count: t.unusual_count(kind, waiting.hit.count),
        persons: waiting.hit.persons.iter().map(of).collect(),
        see: address_of(paths::TRACES, &that_day, None),
        own: waiting.user == who.user,
        typed: typed.map(|(form, _)| form.finding.clone()).unwrap_or_default(),
        fault: typed.map(|(_, fault)| fault.clone()),
    }
}

async fn done(who: &SignedIn, page: i64) -> Result<Html<String>, Failure> {
    let (t, clock) = (who.t, who.app.clock());
    let found = unusual::reviewed(&who.app, &who.actor, page, who.now).await.map_err(|error| who.failed(error))?;
    let row = |review: &Review| Done {
        who: t.review_who(&review.name, &review.login),
        day: t.date(review.day),
        kind: t.unusual(review.kind),
        by: t.review_result_by(&t.moment(clock, review.at), &review.by),
        finding: review.finding.clone(),
    };
    let shown = DonePage {
        page: who.page(Nav::Traces, t.unusual_title()),
        days: DAYS,
        rows: found.rows.iter().map(row).collect(),
        reviewed: found.count,
        pages: Pages::new(found.page, found.pages(), |page| {
            address(paths::TRACES_UNUSUAL, &[("list", "reviewed".to_owned()), ("page", page.to_string())])
        }),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

/// What came of a review.
#[derive(Deserialize)]
pub struct Finding {
    csrf: String,
    #[serde(default)]
    user: String,
    #[serde(default)]
    day: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    finding: String,
}

impl Keyed for Finding {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

impl Finding {
    fn means(&self) -> Option<(UserId, Day, Unusual)> {
        Some((self.user.parse().ok()?, self.day.parse().ok()?, Unusual::from_code(&self.kind)?))
    }
}

pub async fn submit(SignedForm { who, form }: SignedForm<Finding>) -> Result<Response, Failure> {
    let means = form.means().ok_or_else(|| who.failed(Failure::bad_request()))?;
    let reviewed = unusual::review(&who.app, &who.actor, means, &form.finding, who.now).await;
    let reviewed = reviewed.map_err(|error| who.failed(error))?;
    if let Some(fault) = finding_fault(who.t, reviewed) {
        return waiting(&who, None, Some((&form, fault))).await;
    }
    let done = match reviewed {
        Reviewed::Done => "saved",
        Reviewed::Already => "already",
        Reviewed::Own | Reviewed::FindingMissing | Reviewed::FindingLong => "",
    };
    Ok(Redirect::to(&address(paths::TRACES_UNUSUAL, &[("done", done.to_owned())])).into_response())
}
