//! Rules as data with dates: a value, from when, until when, and where it comes from.

use crate::Day;
use crate::units::coded;

coded! {
    /// Which rule. The values live in the store, each with its dates and its source.
    RuleCode {
        /// Days from the need being identified to the decision (F1.1).
        DecisionDays = "decision-days",
        /// 1 when the decision's days are working days, 0 when calendar days.
        DecisionWorkingDays = "decision-working-days",
        /// Days between follow-ups (F4.1).
        FollowUpDays = "follow-up-days",
        /// Percent by which the weekly average may differ from the grant (F4.2).
        ExtentTolerance = "extent-tolerance",
        /// Months before a group session (F4.3).
        GroupAfterMonths = "group-after-months",
        /// Mentees in a group session (F4.3).
        GroupSize = "group-size",
        /// Months that a course lasts at least (F4.4).
        MinimumMonths = "minimum-months",
        /// Days between supervisions (M3).
        SupervisionDays = "supervision-days",
        /// Days from the need after which a decision is warned of (F1.1).
        DecisionWarnDays = "decision-warn-days",
        /// Days that a party has to answer a hearing.
        HearingDays = "hearing-days",
        /// Months on a benefit after which mentor support is a right and a duty.
        RightAndDutyMonths = "right-and-duty-months",
        /// Months of an ordinary period of a grant.
        GrantPeriodMonths = "grant-period-months",
        /// Ordinary periods that may be granted.
        GrantPeriods = "grant-periods",
        /// Further periods in quite special cases.
        GrantSpecialPeriods = "grant-special-periods",
        /// 1 when a leader alone grants in quite special cases.
        SpecialByLeader = "special-by-leader",
        /// Days to assess a decision anew after a complaint.
        ComplaintDays = "complaint-days",
        /// Days from the start to the alignment of expectations (F3.2).
        ExpectationsDays = "expectations-days",
        /// Days from the start to a map of the network (F4.5).
        NetworkDays = "network-days",
        /// Days from the start to a chosen method (F4.6).
        MethodDays = "method-days",
        /// Days between talks about the extent (F4.2).
        ExtentDays = "extent-days",
        /// Months at the start that build the relation.
        RelationMonths = "relation-months",
        /// Months between reviews of the case (F4.6).
        CaseReviewMonths = "case-review-months",
        /// The age in months of the meeting before adulthood.
        TransitionMonths = "transition-months",
        /// Days before it in which it is planned.
        TransitionPlanDays = "transition-plan-days",
        /// The age in months of an adult.
        AdultMonths = "adult-months",
        /// Days without successful contact after which contact is sought.
        SilenceDays = "silence-days",
        /// Days of a pause without an agreed day.
        PauseDays = "pause-days",
        /// Days to answer a wish for another mentor (F3.1).
        RematchDays = "rematch-days",
        /// Days before the grant runs out on which tapering begins.
        TaperDays = "taper-days",
        /// Days of the procedure of closure (F5.1).
        ClosureDays = "closure-days",
        /// Days after the end in which both voices are asked.
        EvaluationDays = "evaluation-days",
        /// Months after the end at which the outcome is asked for the first time.
        OutcomeFirstMonths = "outcome-first-months",
        /// The second.
        OutcomeSecondMonths = "outcome-second-months",
        /// The third.
        OutcomeThirdMonths = "outcome-third-months",
        /// Days after a course's end on which its mentor still sees it.
        MentorAccessDays = "mentor-access-days",
        /// Minutes without a request after which a sign-in ends.
        IdleMinutes = "idle-minutes",
        /// Hours that an emergency access lasts.
        EmergencyHours = "emergency-hours",
        /// Persons whom a user reads about in a day, outside own relations, before it is listed for review.
        UnusualPersons = "unusual-persons",
        /// The smallest number of persons that an analyst is shown.
        SmallestCount = "smallest-count",
    }
}

