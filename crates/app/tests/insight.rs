//! Everything held about a person: who may give it, what is left out, and what is corrected afterwards.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_app::Error;
use lods_app::access::users::{self, NewRole, NewUser, PlaceName};
use lods_app::courses::show::course;
use lods_app::people::correct::{self, Asking};
use lods_app::people::{insight, json, own};
use lods_domain::Cpr;
use lods_domain::access::{Actor, Role};
use lods_domain::ids::{CourseId, PersonId};
use lods_domain::people::insight::{Held, Insight, LeftOut};
use lods_domain::people::{Correctable, CorrectionFault};
use lods_i18n::{Lang, Texts};
use lods_store::personal::{Placed, TABLES};
use lods_store::query;
use lods_store::sealed::Sealed;
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, on_both};

const CPR: &str = "670190-1234";

struct Case {
    test: TestApp,
    person: PersonId,
    course: CourseId,
}

async fn case(db: &TestDb) -> Case {
    let test = TestApp::new(db);
    test.import_ok(&ExtractFolder::small()).await;
    let cpr = Cpr::parse(CPR).ok();
    let place = PlaceName::Municipality;
    let new = NewUser {
        login: "ung",
        name: "ung",
        password: "korrekt hest batteri",
        role: Role::YoungPerson,
        place,
        mentor: None,
        person: cpr,
    };
    users::add(&test.app, &Actor::Operator, &new, NOW).await.unwrap().unwrap();
    let author = test.user("ludvigsen", Role::Caseworker, None).await;
    let mut tx = db.db.begin().await.unwrap();
    let sql = "SELECT id, person_id FROM courses WHERE case_number = '2022-00001'";
    let (course, person): (i64, i64) = tx.one(query(sql)).await.unwrap();
    for (visibility, text) in [("team", "Skrevet i sagen"), ("shared", "Kun os to"), ("own", "Min egen huskeseddel")] {
        let sealed = Sealed::NoteText.seal(tx.keys(), visibility, text).unwrap();
        let sql = "INSERT INTO notes (key, course_id, author_id, written_at, visibility, class, text)
                   VALUES ($1, $2, $3, $4, $5, 'ordinary', $6)";
        let insert = query(sql).bind(visibility).bind(course).bind(author).bind(NOW).bind(visibility).bind(sealed);
        tx.execute(insert).await.unwrap();
    }
    tx.commit().await.unwrap();
    Case { test, person: PersonId(person), course: CourseId(course) }
}

fn whole(case: &Case, insight: &Insight) -> String {
    json::json(insight, case.test.app.clock())
}

