//! What holds for every course.

use super::*;
use proptest::prelude::*;

fn any_session() -> impl Strategy<Value = SessionEvent> {
    let group = proptest::option::of((1_i64..9, 1_i64..3));
    (-9_i64..160, 0..SessionOutcome::ALL.len(), 0_u32..200, group).prop_map(|(days, outcome, minutes, group)| {
        let outcome = SessionOutcome::ALL[outcome];
        let ata = Minutes::new(if outcome == SessionOutcome::Held { minutes } else { 0 });
        SessionEvent {
            day: days_in(days),
            outcome,
            ata,
            group: group.map(|(mentees, mentors)| GroupSession { mentees, mentors }),
        }
    })
}

/// Any step that counts for something, and a few that do not; some are as the model wants them.
fn any_step() -> impl Strategy<Value = Recorded> {
    (0..StepKind::ALL.len(), -20_i64..160, any::<bool>(), proptest::bool::weighted(0.1)).prop_map(
        |(kind, days, is_good, taken_back)| {
            let kind = StepKind::ALL[kind];
            let step = if is_good { good(kind, days) } else { step(kind, days, []) };
            Recorded { undone_by: taken_back.then_some(StepId(99)), ..step }
        },
    )
}

prop_compose! {
    fn any_story()(
        offset in 0_i64..7,
        end in proptest::option::of(0_i64..150),
        follow_ups in proptest::collection::vec((-9_i64..160, any::<bool>()), 0..6),
        goals in proptest::collection::vec((proptest::option::of(-20_i64..160), proptest::option::of(0_i64..160), 0..GoalKind::ALL.len()), 0..4),
        mut sessions in proptest::collection::vec(any_session(), 0..40),
        steps in prop_oneof![Just(Vec::new()), proptest::collection::vec(any_step(), 0..30)],
        weekly in proptest::option::of(0_u32..240),
        mut supervisions in proptest::collection::vec(-80_i64..160, 0..6),
    ) -> Story {
        let start = days_in(offset);
        sessions.sort_by_key(|session| session.day);
        supervisions.sort_unstable();
        let mut follow_ups: Vec<FollowUp> =
            follow_ups.into_iter().map(|(days, came)| FollowUp { mentee: Some(came), ..follow_up(days) }).collect();
        follow_ups.sort_by_key(|follow_up| follow_up.on);
        Story {
            dates: CourseDates { start: Some(start), end: end.map(|days| start.plus_days(days)), ..story().dates },
            follow_ups,
            goals: goals.into_iter().map(|(created, scored, kind)| GoalEvent {
                kind: GoalKind::ALL[kind],
                created_on: created.map(days_in),
                first_scored_on: scored.map(days_in),
            }).collect(),
            sessions,
            steps: numbered(steps),
            weekly: weekly.map(Minutes::new),
            mentor: Some((vec![], supervisions.into_iter().map(days_in).collect())),
            ..story()
        }
    }
}

proptest! {
    #[test]
    fn stored_facts_hold_for_every_day_from_their_last_event_on(course in any_story(), later in 0_i64..200) {
        let stored = course.facts(Day::LAST);
        let on = stored.last_event.max(days_in(-30)).plus_days(later);
        prop_assert_eq!(stored, course.facts(on));
        prop_assert_eq!(course.judge_with(&stored, &rules(), on), course.on(on));
    }

    #[test]
    fn what_happens_later_changes_no_judgement(course in any_story(), days in -10_i64..160) {
        let on = days_in(days);
        let known = Story {
            dates: CourseDates { end: course.dates.end.filter(|end| *end <= on), ..course.dates },
            follow_ups: course.follow_ups.iter().filter(|follow_up| follow_up.on <= on).copied().collect(),
            sessions: course.sessions.iter().filter(|session| session.day <= on).copied().collect(),
            steps: course.steps.iter().filter(|step| step.day <= on).cloned().collect(),
            ..course.clone()
        };
        prop_assert_eq!(course.on(on), known.on(on));
    }

    /// A good step takes nothing away. Steps that are no deed but a turn of events – a pause, a resumption, a wish for
    /// another mentor – are not among them.
    #[test]
    fn a_good_step_breaks_nothing_that_is_kept(course in any_story(), kind in 0..GOOD.len(), days in -20_i64..160, later in 0_i64..60) {
        let on = days_in(days + later);
        let mut more = course.clone();
        more.steps.push(Recorded { id: StepId(50), ..good(GOOD[kind], days) });
        let (before, after) = (course.on(on), more.on(on));
        for recommendation in Recommendation::ALL {
            let broke = before.of(*recommendation) == Verdict::Kept && after.of(*recommendation) != Verdict::Kept;
            prop_assert!(!broke, "{}", recommendation.code());
        }
    }

    #[test]
    fn answers_that_are_not_read_can_be_left_closed(course in any_story(), days in -10_i64..160) {
        let on = days_in(days);
        let mut opened = course.facts(on);
        let few = |step: Taken| match on_steps::reads_answers(step.kind) {
            true => step,
            false => Taken { answers: Answers::default(), ..step },
        };
        let closed: Vec<Taken> = course.taken().into_iter().map(few).collect();
        let before = opened;
        opened.add_steps(&course.dates, &course.follow_ups, &closed, on);
        prop_assert_eq!(opened, before);
    }

    #[test]
    fn without_steps_nothing_is_judged_by_them(course in any_story(), days in -10_i64..160) {
        let on = days_in(days);
        let bare = Story { steps: Vec::new(), ..course };
        let facts = bare.facts(on);
        prop_assert_eq!((facts.steps, facts.network_persons), (None, 0));
        let verdicts = bare.on(on);
        for recommendation in [Recommendation::Match, Recommendation::GoalsAndExpectations, Recommendation::Extent, Recommendation::Groups, Recommendation::Method, Recommendation::Closure] {
            prop_assert_eq!(verdicts.of(recommendation), Verdict::NotJudged);
        }
    }
}

const GOOD: [StepKind; 10] = [
    StepKind::Grant,
    StepKind::Match,
    StepKind::Expectations,
    StepKind::FollowUp,
    StepKind::ExtentTalk,
    StepKind::GroupPlan,
    StepKind::NetworkPerson,
    StepKind::Method,
    StepKind::Closure,
    StepKind::Evaluation,
];
