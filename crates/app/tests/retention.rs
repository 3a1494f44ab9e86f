//! What is past its period is proposed, and goes only after a leader's decision.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_app::Error;
use lods_app::access::users::{self, NewUser, PlaceName};
use lods_app::courses::show::course;
use lods_app::people::correct::{self, Asking};
use lods_app::people::retention::{self, Choice, NotYet};
use lods_domain::Cpr;
use lods_domain::access::{Actor, Role};
use lods_domain::ids::{CourseId, PersonId};
use lods_domain::people::Correctable;
use lods_store::sealed::Sealed;
use lods_store::{Engine, query};
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, noon, on_both};

/// Six years after the end of 2021-00002; 2022-00001 runs still.
const LATER: &str = "2027-12-31";
/// Name, phone, street and what was written, none of which may be found afterwards.
const TRACES: [&str; 7] =
    ["Zorneliussen", "Bodilla", "40506070", "Gemmestedet 9", "bodilla@", "Hemmeligt notat", "zorneliussen"];

struct Case {
    test: TestApp,
    person: PersonId,
    course: CourseId,
}

async fn case(db: &TestDb) -> Case {
    let test = TestApp::new(db);
    let people = "CPR;Fornavn;Efternavn;Adresse;Telefon;E-mail;Adressebeskyttelse;Behov\n\
        670190-1234;Åse;Zachariassen;;;;nej;ADHD\n\
        610295-4678;Bodilla;Zorneliussen;Gemmestedet 9;40506070;bodilla@eksempel.invalid;ja;misbrug\n";
    test.import_ok(&ExtractFolder::small().with("borgere", people)).await;
    test.user("leder", Role::Leader, None).await;
    let author = test.user("solvej", Role::Caseworker, None).await;
    let cpr = Cpr::parse("610295-4678").ok();
    let place = PlaceName::Municipality;
    let new = NewUser {
        login: "bodilla",
        name: "Bodilla Zorneliussen",
        password: "korrekt hest batteri",
        role: Role::YoungPerson,
        place,
        mentor: None,
        person: cpr,
    };
    users::add(&test.app, &Actor::Operator, &new, NOW).await.unwrap().unwrap();
    let mut tx = db.db.begin().await.unwrap();
    let sql = "SELECT id, person_id FROM courses WHERE case_number = '2021-00002'";
    let (course, person): (i64, i64) = tx.one(query(sql)).await.unwrap();
    let sealed = Sealed::NoteText.seal(tx.keys(), "n1", "Hemmeligt notat").unwrap();
    let sql = "INSERT INTO notes (key, course_id, author_id, written_at, visibility, class, text)
               VALUES ('n1', $1, $2, $3, 'team', 'ordinary', $4)";
    tx.execute(query(sql).bind(course).bind(author).bind(NOW).bind(sealed)).await.unwrap();
    tx.commit().await.unwrap();
    let caseworker = test.actor("solvej", NOW).await;
    let asking = Asking { field: Correctable::Phone, value: "40506071", reason: "Nyt nummer" };
    correct::correct(&test.app, &caseworker, PersonId(person), asking, NOW).await.unwrap().unwrap();
    Case { test, person: PersonId(person), course: CourseId(course) }
}

/// Everything that figures are counted from, but the words themselves.
async fn figures(db: &TestDb) -> String {
    let mut tx = db.db.read().await.unwrap();
    let facts: Vec<(i64, i64, i64, Vec<u8>)> = tx
        .all(query("SELECT course_id, last_event_on, sessions, packed FROM course_facts ORDER BY course_id"))
        .await
        .unwrap();
    let months: Vec<(i64, i64, i64)> = tx
        .all(query("SELECT mentor_id, month, ata_minutes FROM mentor_months ORDER BY mentor_id, month"))
        .await
        .unwrap();
    let dues: Vec<(i64, String, i64)> =
        tx.all(query("SELECT course_id, kind, due_on FROM course_dues ORDER BY course_id, kind")).await.unwrap();
    format!("{facts:?} {months:?} {dues:?}")
}

