//! The course that the tests tell their stories with.

mod laws;
mod of_steps;
mod stories;
mod sums;

use super::*;
use crate::courses::{CourseDates, Decision, EndReason};
use crate::followups::FollowUp;
use crate::goals::GoalKind;
use crate::ids::StepId;
use crate::rules::{Rule, RuleCode, Rules};
use crate::sessions::SessionOutcome;
use crate::steps::{Answer, Answers, Choice, Recorded, StepField, StepKind, standing};
use crate::{Day, Minutes, Moment};

/// Monday 3 January 2022: the day on which the course of the stories starts.
const START: &str = "2022-01-03";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn days_in(days: i64) -> Day {
    day(START).plus_days(days)
}

fn rules() -> Rules {
    let values = [
        (RuleCode::DecisionDays, 10),
        (RuleCode::DecisionWorkingDays, 0),
        (RuleCode::FollowUpDays, 42),
        (RuleCode::ExtentTolerance, 25),
        (RuleCode::GroupAfterMonths, 3),
        (RuleCode::GroupSize, 6),
        (RuleCode::MinimumMonths, 3),
        (RuleCode::SupervisionDays, 42),
    ];
    let rule = |(code, value)| Rule { code, valid_from: Day::FIRST, valid_to: None, value, source: String::new() };
    Rules::new(values.into_iter().map(rule).collect())
}

#[derive(Clone, Debug)]
struct Story {
    dates: CourseDates,
    follow_ups: Vec<FollowUp>,
    goals: Vec<GoalEvent>,
    sessions: Vec<SessionEvent>,
    steps: Vec<Recorded>,
    weekly: Option<Minutes>,
    end_reason: Option<EndReason>,
    has_purpose: bool,
    needs: Vec<String>,
    mentor: Option<(Vec<String>, Vec<Day>)>,
    on_record: OnRecord,
}

impl Story {
    fn facts(&self, until: Day) -> CourseFacts {
        let events = CourseEvents {
            dates: &self.dates,
            follow_ups: &self.follow_ups,
            goals: &self.goals,
            sessions: self.sessions.iter().copied(),
        };
        let mut facts = CourseFacts::gather(events, until);
        facts.add_steps(&self.dates, &self.follow_ups, &self.taken(), until);
        facts
    }

    fn taken(&self) -> Vec<Taken> {
        let taken = |step: &Recorded| Taken { kind: step.kind, day: step.day, answers: step.answers.clone() };
        standing(&self.steps).map(taken).collect()
    }

    fn judge_with(&self, facts: &CourseFacts, rules: &Rules, on: Day) -> Verdicts {
        let mentor = self.mentor.as_ref().map(|(competences, supervisions)| MentorRecord { competences, supervisions });
        let course = JudgedCourse {
            dates: &self.dates,
            weekly: self.weekly,
            end_reason: self.end_reason,
            has_purpose: self.has_purpose,
            needs: &self.needs,
            mentor,
            on_record: self.on_record,
        };
        judge(&course, facts, rules, on).unwrap()
    }

    fn on(&self, on: Day) -> Verdicts {
        self.judge_with(&self.facts(on), &rules(), on)
    }
}

/// A granted course that started on `START`, runs, and has nothing else.
fn story() -> Story {
    Story {
        dates: CourseDates {
            concern: Some(days_in(-20)),
            decided: Some(days_in(-10)),
            decision: Some(Decision::Granted),
            start: Some(day(START)),
            ..CourseDates::default()
        },
        follow_ups: Vec::new(),
        goals: Vec::new(),
        sessions: Vec::new(),
        steps: Vec::new(),
        weekly: None,
        end_reason: None,
        has_purpose: false,
        needs: Vec::new(),
        mentor: None,
        on_record: OnRecord::default(),
    }
}

fn ended(days: i64) -> Story {
    Story { dates: CourseDates { end: Some(days_in(days)), ..story().dates }, ..story() }
}

fn follow_up(days: i64) -> FollowUp {
    FollowUp { on: days_in(days), caseworker: Some(true), mentor: Some(true), mentee: Some(true) }
}

fn goal(kind: GoalKind, created: i64, scored: Option<i64>) -> GoalEvent {
    GoalEvent { kind, created_on: Some(days_in(created)), first_scored_on: scored.map(days_in) }
}

fn held(days: i64, minutes: u32) -> SessionEvent {
    SessionEvent { day: days_in(days), outcome: SessionOutcome::Held, ata: Minutes::new(minutes), group: None }
}

fn in_group(on: Day, mentees: i64, mentors: i64) -> SessionEvent {
    SessionEvent { day: on, group: Some(GroupSession { mentees, mentors }), ..held(0, 60) }
}

/// Takes a step on a day of the story, with answers.
fn step<const N: usize>(kind: StepKind, days: i64, given: [(StepField, Answer); N]) -> Recorded {
    let mut answers = Answers::default();
    given.into_iter().for_each(|(field, answer)| answers.set(field, answer));
    Recorded {
        id: StepId(0),
        kind,
        day: days_in(days),
        at: Moment::from_epoch(0),
        user: None,
        role: None,
        answers,
        subject: None,
        undone_by: None,
    }
}

/// The steps as they are recorded one after another.
fn numbered(steps: impl IntoIterator<Item = Recorded>) -> Vec<Recorded> {
    (1..).zip(steps).map(|(id, step)| Recorded { id: StepId(id), ..step }).collect()
}

fn words(field: StepField) -> (StepField, Answer) {
    (field, Answer::Text("det er sagt".to_owned()))
}

fn chosen(field: StepField, choice: Choice) -> (StepField, Answer) {
    (field, Answer::One(choice))
}

/// The step as the model wants it.
fn good(kind: StepKind, days: i64) -> Recorded {
    use StepField::*;
    match kind {
        StepKind::Match => {
            let basis = (MatchBasis, Answer::Many(vec![Choice::SharedInterests]));
            step(kind, days, [basis, words(Note)])
        }
        StepKind::Expectations => step(kind, days, [Duration, HowItEnds, IfBrokenOff].map(words)),
        StepKind::GroupPlan => step(kind, days, [StepField::GroupPurpose, Suited].map(words)),
        StepKind::Method => step(kind, days, [chosen(Method, Choice::Coaching), words(MethodReason)]),
        StepKind::Closure => {
            let value = chosen(MethodValue, Choice::MuchValue);
            let [need, network, handover, evaluated] = [NeedAssessed, NetworkTold, Handover, EvaluatedWith].map(words);
            step(kind, days, [chosen(EndKind, Choice::Planned), need, network, handover, evaluated, value])
        }
        StepKind::Evaluation => step(kind, days, [chosen(Voice, Choice::YoungPerson)]),
        _ => step(kind, days, []),
    }
}
