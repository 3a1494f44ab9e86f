//! Emergency access, its review, and the officer's pages over HTTP.

use crate::browser::{Browser, Page};
use axum::http::{StatusCode, header};
use lods_app::access::users::PlaceName;
use lods_domain::access::Role;
use lods_store::query;
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, on_both};

const REASON: &str = "Borgeren er indlagt, og hospitalet mangler svar nu";

async fn execute(db: &TestDb, statement: &str) {
    let mut tx = db.db.begin().await.unwrap();
    tx.execute(query(statement)).await.unwrap();
    tx.commit().await.unwrap();
}

/// Case 2022-00001 belongs to the department Unge; vera is caseworker of another, lene leads Unge.
async fn house(db: &TestDb) -> TestApp {
    let test = TestApp::new(db);
    test.import_ok(&ExtractFolder::small()).await;
    test.user_at("vera", Role::Caseworker, PlaceName::Department("Voksne"), None).await;
    test.user_at("lene", Role::Leader, PlaceName::Department("Unge"), None).await;
    test.user("dpo", Role::DataProtectionOfficer, None).await;
    execute(db, "UPDATE courses SET department_id = (SELECT id FROM departments WHERE name = 'Unge')").await;
    test
}

async fn signed_in(test: &TestApp, login: &str) -> Browser {
    let mut browser = Browser::open(test);
    browser.sign_in(login).await;
    browser
}

async fn far_course(db: &TestDb) -> String {
    let mut tx = db.db.read().await.unwrap();
    let course = lods_store::courses::by_case_number(&mut tx, "2022-00001").await.unwrap().unwrap();
    format!("/courses/{course}")
}

async fn break_glass(browser: &mut Browser, case: &str, reason: &str) -> Page {
    let csrf = browser.get("/emergency").await.field("csrf");
    browser.post("/emergency", &[("csrf", &csrf), ("case", case), ("reason", reason)]).await
}

