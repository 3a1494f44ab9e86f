//! Pages for people: axum routes, askama templates, and what the browser is sent.
//!
//! A page is `page.rs` beside `page.html`. A handler extracts, calls `app`, and answers; it holds no rule.

pub mod access;
pub mod assets;
pub mod concerns;
pub mod courses;
mod csrf;
mod failure;
pub mod figures;
mod form;
pub mod forum;
mod headers;
pub mod letters;
pub mod mentors;
mod menu;
pub mod model;
pub mod network;
pub mod notes;
pub mod page;
pub mod paths;
mod people;
mod query;
pub mod reviews;
pub mod routes;
pub mod sessions;
pub mod settings;
pub mod sharing;
mod signed_in;
mod site;
pub mod steps;
pub mod team;
pub mod users;
pub mod waiting;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;

use crate::routes::{Policy, Routes};

pub use failure::Failure;
pub use signed_in::SignedIn;
pub use site::{Options, Site, Sites};

/// The largest form, in bytes.
const LARGEST_FORM: usize = 512 * 1024;

/// The whole application. The clock is a parameter of the sites.
pub fn router(sites: Sites) -> Router {
    let tls = sites.options().tls;
    let pages = routes()
        .guarded(&sites)
        .fallback(failure::no_such_page)
        // A path that takes forms only is no page.
        .method_not_allowed_fallback(failure::no_such_page)
        .layer(DefaultBodyLimit::max(LARGEST_FORM));
    headers::secure(pages.with_state(sites), tls)
}

/// Every route, each with who may go there.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .page(Policy::Public, assets::ROUTE, get(assets::serve))
        .page(Policy::Public, paths::ALIVE, get(|| async { "ok" }))
        .and(access::routes())
        .and(concerns::routes())
        .and(courses::routes())
        .and(sessions::routes())
        .and(notes::routes())
        .and(team::routes())
        .and(steps::routes())
        .and(waiting::routes())
        .and(network::routes())
        .and(letters::routes())
        .and(figures::routes())
        .and(mentors::routes())
        .and(model::routes())
        .and(sharing::routes())
        .and(forum::routes())
        .and(reviews::routes())
        .and(users::routes())
        .and(settings::routes())
        .and(people::routes())
}
