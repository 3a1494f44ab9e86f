//! Why something is due: the rule as it stands, its source, the day that it is about, and from when it is warned of.

use super::{Due, DueKind};
use crate::Day;
use crate::calendar::plus_working_days;
use crate::rules::{NoRule, Rule, RuleCode, Rules};

/// A rule's length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    Days(i64),
    WorkingDays(i64),
    /// Calendar months: the same day of the month, or its last.
    Months(i32),
}

impl Span {
    /// Of the kind's rule, as in force on the day; nothing where no rule makes it.
    pub fn of(kind: DueKind, rules: &Rules, on: Day) -> Result<Span, NoRule> {
        let Some(code) = kind.rule() else { return Ok(Span::Days(0)) };
        let value = rules.value(code, on)?;
        Ok(match code {
            RuleCode::DecisionDays if rules.value(RuleCode::DecisionWorkingDays, on)? != 0 => Span::WorkingDays(value),
            RuleCode::RightAndDutyMonths
            | RuleCode::CaseReviewMonths
            | RuleCode::TransitionMonths
            | RuleCode::AdultMonths
            | RuleCode::OutcomeFirstMonths
            | RuleCode::OutcomeSecondMonths
            | RuleCode::OutcomeThirdMonths => Span::Months(months(value)),
            _ => Span::Days(value),
        })
    }

    pub fn after(self, from: Day) -> Day {
        match self {
            Span::Days(days) => from.plus_days(days),
            Span::WorkingDays(days) => plus_working_days(from, days),
            Span::Months(months) => from.plus_months(months),
        }
    }

    const fn value(self) -> i64 {
        match self {
            Span::Days(count) | Span::WorkingDays(count) => count,
            Span::Months(months) => months as i64,
        }
    }
}

/// A rule's months; what no calendar holds stops at its end.
pub(super) fn months(value: i64) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}

/// Why it is due, by the rules of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Because<'r> {
    /// The rule's days or months; 0 where no rule makes it.
    pub count: i64,
    /// The days are working days.
    pub working: bool,
    /// The row of the rule, which has the source.
    pub rule: Option<&'r Rule>,
    /// The day that it is about: a birthday, a meeting, the end of the grant, the last contact; else its own.
    pub about: Day,
    /// The first day on which it is warned of, where a rule says so.
    pub warn_from: Option<Day>,
}

impl Due {
    /// Why it is due, by the rules in force on the day.
    pub fn because<'r>(&self, rules: &'r Rules, on: Day) -> Result<Because<'r>, NoRule> {
        let span = Span::of(self.kind, rules, on)?;
        let count = span.value();
        let about = match self.kind {
            DueKind::SeekContact => self.on.plus_days(-count),
            DueKind::Taper | DueKind::PlanTransition => self.on.plus_days(count),
            DueKind::Adult => self.on.plus_days(rules.value(RuleCode::TransitionPlanDays, on)?),
            _ => self.on,
        };
        let warn_from = match self.kind {
            DueKind::Decide => warn_from(self.on, span, rules.value(RuleCode::DecisionWarnDays, on)?),
            _ => None,
        };
        let rule = self.kind.rule().and_then(|code| rules.row(code, on));
        Ok(Because { count, working: matches!(span, Span::WorkingDays(_)), rule, about, warn_from })
    }
}

/// The day that many days after the need, counted back from the deadline; `None` when that is no earlier.
fn warn_from(deadline: Day, span: Span, after: i64) -> Option<Day> {
    let back = after - span.value();
    let day = match span {
        Span::WorkingDays(_) => plus_working_days(deadline, back),
        Span::Days(_) | Span::Months(_) => deadline.plus_days(back),
    };
    (back < 0).then_some(day)
}
