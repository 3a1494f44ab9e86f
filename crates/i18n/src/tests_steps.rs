//! The words of the steps, as forms and letters meet them.

use lods_domain::Minutes;
use lods_domain::steps::{Answer, AnswerFault, Asked, Choice, Input, Need, StepField, StepKind, form};

use super::*;

const DA: Texts = Texts::new(Lang::Da);
const EN: Texts = Texts::new(Lang::En);

fn asked(kind: StepKind, field: StepField) -> &'static Asked {
    form(kind).iter().find(|asked| asked.field == field).unwrap()
}

fn answer(texts: Texts, kind: StepKind, field: StepField, written: &[&str]) -> String {
    let asked = asked(kind, field);
    texts.answer(kind, asked, &Answer::read(&asked.input, written).unwrap().unwrap())
}

/// A paragraph sign, or a word that only the law's own text uses.
fn speaks_law(text: &str) -> bool {
    text.contains('§') || text.contains("stk.") || text.contains("jf.")
}

#[test]
fn every_step_has_a_name_a_button_and_a_lead_of_its_own() {
    for lang in Lang::ALL {
        let t = Texts::new(*lang);
        for told in [Texts::step, Texts::step_do, Texts::step_lead] {
            let texts: Vec<&str> = StepKind::ALL.iter().map(|kind| told(t, *kind)).collect();
            for (at, text) in texts.iter().enumerate() {
                assert!(!text.trim().is_empty() && !speaks_law(text), "{text}");
                assert!(!texts[..at].contains(text), "two steps say: {text}");
            }
        }
        for kind in StepKind::ALL {
            assert!(t.step(*kind).chars().count() <= 40 && t.step_do(*kind).chars().count() <= 50, "{}", t.step(*kind));
            assert!(t.step_lead(*kind).ends_with('.'), "{}", t.step_lead(*kind));
        }
    }
}

#[test]
fn every_field_that_is_asked_for_has_a_short_label_and_at_most_two_lines_of_help() {
    for lang in Lang::ALL {
        let t = Texts::new(*lang);
        for kind in StepKind::ALL {
            let mut labels = Vec::new();
            for asked in form(*kind) {
                let (label, place) = (t.step_field(*kind, asked.field), (kind.code(), asked.field.code()));
                assert!(!label.trim().is_empty() && label.chars().count() <= 90, "{place:?}: {label}");
                assert!(
                    !labels.contains(&label),
                    "{place:?} is asked for under a name that another field has: {label}"
                );
                labels.push(label);
                if let Some(hint) = t.step_hint(*kind, asked.field) {
                    assert!(!hint.trim().is_empty() && hint.chars().count() <= 150, "{place:?}: {hint}");
                    assert!(!speaks_law(hint), "{place:?}: {hint}");
                }
            }
        }
    }
}

#[test]
fn what_the_law_asks_for_is_explained_where_it_is_asked() {
    for kind in StepKind::ALL {
        for asked in form(*kind).iter().filter(|asked| asked.need == Need::Law) {
            let explained = DA.step_hint(*kind, asked.field).is_some() || *kind == StepKind::StatutoryFollowUp;
            assert!(explained, "{}: {}", kind.code(), asked.field.code());
        }
    }
    assert_eq!(DA.need(Need::Law), Some("Loven kræver det"));
    assert_eq!((DA.need(Need::Always), DA.need(Need::Optional)), (None, None));
}

#[test]
fn a_field_is_named_by_the_step_that_asks_for_it() {
    let note = |kind| DA.step_field(kind, StepField::Note);
    assert_eq!(note(StepKind::HearingAnswer), "Hvad svarede borgeren?");
    assert_eq!(note(StepKind::Start), "Bemærkning");
    let reasons = |kind| DA.step_field(kind, StepField::Reasons);
    assert_eq!(
        (reasons(StepKind::Refusal), reasons(StepKind::Undo)),
        ("Begrundelse", "Hvorfor tager du trinnet tilbage?")
    );
    assert_eq!(DA.step_field(StepKind::Extension, StepField::Until), "Forlænget til og med");
    assert_eq!(EN.step_field(StepKind::Complaint, StepField::By), "Who complains?");
    assert_eq!(DA.step_hint(StepKind::Closing, StepField::Reasons), None);
}

