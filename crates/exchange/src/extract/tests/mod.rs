//! Tests of the import format as a whole, on small extracts that each test makes for itself.

mod archives;
mod fault_texts;
mod forms;
mod round_trip;
mod rubbish;
mod workbooks;

use std::fs;
use std::ops::ControlFlow;

use lods_domain::time::Clockface;
use tempfile::TempDir;

use super::rows::{FollowUpRow, ScoreRow, Tables, TimeRecordRow};
use super::{Extract, Faults};

pub(super) const COURSES: &str = "Sagsnr;CPR;Målgruppe\r\n2022-1;670190-1234;Unge\r\n";

/// A folder with the files, each a name and its bytes.
pub(super) fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

/// A time record with text of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) case_number: String,
    pub(super) mentor: String,
    pub(super) group: String,
    /// Its texts are empty.
    pub(super) rest: TimeRecordRow<'static>,
}

impl Record {
    pub(super) fn of(row: TimeRecordRow<'_>) -> Record {
        let TimeRecordRow { started_at, day, form, outcome, ata, transport, hectometres, .. } = row;
        Record {
            case_number: row.case_number.to_owned(),
            mentor: row.mentor.to_owned(),
            group: row.group.to_owned(),
            rest: TimeRecordRow {
                case_number: "",
                mentor: "",
                group: "",
                started_at,
                day,
                form,
                outcome,
                ata,
                transport,
                hectometres,
            },
        }
    }

    pub(super) fn row(&self) -> TimeRecordRow<'_> {
        TimeRecordRow { case_number: &self.case_number, mentor: &self.mentor, group: &self.group, ..self.rest }
    }
}

/// Everything that an extract says.
#[derive(Debug, Default)]
pub(super) struct All {
    pub(super) tables: Tables,
    pub(super) records: Vec<Record>,
    pub(super) follow_ups: Vec<(String, FollowUpRow<'static>)>,
    pub(super) scores: Vec<(String, ScoreRow<'static>)>,
    pub(super) faults: Vec<String>,
    pub(super) notes: Vec<String>,
}

pub(super) fn read(extract: &Extract) -> All {
    let clock = Clockface::copenhagen().unwrap();
    let mut faults = Faults::default();
    let mut all = All { tables: extract.read_tables(&mut faults), ..All::default() };
    extract.time_records(&clock, &mut faults, &mut |_, row, _| {
        all.records.push(Record::of(row));
        ControlFlow::Continue(())
    });
    extract.follow_ups(&mut faults, &mut |_, row, _| {
        all.follow_ups.push((row.case_number.to_owned(), FollowUpRow { case_number: "", ..row }));
        ControlFlow::Continue(())
    });
    extract.scores(&mut faults, &mut |_, row, _| {
        all.scores.push((row.goal.to_owned(), ScoreRow { goal: "", ..row }));
        ControlFlow::Continue(())
    });
    all.faults = faults.faults().iter().map(ToString::to_string).collect();
    all.notes = faults.notes().iter().map(ToString::to_string).collect();
    all
}

pub(super) fn read_folder(files: &[(&str, &[u8])]) -> All {
    read(&Extract::open(folder(files).path()).unwrap())
}
