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
            RuleCode::DecisionWarnDays => self.rule_decision_warn_days(),
            RuleCode::HearingDays => self.rule_hearing_days(),
            RuleCode::RightAndDutyMonths => self.rule_right_and_duty_months(),
            RuleCode::GrantPeriodMonths => self.rule_grant_period_months(),
            RuleCode::GrantPeriods => self.rule_grant_periods(),
            RuleCode::GrantSpecialPeriods => self.rule_grant_special_periods(),
            RuleCode::SpecialByLeader => self.rule_special_by_leader(),
            RuleCode::ComplaintDays => self.rule_complaint_days(),
            RuleCode::ExpectationsDays => self.rule_expectations_days(),
            RuleCode::NetworkDays => self.rule_network_days(),
            RuleCode::MethodDays => self.rule_method_days(),
            RuleCode::ExtentDays => self.rule_extent_days(),
            RuleCode::RelationMonths => self.rule_relation_months(),
            RuleCode::CaseReviewMonths => self.rule_case_review_months(),
            RuleCode::TransitionMonths => self.rule_transition_months(),
            RuleCode::TransitionPlanDays => self.rule_transition_plan_days(),
            RuleCode::AdultMonths => self.rule_adult_months(),
            RuleCode::SilenceDays => self.rule_silence_days(),
            RuleCode::PauseDays => self.rule_pause_days(),
            RuleCode::RematchDays => self.rule_rematch_days(),
            RuleCode::TaperDays => self.rule_taper_days(),
            RuleCode::ClosureDays => self.rule_closure_days(),
            RuleCode::EvaluationDays => self.rule_evaluation_days(),
            RuleCode::OutcomeFirstMonths => self.rule_outcome_first_months(),
            RuleCode::OutcomeSecondMonths => self.rule_outcome_second_months(),
            RuleCode::OutcomeThirdMonths => self.rule_outcome_third_months(),
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
