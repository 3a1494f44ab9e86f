//! The only door: every read and every change is a use case here, whoever asks – page, job, import or command line.
//!
//! A use case authorises, loads, lets the domain decide, writes, and writes the audit event, in one transaction.
//! What does not belong here: rules (domain), SQL (store), words (i18n), HTTP (web).

pub mod access;
pub mod courses;
mod error;
pub mod exchange;
pub mod figures;
pub mod paging;
pub mod sessions;

use lods_domain::audit::{AuditEvent, Event};
use lods_domain::ids::UserId;
use lods_domain::time::Clockface;
use lods_domain::{Day, Moment};
use lods_store::{Db, Tx};

pub use error::{Error, Result};
pub use lods_domain as domain;
pub use lods_store as store;

/// One municipality's Lods. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App {
    db: Db,
    clock: Clockface,
    hashing: access::passwords::Hashing,
}

impl App {
    pub fn new(db: Db) -> Result<App> {
        Ok(App { db, clock: Clockface::copenhagen().map_err(|_| Error::TimeZone)?, hashing: Default::default() })
    }

    /// The municipality's database, for what only counts or closes it.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Danish local time.
    #[must_use]
    pub fn clock(&self) -> &Clockface {
        &self.clock
    }

    /// The day in Denmark.
    #[must_use]
    pub fn today(&self, now: Moment) -> Day {
        self.clock.day(now)
    }
}

/// Writes the event into the transaction of the change that it tells of.
async fn audit(tx: &mut Tx, at: Moment, user: Option<UserId>, event: Event) -> Result<()> {
    Ok(lods_store::audit::write(tx, &AuditEvent { at, user, event }).await?)
}
