//! Signing in by steps, the own account, others' accounts, and the brake: who comes in, who does not, what is written.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it does not expect has failed")]

use lods_app::access::account::{self, Changed, Chosen};
use lods_app::access::accounts::{self, NotChanged};
use lods_app::access::passwords::Weak;
use lods_app::access::second_factor::{self, Entered, Outcome};
use lods_app::access::sign_in::{self, Attempt, end_earlier, sign_in, sign_out_everywhere, who};
use lods_app::access::users::{self, NewRole, NewUser, PlaceName, Refused};
use lods_domain::Moment;
use lods_domain::access::{Actor, Role};
use lods_domain::ids::UserId;
use lods_store::query;
use lods_testkit::{NOW, TestApp, TestDb, on_both, totp_code};

const PASSWORD: &str = "korrekt hest batteri";
const NEW: &str = "grøn cykel på taget";
const HERE: &str = "127.0.0.1";

fn later(minutes: i64) -> Moment {
    NOW.plus_seconds(60 * minutes)
}

async fn attempt(test: &TestApp, login: &str, password: &str, now: Moment) -> Attempt {
    sign_in(&test.app, login, password, HERE, now).await.unwrap()
}

async fn token(test: &TestApp, login: &str, now: Moment) -> String {
    match attempt(test, login, PASSWORD, now).await {
        Attempt::In(keys) => keys.token,
        other => panic!("{other:?}"),
    }
}

async fn is_in(test: &TestApp, token: &str, now: Moment) -> bool {
    who(&test.app, token, now).await.unwrap().is_some()
}

async fn events(db: &TestDb) -> Vec<String> {
    let mut tx = db.db.read().await.unwrap();
    let events = lods_store::audit::names(&mut tx, 0, 1_000).await.unwrap();
    tx.commit().await.unwrap();
    events.into_iter().map(|(_, _, detail)| detail).collect()
}

async fn told(db: &TestDb, part: &str) -> usize {
    events(db).await.iter().filter(|event| event.contains(part)).count()
}

async fn denials(db: &TestDb) -> i64 {
    let mut tx = db.db.read().await.unwrap();
    let (count,): (i64,) = tx.one(query("SELECT count(*) FROM access_log WHERE allowed = 0")).await.unwrap();
    tx.commit().await.unwrap();
    count
}

/// Gives the user a second factor at the moment; the secret.
async fn second_factor(test: &TestApp, user: UserId, now: Moment) -> String {
    let proposed = second_factor::propose(&test.app, user, now).await.unwrap();
    let step = proposed.token.unwrap();
    let code = totp_code(&proposed.secret, now);
    let done = second_factor::confirm(&test.app, user, &step, "none", &code, now).await.unwrap();
    assert!(matches!(done, Outcome::Done), "{done:?}");
    proposed.secret
}

async fn step(test: &TestApp, login: &str, now: Moment) -> String {
    match attempt(test, login, PASSWORD, now).await {
        Attempt::Code(keys) => keys.token,
        other => panic!("{other:?}"),
    }
}

