//! Who somebody is, as others vouch for it: sign-in of municipal staff at an OpenID provider, the privileges of the Danish
//! public sector's profile (OIO BPP), and codes of an authenticator app (TOTP).
//!
//! Nothing of the database or of web pages lives here. Between the two steps of a sign-in the caller keeps [`Pending`];
//! for codes it keeps the secret and the last step that was used.

mod cache;
mod fault;
mod http;
pub mod privileges;
mod provider;
mod settings;
mod token;
pub mod totp;

pub use fault::{IdentityError, TokenFault};
pub use provider::{Begun, Pending, Provider};
pub use settings::{PRIVILEGES_CLAIM, ProviderSettings, ROLES_CLAIM};
pub use token::Identity;
