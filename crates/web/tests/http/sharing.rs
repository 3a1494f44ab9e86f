//! The page of consents and disclosures, and the forum's overview, over HTTP.

use crate::browser::Browser;
use axum::http::StatusCode;
use lods_domain::access::Role;
use lods_store::query;
use lods_testkit::{ExtractFolder, TestApp, TestDb, on_both};

async fn small(db: &TestDb) -> (TestApp, Browser, String) {
    let test = TestApp::new(db);
    test.import_ok(&ExtractFolder::small()).await;
    test.user("solvej", Role::Caseworker, None).await;
    let mut browser = Browser::open(&test);
    browser.sign_in("solvej").await;
    let mut tx = db.db.read().await.unwrap();
    let sql = "SELECT id FROM courses WHERE case_number = $1";
    let (id,): (i64,) = tx.one(query(sql).bind("2022-00001")).await.unwrap();
    tx.commit().await.unwrap();
    (test, browser, format!("/courses/{id}/sharing"))
}

const CONSENT: [(&str, &str); 6] = [
    ("recipient", "koordinationsforum"),
    ("kind-course", "yes"),
    ("purpose", "samlet overblik"),
    ("how", "orally"),
    ("given_on", "01-06-2022"),
    ("valid_to", ""),
];

on_both! {
    async fn a_consent_is_recorded_shown_and_withdrawn_and_the_forum_follows(db: TestDb) {
        let (test, mut browser, path) = small(&db).await;
        test.user("forum", Role::ForumMember, None).await;
        let mut member = Browser::open(&test);
        member.sign_in("forum").await;
        assert_eq!(member.get("/").await.location(), "/forum", "where a forum member begins");
        assert!(member.get("/forum").await.text().contains("Ingen forløb"));
        let done = browser.post_signed(&format!("{path}/consents"), &CONSENT).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, format!("{path}?done=consent").as_str()));
        let page = browser.get(done.location()).await;
        assert!(page.text().contains("Samtykket er registreret") && page.text().contains("Koordinationsforum"));
        assert!(page.statements <= 14, "{}", page.statements);
        let overview = member.get("/forum").await;
        assert!(overview.text().contains("Åse Zachariassen") && overview.text().contains("2022-00001"));
        assert!(overview.text().contains("1 forløb er delt") && overview.statements <= 14, "{}", overview.statements);
        assert!(!overview.text().contains("href=\"/courses"), "nothing leads to the course");
        assert!(!overview.text().contains("670190") && !overview.text().contains("komme op"), "only the role's fields");
        let key = [("given_on", "2022-06-01"), ("recipient", "Koordinationsforum")];
        let done = browser.post_signed(&format!("{path}/withdrawals"), &key).await;
        assert_eq!(done.location(), format!("{path}?done=withdrawn"));
        assert!(browser.get(done.location()).await.text().contains("Trukket tilbage 1. juni 2022"));
        assert!(!member.get("/forum").await.text().contains("Zachariassen"), "at once");
        let again = browser.post_signed(&format!("{path}/withdrawals"), &key).await;
        assert_eq!(again.location(), format!("{path}?done=withdrawn-before"));
    }

    async fn what_is_wrong_stands_at_its_field_and_what_was_typed_stays(db: TestDb) {
        let (_, mut browser, path) = small(&db).await;
        let wrong = [("recipient", ""), ("purpose", "samlet plan"), ("given_on", "31-02-2022")];
        let page = browser.post_signed(&format!("{path}/consents"), &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["consent-recipient", "consent-kinds", "consent-how", "consent-given"] {
            assert!(page.text().contains(&format!("href=\"#{field}\"")), "{field}: {}", page.text());
        }
        assert_eq!(page.field("return"), path, "another language leads to a page that can be read");
        assert!(page.text().contains("value=\"31-02-2022\"") && page.text().contains("value=\"samlet plan\""));
        browser.post_signed(&format!("{path}/consents"), &CONSENT).await;
        let mut other = CONSENT;
        other[2] = ("purpose", "noget andet");
        let page = browser.post_signed(&format!("{path}/consents"), &other).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains("Der er allerede et samtykke til Koordinationsforum"), "{}", page.text());
        assert!(page.text().contains("value=\"noget andet\""), "nothing that was typed is lost");
    }

    async fn a_disclosure_without_a_ground_is_refused_with_what_is_missing(db: TestDb) {
        let (_, mut browser, path) = small(&db).await;
        let to = format!("{path}/disclosures");
        let text = browser.get(&path).await.text();
        let form = text.split(&format!("action=\"{to}\"")).nth(1).unwrap();
        let key = form.split("name=\"key\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let fields = |recipient, basis| {
            [("key", key), ("recipient", recipient), ("kind-health", "yes"), ("purpose", "plan"), ("basis", basis)]
        };
        let refused = browser.post_signed(&to, &fields("Psykiatrien", "")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("Der er intet samtykke til Psykiatrien"), "{}", refused.text());
        assert!(refused.text().contains("href=\"#disclosure-basis\""));
        let done = browser.post_signed(&to, &fields("Jobcenter", "")).await;
        assert_eq!(done.location(), format!("{path}?done=disclosed"));
        let page = browser.get(done.location()).await.text();
        assert!(page.contains("Samtykke fra 15. januar 2022"), "the page shows which consent: {page}");
        let used = browser.post_signed(&to, &fields("Politiet", "Barnets lov § 133")).await;
        assert!(used.text().contains("Formularen er sendt før") && !used.text().contains(&format!("value=\"{key}\"")));
        let forged = browser.post_signed(&to, &[("key", "x"), ("recipient", "Politiet")]).await;
        assert_eq!(forged.status, StatusCode::BAD_REQUEST);
    }

    async fn waiting_is_summed_on_the_page(db: TestDb) {
        let (_, mut browser, path) = small(&db).await;
        let to = format!("{path}/delays");
        let wrong = browser.post_signed(&to, &[("key", "0123456789abcdef"), ("days", "mange"), ("cause", "x")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("href=\"#delay-days\"") && wrong.text().contains("value=\"mange\""));
        for (key, days) in [("0123456789abcdef", "9"), ("0123456789abcdef", "9"), ("fedcba9876543210", "5")] {
            let done = browser.post_signed(&to, &[("key", key), ("days", days), ("cause", "ingen adgang")]).await;
            assert_eq!(done.location(), format!("{path}?done=delay"), "{}", done.text());
        }
        assert!(browser.get(&path).await.text().contains("Sagen har ventet 14 dage i alt"));
    }

    async fn a_leader_reads_the_page_without_forms_and_a_mentor_does_not_find_it(db: TestDb) {
        let (test, mut browser, path) = small(&db).await;
        test.user("lene", Role::Leader, None).await;
        test.user("oesten", Role::Mentor, Some("M001")).await;
        let course = path.trim_end_matches("/sharing");
        let mut pages = Vec::new();
        for login in ["lene", "oesten"] {
            let mut other = Browser::open(&test);
            other.sign_in(login).await;
            pages.push((other.get(&path).await, other.get(course).await.text().contains(&path)));
        }
        let (leader, mentor) = (&pages[0], &pages[1]);
        assert!(leader.0.text().contains("Jobcenter") && leader.1, "{}", leader.0.text());
        assert!(!leader.0.text().contains("name=\"recipient\"") && !leader.0.text().contains("sharing/withdrawals"));
        assert_eq!((mentor.0.status, mentor.1), (StatusCode::NOT_FOUND, false));
        assert!(browser.get(course).await.text().contains(&path));
        for value in ["", "-1", "99999999999999999999", "none", "æ", "%00"] {
            assert!(browser.get(&format!("{path}?page={value}&done={value}")).await.status.as_u16() < 500);
        }
    }

    async fn the_pages_send_as_many_statements_for_many_rows_as_for_few(db: TestDb) {
        let (test, mut browser, path) = small(&db).await;
        test.role("solvej", Role::ForumMember).await;
        browser.sign_in("solvej").await;
        let mut seen = Vec::new();
        for round in 0..2 {
            for number in 0..round * 40 {
                let (recipient, key) = (format!("Modtager {number}"), format!("0123456789abcdef{number}"));
                let consent = [("recipient", recipient.as_str()), CONSENT[1], CONSENT[2], CONSENT[3], CONSENT[4]];
                browser.post_signed(&format!("{path}/consents"), &consent).await;
                let share = [("key", key.as_str()), ("recipient", recipient.as_str()), CONSENT[1], CONSENT[2]];
                browser.post_signed(&format!("{path}/disclosures"), &share).await;
                browser.post_signed(&format!("{path}/delays"), &[("key", key.as_str()), ("days", "1"), ("cause", "x")]).await;
            }
            let page = browser.get(&path).await;
            seen.push((page.statements, browser.get("/forum?department=none").await.statements));
            if round == 1 {
                assert!(page.text().contains("40 videregivelser") && page.text().contains("40 dage") && page.text().contains("page=2"));
            }
        }
        assert_eq!(seen[0], seen[1]);
        assert!(seen[0].0 <= 14, "{seen:?}");
    }
}
