//! The pages over HTTP: each answers in both languages, with a number of statements that does not grow with its rows.

use std::collections::HashMap;

use crate::browser::Browser;
use axum::http::StatusCode;
use lods_app::access::users::PlaceName;
use lods_domain::access::Role;
use lods_store::query;
use lods_testkit::{ExtractFolder, TestApp, TestDb, on_both};

const PAGES: [&str; 17] = [
    "/",
    "/courses",
    "/courses?phase=active&sort=name&page=2",
    "/courses/1",
    "/courses/1/sessions/new",
    "/courses/1/notes",
    "/courses/1/notes/new",
    "/courses/1/team",
    "/figures",
    "/figures/placements",
    "/figures/courses",
    "/figures/corps",
    "/figures/fidelity",
    "/figures/fidelity/broken?code=F1.1",
    "/figures/postings/list?posted=2021&kind=intern",
    "/figures/placements.csv?on=2022-05-31",
    "/figures/fidelity.xlsx",
];

/// A caseworker who is a leader too: together they open every page of the list.
async fn everywhere(test: &TestApp, login: &str) {
    test.user(login, Role::Caseworker, None).await;
    test.role(login, Role::Leader).await;
}

async fn statements(db: &TestDb, courses: usize) -> Vec<(&'static str, u64)> {
    let test = TestApp::with_courses(db, courses).await;
    everywhere(&test, "solvej").await;
    let mut browser = Browser::open(&test);
    browser.sign_in("solvej").await;
    let mut seen = Vec::new();
    for path in PAGES {
        let page = browser.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.text());
        seen.push((path, page.statements));
    }
    seen
}

