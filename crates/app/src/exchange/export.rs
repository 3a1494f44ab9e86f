//! Everything goes out as an extract of the import format: importing it gives the same database again.

use std::path::Path;

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Purpose, What};
use lods_domain::audit::Event;
use lods_exchange::extract::rows::{
    BudgetRow, ConsentDetails, ConsentRow, CourseRow, FollowUpRow, GoalRow, MentorRow, PostingRow, PriceRow, ScoreRow,
    SupervisionRow, TimeRecordRow, UnitRow,
};
use lods_exchange::extract::{ExtractWriter, Table, WriteError};
use lods_store::{Error as StoreError, Tx, export, log_everybody};

use crate::{App, Result, audit};

/// Writes the folder, which must be empty or not be there. Writes files as it reads, so it is for the command line.
pub async fn export(
    app: &App,
    actor: &Actor,
    folder: &Path,
    now: Moment,
) -> Result<std::result::Result<(), WriteError>> {
    app.allow(actor, Action::Export, What::Exported, now).await?;
    let writer = match ExtractWriter::create(folder) {
        Ok(writer) => writer,
        Err(error) => return Ok(Err(error)),
    };
    // Told before a file is written: what left the house is never untold.
    let mut tx = app.db().begin().await?;
    log_everybody(&mut tx, app.reader(actor, now), Purpose::Export, What::Exported).await?;
    audit(&mut tx, now, actor.user(), Event::Exported).await?;
    tx.commit().await?;
    let mut tx = app.db().read().await?;
    let mut out = Out { writer: extended(&mut tx, writer).await?, failed: None };
    let read = write_all(app, &mut tx, &mut out).await;
    tx.commit().await?;
    match (out.failed, read) {
        (Some(error), _) => Ok(Err(error)),
        (None, Err(error)) => Err(error.into()),
        (None, Ok(())) => Ok(out.writer.finish()),
    }
}

/// The files, and why one of them could not be written.
struct Out {
    writer: ExtractWriter,
    failed: Option<WriteError>,
}

impl Out {
    fn take(
        &mut self,
        write: impl FnOnce(&mut ExtractWriter) -> std::result::Result<(), WriteError>,
    ) -> std::result::Result<(), StoreError> {
        write(&mut self.writer).map_err(|error| {
            self.failed = Some(error);
            StoreError::Stopped
        })
    }
}

/// The columns of ours are written where some row has something in them: else the files are those of the format alone.
async fn extended(tx: &mut Tx, mut writer: ExtractWriter) -> Result<ExtractWriter> {
    if export::has_departments(tx).await? {
        writer = writer.with_extensions(Table::Courses);
    }
    if export::has_consent_details(tx).await? {
        writer = writer.with_extensions(Table::Consents);
    }
    Ok(writer)
}

async fn write_all(app: &App, tx: &mut Tx, out: &mut Out) -> std::result::Result<(), StoreError> {
    export::units(tx, |name, kind, cvr| out.take(|to| to.unit(&UnitRow { name, kind, cvr }))).await?;
    export::prices(tx, |unit, price| out.take(|to| to.price(&PriceRow { unit, price }))).await?;
    export::mentors(tx, |unit, mentor| out.take(|to| to.mentor(&MentorRow { unit, mentor }))).await?;
    export::people(tx, |person| out.take(|to| to.person(&person))).await?;
    export::courses(tx, |named| {
        let row = CourseRow {
            course: named.course,
            cpr: named.cpr,
            unit: named.unit,
            mentor: named.mentor,
            department: Some(named.department),
        };
        out.take(|to| to.course(&row))
    })
    .await?;
    export::goals(tx, |case_number, goal| out.take(|to| to.goal(&GoalRow { case_number, goal }))).await?;
    export::scores(tx, |goal, on, score| out.take(|to| to.score(&ScoreRow { goal, on, score }))).await?;
    export::follow_ups(tx, |case_number, follow_up| {
        out.take(|to| to.follow_up(&FollowUpRow { case_number, follow_up }))
    })
    .await?;
    export::supervisions(tx, |mentor, on, form| out.take(|to| to.supervision(&SupervisionRow { mentor, on, form })))
        .await?;
    write_rest(app, tx, out).await
}

async fn write_rest(app: &App, tx: &mut Tx, out: &mut Out) -> std::result::Result<(), StoreError> {
    export::consents(tx, |consent| {
        let export::Consent { cpr, given_on, withdrawn_on, recipient, purpose, .. } = consent;
        let (kinds, given_how, valid_to) = (Some(consent.kinds), Some(consent.given_how), Some(consent.valid_to));
        let details = ConsentDetails { kinds, given_how, valid_to };
        out.take(|to| to.consent(&ConsentRow { cpr, given_on, withdrawn_on, recipient, purpose, details }))
    })
    .await?;
    export::postings(tx, |unit, posting| out.take(|to| to.posting(&PostingRow { unit, posting }))).await?;
    export::budgets(tx, |year, account, unit, amount| {
        out.take(|to| to.budget(&BudgetRow { year, account, unit, amount }))
    })
    .await?;
    export::sessions(tx, |named| {
        let session = &named.session;
        let row = TimeRecordRow {
            case_number: &named.case_number,
            mentor: &named.mentor,
            started_at: session.started_at,
            day: named.day,
            form: session.form,
            outcome: session.outcome,
            ata: session.ata,
            transport: session.transport,
            hectometres: session.hectometres,
            group: session.group.as_deref().unwrap_or_default(),
        };
        out.take(|to| to.time_record(&row, app.clock()))
    })
    .await
}
