//! What keeps strangers out: sign-in, cookies, the key of forms, headers, host names, roles.

use std::collections::{BTreeSet, HashMap};

use crate::browser::{Browser, PASSWORD};
use axum::body::Body;
use axum::http::{StatusCode, header};
use lods_domain::access::{Action, POLICY, Role};
use lods_store::query;
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, on_both};
use lods_web::routes::Policy;
use lods_web::{Options, Sites, router};
use tower::ServiceExt;

/// The paths under which the tests ask for a route.
fn asked(path: &str) -> String {
    path.replace("{course}", "1")
        .replace("{note}", "1")
        .replace("{report}", "1")
        .replace("{step}", "1")
        .replace("{kind}", "success")
        .replace("{figure}", "placements")
        .replace("{person}", "1")
        .replace("{user}", "1")
        .replace("{rule}", "group-size")
        .replace("{*path}", "css/lods.css")
}

/// Every route that is not open to all, with its methods.
fn closed() -> Vec<(&'static str, String, Policy)> {
    let routes = lods_web::routes();
    let closed = routes.stated().iter().filter(|route| route.policy != Policy::Public);
    closed
        .flat_map(|route| {
            let methods = [route.reads.then_some("GET"), route.writes.then_some("POST")];
            methods.into_iter().flatten().map(|method| (method, asked(route.path), route.policy))
        })
        .collect()
}

/// Roles that a route is refused to: all that no line of the policy gives its action to.
fn refused_roles(action: Action) -> impl Iterator<Item = Role> {
    let gives = move |role: &Role| POLICY.iter().any(|line| line.role == *role && line.action == action);
    Role::ALL.iter().copied().filter(move |role| !gives(role))
}

async fn readings(db: &TestDb) -> i64 {
    logged(db, 1).await
}

async fn denials(db: &TestDb) -> i64 {
    logged(db, 0).await
}

async fn logged(db: &TestDb, allowed: i64) -> i64 {
    let mut tx = db.db.read().await.unwrap();
    let (count,): (i64,) =
        tx.one(query("SELECT count(*) FROM access_log WHERE allowed = $1").bind(allowed)).await.unwrap();
    tx.commit().await.unwrap();
    count
}

