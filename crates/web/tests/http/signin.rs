//! Signing in by steps over HTTP, and the own account.

use axum::http::{StatusCode, header};
use lods_domain::Moment;
use lods_domain::access::{Actor, Role};
use lods_testkit::{NOW, TestApp, on_both, totp_code};
use lods_web::Options;

use crate::browser::{Browser, PASSWORD, Page};

const NEW: &str = "grøn cykel på taget";

fn secret(page: &Page) -> String {
    let text = page.text();
    let (_, rest) = text.split_once("lods-key\">").unwrap();
    rest.split_once('<').unwrap().0.to_owned()
}

async fn password(browser: &mut Browser, login: &str, password: &str) -> Page {
    let csrf = browser.get("/sign-in").await.field("csrf");
    let fields = [("csrf", csrf.as_str()), ("login", login), ("password", password), ("back", "/courses?page=2")];
    browser.post("/sign-in", &fields).await
}

async fn code(browser: &mut Browser, code: &str) -> Page {
    let csrf = browser.get("/sign-in/code").await.field("csrf");
    browser.post("/sign-in/code", &[("csrf", &csrf), ("code", code)]).await
}

/// Sets a second factor up on the page; gives its secret.
async fn second_factor(browser: &mut Browser) -> String {
    let page = browser.get("/account/second-factor").await;
    assert!(page.text().contains("<svg xmlns") && page.text().contains("autocomplete=\"one-time-code\""));
    let secret = secret(&page);
    let (csrf, now) = (page.field("csrf"), totp_code(&secret, NOW));
    let done = browser.post("/account/second-factor", &[("csrf", &csrf), ("code", &now)]).await;
    assert_eq!(done.location(), "/account?done=factor", "{}", done.text());
    secret
}

fn later() -> Moment {
    NOW.plus_seconds(60)
}

