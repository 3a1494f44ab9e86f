//! The page of a course's consents, disclosures and delays, and the paths that take its forms.

mod consents;
mod delays;
mod disclosures;
pub(crate) mod fields;
mod show;
#[cfg(test)]
mod tests;

use axum::routing::{get, post};
use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    let (keep, disclose) = (Policy::May(Action::KeepConsents), Policy::May(Action::Disclose));
    Routes::default()
        .page(Policy::May(Action::ReadCourses), paths::SHARING, get(show::show))
        .post(keep, paths::SHARING_CONSENTS, paths::SHARING, post(consents::give))
        .post(keep, paths::SHARING_WITHDRAWALS, paths::SHARING, post(consents::withdraw))
        .post(disclose, paths::SHARING_DISCLOSURES, paths::SHARING, post(disclosures::disclose))
        .post(disclose, paths::SHARING_DELAYS, paths::SHARING, post(delays::record))
}
