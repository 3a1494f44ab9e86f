//! What stands against a step, in words. Exhaustive, as in `names.rs`.

use lods_domain::steps::findings::What;

use crate::Texts;

impl Texts {
    /// What was found.
    #[must_use]
    pub const fn finding(self, of: What) -> &'static str {
        match of {
            What::Missing => self.finding_missing(),
            What::Recommended => self.finding_recommended(),
            What::NotNow => self.finding_not_now(),
            What::InTheFuture => self.finding_in_the_future(),
            What::NoSuchBasis => self.finding_no_such_basis(),
            What::UntilBeforeFrom => self.finding_until_before_from(),
            What::PeriodTooLong => self.finding_period_too_long(),
            What::PeriodsSpent => self.finding_periods_spent(),
            What::AllPeriodsSpent => self.finding_all_periods_spent(),
            What::LeaderOnly => self.finding_leader_only(),
            What::HearingOpen => self.finding_hearing_open(),
            What::NoHearing => self.finding_no_hearing(),
            What::ComplaintLate => self.finding_complaint_late(),
            What::NoRightAndDuty => self.finding_no_right_and_duty(),
            What::DecisionLate => self.finding_decision_late(),
            What::NoPurpose => self.finding_no_purpose(),
            What::NoGoal => self.finding_no_goal(),
            What::NoExpectations => self.finding_no_expectations(),
            What::NoMatch => self.finding_no_match(),
            What::OnlyPersonal => self.finding_only_personal(),
            What::NotAllPresent => self.finding_not_all_present(),
            What::FollowUpLate => self.finding_follow_up_late(),
            What::GroupTooEarly => self.finding_group_too_early(),
            What::EndsTooEarly => self.finding_ends_too_early(),
            What::NoEvaluation => self.finding_no_evaluation(),
            What::NotHeldIsUndone => self.finding_appointment_gone(),
        }
    }
}
