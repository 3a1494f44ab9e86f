//! The young person's own page, what the network sees, and links that work once.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_app::Error;
use lods_app::access::sign_in::who;
use lods_app::access::users::{self, NewUser, PlaceName, Refused};
use lods_app::courses::show::course;
use lods_app::people::{links, own, shared};
use lods_domain::Cpr;
use lods_domain::access::{Actor, Field, Purpose, Role, What};
use lods_domain::ids::{CourseId, UserId};
use lods_store::query;
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, on_both};

const CPR: &str = "670190-1234";

async fn person(test: &TestApp, login: &str, role: Role) -> UserId {
    let new = NewUser {
        login,
        name: login,
        password: "korrekt hest batteri",
        role,
        place: PlaceName::Municipality,
        mentor: None,
        person: Cpr::parse(CPR).ok(),
    };
    users::add(&test.app, &Actor::Operator, &new, NOW).await.unwrap().unwrap()
}

async fn small(db: &TestDb) -> (TestApp, CourseId) {
    let test = TestApp::new(db);
    test.import_ok(&ExtractFolder::small()).await;
    let mut tx = db.db.read().await.unwrap();
    let (id,): (i64,) = tx.one(query("SELECT id FROM courses WHERE case_number = '2022-00001'")).await.unwrap();
    tx.commit().await.unwrap();
    (test, CourseId(id))
}

async fn events(test: &TestApp, name: &str) -> usize {
    let mut tx = test.app.db().read().await.unwrap();
    let events = lods_store::audit::names(&mut tx, 0, 200).await.unwrap();
    events.iter().filter(|(_, event, _)| event == name).count()
}

async fn logged(test: &TestApp, what: &str, allowed: i64) -> i64 {
    let mut tx = test.app.db().read().await.unwrap();
    let sql = "SELECT count(*) FROM access_log WHERE what = $1 AND allowed = $2";
    let (count,): (i64,) = tx.one(query(sql).bind(what).bind(allowed)).await.unwrap();
    count
}

fn denied<T>(result: Result<T, Error>) -> bool {
    matches!(result, Err(Error::Denied(_)))
}

