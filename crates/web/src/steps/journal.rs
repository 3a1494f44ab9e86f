//! What can be done next on a course, and all that was done, newest first.

use askama::Template;
use axum::extract::Query;
use axum::response::Html;
use lods_app::steps::show::{self, Journal, Next};
use lods_app::steps::undo::can_be;
use lods_domain::courses::Phase;
use lods_domain::steps::attendance::Absences;
use lods_domain::steps::{Recorded, StepKind, evaluation};
use lods_i18n::Texts;

use super::said::{Line, lines};
use super::voices::VoicesShown;
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::Asked;
use crate::{Failure, SignedIn, paths};

/// A step that can be taken.
pub struct NextShown {
    pub address: String,
    pub name: &'static str,
    /// What is missing before it.
    pub missing: Vec<String>,
}

/// Steps of one phase.
pub struct Group {
    pub name: &'static str,
    pub steps: Vec<NextShown>,
}

/// A step on record.
pub struct Done {
    pub id: i64,
    pub name: String,
    pub when: String,
    pub by: String,
    pub lines: Vec<Line>,
    pub undone: bool,
    /// Where it is taken back, if the reader may.
    pub undo: Option<String>,
    pub letter: Option<String>,
}

#[derive(Template)]
#[template(path = "steps/journal.html")]
pub struct JournalPage {
    pub page: Page,
    pub back: String,
    pub who: String,
    pub groups: Vec<Group>,
    /// Once somebody answered the evaluation.
    pub voices: Option<VoicesShown>,
    pub done: Vec<Done>,
    /// How many appointments did not take place, and why, where any did not.
    pub absences: Option<String>,
}

pub async fn show(who: SignedIn, course: paths::InPath, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let journal = show::journal(&who.app, &who.actor, id, who.now).await.map_err(|error| who.failed(error))?;
    let mut page = view(&who, &journal);
    page.page.notice = asked.get("done").and_then(|code| StepKind::from_code(code)).map(|kind| {
        let text = match kind {
            StepKind::Undo => who.t.step_undone_notice().to_owned(),
            kind => who.t.step_done_notice(who.t.step(kind)),
        };
        Notice { kind: NoticeKind::Success, text }
    });
    Ok(Html(page.render().map_err(|error| who.failed(error))?))
}

fn view(who: &SignedIn, journal: &Journal) -> JournalPage {
    let t = who.t;
    JournalPage {
        page: who.page(Nav::Courses, t.steps_title(journal.course.case_number())),
        back: paths::course(journal.course.id()),
        who: t.notes_lead(&journal.course.name().unwrap_or_default(), journal.course.case_number()),
        groups: groups(t, journal),
        absences: absences(t, &journal.steps),
        voices: evaluation::voices(&journal.steps).map(|voices| VoicesShown::to_staff(t, &voices)),
        done: journal.steps.iter().map(|step| done(who, journal, step)).collect(),
    }
}

fn absences(t: Texts, steps: &[Recorded]) -> Option<String> {
    let counted = Absences::of(steps);
    let [all, excused, unexcused, ours] =
        [counted.all(), counted.excused, counted.unexcused, counted.ours].map(|count| t.whole(count));
    (counted.all() > 0).then(|| t.step_absences(&all, &excused, &unexcused, &ours))
}

fn groups(t: Texts, journal: &Journal) -> Vec<Group> {
    let phases = [Phase::Concern, Phase::Refused, Phase::StartUp, Phase::Active, Phase::Closed];
    let of = |phase: Phase| Group {
        name: match phase {
            Phase::Concern => t.steps_group_concern(),
            Phase::Refused => t.steps_group_refused(),
            Phase::StartUp => t.steps_group_start_up(),
            Phase::Active => t.steps_group_active(),
            Phase::Closed => t.steps_group_closed(),
        },
        steps: journal.next.iter().filter(|next| next.kind.phase() == phase).map(|one| next(t, journal, one)).collect(),
    };
    phases.into_iter().map(of).filter(|group| !group.steps.is_empty()).collect()
}

fn next(t: Texts, journal: &Journal, next: &Next) -> NextShown {
    NextShown {
        address: paths::step(journal.course.id(), next.kind),
        name: t.step_do(next.kind),
        missing: next.missing.iter().map(|finding| t.finding(finding.what).to_owned()).collect(),
    }
}

/// What the step is called; a counter-step by what it took back.
fn name_of(t: Texts, journal: &Journal, step: &Recorded) -> String {
    let undone = journal.steps.iter().find(|known| known.undone_by == Some(step.id));
    undone.map_or_else(|| t.step(step.kind).to_owned(), |undone| t.step_undo_of(t.step(undone.kind)))
}

fn done(who: &SignedIn, journal: &Journal, step: &Recorded) -> Done {
    let (t, id) = (who.t, journal.course.id());
    let role = step.role.map(|role| t.role(role));
    let name = step.user.and_then(|user| journal.names.get(&user)).map(String::as_str);
    let by = match (name, role) {
        (Some(name), Some(role)) => t.step_by(name, role),
        (Some(name), None) => name.to_owned(),
        (None, role) => role.map_or_else(|| t.step_by_operator().to_owned(), str::to_owned),
    };
    Done {
        id: step.id.0,
        name: name_of(t, journal, step),
        when: t.date(step.day),
        by: t.step_recorded(&by, &t.moment(who.app.clock(), step.at)),
        lines: lines(t, journal, step),
        undone: step.undone_by.is_some(),
        undo: (can_be(step) && journal.may.contains(&step.kind)).then(|| paths::step_undo(id, step.id)),
        letter: (step.stands() && step.kind.has_letter()).then(|| paths::letter(id, step.id)),
    }
}
