//! Each fault in its exact words.

use super::{COURSES, read_folder};
use crate::extract::rows::At;
use crate::extract::{Extract, Fault, FaultKind, Faults, Shown, Table, tables};

/// The faults of a table, next to a good `forloeb`.
fn faults(name: &str, text: &str) -> Vec<String> {
    let course = ("forloeb.csv", COURSES.as_bytes());
    let table = (name, text.as_bytes());
    let all = if name == "forloeb.csv" { read_folder(&[table]) } else { read_folder(&[course, table]) };
    all.faults
}

#[test]
fn everything_that_is_wrong_in_a_row_is_named() {
    let heading = "Sagsnr;CPR;Målgruppe;Afgørelse;Start;Slut;Timer pr. uge";
    let rows = ";123;;måske;1-1-2022;31-02-2022;12.90\n2;670190-1234;Unge;Bevilget;01-01-2022;;169";
    assert_eq!(
        faults("forloeb.csv", &format!("{heading}\n{rows}\n")),
        [
            "forloeb.csv:2: Sagsnr: a value is required",
            "forloeb.csv:2: CPR: a CPR number has ten digits (ddmmyy-nnnn)",
            "forloeb.csv:2: Målgruppe: a value is required",
            "forloeb.csv:2: Afgørelse: 'måske' is not one of bevilget, afslag",
            "forloeb.csv:2: Start: '1-1-2022' is no date (dd-mm-yyyy)",
            "forloeb.csv:2: Slut: '31-02-2022' is no date (dd-mm-yyyy)",
            "forloeb.csv:2: Timer pr. uge: '12.90' is no number of hours a week (0 to 168, as 22,2)",
            "forloeb.csv:3: Timer pr. uge: '169' is no number of hours a week (0 to 168, as 22,2)",
        ]
    );
}

#[test]
fn dates_that_cannot_stand() {
    let heading = "Sagsnr;CPR;Målgruppe;Afgørelse;Start;Forventet slut;Slut";
    let rows = [
        "1;670190-1234;Unge;bevilget;02-01-2022;;01-01-2022",
        "2;670190-1234;Unge;bevilget;;;01-01-2022",
        "3;670190-1234;Unge;afslag;01-01-2022;;",
        "4;670190-1234;Unge;bevilget;02-01-2022;01-01-2022;",
        "5;670190-1234;Unge;bevilget;x;;01-01-2022",
    ];
    assert_eq!(
        faults("forloeb.csv", &format!("{heading}\n{}\n", rows.join("\n"))),
        [
            "forloeb.csv:2: Slut: the course ends 2022-01-01 before it starts 2022-01-02",
            "forloeb.csv:3: Slut: the course ends without having started",
            "forloeb.csv:4: Start: the course is refused and yet starts",
            "forloeb.csv:5: Forventet slut: the expected end 2022-01-01 is before the start 2022-01-02",
            "forloeb.csv:6: Start: 'x' is no date (dd-mm-yyyy)",
        ]
    );
}

#[test]
fn sessions_that_cannot_stand() {
    let heading = "Sagsnr;MentorID;Start;Udfald;ATA-minutter;Transportminutter;Km";
    let rows = [
        "1;M1;28-12-2021;sov;-5;1,5;2,55",
        "1;M1;28-12-2021 24:00;udeblevet;;;-1",
        "1;M1;28-12-2021 10:00;udeblevet;5;;",
        "1;M1;28-12-2021 10:00;afholdt;1441;;",
        "1;M1;28-12-2021 10:00;afholdt;1440;1441;",
        "1;M1;28-12-2021 10:00;afholdt;99999999999;;",
    ];
    let time = "is no time (dd-mm-yyyy hh:mm)";
    let minutes = "is no number of minutes (a whole number)";
    let outcomes = "afholdt, lukket dør, udeblevet, aflyst af borger, aflyst af mentor";
    assert_eq!(
        faults("registreringer.csv", &format!("{heading}\n{}\n", rows.join("\n"))),
        [
            format!("registreringer.csv:2: Start: '28-12-2021' {time}"),
            format!("registreringer.csv:2: Udfald: 'sov' is not one of {outcomes}"),
            "registreringer.csv:2: ATA-minutter: '-5' is negative (minutes, 0 or more)".to_owned(),
            format!("registreringer.csv:2: Transportminutter: '1,5' {minutes}"),
            "registreringer.csv:2: Km: '2,55' is no distance (kilometres as 49,5, at most one decimal)".to_owned(),
            format!("registreringer.csv:3: Start: '28-12-2021 24:00' {time}"),
            "registreringer.csv:3: ATA-minutter: a value is required".to_owned(),
            "registreringer.csv:3: Km: '-1' is negative (kilometres, 0 or more)".to_owned(),
            "registreringer.csv:4: ATA-minutter: a session that was not held has no face-to-face minutes".to_owned(),
            "registreringer.csv:5: ATA-minutter: a session lasts at most 24 hours".to_owned(),
            "registreringer.csv:6: Transportminutter: a session lasts at most 24 hours".to_owned(),
            format!("registreringer.csv:7: ATA-minutter: '99999999999' {minutes}"),
        ]
    );
}

