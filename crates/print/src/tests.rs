//! What a document says and how it is marked up, read back from the pages and, by another library, from the bytes.

use std::collections::BTreeMap;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Name, Object};
use proptest::prelude::*;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::{Document, Part, PrintError, inputs, pdf, world};

const AT: i64 = 1_795_336_680;

fn with(parts: Vec<Part>) -> Document {
    Document {
        lang: "da",
        title: "Indsigt".to_owned(),
        subtitle: "Eksempelby Kommune".to_owned(),
        issued: "22. november 2026".to_owned(),
        footer: "Fortroligt".to_owned(),
        parts,
    }
}

fn table(columns: usize, rows: usize) -> Part {
    let head = (0..columns).map(|column| format!("Kolonne {column}")).collect();
    let rows = (0..rows).map(|row| (0..columns).map(|column| format!("{row} i {column}")).collect()).collect();
    Part::Table { caption: "Mange rækker".to_owned(), head, rows }
}

/// What is seen on each page, in the order in which it is drawn; places to break a word are not seen.
fn seen(document: &Document) -> Vec<String> {
    let fonts = world::fonts().unwrap();
    let world = world::Paper::new(fonts, inputs::of(document, fonts));
    let paged: PagedDocument = typst::compile(&world).output.unwrap();
    let page = |frame: &Frame| {
        let mut text = String::new();
        gather(frame, &mut text);
        text.replace('\u{200B}', "")
    };
    paged.pages().iter().map(|one| page(&one.frame)).collect()
}

fn gather(frame: &Frame, into: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => gather(&group.frame, into),
            FrameItem::Text(text) => into.push_str(&text.text),
            _ => {}
        }
    }
}

/// How often each kind of mark-up stands in the tree of the file.
fn marks(bytes: Vec<u8>) -> BTreeMap<String, usize> {
    let file = Pdf::new(bytes).unwrap();
    let mut marks = BTreeMap::new();
    for object in file.objects() {
        if let Object::Dict(dict) = object
            && dict.contains_key("P")
            && let Some(kind) = dict.get::<Name<'_>>("S")
        {
            *marks.entry(kind.as_str().to_owned()).or_default() += 1;
        }
    }
    marks
}

fn root(file: &Pdf) -> Dict<'_> {
    file.xref().get(file.xref().root_id()).unwrap()
}

#[test]
fn it_says_which_standards_it_keeps_and_what_it_is() {
    let bytes = pdf(&with(vec![Part::Heading("Forløb".to_owned())]), AT).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    for wanted in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", ">Indsigt<", "2026-11-22T"] {
        assert!(text.contains(wanted), "{wanted}");
    }
    let file = Pdf::new(bytes.clone()).unwrap();
    let root = root(&file);
    let text = |key: &str| root.get::<hayro_syntax::object::String<'_>>(key).map(|text| text.as_bytes().to_vec());
    assert_eq!(text("Lang").as_deref(), Some(b"da".as_slice()));
    assert!(root.get::<Dict<'_>>("MarkInfo").unwrap().get::<bool>("Marked").unwrap());
    assert!(root.get::<Dict<'_>>("Outlines").unwrap().get::<Dict<'_>>("First").is_some());
}

#[test]
fn headings_tables_and_facts_are_marked_up() {
    let facts = Part::Facts(vec![("Navn".to_owned(), "Emma".to_owned()), ("Sag".to_owned(), "12".to_owned())]);
    let parts = vec![Part::Heading("Om dig".to_owned()), facts, table(3, 200), Part::Note("Husk".to_owned())];
    let marks = marks(pdf(&with(parts), AT).unwrap());
    let count = |kind: &str| marks.get(kind).copied().unwrap_or(0);
    assert_eq!((count("Table"), count("Caption"), count("TH"), count("TD")), (1, 1, 3, 600), "{marks:?}");
    assert_eq!((count("H1"), count("H2"), count("L"), count("LI")), (1, 1, 1, 2), "{marks:?}");
}

#[test]
fn what_people_write_is_never_markup_or_code() {
    let name =
        r##"#read("x") *bold* $x$ <label> @ref \ _e_ `raw` = H // c [a](b) https://a.example #{1+1} -- ... "q""##;
    let cell = || name.to_owned();
    let document = Document {
        title: cell(),
        subtitle: cell(),
        issued: cell(),
        footer: cell(),
        ..with(vec![
            Part::Heading(cell()),
            Part::Text(cell()),
            Part::Note(cell()),
            Part::Facts(vec![(cell(), cell())]),
            Part::Table { caption: cell(), head: vec![cell()], rows: vec![vec![cell()]] },
        ])
    };
    let squeezed = |text: &str| text.replace([' ', '-', '\u{2010}', '\u{AD}'], "");
    let seen = squeezed(&seen(&document).concat());
    assert_eq!(seen.matches(&squeezed(name)).count(), 12, "{seen}");
    pdf(&document, AT).unwrap();
}

#[test]
fn the_head_stands_on_each_page_and_so_does_the_number() {
    let pages = seen(&with(vec![table(3, 120)]));
    assert!(pages.len() > 2);
    for (index, page) in pages.iter().enumerate() {
        assert!(page.contains("Kolonne 2"), "{page}");
        assert!(page.contains(&format!("Side {} af {}", index + 1, pages.len())), "{page}");
    }
}