impl RuleCode {
    /// The smallest and the largest value.
    #[must_use]
    pub const fn bounds(self) -> (i64, i64) {
        match self {
            RuleCode::DecisionWorkingDays | RuleCode::SpecialByLeader => (0, 1),
            RuleCode::ExtentTolerance => (0, 100),
            RuleCode::GroupAfterMonths
            | RuleCode::MinimumMonths
            | RuleCode::RightAndDutyMonths
            | RuleCode::GrantPeriodMonths
            | RuleCode::RelationMonths
            | RuleCode::CaseReviewMonths
            | RuleCode::OutcomeFirstMonths
            | RuleCode::OutcomeSecondMonths
            | RuleCode::OutcomeThirdMonths => (1, 60),
            RuleCode::TransitionMonths | RuleCode::AdultMonths => (144, 360),
            RuleCode::GrantPeriods | RuleCode::GrantSpecialPeriods => (0, 40),
            RuleCode::GroupSize => (2, 50),
            RuleCode::DecisionDays
            | RuleCode::FollowUpDays
            | RuleCode::SupervisionDays
            | RuleCode::DecisionWarnDays
            | RuleCode::HearingDays
            | RuleCode::ComplaintDays
            | RuleCode::ExpectationsDays
            | RuleCode::NetworkDays
            | RuleCode::MethodDays
            | RuleCode::ExtentDays
            | RuleCode::TransitionPlanDays
            | RuleCode::SilenceDays
            | RuleCode::PauseDays
            | RuleCode::RematchDays
            | RuleCode::TaperDays
            | RuleCode::ClosureDays
            | RuleCode::EvaluationDays => (1, 366),
            RuleCode::MentorAccessDays => (0, 366),
            // Longer, and a browser that was left stands open over the night.
            RuleCode::IdleMinutes => (5, 240),
            RuleCode::EmergencyHours => (1, 72),
            RuleCode::UnusualPersons => (1, 10_000),
            RuleCode::SmallestCount => (2, 100),
        }
    }

    /// Whether courses' deadlines are made of it.
    #[must_use]
    pub const fn makes_dues(self) -> bool {
        matches!(
            self,
            RuleCode::DecisionDays
                | RuleCode::DecisionWorkingDays
                | RuleCode::HearingDays
                | RuleCode::RightAndDutyMonths
                | RuleCode::ComplaintDays
                | RuleCode::ExpectationsDays
                | RuleCode::NetworkDays
                | RuleCode::MethodDays
                | RuleCode::ExtentDays
                | RuleCode::FollowUpDays
                | RuleCode::SilenceDays
                | RuleCode::CaseReviewMonths
                | RuleCode::TransitionMonths
                | RuleCode::TransitionPlanDays
                | RuleCode::AdultMonths
                | RuleCode::PauseDays
                | RuleCode::RematchDays
                | RuleCode::TaperDays
                | RuleCode::ClosureDays
                | RuleCode::EvaluationDays
                | RuleCode::OutcomeFirstMonths
                | RuleCode::OutcomeSecondMonths
                | RuleCode::OutcomeThirdMonths
        )
    }
}

/// One rule in force during a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub code: RuleCode,
    pub valid_from: Day,
    pub valid_to: Option<Day>,
    pub value: i64,
    /// Where it comes from: a seed's line, a law, a council's decision.
    pub source: String,
}

/// The rules of a municipality.
#[derive(Debug, Clone, Default)]
pub struct Rules(Vec<Rule>);

/// A rule that a figure needs and that is not in the store for the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no rule {} is in force on {on}", code.code())]
pub struct NoRule {
    pub code: RuleCode,
    pub on: Day,
}

/// What a change of a rule comes to: the rows that it ends or takes the place of. The past stays as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleChange {
    pub new: Rule,
    /// The row in force before, and its last day now.
    pub ended: Option<(Day, Day)>,
    /// Rows that were to begin on the day or later, and have never been in force.
    pub dropped: Vec<Day>,
}

/// Why a rule is not changed so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RuleFault {
    #[error("a rule changes from today or a later day")]
    Past,
    #[error("the value is below the smallest or above the largest")]
    OutOfBounds,
    #[error("the rule says so already")]
    Same,
    /// What was in force for a part of today is not written over.
    #[error("the rule was changed from today on: choose a later day")]
    ChangedToday,
    #[error("a rule has a source")]
    NoSource,
}

impl Rules {
    /// Every row of the rule, the oldest first.
    pub fn rows(&self, code: RuleCode) -> impl Iterator<Item = &Rule> {
        self.0.iter().filter(move |rule| rule.code == code)
    }

