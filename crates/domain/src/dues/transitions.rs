//! The transitions that the calendar finds: the meeting before adulthood, and adulthood.
//!
//! Somebody born on 29 February is so many years old on 28 February of a common year: a deadline that is a day early
//! harms nobody.

use super::DueKind;
use super::because::months;
use super::case::Case;
use crate::Day;
use crate::rules::{NoRule, RuleCode};
use crate::steps::{Choice, StepField, StepKind, standing};

impl Case<'_> {
    /// `began` is the first day on which anybody could have planned it.
    pub fn transitions(&mut self, began: Day) -> Result<(), NoRule> {
        let Some(born) = self.facts.born else { return Ok(()) };
        let adult = born.plus_months(months(self.value(RuleCode::AdultMonths)?));
        if self.today >= adult {
            return Ok(());
        }
        let plan_days = self.value(RuleCode::TransitionPlanDays)?;
        let meeting = born.plus_months(months(self.value(RuleCode::TransitionMonths)?));
        let kind = |choice| self.has_answer(StepKind::Transition, StepField::TransitionKind, choice);
        let (planned, of_age) = (kind(Choice::SeventeenAndHalf), kind(Choice::Turning18));
        if !planned && self.today < meeting {
            self.add(DueKind::PlanTransition, meeting.plus_days(-plan_days));
        }
        if !self.meeting_was_held() {
            self.add(DueKind::TransitionMeeting, meeting.max(began));
        }
        if !of_age {
            self.add(DueKind::Adult, adult.plus_days(-plan_days));
        }
        Ok(())
    }

    fn meeting_was_held(&self) -> bool {
        standing(self.facts.steps).any(|step| {
            step.kind == StepKind::Transition
                && step.answers.one(StepField::TransitionKind) == Some(Choice::SeventeenAndHalf)
                && step.answers.has(StepField::HeldOn)
        })
    }
}
