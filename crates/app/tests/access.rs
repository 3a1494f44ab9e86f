//! Signing in: what opens, what does not, and what is told of it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it does not expect has failed")]

use lods_app::access::sign_in::{Attempt, LASTS_SECONDS, sign_in, sign_out, who};
use lods_app::access::users::{self, NewUser, PlaceName, Refused};
use lods_domain::access::{Actor, Role};
use lods_i18n::Lang;
use lods_testkit::{NOW, TestApp, on_both};

const PASSWORD: &str = "korrekt hest batteri";
const HERE: &str = "127.0.0.1";

async fn token(test: &TestApp, login: &str) -> String {
    match sign_in(&test.app, login, PASSWORD, HERE, NOW).await.unwrap() {
        Attempt::In(keys) => keys.token,
        other => panic!("{other:?}"),
    }
}

on_both! {
    async fn the_right_password_opens_for_a_working_day(db: TestDb) {
        let test = TestApp::new(&db);
        let user = test.user("Solvej", Role::Caseworker, None).await;
        let token = token(&test, " SOLVEJ ").await;
        let found = who(&test.app, &token, NOW).await.unwrap().unwrap();
        assert_eq!((found.user(), found.user.roles(test.app.today(NOW))), (user, vec![Role::Caseworker]));
        assert!(who(&test.app, "another", NOW).await.unwrap().is_none());
        assert!(who(&test.app, &token, NOW.plus_seconds(LASTS_SECONDS)).await.unwrap().is_none());
        users::choose_language(&test.app, user, Lang::En, NOW).await.unwrap();
        assert_eq!(who(&test.app, &token, NOW).await.unwrap().unwrap().language, "en");
        sign_out(&test.app, &token, NOW).await.unwrap();
        assert!(who(&test.app, &token, NOW).await.unwrap().is_none());
        let mut tx = db.db.read().await.unwrap();
        let events = lods_store::audit::names(&mut tx, 0, 10).await.unwrap();
        let names: Vec<&str> = events.iter().map(|(_, name, _)| name.as_str()).collect();
        assert_eq!(names, ["user-added", "role-given", "declared", "signed-in", "language-chosen", "signed-out"]);
    }

    async fn too_many_wrong_passwords_close_the_door_for_a_while(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("solvej", Role::Caseworker, None).await;
        for _ in 0..10 {
            assert!(matches!(sign_in(&test.app, "solvej", "forkert", HERE, NOW).await.unwrap(), Attempt::Wrong));
        }
        let shut = sign_in(&test.app, "solvej", PASSWORD, "127.0.0.2", NOW).await.unwrap();
        assert!(matches!(shut, Attempt::Wait { minutes: 15 }), "the right password too");
        let later = NOW.plus_seconds(16 * 60);
        assert!(matches!(sign_in(&test.app, "solvej", PASSWORD, HERE, later).await.unwrap(), Attempt::In(_)));
    }

    async fn a_login_spelled_with_control_characters_is_the_same_login(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("solvej", Role::Caseworker, None).await;
        for number in 0..10 {
            let login = format!("{}solvej", "\0".repeat(number));
            assert!(matches!(sign_in(&test.app, &login, "forkert", HERE, NOW).await.unwrap(), Attempt::Wrong));
        }
        assert!(matches!(sign_in(&test.app, "s\0olvej", PASSWORD, HERE, NOW).await.unwrap(), Attempt::Wait { .. }));
    }

    async fn forty_attempts_at_once_are_still_ten(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("solvej", Role::Caseworker, None).await;
        let attempts = (0..40).map(|_| {
            let app = test.app.clone();
            tokio::spawn(async move { sign_in(&app, "solvej", "forkert", HERE, NOW).await.unwrap() })
        });
        let attempts: Vec<_> = attempts.collect();
        let mut wrong = 0;
        for attempt in attempts {
            wrong += i32::from(matches!(attempt.await.unwrap(), Attempt::Wrong));
        }
        assert_eq!(wrong, 10);
    }

    async fn guessing_many_logins_from_one_address_is_stopped(db: TestDb) {
        let test = TestApp::new(&db);
        for number in 0..50 {
            let attempt = sign_in(&test.app, &format!("u{number}"), "x", HERE, NOW).await.unwrap();
            assert!(matches!(attempt, Attempt::Wrong));
        }
        assert!(matches!(sign_in(&test.app, "u51", "x", HERE, NOW).await.unwrap(), Attempt::Wait { .. }));
    }

    async fn a_closed_account_is_signed_out_everywhere(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("solvej", Role::Caseworker, None).await;
        let token = token(&test, "solvej").await;
        assert!(users::disable(&test.app, &Actor::Operator, "Solvej", NOW).await.unwrap());
        assert!(!users::disable(&test.app, &Actor::Operator, "solvej", NOW).await.unwrap());
        assert!(who(&test.app, &token, NOW).await.unwrap().is_none());
        assert!(matches!(sign_in(&test.app, "solvej", PASSWORD, HERE, NOW).await.unwrap(), Attempt::Wrong));
        let list = users::list(&test.app, &Actor::Operator, "", 10, NOW).await.unwrap();
        assert!(list[0].user.is_disabled());
        assert!(!format!("{list:?}").contains("argon2"), "a hash is not printed");
    }

    async fn a_user_who_cannot_be_is_refused_with_the_reason(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("taken", Role::Leader, None).await;
        let new = |login, password, role, mentor| NewUser {
            login,
            name: "x",
            password,
            role,
            place: PlaceName::Municipality,
            mentor,
            person: None,
        };
        for (user, reason) in [
            (new("", PASSWORD, Role::Leader, None), Refused::Login),
            (new("to ord", PASSWORD, Role::Leader, None), Refused::Login),
            (new("kort", "elleve tegn", Role::Leader, None), Refused::Password),
            (new("TAKEN", PASSWORD, Role::Leader, None), Refused::Taken),
            (new("m", PASSWORD, Role::Mentor, None), Refused::MentorMissing),
            (new("m", PASSWORD, Role::Mentor, Some("M999")), Refused::NoMentor),
            (new("u", PASSWORD, Role::YoungPerson, None), Refused::PersonMissing),
            (new("l", PASSWORD, Role::SupplierCoordinator, None), Refused::UnitMissing),
        ] {
            let added = users::add(&test.app, &Actor::Operator, &user, NOW).await.unwrap();
            assert_eq!(added.unwrap_err(), reason);
        }
        let leader = test.actor("taken", NOW).await;
        let refused = users::add(&test.app, &leader, &new("ny", PASSWORD, Role::Leader, None), NOW).await;
        assert!(matches!(refused, Err(lods_app::Error::Denied(_))));
    }
}
