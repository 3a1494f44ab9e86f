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

prop_compose! {
    fn any_story()(
        offset in 0_i64..7,
        end in proptest::option::of(0_i64..150),
        follow_ups in proptest::collection::vec((-9_i64..160, any::<bool>()), 0..6),
        goals in proptest::collection::vec((proptest::option::of(-20_i64..160), proptest::option::of(0_i64..160), 0..GoalKind::ALL.len()), 0..4),
        mut sessions in proptest::collection::vec(any_session(), 0..40),
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
            ..course.clone()
        };
        prop_assert_eq!(course.on(on), known.on(on));
    }
}
