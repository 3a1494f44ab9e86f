//! The notes of a course: a page of them all, one for the young person, and the form that writes and corrects.

mod entered;
mod list;
mod write;

use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

/// Bytes of a form with a note: the longest text, however it is spelled, and far more, so that who writes too much is told
/// so and loses nothing.
const LARGEST_NOTE: usize = 512 * 1024;

pub fn routes() -> Routes {
    let write = Policy::May(Action::WriteNote);
    let limit = || DefaultBodyLimit::max(LARGEST_NOTE);
    Routes::default()
        .page(Policy::May(Action::ReadCourses), paths::NOTES, get(list::show))
        .page(Policy::May(Action::ReadOwn), paths::OWN_NOTES, get(list::show_own))
        .form(write, paths::NEW_NOTE, get(write::show).post(write::submit).layer(limit()))
        .form(write, paths::CORRECT_NOTE, get(write::show_correction).post(write::submit_correction).layer(limit()))
}
