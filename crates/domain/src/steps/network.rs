//! The map of the network (R59, R60, F4.5): the persons of the steps that stand, in the order of a map.

use super::{Choice, Input, Recorded, StepField, StepKind, form, standing};
use crate::Day;
use crate::ids::StepId;

/// Somebody of the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The step that put them on the map.
    pub step: StepId,
    pub on: Day,
    pub relation: Choice,
    pub name: Option<String>,
    pub closeness: Choice,
    pub tie: Choice,
    pub helps_with: Option<String>,
    pub involvement: Choice,
    /// Agreed with the young person.
    pub agreed: bool,
}

impl Person {
    /// Is told or takes part, and the young person has not agreed to it.
    #[must_use]
    pub fn lacks_agreement(&self) -> bool {
        !self.agreed && self.involvement != Choice::NotInvolved
    }

    /// `None` where the step says too little to place anybody; its form lets no such step be taken.
    fn of(step: &Recorded) -> Option<Person> {
        let answers = &step.answers;
        let text = |field| answers.text(field).map(str::to_owned);
        Some(Person {
            step: step.id,
            on: step.day,
            relation: answers.one(StepField::Relation)?,
            name: text(StepField::PersonName),
            closeness: answers.one(StepField::Closeness)?,
            tie: answers.one(StepField::Tie)?,
            helps_with: text(StepField::HelpsWith),
            involvement: answers.one(StepField::Involvement)?,
            agreed: answers.has(StepField::AgreedWithYoung),
        })
    }
}

/// Where the word stands among those that the form offers.
fn place(field: StepField, word: Choice) -> usize {
    let asked = form(StepKind::NetworkPerson).iter().find(|asked| asked.field == field);
    let offered: &[Choice] = match asked.map(|asked| asked.input) {
        Some(Input::One(offered)) => offered,
        _ => &[],
    };
    offered.iter().position(|offer| *offer == word).unwrap_or(offered.len())
}

/// Everybody on the map: by relation, in it the nearest first, then as they were recorded.
#[must_use]
pub fn map(steps: &[Recorded]) -> Vec<Person> {
    let persons = standing(steps).filter(|step| step.kind == StepKind::NetworkPerson).filter_map(Person::of);
    let mut persons: Vec<Person> = persons.collect();
    persons.sort_by_key(|person| {
        let (relation, closeness) = (StepField::Relation, StepField::Closeness);
        (place(relation, person.relation), place(closeness, person.closeness), person.step)
    });
    persons
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Moment;
    use crate::steps::{Answer, Answers};

    fn step(id: i64, relation: Choice, closeness: Choice, agreed: bool) -> Recorded {
        let mut answers = Answers::default();
        let words = [
            (StepField::Relation, relation),
            (StepField::Closeness, closeness),
            (StepField::Tie, Choice::Strong),
            (StepField::Involvement, Choice::WeeklyNews),
        ];
        words.into_iter().for_each(|(field, word)| answers.set(field, Answer::One(word)));
        if agreed {
            answers.set(StepField::AgreedWithYoung, Answer::Yes);
        }
        Recorded {
            id: StepId(id),
            kind: StepKind::NetworkPerson,
            day: "2022-02-01".parse().unwrap(),
            at: Moment::from_epoch(0),
            user: None,
            role: None,
            answers,
            subject: None,
            undone_by: None,
        }
    }

    #[test]
    fn who_stands_is_on_the_map_by_relation_and_closeness() {
        let undone = Recorded { undone_by: Some(StepId(9)), ..step(1, Choice::Parent, Choice::Near, true) };
        let meeting = Recorded { kind: StepKind::NetworkMeeting, ..step(2, Choice::Parent, Choice::Near, true) };
        let steps = [
            undone,
            meeting,
            step(3, Choice::School, Choice::Near, true),
            step(4, Choice::Parent, Choice::Far, false),
            step(5, Choice::Parent, Choice::Near, true),
        ];
        let persons = map(&steps);
        assert_eq!(persons.iter().map(|person| person.step.0).collect::<Vec<_>>(), [5, 4, 3]);
        assert_eq!(persons.iter().map(Person::lacks_agreement).collect::<Vec<_>>(), [false, true, false]);
        let kept = Person { involvement: Choice::NotInvolved, ..persons[1].clone() };
        assert!(!kept.lacks_agreement(), "who is told nothing needs no agreement");
    }

    #[test]
    fn a_step_that_says_too_little_places_nobody() {
        let empty = Recorded { answers: Answers::default(), ..step(1, Choice::Parent, Choice::Near, true) };
        assert!(map(&[empty]).is_empty());
    }
}
