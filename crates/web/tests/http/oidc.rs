//! Signing in at the municipality's provider, from end to end: a real provider, our pages over HTTP, accounts and roles.

// The provider and the person at it are those of lods-identity's own tests.
#[path = "../../../identity/tests/sign_in/browser.rs"]
mod person;
#[path = "../../../identity/tests/sign_in/node.rs"]
mod provider;

use std::sync::atomic::{AtomicI64, Ordering};

use axum::http::StatusCode;
use lods_app::access::provider::{Agreed, MunicipalProvider};
use lods_app::access::users;
use lods_domain::Moment;
use lods_domain::access::{Actor, Role};
use lods_store::query;
use lods_testkit::{TestApp, TestDb, on_both};
use lods_web::Options;
use serde_json::json;

use crate::browser::{Browser, Page, escape};
use provider::Node;

/// The provider's clock: its tokens are of today, whatever the other stories' day is.
static NOW: AtomicI64 = AtomicI64::new(0);

fn now() -> Moment {
    Moment::from_epoch(NOW.load(Ordering::Relaxed))
}

fn agreed(node: &Node) -> Agreed {
    let roles = [("Mentor-Sagsbehandler", Role::Caseworker), ("urn:lods:leder", Role::Leader)];
    Agreed {
        issuer: node.issuer.clone(),
        client_id: "lods".into(),
        client_secret: Some("a secret & of tests: 100%".into()),
        redirect: "https://lods.example.dk/sign-in/oidc/back".into(),
        roles_claim: None,
        privileges_claim: Some("privileges".into()),
        cvr: Some("12345678".into()),
        roles: roles.map(|(theirs, ours)| (theirs.into(), ours)).into(),
        required_acr: Vec::new(),
        scopes: None,
    }
}

fn browser(test: &TestApp, agreed: Agreed) -> Browser {
    let app = test.app.clone().with_provider(MunicipalProvider::new(agreed).unwrap());
    Browser::at(app, Options::default(), now)
}

fn start(db: &TestDb) -> (TestApp, Node) {
    let node = Node::start();
    NOW.store(node.now(), Ordering::Relaxed);
    (TestApp::new(db), node)
}

/// To the provider, through its forms, and the address that it sends the browser back to.
async fn agree(browser: &mut Browser) -> String {
    let begun = browser.get("/sign-in/oidc?back=%2Faccount").await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    let answer = person::Browser::new().agree(begun.location());
    let pairs: Vec<String> = answer.iter().map(|(name, value)| format!("{name}={}", escape(value))).collect();
    format!("/sign-in/oidc/back?{}", pairs.join("&"))
}

async fn sign_in(browser: &mut Browser) -> Page {
    let back = agree(browser).await;
    browser.get(&back).await
}

async fn one(db: &TestDb, sql: &str) -> i64 {
    let mut tx = db.db.read().await.unwrap();
    let (count,): (i64,) = tx.one(query(sql)).await.unwrap();
    tx.commit().await.unwrap();
    count
}

const ACCOUNTS: &str = "SELECT count(*) FROM users";

