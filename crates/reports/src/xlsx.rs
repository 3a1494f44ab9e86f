//! Tables as a workbook: a sheet a table with real numbers, and a last sheet with the definitions.

use lods_i18n::Texts;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::table::{Column, Row, Table, Value, notes};

/// Excel takes no more characters in the name of a sheet.
const LONGEST_NAME: usize = 31;
const FORBIDDEN: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// In characters, as Excel measures columns.
const WIDEST: usize = 48;

/// The file's bytes. `Err` when a table has more rows or a longer text than Excel takes.
pub fn xlsx(t: Texts, tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same figure gives the same bytes; when it was written is the file system's business.
    let written = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&written));
    let mut names = Vec::new();
    for table in tables {
        let name = sheet_name(&table.name, &mut names);
        table_sheet(t, workbook.add_worksheet().set_name(name)?, table)?;
    }
    let name = sheet_name(t.figures_sheet_definition(), &mut names);
    definitions(workbook.add_worksheet().set_name(name)?, tables, &names)?;
    workbook.save_to_buffer()
}

fn table_sheet(t: Texts, sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    for (at, column) in (0..).zip(&table.columns) {
        sheet.write_with_format(0, at, &column.heading, &heading(column))?;
        let longest = table.rows.iter().filter_map(|row| row.cells.get(usize::from(at)));
        let longest = longest.map(|cell| cell.value.shown(t).chars().count()).max().unwrap_or(0);
        let width = longest.max(column.heading.chars().count()).min(WIDEST) + 2;
        sheet.set_column_width(at, width as f64)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    for (at, row) in (1..).zip(&table.rows) {
        write_row(t, sheet, at, row)?;
    }
    Ok(())
}

fn write_row(t: Texts, sheet: &mut Worksheet, at: u32, row: &Row) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(&row.cells) {
        let format = number_format(t, &cell.value, row.total);
        match (number(&cell.value), &cell.value) {
            (Some(number), _) => sheet.write_with_format(at, column, number, &format)?,
            (None, Value::Text(text) | Value::Part(text)) => sheet.write_with_format(at, column, text, &format)?,
            (None, Value::Hidden) => sheet.write_with_format(at, column, Value::HIDDEN, &format)?,
            (None, Value::Day(day)) => {
                let date = day.date();
                let day = ExcelDateTime::from_ymd(
                    date.year().unsigned_abs(),
                    date.month().unsigned_abs(),
                    date.day().unsigned_abs(),
                )?;
                sheet.write_with_format(at, column, &day, &format)?
            }
            (None, _) => sheet.write_blank(at, column, &format)?,
        };
    }
    Ok(())
}

/// The number that a spreadsheet counts with.
#[expect(clippy::cast_precision_loss, reason = "a workbook has no other number than a float")]
fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Count(count) => Some(*count as f64),
        Value::Number(number) => Some(number.as_f64()),
        Value::Hours(hours) => Some(hours.as_f64()),
        Value::Money(amount) => Some(amount.0 as f64 / 100.0),
        Value::Millions(amount) => Some(amount.0 as f64 / 100_000_000.0),
        Value::Share { kept, in_scope } => (*in_scope > 0).then(|| *kept as f64 / *in_scope as f64),
        Value::Proportion(share) => Some(share.as_f64()),
        Value::Text(_) | Value::Part(_) | Value::Day(_) | Value::Empty | Value::Hidden => None,
    }
}

/// Excel shows the marks of these formats in its own language.
fn number_format(t: Texts, value: &Value, total: bool) -> Format {
    let unit = |amount: String| amount.trim().to_owned();
    let format = match value {
        Value::Text(_) | Value::Empty => Format::new().set_align(FormatAlign::Top),
        Value::Hidden => Format::new().set_align(FormatAlign::Right),
        Value::Part(_) => Format::new().set_indent(1),
        Value::Count(_) => Format::new().set_num_format("#,##0"),
        Value::Number(_) => Format::new().set_num_format("#,##0.##"),
        Value::Hours(_) => Format::new().set_num_format("#,##0.00"),
        Value::Money(_) => Format::new().set_num_format(format!("#,##0.00 \"{}\"", unit(t.amount_kroner("")))),
        Value::Millions(_) => Format::new().set_num_format(format!("#,##0.0 \"{}\"", unit(t.amount_millions("")))),
        Value::Share { .. } => Format::new().set_num_format("0%"),
        Value::Proportion(_) => Format::new().set_num_format("0.0%"),
        Value::Day(_) => Format::new().set_num_format("dd-mm-yyyy"),
    };
    if total { format.set_bold().set_border_top(FormatBorder::Thin) } else { format }
}

