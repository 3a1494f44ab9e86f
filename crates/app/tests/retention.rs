//! What is past its period is proposed, and goes only after a leader's decision.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_app::Error;
use lods_app::access::users::{self, NewUser, PlaceName};
use lods_app::courses::rollups;
use lods_app::courses::show::course;
use lods_app::people::correct::{self, Asking};
use lods_app::people::retention::{self, Choice, NotYet};
use lods_domain::access::{Actor, Role};
use lods_domain::concerns::Told;
use lods_domain::figures::fidelity::{Recommendation, Verdict, Verdicts};
use lods_domain::ids::{CourseId, PersonId, UserId};
use lods_domain::people::Correctable;
use lods_domain::steps::effects::Standing;
use lods_domain::steps::{Answer, Answers, StepField, StepKind};
use lods_domain::{Cpr, Moment};
use lods_store::concerns::NewReport;
use lods_store::sealed::Sealed;
use lods_store::steps::NewStep;
use lods_store::{Engine, Tx, concerns, drafts, query, standing, steps};
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

const WRITTEN: &str = "Bodilla Zorneliussen har fortalt om sin far";

fn words(field: StepField) -> (StepField, Answer) {
    (field, Answer::Text(WRITTEN.to_owned()))
}

fn answers(of: impl IntoIterator<Item = (StepField, Answer)>) -> Answers {
    let mut answers = Answers::default();
    of.into_iter().for_each(|(field, answer)| answers.set(field, answer));
    answers
}

/// What was done in the course, with texts in every field that a figure asks for.
fn done() -> Vec<(StepKind, &'static str, Answers)> {
    use StepField::*;
    let basis = (MatchBasis, Answer::Many(vec![lods_domain::steps::Choice::Competence]));
    let by_law = (Basis, Answer::Text("sel-85".to_owned()));
    let all = |fields: &[StepField]| answers(fields.iter().copied().map(words));
    vec![
        (StepKind::Grant, "2021-06-20", answers([by_law, words(Decisive), words(PurposeMastery)])),
        (StepKind::Match, "2021-06-21", answers([basis, words(Note)])),
        (StepKind::Expectations, "2021-06-22", all(&[Duration, HowItEnds, IfBrokenOff])),
        (StepKind::Method, "2021-08-01", all(&[MethodReason])),
        (StepKind::GroupPlan, "2021-11-01", all(&[GroupPurpose, Suited])),
        (StepKind::NetworkPerson, "2021-08-02", all(&[PersonName, HelpsWith])),
        (StepKind::Closure, "2021-12-30", all(&[NeedAssessed, NetworkTold, Handover, EvaluatedWith, MethodAssessed])),
    ]
}

fn told(cpr: bool) -> Told {
    let seen_by = (StepField::SeenBy, Answer::One(lods_domain::steps::Choice::Family));
    let answers = answers([seen_by, words(StepField::Observed)]);
    let (name, teller) = (WRITTEN.to_owned(), WRITTEN.to_owned());
    let cpr = Cpr::parse("610295-4678").ok().filter(|_| cpr);
    Told { name, cpr, contact: WRITTEN.to_owned(), teller, answers, ..Told::default() }
}

