//! A mentor's sessions in a year: the list behind the ATA hours.

use askama::Template;
use axum::extract::Query;
use axum::response::Html;
use lods_app::sessions::list;
use lods_app::store::sessions::Listed;
use lods_domain::Period;
use lods_domain::figures::Figure;
use lods_domain::ids::MentorId;
use lods_domain::sessions::{SessionForm, SessionOutcome};
use lods_domain::time::Clockface;
use lods_i18n::Texts;
use lods_reports::table::Link;

use super::behind::{Behind, Open};
use crate::courses::pages::Pages;
use crate::page::{Nav, Page};
use crate::query::{self, Asked, address, read};
use crate::{Failure, SignedIn, paths};

/// A session in the table.
pub struct Row {
    pub when: String,
    pub course: String,
    pub case_number: String,
    pub form: &'static str,
    pub outcome: &'static str,
    pub held: bool,
    pub met: String,
}

#[derive(Template)]
#[template(path = "figures/sessions.html")]
pub struct SessionsPage {
    pub page: Page,
    /// The figure, as it was asked for.
    pub back: String,
    /// Whose they are; known from the sessions.
    pub mentor: Option<String>,
    pub count: i64,
    pub rows: Vec<Row>,
    /// A group session is among the rows.
    pub groups: bool,
    pub pages: Pages,
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let mentor: Option<MentorId> = read(asked.get("mentor"));
    let year: Option<i16> = read(asked.get("year"));
    let period = year.and_then(Period::year);
    let (mentor, period) = mentor.zip(period).ok_or_else(|| who.failed(Failure::not_found()))?;
    let found = list::of_mentor(&who.app, &who.actor, mentor, period, query::page(&asked), who.now).await;
    let found = found.map_err(|error| who.failed(error))?;
    let rows: Result<Vec<Row>, _> = found.rows.iter().map(|listed| row(who.t, who.app.clock(), listed)).collect();
    let rows = rows.map_err(|error| who.failed(error))?;
    let (behind, link) =
        (Behind { open: Open::to(&who), asked: kept(&asked), ..Behind::default() }, Link::MentorSessions { mentor });
    let group = who.t.session_form(SessionForm::Group);
    let shown = SessionsPage {
        page: who.page(Nav::Figures, who.t.figures_sessions_title(&period.first().year().to_string())),
        back: address(&paths::figure(Figure::Corps), &behind.asked),
        mentor: found.rows.first().map(|listed| listed.mentor.clone()),
        count: found.count,
        groups: rows.iter().any(|row| row.form == group),
        rows,
        pages: Pages::new(found.page, found.pages(), |page| behind.page(&link, page).unwrap_or_default()),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

fn row(t: Texts, clock: &Clockface, listed: &Listed) -> Result<Row, lods_app::store::Error> {
    let session = listed.session()?;
    let held = session.outcome == SessionOutcome::Held;
    Ok(Row {
        when: t.moment_short(clock, session.started_at),
        course: paths::course(listed.course()),
        case_number: listed.case_number.clone(),
        form: t.session_form(session.form),
        outcome: t.session_outcome(session.outcome),
        held,
        met: if held { t.hours_and_minutes(session.ata) } else { String::new() },
    })
}

/// What the figure was asked for that led here.
fn kept(asked: &Asked) -> Vec<(&'static str, String)> {
    let kept = ["unit", "year", "weekly", "weeks", "compare"].into_iter();
    kept.filter_map(|name| Some((name, asked.get(name)?.clone()))).collect()
}
