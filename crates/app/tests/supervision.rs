//! The mentors' supervision: who sees whom, in which order, and that no citizen is read about.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_app::Error;
use lods_app::access::users::PlaceName;
use lods_app::mentors::supervision::{Page, mentors};
use lods_domain::access::{Actor, Role};
use lods_domain::mentors::{Supervised, SupervisionForm};
use lods_domain::units::UnitKind;
use lods_store::query;
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, on_both};

fn names(page: &Page) -> Vec<&str> {
    page.rows.iter().map(|(row, _)| row.mentor.as_str()).collect()
}

async fn logged(db: &TestDb) -> (i64, i64) {
    let mut tx = db.db.read().await.unwrap();
    let sql = "SELECT count(*), CAST(coalesce(sum(allowed), 0) AS BIGINT) FROM access_log";
    tx.one(query(sql)).await.unwrap()
}

/// Four mentors: two with courses and never, or long ago, supervised; one newly; one without courses.
fn folder() -> ExtractFolder {
    ExtractFolder::small()
        .with("mentorer", "MentorID;Navn;Enhed;Ugentlige timer;Kompetencer\nM001;Østen Ågård;Korpset;22,5;ADHD\nM002;Aase Bæk;Åben Dør;15;\nM003;Bo Corn;Korpset;15;\nM004;Ida Dam;Korpset;15;\n")
        .with("forloeb", "Sagsnr;CPR;Målgruppe;Bekymring;Besluttet;Afgørelse;Start;Slut;Timer pr. uge;Enhed;MentorID\n\
            2022-00001;670190-1234;Kontanthjælp;01-01-2022;09-01-2022;bevilget;15-01-2022;;2;Korpset;M001\n\
            2021-00002;610295-4678;Uddannelseshjælp;01-06-2021;20-06-2021;bevilget;01-07-2021;;3;Åben Dør;M002\n\
            2021-00003;610295-4678;Uddannelseshjælp;01-06-2021;20-06-2021;bevilget;01-07-2021;;3;Korpset;M003\n\
            2021-00004;610295-4678;Uddannelseshjælp;01-06-2021;20-06-2021;bevilget;01-07-2021;01-06-2022;3;Korpset;M004\n")
        .with("registreringer", "Sagsnr;MentorID;Start;Form;Udfald;ATA-minutter;Transportminutter;Km;Gruppe\n")
        .with("supervision", "MentorID;Dato;Form\nM001;10-01-2022;gruppe\nM001;12-02-2022;individuel\nM003;20-04-2022;gruppe\n")
}

on_both! {
    async fn the_longest_without_supervision_stands_first(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&folder()).await;
        test.user("sofie", Role::Supervisor, None).await;
        let before = logged(&db).await;
        let page = mentors(&test.app, &test.actor("sofie", NOW).await, 1, NOW).await.unwrap();
        assert_eq!(names(&page), ["Aase Bæk", "Østen Ågård", "Bo Corn", "Ida Dam"]);
        let (states, running): (Vec<_>, Vec<_>) = page.rows.iter().map(|(row, state)| (*state, row.running)).unzip();
        let expected = [Supervised::Never, Supervised::Late(109), Supervised::Within(42), Supervised::Never];
        assert_eq!((states.as_slice(), running.as_slice()), (expected.as_slice(), [1, 1, 1, 0].as_slice()));
        assert_eq!((page.counts.mentors, page.counts.late, page.counts.never, page.most), (4, 2, 1, 42));
        assert_eq!(page.rows[0].0.kind().unwrap(), UnitKind::Supplier);
        assert_eq!(page.rows[1].0.form(), Some(SupervisionForm::Individual), "of the last one");
        assert_eq!(logged(&db).await, before, "nobody was read about");
    }

    async fn a_leader_of_a_unit_sees_its_mentors_and_a_leader_of_a_department_none(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&folder()).await;
        test.user_at("leder", Role::Leader, PlaceName::Unit("Korpset"), None).await;
        test.user_at("koordinator", Role::Coordinator, PlaceName::Unit("Åben Dør"), None).await;
        let seen = |login: &'static str| {
            let test = &test;
            async move { mentors(&test.app, &test.actor(login, NOW).await, 1, NOW).await.unwrap() }
        };
        assert_eq!(names(&seen("leder").await), ["Østen Ågård", "Bo Corn", "Ida Dam"]);
        let coordinators = seen("koordinator").await;
        assert_eq!((names(&coordinators), coordinators.counts.mentors), (vec!["Aase Bæk"], 1));
        let mut tx = db.db.begin().await.unwrap();
        let department = lods_store::units::department(&mut tx, "Børn og Familie").await.unwrap();
        let sql = "UPDATE assignments SET department_id = $1, unit_id = NULL WHERE role = 'leader'";
        tx.execute(query(sql).bind(department)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(seen("leder").await.rows.is_empty());
        assert_eq!(mentors(&test.app, &Actor::Operator, i64::MAX, NOW).await.unwrap().rows.len(), 4);
    }

    async fn everybody_else_is_refused_and_that_is_written_down(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        for role in [Role::Caseworker, Role::Controller, Role::Analyst, Role::Administrator] {
            test.user(role.code(), role, None).await;
            let before = logged(&db).await;
            let refused = mentors(&test.app, &test.actor(role.code(), NOW).await, 1, NOW).await;
            assert!(matches!(refused, Err(Error::Denied(_))), "{}", role.code());
            assert_eq!(logged(&db).await, (before.0 + 1, before.1));
        }
    }
}
