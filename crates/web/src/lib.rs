//! Pages for people: axum routes, askama templates, and what the browser is sent.
//!
//! A page is `page.rs` beside `page.html`. A handler extracts, calls `app`, and answers; it holds no rule.

pub mod access;
pub mod assets;
pub mod courses;
mod csrf;
mod failure;
pub mod figures;
mod headers;
pub mod page;
pub mod paths;
mod query;
pub mod sessions;
mod signed_in;
mod site;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub use failure::Failure;
pub use signed_in::SignedIn;
pub use site::{Options, Site, Sites};

/// The largest form, in bytes.
const LARGEST_FORM: usize = 64 * 1024;

/// The whole application. The clock is a parameter of the sites.
pub fn router(sites: Sites) -> Router {
    let tls = sites.options().tls;
    let pages = Router::new()
        .route(paths::SIGN_IN, get(access::sign_in::show).post(access::sign_in::submit))
        .route(paths::SIGN_OUT, post(access::sign_out::submit))
        .route(paths::LANGUAGE, post(access::language::submit))
        .merge(courses::routes())
        .merge(sessions::routes())
        .merge(figures::routes())
        .fallback(failure::no_such_page)
        .layer(DefaultBodyLimit::max(LARGEST_FORM));
    let all = Router::new()
        .route(assets::ROUTE, get(assets::serve))
        .route(paths::ALIVE, get(|| async { "ok" }))
        .merge(pages)
        .with_state(sites);
    headers::secure(all, tls)
}
