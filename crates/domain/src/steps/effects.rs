//! What a step changes of the course itself, as a pure function from how the course stood to how it stands then.
//! Follow-ups, goals and scores are rows of their own: [`Beside`].

#[cfg(test)]
mod tests;

use super::{Answers, Choice, StepField, StepKind};
use crate::courses::states::State;
use crate::courses::{CourseDates, Decision, EndKind, EndReason, Stage};
use crate::followups::FollowUp;
use crate::goals::{GoalKind, Score};
use crate::ids::{GoalId, MentorId, UnitId};
use crate::{Day, Minutes};

/// What steps change of a course.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    pub dates: CourseDates,
    pub stage: Option<(Stage, Day)>,
    /// As it is cited.
    pub legal_basis: String,
    pub weekly: Option<Minutes>,
    pub purpose: String,
    pub end_reason: String,
    pub mentor: Option<MentorId>,
    pub unit: Option<UnitId>,
}

/// What the answers refer to, looked up beforehand.
#[derive(Debug, Clone, Default)]
pub struct Referred {
    /// The legal basis as it is cited on the day.
    pub citation: Option<String>,
    /// The unit of the mentor that was chosen.
    pub unit: Option<UnitId>,
}

/// The step is not possible from where the course stands, or on that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the step is not possible from here")]
pub struct NotNow;

impl Standing {
    #[must_use]
    pub fn state(&self) -> State {
        State::of(&self.dates, self.stage)
    }

    /// How the course stands after the step. A step that changes nothing of the course gives it back as it was.
    pub fn after(&self, kind: StepKind, day: Day, answers: &Answers, referred: &Referred) -> Result<Standing, NotNow> {
        if earliest(kind, &self.dates).is_some_and(|earliest| day < earliest) {
            return Err(NotNow);
        }
        let next = advance(self.state(), kind, day, answers)?;
        let mut after = Standing { stage: next.stage(), ..self.clone() };
        match kind {
            StepKind::Grant => after.grant(day, answers, referred),
            StepKind::Refusal => {
                // A refusal that is kept is still of the day on which it was made.
                if matches!(next, State::Refused { .. }) {
                    after.dates.decided = Some(day);
                }
                after.dates.decision = Some(Decision::Refused);
                after.legal_basis = referred.citation.clone().unwrap_or_default();
            }
            StepKind::BoardDecision if matches!(next, State::Returned { .. }) => {
                after.dates.decided = None;
                after.dates.decision = None;
            }
            StepKind::Extension | StepKind::Change => {
                after.dates.expected_end = answers.day(StepField::Until).or(after.dates.expected_end);
                after.weekly = answers.weekly(StepField::Weekly).or(after.weekly);
                after.legal_basis = referred.citation.clone().unwrap_or(after.legal_basis);
            }
            StepKind::Match => {
                after.mentor = answers.id(StepField::Mentor).map(MentorId);
                after.unit = referred.unit;
            }
            StepKind::Start => after.dates.start = Some(day),
            StepKind::Closing => after.end_reason = end_reason(answers),
            StepKind::Closure => {
                after.dates.end = Some(day);
                after.dates.end_kind = match next {
                    State::Closed { kind, .. } => Some(kind),
                    _ => None,
                };
            }
            _ => {}
        }
        let stands = after.dates == self.dates || after.dates.check().is_ok();
        stands.then_some(after).ok_or(NotNow)
    }

    fn grant(&mut self, day: Day, answers: &Answers, referred: &Referred) {
        self.dates.decided = Some(day);
        self.dates.decision = Some(Decision::Granted);
        self.dates.expected_end = answers.day(StepField::Until);
        self.weekly = answers.weekly(StepField::Weekly);
        self.legal_basis = referred.citation.clone().unwrap_or_default();
        self.purpose = purpose(answers);
    }
}

/// The elements of the purpose (F2.1), a paragraph each.
#[must_use]
pub fn purpose(answers: &Answers) -> String {
    PURPOSES.iter().filter_map(|field| answers.text(*field)).collect::<Vec<_>>().join("\n\n")
}

/// The four elements that a purpose can have (seed 001, l. 659-672).
pub const PURPOSES: &[StepField] =
    &[StepField::PurposeMastery, StepField::PurposeNetwork, StepField::PurposeTransition, StepField::PurposeEducation];

fn end_kind(choice: Choice) -> EndKind {
    if choice == Choice::Unplanned { EndKind::Unplanned } else { EndKind::Planned }
}

/// The word of the import format for why a course ended, then the reasons.
fn end_reason(answers: &Answers) -> String {
    let word = answers.one(StepField::EndWhy).map_or("andet", EndReason::word_of);
    format!("{word}: {}", answers.text(StepField::Reasons).unwrap_or_default())
}