on_both! {
    async fn from_a_page_that_is_not_there_to_the_course_and_its_banner(db: TestDb) {
        let test = house(&db).await;
        let far = far_course(&db).await;
        let mut vera = signed_in(&test, "vera").await;
        let missing = vera.get(&far).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
        let text = missing.text();
        assert!(text.contains("href=\"/emergency\"") && text.contains("aria-label=\"Hovedmenu\""), "the way, and the menu");
        assert!(vera.get("/courses").await.text().contains("href=\"/emergency\""), "from the empty list");
        let form = vera.get("/emergency").await.text();
        assert!(form.contains("i 4 timer"), "{form}");
        let wrong = break_glass(&mut vera, "2022-00001", "haster <b>").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = wrong.text();
        assert!(text.contains("value=\"2022-00001\"") && text.contains("haster &#60;b&#62;"), "what was typed stays");
        assert!(text.contains("mindst 20 tegn") && text.contains("aria-invalid=\"true\""));
        let unknown = break_glass(&mut vera, "2099-1", REASON).await;
        assert!(unknown.text().contains("Ingen sag har det nummer"));
        let opened = break_glass(&mut vera, "2022-00001", REASON).await;
        assert_eq!((opened.status, opened.location()), (StatusCode::SEE_OTHER, far.as_str()));
        let course = vera.get(&far).await.text();
        assert!(course.contains("med nødadgang indtil 1. juni 2022 kl. 16.00"), "{course}");
        execute(&db, "UPDATE emergency_accesses SET until = opened_at").await;
        assert_eq!(vera.get(&far).await.status, StatusCode::NOT_FOUND);
        let mut dpo = signed_in(&test, "dpo").await;
        assert!(!dpo.get("/courses/x").await.text().contains("/emergency"), "not for those who may not");
    }

    async fn the_leader_is_told_on_today_and_reviews(db: TestDb) {
        let test = house(&db).await;
        let mut vera = signed_in(&test, "vera").await;
        let far = break_glass(&mut vera, "2022-00001", REASON).await.location().to_owned();
        vera.get(&far).await;
        assert!(!vera.get("/").await.text().contains("/review"));
        let mut lene = signed_in(&test, "lene").await;
        assert!(lene.get("/").await.text().contains("1 nødadgang venter på gennemgang"));
        let page = lene.get("/review").await;
        let text = page.text();
        assert!(text.contains(REASON) && text.contains("vera") && text.contains("Sag 2022-00001"), "{text}");
        assert!(text.contains("1 gang, 01-06-2022 kl. 12.00"), "what was read: {text}");
        let (csrf, access) = (page.field("csrf"), page.field("access"));
        let fields = |finding: &'static str| [("csrf", csrf.clone()), ("access", access.clone()), ("finding", finding.to_owned())];
        for (finding, status) in [("", StatusCode::UNPROCESSABLE_ENTITY), ("Nødvendigt", StatusCode::SEE_OTHER)] {
            let fields = fields(finding);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            assert_eq!(lene.post("/review", &fields).await.status, status);
        }
        assert!(lene.get("/review?done=saved").await.text().contains("Gennemgangen er gemt"));
        assert!(lene.get("/review?list=reviewed").await.text().contains("Nødvendigt"));
        assert!(!lene.get("/").await.text().contains("venter på gennemgang"));
        assert_eq!(vera.get("/review").await.status, StatusCode::FORBIDDEN);
    }

    async fn the_officer_finds_a_citizen_by_number_and_no_name_or_case_is_shown(db: TestDb) {
        let test = house(&db).await;
        let mut vera = signed_in(&test, "vera").await;
        let far = break_glass(&mut vera, "2022-00001", REASON).await.location().to_owned();
        vera.get(&far).await;
        let mut dpo = signed_in(&test, "dpo").await;
        let home = dpo.get("/").await;
        assert_eq!((home.status, home.location()), (StatusCode::SEE_OTHER, "/traces"));
        let page = dpo.get("/traces").await;
        assert!(page.statements <= 8, "{}", page.statements);
        let text = page.text();
        assert!(text.contains("vera") && text.contains("Nødadgang") && text.contains("Borger "));
        for hidden in ["Zachariassen", "2022-00001", "670190", REASON] {
            assert!(!text.contains(hidden), "{hidden}");
        }
        let csrf = page.field("csrf");
        let find = |login: &'static str, cpr: &'static str, from: &'static str| {
            vec![("csrf", csrf.clone()), ("login", login.to_owned()), ("cpr", cpr.to_owned()), ("from", from.to_owned())]
        };
        let mut send = async |fields: Vec<(&'static str, String)>| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            dpo.post("/traces/find", &fields).await
        };
        let found = send(find("vera", "670190-1234", "1.5.2022")).await;
        let address = found.location().to_owned();
        assert!(address.contains("from=2022-05-01") && address.contains("person=") && address.contains("user="), "{address}");
        assert!(!address.contains("670190") && !address.contains("vera"), "{address}");
        for (fields, fault) in [
            (find("nemo", "", ""), "Ingen bruger har det brugernavn"),
            (find("", "610295-4679", ""), "Ingen borger i Lods har det CPR-nummer"),
            (find("", "12", ""), "Et CPR-nummer har ti cifre"),
            (find("", "", "i går"), "Første dag skal være en dato"),
        ] {
            let page = send(fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{fault}");
            assert!(page.text().contains(fault) && !page.text().contains("610295-4679"), "{fault}");
        }
        let page = dpo.get(&address).await.text();
        assert!(page.contains("value=\"vera\"") && page.contains("Forløbet"));
        let file = dpo.get(&address.replace("/traces?", "/traces.csv?")).await;
        assert_eq!(file.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
        assert!(file.text().contains("vera;vera;Sagsbehandler;Nødadgang") && !file.text().contains("Zachariassen"), "{}", file.text());
    }

    async fn the_chain_is_checked_when_it_is_asked_for(db: TestDb) {
        let test = house(&db).await;
        let mut dpo = signed_in(&test, "dpo").await;
        let form = dpo.get("/traces/chain").await;
        assert!(!form.text().contains("Kæden er hel"), "not before");
        let csrf = form.field("csrf");
        let whole = dpo.post("/traces/chain", &[("csrf", &csrf), ("end", "")]).await.text();
        assert!(whole.contains("Kæden er hel") && whole.contains("1. juni 2022"));
        let older = dpo.post("/traces/chain", &[("csrf", &csrf), ("end", &"0".repeat(64))]).await.text();
        assert!(older.contains("Slutningen fra sidste kontrol findes ikke"));
        execute(&db, "UPDATE audit_events SET detail = '{}' WHERE id = 2").await;
        let broken = dpo.post("/traces/chain", &[("csrf", &csrf)]).await.text();
        assert!(broken.contains("Hændelse 2 er rettet"), "{broken}");
    }

    async fn unusual_reading_is_reviewed_on_its_page(db: TestDb) {
        let test = house(&db).await;
        // Yesterday is over and is listed; today is not.
        for (refusals, seconds_ago) in [(10, 24 * 60 * 60), (12, 0)] {
            for number in 0..refusals {
                let sql = format!(
                    "INSERT INTO access_log (at, user_id, role, purpose, relation, what, allowed) VALUES ({}, 1, '', 'case-work', '', 'course', 0)",
                    NOW.epoch() - seconds_ago - number
                );
                execute(&db, &sql).await;
            }
        }
        let mut dpo = signed_in(&test, "dpo").await;
        let page = dpo.get("/traces/unusual").await;
        assert!(page.statements <= 9, "{}", page.statements);
        assert!(page.text().contains("Mange afslag: 10 afslag"), "{}", page.text());
        assert!(!page.text().contains("12 afslag"), "the day is not over");
        let names = ["csrf", "user", "day", "kind"];
        let values = names.map(|name| page.field(name));
        let mut fields: Vec<(&str, &str)> = names.iter().zip(&values).map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(dpo.post("/traces/unusual", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        fields.push(("finding", "Et gammelt bogmærke"));
        let mut early = fields.clone();
        early[2].1 = "2022-06-01";
        assert_eq!(dpo.post("/traces/unusual", &early).await.status, StatusCode::NOT_FOUND, "the day is not over");
        assert_eq!(dpo.post("/traces/unusual", &fields).await.location(), "/traces/unusual?done=saved");
        assert!(dpo.get("/traces/unusual").await.text().contains("Ingen usædvanlige læsninger"));
        assert!(dpo.get("/traces/unusual?list=reviewed").await.text().contains("Et gammelt bogmærke"));
    }

    async fn whatever_stands_in_the_addresses_and_forms_of_traces_is_answered(db: TestDb) {
        let test = house(&db).await;
        let mut dpo = signed_in(&test, "dpo").await;
        let big = "9".repeat(40);
        let values = ["", "-1", "0", "abc", "31-02-2022", "1900-01-01", "2199-12-31", "%00", "%FF", "9223372036854775807", &big];
        for field in ["from", "to", "user", "purpose", "answer", "person", "after", "after=1.", "list", "page"] {
            for value in values {
                for path in ["/traces", "/traces.csv", "/traces/unusual"] {
                    let page = dpo.get(&format!("{path}?{field}={value}")).await;
                    assert!(page.status.as_u16() < 500, "{path}?{field}={value}");
                }
            }
        }
        let csrf = dpo.get("/traces").await.field("csrf");
        for field in ["from", "to", "login", "purpose", "answer", "number", "cpr"] {
            for value in values {
                let page = dpo.post("/traces/find", &[("csrf", &csrf), (field, value)]).await;
                assert!(page.status.as_u16() < 500, "{field}={value}");
            }
        }
        let mut lene = signed_in(&test, "lene").await;
        for value in values {
            let page = lene.post("/review", &[("csrf", &csrf), ("access", value), ("finding", "x")]).await;
            assert!(page.status.as_u16() < 500, "{value}");
            assert!(lene.get(&format!("/review?page={value}&list={value}")).await.status.as_u16() < 500);
        }
    }
}
