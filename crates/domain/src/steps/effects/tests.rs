//! Random walks: whatever is taken in whatever order, the course can stand so.

use proptest::prelude::*;

use super::*;
use crate::steps::{Answer, Input, form};

const MOVING: &[StepKind] = &[
    StepKind::Grant,
    StepKind::Refusal,
    StepKind::Complaint,
    StepKind::BoardDecision,
    StepKind::Match,
    StepKind::Start,
    StepKind::Extension,
    StepKind::Change,
    StepKind::Pause,
    StepKind::Resume,
    StepKind::Rematch,
    StepKind::Closing,
    StepKind::Closure,
];

fn first() -> Day {
    Day::new(2023, 11, 1).unwrap()
}

fn concern() -> Standing {
    Standing { dates: CourseDates { concern: Some(first()), ..CourseDates::default() }, ..Standing::default() }
}

/// Every field of the form answered or left out, by chance.
fn answers(kind: StepKind, day: Day, random: &mut fastrand::Rng) -> Answers {
    let mut answers = Answers::default();
    for asked in form(kind) {
        if random.u8(..5) == 0 {
            continue;
        }
        let answer = match asked.input {
            Input::Day => Answer::Day(day.plus_days(random.i64(-60..400))),
            Input::Line | Input::Text | Input::Basis => Answer::Text("tekst".to_owned()),
            Input::One(offered) => Answer::One(offered[random.usize(..offered.len())]),
            Input::Many(offered) => Answer::Many(vec![offered[random.usize(..offered.len())]]),
            Input::Yes => Answer::Yes,
            Input::Hours => Answer::Weekly(Minutes::new(random.u32(1..100) * 15)),
            Input::Points => Answer::Points(random.u8(..=100)),
            Input::Mentor | Input::Goal | Input::Step(_) => Answer::Id(random.i64(1..9)),
        };
        answers.set(asked.field, answer);
    }
    answers
}

/// What holds of every course, and between one step and the next.
fn holds(kind: StepKind, before: &Standing, after: &Standing) -> Result<(), TestCaseError> {
    let dates = &after.dates;
    prop_assert_eq!(dates.check(), Ok(()));
    prop_assert!(!matches!(before.state(), State::Closed { .. }) || after == before, "a closed course never moves");
    if dates.decision != Some(Decision::Granted) {
        prop_assert_eq!((dates.start, dates.end), (None, None), "what is not granted does not begin");
    }
    prop_assert_eq!(dates.decided.is_some(), dates.decision.is_some());
    prop_assert!(dates.start.is_none_or(|start| dates.decided.is_some_and(|decided| decided <= start)));
    prop_assert!(dates.end.is_none_or(|end| dates.start.is_some_and(|start| start <= end)));
    prop_assert_eq!(dates.end.is_some(), dates.end_kind.is_some());
    prop_assert_eq!(dates.concern, Some(first()), "the need is of its day");
    prop_assert_eq!(after.stage, after.state().stage(), "a stage only where the state has it");
    if !matches!(kind, StepKind::Grant | StepKind::Extension | StepKind::Change) {
        prop_assert_eq!((after.weekly, dates.expected_end), (before.weekly, before.dates.expected_end));
    }
    if kind != StepKind::Match {
        prop_assert_eq!((after.mentor, after.unit), (before.mentor, before.unit));
    }
    prop_assert!(kind.moves() || after == before, "{} moves", kind.code());
    Ok(())
}

/// One step of a walk: whether it is one that moves, which, how many days on, and by what chance it is answered.
type Stride = (bool, usize, i64, u64);

/// The states that the walk comes through; the machine goes along on its own.
fn walk(strides: &[Stride]) -> Result<Vec<State>, TestCaseError> {
    let (mut standing, mut machine, mut day) = (concern(), State::concern(first()), first());
    let mut through = vec![machine.clone()];
    for (moving, at, days, seed) in strides {
        let kinds = if *moving { MOVING } else { StepKind::ALL };
        let (kind, on) = (kinds[at % kinds.len()], day.plus_days(*days));
        let answers = answers(kind, on, &mut fastrand::Rng::with_seed(*seed));
        let Ok(after) = standing.after(kind, on, &answers, &Referred::default()) else { continue };
        machine = advance(machine, kind, on, &answers).unwrap();
        prop_assert_eq!(&State::of(&after.dates, after.stage), &machine, "after {}", kind.code());
        holds(kind, &standing, &after)?;
        through.push(machine.clone());
        (standing, day) = (after, day.max(on));
    }
    Ok(through)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_walk_leaves_a_course_that_can_stand(
        strides in proptest::collection::vec((any::<bool>(), 0_usize..1_000, -6_i64..45, any::<u64>()), 1..60)
    ) {
        walk(&strides)?;
    }
}