    /// The row in force on the day.
    #[must_use]
    pub fn row(&self, code: RuleCode, on: Day) -> Option<&Rule> {
        let in_force = |rule: &&Rule| rule.valid_from <= on && rule.valid_to.is_none_or(|to| on <= to);
        self.rows(code).filter(in_force).max_by_key(|rule| rule.valid_from)
    }

    /// The change by which the rule has the value from its first day on. Changes that were to come later are dropped.
    pub fn change(&self, new: Rule, today: Day) -> Result<RuleChange, RuleFault> {
        let (least, most) = new.code.bounds();
        let before = self.row(new.code, new.valid_from);
        let dropped: Vec<Day> =
            self.rows(new.code).map(|rule| rule.valid_from).filter(|from| *from >= new.valid_from).collect();
        if new.valid_from < today {
            Err(RuleFault::Past)
        } else if !(least..=most).contains(&new.value) {
            Err(RuleFault::OutOfBounds)
        } else if new.source.trim().is_empty() {
            Err(RuleFault::NoSource)
        } else if before.is_some_and(|row| row.value == new.value && row.valid_to.is_none()) {
            Err(RuleFault::Same)
        } else if dropped.contains(&today) {
            Err(RuleFault::ChangedToday)
        } else {
            let last = new.valid_from.plus_days(-1);
            let ended = self.row(new.code, last).map(|row| (row.valid_from, last));
            Ok(RuleChange { new, ended, dropped })
        }
    }

    #[must_use]
    pub fn new(rules: Vec<Rule>) -> Rules {
        Rules(rules)
    }

    /// The value in force on the day.
    pub fn value(&self, code: RuleCode, on: Day) -> Result<i64, NoRule> {
        self.row(code, on).map(|rule| rule.value).ok_or(NoRule { code, on })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_of_the_day_is_the_one_in_force() {
        let rule = |from: &str, to: Option<&str>, value| Rule {
            code: RuleCode::FollowUpDays,
            valid_from: from.parse().unwrap(),
            valid_to: to.map(|to| to.parse().unwrap()),
            value,
            source: String::new(),
        };
        let rules = Rules::new(vec![rule("1900-01-01", Some("2019-12-31"), 42), rule("2020-01-01", None, 30)]);
        assert_eq!(rules.value(RuleCode::FollowUpDays, "2019-12-31".parse().unwrap()), Ok(42));
        assert_eq!(rules.value(RuleCode::FollowUpDays, "2020-01-01".parse().unwrap()), Ok(30));
        assert!(rules.value(RuleCode::GroupSize, "2020-01-01".parse().unwrap()).is_err());
    }

    #[test]
    fn a_rule_changes_from_a_day_on_and_the_past_stays() {
        let day = |text: &str| -> Day { text.parse().unwrap() };
        let rule = |from: &str, to: Option<&str>, value| Rule {
            code: RuleCode::FollowUpDays,
            valid_from: day(from),
            valid_to: to.map(day),
            value,
            source: "byrådet".to_owned(),
        };
        let today = day("2022-06-01");
        let rules = Rules::new(vec![rule("1900-01-01", Some("2022-12-31"), 42), rule("2023-01-01", None, 30)]);
        let change = rules.change(rule("2022-07-01", None, 28), today).unwrap();
        assert_eq!(change.ended, Some((day("1900-01-01"), day("2022-06-30"))));
        assert_eq!(change.dropped, [day("2023-01-01")], "what was to come, and has never been in force");
        assert_eq!(rules.change(rule("2022-05-31", None, 28), today), Err(RuleFault::Past));
        assert_eq!(rules.change(rule("2022-07-01", None, 0), today), Err(RuleFault::OutOfBounds));
        assert_eq!(rules.change(rule("2023-02-01", None, 30), today), Err(RuleFault::Same));
        assert_eq!(
            rules.change(Rule { source: " ".to_owned(), ..rule("2022-07-01", None, 28) }, today),
            Err(RuleFault::NoSource)
        );
        let changed_today = Rules::new(vec![rule("1900-01-01", Some("2022-05-31"), 42), rule("2022-06-01", None, 30)]);
        assert_eq!(changed_today.change(rule("2022-06-01", None, 28), today), Err(RuleFault::ChangedToday));
        assert!(changed_today.change(rule("2022-06-02", None, 28), today).is_ok());
        for code in RuleCode::ALL {
            assert!(code.bounds().0 <= code.bounds().1, "{}", code.code());
        }
    }
}
