//! Everything held about a person: who may give it, what is left out, and what is corrected afterwards.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it does not expect has failed")]

use lods_app::Error;
use lods_app::access::tokens::random_key;
use lods_app::access::users::{self, NewRole, NewUser, PlaceName};
use lods_app::courses::show::course;
use lods_app::people::correct::{self, Asking};
use lods_app::people::{insight, json, own};
use lods_app::steps::take::{Sent, Took, take};
use lods_app::steps::undo::{Undone, undo};
use lods_domain::access::{Action, Actor, Field, Fields, Role, What};
use lods_domain::concerns::Told;
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::ids::{CourseId, PersonId, StepId};
use lods_domain::people::insight::{Held, Insight, LeftOut};
use lods_domain::people::{Correctable, CorrectionFault};
use lods_domain::steps::{Answer, Answers, Choice, StepField, StepKind};
use lods_domain::{Cpr, Day};
use lods_i18n::{Lang, Texts};
use lods_store::concerns::NewReport;
use lods_store::personal::{self, Asked, Placed, TABLES};
use lods_store::sealed::Sealed;
use lods_store::steps::NewStep;
use lods_store::{Reader, Tx, concerns, query, steps};
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
    run_here(&mut tx, CourseId(course)).await;
    tx.commit().await.unwrap();
    Case { test, person: PersonId(person), course: CourseId(course) }
}

fn answers(of: &[(StepField, Answer)]) -> Answers {
    let mut answers = Answers::default();
    of.iter().for_each(|(field, answer)| answers.set(*field, answer.clone()));
    answers
}

fn text(text: &str) -> Answer {
    Answer::Text(text.to_owned())
}

/// A decision with a departure, a match, a score that was taken back, and three concerns.
async fn run_here(tx: &mut Tx, course: CourseId) {
    use StepField::{Basis, Decisive, Goal, Mentor, Note, On, Points, Reasons};
    let (mentor,): (i64,) = tx.one(query("SELECT id FROM mentors WHERE code = 'M001'")).await.unwrap();
    let (goal,): (i64,) = tx.one(query("SELECT id FROM goals WHERE code = 'G1'")).await.unwrap();
    let day: Day = "2022-02-15".parse().unwrap();
    let mut ids = Vec::new();
    for (kind, answers) in [
        (
            StepKind::Change,
            answers(&[(On, Answer::Day(day)), (Basis, text("sel-85")), (Decisive, text("Afgørelsens grund"))]),
        ),
        (StepKind::Match, answers(&[(Mentor, Answer::Id(mentor)), (Note, text("Kan lide at gå ture"))])),
        (StepKind::Score, answers(&[(Goal, Answer::Id(goal)), (Points, Answer::Points(45))])),
        (StepKind::Undo, answers(&[(Reasons, text("Tastet forkert"))])),
    ] {
        let (key, at) = (kind.code(), NOW);
        let new = NewStep {
            key,
            course,
            kind,
            day,
            at,
            user: None,
            role: None,
            answers: &answers,
            stood: None,
            subject: None,
        };
        let step = steps::insert(tx, &new).await.unwrap().unwrap();
        ids.push(step);
        if kind == StepKind::Change {
            steps::depart(tx, step, &new, Recommendation::Purpose, (Choice::OwnWish, "Derfor afveg vi")).await.unwrap();
        }
    }
    steps::undo(tx, ids[2], ids[3]).await.unwrap();
    tell(tx, course, day).await;
}

