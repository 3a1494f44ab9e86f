//! The steps of a course through their forms: what refuses, what warns, drafts, two at once, taking back.

use axum::http::StatusCode;
use lods_domain::access::Role;
use lods_store::query;
use lods_testkit::{TestApp, TestDb, on_both};

use crate::browser::{Browser, Page};

async fn path(db: &TestDb) -> String {
    let mut tx = db.db.read().await.unwrap();
    let course = lods_store::courses::by_case_number(&mut tx, "2022-00001").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    format!("/courses/{course}/steps")
}

/// Sends the form of the page with its hidden fields.
async fn send(browser: &mut Browser, path: &str, form: &Page, fields: &[(&str, &str)]) -> Page {
    let hidden = ["csrf", "key", "seen"].map(|name| (name, form.field(name)));
    let hidden = hidden.iter().map(|(name, value)| (*name, value.as_str()));
    browser.post(path, &hidden.chain(fields.iter().copied()).collect::<Vec<_>>()).await
}

async fn count(db: &TestDb, sql: &str) -> i64 {
    let mut tx = db.db.read().await.unwrap();
    let (count,): (i64,) = tx.one(query(sql)).await.unwrap();
    tx.commit().await.unwrap();
    count
}

const SUCCESS: [(&str, &str); 2] = [("on", "30-05-2022"), ("note", "Stod op <b>selv</b>")];

