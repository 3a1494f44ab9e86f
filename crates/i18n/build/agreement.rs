//! Do the two languages have the same messages, and each message the same variables?

use std::collections::BTreeSet;

use crate::reading::{Messages, Part};

/// All disagreements at once, each with the file and the message.
pub fn check(danish: &Messages, english: &Messages) -> Result<(), Vec<String>> {
    let mut faults = missing(danish, english, "en");
    faults.extend(missing(english, danish, "da"));
    for (id, message) in danish {
        let Some(other) = english.get(id) else { continue };
        let (here, there) = (variables(&message.parts), variables(&other.parts));
        if here != there {
            let (ours, theirs) = (&message.file, &other.file);
            faults.push(format!("{id}: variables {here:?} in texts/{ours}, but {there:?} in texts/{theirs}"));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn missing(from: &Messages, to: &Messages, code: &str) -> Vec<String> {
    from.iter()
        .filter(|(id, _)| !to.contains_key(*id))
        .map(|(id, message)| format!("{id}: stands in texts/{}, but is missing in texts/{code}", message.file))
        .collect()
}

/// The names of the variables, in alphabetical order.
pub fn variables(parts: &[Part]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Variable(name) => drop(names.insert(name.clone())),
            Part::Choice { on, cases } => {
                names.insert(on.clone());
                names.extend(cases.iter().flat_map(|(_, parts)| variables(parts)));
            }
        }
    }
    names
}
