//! The letter of a step, as a PDF that the browser shows.

mod show;

use axum::routing::get;
use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    Routes::default().page(Policy::May(Action::ReadCourses), paths::LETTER, get(show::show)).page(
        Policy::May(Action::ReadOwn),
        paths::OWN_LETTER,
        get(show::show_own),
    )
}
