//! The decision on a mentor, on more time, or on none. Where all is granted the letter tells what and what comes next;
//! where it is not, it tells why, and how to complain.

use lods_domain::Minutes;
use lods_domain::steps::{StepField, StepKind};
use lods_i18n::Texts;
use lods_print::Document;

use super::paper::{Paper, named, pair};
use super::{Earlier, LetterFacts, change, guidance, hours};

/// What the letter of a decision is called.
pub fn title(t: Texts, facts: &LetterFacts<'_>) -> &'static str {
    match (facts.kind, facts.is_partly()) {
        (StepKind::Refusal, _) if is_kept(facts) => t.letter_refusal_kept_title(),
        (StepKind::Refusal, _) => t.letter_refusal_title(),
        (StepKind::Change, _) => change::title(t, facts),
        (StepKind::Extension, false) => t.letter_extension_title(),
        (StepKind::Extension, true) => t.letter_extension_partly_title(),
        (_, false) => t.letter_grant_title(),
        (_, true) => t.letter_grant_partly_title(),
    }
}

fn lead(t: Texts, facts: &LetterFacts<'_>) -> &'static str {
    match (facts.kind, facts.is_partly()) {
        (StepKind::Refusal, _) if is_kept(facts) => t.letter_refusal_kept_lead(),
        (StepKind::Refusal, _) => t.letter_refusal_lead(),
        (StepKind::Extension, false) => t.letter_extension_lead(),
        (StepKind::Extension, true) => t.letter_extension_partly_lead(),
        (_, false) => t.letter_grant_lead(),
        (_, true) => t.letter_grant_partly_lead(),
    }
}

/// A refusal that answers a complaint: it is kept, and goes to the board.
fn is_kept(facts: &LetterFacts<'_>) -> bool {
    let complained = facts.earlier.is_some_and(|earlier| earlier.kind == StepKind::Complaint);
    facts.kind == StepKind::Refusal && complained
}

pub fn letter(t: Texts, facts: &LetterFacts<'_>) -> Document {
    let mut paper = Paper::begin(t, facts, lead(t, facts));
    if facts.kind != StepKind::Refusal {
        paper.facts(t.letter_what_heading(), granted(t, facts));
        paper.facts(t.letter_purpose_heading(), purpose(t, facts));
    }
    if facts.is_against() {
        paper.answered(t.letter_beyond_heading(), StepField::Beyond);
        paper.answered(t.letter_delimited_heading(), StepField::Delimited);
        guidance::reasons(t, facts, &mut paper);
        guidance::heard(t, facts, &mut paper);
        paper.answered(t.letter_alternatives_heading(), StepField::Alternatives);
    }
    if facts.kind != StepKind::Refusal {
        next(t, facts, &mut paper);
        ends(t, facts, &mut paper);
    }
    if is_kept(facts) {
        guidance::sent_on(t, facts, &mut paper);
    } else if facts.is_against() {
        guidance::complaint(t, facts, &mut paper);
    }
    paper.signed(title(t, facts))
}

/// What is given: time, from when, until when, by whom, and by which rule.
pub fn granted(t: Texts, facts: &LetterFacts<'_>) -> Vec<(String, String)> {
    let answers = facts.answers;
    let was = |text: Option<String>| text.map(|before| t.letter_before(&before));
    let earlier = facts.earlier.filter(|_| facts.kind != StepKind::Grant);
    let told = |now: String, before: Option<String>| {
        [Some(now), was(before)].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let weekly = answers.weekly(StepField::Weekly).map(|weekly| {
        let before = weekly_of(earlier).filter(|before| *before != weekly).map(|before| hours(t, before));
        pair(t.letter_weekly(), &told(t.letter_weekly_average(&hours(t, weekly)), before))
    });
    let from = answers.day(StepField::From).map(|from| pair(t.letter_from(), &t.date(from)));
    let until = answers.day(StepField::Until).map(|until| {
        let before =
            earlier.and_then(|earlier| earlier.answers.day(StepField::Until)).filter(|before| *before != until);
        // A day at the end of a sentence needs its full stop; one that stands alone does not.
        let day = if before.is_some() { format!("{}.", t.date(until)) } else { t.date(until) };
        pair(t.letter_until(), &told(day, before.map(|before| t.date(before))))
    });
    let mentor = facts.mentor.unwrap_or_else(|| t.letter_mentor_later());
    // Where it is reasoned, the rule stands with the reasons.
    let basis = facts.basis.filter(|_| !facts.is_against());
    let rule = basis.map(|basis| pair(t.letter_rule(), &guidance::cited(t, basis)));
    [weekly, from, until, Some(pair(t.letter_mentor(), mentor)), why(t, facts), rule].into_iter().flatten().collect()
}

/// The hours of the step before.
pub fn weekly_of(earlier: Option<Earlier<'_>>) -> Option<Minutes> {
    earlier.and_then(|earlier| earlier.answers.weekly(StepField::Weekly))
}

/// What it is for, in the words of whoever decided.
fn purpose(t: Texts, facts: &LetterFacts<'_>) -> Vec<(String, String)> {
    let purposes = [
        (t.letter_purpose_mastery(), StepField::PurposeMastery),
        (t.letter_purpose_network(), StepField::PurposeNetwork),
        (t.letter_purpose_transition(), StepField::PurposeTransition),
        (t.letter_purpose_education(), StepField::PurposeEducation),
        (t.letter_purpose_employment(), StepField::EmploymentAim),
    ];
    purposes.into_iter().filter_map(|(name, field)| named(facts, name, field)).collect()
}

/// Why the support is given.
fn why(t: Texts, facts: &LetterFacts<'_>) -> Option<(String, String)> {
    let fields = [StepField::Decisive, StepField::SpecialReason];
    let why: Vec<&str> = fields.into_iter().filter_map(|field| facts.answers.text(field)).collect();
    (!why.is_empty()).then(|| pair(t.letter_why(), &why.join("\n")))
}

fn next(t: Texts, facts: &LetterFacts<'_>, paper: &mut Paper<'_>) {
    let first = if facts.kind == StepKind::Extension { t.letter_next_goes_on() } else { t.letter_next_start() };
    let first_follow_up =
        facts.basis.filter(|_| facts.kind == StepKind::Grant).and_then(|basis| basis.follow_up_months);
    let statutory = first_follow_up.map(|months| t.letter_next_statutory(i64::from(months)));
    let follow =
        [Some(t.letter_next_follow().to_owned()), statutory].into_iter().flatten().collect::<Vec<_>>().join(" ");
    paper.paragraphs(t.letter_next_heading(), &[first.to_owned(), follow]);
}

pub fn ends(t: Texts, facts: &LetterFacts<'_>, paper: &mut Paper<'_>) {
    let ends = facts.answers.day(StepField::Until).map(|until| t.letter_ends(&t.date(until)));
    let planned = facts.answers.text(StepField::PhaseOut).map(str::to_owned);
    paper.paragraphs(t.letter_ends_heading(), &[ends, planned].into_iter().flatten().collect::<Vec<_>>());
}
