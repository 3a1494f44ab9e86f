//! Fetches dkfds with npm, at the version and checksum of the lock file. No script of a package is run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Fault, at};

const FILES: [&str; 2] = ["package.json", "package-lock.json"];

/// The folder of the fetched package. Fetches it into `work` unless the same lock file did so before.
pub fn fetched(wanted: &Path, work: &Path) -> Result<PathBuf, Fault> {
    let package = work.join("node_modules").join("dkfds");
    if package.join("dist").is_dir() && same(wanted, work) {
        return Ok(package);
    }
    fs::create_dir_all(work).map_err(|error| at(work, &error))?;
    for name in FILES {
        fs::copy(wanted.join(name), work.join(name)).map_err(|error| at(&wanted.join(name), &error))?;
    }
    install(work)?;
    if package.join("dist").is_dir() { Ok(package) } else { Err(help("npm ran, but there is no dkfds/dist")) }
}

fn same(wanted: &Path, work: &Path) -> bool {
    FILES.iter().all(|name| match (fs::read(wanted.join(name)), fs::read(work.join(name))) {
        (Ok(wanted), Ok(fetched)) => wanted == fetched,
        _ => false,
    })
}

fn install(work: &Path) -> Result<(), Fault> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let run = Command::new(npm).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(work).output();
    match run {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            Err(help(&format!("npm ci failed ({}):\n{}", output.status, String::from_utf8_lossy(&output.stderr))))
        }
        Err(error) => Err(help(&format!("npm cannot be run: {error}"))),
    }
}

fn help(what: &str) -> Fault {
    format!(
        "{what}\n\n\
         Lods is built with Det Fælles Designsystem (dkfds), which npm fetches once.\n\
         1. Install Node 20 or later with npm. On Debian and Ubuntu: apt install npm\n\
         2. See that npm can reach its package registry (a proxy is set with: npm config set proxy ADDRESS).\n\
         3. Build again. Nothing else is needed, and later builds do not run npm."
    )
}