on_both! {
    async fn the_young_person_sees_the_own_course_and_when_others_read_it_but_not_who(db: TestDb) {
        let (test, id) = small(&db).await;
        person(&test, "ung", Role::YoungPerson).await;
        test.user("solvej", Role::Caseworker, None).await;
        let young = test.actor("ung", NOW).await;
        let caseworker = test.actor("solvej", NOW).await;
        course(&test.app, &caseworker, id, 1, NOW).await.unwrap();
        own::show(&test.app, &young, 1, NOW).await.unwrap();
        let page = own::show(&test.app, &young, 1, NOW).await.unwrap();
        assert_eq!(page.courses.len(), 1);
        assert_eq!(page.courses[0].purpose(), Some("komme op om morgenen"));
        assert_eq!(page.last_met, [(id, "2022-01-17".parse().unwrap())], "a closed door is no meeting");
        assert_eq!(page.goals[0].goal.title, "Op kl. 8");
        let read: Vec<(Purpose, What)> = page.seen.iter().map(|seen| (seen.purpose, seen.what)).collect();
        assert_eq!(read, [(Purpose::CaseWork, What::Course)], "own readings are left out, and so is the import");
        assert_eq!((page.seen_count, page.consents.len()), (1, 1));
        assert!(logged(&test, "own-page", 1).await > 0, "the own reading is in the log all the same");
    }

    async fn a_refusal_is_not_among_the_readings(db: TestDb) {
        let (test, id) = small(&db).await;
        person(&test, "ung", Role::YoungPerson).await;
        test.user("aase", Role::Mentor, Some("M002")).await;
        let stranger = test.actor("aase", NOW).await;
        assert!(matches!(course(&test.app, &stranger, id, 1, NOW).await, Err(Error::NotFound)));
        let page = own::show(&test.app, &test.actor("ung", NOW).await, 1, NOW).await.unwrap();
        assert_eq!(page.seen_count, 0);
    }

    async fn nobody_else_opens_the_own_page_or_steers_it(db: TestDb) {
        let (test, _) = small(&db).await;
        let with = person(&test, "moster", Role::NetworkPerson).await;
        for (login, role) in [("solvej", Role::Caseworker), ("leder", Role::Leader), ("admin", Role::Administrator)] {
            test.user(login, role, None).await;
            let actor = test.actor(login, NOW).await;
            assert!(denied(own::show(&test.app, &actor, 1, NOW).await), "{login}");
            assert!(denied(own::share(&test.app, &actor, with, Field::Goals, true, NOW).await), "{login}");
            assert!(denied(own::withdraw(&test.app, &actor, "2022-01-15".parse().unwrap(), "Jobcenter", NOW).await));
            assert!(denied(shared::show(&test.app, &actor, NOW).await), "{login}");
        }
        let network = test.actor("moster", NOW).await;
        assert!(denied(own::show(&test.app, &network, 1, NOW).await));
        assert!(logged(&test, "own-page", 0).await >= 4, "each refusal is in the log");
    }

    async fn what_is_shared_is_seen_at_once_and_nothing_else(db: TestDb) {
        let (test, _) = small(&db).await;
        person(&test, "ung", Role::YoungPerson).await;
        let with = person(&test, "moster", Role::NetworkPerson).await;
        let young = test.actor("ung", NOW).await;
        let nothing = shared::show(&test.app, &test.actor("moster", NOW).await, NOW).await.unwrap();
        assert!(nothing.course.is_none() && nothing.goals.is_empty());
        assert_eq!(logged(&test, "shared", 1).await, 0, "nothing was read");
        for _ in 0..2 {
            own::share(&test.app, &young, with, Field::Goals, true, NOW).await.unwrap();
        }
        assert_eq!(events(&test, "network-share-set").await, 1, "twice the same is once");
        let seen = shared::show(&test.app, &test.actor("moster", NOW).await, NOW).await.unwrap();
        let course = seen.course.unwrap();
        assert_eq!(seen.goals.len(), 1);
        assert_eq!((course.purpose(), course.mentor(), course.name(), course.case_number()), (None, None, None, ""));
        assert_eq!((seen.last_met, course.dates().start), (None, None));
        assert_eq!(logged(&test, "shared", 1).await, 1);
        let page = own::show(&test.app, &young, 1, NOW).await.unwrap();
        assert!(page.seen.iter().any(|seen| seen.purpose == Purpose::Network));
        own::share(&test.app, &young, with, Field::Goals, false, NOW).await.unwrap();
        let seen = shared::show(&test.app, &test.actor("moster", NOW).await, NOW).await.unwrap();
        assert!(seen.course.is_none());
    }

    async fn only_what_can_be_shared_is_shared_and_only_with_the_own_network(db: TestDb) {
        let (test, _) = small(&db).await;
        person(&test, "ung", Role::YoungPerson).await;
        let with = person(&test, "moster", Role::NetworkPerson).await;
        let stranger = test.user("solvej", Role::Caseworker, None).await;
        let young = test.actor("ung", NOW).await;
        for (user, field) in [(with, Field::Cpr), (with, Field::SharedNotes), (stranger, Field::Goals)] {
            let refused = own::share(&test.app, &young, user, field, true, NOW).await;
            assert!(matches!(refused, Err(Error::NotFound)));
        }
        assert_eq!(events(&test, "network-share-set").await, 0);
    }

    async fn a_consent_that_is_taken_back_is_worth_nothing_from_that_day(db: TestDb) {
        let (test, _) = small(&db).await;
        person(&test, "ung", Role::YoungPerson).await;
        let young = test.actor("ung", NOW).await;
        let given = "2022-01-15".parse().unwrap();
        assert!(!own::withdraw(&test.app, &young, given, "Politiet", NOW).await.unwrap());
        assert!(own::withdraw(&test.app, &young, given, "Jobcenter", NOW).await.unwrap());
        assert!(!own::withdraw(&test.app, &young, given, "Jobcenter", NOW).await.unwrap(), "twice is once");
        let page = own::show(&test.app, &young, 1, NOW).await.unwrap();
        assert!(!page.consents[0].consent.is_valid_on(test.app.today(NOW)));
        assert_eq!(events(&test, "consent-withdrawn").await, 1);
        // One that was to end later ends today.
        let mut tx = test.app.db().begin().await.unwrap();
        let sql = "UPDATE consents SET withdrawn_on = $1";
        tx.execute(query(sql).bind(test.app.today(NOW).plus_days(30))).await.unwrap();
        tx.commit().await.unwrap();
        assert!(own::withdraw(&test.app, &young, given, "Jobcenter", NOW).await.unwrap());
    }

    async fn a_link_opens_once_within_half_an_hour(db: TestDb) {
        let (test, _) = small(&db).await;
        let user = person(&test, "ung", Role::YoungPerson).await;
        let make = || links::make(&test.app, &Actor::Operator, " UNG ", NOW);
        let token = make().await.unwrap().unwrap();
        let keys = links::follow(&test.app, &token, NOW).await.unwrap().unwrap();
        assert_eq!(who(&test.app, &keys.token, NOW).await.unwrap().unwrap().user(), user);
        assert!(links::follow(&test.app, &token, NOW).await.unwrap().is_none(), "it is used up");
        let late = make().await.unwrap().unwrap();
        assert!(links::follow(&test.app, &late, NOW.plus_seconds(links::LASTS_SECONDS)).await.unwrap().is_none());
        assert_eq!((events(&test, "link-made").await, events(&test, "signed-in").await), (2, 1));
        let closed = make().await.unwrap().unwrap();
        users::disable(&test.app, &Actor::Operator, "ung", NOW).await.unwrap();
        assert!(links::follow(&test.app, &closed, NOW).await.unwrap().is_none(), "the account is closed");
    }

    async fn no_link_leads_around_the_password_of_somebody_who_sees_others(db: TestDb) {
        let (test, _) = small(&db).await;
        person(&test, "moster", Role::NetworkPerson).await;
        person(&test, "ung", Role::YoungPerson).await;
        test.user("solvej", Role::Caseworker, None).await;
        test.role("ung", Role::Analyst).await;
        for login in ["moster", "ung", "solvej", "findes-ikke"] {
            let made = links::make(&test.app, &Actor::Operator, login, NOW).await.unwrap();
            assert_eq!(made.unwrap_err(), Refused::NoUser, "{login}");
            assert!(links::make_for_demo(&test.app, login, NOW).await.unwrap().is_none(), "no demonstration: {login}");
        }
        let caseworker = test.actor("solvej", NOW).await;
        assert!(denied(links::make(&test.app, &caseworker, "ung", NOW).await));
    }
}
