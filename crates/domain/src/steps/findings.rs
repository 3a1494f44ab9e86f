//! What stands against a step before it is taken. Law, access and arithmetic refuse; a recommendation warns and takes a
//! reason.

pub(super) mod decisions;
#[cfg(test)]
mod tests;
mod timing;
mod voices;

use super::effects::Standing;
use super::{Answers, Choice, Input, Need, Recorded, StepField, StepKind, form, last_of};
use crate::Day;
use crate::figures::fidelity::Recommendation;
use crate::legal::LegalBases;
use crate::rules::{NoRule, Rules};
use crate::units::coded;

pub use voices::voice;

coded! {
    /// What was found.
    What {
        /// A field that cannot be left out.
        Missing = "missing",
        /// A field that the model asks for.
        Recommended = "recommended",
        NotNow = "not-now",
        InTheFuture = "in-the-future",
        NoSuchBasis = "no-such-basis",
        UntilBeforeFrom = "until-before-from",
        /// Longer than the law lets one period be.
        PeriodTooLong = "period-too-long",
        /// More than the ordinary periods: only in quite special cases.
        PeriodsSpent = "periods-spent",
        /// More than all periods.
        AllPeriodsSpent = "all-periods-spent",
        /// Only a leader grants in quite special cases.
        LeaderOnly = "leader-only",
        /// The party has still time to answer.
        HearingOpen = "hearing-open",
        /// It is said that the party was heard, and no hearing is on record.
        NoHearing = "no-hearing",
        /// The complaint came after its time.
        ComplaintLate = "complaint-late",
        /// The benefit has not run so long that support is a right and a duty.
        NoRightAndDuty = "no-right-and-duty",
        DecisionLate = "decision-late",
        NoPurpose = "no-purpose",
        NoGoal = "no-goal",
        NoExpectations = "no-expectations",
        NoMatch = "no-match",
        /// A mentor chosen only for a personal relation, youth or own ADHD.
        OnlyPersonal = "only-personal",
        NotAllPresent = "not-all-present",
        FollowUpLate = "follow-up-late",
        GroupTooEarly = "group-too-early",
        EndsTooEarly = "ends-too-early",
        NoEvaluation = "no-evaluation",
        NotHeldIsUndone = "appointment-gone",
        /// Said in the name of somebody else, who speaks for themselves.
        NotTheirVoice = "not-their-voice",
    }
}

/// One thing that stands against the step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    pub what: What,
    /// Beside which field it stands; `None` is about the step as a whole.
    pub field: Option<StepField>,
    /// The recommendation that is departed from; `None` with `refuses` false is a remark.
    pub recommendation: Option<Recommendation>,
    /// The step cannot be taken.
    pub refuses: bool,
}

impl Finding {
    /// What a field refers to is not there.
    #[must_use]
    pub fn missing(field: StepField) -> Finding {
        Finding::refusal(What::Missing, Some(field))
    }

    /// The step cannot be taken as it is answered.
    #[must_use]
    pub fn not_now() -> Finding {
        Finding::refusal(What::NotNow, None)
    }

    fn refusal(what: What, field: Option<StepField>) -> Finding {
        Finding { what, field, recommendation: None, refuses: true }
    }

    fn warning(what: What, field: Option<StepField>, recommendation: Recommendation) -> Finding {
        Finding { what, field, recommendation: Some(recommendation), refuses: false }
    }

    fn remark(what: What, field: Option<StepField>) -> Finding {
        Finding { what, field, recommendation: None, refuses: false }
    }
}

/// The course as a step meets it.
#[derive(Debug, Clone, Copy)]
pub struct Met<'a> {
    pub standing: &'a Standing,
    /// All that is on record, in its order.
    pub steps: &'a [Recorded],
    pub goals: i64,
    pub last_follow_up: Option<Day>,
    pub rules: &'a Rules,
    pub bases: &'a LegalBases,
    /// Whoever takes the step is a leader.
    pub by_leader: bool,
    pub today: Day,
}

impl Met<'_> {
    fn has(&self, kind: StepKind) -> bool {
        last_of(self.steps, kind).is_some()
    }
}

