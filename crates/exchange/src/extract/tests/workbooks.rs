//! Workbooks, good and bad.

use std::io::{Cursor, Read, Write};

use fastrand::Rng;
use lods_domain::Ore;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{COURSES, folder, read_folder};
use crate::extract::folder::Folder;
use crate::extract::{Table, workbook};

/// A time record, a posting and a citizen as a spreadsheet holds them: native dates, numbers and truth values.
fn records() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let time = Format::new().set_num_format("dd-mm-yyyy hh:mm");
    for (at, heading) in ["Sagsnr", "MentorID", "Start", "ATA-minutter", "Km", "Gruppe"].iter().enumerate() {
        sheet.write(1, at as u16, *heading).unwrap();
    }
    for (row, minute) in [(2, 10), (4, 0)] {
        sheet.write(row, 0, 17).unwrap();
        sheet.write(row, 1, "M1").unwrap();
        let start = ExcelDateTime::from_ymd(2021, 12, 28)
            .unwrap()
            .and_hms(if minute == 0 { 0 } else { 17 }, minute, 0.0)
            .unwrap();
        sheet.write_with_format(row, 2, &start, &time).unwrap();
        sheet.write(row, 3, 60).unwrap();
        sheet.write(row, 4, 0.1 + 0.2).unwrap();
    }
    sheet.write(4, 3, "28-12-2021").unwrap();
    book.save_to_buffer().unwrap()
}

fn with_rows(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(row as u32, column as u16, *cell).unwrap();
        }
    }
    book.add_worksheet().write(0, 0, "andet ark").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn native_cells_are_read_and_faults_name_the_row_of_the_sheet() {
    let all = read_folder(&[("forloeb.csv", COURSES.as_bytes()), ("Registreringer.xlsx", &records())]);
    assert_eq!(
        all.faults,
        ["Registreringer.xlsx:5: ATA-minutter: '28-12-2021' is no number of minutes (a whole number)"]
    );
    let record = &all.records[0];
    assert_eq!((record.case_number.as_str(), record.rest.hectometres), ("17", Some(3)));
    assert_eq!(record.rest.started_at.epoch() % 86_400, 16 * 3_600 + 600);
}

#[test]
fn native_dates_amounts_and_lost_zeros() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let date = Format::new().set_num_format("dd-mm-yyyy");
    for (at, heading) in ["CPR", "Fornavn", "Efternavn", "Adressebeskyttelse", "Postnr"].iter().enumerate() {
        sheet.write(0, at as u16, *heading).unwrap();
    }
    sheet.write(1, 0, 101_901_234_i32).unwrap().write(1, 1, "Ida").unwrap().write(1, 2, "Å").unwrap();
    sheet.write(1, 3, true).unwrap().write(1, 4, 8560).unwrap();
    let people = book.save_to_buffer().unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, heading) in ["Dato", "Enhed", "Beløb", "Bilag"].iter().enumerate() {
        sheet.write(0, at as u16, *heading).unwrap();
    }
    let day = ExcelDateTime::from_ymd(2021, 12, 31).unwrap();
    sheet.write_with_format(1, 0, &day, &date).unwrap().write(1, 1, "K").unwrap();
    sheet.write(1, 2, -4_050_000.1).unwrap().write(1, 3, "B1").unwrap();
    let postings = book.save_to_buffer().unwrap();
    let all =
        read_folder(&[("forloeb.csv", COURSES.as_bytes()), ("borgere.xlsx", &people), ("udgifter.xlsx", &postings)]);
    assert_eq!(all.faults, [""; 0]);
    let person = &all.tables.people.unwrap()[0].row;
    assert_eq!((person.cpr.reveal().as_str(), person.postcode.as_str()), ("0101901234", "8560"));
    assert!(person.address_protected);
    let posting = &all.tables.postings.unwrap()[0].row.posting;
    assert_eq!((posting.on, posting.amount), ("2021-12-31".parse().unwrap(), Ore(-405_000_010)));
}

