//! What a young person shares with whoever is signed in.

use askama::Template;
use axum::response::Html;
use lods_app::people::shared::{self, SharedPage};
use lods_domain::access::Field;
use lods_i18n::Texts;

use super::GoalShown;
use crate::page::{Nav, Page};
use crate::{Failure, SignedIn};

#[derive(Template)]
#[template(path = "people/shared.html")]
struct SharedHtml {
    page: Page,
    nothing: bool,
    /// Label and value of each field that is shared.
    facts: Vec<(&'static str, String)>,
    /// `None` when goals are not shared.
    goals: Option<Vec<GoalShown>>,
}

pub async fn show(who: SignedIn) -> Result<Html<String>, Failure> {
    let shared = shared::show(&who.app, &who.actor, who.now).await.map_err(|error| who.failed(error))?;
    let goals = shared.fields.has(Field::Goals).then(|| super::goals(who.t, &shared.goals));
    let page = who.page(Nav::Shared, who.t.shared_title());
    let html = SharedHtml { page, nothing: shared.course.is_none(), facts: facts(who.t, &shared), goals };
    Ok(Html(html.render().map_err(|error| who.failed(error))?))
}

fn facts(t: Texts, shared: &SharedPage) -> Vec<(&'static str, String)> {
    let Some(course) = &shared.course else { return Vec::new() };
    let dates = course.dates();
    let end = match dates.end {
        Some(end) => (t.own_agreed_ended(), Some(end)),
        None => (t.own_agreed_until(), dates.expected_end),
    };
    let mut facts = Vec::new();
    let mut add = |label: &'static str, value: Option<String>| {
        facts.extend(value.filter(|value| !value.is_empty()).map(|value| (label, value)));
    };
    add(t.course_fact_mentor(), course.mentor().map(str::to_owned));
    add(t.course_fact_unit(), course.unit().map(str::to_owned));
    add(t.shared_last_met(), shared.last_met.map(|day| t.date(day)));
    add(t.own_agreed_purpose(), course.purpose().map(str::to_owned));
    add(t.own_agreed_start(), dates.start.map(|day| t.date(day)));
    add(end.0, end.1.map(|day| t.date(day)));
    facts
}
