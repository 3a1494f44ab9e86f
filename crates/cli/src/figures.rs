//! `lods figures`.

use std::io::{ErrorKind, IsTerminal, Write, stderr, stdout};
use std::path::Path;
use std::time::Instant;

use lods_app::App;
use lods_app::figures::{self, CorpsQuestion, FidelityQuestion};
use lods_app::store::figures::MentorMinutes;
use lods_domain::access::Actor;
use lods_domain::figures::corps::Corps;
use lods_domain::figures::courses::CoursesByYear;
use lods_domain::figures::demand::{Demand, demand};
use lods_domain::figures::fidelity::Fidelity;
use lods_domain::figures::placements::Placements;
use lods_domain::{Day, Period};
use lods_exchange::scenario;
use lods_i18n::{Lang, Texts};
use lods_reports::table::Table;
use lods_reports::{csv, figures as reports, text, xlsx};

use crate::Place;
use crate::args::{Figure, Figures, Format, Years};
use crate::clock::{now, today};
use crate::failure::Failure;

/// Times that `--timing` counts a figure.
const TIMES: usize = 7;

pub async fn figures(place: &Place, asked: &Figures) -> Result<(), Failure> {
    let format = asked.format.unwrap_or(if stdout().is_terminal() { Format::Table } else { Format::Json });
    let app = match &asked.figure {
        Figure::Demand { file } => return answer(format, &count_demand(file)?),
        _ => place.open().await?,
    };
    if asked.timing {
        let mut millis = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            let begun = Instant::now();
            count(&app, &asked.figure).await?;
            millis.push(begun.elapsed().as_secs_f64() * 1_000.0);
        }
        millis.sort_by(f64::total_cmp);
        let middle = millis.get(TIMES / 2).copied().unwrap_or_default();
        writeln!(stderr(), "{}", serde_json::json!({ "millis": middle }))?;
    }
    answer(format, &count(&app, &asked.figure).await?)
}

/// A figure that was counted.
enum Counted {
    Placements(Box<Placements>),
    Courses(CoursesByYear),
    Corps(Corps, Vec<MentorMinutes>),
    Fidelity(Fidelity),
    Demand(Demand),
}

impl Counted {
    fn json(&self) -> serde_json::Result<String> {
        match self {
            Counted::Placements(figure) => serde_json::to_string_pretty(figure),
            Counted::Courses(figure) => serde_json::to_string_pretty(figure),
            Counted::Corps(figure, _) => serde_json::to_string_pretty(figure),
            Counted::Fidelity(figure) => serde_json::to_string_pretty(figure),
            Counted::Demand(figure) => serde_json::to_string_pretty(figure),
        }
    }

    fn tables(&self, t: Texts) -> Vec<Table> {
        match self {
            Counted::Placements(figure) => reports::placements::tables(t, figure),
            Counted::Courses(figure) => reports::courses::tables(t, figure),
            Counted::Corps(figure, mentors) => {
                let minutes: Vec<_> =
                    mentors.iter().map(|mentor| (mentor.mentor, mentor.name.clone(), mentor.ata_minutes)).collect();
                let mut tables = reports::corps::tables(t, figure);
                tables.push(reports::corps::corps_mentors(t, &minutes));
                tables
            }
            Counted::Fidelity(figure) => reports::fidelity::tables(t, figure),
            Counted::Demand(figure) => reports::demand::tables(t, figure),
        }
    }
}

async fn count(app: &App, figure: &Figure) -> Result<Counted, Failure> {
    let actor = &Actor::Operator;
    Ok(match figure {
        Figure::Placements { on } => {
            let placed = figures::placements(app, actor, on.unwrap_or_else(|| today(app)), now()).await?;
            Counted::Placements(Box::new(placed.placements))
        }
        Figure::Courses { years } => {
            let span = match years {
                Some(Years(first, last)) => *first..=*last,
                None => figures::years(app, actor, now()).await?,
            };
            Counted::Courses(figures::courses(app, actor, span, now()).await?)
        }
        Figure::Corps { unit, year, weekly_hours, weeks, compare } => {
            let asked = CorpsQuestion { unit, year: *year, weekly: *weekly_hours, weeks: *weeks, compare: *compare };
            match figures::corps(app, actor, &asked, now()).await {
                Err(lods_app::Error::NotFound) => return Err(no_such_unit(app, unit, *year).await),
                counted => counted.map(|(corps, mentors)| Counted::Corps(corps, mentors))?,
            }
        }
        Figure::Fidelity { from, to, on } => {
            let on = on.unwrap_or_else(|| today(app));
            let period = period(app, *from, to.unwrap_or(on)).await?;
            Counted::Fidelity(figures::fidelity(app, actor, FidelityQuestion { period, on }, true, now()).await?)
        }
        Figure::Demand { file } => count_demand(file)?,
    })
}

/// Says which units there are.
async fn no_such_unit(app: &App, unit: &str, year: i16) -> Failure {
    let names = match figures::unit_list(app, &Actor::Operator, now()).await {
        Ok(units) => units.into_iter().map(|unit| unit.name).collect::<Vec<_>>().join("; "),
        Err(error) => return error.into(),
    };
    Failure::WrongUse(format!(
        "there is no unit '{unit}' or no year {year} (1900 to 2199); the units are: {}",
        if names.is_empty() { "none" } else { &names }
    ))
}

/// The need comes from a file alone, not from a database.
fn count_demand(file: &Path) -> Result<Counted, Failure> {
    let scenario = scenario::read(file).map_err(|error| Failure::Input(error.to_string()))?;
    let counted = demand(&scenario).map_err(|error| Failure::Input(format!("{}: {error}", file.display())))?;
    Ok(Counted::Demand(counted))
}

/// From the day given, or from the first year in which a course started.
async fn period(app: &App, from: Option<Day>, to: Day) -> Result<Period, Failure> {
    let first = match from {
        Some(from) => from,
        None => {
            let years = figures::years(app, &Actor::Operator, now()).await?;
            Day::new(*years.start(), 1, 1).unwrap_or(Day::FIRST).min(to)
        }
    };
    Period::new(first, to).ok_or_else(|| Failure::WrongUse(format!("--from {first} is after --to {to}")))
}

/// Danish, as the interface is: a table on the command line is read by the same people.
fn answer(format: Format, counted: &Counted) -> Result<(), Failure> {
    let failed = |error: &dyn std::error::Error| Failure::System(error.to_string());
    let t = Texts::new(Lang::Da);
    let bytes = match format {
        Format::Json => (counted.json().map_err(|error| failed(&error))? + "\n").into_bytes(),
        Format::Table => text::text(t, &counted.tables(t)).into_bytes(),
        Format::Csv => csv::csv(&counted.tables(t)).map_err(|error| failed(&error))?,
        Format::Xlsx => xlsx::xlsx(t, &counted.tables(t)).map_err(|error| failed(&error))?,
    };
    match stdout().lock().write_all(&bytes) {
        // Whoever reads the other end of the pipe has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}
