//! From the concern to the start: decision, hearing, complaint, right and duty, match.

use super::DueKind;
use super::case::Case;
use crate::Day;
use crate::rules::NoRule;
use crate::steps::{StepField, StepKind, standing};

/// What decides what a party was heard about, or complained of.
const DECISIONS: &[StepKind] =
    &[StepKind::Grant, StepKind::Refusal, StepKind::BoardDecision, StepKind::Extension, StepKind::Change];

impl Case<'_> {
    pub fn undecided(&mut self) -> Result<(), NoRule> {
        // What the board sent back is decided anew from that day.
        let again = self.last_day(StepKind::BoardDecision);
        if let Some(need) = self.facts.dates.concern.max(again) {
            self.add_after(DueKind::Decide, need)?;
        }
        self.hearing();
        self.complaint()
    }

    pub fn refused(&mut self) -> Result<(), NoRule> {
        self.right_and_duty()?;
        self.complaint()
    }

    /// Granted, and not begun.
    pub fn granted(&mut self) -> Result<(), NoRule> {
        if let Some(decided) = self.facts.dates.decided {
            self.add(DueKind::Start, decided);
            if !self.facts.has_mentor && self.facts.is_worked_on_here() {
                self.add(DueKind::Match, decided);
            }
            self.transitions(decided)?;
        }
        self.hearing();
        self.complaint()
    }

    /// A hearing that waits for its answer, or for the decision after it.
    pub fn hearing(&mut self) {
        let Some(hearing) = self.last(StepKind::Hearing) else { return };
        let closed = self.came_after(hearing, DECISIONS) || self.came_after(hearing, &[StepKind::HearingAnswer]);
        if let Some(by) = hearing.answers.day(StepField::AnswerBy).filter(|_| !closed) {
            self.add(DueKind::AnswerHearing, by);
        }
    }

    pub fn complaint(&mut self) -> Result<(), NoRule> {
        match self.last(StepKind::Complaint).filter(|complaint| !self.came_after(complaint, DECISIONS)) {
            Some(complaint) => self.add_after(DueKind::Reassess, complaint.day),
            None => Ok(()),
        }
    }

    /// So long on a benefit that it is a right and a duty: asked for once, where the refusal came before that day.
    fn right_and_duty(&mut self) -> Result<(), NoRule> {
        let newest = standing(self.facts.steps).rev().find(|step| step.answers.has(StepField::BenefitSince));
        let Some((step, since)) = newest.and_then(|step| Some((step, step.answers.day(StepField::BenefitSince)?)))
        else {
            return Ok(());
        };
        let on: Day = self.after(DueKind::RightAndDuty, since)?;
        if on > step.day {
            self.add(DueKind::RightAndDuty, on);
        }
        Ok(())
    }
}
