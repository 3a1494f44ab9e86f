//! The administrator's pages over HTTP: accounts and rules.

use axum::http::StatusCode;
use lods_domain::access::Role;
use lods_testkit::{ExtractFolder, TestApp, on_both};

use crate::browser::Browser;

async fn administrator(test: &TestApp) -> Browser {
    test.import_ok(&ExtractFolder::small()).await;
    test.user("lis", Role::Administrator, None).await;
    let mut browser = Browser::open(test);
    browser.sign_in("lis").await;
    browser
}

on_both! {
    async fn an_administrator_adds_an_account_and_changes_its_roles(db: TestDb) {
        let test = TestApp::new(&db);
        let mut lis = administrator(&test).await;
        let new = lis.get("/users/new").await;
        assert!(new.text().contains("Enhed: Åben Dør") && !new.text().contains("value=\"young-person\""));
        let wrong = [("login", "to ord"), ("name", "Bo"), ("role", "leader")];
        let page = lis.post_signed("/users/new", &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains("ingen mellemrum") && page.text().contains("value=\"to ord\""));
        let unit = [("login", "bo"), ("name", "Bo Bæk"), ("role", "supplier-coordinator")];
        assert!(lis.post_signed("/users/new", &unit).await.text().contains("gælder for én enhed"));
        let right = [("login", "bo"), ("name", "Bo Bæk"), ("role", "supplier-coordinator"), ("place", "u:Åben Dør")];
        let made = lis.post_signed("/users/new", &right).await;
        assert_eq!(made.status, StatusCode::OK);
        let text = made.text();
        let password = text.split_once("translate=\"no\">").unwrap().1.split_once('<').unwrap().0.to_owned();
        assert_eq!(password.len(), 19);
        assert!(!lis.get("/users/2").await.text().contains(&password), "shown once");

        let give = [("role", "leader"), ("place", "d:Ungeafdelingen"), ("until", "31-12-2022")];
        assert_eq!(lis.post_signed("/users/2/roles", &give).await.location(), "/users/2?done=role");
        let shown = lis.get("/users/2?done=role").await;
        let text = shown.text();
        for part in ["Rollen er givet", "Leverandørkoordinator", "Åben Dør", "Leder", "Ungeafdelingen", "31. december 2022"] {
            assert!(text.contains(part), "{part}");
        }
        assert!(shown.statements <= 14, "{}", shown.statements);
        let over = [("role", "analyst"), ("until", "31-05-2022")];
        assert_eq!(lis.post_signed("/users/2/roles", &over).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let assignment = text.split_once("name=\"assignment\" value=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
        let end = lis.post_signed("/users/2/roles/end", &[("assignment", &assignment)]).await;
        assert_eq!(end.location(), "/users/2?done=end");
        let own = lis.post_signed("/users/1/roles", &[("role", "leader")]).await;
        assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(own.text().contains("Ingen giver sig selv en rolle"));
        for path in ["/users/1/password", "/users/1/second-factor", "/users/1/close"] {
            assert_eq!(lis.post_signed(path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        }
        assert_eq!(lis.post_signed("/users/2/second-factor", &[]).await.location(), "/users/2?done=factor");
        assert_eq!(lis.post_signed("/users/2/password", &[]).await.status, StatusCode::OK);
        assert_eq!(lis.post_signed("/users/2/close", &[]).await.location(), "/users/2?done=close");
        assert!(lis.get("/users").await.text().contains("Lukket"));
        for path in ["/users/99", "/users/x", "/users/-1", "/users/99999999999999999999"] {
            assert_eq!(lis.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn the_list_of_accounts_is_paged_with_as_many_statements(db: TestDb) {
        let test = TestApp::new(&db);
        let mut lis = administrator(&test).await;
        let few = lis.get("/users").await;
        assert!(few.text().contains("1 bruger"));
        for number in 0..26 {
            test.user(&format!("u{number:02}"), Role::Caseworker, None).await;
        }
        let many = lis.get("/users").await;
        assert!(many.text().contains("27 brugere") && many.text().contains("u10") && !many.text().contains(">u25<"));
        assert_eq!(few.statements, many.statements);
        assert!(lis.get("/users?page=2").await.text().contains(">u25<"));
        assert_eq!(lis.get("/users?page=9999999999").await.status, StatusCode::OK);
    }

    async fn an_administrator_changes_a_rule_and_sees_no_case(db: TestDb) {
        let test = TestApp::new(&db);
        let mut lis = administrator(&test).await;
        assert_eq!(lis.get("/").await.location(), "/users", "where an administrator begins");
        let list = lis.get("/settings").await;
        assert!(list.text().contains("Dage mellem opfølgninger") && list.text().contains("Altid"));
        assert!(list.statements <= 14, "{}", list.statements);
        let path = "/settings/follow-up-days";
        for (value, from, source, said) in [
            ("mange", "01-07-2022", "Byrådet", "helt tal"),
            ("28", "31-02-2022", "Byrådet", "Skriv en dag"),
            ("28", "31-05-2022", "Byrådet", "i dag eller en senere dag"),
            ("0", "01-07-2022", "Byrådet", "for lille eller for stor"),
            ("28", "01-07-2022", " ", "hvor ændringen kommer fra"),
            ("42", "01-07-2022", "Byrådet", "siger det allerede"),
        ] {
            let page = lis.post_signed(path, &[("value", value), ("from", from), ("source", source)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
            assert!(page.text().contains(said), "{said}");
            assert!(page.text().contains(&format!("value=\"{value}\"")), "what was typed is kept");
        }
        let right = [("value", "28"), ("from", "01-07-2022"), ("source", "Byrådet, punkt 7")];
        assert_eq!(lis.post_signed(path, &right).await.location(), "/settings?done=1");
        assert!(lis.get("/settings?done=1").await.text().contains("Fra 1. juli 2022: 28"));
        assert!(lis.get(path).await.text().contains("Byrådet, punkt 7"));
        assert_eq!(lis.get("/settings/king").await.status, StatusCode::NOT_FOUND);
        for closed in ["/courses", "/courses/1", "/figures"] {
            assert_eq!(lis.get(closed).await.status, StatusCode::FORBIDDEN, "{closed}");
        }
    }
}
