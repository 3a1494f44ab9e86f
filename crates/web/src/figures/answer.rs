//! A figure that was counted, before it becomes a page or a file.

use lods_reports::chart::Bars;
use lods_reports::table::{Table, notes};

use super::behind::Behind;

/// A key number on top of the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tile {
    pub name: String,
    pub value: String,
    pub note: Option<String>,
    /// The list behind the number.
    pub href: Option<String>,
}

/// What a figure says.
pub struct Answer {
    pub tiles: Vec<Tile>,
    /// Those without a bar are left out.
    pub charts: Vec<Bars>,
    pub tables: Vec<Table>,
    /// Of the tables' notes: what is counted, and the day that it is as of.
    pub as_of: Vec<String>,
    pub behind: Behind,
    /// Of the files, without its ending: small letters, digits and dashes.
    pub file_name: String,
    /// Why some numbers are hidden: one of the tables' notes, and shown right below them.
    pub hidden: Option<String>,
    /// Why there is nothing to show.
    pub empty: Option<String>,
}

impl Answer {
    /// The answer where nothing can be counted.
    #[must_use]
    pub fn empty(reason: &str) -> Answer {
        Answer {
            tiles: Vec::new(),
            charts: Vec::new(),
            tables: Vec::new(),
            as_of: Vec::new(),
            behind: Behind::default(),
            file_name: String::new(),
            hidden: None,
            empty: Some(reason.to_owned()),
        }
    }

    /// The other notes: how it is counted, and what a reader must know besides.
    #[must_use]
    pub fn definitions(&self) -> Vec<String> {
        let other = |note: &&str| !self.as_of.iter().chain(&self.hidden).any(|said| said == note);
        notes(&self.tables).into_iter().filter(other).map(str::to_owned).collect()
    }
}

/// Puts the day that a figure is as of behind its first note, in files and on the page. The first two notes are then
/// what stands on top of the page.
pub fn dated(tables: &mut [Table], as_of: String) -> Vec<String> {
    let Some(table) = tables.first_mut() else { return Vec::new() };
    table.notes.insert(table.notes.len().min(1), as_of);
    table.notes.iter().take(2).cloned().collect()
}
