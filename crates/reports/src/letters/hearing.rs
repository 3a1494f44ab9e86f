//! The party is told what a decision will rest on, and how and by when to answer.

use lods_domain::steps::StepField;
use lods_i18n::Texts;
use lods_print::Document;

use super::LetterFacts;
use super::paper::{Paper, pair};

pub fn letter(t: Texts, facts: &LetterFacts<'_>) -> Document {
    let mut paper = Paper::begin(t, facts, t.letter_hearing_lead());
    paper.answered(t.letter_hearing_about_heading(), StepField::HeardAbout);
    let by = facts.answers.day(StepField::AnswerBy).map(|by| pair(t.letter_hearing_by(), &t.weekday_and_date(by)));
    let how = [
        pair(t.letter_hearing_how(), t.letter_hearing_how_text()),
        pair(t.letter_hearing_more_time(), t.letter_hearing_more_time_text()),
        pair(t.letter_complaint_see(), t.letter_complaint_see_text()),
        pair(t.letter_hearing_silent(), t.letter_hearing_silent_text()),
    ];
    paper.facts(t.letter_hearing_answer_heading(), by.into_iter().chain(how).collect());
    paper.signed(t.letter_hearing_title())
}
