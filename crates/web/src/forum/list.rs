//! The courses that consent or a legal basis opens to the forum. Nothing in it leads to the course.

use askama::Template;
use axum::extract::Query;
use axum::response::Html;
use lods_app::forum::list;
use lods_app::store::courses::Listed;
use lods_app::store::forum::{Counted, Of};
use lods_domain::Day;
use lods_domain::ids::DepartmentId;
use lods_i18n::Texts;

use crate::courses::pages::Pages;
use crate::courses::phase_class;
use crate::page::{Nav, Page};
use crate::query::{self, Asked, address, read};
use crate::{Failure, SignedIn, paths};

/// The value of a choice of courses without a department.
const NONE: &str = "none";

/// A course in the table.
pub struct Row {
    /// Or the case number, where the name is not seen.
    pub name: String,
    pub named: bool,
    pub case_number: String,
    pub department: String,
    pub group: String,
    pub provider: String,
    pub phase: &'static str,
    pub phase_class: &'static str,
    pub start: String,
    pub end: String,
    pub hours: String,
}

/// A department to choose, with its number of courses.
pub struct Choice {
    pub label: String,
    pub count: String,
    pub address: String,
    pub here: bool,
}

#[derive(Template)]
#[template(path = "forum/list.html")]
pub struct ForumPage {
    pub page: Page,
    /// Courses in the whole overview.
    pub all: i64,
    pub departments: Vec<Choice>,
    pub rows: Vec<Row>,
    pub pages: Pages,
}

fn chosen(asked: &Asked) -> Of {
    match asked.get("department").map(String::as_str) {
        Some(NONE) => Of::NoDepartment,
        _ => read(asked.get("department")).map_or(Of::All, |id| Of::Department(DepartmentId(id))),
    }
}

fn value(of: Of) -> String {
    match of {
        Of::All => String::new(),
        Of::Department(id) => id.to_string(),
        Of::NoDepartment => NONE.to_owned(),
    }
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let of = chosen(&asked);
    let found = list::list(&who.app, &who.actor, of, query::page(&asked), who.now).await;
    let found = found.map_err(|error| who.failed(error))?;
    let t = who.t;
    let to = |page: i64| {
        let page = if page == 1 { String::new() } else { page.to_string() };
        address(paths::FORUM, &[("department", value(of)), ("page", page)])
    };
    let shown = ForumPage {
        page: who.page(Nav::Forum, t.forum_title()),
        all: found.all,
        departments: departments(t, &found.departments, of, found.all),
        pages: Pages::new(found.page, found.pages(), to),
        rows: found.rows.iter().map(|course| row(t, course, found.today)).collect(),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

fn departments(t: Texts, counted: &[Counted], chosen: Of, all: i64) -> Vec<Choice> {
    let choice = |label: String, count: i64, of: Of| Choice {
        label,
        count: t.whole(count),
        address: address(paths::FORUM, &[("department", value(of))]),
        here: chosen == of,
    };
    let mut choices = vec![choice(t.forum_everything().to_owned(), all, Of::All)];
    choices.extend(counted.iter().map(|one| match &one.department {
        Some((id, name)) => choice(name.clone(), one.count, Of::Department(*id)),
        None => choice(t.forum_no_department().to_owned(), one.count, Of::NoDepartment),
    }));
    choices
}

fn row(t: Texts, course: &Listed, today: Day) -> Row {
    let dates = course.dates();
    let phase = dates.phase(today);
    let short = |day: Option<Day>| day.map(|day| t.date_short(day)).unwrap_or_default();
    let provider: Vec<&str> = course.unit().into_iter().chain(course.mentor()).collect();
    Row {
        name: course.name().unwrap_or_else(|| t.course_case(course.case_number())),
        named: course.name().is_some(),
        case_number: course.case_number().to_owned(),
        department: course.department().unwrap_or_default().to_owned(),
        group: course.target_group().unwrap_or_default().to_owned(),
        provider: provider.join(", "),
        phase: t.phase(phase),
        phase_class: phase_class(phase),
        start: short(dates.start),
        end: short(dates.end.or(dates.expected_end)),
        hours: course.weekly().map(|weekly| t.hours(weekly)).unwrap_or_default(),
    }
}
