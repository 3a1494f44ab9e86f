//! How the municipality stands to the model's 15 recommendations: its stances with their local thresholds, what was
//! learned, and what steps departed from.

mod experiences;
mod list;
mod show;
mod stances;

pub use experiences::{NewExperience, Written, write_experience};
pub use list::{Line, list};
pub use show::{AskedPages, Experiences, Paged, Reasons, Shown, Threshold, show};
pub use stances::{Faults, Taken, take_stance};

use lods_domain::{Day, Period};

use crate::{Error, Result};

/// The twelve months up to and including the day: what "lately" means on these pages.
fn last_year(today: Day) -> Result<Period> {
    let first = today.plus_months(-12).plus_days(1);
    Period::new(first.min(today), today).ok_or(Error::NotFound)
}
