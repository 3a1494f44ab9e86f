//! What waits to be taken up, and what was left at that.

use askama::Template;
use axum::extract::Query;
use axum::response::Html;
use lods_app::concerns::inbox::{self, Which};
use lods_app::store::concerns::Report;
use lods_domain::concerns::{DecisionClock, Standing};
use lods_domain::rules::RuleCode;
use lods_domain::steps::StepField;

use super::told::name_of;
use crate::courses::pages::Pages;
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::{self, Asked, address};
use crate::{Failure, SignedIn, paths};

/// The value of the choice of those that were left at that.
const LEFT: &str = "left";

/// A report in the table.
struct Row {
    address: String,
    who: String,
    need: String,
    since: String,
    by: String,
    state: &'static str,
    state_class: &'static str,
    seen_by: &'static str,
    received: String,
    /// How it was left.
    taken: &'static str,
}

#[derive(Template)]
#[template(path = "concerns/list.html")]
struct ListPage {
    page: Page,
    lead: String,
    waiting: i64,
    late: i64,
    left: i64,
    shows_left: bool,
    rows: Vec<Row>,
    pages: Pages,
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let t = who.t;
    let which = if asked.get("list").is_some_and(|list| list == LEFT) { Which::Left } else { Which::Waiting };
    let found = inbox::inbox(&who.app, &who.actor, which, query::page(&asked), who.now).await;
    let found = found.map_err(|error| who.failed(error))?;
    let mut page = who.page(Nav::Concerns, t.concerns_title());
    let saved = asked.get("done").is_some_and(|done| done == LEFT);
    page.notice = saved.then(|| Notice { kind: NoticeKind::Success, text: t.concerns_saved_left().to_owned() });
    let today = who.app.today(who.now);
    let rule = |code| found.rules.value(code, today).map_err(|error| who.failed(lods_app::Error::from(error)));
    let (days, working) = (rule(RuleCode::DecisionDays)?, rule(RuleCode::DecisionWorkingDays)? == 1);
    let list = if which == Which::Left { LEFT } else { "" };
    let to = |page: i64| address(paths::CONCERNS, &[("list", list.to_owned()), ("page", page.to_string())]);
    let shown = ListPage {
        page,
        lead: if working { t.concerns_lead_working(days) } else { t.concerns_lead(days) },
        waiting: found.waiting,
        late: found.late,
        left: found.left,
        shows_left: which == Which::Left,
        pages: Pages::new(found.page, found.pages(), to),
        rows: found.rows.iter().map(|(report, clock)| row(&who, report, *clock)).collect(),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

/// The class of the tag that says how a concern stands to the clock.
pub const fn standing_class(standing: Standing) -> &'static str {
    match standing {
        Standing::InTime => "lods-tag-good",
        Standing::Warned => "lods-tag-now",
        Standing::Late => "lods-tag-late",
    }
}

fn row(who: &SignedIn, report: &Report, clock: DecisionClock) -> Row {
    let t = who.t;
    let seen_by = report.told.answers.one(StepField::SeenBy);
    Row {
        address: paths::concern_report(report.id),
        who: name_of(t, report),
        need: t.date_short(report.need_on),
        since: t.concern_since(clock),
        by: t.concerns_by(&t.day_and_month(clock.by)),
        state: t.concern_standing(clock.standing),
        state_class: standing_class(clock.standing),
        seen_by: seen_by.map(|seen_by| t.concern_seen_by_name(seen_by)).unwrap_or_default(),
        received: t.moment_short(who.app.clock(), report.received_at),
        taken: report.taken.as_ref().map(|taken| t.concern_taken_up(taken.how)).unwrap_or_default(),
    }
}
