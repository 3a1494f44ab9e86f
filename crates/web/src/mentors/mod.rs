//! Mentors: their supervision.

mod supervision;

use axum::routing::get;
use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    Routes::default().page(Policy::May(Action::ReadSupervision), paths::SUPERVISION, get(supervision::show))
}
