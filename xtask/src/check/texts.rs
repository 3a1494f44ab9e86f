//! Messages and templates that nothing uses. That none is missing is a matter of the build.

use std::collections::BTreeSet;

use super::{Fault, Source};

pub fn check(sources: &[Source]) -> Vec<Fault> {
    let words = words(sources);
    let messages = sources.iter().filter(|source| source.is("ftl"));
    let mut faults: Vec<Fault> = messages.flat_map(|file| unused(file, &words)).collect();
    faults.extend(sources.iter().filter_map(|file| unnamed_template(file, sources)));
    faults
}

fn unused(file: &Source, words: &BTreeSet<&str>) -> Vec<Fault> {
    let keys = file.text.lines().enumerate().filter_map(|(index, line)| Some((index + 1, key(line)?)));
    let unused = keys.filter(|(_, key)| !is_named(key, words));
    unused.map(|(line, key)| file.fault(line, format!("no source names `{key}`"), "only messages in use")).collect()
}

/// The key of a line that begins a message or a term (`-name`, which only other messages name).
fn key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let well_formed = key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    (well_formed && line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-')).then_some(key)
}

/// A source names a key as it is, as a Rust name made of it, or by its beginning up to a dash (`"phase-{}"`).
fn is_named(key: &str, words: &BTreeSet<&str>) -> bool {
    let snake = key.replace('-', "_");
    let camel: String = key.split('-').map(capitalised).collect();
    let forms = [key, &snake, &camel, &snake.to_uppercase()];
    let beginnings = key.match_indices('-').map(|(at, _)| &key[..=at]).filter(|beginning| *beginning != "-");
    forms.iter().any(|form| words.contains(*form)) || beginnings.into_iter().any(|beginning| words.contains(beginning))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

/// Every word of Rust files and templates, and what stands in braces in messages.
fn words(sources: &[Source]) -> BTreeSet<&str> {
    let mut words = BTreeSet::new();
    for source in sources {
        if source.is("rs") || source.is("html") {
            words.extend(split(&source.text));
        } else if source.is("ftl") {
            let placeables = source.text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
            words.extend(placeables.flat_map(split));
        }
    }
    words
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').filter(|word| !word.is_empty())
}

fn unnamed_template(file: &Source, sources: &[Source]) -> Option<Fault> {
    if !file.path.starts_with("crates/") || !file.is("html") {
        return None;
    }
    let (_, name) = file.path.rsplit_once('/')?;
    let named = |source: &Source| (source.is("rs") || source.is("html")) && names_file(&source.text, name);
    (!sources.iter().any(named)).then(|| file.fault(1, format!("no source names {name}"), "only templates in use"))
}

/// The name ends a quoted path.
fn names_file(text: &str, name: &str) -> bool {
    text.contains(&format!("\"{name}\"")) || text.contains(&format!("/{name}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(ftl: &str, rust: &str) -> Vec<String> {
        let sources = [Source::new("da.ftl", ftl), Source::new("a.rs", rust)];
        check(&sources).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_message_is_named_somewhere() {
        assert_eq!(faults("sign-in = Log ind\n", "t(\"sign-in\")"), Vec::<String>::new());
        assert_eq!(faults("sign-in = Log ind\n", "Text::SignIn"), Vec::<String>::new());
        assert_eq!(faults("sign-in = Log ind\n", "t.sign_in()"), Vec::<String>::new());
        let fault = "da.ftl:2: no source names `sign-out`, expected: only messages in use";
        assert_eq!(faults("sign-in = Log ind\nsign-out = Log ud\n", "\"sign-in\""), [fault]);
    }

    #[test]
    fn a_beginning_names_all_that_begin_with_it() {
        let ftl = "phase-active = I gang\nphase-closed = Afsluttet\n    .title = x\n# note = 1\n";
        assert_eq!(faults(ftl, "format!(\"phase-{}\", phase.code())"), Vec::<String>::new());
        assert_eq!(faults(ftl, "\"phase\"").len(), 2);
    }

    #[test]
    fn a_message_names_another() {
        let ftl = "-product = Lods\nwelcome = Til { -product }, { other }\nother = x\n";
        assert_eq!(faults(ftl, "\"welcome\""), Vec::<String>::new());
    }

    #[test]
    fn a_template_is_named_somewhere() {
        let sources = |rust| [Source::new("crates/web/src/courses/list.html", ""), Source::new("a.rs", rust)];
        assert_eq!(check(&sources("path = \"courses/list.html\"")), []);
        assert_eq!(check(&sources("path = \"courses/blacklist.html\"")).len(), 1);
    }
}
