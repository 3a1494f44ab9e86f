//! A folder of the import format, written by hand in a test.

use std::path::Path;

use tempfile::TempDir;

/// A folder that is thrown away after the test.
pub struct ExtractFolder(TempDir);

impl ExtractFolder {
    #[must_use]
    pub fn empty() -> ExtractFolder {
        ExtractFolder(tempfile::tempdir().unwrap())
    }

    /// Two units, two mentors, two citizens and two courses with sessions, goals and follow-ups: whole and without faults.
    #[must_use]
    pub fn small() -> ExtractFolder {
        ExtractFolder::empty()
            .with("enheder", "Enhed;Type;CVR\nKorpset;intern;\nÅben Dør;leverandør;12345674\n")
            .with("priser", "Enhed;Gyldig fra;Gyldig til;Timepris\nÅben Dør;01-01-2021;31-12-2021;560,00\nÅben Dør;01-01-2022;;1.290,20\n")
            .with("mentorer", "MentorID;Navn;Enhed;Ugentlige timer;Kompetencer\nM001;Østen Ågård;Korpset;22,5;ADHD,angst\nM002;Aase Bæk;Åben Dør;15;\n")
            .with("borgere", "CPR;Fornavn;Efternavn;Adressebeskyttelse;Behov\n670190-1234;Åse;Zachariassen;nej;ADHD\n610295-4678;Bo;Ærø;ja;misbrug\n")
            .with("forloeb", "Sagsnr;CPR;Målgruppe;Bekymring;Besluttet;Afgørelse;Start;Forventet slut;Slut;Afslutning;Afslutningsårsag;Timer pr. uge;Enhed;MentorID;Formål\n\
                2022-00001;670190-1234;Kontanthjælp;01-01-2022;09-01-2022;bevilget;15-01-2022;15-07-2022;;;;2;Korpset;M001;komme op om morgenen\n\
                2021-00002;610295-4678;Uddannelseshjælp;01-06-2021;20-06-2021;bevilget;01-07-2021;31-12-2021;30-12-2021;planlagt;mål nået;3;Åben Dør;M002;\n")
            .with("registreringer", "Sagsnr;MentorID;Start;Form;Udfald;ATA-minutter;Transportminutter;Km;Gruppe\n\
                2022-00001;M001;17-01-2022 10:00;møde;afholdt;60;15;12,5;\n\
                2022-00001;M001;24-01-2022 10:00;hjemmebesøg;lukket dør;0;15;12,5;\n\
                2021-00002;M002;05-07-2021 13:30;telefon;afholdt;45;;;\n")
            .with("maal", "MålID;Sagsnr;Type;Mål;Oprettet\nG1;2022-00001;mestring;Op kl. 8;15-01-2022\n")
            .with("maalinger", "MålID;Dato;Værdi\nG1;15-01-2022;2\nG1;15-02-2022;4,5\n")
            .with("opfoelgninger", "Sagsnr;Dato;Sagsbehandler;Mentor;Borger\n2022-00001;20-02-2022;ja;ja;nej\n")
            .with("supervision", "MentorID;Dato;Form\nM001;10-01-2022;gruppe\n")
            .with("samtykker", "CPR;Givet;Tilbagekaldt;Til;Formål\n670190-1234;15-01-2022;;Jobcenter;koordinering\n")
            .with("udgifter", "Dato;Konto;Enhed;Art;Beløb;Bilag\n31-12-2021;05.68.90;Åben Dør;faktura;420,00;B1\n31-12-2022;05.68.90;Korpset;løn;-100,50;B2\n")
            .with("budget", "År;Konto;Enhed;Beløb\n2022;05.68.90;Korpset;4.580.000,00\n")
    }

    /// Writes (or overwrites) a table.
    #[must_use]
    pub fn with(self, table: &str, text: &str) -> ExtractFolder {
        self.with_bytes(&format!("{table}.csv"), text.as_bytes())
    }

    #[must_use]
    pub fn with_bytes(self, file: &str, bytes: &[u8]) -> ExtractFolder {
        std::fs::write(self.path().join(file), bytes).unwrap();
        self
    }

    #[must_use]
    pub fn without(self, table: &str) -> ExtractFolder {
        std::fs::remove_file(self.path().join(format!("{table}.csv"))).unwrap();
        self
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}
