//! Writing an extract: a folder of CSV files that the reader reads as the same rows again.
//!
//! UTF-8 with a byte order mark, `;` between fields, CRLF. A text that begins with `=`, `+`, `-` or `@` is written as
//! it is: a spreadsheet may take it for a formula, but reading what was written gives the same text. A session that
//! began in the second of the two hours from 2 to 3 on the night in October is written as what clocks showed, and so is
//! read as an hour earlier: the format has no word for which.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use csv::Terminator;
use lods_domain::time::Clockface;

use super::rows::{
    BudgetRow, ConsentRow, CourseRow, FollowUpRow, GoalRow, MentorRow, PersonRow, PostingRow, PriceRow, ScoreRow,
    SupervisionRow, TimeRecordRow, UnitRow,
};
use super::table::{Column, Table};
use super::tables;
use super::written::Written;

/// Why an extract cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("{0} is not empty; an extract is written into a new or an empty folder")]
    NotEmpty(PathBuf),
    #[error("{path} cannot be written: {error}")]
    Unwritable { path: PathBuf, error: io::Error },
}

type CsvFile = csv::Writer<BufWriter<File>>;

/// Writes an extract row by row, in any order of the tables. Nothing is safe on the disk before [`ExtractWriter::finish`].
#[derive(Debug)]
pub struct ExtractWriter {
    folder: PathBuf,
    /// The files that were begun: a table without rows has none.
    files: Vec<(Table, CsvFile)>,
    /// Tables that are written with the columns of ours.
    extended: Vec<Table>,
    written: Written,
}

impl ExtractWriter {
    /// Makes the folder, unless it is there and empty.
    pub fn create(folder: &Path) -> Result<ExtractWriter, WriteError> {
        let unwritable = |error| WriteError::Unwritable { path: folder.to_owned(), error };
        // It holds CPR numbers: nobody else on the machine is to read it.
        let mut private = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut private, 0o700);
        private.recursive(true).create(folder).map_err(unwritable)?;
        if fs::read_dir(folder).map_err(unwritable)?.next().is_some() {
            return Err(WriteError::NotEmpty(folder.to_owned()));
        }
        let folder = folder.to_owned();
        Ok(ExtractWriter { folder, files: Vec::new(), extended: Vec::new(), written: Written::default() })
    }

    /// Writes the table with the columns that are ours too (docs/import-extensions.md); to be said before its first row.
    /// Without it, what a row holds beyond the format is not written.
    #[must_use]
    pub fn with_extensions(mut self, table: Table) -> ExtractWriter {
        self.extended.push(table);
        self
    }

    pub fn unit(&mut self, row: &UnitRow) -> Result<(), WriteError> {
        self.row(Table::Units, |fields| tables::units::write(row, fields))
    }

    pub fn price(&mut self, row: &PriceRow) -> Result<(), WriteError> {
        self.row(Table::Prices, |fields| tables::prices::write(row, fields))
    }

    pub fn mentor(&mut self, row: &MentorRow) -> Result<(), WriteError> {
        self.row(Table::Mentors, |fields| tables::mentors::write(row, fields))
    }

    pub fn person(&mut self, row: &PersonRow) -> Result<(), WriteError> {
        self.row(Table::People, |fields| tables::people::write(row, fields))
    }

    pub fn course(&mut self, row: &CourseRow) -> Result<(), WriteError> {
        self.row(Table::Courses, |fields| tables::courses::write(row, fields))
    }

    pub fn time_record(&mut self, row: &TimeRecordRow<'_>, clock: &Clockface) -> Result<(), WriteError> {
        self.row(Table::TimeRecords, |fields| tables::time_records::write(row, clock, fields))
    }

    pub fn follow_up(&mut self, row: &FollowUpRow<'_>) -> Result<(), WriteError> {
        self.row(Table::FollowUps, |fields| tables::follow_ups::write(row, fields))
    }

    pub fn goal(&mut self, row: &GoalRow) -> Result<(), WriteError> {
        self.row(Table::Goals, |fields| tables::goals::write(row, fields))
    }

    pub fn score(&mut self, row: &ScoreRow<'_>) -> Result<(), WriteError> {
        self.row(Table::Scores, |fields| tables::scores::write(row, fields))
    }

    pub fn supervision(&mut self, row: &SupervisionRow) -> Result<(), WriteError> {
        self.row(Table::Supervisions, |fields| tables::supervisions::write(row, fields))
    }

    pub fn consent(&mut self, row: &ConsentRow) -> Result<(), WriteError> {
        self.row(Table::Consents, |fields| tables::consents::write(row, fields))
    }

    pub fn posting(&mut self, row: &PostingRow) -> Result<(), WriteError> {
        self.row(Table::Postings, |fields| tables::postings::write(row, fields))
    }

    pub fn budget(&mut self, row: &BudgetRow) -> Result<(), WriteError> {
        self.row(Table::Budgets, |fields| tables::budgets::write(row, fields))
    }

    /// Writes `forloeb.csv` also when there are no courses, and hands everything to the disk.
    pub fn finish(mut self) -> Result<(), WriteError> {
        self.file(Table::Courses)?;
        let ExtractWriter { folder, files, .. } = self;
        for (table, file) in files {
            let path = path(&folder, table);
            let buffer = file.into_inner().map_err(|error| io::Error::other(error.to_string()));
            let synced =
                buffer.and_then(|buffer| buffer.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all());
            synced.map_err(|error| WriteError::Unwritable { path, error })?;
        }
        Ok(())
    }

    fn row(&mut self, table: Table, write: impl FnOnce(&mut Written)) -> Result<(), WriteError> {
        let at = self.file(table)?;
        self.written.clear();
        write(&mut self.written);
        self.written.record.truncate(self.columns(table).count());
        let Some((_, file)) = self.files.get_mut(at) else { return Ok(()) };
        file.write_record(&self.written.record)
            .map_err(|error| WriteError::Unwritable { path: path(&self.folder, table), error: error.into() })
    }

    fn columns(&self, table: Table) -> impl Iterator<Item = &'static Column> {
        let extended = self.extended.contains(&table);
        table.columns().iter().filter(move |column| extended || !column.extension)
    }

    /// The place of a table's file in `files`; it is begun when it is not there yet.
    fn file(&mut self, table: Table) -> Result<usize, WriteError> {
        if let Some(at) = self.files.iter().position(|(begun, _)| *begun == table) {
            return Ok(at);
        }
        let path = path(&self.folder, table);
        let file = begin(&path, self.columns(table)).map_err(|error| WriteError::Unwritable { path, error })?;
        self.files.push((table, file));
        Ok(self.files.len() - 1)
    }
}

fn path(folder: &Path, table: Table) -> PathBuf {
    folder.join(format!("{}.csv", table.stem()))
}

fn begin(path: &Path, columns: impl Iterator<Item = &'static Column>) -> io::Result<CsvFile> {
    let mut file = BufWriter::new(File::create_new(path)?);
    file.write_all("\u{feff}".as_bytes())?;
    let mut writer = csv::WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(file);
    writer.write_record(columns.map(|column| column.heading))?;
    Ok(writer)
}