async fn tell(tx: &mut Tx, course: CourseId, day: Day) {
    for (key, seen_by, teller, tied) in [
        ("moster", Choice::Family, "Moster Karla", true),
        ("skole", Choice::School, "Klasselærer Holm", true),
        ("ingen", Choice::Family, "Onkel Karl", false),
    ] {
        let answers = answers(&[
            (StepField::SeenBy, Answer::One(seen_by)),
            (StepField::Observed, text(&format!("Set af {key}"))),
        ]);
        let told = Told {
            name: "Åse".to_owned(),
            cpr: Cpr::parse(CPR).ok(),
            teller: teller.to_owned(),
            teller_contact: format!("20 30 40 50 {key}"),
            answers,
            ..Told::default()
        };
        concerns::insert(tx, &NewReport { key, at: NOW, user: None, need_on: day, told: &told })
            .await
            .unwrap()
            .unwrap();
        if tied {
            let sql = "UPDATE concern_reports SET taken_up = 'course', course_id = $1 WHERE key = $2";
            tx.execute(query(sql).bind(course).bind(key)).await.unwrap();
        }
    }
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
        use LeftOut::{Drafts, Readers, TeamNotes, Technical, Tellers, Untaken, WorkingNotes};
        let without = [Readers, WorkingNotes, TeamNotes, Drafts, Tellers, Untaken, Technical];
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

    async fn what_was_done_and_told_is_given_by_field_and_no_private_persons_name(db: TestDb) {
        let case = case(&db).await;
        let given = insight::own(&case.test.app, &case.test.actor("ung", NOW).await, NOW).await.unwrap();
        let file = whole(&case, &given);
        let steps = given.tables.iter().find(|table| table.name == "course_steps").unwrap();
        assert_eq!((steps.rows.len(), steps.rows[2].last()), (4, Some(&Held::YesNo(true))));
        for there in [
            "\"decisive\": \"Afgørelsens grund\"",
            "\"mentor\": \"Østen Ågård\"",
            "\"goal\": \"G1\"",
            "Derfor afveg vi",
            "\"recommendation\": \"F2.1\"",
            "Set af moster",
            "Set af skole",
            "\"told-by\": \"Klasselærer Holm\"",
        ] {
            assert!(file.contains(there), "{there}: {file}");
        }
        for hidden in ["Karla", "Karl", "20 30 40 50", "Set af ingen"] {
            assert!(!file.contains(hidden), "{hidden}: {file}");
        }
        let caseworker = case.test.actor("ludvigsen", NOW).await;
        let given = insight::of_person(&case.test.app, &caseworker, case.person, NOW).await.unwrap();
        let file = whole(&case, &given);
        assert!(file.contains("Set af ingen") && !file.contains("Karl"), "what became no course is read through first");
    }

    async fn who_does_not_see_decisions_is_given_no_decision(db: TestDb) {
        let case = case(&db).await;
        let mut reading = db.db.reading(Reader { user: None, role: None, at: NOW }).await.unwrap();
        let reach = case.test.app.allow(&Actor::Operator, Action::GiveInsight, What::Insight, NOW).await.unwrap();
        let fields = Fields::of(&[Field::Steps, Field::Provider]);
        let asked = Asked { person: case.person, reach: &reach, fields };
        let mut given = Vec::new();
        for table in TABLES.iter().filter(|table| ["course_steps", "departures", "concern_reports"].contains(&table.name)) {
            given.extend(personal::read(&mut reading, table, asked).await.unwrap());
        }
        reading.commit().await.unwrap();
        let [steps] = given.as_slice() else { panic!("{given:?}") };
        let kinds: Vec<&Held> = steps.rows.iter().filter_map(|row| row.first()).collect();
        assert_eq!(kinds, [StepKind::Match, StepKind::Score, StepKind::Undo].map(Held::Step).iter().collect::<Vec<_>>());
        let text = format!("{given:?}");
        assert!(text.contains("Østen Ågård") && !text.contains("Afgørelsens") && !text.contains("G1"), "{text}");
    }

    async fn while_the_use_is_restricted_no_step_is_taken_and_none_taken_back(db: TestDb) {
        let case = case(&db).await;
        let app = &case.test.app;
        let caseworker = case.test.actor("ludvigsen", NOW).await;
        assert!(correct::restrict(app, &caseworker, case.person, true, NOW).await.unwrap());
        let given = answers(&[(StepField::On, Answer::Day("2022-03-01".parse().unwrap())), (StepField::Note, text("Nyt"))]);
        let key = random_key().unwrap();
        let sent = Sent { kind: StepKind::Success, key: &key, seen: i64::MAX, answers: &given, departure: None };
        assert!(matches!(take(app, &caseworker, case.course, sent, NOW).await.unwrap(), Took::Restricted));
        let mut tx = db.db.read().await.unwrap();
        let (step,): (i64,) = tx.one(query("SELECT id FROM course_steps WHERE kind = 'match'")).await.unwrap();
        let (before,): (i64,) = tx.one(query("SELECT count(*) FROM course_steps")).await.unwrap();
        tx.commit().await.unwrap();
        let undone = undo(app, &caseworker, (case.course, StepId(step)), (&key, "Tastet forkert"), NOW).await.unwrap();
        assert!(matches!(undone, Undone::Restricted), "{undone:?}");
        let mut tx = db.db.read().await.unwrap();
        let (after,): (i64,) = tx.one(query("SELECT count(*) FROM course_steps")).await.unwrap();
        assert_eq!(after, before);
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
