//! Days: what lies ahead, what comes too early or too late.

use super::decisions::basis_of;
use super::{Finding, Met, What, future_days};
use crate::Day;
use crate::calendar::working_days_between;
use crate::courses::EndReason;
use crate::courses::states::State;
use crate::figures::fidelity::Recommendation;
use crate::rules::{NoRule, RuleCode};
use crate::steps::{Answers, Choice, StepField, StepKind, last_of};

pub(super) fn findings(met: &Met<'_>, kind: StepKind, day: Day, answers: &Answers) -> Result<Vec<Finding>, NoRule> {
    let mut found = future_days(met, kind, answers);
    let on = Some(StepField::On);
    match kind {
        StepKind::Grant | StepKind::Refusal if decided_late(met, day)? => {
            found.push(Finding::warning(What::DecisionLate, on, Recommendation::DecisionTime));
        }
        StepKind::FollowUp => {
            found.extend(follow_up(met, day, answers)?);
        }
        StepKind::GroupPlan => {
            let months = months(met, RuleCode::GroupAfterMonths, day)?;
            if met.standing.dates.start.is_some_and(|start| day < start.plus_months(months)) {
                found.push(Finding::warning(What::GroupTooEarly, on, Recommendation::Groups));
            }
        }
        StepKind::Closing => found.extend(ends_early(met, day, answers)?),
        StepKind::NotHeld => {
            let appointment = answers.id(StepField::Appointment);
            let stands = crate::steps::standing(met.steps)
                .any(|step| step.kind == StepKind::Appointment && Some(step.id.0) == appointment);
            if appointment.is_some() && !stands {
                found.push(Finding::refusal(What::NotHeldIsUndone, Some(StepField::Appointment)));
            }
        }
        StepKind::Complaint => {
            let later = [StepKind::Extension, StepKind::Change].into_iter().filter_map(|kind| last_of(met.steps, kind));
            let decided = later.map(|step| step.day).filter(|on| *on <= day).chain(met.standing.dates.decided).max();
            let days = complaint_days(met, day)?;
            if decided.is_some_and(|decided| day > decided.plus_days(days)) {
                found.push(Finding::remark(What::ComplaintLate, on));
            }
        }
        _ => {}
    }
    Ok(found)
}

fn months(met: &Met<'_>, code: RuleCode, on: Day) -> Result<i32, NoRule> {
    Ok(i32::try_from(met.rules.value(code, on)?).unwrap_or(i32::MAX))
}

/// Days in which one can complain: what the decision's legal basis gives, else the municipality's rule.
fn complaint_days(met: &Met<'_>, day: Day) -> Result<i64, NoRule> {
    let decisions = [StepKind::Grant, StepKind::Refusal].into_iter().filter_map(|kind| last_of(met.steps, kind));
    let basis = decisions.max_by_key(|decision| decision.id).and_then(|decision| basis_of(met, decision));
    basis.map_or_else(|| met.rules.value(RuleCode::ComplaintDays, day), |basis| Ok(basis.appeal_weeks * 7))
}

/// By the rule of the day of the decision, as the measure is (F1.1). What is decided anew has been decided before.
fn decided_late(met: &Met<'_>, day: Day) -> Result<bool, NoRule> {
    let is_first = matches!(met.standing.state(), State::Concern { .. });
    let Some(need) = met.standing.dates.concern.filter(|_| is_first) else { return Ok(false) };
    let most = met.rules.value(RuleCode::DecisionDays, day)?;
    let took = match met.rules.value(RuleCode::DecisionWorkingDays, day)? {
        0 => day.days_since(need),
        _ => working_days_between(need, day),
    };
    Ok(took > most)
}

fn follow_up(met: &Met<'_>, day: Day, answers: &Answers) -> Result<Vec<Finding>, NoRule> {
    let mut found = Vec::new();
    let took_part = answers.many(StepField::TookPart);
    let mentor = took_part.contains(&Choice::Mentor) || took_part.contains(&Choice::Volunteer);
    let all = took_part.contains(&Choice::Caseworker) && took_part.contains(&Choice::YoungPerson) && mentor;
    if !took_part.is_empty() && !all {
        let field = Some(StepField::TookPart);
        found.push(Finding::warning(What::NotAllPresent, field, Recommendation::FollowUps));
    }
    let most = met.rules.value(RuleCode::FollowUpDays, met.standing.dates.start.unwrap_or(day))?;
    // One that is told of late comes between others: the last before it counts.
    let told = crate::steps::standing(met.steps).filter(|step| step.kind == StepKind::FollowUp).map(|step| step.day);
    let known = told.chain(met.last_follow_up).chain(met.standing.dates.start);
    let before = known.filter(|before| *before < day).max();
    if before.is_some_and(|before| day.days_since(before) > most) {
        found.push(Finding::warning(What::FollowUpLate, Some(StepField::On), Recommendation::FollowUps));
    }
    Ok(found)
}

/// Before the shortest duration a course ends by wish or on weighty professional grounds (F4.4).
fn ends_early(met: &Met<'_>, day: Day, answers: &Answers) -> Result<Vec<Finding>, NoRule> {
    let Some(start) = met.standing.dates.start else { return Ok(Vec::new()) };
    let least = months(met, RuleCode::MinimumMonths, start)?;
    let excused = answers
        .one(StepField::EndWhy)
        .is_some_and(|why| EndReason::of_text(EndReason::word_of(why)).is_some() || why == Choice::Died);
    let early = day < start.plus_months(least) && !excused && answers.has(StepField::EndWhy);
    let warning = Finding::warning(What::EndsTooEarly, Some(StepField::EndWhy), Recommendation::Duration);
    Ok(early.then_some(warning).into_iter().collect())
}

/// Whether the party was told and has still time to answer, on the day.
pub(super) fn hearing_is_open(met: &Met<'_>, day: Day) -> bool {
    let Some(hearing) = last_of(met.steps, StepKind::Hearing) else { return false };
    let answered =
        last_of(met.steps, StepKind::HearingAnswer).is_some_and(|answer| answer.id > hearing.id && answer.day <= day);
    !answered && hearing.answers.day(StepField::AnswerBy).is_some_and(|by| day <= by)
}
