//! The import format (`extract`): a folder, or a zip of it, with the tables that a municipality hands over on the day
//! it starts. Reads it into typed rows with every fault named, and writes it.
//!
//! Whether rows fit together (references, repeated keys) is for `app`, which has them all; it adds its faults to the
//! same [`Faults`].

mod archive;
mod faults;
mod folder;
mod local_time;
mod row;
pub mod rows;
mod source;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod text_file;
mod values;
mod workbook;
mod writer;
mod written;

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use lods_domain::time::Clockface;

pub use faults::{Expected, Fault, FaultKind, Faults, Note, NoteKind, Place, Shown};
pub use folder::OpenError;
pub use table::{Column, Native, Table};
pub use writer::{ExtractWriter, WriteError};

use folder::Folder;
use local_time::LocalTime;
use row::Row;
use rows::{At, FollowUpRow, Line, ScoreRow, Tables, TimeRecordRow};

/// A table that is read whole may have so many rows.
const MOST_ROWS: usize = 2_000_000;

/// Is told how many bytes were read, of all tables together. See [`Extract::bytes`].
pub type Progress = Box<dyn Fn(u64) + Send + Sync>;

/// An opened folder or zip.
pub struct Extract {
    folder: Folder,
    read: AtomicU64,
    progress: Option<Progress>,
}

impl Extract {
    /// Opens a folder, or a zip with the files at its top or in one folder. What is wrong inside is found by reading.
    pub fn open(path: &Path) -> Result<Extract, OpenError> {
        Ok(Extract { folder: Folder::open(path)?, read: AtomicU64::new(0), progress: None })
    }

    #[must_use]
    pub fn with_progress(mut self, progress: Progress) -> Extract {
        self.progress = Some(progress);
        self
    }

    #[must_use]
    pub fn has(&self, table: Table) -> bool {
        self.folder.file(table).is_some()
    }

    /// The size of a table's file; 0 when there is none.
    #[must_use]
    pub fn bytes(&self, table: Table) -> u64 {
        self.folder.file(table).map_or(0, |file| file.bytes)
    }

    /// The real name of a table's file, for a fault; the usual one when there is none.
    #[must_use]
    pub fn file_name(&self, table: Table) -> String {
        self.folder.file(table).map_or_else(|| format!("{}.csv", table.stem()), |file| file.name.clone())
    }

    /// Reads the tables that are read whole. Also reports what is wrong with the folder: a missing `forloeb`, a table
    /// in two files, unknown files.
    pub fn read_tables(&self, faults: &mut Faults) -> Tables {
        self.folder.report(faults);
        Tables {
            units: self.table(Table::Units, faults, tables::units::read),
            prices: self.table(Table::Prices, faults, tables::prices::read),
            mentors: self.table(Table::Mentors, faults, tables::mentors::read),
            people: self.table(Table::People, faults, tables::people::read),
            courses: self.table(Table::Courses, faults, tables::courses::read).unwrap_or_default(),
            goals: self.table(Table::Goals, faults, tables::goals::read),
            supervisions: self.table(Table::Supervisions, faults, tables::supervisions::read),
            consents: self.table(Table::Consents, faults, tables::consents::read),
            postings: self.table(Table::Postings, faults, tables::postings::read),
            budgets: self.table(Table::Budgets, faults, tables::budgets::read),
        }
    }

    /// Gives each time record to `each` until it breaks; nothing when there is no such table.
    pub fn time_records(
        &self,
        clock: &Clockface,
        faults: &mut Faults,
        each: &mut dyn FnMut(Line, TimeRecordRow<'_>, &mut Faults) -> ControlFlow<()>,
    ) {
        let mut local = LocalTime::new(clock);
        self.each_row(Table::TimeRecords, faults, &mut |row| match tables::time_records::read(row, &mut local) {
            Some(record) => each(row.line, record, row.faults),
            None => ControlFlow::Continue(()),
        });
    }

    /// As [`Extract::time_records`], of follow-ups.
    pub fn follow_ups(
        &self,
        faults: &mut Faults,
        each: &mut dyn FnMut(Line, FollowUpRow<'_>, &mut Faults) -> ControlFlow<()>,
    ) {
        self.each_row(Table::FollowUps, faults, &mut |row| match tables::follow_ups::read(row) {
            Some(follow_up) => each(row.line, follow_up, row.faults),
            None => ControlFlow::Continue(()),
        });
    }

    /// As [`Extract::time_records`], of goal scores.
    pub fn scores(
        &self,
        faults: &mut Faults,
        each: &mut dyn FnMut(Line, ScoreRow<'_>, &mut Faults) -> ControlFlow<()>,
    ) {
        self.each_row(Table::Scores, faults, &mut |row| match tables::scores::read(row) {
            Some(score) => each(row.line, score, row.faults),
            None => ControlFlow::Continue(()),
        });
    }

    fn table<T>(
        &self,
        table: Table,
        faults: &mut Faults,
        read: fn(&mut Row<'_, '_>) -> Option<T>,
    ) -> Option<Vec<At<T>>> {
        self.has(table).then(|| self.table_up_to(MOST_ROWS, table, faults, read))
    }

    fn table_up_to<T>(
        &self,
        most: usize,
        table: Table,
        faults: &mut Faults,
        read: fn(&mut Row<'_, '_>) -> Option<T>,
    ) -> Vec<At<T>> {
        let mut rows = Vec::new();
        self.each_row(table, faults, &mut |row| {
            if rows.len() == most {
                row.faults.add(Fault::line(&self.file_name(table), row.line, FaultKind::TooManyRows(most)));
                return ControlFlow::Break(());
            }
            rows.extend(read(row).map(|read| At { line: row.line, row: read }));
            ControlFlow::Continue(())
        });
        rows
    }

    fn each_row(&self, table: Table, faults: &mut Faults, each: &mut dyn FnMut(&mut Row<'_, '_>) -> ControlFlow<()>) {
        let Some(file) = self.folder.file(table) else { return };
        let progress = |bytes| {
            let read = self.read.fetch_add(bytes, Ordering::Relaxed) + bytes;
            if let Some(progress) = &self.progress {
                progress(read);
            }
        };
        source::each_row(file, &progress, faults, each);
    }
}
