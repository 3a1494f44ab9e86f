//! `cargo xtask bench`: the generator's large municipality, measured and written down as `target/bench/report.md`.
//!
//! It measures; it judges nothing, and no test waits for it.

mod demo;
mod facts;
mod figures;
mod http;
mod import;
mod serve;

use std::fs;
use std::path::PathBuf;

use crate::process::{Done, cargo, program, run as run_program, works};
use crate::{setup, test};

/// What is measured, and where it is kept while it is.
pub struct Bench {
    /// The release build.
    pub binary: PathBuf,
    /// `target/bench`, made anew each time.
    pub folder: PathBuf,
    /// The demonstration municipality in the import format.
    pub data: PathBuf,
    /// `sqlite:` and the file.
    pub database: String,
}

impl Bench {
    /// The binary with arguments, at home in the folder.
    pub fn lods(&self, arguments: &[&str]) -> std::process::Command {
        let mut command = std::process::Command::new(&self.binary);
        command.args(arguments).args(["--database", &self.database]).current_dir(&self.folder);
        command
    }
}

/// Builds, makes the municipality, measures, and prints the report as Markdown.
pub fn run(courses: Option<u32>) -> Done {
    install()?;
    run_program(&mut cargo(&["build", "--release", "--package", "lods"]))?;
    let folder = test::target_folder().join("bench");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let bench = Bench {
        binary: test::target_folder().join("release/lods"),
        data: folder.join("data"),
        database: format!("sqlite:{}", folder.join("lods.db").display()),
        folder,
    };
    let made = demo::make(&bench, courses)?;
    let mut report = facts::section(&made)?;
    report.push_str(&import::measure(&bench, &made)?);
    report.push_str(&figures::measure(&bench, &made)?);
    report.push_str(&serve::measure(&bench)?);
    let path = bench.folder.join("report.md");
    fs::write(&path, &report)?;
    println!("\n{report}\nWritten to {}", path.display());
    Ok(())
}

/// The programs that stand beside ours: `sqlite3` to import, `wrk` to load.
fn install() -> Done {
    let there = |name: &str| works(&mut program("sh", &["-c", "command -v \"$0\"", name]));
    let missing: Vec<&str> = ["sqlite3", "wrk"].into_iter().filter(|name| !there(name)).collect();
    setup::debian(&missing)
}
