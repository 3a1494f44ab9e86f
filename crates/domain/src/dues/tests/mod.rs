//! Each deadline at its edges, and what holds of all of them.

mod edges;
mod laws;
mod stories;

use super::{Due, DueFacts, DueKind, dues};
use crate::courses::{CourseDates, Decision};
use crate::ids::StepId;
use crate::rules::{Rule, RuleCode, Rules};
use crate::steps::{Answer, Answers, Choice, Recorded, StepField, StepKind};
use crate::{Day, Moment};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The values that a new municipality begins with.
const VALUES: [(RuleCode, i64); 25] = [
    (RuleCode::DecisionDays, 10),
    (RuleCode::DecisionWorkingDays, 0),
    (RuleCode::DecisionWarnDays, 7),
    (RuleCode::HearingDays, 14),
    (RuleCode::RightAndDutyMonths, 6),
    (RuleCode::ComplaintDays, 28),
    (RuleCode::ExpectationsDays, 14),
    (RuleCode::NetworkDays, 42),
    (RuleCode::MethodDays, 42),
    (RuleCode::ExtentDays, 7),
    (RuleCode::FollowUpDays, 42),
    (RuleCode::CaseReviewMonths, 6),
    (RuleCode::TransitionMonths, 210),
    (RuleCode::TransitionPlanDays, 60),
    (RuleCode::AdultMonths, 216),
    (RuleCode::SilenceDays, 14),
    (RuleCode::PauseDays, 30),
    (RuleCode::RematchDays, 14),
    (RuleCode::TaperDays, 42),
    (RuleCode::ClosureDays, 14),
    (RuleCode::EvaluationDays, 14),
    (RuleCode::OutcomeFirstMonths, 3),
    (RuleCode::OutcomeSecondMonths, 6),
    (RuleCode::OutcomeThirdMonths, 12),
    (RuleCode::RelationMonths, 3),
];

fn row(code: RuleCode, value: i64) -> Rule {
    Rule { code, valid_from: Day::FIRST, valid_to: None, value, source: code.code().to_owned() }
}

/// Those values, with some in their place.
fn rules(others: &[(RuleCode, i64)]) -> Rules {
    let value = |(code, value): &(RuleCode, i64)| {
        others.iter().find(|(other, _)| other == code).map_or(row(*code, *value), |(_, value)| row(*code, *value))
    };
    Rules::new(VALUES.iter().map(value).collect())
}

/// A step with what was answered, recorded in the order of its number.
fn step(id: i64, kind: StepKind, on: &str, answers: &[(StepField, Answer)]) -> Recorded {
    let mut kept = Answers::default();
    for (field, answer) in answers {
        kept.set(*field, answer.clone());
    }
    Recorded {
        id: StepId(id),
        kind,
        day: day(on),
        at: Moment::from_epoch(id),
        user: None,
        role: None,
        answers: kept,
        subject: None,
        undone_by: None,
    }
}

fn one(field: StepField, choice: Choice) -> (StepField, Answer) {
    (field, Answer::One(choice))
}

fn concern(on: &str) -> CourseDates {
    CourseDates { concern: Some(day(on)), ..CourseDates::default() }
}

fn granted(on: &str) -> CourseDates {
    CourseDates { decided: Some(day(on)), decision: Some(Decision::Granted), ..CourseDates::default() }
}

fn started(on: &str) -> CourseDates {
    CourseDates { start: Some(day(on)), ..granted(on) }
}

/// The day of the kind, by the usual rules.
fn on(facts: &DueFacts<'_>, kind: DueKind, today: &str) -> Option<Day> {
    by(facts, kind, today, &rules(&[]))
}

fn by(facts: &DueFacts<'_>, kind: DueKind, today: &str, rules: &Rules) -> Option<Day> {
    let all = dues(facts, rules, day(today)).unwrap();
    all.iter().find(|due| due.kind == kind).map(|due| due.on)
}

fn kinds(facts: &DueFacts<'_>, today: &str) -> Vec<&'static str> {
    let mut kinds: Vec<&str> =
        dues(facts, &rules(&[]), day(today)).unwrap().iter().map(|due: &Due| due.kind.code()).collect();
    kinds.sort_unstable();
    kinds
}
