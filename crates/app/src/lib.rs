//! The only door: every read and every change is a use case here, whoever asks – page, job, import or command line.
//!
//! A use case authorises, loads, lets the domain decide, writes, and writes the audit event, in one transaction.
//! What does not belong here: rules (domain), SQL (store), words (i18n), HTTP (web).

pub mod access;
pub mod courses;
mod error;
pub mod exchange;
pub mod figures;
pub mod forum;
pub mod mentors;
pub mod notes;
pub mod paging;
pub mod people;
pub mod sessions;
pub mod settings;
pub mod sharing;
pub mod steps;

use lods_domain::access::{Action, Actor, Denied, Reach, What, decide};
use lods_domain::audit::{AuditEvent, Event};
use lods_domain::ids::UserId;
use lods_domain::time::Clockface;
use lods_domain::{Day, Moment};
use lods_store::{Db, Reader, Reading, Tx};

pub use error::{Error, Result};
pub use lods_domain as domain;
pub use lods_store as store;

/// One municipality's Lods. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App {
    db: Db,
    clock: Clockface,
    hashing: access::passwords::Hashing,
    provider: Option<access::provider::MunicipalProvider>,
}

impl App {
    pub fn new(db: Db) -> Result<App> {
        Ok(App {
            db,
            clock: Clockface::copenhagen().map_err(|_| Error::TimeZone)?,
            hashing: Default::default(),
            provider: None,
        })
    }

    /// The same, where staff sign in at the municipality's provider too.
    #[must_use]
    pub fn with_provider(self, provider: access::provider::MunicipalProvider) -> App {
        App { provider: Some(provider), ..self }
    }

    /// Whether the municipality has a provider that staff sign in at.
    #[must_use]
    pub fn has_provider(&self) -> bool {
        self.provider.is_some()
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

    /// Whether the actor may, and on which courses. A no is written to the access log.
    pub async fn allow(&self, actor: &Actor, action: Action, what: What, now: Moment) -> Result<Reach> {
        match decide(actor, action, self.today(now)) {
            Ok(reach) => Ok(reach),
            Err(denied) => Err(self.refused(actor, denied, what, now).await?),
        }
    }

    async fn refused(&self, actor: &Actor, denied: Denied, what: What, now: Moment) -> Result<Error> {
        let mut reading = self.reading(actor, now).await?;
        reading.refused(what, None, None);
        reading.commit().await?;
        Ok(denied.into())
    }

    fn reader(&self, actor: &Actor, now: Moment) -> Reader {
        let role = match actor {
            Actor::User(user) => user.roles(self.today(now)).first().copied(),
            Actor::Operator => None,
        };
        Reader { user: actor.user(), role, at: now }
    }

    /// Begins to read about persons, on the actor's behalf.
    pub(crate) async fn reading(&self, actor: &Actor, now: Moment) -> Result<Reading> {
        Ok(self.db.reading(self.reader(actor, now)).await?)
    }

    /// Begins a change in which persons are read about, on the actor's behalf.
    pub(crate) async fn changing(&self, actor: &Actor, now: Moment) -> Result<Reading> {
        Ok(self.db.changing(self.reader(actor, now)).await?)
    }

    /// The first moment of the day in Denmark.
    #[must_use]
    pub fn midnight(&self, day: Day) -> Moment {
        let first = self.clock.moment(day.date().to_datetime(jiff::civil::Time::midnight()));
        first.unwrap_or_else(|| Moment::from_epoch(day.epoch() * 86_400))
    }

    /// The day in Denmark.
    #[must_use]
    pub fn today(&self, now: Moment) -> Day {
        self.clock.day(now)
    }
}

/// What was read about a course, or that there is none within the reach: then the refusal is written down.
pub(crate) async fn found<T>(reading: Reading, found: Option<T>) -> Result<(Reading, T)> {
    match found {
        Some(found) => Ok((reading, found)),
        None => {
            reading.commit().await?;
            Err(Error::NotFound)
        }
    }
}

/// Writes the event into the transaction of the change that it tells of.
async fn audit(tx: &mut Tx, at: Moment, user: Option<UserId>, event: Event) -> Result<()> {
    Ok(lods_store::audit::write(tx, &AuditEvent { at, user, event }).await?)
}
