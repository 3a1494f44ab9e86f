//! The only SQL. `Db` is one municipality's database, `Tx` a transaction in it; one file a capability.
//!
//! One SQL text serves SQLite and PostgreSQL. What differs between them stands in `db.rs` and nowhere else.
//! What does not belong here: decisions (domain), steps and access (app), words for people (i18n).

pub mod access_log;
pub mod audit;
pub mod concerns;
pub mod corrections;
pub mod courses;
mod db;
pub mod drafts;
pub mod dues;
pub mod economy;
pub mod emergencies;
pub mod export;
pub mod extract;
pub mod facts;
pub mod figures;
pub mod followups;
pub mod forum;
pub mod goals;
pub mod keys;
pub mod legal;
pub mod model;
pub mod municipality;
pub mod notes;
pub mod own;
pub mod people;
pub mod personal;
mod query;
pub(crate) mod reach;
mod reading;
pub mod reading_reviews;
pub mod retention;
pub mod rules;
pub mod sealed;
pub mod searches;
pub mod sessions;
pub mod sharing;
pub mod sign_ins;
pub mod speed;
pub mod standing;
pub mod steps;
pub mod supervision;
pub mod team;
pub mod units;
pub mod users;
pub mod waiting;

pub use db::{Db, Engine, Error, Tx};
pub use lods_keys::{KeyError, MasterKey};
pub use query::{Bulk, Query, Value, query};
pub use reading::{Reader, Reading, log_everybody};
