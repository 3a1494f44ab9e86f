//! What stances, experiences and local thresholds are called, and what is wrong with a form of the model.

use lods_domain::model::{
    ExperienceFault, ExperienceKind, LONGEST_EXPERIENCE, LONGEST_OWNER, LONGEST_PROCEDURE, LONGEST_REASON, Stance,
    StanceFault,
};
use lods_domain::rules::RuleCode;

use crate::Texts;

impl Texts {
    #[must_use]
    pub const fn model_stance(self, of: Stance) -> &'static str {
        match of {
            Stance::Adopted => self.model_stance_adopted(),
            Stance::Adapted => self.model_stance_adapted(),
            Stance::NotUsed => self.model_stance_not_used(),
        }
    }

    /// What the stance means, in a sentence.
    #[must_use]
    pub const fn model_stance_hint(self, of: Stance) -> &'static str {
        match of {
            Stance::Adopted => self.model_stance_adopted_hint(),
            Stance::Adapted => self.model_stance_adapted_hint(),
            Stance::NotUsed => self.model_stance_not_used_hint(),
        }
    }

    #[must_use]
    pub const fn model_kind(self, of: ExperienceKind) -> &'static str {
        match of {
            ExperienceKind::Worked => self.model_kind_worked(),
            ExperienceKind::DidNotWork => self.model_kind_did_not_work(),
            ExperienceKind::Idea => self.model_kind_idea(),
        }
    }

    #[must_use]
    pub fn model_stance_fault(self, of: StanceFault) -> String {
        match of {
            StanceFault::NoReason => self.model_fault_reason().to_owned(),
            StanceFault::NoOwner => self.model_fault_owner().to_owned(),
            StanceFault::ReasonTooLong => self.model_fault_reason_long(most(LONGEST_REASON)),
            StanceFault::OwnerTooLong => self.model_fault_owner_long(most(LONGEST_OWNER)),
            StanceFault::ProcedureTooLong => self.model_fault_procedure_long(most(LONGEST_PROCEDURE)),
            StanceFault::Past => self.model_fault_past().to_owned(),
            StanceFault::ChangedToday => self.model_fault_changed_today().to_owned(),
            StanceFault::Same => self.model_fault_same().to_owned(),
        }
    }

    #[must_use]
    pub fn model_experience_fault(self, of: ExperienceFault) -> String {
        match of {
            ExperienceFault::Empty => self.model_experience_missing().to_owned(),
            ExperienceFault::TooLong => self.model_experience_long(most(LONGEST_EXPERIENCE)),
        }
    }

    /// A rule with its value and unit, in words. A rule that is no threshold of the model is its name and its value.
    #[must_use]
    pub fn model_threshold(self, of: RuleCode, value: i64) -> String {
        match of {
            RuleCode::DecisionDays => self.model_threshold_decision_days(value),
            RuleCode::DecisionWorkingDays if value == 0 => self.model_threshold_decision_calendar().to_owned(),
            RuleCode::DecisionWorkingDays => self.model_threshold_decision_working().to_owned(),
            RuleCode::DecisionWarnDays => self.model_threshold_decision_warn_days(value),
            RuleCode::RematchDays => self.model_threshold_rematch_days(value),
            RuleCode::ExpectationsDays => self.model_threshold_expectations_days(value),
            RuleCode::FollowUpDays => self.model_threshold_follow_up_days(value),
            RuleCode::TransitionMonths => self.model_threshold_transition_months(value),
            RuleCode::TransitionPlanDays => self.model_threshold_transition_plan_days(value),
            RuleCode::ExtentTolerance => self.model_threshold_extent_tolerance(value),
            RuleCode::ExtentDays => self.model_threshold_extent_days(value),
            RuleCode::GroupAfterMonths => self.model_threshold_group_after_months(value),
            RuleCode::GroupSize => self.model_threshold_group_size(value),
            RuleCode::MinimumMonths => self.model_threshold_minimum_months(value),
            RuleCode::RelationMonths => self.model_threshold_relation_months(value),
            RuleCode::NetworkDays => self.model_threshold_network_days(value),
            RuleCode::MethodDays => self.model_threshold_method_days(value),
            RuleCode::CaseReviewMonths => self.model_threshold_case_review_months(value),
            RuleCode::TaperDays => self.model_threshold_taper_days(value),
            RuleCode::ClosureDays => self.model_threshold_closure_days(value),
            RuleCode::EvaluationDays => self.model_threshold_evaluation_days(value),
            RuleCode::OutcomeFirstMonths | RuleCode::OutcomeSecondMonths | RuleCode::OutcomeThirdMonths => {
                self.model_threshold_outcome(value)
            }
            RuleCode::SupervisionDays => self.model_threshold_supervision_days(value),
            other => format!("{}: {}", self.rule(other), self.whole(value)),
        }
    }
}

fn most(characters: usize) -> i64 {
    i64::try_from(characters).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use lods_domain::figures::fidelity::Recommendation;
    use lods_domain::model::thresholds;

    use crate::{Lang, Texts};

    #[test]
    fn every_threshold_of_the_model_is_a_sentence_with_its_unit() {
        for lang in Lang::ALL {
            let t = Texts::new(*lang);
            for code in Recommendation::ALL.iter().flat_map(|of| thresholds(*of)) {
                let text = t.model_threshold(*code, 17);
                assert!(!text.starts_with(t.rule(*code)), "{}: {text}", code.code());
            }
        }
    }
}
