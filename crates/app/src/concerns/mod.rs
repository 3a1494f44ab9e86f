//! Concerns: anybody tells of a need (`report`), the authority reads what waits (`inbox`, `show`) and takes it up (`take`).
//! `made_up` tells of invented ones in a demonstration.

pub mod inbox;
pub mod made_up;
pub mod report;
pub mod show;
pub mod take;

use lods_domain::access::{Clause, Reach};

use crate::{Error, Result};

/// A report has no department before it is taken up: whoever takes up concerns anywhere reads what waits, by the first
/// of their rights to do so.
fn right(reach: &Reach) -> Result<Clause> {
    reach.clauses().first().copied().ok_or(Error::NotFound)
}
