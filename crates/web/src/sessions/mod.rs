//! Registering a session.

mod entered;
mod register;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;

use crate::{Sites, paths};

pub fn routes() -> Router<Sites> {
    Router::new().route(paths::NEW_SESSION, get(register::show).post(register::submit))
}
