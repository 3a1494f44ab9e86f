//! A document made ready by its caller, as an accessible PDF (PDF/UA-1 and PDF/A-2a): what it may hold, and the making of it.
//!
//! It knows nothing of mentors, of the law or of texts: what stands in a document comes from the caller, in the caller's
//! language. Typst lays it out by the template `document.typ`; what is given goes in as values, never as source.

mod columns;
mod inputs;
mod literal;
mod world;

use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// What is printed. All texts are ready to read, and stand in the document letter by letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The language of the texts, "da" or "en": for screen readers, for hyphens, and for "Side 1 af 3".
    pub lang: &'static str,
    /// The heading of the document and the title of the file. At most 500 characters are kept; none are shown as a dash.
    pub title: String,
    /// Under the title; may be empty.
    pub subtitle: String,
    /// When it was made, as a text; may be empty.
    pub issued: String,
    /// At the foot of each page, left of the page's number; may be empty.
    pub footer: String,
    pub parts: Vec<Part>,
}

/// A piece of a document, in the order of reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A heading under the title, also in the outline that a reader shows beside the pages. At most 500 characters are kept; an empty one is left out.
    Heading(String),
    /// Text; an empty line divides paragraphs, a single line break stays one.
    Text(String),
    /// Names and what they are, one pair a line.
    Facts(Vec<(String, String)>),
    /// A table with its head repeated on each page. A row that is too short is filled with empty cells, one that is too long
    /// makes the table wider. Columns of numbers stand to the right.
    /// One of nine columns or more lays all pages of the document down.
    Table { caption: String, head: Vec<String>, rows: Vec<Vec<String>> },
    /// A remark in a quiet box.
    Note(String),
}

/// Why there is no PDF. It says nothing of what stood in the document.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum PrintError {
    /// The moment lies outside the years 0 to 9999.
    #[error("the moment of the document is out of range")]
    Moment,
    #[error("the fonts of the program cannot be read")]
    Fonts,
    /// With the line of `document.typ`, where one is known.
    #[error("the document could not be laid out (line of the template: {0:?})")]
    Layout(Option<usize>),
    /// With the line of `document.typ`, where one is known.
    #[error("the document could not be written as an accessible PDF (line of the template: {0:?})")]
    Export(Option<usize>),
}

/// The document as a PDF. The same document and moment give the same bytes.
///
/// `at` is when it was made, in whole seconds since 1970 UTC. Characters that the font lacks (emoji, Arabic, Chinese …) are
/// shown as ◊, since PDF/A allows no missing sign; invisible ones and such that turn the direction of reading are left out.
///
/// # Errors
/// A moment out of range. The others are faults of this program, not of the document.
pub fn pdf(document: &Document, at: i64) -> Result<Vec<u8>, PrintError> {
    let timestamp = Timestamp::new_utc(moment(at)?);
    let fonts = world::fonts()?;
    let world = world::Paper::new(fonts, inputs::of(document, fonts));
    let made = print(&world, timestamp);
    // Typst remembers what it laid out, for all of the process: what stood in the document must not stay in memory.
    typst::comemo::evict(0);
    made
}

fn print(world: &world::Paper, timestamp: Timestamp) -> Result<Vec<u8>, PrintError> {
    let line = |errors: &[SourceDiagnostic]| errors.first().and_then(|error| world.line(error));
    let paged = typst::compile::<PagedDocument>(world).output.map_err(|errors| PrintError::Layout(line(&errors)))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|_| PrintError::Export(None))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Lods".to_owned())),
        timestamp: Some(timestamp),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&paged, &options).map_err(|errors| PrintError::Export(line(&errors)))
}

fn moment(at: i64) -> Result<Datetime, PrintError> {
    let utc = jiff::Timestamp::from_second(at).map_err(|_| PrintError::Moment)?.to_zoned(jiff::tz::TimeZone::UTC);
    if utc.year() < 0 {
        return Err(PrintError::Moment);
    }
    let small = |value: i8| u8::try_from(value).map_err(|_| PrintError::Moment);
    let (month, day) = (small(utc.month())?, small(utc.day())?);
    let (hour, minute, second) = (small(utc.hour())?, small(utc.minute())?, small(utc.second())?);
    Datetime::from_ymd_hms(i32::from(utc.year()), month, day, hour, minute, second).ok_or(PrintError::Moment)
}

#[cfg(test)]
mod tests;