#[test]
fn english_documents_count_pages_in_english() {
    let document = Document { lang: "en", ..with(vec![]) };
    assert!(seen(&document).concat().contains("Page 1 of 1"));
}

#[test]
fn a_table_of_nothing_still_shows_its_head() {
    assert!(seen(&with(vec![table(3, 0)])).concat().contains("Kolonne 1"));
    let nothing = Part::Table { caption: String::new(), head: vec![], rows: vec![vec![], vec![]] };
    pdf(&with(vec![nothing, table(2, 0), Part::Facts(vec![])]), AT).unwrap();
}

#[test]
fn tables_of_many_pages_are_printed() {
    let bytes = pdf(&with(vec![table(2, 400)]), AT).unwrap();
    let pages = Pdf::new(bytes).unwrap().pages().len();
    assert!((9..15).contains(&pages), "{pages}");
}

#[test]
fn long_words_stay_on_the_paper() {
    let word = "x".repeat(600);
    let code = "en-meget-lang.adresse@et-meget-langt-navn.example";
    let cells = vec![word.clone(), code.to_owned(), "y".repeat(60), code.to_owned(), code.to_owned()];
    let table = Part::Table { caption: word.clone(), head: cells.clone(), rows: vec![cells] };
    let document = with(vec![
        Part::Heading(word.clone()),
        Part::Text(word.clone()),
        Part::Facts(vec![(word.clone(), word)]),
        table,
    ]);
    let fonts = world::fonts().unwrap();
    let paper = world::Paper::new(fonts, inputs::of(&document, fonts));
    let paged: PagedDocument = typst::compile(&paper).output.unwrap();
    for page in paged.pages() {
        assert!(furthest(&page.frame, 0.0) < 210.0 - 20.0, "{}", furthest(&page.frame, 0.0));
    }
    pdf(&document, AT).unwrap();
}

/// How far right letters stand, in millimetres.
fn furthest(frame: &Frame, from: f64) -> f64 {
    let end = |(place, item): &(typst::layout::Point, FrameItem)| match item {
        FrameItem::Group(group) => furthest(&group.frame, from + place.x.to_mm()),
        FrameItem::Text(text) => from + (place.x + text.width()).to_mm(),
        _ => 0.0,
    };
    frame.items().map(end).fold(0.0, f64::max)
}

#[test]
fn what_the_font_lacks_is_shown_as_missing() {
    let text = "Emma 🙂 👩‍👩‍👧 محمد 李 \u{202E}vendt\u{E000}\0 \u{FEFF}å a\u{30A}";
    let document = with(vec![Part::Heading(text.to_owned()), Part::Text(text.to_owned()), table(1, 1)]);
    let seen = seen(&document).concat();
    assert!(seen.contains("Emma ◊ ◊◊◊ ◊◊◊◊ ◊ vendt◊ å a\u{30A}"), "{seen}");
    pdf(&document, AT).unwrap();
}

#[test]
fn a_document_of_nothing_is_a_page() {
    let empty = String::new;
    let document =
        Document { lang: "da", title: empty(), subtitle: empty(), issued: empty(), footer: empty(), parts: vec![] };
    assert_eq!(Pdf::new(pdf(&document, AT).unwrap()).unwrap().pages().len(), 1);
    let blanks = [Part::Heading(empty()), Part::Text("\n \n".to_owned()), Part::Note(empty())];
    pdf(&with(blanks.to_vec()), AT).unwrap();
}

#[test]
fn the_same_document_and_moment_give_the_same_bytes() {
    let document = with(vec![Part::Heading("Sessioner".to_owned()), table(4, 80), Part::Note("Husk".to_owned())]);
    let first = pdf(&document, AT).unwrap();
    assert_eq!(first, pdf(&document, AT).unwrap());
    assert_ne!(first, pdf(&document, AT + 1).unwrap());
}

#[test]
fn a_moment_out_of_range_is_refused() {
    for at in [i64::MIN, i64::MAX, -62_167_219_201] {
        assert_eq!(pdf(&with(vec![]), at), Err(PrintError::Moment));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any characters at all, most of them such as the font has.
    #[test]
    fn no_text_stops_the_printer(a in "\\PC{0,40}", b in "[\\x00-\\u{24F}\\u{300}-\\u{36F}\\u{2000}-\\u{2070}]{0,60}", c in any::<String>()) {
        let parts = vec![
            Part::Heading(a.clone()),
            Part::Text(b.clone()),
            Part::Facts(vec![(c.clone(), a.clone())]),
            Part::Table { caption: c.clone(), head: vec![b.clone(), a.clone()], rows: vec![vec![c.clone()], vec![a.clone(), b.clone(), c.clone()]] },
            Part::Note(c.clone()),
        ];
        let document = Document { lang: "da", title: b, subtitle: c, issued: a.clone(), footer: a, parts };
        prop_assert!(pdf(&document, AT).is_ok(), "{:?}", pdf(&document, AT));
    }
}
