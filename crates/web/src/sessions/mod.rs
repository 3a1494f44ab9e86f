//! Registering a session.

mod entered;
mod register;
#[cfg(test)]
mod tests;

use axum::routing::get;

use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    let register = Policy::May(Action::RegisterSession);
    Routes::default().form(register, paths::NEW_SESSION, get(register::show).post(register::submit))
}
