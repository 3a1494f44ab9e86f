//! What is due on a course, on which day, and why: what *Today*, the course's page and letters say. A pure function of
//! what is known of the course, the rules and the day: computed anew it is the same, and what is decided is not in it.

mod because;
mod before;
mod case;
pub mod contact;
mod ended;
mod kind;
mod running;
#[cfg(test)]
mod tests;
mod transitions;

use crate::Day;
use crate::courses::{CourseDates, Decision, Stage};
use crate::rules::{NoRule, Rules};
use crate::steps::{Recorded, standing};

pub use because::Because;
pub use contact::Met;
pub use kind::DueKind;

use case::Case;

/// One thing that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub kind: DueKind,
    /// The day by which it should be done: still in time on it, late on the next.
    pub on: Day,
}

/// What must be known of a course. All days are Danish local days.
#[derive(Debug, Clone, Copy, Default)]
pub struct DueFacts<'a> {
    pub dates: CourseDates,
    /// Where it stands within its phase, and since when.
    pub stage: Option<(Stage, Day)>,
    pub has_mentor: bool,
    pub goals: i64,
    pub last_follow_up: Option<Day>,
    /// The young person's day of birth.
    pub born: Option<Day>,
    /// Months to the first follow-up that the law asks for: of the legal basis as it stood on the day of the decision.
    pub follow_up_months: Option<i32>,
    /// Contact that is on record outside the steps.
    pub met: Met,
    /// In the order in which they were recorded.
    pub steps: &'a [Recorded],
}

impl DueFacts<'_> {
    /// Whether it is worked on in Lods. Of a course that was imported nobody asks for what was never registered.
    #[must_use]
    pub fn is_worked_on_here(&self) -> bool {
        standing(self.steps).next().is_some()
    }
}

/// Everything that is due on the course, each kind once, by the rules in force on `today`.
pub fn dues(facts: &DueFacts<'_>, rules: &Rules, today: Day) -> Result<Vec<Due>, NoRule> {
    let mut case = Case::new(facts, rules, today);
    let dates = &facts.dates;
    match (dates.end, dates.decision, dates.start) {
        (Some(end), ..) => case.ended(end)?,
        (None, None, _) => case.undecided()?,
        (None, Some(Decision::Refused), _) => case.refused()?,
        (None, Some(Decision::Granted), None) => case.granted()?,
        (None, Some(Decision::Granted), Some(start)) => case.running(start)?,
    }
    Ok(case.dues)
}
