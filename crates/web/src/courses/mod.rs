//! What is due, the list of courses, and one course.

mod choice;
mod list;
pub mod pages;
mod show;
#[cfg(test)]
pub mod tests;
mod today;

use axum::Router;
use axum::routing::{get, post};
use lods_domain::courses::Phase;

use crate::{Sites, paths};

pub fn routes() -> Router<Sites> {
    Router::new()
        .route(paths::TODAY, get(today::show))
        .route(paths::COURSES, get(list::show))
        .route(paths::COURSES_SEARCH, post(list::search))
        .route(paths::COURSE, get(show::show))
}

/// The look of a phase's tag.
fn phase_class(phase: Phase) -> &'static str {
    match phase {
        Phase::Concern => "lods-tag-now",
        Phase::StartUp => "",
        Phase::Active => "lods-tag-good",
        Phase::Refused | Phase::Closed => "lods-tag-quiet",
    }
}
