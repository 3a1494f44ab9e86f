//! Signing in and out, by password, code or a provider; the own account; the users themselves.

pub mod account;
pub mod accounts;
pub(crate) mod brake;
pub mod emergency;
pub mod emergency_reviews;
pub mod keys;
pub mod passwords;
pub mod provider;
pub mod second_factor;
pub mod sign_in;
mod steps;
pub mod tokens;
pub mod traces;
pub mod unusual;
pub mod users;
