//! What the steps of a course tell of the recommendations that no other row knows: match, expectations, extent, group,
//! method and closure (seed 001; `measures.md`).
//!
//! A course is judged by its steps once a step other than its concern stands. Of a course that began elsewhere – its first
//! step is later than its start – nothing tells what was done before: there, what is on record is kept, and what is not is
//! not judged. What was taken back counts on no day, not even on those before it was.

use super::OnRecord;
use super::talks::{Paused, Talks};
use crate::Day;
use crate::courses::CourseDates;
use crate::steps::{Answers, Choice, StepField, StepKind};

/// What the steps tell. Kept with the other facts of the course, and holding for the same days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct StepFacts {
    /// F3.1: the last match says what it rests on, and no wish for a rematch waits for an answer.
    pub matched: bool,
    /// F3.2: duration, how it ends and what happens if it is broken off.
    pub expectations: bool,
    /// F4.6: the last method was chosen with a reason.
    pub method_chosen: bool,
    /// F4.6: the closure says what the method was worth.
    pub method_assessed: bool,
    /// F5.1: the five elements; for an unplanned end the least.
    pub closure: bool,
    /// F4.3: the first day on which a part in a group was planned with purpose and suitability.
    pub group_planned: Option<Day>,
    /// F4.2.
    pub talks: Talks,
    /// The first step is not later than the start: what is not on record was not done.
    pub from_start: bool,
    /// A closure is on record.
    pub closed: bool,
}

/// A step that stands, as far as the facts need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    pub kind: StepKind,
    /// The day on which it took place.
    pub day: Day,
    /// May be left empty where the kind's answers are not read ([`reads_answers`]).
    pub answers: Answers,
}

/// Whether a fact depends on what was answered in steps of the kind, and not only on their being there. Most steps of a
/// course are not of these kinds, and their answers need not be opened.
#[must_use]
pub const fn reads_answers(kind: StepKind) -> bool {
    matches!(
        kind,
        StepKind::Match
            | StepKind::Expectations
            | StepKind::GroupPlan
            | StepKind::Method
            | StepKind::Closure
            | StepKind::Evaluation
    )
}

/// The steps that took place up to the day, by day and then as they were recorded.
pub(super) fn known(steps: &[Taken], until: Day) -> Vec<&Taken> {
    let mut known: Vec<&Taken> = steps.iter().filter(|step| step.day <= until).collect();
    known.sort_by_key(|step| step.day);
    known
}

/// Whether a fact is made of steps of the kind.
const fn tells(kind: StepKind) -> bool {
    reads_answers(kind)
        || matches!(
            kind,
            StepKind::Rematch
                | StepKind::Resume
                | StepKind::Pause
                | StepKind::ExtentTalk
                | StepKind::FollowUp
                | StepKind::NetworkPerson
        )
}

/// The latest day that the facts of these steps depend on.
pub(super) fn last_event(known: &[&Taken]) -> Option<Day> {
    let began = known.iter().find(|step| step.kind != StepKind::Concern);
    began.into_iter().chain(known.iter().rfind(|step| tells(step.kind))).map(|step| step.day).max()
}

/// Network persons that are mapped (F4.5).
pub(super) fn network_persons(known: &[&Taken]) -> i64 {
    known.iter().filter(|step| step.kind == StepKind::NetworkPerson).count() as i64
}

impl StepFacts {
    /// From the steps that [`known`] gives and the days of the follow-ups up to the same day, from wherever they came:
    /// those that were taken as steps are among them too, and one more in a week makes no difference. `None` when the
    /// course is not run in Lods.
    pub(super) fn gather(
        dates: &CourseDates,
        followed_up: impl Iterator<Item = Day>,
        known: &[&Taken],
    ) -> Option<StepFacts> {
        let first = known.iter().find(|step| step.kind != StepKind::Concern)?;
        let of = |kind| known.iter().rev().filter(move |step| step.kind == kind).map(|step| (step.day, &step.answers));
        let last = |kind| of(kind).next().map(|(_, answers)| answers);
        let closure = last(StepKind::Closure);
        let evaluated =
            of(StepKind::Evaluation).any(|(_, answers)| answers.one(StepField::Voice) == Some(Choice::YoungPerson));
        Some(StepFacts {
            matched: last(StepKind::Match).is_some_and(rests_on_something) && !rematch_waits(known),
            expectations: of(StepKind::Expectations).any(|(_, answers)| expects(answers)),
            method_chosen: last(StepKind::Method).is_some_and(|answers| said(answers, StepField::MethodReason)),
            method_assessed: closure.is_some_and(assesses_method),
            closure: closure.is_some_and(|answers| closes_well(answers, evaluated)),
            group_planned: of(StepKind::GroupPlan)
                .filter(|(_, answers)| plans_group(answers))
                .map(|(day, _)| day)
                .min(),
            talks: talks(dates, followed_up, known),
            from_start: dates.start.is_none_or(|start| first.day <= start),
            closed: closure.is_some(),
        })
    }

