//! What is due, by day, each with the reason and its source: the page after signing in.

use askama::Template;
use axum::extract::Query;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::courses::today::{self, Today};
use lods_domain::Day;
use lods_domain::dues::DueKind;
use lods_domain::rules::NoRule;

use super::dues::DueShown;
use super::pages::Pages;
use crate::page::{Nav, Page};
use crate::query::{self, Asked, address};
use crate::{Failure, SignedIn, menu, paths};

/// A thing to do, and on which course.
pub struct Item {
    pub address: String,
    /// Or the case number, where the name is not seen.
    pub name: String,
    pub named: bool,
    pub case_number: String,
    /// The roles that have it to do, where it is none of the reader's.
    pub whose: Option<String>,
    pub due: DueShown,
}

/// Things that are due at the same time: overdue, today, or later.
pub struct Group {
    pub id: &'static str,
    pub title: &'static str,
    /// On all pages.
    pub count: i64,
    pub items: Vec<Item>,
}

/// A kind that the page can be narrowed to, or all.
pub struct Kind {
    pub address: String,
    pub name: &'static str,
    pub count: i64,
    pub here: bool,
}

#[derive(Template)]
#[template(path = "courses/today.html")]
pub struct TodayPage {
    pub page: Page,
    /// Today's date in words.
    pub date: String,
    pub count: i64,
    pub groups: [Group; 3],
    /// None where there is nothing to choose among.
    pub kinds: Vec<Kind>,
    pub pages: Pages,
    /// Emergency accesses that wait for the reader's review.
    pub emergencies: i64,
}

/// The name of the kind in the page's address.
const KIND: &str = "kind";

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    if let Some(home) = menu::other_home(&who) {
        return Ok(Redirect::to(home).into_response());
    }
    let kind = asked.get(KIND).and_then(|code| DueKind::from_code(code));
    let wanted = today::Asked { kind, page: query::page(&asked) };
    let due = today::today(&who.app, &who.actor, wanted, who.now).await.map_err(|error| who.failed(error))?;
    let shown = TodayPage {
        page: who.page(Nav::Today, who.t.today_title()),
        date: who.t.weekday_and_date(due.today),
        count: due.count(),
        emergencies: due.emergencies,
        groups: groups(&who, &due).map_err(|error| who.failed(lods_app::Error::from(error)))?,
        kinds: kinds(&who, &due),
        pages: Pages::new(due.page, due.pages(), |page| {
            address(paths::TODAY, &[(KIND, code(due.kind)), ("page", page.to_string())])
        }),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?).into_response())
}

fn code(kind: Option<DueKind>) -> String {
    kind.map_or_else(String::new, |kind| kind.code().to_owned())
}

/// All, and each kind of which something is due.
fn kinds(who: &SignedIn, due: &Today) -> Vec<Kind> {
    let link = |kind: Option<DueKind>, name, count| Kind {
        address: address(paths::TODAY, &[(KIND, code(kind))]),
        name,
        count,
        here: kind == due.kind,
    };
    let sums = due.kinds.iter().map(|count| (count.kind, count.late + count.today + count.ahead));
    let all: i64 = sums.clone().map(|(_, sum)| sum).sum();
    let each = sums.map(|(kind, sum)| link(Some(kind), who.t.due_kind(kind), sum));
    match due.kinds.len() {
        0 | 1 => Vec::new(),
        _ => [link(None, who.t.due_kinds_all(), all)].into_iter().chain(each).collect(),
    }
}

fn groups(who: &SignedIn, due: &Today) -> Result<[Group; 3], NoRule> {
    let (t, today) = (who.t, due.today);
    let items = |within: &dyn Fn(Day) -> bool| {
        let rows = due.rows.iter().filter(|row| within(row.due.on));
        rows.map(|row| {
            let may = who.may(row.due.kind.step().action());
            Ok(Item {
                address: paths::course(row.course),
                name: row.name.clone().unwrap_or_else(|| t.course_case(&row.case_number)),
                named: row.name.is_some(),
                case_number: row.case_number.clone(),
                whose: whose(who, row.due.kind),
                due: DueShown::new(t, row.due, row.course, may, (&due.rules, today))?,
            })
        })
        .collect::<Result<Vec<Item>, NoRule>>()
    };
    let group = |id, title, count, items| Group { id, title, count, items };
    Ok([
        group("late", t.today_overdue(), due.overdue, items(&|on| on < today)?),
        group("now", t.today_now(), due.now, items(&|on| on == today)?),
        group("soon", t.today_soon(), due.ahead, items(&|on| on > today)?),
    ])
}

fn whose(who: &SignedIn, kind: DueKind) -> Option<String> {
    let roles = kind.for_roles();
    let own = roles.iter().any(|role| who.roles.contains(role));
    (!own).then(|| roles.iter().map(|role| who.t.role(*role)).collect::<Vec<_>>().join(", "))
}
