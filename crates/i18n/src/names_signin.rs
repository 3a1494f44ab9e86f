//! What rules are called, and why one is not changed. Exhaustive, as in `names.rs`.

use lods_domain::rules::{RuleCode, RuleFault};

use crate::Texts;

impl Texts {
    #[must_use]
    pub const fn rule(self, of: RuleCode) -> &'static str {
        match of {
            RuleCode::DecisionDays => self.rule_decision_days(),
            RuleCode::DecisionWorkingDays => self.rule_decision_working_days(),
            RuleCode::FollowUpDays => self.rule_follow_up_days(),
            RuleCode::ExtentTolerance => self.rule_extent_tolerance(),
            RuleCode::GroupAfterMonths => self.rule_group_after_months(),
            RuleCode::GroupSize => self.rule_group_size(),
            RuleCode::MinimumMonths => self.rule_minimum_months(),
            RuleCode::SupervisionDays => self.rule_supervision_days(),
            RuleCode::MentorAccessDays => self.rule_mentor_access_days(),
            RuleCode::IdleMinutes => self.rule_idle_minutes(),
            RuleCode::EmergencyHours => self.rule_emergency_hours(),
            RuleCode::UnusualPersons => self.rule_unusual_persons(),
            RuleCode::SmallestCount => self.rule_smallest_count(),
        }
    }

    #[must_use]
    pub const fn rule_fault(self, of: RuleFault) -> &'static str {
        match of {
            RuleFault::Past => self.settings_past(),
            RuleFault::OutOfBounds => self.settings_out_of_bounds(),
            RuleFault::Same => self.settings_same(),
            RuleFault::ChangedToday => self.settings_changed_today(),
            RuleFault::NoSource => self.settings_no_source(),
        }
    }
}
