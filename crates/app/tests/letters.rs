//! The letter of a step: who gets it, what it is gathered from, and the trace that it leaves.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it does not expect has failed")]

use lods_app::Error;
use lods_app::letters::make::{Letter, letter};
use lods_domain::Day;
use lods_domain::access::{Actor, Role};
use lods_domain::ids::{CourseId, StepId};
use lods_domain::steps::{Answer, Answers, StepField, StepKind, form};
use lods_store::steps::{self, NewStep};
use lods_store::{audit, query};
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, on_both};

/// 2022-00001: Åse's, with an address; 2021-00002: Bo's, whose address is protected, imported with its decision.
async fn small(db: &TestDb) -> TestApp {
    let test = TestApp::new(db);
    let folder = ExtractFolder::small()
        .with("borgere", "CPR;Fornavn;Efternavn;Adresse;Postnr;By;Adressebeskyttelse\n\
            670190-1234;Åse;Zachariassen;Ærøgade 12;9999;Lodsby;nej\n610295-4678;Bo;Ærø;Skjultvej 22;9999;Lodsby;ja\n")
        .with("forloeb", "Sagsnr;CPR;Målgruppe;Lovgrundlag;Bekymring;Besluttet;Afgørelse;Start;Forventet slut;Timer pr. uge;Enhed;MentorID\n\
            2022-00001;670190-1234;Kontanthjælp;;01-01-2022;09-01-2022;bevilget;15-01-2022;15-07-2022;2;Korpset;M001\n\
            2021-00002;610295-4678;Uddannelseshjælp;LAB § 167;01-06-2021;20-06-2021;bevilget;01-07-2021;31-12-2022;3;Åben Dør;M002\n")
        .with("registreringer", "Sagsnr;MentorID;Start;Form;Udfald;ATA-minutter;Transportminutter;Km;Gruppe\n");
    test.import_ok(&folder).await;
    test
}

async fn course(test: &TestApp, case: &str) -> CourseId {
    let mut tx = test.app.db().read().await.unwrap();
    let course = lods_store::courses::by_case_number(&mut tx, case).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    course
}

async fn staff(test: &TestApp, role: Role) -> Actor {
    test.account(role.code(), role).await;
    test.actor(role.code(), NOW).await
}

/// Puts a step on record as it was typed, by the actor.
async fn step(
    test: &TestApp,
    actor: &Actor,
    course: CourseId,
    kind: StepKind,
    on: &str,
    typed: &[(StepField, &str)],
) -> StepId {
    let mut answers = Answers::default();
    for (field, text) in typed {
        let asked = form(kind).iter().find(|asked| asked.field == *field).unwrap();
        answers.set(*field, Answer::read(&asked.input, &[text]).unwrap().unwrap());
    }
    let key = lods_app::access::tokens::random_key().unwrap();
    let day: Day = on.parse().unwrap();
    let role = Some(Role::Caseworker);
    let new = NewStep {
        key: &key,
        course,
        kind,
        day,
        at: NOW,
        user: actor.user(),
        role,
        answers: &answers,
        stood: None,
        subject: None,
    };
    let mut tx = test.app.db().begin().await.unwrap();
    let step = steps::insert(&mut tx, &new).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    step
}

const REFUSED: &[(StepField, &str)] =
    &[(StepField::Basis, "lab-167"), (StepField::Reasons, "Der er hjælp nok i praktikken.")];

async fn made(test: &TestApp, actor: &Actor, course: CourseId, step: StepId) -> Option<Letter> {
    match letter(&test.app, actor, course, step, NOW).await {
        Ok(letter) => Some(letter),
        Err(Error::NotFound | Error::Denied(_)) => None,
        Err(error) => panic!("{error}"),
    }
}

/// What, course, and whether it was allowed.
async fn log(db: &TestDb, actor: &Actor) -> Vec<(String, Option<i64>, i64)> {
    let mut tx = db.db.read().await.unwrap();
    let sql = "SELECT what, course_id, allowed FROM access_log WHERE user_id = $1 ORDER BY id";
    let rows = tx.all(query(sql).bind(actor.user())).await.unwrap();
    tx.commit().await.unwrap();
    rows
}

