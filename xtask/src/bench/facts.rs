//! The machine and the municipality that the figures of a report hold for.

use std::fs;
use std::thread;

use super::demo::Made;
use crate::process::{Done, output, program};

/// The head of the report.
pub fn section(made: &Made) -> Done<String> {
    let cores = thread::available_parallelism()?;
    let cpu = fs::read_to_string("/proc/cpuinfo")?;
    let cpu = field(&cpu, "model name").unwrap_or("unknown").to_string();
    let memory = fs::read_to_string("/proc/meminfo")?;
    let kib: u64 = field(&memory, "MemTotal").and_then(|value| value.split(' ').next()?.parse().ok()).unwrap_or(0);
    let rustc = output(&mut program("rustc", &["--version"]))?;
    let date = output(&mut program("date", &["-I"]))?;
    Ok(format!(
        "## Measured {}\n\n| | |\n|---|---|\n| machine | {cores} cores ({cpu}), {} GiB |\n| compiler | {} |\n\
         | municipality | {} courses, {} sessions, {} rows in all, made in {:.1} s |\n",
        date.trim(),
        kib / (1024 * 1024),
        rustc.trim(),
        made.courses,
        made.sessions,
        made.rows,
        made.took.as_secs_f64(),
    ))
}

/// The value behind `name:` in a file of `/proc`.
pub fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_what_stands_behind_the_colon() {
        assert_eq!(field("VmPeak:\t 10 kB\nVmHWM:\t   7 kB\n", "VmHWM"), Some("7 kB"));
        assert_eq!(field("", "VmHWM"), None);
    }
}
