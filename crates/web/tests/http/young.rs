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
        assert!(page.statements <= 16, "{}", page.statements);
        let asks = text.split("<summary>Træk tilbage").nth(1).unwrap();
        assert!(asks.contains("Ja, træk tilbage"), "it asks first");
        let csrf = page.field("csrf");
        let consent = [("csrf", csrf.as_str()), ("given_on", "2022-01-15"), ("recipient", "Jobcenter")];
        let done = young.post("/me/consents/withdraw", &consent).await;
        assert_eq!(done.location(), "/me?done=consent#consents");
        let after = young.get("/me?done=consent").await.text();
        let (above, consents) = after.split_once("<h2 id=\"consents\"").unwrap();
        assert!(consents.contains("Dit samtykke er trukket tilbage") && !above.contains("role=\"status\""), "{after}");
        let share = [("csrf", csrf.as_str()), ("user", &page.field("user")), ("field", "goals"), ("shared", "1")];
        let done = young.post("/me/share", &share).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/me?done=share#share"));
        let after = young.get("/me?done=share").await.text();
        let (above, shared) = after.split_once("<h2 id=\"share\"").unwrap();
        assert!(shared.contains("Det er gemt.") && !above.contains("role=\"status\""), "where the page opens");
        let mut late = Browser::open(&test);
        let refused = late.post("/me/share", &share).await;
        assert!(refused.location().ends_with("%2Fme"), "signing in leads to a page: {}", refused.location());
        let mut network = Browser::open(&test);
        network.sign_in("moster").await;
        assert_eq!(network.get("/").await.location(), "/shared");
        let text = network.get("/shared").await.text();
        assert!(text.contains("Op kl. 8") && !text.contains("Ågård") && !text.contains("komme op"));
        let csrf = network.get("/shared").await.field("csrf");
        let share = [("csrf", csrf.as_str()), ("user", "1"), ("field", "goals"), ("shared", "1")];
        assert_eq!(network.post("/me/share", &share).await.status, StatusCode::FORBIDDEN);
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
        let demo = other.post("/hello", &[("csrf", &csrf), ("account", "ung")]).await;
        assert_eq!(demo.status, StatusCode::NOT_FOUND, "this is no demonstration");
    }
}

on_both! {
    async fn insight_is_a_file_for_readers_and_one_for_machines_and_a_correction_has_a_reason(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        person(&test, "ung", Role::YoungPerson).await;
        test.user("solvej", Role::Caseworker, None).await;
        test.user("leder", Role::Leader, None).await;
        let mut young = Browser::open(&test);
        young.sign_in("ung").await;
        let json = young.get("/me/insight.json").await;
        assert_eq!(json.headers["content-type"], "application/json");
        assert!(json.text().contains("Zachariassen"));
        let pdf = young.get("/me/insight.pdf").await;
        assert!(pdf.bytes.starts_with(b"%PDF-") && pdf.headers["content-disposition"].to_str().unwrap().contains("indsigt.pdf"));
        let mut tx = db.db.read().await.unwrap();
        let (id,): (i64,) = tx.one(lods_store::query("SELECT person_id FROM courses WHERE case_number = '2022-00001'")).await.unwrap();
        tx.commit().await.unwrap();
        let base = format!("/people/{id}");
        assert_eq!(young.get(&format!("{base}/insight")).await.status, StatusCode::FORBIDDEN);
        let mut caseworker = Browser::open(&test);
        caseworker.sign_in("solvej").await;
        let page = caseworker.get(&format!("{base}/insight")).await;
        assert!(page.text().contains("Zachariassen") && page.statements <= 14, "{}", page.statements);
        assert_eq!(caseworker.get(&format!("{base}/insight.json")).await.status, StatusCode::OK);
        let csrf = page.field("csrf");
        let correction = |reason: &'static str| [("csrf", csrf.clone()), ("field", "phone".to_owned()), ("value", "20 00 00 07".to_owned()), ("reason", reason.to_owned())];
        for (reason, status) in [("", StatusCode::UNPROCESSABLE_ENTITY), ("Ringede selv", StatusCode::SEE_OTHER)] {
            let sent = correction(reason);
            let fields: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let answer = caseworker.post(&format!("{base}/correct"), &fields).await;
            assert_eq!(answer.status, status, "{}", answer.text());
            if status == StatusCode::UNPROCESSABLE_ENTITY {
                assert_eq!(answer.field("return"), format!("{base}/insight"), "where the language form leads");
            }
        }
        let fields = [("csrf", csrf.as_str()), ("restricted", "1")];
        let done = caseworker.post(&format!("{base}/restrict"), &fields).await;
        assert!(caseworker.get(done.location()).await.text().contains("Brugen er begrænset"));
        let mut leader = Browser::open(&test);
        leader.sign_in("leder").await;
        let page = leader.get(&format!("{base}/insight")).await;
        assert!(!page.text().contains("/correct"), "a leader gives insight and corrects nothing");
        let csrf = page.field("csrf");
        assert_eq!(leader.post(&format!("{base}/correct"), &[("csrf", &csrf), ("field", "phone")]).await.status, StatusCode::FORBIDDEN);
        for path in ["/people/abc/insight", "/people/99999999/insight", "/people/-1/insight.json"] {
            assert_eq!(caseworker.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

on_both! {
    async fn a_leader_sees_what_is_past_its_period_and_nobody_else_does(db: TestDb) {
        let test = TestApp::new(&db);
        let old = "Sagsnr;CPR;Målgruppe;Bekymring;Besluttet;Afgørelse;Start;Forventet slut;Slut;Afslutning;Afslutningsårsag;Timer pr. uge;Enhed;MentorID;Formål\n\
            2022-00001;670190-1234;Kontanthjælp;01-01-2014;09-01-2014;bevilget;15-01-2014;15-07-2014;15-07-2014;planlagt;;2;Korpset;M001;komme op om morgenen\n\
            2021-00002;610295-4678;Uddannelseshjælp;01-06-2021;20-06-2021;bevilget;01-07-2021;31-12-2021;30-12-2021;planlagt;mål nået;3;Åben Dør;M002;\n";
        let times = "Sagsnr;MentorID;Start;Form;Udfald;ATA-minutter;Transportminutter;Km;Gruppe\n";
        test.import_ok(&ExtractFolder::small().with("forloeb", old).with("registreringer", times).without("maalinger").without("maal").without("opfoelgninger")).await;
        test.user("leder", Role::Leader, None).await;
        test.user("solvej", Role::Caseworker, None).await;
        let mut caseworker = Browser::open(&test);
        caseworker.sign_in("solvej").await;
        assert_eq!(caseworker.get("/retention").await.status, StatusCode::FORBIDDEN);
        let mut leader = Browser::open(&test);
        leader.sign_in("leder").await;
        let page = leader.get("/retention").await;
        let text = page.text();
        assert!(text.contains("2022-00001") && !text.contains("2021-00002") && !text.contains("Zachariassen"), "{text}");
        assert!(page.statements <= 14, "{}", page.statements);
        let (csrf, person) = (page.field("csrf"), page.field("person"));
        for (action, status) in [("pseudonymise", 422), ("keep", 422), ("andet", 400), ("discardable", 303), ("pseudonymise", 303), ("pseudonymise", 404)] {
            let fields = [("csrf", csrf.as_str()), ("person", person.as_str()), ("action", action), ("reason", "")];
            assert_eq!(leader.post("/retention", &fields).await.status.as_u16(), status, "{action}");
        }
        assert!(!leader.get("/retention?done=pseudonymise").await.text().contains("2022-00001"));
    }
}
