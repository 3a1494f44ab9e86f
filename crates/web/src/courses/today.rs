//! What is due, by day, each with the reason: the page after signing in.

use askama::Template;
use axum::extract::Query;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::courses::today::{self, Today, rule_days};
use lods_domain::Day;
use lods_domain::rules::NoRule;
use lods_i18n::Texts;

use super::pages::Pages;
use crate::page::{Nav, Page};
use crate::query::{self, Asked, address};
use crate::{Failure, SignedIn, menu, paths};

/// A thing to do.
pub struct Item {
    pub address: String,
    /// Or the case number, where the name is not seen.
    pub name: String,
    pub named: bool,
    pub case_number: String,
    pub kind: &'static str,
    pub reason: String,
    /// How far away its day is.
    pub when: String,
}

/// Things that are due at the same time: overdue, today, or later.
pub struct Group {
    pub id: &'static str,
    pub title: &'static str,
    /// On all pages.
    pub count: i64,
    /// The look of a thing in the group.
    pub class: &'static str,
    pub tag: &'static str,
    pub items: Vec<Item>,
}

#[derive(Template)]
#[template(path = "courses/today.html")]
pub struct TodayPage {
    pub page: Page,
    /// Today's date in words.
    pub date: String,
    pub count: i64,
    pub groups: [Group; 3],
    pub pages: Pages,
    /// Emergency accesses that wait for the reader's review.
    pub emergencies: i64,
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    if let Some(home) = menu::other_home(&who) {
        return Ok(Redirect::to(home).into_response());
    }
    let due =
        today::today(&who.app, &who.actor, query::page(&asked), who.now).await.map_err(|error| who.failed(error))?;
    let shown = TodayPage {
        page: who.page(Nav::Today, who.t.today_title()),
        date: who.t.weekday_and_date(due.today),
        count: due.count(),
        emergencies: due.emergencies,
        groups: groups(who.t, &due).map_err(|error| who.failed(lods_app::Error::from(error)))?,
        pages: Pages::new(due.page, due.pages(), |page| address(paths::TODAY, &[("page", page.to_string())])),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?).into_response())
}

fn groups(t: Texts, due: &Today) -> Result<[Group; 3], NoRule> {
    let today = due.today;
    let items = |within: &dyn Fn(Day) -> bool| {
        let rows = due.rows.iter().filter(|row| within(row.due.on));
        rows.map(|row| {
            let days = rule_days(row.due.kind, &due.rules, today)?;
            Ok(Item {
                address: paths::course(row.course),
                name: row.name.clone().unwrap_or_else(|| t.course_case(&row.case_number)),
                named: row.name.is_some(),
                case_number: row.case_number.clone(),
                kind: t.due_kind(row.due.kind),
                reason: t.due_reason(row.due, days),
                when: t.relative(row.due.on, today),
            })
        })
        .collect::<Result<Vec<Item>, NoRule>>()
    };
    let group = |id, title, count, class, tag, items| Group { id, title, count, class, tag, items };
    Ok([
        group("late", t.today_overdue(), due.overdue, "lods-due-late", "lods-tag-late", items(&|on| on < today)?),
        group("now", t.today_now(), due.now, "lods-due-now", "lods-tag-now", items(&|on| on == today)?),
        group("soon", t.today_soon(), due.ahead, "", "", items(&|on| on > today)?),
    ])
}