on_both! {
    async fn whose_data_are_restricted_is_not_proposed_and_an_old_archive_is_no_archive_of_what_came_after(db: TestDb) {
        let case = case(&db).await;
        let (app, now) = (&case.test.app, noon(LATER));
        let leader = case.test.actor("leder", now).await;
        let restrict = async |on: Option<i64>| {
            let mut tx = db.db.begin().await.unwrap();
            let sql = "UPDATE people SET restricted_on = $1 WHERE id = $2";
            tx.execute(query(sql).bind(on).bind(case.person)).await.unwrap();
            tx.commit().await.unwrap();
        };
        restrict(Some(19_000)).await;
        assert_eq!(retention::due(app, &leader, 1, now).await.unwrap().count, 0);
        let archived = Choice::Archived { delivered: true };
        assert!(matches!(retention::decide(app, &leader, case.person, archived, now).await, Err(Error::NotFound)));
        restrict(None).await;
        assert_eq!(retention::decide(app, &leader, case.person, archived, now).await.unwrap(), Ok(()));
        let mut tx = db.db.begin().await.unwrap();
        tx.execute(query("UPDATE courses SET end_on = 22000 WHERE id = $1").bind(case.course)).await.unwrap();
        tx.commit().await.unwrap();
        let far = noon("2036-01-02");
        let leader = case.test.actor("leder", far).await;
        let decided = retention::decide(app, &leader, case.person, Choice::Pseudonymise, far).await.unwrap();
        assert_eq!(decided, Err(NotYet::NotArchived), "the case grew after it was archived");
    }

    async fn a_person_is_pseudonymised_after_the_archive_and_a_leaders_decision_and_figures_stay(db: TestDb) {
        let case = case(&db).await;
        let (app, now) = (&case.test.app, noon(LATER));
        let leader = case.test.actor("leder", now).await;
        let due = retention::due(app, &leader, 1, now).await.unwrap();
        assert_eq!((due.count, due.rows[0].due.case_number.as_str()), (1, "2021-00002"), "a running course is not due");
        assert_eq!(due.rows[0].due_on, "2026-12-30".parse().unwrap());
        let decide = |choice| retention::decide(app, &leader, case.person, choice, now);
        assert_eq!(decide(Choice::Pseudonymise).await.unwrap(), Err(NotYet::NotArchived));
        assert_eq!(decide(Choice::Archived { delivered: true }).await.unwrap(), Ok(()));
        let before = figures(&db).await;
        assert_eq!(decide(Choice::Pseudonymise).await.unwrap(), Ok(()));
        assert_eq!(figures(&db).await, before);
        assert!(matches!(decide(Choice::Pseudonymise).await, Err(Error::NotFound)), "twice is once");
        assert_eq!(retention::due(app, &leader, 1, now).await.unwrap().count, 0);
        let shown = course(app, &case.test.actor("solvej", now).await, case.course, 1, now).await.unwrap();
        assert_eq!((shown.course.name().as_deref(), shown.course.cpr(), shown.course.phone()), (Some("Slettet borger"), None, Some("")));
        let mut tx = db.db.read().await.unwrap();
        let (told,): (i64,) =
            tx.one(query("SELECT count(*) FROM retention_decisions WHERE action = 'keep' AND reason <> ''")).await.unwrap();
        assert_eq!(told, 0, "why it was kept is told no longer");
        for table in ["notes", "corrections", "searches"] {
            let (rows,): (i64,) = tx.one(query(&format!("SELECT count(*) FROM {table}"))).await.unwrap();
            assert_eq!(rows, 0, "{table}");
        }
        let events = lods_store::audit::names(&mut tx, 0, 100).await.unwrap();
        assert_eq!(events.iter().filter(|(_, name, _)| name == "retention-decided").count(), 2);
        let details: String = events.iter().map(|(_, _, detail)| detail.as_str()).collect();
        assert!(TRACES.iter().all(|trace| !details.contains(trace)));
    }

    async fn what_is_kept_is_asked_about_again_after_a_year(db: TestDb) {
        let case = case(&db).await;
        let (app, now) = (&case.test.app, noon(LATER));
        let leader = case.test.actor("leder", now).await;
        let keep = |reason| retention::decide(app, &leader, case.person, Choice::Keep { reason }, now);
        assert_eq!(keep(" ").await.unwrap(), Err(NotYet::NoReason));
        assert_eq!(keep("En klagesag er i gang").await.unwrap(), Ok(()));
        assert_eq!(retention::due(app, &leader, 1, now).await.unwrap().count, 0);
        let next_year = noon("2029-01-02");
        let leader = case.test.actor("leder", next_year).await;
        assert_eq!(retention::due(app, &leader, 1, next_year).await.unwrap().count, 1);
    }

    async fn nothing_goes_before_its_period_and_nobody_but_a_leader_decides(db: TestDb) {
        let case = case(&db).await;
        let (app, early) = (&case.test.app, noon("2026-12-29"));
        let leader = case.test.actor("leder", early).await;
        assert_eq!(retention::due(app, &leader, 1, early).await.unwrap().count, 0);
        let choice = Choice::Archived { delivered: true };
        assert!(matches!(retention::decide(app, &leader, case.person, choice, early).await, Err(Error::NotFound)));
        let now = noon(LATER);
        case.test.user("admin", Role::Administrator, None).await;
        for login in ["solvej", "bodilla", "admin"] {
            let actor = case.test.actor(login, now).await;
            assert!(matches!(retention::due(app, &actor, 1, now).await, Err(Error::Denied(_))), "{login}");
            assert!(matches!(retention::decide(app, &actor, case.person, choice, now).await, Err(Error::Denied(_))));
            assert!(matches!(retention::delete_old_log(app, &actor, now).await, Err(Error::Denied(_))));
        }
        case.test.user_at("fjern", Role::Leader, PlaceName::Unit("Korpset"), None).await;
        let far = case.test.actor("fjern", now).await;
        assert_eq!(retention::due(app, &far, 1, now).await.unwrap().count, 0, "the course is another unit's");
    }

    async fn old_lines_of_the_log_go_after_a_decision(db: TestDb) {
        let case = case(&db).await;
        let (app, now) = (&case.test.app, noon(LATER));
        let leader = case.test.actor("leder", now).await;
        let old = retention::due(app, &leader, 1, now).await.unwrap().old_log;
        assert!(old > 0);
        assert_eq!(retention::delete_old_log(app, &leader, now).await.unwrap(), u64::try_from(old).unwrap());
        assert_eq!(retention::due(app, &leader, 1, now).await.unwrap().old_log, 0);
        assert_eq!(retention::delete_old_log(app, &leader, now).await.unwrap(), 0);
    }
}

async fn erase_and_close(db: TestDb) {
    let case = case(&db).await;
    let now = noon(LATER);
    let leader = case.test.actor("leder", now).await;
    let path = db.address.strip_prefix("sqlite:").unwrap().to_owned();
    let found = |path: &str| -> Vec<&str> {
        let files = [path.to_owned(), format!("{path}-wal")];
        let bytes: Vec<u8> = files.iter().filter_map(|file| std::fs::read(file).ok()).flatten().collect();
        TRACES.iter().copied().filter(|trace| bytes.windows(trace.len()).any(|part| part == trace.as_bytes())).collect()
    };
    assert!(found(&path).contains(&"Zorneliussen"), "the test would see it");
    for choice in [Choice::Archived { delivered: false }, Choice::Pseudonymise] {
        retention::decide(&case.test.app, &leader, case.person, choice, now).await.unwrap().unwrap();
    }
    case.test.app.db().close().await;
    assert_eq!(found(&path), Vec::<&str>::new());
}

#[test]
fn the_database_file_holds_nothing_of_who_was_pseudonymised() {
    lods_testkit::run_on(Engine::Sqlite, erase_and_close);
}
