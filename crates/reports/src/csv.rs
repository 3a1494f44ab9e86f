//! Tables as one CSV file that a Danish spreadsheet opens by a double click: `;`, decimal comma, a byte order mark, CRLF.
//!
//! Each table has its caption on a line of its own, then its headings and rows; an empty line parts two tables, and the
//! notes come last. Numbers are without thousands marks and units; every amount is in kroner. A text that a spreadsheet would run as a formula (it
//! begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets an apostrophe in front (OWASP, *CSV injection*).

use lods_domain::figures::demand::Number;

use crate::table::{Row, Table, Value, notes};

const MARK: &[u8] = "\u{feff}".as_bytes();

/// The file's bytes (UTF-8). `Err` only when memory cannot be written to.
pub fn csv(tables: &[Table]) -> Result<Vec<u8>, csv::Error> {
    let mut bytes = MARK.to_vec();
    for table in tables {
        bytes = section(bytes, table)?;
        bytes.extend(b"\r\n");
    }
    let mut writer = writer(bytes);
    for note in notes(tables) {
        writer.write_record([harmless(note)])?;
    }
    finished(writer)
}

fn section(bytes: Vec<u8>, table: &Table) -> Result<Vec<u8>, csv::Error> {
    let mut writer = writer(bytes);
    writer.write_record([harmless(&table.caption)])?;
    writer.write_record(table.columns.iter().map(|column| harmless(&column.heading)))?;
    for row in &table.rows {
        writer.write_record(fields(row))?;
    }
    finished(writer)
}

fn writer(bytes: Vec<u8>) -> csv::Writer<Vec<u8>> {
    let crlf = csv::Terminator::CRLF;
    csv::WriterBuilder::new().delimiter(b';').terminator(crlf).flexible(true).from_writer(bytes)
}

fn finished(writer: csv::Writer<Vec<u8>>) -> Result<Vec<u8>, csv::Error> {
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn fields(row: &Row) -> impl Iterator<Item = String> + '_ {
    row.cells.iter().map(|cell| field(&cell.value))
}

fn field(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Part(text) => harmless(text),
        Value::Count(count) => count.to_string(),
        Value::Number(number) => four_decimals(*number),
        Value::Hours(hours) => decimal(hours.0, 2),
        Value::Money(amount) | Value::Millions(amount) => decimal(amount.0, 2),
        Value::Share { in_scope: ..=0, .. } | Value::Empty => String::new(),
        Value::Hidden => Value::HIDDEN.to_owned(),
        Value::Share { kept, in_scope } => percent(*kept, *in_scope),
        Value::Proportion(share) => format!("{} %", decimal(share.0, 1)),
        Value::Day(day) => format!("{:02}-{:02}-{:04}", day.date().day(), day.month(), day.year()),
    }
}

fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// A whole number of the last decimal: 129020 with two places is `1290,20`. `places` is 1 to 18.
fn decimal(number: i64, places: u32) -> String {
    let scale = 10_u64.pow(places);
    let (whole, rest) = (number.unsigned_abs() / scale, number.unsigned_abs() % scale);
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{whole},{rest:0width$}", width = places as usize)
}

/// Without zeros at the end: `7,70` is `7,7`, `2,00` is `2`.
fn trimmed(decimal: &str) -> String {
    decimal.trim_end_matches('0').trim_end_matches(',').to_owned()
}

fn four_decimals(number: Number) -> String {
    trimmed(&format!("{:.4}", number.as_f64()).replace('.', ","))
}

/// With one decimal, rounded half up. `of` is positive.
fn percent(part: i64, of: i64) -> String {
    let tenths = lods_domain::figures::decimals::Proportion::ratio(i128::from(part), i128::from(of));
    tenths.map(|tenths| format!("{} %", decimal(tenths.0, 1))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Cell, Column};
    use lods_domain::Ore;

    fn written(values: Vec<Value>) -> String {
        let table = Table {
            name: "a".to_owned(),
            caption: "=A".to_owned(),
            columns: values.iter().map(|_| Column::text("@h")).collect(),
            rows: vec![Row::new(values.into_iter().map(Cell::from).collect())],
            notes: vec!["n".to_owned()],
        };
        let bytes = csv(&[table.clone(), table]).unwrap();
        assert!(bytes.starts_with(MARK));
        String::from_utf8(bytes).unwrap().split_off(3)
    }

    #[test]
    fn a_text_is_never_a_formula() {
        let texts = ["=1+1", "+4520", "-2", "@SUM(A1)", "\t=1", "\r=1", "a=1", "say \"; hi\""];
        let first = written(texts.iter().map(|text| Value::Text((*text).to_owned())).collect());
        assert!(first.starts_with("'=A\r\n'@h;"), "{first}");
        assert!(first.contains("'=1+1;'+4520;'-2;'@SUM(A1);'\t=1;\"'\r=1\";a=1;\"say \"\"; hi\"\"\"\r\n"), "{first}");
    }

    #[test]
    fn two_tables_are_parted_by_an_empty_line_and_the_notes_come_once() {
        let text = written(vec![Value::Count(1_234)]);
        assert_eq!(text, "'=A\r\n'@h\r\n1234\r\n\r\n'=A\r\n'@h\r\n1234\r\n\r\nn\r\n");
    }

    #[test]
    fn numbers_have_a_comma_and_may_be_negative() {
        let values = vec![
            Value::Money(Ore(-5)),
            Value::Money(Ore(i64::MIN)),
            Value::Millions(Ore::kroner(2_625_000)),
            Value::Millions(Ore::kroner(-3_000_000)),
            Value::Number(Number::from_f64(217.5).unwrap()),
            Value::Number(Number::whole(220)),
            Value::Share { kept: 2, in_scope: 3 },
            Value::Share { kept: 0, in_scope: 0 },
            Value::Day("2022-05-31".parse().unwrap()),
            Value::Empty,
        ];
        let line = "-0,05;-92233720368547758,08;2625000,00;-3000000,00;217,5;220;66,7 %;;31-05-2022;\r\n";
        assert!(written(values.clone()).contains(line), "{}", written(values));
    }
}
