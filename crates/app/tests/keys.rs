//! Keys and the chain of events: what a copied file shows, what a rotation keeps, and what tampering leaves behind.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it does not expect has failed")]

use lods_app::access::keys::{self, holds};
use lods_app::courses::show;
use lods_app::exchange::export::export;
use lods_domain::Cpr;
use lods_domain::access::{Actor, Role};
use lods_domain::audit::Broken;
use lods_domain::concerns::Told;
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::ids::{CourseId, UserId};
use lods_domain::steps::{Answer, Answers, Choice, StepField, StepKind};
use lods_store::audit::{Verified, verify};
use lods_store::concerns::NewReport;
use lods_store::sealed::Sealed;
use lods_store::steps::NewStep;
use lods_store::{Db, Error, MasterKey, Tx, concerns, drafts, people, query, steps};
use lods_testkit::{Engine, ExtractFolder, NOW, TestApp, TestDb, master, on_both, run_on};

const CPR: &str = "670190-1234";
const NEED: &str = "udredning for autisme";

fn extract() -> ExtractFolder {
    let people =
        format!("CPR;Fornavn;Efternavn;Behov\n{CPR};Åse;Zachariassen;{NEED}\n610295-4678;Bo;Ærø;misbrugsbehandling\n");
    ExtractFolder::small().with("borgere", &people)
}

async fn again(db: &TestDb, key: &MasterKey) -> Result<TestApp, Error> {
    let opened = Db::open(&db.address, key).await?;
    Ok(TestApp::new(&TestDb { db: opened, address: db.address.clone() }))
}

