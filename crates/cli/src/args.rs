//! What can be written on the command line (`cli.md`). Nothing is done here.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use lods_domain::access::Role;
use lods_domain::{Cpr, Day, Minutes, Ore};
use lods_exchange::demo::Size;

/// Lods: mentor support in a municipality, from the first concern to closure and what came of it.
#[derive(Debug, Parser)]
#[command(name = "lods", version)]
pub struct Cli {
    /// sqlite:PATH or postgres://…; without it, sqlite:lods.db in the data folder.
    #[arg(long, global = true, env = "LODS_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// The data folder.
    #[arg(long, global = true, env = "LODS_DATA", default_value = "lods-data")]
    pub data: PathBuf,
    /// The file with the master key; without it, lods-master.key beside the SQLite file or in the data folder.
    #[arg(long, global = true, env = "LODS_MASTER_KEY_FILE")]
    pub master_key_file: Option<PathBuf>,
    /// The master key itself, from the environment only.
    #[arg(skip = std::env::var("LODS_MASTER_KEY").ok())]
    pub master_key: Option<String>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serves the web application.
    Serve(Serve),
    /// Reads an extract of the import format: all or nothing.
    Import(Import),
    /// Writes everything as an extract of the import format.
    Export {
        /// A folder that is empty or not there yet.
        folder: PathBuf,
    },
    /// Answers with a figure.
    Figures(Figures),
    /// Who can sign in.
    #[command(subcommand)]
    User(User),
    /// The keys that seal CPR numbers and confidential texts.
    #[command(subcommand)]
    Keys(Keys),
    /// The chain of events.
    #[command(subcommand)]
    Audit(Audit),
    /// Writes everything held about a person: indsigt.json and indsigt.pdf.
    Insight {
        #[arg(value_parser = cpr)]
        cpr: Cpr,
        /// The folder to write into; it is made for this user alone when it is not there.
        #[arg(long)]
        out: PathBuf,
    },
    /// Brings the database up to date.
    Migrate,
    /// Writes a made-up municipality as an extract.
    Demo(Demo),
}

#[derive(Debug, Args)]
pub struct Serve {
    /// Three demonstration municipalities, made when there are none, each on its own host name.
    #[arg(long)]
    pub demo: bool,
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub listen: std::net::SocketAddr,
    /// A TOML file with a `[[municipality]]` for each host name: `host`, `database`, and perhaps `[municipality.oidc]`.
    #[arg(long, conflicts_with = "demo")]
    pub hosts: Option<PathBuf>,
    /// A TOML file that says at which OpenID provider staff sign in: as `[municipality.oidc]`, with `redirect`.
    #[arg(long, conflicts_with_all = ["demo", "hosts"])]
    pub oidc: Option<PathBuf>,
    /// The cookie is marked for TLS only (a proxy in front of Lods speaks TLS).
    #[arg(long)]
    pub tls: bool,
    /// Believes the last address in X-Forwarded-For, which the proxy in front of Lods writes.
    #[arg(long)]
    pub behind_proxy: bool,
}

#[derive(Debug, Args)]
pub struct Import {
    /// The folder, or a zip of it.
    pub folder: PathBuf,
    /// Checks only, and writes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// The four digits of the municipality's code.
    #[arg(long, value_parser = municipality_code)]
    pub municipality: Option<String>,
}

#[derive(Debug, Args)]
pub struct Demo {
    /// The folder to write: empty, or not there yet.
    #[arg(long)]
    pub out: PathBuf,
    /// small, medium, large, huge (5 million sessions), or a number of courses.
    #[arg(long, default_value = "small", value_parser = size)]
    pub size: Size,
    /// The same seed gives the same municipality.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// nord, midt or syd.
    #[arg(long, default_value = "nord")]
    pub profile: String,
    /// The day on which it is looked at; today when not given.
    #[arg(long)]
    pub today: Option<Day>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Table,
    Json,
    Csv,
    Xlsx,
}

#[derive(Debug, Args)]
pub struct Figures {
    /// table on a terminal, json in a pipe when not given.
    #[arg(long, global = true)]
    pub format: Option<Format>,
    /// Counts seven times and says on standard error how long the middle one took.
    #[arg(long, global = true)]
    pub timing: bool,
    #[command(subcommand)]
    pub figure: Figure,
}

#[derive(Debug, Subcommand)]
pub enum Figure {
    /// Placements by target group and by duration.
    Placements {
        /// The day; today when not given.
        #[arg(long)]
        on: Option<Day>,
    },
    /// Courses, cost and cost per course a year, by kind of provider.
    Courses {
        /// A year or a span, 2019..2021.
        #[arg(long, value_parser = years)]
        years: Option<Years>,
    },
    /// A unit's ATA hours, their price, and when it breaks even.
    Corps {
        #[arg(long)]
        unit: String,
        #[arg(long)]
        year: i16,
        /// Agreed ATA hours a week.
        #[arg(long, value_parser = hours)]
        weekly_hours: Option<Minutes>,
        /// Working weeks in a year.
        #[arg(long, default_value_t = lods_domain::figures::corps::WORKING_WEEKS, value_parser = clap::value_parser!(u32).range(1..=53))]
        weeks: u32,
        /// A supplier's price for an hour, in kroner.
        #[arg(long, value_parser = kroner)]
        compare: Option<Ore>,
    },
    /// How well each recommendation of the model is kept.
    Fidelity {
        /// First day of the period; the first start of a course when not given.
        #[arg(long)]
        from: Option<Day>,
        /// Last day of the period; the day of --on when not given.
        #[arg(long)]
        to: Option<Day>,
        /// As known on this day; today when not given.
        #[arg(long)]
        on: Option<Day>,
    },
    /// Need and budget from a scenario file.
    Demand { file: PathBuf },
}

