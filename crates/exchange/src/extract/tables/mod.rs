//! A file for each table: its columns, how a row is read, and how it is written. What one writes the other reads.

pub(super) mod budgets;
pub(super) mod consents;
pub(super) mod courses;
pub(super) mod follow_ups;
pub(super) mod goals;
pub(super) mod mentors;
pub(super) mod people;
pub(super) mod postings;
pub(super) mod prices;
pub(super) mod scores;
pub(super) mod supervisions;
pub(super) mod time_records;
pub(super) mod units;