on_both! {
    /// An administrator handles accounts, and reads about no citizen.
    async fn a_young_persons_account_stands_without_name_and_no_account_becomes_a_young_persons(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&lods_testkit::ExtractFolder::small()).await;
        test.user("lis", Role::Administrator, None).await;
        let young = test.account("ung", Role::YoungPerson).await;
        test.account("moster", Role::NetworkPerson).await;
        let lis = test.actor("lis", NOW).await;
        let names: Vec<(String, String)> = accounts::page(&test.app, &lis, 1, NOW)
            .await
            .unwrap()
            .listed
            .into_iter()
            .map(|listed| (listed.user.login.clone(), listed.user.name.clone()))
            .collect();
        let named = |login: &str, name: &str| (login.to_owned(), name.to_owned());
        assert_eq!(names, [named("lis", "lis"), named("moster", ""), named("ung", "")]);
        assert_eq!(accounts::show(&test.app, &lis, young, NOW).await.unwrap().0.user.name, "");
        let new = NewRole { role: Role::YoungPerson, place: PlaceName::Municipality, until: None };
        let given = users::give_role(&test.app, &lis, "moster", new, NOW).await.unwrap();
        assert_eq!(given.unwrap_err(), Refused::PersonMissing);
    }

    async fn with_a_second_factor_the_password_alone_leads_nowhere(db: TestDb) {
        let test = TestApp::new(&db);
        let user = test.user("solvej", Role::Caseworker, None).await;
        let secret = second_factor(&test, user, NOW).await;
        let now = later(1);
        let waiting = step(&test, "solvej", now).await;
        assert!(!is_in(&test, &waiting, now).await, "a step is no sign-in");
        assert!(second_factor::waits(&test.app, &waiting, now).await.unwrap());
        let wrong = second_factor::enter(&test.app, &waiting, "000000", now).await.unwrap();
        assert!(matches!(wrong, Entered::Wrong { tries: 4 }), "{wrong:?}");
        let code = totp_code(&secret, now);
        let right = second_factor::enter(&test.app, &waiting, &code, now).await.unwrap();
        let Entered::Right(Attempt::In(keys)) = right else { panic!("{right:?}") };
        assert!(is_in(&test, &keys.token, now).await);
        // The same code opens nothing else, though its time is not over.
        let again = step(&test, "solvej", now).await;
        assert!(matches!(second_factor::enter(&test.app, &again, &code, now).await.unwrap(), Entered::Wrong { .. }));
        // Nor does a step after its five minutes, or one that is over.
        let code = totp_code(&secret, later(7));
        assert!(matches!(second_factor::enter(&test.app, &again, &code, later(7)).await.unwrap(), Entered::Over));
        assert!(matches!(second_factor::enter(&test.app, &waiting, &code, later(7)).await.unwrap(), Entered::Over));
        assert_eq!(told(&db, "second-factor-set").await, 1);
        let log = events(&db).await.concat();
        assert!(!log.contains(&secret) && !log.contains(&code));
    }

    async fn codes_cannot_be_guessed(db: TestDb) {
        let test = TestApp::new(&db);
        let user = test.user("solvej", Role::Caseworker, None).await;
        let secret = second_factor(&test, user, NOW).await;
        let now = later(1);
        let mut tried = 0;
        // Two steps of five tries are the ten failures of a login; a new step does not begin the count anew.
        for round in 0..2 {
            let waiting = step(&test, "solvej", now).await;
            for number in 1..=5 {
                tried += 1;
                let entered = second_factor::enter(&test.app, &waiting, "000000", now).await.unwrap();
                assert_eq!(matches!(entered, Entered::Over), number == 5, "{round} {number} {entered:?}");
            }
        }
        assert_eq!(tried, 10);
        assert!(matches!(attempt(&test, "solvej", PASSWORD, now).await, Attempt::Wait { minutes: 15 }));
        let waiting = step(&test, "solvej", later(17)).await;
        let code = totp_code(&secret, later(17));
        assert!(matches!(second_factor::enter(&test.app, &waiting, &code, later(17)).await.unwrap(), Entered::Right(_)));
    }

    async fn the_second_factor_is_confirmed_and_removed_with_a_code(db: TestDb) {
        let test = TestApp::new(&db);
        let user = test.user("solvej", Role::Caseworker, None).await;
        let other = test.user("anden", Role::Caseworker, None).await;
        let (here, there) = (token(&test, "solvej", NOW).await, token(&test, "solvej", NOW).await);
        let proposed = second_factor::propose(&test.app, user, NOW).await.unwrap();
        assert!(proposed.drawing.starts_with("<svg"));
        let waiting = proposed.token.unwrap();
        let wrong = second_factor::confirm(&test.app, user, &waiting, &here, "123", NOW).await.unwrap();
        let Outcome::Wrong(Some(same)) = wrong else { panic!("{wrong:?}") };
        assert_eq!(same.secret, proposed.secret, "the drawing that was scanned holds");
        let code = totp_code(&proposed.secret, NOW);
        let others = second_factor::confirm(&test.app, other, &waiting, &here, &code, NOW).await.unwrap();
        assert!(matches!(others, Outcome::Over), "another's proposal");
        let done = second_factor::confirm(&test.app, user, &waiting, &here, &code, NOW).await.unwrap();
        assert!(matches!(done, Outcome::Done), "{done:?}");
        assert!(is_in(&test, &here, NOW).await && !is_in(&test, &there, NOW).await);
        let wrong = second_factor::remove(&test.app, user, "000000", NOW).await.unwrap();
        assert!(matches!(wrong, Outcome::Wrong(None)));
        let code = totp_code(&proposed.secret, later(1));
        assert!(matches!(second_factor::remove(&test.app, user, &code, later(1)).await.unwrap(), Outcome::Done));
        assert!(matches!(attempt(&test, "solvej", PASSWORD, later(1)).await, Attempt::In(_)));
        assert_eq!(told(&db, "second-factor-removed").await, 1);
        let mut tx = db.db.read().await.unwrap();
        let (totp,): (String,) = tx.one(query("SELECT totp FROM users WHERE id = $1").bind(user)).await.unwrap();
        assert!(totp.is_empty());
    }

    async fn a_sign_in_ends_when_it_is_not_used(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("solvej", Role::Caseworker, None).await;
        let idle = token(&test, "solvej", NOW).await;
        assert!(is_in(&test, &idle, later(29)).await, "this is a use");
        assert!(is_in(&test, &idle, later(58)).await);
        assert!(!is_in(&test, &idle, later(58 + 30)).await, "thirty minutes without one");
    }

    async fn a_sign_in_ends_with_what_it_was_opened_for(db: TestDb) {
        let test = TestApp::new(&db);
        let user = test.user("solvej", Role::Caseworker, None).await;
        let (one, two) = (token(&test, "solvej", NOW).await, token(&test, "solvej", NOW).await);
        sign_out_everywhere(&test.app, user, NOW).await.unwrap();
        assert!(!is_in(&test, &one, NOW).await && !is_in(&test, &two, NOW).await);

        let given = token(&test, "solvej", NOW).await;
        test.role("solvej", Role::Analyst).await;
        assert!(!is_in(&test, &given, NOW).await, "a role was given");
        let taken = token(&test, "solvej", NOW).await;
        users::take_roles(&test.app, &Actor::Operator, "solvej", Role::Analyst, NOW).await.unwrap().unwrap();
        assert!(!is_in(&test, &taken, NOW).await, "a role was taken");
        let closed = token(&test, "solvej", NOW).await;
        assert!(users::disable(&test.app, &Actor::Operator, "solvej", NOW).await.unwrap());
        assert!(!is_in(&test, &closed, NOW).await, "the account was closed");
        assert!(matches!(attempt(&test, "solvej", PASSWORD, NOW).await, Attempt::Wrong));
    }

    async fn a_browser_has_one_sign_in(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("solvej", Role::Caseworker, None).await;
        let (one, other) = (token(&test, "solvej", NOW).await, token(&test, "solvej", NOW).await);
        end_earlier(&test.app, &one, NOW).await.unwrap();
        end_earlier(&test.app, "none", NOW).await.unwrap();
        assert!(!is_in(&test, &one, NOW).await && is_in(&test, &other, NOW).await);
        assert_eq!(told(&db, "signed-out").await, 1);
    }

    async fn a_new_password_is_good_and_ends_the_other_sign_ins(db: TestDb) {
        let test = TestApp::new(&db);
        let user = test.user("solvej", Role::Caseworker, None).await;
        let (here, there) = (token(&test, "solvej", NOW).await, token(&test, "solvej", NOW).await);
        let change = |old: &'static str, new: &'static str| {
            let (app, here) = (test.app.clone(), here.clone());
            async move { account::change_password(&app, user, &here, (old, new), NOW).await.unwrap() }
        };
        assert_eq!(change("forkert", NEW).await, Changed::WrongOld);
        assert_eq!(change(PASSWORD, "kort").await, Changed::Weak(Weak::Length));
        assert_eq!(change(PASSWORD, "solvejsolvejsolvej").await, Changed::Weak(Weak::Guessable));
        assert!(is_in(&test, &there, NOW).await);
        assert_eq!(change(PASSWORD, NEW).await, Changed::Done);
        assert!(is_in(&test, &here, NOW).await && !is_in(&test, &there, NOW).await);
        assert!(matches!(attempt(&test, "solvej", PASSWORD, NOW).await, Attempt::Wrong));
        assert!(matches!(attempt(&test, "solvej", NEW, NOW).await, Attempt::In(_)));
        assert_eq!(told(&db, "password-changed").await, 1);
        for _ in 0..10 {
            change("forkert", NEW).await;
        }
        assert_eq!(change(NEW, PASSWORD).await, Changed::Wait { minutes: 15 }, "an open browser is no place to guess");
    }

    async fn a_temporary_password_opens_for_a_choice_only(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("lis", Role::Administrator, None).await;
        let lis = test.actor("lis", NOW).await;
        let place = PlaceName::Municipality;
        let new = NewUser { login: "Bo", name: "Bo Bæk", password: "", role: Role::Caseworker, place, mentor: None, person: None };
        let made = accounts::add(&test.app, &lis, &new, NOW).await.unwrap().unwrap();
        let first = attempt(&test, "bo", &made.password, NOW).await;
        let Attempt::NewPassword(keys) = first else { panic!("{first:?}") };
        assert!(!is_in(&test, &keys.token, NOW).await);
        let weak = account::choose_password(&test.app, &keys.token, "bobobobobobo", NOW).await.unwrap();
        assert!(matches!(weak, Chosen::Weak(Weak::Guessable)), "{weak:?}");
        let same = account::choose_password(&test.app, &keys.token, &made.password, NOW).await.unwrap();
        assert!(matches!(same, Chosen::Weak(_)), "{same:?}");
        let chosen = account::choose_password(&test.app, &keys.token, NEW, NOW).await.unwrap();
        let Chosen::In(signed_in) = chosen else { panic!("{chosen:?}") };
        assert!(is_in(&test, &signed_in.token, NOW).await);
        assert!(matches!(account::choose_password(&test.app, &keys.token, NEW, NOW).await.unwrap(), Chosen::Over));
        assert!(matches!(attempt(&test, "bo", &made.password, NOW).await, Attempt::Wrong));
        let lost = accounts::new_password(&test.app, &lis, made.user, NOW).await.unwrap().unwrap();
        assert!(!is_in(&test, &signed_in.token, NOW).await);
        // Whoever had begun with the old temporary password does not go on when another is given.
        let Attempt::NewPassword(begun) = attempt(&test, "bo", &lost.password, NOW).await else { panic!("not begun") };
        let lost = accounts::new_password(&test.app, &lis, made.user, NOW).await.unwrap().unwrap();
        let late = account::choose_password(&test.app, &begun.token, "endnu en lang adgangskode", NOW).await.unwrap();
        assert!(matches!(late, Chosen::Over), "{late:?}");
        let week = NOW.plus_seconds(7 * 86_400);
        assert!(matches!(attempt(&test, "bo", &lost.password, week).await, Attempt::Wrong), "after seven days it is none");
    }

    async fn nobody_is_their_own_administrator(db: TestDb) {
        let test = TestApp::new(&db);
        let id = test.user("lis", Role::Administrator, None).await;
        let lis = test.actor("lis", NOW).await;
        let place = PlaceName::Municipality;
        let give = |login: &'static str| {
            let (app, lis) = (test.app.clone(), lis.clone());
            let new = NewRole { role: Role::Leader, place, until: None };
            async move { users::give_role(&app, &lis, login, new, NOW).await.unwrap() }
        };
        assert_eq!(give("lis").await.unwrap_err(), Refused::OwnAccount);
        assert_eq!(accounts::new_password(&test.app, &lis, id, NOW).await.unwrap().unwrap_err(), NotChanged::Own);
        assert_eq!(accounts::reset_second_factor(&test.app, &lis, id, NOW).await.unwrap(), Err(NotChanged::Own));
        let bo = test.user("bo", Role::Caseworker, None).await;
        assert!(give("bo").await.is_ok());
        let new = NewRole { role: Role::Leader, place, until: None };
        assert!(users::give_role(&test.app, &Actor::Operator, "lis", new, NOW).await.unwrap().is_ok(), "the operator may");
        second_factor(&test, bo, NOW).await;
        accounts::reset_second_factor(&test.app, &lis, bo, NOW).await.unwrap().unwrap();
        assert!(matches!(attempt(&test, "bo", PASSWORD, NOW).await, Attempt::In(_)));
        let over = NewRole { role: Role::Analyst, place, until: Some("2022-05-31".parse().unwrap()) };
        assert_eq!(users::give_role(&test.app, &lis, "bo", over, NOW).await.unwrap(), Err(Refused::Over));
    }

    async fn users_are_the_administrators_alone(db: TestDb) {
        let test = TestApp::new(&db);
        for role in Role::ALL.iter().filter(|role| !matches!(role, Role::Mentor | Role::YoungPerson | Role::NetworkPerson) && !role.needs_unit()) {
            let login = role.code();
            let id = test.user(login, *role, None).await;
            let actor = test.actor(login, NOW).await;
            let before = denials(&db).await;
            let may = *role == Role::Administrator;
            assert_eq!(accounts::page(&test.app, &actor, 1, NOW).await.is_ok(), may, "{login}");
            assert_eq!(accounts::show(&test.app, &actor, id, NOW).await.is_ok(), may, "{login}");
            assert_eq!(accounts::places(&test.app, &actor, NOW).await.is_ok(), may, "{login}");
            if !may {
                assert!(accounts::new_password(&test.app, &actor, id, NOW).await.is_err());
                assert!(accounts::reset_second_factor(&test.app, &actor, id, NOW).await.is_err());
            }
            assert_eq!(denials(&db).await - before, if may { 0 } else { 5 }, "{login}");
        }
    }

    async fn the_brake_leaves_one_event_a_minute(db: TestDb) {
        let test = TestApp::new(&db);
        test.user("solvej", Role::Caseworker, None).await;
        for _ in 0..10 {
            attempt(&test, "solvej", "forkert", NOW).await;
            attempt(&test, "findes-ikke", "forkert", NOW).await;
        }
        for _ in 0..5 {
            let texts = [attempt(&test, "solvej", PASSWORD, NOW).await, attempt(&test, "findes-ikke", PASSWORD, NOW).await];
            assert!(texts.iter().all(|attempt| matches!(attempt, Attempt::Wait { minutes: 15 })), "{texts:?}");
        }
        assert_eq!(told(&db, "\"brake\"").await, 2, "one for each login");
        attempt(&test, "solvej", PASSWORD, later(1)).await;
        assert_eq!(told(&db, "\"brake\"").await, 3);
        for _ in 0..5 {
            sign_in::form_refused(&test.app, "2001:db8::1", NOW).await.unwrap();
            sign_in::form_refused(&test.app, "2001:db8::2", NOW).await.unwrap();
        }
        assert_eq!(told(&db, "\"form\"").await, 1, "one network");
        let mut tx = db.db.read().await.unwrap();
        let rows: Vec<(Vec<u8>,)> = tx.all(query("SELECT subject FROM sign_in_failures")).await.unwrap();
        let plain = lods_app::access::tokens::hash("login:solvej");
        assert!(rows.iter().all(|(subject,)| *subject != plain), "what is kept is keyed");
    }

    async fn an_address_of_version_six_counts_by_its_network(db: TestDb) {
        let test = TestApp::new(&db);
        for number in 0..50 {
            let address = format!("2001:db8:1:2::{number:x}");
            let attempt = sign_in(&test.app, &format!("u{number}"), "x", &address, NOW).await.unwrap();
            assert!(matches!(attempt, Attempt::Wrong));
        }
        let next = |address: &'static str| sign_in(&test.app, "u51", "x", address, NOW);
        assert!(matches!(next("2001:db8:1:2:ffff::9").await.unwrap(), Attempt::Wait { .. }));
        assert!(matches!(next("2001:db8:1:3::9").await.unwrap(), Attempt::Wrong));
    }

    async fn a_password_is_counted_in_letters_and_not_easy(db: TestDb) {
        let test = TestApp::new(&db);
        let add = |login: &'static str, password: &'static str| {
            let app = test.app.clone();
            async move {
                let place = PlaceName::Municipality;
                let new = NewUser { login, name: "Åse Ø", password, role: Role::Leader, place, mentor: None, person: None };
                users::add(&app, &Actor::Operator, &new, NOW).await.unwrap().err()
            }
        };
        assert_eq!(add("a", "åæøåæø").await, Some(Refused::Password), "twelve bytes are six letters");
        assert_eq!(add("a", "password1234").await, Some(Refused::Guessable));
        assert_eq!(add("a", PASSWORD).await, None);
    }
}