async fn exported(test: &TestApp) -> String {
    let folder = ExtractFolder::empty();
    export(&test.app, &Actor::Operator, folder.path(), NOW).await.unwrap().unwrap();
    let mut files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

/// A step that departs from a recommendation, a draft, a concern that was left at that, an experience.
async fn run_here(test: &TestApp) -> (CourseId, UserId) {
    let user = test.user("solvej", Role::Caseworker, None).await;
    let mut tx = test.app.db().begin().await.unwrap();
    let (course,): (i64,) = tx.one(query("SELECT id FROM courses WHERE case_number = '2022-00001'")).await.unwrap();
    let course = CourseId(course);
    let mut answers = Answers::default();
    answers.set(StepField::Note, Answer::Text("hemmeligt 1".to_owned()));
    let new = NewStep {
        key: "k1",
        course,
        kind: StepKind::Start,
        day: "2022-02-01".parse().unwrap(),
        at: NOW,
        user: Some(user),
        role: None,
        answers: &answers,
        stood: Some("hemmeligt 2"),
        subject: None,
    };
    let step = steps::insert(&mut tx, &new).await.unwrap().unwrap();
    for recommendation in [Recommendation::Match, Recommendation::Purpose] {
        steps::depart(&mut tx, step, &new, recommendation, (Choice::Other, "hemmeligt 3")).await.unwrap();
    }
    let draft = drafts::Draft { typed: "hemmeligt 4".to_owned(), seen: 0, saved_at: NOW };
    drafts::save(&mut tx, drafts::Of { user, course, form: "success" }, &draft).await.unwrap();
    let told = Told { name: "hemmeligt 5".to_owned(), cpr: Cpr::parse(CPR).ok(), ..Told::default() };
    let report = NewReport { key: "r1", at: NOW, user: None, need_on: new.day, told: &told };
    concerns::insert(&mut tx, &report).await.unwrap().unwrap();
    let reason = Sealed::ConcernReason.seal(tx.keys(), "r1", "hemmeligt 6").unwrap();
    tx.execute(query("UPDATE concern_reports SET reason = $1").bind(reason)).await.unwrap();
    let text = Sealed::Experience.seal(tx.keys(), "e1", "hemmeligt 7").unwrap();
    let sql = "INSERT INTO experiences (key, recommendation, user_id, written_at, kind, text)
               VALUES ('e1', 'F3.1', $1, 0, 'idea', $2)";
    tx.execute(query(sql).bind(user).bind(text)).await.unwrap();
    tx.commit().await.unwrap();
    (course, user)
}

/// All of it, opened.
async fn written(test: &TestApp, (course, user): (CourseId, UserId)) -> String {
    let mut tx = test.app.db().read().await.unwrap();
    let draft = drafts::get(&mut tx, drafts::Of { user, course, form: "success" }).await.unwrap().unwrap();
    let mut all = vec![draft.typed];
    for (sealed, row, sql) in [
        (Sealed::StepAnswers, "k1", "SELECT answers FROM course_steps"),
        (Sealed::StepStood, "k1", "SELECT stood FROM course_steps"),
        (Sealed::DepartureReason, "k1", "SELECT reason FROM departures WHERE recommendation = 'F3.1'"),
        (Sealed::ConcernTold, "r1", "SELECT told FROM concern_reports"),
        (Sealed::ConcernReason, "r1", "SELECT reason FROM concern_reports"),
        (Sealed::Experience, "e1", "SELECT text FROM experiences"),
    ] {
        let (text,): (String,) = tx.one(query(sql)).await.unwrap();
        all.push(sealed.open(tx.keys(), row, &text).unwrap());
    }
    all.join("\n")
}

async fn person(test: &TestApp) -> bool {
    let mut tx = test.app.db().read().await.unwrap();
    people::by_cpr(&mut tx, Cpr::parse(CPR).unwrap()).await.unwrap().is_some()
}

async fn is_whole(test: &TestApp) -> bool {
    matches!(keys::verify(&test.app, &Actor::Operator, NOW).await.unwrap(), Verified::Whole { .. })
}

/// Does something to the events, and says what the check finds; nothing of it stays.
async fn after(db: &TestDb, statements: &[&str]) -> Verified {
    let mut tx: Tx = db.db.begin().await.unwrap();
    for statement in statements {
        assert!(tx.execute(query(statement)).await.unwrap() > 0, "{statement}");
    }
    let verified = verify(&mut tx).await.unwrap();
    tx.roll_back().await.unwrap();
    verified
}

on_both! {
    /// Cutting off the end, and letting the next event seal the chain again, was the way past the check once.
    async fn what_is_written_after_a_breach_does_not_heal_it(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("solvej", Role::Caseworker, None).await;
        test.user("lene", Role::Leader, None).await;
        let mut tx = db.db.begin().await.unwrap();
        tx.execute(query("DELETE FROM audit_events WHERE id > 3")).await.unwrap();
        let forged = "UPDATE audit_head SET last = 3, link = (SELECT link FROM audit_events WHERE id = 3), seal = 'x'";
        tx.execute(query(forged)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!is_whole(&test).await);
        test.user("bo", Role::Analyst, None).await;
        assert!(!is_whole(&test).await, "three more events stand at its end");
    }

    /// Without its keys the database is not taken for a new one: that would seal what is sealed, and chain what was altered.
    async fn a_database_whose_keys_were_taken_away_is_not_opened(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&extract()).await;
        let mut tx = db.db.begin().await.unwrap();
        tx.execute(query("DELETE FROM keys")).await.unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(again(&db, &master()).await, Err(Error::Keys(_))));
        let mut tx = db.db.read().await.unwrap();
        let (keys,): (i64,) = tx.one(query("SELECT count(*) FROM keys")).await.unwrap();
        assert_eq!(keys, 0);
    }

    async fn what_is_searched_for_is_sealed(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&extract()).await;
        test.user("solvej", Role::Caseworker, None).await;
        let solvej = test.actor("solvej", NOW).await;
        let key = lods_app::courses::list::search(&test.app, &solvej, CPR, NOW).await.unwrap().unwrap();
        let mut tx = db.db.read().await.unwrap();
        let (text,): (String,) = tx.one(query("SELECT text FROM searches")).await.unwrap();
        assert!(!text.contains("670190"), "{text}");
        let user = solvej.user().unwrap();
        let opened = lods_store::searches::text(&mut tx, &key, user, NOW.plus_seconds(-1)).await.unwrap();
        assert_eq!(opened.as_deref(), Some(CPR));
    }

    async fn tampering_with_the_events_is_found_and_its_place_is_said(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&extract()).await;
        test.user("solvej", Role::Caseworker, None).await;
        test.user("lene", Role::Leader, None).await;
        let Verified::Whole { events, link } = after(&db, &[]).await else { panic!("the chain is not whole") };
        assert!(events == 7 && link.len() == 64, "{events}");
        let swapped = [
            "UPDATE audit_events SET id = 1000 WHERE id = 3",
            "UPDATE audit_events SET id = 3 WHERE id = 4",
            "UPDATE audit_events SET id = 4 WHERE id = 1000",
        ];
        let added = "INSERT INTO audit_events (id, at, user_id, event, detail, key_id, link)
                     SELECT 8, at, user_id, event, detail, key_id, link FROM audit_events WHERE id = 7";
        let shorter = "UPDATE audit_head SET last = 6, link = (SELECT link FROM audit_events WHERE id = 6)";
        let from_first = "UPDATE audit_head SET last = 0, link = ''";
        for (what, statements, broken) in [
            ("a detail", &["UPDATE audit_events SET detail = '{}' WHERE id = 3"][..], Broken::Altered { event: 3 }),
            ("who did it", &["UPDATE audit_events SET user_id = 9 WHERE id = 2"], Broken::Altered { event: 2 }),
            ("when", &["UPDATE audit_events SET at = at + 1 WHERE id = 7"], Broken::Altered { event: 7 }),
            ("a key that is not there", &["UPDATE audit_events SET key_id = 99 WHERE id = 5"], Broken::Altered { event: 5 }),
            ("one removed", &["DELETE FROM audit_events WHERE id = 3"], Broken::Missing { first: 3, found: 4 }),
            ("the first removed", &["DELETE FROM audit_events WHERE id = 1"], Broken::Missing { first: 1, found: 2 }),
            ("two swapped", &swapped, Broken::Altered { event: 3 }),
            ("the end cut off", &["DELETE FROM audit_events WHERE id = 7"], Broken::End { last: 6, told: 7 }),
            ("all removed", &["DELETE FROM audit_events"], Broken::End { last: 0, told: 7 }),
            ("one added", &[added], Broken::Altered { event: 8 }),
            ("the head forged", &["DELETE FROM audit_events WHERE id = 7", shorter], Broken::End { last: 6, told: 6 }),
            ("all gone", &["DELETE FROM audit_events", from_first], Broken::End { last: 0, told: 0 }),
            ("no head", &["DELETE FROM audit_head"], Broken::End { last: 7, told: 0 }),
        ] {
            assert_eq!(after(&db, statements).await, Verified::Broken(broken), "{what}");
        }
        assert!(is_whole(&test).await, "as it was");
    }

    async fn an_end_noted_earlier_is_found_again_and_one_that_is_gone_is_not(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("solvej", Role::Caseworker, None).await;
        let Verified::Whole { link, .. } = after(&db, &[]).await else { panic!("the chain is not whole") };
        test.user("lene", Role::Leader, None).await;
        test.user("dpo", Role::DataProtectionOfficer, None).await;
        assert!(holds(&test.app, &Actor::Operator, &format!(" {link}\n"), NOW).await.unwrap());
        assert!(!holds(&test.app, &Actor::Operator, &"0".repeat(64), NOW).await.unwrap());
        let (lene, dpo) = (test.actor("lene", NOW).await, test.actor("dpo", NOW).await);
        assert!(keys::verify(&test.app, &lene, NOW).await.is_err());
        assert!(keys::verify(&test.app, &dpo, NOW).await.is_ok());
    }

    async fn after_a_rotation_everything_opens_and_is_found_as_before(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&extract()).await;
        let before = exported(&test).await;
        assert!(before.contains(CPR) && before.contains(NEED) && before.contains("komme op om morgenen"));
        assert_eq!(keys::rotate(&test.app, &Actor::Operator, &master(), NOW).await.unwrap(), 2);
        let test = again(&db, &master()).await.unwrap();
        assert_eq!(test.app.db().keys().current(), 2);
        assert!(person(&test).await, "a CPR number is found by its new hash");
        assert_eq!(exported(&test).await, before);
        let report = test.import_ok(&extract()).await;
        assert_eq!((report.rows(), report.changed()), (22, 0), "the same extract is the same");
        assert!(is_whole(&test).await, "the chain is checked with the keys of its time");
        let mut tx = test.app.db().read().await.unwrap();
        let sql = "SELECT count(*) FROM people WHERE cpr NOT LIKE '2.%' OR (needs <> '' AND needs NOT LIKE '2.%')";
        assert_eq!(tx.one::<(i64,)>(query(sql)).await.unwrap(), (0,), "nothing is sealed with the old key");
        let (course,): (i64,) = tx.one(query("SELECT id FROM courses WHERE case_number = '2022-00001'")).await.unwrap();
        drop(tx);
        let course = show::course(&test.app, &Actor::Operator, lods_domain::ids::CourseId(course), 1, NOW).await.unwrap();
        assert_eq!((course.course.needs(), course.course.purpose()), (Some(NEED), Some("komme op om morgenen")));
        assert_eq!(course.goals.len(), 1);
    }

    async fn what_is_written_of_a_course_and_a_concern_opens_after_a_rotation_and_nothing_has_the_old_key(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&extract()).await;
        let of = run_here(&test).await;
        let before = written(&test, of).await;
        assert_eq!(before.matches("hemmeligt").count(), 7, "{before}");
        assert_eq!(keys::rotate(&test.app, &Actor::Operator, &master(), NOW).await.unwrap(), 2);
        let test = again(&db, &master()).await.unwrap();
        assert_eq!(written(&test, of).await, before);
        let mut tx = test.app.db().read().await.unwrap();
        for (table, column) in [
            ("course_steps", "answers"),
            ("course_steps", "stood"),
            ("departures", "reason"),
            ("drafts", "answers"),
            ("concern_reports", "told"),
            ("concern_reports", "reason"),
            ("experiences", "text"),
        ] {
            let sql = format!("SELECT count(*) FROM {table} WHERE {column} <> '' AND {column} NOT LIKE '2.%'");
            assert_eq!(tx.one::<(i64,)>(query(&sql)).await.unwrap(), (0,), "{table}.{column}");
        }
        let sql = "SELECT count(*) FROM concern_reports r JOIN people p ON p.cpr_hash = r.cpr_hash";
        assert_eq!(tx.one::<(i64,)>(query(sql)).await.unwrap(), (1,), "whose number it is is found");
    }

    async fn a_new_master_key_opens_and_the_old_one_does_not(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&extract()).await;
        let before = exported(&test).await;
        let other = MasterKey::parse(&"0a".repeat(32)).unwrap();
        assert!(matches!(again(&db, &other).await.map(drop), Err(Error::Keys(_))), "not yet");
        keys::rewrap(&test.app, &Actor::Operator, &master(), &other, NOW).await.unwrap();
        let Err(refused) = again(&db, &master()).await else { panic!("the old master key opens") };
        assert!(refused.to_string().starts_with("the keys do not fit the database"), "{refused}");
        let test = again(&db, &other).await.unwrap();
        assert_eq!(exported(&test).await, before);
        assert!(person(&test).await && is_whole(&test).await);
    }

    async fn rotating_is_the_operators(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&extract()).await;
        for role in Role::ALL {
            test.account(role.code(), *role).await;
            let actor = test.actor(role.code(), NOW).await;
            assert!(keys::rotate(&test.app, &actor, &master(), NOW).await.is_err(), "{}", role.code());
            assert!(keys::rewrap(&test.app, &actor, &master(), &master(), NOW).await.is_err(), "{}", role.code());
        }
    }

    /// The tables themselves, on both engines: no column of any row holds a number or a confidential text.
    async fn the_tables_hold_neither_numbers_nor_confidential_texts(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&extract()).await;
        let mut tx = db.db.read().await.unwrap();
        let sql = "SELECT cpr || ' ' || cpr_hash || ' ' || needs FROM people
                   UNION ALL SELECT purpose || ' ' || end_reason FROM courses UNION ALL SELECT title FROM goals";
        let texts: Vec<(String,)> = tx.all(query(sql)).await.unwrap();
        let all: String = texts.into_iter().map(|(text,)| text + "\n").collect();
        for hidden in ["670190", "6102954678", NEED, "komme op", "Op kl. 8", "mål nået"] {
            assert!(!all.contains(hidden), "{hidden}");
        }
    }
}

