//! The states of a course that is worked on, as a machine whose transitions consume the state that they leave.
//! The diagram is `docs/states/course.md`.

use crate::Day;
use crate::courses::{CourseDates, Decision, EndKind, Phase, Stage};

/// A course in one of its states. There is no other way from one to another than the transitions below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    Concern {
        since: Day,
    },
    Refused {
        on: Day,
    },
    /// The refusal is complained of, and assessed anew.
    Complained {
        since: Day,
    },
    /// It was kept, and the board of appeal has it.
    AtBoard {
        since: Day,
    },
    StartUp {
        decided: Day,
    },
    Active {
        since: Day,
        within: Within,
    },
    Closing {
        since: Day,
        kind: EndKind,
    },
    Closed {
        on: Day,
        kind: EndKind,
    },
}

/// Where an active course stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    Running,
    Paused { since: Day },
    Rematching { since: Day },
}

/// The step is not possible from the state, or its day is before the day on which the state began; the state is given
/// back unchanged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the step is not possible from here")]
pub struct NotFromHere(pub State);

type Step = Result<State, NotFromHere>;

impl State {
    /// A concern is registered.
    #[must_use]
    pub fn concern(since: Day) -> State {
        State::Concern { since }
    }

    /// Decides on a concern, or anew on a complaint: a refusal that is kept goes to the board.
    pub fn decide(self, decision: Decision, on: Day) -> Step {
        match (self, decision) {
            (State::Concern { since } | State::Complained { since }, Decision::Granted) if since <= on => {
                Ok(State::StartUp { decided: on })
            }
            (State::Concern { since }, Decision::Refused) if since <= on => Ok(State::Refused { on }),
            (State::Complained { since }, Decision::Refused) if since <= on => Ok(State::AtBoard { since: on }),
            (state, _) => Err(NotFromHere(state)),
        }
    }

    /// Somebody complains of the refusal.
    pub fn complain(self, on: Day) -> Step {
        match self {
            State::Refused { on: refused } if refused <= on => Ok(State::Complained { since: on }),
            state => Err(NotFromHere(state)),
        }
    }

    /// The board keeps the refusal, or the municipality must decide anew: the one way back.
    pub fn board(self, refusal_stands: bool, on: Day) -> Step {
        match self {
            State::AtBoard { since } if since <= on && refusal_stands => Ok(State::Refused { on }),
            State::AtBoard { since } if since <= on => Ok(State::Concern { since: on }),
            state => Err(NotFromHere(state)),
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
            State::Active { since, within } if since.max(within.since(since)) <= on => {
                Ok(State::Closing { since: on, kind })
            }
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
            State::Refused { .. } | State::Complained { .. } | State::AtBoard { .. } => Phase::Refused,
            State::StartUp { .. } => Phase::StartUp,
            State::Active { .. } | State::Closing { .. } => Phase::Active,
            State::Closed { .. } => Phase::Closed,
        }
    }

    #[must_use]
    pub fn is_rematching(&self) -> bool {
        matches!(self, State::Active { within: Within::Rematching { .. }, .. })
    }

    /// The day on which the state began.
    #[must_use]
    pub fn began(&self) -> Day {
        match self {
            State::Concern { since }
            | State::Complained { since }
            | State::AtBoard { since }
            | State::Closing { since, .. } => *since,
            State::Active { since, within } => within.since(*since),
            State::Refused { on } | State::StartUp { decided: on } | State::Closed { on, .. } => *on,
        }
    }

    /// The state of a registered course. What is not dated counts from what is; `stage` says where it stands within its
    /// phase, and since when.
    #[must_use]
    pub fn of(dates: &CourseDates, stage: Option<(Stage, Day)>) -> State {
        let decided = dates.decided.or(dates.start).or(dates.concern).unwrap_or(Day::FIRST);
        if let Some(on) = dates.end {
            return State::Closed { on, kind: dates.end_kind.unwrap_or(EndKind::Planned) };
        }
        match (dates.decision, dates.start, stage) {
            (None, ..) => State::Concern { since: dates.concern.unwrap_or(Day::FIRST) },
            (Some(Decision::Refused), _, Some((Stage::Complained, since))) => State::Complained { since },
            (Some(Decision::Refused), _, Some((Stage::AtBoard, since))) => State::AtBoard { since },
            (Some(Decision::Refused), ..) => State::Refused { on: decided },
            (Some(Decision::Granted), None, _) => State::StartUp { decided },
            (Some(Decision::Granted), Some(since), stage) => active(since, stage),
        }
    }

