//! The figures: each one's page and files, and the lists behind its numbers.
//!
//! A figure's module reads what is asked for and has `app` count it; `show` makes the page or the file of it. What a
//! number means stands in the domain, and how a table is written in `reports`.

mod answer;
mod behind;
mod broken;
mod corps;
mod courses;
mod fidelity;
mod form;
mod overview;
mod placements;
mod postings;
mod sessions;
mod show;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;

use crate::{Sites, paths};

pub fn routes() -> Router<Sites> {
    Router::new()
        .route(paths::FIGURES, get(overview::show))
        .route(paths::FIGURE, get(show::show))
        .route(paths::FIGURE_SESSIONS, get(sessions::show))
        .route(paths::FIGURE_POSTINGS, get(postings::show))
        .route(paths::FIGURE_BROKEN, get(broken::show))
}
