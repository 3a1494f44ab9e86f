//! The work around the code: `cargo xtask test`, `check`, `postgres` and `bench`.

mod bench;
mod check;
mod postgres;
mod process;
mod setup;
mod test;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Tests, checks and measures Lods")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Set up what the tests need, and run everything
    Test {
        /// Run this step alone
        #[arg(long, value_name = "NAME")]
        only: Option<test::Step>,
    },
    /// Check what cargo does not: allowed edges, sizes, texts, migrations
    Check,
    /// Run a PostgreSQL server for tests until Ctrl-C
    Postgres,
    /// Measure import, figures and pages on the generator's large municipality
    Bench {
        /// How many courses the municipality has; without it, the size `huge`
        #[arg(long, value_name = "N")]
        courses: Option<u32>,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Test { only } => test::run(only),
        Task::Check => check::run(),
        Task::Postgres => postgres::serve_until_stopped(),
        Task::Bench { courses } => bench::run(courses),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("xtask: {fault}");
            ExitCode::FAILURE
        }
    }
}
