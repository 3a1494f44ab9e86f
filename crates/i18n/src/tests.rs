//! The texts as a reader meets them.

use lods_domain::dues::{Because, Due, DueKind};

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
    let on: lods_domain::Day = "2026-03-02".parse().unwrap();
    let about: lods_domain::Day = "2026-02-16".parse().unwrap();
    let because = |count| Because { count, working: false, rule: None, about, warn_from: None };
    let danish = Texts::new(Lang::Da);
    let reason = |kind, count| danish.due_reason(Due { kind, on }, &because(count));
    assert_eq!(reason(DueKind::FollowUp, 42), "Skal holdes hver 6. uge: senest 2. marts 2026");
    assert_eq!(reason(DueKind::FollowUp, 40), "Skal holdes hver 40. dag: senest 2. marts 2026");
    assert_eq!(reason(DueKind::FollowUp, 7), "Skal holdes hver uge: senest 2. marts 2026");
    assert_eq!(reason(DueKind::Decide, 10), "Senest 10 dage efter bekymringen: 2. marts 2026");
    assert_eq!(reason(DueKind::Expiry, 0), "Udløber 2. marts 2026: forlæng eller afslut");
    assert_eq!(
        reason(DueKind::SeekContact, 14),
        "Ingen kontakt siden 16. februar 2026: søg kontakt senest 2. marts 2026"
    );
    let working = Because { working: true, ..because(10) };
    let decide = Due { kind: DueKind::Decide, on };
    assert_eq!(danish.due_reason(decide, &working), "Senest 10 arbejdsdage efter bekymringen: 2. marts 2026");
    let english = Texts::new(Lang::En);
    assert_eq!(
        english.due_reason(Due { kind: DueKind::FollowUp, on }, &because(42)),
        "To be held every 6 weeks: by 2 March 2026"
    );
    assert_eq!(danish.due_from(DueKind::Expiry, &because(0)), "Kilde: Bevillingen");
    assert!(danish.due_from(DueKind::SetGoal, &because(0)).starts_with("Kilde: F2.1 "));
    for lang in Lang::ALL {
        let texts = Texts::new(*lang);
        let mut names: Vec<&str> = DueKind::ALL.iter().map(|kind| texts.due_kind(*kind)).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), DueKind::ALL.len(), "each kind has a name of its own");
        for kind in DueKind::ALL {
            let reason = texts.due_reason(Due { kind: *kind, on }, &because(30));
            assert!(reason.contains("2026") && !reason.contains('$'), "{reason}");
        }
    }
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