#[derive(Debug, Subcommand)]
pub enum User {
    /// Adds somebody who can sign in. The password is asked for, or read with --password-stdin.
    Add {
        login: String,
        #[arg(long)]
        name: Option<String>,
        #[arg(long, value_parser = role)]
        role: Role,
        /// The MentorID that a mentor's account is tied to.
        #[arg(long)]
        mentor: Option<String>,
        /// The young person's CPR number, for a young person's account or one of the network.
        #[arg(long, value_parser = cpr)]
        cpr: Option<Cpr>,
        #[command(flatten)]
        place: RolePlace,
        /// Reads the password from standard input.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Lists who can sign in.
    List,
    /// Gives an account a role, or takes it with --take. The user is signed out.
    Role {
        login: String,
        #[arg(value_parser = role)]
        role: Role,
        #[command(flatten)]
        place: RolePlace,
        /// The last day of the role.
        #[arg(long)]
        until: Option<Day>,
        /// Takes the role.
        #[arg(long, conflicts_with_all = ["until", "department", "unit"])]
        take: bool,
    },
    /// Makes a link that signs a young person in once, within 30 minutes, and prints its path.
    Link { login: String },
    /// Closes an account.
    Disable { login: String },
}

/// Where a role is held; in the whole municipality when nothing is given.
#[derive(Debug, Args)]
pub struct RolePlace {
    #[arg(long, conflicts_with = "unit")]
    pub department: Option<String>,
    #[arg(long)]
    pub unit: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Keys {
    /// Makes a file with a new master key; there must be none yet.
    Make { file: PathBuf },
    /// Seals everything anew with a new key of the municipality. Stop the servers of the database first.
    Rotate,
    /// Wraps the municipality's keys with another master key, from the file.
    Rewrap { file: PathBuf },
}

#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Walks the chain of events and says where it is broken.
    Verify {
        /// An end that was noted earlier: it must still be in the chain.
        #[arg(long)]
        end: Option<String>,
    },
}

/// First and last year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years(pub i16, pub i16);

fn years(text: &str) -> Result<Years, String> {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let year = |text: &str| text.trim().parse::<i16>().ok().filter(|year| (1900..=2199).contains(year));
    match (year(first), year(last)) {
        (Some(first), Some(last)) if first <= last => Ok(Years(first, last)),
        _ => Err("expected a year or a span such as 2019..2021, within 1900 to 2199".to_owned()),
    }
}

/// A decimal number with comma or point, in hundredths; never negative.
fn hundredths(text: &str) -> Option<i64> {
    let text = text.trim().replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    if whole.is_empty() || part.len() > 2 || !whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part)
}

fn hours(text: &str) -> Result<Minutes, String> {
    let minutes =
        hundredths(text).filter(|hundredths| *hundredths <= 10_000_000).map(|hundredths| (hundredths * 60 + 50) / 100);
    minutes.and_then(Minutes::from_i64).ok_or_else(|| "expected hours such as 133 or 22,5 (at most 100,000)".to_owned())
}

fn kroner(text: &str) -> Result<Ore, String> {
    hundredths(text).map(Ore).ok_or_else(|| "expected kroner such as 600 or 434,50".to_owned())
}

fn cpr(text: &str) -> Result<Cpr, String> {
    Cpr::parse(text).map_err(|error| error.to_string())
}

fn role(text: &str) -> Result<Role, String> {
    let codes: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
    Role::from_code(text).ok_or_else(|| format!("expected one of {}", codes.join(", ")))
}

fn size(text: &str) -> Result<Size, String> {
    Size::from_code(text)
        .ok_or_else(|| "expected small, medium, large, huge or a number of courses, 12 to 200000".to_owned())
}

fn municipality_code(text: &str) -> Result<String, String> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.to_owned()).ok_or_else(|| "expected the four digits of a municipality's code".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_hold_together() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }

    #[test]
    fn numbers_are_read_as_danes_write_them() {
        assert_eq!(hours("22,5"), Ok(Minutes::new(1_350)));
        assert_eq!(kroner("434,50"), Ok(Ore(43_450)));
        assert!(kroner("-1").is_err() && kroner("1.290,20").is_err() && hours("").is_err());
        assert_eq!(years("2019..2021"), Ok(Years(2019, 2021)));
        assert!(years("2021..2019").is_err());
    }
}
