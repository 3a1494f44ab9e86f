//! What Lods knows and decides: ids, values, states, rules, measures, access policy and audit events.
//!
//! Pure and synchronous: no input or output, no clock, no randomness. Today's date is a parameter.

pub mod access;
pub mod audit;
pub mod calendar;
pub mod concerns;
pub mod courses;
pub mod cpr;
pub mod cvr;
pub mod day;
pub mod dues;
pub mod economy;
pub mod figures;
pub mod followups;
pub mod goals;
pub mod ids;
pub mod legal;
pub mod mentors;
pub mod model;
pub mod money;
pub mod notes;
pub mod people;
pub mod rules;
pub mod sessions;
pub mod sharing;
pub mod steps;
pub mod time;
pub mod units;

pub use cpr::Cpr;
pub use cvr::Cvr;
pub use day::{Day, Period};
pub use money::Ore;
pub use time::{Minutes, Moment};
