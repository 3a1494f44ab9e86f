//! The letter of a step, as a browser gets it.

use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use lods_domain::access::Role;
use lods_domain::ids::StepId;
use lods_domain::steps::{Answer, Answers, StepField, StepKind};
use lods_store::steps::{self, NewStep};
use lods_testkit::{ExtractFolder, NOW, TestApp, on_both};

use crate::browser::Browser;

/// A grant of all that was asked for, and a refusal without a legal basis, on Åse's course. Gives their addresses.
async fn decided(test: &TestApp) -> (StepId, String, String) {
    test.import_ok(&ExtractFolder::small()).await;
    let mut tx = test.app.db().begin().await.unwrap();
    let course = lods_store::courses::by_case_number(&mut tx, "2022-00001").await.unwrap().unwrap();
    let mut answers = Answers::default();
    answers.set(StepField::Decisive, Answer::Text("Brevprøve".to_owned()));
    let mut ids = Vec::new();
    for (number, kind) in [StepKind::Grant, StepKind::Refusal].into_iter().enumerate() {
        let key = format!("{number:064x}");
        let day = test.app.today(NOW);
        let new = NewStep {
            key: &key,
            course,
            kind,
            day,
            at: NOW,
            user: None,
            role: None,
            answers: &answers,
            stood: None,
            subject: None,
        };
        ids.push(steps::insert(&mut tx, &new).await.unwrap().unwrap());
    }
    tx.commit().await.unwrap();
    let path = |step: StepId| format!("/courses/{course}/steps/{step}/letter");
    (ids[0], path(ids[0]), path(ids[1]))
}

on_both! {
    async fn a_letter_is_a_pdf_whose_name_tells_of_nobody(db: TestDb) {
        let test = TestApp::new(&db);
        let (step, grant, refusal) = decided(&test).await;
        let mut solvej = Browser::of_role(&test, Role::Caseworker).await;
        let page = solvej.get(&grant).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.headers.get(CONTENT_TYPE).unwrap(), "application/pdf");
        let name = format!("inline; filename=\"afgoerelse-{step}.pdf\"");
        assert_eq!(page.headers.get(CONTENT_DISPOSITION).unwrap(), name.as_str());
        assert!(page.bytes.starts_with(b"%PDF-"));
        let again = solvej.get(&grant).await;
        assert!(again.bytes == page.bytes, "the same letter");
        let none = solvej.get(&refusal).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND, "nobody could be told how to complain of it");
        for path in ["/courses/1/steps/x/letter", "/courses/x/steps/1/letter", "/courses/1/steps/99999/letter"] {
            assert_eq!(solvej.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn a_mentor_finds_no_decision_and_an_analyst_is_refused(db: TestDb) {
        let test = TestApp::new(&db);
        let (_, grant, _) = decided(&test).await;
        for (role, status) in [(Role::Mentor, StatusCode::NOT_FOUND), (Role::Analyst, StatusCode::FORBIDDEN)] {
            let page = Browser::of_role(&test, role).await.get(&grant).await;
            assert_eq!(page.status, status, "{}", role.code());
            assert!(!page.text().contains("Brevprøve") && !page.text().contains("Zachariassen"), "{}", role.code());
        }
    }
}
