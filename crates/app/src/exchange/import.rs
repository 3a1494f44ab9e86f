//! An extract comes in: all or nothing, in one transaction, every fault at once. The same extract twice changes nothing
//! the second time.

use std::collections::HashMap;
use std::sync::Arc;

use lods_domain::access::{Action, Actor, What};
use lods_domain::audit::Event;
use lods_domain::ids::{CourseId, GoalId, MentorId, PersonId, UnitId};
use lods_domain::{Cpr, Moment};
use lods_exchange::extract::{Extract, Faults, Table};
use lods_store::{Tx, facts, municipality};

use super::{streams, tables};
use crate::courses::rollups;
use crate::{App, Error, Result, audit};

/// How to import.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Checks only, and writes nothing.
    pub dry_run: bool,
    /// The four digits of the municipality's code; the database then belongs to it.
    pub municipality: Option<String>,
}

/// What an import did, table by table.
#[derive(Debug, Default)]
pub struct Report {
    pub tables: Vec<Counts>,
    /// Things worth knowing that were no hindrance.
    pub faults: Faults,
}

/// Rows of one table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    pub table: Table,
    pub rows: u64,
    /// Rows that were new or different.
    pub changed: u64,
}

impl Report {
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|counts| counts.rows).sum()
    }

    #[must_use]
    pub fn changed(&self) -> u64 {
        self.tables.iter().map(|counts| counts.changed).sum()
    }
}

/// What came of it.
#[derive(Debug)]
pub enum Outcome {
    /// All of it is in (or, on a dry run, could be).
    Done(Report),
    /// None of it is in.
    Faults(Faults),
    /// The database is another municipality's; its code is given.
    OtherMunicipality(String),
}

/// What is known by the municipality's own keys.
#[derive(Debug, Default)]
pub(super) struct Ids {
    pub units: HashMap<String, UnitId>,
    pub mentors: HashMap<String, MentorId>,
    pub people: HashMap<Cpr, PersonId>,
    pub groups: HashMap<String, i64>,
    pub courses: HashMap<String, CourseId>,
    pub goals: HashMap<String, GoalId>,
}

/// An import on its way.
pub(super) struct Import {
    pub tx: Tx,
    pub extract: Arc<Extract>,
    pub faults: Faults,
    pub report: Report,
    pub ids: Ids,
}

impl Import {
    pub fn count(&mut self, table: Table, rows: u64, changed: u64) {
        match self.report.tables.iter_mut().find(|counts| counts.table == table) {
            Some(counts) => {
                counts.rows += rows;
                counts.changed += changed;
            }
            None => self.report.tables.push(Counts { table, rows, changed }),
        }
    }

    fn changed(&self, tables: &[Table]) -> bool {
        self.report.tables.iter().any(|counts| counts.changed > 0 && tables.contains(&counts.table))
    }
}

/// Imports the extract.
pub async fn import(app: &App, actor: &Actor, extract: Extract, options: &Options, now: Moment) -> Result<Outcome> {
    app.allow(actor, Action::Import, What::Settings, now).await?;
    let extract = Arc::new(extract);
    let (read, faults) = tables::read(Arc::clone(&extract)).await?;
    let tx = app.db.begin().await?;
    let mut import = Import { tx, extract, faults, report: Report::default(), ids: Ids::default() };
    if let Some(other) = name_municipality(&mut import.tx, options, actor, now).await? {
        return Ok(Outcome::OtherMunicipality(other));
    }
    tables::write(&mut import, read).await?;
    streams::write(&mut import, &app.clock).await?;
    if !import.faults.is_empty() {
        import.tx.roll_back().await?;
        return Ok(Outcome::Faults(import.faults));
    }
    finish(app, actor, import, options, now).await
}

async fn finish(app: &App, actor: &Actor, mut import: Import, options: &Options, now: Moment) -> Result<Outcome> {
    if !options.dry_run {
        roll_up(app, &mut import, now).await?;
    }
    let mut report = import.report;
    report.faults = import.faults;
    if options.dry_run {
        import.tx.roll_back().await?;
        return Ok(Outcome::Done(report));
    }
    if report.changed() > 0 {
        let event = Event::Imported { rows: report.rows(), changed: report.changed() };
        audit(&mut import.tx, now, actor.user(), event).await?;
    }
    import.tx.commit().await?;
    Ok(Outcome::Done(report))
}

async fn roll_up(app: &App, import: &mut Import, now: Moment) -> Result<()> {
    if import.changed(&[Table::TimeRecords]) {
        facts::count_mentor_months(&mut import.tx, None).await?;
    }
    if import.changed(&[Table::Supervisions]) {
        facts::gather_supervisions(&mut import.tx).await?;
    }
    if import.changed(&[Table::Courses, Table::TimeRecords, Table::FollowUps, Table::Goals, Table::Scores]) {
        rollups::rebuild(&mut import.tx, None, app.today(now)).await?;
    }
    Ok(())
}

/// Ties the database to the municipality. Gives the code of the one that it is tied to, if that is another.
async fn name_municipality(tx: &mut Tx, options: &Options, actor: &Actor, now: Moment) -> Result<Option<String>> {
    let known = municipality::get(tx).await?;
    let Some(code) = &options.municipality else { return Ok(None) };
    match known {
        Some(known) if known.code.as_ref() == Some(code) => Ok(None),
        Some(lods_store::municipality::Municipality { code: Some(other), .. }) => Ok(Some(other)),
        known => {
            let (name, demo) = known.map(|known| (known.name.clone(), known.is_demo())).unwrap_or_default();
            municipality::set(tx, Some(code), &name, demo).await?;
            audit(tx, now, actor.user(), Event::MunicipalityNamed { code: code.clone() }).await?;
            Ok(None)
        }
    }
}

/// Runs the reading of files off the threads that answer requests.
pub(super) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Error::Stopped)
}
