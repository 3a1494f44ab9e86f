//! The team of a course: its department and co-mentors, on a page with a form for each change.

mod entered;
mod show;

use axum::routing::get;
use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    Routes::default().form(Policy::May(Action::ManageTeam), paths::TEAM, get(show::show).post(show::submit))
}
