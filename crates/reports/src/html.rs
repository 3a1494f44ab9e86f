//! A table as an HTML fragment, in the markup of the pages' own tables: a row is a card on a phone.

use askama::Template;
use lods_i18n::Texts;

use crate::table::{Cell, Column, Link, Row, Table, Value};

/// A table whose links have become addresses. Print it, or put it into a template with `{{ table|safe }}`.
#[derive(Template)]
#[template(path = "table.html")]
pub struct HtmlTable<'a> {
    caption: &'a str,
    columns: &'a [Column],
    rows: Vec<HtmlRow<'a>>,
    /// The sums at the end.
    sums: Vec<HtmlRow<'a>>,
}

struct HtmlRow<'a> {
    cells: Vec<HtmlCell<'a>>,
}

struct HtmlCell<'a> {
    column: &'a Column,
    text: String,
    href: Option<String>,
    /// What the mark of a hidden number is called aloud.
    hidden: Option<&'static str>,
}

impl<'a> HtmlTable<'a> {
    /// `href` gives the address of what stands behind a number, or `None` when the reader may not see it.
    pub fn new(t: Texts, table: &'a Table, href: impl Fn(&Link) -> Option<String>) -> HtmlTable<'a> {
        let sums = table.rows.iter().rev().take_while(|row| row.total).count();
        let (rows, sums) = table.rows.split_at(table.rows.len() - sums);
        let made = |rows: &[Row]| rows.iter().map(|row| HtmlRow::new(t, &table.columns, row, &href)).collect();
        HtmlTable { caption: &table.caption, columns: &table.columns, rows: made(rows), sums: made(sums) }
    }
}

impl<'a> HtmlRow<'a> {
    fn new(t: Texts, columns: &'a [Column], row: &Row, href: &impl Fn(&Link) -> Option<String>) -> HtmlRow<'a> {
        let cell = |(column, cell): (&'a Column, &Cell)| HtmlCell {
            column,
            text: cell.value.shown(t),
            href: cell.link.as_ref().and_then(href),
            hidden: (cell.value == Value::Hidden).then(|| t.small_numbers_hidden()),
        };
        HtmlRow { cells: columns.iter().zip(&row.cells).map(cell).collect() }
    }
}

impl HtmlCell<'_> {
    /// A dash is for the eye only.
    fn is_dash(&self) -> bool {
        self.href.is_none() && self.text == Value::DASH
    }
}
