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

impl Rules {
    #[must_use]
    pub fn new(rules: Vec<Rule>) -> Rules {
        Rules(rules)
    }

    /// The value in force on the day.
    pub fn value(&self, code: RuleCode, on: Day) -> Result<i64, NoRule> {
        let in_force =
            |rule: &&Rule| rule.code == code && rule.valid_from <= on && rule.valid_to.is_none_or(|to| on <= to);
        self.0
            .iter()
            .filter(in_force)
            .max_by_key(|rule| rule.valid_from)
            .map(|rule| rule.value)
            .ok_or(NoRule { code, on })
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
}
