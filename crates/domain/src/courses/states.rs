//! The states of a course that is worked on, as a machine whose transitions consume the state that they leave.
//! The diagram is `docs/states/course.md`.

use crate::Day;
use crate::courses::{CourseDates, DatesFault, Decision, EndKind, Phase};

/// A course in one of its states. There is no other way from one to another than the transitions below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    Concern { since: Day },
    Refused { on: Day },
    StartUp { decided: Day },
    Active { since: Day, within: Within },
    Closing { since: Day, kind: EndKind },
    Closed { on: Day, kind: EndKind },
}

/// Where an active course stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    Running,
    Paused { since: Day },
    Rematching { since: Day },
}

/// The step is not possible from the state; the state is given back unchanged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the step is not possible from here")]
pub struct NotFromHere(pub State);

/// The step's day is before the day on which the state began; the state is given back unchanged.
type Step = Result<State, NotFromHere>;

impl State {
    /// A concern is registered.
    #[must_use]
    pub fn concern(since: Day) -> State {
        State::Concern { since }
    }

    pub fn decide(self, decision: Decision, on: Day) -> Step {
        match (self, decision) {
            (State::Concern { since }, Decision::Granted) if since <= on => Ok(State::StartUp { decided: on }),
            (State::Concern { since }, Decision::Refused) if since <= on => Ok(State::Refused { on }),
            (state, _) => Err(NotFromHere(state)),
        }
    }

    pub fn start(self, on: Day) -> Step {
        match self {
            State::StartUp { decided } if decided <= on => Ok(State::Active { since: on, within: Within::Running }),
            state => Err(NotFromHere(state)),
        }
    }

    pub fn pause(self, on: Day) -> Step {
        self.step_within(on, Within::Paused { since: on })
    }

    pub fn rematch(self, on: Day) -> Step {
        self.step_within(on, Within::Rematching { since: on })
    }

    /// Ends a pause or a rematch.
    pub fn resume(self, on: Day) -> Step {
        match self {
            State::Active { since, within: Within::Paused { since: from } | Within::Rematching { since: from } }
                if from <= on =>
            {
                Ok(State::Active { since, within: Within::Running })
            }
            state => Err(NotFromHere(state)),
        }
    }

    /// Begins the closure procedure (F5.1).
    pub fn close(self, kind: EndKind, on: Day) -> Step {
        match self {
            State::Active { since, .. } if since <= on => Ok(State::Closing { since: on, kind }),
            state => Err(NotFromHere(state)),
        }
    }

    pub fn end(self, on: Day) -> Step {
        match self {
            State::Closing { since, kind } if since <= on => Ok(State::Closed { on, kind }),
            state => Err(NotFromHere(state)),
        }
    }

    fn step_within(self, on: Day, within: Within) -> Step {
        match self {
            State::Active { since, within: Within::Running } if since <= on => Ok(State::Active { since, within }),
            state => Err(NotFromHere(state)),
        }
    }

    /// The phase that a person sees.
    #[must_use]
    pub fn phase(&self) -> Phase {
        match self {
            State::Concern { .. } => Phase::Concern,
            State::Refused { .. } => Phase::Refused,
            State::StartUp { .. } => Phase::StartUp,
            State::Active { .. } | State::Closing { .. } => Phase::Active,
            State::Closed { .. } => Phase::Closed,
        }
    }

    /// The state that a registered course is in on a day, from its dates. A course whose concern was never dated
    /// counts from its decision or start.
    pub fn of_dates(dates: &CourseDates, on: Day) -> Result<State, DatesFault> {
        dates.check()?;
        let decided = dates.decided.or(dates.start).unwrap_or(on);
        let start = dates.start.unwrap_or(decided);
        Ok(match dates.phase(on) {
            Phase::Concern => State::Concern { since: dates.concern.unwrap_or(on) },
            Phase::Refused => State::Refused { on: decided },
            Phase::StartUp => State::StartUp { decided },
            Phase::Active => State::Active { since: start, within: Within::Running },
            Phase::Closed => {
                State::Closed { on: dates.end.unwrap_or(on), kind: dates.end_kind.unwrap_or(EndKind::Planned) }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Debug, Clone, Copy)]
    enum Do {
        Decide(Decision),
        Start,
        Pause,
        Rematch,
        Resume,
        Close(EndKind),
        End,
    }

    fn any_step() -> impl Strategy<Value = (Do, i64)> {
        let step = prop_oneof![
            Just(Do::Decide(Decision::Granted)),
            Just(Do::Decide(Decision::Refused)),
            Just(Do::Start),
            Just(Do::Pause),
            Just(Do::Rematch),
            Just(Do::Resume),
            Just(Do::Close(EndKind::Planned)),
            Just(Do::Close(EndKind::Unplanned)),
            Just(Do::End),
        ];
        (step, -5_i64..30)
    }

    fn take(state: State, step: Do, on: Day) -> Step {
        match step {
            Do::Decide(decision) => state.decide(decision, on),
            Do::Start => state.start(on),
            Do::Pause => state.pause(on),
            Do::Rematch => state.rematch(on),
            Do::Resume => state.resume(on),
            Do::Close(kind) => state.close(kind, on),
            Do::End => state.end(on),
        }
    }

    fn began(state: &State) -> Day {
        match state {
            State::Concern { since } | State::Closing { since, .. } | State::Active { since, .. } => *since,
            State::Refused { on } | State::StartUp { decided: on } | State::Closed { on, .. } => *on,
        }
    }

    proptest! {
        #[test]
        fn any_sequence_of_steps_keeps_the_order_of_the_phases(steps in proptest::collection::vec(any_step(), 0..40)) {
            let mut state = State::concern(Day::new(2022, 1, 1).unwrap());
            for (step, days) in steps {
                let before = state.clone();
                match take(state, step, began(&before).plus_days(days)) {
                    Ok(after) => {
                        prop_assert!(began(&after) >= began(&before));
                        prop_assert!(after.phase() >= before.phase() || before.phase() == after.phase());
                        state = after;
                    }
                    Err(NotFromHere(same)) => {
                        prop_assert_eq!(&same, &before);
                        state = same;
                    }
                }
                let ended = matches!(before, State::Closed { .. } | State::Refused { .. });
                prop_assert!(!ended || state == before, "nothing leads out of an end");
            }
        }
    }

    #[test]
    fn the_usual_way_through() {
        let day = |n| Day::new(2022, 1, 1).unwrap().plus_days(n);
        let state = State::concern(day(0))
            .decide(Decision::Granted, day(8))
            .and_then(|s| s.start(day(12)))
            .and_then(|s| s.rematch(day(40)))
            .and_then(|s| s.resume(day(50)))
            .and_then(|s| s.close(EndKind::Planned, day(180)))
            .and_then(|s| s.end(day(190)));
        assert_eq!(state, Ok(State::Closed { on: day(190), kind: EndKind::Planned }));
    }
}