/// Every byte of the SQLite files, as somebody reads them who took a copy.
fn bytes(address: &str) -> Vec<u8> {
    let path = address.strip_prefix("sqlite:").unwrap();
    let files = ["", "-wal"].map(|ending| std::fs::read(format!("{path}{ending}")).unwrap_or_default());
    assert!(files[0].len() + files[1].len() > 100_000);
    files.concat()
}

fn holds_bytes(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn a_copied_file_shows_no_number_and_no_confidential_text() {
    run_on(Engine::Sqlite, async |db: TestDb| {
        let test = TestApp::new(&db);
        test.import_ok(&extract()).await;
        let file = bytes(&db.address);
        assert!(holds_bytes(&file, "Zachariassen"), "names are searched for, and stand plain");
        for hidden in
            [CPR, "6701901234", "610295-4678", "6102954678", NEED, "misbrugsbehandling", "komme op om morgenen"]
        {
            assert!(!holds_bytes(&file, hidden), "{hidden}");
        }
        for hidden in ["Op kl. 8", "mål nået"] {
            assert!(!holds_bytes(&file, hidden), "{hidden}");
        }
    });
}

#[test]
fn a_copied_file_of_a_whole_municipality_shows_no_number_before_and_after_a_rotation() {
    run_on(Engine::Sqlite, async |db: TestDb| {
        let test = TestApp::new(&db);
        let folder = TestApp::made_up(30);
        test.import_ok(&folder).await;
        let people = std::fs::read_to_string(folder.path().join("borgere.csv")).unwrap();
        let numbers: Vec<&str> = people.lines().skip(1).filter_map(|line| line.split(';').next()).collect();
        assert!(numbers.len() >= 20 && numbers.iter().all(|number| Cpr::parse(number).is_ok()), "{numbers:?}");
        for rotate in [false, true] {
            if rotate {
                keys::rotate(&test.app, &Actor::Operator, &master(), NOW).await.unwrap();
            }
            let file = bytes(&db.address);
            for number in &numbers {
                let (dashed, plain) = (number.to_string(), number.replace('-', ""));
                assert!(!holds_bytes(&file, &dashed) && !holds_bytes(&file, &plain), "a number stands in the file");
            }
        }
    });
}
