//! What the law, the competence to grant, and arithmetic say of a decision.

use super::timing::hearing_is_open;
use super::{Finding, Met, What};
use crate::Day;
use crate::figures::fidelity::Recommendation;
use crate::legal::{Area, LegalBasis};
use crate::rules::{NoRule, RuleCode};
use crate::steps::effects::PURPOSES;
use crate::steps::{Answers, Choice, Recorded, StepField, StepKind, last_of, standing};

pub(super) fn findings(met: &Met<'_>, kind: StepKind, day: Day, answers: &Answers) -> Result<Vec<Finding>, NoRule> {
    let mut found = Vec::new();
    match kind {
        StepKind::Grant => {
            found.extend(basis(met, day, answers));
            found.extend(grant(met, day, answers)?);
            found.extend(period(met, kind, day, answers)?);
            found.extend(hearing(met, day, answers));
        }
        StepKind::Refusal => {
            found.extend(basis(met, day, answers));
            found.extend(hearing(met, day, answers));
        }
        StepKind::Extension => {
            found.extend(basis(met, day, answers));
            found.extend(period(met, kind, day, answers)?);
            found.extend(hearing(met, day, answers));
        }
        StepKind::Change => {
            found.extend(period(met, kind, day, answers)?);
            found.extend(hearing(met, day, answers));
        }
        StepKind::Match => {
            let personal = !answers.many(StepField::MatchOnly).is_empty();
            if personal && answers.many(StepField::MatchBasis).is_empty() {
                let field = Some(StepField::MatchOnly);
                found.push(Finding::warning(What::OnlyPersonal, field, Recommendation::Competences));
            }
        }
        _ => {}
    }
    Ok(found)
}

fn chosen<'m>(met: &'m Met<'_>, day: Day, answers: &Answers) -> Option<&'m LegalBasis> {
    answers.text(StepField::Basis).and_then(|code| met.bases.on(code, day))
}

fn basis(met: &Met<'_>, day: Day, answers: &Answers) -> Option<Finding> {
    let unknown = answers.has(StepField::Basis) && chosen(met, day, answers).is_none();
    unknown.then(|| Finding::refusal(What::NoSuchBasis, Some(StepField::Basis)))
}

fn grant(met: &Met<'_>, day: Day, answers: &Answers) -> Result<Vec<Finding>, NoRule> {
    let mut found = Vec::new();
    let area = chosen(met, day, answers).map(|basis| basis.area);
    if area == Some(Area::Employment) && !answers.has(StepField::EmploymentAim) {
        found.push(Finding::refusal(What::Missing, Some(StepField::EmploymentAim)));
    }
    if PURPOSES.iter().all(|field| !answers.has(*field)) {
        found.push(Finding::warning(What::NoPurpose, Some(StepField::PurposeMastery), Recommendation::Purpose));
    }
    if answers.one(StepField::Entitlement) == Some(Choice::RightAndDuty) {
        let months = months(met.rules.value(RuleCode::RightAndDutyMonths, day)?);
        let since = answers.day(StepField::BenefitSince);
        if since.is_none_or(|since| since.plus_months(months) > day) {
            found.push(Finding::remark(What::NoRightAndDuty, Some(StepField::BenefitSince)));
        }
    }
    Ok(found)
}

fn months(value: i64) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}

/// From when all that is granted counts: the first grant that stands, or what is being granted.
fn first_day(met: &Met<'_>, answers: &Answers) -> Option<Day> {
    let granted = last_of(met.steps, StepKind::Grant).and_then(|step| step.answers.day(StepField::From));
    answers.day(StepField::From).or(granted).or(met.standing.dates.start)
}

