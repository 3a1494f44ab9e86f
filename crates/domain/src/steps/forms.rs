//! What each step asks for. A field that the law or arithmetic needs cannot be left out; one that the model recommends is
//! missed with a warning that takes a reason.

mod closure;
mod decision;
mod effort;
mod start_up;

#[cfg(test)]
pub(super) use effort::WHY_NOT;

use super::{Choice, StepField, StepKind};
use crate::figures::fidelity::Recommendation;

/// How a field is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    Day,
    /// One line.
    Line,
    Text,
    One(&'static [Choice]),
    Many(&'static [Choice]),
    Yes,
    /// Hours a week, in quarters.
    Hours,
    /// 0 to 10.
    Points,
    /// The code of a legal basis.
    Basis,
    Mentor,
    Goal,
    /// A step of the kind on the same course.
    Step(StepKind),
}

/// Whether a field can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Optional,
    /// Without it the step means nothing.
    Always,
    /// The law asks for it: the step cannot be taken without. Which law is said beside the field.
    Law,
    /// The model asks for it: a warning, and a reason.
    Model(Recommendation),
}

/// A field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    pub field: StepField,
    pub input: Input,
    pub need: Need,
    /// Asked for only when another field has this answer.
    pub when: Option<(StepField, Choice)>,
}

const fn asked(field: StepField, input: Input, need: Need) -> Asked {
    Asked { field, input, need, when: None }
}

impl Asked {
    const fn when(self, field: StepField, choice: Choice) -> Asked {
        Asked { when: Some((field, choice)), ..self }
    }
}

const ON: Asked = asked(StepField::On, Input::Day, Need::Always);
const NOTE: Asked = asked(StepField::Note, Input::Text, Need::Optional);
const NOTE_ALWAYS: Asked = asked(StepField::Note, Input::Text, Need::Always);
const WHO: &[Choice] = &[Choice::YoungPerson, Choice::Mentor, Choice::Caseworker];
const PART_TAKERS: &[Choice] =
    &[Choice::Caseworker, Choice::Mentor, Choice::YoungPerson, Choice::Volunteer, Choice::Parent, Choice::Professional];

const DAY_AND_NOTE: &[Asked] = &[ON, NOTE];
const SUCCESS: &[Asked] = &[ON, NOTE_ALWAYS];
const UNDO: &[Asked] = &[asked(StepField::Reasons, Input::Text, Need::Always)];

/// The form of the step.
#[must_use]
pub const fn form(kind: StepKind) -> &'static [Asked] {
    match kind {
        StepKind::Concern => decision::CONCERN,
        StepKind::Notification => decision::NOTIFICATION,
        StepKind::Hearing => decision::HEARING,
        StepKind::HearingAnswer => decision::HEARING_ANSWER,
        StepKind::Waiting => decision::WAITING,
        StepKind::Grant => decision::GRANT,
        StepKind::Refusal => decision::REFUSAL,
        StepKind::Complaint => decision::COMPLAINT,
        StepKind::BoardDecision => decision::BOARD_DECISION,
        StepKind::Extension => decision::EXTENSION,
        StepKind::Change => decision::CHANGE,
        StepKind::Match => start_up::MATCH,
        StepKind::Expectations => start_up::EXPECTATIONS,
        StepKind::Goal => start_up::GOAL,
        StepKind::Score => start_up::SCORE,
        StepKind::Start | StepKind::Resume => DAY_AND_NOTE,
        StepKind::FollowUp => effort::FOLLOW_UP,
        StepKind::StatutoryFollowUp => effort::STATUTORY_FOLLOW_UP,
        StepKind::ExtentTalk => effort::EXTENT_TALK,
        StepKind::GroupPlan => effort::GROUP_PLAN,
        StepKind::NetworkPerson => effort::NETWORK_PERSON,
        StepKind::NetworkMeeting => effort::NETWORK_MEETING,
        StepKind::Method => effort::METHOD,
        StepKind::CaseReview => effort::CASE_REVIEW,
        StepKind::Transition => effort::TRANSITION,
        StepKind::ContactAttempt => effort::CONTACT_ATTEMPT,
        StepKind::Success => SUCCESS,
        StepKind::Task => effort::TASK,
        StepKind::Appointment => effort::APPOINTMENT,
        StepKind::NotHeld => effort::NOT_HELD,
        StepKind::Pause => effort::PAUSE,
        StepKind::Rematch => effort::REMATCH,
        StepKind::Closing => closure::CLOSING,
        StepKind::Closure => closure::CLOSURE,
        StepKind::Evaluation => closure::EVALUATION,
        StepKind::Outcome => closure::OUTCOME,
        StepKind::Undo => UNDO,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_form_asks_twice_and_what_a_field_waits_for_is_asked_before_it() {
        for kind in StepKind::ALL {
            let fields: Vec<StepField> = form(*kind).iter().map(|asked| asked.field).collect();
            assert!(!fields.is_empty(), "{}", kind.code());
            for (at, asked) in form(*kind).iter().enumerate() {
                assert!(!fields[..at].contains(&asked.field), "{} asks twice for {}", kind.code(), asked.field.code());
                if let Some((field, choice)) = asked.when {
                    let before = form(*kind)[..at].iter().find(|before| before.field == field).unwrap();
                    let offered = match before.input {
                        Input::One(offered) | Input::Many(offered) => offered.contains(&choice),
                        Input::Yes => choice == Choice::Yes,
                        _ => false,
                    };
                    assert!(offered, "{}: {}", kind.code(), asked.field.code());
                }
            }
        }
    }
}
