//! What is due on a course, on which day, and why: the list that *Today* shows.

use crate::Day;
use crate::courses::{CourseDates, Decision};
use crate::rules::{NoRule, RuleCode, Rules};
use crate::units::coded;

coded! {
    /// Why something is due.
    DueKind {
        /// A decision on the concern (F1.1).
        Decide = "decide",
        /// The granted course has not begun.
        Start = "start",
        /// A goal on record (F2.1).
        SetGoal = "set-goal",
        /// A follow-up of the three (F4.1).
        FollowUp = "follow-up",
        /// The grant runs out: extend or close.
        Expiry = "expiry",
    }
}

/// One thing that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub kind: DueKind,
    pub on: Day,
}

/// What the list needs to know of a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DueFacts {
    pub dates: CourseDates,
    pub last_follow_up: Option<Day>,
    pub goals: i64,
}

/// Everything that is due on a course that has not ended, each with the day by which it should be done.
/// The rules are those in force on `rules_on`.
pub fn dues(facts: &DueFacts, rules: &Rules, rules_on: Day) -> Result<Vec<Due>, NoRule> {
    let dates = &facts.dates;
    if dates.end.is_some() || dates.decision == Some(Decision::Refused) {
        return Ok(Vec::new());
    }
    let follow_up_days = rules.value(RuleCode::FollowUpDays, rules_on)?;
    if dates.decision.is_none() {
        let days = rules.value(RuleCode::DecisionDays, rules_on)?;
        let decide = dates.concern.map(|concern| Due { kind: DueKind::Decide, on: concern.plus_days(days) });
        return Ok(decide.into_iter().collect());
    }
    let Some(start) = dates.start else {
        let begin = dates.decided.map(|decided| Due { kind: DueKind::Start, on: decided });
        return Ok(begin.into_iter().collect());
    };
    let last = facts.last_follow_up.filter(|day| *day > start).unwrap_or(start);
    let follow_up = Due { kind: DueKind::FollowUp, on: last.plus_days(follow_up_days) };
    let set_goal = (facts.goals == 0).then_some(Due { kind: DueKind::SetGoal, on: start });
    let expiry = dates.expected_end.map(|on| Due { kind: DueKind::Expiry, on });
    Ok([Some(follow_up), set_goal, expiry].into_iter().flatten().collect())
}
