//! The application over HTTP, with a browser that is a few lines of code: `e2e/` has the real one.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it does not expect has failed")]

mod accounts;
mod browser;
mod concerns;
mod figures;
mod letters;
mod model;
mod notes;
mod oidc;
mod own_steps;
mod pages;
mod projection;
mod reviews;
mod security;
mod sharing;
mod signin;
mod steps;
mod waiting;
mod young;
