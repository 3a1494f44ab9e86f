//! Signing in and out, and the users themselves.

pub mod emergency;
pub mod emergency_reviews;
pub mod keys;
pub mod passwords;
pub mod sign_in;
pub mod tokens;
pub mod traces;
pub mod unusual;
pub mod users;
