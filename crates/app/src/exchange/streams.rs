//! The tables of an extract that grow with every meeting: read on one thread, written on another, some thousand rows
//! between them, so that five million take no more memory than five thousand.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use lods_domain::ids::{CourseId, MentorId};
use lods_domain::sessions::Session;
use lods_domain::time::Clockface;
use lods_exchange::extract::rows::Line;
use lods_exchange::extract::{Extract, Fault, FaultKind, Faults, Shown, Table};
use lods_store::extract;
use lods_store::{Bulk, Value};
use tokio::sync::mpsc;

use super::import::{Ids, Import, blocking};
use crate::Result;

/// Rows that are handed over at a time, and how often they may wait.
const BATCH: usize = 4_096;
const WAITING: usize = 4;

/// Writes follow-ups, goal scores and time records.
pub(super) async fn write(import: &mut Import, clock: &Clockface) -> Result<()> {
    stream(import, Table::FollowUps, extract::follow_ups(), |extract, ids, faults, hand_over| {
        let mut keys = Keys::new(&extract, Table::FollowUps, "Dato");
        extract.follow_ups(faults, &mut |line, row, faults| {
            let Some(course) = ids.courses.get(row.case_number).copied() else {
                return unknown(&extract, Table::FollowUps, line, "Sagsnr", ("case", row.case_number), faults);
            };
            let follow_up = row.follow_up;
            if !keys.take((number(course.0), number(follow_up.on.epoch()), 0), line, faults) {
                return ControlFlow::Continue(());
            }
            let took_part = [follow_up.caseworker, follow_up.mentor, follow_up.mentee];
            let [caseworker, mentor, mentee] = took_part.map(Value::from);
            hand_over([course.into(), follow_up.on.into(), caseworker, mentor, mentee])
        });
    })
    .await?;
    stream(import, Table::Scores, extract::goal_scores(), |extract, ids, faults, hand_over| {
        let mut keys = Keys::new(&extract, Table::Scores, "Dato");
        extract.scores(faults, &mut |line, row, faults| {
            let Some(goal) = ids.goals.get(row.goal).copied() else {
                return unknown(&extract, Table::Scores, line, "MålID", ("goal", row.goal), faults);
            };
            if !keys.take((number(goal.0), number(row.on.epoch()), 0), line, faults) {
                return ControlFlow::Continue(());
            }
            hand_over([goal.into(), row.on.into(), row.score.tenths().into()])
        });
    })
    .await?;
    let clock = clock.clone();
    stream(import, Table::TimeRecords, extract::sessions(), move |extract, ids, faults, hand_over| {
        read_time_records(&extract, &clock, &ids, faults, hand_over);
    })
    .await
}

type HandOver<'a, const N: usize> = &'a mut dyn FnMut([Value; N]) -> ControlFlow<()>;

fn read_time_records(
    extract: &Extract,
    clock: &Clockface,
    ids: &Ids,
    faults: &mut Faults,
    hand_over: HandOver<'_, 11>,
) {
    let mut keys = Keys::new(extract, Table::TimeRecords, "Start");
    extract.time_records(clock, faults, &mut |line, row, faults| {
        let course = ids.courses.get(row.case_number).copied();
        let mentor = ids.mentors.get(row.mentor).copied();
        let (Some(course), Some(mentor)) = (course, mentor) else {
            if course.is_none() {
                let _ = unknown(extract, Table::TimeRecords, line, "Sagsnr", ("case", row.case_number), faults);
            }
            if mentor.is_none() {
                let _ = unknown(extract, Table::TimeRecords, line, "MentorID", ("mentor", row.mentor), faults);
            }
            return ControlFlow::Continue(());
        };
        if !keys.take(session_key(course, mentor, row.started_at.epoch()), line, faults) {
            return ControlFlow::Continue(());
        }
        let session = Session {
            started_at: row.started_at,
            form: row.form,
            outcome: row.outcome,
            ata: row.ata,
            transport: row.transport,
            hectometres: row.hectometres,
            group: (!row.group.is_empty()).then(|| row.group.to_owned()),
        };
        hand_over(extract::session_row(course, mentor, row.day, session))
    });
}

/// A start is a whole minute, so that minutes since 1900 tell two apart.
fn session_key(course: CourseId, mentor: MentorId, started_at: i64) -> (u32, u32, u32) {
    const MINUTES_BEFORE_1970: i64 = 70 * 366 * 24 * 60;
    (number(course.0), number(started_at / 60 + MINUTES_BEFORE_1970), number(mentor.0))
}

/// The low 32 bits: ids and days of one municipality fit with room to spare.
fn number(wide: i64) -> u32 {
    u32::try_from(wide & 0xffff_ffff).unwrap_or_default()
}

/// The keys of a file, each with its line: to name the rows that repeat one.
struct Keys {
    seen: HashMap<(u32, u32, u32), u32>,
    file: String,
    column: &'static str,
}

impl Keys {
    fn new(extract: &Extract, table: Table, column: &'static str) -> Keys {
        Keys { seen: HashMap::new(), file: extract.file_name(table), column }
    }

    /// Whether the key is new.
    fn take(&mut self, key: (u32, u32, u32), line: Line, faults: &mut Faults) -> bool {
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        let first = *self.seen.entry(key).or_insert(line);
        if first != line {
            let what = FaultKind::RepeatedKey { first_line: Line::from(first) };
            faults.add(Fault::column(&self.file, Line::from(line), self.column, what));
        }
        first == line
    }
}

fn unknown(
    extract: &Extract,
    table: Table,
    line: Line,
    column: &'static str,
    (what, key): (&'static str, &str),
    faults: &mut Faults,
) -> ControlFlow<()> {
    let what = FaultKind::UnknownReference { what, key: Shown::new(key) };
    faults.add(Fault::column(&extract.file_name(table), line, column, what));
    ControlFlow::Continue(())
}

/// Reads a table on a thread of its own and writes what it hands over. Once there is a fault nothing more is written,
/// and the rest of the file is read for the sake of its faults.
async fn stream<const N: usize>(
    import: &mut Import,
    table: Table,
    mut bulk: Bulk,
    read: impl FnOnce(Arc<Extract>, Arc<Ids>, &mut Faults, HandOver<'_, N>) + Send + 'static,
) -> Result<()> {
    if !import.extract.has(table) {
        return Ok(());
    }
    let clean = import.faults.is_empty();
    let (sender, mut receiver) = mpsc::channel::<Vec<[Value; N]>>(WAITING);
    let ids = Arc::new(std::mem::take(&mut import.ids));
    let (extract, kept) = (Arc::clone(&import.extract), Arc::clone(&ids));
    let mut faults = std::mem::take(&mut import.faults);
    let reader = blocking(move || {
        let mut batch = Vec::with_capacity(BATCH);
        read(extract, ids, &mut faults, &mut |row| {
            batch.push(row);
            if batch.len() < BATCH {
                return ControlFlow::Continue(());
            }
            let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
            match sender.blocking_send(full) {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        });
        let _ = sender.blocking_send(batch);
        faults
    });
    let reader = tokio::spawn(reader);
    let (mut rows, mut changed) = (0, 0);
    while let Some(batch) = receiver.recv().await {
        rows += batch.len() as u64;
        if !clean {
            continue;
        }
        for row in batch {
            changed += bulk.row(&mut import.tx, row).await?;
        }
    }
    changed += bulk.finish(&mut import.tx).await?;
    import.faults = reader.await.map_err(|_| crate::Error::Stopped)??;
    import.ids = Arc::try_unwrap(kept).map_err(|_| crate::Error::Stopped)?;
    import.count(table, rows, changed);
    Ok(())
}
