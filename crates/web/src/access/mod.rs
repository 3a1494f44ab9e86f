//! Signing in and out, by password, code or the municipality's provider; the own account; the choice of language, and
//! the declaration of confidentiality.

pub mod account;
pub mod code;
pub mod declaration;
pub(crate) mod door;
pub mod language;
pub mod new_password;
pub mod provider;
pub mod second_factor;
pub mod sign_in;
pub mod sign_out;

use axum::routing::{get, post};
use lods_app::access::passwords::Weak;
use lods_i18n::Texts;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    Routes::default()
        .form(Policy::Public, paths::SIGN_IN, get(sign_in::show).post(sign_in::submit))
        .form(Policy::Public, paths::SIGN_IN_CODE, get(code::show).post(code::submit))
        .form(Policy::Public, paths::SIGN_IN_PASSWORD, get(new_password::show).post(new_password::submit))
        .page(Policy::Public, paths::SIGN_IN_PROVIDER, get(provider::begin))
        .page(Policy::Public, paths::SIGN_IN_PROVIDER_BACK, get(provider::back))
        .post(Policy::SignedIn, paths::SIGN_OUT, paths::TODAY, post(sign_out::submit))
        .post(Policy::Public, paths::LANGUAGE, paths::TODAY, post(language::submit))
        .form(Policy::SignedIn, paths::DECLARATION, get(declaration::show).post(declaration::submit))
        .page(Policy::SignedIn, paths::ACCOUNT, get(account::show))
        .post(Policy::SignedIn, paths::ACCOUNT_PASSWORD, paths::ACCOUNT, post(account::change_password))
        .post(Policy::SignedIn, paths::ACCOUNT_SIGN_OUT_EVERYWHERE, paths::ACCOUNT, post(account::sign_out_everywhere))
        .form(Policy::SignedIn, paths::ACCOUNT_SECOND_FACTOR, get(second_factor::show).post(second_factor::confirm))
        .post(
            Policy::SignedIn,
            paths::ACCOUNT_SECOND_FACTOR_REMOVE,
            paths::ACCOUNT_SECOND_FACTOR,
            post(second_factor::remove),
        )
}

/// Why a password will not do.
fn weakness(t: Texts, weak: Weak) -> &'static str {
    match weak {
        Weak::Length => t.account_password_length(),
        Weak::Guessable => t.account_password_guessable(),
    }
}
