//! What the fields of steps are called. A field that several steps ask for is named by the step. Exhaustive, as in
//! `names.rs`.

use lods_domain::steps::{StepField, StepKind};

use crate::Texts;
use crate::names_steps::said;

impl Texts {
    /// The label of the field in the step's form: a question, or what is written there.
    #[must_use]
    pub const fn step_field(self, kind: StepKind, field: StepField) -> &'static str {
        match (field, kind) {
            (StepField::On, _) => self.step_on(kind),
            (StepField::Note, _) => self.step_note(kind),
            (StepField::Reasons, _) => self.step_reasons(kind),
            (StepField::By, StepKind::Complaint) => self.step_by_complaint(),
            (StepField::By, StepKind::Rematch) => self.step_by_rematch(),
            (StepField::NextOn, StepKind::StatutoryFollowUp) => self.step_next_follow_up(),
            (StepField::NextOn, StepKind::Task) => self.step_next_task(),
            (StepField::NextOn, StepKind::Pause) => self.step_next_pause(),
            (StepField::Until, StepKind::Extension) => self.step_until_extension(),
            (StepField::Until, StepKind::Change) => self.step_until_change(),
            (StepField::Weekly, StepKind::Change) => self.step_weekly_change(),
            (StepField::Decisive, StepKind::Extension) => self.step_decisive_extension(),
            (StepField::Alternatives, StepKind::Refusal) => self.step_alternatives_refusal(),
            (StepField::Alternatives, StepKind::Closure) => self.step_alternatives_closure(),
            (StepField::Voice, StepKind::Score) => self.step_voice_score(),
            _ => self.step_field_anywhere(field),
        }
    }

    /// What the field is called where the step says nothing else.
    pub(crate) const fn step_field_anywhere(self, of: StepField) -> &'static str {
        said!(self, of, StepField {
            On => step_field_on, Note => step_field_note, NeedOn => step_field_need_on, SeenBy => step_field_seen_by,
            Signs => step_field_signs, Trigger => step_field_trigger, TriggerOn => step_field_trigger_on,
            Observed => step_field_observed, Voluntary => step_field_voluntary, To => step_field_to,
            HeardAbout => step_field_heard_about, AnswerBy => step_field_answer_by,
            WaitReason => step_field_wait_reason, StartUpCourse => step_field_start_up_course,
            AskedFor => step_field_asked_for, Basis => step_field_basis, Entitlement => step_field_entitlement,
            BenefitSince => step_field_benefit_since, EmploymentAim => step_field_employment_aim,
            Decisive => step_field_decisive, WorkplaceMentor => step_field_workplace_mentor,
            Beyond => step_field_beyond, Delimited => step_field_delimited, PhaseOut => step_field_phase_out,
            PurposeMastery => step_field_purpose_mastery, PurposeNetwork => step_field_purpose_network,
            PurposeTransition => step_field_purpose_transition, PurposeEducation => step_field_purpose_education,
            Weekly => step_field_weekly, From => step_field_from, Until => step_field_until,
            SpecialCase => step_field_special_case, SpecialReason => step_field_special_reason,
            Facts => step_field_facts, Reasons => step_field_reasons, HearingDone => step_field_hearing_done,
            Alternatives => step_field_alternatives, By => step_field_by, About => step_field_about,
            BoardSaid => step_field_board_said, Mentor => step_field_mentor, MatchBasis => step_field_match_basis,
            MatchOnly => step_field_match_only, Impartial => step_field_impartial, Tasks => step_field_tasks, Activities => step_field_activities,
            CanHelp => step_field_can_help,
            CannotHelp => step_field_cannot_help, Duration => step_field_duration,
            HowItEnds => step_field_how_it_ends, IfBrokenOff => step_field_if_broken_off,
            OwnWish => step_field_own_wish, SystemGoal => step_field_system_goal, Reconciled => step_field_reconciled,
            SignedBy => step_field_signed_by, GoalKind => step_field_goal_kind, Title => step_field_title,
            SmallSteps => step_field_small_steps, ScaleLow => step_field_scale_low,
            ScaleHigh => step_field_scale_high, Goal => step_field_goal, Points => step_field_points,
            Voice => step_field_voice, TookPart => step_field_took_part, GoalsRight => step_field_goals_right,
            Agreed => step_field_agreed, YoungSays => step_field_young_says, NextOn => step_field_next_on,
            Extent => step_field_extent, GroupName => step_field_group_name, GroupPurpose => step_field_group_purpose,
            Suited => step_field_suited, Relation => step_field_relation, PersonName => step_field_person_name,
            Closeness => step_field_closeness, Tie => step_field_tie, HelpsWith => step_field_helps_with,
            Involvement => step_field_involvement, AgreedWithYoung => step_field_agreed_with_young,
            Method => step_field_method, MethodReason => step_field_method_reason,
            WithMentor => step_field_with_mentor, TransitionKind => step_field_transition_kind,
            HeldOn => step_field_held_on, Departments => step_field_departments,
            MentorIncluded => step_field_mentor_included, How => step_field_how, Reached => step_field_reached,
            At => step_field_at, Place => step_field_place, Replaces => step_field_replaces,
            Appointment => step_field_appointment, WhyNot => step_field_why_not, EndKind => step_field_end_kind,
            EndWhy => step_field_end_why, Tapering => step_field_tapering, NeedAssessed => step_field_need_assessed,
            NetworkTold => step_field_network_told, Handover => step_field_handover,
            EvaluatedWith => step_field_evaluated_with, MethodValue => step_field_method_value,
            MethodAssessed => step_field_method_assessed, WhyTold => step_field_why_told,
            Listened => step_field_listened, Important => step_field_important, Fitted => step_field_fitted,
            Better => step_field_better, Overall => step_field_overall, After => step_field_after,
            Status => step_field_status, StillNeeds => step_field_still_needs,
        })
    }

    /// The day of a step is the day of something: a meeting, a decision, a letter.
    const fn step_on(self, of: StepKind) -> &'static str {
        said!(self, of, StepKind {
            Concern => step_field_on, Notification => step_on_sent, Hearing => step_on_sent,
            HearingAnswer => step_on_answered, Waiting => step_on_waiting, Grant => step_on_decided,
            Refusal => step_on_decided, Complaint => step_on_came, BoardDecision => step_on_decided,
            Match => step_on_chosen, Expectations => step_on_met, Goal => step_on_set, Score => step_on_scored,
            Start => step_on_start, FollowUp => step_on_met, StatutoryFollowUp => step_on_met,
            ExtentTalk => step_on_talked, Extension => step_on_decided, Change => step_on_decided,
            GroupPlan => step_on_group, NetworkPerson => step_on_talked, NetworkMeeting => step_on_met,
            Method => step_on_method, CaseReview => step_on_met, Transition => step_on_transition,
            ContactAttempt => step_on_tried, Success => step_on_happened, Task => step_on_talked,
            Appointment => step_on_appointment, NotHeld => step_on_not_held, Pause => step_on_pause,
            Resume => step_on_resume, Rematch => step_on_rematch, Closing => step_on_closing,
            Closure => step_on_closure, Evaluation => step_on_answered, Outcome => step_on_asked,
            Undo => step_field_on,
        })
    }

    const fn step_note(self, of: StepKind) -> &'static str {
        match of {
            StepKind::HearingAnswer => self.step_note_answer(),
            StepKind::BoardDecision => self.step_note_board(),
            StepKind::Match => self.step_note_match(),
            StepKind::FollowUp | StepKind::ExtentTalk => self.step_note_talked(),
            StepKind::NetworkMeeting | StepKind::Transition => self.step_note_agreed(),
            StepKind::CaseReview => self.step_note_review(),
            StepKind::Success => self.step_note_success(),
            StepKind::Task => self.step_note_task(),
            _ => self.step_field_note(),
        }
    }

    const fn step_reasons(self, of: StepKind) -> &'static str {
        match of {
            StepKind::StatutoryFollowUp => self.step_reasons_rhythm(),
            StepKind::Pause => self.step_reasons_pause(),
            StepKind::Rematch => self.step_reasons_rematch(),
            StepKind::Closing => self.step_reasons_closing(),
            StepKind::Undo => self.step_reasons_undo(),
            _ => self.step_field_reasons(),
        }
    }
}
