//! The evaluation at the end: young person and mentor answer the same questions, each in an own voice, and the gap between
//! the two is shown.

use super::{Choice, Recorded, StepField, StepKind, standing};

/// What both are asked, in the order of the form.
pub const QUESTIONS: &[StepField] =
    &[StepField::Listened, StepField::Important, StepField::Fitted, StepField::Better, StepField::Overall];

/// Tenths between two answers from which they are pointed out. A help for the eye: nothing is decided by it.
const APART: u8 = 20;

/// One question, with what each answered: tenths, 0 to 100. Who did not answer has no answer, which is not zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    pub field: StepField,
    pub young: Option<u8>,
    pub mentor: Option<u8>,
}

impl Question {
    /// How far the two are from each other, in tenths; `None` until both answered.
    #[must_use]
    pub fn gap(&self) -> Option<u8> {
        Some(self.young?.abs_diff(self.mentor?))
    }

    /// Whether they see it so differently that it is worth a talk.
    #[must_use]
    pub fn is_apart(&self) -> bool {
        self.gap().is_some_and(|gap| gap >= APART)
    }
}

/// The last answers of each voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voices {
    pub young: bool,
    pub mentor: bool,
    pub questions: Vec<Question>,
}

impl Voices {
    /// Whether both answered.
    #[must_use]
    pub fn are_both(&self) -> bool {
        self.young && self.mentor
    }
}

/// The evaluations that stand, side by side; `None` while nobody answered.
#[must_use]
pub fn voices(steps: &[Recorded]) -> Option<Voices> {
    let last = |voice: Choice| {
        let said = standing(steps).filter(|step| step.kind == StepKind::Evaluation);
        let own = said.filter(|step| step.answers.one(StepField::Voice) == Some(voice));
        own.max_by_key(|step| (step.day, step.id))
    };
    let (young, mentor) = (last(Choice::YoungPerson), last(Choice::Mentor));
    if young.is_none() && mentor.is_none() {
        return None;
    }
    let points = |of: Option<&Recorded>, field| of.and_then(|step| step.answers.points(field));
    let question =
        |field: &StepField| Question { field: *field, young: points(young, *field), mentor: points(mentor, *field) };
    Some(Voices {
        young: young.is_some(),
        mentor: mentor.is_some(),
        questions: QUESTIONS.iter().map(question).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::StepId;
    use crate::steps::{Answer, Answers, form};
    use crate::{Day, Moment};

    fn evaluation(id: i64, on: &str, voice: Choice, points: [u8; 5]) -> Recorded {
        let mut answers = Answers::default();
        answers.set(StepField::Voice, Answer::One(voice));
        for (field, points) in QUESTIONS.iter().zip(points) {
            answers.set(*field, Answer::Points(points));
        }
        let day: Day = on.parse().unwrap();
        Recorded {
            id: StepId(id),
            kind: StepKind::Evaluation,
            day,
            at: Moment::from_epoch(id),
            user: None,
            role: None,
            answers,
            subject: None,
            undone_by: None,
        }
    }

    #[test]
    fn both_voices_stand_side_by_side_and_two_points_are_pointed_out() {
        let young = evaluation(1, "2022-05-01", Choice::YoungPerson, [80, 40, 65, 0, 70]);
        let mentor = evaluation(2, "2022-05-02", Choice::Mentor, [100, 50, 70, 100, 70]);
        let voices = voices(&[young, mentor]).unwrap();
        assert!(voices.are_both());
        let gaps: Vec<(Option<u8>, bool)> = voices.questions.iter().map(|one| (one.gap(), one.is_apart())).collect();
        let expected = [(Some(20), true), (Some(10), false), (Some(5), false), (Some(100), true), (Some(0), false)];
        assert_eq!(gaps, expected);
    }

    #[test]
    fn who_did_not_answer_has_no_answer_and_nothing_is_compared() {
        assert_eq!(voices(&[]), None);
        let only = voices(&[evaluation(1, "2022-05-01", Choice::YoungPerson, [0, 0, 0, 0, 0])]).unwrap();
        assert!(!only.are_both() && only.young);
        for one in &only.questions {
            assert_eq!((one.young, one.mentor, one.gap(), one.is_apart()), (Some(0), None, None, false));
        }
    }

    #[test]
    fn the_last_answer_counts_and_what_was_taken_back_does_not() {
        let late = evaluation(3, "2022-05-03", Choice::YoungPerson, [10, 10, 10, 10, 10]);
        let early = evaluation(4, "2022-05-01", Choice::YoungPerson, [90, 90, 90, 90, 90]);
        let undone = Recorded {
            undone_by: Some(StepId(6)),
            ..evaluation(5, "2022-05-09", Choice::YoungPerson, [50, 50, 50, 50, 50])
        };
        let voices = voices(&[late, early, undone]).unwrap();
        assert_eq!(voices.questions.first().and_then(|one| one.young), Some(10));
    }

    #[test]
    fn every_scale_of_the_form_is_a_question() {
        let asked: Vec<StepField> = form(StepKind::Evaluation)
            .iter()
            .filter(|asked| asked.input == crate::steps::Input::Points)
            .map(|asked| asked.field)
            .collect();
        assert_eq!(asked, QUESTIONS);
    }
}
