//! What the steps of a course are called, to whoever works in it and to the young person. Exhaustive, as in `names.rs`.

use lods_domain::steps::{StepField, StepKind};

use crate::Texts;

/// Each variant's text. A variant that is left out does not build; a list of a hundred words stays one list.
macro_rules! said {
    ($texts:expr, $of:expr, $kind:ident { $($variant:ident => $text:ident),+ $(,)? }) => {
        match $of { $($kind::$variant => $texts.$text()),+ }
    };
}
pub(crate) use said;

impl Texts {
    /// What the step is called: `Bevilling`.
    #[must_use]
    pub const fn step(self, of: StepKind) -> &'static str {
        said!(self, of, StepKind {
            Concern => step_concern, Notification => step_notification, Hearing => step_hearing,
            HearingAnswer => step_hearing_answer, Waiting => step_waiting, Grant => step_grant,
            Refusal => step_refusal, Complaint => step_complaint, BoardDecision => step_board_decision,
            Match => step_match, Expectations => step_expectations, Goal => step_goal, Score => step_score,
            Start => step_start, FollowUp => step_follow_up, StatutoryFollowUp => step_statutory_follow_up,
            ExtentTalk => step_extent_talk, Extension => step_extension, Change => step_change,
            GroupPlan => step_group_plan, NetworkPerson => step_network_person,
            NetworkMeeting => step_network_meeting, Method => step_method, CaseReview => step_case_review,
            Transition => step_transition, ContactAttempt => step_contact_attempt, Success => step_success,
            Task => step_task, Appointment => step_appointment, NotHeld => step_not_held, Pause => step_pause,
            Resume => step_resume, Rematch => step_rematch, Closing => step_closing, Closure => step_closure,
            Evaluation => step_evaluation, Outcome => step_outcome, Undo => step_undo,
        })
    }

    /// What the button says: `Træf afgørelse: bevilg`.
    #[must_use]
    pub const fn step_do(self, of: StepKind) -> &'static str {
        said!(self, of, StepKind {
            Concern => step_do_concern, Notification => step_do_notification, Hearing => step_do_hearing,
            HearingAnswer => step_do_hearing_answer, Waiting => step_do_waiting, Grant => step_do_grant,
            Refusal => step_do_refusal, Complaint => step_do_complaint, BoardDecision => step_do_board_decision,
            Match => step_do_match, Expectations => step_do_expectations, Goal => step_do_goal,
            Score => step_do_score, Start => step_do_start, FollowUp => step_do_follow_up,
            StatutoryFollowUp => step_do_statutory_follow_up, ExtentTalk => step_do_extent_talk,
            Extension => step_do_extension, Change => step_do_change, GroupPlan => step_do_group_plan,
            NetworkPerson => step_do_network_person, NetworkMeeting => step_do_network_meeting,
            Method => step_do_method, CaseReview => step_do_case_review, Transition => step_do_transition,
            ContactAttempt => step_do_contact_attempt, Success => step_do_success, Task => step_do_task,
            Appointment => step_do_appointment, NotHeld => step_do_not_held, Pause => step_do_pause,
            Resume => step_do_resume, Rematch => step_do_rematch, Closing => step_do_closing,
            Closure => step_do_closure, Evaluation => step_do_evaluation, Outcome => step_do_outcome,
            Undo => step_do_undo,
        })
    }

    /// What the step is for and where it comes from, on top of its form.
    #[must_use]
    pub const fn step_lead(self, of: StepKind) -> &'static str {
        said!(self, of, StepKind {
            Concern => step_lead_concern, Notification => step_lead_notification, Hearing => step_lead_hearing,
            HearingAnswer => step_lead_hearing_answer, Waiting => step_lead_waiting, Grant => step_lead_grant,
            Refusal => step_lead_refusal, Complaint => step_lead_complaint, BoardDecision => step_lead_board_decision,
            Match => step_lead_match, Expectations => step_lead_expectations, Goal => step_lead_goal,
            Score => step_lead_score, Start => step_lead_start, FollowUp => step_lead_follow_up,
            StatutoryFollowUp => step_lead_statutory_follow_up, ExtentTalk => step_lead_extent_talk,
            Extension => step_lead_extension, Change => step_lead_change, GroupPlan => step_lead_group_plan,
            NetworkPerson => step_lead_network_person, NetworkMeeting => step_lead_network_meeting,
            Method => step_lead_method, CaseReview => step_lead_case_review, Transition => step_lead_transition,
            ContactAttempt => step_lead_contact_attempt, Success => step_lead_success, Task => step_lead_task,
            Appointment => step_lead_appointment, NotHeld => step_lead_not_held, Pause => step_lead_pause,
            Resume => step_lead_resume, Rematch => step_lead_rematch, Closing => step_lead_closing,
            Closure => step_lead_closure, Evaluation => step_lead_evaluation, Outcome => step_lead_outcome,
            Undo => step_lead_undo,
        })
    }

    /// As the young person who takes it reads it; a step that is not the young person's has its ordinary name.
    #[must_use]
    pub const fn own_step(self, of: StepKind) -> &'static str {
        match of {
            StepKind::Score => self.own_step_score(),
            StepKind::Success => self.own_step_success(),
            StepKind::Evaluation => self.own_step_evaluation(),
            StepKind::Rematch => self.own_step_rematch(),
            _ => self.step(of),
        }
    }

    /// As [`Texts::own_step`], on top of the form.
    #[must_use]
    pub const fn own_step_lead(self, of: StepKind) -> &'static str {
        match of {
            StepKind::Score => self.own_step_lead_score(),
            StepKind::Success => self.own_step_lead_success(),
            StepKind::Evaluation => self.own_step_lead_evaluation(),
            StepKind::Rematch => self.own_step_lead_rematch(),
            _ => self.step_lead(of),
        }
    }

    /// What the young person is asked; a field that is not in an own step has its ordinary name.
    #[must_use]
    pub const fn own_field(self, of: StepField) -> &'static str {
        match of {
            StepField::On => self.own_step_field_on(),
            StepField::Goal => self.own_step_field_goal(),
            StepField::Points => self.own_step_field_points(),
            StepField::Voice => self.own_step_field_voice(),
            StepField::Note => self.own_step_field_note(),
            StepField::By => self.own_step_field_by(),
            StepField::Reasons => self.own_step_field_reasons(),
            StepField::Listened => self.own_step_field_listened(),
            StepField::Important => self.own_step_field_important(),
            StepField::Fitted => self.own_step_field_fitted(),
            StepField::Better => self.own_step_field_better(),
            StepField::Overall => self.own_step_field_overall(),
            _ => self.step_field_anywhere(of),
        }
    }
}
