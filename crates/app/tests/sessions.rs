//! A mentor registers a session.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_app::courses::{rollups, show, today};
use lods_app::sessions::register::{Registered, register};
use lods_app::{Error, figures};
use lods_domain::access::{Action, Actor, Denied, Role};
use lods_domain::ids::CourseId;
use lods_domain::sessions::{Session, SessionFault, SessionForm, SessionOutcome};
use lods_domain::{Minutes, Moment};
use lods_store::query;
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, on_both};

async fn course(test: &TestApp, case: &str) -> CourseId {
    let mut tx = test.app.db().read().await.unwrap();
    let (id,): (i64,) = tx.one(query("SELECT id FROM courses WHERE case_number = $1").bind(case)).await.unwrap();
    CourseId(id)
}

fn held(test: &TestApp, local: &str, minutes: u32) -> Session {
    Session {
        started_at: test.app.clock().moment(local.parse().unwrap()).unwrap(),
        form: SessionForm::Meeting,
        outcome: SessionOutcome::Held,
        ata: Minutes::new(minutes),
        transport: None,
        hectometres: None,
        group: None,
    }
}

async fn mentor(test: &TestApp, login: &str, code: &str) -> Actor {
    test.user(login, Role::Mentor, Some(code)).await;
    test.actor(login, NOW).await
}

