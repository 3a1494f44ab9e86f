//! Opening an extract: which files of a folder (or an unpacked zip) are which tables.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::archive;
use super::faults::{Fault, FaultKind, Faults, Note, NoteKind};
use super::table::Table;

/// Why a folder or zip cannot be opened at all.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("{path} cannot be read: {error}")]
    Unreadable { path: PathBuf, error: io::Error },
    #[error("{0} is neither a folder nor a zip file")]
    NeitherFolderNorZip(PathBuf),
    #[error("{0} is protected with a password; unpack it first")]
    Encrypted(PathBuf),
    #[error("{path} is a damaged zip file: {error}")]
    Damaged { path: PathBuf, error: String },
    #[error("{path} takes more than {limit} bytes when unpacked")]
    TooLarge { path: PathBuf, limit: u64 },
    #[error("{0} holds a file whose name leads out of the folder")]
    UnsafeName(PathBuf),
    #[error("{0} holds tables in more than one folder")]
    SeveralFolders(PathBuf),
    #[error("{path} holds '{file}' more than once")]
    RepeatedFile { path: PathBuf, file: String },
}

/// How a table's file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Csv,
    Workbook,
}

/// The file of a table.
#[derive(Debug, Clone)]
pub(crate) struct TableFile {
    pub(crate) table: Table,
    pub(crate) format: Format,
    pub(crate) path: PathBuf,
    /// As it is spelt in the folder.
    pub(crate) name: String,
    pub(crate) bytes: u64,
}

/// What a folder holds.
#[derive(Debug, Default)]
pub(crate) struct Folder {
    /// At most one for each table.
    pub(crate) files: Vec<TableFile>,
    /// Files of tables that have another file already: (name, the other's name).
    pub(crate) repeated: Vec<(String, String)>,
    pub(crate) unknown: Vec<String>,
    /// Where a zip was unpacked; deleted with the folder.
    pub(crate) unpacked: Option<tempfile::TempDir>,
}

impl Folder {
    pub(crate) fn open(path: &Path) -> Result<Folder, OpenError> {
        let unreadable = |error| OpenError::Unreadable { path: path.to_owned(), error };
        let metadata = fs::metadata(path).map_err(unreadable)?;
        if metadata.is_dir() {
            return Folder::scan(path).map_err(unreadable);
        }
        if !metadata.is_file() || table_of(&file_name(path)).is_some() {
            return Err(OpenError::NeitherFolderNorZip(path.to_owned()));
        }
        let unpacked = archive::unpack(path, archive::LIMIT)?;
        let mut folder = Folder::scan(unpacked.folder.path()).map_err(unreadable)?;
        folder.unknown.extend(unpacked.unknown);
        folder.unpacked = Some(unpacked.folder);
        Ok(folder)
    }

    fn scan(path: &Path) -> io::Result<Folder> {
        let mut paths = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        paths.sort();
        let mut folder = Folder::default();
        for path in paths {
            let name = file_name(&path);
            match table_of(&name) {
                Some((table, format)) if path.is_file() => {
                    let bytes = fs::metadata(&path)?.len();
                    folder.add(TableFile { table, format, path, name, bytes });
                }
                _ if is_hidden(&name) => {}
                _ => folder.unknown.push(name),
            }
        }
        Ok(folder)
    }

    fn add(&mut self, file: TableFile) {
        match self.file(file.table) {
            Some(other) => {
                let other = other.name.clone();
                self.repeated.push((file.name, other));
            }
            None => self.files.push(file),
        }
    }

    pub(crate) fn file(&self, table: Table) -> Option<&TableFile> {
        self.files.iter().find(|file| file.table == table)
    }

    /// What is wrong with the folder as a whole.
    pub(crate) fn report(&self, faults: &mut Faults) {
        for name in &self.unknown {
            faults.note(Note::file(name, NoteKind::UnknownFile));
        }
        for (name, other) in &self.repeated {
            faults.add(Fault::file(name, FaultKind::RepeatedTable(other.clone())));
        }
        if self.file(Table::Courses).is_none() {
            faults.add(Fault::file("forloeb.csv", FaultKind::MissingTable));
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The table that a file's name stands for; upper and lower case are the same.
pub(crate) fn table_of(name: &str) -> Option<(Table, Format)> {
    let (stem, ending) = name.rsplit_once('.')?;
    let format = match ending.to_ascii_lowercase().as_str() {
        "csv" => Format::Csv,
        "xlsx" => Format::Workbook,
        _ => return None,
    };
    let table = Table::ALL.into_iter().find(|table| stem.eq_ignore_ascii_case(table.stem()))?;
    Some((table, format))
}

/// Files that systems leave behind: `.DS_Store`, `~$enheder.xlsx` (a lock of an open workbook), `Thumbs.db`.
pub(crate) fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || name.eq_ignore_ascii_case("thumbs.db") || name == "__MACOSX"
}
