//! The page of a course's team. What was typed stays when something is wrong.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::courses::team::{self, Changed, Team};
use lods_domain::Day;
use lods_domain::ids::CourseId;

use super::entered::Entered;
use crate::csrf::SignedForm;
use crate::form::{Fault, Faults, written};
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::Asked;
use crate::{Failure, SignedIn, paths};

/// A co-mentor in the table.
struct Row {
    mentor: String,
    name: String,
    unit: String,
    from: String,
    /// In words.
    to: String,
    /// What the field for the last day holds; `None` where the time is over.
    last: Option<String>,
}

struct Offer {
    value: String,
    label: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "team/show.html")]
struct TeamPage {
    page: Page,
    back: String,
    lead: String,
    departments: Vec<Offer>,
    rows: Vec<Row>,
    mentors: Vec<Offer>,
    entered: Entered,
    faults: Faults,
}

pub async fn show(who: SignedIn, course: paths::InPath, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let team = load(&who, id).await?;
    let entered = Entered { from: written(team.today), ..Entered::default() };
    answer(&who, &team, entered, Vec::new(), asked.contains_key("done"))
}

pub async fn submit(course: paths::InPath, SignedForm { who, form }: SignedForm<Entered>) -> Result<Response, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let faults = match form.change(who.t) {
        Err(faults) => faults,
        Ok(change) => {
            let changed = team::change(&who.app, &who.actor, id, change, who.now).await;
            match changed.map_err(|error| who.failed(error))? {
                Changed::Done { in_reach: true } => {
                    return Ok(Redirect::to(&format!("{}?done=team", paths::team(id))).into_response());
                }
                Changed::Done { in_reach: false } => return Ok(Redirect::to(paths::COURSES).into_response()),
                Changed::Fault(fault) => vec![form.fault(who.t, fault)],
            }
        }
    };
    let team = load(&who, id).await?;
    answer(&who, &team, form, faults, false)
}

async fn load(who: &SignedIn, course: CourseId) -> Result<Team, Failure> {
    team::show(&who.app, &who.actor, course, who.now).await.map_err(|error| who.failed(error))
}

fn answer(who: &SignedIn, team: &Team, entered: Entered, faults: Vec<Fault>, saved: bool) -> Result<Response, Failure> {
    let (t, course) = (who.t, &team.course);
    let mut page = who.page(Nav::Courses, t.team_title(course.case_number()));
    page.notice = saved.then(|| Notice { kind: NoticeKind::Success, text: t.team_saved().to_owned() });
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = TeamPage {
        page,
        back: paths::course(course.id()),
        lead: t.notes_lead(&course.name().unwrap_or_default(), course.case_number()),
        departments: departments(team, &entered),
        rows: rows(who, team),
        mentors: mentors(who, team, &entered),
        entered,
        faults: faults.into(),
    };
    Ok((status, Html(shown.render().map_err(|error| who.failed(error))?)).into_response())
}

fn departments(team: &Team, entered: &Entered) -> Vec<Offer> {
    let standing = team.course.department_id().map(|id| id.to_string()).unwrap_or_default();
    let chosen = if entered.department.is_empty() { &standing } else { &entered.department };
    let offer = |(id, name): &(lods_domain::ids::DepartmentId, String)| {
        let value = id.to_string();
        Offer { chosen: value == *chosen, value, label: name.clone() }
    };
    team.departments.iter().map(offer).collect()
}

fn mentors(who: &SignedIn, team: &Team, entered: &Entered) -> Vec<Offer> {
    let offer = |one: &lods_app::store::team::Offered| {
        let value = one.mentor.to_string();
        let chosen = entered.change == "add" && value == entered.mentor;
        Offer { chosen, value, label: who.t.team_mentor_offer(&one.name, &one.unit) }
    };
    team.offered.iter().map(offer).collect()
}

fn rows(who: &SignedIn, team: &Team) -> Vec<Row> {
    let date = |day: Day| who.t.date(day);
    let row = |co: &lods_app::store::team::CoMentor| Row {
        mentor: co.mentor.to_string(),
        name: co.name.clone(),
        unit: co.unit.clone(),
        from: date(co.from),
        to: co.to.map_or_else(|| who.t.team_open_end().to_owned(), date),
        last: co.stands_on(team.today).then(|| written(co.to.unwrap_or(team.today))),
    };
    team.co_mentors.iter().map(row).collect()
}
