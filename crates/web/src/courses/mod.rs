//! What is due, the list of courses, and one course.

mod choice;
pub mod dues;
mod list;
pub mod pages;
pub(crate) mod show;
#[cfg(test)]
pub mod tests;
mod today;

use axum::routing::{get, post};
use lods_domain::access::Action;
use lods_domain::courses::Phase;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    let read = Policy::May(Action::ReadCourses);
    Routes::default()
        // Whoever reads no courses is led to a page of their own.
        .page(Policy::SignedIn, paths::TODAY, get(today::show))
        .page(read, paths::COURSES, get(list::show))
        .post(read, paths::COURSES_SEARCH, paths::COURSES, post(list::search))
        .page(read, paths::COURSE, get(show::show))
}

/// The look of a phase's tag.
pub(crate) fn phase_class(phase: Phase) -> &'static str {
    match phase {
        Phase::Concern => "lods-tag-now",
        Phase::StartUp => "",
        Phase::Active => "lods-tag-good",
        Phase::Refused | Phase::Closed => "lods-tag-quiet",
    }
}
