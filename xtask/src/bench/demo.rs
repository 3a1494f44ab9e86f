//! The municipality under measurement: made by the generator, and what the questions to it need to know.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::{Duration, Instant};

use super::Bench;
use crate::process::{Done, program, run};

/// The generator's seed; the same seed and size give the same rows.
const SEED: &str = "1";

/// What was made.
pub struct Made {
    pub courses: u64,
    pub sessions: u64,
    /// Rows of all tables.
    pub rows: u64,
    pub took: Duration,
    /// The last day with a session, `yyyy-mm-dd`: the figures are asked for as of this day.
    pub last_day: String,
    /// The last calendar year that is over on that day.
    pub year: i32,
    /// An internal unit.
    pub unit: String,
}

/// Runs `lods demo` and looks through its files.
pub fn make(bench: &Bench, courses: Option<u32>) -> Done<Made> {
    let data = bench.data.to_string_lossy();
    let count = courses.map(|courses| courses.to_string());
    let size = count.as_deref().unwrap_or("huge");
    let arguments = ["demo", "--size", size, "--seed", SEED, "--out", &data];
    let began = Instant::now();
    run(&mut program(&bench.binary.to_string_lossy(), &arguments))?;
    let took = began.elapsed();
    let last_day = last_day(&bench.data.join("registreringer.csv"))?;
    let year = last_day.get(..4).and_then(|year| year.parse::<i32>().ok()).ok_or("no year in the sessions")? - 1;
    let mut rows = 0;
    for entry in std::fs::read_dir(&bench.data)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "csv") {
            rows += count_rows(&path)?;
        }
    }
    Ok(Made {
        courses: count_rows(&bench.data.join("forloeb.csv"))?,
        sessions: count_rows(&bench.data.join("registreringer.csv"))?,
        rows,
        took,
        last_day,
        year,
        unit: internal_unit(&bench.data.join("enheder.csv"))?,
    })
}

/// Rows below the heading. The generator writes no line break inside a field.
fn count_rows(path: &Path) -> Done<u64> {
    let lines = BufReader::new(File::open(path)?).split(b'\n');
    Ok(u64::try_from(lines.count())?.saturating_sub(1))
}

fn last_day(sessions: &Path) -> Done<String> {
    let mut lines = BufReader::new(File::open(sessions)?).lines();
    let heading = lines.next().ok_or("registreringer.csv is empty")??;
    let column = heading.split(';').position(|name| name == "Start").ok_or("no column Start")?;
    let mut last = String::new();
    for line in lines {
        let line = line?;
        let day = line.split(';').nth(column).and_then(iso_day);
        last = day.filter(|day| *day > last).unwrap_or(last);
    }
    if last.is_empty() { Err("no session has a day".into()) } else { Ok(last) }
}

/// `dd-mm-yyyy …` as `yyyy-mm-dd`.
fn iso_day(start: &str) -> Option<String> {
    let (day, month, year) = (start.get(..2)?, start.get(3..5)?, start.get(6..10)?);
    Some(format!("{year}-{month}-{day}"))
}

fn internal_unit(units: &Path) -> Done<String> {
    let mut lines = BufReader::new(File::open(units)?).lines();
    let heading = lines.next().ok_or("enheder.csv is empty")??;
    let names: Vec<&str> = heading.trim_start_matches('\u{feff}').split(';').collect();
    let at = |name: &str| names.iter().position(|found| *found == name);
    let (unit, kind) = (at("Enhed").ok_or("no column Enhed")?, at("Type").ok_or("no column Type")?);
    for line in lines {
        let line = line?;
        let fields: Vec<&str> = line.split(';').collect();
        if fields.get(kind) == Some(&"intern") {
            return Ok(fields.get(unit).copied().unwrap_or_default().to_string());
        }
    }
    Err("no unit is internal".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_has_a_day() {
        assert_eq!(iso_day("31-05-2022 14:00"), Some("2022-05-31".into()));
        assert_eq!(iso_day("x"), None);
    }
}
