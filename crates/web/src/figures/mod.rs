//! The figures: each one's page and files, and the lists behind its numbers.
//!
//! A figure's module reads what is asked for and has `app` count it; `show` makes the page or the file of it. What a
//! number means stands in the domain, and how a table is written in `reports`.

mod answer;
mod behind;
mod broken;
mod corps;
mod courses;
mod departures;
mod fidelity;
mod form;
mod overview;
mod placements;
mod postings;
mod sessions;
mod show;
#[cfg(test)]
mod tests;

use axum::routing::get;

use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    Routes::default()
        .page(Policy::May(Action::ReadFigures), paths::FIGURES, get(overview::show))
        .page(Policy::May(Action::ReadFigures), paths::FIGURE, get(show::show))
        .page(Policy::May(Action::ReadBehind), paths::FIGURE_SESSIONS, get(sessions::show))
        .page(Policy::May(Action::ReadMoney), paths::FIGURE_POSTINGS, get(postings::show))
        .page(Policy::May(Action::ReadBehind), paths::FIGURE_BROKEN, get(broken::show))
}
