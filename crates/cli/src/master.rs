//! Where the master key comes from: a file, the environment, or a file that is made beside the database.

use std::io::{ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

use lods_app::store::MasterKey;

use crate::failure::Failure;

/// The file that is made where none is named.
const FILE: &str = "lods-master.key";

/// How the key was named on the command line or in the environment.
#[derive(Debug, Clone, Default)]
pub struct Named {
    pub file: Option<PathBuf>,
    /// 64 hexadecimal digits.
    pub digits: Option<String>,
}

/// The key for the database at the address; `data` is the data folder.
pub fn key(named: &Named, address: &str, data: &Path) -> Result<MasterKey, Failure> {
    match (&named.file, &named.digits) {
        (Some(file), _) => read(file),
        (None, Some(digits)) => parsed(digits, "LODS_MASTER_KEY"),
        (None, None) => read_or_make(&beside(address, data)),
    }
}

/// Beside the SQLite file, or in the data folder.
fn beside(address: &str, data: &Path) -> PathBuf {
    let path = address.strip_prefix("sqlite:").map(|path| Path::new(path.trim_start_matches("//")));
    match path.and_then(Path::parent) {
        Some(folder) => folder.join(FILE),
        None => data.join(FILE),
    }
}

fn parsed(text: &str, place: &str) -> Result<MasterKey, Failure> {
    MasterKey::parse(text)
        .map_err(|error| Failure::WrongUse(format!("{place}: {error}; expected 64 hexadecimal digits")))
}

pub fn read(file: &Path) -> Result<MasterKey, Failure> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::WrongUse(format!("the master key, {}: {error}", file.display())))?;
    parsed(&text, &file.display().to_string())
}

fn read_or_make(file: &Path) -> Result<MasterKey, Failure> {
    match make(file) {
        Ok(key) => {
            // Standard error is for faults, one a line; only a person at a terminal is told.
            if std::io::stderr().is_terminal() {
                let told = "keep a copy of it apart from the database; without it the sealed data are lost";
                let _ = writeln!(std::io::stderr(), "made the master key {}: {told}", file.display());
            }
            Ok(key)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => read(file),
        Err(error) => Err(Failure::System(format!("the master key, {}: {error}", file.display()))),
    }
}

/// Makes a file that this user alone can read, with a new key. An error when there is one already.
pub fn make(file: &Path) -> std::io::Result<MasterKey> {
    let key = MasterKey::generate().map_err(std::io::Error::other)?;
    let mut options = std::fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // Whole or not at all: another process must not read half a key.
    let draft = file.with_extension(format!("{}.new", std::process::id()));
    let mut out = options.write(true).create_new(true).open(&draft)?;
    out.write_all(format!("{}\n", key.reveal()).as_bytes())?;
    out.sync_all()?;
    let linked = std::fs::hard_link(&draft, file);
    std::fs::remove_file(&draft)?;
    linked.map(|()| key)
}
