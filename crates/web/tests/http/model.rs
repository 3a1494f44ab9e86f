//! The model through its pages: a stance with its threshold, experiences, departures, and the figure beside them.

use axum::http::StatusCode;
use lods_domain::Day;
use lods_domain::access::Role;
use lods_store::query;
use lods_store::sealed::Sealed;
use lods_testkit::{TestApp, TestDb, on_both};

use crate::browser::{Browser, Page};

const F41: &str = "/model/F4.1";

async fn send(browser: &mut Browser, form: &str, fields: &[(&str, &str)]) -> Page {
    let page = browser.get(F41).await;
    let (csrf, key) = (page.field("csrf"), page.field("key"));
    let hidden = [("csrf", csrf.as_str()), ("key", key.as_str())];
    browser.post(&format!("{F41}/{form}"), &hidden.into_iter().chain(fields.iter().copied()).collect::<Vec<_>>()).await
}

/// Steps of the first course that departed from F4.1, on the first of May.
async fn depart(db: &TestDb, numbers: std::ops::Range<i64>) {
    let mut tx = db.db.begin().await.unwrap();
    let course = lods_store::courses::by_case_number(&mut tx, "2022-00001").await.unwrap().unwrap();
    for number in numbers {
        let (key, day) = (format!("{number:064x}"), "2022-05-01".parse::<Day>().unwrap());
        let reason = Sealed::DepartureReason.seal(tx.keys(), &key, &format!("Grund nr. {number}")).unwrap();
        let sql = "INSERT INTO course_steps (key, course_id, kind, day, recorded_at, role, answers)
                   VALUES ($1, $2, 'success', $3, 1, 'caseworker', '') RETURNING id";
        let (step,): (i64,) = tx.one(query(sql).bind(key).bind(course).bind(day)).await.unwrap();
        let sql = "INSERT INTO departures (step_id, recommendation, course_id, day, cause, reason)
                   VALUES ($1, 'F4.1', $2, $3, 'lack-of-time', $4)";
        tx.execute(query(sql).bind(step).bind(course).bind(day).bind(reason)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

on_both! {
    async fn a_leader_finds_what_has_no_stance_and_takes_one_with_its_threshold(db: TestDb) {
        let test = TestApp::small(&db).await;
        let mut leader = Browser::of_role(&test, Role::Leader).await;
        let list = leader.get("/model").await.text();
        assert_eq!(list.matches("Ikke taget stilling").count(), 15);
        assert!(list.contains("Højst 42 dage mellem opfølgninger") && list.contains("href=\"/model/F4.1\""));
        let wrong = send(&mut leader, "stance", &[
            ("stance", "adapted"), ("from", "31-05-2022"), ("owner", ""), ("reason", ""),
            ("procedure", "Krav i <b>kontrakter</b>"), ("follow-up-days", "fire"),
        ]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("id=\"follow-up-days-error\"") && wrong.text().contains("value=\"fire\""));
        let wrong = send(&mut leader, "stance", &[
            ("stance", "adapted"), ("from", "31-05-2022"), ("owner", ""), ("reason", ""),
            ("procedure", "Krav i <b>kontrakter</b>"), ("follow-up-days", "0"),
        ]).await;
        let text = wrong.text();
        for field in ["from", "owner", "reason", "follow-up-days"].iter().take(3) {
            assert!(text.contains(&format!("id=\"{field}-error\"")), "{field}: {text}");
        }
        assert!(text.contains("Krav i &#60;b&#62;kontrakter"), "what was typed stays");
        let right = [
            ("stance", "adapted"), ("from", "01-06-2022"), ("owner", "Leder af ungeindsatsen"),
            ("reason", "De unge ønsker det."), ("procedure", "Krav i kontrakter."), ("follow-up-days", "28"),
        ];
        for _ in 0..2 {
            let done = send(&mut leader, "stance", &right).await;
            assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/model/F4.1?done=stance"), "{}", done.text());
        }
        let page = leader.get("/model/F4.1?done=stance").await.text();
        assert!(page.contains("Stillingen er gemt.") && page.contains("Højst 28 dage mellem opfølgninger"));
        assert!(page.contains("Krav i kontrakter.") && page.contains("Leder af ungeindsatsen"));
        let list = leader.get("/model").await.text();
        assert!(list.contains("Tilpasset") && list.contains("Siden 1. juni 2022"));
        assert_eq!(list.matches("Ikke taget stilling").count(), 14);
        let again = send(&mut leader, "stance", &[("stance", "adopted"), ("from", "01-06-2022"), ("owner", "x")]).await;
        assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.text().contains("Vælg en senere dag"));
    }

    async fn a_mentor_reads_the_model_and_writes_what_was_learned_once(db: TestDb) {
        let test = TestApp::small(&db).await;
        let mut mentor = Browser::of_role(&test, Role::Mentor).await;
        let page = mentor.get(F41).await;
        assert!(!page.text().contains("/stance\"") && page.text().contains("href=\"/model\""));
        let denied = send(&mut mentor, "stance", &[("stance", "adopted"), ("from", "01-06-2022"), ("owner", "x")]).await;
        assert_eq!(denied.status, StatusCode::FORBIDDEN);
        let wrong = send(&mut mentor, "experiences", &[("text", " ")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("id=\"kind-error\"") && wrong.text().contains("id=\"text-error\""));
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let post = |text: &'static str| {
            [("csrf", csrf.clone()), ("key", key.clone()), ("kind", "worked".to_owned()), ("text", text.to_owned())]
        };
        for text in ["Mød <b>ude</b>", "Mød <b>ude</b>", "Noget andet"] {
            let fields = post(text);
            let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
            let sent = mentor.post("/model/F4.1/experiences", &fields).await;
            let status = if text == "Noget andet" { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::SEE_OTHER };
            assert_eq!(sent.status, status, "{}", sent.text());
            if text == "Noget andet" {
                assert!(sent.text().contains("Noget andet") && sent.field("key") != key, "with a new key");
            }
        }
        let page = mentor.get(F41).await.text();
        assert_eq!(page.matches("Mød &#60;b&#62;ude").count(), 1);
        assert_eq!(mentor.get("/model/F9.9").await.status, StatusCode::NOT_FOUND);
        let mut analyst = Browser::of_role(&test, Role::Analyst).await;
        assert_eq!(analyst.get("/model").await.status, StatusCode::FORBIDDEN);
    }

    async fn thirty_departures_take_no_more_statements_than_one(db: TestDb) {
        let test = TestApp::small(&db).await;
        let mut leader = Browser::of_role(&test, Role::Leader).await;
        let mut counts = Vec::new();
        for numbers in [1..2, 2..32] {
            depart(&db, numbers.clone()).await;
            for number in numbers {
                send(&mut leader, "experiences", &[("kind", "idea"), ("text", &format!("Idé {number}"))]).await;
            }
            let pages = [leader.get("/model").await, leader.get(F41).await, leader.get("/figures/fidelity").await];
            counts.push(pages.map(|page| page.statements));
        }
        assert_eq!(counts[0], counts[1]);
        assert!(counts[0].iter().all(|count| *count <= 16), "{counts:?}");
        let page = leader.get(F41).await.text();
        assert!(page.contains("Anbefalingen er fravalgt 31 gange.") && page.contains("Der var ikke tid nok"));
        assert!(page.contains("Grund nr. 31") && !page.contains("Grund nr. 2<"), "the newest 25");
        assert!(page.contains("href=\"/model/F4.1?reasons=2#reasons\"") && page.contains("href=\"/model/F4.1?page=2#experiences\""));
        let second = leader.get("/model/F4.1?reasons=2").await.text();
        assert!(second.contains("Grund nr. 2<") && !second.contains("Grund nr. 31"));
        let mut mentor = Browser::of_role(&test, Role::Mentor).await;
        let page = mentor.get(F41).await.text();
        assert!(page.contains("fravalgt 31 gange") && !page.contains("Grund nr."), "the count is for all, the reasons not");
    }

    async fn the_figure_shows_departures_beside_each_recommendation(db: TestDb) {
        let test = TestApp::small(&db).await;
        let mut leader = Browser::of_role(&test, Role::Leader).await;
        let before = leader.get("/figures/fidelity").await.text();
        assert!(before.contains("Fravalgt") && !before.contains("Fravalgte anbefalinger efter årsag"));
        depart(&db, 1..8).await;
        let figure = leader.get("/figures/fidelity").await.text();
        assert!(figure.contains("Fravalgte anbefalinger efter årsag") && figure.contains("Der var ikke tid nok"));
        let csv = leader.get("/figures/fidelity.csv").await.text();
        let line = csv.lines().find(|line| line.starts_with("F4.1;") || line.contains("Hyppig opfølgning")).unwrap().to_owned();
        assert!(line.trim_end().ends_with('7'), "{line}");
        let mut analyst = Browser::of_role(&test, Role::Analyst).await;
        let csv = analyst.get("/figures/fidelity.csv").await.text();
        let line = csv.lines().rfind(|line| line.contains("Hyppig opfølgning")).unwrap().to_owned();
        assert!(!line.contains('7'), "seven departures of one citizen: {line}");
    }
}