/// Runs the ended course in Lods: steps, one that departs from a recommendation, a draft, a concern that began it.
async fn run_here(db: &TestDb, case: &Case) {
    let mut tx = db.db.begin().await.unwrap();
    let stood = standing::kept(&Standing {
        purpose: WRITTEN.to_owned(),
        end_reason: format!("Ønske: {WRITTEN}"),
        ..Standing::default()
    });
    for (kind, day, answers) in done() {
        let key = format!("{}-{day}", kind.code());
        let stood = kind.moves().then_some(stood.as_str());
        let day = day.parse().unwrap();
        let (user, role, subject) = (None, None, None);
        let new = NewStep {
            key: &key,
            course: case.course,
            kind,
            day,
            at: NOW,
            user,
            role,
            answers: &answers,
            stood,
            subject,
        };
        let step = steps::insert(&mut tx, &new).await.unwrap().unwrap();
        if kind == StepKind::Match {
            let why = (lods_domain::steps::Choice::OwnWish, WRITTEN);
            steps::depart(&mut tx, step, &new, Recommendation::Match, why).await.unwrap();
        }
    }
    let (user,): (i64,) = tx.one(query("SELECT id FROM users WHERE login = 'solvej'")).await.unwrap();
    let of = drafts::Of { user: UserId(user), course: case.course, form: "success" };
    let draft = drafts::Draft { typed: WRITTEN.to_owned(), seen: 0, saved_at: NOW };
    drafts::save(&mut tx, of, &draft).await.unwrap();
    report(&mut tx, "begun", true).await;
    tx.execute(query("UPDATE concern_reports SET taken_up = 'course', course_id = $1").bind(case.course))
        .await
        .unwrap();
    report(&mut tx, "again", true).await;
    leave(&mut tx, "again", noon("2027-12-01")).await;
    rollups::rebuild(&mut tx, None, LATER.parse().unwrap()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn report(tx: &mut Tx, key: &str, cpr: bool) {
    let new = NewReport { key, at: NOW, user: None, need_on: "2021-01-01".parse().unwrap(), told: &told(cpr) };
    concerns::insert(tx, &new).await.unwrap().unwrap();
}

/// Nothing comes of the report.
async fn leave(tx: &mut Tx, key: &str, at: Moment) {
    let reason = Sealed::ConcernReason.seal(tx.keys(), key, WRITTEN).unwrap();
    let sql = "UPDATE concern_reports SET taken_up = 'no-course', taken_up_at = $1, reason = $2 WHERE key = $3";
    tx.execute(query(sql).bind(at).bind(reason).bind(key)).await.unwrap();
}

async fn verdicts(case: &Case) -> Verdicts {
    course(&case.test.app, &Actor::Operator, case.course, 1, noon(LATER)).await.unwrap().verdicts.unwrap()
}

/// Everything that is sealed of steps, departures, drafts and concerns, opened.
async fn opened(db: &TestDb) -> String {
    let mut tx = db.db.read().await.unwrap();
    let keys = tx.keys().clone();
    let mut all = String::new();
    for (sealed, sql) in [
        (Sealed::StepAnswers, "SELECT key, answers FROM course_steps ORDER BY id"),
        (Sealed::StepStood, "SELECT key, stood FROM course_steps ORDER BY id"),
        (Sealed::DepartureReason, "SELECT s.key, d.reason FROM departures d JOIN course_steps s ON s.id = d.step_id"),
        (Sealed::ConcernTold, "SELECT key, told FROM concern_reports ORDER BY id"),
        (Sealed::ConcernReason, "SELECT key, reason FROM concern_reports ORDER BY id"),
    ] {
        let rows: Vec<(String, String)> = tx.all(query(sql)).await.unwrap();
        rows.iter().for_each(|(key, text)| all.push_str(&(sealed.open(&keys, key, text).unwrap() + "\n")));
    }
    let (drafts,): (i64,) = tx.one(query("SELECT count(*) FROM drafts")).await.unwrap();
    format!("{all}drafts: {drafts}")
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

    async fn what_was_written_in_steps_and_concerns_goes_with_the_person_and_the_model_is_judged_as_before(db: TestDb) {
        let case = case(&db).await;
        run_here(&db, &case).await;
        let (app, now) = (&case.test.app, noon(LATER));
        let leader = case.test.actor("leder", now).await;
        let (before, judged_before) = (figures(&db).await, verdicts(&case).await);
        assert_eq!(opened(&db).await.matches(WRITTEN).count(), 32);
        for choice in [Choice::Archived { delivered: true }, Choice::Pseudonymise] {
            retention::decide(app, &leader, case.person, choice, now).await.unwrap().unwrap();
        }
        let after = opened(&db).await;
        assert!(!after.contains("Bodilla") && !after.contains("610295") && after.ends_with("drafts: 0"), "{after}");
        for stays in ["sel-85", "competence", "\"family\"", "Slettet", "Ønske"] {
            assert!(after.contains(stays), "{stays}: {after}");
        }
        assert_eq!(figures(&db).await, before);
        let judged = verdicts(&case).await;
        assert_eq!(judged, judged_before);
        assert_eq!(judged.of(Recommendation::Match), Verdict::Kept);
        assert_eq!(judged.of(Recommendation::Closure), Verdict::Kept);
        let mut tx = db.db.read().await.unwrap();
        let (known,): (i64,) = tx.one(query("SELECT count(cpr_hash) FROM concern_reports")).await.unwrap();
        assert_eq!(known, 0, "nobody is found by the number");
    }

    async fn a_person_about_whom_a_concern_waits_is_not_proposed(db: TestDb) {
        let case = case(&db).await;
        let now = noon(LATER);
        let leader = case.test.actor("leder", now).await;
        let mut tx = db.db.begin().await.unwrap();
        report(&mut tx, "waits", true).await;
        tx.commit().await.unwrap();
        assert_eq!(retention::due(&case.test.app, &leader, 1, now).await.unwrap().count, 0);
    }

    async fn concerns_that_no_course_came_of_go_after_their_period_and_a_leaders_decision(db: TestDb) {
        let case = case(&db).await;
        let (app, now) = (&case.test.app, noon(LATER));
        let mut tx = db.db.begin().await.unwrap();
        for (key, cpr) in [("old", false), ("new", false), ("waits", false), ("restricted", true)] {
            report(&mut tx, key, cpr).await;
        }
        for (key, at) in [("old", "2021-01-04"), ("new", "2027-12-01"), ("restricted", "2021-01-04")] {
            leave(&mut tx, key, noon(at)).await;
        }
        tx.execute(query("UPDATE people SET restricted_on = 19000 WHERE id = $1").bind(case.person)).await.unwrap();
        tx.commit().await.unwrap();
        let solvej = case.test.actor("solvej", now).await;
        assert!(matches!(retention::delete_old_reports(app, &solvej, now).await, Err(Error::Denied(_))));
        case.test.user_at("fjern", Role::Leader, PlaceName::Unit("Korpset"), None).await;
        let far = case.test.actor("fjern", now).await;
        assert!(matches!(retention::delete_old_reports(app, &far, now).await, Err(Error::NotFound)));
        let leader = case.test.actor("leder", now).await;
        let due = retention::due(app, &leader, 1, now).await.unwrap();
        assert_eq!((due.old_reports, due.reports_rule.is_some()), (1, true));
        assert_eq!(retention::delete_old_reports(app, &leader, now).await.unwrap(), 1);
        assert_eq!(retention::delete_old_reports(app, &leader, now).await.unwrap(), 0, "twice is once");
        let mut tx = db.db.read().await.unwrap();
        let left: Vec<(String,)> = tx.all(query("SELECT key FROM concern_reports ORDER BY id")).await.unwrap();
        assert_eq!(left.iter().map(|(key,)| key.as_str()).collect::<Vec<_>>(), ["new", "waits", "restricted"]);
        let (decided,): (i64,) =
            tx.one(query("SELECT count(*) FROM retention_decisions WHERE kind = 'refused-concern'")).await.unwrap();
        assert_eq!(decided, 1);
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
    run_here(&db, &case).await;
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
