//! How fast a municipality comes in, beside `sqlite3 .import` of the sessions into one bare table.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::Bench;
use super::demo::Made;
use super::facts::field;
use crate::process::{Done, output, program};

/// Both imports, as a section of the report.
pub fn measure(bench: &Bench, made: &Made) -> Done<String> {
    let bare = bare(bench)?;
    let (ours, peak) = ours(bench)?;
    let size = fs::metadata(bench.folder.join("lods.db"))?.len();
    let rate = |rows: u64, took: Duration| rows as f64 / took.as_secs_f64();
    Ok(format!(
        "\n### Import\n\n| | seconds | rows/s | |\n|---|---|---|---|\n\
         | `sqlite3 .import` of the sessions into one bare table | {:.1} | {:.0} | |\n\
         | `lods import` of everything | {:.1} | {:.0} | {:.1} × the bare import, {peak} MB at its peak, \
         a database of {} MB |\n",
        bare.as_secs_f64(),
        rate(made.sessions, bare),
        ours.as_secs_f64(),
        rate(made.rows, ours),
        ours.as_secs_f64() / bare.as_secs_f64(),
        size / 1_000_000,
    ))
}

fn bare(bench: &Bench) -> Done<Duration> {
    let sessions = bench.data.join("registreringer.csv");
    let file = bench.folder.join("bare.db");
    let heading = fs::read(&sessions)?.split(|byte| *byte == b'\n').next().map(<[u8]>::to_vec).unwrap_or_default();
    let columns = String::from_utf8_lossy(&heading).trim_start_matches('\u{feff}').trim_end().to_string();
    let quoted: Vec<String> = columns.split(';').map(|column| format!("\"{column}\" TEXT")).collect();
    let mut import = program("sqlite3", &[&file.to_string_lossy()]);
    import.arg(format!("CREATE TABLE sessions ({})", quoted.join(", ")));
    import.args([".mode csv", ".separator ;"]).arg(format!(".import --skip 1 {} sessions", sessions.display()));
    let began = Instant::now();
    output(&mut import)?;
    let took = began.elapsed();
    fs::remove_file(&file)?;
    Ok(took)
}

fn ours(bench: &Bench) -> Done<(Duration, u64)> {
    let mut import = bench.lods(&["import", &bench.data.to_string_lossy()]);
    println!("$ {import:?}");
    let began = Instant::now();
    let peak = peak_of(&mut import)?;
    Ok((began.elapsed(), peak))
}

/// Runs the program to its end and gives the most memory that it held, in MB.
fn peak_of(command: &mut Command) -> Done<u64> {
    let mut child = command.stdout(Stdio::null()).spawn()?;
    let mut peak = 0;
    loop {
        peak = peak.max(memory(&child, "VmHWM"));
        if let Some(status) = child.try_wait()? {
            return if status.success() { Ok(peak) } else { Err(format!("{command:?} failed ({status})").into()) };
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// A running program's `VmHWM` (the most so far) or `VmRSS` (now) in MB; 0 when it has ended.
pub fn memory(child: &Child, name: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let kib = field(&status, name).and_then(|value| value.split(' ').next()?.parse::<u64>().ok());
    kib.unwrap_or(0) * 1024 / 1_000_000
}