on_both! {
    async fn a_page_sends_as_many_statements_for_a_thousand_courses_as_for_sixty(db: TestDb) {
        let few = statements(&db, 60).await;
        let seen = std::sync::Mutex::new(Vec::new());
        let engine = db.db.engine();
        let other = std::thread::spawn(move || {
            lods_testkit::run_on(engine, async |db: TestDb| *seen.lock().unwrap() = statements(&db, 1_000).await);
            seen.into_inner().unwrap()
        });
        assert_eq!(few, other.join().unwrap());
        for (path, count) in few {
            assert!(count <= 16, "{path} sends {count} statements");
        }
    }

    async fn every_page_speaks_both_languages(db: TestDb) {
        let test = TestApp::with_courses(&db, 40).await;
        everywhere(&test, "solvej").await;
        let mut browser = Browser::open(&test);
        browser.sign_in("solvej").await;
        for (language, word) in [("da", "Log ud"), ("en", "Sign out")] {
            let csrf = browser.get("/").await.field("csrf");
            let done = browser.post("/language", &[("csrf", &csrf), ("language", language), ("return", "/courses")]).await;
            assert_eq!(done.location(), "/courses");
            for path in PAGES.into_iter().filter(|path| !path.contains(".csv") && !path.contains(".xlsx")) {
                let page = browser.get(path).await.text();
                assert!(page.contains(&format!("<html lang=\"{language}\">")) && page.contains(word), "{path} in {language}");
            }
        }
    }

    async fn a_search_for_a_name_leaves_no_name_in_the_address(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        test.user("solvej", Role::Caseworker, None).await;
        test.user("anden", Role::Caseworker, None).await;
        let mut browser = Browser::open(&test);
        browser.sign_in("solvej").await;
        let csrf = browser.get("/courses").await.field("csrf");
        let found = browser.post("/courses/search", &[("csrf", &csrf), ("q", "zacharias")]).await;
        assert_eq!(found.status, StatusCode::SEE_OTHER);
        let address = found.location().to_owned();
        assert!(address.starts_with("/courses?") && !address.to_lowercase().contains("zach"), "{address}");
        let list = browser.get(&address).await.text();
        assert!(list.contains("2022-00001") && !list.contains("2021-00002"));
        let mut tx = db.db.read().await.unwrap();
        let events = lods_store::audit::names(&mut tx, 0, 20).await.unwrap();
        tx.commit().await.unwrap();
        let (_, name, detail) = events.last().unwrap();
        assert_eq!((name.as_str(), detail.as_str()), ("searched", r#"{"event":"searched"}"#));
        let mut other = Browser::open(&test);
        other.sign_in("anden").await;
        let list = other.get(&address).await.text();
        assert!(list.contains("2021-00002") && !list.contains("zacharias"), "another's search is not shown");
    }

    async fn who_sees_no_names_is_offered_none_and_only_the_own_unit(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        let unit = PlaceName::Unit("Åben Dør");
        test.user_at("dora", Role::SupplierCoordinator, unit, None).await;
        test.user("karl", Role::Controller, None).await;
        test.user("lene", Role::Leader, None).await;
        let mut lists = HashMap::new();
        for login in ["dora", "karl", "lene"] {
            let mut browser = Browser::open(&test);
            browser.sign_in(login).await;
            let list = browser.get("/courses?sort=name&unit=none").await;
            assert_eq!(list.status, StatusCode::OK);
            lists.insert(login, browser.get("/courses?sort=name").await.text());
        }
        for (login, named, grouped) in [("dora", false, false), ("karl", false, false), ("lene", true, true)] {
            let list = &lists[login];
            assert_eq!(list.contains("Navn eller sagsnummer"), named, "{login}");
            assert_eq!(list.contains("?sort=name\" aria-current"), named, "{login} sorts by name");
            assert_eq!(list.contains("<th scope=\"col\">Borger</th>"), named, "{login}");
            let groups = list.contains("<th scope=\"col\">Målgruppe</th>");
            assert_eq!((groups, list.contains("Uddannelseshjælp")), (grouped, grouped), "{login}");
        }
        assert!(lists["dora"].contains("2021-00002") && !lists["dora"].contains("Korpset"), "only the own unit");
        assert!(!lists["dora"].contains("id=\"unit\""), "there is nothing to choose");
        assert!(lists["karl"].contains("Korpset</option>") && lists["karl"].contains("<option value=\"none\">"));
    }

    async fn a_protected_address_stays_with_the_authority_and_a_cpr_number_is_masked(db: TestDb) {
        let test = TestApp::new(&db);
        let people = "CPR;Fornavn;Efternavn;Adresse;Adressebeskyttelse\n670190-1234;Åse;Zachariassen;Hemmelig Vej 2;ja\n610295-4678;Bo;Ærø;Synlig Vej 1;nej\n";
        test.import_ok(&ExtractFolder::small().with("borgere", people)).await;
        test.user("solvej", Role::Caseworker, None).await;
        test.user("lene", Role::Leader, None).await;
        test.user("oesten", Role::Mentor, Some("M001")).await;
        let mut texts = HashMap::new();
        for login in ["solvej", "lene", "oesten"] {
            let mut browser = Browser::open(&test);
            browser.sign_in(login).await;
            let text: &mut String = texts.entry(login).or_default();
            for course in 1..=2 {
                *text += &browser.get(&format!("/courses/{course}")).await.text();
            }
        }
        let caseworker = &texts["solvej"];
        assert!(caseworker.contains("Synlig Vej 1") && caseworker.contains("Hemmelig Vej 2"));
        assert!(caseworker.contains("670190-••••") && caseworker.contains("Beskyttet adresse"));
        for login in ["lene", "oesten"] {
            assert!(!texts[login].contains("Hemmelig"), "{login}");
            assert!(!texts[login].contains("670190"), "{login} sees no CPR number");
        }
        assert!(texts["oesten"].contains("Beskyttet adresse"), "the mark is shown");
        assert!(!texts.values().any(|text| text.contains("4678") || text.contains("-1234")));
    }

    async fn a_session_is_registered_through_its_form(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        test.user("oesten", Role::Mentor, Some("M001")).await;
        let mut browser = Browser::open(&test);
        browser.sign_in("oesten").await;
        let mut tx = db.db.read().await.unwrap();
        let (course,): (i64,) =
            tx.one(query("SELECT id FROM courses WHERE case_number = $1").bind("2022-00001")).await.unwrap();
        tx.commit().await.unwrap();
        let path = format!("/courses/{course}/sessions/new");
        let csrf = browser.get(&path).await.field("csrf");
        let fields = |minutes: &'static str| {
            [
                ("csrf", csrf.clone()),
                ("date", "2022-05-30".to_owned()),
                ("time", "14:00".to_owned()),
                ("form", "møde".to_owned()),
                ("outcome", "afholdt".to_owned()),
                ("minutes", minutes.to_owned()),
                ("transport", String::new()),
                ("km", "12,5".to_owned()),
                ("group", String::new()),
            ]
        };
        let send = |fields: [(&'static str, String); 9]| fields.map(|(name, value)| (name, value));
        let wrong = send(fields("mange"));
        let wrong: Vec<(&str, &str)> = wrong.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = browser.post(&path, &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains("value=\"mange\"") && page.text().contains("12,5"), "what was typed is kept");
        let right = send(fields("75"));
        let right: Vec<(&str, &str)> = right.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let done = browser.post(&path, &right).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        let shown = browser.get(done.location()).await;
        assert_eq!(shown.status, StatusCode::OK);
        let mut tx = db.db.read().await.unwrap();
        let (count, minutes): (i64, i64) =
            tx.one(query("SELECT count(*), CAST(max(ata_minutes) AS BIGINT) FROM sessions WHERE course_id = $1").bind(course)).await.unwrap();
        assert_eq!((count, minutes), (3, 75));
    }

    async fn whatever_stands_in_an_address_or_a_form_is_answered(db: TestDb) {
        let test = TestApp::with_courses(&db, 30).await;
        test.user("solvej", Role::Caseworker, None).await;
        let mut browser = Browser::open(&test);
        browser.sign_in("solvej").await;
        let big = "9".repeat(40);
        let values = ["", "-1", "0", "abc", "31-02-2022", "2022-02-31", "9999-12-31", "0000-01-01", "%00", "%FF", "NaN", "1e9", "%F0%9F%98%80", &big];
        let places = [
            "/courses?page=", "/courses?unit=", "/courses?group=", "/courses?phase=", "/courses?mentor=", "/courses?sort=",
            "/courses?s=", "/courses?on=", "/courses?year=", "/courses?on=2022-05-31&duration=", "/courses?kind=", "/courses/",
            "/courses/1?page=", "/?page=", "/figures/placements?on=", "/figures/courses?from=", "/figures/courses?to=",
            "/figures/corps?unit=", "/figures/corps?year=", "/figures/corps?weekly=", "/figures/corps?weeks=",
            "/figures/corps?compare=", "/figures/fidelity?from=", "/figures/fidelity?to=", "/figures/fidelity?on=",
            "/figures/fidelity/broken?code=", "/figures/fidelity/broken?page=", "/figures/corps/sessions?mentor=",
            "/figures/corps/sessions?mentor=1&year=",
        "/figures/postings/list?posted=",
        "/figures/postings/list?posted=2021&by=",
        "/sign-in?back=", "/nowhere/",
        ];
        for place in places {
            for value in values {
                let page = browser.get(&format!("{place}{value}")).await;
                assert!(page.status.as_u16() < 500, "{place}{value}: {}", page.status);
            }
        }
        let csrf = browser.get("/courses/1/sessions/new").await.field("csrf");
        for value in values {
            for field in ["date", "time", "form", "outcome", "minutes", "transport", "km", "group"] {
                let page = browser.post("/courses/1/sessions/new", &[("csrf", &csrf), (field, value)]).await;
                assert!(page.status.as_u16() < 500, "{field}={value}: {}", page.status);
            }
        }
    }
}
