//! The end: why, what was found of further need, who takes over, what else there is, and that we ask again.

use lods_domain::steps::{Choice, StepField, StepKind};
use lods_i18n::Texts;
use lods_print::Document;

use super::paper::Paper;
use super::{LetterFacts, guidance};

/// Why it ends, as it was said when the closure began.
pub fn why(facts: &LetterFacts<'_>) -> Option<Choice> {
    facts.earlier.filter(|earlier| earlier.kind == StepKind::Closing)?.answers.one(StepField::EndWhy)
}

/// `None` where the young person has died: nobody is written to.
pub fn letter(t: Texts, facts: &LetterFacts<'_>) -> Option<Document> {
    if why(facts) == Some(Choice::Died) {
        return None;
    }
    let early = facts.answers.one(StepField::EndKind) == Some(Choice::Unplanned);
    let date = t.date(facts.day);
    let lead = if early { t.letter_closure_lead_early(&date) } else { t.letter_closure_lead(&date) };
    let mut paper = Paper::begin(t, facts, &lead);
    paper.paragraphs(t.letter_closure_why_heading(), &reasons(t, facts, early));
    paper.answered(t.letter_closure_need_heading(), StepField::NeedAssessed);
    paper.answered(t.letter_closure_handover_heading(), StepField::Handover);
    paper.answered(t.letter_closure_options_heading(), StepField::Alternatives);
    paper.answered(t.letter_closure_told_heading(), StepField::NetworkTold);
    if facts.is_against() {
        guidance::complaint(t, facts, &mut paper);
    }
    let [first, second, third] = facts.outcome_months;
    let asked = t.letter_closure_asked(first, second, third);
    paper.paragraphs(t.letter_closure_asked_heading(), &[asked, t.letter_closure_again().to_owned()]);
    paper.text(t.letter_closure_thanks());
    Some(paper.signed(t.letter_closure_title()))
}

/// The reason in plain words, and what was written of it. An end that was not planned can be disagreed with.
fn reasons(t: Texts, facts: &LetterFacts<'_>, early: bool) -> Vec<String> {
    let plain = why(facts).and_then(|why| plainly(t, why)).map(str::to_owned);
    let written = facts.earlier.and_then(|earlier| earlier.answers.text(StepField::Reasons)).map(str::to_owned);
    let disagree = (early && !facts.is_against()).then(|| t.letter_closure_disagree().to_owned());
    [plain, written, disagree].into_iter().flatten().collect()
}

fn plainly(t: Texts, why: Choice) -> Option<&'static str> {
    match why {
        Choice::GoalsReached => Some(t.letter_closure_goals_reached()),
        Choice::InJob => Some(t.letter_closure_in_job()),
        Choice::InEducation => Some(t.letter_closure_in_education()),
        Choice::GrantEnded => Some(t.letter_closure_grant_ended()),
        Choice::Wish => Some(t.letter_closure_wish()),
        Choice::ProfessionalGrounds => Some(t.letter_closure_professional_grounds()),
        Choice::Moved => Some(t.letter_closure_moved()),
        _ => None,
    }
}