async fn letters_made(db: &TestDb) -> usize {
    let mut tx = db.db.read().await.unwrap();
    let events = audit::names(&mut tx, 0, 500).await.unwrap();
    tx.commit().await.unwrap();
    events.iter().filter(|(_, name, _)| name == "letter-made").count()
}

on_both! {
    async fn a_caseworker_makes_the_letter_of_a_decision_and_it_leaves_a_trace(db: TestDb) {
        let test = small(&db).await;
        let course = course(&test, "2022-00001").await;
        let solvej = staff(&test, Role::Caseworker).await;
        let refusal = step(&test, &solvej, course, StepKind::Refusal, "2022-05-30", REFUSED).await;
        let letter = made(&test, &solvej, course, refusal).await.unwrap();
        let basis = letter.basis.unwrap();
        assert_eq!((basis.code.as_str(), basis.appeal_weeks), ("lab-167", 4));
        assert_eq!(letter.address, ["Ærøgade 12", "9999 Lodsby"]);
        assert_eq!((letter.citizen.as_str(), letter.case_number.as_str()), ("Åse Zachariassen", "2022-00001"));
        assert_eq!(letter.signer, Some(("caseworker".to_owned(), Some(Role::Caseworker))));
        assert_eq!((letter.reassess_days, letter.outcome_months), (28, [3, 6, 12]));
        assert_eq!(log(&db, &solvej).await, [("steps".to_owned(), Some(course.0), 1)]);
        assert_eq!(letters_made(&db).await, 1);
    }

    async fn a_mentor_gets_the_agreement_and_no_decision(db: TestDb) {
        let test = small(&db).await;
        let course = course(&test, "2022-00001").await;
        let (solvej, oesten) = (staff(&test, Role::Caseworker).await, staff(&test, Role::Mentor).await);
        let refusal = step(&test, &solvej, course, StepKind::Refusal, "2022-05-30", REFUSED).await;
        let closure = step(&test, &solvej, course, StepKind::Closure, "2022-05-30", &[]).await;
        let goal = [(StepField::Title, "Tage bussen"), (StepField::ScaleLow, "Jeg tør ikke")];
        step(&test, &solvej, course, StepKind::Goal, "2022-05-30", &goal).await;
        let agreement = step(&test, &solvej, course, StepKind::Expectations, "2022-05-30", &[(StepField::OwnWish, "Sove")]).await;
        for (hidden, denials) in [(refusal, 1), (closure, 2)] {
            assert!(made(&test, &oesten, course, hidden).await.is_none());
            let logged = log(&db, &oesten).await;
            assert_eq!(logged, vec![("steps".to_owned(), Some(course.0), 0); denials], "refused, and nothing seen");
        }
        assert_eq!(letters_made(&db).await, 0);
        let letter = made(&test, &oesten, course, agreement).await.unwrap();
        let goals: Vec<_> = letter.goals.iter().map(|goal| (goal.title.as_str(), goal.scale_low.as_str())).collect();
        assert_eq!(goals, [("Op kl. 8", ""), ("Tage bussen", "Jeg tør ikke")]);
        assert_eq!(letter.mentor.as_deref(), Some("Østen Ågård"));
        assert_eq!(log(&db, &oesten).await.last(), Some(&("steps".to_owned(), Some(course.0), 1)));
    }

    async fn who_reads_no_courses_gets_no_letter_and_the_no_is_written_down(db: TestDb) {
        let test = small(&db).await;
        let course = course(&test, "2022-00001").await;
        let solvej = staff(&test, Role::Caseworker).await;
        let refusal = step(&test, &solvej, course, StepKind::Refusal, "2022-05-30", REFUSED).await;
        for role in Role::ALL.iter().copied().filter(|role| !matches!(role, Role::Caseworker | Role::Leader)) {
            let actor = staff(&test, role).await;
            assert!(made(&test, &actor, course, refusal).await.is_none(), "{}", role.code());
            let logged = log(&db, &actor).await;
            assert!(!logged.is_empty() && logged.iter().all(|(what, _, allowed)| what == "steps" && *allowed == 0), "{}", role.code());
        }
        assert_eq!(letters_made(&db).await, 0);
    }

    async fn a_protected_address_is_in_the_caseworkers_letter_and_not_in_the_leaders(db: TestDb) {
        let test = small(&db).await;
        let course = course(&test, "2021-00002").await;
        let (solvej, leader) = (staff(&test, Role::Caseworker).await, staff(&test, Role::Leader).await);
        let refusal = step(&test, &solvej, course, StepKind::Refusal, "2022-05-30", REFUSED).await;
        assert_eq!(made(&test, &solvej, course, refusal).await.unwrap().address, ["Skjultvej 22", "9999 Lodsby"]);
        assert_eq!(made(&test, &leader, course, refusal).await.unwrap().address, Vec::<String>::new());
    }

    async fn a_step_that_was_taken_back_or_has_no_letter_gives_none(db: TestDb) {
        let test = small(&db).await;
        let course = course(&test, "2022-00001").await;
        let other = self::course(&test, "2021-00002").await;
        let solvej = staff(&test, Role::Caseworker).await;
        let refusal = step(&test, &solvej, course, StepKind::Refusal, "2022-05-30", REFUSED).await;
        assert!(made(&test, &solvej, other, refusal).await.is_none(), "of another course");
        let undo = step(&test, &solvej, course, StepKind::Undo, "2022-05-31", &[]).await;
        let mut tx = db.db.begin().await.unwrap();
        assert!(steps::undo(&mut tx, refusal, undo).await.unwrap());
        tx.commit().await.unwrap();
        let task = step(&test, &solvej, course, StepKind::Task, "2022-05-31", &[(StepField::Note, "Ring")]).await;
        for none in [refusal, undo, task, StepId(4_711)] {
            assert!(made(&test, &solvej, course, none).await.is_none(), "{none}");
        }
        assert_eq!(letters_made(&db).await, 0);
    }

    async fn a_complaint_names_the_decision_before_it_and_its_board(db: TestDb) {
        let test = small(&db).await;
        let course = course(&test, "2022-00001").await;
        let solvej = staff(&test, Role::Caseworker).await;
        let refusal = step(&test, &solvej, course, StepKind::Refusal, "2022-05-20", REFUSED).await;
        let complaint = step(&test, &solvej, course, StepKind::Complaint, "2022-05-30", &[(StepField::By, "parent")]).await;
        let later = [(StepField::Basis, "sel-52")];
        step(&test, &solvej, course, StepKind::Grant, "2022-06-01", &later).await;
        let letter = made(&test, &solvej, course, complaint).await.unwrap();
        assert_eq!(letter.earlier.map(|earlier| earlier.id), Some(refusal));
        assert_eq!(letter.basis.map(|basis| basis.code), Some("lab-167".to_owned()));
    }

    async fn a_change_rests_on_the_law_of_its_grant_though_that_has_ended_and_on_an_imported_citation(db: TestDb) {
        let test = small(&db).await;
        let (course, imported) = (course(&test, "2022-00001").await, course(&test, "2021-00002").await);
        let solvej = staff(&test, Role::Caseworker).await;
        let grant = [(StepField::Basis, "sel-52"), (StepField::Weekly, "3")];
        let grant = step(&test, &solvej, course, StepKind::Grant, "2022-05-30", &grant).await;
        let change = step(&test, &solvej, course, StepKind::Change, "2024-02-01", &[(StepField::Weekly, "1")]).await;
        let letter = made(&test, &solvej, course, change).await.unwrap();
        assert_eq!(letter.earlier.map(|earlier| earlier.id), Some(grant));
        assert_eq!(letter.basis.map(|basis| basis.code), Some("sel-52".to_owned()));
        let change = step(&test, &solvej, imported, StepKind::Change, "2022-05-30", &[(StepField::Weekly, "1")]).await;
        let basis = made(&test, &solvej, imported, change).await.unwrap().basis.unwrap();
        assert_eq!((basis.citation.as_str(), basis.title.as_str(), basis.appeal_weeks), ("LAB § 167", "", 4));
    }
}
