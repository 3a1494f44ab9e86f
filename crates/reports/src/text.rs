//! Tables for a terminal: columns aligned, numbers to the right, nothing wider than what it says.

use lods_i18n::Texts;
use unicode_width::UnicodeWidthStr;

use crate::table::{Column, Table, Value, notes};

const GAP: &str = "  ";

/// All tables, an empty line between them, the notes last.
#[must_use]
pub fn text(t: Texts, tables: &[Table]) -> String {
    let mut out = String::new();
    for table in tables {
        out.push_str(&printable(&table.caption));
        out.push_str("\n\n");
        lines(t, table).iter().for_each(|line| push_line(&mut out, line));
        out.push('\n');
    }
    notes(tables).iter().for_each(|note| push_line(&mut out, &printable(note)));
    out
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}

/// Headings, a rule, the rows; a rule above the first sum after other rows.
fn lines(t: Texts, table: &Table) -> Vec<String> {
    let headings: Vec<String> = table.columns.iter().map(|column| printable(&column.heading)).collect();
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.cells.iter().map(|cell| shown(t, &cell.value)).collect()).collect();
    let widths: Vec<usize> = headings.iter().enumerate().map(|(at, heading)| widest(at, heading, &rows)).collect();
    let rule = widths.iter().map(|width| "─".repeat(*width)).collect::<Vec<_>>().join(GAP);
    let mut lines = vec![aligned(&table.columns, &widths, &headings), rule.clone()];
    let mut in_sums = true;
    for (row, cells) in table.rows.iter().zip(&rows) {
        if row.total && !in_sums {
            lines.push(rule.clone());
        }
        in_sums = row.total;
        lines.push(aligned(&table.columns, &widths, cells));
    }
    lines
}

fn shown(t: Texts, value: &Value) -> String {
    match value {
        Value::Part(_) => format!("{GAP}{}", printable(&value.shown(t))),
        value => printable(&value.shown(t)),
    }
}

/// Without control characters: a name in the data cannot move the cursor or colour the terminal.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn widest(at: usize, heading: &str, rows: &[Vec<String>]) -> usize {
    rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width()).fold(heading.width(), usize::max)
}

fn aligned(columns: &[Column], widths: &[usize], cells: &[String]) -> String {
    let aligned = columns.iter().zip(widths).zip(cells).map(|((column, width), cell)| {
        let blank = " ".repeat(width.saturating_sub(cell.width()));
        if column.numeric { format!("{blank}{cell}") } else { format!("{cell}{blank}") }
    });
    aligned.collect::<Vec<_>>().join(GAP)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Cell, Row};

    #[test]
    fn a_name_cannot_steer_the_terminal_and_wide_letters_stay_in_line() {
        let row = |name: &str, count| Row::new(vec![Cell::text(name), Value::Count(count).into()]);
        let table = Table {
            name: String::new(),
            caption: "A".to_owned(),
            columns: vec![Column::text("Navn"), Column::number("N")],
            rows: vec![row("\u{1b}[2JÆøå", 1), row("日本", 1_000)],
            notes: Vec::new(),
        };
        let expected = "A\n\nNavn         N\n───────  ─────\n [2JÆøå      1\n日本     1.000\n\n";
        assert_eq!(text(Texts::default(), &[table]), expected);
    }
}