#[test]
fn rows_may_be_shorter_and_not_longer_than_the_heading() {
    let book = with_rows(&[&["Enhed", "Type", "CVR"], &["A", "intern"], &[], &["B", "intern", "", "x"]]);
    let all = read_folder(&[("forloeb.csv", COURSES.as_bytes()), ("enheder.xlsx", &book)]);
    assert_eq!(all.faults, ["enheder.xlsx:4: the number of fields is 4, in the heading it is 3"]);
    assert_eq!(all.tables.units.unwrap().len(), 1);
}

#[test]
fn what_is_no_workbook_is_a_fault() {
    for bytes in [b"Enhed;Type".as_slice(), b"", &records()[..400]] {
        let all = read_folder(&[("forloeb.csv", COURSES.as_bytes()), ("enheder.xlsx", bytes)]);
        assert_eq!(all.faults.len(), 1);
        assert!(all.faults[0].starts_with("enheder.xlsx: the workbook cannot be read: "), "{}", all.faults[0]);
    }
    let empty = Workbook::new().save_to_buffer().unwrap();
    let all = read_folder(&[("forloeb.csv", COURSES.as_bytes()), ("enheder.xlsx", &empty)]);
    assert_eq!(all.faults.len(), 1);
}

/// The parts of a workbook, zipped again.
fn rebuilt(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn parts(book: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(book)).unwrap();
    let part = |at| {
        let mut entry = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (entry.name().unwrap().to_string(), bytes)
    };
    (0..parts_of(book)).map(part).collect()
}

fn parts_of(book: &[u8]) -> usize {
    ZipArchive::new(Cursor::new(book)).unwrap().len()
}

#[test]
fn a_workbook_that_unpacks_without_end_is_refused() {
    let mut parts = parts(&records());
    parts.push(("xl/bomb.xml".to_owned(), vec![b' '; 2_000_000]));
    let folder = folder(&[("enheder.xlsx", &rebuilt(&parts))]);
    let found = Folder::open(folder.path()).unwrap();
    let file = found.file(Table::Units).unwrap();
    assert!(file.bytes < 20_000);
    let refused = workbook::open(file, 1_000_000).err().unwrap();
    assert_eq!(refused.to_string(), "the workbook takes more than 512 MiB when unpacked");
    assert!(workbook::open(file, 10_000_000).is_ok());
}

#[test]
fn a_sheet_that_claims_all_cells_takes_no_memory_for_them() {
    let mut parts = parts(&with_rows(&[&["Enhed", "Type"], &["A", "intern"]]));
    for (_, bytes) in parts.iter_mut().filter(|(name, _)| name.ends_with("sheet1.xml")) {
        let sheet = String::from_utf8(bytes.clone()).unwrap();
        let far = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>"#;
        *bytes = sheet.replace("A1:B2", "A1:XFD1048576").replace("</sheetData>", far).into_bytes();
    }
    let all = read_folder(&[("forloeb.csv", COURSES.as_bytes()), ("enheder.xlsx", &rebuilt(&parts))]);
    assert_eq!(all.faults, ["enheder.xlsx:1048576: the number of fields is 1025, in the heading it is 2"]);
    assert_eq!(all.tables.units.unwrap().len(), 1);
}

#[test]
fn no_change_of_a_workbook_brings_the_reader_down() {
    let mut rng = Rng::with_seed(7);
    let whole = parts(&records());
    for _ in 0..150 {
        let mut parts = whole.clone();
        for _ in 0..rng.usize(1..4) {
            let at = rng.usize(..parts.len());
            let bytes = &mut parts[at].1;
            if rng.bool() || bytes.is_empty() {
                bytes.truncate(rng.usize(..=bytes.len()));
            } else {
                let at = rng.usize(..bytes.len());
                bytes[at] = rng.u8(..);
            }
        }
        read_folder(&[("forloeb.csv", COURSES.as_bytes()), ("registreringer.xlsx", &rebuilt(&parts))]);
    }
}