on_both! {
    async fn the_second_step_asks_for_a_code(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("solvej", Role::Caseworker, None).await;
        let mut browser = Browser::open(&test);
        browser.sign_in("solvej").await;
        let secret = second_factor(&mut browser).await;
        assert!(browser.get("/account?done=factor").await.text().contains("Engangskode er slået til"));

        let mut other = Browser::at(test.app.clone(), Options::default(), later);
        assert_eq!(other.get("/sign-in/code").await.location(), "/sign-in?over=1", "no step waits");
        let step = password(&mut other, "solvej", PASSWORD).await;
        assert_eq!((step.status, step.location()), (StatusCode::SEE_OTHER, "/sign-in/code"));
        assert!(other.cookie("lods").is_none(), "no sign-in yet");
        assert_eq!(other.get("/courses").await.status, StatusCode::SEE_OTHER);
        let form = other.get("/sign-in/code").await;
        assert!(form.text().contains("inputmode=\"numeric\""));
        let wrong = code(&mut other, "000000").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let right = code(&mut other, &totp_code(&secret, later())).await;
        assert_eq!((right.status, right.location()), (StatusCode::SEE_OTHER, "/courses?page=2"));
        assert!(other.cookie("lods-step").is_none());
        assert_eq!(other.get("/courses").await.status, StatusCode::OK);

        // Five wrong codes, and one begins with the password.
        let mut third = Browser::at(test.app.clone(), Options::default(), later);
        password(&mut third, "solvej", PASSWORD).await;
        for _ in 0..4 {
            assert_eq!(code(&mut third, "000000").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(code(&mut third, "000000").await.location(), "/sign-in?over=1");
        assert!(third.get("/sign-in?over=1").await.text().contains("Begynd forfra"));
        let remove = browser.get("/account/second-factor").await;
        let fields = [("csrf", remove.field("csrf")), ("code", "12".to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let wrong = browser.post("/account/second-factor/remove", &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn the_own_account_shows_who_one_is_and_changes_the_password(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("solvej", Role::Caseworker, None).await;
        test.role("solvej", Role::Leader).await;
        let (mut here, mut there) = (Browser::open(&test), Browser::open(&test));
        here.sign_in("solvej").await;
        there.sign_in("solvej").await;
        let page = here.get("/account").await;
        let text = page.text();
        for part in ["Sagsbehandler", "Leder", "Hele kommunen", "Fra 1. juni 2022", "solvej"] {
            assert!(text.contains(part), "{part}");
        }
        assert!(page.statements <= 14, "{}", page.statements);
        let csrf = page.field("csrf");
        let change = |old: &'static str, new: &'static str, again: &'static str| {
            [("csrf", csrf.clone()), ("old", old.to_owned()), ("new", new.to_owned()), ("again", again.to_owned())]
        };
        for (fields, said) in [
            (change(PASSWORD, NEW, "noget andet"), "ikke ens"),
            (change("forkert", NEW, NEW), "nuværende adgangskode er forkert"),
            (change(PASSWORD, "åæøåæø", "åæøåæø"), "mindst 12 tegn"),
            (change(PASSWORD, "password1234", "password1234"), "let at gætte"),
        ] {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let page = here.post("/account/password", &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.text().contains(said), "{said}");
            assert!(!page.text().contains(fields[2].1), "what was typed is not shown");
        }
        let fields = change(PASSWORD, NEW, NEW);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(here.post("/account/password", &fields).await.location(), "/account?done=password");
        assert_eq!(here.get("/account").await.status, StatusCode::OK);
        assert_eq!(there.get("/account").await.status, StatusCode::SEE_OTHER, "signed out elsewhere");
        let csrf = here.get("/account").await.field("csrf");
        let out = here.post("/account/sign-out-everywhere", &[("csrf", &csrf)]).await;
        assert_eq!(out.headers["clear-site-data"], "\"cache\",\"storage\"");
        assert_eq!(here.get("/account").await.status, StatusCode::SEE_OTHER);
    }

    async fn signing_out_clears_and_signing_in_again_ends_what_was(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("solvej", Role::Caseworker, None).await;
        let mut browser = Browser::open(&test);
        browser.sign_in("solvej").await;
        let first = browser.cookie("lods").unwrap().to_owned();
        browser.sign_in("solvej").await;
        assert_ne!(browser.cookie("lods"), Some(first.as_str()));
        assert!(lods_app::access::sign_in::who(&test.app, &first, NOW).await.unwrap().is_none());
        let csrf = browser.get("/account").await.field("csrf");
        let out = browser.post("/sign-out", &[("csrf", &csrf)]).await;
        assert_eq!(out.headers["clear-site-data"], "\"cache\",\"storage\"");
    }

    async fn behind_tls_every_cookie_keeps_to_this_host(db: TestDb) {
        let test = TestApp::new(&db);
        let user = test.user("solvej", Role::Caseworker, None).await;
        let options = Options { tls: true, ..Options::default() };
        let mut browser = Browser::at(test.app.clone(), options, || NOW);
        browser.sign_in("solvej").await;
        second_factor(&mut browser).await;
        let csrf = browser.get("/account").await.field("csrf");
        let spoken = browser.post("/language", &[("csrf", &csrf), ("language", "en"), ("return", "/account")]).await;
        let cookie = spoken.headers[header::SET_COOKIE].to_str().unwrap();
        assert!(cookie.starts_with("__Host-lods-language=en; Path=/; HttpOnly; SameSite=Lax; Secure"), "{cookie}");
        browser.post("/sign-out", &[("csrf", &csrf)]).await;
        password(&mut browser, "solvej", PASSWORD).await;
        for name in ["__Host-lods-form", "__Host-lods-step", "__Host-lods-language"] {
            assert!(browser.cookie(name).is_some(), "{name}");
        }
        for name in ["lods", "lods-form", "lods-step", "lods-language"] {
            assert!(browser.cookie(name).is_none(), "{name}");
        }
        assert!(browser.get("/sign-in").await.text().contains("<html lang=\"en\">"));
        lods_app::access::sign_in::sign_out_everywhere(&test.app, user, NOW).await.unwrap();
    }

    async fn a_temporary_password_leads_to_a_choice(db: TestDb) {
        let test = TestApp::new(&db);
        let bo = test.user("bo", Role::Caseworker, None).await;
        let made = lods_app::access::accounts::new_password(&test.app, &Actor::Operator, bo, NOW).await.unwrap().unwrap();
        let mut browser = Browser::open(&test);
        assert_eq!(password(&mut browser, "bo", &made.password).await.location(), "/sign-in/password");
        let csrf = browser.get("/sign-in/password").await.field("csrf");
        for (new, again, said) in [("kort", "kort", "mindst 12 tegn"), (NEW, "x", "ikke ens")] {
            let page = browser.post("/sign-in/password", &[("csrf", &csrf), ("new", new), ("again", again)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.text().contains(said), "{said}");
        }
        let chosen = browser.post("/sign-in/password", &[("csrf", &csrf), ("new", NEW), ("again", NEW)]).await;
        assert_eq!(chosen.location(), "/courses?page=2", "{}", chosen.text());
        assert_eq!(browser.get("/account").await.status, StatusCode::OK);
    }

    async fn a_refused_sign_in_form_leaves_one_event(db: TestDb) {
        let test = TestApp::new(&db);
        let mut browser = Browser::open(&test);
        for path in ["/sign-in", "/sign-in/code", "/sign-in/password"] {
            let fields = [("csrf", "0000"), ("login", "x"), ("password", "x")];
            assert_eq!(browser.post(path, &fields).await.status, StatusCode::BAD_REQUEST, "{path}");
        }
        let mut tx = db.db.read().await.unwrap();
        let events = lods_store::audit::names(&mut tx, 0, 10).await.unwrap();
        tx.commit().await.unwrap();
        let told: Vec<&str> = events.iter().map(|(_, _, detail)| detail.as_str()).collect();
        assert_eq!(told, [r#"{"event":"sign-in-refused","reason":"form"}"#]);
    }
}
