//! A document as the values that the template reads: strings, lists and numbers of Typst, never its source.

use typst::foundations::{Array, Dict, IntoValue, Str, Value};

use crate::columns::{self, Column};
use crate::literal::{self, LONGEST_HEADING};
use crate::world::Fonts;
use crate::{Document, Part};

/// The document as `sys.inputs`.
pub fn of(document: &Document, fonts: &Fonts) -> Dict {
    let text = |text: &str| literal::line(text, fonts).into_value();
    let lang = if document.lang == "en" { "en" } else { "da" };
    dict([
        ("lang", lang.into_value()),
        ("name", present(literal::shortened(&literal::unbroken(&document.title, fonts), LONGEST_HEADING))),
        ("title", present(literal::shortened(&literal::line(&document.title, fonts), LONGEST_HEADING))),
        ("subtitle", text(&document.subtitle)),
        ("issued", text(&document.issued)),
        ("footer", text(&document.footer)),
        ("wide", document.parts.iter().any(wide).into_value()),
        ("parts", document.parts.iter().filter_map(|one| part(one, fonts)).collect::<Array>().into_value()),
    ])
}

/// Whether it needs pages that lie down.
fn wide(part: &Part) -> bool {
    let columns = |head: &Vec<String>, rows: &[Vec<String>]| rows.iter().map(Vec::len).fold(head.len(), usize::max);
    matches!(part, Part::Table { head, rows, .. } if columns(head, rows) >= columns::WIDE)
}

/// A title, since PDF/UA wants every file and every heading to have one.
fn present(title: String) -> Value {
    if title.is_empty() { "–".into_value() } else { title.into_value() }
}

/// One part, or none where nothing would be seen of it.
fn part(part: &Part, fonts: &Fonts) -> Option<Value> {
    let (kind, body) = match part {
        Part::Heading(text) => {
            let heading = literal::shortened(&literal::line(text, fonts), LONGEST_HEADING);
            if heading.is_empty() {
                return None;
            }
            ("heading", heading.into_value())
        }
        Part::Text(text) => ("text", paragraphs(text, fonts)),
        Part::Note(text) => ("note", paragraphs(text, fonts)),
        Part::Facts(facts) if facts.is_empty() => return None,
        Part::Facts(facts) => ("facts", facts.iter().map(|fact| pair(fact, fonts)).collect::<Array>().into_value()),
        Part::Table { caption, head, rows } => ("table", table(caption, head, rows, fonts)?),
    };
    Some(dict([("kind", kind.into_value()), ("body", body)]).into_value())
}

fn paragraphs(text: &str, fonts: &Fonts) -> Value {
    literal::paragraphs(text, fonts).into_iter().map(IntoValue::into_value).collect::<Array>().into_value()
}

fn pair((name, value): &(String, String), fonts: &Fonts) -> Value {
    let both = [literal::line(name, fonts), literal::lines(value, fonts)];
    both.into_iter().map(IntoValue::into_value).collect::<Array>().into_value()
}

/// The table, or none if it has no column.
fn table(caption: &str, head: &[String], rows: &[Vec<String>], fonts: &Fonts) -> Option<Value> {
    let head: Vec<String> = head.iter().map(|cell| literal::lines(cell, fonts)).collect();
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| literal::lines(cell, fonts)).collect()).collect();
    let columns = columns::of(&head, &rows);
    if columns.is_empty() {
        return None;
    }
    let widths: Array = columns.iter().map(|column| i64::from(column.width).into_value()).collect();
    let right: Array = columns.iter().map(|column| column.numbers.into_value()).collect();
    let body: Array = rows.iter().flat_map(|row| filled(row, &columns)).collect();
    Some(
        dict([
            ("caption", literal::line(caption, fonts).into_value()),
            ("widths", widths.into_value()),
            ("right", right.into_value()),
            ("head", filled(&head, &columns).collect::<Array>().into_value()),
            ("cells", body.into_value()),
        ])
        .into_value(),
    )
}

/// The cells of a row, as many as there are columns.
fn filled<'a>(row: &'a [String], columns: &'a [Column]) -> impl Iterator<Item = Value> + 'a {
    (0..columns.len()).map(|index| row.get(index).map_or("", String::as_str).into_value())
}

fn dict<const N: usize>(pairs: [(&str, Value); N]) -> Dict {
    pairs.into_iter().map(|(key, value)| (Str::from(key), value)).collect()
}