on_both! {
    async fn a_young_person_is_given_everything_but_names_of_readers_and_notes_of_the_staff(db: TestDb) {
        let case = case(&db).await;
        let caseworker = case.test.actor("ludvigsen", NOW).await;
        course(&case.test.app, &caseworker, case.course, 1, NOW).await.unwrap();
        let given = insight::own(&case.test.app, &case.test.actor("ung", NOW).await, NOW).await.unwrap();
        let text = whole(&case, &given);
        for there in ["Zachariassen", "670190", "komme op om morgenen", "Op kl. 8", "Kun os to", "Jobcenter", "ADHD", "2022-01-17T10:00:00", "case-work"] {
            assert!(text.contains(there), "{there}: {text}");
        }
        assert!(!text.contains("huskeseddel") && !text.contains("Skrevet i sagen"));
        let without = [LeftOut::Readers, LeftOut::WorkingNotes, LeftOut::TeamNotes, LeftOut::Technical];
        assert_eq!(given.left_out, without, "and the document says that a caseworker gives the notes of the team");
        assert!(text.contains("\"team-notes\""), "{text}");
        let log = given.tables.iter().find(|table| table.name == "access_log").unwrap();
        assert!(log.columns.iter().all(|column| ["at", "purpose", "what"].contains(column)));
        assert!(!text.contains("Ærø") && !text.contains("2021-00002"), "nothing of anybody else");
        let mut tx = db.db.read().await.unwrap();
        let events = lods_store::audit::names(&mut tx, 0, 50).await.unwrap();
        assert_eq!(events.last().unwrap().1, "insight-given");
        let sql = "SELECT count(*) FROM access_log WHERE what = 'insight' AND purpose = 'insight' AND person_id = $1";
        let (count,): (i64,) = tx.one(query(sql).bind(case.person)).await.unwrap();
        assert_eq!(count, 1);
    }

    async fn staff_give_what_they_may_see_and_say_what_is_missing(db: TestDb) {
        let case = case(&db).await;
        case.test.user("leder", Role::Leader, None).await;
        let app = &case.test.app;
        let caseworker = case.test.actor("ludvigsen", NOW).await;
        let given = insight::of_person(app, &caseworker, case.person, NOW).await.unwrap();
        let text = whole(&case, &given);
        assert!(text.contains("Skrevet i sagen") && text.contains("670190") && !text.contains("Kun os to"));
        assert!(given.left_out.contains(&LeftOut::SharedNotes) && !given.left_out.contains(&LeftOut::TeamNotes));
        assert!(!given.left_out.contains(&LeftOut::NumberAndAddress));
        let given = insight::of_person(app, &case.test.actor("leder", NOW).await, case.person, NOW).await.unwrap();
        assert!(!whole(&case, &given).contains("670190") && given.left_out.contains(&LeftOut::NumberAndAddress));
        let operator = insight::by_cpr(app, &Actor::Operator, Cpr::parse(CPR).unwrap(), NOW).await.unwrap();
        assert!(whole(&case, &operator).contains("Kun os to"));
    }

    async fn what_a_role_sees_elsewhere_is_not_given_here(db: TestDb) {
        let case = case(&db).await;
        let app = &case.test.app;
        case.test.user_at("begge", Role::Caseworker, PlaceName::Department("Voksne"), None).await;
        let leads = NewRole { role: Role::Leader, place: PlaceName::Department("Unge"), until: None };
        users::give_role(app, &Actor::Operator, "begge", leads, NOW).await.unwrap().unwrap();
        let both = case.test.actor("begge", NOW).await;
        for (department, number_is_given) in [("Unge", false), ("Voksne", true)] {
            let sql = "UPDATE courses SET department_id = (SELECT id FROM departments WHERE name = $1) WHERE id = $2";
            let mut tx = db.db.begin().await.unwrap();
            tx.execute(query(sql).bind(department).bind(case.course.0)).await.unwrap();
            tx.commit().await.unwrap();
            let given = insight::of_person(app, &both, case.person, NOW).await.unwrap();
            let people = given.tables.iter().find(|table| table.name == "people").unwrap();
            for column in ["cpr", "address"] {
                assert_eq!(people.columns.contains(&column), number_is_given, "{department}: {column}");
            }
            assert_eq!(given.left_out.contains(&LeftOut::NumberAndAddress), !number_is_given, "{department}");
        }
    }

    async fn nobody_is_given_anything_of_a_person_out_of_reach(db: TestDb) {
        let case = case(&db).await;
        let app = &case.test.app;
        case.test.user_at("fremmed", Role::Caseworker, PlaceName::Department("En anden"), None).await;
        let stranger = case.test.actor("fremmed", NOW).await;
        assert!(matches!(insight::of_person(app, &stranger, case.person, NOW).await, Err(Error::NotFound)));
        let asking = Asking { field: Correctable::Phone, value: "1", reason: "x" };
        assert!(matches!(correct::correct(app, &stranger, case.person, asking, NOW).await, Err(Error::NotFound)));
        for (login, role, mentor) in [("mentor", Role::Mentor, Some("M001")), ("tal", Role::Analyst, None)] {
            case.test.user(login, role, mentor).await;
            let actor = case.test.actor(login, NOW).await;
            assert!(matches!(insight::of_person(app, &actor, case.person, NOW).await, Err(Error::Denied(_))), "{login}");
            assert!(matches!(insight::own(app, &actor, NOW).await, Err(Error::Denied(_))), "{login}");
            assert!(matches!(correct::restrict(app, &actor, case.person, true, NOW).await, Err(Error::Denied(_))));
        }
        let young = case.test.actor("ung", NOW).await;
        assert!(matches!(insight::of_person(app, &young, case.person, NOW).await, Err(Error::Denied(_))));
        let mut tx = db.db.read().await.unwrap();
        let sql = "SELECT count(*) FROM access_log WHERE allowed = 0 AND person_id = $1";
        let (count,): (i64,) = tx.one(query(sql).bind(case.person)).await.unwrap();
        assert_eq!(count, 2, "who asked for this person is in the log");
    }

    async fn a_correction_is_found_by_the_new_name_and_keeps_what_stood(db: TestDb) {
        let case = case(&db).await;
        let app = &case.test.app;
        let caseworker = case.test.actor("ludvigsen", NOW).await;
        let ask = |field, value, reason| Asking { field, value, reason };
        let twice = ask(Correctable::FamilyName, "Åkjær", "Stavet forkert i fagsystemet");
        assert_eq!(correct::correct(app, &caseworker, case.person, twice, NOW).await.unwrap(), Ok(()));
        assert_eq!(correct::correct(app, &caseworker, case.person, twice, NOW).await.unwrap(), Err(CorrectionFault::Same));
        let bare = ask(Correctable::Phone, "20", "");
        assert_eq!(correct::correct(app, &caseworker, case.person, bare, NOW).await.unwrap(), Err(CorrectionFault::NoReason));
        let shown = course(app, &caseworker, case.course, 1, NOW).await.unwrap();
        assert_eq!(shown.course.name().as_deref(), Some("Åse Åkjær"));
        let mut tx = db.db.read().await.unwrap();
        let sql = "SELECT search_name, stood, became FROM people p JOIN corrections c ON c.person_id = p.id";
        let (search, stood, became): (String, String, String) = tx.one(query(sql)).await.unwrap();
        assert_eq!(search, "åse åkjær");
        assert!(!stood.contains("Zach") && !became.contains("kj"), "they are sealed");
        tx.commit().await.unwrap();
        let given = insight::of_person(app, &caseworker, case.person, NOW).await.unwrap();
        let corrections = given.tables.iter().find(|table| table.name == "corrections").unwrap();
        assert!(corrections.rows[0].contains(&Held::Text("Zachariassen".to_owned())));
    }

    async fn the_use_is_restricted_and_lifted_and_each_is_written_down(db: TestDb) {
        let case = case(&db).await;
        let app = &case.test.app;
        let caseworker = case.test.actor("ludvigsen", NOW).await;
        assert!(correct::restrict(app, &caseworker, case.person, true, NOW).await.unwrap());
        assert!(!correct::restrict(app, &caseworker, case.person, true, NOW).await.unwrap(), "twice is once");
        assert!(course(app, &caseworker, case.course, 1, NOW).await.unwrap().course.is_restricted());
        assert!(correct::restrict(app, &caseworker, case.person, false, NOW).await.unwrap());
        let mut tx = db.db.read().await.unwrap();
        let events = lods_store::audit::names(&mut tx, 0, 50).await.unwrap();
        assert_eq!(events.iter().filter(|(_, name, _)| name == "restricted").count(), 2);
        tx.commit().await.unwrap();
        let own = own::show(app, &case.test.actor("ung", NOW).await, 1, NOW).await.unwrap();
        assert!(own.seen_count > 0, "the young person sees that the record was opened");
    }
}

#[test]
fn every_table_and_column_that_is_given_has_a_word_in_both_languages() {
    let is_given = |placed: Placed| matches!(placed, Placed::Given { .. });
    for t in Lang::ALL.iter().map(|lang| Texts::new(*lang)) {
        for table in TABLES {
            let given: Vec<&str> =
                table.columns.iter().filter(|column| is_given(column.placed)).map(|column| column.name).collect();
            assert_eq!(t.held_table(table.name).is_some(), !given.is_empty(), "{}", table.name);
            for column in table.columns {
                let word = t.held_column(table.name, column.name);
                assert_eq!(word.is_some(), is_given(column.placed), "{}.{}", table.name, column.name);
            }
        }
    }
}
