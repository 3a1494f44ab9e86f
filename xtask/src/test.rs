//! `cargo xtask test`: the steps, one after the other until one fails, and how long each took.

use std::env;
use std::time::{Duration, Instant};

use clap::ValueEnum;

use crate::postgres::{Server, URL_VARIABLE};
use crate::process::{Done, cargo, program, root, run as run_program, works};
use crate::{check, setup};

/// The steps, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// Installs PostgreSQL, Chromium and the npm packages where they are missing
    Setup,
    /// cargo fmt --check
    Format,
    /// cargo xtask check
    Check,
    /// cargo clippy, every warning an error
    Lints,
    /// Unit and integration tests, on SQLite and PostgreSQL
    Tests,
    /// Browser tests of the built program
    Browser,
}

/// Runs every step, or one, and prints how long each took.
pub fn run(only: Option<Step>) -> Done {
    let steps = Step::value_variants().iter().filter(|step| only.is_none_or(|one| one == **step));
    let mut times = Vec::new();
    let mut done = Ok(());
    for step in steps {
        println!("\n== {step:?}");
        let began = Instant::now();
        done = take(*step).map_err(|fault| format!("step {step:?}: {fault}").into());
        times.push((*step, began.elapsed(), done.is_ok()));
        if done.is_err() {
            break;
        }
    }
    print!("{}", table(&times));
    done
}

fn take(step: Step) -> Done {
    match step {
        Step::Setup => setup::all(),
        Step::Format => run_program(&mut cargo(&["fmt", "--all", "--check"])),
        Step::Check => check::run(),
        Step::Lints => run_program(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"])),
        Step::Tests => tests(),
        Step::Browser => browser(),
    }
}

/// The tests get a server of their own, unless the environment names one.
fn tests() -> Done {
    let mut command = if works(&mut cargo(&["nextest", "--version"])) {
        cargo(&["nextest", "run", "--workspace"])
    } else {
        cargo(&["test", "--workspace", "--lib", "--bins", "--tests"])
    };
    if env::var_os(URL_VARIABLE).is_some() {
        return run_program(&mut command);
    }
    let server = Server::start()?;
    println!("PostgreSQL for the tests: {}", server.url());
    run_program(command.env(URL_VARIABLE, server.url()))
}

/// The program of the dev profile, which the tests have built most of; the tests start and stop it themselves.
fn browser() -> Done {
    run_program(&mut cargo(&["build", "--package", "lods"]))?;
    let binary = target_folder().join("debug/lods");
    run_program(program("node", &["e2e/run.mjs"]).env("LODS_BIN", binary))
}

/// Where cargo builds to.
pub fn target_folder() -> std::path::PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

fn table(times: &[(Step, Duration, bool)]) -> String {
    let rows = times.iter().map(|(step, time, passed)| {
        let mark = if *passed { "ok" } else { "FAILED" };
        format!("{:<9}{:>8.1} s  {mark}\n", format!("{step:?}"), time.as_secs_f64())
    });
    let total: Duration = times.iter().map(|(_, time, _)| *time).sum();
    format!("\n{}{:<9}{:>8.1} s\n", rows.collect::<String>(), "in all", total.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_marks_what_failed() {
        let times =
            [(Step::Setup, Duration::from_millis(1_250), true), (Step::Format, Duration::from_millis(300), false)];
        let expected = "\nSetup         1.2 s  ok\nFormat        0.3 s  FAILED\nin all        1.6 s\n";
        assert_eq!(table(&times), expected);
    }
}
