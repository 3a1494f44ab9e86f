//! Prints a made-up document of three pages into a file, to look at: `cargo run --release -p lods-print --example insight FILE [en]`.
//! It tells how long that took, first and in the middle of thirty.

use std::error::Error;
use std::time::{Duration, Instant};

use lods_print::{Document, Part, pdf};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name the file to write")?;
    let document = document(if std::env::args().nth(2).as_deref() == Some("en") { "en" } else { "da" });
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..30 {
        let started = Instant::now();
        std::fs::write(&path, pdf(&document, 1_795_336_680)?)?;
        times.push(started.elapsed());
    }
    let first = times.first().copied().unwrap_or_default();
    times.sort();
    println!("first {first:.1?}, median {:.1?}, slowest {:.1?}", times[times.len() / 2], times[times.len() - 1]);
    Ok(())
}

fn document(lang: &'static str) -> Document {
    Document {
        lang,
        title: "Indsigt i oplysninger om Emma Østergaard".to_owned(),
        subtitle: "Mentorstøtte i Eksempelby Kommune".to_owned(),
        issued: "Trukket den 22. november 2026 kl. 09.38".to_owned(),
        footer: "Eksempelby Kommune · Fortroligt · Sagsnummer 2025-0014".to_owned(),
        parts: vec![
            Part::Text(
                "Du har bedt om at se, hvilke oplysninger kommunen har om dig i forbindelse med mentorstøtte. Her er de \
                 alle, som de så ud, da dokumentet blev trukket.\n\nDu kan bede om at få rettet det, der er forkert. \
                 Skriv til din sagsbehandler, eller ring til borgerservice."
                    .to_owned(),
            ),
            Part::Note(
                "Oplysninger om andre personer er taget ud. Har du brug for at vide hvorfor, kan du spørge din sagsbehandler."
                    .to_owned(),
            ),
            Part::Heading("Stamoplysninger".to_owned()),
            facts(&[
                ("Navn", "Emma Østergaard"),
                ("CPR-nummer", "010190-xxxx"),
                ("Adresse", "Åboulevarden 12, 3. th.\n9999 Eksempelby"),
                ("E-mail", "emma.oestergaard.med-et-meget-langt-navn@eksempelby-kommune.example"),
                ("Sagsbehandlende enhed og område", "Jobcenter Nord, unge under 30 år"),
                ("Særlige hensyn ved kontakt med borgeren og netværket", "Ring helst efter kl. 10."),
            ]),
            Part::Heading("Forløb".to_owned()),
            table("Bevillinger", &["Periode", "Timer pr. uge", "Beløb", "Begrundelse"], grants()),
            table("Sessioner", &["Dato", "Mentor", "Minutter", "Emne"], sessions()),
            Part::Heading("Hvem har set oplysningerne".to_owned()),
            table("Opslag", &["Tidspunkt", "Hvem", "Hvad", "Hvorfor"], Vec::new()),
            Part::Text("Ingen andre end din sagsbehandler har set dem.".to_owned()),
        ],
    }
}

fn facts(facts: &[(&str, &str)]) -> Part {
    Part::Facts(facts.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

fn table(caption: &str, head: &[&str], rows: Vec<Vec<String>>) -> Part {
    Part::Table { caption: caption.to_owned(), head: head.iter().map(|cell| (*cell).to_owned()).collect(), rows }
}

fn grants() -> Vec<Vec<String>> {
    let why = "Støtte til at fastholde uddannelse, herunder hjælp til struktur i hverdagen, kontakt til skolen og \
               forberedelse af møder med det videreførende uddannelsessted.";
    vec![
        row(&["1. januar 2025 – 30. juni 2025", "3", "12.450,00 kr.", why]),
        row(&["1. juli 2025 – 31. december 2025", "2,5", "9.800,00 kr.", "Forlænget efter opfølgning."]),
    ]
}

fn sessions() -> Vec<Vec<String>> {
    let about =
        ["Første møde", "Samtale med læreren om fravær og nye aftaler for foråret", "Gåtur", "Økonomi og bolig"];
    let one = |number: usize| {
        let date = format!("{}. {} 2025", number % 27 + 1, ["januar", "februar", "marts"][number % 3]);
        row(&[&date, "Søren Ålborg-Kjærgaard", &(30 + number % 4 * 15).to_string(), about[number % 4]])
    };
    (0..52).map(one).collect()
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}