#[test]
fn values_of_the_other_tables() {
    let cases = [
        (
            "priser.csv",
            "Enhed;Gyldig fra;Timepris\nK;01-01-2021;-1\n",
            "2: Timepris: '-1' is negative (kroner, 0 or more)",
        ),
        (
            "priser.csv",
            "Enhed;Gyldig fra;Timepris\nK;01-01-2021;12.90\n",
            "2: Timepris: '12.90' is no amount (kroner as 1.290,20, at most two decimals)",
        ),
        ("budget.csv", "År;Konto;Enhed;Beløb\n2.022;1;K;1\n", "2: År: '2.022' is no year (1900 to 2199)"),
        ("budget.csv", "År;Konto;Enhed;Beløb\n2022;1;K;-0,01\n", "2: Beløb: '-0,01' is negative (kroner, 0 or more)"),
        (
            "maalinger.csv",
            "MålID;Dato;Værdi\nG;01-01-2021;10,1\n",
            "2: Værdi: '10,1' is no score (0 to 10, at most one decimal)",
        ),
        ("enheder.csv", "Enhed;Type;CVR\nK;intern;123\n", "2: CVR: '123' is no CVR number (eight digits)"),
        ("enheder.csv", "Enhed;Type\n#N/A;intern\n", "2: Enhed: '#N/A' is a spreadsheet's error"),
        (
            "samtykker.csv",
            "CPR;Givet;Til\n310290-1234;01-01-2021;Job\n",
            "2: CPR: the first six digits are no date (ddmmyy)",
        ),
        ("opfoelgninger.csv", "Sagsnr;Dato;Borger\n1;01-01-2021;måske\n", "2: Borger: 'måske' is not one of ja, nej"),
        ("enheder.csv", "Enhed;Type\nK;intern;1\n", "2: the number of fields is 3, in the heading it is 2"),
        ("enheder.csv", "Enhed;Type\nK\n", "2: the number of fields is 1, in the heading it is 2"),
    ];
    for (name, text, expected) in cases {
        assert_eq!(faults(name, text), [format!("{name}:{expected}")]);
    }
}

#[test]
fn headings_that_a_table_cannot_be_read_under() {
    let text = "CVR;cvr ;Noget;noget\n1;2;3;4\n";
    assert_eq!(
        faults("enheder.csv", text),
        [
            "enheder.csv:1: cvr: the column is there more than once",
            "enheder.csv:1: noget: the column is there more than once",
            "enheder.csv:1: Enhed: the column is missing",
            "enheder.csv:1: Type: the column is missing",
        ]
    );
    assert_eq!(faults("enheder.csv", ""), ["enheder.csv: the file is empty; a table has at least its headings"]);
}

#[test]
fn a_folder_that_lacks_courses_or_has_a_table_twice() {
    let all = read_folder(&[("enheder.csv", b"Enhed;Type\n"), ("ENHEDER.xlsx", b"x")]);
    assert_eq!(
        all.faults[..2],
        [
            "enheder.csv: the same table is also in ENHEDER.xlsx; a table is one file",
            "forloeb.csv: the file is missing; a folder has at least forloeb.csv or forloeb.xlsx",
        ]
    );
}

#[test]
fn files_that_are_no_text() {
    let course = ("forloeb.csv", COURSES.as_bytes());
    let cases: [(&[u8], &str); 4] = [
        (b"PK\x03\x04\x00\x00", "enheder.csv: the file is not a text file"),
        (b"\xff\xfeE\0n\0", "enheder.csv: the file is in UTF-16; save it as UTF-8 or Windows-1252"),
        (b"\xef\xbb\xbfEnhed;Type\nB\xf8rn;intern\n", "enheder.csv: the file begins as UTF-8 and does not go on so"),
        (b"Enhed;Type\nA;intern\n\nB;\"intern\n", "enheder.csv:4: a quotation mark is not closed"),
    ];
    for (bytes, expected) in cases {
        assert_eq!(read_folder(&[course, ("enheder.csv", bytes)]).faults, [expected]);
    }
}

#[test]
fn a_cpr_number_is_repeated_by_no_fault_and_no_note() {
    let text = "Sagsnr;CPR;Målgruppe;Start\n1;010190-1235;Unge;\n2;Unge;Unge;010190-1235\n3;0101901235x;Unge;\n";
    let all = read_folder(&[("forloeb.csv", text.as_bytes())]);
    assert_eq!(
        all.faults,
        [
            "forloeb.csv:3: CPR: a CPR number has ten digits (ddmmyy-nnnn)",
            "forloeb.csv:3: Start: '••••••-••••' is no date (dd-mm-yyyy)",
            "forloeb.csv:4: CPR: a CPR number has ten digits (ddmmyy-nnnn)",
        ]
    );
    assert_eq!(all.notes, ["forloeb.csv:2: CPR: the CPR number has no valid check digit; it is taken all the same"]);
    assert_eq!(all.tables.courses.len(), 1);
}

#[test]
fn a_small_table_has_an_end() {
    let folder = super::folder(&[("enheder.csv", b"Enhed;Type\nA;intern\nB;intern\nC;intern\n")]);
    let extract = Extract::open(folder.path()).unwrap();
    let mut faults = Faults::default();
    let units: Vec<At<_>> = extract.table_up_to(2, Table::Units, &mut faults, tables::units::read);
    assert_eq!(units.len(), 2);
    assert_eq!(faults.faults()[0].to_string(), "enheder.csv:4: the table has more than 2 rows");
}

#[test]
fn what_the_use_case_adds() {
    let unknown = FaultKind::UnknownReference { what: "mentor", key: Shown::new("M9") };
    let fault = Fault::column("forloeb.xlsx", 17, "MentorID", unknown);
    assert_eq!(fault.to_string(), "forloeb.xlsx:17: MentorID: there is no mentor 'M9'");
    let fault = Fault::line("forloeb.csv", 17, FaultKind::RepeatedKey { first_line: 3 });
    assert_eq!(fault.to_string(), "forloeb.csv:17: the same key is also on line 3");
}
