//! What the domain's values are called. Each is an exhaustive match: a new variant does not build without its name.

use lods_domain::courses::{Decision, EndKind, EndReason, Phase};
use lods_domain::goals::GoalKind;
use lods_domain::mentors::SupervisionForm;
use lods_domain::people::Gender;
use lods_domain::sessions::{SessionFault, SessionForm, SessionOutcome};
use lods_domain::units::UnitKind;

use crate::Texts;

impl Texts {
    #[must_use]
    pub const fn unit_kind(self, kind: UnitKind) -> &'static str {
        match kind {
            UnitKind::Internal => self.unit_kind_internal(),
            UnitKind::Project => self.unit_kind_project(),
            UnitKind::Supplier => self.unit_kind_supplier(),
            UnitKind::Voluntary => self.unit_kind_voluntary(),
        }
    }

    #[must_use]
    pub const fn phase(self, phase: Phase) -> &'static str {
        match phase {
            Phase::Concern => self.phase_concern(),
            Phase::Refused => self.phase_refused(),
            Phase::StartUp => self.phase_start_up(),
            Phase::Active => self.phase_active(),
            Phase::Closed => self.phase_closed(),
        }
    }

    /// `None` is "not decided".
    #[must_use]
    pub const fn decision(self, decision: Option<Decision>) -> &'static str {
        match decision {
            Some(Decision::Granted) => self.decision_granted(),
            Some(Decision::Refused) => self.decision_refused(),
            None => self.decision_none(),
        }
    }

    #[must_use]
    pub const fn end_kind(self, kind: EndKind) -> &'static str {
        match kind {
            EndKind::Planned => self.end_kind_planned(),
            EndKind::Unplanned => self.end_kind_unplanned(),
        }
    }

    #[must_use]
    pub const fn end_reason(self, reason: EndReason) -> &'static str {
        match reason {
            EndReason::Wish => self.end_reason_wish(),
            EndReason::Professional => self.end_reason_professional(),
        }
    }

    #[must_use]
    pub const fn session_form(self, form: SessionForm) -> &'static str {
        match form {
            SessionForm::Meeting => self.session_form_meeting(),
            SessionForm::HomeVisit => self.session_form_home_visit(),
            SessionForm::Accompaniment => self.session_form_accompaniment(),
            SessionForm::Phone => self.session_form_phone(),
            SessionForm::Video => self.session_form_video(),
            SessionForm::Group => self.session_form_group(),
        }
    }

    #[must_use]
    pub const fn session_outcome(self, outcome: SessionOutcome) -> &'static str {
        match outcome {
            SessionOutcome::Held => self.session_outcome_held(),
            SessionOutcome::ClosedDoor => self.session_outcome_closed_door(),
            SessionOutcome::NoShow => self.session_outcome_no_show(),
            SessionOutcome::CancelledByMentee => self.session_outcome_cancelled_by_mentee(),
            SessionOutcome::CancelledByMentor => self.session_outcome_cancelled_by_mentor(),
        }
    }

    /// Why a session was not registered, as a sentence beside the field.
    #[must_use]
    pub const fn session_fault(self, fault: SessionFault) -> &'static str {
        match fault {
            SessionFault::MinutesWithoutMeeting => self.session_fault_minutes_without_meeting(),
            SessionFault::TooLong => self.session_fault_too_long(),
            SessionFault::InTheFuture => self.session_fault_in_the_future(),
            SessionFault::BeforeStart => self.session_fault_before_start(),
            SessionFault::AfterEnd => self.session_fault_after_end(),
            SessionFault::CourseNotStarted => self.session_fault_course_not_started(),
        }
    }

    #[must_use]
    pub const fn goal_kind(self, kind: GoalKind) -> &'static str {
        match kind {
            GoalKind::Mastery => self.goal_kind_mastery(),
            GoalKind::Network => self.goal_kind_network(),
            GoalKind::Transition => self.goal_kind_transition(),
            GoalKind::Education => self.goal_kind_education(),
            GoalKind::Employment => self.goal_kind_employment(),
        }
    }

    #[must_use]
    pub const fn supervision_form(self, form: SupervisionForm) -> &'static str {
        match form {
            SupervisionForm::Group => self.supervision_group(),
            SupervisionForm::Individual => self.supervision_individual(),
            SupervisionForm::Sparring => self.supervision_sparring(),
        }
    }

    #[must_use]
    pub const fn gender(self, gender: Gender) -> &'static str {
        match gender {
            Gender::Female => self.gender_female(),
            Gender::Male => self.gender_male(),
            Gender::Other => self.gender_other(),
        }
    }
}
