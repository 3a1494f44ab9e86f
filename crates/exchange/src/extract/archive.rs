//! Zip files: an extract is unpacked to a folder of its own, never outside it and never beyond a size.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path};

use zip::ZipArchive;
use zip::result::ZipError;

use super::folder::{OpenError, is_hidden, table_of};

/// An extract may take 8 GiB when unpacked.
pub(crate) const LIMIT: u64 = 8 << 30;

/// An unpacked zip.
#[derive(Debug)]
pub(crate) struct Unpacked {
    /// Holds the tables, without the folder that they may have been in.
    pub(crate) folder: tempfile::TempDir,
    /// Files that are no tables. They are not unpacked.
    pub(crate) unknown: Vec<String>,
}

/// A folder for this user alone: CPR numbers lie in it while they are read.
fn private_folder() -> std::io::Result<tempfile::TempDir> {
    let mut folder = tempfile::Builder::new();
    #[cfg(unix)]
    folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    folder.tempdir()
}

/// Unpacks the tables of a zip, which stand at its top or together in one folder.
pub(crate) fn unpack(path: &Path, limit: u64) -> Result<Unpacked, OpenError> {
    let unreadable = |error| OpenError::Unreadable { path: path.to_owned(), error };
    let mut file = File::open(path).map_err(unreadable)?;
    if !starts_as_zip(&mut file).map_err(unreadable)? {
        return Err(OpenError::NeitherFolderNorZip(path.to_owned()));
    }
    let mut archive = ZipArchive::new(file).map_err(|error| zip_error(path, error))?;
    let folder = private_folder().map_err(unreadable)?;
    let mut unpacked = Unpacked { folder, unknown: Vec::new() };
    let mut left = limit;
    let mut parent = None;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|error| zip_error(path, error))?;
        if entry.is_dir() {
            continue;
        }
        let inside = entry.enclosed_name().ok_or_else(|| OpenError::UnsafeName(path.to_owned()))?;
        let Some((folder, name)) = place(&inside) else { continue };
        if folder.len() > 1 || table_of(&name).is_none() {
            unpacked.unknown.push(name);
            continue;
        }
        if parent.get_or_insert_with(|| folder.clone()) != &folder {
            return Err(OpenError::SeveralFolders(path.to_owned()));
        }
        left = write_out(entry, unpacked.folder.path(), &name, left).map_err(|stop| match stop {
            Stop::TooLarge => OpenError::TooLarge { path: path.to_owned(), limit },
            Stop::Repeated => OpenError::RepeatedFile { path: path.to_owned(), file: name.clone() },
            Stop::Failed(error) => zip_error(path, ZipError::Io(error)),
        })?;
    }
    Ok(unpacked)
}

fn starts_as_zip(file: &mut File) -> io::Result<bool> {
    use std::io::Seek;
    let mut start = Vec::new();
    file.take(4).read_to_end(&mut start)?;
    file.rewind()?;
    Ok(start.starts_with(b"PK"))
}

/// The folders that an entry is in, and its name. `None` for what systems leave behind.
fn place(inside: &Path) -> Option<(Vec<String>, String)> {
    let mut parts: Vec<String> = inside
        .components()
        .filter_map(|part| match part {
            Component::Normal(part) => Some(part.to_string_lossy().into_owned()),
            _ => None,
        })
        .collect();
    if parts.iter().any(|part| is_hidden(part)) {
        return None;
    }
    let name = parts.pop()?;
    Some((parts, name))
}

enum Stop {
    TooLarge,
    Repeated,
    Failed(io::Error),
}

/// Unpacks one entry. Gives how many bytes may still come. What an entry says about its own size is not believed.
fn write_out(entry: impl Read, folder: &Path, name: &str, left: u64) -> Result<u64, Stop> {
    let mut file = File::create_new(folder.join(name)).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Stop::Repeated,
        _ => Stop::Failed(error),
    })?;
    let written = io::copy(&mut entry.take(left.saturating_add(1)), &mut file).map_err(Stop::Failed)?;
    left.checked_sub(written).ok_or(Stop::TooLarge)
}

fn zip_error(path: &Path, error: ZipError) -> OpenError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => OpenError::Encrypted(path.to_owned()),
        ZipError::Io(error) if !tells_of_damage(&error) => OpenError::Unreadable { path: path.to_owned(), error },
        error => OpenError::Damaged { path: path.to_owned(), error: error.to_string() },
    }
}

/// Whether the bytes were there and were wrong.
fn tells_of_damage(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
    matches!(error.kind(), InvalidData | InvalidInput | UnexpectedEof)
}

/// Why a workbook's parts do not pass.
#[derive(Debug)]
pub(crate) enum Refused {
    TooLarge,
    Damaged(String),
}

/// Inflates every part of a zip once and counts, so that nothing that unpacks it into memory can be made to take more
/// than `limit` bytes.
pub(crate) fn measure(file: &File, limit: u64) -> Result<(), Refused> {
    let damaged = |error: &dyn std::fmt::Display| Refused::Damaged(error.to_string());
    let mut archive = ZipArchive::new(file).map_err(|error| damaged(&error))?;
    let mut left = limit;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|error| damaged(&error))?;
        let size =
            io::copy(&mut part.take(left.saturating_add(1)), &mut io::sink()).map_err(|error| damaged(&error))?;
        left = left.checked_sub(size).ok_or(Refused::TooLarge)?;
    }
    Ok(())
}
