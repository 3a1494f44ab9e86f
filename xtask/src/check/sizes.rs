//! The size of Rust files, the words on top of them, and names that say nothing.

use super::{Fault, Source};

/// Lines of a file without its tests.
const FILE: usize = 400;
/// Lines of a test module inside a file.
const TEST_MODULE: usize = 300;
/// Lines of a file of tests.
const TEST_FILE: usize = 600;

/// Names that a module may not have: everything fits under them.
const EMPTY_NAMES: [&str; 7] = ["utils", "util", "common", "helpers", "helper", "manager", "misc"];

pub fn check(sources: &[Source]) -> Vec<Fault> {
    let rust = sources.iter().filter(|source| source.is("rs"));
    rust.flat_map(|source| [size(source), top(source), name(source)].into_iter().flatten()).collect()
}

fn size(source: &Source) -> Option<Fault> {
    let lines = source.text.lines().count();
    if source.is_test() {
        let too_long = (lines > TEST_FILE).then(|| format!("{lines} lines of tests"));
        return too_long.map(|what| source.fault(1, what, "at most 600 in a file"));
    }
    let code = source.tests_begin() - 1;
    if code > FILE {
        return Some(source.fault(1, format!("{code} lines without tests"), "at most 400"));
    }
    let tests = lines - code;
    let too_long = (tests > TEST_MODULE).then(|| format!("a test module of {tests} lines"));
    too_long.map(|what| source.fault(code + 1, what, "above 300 a tests.rs beside the file"))
}

fn top(source: &Source) -> Option<Fault> {
    let first = source.text.lines().find(|line| !line.trim().is_empty() && !line.starts_with("#!["));
    let documented = first.is_some_and(|line| line.starts_with("//!"));
    (!documented && !source.path.ends_with("/tests.rs"))
        .then(|| source.fault(1, "no words on top", "`//!` with what lives here"))
}

fn name(source: &Source) -> Option<Fault> {
    let path = source.path.strip_suffix(".rs")?;
    let found = path.split('/').find(|part| EMPTY_NAMES.contains(part))?;
    Some(source.fault(1, format!("a module named `{found}`"), "a noun of the domain"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> Vec<String> {
        check(&[Source::new(path, text)]).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_file_without_its_tests_has_a_limit() {
        let long = format!("//! Long.\n{}", "fn a() {}\n".repeat(400));
        assert_eq!(faults("a.rs", &long), ["a.rs:1: 401 lines without tests, expected: at most 400"]);
        let tested = format!("//! Short.\n\n#[cfg(test)]\nmod tests {{\n{}}}\n", "    fn a() {}\n".repeat(298));
        let fault = "a.rs:3: a test module of 301 lines, expected: above 300 a tests.rs beside the file";
        assert_eq!(faults("a.rs", &tested), [fault]);
        assert_eq!(faults("crates/web/src/courses/tests.rs", &long), Vec::<String>::new());
    }

    #[test]
    fn a_module_says_what_lives_in_it() {
        assert_eq!(faults("a.rs", "fn a() {}\n"), ["a.rs:1: no words on top, expected: `//!` with what lives here"]);
        assert_eq!(faults("a.rs", "#![no_std]\n//! Words.\n"), Vec::<String>::new());
        assert_eq!(faults("a.rs", "").len(), 1);
    }

    #[test]
    fn a_module_has_a_name() {
        let fault = "crates/web/src/utils/day.rs:1: a module named `utils`, expected: a noun of the domain";
        assert_eq!(faults("crates/web/src/utils/day.rs", "//! Days.\n"), [fault]);
    }
}
