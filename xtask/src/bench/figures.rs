//! How long each figure takes, beside the same question put to DuckDB over the same rows, and whether both agree.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::Bench;
use super::demo::Made;
use crate::process::{Done, output, program, root, run};

/// A figure and what is asked of it.
struct Question {
    name: &'static str,
    arguments: Vec<String>,
}

/// All four figures, as a section of the report.
pub fn measure(bench: &Bench, made: &Made) -> Done<String> {
    let theirs = duckdb(bench, made)?;
    let mut rows = String::new();
    for question in questions(made) {
        let (answer, millis) = ask(bench, &question)?;
        let beside = &theirs[question.name];
        let agrees = differences(question.name, &answer, beside);
        rows.push_str(&format!(
            "| {} | {millis:.1} | {:.1} | {} |\n",
            question.name,
            beside["millis"].as_f64().unwrap_or(f64::NAN),
            if agrees.is_empty() { "yes".to_string() } else { agrees.join("; ") },
        ));
    }
    Ok(format!(
        "\n### Figures\n\nMedian of 7 runs; as of {}, courses and sessions of {} where a period is asked for.\n\n\
         | figure | ms | DuckDB ms | same numbers |\n|---|---|---|---|\n{rows}",
        made.last_day, made.year,
    ))
}

fn questions(made: &Made) -> Vec<Question> {
    let (day, year) = (made.last_day.clone(), made.year);
    let question =
        |name, arguments: &[&str]| Question { name, arguments: arguments.iter().map(ToString::to_string).collect() };
    vec![
        question("placements", &["--on", &day]),
        question("courses", &["--years", &format!("{}..{year}", year - 2)]),
        question("corps", &["--unit", &made.unit, "--year", &year.to_string(), "--weekly-hours", "133"]),
        question("fidelity", &["--from", &format!("{year}-01-01"), "--to", &format!("{year}-12-31"), "--on", &day]),
    ]
}

/// The answer, and the median time that the program itself took for it, in ms.
fn ask(bench: &Bench, question: &Question) -> Done<(Value, f64)> {
    let mut command = bench.lods(&["figures", question.name]);
    command.args(&question.arguments).args(["--format", "json", "--timing"]);
    println!("$ {command:?}");
    let output = command.output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("{command:?} failed: {said}").into());
    }
    let timing = said.lines().find(|line| line.starts_with('{')).ok_or("no line of --timing")?;
    let millis = serde_json::from_str::<Value>(timing)?["millis"].as_f64().ok_or("no millis in --timing")?;
    Ok((serde_json::from_slice(&output.stdout)?, millis))
}

/// DuckDB from PyPI, in a folder of its own that the next run uses again.
fn duckdb(bench: &Bench, made: &Made) -> Done<Value> {
    let environment: PathBuf = std::env::temp_dir().join("lods-bench-duckdb");
    let python = environment.join("bin/python");
    if !environment.join("done").exists() {
        println!("Installing from PyPI: duckdb");
        run(&mut program("python3", &["-m", "venv", &environment.to_string_lossy()]))?;
        run(&mut program(&python.to_string_lossy(), &["-m", "pip", "install", "--quiet", "duckdb"]))?;
        fs::write(environment.join("done"), "")?;
    }
    let script = root().join("xtask/bench/duckdb_figures.py");
    let mut ask = program(&python.to_string_lossy(), &[&script.to_string_lossy(), &bench.data.to_string_lossy()]);
    ask.args(["--on", &made.last_day, "--year", &made.year.to_string(), "--unit", &made.unit]);
    Ok(serde_json::from_str(&output(&mut ask)?)?)
}

/// Each number of DuckDB's answer that ours has otherwise.
fn differences(name: &str, ours: &Value, theirs: &Value) -> Vec<String> {
    let Some(numbers) = theirs["numbers"].as_object() else { return vec!["no answer".into()] };
    let differs = |(key, expected): (&String, &Value)| {
        let found = number(name, ours, key);
        let same = found.zip(expected.as_f64()).is_some_and(|(a, b)| (a - b).abs() < 0.005);
        (!same).then(|| format!("{key}: {} ≠ {expected}", found.map_or("none".into(), |found| found.to_string())))
    };
    numbers.iter().filter_map(differs).collect()
}

/// The number of our answer that the key of DuckDB's names: `total`, `2021 active`, `ata_hours`, `F4.1 kept`.
fn number(name: &str, ours: &Value, key: &str) -> Option<f64> {
    let (first, rest) = key.split_once(' ').unwrap_or((key, ""));
    let entry = |list: &'static str, by: &'static str| {
        let named = move |entry: &&Value| entry[by].as_str().map_or_else(|| entry[by].to_string(), Into::into) == first;
        ours[list].as_array()?.iter().find(named)
    };
    match name {
        "courses" => entry("years", "year")?["total"][rest].as_f64(),
        "fidelity" => match rest.split_once(' ') {
            Some((part, share)) => entry("recommendations", "code")?["parts"][part][share].as_f64(),
            None => entry("recommendations", "code")?[rest].as_f64(),
        },
        _ => ours[first].as_f64(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_answer_is_compared_number_by_number() {
        let ours = json!({"years": [{"year": 2021, "total": {"active": 36, "cost_ore": 100}}]});
        let theirs = json!({"numbers": {"2021 active": 36, "2021 cost_ore": 101}});
        assert_eq!(differences("courses", &ours, &theirs), ["2021 cost_ore: 100 ≠ 101"]);
        let ours = json!({"recommendations": [{"code": "F4.1", "kept": 3, "parts": {"no_gap": {"kept": 5}}}]});
        let theirs = json!({"numbers": {"F4.1 kept": 3, "F4.1 no_gap kept": 5}});
        assert_eq!(differences("fidelity", &ours, &theirs), Vec::<String>::new());
        assert_eq!(differences("placements", &json!({"total": 86}), &json!({})), ["no answer"]);
    }
}
