//! The rollups hold what is gathered anew, and packing loses nothing.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_store::facts;
use lods_testkit::{TestApp, on_both};

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
            with_sessions += i64::from(sessions > 0);
        }
        assert!(with_sessions > 10);
        assert!(facts::unpack(&[0; 7], 0).is_err() && facts::unpack(&[], 0).is_err());
        assert_eq!(facts::days(&[]), []);
    }
}