    /// The facts of a course whose time, as known on a day, lasts until `stop` and is over when it `ended`.
    pub(super) fn on_record(&self, stop: Day, ended: bool, first_group: Option<Day>) -> OnRecord {
        let told = |kept: bool| (kept || self.from_start).then_some(kept);
        let planned = |first: Day| self.group_planned.is_some_and(|planned| planned <= first);
        OnRecord {
            match_basis: told(self.matched),
            expectations: told(self.expectations),
            talked_over: self.talks.kept(stop).filter(|_| self.from_start),
            group_purpose: first_group.and_then(|first| told(planned(first))),
            // While it runs, only the choice can be judged.
            method: told(self.method_chosen && (self.method_assessed || !ended)),
            closure: (ended && (self.closed || self.from_start)).then_some(self.closure),
            ..OnRecord::default()
        }
    }
}

fn said(answers: &Answers, field: StepField) -> bool {
    answers.text(field).is_some_and(|text| !text.trim().is_empty())
}

fn rests_on_something(answers: &Answers) -> bool {
    !answers.many(StepField::MatchBasis).is_empty() && said(answers, StepField::Note)
}

/// A wish for another mentor is answered by a match or by going on.
fn rematch_waits(known: &[&Taken]) -> bool {
    let last = known.iter().rfind(|one| matches!(one.kind, StepKind::Rematch | StepKind::Match | StepKind::Resume));
    last.is_some_and(|step| step.kind == StepKind::Rematch)
}

fn expects(answers: &Answers) -> bool {
    [StepField::Duration, StepField::HowItEnds, StepField::IfBrokenOff].into_iter().all(|field| said(answers, field))
}

fn plans_group(answers: &Answers) -> bool {
    said(answers, StepField::GroupPurpose) && said(answers, StepField::Suited)
}

fn assesses_method(answers: &Answers) -> bool {
    answers.one(StepField::MethodValue).is_some() || said(answers, StepField::MethodAssessed)
}

/// An end that is not said to be unplanned is asked for all five.
fn closes_well(answers: &Answers, evaluated: bool) -> bool {
    if answers.one(StepField::EndKind) == Some(Choice::Unplanned) {
        return said(answers, StepField::NetworkTold) && said(answers, StepField::Alternatives);
    }
    let told = [StepField::NeedAssessed, StepField::NetworkTold, StepField::Handover];
    told.into_iter().all(|field| said(answers, field))
        && (evaluated || said(answers, StepField::EvaluatedWith))
        && assesses_method(answers)
}

fn talks(dates: &CourseDates, followed_up: impl Iterator<Item = Day>, known: &[&Taken]) -> Talks {
    let Some(start) = dates.start else { return Talks::default() };
    let talked = known.iter().filter(|step| matches!(step.kind, StepKind::ExtentTalk | StepKind::FollowUp));
    let days = talked.map(|step| step.day).chain(followed_up);
    Talks::gather(start, days, &pauses(known))
}

/// The day of the resumption is no day of pause.
fn pauses(known: &[&Taken]) -> Vec<Paused> {
    let mut pauses = Vec::new();
    let mut from: Option<Day> = None;
    for step in known {
        match (step.kind, from) {
            (StepKind::Pause, None) => from = Some(step.day),
            (StepKind::Resume, Some(began)) => {
                from = None;
                if began < step.day {
                    pauses.push(Paused { from: began, until: Some(step.day.plus_days(-1)) });
                }
            }
            _ => {}
        }
    }
    pauses.extend(from.map(|from| Paused { from, until: None }));
    pauses
}
