//! Concerns over HTTP: the open form tells nothing, and what it brought is taken up once.

use crate::browser::{Browser, Page};
use axum::body::Body;
use axum::http::{StatusCode, header};
use lods_domain::access::Role;
use lods_store::query;
use lods_testkit::{TestApp, TestDb, on_both};

/// The fields of a form, as the page has them and as they are typed.
fn filled<'a>(csrf: &'a str, key: &'a str, cpr: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("csrf", csrf),
        ("key", key),
        ("name", "Åse Zachariassen"),
        ("cpr", cpr),
        ("need_on", "25-05-2022"),
        ("observed", "Kommer ikke i skole"),
        ("sign_less_chance", "less-chance"),
        ("trigger", "end-of-school"),
        ("trigger_on", "24-06-2022"),
        ("voluntary", "yes"),
        ("seen_by", "family"),
    ]
}

async fn send(browser: &mut Browser, path: &str, cpr: &str) -> Page {
    let form = browser.get(path).await;
    let (csrf, key) = (form.field("csrf"), form.field("key"));
    browser.post(path, &filled(&csrf, &key, cpr)).await
}

async fn reports(db: &TestDb) -> i64 {
    let mut tx = db.db.read().await.unwrap();
    let (count,): (i64,) = tx.one(query("SELECT count(*) FROM concern_reports")).await.unwrap();
    tx.commit().await.unwrap();
    count
}

/// Everything that came back but the key of the page's form, which is random.
fn answer(page: &Page) -> (StatusCode, Vec<(String, String)>, String, u64) {
    let headers = page.headers.iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
    let mut text = page.text();
    if text.contains("name=\"key\"") {
        text = text.replace(&page.field("key"), "");
    }
    (page.status, headers.collect(), text, page.statements)
}

