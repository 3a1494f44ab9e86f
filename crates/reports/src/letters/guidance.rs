//! What a decision against the party owes: what was looked at, the reasons, the rules, whether the party was heard, and
//! how to complain.

use lods_domain::legal::LegalBasis;
use lods_domain::steps::{Choice, StepField};
use lods_i18n::Texts;

use super::LetterFacts;
use super::paper::{Paper, pair};

/// The rule by its title, as a letter cites it.
pub fn cited(t: Texts, basis: &LegalBasis) -> String {
    if basis.title.is_empty() { basis.citation.clone() } else { t.letter_rule_cited(&basis.citation, &basis.title) }
}

/// Whether the rule gives a right.
pub fn entitled(t: Texts, facts: &LetterFacts<'_>) -> Option<&'static str> {
    match facts.answers.one(StepField::Entitlement)? {
        Choice::May => Some(t.letter_entitled_may()),
        Choice::Right => Some(t.letter_entitled_right()),
        Choice::RightAndDuty => Some(t.letter_entitled_right_and_duty()),
        _ => None,
    }
}

/// What was looked at, why it was decided so, and by which rules.
pub fn reasons(t: Texts, facts: &LetterFacts<'_>, paper: &mut Paper<'_>) {
    paper.answered(t.letter_facts_heading(), StepField::Facts);
    paper.answered(t.letter_reasons_heading(), StepField::Reasons);
    let Some(basis) = facts.basis else { return };
    let longest = basis.longest_months.map(|months| t.letter_longest(i64::from(months)));
    let texts = [
        Some(t.letter_rules_used(&cited(t, basis), &t.date(facts.day))),
        entitled(t, facts).map(str::to_owned),
        longest,
    ];
    let texts: Vec<String> = texts.into_iter().flatten().collect();
    paper.section(t.letter_rules_heading(), Some(&texts.join(" ")));
}

/// Whether the party could answer first.
pub fn heard(t: Texts, facts: &LetterFacts<'_>, paper: &mut Paper<'_>) {
    let heard = match facts.answers.one(StepField::HearingDone) {
        Some(Choice::Yes) => Some(t.letter_heard_yes()),
        Some(Choice::NotRelevant) => Some(t.letter_heard_not()),
        _ => None,
    };
    paper.section(t.letter_heard_heading(), heard);
}

/// How to complain: to whom and within what time is said by the legal basis.
pub fn complaint(t: Texts, facts: &LetterFacts<'_>, paper: &mut Paper<'_>) {
    let Some(basis) = facts.basis else { return };
    let how = vec![
        pair(t.letter_complaint_how(), t.letter_complaint_how_text()),
        pair(t.letter_complaint_when(), &t.letter_complaint_when_text(basis.appeal_weeks)),
        pair(t.letter_complaint_first(), &t.letter_complaint_first_text(facts.reassess_days)),
        pair(t.letter_complaint_to(), &basis.appeal),
        pair(t.letter_complaint_help(), t.letter_complaint_help_text()),
        pair(t.letter_complaint_see(), t.letter_complaint_see_text()),
    ];
    paper.facts(t.letter_complaint_heading(), how);
}

/// The complaint of a decision that is kept goes on by itself.
pub fn sent_on(t: Texts, facts: &LetterFacts<'_>, paper: &mut Paper<'_>) {
    let Some(basis) = facts.basis else { return };
    let board = basis.appeal.split(',').next().unwrap_or_default();
    let text = t.letter_sent_on_text(board);
    paper.paragraphs(t.letter_sent_on_heading(), &[text, t.letter_sent_on_more().to_owned()]);
}
