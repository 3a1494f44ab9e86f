//! Emergency access and its review by the leader; the traces, the chain of events and unusual reading for the data
//! protection officer.

mod chain;
mod emergency;
mod log;
mod log_form;
mod review;
mod unusual;

use axum::routing::get;
use axum::routing::post;
use lods_app::access::emergency_reviews::{LONGEST_FINDING, Reviewed};
use lods_domain::access::Action;
use lods_i18n::Texts;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    let review = Policy::May(Action::ReviewEmergencies);
    let traces = Policy::May(Action::ReadTraces);
    Routes::default()
        .form(Policy::May(Action::BreakGlass), paths::EMERGENCY, get(emergency::show).post(emergency::submit))
        .form(review, paths::REVIEW, get(review::show).post(review::submit))
        .page(traces, paths::TRACES, get(log::show))
        .post(traces, paths::TRACES_FIND, paths::TRACES, post(log::find))
        .page(traces, paths::TRACES_FILE, get(log::file))
        .form(traces, paths::TRACES_CHAIN, get(chain::show).post(chain::submit))
        .form(traces, paths::TRACES_UNUSUAL, get(unusual::show).post(unusual::submit))
}

/// What is wrong with a finding; `None` where the page is shown anew with what stands now.
fn finding_fault(t: Texts, reviewed: Reviewed) -> Option<String> {
    match reviewed {
        Reviewed::FindingMissing => Some(t.review_finding_missing().to_owned()),
        Reviewed::FindingLong => Some(t.review_finding_long(number(LONGEST_FINDING))),
        Reviewed::Done | Reviewed::Already | Reviewed::Own => None,
    }
}

fn number(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