on_both! {
    async fn the_open_form_answers_the_same_for_a_known_and_an_unknown_number(db: TestDb) {
        let test = TestApp::small(&db).await;
        let mut browser = Browser::open(&test);
        // 670190-1234 has a course; 670190-1235 is nobody's.
        let mut answers = Vec::new();
        for cpr in ["670190-1234", "670190-1235"] {
            let sent = send(&mut browser, "/concern", cpr).await;
            assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/concern?done=1"));
            let thanks = browser.get("/concern?done=1").await;
            assert!(thanks.text().contains("Tak. Vi har fået det"));
            answers.push((answer(&sent), answer(&thanks)));
        }
        assert!(answers[0] == answers[1], "byte for byte, header for header, statement for statement");
        assert_eq!(reports(&db).await, 2);
        let mut wrong = Vec::new();
        for cpr in ["670190-1234", "670190-1235"] {
            let form = browser.get("/concern").await;
            let fields = [("csrf", form.field("csrf")), ("key", form.field("key")), ("cpr", cpr.to_owned())];
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let page = browser.post("/concern", &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            let (status, headers, text, statements) = answer(&page);
            let headers: Vec<_> = headers.into_iter().filter(|(name, _)| name != "content-length").collect();
            wrong.push((status, headers, text.replace(cpr, ""), statements));
        }
        assert!(wrong[0] == wrong[1], "with a fault too");
    }

    async fn the_open_form_names_nobody_and_says_what_to_do_in_danger(db: TestDb) {
        let test = TestApp::with_courses(&db, 30).await;
        let mut browser = Browser::open(&test);
        assert!(browser.get("/sign-in").await.text().contains("href=\"/concern\""));
        let page = browser.get("/concern").await;
        assert_eq!(page.status, StatusCode::OK);
        let text = page.text();
        assert!(text.contains("href=\"tel:112\"") && text.contains("underretning på borger.dk"));
        let mut tx = db.db.read().await.unwrap();
        let names: Vec<(String,)> = tx
            .all(query("SELECT family_name FROM people UNION SELECT name FROM users UNION SELECT name FROM mentors
                UNION SELECT name FROM departments"))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert!(names.len() > 10 && !names.iter().any(|(name,)| text.contains(name.as_str())));
        let language = [("csrf", page.field("csrf")), ("language", "en".to_owned()), ("return", "/concern".to_owned())];
        let language: Vec<(&str, &str)> = language.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.post("/language", &language).await;
        assert!(browser.get("/concern").await.text().contains("Is a child or a young person in danger?"));
    }

    async fn so_many_and_then_a_wait_and_only_from_a_page_of_ours(db: TestDb) {
        let test = TestApp::small(&db).await;
        let mut browser = Browser::open(&test);
        for _ in 0..20 {
            assert_eq!(send(&mut browser, "/concern", "").await.status, StatusCode::SEE_OTHER);
        }
        let page = send(&mut browser, "/concern", "670190-1234").await;
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
        let text = page.text();
        assert!(text.contains("Vent 15") && text.contains("Kommer ikke i skole"), "what was typed is kept");
        assert_eq!(reports(&db).await, 20);
        let form = browser.get("/concern").await;
        let request = browser
            .request("POST", "/concern")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "cross-site")
            .body(Body::from(format!("csrf={}&key={}&name=x", form.field("csrf"), form.field("key"))))
            .unwrap();
        assert_eq!(browser.send(request).await.status, StatusCode::BAD_REQUEST);
        let stranger = Browser::open(&test).post("/concern", &filled("x", "y", "")).await;
        assert_eq!(stranger.status, StatusCode::BAD_REQUEST);
    }

    async fn a_report_is_read_and_a_course_begun_with_it_once(db: TestDb) {
        let test = TestApp::small(&db).await;
        let mut anybody = Browser::open(&test);
        send(&mut anybody, "/concern", "670190-1234").await;
        test.user("solvej", Role::Caseworker, None).await;
        let mut browser = Browser::open(&test);
        browser.sign_in("solvej").await;
        assert!(browser.get("/").await.text().contains("href=\"/concerns\""), "in the menu");
        let list = browser.get("/concerns").await;
        assert!(list.text().contains("Åse Zachariassen") && list.text().contains("7 dage"));
        assert!(list.text().contains("Snart for sent"));
        let page = browser.get("/concerns/1").await;
        assert!(page.statements <= 16, "{}", page.statements);
        let text = page.text();
        assert!(text.contains("670190-••••") && !text.contains("1234") && text.contains("2022-00001"));
        assert!(text.contains("Samme CPR-nummer") && text.contains("Kommer ikke i skole"));
        let csrf = page.field("csrf");
        let group = text.split("name=\"target_group\"").nth(1).unwrap().split("<option value=\"").nth(2).unwrap();
        let group = group.split('"').next().unwrap();
        let wrong = browser.post("/concerns/1", &[("csrf", &csrf), ("take", "begin"), ("given_name", "Bo")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("value=\"Bo\"") && wrong.text().contains("Vælg en målgruppe"));
        let fields = [
            ("csrf", csrf.as_str()),
            ("take", "begin"),
            ("given_name", "Nanna"),
            ("family_name", "Ny"),
            ("target_group", group),
            ("home", "none"),
        ];
        let other = browser.post("/concerns/1", &fields).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(other.text().contains("name=\"confirmed\""), "a number under another name is confirmed first");
        let confirmed: Vec<_> = fields.into_iter().chain([("confirmed", "yes")]).collect();
        let done = browser.post("/concerns/1", &confirmed).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        assert_eq!(browser.get(done.location()).await.status, StatusCode::OK);
        let again = browser.post("/concerns/1", &confirmed).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        assert!(again.text().contains("taget op af en anden"));
        assert!(browser.get("/concerns/1").await.text().contains("Åbn forløbet"));
        assert!(browser.get("/concerns").await.text().contains("Ingen bekymringer venter"));
    }

    async fn staff_report_and_see_no_more_than_the_open_form_shows(db: TestDb) {
        let test = TestApp::small(&db).await;
        test.user("oesten", Role::Mentor, Some("M001")).await;
        let mut browser = Browser::open(&test);
        browser.sign_in("oesten").await;
        assert!(browser.get("/").await.text().contains("href=\"/concerns/new\""));
        let mut answers = Vec::new();
        for cpr in ["610295-4678", "670190-1235"] {
            let sent = send(&mut browser, "/concerns/new", cpr).await;
            assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/concerns/new?done=1"));
            answers.push(answer(&browser.get("/concerns/new?done=1").await));
        }
        assert!(answers[0] == answers[1]);
        assert_eq!(browser.get("/concerns").await.status, StatusCode::FORBIDDEN);
        assert_eq!(browser.get("/concerns/1").await.status, StatusCode::FORBIDDEN);
        test.user("lene", Role::Leader, None).await;
        let mut leader = Browser::open(&test);
        leader.sign_in("lene").await;
        assert!(leader.get("/concerns/1").await.text().contains("fra oesten"));
        let csrf = leader.get("/concerns/1").await.field("csrf");
        let leave = [("csrf", csrf.as_str()), ("take", "leave"), ("left_as", "duplicate"), ("reason", "Samme som den anden")];
        assert_eq!(leader.post("/concerns/1", &leave).await.location(), "/concerns?done=left");
        assert!(leader.get("/concerns?list=left").await.text().contains("Det samme var fortalt før"));
        assert!(leader.get("/concerns/1").await.text().contains("Samme som den anden"));
    }

    async fn whatever_stands_in_an_address_or_a_form_of_concerns_is_answered(db: TestDb) {
        let test = TestApp::small(&db).await;
        test.user("solvej", Role::Caseworker, None).await;
        let mut browser = Browser::open(&test);
        send(&mut browser, "/concern", "").await;
        browser.sign_in("solvej").await;
        let values = ["", "-1", "0", "abc", "31-02-2022", "9999-12-31", "0001-01-01", "%00", "%F0%9F%98%80", "99999999999999999999"];
        let page = browser.get("/concerns/1").await;
        let csrf = page.field("csrf");
        for value in values {
            for place in ["/concern?done=", "/concerns?page=", "/concerns?list=", "/concerns/", "/concerns/new?done="] {
                let status = browser.get(&format!("{place}{value}")).await.status;
                assert!(status.as_u16() < 500, "{place}{value}: {status}");
            }
            for field in ["name", "cpr", "born", "need_on", "observed", "sign_more_risk", "trigger", "trigger_on", "knows", "seen_by"] {
                let status = browser.post("/concerns/new", &[("csrf", &csrf), (field, value)]).await.status;
                assert!(status.as_u16() < 500, "{field}={value}: {status}");
            }
            for field in ["take", "cpr", "target_group", "home", "course", "case_number", "left_as", "reason"] {
                for take in ["begin", "tie", "leave"] {
                    let status = browser.post("/concerns/1", &[("csrf", &csrf), ("take", take), (field, value)]).await.status;
                    assert!(status.as_u16() < 500, "{field}={value}: {status}");
                }
            }
        }
    }
}
