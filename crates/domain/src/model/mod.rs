//! How the municipality stands to the model: a stance to each of its 15 recommendations, with the local thresholds, what
//! was learned of it, and how often steps departed from it and why.

mod departures;
#[cfg(test)]
mod tests;

pub use departures::{Departed, Departures, Tally};

use crate::Day;
use crate::figures::fidelity::Recommendation;
use crate::rules::RuleCode;
use crate::units::coded;

coded! {
    /// How the municipality stands to a recommendation (R43).
    Stance {
        /// Used as the model has it.
        Adopted = "adopted",
        /// Used in another way, which has a reason.
        Adapted = "adapted",
        /// Not used, which has a reason.
        NotUsed = "not-used",
    }
}

coded! {
    /// What somebody learned of a recommendation (R98).
    ExperienceKind {
        Worked = "worked",
        DidNotWork = "did-not-work",
        /// How it could be done better.
        Idea = "idea",
    }
}

impl Stance {
    /// Whether a reason belongs to it.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Stance::Adapted | Stance::NotUsed)
    }
}

/// The rules that are the recommendation's local thresholds. A rule belongs to one recommendation at most.
#[must_use]
pub const fn thresholds(of: Recommendation) -> &'static [RuleCode] {
    match of {
        Recommendation::Competences | Recommendation::Forum | Recommendation::Sharing | Recommendation::Purpose => &[],
        Recommendation::Supervision => &[RuleCode::SupervisionDays],
        Recommendation::DecisionTime => {
            &[RuleCode::DecisionDays, RuleCode::DecisionWorkingDays, RuleCode::DecisionWarnDays]
        }
        Recommendation::Match => &[RuleCode::RematchDays],
        Recommendation::GoalsAndExpectations => &[RuleCode::ExpectationsDays],
        Recommendation::FollowUps => {
            &[RuleCode::FollowUpDays, RuleCode::TransitionMonths, RuleCode::TransitionPlanDays]
        }
        Recommendation::Extent => &[RuleCode::ExtentTolerance, RuleCode::ExtentDays],
        Recommendation::Groups => &[RuleCode::GroupAfterMonths, RuleCode::GroupSize],
        Recommendation::Duration => &[RuleCode::MinimumMonths, RuleCode::RelationMonths],
        Recommendation::Network => &[RuleCode::NetworkDays],
        Recommendation::Method => &[RuleCode::MethodDays, RuleCode::CaseReviewMonths],
        Recommendation::Closure => &[
            RuleCode::TaperDays,
            RuleCode::ClosureDays,
            RuleCode::EvaluationDays,
            RuleCode::OutcomeFirstMonths,
            RuleCode::OutcomeSecondMonths,
            RuleCode::OutcomeThirdMonths,
        ],
    }
}

/// A stance from a day on, until the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenStance {
    pub recommendation: Recommendation,
    pub valid_from: Day,
    pub stance: Stance,
    /// Empty only where it is adopted.
    pub reason: String,
    /// Who answers for it: a function of the municipality.
    pub owner: String,
    /// How it is done here. May be empty.
    pub procedure: String,
}

/// Characters of a stance's texts, and of an experience.
pub const LONGEST_REASON: usize = 2_000;
pub const LONGEST_OWNER: usize = 150;
pub const LONGEST_PROCEDURE: usize = 5_000;
pub const LONGEST_EXPERIENCE: usize = 2_000;

/// Why a stance is not taken so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StanceFault {
    #[error("a stance that adapts or does not use the recommendation has a reason")]
    NoReason,
    #[error("a stance has an owner")]
    NoOwner,
    #[error("a reason has at most {LONGEST_REASON} characters")]
    ReasonTooLong,
    #[error("an owner has at most {LONGEST_OWNER} characters")]
    OwnerTooLong,
    #[error("a procedure has at most {LONGEST_PROCEDURE} characters")]
    ProcedureTooLong,
    #[error("a stance is taken from today or a later day")]
    Past,
    /// What was in force for a part of today is not written over.
    #[error("a stance was taken from today on: choose a later day")]
    ChangedToday,
    #[error("the stance is so already")]
    Same,
}