fn heading(column: &Column) -> Format {
    let align = if column.numeric { FormatAlign::Right } else { FormatAlign::Left };
    Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_align(align)
}

/// What each sheet holds, and the notes.
fn definitions(sheet: &mut Worksheet, tables: &[Table], names: &[String]) -> Result<(), XlsxError> {
    let (bold, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
    sheet.set_column_width(0, 24)?;
    sheet.set_column_width(1, 100)?;
    let mut next = 0;
    for (table, name) in tables.iter().zip(names) {
        sheet.write_with_format(next, 0, name, &bold)?;
        sheet.write_with_format(next, 1, &table.caption, &wrapped)?;
        next += 1;
    }
    for note in notes(tables) {
        next += 1;
        sheet.write_with_format(next, 1, note, &wrapped)?;
    }
    Ok(())
}

/// A name that Excel takes and that no sheet has yet (Excel tells no capitals from small letters).
fn sheet_name(wanted: &str, taken: &mut Vec<String>) -> String {
    let allowed = |c: &char| !FORBIDDEN.contains(c) && !c.is_control();
    let cut =
        |text: &str, room: usize| text.chars().take(room).collect::<String>().trim_matches(['\'', ' ']).to_owned();
    let clean = cut(&wanted.chars().filter(allowed).collect::<String>(), LONGEST_NAME);
    let clean = if clean.is_empty() { "1".to_owned() } else { clean };
    let is_taken = |name: &str, taken: &[String]| taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    let mut name = clean.clone();
    let mut number = 2;
    while is_taken(&name, taken) {
        name = format!("{} {number}", cut(&clean, LONGEST_NAME - 6));
        number += 1;
    }
    taken.push(name.clone());
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Cell;
    use calamine::{Data, Reader, Xlsx};
    use lods_domain::Ore;
    use lods_domain::figures::decimals::Decimals;
    use std::io::Cursor;

    #[test]
    fn numbers_are_numbers_and_the_definition_comes_last() {
        let cells = vec![
            Cell::text("=1+1"),
            Value::Count(60).into(),
            Value::Money(Ore(129_020)).into(),
            Value::Hours(Decimals(336_100)).into(),
            Value::Millions(Ore::kroner(2_625_000)).into(),
            Value::Share { kept: 1, in_scope: 2 }.into(),
            Value::Day("2022-05-31".parse().unwrap()).into(),
            Value::Share { kept: 0, in_scope: 0 }.into(),
        ];
        let table = Table {
            name: "Mål/grupper".to_owned(),
            caption: "Forløb".to_owned(),
            columns: cells.iter().map(|_| Column::number("Antal")).collect(),
            rows: vec![Row::total(cells)],
            notes: vec!["Sådan".to_owned()],
        };
        let bytes = xlsx(Texts::default(), &[table.clone(), table.clone()]).unwrap();
        assert_eq!(bytes, xlsx(Texts::default(), &[table.clone(), table]).unwrap());
        let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        assert_eq!(workbook.sheet_names(), ["Målgrupper", "Målgrupper 2", "Definition"]);
        let sheet = workbook.worksheet_range("Målgrupper").unwrap();
        let row: Vec<Data> = sheet.rows().nth(1).unwrap().to_vec();
        assert_eq!(row[0], Data::String("=1+1".to_owned()));
        assert_eq!(row[1..6], [60.0, 1290.2, 3361.0, 2.625, 0.5].map(Data::Float));
        assert!(matches!(row[6], Data::DateTime(date) if date.as_f64() == 44_712.0), "{:?}", row[6]);
        assert_eq!(row[7], Data::Empty);
        let notes = workbook.worksheet_range("Definition").unwrap();
        assert_eq!(notes.get_value((0, 1)), Some(&Data::String("Forløb".to_owned())));
        assert_eq!(notes.get_value((3, 1)), Some(&Data::String("Sådan".to_owned())));
    }

    #[test]
    fn a_sheet_has_a_name_whatever_it_is_called() {
        let mut taken = Vec::new();
        assert_eq!(sheet_name("'[]:*?/\\'", &mut taken), "1");
        assert_eq!(sheet_name(&"æ".repeat(40), &mut taken).chars().count(), 31);
        assert_eq!(sheet_name(&"Æ".repeat(40), &mut taken), format!("{} 2", "Æ".repeat(25)));
    }
}
