//! What holds of every course.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::access::Role;
use crate::courses::Stage;

const STAGES: [Stage; 6] = [
    Stage::Paused,
    Stage::Rematching,
    Stage::ClosingPlanned,
    Stage::ClosingUnplanned,
    Stage::Complained,
    Stage::AtBoard,
];

fn any_day() -> impl Strategy<Value = Day> {
    (18_000_i64..20_500).prop_map(|epoch| Day::from_epoch(epoch).unwrap())
}

fn any_dates() -> impl Strategy<Value = CourseDates> {
    let days = (any_day(), 0_i64..40, 0_i64..40, 0_i64..400);
    (days, 0_u8..6).prop_map(|((need, decided, begun, lasts), shape)| {
        let at = |least: u8, days: i64| (shape >= least).then(|| need.plus_days(days));
        CourseDates {
            concern: Some(need),
            decided: at(1, decided),
            decision: (shape >= 1).then_some(if shape == 1 { Decision::Refused } else { Decision::Granted }),
            start: at(3, decided + begun),
            expected_end: at(3, decided + begun + lasts),
            end: at(5, decided + begun + lasts),
            end_kind: None,
        }
    })
}

fn any_steps() -> impl Strategy<Value = Vec<Recorded>> {
    let kind = (0..StepKind::ALL.len(), any_day(), any::<bool>());
    proptest::collection::vec(kind, 0..12).prop_map(|steps| {
        let of = |(at, (kind, on, undone)): (usize, (usize, Day, bool))| Recorded {
            undone_by: undone.then_some(StepId(1_000)),
            ..step(at as i64 + 1, StepKind::ALL[kind], &on.to_string(), &[])
        };
        steps.into_iter().enumerate().map(of).collect()
    })
}

fn of(dates: CourseDates, stage: Option<Stage>, born: Day, steps: &[Recorded]) -> DueFacts<'_> {
    DueFacts {
        dates,
        stage: stage.map(|stage| (stage, dates.start.or(dates.concern).unwrap())),
        born: Some(born),
        follow_up_months: Some(3),
        steps,
        ..DueFacts::default()
    }
}

proptest! {
    #[test]
    fn the_same_twice_each_kind_once_and_a_pause_is_left_in_peace(
        dates in any_dates(),
        stage in proptest::option::of(0..STAGES.len()),
        age in 5_000_i64..9_000,
        steps in any_steps(),
        today in any_day(),
    ) {
        let stage = stage.map(|at| STAGES[at]);
        let facts = of(dates, stage, dates.concern.unwrap().plus_days(-age), &steps);
        let first = dues(&facts, &rules(&[]), today).unwrap();
        prop_assert_eq!(&first, &dues(&facts, &rules(&[]), today).unwrap());
        let kinds: BTreeSet<DueKind> = first.iter().map(|due| due.kind).collect();
        prop_assert_eq!(kinds.len(), first.len());
        if stage == Some(Stage::Paused) {
            for kind in [DueKind::ExtentTalk, DueKind::FollowUp, DueKind::SeekContact] {
                prop_assert!(!kinds.contains(&kind));
            }
        }
        let standing: Vec<Recorded> = steps.iter().filter(|step| step.stands()).cloned().collect();
        prop_assert_eq!(&first, &dues(&DueFacts { steps: &standing, ..facts }, &rules(&[]), today).unwrap(), "what was taken back is as if it never was");
        for due in &first {
            prop_assert!(due.because(&rules(&[]), today).is_ok());
        }
    }

    /// A rule that gives more time never makes anything due earlier. Days that are counted back from an event are longer
    /// in the other direction.
    #[test]
    fn a_longer_rule_is_never_earlier(
        dates in any_dates(),
        age in 5_000_i64..9_000,
        steps in any_steps(),
        today in any_day(),
        at in 0..VALUES.len(),
        more in 0_i64..30,
    ) {
        let facts = of(dates, None, dates.concern.unwrap().plus_days(-age), &steps);
        let (code, value) = VALUES[at];
        let back = [RuleCode::TaperDays, RuleCode::TransitionPlanDays, RuleCode::DecisionWorkingDays];
        prop_assume!(!back.contains(&code));
        let before = dues(&facts, &rules(&[]), today).unwrap();
        for due in dues(&facts, &rules(&[(code, value + more)]), today).unwrap() {
            if let Some(shorter) = before.iter().find(|shorter| shorter.kind == due.kind) {
                prop_assert!(due.on >= shorter.on, "{:?} {:?}", due, shorter);
            }
        }
    }
}

#[test]
fn every_rule_behind_a_kind_makes_dues_and_every_kind_is_somebody_s() {
    for kind in DueKind::ALL {
        assert!(kind.rule().is_none_or(RuleCode::makes_dues), "{}", kind.code());
        assert!(!kind.for_roles().is_empty() && kind.is_told_late(Role::Leader), "{}", kind.code());
        for role in kind.for_roles() {
            assert!(crate::access::Fields::of_role(*role).has(kind.field()), "{} {}", kind.code(), role.code());
        }
    }
    let made: BTreeSet<&str> = DueKind::ALL.iter().filter_map(|kind| kind.rule()).map(RuleCode::code).collect();
    for code in RuleCode::ALL.iter().filter(|code| code.makes_dues()) {
        assert!(made.contains(code.code()) || *code == RuleCode::DecisionWorkingDays, "{}", code.code());
    }
}

#[test]
fn a_rule_counts_from_the_day_on_which_it_is_in_force() {
    let change = [
        Rule { valid_to: Some(day("2022-05-31")), ..row(RuleCode::DecisionDays, 10) },
        Rule { valid_from: day("2022-06-01"), ..row(RuleCode::DecisionDays, 5) },
        row(RuleCode::DecisionWorkingDays, 0),
    ];
    let rules = Rules::new(change.to_vec());
    let facts = DueFacts { dates: concern("2022-05-30"), ..DueFacts::default() };
    assert_eq!(by(&facts, DueKind::Decide, "2022-05-31", &rules), Some(day("2022-06-09")));
    assert_eq!(
        by(&facts, DueKind::Decide, "2022-06-01", &rules),
        Some(day("2022-06-04")),
        "what is open is computed anew"
    );
    let decided = DueFacts { dates: CourseDates { concern: facts.dates.concern, ..granted("2022-05-31") }, ..facts };
    assert_eq!(by(&decided, DueKind::Decide, "2022-06-01", &rules), None, "what is decided stays");
}
