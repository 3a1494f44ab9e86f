//! What Typst may see: one template, two fonts, and the values of one document. No files, no network, no packages, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};

use crate::PrintError;

/// As `build/main.rs` names them.
static FILES: [&[u8]; 2] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/IBMPlexSans-Regular.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/IBMPlexSans-SemiBold.ttf")),
];

/// The fonts that the program carries, read once.
pub struct Fonts {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    template: Source,
}

impl Fonts {
    /// Whether every one of the fonts has a sign for the character.
    pub fn cover(&self, character: char) -> bool {
        self.fonts.iter().all(|font| font.info().coverage.contains(u32::from(character)))
    }
}

/// The fonts and the template, read at first use.
pub fn fonts() -> Result<&'static Fonts, PrintError> {
    static READ: LazyLock<Option<Fonts>> = LazyLock::new(read);
    READ.as_ref().ok_or(PrintError::Fonts)
}

fn read() -> Option<Fonts> {
    let fonts: Vec<Font> = FILES.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect();
    if fonts.len() < FILES.len() {
        return None;
    }
    let path = VirtualPath::new("/document.typ").ok()?;
    let template = FileId::new(RootedPath::new(VirtualRoot::Project, path));
    Some(Fonts {
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: Source::new(template, include_str!("document.typ").to_owned()),
    })
}

/// The world of one document.
pub struct Paper {
    fonts: &'static Fonts,
    library: LazyHash<Library>,
}

impl Paper {
    /// With what the template reads as `sys.inputs`.
    pub fn new(fonts: &'static Fonts, inputs: Dict) -> Self {
        Self { fonts, library: LazyHash::new(Library::builder().with_inputs(inputs).build()) }
    }

    /// The line of the template, counted from 1, where an error arose.
    pub fn line(&self, error: &SourceDiagnostic) -> Option<usize> {
        let place = self.range(error.span)?;
        self.fonts.template.lines().byte_to_line(place.start).map(|line| line + 1)
    }
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.fonts.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.fonts.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