/// The longest period of the law, and the periods that may be granted at all (seed 003, l. 72-73). The periods are the
/// competence of the employment effort; other fields of law have none.
fn period(met: &Met<'_>, kind: StepKind, day: Day, answers: &Answers) -> Result<Vec<Finding>, NoRule> {
    let field = Some(StepField::Until);
    let (Some(from), Some(until)) = (first_day(met, answers), answers.day(StepField::Until)) else {
        return Ok(Vec::new());
    };
    let granted_until = met.standing.dates.expected_end;
    // An earlier end takes nothing from the periods; what it leaves is still a period.
    let is_shortened = kind == StepKind::Change && granted_until.is_some_and(|granted| until <= granted);
    let begins = match answers.day(StepField::From).or(granted_until) {
        Some(begins) if !is_shortened => begins,
        _ => from.max(met.standing.dates.start.unwrap_or(from)),
    };
    if is_shortened && until > begins {
        // What was given already is not taken back.
        let back = until < day && granted_until != Some(until);
        return Ok(back.then(|| Finding::refusal(What::UntilBeforeFrom, field)).into_iter().collect());
    }
    if until <= begins {
        return Ok(vec![Finding::refusal(What::UntilBeforeFrom, field)]);
    }
    let Some(basis) = chosen(met, day, answers).or_else(|| granted_basis(met)) else {
        // Without it nobody can tell how long is too long.
        let untold = kind == StepKind::Extension && !answers.has(StepField::Basis);
        return Ok(untold.then(|| Finding::missing(StepField::Basis)).into_iter().collect());
    };
    let mut found = Vec::new();
    if basis.longest_months.is_some_and(|longest| until > begins.plus_months(longest)) {
        found.push(Finding::refusal(What::PeriodTooLong, field));
    }
    if basis.area == Area::Employment {
        found.extend(competence(met, day, answers, (from, until))?);
    }
    Ok(found)
}

/// What the grant rests on; of a course that was imported with its decision, the row that it cites.
pub(in crate::steps) fn granted_basis<'m>(met: &'m Met<'_>) -> Option<&'m LegalBasis> {
    if let Some(grant) = last_of(met.steps, StepKind::Grant) {
        return basis_of(met, grant);
    }
    let on = met.standing.dates.decided.or(met.standing.dates.start)?;
    let cited = met.standing.legal_basis.trim();
    met.bases.in_force(on).find(|basis| basis.citation == cited || basis.code == cited)
}

/// What a decision on record rests on.
pub(super) fn basis_of<'m>(met: &'m Met<'_>, decision: &Recorded) -> Option<&'m LegalBasis> {
    met.bases.on(decision.answers.text(StepField::Basis)?, decision.day)
}

fn competence(
    met: &Met<'_>,
    day: Day,
    answers: &Answers,
    (from, until): (Day, Day),
) -> Result<Option<Finding>, NoRule> {
    let field = Some(StepField::Until);
    let rule = |code| met.rules.value(code, day).map(months);
    let period = rule(RuleCode::GrantPeriodMonths)?;
    let ordinary = rule(RuleCode::GrantPeriods)?;
    let special = rule(RuleCode::GrantSpecialPeriods)?;
    let last = |periods: i32| from.plus_months(period.saturating_mul(periods));
    let is_special = answers.has(StepField::SpecialCase);
    Ok(if until <= last(ordinary) {
        None
    } else if until > last(ordinary.saturating_add(special)) {
        Some(Finding::refusal(What::AllPeriodsSpent, field))
    } else if !is_special {
        Some(Finding::refusal(What::PeriodsSpent, Some(StepField::SpecialCase)))
    } else if rule(RuleCode::SpecialByLeader)? == 1 && !met.by_leader {
        Some(Finding::refusal(What::LeaderOnly, Some(StepField::SpecialCase)))
    } else {
        None
    })
}

fn hearing(met: &Met<'_>, day: Day, answers: &Answers) -> Option<Finding> {
    let field = Some(StepField::HearingDone);
    match answers.one(StepField::HearingDone) {
        Some(Choice::Yes) if !is_heard(met, day) => Some(Finding::refusal(What::NoHearing, field)),
        // Whoever was given time to answer has it, whatever is said of the need to hear.
        Some(_) if is_heard(met, day) && hearing_is_open(met, day) => Some(Finding::refusal(What::HearingOpen, field)),
        _ => None,
    }
}

/// Whether there was a hearing for this decision: by its day, and not for a grant or a change before it.
fn is_heard(met: &Met<'_>, day: Day) -> bool {
    let decided = |step: &&Recorded| matches!(step.kind, StepKind::Grant | StepKind::Extension | StepKind::Change);
    let before = standing(met.steps).filter(decided).map(|step| step.id).max();
    last_of(met.steps, StepKind::Hearing)
        .is_some_and(|hearing| hearing.day <= day && before.is_none_or(|before| hearing.id > before))
}