on_both! {
    async fn a_step_is_taken_through_its_form_and_once(db: TestDb) {
        let test = TestApp::small(&db).await;
        let steps = path(&db).await;
        let success = format!("{steps}/success");
        let mut browser = Browser::of_role(&test, Role::Caseworker).await;
        let form = browser.get(&success).await;
        let page = send(&mut browser, &success, &form, &[("on", "31-02-2022"), ("note", "Stod op <b>selv</b>")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains("id=\"on-error\"") && page.text().contains("value=\"31-02-2022\""));
        assert!(page.text().contains("Stod op &#60;b&#62;selv"), "what was typed stays");
        for _ in 0..2 {
            let done = send(&mut browser, &success, &form, &SUCCESS).await;
            assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, format!("{steps}?done=success").as_str()));
        }
        assert_eq!(count(&db, "SELECT count(*) FROM course_steps").await, 1, "sent twice is one step");
        let journal = browser.get(&format!("{steps}?done=success")).await.text();
        assert!(journal.contains("Stod op &#60;b&#62;selv") && journal.contains("Gemt: "), "{journal}");
        let other = [("on", "30-05-2022"), ("note", "Noget andet")];
        let page = send(&mut browser, &success, &form, &other).await;
        assert!(page.status == StatusCode::CONFLICT && page.text().contains("Noget andet"), "it is not the same");
        let again = send(&mut browser, &success, &page, &other).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER);
        assert_eq!(count(&db, "SELECT count(*) FROM course_steps").await, 2);
    }

    async fn a_recommendation_warns_and_takes_a_reason(db: TestDb) {
        let test = TestApp::small(&db).await;
        let follow_up = format!("{}/follow-up", path(&db).await);
        let mut browser = Browser::of_role(&test, Role::Caseworker).await;
        let form = browser.get(&follow_up).await;
        let without = [("on", "30-05-2022"), ("agreed", "continue"), ("took-part", "mentor"), ("goals-right", "still-right")];
        let page = send(&mut browser, &follow_up, &form, &without).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains("name=\"cause\""), "a reason is asked for");
        assert_eq!(count(&db, "SELECT count(*) FROM course_steps").await, 0);
        let mut reasoned = without.to_vec();
        reasoned.extend([("cause", "own-wish"), ("reason", "Ville tale med mentor alene")]);
        let done = send(&mut browser, &follow_up, &page, &reasoned).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        assert!(count(&db, "SELECT count(*) FROM departures WHERE recommendation = 'F4.1'").await == 1);
    }

    async fn what_is_being_written_is_kept_and_comes_back_unless_something_newer_is_on_record(db: TestDb) {
        let test = TestApp::small(&db).await;
        let steps = path(&db).await;
        let success = format!("{steps}/success");
        let mut one = Browser::of_role(&test, Role::Caseworker).await;
        let form = one.get(&success).await;
        let kept = send(&mut one, &format!("{success}/draft"), &form, &[("note", "Halvt skrevet")]).await;
        assert_eq!(kept.status, StatusCode::NO_CONTENT);
        let back = one.get(&success).await;
        assert!(back.text().contains("Halvt skrevet") && back.text().contains("kladde"), "{}", back.text());
        let mut other = Browser::of_role(&test, Role::Mentor).await;
        let theirs = other.get(&success).await;
        assert!(!theirs.text().contains("Halvt skrevet"), "a draft is the writer's own");
        let done = send(&mut other, &success, &theirs, &SUCCESS).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        let newer = one.get(&success).await;
        assert!(!newer.text().contains("Halvt skrevet") && newer.text().contains("?draft=1"), "{}", newer.text());
        assert!(one.get(&format!("{success}?draft=1")).await.text().contains("Halvt skrevet"));
        let stale = send(&mut one, &success, &form, &[("on", "30-05-2022"), ("note", "Halvt skrevet")]).await;
        assert_eq!(stale.status, StatusCode::CONFLICT, "both versions are shown");
        assert!(stale.text().contains("Halvt skrevet") && stale.text().contains("i mellemtiden"));
        assert_eq!(send(&mut one, &success, &stale, &SUCCESS).await.status, StatusCode::SEE_OTHER);
        assert_eq!(count(&db, "SELECT count(*) FROM drafts").await, 0, "what was sent is no draft");
    }

    async fn a_step_is_taken_back_with_a_reason_and_both_stay(db: TestDb) {
        let test = TestApp::small(&db).await;
        let steps = path(&db).await;
        let mut browser = Browser::of_role(&test, Role::Caseworker).await;
        let form = browser.get(&format!("{steps}/success")).await;
        send(&mut browser, &format!("{steps}/success"), &form, &SUCCESS).await;
        let step = count(&db, "SELECT id FROM course_steps").await;
        let undo = format!("{steps}/{step}/undo");
        let form = browser.get(&undo).await;
        let (csrf, key) = (form.field("csrf"), form.field("key"));
        let without = browser.post(&undo, &[("csrf", &csrf), ("key", &key), ("reason", " ")]).await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = browser.post(&undo, &[("csrf", &csrf), ("key", &key), ("reason", "Forkert borger")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        let journal = browser.get(&steps).await.text();
        assert!(journal.contains("Stod op") && journal.contains("Forkert borger") && journal.contains("Taget tilbage"));
    }

    async fn thirty_steps_take_no_more_statements_than_one(db: TestDb) {
        let test = TestApp::small(&db).await;
        let steps = path(&db).await;
        let success = format!("{steps}/success");
        let mut browser = Browser::of_role(&test, Role::Caseworker).await;
        let mut statements = Vec::new();
        for times in [1, 30] {
            for _ in 0..times {
                let form = browser.get(&success).await;
                assert_eq!(send(&mut browser, &success, &form, &SUCCESS).await.status, StatusCode::SEE_OTHER);
            }
            statements.push((browser.get(&steps).await.statements, browser.get(&success).await.statements));
        }
        assert_eq!(statements[0], statements[1]);
        assert!(statements[1].0 <= 16 && statements[1].1 <= 16, "{statements:?}");
    }

    async fn who_may_not_take_a_step_is_refused_and_who_sees_no_decision_reads_none(db: TestDb) {
        let test = TestApp::small(&db).await;
        let steps = path(&db).await;
        let mut mentor = Browser::of_role(&test, Role::Mentor).await;
        assert_eq!(mentor.get(&format!("{steps}/grant")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(mentor.get(&format!("{steps}/concern")).await.status, StatusCode::NOT_FOUND, "not by this way");
        assert_eq!(mentor.get(&format!("{steps}/nonsense")).await.status, StatusCode::NOT_FOUND);
        let mut worker = Browser::of_role(&test, Role::Caseworker).await;
        let hearing = format!("{steps}/hearing");
        let form = worker.get(&hearing).await;
        let fields = [("on", "30-05-2022"), ("heard-about", "Fravær i maj"), ("answer-by", "13-06-2022")];
        assert_eq!(send(&mut worker, &hearing, &form, &fields).await.status, StatusCode::SEE_OTHER);
        assert!(worker.get(&steps).await.text().contains("Fravær i maj"));
        assert!(!mentor.get(&steps).await.text().contains("Fravær i maj"), "decisions are the authority's");
    }

    async fn what_would_happen_is_shown_and_nothing_is_written(db: TestDb) {
        let test = TestApp::small(&db).await;
        let change = format!("{}/change", path(&db).await);
        let mut browser = Browser::of_role(&test, Role::Caseworker).await;
        let form = browser.get(&change).await;
        let fields = [("on", "01-06-2022"), ("weekly", "4"), ("until", "01-09-2022"), ("try", "1")];
        let tried = send(&mut browser, &change, &form, &fields).await;
        assert_eq!(tried.status, StatusCode::OK);
        assert!(tried.text().contains("1. september 2022") && tried.text().contains("value=\"01-09-2022\""), "{}", tried.text());
        assert_eq!(count(&db, "SELECT count(*) FROM course_steps").await, 0);
    }
}
