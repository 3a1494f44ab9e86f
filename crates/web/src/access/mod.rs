//! Signing in and out, and the choice of language.

pub mod language;
pub mod sign_in;
pub mod sign_out;
