//! The waiting list, and the price of a fast start, which also stands beside two steps' forms.

mod list;
mod speed;

use axum::routing::get;
use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

pub use speed::{RouteShown, routes_shown};

pub fn routes() -> Routes {
    Routes::default().page(Policy::May(Action::LeadCourse), paths::WAITING, get(list::show))
}
