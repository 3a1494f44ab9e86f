//! Signing in and out, and the users themselves.

pub mod keys;
pub mod passwords;
pub mod sign_in;
pub mod tokens;
pub mod users;