    /// The stage that is kept of the state beside the course's dates.
    #[must_use]
    pub fn stage(&self) -> Option<(Stage, Day)> {
        Some(match self {
            State::Complained { since } => (Stage::Complained, *since),
            State::AtBoard { since } => (Stage::AtBoard, *since),
            State::Active { within: Within::Paused { since }, .. } => (Stage::Paused, *since),
            State::Active { within: Within::Rematching { since }, .. } => (Stage::Rematching, *since),
            State::Closing { since, kind: EndKind::Planned } => (Stage::ClosingPlanned, *since),
            State::Closing { since, kind: EndKind::Unplanned } => (Stage::ClosingUnplanned, *since),
            _ => return None,
        })
    }
}

impl Within {
    fn since(self, started: Day) -> Day {
        match self {
            Within::Running => started,
            Within::Paused { since } | Within::Rematching { since } => since,
        }
    }
}

fn active(since: Day, stage: Option<(Stage, Day)>) -> State {
    match stage {
        Some((Stage::Paused, from)) => State::Active { since, within: Within::Paused { since: from } },
        Some((Stage::Rematching, from)) => State::Active { since, within: Within::Rematching { since: from } },
        Some((Stage::ClosingPlanned, from)) => State::Closing { since: from, kind: EndKind::Planned },
        Some((Stage::ClosingUnplanned, from)) => State::Closing { since: from, kind: EndKind::Unplanned },
        _ => State::Active { since, within: Within::Running },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Debug, Clone, Copy)]
    enum Do {
        Decide(Decision),
        Complain,
        Board(bool),
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
            Just(Do::Complain),
            any::<bool>().prop_map(Do::Board),
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
            Do::Complain => state.complain(on),
            Do::Board(stands) => state.board(stands, on),
            Do::Start => state.start(on),
            Do::Pause => state.pause(on),
            Do::Rematch => state.rematch(on),
            Do::Resume => state.resume(on),
            Do::Close(kind) => state.close(kind, on),
            Do::End => state.end(on),
        }
    }

    proptest! {
        #[test]
        fn any_sequence_of_steps_keeps_the_order_of_the_phases(steps in proptest::collection::vec(any_step(), 0..60)) {
            let mut state = State::concern(Day::new(2022, 1, 1).unwrap());
            for (step, days) in steps {
                let before = state.clone();
                match take(state, step, before.began().plus_days(days)) {
                    Ok(after) => {
                        let resumed = matches!(step, Do::Resume);
                        prop_assert!(after.began() >= before.began() || resumed);
                        let back = matches!(before, State::AtBoard { .. });
                        prop_assert!(after.phase() >= before.phase() || back, "only the board leads back");
                        state = after;
                    }
                    Err(NotFromHere(same)) => {
                        prop_assert_eq!(&same, &before);
                        state = same;
                    }
                }
                prop_assert!(!matches!(before, State::Closed { .. }) || state == before, "nothing leads out of the end");
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

    #[test]
    fn a_refusal_that_is_complained_of_is_kept_or_changed() {
        let day = |n| Day::new(2022, 1, 1).unwrap().plus_days(n);
        let complained = State::concern(day(0)).decide(Decision::Refused, day(8)).and_then(|s| s.complain(day(20)));
        let granted = complained.clone().and_then(|s| s.decide(Decision::Granted, day(30)));
        assert_eq!(granted, Ok(State::StartUp { decided: day(30) }));
        let at_board = complained.and_then(|s| s.decide(Decision::Refused, day(30)));
        assert_eq!(at_board, Ok(State::AtBoard { since: day(30) }));
        assert_eq!(at_board.clone().and_then(|s| s.board(true, day(90))), Ok(State::Refused { on: day(90) }));
        assert_eq!(at_board.and_then(|s| s.board(false, day(90))), Ok(State::Concern { since: day(90) }));
    }
}