/// Everything that stands against the step, in the order of its form; what is about the step as a whole comes first.
///
/// # Errors
/// A rule that is needed is not in force.
pub fn findings(met: &Met<'_>, kind: StepKind, answers: &Answers) -> Result<Vec<Finding>, NoRule> {
    let day = day_of(kind, answers);
    let mut found = prerequisites(met, kind, day.unwrap_or(met.today))?;
    found.extend(fields(kind, answers));
    if let Some(day) = day {
        found.extend(timing::findings(met, kind, day, answers)?);
        found.extend(decisions::findings(met, kind, day, answers)?);
    }
    found.sort_by_key(|finding| !finding.refuses);
    Ok(found)
}

/// The day on which the step takes place.
#[must_use]
pub fn day_of(kind: StepKind, answers: &Answers) -> Option<Day> {
    let field = if kind == StepKind::Concern { StepField::NeedOn } else { StepField::On };
    answers.day(field)
}

/// Whether the answers so far ask for the field.
#[must_use]
pub fn applies(asked: &super::Asked, answers: &Answers) -> bool {
    let Some((field, choice)) = asked.when else { return true };
    match answers.get(field) {
        Some(super::Answer::One(chosen)) => *chosen == choice,
        Some(super::Answer::Many(chosen)) => chosen.contains(&choice),
        Some(super::Answer::Yes) => choice == Choice::Yes,
        _ => false,
    }
}

fn fields(kind: StepKind, answers: &Answers) -> Vec<Finding> {
    let empty = form(kind).iter().filter(|asked| applies(asked, answers) && !answers.has(asked.field));
    let found = |asked: &super::Asked| match asked.need {
        Need::Optional => None,
        Need::Always | Need::Law => Some(Finding::refusal(What::Missing, Some(asked.field))),
        Need::Model(recommendation) => Some(Finding::warning(What::Recommended, Some(asked.field), recommendation)),
    };
    empty.filter_map(found).collect()
}

/// What is missing before the step, whatever is answered in it: the list that the page shows.
pub fn prerequisites(met: &Met<'_>, kind: StepKind, day: Day) -> Result<Vec<Finding>, NoRule> {
    let mut found = Vec::new();
    let model = |what, recommendation| Finding::warning(what, None, recommendation);
    if !is_possible(met.standing, kind, day) {
        found.push(Finding::refusal(What::NotNow, None));
    }
    match kind {
        StepKind::Start => {
            if met.standing.mentor.is_none() || !met.has(StepKind::Match) {
                found.push(model(What::NoMatch, Recommendation::Match));
            }
            if !met.has(StepKind::Expectations) {
                found.push(model(What::NoExpectations, Recommendation::GoalsAndExpectations));
            }
            if met.goals == 0 {
                found.push(model(What::NoGoal, Recommendation::Purpose));
            }
        }
        StepKind::Closure => {
            let spoken = super::standing(met.steps).any(|step| step.kind == StepKind::Evaluation);
            if !spoken {
                found.push(model(What::NoEvaluation, Recommendation::Closure));
            }
        }
        _ => {}
    }
    Ok(found)
}

/// Whether the course's state lets the step be taken on the day, with some answer.
#[must_use]
pub fn is_possible(standing: &Standing, kind: StepKind, day: Day) -> bool {
    standing.after(kind, day, &Answers::default(), &Default::default()).is_ok()
}

/// Whether the input takes a day that may lie ahead.
fn may_lie_ahead(kind: StepKind, field: StepField) -> bool {
    match field {
        StepField::On => matches!(kind, StepKind::Appointment | StepKind::Transition | StepKind::Start),
        StepField::NeedOn | StepField::BenefitSince | StepField::HeldOn => false,
        _ => true,
    }
}

fn future_days(met: &Met<'_>, kind: StepKind, answers: &Answers) -> Vec<Finding> {
    let days = form(kind).iter().filter(|asked| asked.input == Input::Day && !may_lie_ahead(kind, asked.field));
    let ahead = days.filter(|asked| answers.day(asked.field).is_some_and(|day| day > met.today));
    ahead.map(|asked| Finding::refusal(What::InTheFuture, Some(asked.field))).collect()
}
