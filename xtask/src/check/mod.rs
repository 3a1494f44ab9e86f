//! `cargo xtask check`: what cargo and clippy do not see. Each check reads the files and gives its faults.

mod edges;
mod migrations;
mod sizes;
mod texts;
mod words;

use std::fmt;
use std::fs;
use std::io::Write;

use crate::process::{Done, output, program, root};

/// Something that is not as it should be, on a line of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    pub path: String,
    /// From 1.
    pub line: usize,
    pub what: String,
    pub expected: &'static str,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}, expected: {}", self.path, self.line, self.what, self.expected)
    }
}

/// A text file of the repository, tracked or new.
#[derive(Debug)]
pub struct Source {
    /// From the repository's root, with `/`.
    pub path: String,
    pub text: String,
}

impl Source {
    #[cfg(test)]
    pub fn new(path: &str, text: &str) -> Source {
        Source { path: path.into(), text: text.into() }
    }

    pub fn is(&self, extension: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, found)| found == extension)
    }

    /// The crate's folder name for a file below `crates/`, `xtask` for one below `xtask/`.
    pub fn package(&self) -> Option<&str> {
        match self.path.strip_prefix("crates/") {
            Some(inside) => inside.split_once('/').map(|(package, _)| package),
            None => self.path.starts_with("xtask/").then_some("xtask"),
        }
    }

    /// Whether the whole file is for tests alone.
    pub fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/") || self.package() == Some("testkit")
    }

    /// The first line (from 1) of a test module at the file's end, or the line after the last.
    pub fn tests_begin(&self) -> usize {
        let lines: Vec<&str> = self.text.lines().collect();
        let at = lines.windows(2).position(|two| two[0] == "#[cfg(test)]" && two[1].starts_with("mod tests {"));
        at.unwrap_or(lines.len()) + 1
    }

    /// The lines of a Rust file that are neither comments nor tests, with their numbers, comments at the end cut off.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = if self.is_test() { 1 } else { self.tests_begin() };
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        let code = lines.map(|(number, line)| (number, line.split(" // ").next().unwrap_or(line)));
        code.take_while(move |(number, _)| *number < end).filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    pub fn fault(&self, line: usize, what: impl Into<String>, expected: &'static str) -> Fault {
        Fault { path: self.path.clone(), line, what: what.into(), expected }
    }
}

/// Prints every fault; fails when there is one.
pub fn run() -> Done {
    let sources = sources()?;
    let mut faults = edges::check(&sources, &edges::metadata()?);
    faults.extend(migrations::check(&sources));
    faults.extend(sizes::check(&sources));
    faults.extend(texts::check(&sources));
    faults.extend(words::check(&sources));
    faults.sort();
    // A reader such as `head` may leave early; the answer stays the same.
    let listed: String = faults.iter().map(|fault| format!("{fault}\n")).collect();
    let _left_early = std::io::stdout().write_all(listed.as_bytes());
    if faults.is_empty() {
        println!("{} files checked, no fault", sources.len());
        return Ok(());
    }
    Err(format!("faults: {}", faults.len()).into())
}

/// Every text file that git tracks or would track; other files are passed over.
fn sources() -> Done<Vec<Source>> {
    let listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let paths = output(&mut program("git", &listing))?;
    let mut sources = Vec::new();
    for path in paths.split('\0').filter(|path| !path.is_empty()) {
        // A file may be gone from the folder and not yet from the index; bytes that are no text need no check here.
        if let Ok(text) = fs::read_to_string(root().join(path)) {
            sources.push(Source { path: path.into(), text });
        }
    }
    Ok(sources)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_without_comments_and_tests() {
        let text = "//! Top.\nuse a; // why\n/// Doc.\nfn b() {}\n\n#[cfg(test)]\nmod tests {\n    fn c() {}\n}\n";
        let source = Source::new("crates/store/src/lib.rs", text);
        let code: Vec<(usize, &str)> = source.code().collect();
        assert_eq!(code, [(2, "use a;"), (4, "fn b() {}"), (5, "")]);
        assert_eq!(source.package(), Some("store"));
    }

    #[test]
    fn a_fault_reads_as_one_line() {
        let fault = Source::new("a.rs", "").fault(3, "a thing", "another");
        assert_eq!(fault.to_string(), "a.rs:3: a thing, expected: another");
    }
}
