//! Reads one language's Fluent files into messages. Of Fluent we take messages, variables and a choice by number
//! (`[0]`, `[one]`, `*[other]`); terms, attributes and functions are refused, because nothing here needs them.

use std::collections::BTreeMap;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

/// A part of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Text(String),
    Variable(String),
    /// By a whole number; each case is a Rust pattern (`0`, `1`, `_`) and its parts.
    Choice {
        on: String,
        cases: Vec<(String, Vec<Part>)>,
    },
}

/// A message and the file that it stands in, `da/units.ftl`.
#[derive(Debug)]
pub struct Message {
    pub file: String,
    pub parts: Vec<Part>,
}

/// Messages by their id.
pub type Messages = BTreeMap<String, Message>;

/// Every `.ftl` file of a language. All faults are given at once.
pub fn language(root: &Path, code: &str) -> Result<Messages, Vec<String>> {
    let entries = std::fs::read_dir(root.join(code)).map_err(|error| vec![format!("texts/{code}: {error}")])?;
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".ftl"))
        .collect();
    names.sort();
    let (mut messages, mut faults) = (Messages::new(), Vec::new());
    for name in names {
        let file = format!("{code}/{name}");
        match std::fs::read_to_string(root.join(code).join(&name)) {
            Ok(text) => read_file(&file, &text, &mut messages, &mut faults),
            Err(error) => faults.push(format!("texts/{file}: {error}")),
        }
    }
    if faults.is_empty() { Ok(messages) } else { Err(faults) }
}

fn read_file(file: &str, text: &str, messages: &mut Messages, faults: &mut Vec<String>) {
    let resource = match fluent_syntax::parser::parse_runtime(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            let line = |at: usize| text.get(..at).map_or(0, |before| before.lines().count().max(1));
            faults.extend(errors.iter().map(|error| format!("texts/{file}:{}: {}", line(error.pos.start), error.kind)));
            resource
        }
    };
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name.to_owned();
        let read = match (&message.value, message.attributes.is_empty()) {
            (Some(pattern), true) => parts(pattern),
            _ => Err("a message has a text, and no attributes".to_owned()),
        };
        match read {
            Ok(parts) => {
                if messages.insert(id.clone(), Message { file: file.to_owned(), parts }).is_some() {
                    faults.push(format!("texts/{file}: {id}: is written twice"));
                }
            }
            Err(fault) => faults.push(format!("texts/{file}: {id}: {fault}")),
        }
    }
}

fn parts(pattern: &Pattern<&str>) -> Result<Vec<Part>, String> {
    pattern.elements.iter().map(part).collect()
}

fn part(element: &PatternElement<&str>) -> Result<Part, String> {
    match element {
        PatternElement::TextElement { value } => Ok(Part::Text((*value).to_owned())),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
            InlineExpression::VariableReference { id } => Ok(Part::Variable(id.name.to_owned())),
            InlineExpression::StringLiteral { value } => Ok(Part::Text((*value).to_owned())),
            _ => Err("only a variable or a text may stand in braces".to_owned()),
        },
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            choice(selector, variants)
        }
    }
}

fn choice(selector: &InlineExpression<&str>, variants: &[Variant<&str>]) -> Result<Part, String> {
    let InlineExpression::VariableReference { id } = selector else {
        return Err("a choice is made on a variable".to_owned());
    };
    if !is_number(id.name) {
        return Err(format!("${} chooses, so its name must end in count, days or n", id.name));
    }
    let mut cases = variants.iter().map(case).collect::<Result<Vec<_>, _>>()?;
    cases.sort_by_key(|(pattern, _)| pattern == "_");
    Ok(Part::Choice { on: id.name.to_owned(), cases })
}

fn case(variant: &Variant<&str>) -> Result<(String, Vec<Part>), String> {
    let pattern = match (&variant.key, variant.default) {
        (VariantKey::Identifier { name: "other" }, true) => "_".to_owned(),
        (VariantKey::Identifier { name: "one" }, false) => "1".to_owned(),
        (VariantKey::NumberLiteral { value }, false) if value.parse::<i64>().is_ok() => (*value).to_owned(),
        _ => return Err("a choice has whole numbers or [one], and *[other]".to_owned()),
    };
    Ok((pattern, parts(&variant.value)?))
}

/// A variable that is a number: the last word of its name is `count`, `days` or `n`.
pub fn is_number(variable: &str) -> bool {
    matches!(variable.rsplit('-').next(), Some("count" | "days" | "n"))
}
