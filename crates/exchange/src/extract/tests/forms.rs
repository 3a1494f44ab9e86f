//! The forms that a CSV file comes in: encodings, headings, line ends, names.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use encoding_rs::WINDOWS_1252;
use lods_domain::sessions::{SessionForm, SessionOutcome};
use lods_domain::time::Clockface;
use lods_domain::{Minutes, Ore};

use super::{COURSES, folder, read, read_folder};
use crate::extract::{Extract, Faults, Table};

const UNITS: &str = "Enhed;Type;CVR\r\nBørn & Unge;intern;\r\nLeverandør Å;LEVERANDØR;13585628\r\n";

#[test]
fn the_three_encodings_say_the_same() {
    let (ansi, _, lossy) = WINDOWS_1252.encode(UNITS);
    assert!(!lossy);
    let marked = format!("\u{feff}{UNITS}");
    for bytes in [UNITS.as_bytes(), marked.as_bytes(), &ansi] {
        let all = read_folder(&[("forloeb.csv", COURSES.as_bytes()), ("Enheder.CSV", bytes)]);
        assert_eq!((all.faults.as_slice(), all.notes.as_slice()), ([].as_slice(), [].as_slice()));
        let units = all.tables.units.unwrap();
        assert_eq!(units.iter().map(|at| at.row.name.as_str()).collect::<Vec<_>>(), ["Børn & Unge", "Leverandør Å"]);
        assert_eq!(units[1].row.kind.code(), "leverandør");
        assert_eq!(units[1].line, 3);
    }
}

#[test]
fn a_letter_may_lie_across_two_chunks_in_either_encoding() {
    for shift in 0..4 {
        let row = format!("{}æøå;M1;01-02-2022 10:00;møde;;5\n", "x".repeat(40 + shift));
        let text = format!("Sagsnr;MentorID;Start;Form;Udfald;ATA-minutter\n{}", row.repeat(3_000));
        let (ansi, _, _) = WINDOWS_1252.encode(&text);
        for bytes in [text.as_bytes(), &ansi] {
            let all = read_folder(&[("forloeb.csv", COURSES.as_bytes()), ("registreringer.csv", bytes)]);
            assert_eq!(all.faults, [""; 0]);
            assert_eq!(all.records.len(), 3_000);
            assert!(all.records.iter().all(|record| record.case_number.ends_with("xæøå")));
        }
    }
}

#[test]
fn headings_go_by_name_in_any_order_and_case() {
    let text = " type ;Ukendt;ENHED;;\nintern;1;Korps;;\n\n;;;;\nprojekt;2;\"IPS; Nord\";;\n";
    let all = read_folder(&[("forloeb.csv", COURSES.as_bytes()), ("enheder.csv", text.as_bytes())]);
    assert_eq!(all.faults, [""; 0]);
    assert_eq!(all.notes, ["enheder.csv:1: Ukendt: the column is unknown and is not read"]);
    let units = all.tables.units.unwrap();
    assert_eq!(
        units.iter().map(|at| (at.line, at.row.name.as_str())).collect::<Vec<_>>(),
        [(2, "Korps"), (5, "IPS; Nord")]
    );
    let decomposed = "Sagsnr;CPR;Ma\u{30a}lgruppe\n1;670190-1234;Unge\n";
    assert_eq!(read_folder(&[("forloeb.csv", decomposed.as_bytes())]).tables.courses.len(), 1);
}

#[test]
fn a_line_is_counted_through_quotations_and_empty_lines() {
    for end in ["\n", "\r\n"] {
        let lines = [
            "Sagsnr;CPR;Målgruppe;Formål",
            "",
            "1;670190-1234;Unge;\"en",
            "",
            "to\"",
            "",
            "",
            "2;670190-1234;;x",
            "3;670190-1234;Unge;y",
        ];
        let all = read_folder(&[("forloeb.csv", lines.join(end).as_bytes())]);
        assert_eq!(all.faults, ["forloeb.csv:8: Målgruppe: a value is required"]);
        let courses: Vec<_> = all.tables.courses.iter().map(|at| (at.line, at.row.course.purpose.clone())).collect();
        assert_eq!(courses, [(3, format!("en{end}{end}to")), (9, "y".to_owned())]);
    }
}

