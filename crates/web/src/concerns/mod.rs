//! Concerns: the open form and the staff's, what waits to be taken up, and one report with its three ways out.

mod entered;
mod fields;
mod list;
mod open;
mod show;
mod staff;
mod take;
mod told;

use axum::routing::get;
use lods_domain::access::Action;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    Routes::default()
        .form(Policy::Public, paths::CONCERN, get(open::show).post(open::submit))
        .form(Policy::May(Action::ReportConcern), paths::NEW_CONCERN, get(staff::show).post(staff::submit))
        .page(Policy::May(Action::TakeConcern), paths::CONCERNS, get(list::show))
        .form(Policy::May(Action::TakeConcern), paths::CONCERN_REPORT, get(show::show).post(take::submit))
}
