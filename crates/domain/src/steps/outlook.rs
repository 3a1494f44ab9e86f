//! What a change of a grant, or of the mentor, would come to, before it is done.

use super::effects::{Referred, Standing};
use super::findings::decisions::granted_basis;
use super::findings::{Met, day_of};
use super::{Answers, StepField, StepKind, last_of};
use crate::economy::Price;
use crate::ids::UnitId;
use crate::legal::Area;
use crate::rules::{NoRule, RuleCode};
use crate::{Day, Minutes, Ore};

/// What a course comes to from a day until it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct View {
    pub ends: Option<Day>,
    /// Periods used, and the most that may be granted; `None` where the field of law counts none.
    pub periods: Option<(i64, i64)>,
    /// Granted hours a week.
    pub weekly: Minutes,
    /// What is left of the grant: the week's hours times the days that are left, by sevenths.
    pub hours_left: Minutes,
    /// An hour's price with the unit on the day; a unit of the municipality has none.
    pub price: Option<Ore>,
    /// The hours that are left at that price.
    pub cost: Option<Ore>,
    /// When tapering begins.
    pub taper: Option<Day>,
}

/// As it stands, and as it would.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outlook {
    pub now: View,
    pub then: View,
}

/// Whether a step of the kind can be tried.
#[must_use]
pub const fn is_of(kind: StepKind) -> bool {
    matches!(kind, StepKind::Grant | StepKind::Extension | StepKind::Change | StepKind::Match)
}

/// The outlook of the step. Where it cannot be taken, nothing would change.
///
/// # Errors
/// A rule that is needed is not in force.
pub fn outlook(
    met: &Met<'_>,
    (kind, answers, referred): (StepKind, &Answers, &Referred),
    prices: &[(UnitId, Price)],
) -> Result<Outlook, NoRule> {
    let day = day_of(kind, answers).unwrap_or(met.today);
    let after = met.standing.after(kind, day, answers, referred);
    let code = answers.text(StepField::Basis);
    let now = view(met, met.standing, (None, None), prices)?;
    let then = match &after {
        Ok(after) => view(met, after, (code, answers.day(StepField::From)), prices)?,
        Err(_) => now,
    };
    Ok(Outlook { now, then })
}

fn view(
    met: &Met<'_>,
    standing: &Standing,
    (code, from): (Option<&str>, Option<Day>),
    prices: &[(UnitId, Price)],
) -> Result<View, NoRule> {
    let ends = standing.dates.expected_end;
    let granted = last_of(met.steps, StepKind::Grant);
    let from = from.or_else(|| granted.and_then(|step| step.answers.day(StepField::From))).or(standing.dates.start);
    let basis = match code {
        Some(code) => met.bases.on(code, met.today),
        None => granted_basis(met),
    };
    let weekly = standing.weekly.unwrap_or(Minutes::ZERO);
    let begin = from.map_or(met.today, |from| from.max(met.today));
    let days = ends.map_or(0, |ends| ends.days_since(begin).max(0));
    let hours_left = Minutes::from_i64(weekly.get().saturating_mul(days) / 7).unwrap_or(Minutes::ZERO);
    let price = standing.unit.and_then(|unit| price_on(prices, unit, met.today));
    let counted = basis.is_some_and(|basis| basis.area == Area::Employment);
    let periods = match (from, ends) {
        (Some(from), Some(ends)) if counted => Some(periods(met, from, ends)?),
        _ => None,
    };
    let taper = met.rules.value(RuleCode::TaperDays, met.today)?;
    Ok(View {
        ends,
        periods,
        weekly,
        hours_left,
        price,
        cost: price.and_then(|price| price.scale(hours_left.get(), 60)),
        taper: ends.map(|ends| ends.plus_days(-taper)),
    })
}

fn price_on(prices: &[(UnitId, Price)], unit: UnitId, on: Day) -> Option<Ore> {
    let valid = |price: &Price| price.valid_from <= on && price.valid_to.is_none_or(|last| on <= last);
    prices.iter().find(|(of, price)| *of == unit && valid(price)).map(|(_, price)| price.per_hour)
}

/// The periods that the time from the first day until the end takes, each begun one counted, and the most of them.
fn periods(met: &Met<'_>, from: Day, ends: Day) -> Result<(i64, i64), NoRule> {
    let rule = |code| met.rules.value(code, met.today);
    let months = i32::try_from(rule(RuleCode::GrantPeriodMonths)?).unwrap_or(i32::MAX);
    let most = rule(RuleCode::GrantPeriods)?.saturating_add(rule(RuleCode::GrantSpecialPeriods)?);
    let used = (1..=400).find(|periods| ends <= from.plus_months(months.saturating_mul(*periods))).unwrap_or(400);
    Ok((i64::from(used), most))
}