on_both! {
    async fn a_stranger_gets_nothing_but_the_sign_in_page(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        let closed = closed();
        assert!(closed.len() > 10);
        for (method, path, _) in closed {
            let mut browser = Browser::open(&test);
            let request = browser.request(method, &path).body(Body::empty()).unwrap();
            let page = browser.send(request).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{method} {path}");
            assert!(page.location().starts_with("/sign-in"), "{method} {path}");
            assert!(page.bytes.is_empty(), "{method} {path}");
        }
    }

    /// Each route with a policy, asked for by each role that the policy does not give it to: refused, with nothing of
    /// anybody on the page, and written down.
    async fn every_route_refuses_every_role_that_the_policy_does_not_name(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        let mut browsers = HashMap::new();
        for role in Role::ALL {
            test.account(role.code(), *role).await;
            let mut browser = Browser::open(&test);
            browser.sign_in(role.code()).await;
            browsers.insert(*role, browser);
        }
        let mut refusals = 0;
        for (method, path, policy) in closed() {
            let Policy::May(action) = policy else { continue };
            for role in refused_roles(action) {
                let before = denials(&db).await;
                let browser = browsers.get_mut(&role).unwrap();
                let page = match method {
                    "GET" => browser.get(&path).await,
                    _ => browser.post_signed(&path, &[]).await,
                };
                let place = format!("{method} {path} by {}", role.code());
                assert_eq!(page.status, StatusCode::FORBIDDEN, "{place}: {}", page.text());
                assert!(!page.text().contains("Zachariassen") && !page.text().contains("2022-00001"), "{place}");
                assert!(denials(&db).await > before, "{place} is written down");
                refusals += 1;
            }
        }
        assert!(refusals > 80, "{refusals}");
    }

    /// Whatever page shows somebody's name or case number has written down that it was read, for every role that sees it.
    async fn every_page_with_a_person_on_it_leaves_a_trace(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        let mut shown = BTreeSet::new();
        for role in Role::ALL {
            test.account(role.code(), *role).await;
            let mut browser = Browser::open(&test);
            browser.sign_in(role.code()).await;
            for (method, path, _) in closed() {
                if method != "GET" {
                    continue;
                }
                let before = readings(&db).await;
                let page = browser.get(&path).await;
                let text = page.text();
                if text.contains("Zachariassen") || text.contains("2022-00001") {
                    assert!(readings(&db).await > before, "{path} by {}", role.code());
                    shown.insert(path);
                }
            }
        }
        assert!(shown.len() >= 4, "{shown:?}");
    }

    async fn after_signing_in_one_is_where_one_wanted_to_be(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("solvej", Role::Caseworker, None).await;
        let mut browser = Browser::open(&test);
        let asked = browser.get("/courses?phase=active").await;
        let form = browser.get(asked.location()).await;
        let (csrf, back) = (form.field("csrf"), form.field("back").replace("&amp;", "&").replace("&#38;", "&"));
        assert_eq!(back, "/courses?phase=active");
        let fields = [("csrf", csrf.as_str()), ("login", "solvej"), ("password", PASSWORD), ("back", back.as_str())];
        assert_eq!(browser.post("/sign-in", &fields).await.location(), "/courses?phase=active");
        let out = browser.get("/").await.field("csrf");
        assert!(browser.post("/sign-out", &[("csrf", &out)]).await.location().starts_with("/sign-in"));
        assert_eq!(browser.get("/").await.status, StatusCode::SEE_OTHER);
    }

    async fn a_wrong_password_is_told_and_does_not_say_what_was_wrong(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("solvej", Role::Caseworker, None).await;
        let mut texts = Vec::new();
        for (login, password) in [("solvej", "forkert"), ("findes-ikke", "forkert")] {
            let mut browser = Browser::open(&test);
            let csrf = browser.get("/sign-in").await.field("csrf");
            let page = browser.post("/sign-in", &[("csrf", &csrf), ("login", login), ("password", password)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            texts.push(page.text().replace(login, "").replace(&csrf, ""));
        }
        assert_eq!(texts[0], texts[1]);
        let mut browser = Browser::open(&test);
        let csrf = browser.get("/sign-in").await.field("csrf");
        for _ in 0..9 {
            browser.post("/sign-in", &[("csrf", &csrf), ("login", "solvej"), ("password", "x")]).await;
        }
        let shut = browser.post("/sign-in", &[("csrf", &csrf), ("login", "solvej"), ("password", PASSWORD)]).await;
        assert_eq!(shut.status, StatusCode::TOO_MANY_REQUESTS);
    }

    async fn a_form_without_its_key_or_from_another_site_is_refused(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        test.user("solvej", Role::Caseworker, None).await;
        let mut browser = Browser::open(&test);
        browser.sign_in("solvej").await;
        let csrf = browser.get("/courses").await.field("csrf");
        for path in ["/courses/search", "/courses/1/sessions/new", "/sign-out", "/language"] {
            let fields = [("csrf", "0000"), ("q", "x"), ("language", "en"), ("return", "/")];
            assert_eq!(browser.post(path, &fields).await.status, StatusCode::BAD_REQUEST, "{path}");
        }
        let body = format!("csrf={csrf}&q=x");
        let request = browser
            .request("POST", "/courses/search")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "cross-site")
            .body(Body::from(body))
            .unwrap();
        assert_eq!(browser.send(request).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(browser.get("/").await.status, StatusCode::OK, "still signed in");
    }

    async fn a_mentor_sees_own_courses(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        test.user("oesten", Role::Mentor, Some("M001")).await;
        let mut browser = Browser::open(&test);
        browser.sign_in("oesten").await;
        let list = browser.get("/courses").await.text();
        assert!(list.contains("2022-00001") && !list.contains("2021-00002"));
        let statuses = [browser.get("/courses/1").await.status, browser.get("/courses/2").await.status];
        assert!(statuses.contains(&StatusCode::OK) && statuses.contains(&StatusCode::NOT_FOUND));
    }

    async fn every_answer_carries_the_headers(db: TestDb) {
        let test = TestApp::new(&db);
        let mut browser = Browser::open(&test);
        for path in ["/sign-in", "/", "/nowhere", "/alive", lods_web::assets::url("css/lods.css").as_str()] {
            let page = browser.get(path).await;
            let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
            assert!(policy.starts_with("default-src 'self'") && !policy.contains("unsafe"), "{path}");
            assert_eq!(page.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
            assert_eq!(page.headers[header::REFERRER_POLICY], "same-origin", "{path}");
            let kept = page.headers[header::CACHE_CONTROL].to_str().unwrap();
            assert_eq!(kept.contains("immutable"), path.starts_with("/assets"), "{path}");
        }
    }

    async fn behind_tls_the_cookie_is_for_tls_and_this_host_alone(db: TestDb) {
        let test = TestApp::new(&db);
        let options = Options { tls: true, behind_proxy: true };
        let hosts = HashMap::from([("nord.example".to_owned(), test.app.clone())]);
        let router = router(Sites::new(hosts, None, options, || NOW));
        let ask = |host: &'static str| {
            let request = axum::http::Request::get("/sign-in").header(header::HOST, host).body(Body::empty()).unwrap();
            router.clone().oneshot(request)
        };
        let page = ask("NORD.example:443").await.unwrap();
        assert_eq!(page.status(), StatusCode::OK);
        let cookie = page.headers()[header::SET_COOKIE].to_str().unwrap();
        assert!(cookie.contains("; Secure") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        assert!(page.headers().contains_key(header::STRICT_TRANSPORT_SECURITY));
        assert_eq!(ask("other.example").await.unwrap().status(), StatusCode::NOT_FOUND, "no such municipality");
    }
}
