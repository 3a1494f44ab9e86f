//! Signing in and out, the choice of language, and the declaration of confidentiality.

pub mod declaration;
pub mod language;
pub mod sign_in;
pub mod sign_out;

use axum::routing::{get, post};

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    Routes::default()
        .form(Policy::Public, paths::SIGN_IN, get(sign_in::show).post(sign_in::submit))
        .post(Policy::SignedIn, paths::SIGN_OUT, post(sign_out::submit))
        .post(Policy::Public, paths::LANGUAGE, post(language::submit))
        .form(Policy::SignedIn, paths::DECLARATION, get(declaration::show).post(declaration::submit))
}