#[test]
fn every_word_that_is_offered_together_is_another_word() {
    for lang in Lang::ALL {
        let t = Texts::new(*lang);
        for choice in Choice::ALL {
            assert!(!t.choice(*choice).trim().is_empty() && t.choice(*choice).chars().count() <= 60);
        }
        for asked in StepKind::ALL.iter().flat_map(|kind| form(*kind)) {
            if let Input::One(offered) | Input::Many(offered) = asked.input {
                let words: Vec<&str> = offered.iter().map(|choice| t.choice(*choice)).collect();
                for (at, word) in words.iter().enumerate() {
                    assert!(!words[..at].contains(word), "{}: {word}", asked.field.code());
                }
            }
        }
    }
}

#[test]
fn a_departure_has_its_cause() {
    assert_eq!(DA.departure_cause(Choice::LackOfTime), "Der var ikke tid nok");
    assert_eq!(DA.departure_cause(Choice::OwnWish), "Borgeren ønsker det sådan");
    assert_ne!(DA.departure_cause(Choice::Other), DA.choice(Choice::Other));
}

#[test]
fn an_answer_is_read_as_people_write_it() {
    assert_eq!(answer(DA, StepKind::Grant, StepField::From, &["2026-03-02"]), "2. marts 2026");
    assert_eq!(answer(DA, StepKind::Appointment, StepField::On, &["2026-03-02"]), "mandag den 2. marts 2026");
    assert_eq!(answer(DA, StepKind::Grant, StepField::Weekly, &["2,5"]), "2,5 t. om ugen");
    assert_eq!(answer(DA, StepKind::Score, StepField::Points, &["7,5"]), "7,5");
    assert_eq!(answer(EN, StepKind::Score, StepField::Points, &["7,5"]), "7.5");
    assert_eq!(answer(DA, StepKind::FollowUp, StepField::TookPart, &["mentor", "caseworker"]), "Sagsbehandler, Mentor");
    assert_eq!(answer(DA, StepKind::Match, StepField::Impartial, &["yes"]), "Ja");
    assert_eq!(answer(DA, StepKind::Match, StepField::Mentor, &["17"]), "");
    assert_eq!(answer(DA, StepKind::Grant, StepField::Basis, &["lab-167-1"]), "lab-167-1");
    let hours = Answer::Weekly(Minutes::new(135));
    assert_eq!(EN.answer(StepKind::Grant, asked(StepKind::Grant, StepField::Weekly), &hours), "2.25 h a week");
}

#[test]
fn the_young_person_is_asked_in_the_second_person() {
    for lang in Lang::ALL {
        let t = Texts::new(*lang);
        for kind in StepKind::ALL.iter().filter(|kind| kind.is_own()) {
            assert_ne!(t.own_step(*kind), t.step(*kind));
            assert_ne!(t.own_step_lead(*kind), t.step_lead(*kind));
            for asked in form(*kind) {
                let text = t.own_field(asked.field);
                assert!(!text.trim().is_empty() && text.chars().count() <= 60, "{text}");
            }
            // Long words and long sentences lose a reader of thirteen.
            for sentence in
                [t.own_step(*kind), t.own_step_lead(*kind)].into_iter().flat_map(|text| text.split(['.', '?']))
            {
                let words: Vec<&str> = sentence.split_whitespace().collect();
                assert!(words.len() <= 14, "{sentence}");
                assert!(words.iter().all(|word| word.chars().count() <= 13), "{sentence}");
            }
        }
    }
    let young: Vec<&str> = form(StepKind::Evaluation).iter().map(|asked| DA.own_field(asked.field)).collect();
    assert!(young.iter().all(|text| !text.contains("borger")), "{young:?}");
}

#[test]
fn every_fault_of_an_answer_says_what_to_write() {
    let faults = [
        AnswerFault::Day,
        AnswerFault::Choice,
        AnswerFault::Hours,
        AnswerFault::Points,
        AnswerFault::Id,
        AnswerFault::TooLong,
    ];
    for lang in Lang::ALL {
        let texts = faults.map(|fault| Texts::new(*lang).answer_fault(fault));
        assert!(texts.iter().all(|text| !text.is_empty()), "{texts:?}");
    }
}
