//! What can be due: whose it is, which rule and recommendation it comes from, and where it is done.

use crate::access::{Field, Role};
use crate::figures::fidelity::Recommendation;
use crate::rules::RuleCode;
use crate::steps::StepKind;
use crate::units::coded;

coded! {
    /// What is due.
    DueKind {
        /// A decision on the need (F1.1).
        Decide = "decide",
        /// The party has said nothing to what it was heard about.
        AnswerHearing = "answer-hearing",
        /// So long on a benefit that mentor support is a right and a duty.
        RightAndDuty = "right-and-duty",
        /// A decision is complained of: it is assessed anew.
        Reassess = "reassess",
        /// Granted, and without a mentor (F3.1).
        Match = "match",
        /// The granted course has not begun.
        Start = "start",
        /// Expectations are not aligned (F3.2).
        Expectations = "expectations",
        /// A goal on record (F2.1).
        SetGoal = "set-goal",
        /// A map of the network (F4.5).
        MapNetwork = "map-network",
        /// A method, and why (F4.6).
        ChooseMethod = "choose-method",
        /// The weekly talk about the extent (F4.2).
        ExtentTalk = "extent-talk",
        /// A follow-up of the three (F4.1).
        FollowUp = "follow-up",
        /// The follow-up that the law asks for.
        StatutoryFollowUp = "statutory-follow-up",
        /// Nobody has reached the young person for so long.
        SeekContact = "seek-contact",
        /// The review of the case by the professional leader (F4.6).
        CaseReview = "case-review",
        /// The meeting before adulthood is to be planned.
        PlanTransition = "plan-transition",
        /// It is to be held.
        TransitionMeeting = "transition-meeting",
        /// The young person comes of age: the transition is to be planned.
        Adult = "adult",
        /// A pause is looked at.
        ResumePause = "resume-pause",
        /// Another mentor is asked for (F3.1).
        AnswerRematch = "answer-rematch",
        /// The support is to be tapered before the grant runs out.
        Taper = "taper",
        /// The grant runs out: extend or close.
        Expiry = "expiry",
        /// A closure that began is to be ended (F5.1).
        FinishClosure = "finish-closure",
        /// The young person's evaluation.
        EvaluateYoung = "evaluate-young",
        /// The mentor's.
        EvaluateMentor = "evaluate-mentor",
        /// What came of it, asked for the first time (E4).
        OutcomeFirst = "outcome-first",
        OutcomeSecond = "outcome-second",
        OutcomeThird = "outcome-third",
    }
}

const CASEWORKER: &[Role] = &[Role::Caseworker];
const MENTOR: &[Role] = &[Role::Mentor];
const BOTH: &[Role] = &[Role::Caseworker, Role::Mentor];
const PLACING: &[Role] = &[Role::Caseworker, Role::Coordinator];

