//! One course while its dues are computed.

use super::because::Span;
use super::{Due, DueFacts, DueKind};
use crate::Day;
use crate::courses::Stage;
use crate::rules::{NoRule, RuleCode, Rules};
use crate::steps::{Choice, Recorded, StepField, StepKind, last_of, standing};

pub(super) struct Case<'a> {
    pub facts: &'a DueFacts<'a>,
    pub rules: &'a Rules,
    pub today: Day,
    pub dues: Vec<Due>,
}

impl<'a> Case<'a> {
    pub fn new(facts: &'a DueFacts<'a>, rules: &'a Rules, today: Day) -> Case<'a> {
        Case { facts, rules, today, dues: Vec::new() }
    }

    pub fn add(&mut self, kind: DueKind, on: Day) {
        self.dues.push(Due { kind, on });
    }

    /// Due the rule's days or months after the day; at once for a kind that no rule makes.
    pub fn add_after(&mut self, kind: DueKind, from: Day) -> Result<(), NoRule> {
        let on = self.after(kind, from)?;
        self.add(kind, on);
        Ok(())
    }

    pub fn after(&self, kind: DueKind, from: Day) -> Result<Day, NoRule> {
        Ok(Span::of(kind, self.rules, self.today)?.after(from))
    }

    pub fn value(&self, code: RuleCode) -> Result<i64, NoRule> {
        self.rules.value(code, self.today)
    }

    pub fn last(&self, kind: StepKind) -> Option<&'a Recorded> {
        last_of(self.facts.steps, kind)
    }

    pub fn last_day(&self, kind: StepKind) -> Option<Day> {
        self.last(kind).map(|step| step.day)
    }

    pub fn has(&self, kind: StepKind) -> bool {
        self.last(kind).is_some()
    }

    /// Whether a step of the kind has the answer.
    pub fn has_answer(&self, kind: StepKind, field: StepField, choice: Choice) -> bool {
        standing(self.facts.steps).any(|step| step.kind == kind && step.answers.one(field) == Some(choice))
    }

    /// Whether a step of one of the kinds was recorded after this one.
    pub fn came_after(&self, step: &Recorded, kinds: &[StepKind]) -> bool {
        standing(self.facts.steps).any(|later| later.id > step.id && kinds.contains(&later.kind))
    }

    /// Since when it stands in the stage.
    pub fn stage_since(&self, stage: Stage) -> Option<Day> {
        self.facts.stage.filter(|(in_stage, _)| *in_stage == stage).map(|(_, since)| since)
    }
}
