//! Letters to the young person, each made of a step: what was decided, asked, agreed or ended, as a document to print.
//!
//! Nothing is decided here, and no paragraph and no deadline stands here: the rule that is cited, whom a complaint goes to
//! and every number come with the facts. A letter goes out in Danish whatever language its maker reads: it is the
//! municipality's, and the language of the administration. The texts are in both languages, as all texts are.

mod agreement;
mod change;
mod closure;
mod complaint;
mod decision;
mod guidance;
mod hearing;
mod paper;

use lods_domain::access::Role;
use lods_domain::legal::LegalBasis;
use lods_domain::steps::{Answers, Choice, StepField, StepKind};
use lods_domain::{Day, Minutes, Moment};
use lods_i18n::{Lang, Texts};
use lods_print::{Document, pdf};

pub use lods_print::PrintError;

/// What a letter is made of.
#[derive(Debug, Clone, Copy)]
pub struct LetterFacts<'a> {
    pub kind: StepKind,
    pub answers: &'a Answers,
    /// The day of the step; of a decision, the day from which it stands.
    pub day: Day,
    /// What the decision rests on, as it stood on that day.
    pub basis: Option<&'a LegalBasis>,
    /// The step that this one builds on: the decision complained of, changed or extended, or the beginning of a closure.
    pub earlier: Option<Earlier<'a>>,
    pub municipality: &'a str,
    pub citizen: &'a str,
    /// Line by line; none where the reader does not see the address.
    pub address: &'a [String],
    pub case_number: &'a str,
    /// `None` where nobody of the staff took the step.
    pub signer: Option<Signer<'a>>,
    pub mentor: Option<&'a str>,
    /// Of an agreement, in the order in which they were set.
    pub goals: &'a [LetterGoal],
    /// Days in which the municipality assesses a decision anew after a complaint.
    pub reassess_days: i64,
    /// Months after the end at which the outcome is asked for.
    pub outcome_months: [i64; 3],
}

/// A step before.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'a> {
    pub kind: StepKind,
    pub day: Day,
    pub answers: &'a Answers,
}

/// Who signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signer<'a> {
    pub name: &'a str,
    pub role: Option<Role>,
}

/// A goal as an agreement shows it; what is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LetterGoal {
    pub title: String,
    pub small_steps: String,
    /// What 0 and 10 mean.
    pub low: String,
    pub high: String,
}

impl LetterFacts<'_> {
    fn is_partly(&self) -> bool {
        self.answers.one(StepField::AskedFor) == Some(Choice::Partly)
    }

    /// Whether the party got less than was asked for, or loses something: then the law asks for reasons, and for guidance
    /// on how to complain.
    #[must_use]
    pub fn is_against(&self) -> bool {
        match self.kind {
            StepKind::Refusal | StepKind::Change => true,
            StepKind::Grant | StepKind::Extension => self.is_partly(),
            StepKind::Closure => closure::why(self) == Some(Choice::ProfessionalGrounds),
            _ => false,
        }
    }
}

/// The letter. `None` where none is sent: the step has no letter, the young person has died, or a decision against the party
/// names no legal basis, so that nobody can be told how to complain of it.
#[must_use]
pub fn letter(t: Texts, facts: &LetterFacts<'_>) -> Option<Document> {
    if facts.is_against() && facts.basis.is_none() {
        return None;
    }
    match facts.kind {
        StepKind::Grant | StepKind::Extension | StepKind::Refusal => Some(decision::letter(t, facts)),
        StepKind::Change => Some(change::letter(t, facts)),
        StepKind::Hearing => Some(hearing::letter(t, facts)),
        StepKind::Complaint => Some(complaint::letter(t, facts)),
        StepKind::Expectations => Some(agreement::letter(t, facts)),
        StepKind::Closure => closure::letter(t, facts),
        _ => None,
    }
}

/// The letter as PDF, in Danish. `None` as [`letter`].
///
/// # Errors
/// As `lods_print::pdf`: faults of this program, or a moment beyond the year 9999.
pub fn letter_pdf(facts: &LetterFacts<'_>, at: Moment) -> Result<Option<Vec<u8>>, PrintError> {
    letter(Texts::new(Lang::Da), facts).map(|document| pdf(&document, at.epoch())).transpose()
}

/// `2 timer og 30 minutter`.
fn hours(t: Texts, length: Minutes) -> String {
    match (length.get() / 60, length.get() % 60) {
        (0, minutes) => t.letter_minutes(minutes),
        (hours, 0) => t.letter_hours(hours),
        (hours, minutes) => t.letter_hours_and_minutes(&t.letter_hours(hours), &t.letter_minutes(minutes)),
    }
}

#[cfg(test)]
mod tests;
