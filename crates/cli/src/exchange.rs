//! `lods import` and `lods export`.

use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use lods_app::exchange::export;
use lods_app::exchange::import::{self, Options, Outcome, Report};
use lods_domain::access::Actor;
use lods_exchange::extract::{Extract, Faults, Table};

use crate::Place;
use crate::args::Import;
use crate::clock::now;
use crate::failure::Failure;

pub async fn import(place: &Place, asked: &Import) -> Result<(), Failure> {
    // What is wrong with the path is input; what the machine does wrong is the system.
    let extract = Extract::open(&asked.folder).map_err(|error| Failure::Input(error.to_string()))?;
    let bar = bar(Table::ALL.iter().map(|table| extract.bytes(*table)).sum());
    let shown = bar.clone();
    let extract = extract.with_progress(Box::new(move |read| shown.set_position(read)));
    let app = place.open().await?;
    let options = Options { dry_run: asked.dry_run, municipality: asked.municipality.clone() };
    let outcome = import::import(&app, &Actor::Operator, extract, &options, now()).await;
    bar.finish_and_clear();
    app.db().close().await;
    match outcome? {
        Outcome::Done(report) => Ok(tell(&report, asked.dry_run)?),
        Outcome::Faults(faults) => Err(Failure::Input(list(&faults))),
        Outcome::OtherMunicipality(code) => {
            Err(Failure::WrongUse(format!("the database belongs to municipality {code}; nothing was imported")))
        }
    }
}

fn bar(bytes: u64) -> ProgressBar {
    if !stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style =
        ProgressStyle::with_template("{bar:40} {percent:>3} %  {bytes} of {total_bytes}  {elapsed} ({eta} left)");
    ProgressBar::new(bytes).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn tell(report: &Report, dry_run: bool) -> std::io::Result<()> {
    let mut err = stderr().lock();
    for note in report.faults.notes() {
        writeln!(err, "note: {note}")?;
    }
    if report.faults.notes_left_out() > 0 {
        writeln!(err, "note: … and {} more notes", report.faults.notes_left_out())?;
    }
    let mut out = stdout().lock();
    for counts in report.tables.iter().filter(|counts| counts.rows > 0) {
        writeln!(out, "{:<16} {:>9} rows, {:>9} new or changed", counts.table.stem(), counts.rows, counts.changed)?;
    }
    let done = if dry_run { "checked; nothing was written" } else { "imported" };
    writeln!(out, "{:<16} {:>9} rows, {:>9} new or changed: {done}", "in all", report.rows(), report.changed())
}

fn list(faults: &Faults) -> String {
    let mut lines: Vec<String> = faults.faults().iter().map(ToString::to_string).collect();
    if faults.faults_left_out() > 0 {
        lines.push(format!("… and {} more faults", faults.faults_left_out()));
    }
    let count = faults.faults().len() as u64 + faults.faults_left_out();
    lines.push(format!("{count} {}; nothing was imported", if count == 1 { "fault" } else { "faults" }));
    lines.join("\n")
}

pub async fn export(place: &Place, folder: &Path) -> Result<(), Failure> {
    let app = place.open().await?;
    let written = export::export(&app, &Actor::Operator, folder, now()).await?;
    written.map_err(|error| Failure::System(format!("{}: {error}", folder.display())))
}