#[test]
fn the_walks_come_through_every_state() {
    let mut random = fastrand::Rng::with_seed(4);
    let mut stride = || (random.bool(), random.usize(..1_000), random.i64(-6..45), random.u64(..));
    let walks = (0..300).map(|_| (0..60).map(|_| stride()).collect::<Vec<Stride>>()).collect::<Vec<_>>();
    let states: Vec<State> = walks.iter().flat_map(|strides| walk(strides).unwrap()).collect();
    for stage in Stage::ALL {
        assert!(states.iter().any(|state| state.stage().is_some_and(|(at, _)| at == *stage)), "{}", stage.code());
    }
    for phase in crate::courses::Phase::ALL {
        assert!(states.iter().any(|state| state.phase() == *phase), "{}", phase.code());
    }
}

fn by(answers: &[(StepField, Answer)]) -> Answers {
    let mut all = Answers::default();
    answers.iter().for_each(|(field, answer)| all.set(*field, answer.clone()));
    all
}

/// A step, so many days after the concern, answered so.
type Taken<'a> = (StepKind, i64, &'a [(StepField, Answer)]);

fn walked(steps: &[Taken<'_>]) -> Result<Standing, NotNow> {
    steps.iter().try_fold(concern(), |standing, (kind, days, answers)| {
        standing.after(*kind, first().plus_days(*days), &by(answers), &Referred::default())
    })
}

#[test]
fn a_refusal_that_is_kept_is_still_of_its_first_day() {
    let upheld = [(StepField::BoardSaid, Answer::One(Choice::Upheld))];
    let refused: &[Taken<'_>] =
        &[(StepKind::Refusal, 8, &[]), (StepKind::Complaint, 20, &[]), (StepKind::Refusal, 40, &[])];
    let at_board = walked(refused).unwrap();
    assert_eq!(at_board.dates.decided, Some(first().plus_days(8)));
    let steps = [refused, &[(StepKind::BoardDecision, 90, &upheld)]].concat();
    assert_eq!(walked(&steps).unwrap().state(), State::Refused { on: first().plus_days(8) });
}

#[test]
fn what_the_board_sends_back_is_decided_after_it() {
    let returned = [(StepField::BoardSaid, Answer::One(Choice::Returned))];
    let back: &[Taken<'_>] = &[
        (StepKind::Refusal, 8, &[]),
        (StepKind::Complaint, 20, &[]),
        (StepKind::Refusal, 40, &[]),
        (StepKind::BoardDecision, 90, &returned),
    ];
    let standing = walked(back).unwrap();
    assert_eq!((standing.dates.decided, standing.dates.decision), (None, None));
    assert!(walked(&[back, &[(StepKind::Grant, 89, &[])]].concat()).is_err());
    let granted = walked(&[back, &[(StepKind::Grant, 90, &[])]].concat()).unwrap();
    assert_eq!((granted.stage, granted.dates.decided), (None, Some(first().plus_days(90))));
}

#[test]
fn what_began_as_planned_can_end_otherwise() {
    let kind = |kind| [(StepField::EndKind, Answer::One(kind))];
    let (planned, unplanned) = (kind(Choice::Planned), kind(Choice::Unplanned));
    let closing: &[Taken<'_>] =
        &[(StepKind::Grant, 8, &[]), (StepKind::Start, 12, &[]), (StepKind::Closing, 100, &planned)];
    let said = walked(&[closing, &[(StepKind::Closure, 110, &unplanned)]].concat()).unwrap();
    assert_eq!(said.dates.end_kind, Some(EndKind::Unplanned));
    let unsaid = walked(&[closing, &[(StepKind::Closure, 110, &[])]].concat()).unwrap();
    assert_eq!(unsaid.dates.end_kind, Some(EndKind::Planned));
}

#[test]
fn no_step_lies_before_what_it_follows() {
    let started: &[Taken<'_>] = &[(StepKind::Grant, 8, &[]), (StepKind::Start, 12, &[])];
    for (kind, earliest) in [(StepKind::FollowUp, 12), (StepKind::Goal, 8), (StepKind::Hearing, 0)] {
        assert!(walked(&[started, &[(kind, earliest, &[])]].concat()).is_ok(), "{}", kind.code());
        assert!(walked(&[started, &[(kind, earliest - 1, &[])]].concat()).is_err(), "{}", kind.code());
    }
    let paused = [started, &[(StepKind::Pause, 60, &[])]].concat();
    let late = walked(&[paused.as_slice(), &[(StepKind::FollowUp, 50, &[])]].concat());
    assert!(late.is_ok(), "what was held before the pause can be told of in it");
    let until = [(StepField::Until, Answer::Day(first().plus_days(11)))];
    assert!(walked(&[started, &[(StepKind::Change, 20, &until)]].concat()).is_err(), "an end before the start");
    assert!(walked(&[(StepKind::Grant, 8, &until), (StepKind::Start, 12, &[])]).is_err(), "a start after the end");
}
