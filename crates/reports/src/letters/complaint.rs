//! The receipt for a complaint: when it came, what happens to it, and by when.

use lods_domain::steps::{Choice, StepField, StepKind};
use lods_i18n::Texts;
use lods_print::Document;

use super::paper::{Paper, named, pair};
use super::{LetterFacts, decision};

pub fn letter(t: Texts, facts: &LetterFacts<'_>) -> Document {
    let by = facts.answers.one(StepField::By);
    let (title, lead) = match by {
        Some(Choice::Parent | Choice::Representative) => {
            (t.letter_receipt_other_title(), t.letter_receipt_other_lead())
        }
        _ => (t.letter_receipt_title(), t.letter_receipt_lead()),
    };
    let mut paper = Paper::begin(t, facts, lead);
    let who = match by {
        Some(Choice::Parent) => t.letter_receipt_by_parent(),
        Some(Choice::Representative) => t.letter_receipt_by_representative(),
        _ => t.letter_receipt_by_young_person(),
    };
    let received = [Some(pair(t.letter_receipt_on(), &t.date(facts.day))), Some(pair(t.letter_receipt_by(), who))];
    let told = [over(t, facts), named(facts, t.letter_receipt_about(), StepField::About)];
    paper.push(lods_print::Part::Facts(received.into_iter().chain(told).flatten().collect()));
    paper.paragraphs(t.letter_next_heading(), &next(t, facts));
    paper.signed(title)
}

/// The decision complained of, by the name of its letter.
fn over(t: Texts, facts: &LetterFacts<'_>) -> Option<(String, String)> {
    let earlier = facts.earlier.filter(|earlier| {
        matches!(earlier.kind, StepKind::Grant | StepKind::Refusal | StepKind::Extension | StepKind::Change)
    })?;
    let decided =
        LetterFacts { kind: earlier.kind, answers: earlier.answers, day: earlier.day, earlier: None, ..*facts };
    let named = t.letter_receipt_over_decision(&t.date(earlier.day), decision::title(t, &decided));
    Some(pair(t.letter_receipt_over(), &named))
}

fn next(t: Texts, facts: &LetterFacts<'_>) -> Vec<String> {
    let again = t.letter_receipt_again(&t.date(facts.day.plus_days(facts.reassess_days)));
    let on = match facts.basis {
        Some(basis) => t.letter_receipt_on_to(&basis.appeal),
        None => t.letter_receipt_on_to_unnamed().to_owned(),
    };
    vec![again, t.letter_receipt_new().to_owned(), on, t.letter_receipt_help().to_owned()]
}
