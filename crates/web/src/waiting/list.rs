//! Who waits, the longest wait first; what the waits come to; and what a fast start would break.

use askama::Template;
use axum::extract::Query;
use axum::response::Html;
use lods_app::steps::waiting;
use lods_app::store::courses::Listed;
use lods_domain::Day;
use lods_domain::steps::waiting::Wait;
use lods_i18n::Texts;

use super::speed::{RouteShown, routes_shown};
use crate::courses::pages::Pages;
use crate::page::{Nav, Page};
use crate::query::{self, Asked, address};
use crate::{Failure, SignedIn, paths};

/// A course that waits.
pub struct Row {
    /// Or the case number, where the name is not seen.
    pub name: String,
    /// Empty where it stands for the name.
    pub case_number: String,
    pub address: String,
    pub reason: &'static str,
    pub length: String,
    pub since: String,
    pub meanwhile: String,
    pub need: String,
    pub decision: String,
    /// A start that is set, and lies ahead.
    pub begins: Option<String>,
}

#[derive(Template)]
#[template(path = "waiting/list.html")]
pub struct WaitingPage {
    pub page: Page,
    pub as_of: String,
    pub count: i64,
    pub median: String,
    pub longest: String,
    pub reasons: Vec<(&'static str, String)>,
    pub rows: Vec<Row>,
    pub pages: Pages,
    pub speed: Vec<RouteShown>,
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let t = who.t;
    let found = waiting::list(&who.app, &who.actor, query::page(&asked), who.now).await;
    let found = found.map_err(|error| who.failed(error))?;
    let days = |days: Option<i64>| days.map_or_else(|| t.none().to_owned(), |days| t.waiting_length(days));
    let reason = |(reason, count): &(Option<lods_domain::steps::Choice>, i64)| (said(t, *reason), t.whole(*count));
    let shown = WaitingPage {
        page: who.page(Nav::Waiting, t.waiting_title()),
        as_of: t.figures_as_of(&t.date(found.today)),
        count: found.totals.count,
        median: days(found.totals.median),
        longest: days(found.totals.longest),
        reasons: found.totals.reasons.iter().map(reason).collect(),
        rows: found.rows.iter().map(|(course, wait)| row(t, course, wait, found.today)).collect(),
        pages: Pages::new(found.page, found.pages(), |page| address(paths::WAITING, &[("page", page.to_string())])),
        speed: routes_shown(t, &found.prices),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

fn said(t: Texts, reason: Option<lods_domain::steps::Choice>) -> &'static str {
    reason.map_or_else(|| t.waiting_reason_unseen(), |reason| t.choice(reason))
}

fn row(t: Texts, course: &Listed, wait: &Wait, today: Day) -> Row {
    let dates = course.dates();
    let (name, case_number) = match course.name() {
        Some(name) => (name, course.case_number().to_owned()),
        None => (t.course_case(course.case_number()), String::new()),
    };
    Row {
        name,
        case_number,
        address: paths::steps(course.id()),
        reason: said(t, wait.reason),
        length: t.waiting_length(wait.days(today)),
        since: t.waiting_since(&t.date_short(wait.since)),
        meanwhile: wait.meanwhile.clone().unwrap_or_else(|| t.none().to_owned()),
        need: dates.concern.map_or_else(|| t.none().to_owned(), |day| t.date_short(day)),
        decision: dates.decided.map_or_else(|| t.waiting_not_decided().to_owned(), |day| t.date_short(day)),
        begins: dates.start.map(|day| t.waiting_begins(&t.date_short(day))),
    }
}
