//! After the end: both voices, and what came of it. Asked for of courses that were worked on in Lods, and not for ever.

use super::DueKind;
use super::because::months;
use super::case::Case;
use crate::Day;
use crate::rules::{NoRule, RuleCode};
use crate::steps::{Choice, StepField, StepKind};

const VOICES: [(DueKind, Choice); 2] =
    [(DueKind::EvaluateYoung, Choice::YoungPerson), (DueKind::EvaluateMentor, Choice::Mentor)];
const OUTCOMES: [(DueKind, Choice); 3] = [
    (DueKind::OutcomeFirst, Choice::After3),
    (DueKind::OutcomeSecond, Choice::After6),
    (DueKind::OutcomeThird, Choice::After12),
];

impl Case<'_> {
    pub fn ended(&mut self, end: Day) -> Result<(), NoRule> {
        if !self.facts.is_worked_on_here() {
            return Ok(());
        }
        // A month after the last outcome was to be asked for, nobody asks any more.
        let last = end.plus_months(months(self.value(RuleCode::OutcomeThirdMonths)?).saturating_add(1));
        if self.today > last {
            return Ok(());
        }
        for (kind, voice) in VOICES {
            if !self.has_answer(StepKind::Evaluation, StepField::Voice, voice) {
                self.add_after(kind, end)?;
            }
        }
        for (kind, after) in OUTCOMES {
            if !self.has_answer(StepKind::Outcome, StepField::After, after) {
                self.add_after(kind, end)?;
            }
        }
        Ok(())
    }
}
