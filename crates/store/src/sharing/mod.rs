//! Sharing: consents, disclosures, and the days that lacking access cost. All of it is read within a course that the
//! reader reaches; the caller has it from `courses::get`.

mod consents;
mod delays;
mod disclosures;

use lods_domain::Day;
use lods_domain::sharing::Kind;

use crate::Error;

pub use consents::{KeptConsent, consents_of, give, recipients, withdraw};
pub use delays::{Delay, NewDelay, delays_of, record_delay};
pub use disclosures::{
    Disclosed, RecordedDisclosure, count_of_course, disclosure_with_key, disclosures_of, record, shared,
};

/// Kinds as one column: a code a line.
#[must_use]
pub fn kinds_text(kinds: &[Kind]) -> String {
    kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join("\n")
}

/// The kinds that [`kinds_text`] wrote.
pub fn kinds_of(text: &str) -> Result<Vec<Kind>, Error> {
    text.lines().map(|code| Kind::from_code(code).ok_or(Error::Unknown { what: "kinds" })).collect()
}

fn day(epoch: i64, what: &'static str) -> Result<Day, Error> {
    Day::from_epoch(epoch).ok_or(Error::Unknown { what })
}
