//! The texts as a reader meets them.

use lods_domain::courses::dues::{Due, DueKind};

use super::*;

/// Makes a message with the given number for each number, and a sample of each other variable.
pub type Sample = fn(Texts, i64) -> String;

#[test]
fn every_message_in_both_languages() {
    let (danish, english) = (Texts::new(Lang::Da), Texts::new(Lang::En));
    let mut table = String::new();
    for (id, sample) in SAMPLES {
        let (da, en) = (sample(danish, 2), sample(english, 2));
        assert!(!da.trim().is_empty() && !en.trim().is_empty(), "{id} is empty");
        table.push_str(&format!("{id}\n  da  {da}\n  en  {en}\n"));
    }
    insta::assert_snapshot!(table);
}

#[test]
fn every_message_for_none_and_one() {
    for lang in Lang::ALL {
        let texts = Texts::new(*lang);
        for n in [0, 1] {
            for (id, sample) in SAMPLES {
                let text = sample(texts, n);
                assert!(!text.trim().is_empty(), "{id} is empty for {n}");
                assert!(!text.contains('{') && !text.contains('$'), "{id}: {text}");
            }
        }
    }
    let danish = Texts::new(Lang::Da);
    assert_eq!(danish.courses_found(0), "Ingen forløb fundet");
    assert_eq!(danish.courses_found(1), "1 forløb fundet");
    assert_eq!(danish.courses_found(12_345), "12.345 forløb fundet");
}

#[test]
fn the_word_for_a_citizen_is_borger_and_nobody_is_addressed_formally() {
    for (id, sample) in SAMPLES {
        let text = sample(Texts::new(Lang::Da), 2);
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
        for other_word in ["mentee", "klient", "bruger-id", "venligst", "jobcenter", "samtale", "kontaktperson"] {
            assert!(!words.contains(&other_word), "{id}: {text}");
        }
        assert!(!words.contains(&"deres") && !text.contains(" Dem "), "{id}: {text}");
    }
}

#[test]
fn why_something_is_due() {
    let on = "2026-03-02".parse().unwrap();
    let danish = Texts::new(Lang::Da);
    let reason = |kind, rule_days| danish.due_reason(Due { kind, on }, rule_days);
    assert_eq!(reason(DueKind::FollowUp, 42), "Skal holdes hver 6. uge: senest 2. marts 2026");
    assert_eq!(reason(DueKind::FollowUp, 40), "Skal holdes hver 40. dag: senest 2. marts 2026");
    assert_eq!(reason(DueKind::FollowUp, 7), "Skal holdes hver uge: senest 2. marts 2026");
    assert_eq!(reason(DueKind::Decide, 10), "Senest 10 dage efter bekymringen: 2. marts 2026");
    assert_eq!(reason(DueKind::Expiry, 0), "Udløber 2. marts 2026: forlæng eller afslut");
    let english = Texts::new(Lang::En);
    assert_eq!(
        english.due_reason(Due { kind: DueKind::FollowUp, on }, 42),
        "To be held every 6 weeks: by 2 March 2026"
    );
}

#[test]
fn a_language_is_known_by_its_code() {
    for lang in Lang::ALL {
        assert_eq!(Lang::from_code(lang.code()), Some(*lang));
        assert_eq!(lang.other().other(), *lang);
    }
    assert_eq!(Lang::from_code("de"), None);
    assert_eq!(Lang::default(), Lang::Da);
}
