//! scratch
use lods_print::{Document, Part, pdf};
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let n: usize = std::env::args().nth(2).ok_or("n")?.parse()?;
    let head: Vec<String> = [
        "Sagsnr.",
        "Navn",
        "Fødselsdag",
        "Kommune",
        "E-mail",
        "Status",
        "Timer",
        "Beløb",
        "Sagsbehandlende enhed",
        "Mentorvirksomhed",
        "Opfølgning",
    ]
    .iter()
    .map(|s| s.to_string())
    .collect();
    let row: Vec<String> = [
        "2025-0014",
        "Emma Østergaard",
        "12.03.1999",
        "Eksempelby",
        "emma.oestergaard@eksempelby-kommune.example",
        "Igangværende",
        "12,5",
        "1.234.567,00 kr.",
        "Beskæftigelsesforvaltningen Nord",
        "Mentorhuset ApS",
        "3. marts 2026",
    ]
    .iter()
    .map(|s| s.to_string())
    .collect();
    let five: Vec<Vec<String>> = (0..n)
        .map(|i| {
            vec![
                format!("{i}"),
                "Emma Østergaard".into(),
                "12.03.2026".into(),
                "Samtale om skolen".into(),
                "1.200".into(),
            ]
        })
        .collect();
    let d = Document {
        lang: "en",
        title: "A report with a rather long title that needs two lines on paper".into(),
        subtitle: String::new(),
        issued: "22 November 2026".into(),
        footer: "Eksempelby".into(),
        parts: vec![
            Part::Heading("A wide table".into()),
            Part::Table { caption: "Eleven columns".into(), head, rows: vec![row.clone(), row.clone(), row] },
            Part::Table {
                caption: "Short".into(),
                head: vec!["Aar".into(), "Antal".into()],
                rows: vec![vec!["2025".into(), "12".into()], vec!["2026".into(), "1.234".into()]],
            },
            Part::Text("Emma 🙂 محمد ".to_string() + &"x".repeat(300)),
            Part::Table {
                caption: "Many".into(),
                head: vec!["Nr.".into(), "Navn".into(), "Dato".into(), "Emne".into(), "Beløb".into()],
                rows: five,
            },
            Part::Text("word ".repeat(200) + &"y".repeat(if n > 100 { 30_000 } else { 10 })),
        ],
    };
    let t = std::time::Instant::now();
    let b = pdf(&d, 0)?;
    println!("{:?} {} bytes", t.elapsed(), b.len());
    std::fs::write(std::env::args().nth(1).ok_or("f")?, b)?;
    Ok(())
}
