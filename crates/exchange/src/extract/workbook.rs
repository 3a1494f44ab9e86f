//! A workbook (XLSX) as records: the first sheet, cell by cell. Native numbers, dates and truth values become the text
//! that a CSV file would have, so that one reader serves both.

use std::fs::File;
use std::io::BufReader;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use csv::StringRecord;
use jiff::SignedDuration;
use jiff::civil::DateTime;

use super::archive::{self, Refused};
use super::faults::FaultKind;
use super::folder::TableFile;
use super::rows::Line;
use super::source::{Stop, Visit, fold};
use super::table::{Native, Table};

/// A workbook's parts may take 512 MiB together when unpacked.
const LIMIT: u64 = 512 << 20;
/// Cells further to the right are not read; no table has so many columns.
const WIDEST: u32 = 1_024;

type Workbook = Xlsx<BufReader<File>>;

/// Gives each row of the first sheet to `visit`, as wide as the first one.
pub(super) fn each_record(file: &TableFile, progress: &dyn Fn(u64), visit: &mut Visit<'_>) -> Result<(), Stop> {
    let mut workbook = open(file, LIMIT)?;
    progress(file.bytes);
    let sheet = guarded(|| Ok(workbook.sheet_names().into_iter().next()))?;
    let sheet = sheet.ok_or_else(|| FaultKind::Workbook("it has no sheet".to_owned()))?;
    let mut cells = guarded(|| workbook.worksheet_cells_reader(&sheet).map_err(|error| error.to_string()))?;
    let mut rows = Rows { table: file.table, natives: None, line: 0, fields: Vec::new(), visit };
    while let Some(cell) = guarded(|| cells.next_cell().map_err(|error| error.to_string()))? {
        let (row, column) = cell.get_position();
        if rows.begin(u64::from(row) + 1)?.is_break() {
            return Ok(());
        }
        rows.put(column, cell.get_value());
    }
    let _ = rows.end();
    Ok(())
}

/// Opens a workbook whose parts take at most `limit` bytes together.
pub(super) fn open(file: &TableFile, limit: u64) -> Result<Workbook, FaultKind> {
    let opened = File::open(&file.path).map_err(|error| FaultKind::Unreadable(error.to_string()))?;
    archive::measure(&opened, limit).map_err(|refused| match refused {
        Refused::TooLarge => FaultKind::WorkbookTooLarge,
        Refused::Damaged(error) => FaultKind::Workbook(error),
    })?;
    guarded(|| Xlsx::new(BufReader::new(opened)).map_err(|error| error.to_string()))
}

/// The library meets broken files with errors, and here and there with a panic, which is an error like others.
fn guarded<T>(read: impl FnOnce() -> Result<T, String>) -> Result<T, FaultKind> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(result) => result.map_err(FaultKind::Workbook),
        Err(_) => Err(FaultKind::Workbook("its parts do not fit together".to_owned())),
    }
}

/// Gathers cells into rows.
struct Rows<'v, 'w> {
    table: Table,
    /// How each field of a row is put as text; `None` before the heading.
    natives: Option<Vec<Native>>,
    /// The row that is being gathered; 0 before the first one.
    line: Line,
    fields: Vec<String>,
    visit: &'v mut Visit<'w>,
}

impl Rows<'_, '_> {
    /// A cell of row `line` comes.
    fn begin(&mut self, line: Line) -> Result<ControlFlow<()>, Stop> {
        if line < self.line {
            return Err(Stop::at(line, FaultKind::Workbook("its rows are out of order".to_owned())));
        }
        if line == self.line {
            return Ok(ControlFlow::Continue(()));
        }
        let flow = self.end();
        self.line = line;
        Ok(flow)
    }

    /// The row is complete.
    fn end(&mut self) -> ControlFlow<()> {
        if self.fields.iter().all(|field| field.trim().is_empty()) {
            self.fields.clear();
            return ControlFlow::Continue(());
        }
        while self.fields.len() > self.natives.as_ref().map_or(0, Vec::len)
            && self.fields.last().is_some_and(|field| field.trim().is_empty())
        {
            self.fields.pop();
        }
        match &self.natives {
            Some(natives) if self.fields.len() < natives.len() => self.fields.resize(natives.len(), String::new()),
            Some(_) => {}
            None => self.natives = Some(natives(self.table, &self.fields)),
        }
        let record: StringRecord = self.fields.iter().collect();
        self.fields.clear();
        (self.visit)(self.line, &record)
    }

    fn put(&mut self, column: u32, cell: &DataRef<'_>) {
        let Ok(at) = usize::try_from(column.min(WIDEST)) else { return };
        let native = self.natives.as_ref().and_then(|natives| natives.get(at)).copied().unwrap_or(Native::Plain);
        let text = as_text(cell, native);
        if text.is_empty() {
            return;
        }
        if self.fields.len() <= at {
            self.fields.resize(at + 1, String::new());
        }
        if let Some(field) = self.fields.get_mut(at) {
            *field = text;
        }
    }
}

fn natives(table: Table, headings: &[String]) -> Vec<Native> {
    let native = |heading: &String| {
        let folded = fold(heading);
        let column = table.columns().iter().find(|column| fold(column.heading) == folded);
        column.map_or(Native::Plain, |column| column.native)
    };
    headings.iter().map(native).collect()
}

fn as_text(cell: &DataRef<'_>, native: Native) -> String {
    match cell {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "ja" } else { "nej" }.to_owned(),
        DataRef::Int(number) => digits(number.to_string(), native),
        DataRef::Float(number) => digits(number_text(*number), native),
        DataRef::DateTime(date) if date.is_datetime() => {
            date_text(date, native).unwrap_or_else(|| number_text(date.as_f64()))
        }
        DataRef::DateTime(length) => number_text(length.as_f64()),
        DataRef::DateTimeIso(text) => text.parse().map_or_else(|_| text.clone(), |date| civil_text(date, native)),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A number with a decimal comma, in the fifteen digits that a spreadsheet shows: 0.1 + 0.2 is `0,3`.
fn number_text(number: f64) -> String {
    let shown: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    shown.to_string().replace('.', ",")
}

fn digits(number: String, native: Native) -> String {
    match native {
        Native::Digits(width) if number.bytes().all(|byte| byte.is_ascii_digit()) => format!("{number:0>width$}"),
        _ => number,
    }
}

fn date_text(date: &ExcelDateTime, native: Native) -> Option<String> {
    let (year, month, day, hour, minute, second, milli) = date.to_ymd_hms_milli();
    let small = |number: u8| i8::try_from(number).ok();
    let nanos = i32::from(milli) * 1_000_000;
    let year = i16::try_from(year).ok()?;
    let date =
        DateTime::new(year, small(month)?, small(day)?, small(hour)?, small(minute)?, small(second)?, nanos).ok()?;
    Some(civil_text(date, native))
}

fn civil_text(date: DateTime, native: Native) -> String {
    // A time of day is a fraction of 24 hours and may lie a trifle before the minute that was meant.
    let date = date.checked_add(SignedDuration::from_millis(500)).unwrap_or(date);
    let (day, month, year) = (date.day(), date.month(), date.year());
    if native == Native::Time || date.hour() != 0 || date.minute() != 0 {
        return format!("{day:02}-{month:02}-{year:04} {:02}:{:02}", date.hour(), date.minute());
    }
    format!("{day:02}-{month:02}-{year:04}")
}