on_both! {
    async fn staff_sign_in_with_the_roles_that_the_provider_gives(db: TestDb) {
        let (test, node) = start(&db);
        let mut bo = browser(&test, agreed(&node));
        assert!(bo.get("/sign-in").await.text().contains("Log ind med kommunens login"));
        assert!(!Browser::open(&test).get("/sign-in").await.text().contains("kommunens login"));

        let none = sign_in(&mut bo).await;
        assert_eq!(none.status, StatusCode::FORBIDDEN);
        assert!(none.text().contains("Du har ingen rolle i Lods"));
        assert_eq!(one(&db, ACCOUNTS).await, 0, "no account for whom nobody gave a role");

        node.tell("claims", &json!({"roles": ["Mentor-Sagsbehandler", "Noget-Andet"]}));
        let first = sign_in(&mut bo).await;
        assert_eq!((first.status, first.location()), (StatusCode::SEE_OTHER, "/account"));
        let account = bo.get("/account").await.text();
        assert!(account.contains("Bo Prøve") && account.contains("Sagsbehandler") && account.contains("Hele kommunen"));
        assert!(!account.contains("name=\"old\""), "there is no password to change");
        assert_eq!(bo.get("/courses").await.status, StatusCode::OK);

        // The same person, from another browser: the same account, and what was open stays.
        let mut second = browser(&test, agreed(&node));
        assert_eq!(sign_in(&mut second).await.status, StatusCode::SEE_OTHER);
        assert_eq!(one(&db, ACCOUNTS).await, 1);
        assert_eq!(bo.get("/courses").await.status, StatusCode::OK);

        // Another role at the next sign-in: the old one ends, and with it every sign-in of old rights.
        node.tell("claims", &json!({"roles": ["urn:lods:leder"]}));
        assert_eq!(sign_in(&mut second).await.status, StatusCode::SEE_OTHER);
        assert_eq!(bo.get("/courses").await.status, StatusCode::SEE_OTHER);
        let account = second.get("/account").await.text();
        assert!(account.contains("Leder") && !account.contains("Sagsbehandler"));
        for (event, times) in [("user-added", 1), ("role-given", 2), ("role-taken", 1), ("signed-in", 3)] {
            let count = one(&db, &format!("SELECT count(*) FROM audit_events WHERE event = '{event}'")).await;
            assert_eq!(count, times, "{event}");
        }

        // A role that the provider's map does not name is the administrator's.
        let (login,): (String,) = {
            let mut tx = db.db.read().await.unwrap();
            let login = tx.one(query("SELECT login FROM users")).await.unwrap();
            tx.commit().await.unwrap();
            login
        };
        test.role(&login, Role::Analyst).await;
        node.tell("claims", &json!({"roles": []}));
        assert_eq!(sign_in(&mut second).await.status, StatusCode::SEE_OTHER);
        let account = second.get("/account").await.text();
        assert!(account.contains("Analytiker") && !account.contains("Leder<"));

        users::disable(&test.app, &Actor::Operator, &login, now()).await.unwrap();
        node.tell("claims", &json!({"roles": ["urn:lods:leder"]}));
        let closed = sign_in(&mut second).await;
        assert_eq!(closed.status, StatusCode::FORBIDDEN);
        assert!(closed.text().contains("lukket"));
    }

    async fn an_answer_belongs_to_the_browser_that_asked(db: TestDb) {
        let (test, node) = start(&db);
        node.tell("claims", &json!({"roles": ["urn:lods:leder"]}));
        let mut bo = browser(&test, agreed(&node));
        let back = agree(&mut bo).await;
        let mut other = browser(&test, agreed(&node));
        assert_eq!(other.get(&back).await.status, StatusCode::BAD_REQUEST, "without a step of its own");
        other.get("/sign-in/oidc").await;
        assert_eq!(other.get(&back).await.status, StatusCode::BAD_REQUEST, "with another's answer");
        assert_eq!(bo.get(&back).await.status, StatusCode::SEE_OTHER);
        assert_eq!(bo.get(&back).await.status, StatusCode::BAD_REQUEST, "it is used up");

        let request = other.request("GET", "/sign-in/oidc").header("sec-fetch-site", "cross-site");
        let page = other.send(request.body(axum::body::Body::empty()).unwrap()).await;
        assert_eq!(page.location(), "/sign-in", "nobody is sent to sign in by another site");
        let refused = {
            let begun = other.get("/sign-in/oidc").await;
            let answer = person::Browser::new().cancel(begun.location());
            other.get(&format!("/sign-in/oidc/back?error={}&state={}", answer["error"], escape(&answer["state"]))).await
        };
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(refused.text().contains("ikke logget ind"));
    }

    async fn less_than_the_level_that_is_asked_for_is_not_enough(db: TestDb) {
        let (test, node) = start(&db);
        let level = "https://data.gov.dk/concept/core/nsis/loa/Substantial";
        node.tell("claims", &json!({"roles": ["urn:lods:leder"]}));
        let mut bo = browser(&test, Agreed { required_acr: vec![level.into()], ..agreed(&node) });
        assert_eq!(sign_in(&mut bo).await.status, StatusCode::FORBIDDEN);
        assert_eq!(one(&db, ACCOUNTS).await, 0);
        node.tell("twist", &json!({"sign": "own", "claims": {"acr": level}}));
        assert_eq!(sign_in(&mut bo).await.status, StatusCode::SEE_OTHER);
    }

    async fn a_provider_that_is_gone_is_told_and_passwords_go_on(db: TestDb) {
        let (test, node) = start(&db);
        let mut bo = browser(&test, agreed(&node));
        drop(node);
        let page = bo.get("/sign-in/oidc").await;
        assert_eq!(page.status, StatusCode::BAD_GATEWAY);
        assert!(page.text().contains("Prøv igen om lidt"));
        test.user("solvej", Role::Caseworker, None).await;
        bo.sign_in("solvej").await;
        assert_eq!(Browser::open(&test).get("/sign-in/oidc").await.status, StatusCode::NOT_FOUND, "where there is none");
    }
}