#[test]
fn what_is_left_empty_has_its_meaning() {
    let text = "Sagsnr;MentorID;Start;ATA-minutter;Km;Udfald\n1;M1;2022-06-01 09:05;90;49,5;\n1;M1;01-06-2022 11:00;0;;Lukket Dør\n";
    let all = read_folder(&[("forloeb.csv", COURSES.as_bytes()), ("registreringer.csv", text.as_bytes())]);
    assert_eq!(all.faults, [""; 0]);
    let first = &all.records[0].rest;
    assert_eq!((first.form, first.outcome), (SessionForm::Meeting, SessionOutcome::Held));
    assert_eq!((first.ata, first.transport, first.hectometres), (Minutes::new(90), None, Some(495)));
    assert_eq!(first.day, "2022-06-01".parse().unwrap());
    assert_eq!(all.records[1].rest.outcome, SessionOutcome::ClosedDoor);
}

#[test]
fn numbers_lists_and_hours_of_the_format() {
    let postings = "Dato;Konto;Enhed;Art;Beløb;Bilag\n31-12-2021;05.68.90;K;løn;-1.290,20;B1\n";
    let mentors = "MentorID;Navn;Enhed;Ugentlige timer;Kompetencer\nM1;Ida;K;22,2;angst, ,ADHD ,\n";
    let all = read_folder(&[
        ("forloeb.csv", COURSES.as_bytes()),
        ("udgifter.csv", postings.as_bytes()),
        ("mentorer.csv", mentors.as_bytes()),
    ]);
    assert_eq!(all.faults, [""; 0]);
    assert_eq!(all.tables.postings.unwrap()[0].row.posting.amount, Ore(-129_020));
    let mentor = &all.tables.mentors.unwrap()[0].row.mentor;
    assert_eq!((mentor.weekly, mentor.competences.join("|").as_str()), (Some(Minutes::new(1_332)), "angst|ADHD"));
}

#[test]
fn what_a_folder_has_and_how_much_of_it_is_read() {
    let records = "Sagsnr;MentorID;Start;ATA-minutter\n1;M1;01-06-2022 11:00;5\n1;M1;02-06-2022 11:00;5\n";
    let folder = folder(&[
        ("forloeb.csv", COURSES.as_bytes()),
        ("Registreringer.csv", records.as_bytes()),
        ("noter.docx", b"x"),
        (".DS_Store", b"x"),
        ("~$enheder.xlsx", b"x"),
    ]);
    let read_bytes = Arc::new(AtomicU64::new(0));
    let seen = Arc::clone(&read_bytes);
    let extract = Extract::open(folder.path()).unwrap();
    let extract = extract.with_progress(Box::new(move |bytes| seen.store(bytes, Ordering::Relaxed)));
    assert!(extract.has(Table::TimeRecords) && !extract.has(Table::Units));
    assert_eq!(extract.bytes(Table::TimeRecords), records.len() as u64);
    assert_eq!(extract.file_name(Table::TimeRecords), "Registreringer.csv");
    assert_eq!(extract.file_name(Table::Units), "enheder.csv");
    let all = read(&extract);
    assert_eq!(all.notes, ["noter.docx: the file is no table of the import format and is not read"]);
    assert_eq!(read_bytes.load(Ordering::Relaxed), (COURSES.len() + records.len()) as u64);
    let mut count = 0;
    let clock = Clockface::copenhagen().unwrap();
    extract.time_records(&clock, &mut Faults::default(), &mut |_, _, _| {
        count += 1;
        ControlFlow::Break(())
    });
    assert_eq!(count, 1);
}
