//! Other hours, or an earlier end: something may be taken away, so it is reasoned, and it can be complained of.

use lods_domain::steps::StepField;
use lods_i18n::Texts;
use lods_print::Document;

use super::paper::Paper;
use super::{LetterFacts, decision, guidance};

pub fn title(t: Texts, facts: &LetterFacts<'_>) -> &'static str {
    if is_less(facts) { t.letter_change_less_title() } else { t.letter_change_title() }
}

/// Fewer hours, or an earlier end, and not more of the other.
fn is_less(facts: &LetterFacts<'_>) -> bool {
    let Some(earlier) = facts.earlier else { return false };
    let weekly = (facts.answers.weekly(StepField::Weekly), earlier.answers.weekly(StepField::Weekly));
    let until = (facts.answers.day(StepField::Until), earlier.answers.day(StepField::Until));
    let no_more = weekly.0 <= weekly.1 && until.0 <= until.1;
    no_more && (weekly.0 < weekly.1 || until.0 < until.1)
}

pub fn letter(t: Texts, facts: &LetterFacts<'_>) -> Document {
    let mut paper = Paper::begin(t, facts, t.letter_change_lead());
    paper.facts(t.letter_what_heading(), decision::granted(t, facts));
    guidance::reasons(t, facts, &mut paper);
    guidance::heard(t, facts, &mut paper);
    decision::ends(t, facts, &mut paper);
    guidance::complaint(t, facts, &mut paper);
    paper.signed(title(t, facts))
}
