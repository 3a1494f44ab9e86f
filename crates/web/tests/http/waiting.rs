//! The waiting list and the map of the network over HTTP: what is on the page, for whom, and with how many statements.

use axum::http::StatusCode;
use lods_domain::access::Role;
use lods_domain::ids::CourseId;
use lods_domain::steps::{Answer, Answers, Choice, StepField, StepKind};
use lods_store::steps::{self, NewStep};
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, on_both};

use crate::browser::Browser;

async fn take(test: &TestApp, course: CourseId, (kind, number): (StepKind, usize), given: &[(StepField, Answer)]) {
    let mut answers = Answers::default();
    given.iter().for_each(|(field, answer)| answers.set(*field, answer.clone()));
    let key = format!("{course}-{}-{number}", kind.code());
    let day = "2022-04-10".parse().unwrap();
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
    let mut tx = test.app.db().begin().await.unwrap();
    steps::insert(&mut tx, &new).await.unwrap().unwrap();
    tx.commit().await.unwrap();
}

async fn course(test: &TestApp, case: &str) -> CourseId {
    let mut tx = test.app.db().read().await.unwrap();
    lods_store::courses::by_case_number(&mut tx, case).await.unwrap().unwrap()
}

/// Thirty courses without a start.
async fn thirty(db: &TestDb) -> TestApp {
    let test = TestApp::new(db);
    let mut courses = "Sagsnr;CPR;Målgruppe;Bekymring\n".to_owned();
    (10..40).for_each(|at| courses.push_str(&format!("2022-{at};670190-1234;Kontanthjælp;01-04-2022\n")));
    let folder = ["registreringer", "maal", "maalinger", "opfoelgninger"]
        .into_iter()
        .fold(ExtractFolder::small(), ExtractFolder::without);
    test.import_ok(&folder.with("forloeb", &courses)).await;
    test
}

async fn signed_in(test: &TestApp, role: Role) -> Browser {
    test.account(role.code(), role).await;
    let mut browser = Browser::open(test);
    browser.sign_in(role.code()).await;
    browser
}

fn wait(meanwhile: &str) -> [(StepField, Answer); 2] {
    let reason = (StepField::WaitReason, Answer::One(Choice::NoCapacity));
    [reason, (StepField::StartUpCourse, Answer::Text(meanwhile.to_owned()))]
}

on_both! {
    async fn thirty_who_wait_take_no_more_statements_than_one(db: TestDb) {
        let test = thirty(&db).await;
        let mut solvej = signed_in(&test, Role::Caseworker).await;
        let empty = solvej.get("/waiting").await.text();
        assert!(empty.contains("Ingen venter") && empty.contains("Hvad koster en hurtig start?"), "{empty}");
        let mut statements = Vec::new();
        for (at, first) in [(10, true), (11, false)] {
            let last = if first { at + 1 } else { 40 };
            for at in at..last {
                take(&test, course(&test, &format!("2022-{at}")).await, (StepKind::Waiting, at), &wait("Ring <b>")).await;
            }
            let page = solvej.get("/waiting").await;
            assert_eq!(page.status, StatusCode::OK);
            statements.push(page.statements);
            let text = page.text();
            assert!(text.contains("Ring &#60;b&#62;") && text.contains("52 dage") && text.contains("siden 10-04-2022"));
            assert!(text.contains("/steps\"") && text.contains("aria-current=\"page\""), "{text}");
        }
        assert_eq!(statements[0], statements[1]);
        assert!(statements[0] <= 14, "{statements:?}");
        let second = solvej.get("/waiting?page=2").await.text();
        assert_eq!(second.matches("siden 10-04-2022").count(), 5);
    }

    async fn the_list_is_for_those_who_lead_courses(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        for (role, status) in [
            (Role::Coordinator, StatusCode::OK), (Role::Leader, StatusCode::OK),
            (Role::Mentor, StatusCode::FORBIDDEN), (Role::Analyst, StatusCode::FORBIDDEN),
        ] {
            let mut browser = signed_in(&test, role).await;
            assert_eq!(browser.get("/waiting").await.status, status, "{}", role.code());
        }
    }

    async fn speed_is_weighed_beside_two_forms_and_no_other(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        let id = course(&test, "2022-00001").await;
        let mut solvej = signed_in(&test, Role::Caseworker).await;
        let form = solvej.get(&format!("/courses/{id}/steps/match")).await;
        assert!(form.text().contains("0 af 1 mentorer har de kompetencer"), "{}", form.text());
        assert!(form.statements <= 16, "{}", form.statements);
        let other = solvej.get(&format!("/courses/{id}/steps/goal")).await.text();
        assert!(!other.contains("Hvad koster en hurtig start?"));
    }

    async fn the_map_draws_and_lists_the_same_persons_and_nothing_unescaped(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        let id = course(&test, "2022-00001").await;
        let path = format!("/courses/{id}/network");
        let mut solvej = signed_in(&test, Role::Caseworker).await;
        assert!(solvej.get(&path).await.text().contains("Der står ingen på kortet endnu"));
        let mut statements = Vec::new();
        for persons in [0..1, 1..12] {
            for at in persons {
                let relation = [Choice::Parent, Choice::Friend, Choice::School][at % 3];
                let given = [
                    (StepField::Relation, Answer::One(relation)),
                    (StepField::PersonName, Answer::Text(format!("Navn{at} <script>"))),
                    (StepField::Closeness, Answer::One(Choice::Near)),
                    (StepField::Tie, Answer::One(Choice::Conflict)),
                    (StepField::Involvement, Answer::One(Choice::WeeklyNews)),
                ];
                take(&test, id, (StepKind::NetworkPerson, at), &given).await;
            }
            statements.push(solvej.get(&path).await.statements);
        }
        assert_eq!(statements[0], statements[1]);
        assert!(statements[0] <= 14, "{statements:?}");
        let text = solvej.get(&path).await.text();
        assert_eq!(text.matches("class=\"lods-network-person\"").count(), 12);
        assert_eq!(text.matches("Nej – aftal det først").count(), 12);
        assert!(text.contains("12 personer er med, uden at det er aftalt"));
        assert!(text.contains("Navn11 &#60;script&#62;") && !text.contains("<script>"), "every text is escaped");
        assert_eq!(text.matches("/undo\"").count(), 12, "each can be taken back");
        assert!(text.contains("/steps/network-person\"") && text.contains("kun, når den unge har sagt ja"));
        assert!(solvej.get(&format!("/courses/{id}")).await.text().contains(&format!("href=\"{path}\"")));
        let mut mentor = signed_in(&test, Role::Mentor).await;
        assert_eq!(mentor.get(&path).await.status, StatusCode::OK);
        let mut supplier = signed_in(&test, Role::SupplierCoordinator).await;
        assert_eq!(supplier.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(solvej.get("/courses/x/network").await.status, StatusCode::NOT_FOUND);
    }
}
