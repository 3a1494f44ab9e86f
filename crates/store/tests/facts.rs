//! The rollups hold what is gathered anew, and packing loses nothing.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_domain::Day;
use lods_domain::figures::fidelity::{CourseFacts, StepFacts, Talks};
use lods_store::facts;
use lods_testkit::{TestApp, on_both};

fn some_steps() -> [StepFacts; 4] {
    let none = StepFacts::default();
    let talks = Talks { first_asked: Some(2_713), first_silent: Some(-1) };
    [
        none,
        StepFacts { matched: true, method_chosen: true, closure: true, talks, ..none },
        StepFacts { expectations: true, method_assessed: true, ..none },
        StepFacts { group_planned: Some(Day::FIRST), talks: Talks { first_silent: None, ..talks }, ..none },
    ]
}

on_both! {
    async fn what_is_packed_is_unpacked_again(db: TestDb) {
        TestApp::with_courses(&db, 40).await;
        let mut tx = db.db.read().await.unwrap();
        let frames = facts::frames(&mut tx, None).await.unwrap();
        let mut with_sessions = 0;
        for (course, frame) in frames {
            let (kept, sessions) = facts::of_course(&mut tx, course).await.unwrap().unwrap();
            let (judged, facts) = facts::unpack(&facts::pack(&frame, &kept), kept.last_event.epoch()).unwrap();
            assert_eq!(facts, kept);
            assert_eq!((judged.weekly, judged.end_reason, judged.has_purpose), (frame.weekly, frame.end_reason, frame.has_purpose));
            assert_eq!((judged.dates.start, judged.dates.end), (frame.dates.start, frame.dates.end));
            for steps in some_steps() {
                let run = CourseFacts { steps: Some(steps), ..kept };
                let packed = facts::pack(&frame, &run);
                assert_eq!(facts::unpack(&packed, kept.last_event.epoch()).unwrap().1, run);
                assert!(facts::unpack(&packed[8..], 0).is_err() && facts::unpack(&packed[1..], 0).is_err());
            }
            with_sessions += i64::from(sessions > 0);
        }
        assert!(with_sessions > 10);
        assert!(facts::unpack(&[0; 7], 0).is_err() && facts::unpack(&[], 0).is_err());
        assert_eq!(facts::days(&[]), []);
    }
}
