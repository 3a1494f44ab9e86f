//! The rollups hold what is gathered anew, and packing loses nothing.

use lods_domain::figures::fidelity::CourseFacts;
use lods_store::facts;
use lods_testkit::{TestApp, on_both};

on_both! {
    async fn what_is_packed_is_unpacked_again(db: TestDb) {
        TestApp::with_courses(&db, 40).await;
        let mut tx = db.db.read().await.unwrap();
        let frames = facts::frames(&mut tx, None).await.unwrap();
        let mut with_sessions = 0;
        for (course, _) in frames {
            let (kept, sessions) = facts::of_course(&mut tx, course).await.unwrap().unwrap();
            assert_eq!(facts::unpack(&facts::pack(&kept), kept.last_event.epoch()).unwrap(), kept);
            with_sessions += i64::from(sessions > 0);
        }
        assert!(with_sessions > 10);
        assert!(facts::unpack(&[0; 7], 0).is_err() && facts::unpack(&[], 0).is_err());
        let none = CourseFacts::default();
        assert_eq!(facts::unpack(&facts::pack(&none), none.last_event.epoch()).unwrap(), none);
    }
}
