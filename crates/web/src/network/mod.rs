//! The map of a course's network.

mod show;

use axum::routing::get;
use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    Routes::default().page(Policy::May(Action::ReadCourses), paths::NETWORK, get(show::show))
}
