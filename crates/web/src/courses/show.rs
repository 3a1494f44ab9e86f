//! One course: where it stands, what is next, what the model asks for and is missing, and all that has happened.

mod about;
mod events;
mod goals;
mod model;
pub mod notes;
mod sessions;
mod steps;

use askama::Template;
use axum::extract::Query;
use axum::response::Html;
use lods_app::courses::reaches;
use lods_app::courses::show::{self, CoursePage};
use lods_domain::access::{Action, Field};
use lods_domain::courses::Phase;
use lods_domain::dues::Due;

use super::dues::DueShown;
use super::pages::Pages;
use super::phase_class;
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::{self, Asked, address};
use crate::{Failure, SignedIn, paths};

pub use about::{About, about};
pub use events::{Event, FollowUpRow, follow_ups, timeline};
pub use goals::{Goals, goals};
pub use model::{Model, model};
pub use notes::{NotesShown, notes};
pub use sessions::{SessionRow, session_rows};
pub use steps::{Step, steps};

/// Sessions in the timeline: the newest; the table has them all.
const NEWEST: usize = 5;
/// Events of the timeline that are not folded away.
const UNFOLDED: usize = 10;

#[derive(Template)]
#[template(path = "courses/show.html")]
pub struct ShowPage {
    pub page: Page,
    pub phase: &'static str,
    pub phase_class: &'static str,
    pub about: About,
    pub steps: Vec<Step>,
    /// Where steps are taken and listed, for whoever sees any.
    pub steps_link: Option<String>,
    /// Where the map of the network is, for whoever sees the steps.
    pub network: Option<String>,
    pub dues: Vec<DueShown>,
    pub model: Option<Model>,
    /// Nothing is granted yet, so nothing is judged yet.
    pub model_waits: bool,
    /// `None` where they are not seen.
    pub goals: Option<Goals>,
    pub sees_follow_ups: bool,
    pub sees_sessions: bool,
    pub follow_ups: Vec<FollowUpRow>,
    pub events: Vec<Event>,
    pub older_events: Vec<Event>,
    /// `None` where the reader has nothing to do with notes.
    pub notes: Option<NotesShown>,
    /// Where the team is changed, if it may be.
    pub team: Option<String>,
    pub sessions: Vec<SessionRow>,
    pub session_count: i64,
    pub pages: Pages,
    /// Where consents and disclosures are, for whoever sees them.
    pub sharing: Option<String>,
    /// Until when it stands open by emergency access, if it is read by that.
    pub emergency_until: Option<String>,
    /// Where a session is registered, if it can be.
    pub register: Option<String>,
    /// Where everything about the person is given and corrected, if the user may.
    pub insight: Option<String>,
    /// The use of what is held about the person is restricted.
    pub restricted: bool,
}

pub async fn show(who: SignedIn, course: paths::InPath, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let course = show::course(&who.app, &who.actor, id, query::page(&asked), who.now).await;
    let course = course.map_err(|error| who.failed(error))?;
    let mut shown = view(&who, &course).map_err(|failure| who.failed(failure))?;
    let done = match asked.get("done").map(String::as_str) {
        Some("session") => Some(who.t.session_saved()),
        Some("note") => Some(who.t.note_saved()),
        _ => None,
    };
    shown.page.notice = done.map(|text| Notice { kind: NoticeKind::Success, text: text.to_owned() });
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

fn view(who: &SignedIn, shown: &CoursePage) -> Result<ShowPage, Failure> {
    let (t, course, clock) = (who.t, &shown.course, who.app.clock());
    let (dates, path) = (course.dates(), paths::course(course.id()));
    let phase = dates.phase(shown.today);
    let sessions = session_rows(t, clock, shown)?;
    let newest = if shown.page == 1 { shown.sessions.iter().take(NEWEST).collect() } else { Vec::new() };
    let mut events = timeline(t, clock, shown, &newest)?;
    let older_events = events.split_off(events.len().min(UNFOLDED));
    let started = dates.start.is_some_and(|start| start <= shown.today);
    let may_register = started && course.mentor_id().is_some() && who.may(Action::RegisterSession);
    Ok(ShowPage {
        page: who.page(Nav::Courses, t.course_title(course.case_number())),
        phase: t.phase(phase),
        phase_class: phase_class(phase),
        about: about(t, shown),
        steps: steps(t, &dates, shown.today),
        steps_link: course.fields().show(Field::Steps, paths::steps(course.id())),
        network: course.fields().show(Field::Steps, paths::network(course.id())),
        dues: dues(who, shown)?,
        model: shown
            .verdicts
            .as_ref()
            .filter(|_| !matches!(phase, Phase::Concern | Phase::Refused))
            .map(|verdicts| model(t, verdicts)),
        model_waits: phase == Phase::Concern && shown.verdicts.is_some(),
        goals: course.fields().has(Field::Goals).then(|| goals(t, &shown.goals)).transpose()?,
        sees_follow_ups: course.fields().has(Field::FollowUps),
        sees_sessions: course.fields().has(Field::Sessions),
        follow_ups: follow_ups(t, &shown.follow_ups),
        events,
        older_events,
        notes: shown.notes.as_ref().map(|seen| notes(t, clock, course.id(), seen)),
        team: shown.may_manage_team.then(|| paths::team(course.id())),
        sessions,
        session_count: shown.session_count,
        pages: Pages::new(shown.page, shown.pages(), |page| {
            format!("{}#sessions", address(&path, &[("page", page.to_string())]))
        }),
        sharing: course.fields().show(Field::Consents, paths::sharing(course.id())),
        emergency_until: shown.emergency_until.map(|until| t.moment(clock, until)),
        register: may_register.then(|| paths::new_session(course.id())),
        insight: who.may(Action::GiveInsight).then(|| paths::insight(course.person())),
        restricted: course.is_restricted(),
    })
}

fn dues(who: &SignedIn, shown: &CoursePage) -> Result<Vec<DueShown>, lods_app::Error> {
    let rules = (&shown.rules, shown.today);
    let due = |due: &Due| {
        let may = reaches(&who.app, &who.actor, due.kind.step().action(), &shown.course, who.now);
        Ok(DueShown::new(who.t, *due, shown.course.id(), may, rules)?)
    };
    shown.dues.iter().map(due).collect()
}
