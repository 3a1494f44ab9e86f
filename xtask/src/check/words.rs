//! Words that may not stand in a file: a clock or an environment outside the command line, input and output in the
//! domain, marks of unfinished work, the hosts of package registries, paths of one machine.
//!
//! The words are put together from parts here, so that this file passes its own check.

use super::{Fault, Source};

/// Files of code and text; pictures and the lock files of package managers are other checks' matter.
const CHECKED: [&str; 14] =
    ["rs", "html", "ftl", "sql", "mjs", "js", "json", "py", "toml", "css", "md", "yml", "sh", "typ"];

const CLOCKS: [&str; 6] = ["Zoned::now", "Timestamp::now", "SystemTime::now", "Instant::now", "Utc::now", "Local::now"];
const SQL_CLOCKS: [&str; 7] = [
    "CURRENT_TIMESTAMP",
    "CURRENT_DATE",
    "CURRENT_TIME",
    "datetime('now'",
    "date('now'",
    " now()",
    "clock_timestamp()",
];
/// What a program reads when it runs; `env!` is read when it is built, from cargo or a build script.
const ENVIRONMENT: [&str; 3] = ["std::env", "env::var", "env::args"];
const IMPURE: [&str; 6] = ["std::fs", "std::io", "std::net", "std::process", "async fn", ".await"];

pub fn check(sources: &[Source]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for source in sources {
        if source.is("rs") && source.package() != Some("xtask") {
            faults.extend(code_words(source));
        }
        if source.is("sql") {
            faults.extend(sql_clocks(source, source.text.lines().enumerate().map(|(index, line)| (index + 1, line))));
        }
        if CHECKED.iter().any(|extension| source.is(extension)) || source.path.starts_with(".ci/") {
            faults.extend(text_words(source));
        }
    }
    faults
}

fn code_words(source: &Source) -> Vec<Fault> {
    let package = source.package().unwrap_or_default();
    let mut faults = Vec::new();
    for (line, code) in source.code() {
        let mut fault = |word: &str, expected| faults.push(source.fault(line, format!("`{}`", word.trim()), expected));
        if package != "cli" {
            found(code, &CLOCKS).inspect(|word| fault(word, "time as a parameter, the clock in crates/cli"));
            let word = found(code, &ENVIRONMENT).filter(|_| !is_build_script(source));
            word.inspect(|word| fault(word, "arguments and environment read in crates/cli"));
        }
        if package == "domain" {
            found(code, &IMPURE).inspect(|word| fault(word, "no input or output in the domain, nothing awaited"));
        }
    }
    if package == "store" {
        faults.extend(sql_clocks(source, source.code()));
    }
    faults
}

fn sql_clocks<'a>(source: &Source, lines: impl Iterator<Item = (usize, &'a str)>) -> Vec<Fault> {
    let found = lines.filter_map(|(line, text)| Some((line, found(text, &SQL_CLOCKS)?)));
    found.map(|(line, word)| source.fault(line, format!("`{}` in SQL", word.trim()), "time as a parameter")).collect()
}

fn text_words(source: &Source) -> Vec<Fault> {
    let mut faults = Vec::new();
    let (unfinished, hosts, places) = (unfinished(), hosts(), places());
    for (index, text) in source.text.lines().enumerate() {
        let mut fault = |word: &str, expected| faults.push(source.fault(index + 1, format!("`{word}`"), expected));
        let mark = unfinished.iter().find(|mark| stands_alone(text, mark));
        mark.inspect(|mark| fault(mark, "finished work, or an issue"));
        let host = hosts.iter().find(|host| text.contains(host.as_str()));
        host.inspect(|host| fault(host, "no package registry's host"));
        let place = places.iter().find(|place| text.contains(place.as_str()));
        place.inspect(|place| fault(place, "no path of one machine"));
    }
    faults
}

/// A build script, in a file or in a folder of its own.
fn is_build_script(source: &Source) -> bool {
    source.path.ends_with("/build.rs") || source.path.contains("/build/")
}

fn found<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    words.iter().find(|word| text.contains(**word)).copied()
}

/// Whether the mark stands in the text with no letter beside it.
fn stands_alone(text: &str, mark: &str) -> bool {
    text.match_indices(mark).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + mark.len()..].chars().next();
        let is_letter = |beside: Option<char>| beside.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !is_letter(before) && !is_letter(after)
    })
}

fn unfinished() -> Vec<String> {
    [("TO", "DO"), ("FIX", "ME"), ("XX", "X"), ("todo", "!("), ("unimplemented", "!(")].map(joined("")).to_vec()
}

fn hosts() -> Vec<String> {
    let hosts = [
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("index.crates", "io"),
        ("static.crates", "io"),
        ("deb.debian", "org"),
        ("proxy.golang", "org"),
    ];
    hosts.map(joined(".")).to_vec()
}

fn places() -> Vec<String> {
    [("/work", "main"), ("/work", "shared"), ("/root", ""), ("/home", "")].map(joined("/")).to_vec()
}

fn joined(between: &'static str) -> impl Fn((&str, &str)) -> String {
    move |(first, last)| format!("{first}{between}{last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> Vec<String> {
        check(&[Source::new(path, text)]).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_clock_and_the_environment_are_the_command_lines() {
        let clock = "fn a() { Timestamp::now() }\n";
        let fault = "crates/app/src/a.rs:1: `Timestamp::now`, expected: time as a parameter, the clock in crates/cli";
        assert_eq!(faults("crates/app/src/a.rs", clock), [fault]);
        assert_eq!(faults("crates/cli/src/a.rs", clock), Vec::<String>::new());
        assert_eq!(faults("crates/app/src/a.rs", "use std::env;\n").len(), 1);
        assert_eq!(faults("crates/app/src/a.rs", "// as std::env does\n"), Vec::<String>::new());
        assert_eq!(faults("crates/web/src/a.rs", "env!(\"CARGO_PKG_VERSION\")\n"), Vec::<String>::new());
        assert_eq!(faults("crates/web/build.rs", "std::env::var(\"PATH\")\n"), Vec::<String>::new());
    }

    #[test]
    fn the_domain_awaits_nothing() {
        assert_eq!(faults("crates/domain/src/a.rs", "async fn a() {}\n").len(), 1);
        assert_eq!(faults("crates/store/src/a.rs", "async fn a() {}\n"), Vec::<String>::new());
    }

    #[test]
    fn sql_has_no_clock() {
        assert_eq!(faults("crates/store/migrations/sqlite/1.sql", "DEFAULT CURRENT_TIMESTAMP\n").len(), 1);
        assert_eq!(faults("crates/store/src/a.rs", "\"SELECT now()\"\n").len(), 1);
    }

    #[test]
    fn marks_hosts_and_places_are_found() {
        for word in unfinished().into_iter().chain(hosts()).chain(places()) {
            assert_eq!(faults("a.md", &format!("see {word} x")).len(), 1, "{word}");
        }
        assert_eq!(faults("a.md", "METODOLOGI and TODAY"), Vec::<String>::new());
        assert_eq!(faults("Cargo.lock", &hosts()[5]), Vec::<String>::new());
    }
}
