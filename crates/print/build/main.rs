//! Lays two weights of IBM Plex Sans (OFL 1.1) into `OUT_DIR`, for the program to carry: the letters of the web pages, so
//! that paper and screen look alike. They come from Det Fælles Designsystem (dkfds), by the lock file of `crates/web`.

#[path = "../../web/build/designsystem.rs"]
mod designsystem;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What went wrong, for whoever builds.
type Fault = String;

/// As `src/world.rs` names them.
const FONTS: [&str; 2] = ["IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf"];

fn main() -> ExitCode {
    let shared = ["npm/package.json", "npm/package-lock.json", "build/designsystem.rs"];
    println!("cargo::rerun-if-changed=build");
    for path in shared {
        println!("cargo::rerun-if-changed=../web/{path}");
    }
    match gather() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            for line in fault.lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn gather() -> Result<(), Fault> {
    let source = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?);
    let dkfds = designsystem::fetched(&source.join("../web/npm"), &out.join("npm"))?;
    let fonts = dkfds.join("src/fonts/IBMPlexSans/complete/ttf");
    for name in FONTS {
        let font = fonts.join(name);
        std::fs::copy(&font, out.join(name)).map_err(|error| at(&font, &error))?;
    }
    Ok(())
}

fn variable(name: &str) -> Result<String, Fault> {
    std::env::var(name).map_err(|_| format!("{name} is not set: run this by cargo"))
}

/// The fault of a file.
fn at(path: &Path, error: &std::io::Error) -> Fault {
    format!("{}: {error}", path.display())
}
