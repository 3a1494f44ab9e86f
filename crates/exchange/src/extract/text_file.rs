//! A CSV file as records: its encoding is found, and a record that never ends is stopped.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use csv::{ErrorKind, StringRecord, Terminator};
use encoding_rs::{Decoder, DecoderResult, WINDOWS_1252};

use super::faults::FaultKind;
use super::rows::Line;
use super::source::{Stop, Visit};

/// A record may take so many bytes.
const LONGEST_RECORD: usize = 1 << 20;
const CHUNK: usize = 64 << 10;
/// Goes after the file's last byte. No file that is read has a NUL, so a record that holds this one began inside a
/// quotation that was never closed.
const END: &[u8] = b"\n\0\n";

/// How a file's bytes are text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    /// UTF-8 after a byte order mark of three bytes.
    Utf8Marked,
    Windows1252,
}

/// Reads a file once, in bounded memory, to find its encoding. Stops early at a line that is longer than a record may
/// be: reading it as records will name the line.
pub(super) fn find_encoding(file: &mut impl Read) -> Result<Encoding, FaultKind> {
    let mut buffer = vec![0; CHUNK];
    let mut kept = 0;
    let mut in_line = 0;
    let mut first = true;
    let mut encoding = Encoding::Utf8;
    loop {
        let read = read_some(file, buffer.get_mut(kept..).unwrap_or_default()).map_err(unreadable)?;
        let text = buffer.get(..kept + read).unwrap_or_default();
        if std::mem::take(&mut first) {
            encoding = mark(text)?;
        }
        if text.contains(&0) {
            return Err(FaultKind::NotText);
        }
        in_line = text.iter().rev().position(|byte| *byte == b'\n').unwrap_or(in_line + text.len());
        if encoding != Encoding::Windows1252 {
            let rest = unfinished(text, read == 0);
            match (rest, encoding) {
                (Some(rest), _) => {
                    buffer.copy_within(rest.clone(), 0);
                    kept = rest.len();
                }
                (None, Encoding::Utf8Marked) => return Err(FaultKind::InvalidUtf8),
                (None, _) => (encoding, kept) = (Encoding::Windows1252, 0),
            }
        }
        if read == 0 || in_line > LONGEST_RECORD {
            return Ok(encoding);
        }
    }
}

fn mark(start: &[u8]) -> Result<Encoding, FaultKind> {
    match start {
        [0xEF, 0xBB, 0xBF, ..] => Ok(Encoding::Utf8Marked),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Err(FaultKind::Utf16),
        _ => Ok(Encoding::Utf8),
    }
}

/// The bytes at the end that begin a character and may go on in the next chunk. `None` when it is not UTF-8.
fn unfinished(text: &[u8], at_end: bool) -> Option<std::ops::Range<usize>> {
    match std::str::from_utf8(text) {
        Ok(_) => Some(0..0),
        Err(error) if error.error_len().is_none() && !at_end => Some(error.valid_up_to()..text.len()),
        Err(_) => None,
    }
}

fn read_some(file: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match file.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

fn unreadable(error: io::Error) -> FaultKind {
    FaultKind::Unreadable(error.to_string())
}

/// UTF-8 bytes of a file in either encoding, with [`END`] after them. Fails when a record takes too many.
struct Utf8Stream<'p, R> {
    file: R,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    raw_left: std::ops::Range<usize>,
    in_record: usize,
    end: &'static [u8],
    progress: &'p dyn Fn(u64),
}

impl<'p, R: Read> Utf8Stream<'p, R> {
    fn new(file: R, encoding: Encoding, progress: &'p dyn Fn(u64)) -> Utf8Stream<'p, R> {
        let decoder = (encoding == Encoding::Windows1252).then(|| WINDOWS_1252.new_decoder_without_bom_handling());
        let raw = if decoder.is_some() { vec![0; CHUNK] } else { Vec::new() };
        Utf8Stream { file, decoder, raw, raw_left: 0..0, in_record: 0, end: END, progress }
    }

    fn read_text(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(decoder) = &mut self.decoder else {
            let read = read_some(&mut self.file, buffer)?;
            (self.progress)(read as u64);
            return Ok(read);
        };
        if self.raw_left.is_empty() {
            let read = read_some(&mut self.file, &mut self.raw)?;
            (self.progress)(read as u64);
            self.raw_left = 0..read;
        }
        let raw = self.raw.get(self.raw_left.clone()).unwrap_or_default();
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(raw, buffer, false);
        self.raw_left.start += read;
        match result {
            DecoderResult::OutputFull if written == 0 => Err(io::ErrorKind::WriteZero.into()),
            _ => Ok(written),
        }
    }
}

impl<R: Read> Read for Utf8Stream<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.in_record > LONGEST_RECORD {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut read = self.read_text(buffer)?;
        if read == 0 {
            read = self.end.read(buffer)?;
        }
        self.in_record += read;
        Ok(read)
    }
}

/// Gives each record of a CSV file to `visit`.
pub(super) fn each_record(path: &Path, progress: &dyn Fn(u64), visit: &mut Visit<'_>) -> Result<(), Stop> {
    let mut file = File::open(path).map_err(unreadable)?;
    let encoding = find_encoding(&mut file)?;
    let start = if encoding == Encoding::Utf8Marked { 3 } else { 0 };
    file.seek(SeekFrom::Start(start)).map_err(unreadable)?;
    each_record_of(file, encoding, progress, visit)
}

/// As [`each_record`], of anything that can be read. A byte order mark is behind.
pub(super) fn each_record_of(
    file: impl Read,
    encoding: Encoding,
    progress: &dyn Fn(u64),
    visit: &mut Visit<'_>,
) -> Result<(), Stop> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        // A carriage return before it is trimmed with the last field; so a line is what ends with a line feed, and
        // lines can be counted.
        .terminator(Terminator::Any(b'\n'))
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(CHUNK)
        .from_reader(Utf8Stream::new(file, encoding, progress));
    let mut record = StringRecord::new();
    loop {
        let before = reader.position().line();
        let more = reader.read_record(&mut record).map_err(|error| Stop::at(before, csv_fault(error)))?;
        if !more {
            return Ok(());
        }
        reader.get_mut().in_record = 0;
        let after = reader.position().line();
        let unclosed = record.as_slice().ends_with("\0\n");
        let line = first_line(&record, before, after, !unclosed);
        if unclosed {
            return Err(Stop::at(line, FaultKind::UnclosedQuote));
        }
        if record.as_slice() == "\0" {
            return Ok(());
        }
        if visit(line, &record).is_break() {
            return Ok(());
        }
    }
}

/// The line on which a record begins. Reading it took the lines from `before` to `after`: empty ones that were skipped,
/// those inside quotations, and the record's own end.
fn first_line(record: &StringRecord, before: Line, after: Line, ended: bool) -> Line {
    if after - before == 1 && ended {
        return before;
    }
    let inside = record.as_slice().bytes().filter(|byte| *byte == b'\n').count() as u64;
    after.saturating_sub(inside + u64::from(ended)).max(before)
}

fn csv_fault(error: csv::Error) -> FaultKind {
    match error.into_kind() {
        ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => FaultKind::RowTooLong,
        ErrorKind::Io(error) => unreadable(error),
        ErrorKind::Utf8 { .. } => FaultKind::InvalidUtf8,
        other => FaultKind::Unreadable(format!("{other:?}")),
    }
}
