//! The rows of a table's file, CSV or workbook, under the table's headings.

use std::ops::ControlFlow;

use csv::StringRecord;

use super::faults::{Fault, FaultKind, Faults, Note, NoteKind};
use super::folder::{Format, TableFile};
use super::row::Row;
use super::rows::Line;
use super::table::Table;
use super::{text_file, workbook};

/// Takes a record and the line on which it begins.
pub(super) type Visit<'v> = dyn FnMut(Line, &StringRecord) -> ControlFlow<()> + 'v;

/// Why a file is not read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stop {
    pub(super) line: Option<Line>,
    pub(super) what: FaultKind,
}

impl Stop {
    pub(super) fn at(line: Line, what: FaultKind) -> Stop {
        Stop { line: Some(line), what }
    }
}

impl From<FaultKind> for Stop {
    fn from(what: FaultKind) -> Stop {
        Stop { line: None, what }
    }
}

/// Gives each row that is not empty and has as many fields as the heading to `each`.
pub(super) fn each_row(
    file: &TableFile,
    progress: &dyn Fn(u64),
    faults: &mut Faults,
    each: &mut dyn FnMut(&mut Row<'_, '_>) -> ControlFlow<()>,
) {
    let mut heading = None;
    let mut is_empty = true;
    let mut visit = |line: Line, record: &StringRecord| {
        if record.iter().all(|field| field.trim().is_empty()) {
            return ControlFlow::Continue(());
        }
        is_empty = false;
        let Some(heading) = &heading else {
            heading = Some(Heading::find(file, line, record, faults)?);
            return ControlFlow::Continue(());
        };
        if record.len() != heading.fields {
            let what = FaultKind::FieldCount { found: record.len(), expected: heading.fields };
            faults.add(Fault::line(&file.name, line, what));
            return ControlFlow::Continue(());
        }
        each(&mut Row::new(record, heading, line, faults))
    };
    let result = match file.format {
        Format::Csv => text_file::each_record(&file.path, progress, &mut visit),
        Format::Workbook => workbook::each_record(file, progress, &mut visit),
    };
    match result {
        Err(Stop { line, what }) => faults.add(Fault { line, ..Fault::file(&file.name, what) }),
        Ok(()) if is_empty => faults.add(Fault::file(&file.name, FaultKind::NoHeading)),
        Ok(()) => {}
    }
}

/// Where the columns of a table stand in its file.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) file: String,
    /// The number of fields of each row.
    pub(super) fields: usize,
    /// For each column of the table, its field.
    pub(super) places: Vec<Option<usize>>,
}

impl Heading {
    /// Breaks when a row cannot be read under these headings.
    fn find(file: &TableFile, line: Line, record: &StringRecord, faults: &mut Faults) -> ControlFlow<(), Heading> {
        let headings: Vec<String> = record.iter().map(fold).collect();
        let mut sound = true;
        for (at, heading) in headings.iter().enumerate() {
            let shown = record.get(at).unwrap_or_default().trim();
            let shown = super::faults::Shown::new(shown).to_string();
            let before = headings.iter().take(at).filter(|other| *other == heading).count();
            if !heading.is_empty() && before == 1 {
                sound = false;
                faults.add(Fault::column(&file.name, line, shown, FaultKind::RepeatedColumn));
            } else if !heading.is_empty() && before == 0 && !is_known(file.table, heading) {
                faults.note(Note::column(&file.name, line, shown, NoteKind::UnknownColumn));
            }
        }
        let place = |heading: &str| headings.iter().position(|found| *found == fold(heading));
        let places: Vec<Option<usize>> = file.table.columns().iter().map(|column| place(column.heading)).collect();
        for (column, place) in file.table.columns().iter().zip(&places) {
            if column.required && place.is_none() {
                sound = false;
                faults.add(Fault::column(&file.name, line, column.heading, FaultKind::MissingColumn));
            }
        }
        if !sound {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(Heading { file: file.name.clone(), fields: record.len(), places })
    }
}

fn is_known(table: Table, folded: &str) -> bool {
    table.columns().iter().any(|column| fold(column.heading) == folded)
}

/// Upper and lower case and surrounding blanks are the same, and so are å in one character and in two (as macOS writes).
pub(super) fn fold(text: &str) -> String {
    text.trim().to_lowercase().replace("a\u{30a}", "å")
}
