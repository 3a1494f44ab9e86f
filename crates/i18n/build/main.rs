//! Turns the texts in `texts/da` and `texts/en` into the methods of `Texts`, and fails the build, naming file and
//! message, when the two languages do not say the same things.

mod agreement;
mod code;
mod reading;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=texts");
    println!("cargo::rerun-if-changed=build");
    match generate() {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            ExitCode::FAILURE
        }
    }
}

fn generate() -> Result<(), Vec<String>> {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?).join("texts");
    let danish = reading::language(&root, "da")?;
    let english = reading::language(&root, "en")?;
    agreement::check(&danish, &english)?;
    let target = Path::new(&variable("OUT_DIR")?).join("texts.rs");
    std::fs::write(&target, code::texts(&danish, &english))
        .map_err(|error| vec![format!("cannot write the texts: {error}")])
}

fn variable(name: &str) -> Result<String, Vec<String>> {
    std::env::var(name).map_err(|_| vec![format!("{name} is not set: run this by cargo")])
}
