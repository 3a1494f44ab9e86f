//! Courses: the list, one course, what is due, and the rollups behind them.

pub mod dues;
pub mod list;
pub mod rollups;
pub mod show;
pub mod team;
pub mod today;

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, decide};
use lods_store::courses::Shown;

use crate::App;

/// Whether the actor may do the action on a course that was read: one of the ways in which it is reached gives it. For
/// links; what is done is decided again.
#[must_use]
pub fn reaches(app: &App, actor: &Actor, action: Action, course: &Shown, now: Moment) -> bool {
    let reach = decide(actor, action, app.today(now));
    reach.is_ok_and(|reach| course.admitting().iter().any(|clause| reach.clauses().contains(clause)))
}