/// The state after the step.
fn advance(state: State, kind: StepKind, day: Day, answers: &Answers) -> Result<State, NotNow> {
    let moved = match kind {
        StepKind::Grant => state.decide(Decision::Granted, day),
        StepKind::Refusal => state.decide(Decision::Refused, day),
        // Of a grant in part one can complain too: the course goes on meanwhile.
        StepKind::Complaint if matches!(state, State::StartUp { .. } | State::Active { .. }) => Ok(state),
        StepKind::Complaint => state.complain(day),
        StepKind::BoardDecision if matches!(state, State::StartUp { .. } | State::Active { .. }) => Ok(state),
        StepKind::BoardDecision => state.board(answers.one(StepField::BoardSaid) == Some(Choice::Upheld), day),
        StepKind::Start => state.start(day),
        StepKind::Pause => state.pause(day),
        StepKind::Rematch => state.rematch(day),
        StepKind::Resume => state.resume(day),
        StepKind::Match if state.is_rematching() => state.resume(day),
        StepKind::Closing => state.close(answers.one(StepField::EndKind).map_or(EndKind::Planned, end_kind), day),
        StepKind::Closure => state.end(answers.one(StepField::EndKind).map(end_kind), day),
        kind if is_open(kind, &state) => Ok(state),
        _ => return Err(NotNow),
    };
    moved.map_err(|_| NotNow)
}

/// The first day on which the step can have taken place, where the state does not say it: a follow-up lies after the
/// start though the course is paused today.
fn earliest(kind: StepKind, dates: &CourseDates) -> Option<Day> {
    match kind {
        StepKind::Hearing | StepKind::HearingAnswer | StepKind::Waiting => dates.concern,
        StepKind::Match
        | StepKind::Expectations
        | StepKind::Goal
        | StepKind::Score
        | StepKind::Method
        | StepKind::NetworkPerson
        | StepKind::Extension
        | StepKind::Change
        | StepKind::Complaint
        | StepKind::BoardDecision => [dates.decided, dates.start].into_iter().flatten().min(),
        StepKind::FollowUp
        | StepKind::StatutoryFollowUp
        | StepKind::ExtentTalk
        | StepKind::GroupPlan
        | StepKind::CaseReview
        | StepKind::Success
        | StepKind::Task
        | StepKind::Evaluation => dates.start,
        StepKind::Outcome => dates.end,
        _ => None,
    }
}

/// Whether a step that moves nothing can be taken in the state.
fn is_open(kind: StepKind, state: &State) -> bool {
    let before_decision = matches!(state, State::Concern { .. } | State::Complained { .. } | State::Returned { .. });
    let granted = matches!(state, State::StartUp { .. } | State::Active { .. } | State::Closing { .. });
    let running = matches!(state, State::Active { .. } | State::Closing { .. });
    match kind {
        StepKind::Notification | StepKind::ContactAttempt | StepKind::Undo => true,
        StepKind::Concern => !matches!(state, State::Closed { .. }),
        StepKind::Hearing | StepKind::HearingAnswer => before_decision || granted,
        StepKind::Waiting => before_decision || matches!(state, State::StartUp { .. }),
        StepKind::Match | StepKind::Expectations | StepKind::Goal | StepKind::Method | StepKind::NetworkPerson => {
            granted
        }
        StepKind::NetworkMeeting | StepKind::Appointment | StepKind::NotHeld | StepKind::Transition => {
            granted || before_decision
        }
        StepKind::Score => granted,
        StepKind::FollowUp
        | StepKind::StatutoryFollowUp
        | StepKind::ExtentTalk
        | StepKind::GroupPlan
        | StepKind::CaseReview
        | StepKind::Success
        | StepKind::Task => running,
        StepKind::Extension | StepKind::Change => matches!(state, State::Active { .. } | State::StartUp { .. }),
        StepKind::Evaluation => matches!(state, State::Closing { .. } | State::Closed { .. }),
        StepKind::Outcome => matches!(state, State::Closed { .. }),
        _ => false,
    }
}

/// A row that a step writes beside the course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beside {
    FollowUp(FollowUp),
    Goal { kind: GoalKind, title: String, created_on: Day },
    Score { goal: GoalId, on: Day, score: Score },
}

impl Beside {
    /// What the step writes; `None` for most.
    #[must_use]
    pub fn of(kind: StepKind, day: Day, answers: &Answers) -> Option<Beside> {
        match kind {
            StepKind::FollowUp => {
                let took_part = |who| Some(answers.many(StepField::TookPart).contains(&who));
                Some(Beside::FollowUp(FollowUp {
                    on: day,
                    caseworker: took_part(Choice::Caseworker),
                    mentor: Some([Choice::Mentor, Choice::Volunteer].iter().any(|who| took_part(*who) == Some(true))),
                    mentee: took_part(Choice::YoungPerson),
                }))
            }
            StepKind::Goal => Some(Beside::Goal {
                kind: answers.one(StepField::GoalKind).and_then(goal_kind)?,
                title: answers.text(StepField::Title)?.to_owned(),
                created_on: day,
            }),
            StepKind::Score => Some(Beside::Score {
                goal: GoalId(answers.id(StepField::Goal)?),
                on: day,
                score: Score::from_tenths(i64::from(answers.points(StepField::Points)?))?,
            }),
            _ => None,
        }
    }
}

fn goal_kind(choice: Choice) -> Option<GoalKind> {
    Some(match choice {
        Choice::Mastery => GoalKind::Mastery,
        Choice::Network => GoalKind::Network,
        Choice::Transition => GoalKind::Transition,
        Choice::Education => GoalKind::Education,
        Choice::Employment => GoalKind::Employment,
        _ => return None,
    })
}
