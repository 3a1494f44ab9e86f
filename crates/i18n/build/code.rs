//! Writes the Rust of `Texts`: a method a message. The arguments come in the order in which the Danish text names them.

use std::fmt::Write as _;

use crate::reading::{Message, Messages, Part, is_number};

/// The whole generated file. Both languages are known to have the same messages and variables.
pub fn texts(danish: &Messages, english: &Messages) -> String {
    let (mut methods, mut samples) = (String::new(), String::new());
    for (id, da) in danish {
        let Some(en) = english.get(id) else { continue };
        method(&mut methods, id, da, en);
        sample(&mut samples, id, da);
    }
    format!(
        "impl Texts {{\n{methods}}}\n\n\
         /// Every message, with a sample of each variable and the given number for each number.\n\
         #[cfg(test)]\npub(crate) const SAMPLES: &[(&str, tests::Sample)] = &[\n{samples}];\n"
    )
}

fn method(out: &mut String, id: &str, da: &Message, en: &Message) {
    let name = rust_name(id);
    let _ = writeln!(out, "    /// `{id}`: {}", documented(&da.parts));
    out.push_str("    #[must_use]\n");
    let arguments = arguments(&da.parts);
    if let (Some(danish), Some(english)) = (plain(&da.parts), plain(&en.parts)) {
        let _ = writeln!(out, "    pub const fn {name}(self) -> &'static str {{");
        let _ =
            writeln!(out, "        match self.lang {{ Lang::Da => {danish:?}, Lang::En => {english:?} }}\n    }}\n");
        return;
    }
    let _ = write!(out, "    pub fn {name}(self");
    for argument in &arguments {
        let kind = if is_number(argument) { "i64" } else { "&str" };
        let _ = write!(out, ", {}: {kind}", rust_name(argument));
    }
    out.push_str(") -> String {\n        let mut text = String::new();\n        match self.lang {\n");
    for (lang, message) in [("Da", da), ("En", en)] {
        let _ = write!(out, "            Lang::{lang} => {{ ");
        pushes(out, &message.parts);
        out.push_str("}\n");
    }
    out.push_str("        }\n        text\n    }\n\n");
}

/// Statements that push the parts to `text`.
fn pushes(out: &mut String, parts: &[Part]) {
    for part in parts {
        match part {
            Part::Text(text) => {
                let mut characters = text.chars();
                let _ = match (characters.next(), characters.next()) {
                    (Some(only), None) => write!(out, "text.push({only:?}); "),
                    _ => write!(out, "text.push_str({text:?}); "),
                };
            }
            Part::Variable(name) if is_number(name) => {
                let _ = write!(out, "text.push_str(&self.whole({})); ", rust_name(name));
            }
            Part::Variable(name) => {
                let _ = write!(out, "text.push_str({}); ", rust_name(name));
            }
            Part::Choice { on, cases } => {
                let _ = write!(out, "match {} {{ ", rust_name(on));
                for (pattern, parts) in cases {
                    let _ = write!(out, "{pattern} => {{ ");
                    pushes(out, parts);
                    out.push_str("} ");
                }
                out.push_str("} ");
            }
        }
    }
}

fn sample(out: &mut String, id: &str, message: &Message) {
    let arguments: Vec<String> = arguments(&message.parts)
        .iter()
        .map(|name| if is_number(name) { "n".to_owned() } else { format!("{:?}", format!("‹{name}›")) })
        .collect();
    let number = if arguments.iter().any(|argument| argument == "n") { "n" } else { "_" };
    let call = format!("texts.{}({})", rust_name(id), arguments.join(", "));
    let _ = writeln!(out, "    ({id:?}, |texts, {number}| {call}.to_owned()),");
}

/// The message's text when it has no variables.
fn plain(parts: &[Part]) -> Option<String> {
    parts.iter().map(|part| if let Part::Text(text) = part { Some(text.as_str()) } else { None }).collect()
}

fn documented(parts: &[Part]) -> String {
    parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => text.replace('\n', " "),
            Part::Variable(name) => format!("`{name}`"),
            Part::Choice { on, cases } => cases.last().map_or(format!("`{on}`"), |(_, parts)| documented(parts)),
        })
        .collect()
}

/// The variables in the order in which they first occur.
fn arguments(parts: &[Part]) -> Vec<String> {
    let mut found = Vec::new();
    collect(parts, &mut found);
    found
}

fn collect(parts: &[Part], found: &mut Vec<String>) {
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Variable(name) => remember(name, found),
            Part::Choice { on, cases } => {
                remember(on, found);
                cases.iter().for_each(|(_, parts)| collect(parts, found));
            }
        }
    }
}

fn remember(name: &str, found: &mut Vec<String>) {
    if !found.iter().any(|known| known == name) {
        found.push(name.to_owned());
    }
}

fn rust_name(id: &str) -> String {
    id.replace('-', "_")
}