/// What a new stance comes to: the days of those that were to begin on its day or later, and have never been in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StanceChange {
    pub new: TakenStance,
    pub dropped: Vec<Day>,
}

/// The stance in force on the day. `all` are of one recommendation.
#[must_use]
pub fn in_force(all: &[TakenStance], on: Day) -> Option<&TakenStance> {
    all.iter().filter(|taken| taken.valid_from <= on).max_by_key(|taken| taken.valid_from)
}

impl TakenStance {
    /// Without blanks at the ends of its texts, as it is kept.
    #[must_use]
    pub fn kept(self) -> TakenStance {
        let kept = |text: &str| crate::notes::kept(text);
        let (reason, owner, procedure) = (kept(&self.reason), kept(&self.owner), kept(&self.procedure));
        TakenStance { reason, owner, procedure, ..self }
    }

    fn says_as(&self, other: &TakenStance) -> bool {
        (self.stance, &self.reason, &self.owner, &self.procedure)
            == (other.stance, &other.reason, &other.owner, &other.procedure)
    }

    /// All that is wrong with the texts, in the order of the form.
    fn text_faults(&self) -> Vec<StanceFault> {
        let length = |text: &str| text.chars().count();
        let wrong = [
            (self.stance.needs_reason() && self.reason.is_empty(), StanceFault::NoReason),
            (length(&self.reason) > LONGEST_REASON, StanceFault::ReasonTooLong),
            (self.owner.is_empty(), StanceFault::NoOwner),
            (length(&self.owner) > LONGEST_OWNER, StanceFault::OwnerTooLong),
            (length(&self.procedure) > LONGEST_PROCEDURE, StanceFault::ProcedureTooLong),
        ];
        wrong.into_iter().filter(|(is, _)| *is).map(|(_, fault)| fault).collect()
    }

    /// Where a rule comes from that is changed with the stance, in at most 300 characters.
    #[must_use]
    pub fn source(&self) -> String {
        let first = self.reason.lines().next().unwrap_or_default();
        let code = self.recommendation.code();
        let said = if first.is_empty() { self.owner.clone() } else { format!("{}: {first}", self.owner) };
        format!("{code}, {said}").chars().take(300).collect()
    }
}

/// The change by which the stance is as `new` from its day on. `all` are those of its recommendation; `with_thresholds`
/// says that a rule changes with it, so that the same words are a change. Stances that were to come later are dropped.
/// Gives all faults.
pub fn change(
    all: &[TakenStance],
    new: TakenStance,
    with_thresholds: bool,
    today: Day,
) -> Result<StanceChange, Vec<StanceFault>> {
    let new = new.kept();
    let mut faults = new.text_faults();
    let dropped: Vec<Day> = all.iter().map(|taken| taken.valid_from).filter(|from| *from >= new.valid_from).collect();
    let last = all.iter().map(|taken| taken.valid_from).max();
    // What is to come later would still change it.
    let stands = in_force(all, new.valid_from).filter(|stands| Some(stands.valid_from) == last);
    if new.valid_from < today {
        faults.push(StanceFault::Past);
    } else if stands.is_some_and(|stands| stands.says_as(&new)) && !with_thresholds {
        faults.push(StanceFault::Same);
    } else if dropped.contains(&today) {
        faults.push(StanceFault::ChangedToday);
    }
    if faults.is_empty() { Ok(StanceChange { new, dropped }) } else { Err(faults) }
}

/// Why an experience is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ExperienceFault {
    #[error("an experience has a text")]
    Empty,
    #[error("an experience has at most {LONGEST_EXPERIENCE} characters")]
    TooLong,
}

/// The text as it is kept; or what is wrong with it.
pub fn experience(text: &str) -> Result<String, ExperienceFault> {
    let text = crate::notes::kept(text);
    match text.chars().count() {
        0 => Err(ExperienceFault::Empty),
        length if length > LONGEST_EXPERIENCE => Err(ExperienceFault::TooLong),
        _ => Ok(text),
    }
}
