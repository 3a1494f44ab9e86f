//! Help by the fields of a step: the rule, said where it is used. A field that explains itself has none.

use lods_domain::steps::{StepField, StepKind};

use crate::Texts;

impl Texts {
    /// A sentence or two under the field's label: the step's own help, or the field's.
    #[must_use]
    pub const fn step_hint(self, kind: StepKind, field: StepField) -> Option<&'static str> {
        Some(match (kind, field) {
            (StepKind::Notification, StepField::Note) => self.step_hint_notification_note(),
            (StepKind::Match, StepField::Note) => self.step_hint_match_note(),
            (StepKind::Refusal, StepField::Alternatives) => self.step_hint_alternatives_refusal(),
            (StepKind::Closure, StepField::Alternatives) => self.step_hint_alternatives_closure(),
            (StepKind::StatutoryFollowUp, StepField::NextOn) => self.step_hint_next_follow_up(),
            (StepKind::Transition, StepField::On) => self.step_hint_transition_on(),
            (StepKind::Grant | StepKind::Refusal | StepKind::Extension | StepKind::Change, StepField::Reasons) => {
                self.step_hint_reasons()
            }
            _ => return self.hint_of_decision(field),
        })
    }

    /// Concern, hearing, waiting and decision.
    const fn hint_of_decision(self, field: StepField) -> Option<&'static str> {
        Some(match field {
            StepField::NeedOn => self.step_hint_need_on(),
            StepField::Trigger => self.step_hint_trigger(),
            StepField::Observed => self.step_hint_observed(),
            StepField::Voluntary => self.step_hint_voluntary(),
            StepField::HeardAbout => self.step_hint_heard_about(),
            StepField::StartUpCourse => self.step_hint_start_up_course(),
            StepField::AskedFor => self.step_hint_asked_for(),
            StepField::BenefitSince => self.step_hint_benefit_since(),
            StepField::EmploymentAim => self.step_hint_employment_aim(),
            StepField::Decisive => self.step_hint_decisive(),
            StepField::Beyond => self.step_hint_beyond(),
            StepField::Delimited => self.step_hint_delimited(),
            StepField::PhaseOut => self.step_hint_phase_out(),
            StepField::PurposeMastery => self.step_hint_purpose_mastery(),
            StepField::PurposeNetwork => self.step_hint_purpose_network(),
            StepField::PurposeTransition => self.step_hint_purpose_transition(),
            StepField::PurposeEducation => self.step_hint_purpose_education(),
            StepField::Weekly => self.step_hint_weekly(),
            StepField::SpecialCase => self.step_hint_special_case(),
            StepField::SpecialReason => self.step_hint_special_reason(),
            StepField::Facts => self.step_hint_facts(),
            StepField::HearingDone => self.step_hint_hearing_done(),
            _ => return self.hint_of_start_up(field),
        })
    }

    /// Match, expectations, goals.
    const fn hint_of_start_up(self, field: StepField) -> Option<&'static str> {
        Some(match field {
            StepField::MatchOnly => self.step_hint_match_only(),
            StepField::Impartial => self.step_hint_impartial(),
            StepField::CanHelp => self.step_hint_can_help(),
            StepField::CannotHelp => self.step_hint_cannot_help(),
            StepField::Duration => self.step_hint_duration(),
            StepField::HowItEnds => self.step_hint_how_it_ends(),
            StepField::IfBrokenOff => self.step_hint_if_broken_off(),
            StepField::OwnWish => self.step_hint_own_wish(),
            StepField::Reconciled => self.step_hint_reconciled(),
            StepField::Title => self.step_hint_title(),
            StepField::GoalKind => self.step_hint_goal_kind(),
            StepField::SystemGoal => self.step_hint_system_goal(),
            StepField::SmallSteps => self.step_hint_small_steps(),
            StepField::ScaleLow => self.step_hint_scale_low(),
            StepField::ScaleHigh => self.step_hint_scale_high(),
            StepField::Points => self.step_hint_points(),
            _ => return self.hint_of_effort(field),
        })
    }

    /// While the course runs.
    const fn hint_of_effort(self, field: StepField) -> Option<&'static str> {
        Some(match field {
            StepField::TookPart => self.step_hint_took_part(),
            StepField::Extent => self.step_hint_extent(),
            StepField::GroupName => self.step_hint_group_name(),
            StepField::GroupPurpose => self.step_hint_group_purpose(),
            StepField::Suited => self.step_hint_suited(),
            StepField::PersonName => self.step_hint_person_name(),
            StepField::Involvement => self.step_hint_involvement(),
            StepField::MethodReason => self.step_hint_method_reason(),
            StepField::HeldOn => self.step_hint_held_on(),
            StepField::Replaces => self.step_hint_replaces(),
            StepField::At => self.step_hint_at(),
            StepField::Place => self.step_hint_place(),
            _ => return self.hint_of_closure(field),
        })
    }

    /// The end, and the questions to both.
    const fn hint_of_closure(self, field: StepField) -> Option<&'static str> {
        Some(match field {
            StepField::EndWhy => self.step_hint_end_why(),
            StepField::Tapering => self.step_hint_tapering(),
            StepField::WhyTold => self.step_hint_why_told(),
            StepField::NetworkTold => self.step_hint_network_told(),
            StepField::Handover => self.step_hint_handover(),
            StepField::Overall => self.step_hint_grade_overall(),
            StepField::Listened | StepField::Important | StepField::Fitted | StepField::Better => {
                self.step_hint_grade()
            }
            _ => return None,
        })
    }
}
