//! The model: the list of its recommendations, and the page of one with the forms of its stance and of an experience.

mod entered;
mod list;
mod parts;
mod show;
mod thresholds;

use axum::routing::{get, post};
use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    let (reads, keeps) = (Policy::May(Action::ReadModel), Policy::May(Action::KeepModel));
    let page = paths::RECOMMENDATION;
    Routes::default()
        .page(reads, paths::MODEL, get(list::show))
        .page(reads, page, get(show::show))
        .post(keeps, paths::RECOMMENDATION_STANCE, page, post(show::take_stance))
        .post(reads, paths::RECOMMENDATION_EXPERIENCES, page, post(show::write_experience))
}