on_both! {
    async fn it_is_written_counted_and_told(db: TestDb) {
        let test = TestApp::small(&db).await;
        let actor = mentor(&test, "oesten", "M001").await;
        let course = course(&test, "2022-00001").await;
        let session = held(&test, "2022-05-30T14:00", 75);
        assert_eq!(register(&test.app, &actor, course, session.clone(), NOW).await.unwrap(), Registered::Done);
        let page = show::course(&test.app, &actor, course, 1, NOW).await.unwrap();
        assert_eq!(page.sessions[0].session().unwrap(), session);
        assert_eq!((page.session_count, page.facts.ata_minutes), (3, 135));
        let asked = figures::CorpsQuestion { unit: "Korpset", year: 2022, weekly: None, weeks: 46, compare: None };
        let (_, mentors) = figures::corps(&test.app, &Actor::Operator, &asked, NOW).await.unwrap();
        assert_eq!(mentors[0].ata_minutes, 135);
        let mut tx = db.db.read().await.unwrap();
        let events = lods_store::audit::names(&mut tx, 0, 10).await.unwrap();
        assert_eq!(events.last().unwrap().1, "session-registered");
    }

    /// What is kept after one session is what is counted anew from everything.
    async fn the_rollups_are_those_of_a_full_count(db: TestDb) {
        let test = TestApp::with_courses(&db, 40).await;
        let mut tx = db.db.read().await.unwrap();
        let sql = "SELECT c.id, c.mentor_id FROM courses c WHERE c.decision = 'bevilget' AND c.end_on IS NULL AND c.start_on < $1 ORDER BY c.id";
        let today = test.app.today(NOW);
        let courses: Vec<(i64, Option<i64>)> = tx.all(query(sql).bind(today.plus_days(-40))).await.unwrap();
        tx.commit().await.unwrap();
        assert!(courses.len() > 3);
        for (at, (course, _)) in courses.into_iter().enumerate() {
            // Every other one is part of the same group session, which then grows for all who were registered before.
            let mut session = held(&test, &format!("2022-05-{:02}T05:{:02}", if at % 2 == 0 { 25 } else { 26 }, at % 60), 45);
            if at % 2 == 0 {
                session.form = SessionForm::Group;
                session.group = Some("Løbehold".to_owned());
            }
            let done = register(&test.app, &Actor::Operator, CourseId(course), session, NOW).await.unwrap();
            assert_eq!(done, Registered::Done);
        }
        let kept = rollup_rows(&db).await;
        let mut tx = db.db.begin().await.unwrap();
        lods_store::facts::count_mentor_months(&mut tx, None).await.unwrap();
        rollups::rebuild(&mut tx, None, today).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(rollup_rows(&db).await, kept);
    }

    async fn a_course_that_is_not_granted_takes_no_session(db: TestDb) {
        let test = TestApp::new(&db);
        let cases = "Sagsnr;CPR;Målgruppe;Start;Enhed;MentorID\n2022-00009;670190-1234;Kontanthjælp;15-01-2022;Korpset;M001\n";
        let folder = ExtractFolder::empty().with("forloeb", cases);
        test.import_ok(&folder).await;
        let course = course(&test, "2022-00009").await;
        let done = register(&test.app, &Actor::Operator, course, held(&test, "2022-05-30T14:00", 75), NOW).await.unwrap();
        assert_eq!(done, Registered::Fault(SessionFault::CourseNotStarted));
    }

    async fn sent_twice_is_one_session_and_another_at_the_same_time_is_refused(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2022-00001").await;
        let session = held(&test, "2022-05-30T14:00", 75);
        let register = |session| register(&test.app, &Actor::Operator, course, session, NOW);
        assert_eq!(register(session.clone()).await.unwrap(), Registered::Done);
        assert_eq!(register(session.clone()).await.unwrap(), Registered::Done);
        let other = Session { ata: Minutes::new(30), ..session.clone() };
        assert_eq!(register(other).await.unwrap(), Registered::Taken(session));
        let page = show::course(&test.app, &Actor::Operator, course, 1, NOW).await.unwrap();
        assert_eq!(page.session_count, 3);
    }

    async fn what_cannot_be_is_refused_with_the_reason(db: TestDb) {
        let test = TestApp::small(&db).await;
        let (running, ended) = (course(&test, "2022-00001").await, course(&test, "2021-00002").await);
        let not_held = Session { outcome: SessionOutcome::NoShow, ..held(&test, "2022-05-30T14:00", 75) };
        for (course, session, fault) in [
            (running, held(&test, "2022-06-02T10:00", 60), SessionFault::InTheFuture),
            (running, held(&test, "2022-01-14T10:00", 60), SessionFault::BeforeStart),
            (ended, held(&test, "2022-01-05T10:00", 60), SessionFault::AfterEnd),
            (running, held(&test, "2022-05-30T14:00", 1_441), SessionFault::TooLong),
            (running, not_held, SessionFault::MinutesWithoutMeeting),
        ] {
            let refused = register(&test.app, &Actor::Operator, course, session, NOW).await.unwrap();
            assert_eq!(refused, Registered::Fault(fault));
        }
    }

    async fn a_mentor_reaches_own_courses_only_and_an_analyst_registers_nothing(db: TestDb) {
        let test = TestApp::small(&db).await;
        let other = mentor(&test, "aase", "M002").await;
        let course = course(&test, "2022-00001").await;
        let session = held(&test, "2022-05-30T14:00", 75);
        assert!(matches!(register(&test.app, &other, course, session.clone(), NOW).await, Err(Error::NotFound)));
        assert!(matches!(show::course(&test.app, &other, course, 1, NOW).await, Err(Error::NotFound)));
        assert_eq!(today::today(&test.app, &other, 1, NOW).await.unwrap().count(), 0);
        test.user("ditte", Role::Analyst, None).await;
        let analyst = test.actor("ditte", NOW).await;
        let refused = register(&test.app, &analyst, course, session, NOW).await;
        assert!(matches!(refused, Err(Error::Denied(Denied { action: Action::RegisterSession, .. }))));
    }

    async fn what_is_due_stands_in_order_with_the_overdue_first(db: TestDb) {
        let test = TestApp::with_courses(&db, 120).await;
        let shown = today::today(&test.app, &Actor::Operator, 1, NOW).await.unwrap();
        assert!(shown.overdue > 0 && shown.ahead > 0, "{shown:?}");
        let days: Vec<_> = shown.rows.iter().map(|row| row.due.on).collect();
        assert!(days.is_sorted());
        let last = today::today(&test.app, &Actor::Operator, i64::MAX, NOW).await.unwrap();
        assert_eq!(last.page, last.pages());
        assert!(!last.rows.is_empty());
        let before = today::today(&test.app, &Actor::Operator, 1, Moment::from_epoch(0)).await.unwrap();
        assert_eq!(before.count(), 0);
    }
}

async fn rollup_rows(db: &TestDb) -> String {
    let mut tx = db.db.read().await.unwrap();
    let months: Vec<(i64, i64, i64)> =
        tx.all(query("SELECT mentor_id, month, ata_minutes FROM mentor_months ORDER BY 1, 2")).await.unwrap();
    let dues: Vec<(i64, String, i64, Option<i64>)> =
        tx.all(query("SELECT course_id, kind, due_on, mentor_id FROM course_dues ORDER BY 1, 2")).await.unwrap();
    let facts: Vec<(i64, i64, Vec<u8>)> =
        tx.all(query("SELECT course_id, sessions, packed FROM course_facts ORDER BY 1")).await.unwrap();
    format!("{months:?} {dues:?} {facts:?}")
}
