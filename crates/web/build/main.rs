//! Gathers what the browser is sent into `OUT_DIR/assets`: Det Fælles Designsystem (dkfds) from npm, and our own
//! styles, script and icon. npm runs only when `npm/package-lock.json` changed, or what it once fetched is gone.

mod designsystem;
mod gathering;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What went wrong, for whoever builds.
type Fault = String;

fn main() -> ExitCode {
    for path in ["build", "npm/package.json", "npm/package-lock.json", "assets"] {
        println!("cargo::rerun-if-changed={path}");
    }
    match gather() {
        Ok(version) => {
            println!("cargo::rustc-env=LODS_ASSETS_VERSION={version}");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            for line in fault.lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn gather() -> Result<String, Fault> {
    let source = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?);
    let dkfds = designsystem::fetched(&source.join("npm"), &out.join("npm"))?;
    let assets = out.join("assets");
    if assets.exists() {
        std::fs::remove_dir_all(&assets).map_err(|error| at(&assets, &error))?;
    }
    gathering::design_system(&dkfds, &assets)?;
    gathering::own(&source.join("assets"), &assets)?;
    gathering::version(&assets)
}

fn variable(name: &str) -> Result<String, Fault> {
    std::env::var(name).map_err(|_| format!("{name} is not set: run this by cargo"))
}

/// The fault of a file.
fn at(path: &Path, error: &std::io::Error) -> Fault {
    format!("{}: {error}", path.display())
}
