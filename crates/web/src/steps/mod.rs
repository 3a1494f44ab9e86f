//! The steps of a course: the form of each, the draft that it keeps while somebody writes, the list of all that was done,
//! taking a step back, and the short forms of the young person.

mod draft;
mod fields;
mod form;
mod journal;
mod own;
mod said;
mod sent;
mod undo;
pub mod voices;

use axum::routing::{get, post};
use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

pub use fields::{FieldShown, fields};
pub use sent::Sending;

/// Which action a kind of step takes is decided in `app`: whoever sees courses may ask for the page.
pub fn routes() -> Routes {
    let may = Policy::May(Action::ReadCourses);
    let own = Policy::May(Action::SteerOwn);
    Routes::default()
        .page(may, paths::STEPS, get(journal::show))
        .form(may, paths::STEP, get(form::show).post(form::submit))
        .post(may, paths::STEP_DRAFT, paths::STEP, post(draft::save))
        .form(may, paths::STEP_UNDO, get(undo::show).post(undo::submit))
        .form(own, paths::OWN_STEP, get(own::show).post(own::submit))
        .post(own, paths::OWN_STEP_DRAFT, paths::OWN_STEP, post(draft::save))
}
