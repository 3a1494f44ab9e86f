//! What was agreed at the beginning, on one page that each can keep: the young person's own wish first.

use lods_domain::access::Role;
use lods_domain::steps::{Choice, StepField};
use lods_i18n::Texts;
use lods_print::{Document, Part};

use super::LetterFacts;
use super::paper::{Paper, named};

pub fn letter(t: Texts, facts: &LetterFacts<'_>) -> Document {
    let mut paper = Paper::blank(t, facts);
    paper.push(Part::Facts(agreed(t, facts)));
    if !facts.goals.is_empty() {
        paper.push(goals(t, facts));
    }
    paper.push(signatures(t, facts));
    let with = facts.mentor.map(|mentor| t.letter_agreement_between(facts.citizen, mentor));
    paper.finish(t.letter_agreement_title(), with.as_deref().unwrap_or(facts.citizen))
}

fn agreed(t: Texts, facts: &LetterFacts<'_>) -> Vec<(String, String)> {
    let fields = [
        (t.letter_agreement_wish(), StepField::OwnWish),
        (t.letter_agreement_goal(), StepField::SystemGoal),
        (t.letter_agreement_fit(), StepField::Reconciled),
        (t.letter_agreement_can(), StepField::CanHelp),
        (t.letter_agreement_cannot(), StepField::CannotHelp),
        (t.letter_agreement_long(), StepField::Duration),
        (t.letter_agreement_ends(), StepField::HowItEnds),
        (t.letter_agreement_broken(), StepField::IfBrokenOff),
    ];
    fields.into_iter().filter_map(|(name, field)| named(facts, name, field)).collect()
}

fn goals(t: Texts, facts: &LetterFacts<'_>) -> Part {
    let head = [
        t.letter_agreement_title_head(),
        t.letter_agreement_steps_head(),
        t.letter_agreement_low_head(),
        t.letter_agreement_high_head(),
    ];
    let row = |goal: &super::LetterGoal| {
        vec![goal.title.clone(), goal.small_steps.clone(), goal.low.clone(), goal.high.clone()]
    };
    Part::Table {
        caption: t.letter_agreement_goals().to_owned(),
        head: head.map(str::to_owned).to_vec(),
        rows: facts.goals.iter().map(row).collect(),
    }
}

/// A line for each who signed; where nobody is on record yet, for the three who should.
fn signatures(t: Texts, facts: &LetterFacts<'_>) -> Part {
    let on_record = facts.answers.many(StepField::SignedBy);
    let asked = [Choice::YoungPerson, Choice::Mentor, Choice::Caseworker];
    let who = if on_record.is_empty() { &asked } else { on_record };
    let head = [t.letter_agreement_who_head(), t.letter_agreement_day_head(), t.letter_agreement_name_head()];
    let row = |who: &Choice| vec![signing(t, facts, *who), String::new(), String::new()];
    Part::Table {
        caption: t.letter_agreement_signed().to_owned(),
        head: head.map(str::to_owned).to_vec(),
        rows: who.iter().map(row).collect(),
    }
}

/// By role, and by name where it is known: two lines, so that there is room to write beside them.
fn signing(t: Texts, facts: &LetterFacts<'_>, who: Choice) -> String {
    let caseworker = facts.signer.filter(|signer| signer.role == Some(Role::Caseworker)).map(|signer| signer.name);
    let (role, name) = match who {
        Choice::Mentor => (t.letter_who_mentor(), facts.mentor),
        Choice::Caseworker => (t.letter_who_caseworker(), caseworker),
        Choice::Parent => (t.letter_who_parent(), None),
        _ => (t.letter_who_young_person(), Some(facts.citizen)),
    };
    format!("{role}\n{}", name.unwrap_or_else(|| t.letter_who_unnamed()))
}
