//! Every step that a course takes, from concern to what came of it, and who may take it.

use crate::access::{Action, Field};
use crate::courses::Phase;
use crate::units::coded;

coded! {
    /// A step on record. Its fields are in `forms`, what it changes in `effects`, what stands against it in `findings`.
    StepKind {
        /// Somebody saw a need (R1). Begins the clock of F1.1.
        Concern = "concern",
        /// A statutory notification of concern for a child was made (Barnets Lov).
        Notification = "notification",
        /// The party is told what the decision will rest on, and may answer (forvaltningsloven § 19).
        Hearing = "hearing",
        HearingAnswer = "hearing-answer",
        /// On the waiting list, and why (R3); with the start-up course meanwhile (R4).
        Waiting = "waiting",
        /// Decided: granted, wholly or partly (R8–R12, R15, R16).
        Grant = "grant",
        /// Decided: refused.
        Refusal = "refusal",
        Complaint = "complaint",
        /// What the board of appeal said of a refusal that the municipality kept.
        BoardDecision = "board-decision",
        /// A mentor, and why this one (F3.1).
        Match = "match",
        /// What each may expect (F3.2, R19–R23).
        Expectations = "expectations",
        /// A progress goal in small steps, with a scale (R20, R25).
        Goal = "goal",
        Score = "score",
        /// The effort begins.
        Start = "start",
        /// The three meet (F4.1).
        FollowUp = "follow-up",
        /// The follow-up that the law asks for, kept apart from the model's.
        StatutoryFollowUp = "statutory-follow-up",
        /// The weekly talk about how much support is needed (F4.2).
        ExtentTalk = "extent-talk",
        /// A further period is granted (R12).
        Extension = "extension",
        /// Other hours, or an earlier end, within the period.
        Change = "change",
        /// One young person's part in a group (F4.3).
        GroupPlan = "group-plan",
        /// Somebody of the network, and how they can help (F4.5).
        NetworkPerson = "network-person",
        NetworkMeeting = "network-meeting",
        /// The method, and why (F4.6).
        Method = "method",
        /// The half-yearly review by the professional leader (R63).
        CaseReview = "case-review",
        /// A transition planned or met about: 17½ years, school, department (R52).
        Transition = "transition",
        /// Tried to reach the young person (R62).
        ContactAttempt = "contact-attempt",
        /// A small or unplanned success (R20).
        Success = "success",
        /// Something to try between two meetings (R50).
        Task = "task",
        Appointment = "appointment",
        /// An appointment did not take place, and why.
        NotHeld = "not-held",
        Pause = "pause",
        Resume = "resume",
        /// Another mentor is asked for (R32).
        Rematch = "rematch",
        /// The procedure of closure begins (F5.1).
        Closing = "closing",
        /// The course ends.
        Closure = "closure",
        /// Young person and mentor answer the same questions.
        Evaluation = "evaluation",
        /// What came of it, some months after (R87, E4).
        Outcome = "outcome",
        /// A counter-step: another step is taken back. Both stay on record.
        Undo = "undo",
    }
}

impl StepKind {
    /// What whoever takes it must be allowed to do.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            StepKind::Concern => Action::TakeConcern,
            StepKind::Hearing
            | StepKind::HearingAnswer
            | StepKind::Grant
            | StepKind::Refusal
            | StepKind::Complaint
            | StepKind::BoardDecision
            | StepKind::StatutoryFollowUp
            | StepKind::Extension
            | StepKind::Change => Action::Decide,
            StepKind::Waiting
            | StepKind::Match
            | StepKind::Start
            | StepKind::Transition
            | StepKind::Pause
            | StepKind::Resume
            | StepKind::Rematch
            | StepKind::Closing
            | StepKind::Closure
            | StepKind::Outcome => Action::LeadCourse,
            StepKind::CaseReview => Action::ReviewCase,
            StepKind::Notification
            | StepKind::Expectations
            | StepKind::Goal
            | StepKind::Score
            | StepKind::FollowUp
            | StepKind::ExtentTalk
            | StepKind::GroupPlan
            | StepKind::NetworkPerson
            | StepKind::NetworkMeeting
            | StepKind::Method
            | StepKind::ContactAttempt
            | StepKind::Success
            | StepKind::Task
            | StepKind::Appointment
            | StepKind::NotHeld
            | StepKind::Evaluation
            | StepKind::Undo => Action::WorkCourse,
        }
    }

    /// Whether the young person may take it on the own page, in an own voice.
    #[must_use]
    pub const fn is_own(self) -> bool {
        matches!(self, StepKind::Score | StepKind::Success | StepKind::Evaluation | StepKind::Rematch)
    }

    /// What somebody must see of a course to see the step.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            StepKind::Concern | StepKind::Waiting => Field::Decisions,
            kind => match kind.action() {
                Action::Decide => Field::Decisions,
                _ => Field::Steps,
            },
        }
    }

    /// Under which phase the course's page offers it.
    #[must_use]
    pub const fn phase(self) -> Phase {
        match self {
            StepKind::Concern
            | StepKind::Notification
            | StepKind::Hearing
            | StepKind::HearingAnswer
            | StepKind::Waiting
            | StepKind::Grant
            | StepKind::Refusal => Phase::Concern,
            StepKind::Complaint | StepKind::BoardDecision => Phase::Refused,
            StepKind::Match | StepKind::Expectations | StepKind::Goal | StepKind::Start => Phase::StartUp,
            StepKind::Outcome => Phase::Closed,
            _ => Phase::Active,
        }
    }

    /// Whether it moves the course itself, or what was granted.
    #[must_use]
    pub const fn moves(self) -> bool {
        matches!(
            self,
            StepKind::Grant
                | StepKind::Refusal
                | StepKind::Complaint
                | StepKind::BoardDecision
                | StepKind::Match
                | StepKind::Start
                | StepKind::Extension
                | StepKind::Change
                | StepKind::Pause
                | StepKind::Resume
                | StepKind::Rematch
                | StepKind::Closing
                | StepKind::Closure
                | StepKind::Undo
        )
    }

    /// Whether a letter goes to the young person with it.
    #[must_use]
    pub const fn has_letter(self) -> bool {
        matches!(
            self,
            StepKind::Hearing
                | StepKind::Grant
                | StepKind::Refusal
                | StepKind::Extension
                | StepKind::Change
                | StepKind::Complaint
                | StepKind::Expectations
                | StepKind::Closure
        )
    }
}
