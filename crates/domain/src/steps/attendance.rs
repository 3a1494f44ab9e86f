//! Part taken in the own case (R68): the appointments that did not take place, by how far the reason excuses.

use super::{Absence, Recorded, StepField, StepKind, standing};

/// Appointments that did not take place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Absences {
    /// For a reason that anybody may have.
    pub excused: i64,
    pub unexcused: i64,
    /// The mentor's or the municipality's.
    pub ours: i64,
}

impl Absences {
    /// Of the steps that count.
    #[must_use]
    pub fn of(steps: &[Recorded]) -> Absences {
        let missed = standing(steps).filter(|step| step.kind == StepKind::NotHeld);
        let reasons = missed.filter_map(|step| step.answers.one(StepField::WhyNot)?.absence());
        reasons.fold(Absences::default(), |mut counted, absence| {
            match absence {
                Absence::Acceptable => counted.excused += 1,
                Absence::NotAcceptable => counted.unexcused += 1,
                Absence::Ours => counted.ours += 1,
            }
            counted
        })
    }

    #[must_use]
    pub fn all(self) -> i64 {
        self.excused + self.unexcused + self.ours
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::StepId;
    use crate::steps::forms::WHY_NOT;
    use crate::steps::{Answer, Answers};
    use crate::{Day, Moment};

    #[test]
    fn every_reason_why_a_meeting_was_not_held_is_counted_once_unless_taken_back() {
        let steps: Vec<Recorded> = (1..)
            .zip(WHY_NOT)
            .map(|(id, why)| {
                let mut answers = Answers::default();
                answers.set(StepField::WhyNot, Answer::One(*why));
                Recorded {
                    id: StepId(id),
                    kind: StepKind::NotHeld,
                    day: Day::new(2024, 2, 29).unwrap(),
                    at: Moment::from_epoch(0),
                    user: None,
                    role: None,
                    answers,
                    subject: None,
                    undone_by: (id == 1).then_some(StepId(99)),
                }
            })
            .collect();
        let counted = Absences::of(&steps);
        assert_eq!(counted, Absences { excused: 3, unexcused: 3, ours: 3 });
        assert_eq!(counted.all(), 9);
    }
}
