//! The coordination forum's overview.

mod list;

use axum::routing::get;
use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    Routes::default().page(Policy::May(Action::ReadForum), paths::FORUM, get(list::show))
}