impl DueKind {
    /// Whose it is to do.
    #[must_use]
    pub const fn for_roles(self) -> &'static [Role] {
        match self {
            DueKind::Decide
            | DueKind::AnswerHearing
            | DueKind::RightAndDuty
            | DueKind::Reassess
            | DueKind::StatutoryFollowUp
            | DueKind::PlanTransition
            | DueKind::TransitionMeeting
            | DueKind::Adult
            | DueKind::ResumePause
            | DueKind::Expiry
            | DueKind::FinishClosure
            | DueKind::OutcomeFirst
            | DueKind::OutcomeSecond
            | DueKind::OutcomeThird => CASEWORKER,
            DueKind::Match | DueKind::Start | DueKind::AnswerRematch => PLACING,
            DueKind::Expectations
            | DueKind::SetGoal
            | DueKind::FollowUp
            | DueKind::SeekContact
            | DueKind::Taper
            | DueKind::EvaluateYoung => BOTH,
            DueKind::MapNetwork | DueKind::ChooseMethod | DueKind::ExtentTalk | DueKind::EvaluateMentor => MENTOR,
            DueKind::CaseReview => &[Role::Leader],
        }
    }

    /// Whether the role is told of it when it is late: a leader of what all others have to do, those who coordinate
    /// mentors elsewhere of what the mentors have.
    #[must_use]
    pub fn is_told_late(self, role: Role) -> bool {
        match role {
            Role::Leader => true,
            Role::SupplierCoordinator | Role::VolunteerCoordinator => self.for_roles().contains(&Role::Mentor),
            _ => false,
        }
    }

    /// Whether it is told of before its day. Silence is none until it has lasted: every course that runs would be listed.
    #[must_use]
    pub const fn is_told_ahead(self) -> bool {
        !matches!(self, DueKind::SeekContact)
    }

    /// What somebody must see of a course to be told of it.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            DueKind::Decide
            | DueKind::Match
            | DueKind::Start
            | DueKind::SetGoal
            | DueKind::FollowUp
            | DueKind::SeekContact
            | DueKind::Taper
            | DueKind::Expiry => Field::FollowUps,
            kind => kind.step().field(),
        }
    }

    /// The rule that makes it, with its source; `None` where a decision or the law itself gives the day.
    #[must_use]
    pub const fn rule(self) -> Option<RuleCode> {
        Some(match self {
            DueKind::Decide => RuleCode::DecisionDays,
            DueKind::AnswerHearing => RuleCode::HearingDays,
            DueKind::RightAndDuty => RuleCode::RightAndDutyMonths,
            DueKind::Reassess => RuleCode::ComplaintDays,
            DueKind::Expectations => RuleCode::ExpectationsDays,
            DueKind::MapNetwork => RuleCode::NetworkDays,
            DueKind::ChooseMethod => RuleCode::MethodDays,
            DueKind::ExtentTalk => RuleCode::ExtentDays,
            DueKind::FollowUp => RuleCode::FollowUpDays,
            DueKind::SeekContact => RuleCode::SilenceDays,
            DueKind::CaseReview => RuleCode::CaseReviewMonths,
            DueKind::PlanTransition => RuleCode::TransitionPlanDays,
            DueKind::TransitionMeeting => RuleCode::TransitionMonths,
            DueKind::Adult => RuleCode::AdultMonths,
            DueKind::ResumePause => RuleCode::PauseDays,
            DueKind::AnswerRematch => RuleCode::RematchDays,
            DueKind::Taper => RuleCode::TaperDays,
            DueKind::FinishClosure => RuleCode::ClosureDays,
            DueKind::EvaluateYoung | DueKind::EvaluateMentor => RuleCode::EvaluationDays,
            DueKind::OutcomeFirst => RuleCode::OutcomeFirstMonths,
            DueKind::OutcomeSecond => RuleCode::OutcomeSecondMonths,
            DueKind::OutcomeThird => RuleCode::OutcomeThirdMonths,
            DueKind::Match | DueKind::Start | DueKind::SetGoal | DueKind::StatutoryFollowUp | DueKind::Expiry => {
                return None;
            }
        })
    }

    /// The recommendation that it serves.
    #[must_use]
    pub const fn recommendation(self) -> Option<Recommendation> {
        Some(match self {
            DueKind::Decide => Recommendation::DecisionTime,
            DueKind::Match | DueKind::AnswerRematch => Recommendation::Match,
            DueKind::Expectations => Recommendation::GoalsAndExpectations,
            DueKind::SetGoal => Recommendation::Purpose,
            DueKind::MapNetwork => Recommendation::Network,
            DueKind::ChooseMethod | DueKind::CaseReview => Recommendation::Method,
            DueKind::ExtentTalk => Recommendation::Extent,
            DueKind::FollowUp | DueKind::PlanTransition | DueKind::TransitionMeeting => Recommendation::FollowUps,
            DueKind::Taper | DueKind::FinishClosure | DueKind::EvaluateYoung | DueKind::EvaluateMentor => {
                Recommendation::Closure
            }
            _ => return None,
        })
    }

    /// The step that does it.
    #[must_use]
    pub const fn step(self) -> StepKind {
        match self {
            DueKind::Decide | DueKind::RightAndDuty | DueKind::Reassess => StepKind::Grant,
            DueKind::AnswerHearing => StepKind::HearingAnswer,
            DueKind::Match | DueKind::AnswerRematch => StepKind::Match,
            DueKind::Start => StepKind::Start,
            DueKind::Expectations => StepKind::Expectations,
            DueKind::SetGoal => StepKind::Goal,
            DueKind::MapNetwork => StepKind::NetworkPerson,
            DueKind::ChooseMethod => StepKind::Method,
            DueKind::ExtentTalk => StepKind::ExtentTalk,
            DueKind::FollowUp => StepKind::FollowUp,
            DueKind::StatutoryFollowUp => StepKind::StatutoryFollowUp,
            DueKind::SeekContact => StepKind::ContactAttempt,
            DueKind::CaseReview => StepKind::CaseReview,
            DueKind::PlanTransition | DueKind::TransitionMeeting | DueKind::Adult => StepKind::Transition,
            DueKind::ResumePause => StepKind::Resume,
            DueKind::Taper => StepKind::Closing,
            DueKind::Expiry => StepKind::Extension,
            DueKind::FinishClosure => StepKind::Closure,
            DueKind::EvaluateYoung | DueKind::EvaluateMentor => StepKind::Evaluation,
            DueKind::OutcomeFirst | DueKind::OutcomeSecond | DueKind::OutcomeThird => StepKind::Outcome,
        }
    }
}
