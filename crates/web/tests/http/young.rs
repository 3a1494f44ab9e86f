//! The young person's pages over HTTP.

use crate::browser::{Browser, PASSWORD};
use axum::http::StatusCode;
use lods_app::access::users::{self, NewUser, PlaceName};
use lods_app::people::links;
use lods_domain::access::{Actor, Role};
use lods_testkit::{ExtractFolder, NOW, TestApp, on_both};

async fn person(test: &TestApp, login: &str, role: Role) {
    let cpr = lods_domain::Cpr::parse("670190-1234").ok();
    let place = PlaceName::Municipality;
    let new = NewUser { login, name: login, password: PASSWORD, role, place, mentor: None, person: cpr };
    users::add(&test.app, &Actor::Operator, &new, NOW).await.unwrap().unwrap();
}

on_both! {
    async fn the_own_page_tells_what_matters_and_names_no_reader(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        person(&test, "ung", Role::YoungPerson).await;
        person(&test, "moster", Role::NetworkPerson).await;
        test.user("ludvigsen", Role::Caseworker, None).await;
        let mut caseworker = Browser::open(&test);
        caseworker.sign_in("ludvigsen").await;
        for course in 1..=2 {
            caseworker.get(&format!("/courses/{course}")).await;
        }
        assert_eq!(caseworker.get("/me").await.status, StatusCode::FORBIDDEN);
        assert_eq!(caseworker.get("/shared").await.status, StatusCode::FORBIDDEN);
        let mut young = Browser::open(&test);
        young.sign_in("ung").await;
        assert_eq!(young.get("/").await.location(), "/me", "the own page is where a young person begins");
        let page = young.get("/me").await;
        let text = page.text();
        for there in ["Østen Ågård", "17. januar 2022", "komme op om morgenen", "Op kl. 8", "Sagsbehandling", "moster"] {
            assert!(text.contains(there), "{there}");
        }
        assert!(!text.contains("ludvigsen") && !text.contains("Sagsbehandler<"), "nobody is named");
        assert!(page.statements <= 14, "{}", page.statements);
        let csrf = page.field("csrf");
        let consent = [("csrf", csrf.as_str()), ("given_on", "2022-01-15"), ("recipient", "Jobcenter")];
        let done = young.post("/me/consents/withdraw", &consent).await;
        assert!(young.get(done.location()).await.text().contains("trukket tilbage"));
        let share = [("csrf", csrf.as_str()), ("user", &page.field("user")), ("field", "goals"), ("shared", "1")];
        assert_eq!(young.post("/me/share", &share).await.status, StatusCode::SEE_OTHER);
        let mut network = Browser::open(&test);
        network.sign_in("moster").await;
        assert_eq!(network.get("/").await.location(), "/shared");
        let text = network.get("/shared").await.text();
        assert!(text.contains("Op kl. 8") && !text.contains("Ågård") && !text.contains("komme op"));
        assert_eq!(network.post("/me/share", &[("csrf", &network.get("/shared").await.field("csrf"))]).await.status.as_u16() / 100, 4);
    }

    async fn a_link_is_used_by_its_button_and_not_by_looking_at_it(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        person(&test, "ung", Role::YoungPerson).await;
        let token = links::make(&test.app, &Actor::Operator, "ung", NOW).await.unwrap().unwrap();
        let path = format!("/hello/{token}");
        let mut browser = Browser::open(&test);
        let mut shown = browser.get(&path).await;
        for _ in 0..2 {
            assert_eq!(shown.status, StatusCode::OK);
            shown = browser.get(&path).await;
        }
        assert_eq!(browser.post(&path, &[("csrf", "0000")]).await.status, StatusCode::BAD_REQUEST);
        let csrf = shown.field("csrf");
        assert_eq!(browser.post(&path, &[("csrf", &csrf)]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(browser.get("/me").await.status, StatusCode::OK);
        let mut other = Browser::open(&test);
        let csrf = other.get(&path).await.field("csrf");
        let gone = other.post(&path, &[("csrf", &csrf)]).await;
        assert_eq!(gone.status, StatusCode::GONE);
        assert!(!gone.text().contains(&token));
        let demo = other.post("/hello", &[("csrf", &csrf), ("login", "ung")]).await;
        assert_eq!(demo.status, StatusCode::NOT_FOUND, "this is no demonstration");
    }
}
