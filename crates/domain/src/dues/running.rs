//! While the course runs: follow-ups, contact, what the start asks for, reviews, and the way to its end.

use super::DueKind;
use super::case::Case;
use super::contact::silent_since;
use crate::Day;
use crate::courses::Stage;
use crate::rules::NoRule;
use crate::steps::{StepField, StepKind};

impl Case<'_> {
    pub fn running(&mut self, start: Day) -> Result<(), NoRule> {
        let closing = self.stage_since(Stage::ClosingPlanned).or(self.stage_since(Stage::ClosingUnplanned));
        match closing {
            Some(since) => self.add_after(DueKind::FinishClosure, since)?,
            None => self.on_its_way(start)?,
        }
        match self.stage_since(Stage::Paused) {
            Some(since) => self.paused(since)?,
            None => self.follow_ups(start)?,
        }
        self.statutory(start);
        self.hearing();
        self.complaint()
    }

    /// Neither ended nor about to end.
    fn on_its_way(&mut self, start: Day) -> Result<(), NoRule> {
        if self.facts.goals == 0 {
            self.add(DueKind::SetGoal, start);
        }
        if self.stage_since(Stage::Paused).is_none() {
            self.in_touch(start)?;
        }
        if self.facts.is_worked_on_here() {
            self.start_up(start)?;
            let reviewed = self.last_day(StepKind::CaseReview).map_or(start, |day| day.max(start));
            self.add_after(DueKind::CaseReview, reviewed)?;
        }
        self.rematch()?;
        self.transitions(start)?;
        self.grant_ends(start)
    }

    fn follow_ups(&mut self, start: Day) -> Result<(), NoRule> {
        let last =
            self.facts.last_follow_up.max(self.last_day(StepKind::FollowUp)).max(self.last_day(StepKind::Resume));
        self.add_after(DueKind::FollowUp, last.map_or(start, |day| day.max(start)))
    }

    fn in_touch(&mut self, start: Day) -> Result<(), NoRule> {
        self.add_after(DueKind::SeekContact, silent_since(start, self.facts.met, self.facts.steps))?;
        if self.facts.is_worked_on_here() {
            let last = self.last_day(StepKind::ExtentTalk).max(self.last_day(StepKind::Resume));
            self.add_after(DueKind::ExtentTalk, last.map_or(start, |day| day.max(start)))?;
        }
        Ok(())
    }

    fn start_up(&mut self, start: Day) -> Result<(), NoRule> {
        for (kind, step) in [
            (DueKind::Expectations, StepKind::Expectations),
            (DueKind::MapNetwork, StepKind::NetworkPerson),
            (DueKind::ChooseMethod, StepKind::Method),
        ] {
            if !self.has(step) {
                self.add_after(kind, start)?;
            }
        }
        if !self.facts.has_mentor {
            self.add(DueKind::Match, start);
        }
        Ok(())
    }

    /// Another mentor was asked for, and none was found nor the wish taken back.
    fn rematch(&mut self) -> Result<(), NoRule> {
        let asked = self.last(StepKind::Rematch).filter(|asked| {
            let answered = [StepKind::Match, StepKind::Resume];
            !self.came_after(asked, &answered)
        });
        match self.stage_since(Stage::Rematching).or(asked.map(|asked| asked.day)) {
            Some(since) => self.add_after(DueKind::AnswerRematch, since),
            None => Ok(()),
        }
    }

    /// The day that was agreed when it was paused; without one, the rule's days after.
    fn paused(&mut self, since: Day) -> Result<(), NoRule> {
        let agreed = self.last(StepKind::Pause).and_then(|pause| pause.answers.day(StepField::NextOn));
        match agreed {
            Some(day) => {
                self.add(DueKind::ResumePause, day);
                Ok(())
            }
            None => self.add_after(DueKind::ResumePause, since),
        }
    }

    /// The first so many months from the start, as the legal basis says; then the day that was set at the last one.
    fn statutory(&mut self, start: Day) {
        let Some(months) = self.facts.follow_up_months.filter(|_| self.facts.is_worked_on_here()) else { return };
        let next = match self.last(StepKind::StatutoryFollowUp) {
            Some(last) => last.answers.day(StepField::NextOn).unwrap_or_else(|| last.day.plus_months(months)),
            None => start.plus_months(months),
        };
        self.add(DueKind::StatutoryFollowUp, next);
    }

    /// Tapering is spoken of until the grant runs out; a grant too short for it needs none.
    fn grant_ends(&mut self, start: Day) -> Result<(), NoRule> {
        let Some(end) = self.facts.dates.expected_end else { return Ok(()) };
        self.add(DueKind::Expiry, end);
        let taper = end.plus_days(-self.value(crate::rules::RuleCode::TaperDays)?);
        if taper > start && self.today < end {
            self.add(DueKind::Taper, taper);
        }
        Ok(())
    }
}
