//! The waiting list, the price of speed, and the map of the network: who sees what, and that it is written down.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_app::Error;
use lods_app::steps::{form, network, waiting};
use lods_domain::access::{Actor, Role};
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::ids::{CourseId, StepId};
use lods_domain::steps::speed::{Price, Reason, Route};
use lods_domain::steps::{Answer, Answers, Choice, StepField, StepKind};
use lods_store::query;
use lods_store::steps::{self, NewStep};
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, on_both};

/// Three that can wait (a concern, a grant without a start, a grant that begins in a week), one that runs, one refused.
fn folder() -> ExtractFolder {
    ExtractFolder::small()
        .with(
            "forloeb",
            "Sagsnr;CPR;Målgruppe;Bekymring;Besluttet;Afgørelse;Start;Timer pr. uge;Enhed;MentorID\n\
            2022-1;670190-1234;Kontanthjælp;01-04-2022;;;;;;\n\
            2022-2;610295-4678;Kontanthjælp;01-03-2022;09-03-2022;bevilget;;2;;\n\
            2022-3;610295-4678;Kontanthjælp;01-05-2022;09-05-2022;bevilget;08-06-2022;2;Korpset;M001\n\
            2022-4;670190-1234;Kontanthjælp;01-01-2022;09-01-2022;bevilget;15-01-2022;2;Korpset;M001\n\
            2022-5;670190-1234;Kontanthjælp;01-01-2022;09-01-2022;afslag;;2;;\n",
        )
        .with("registreringer", "Sagsnr;MentorID;Start;Form;Udfald;ATA-minutter;Transportminutter;Km;Gruppe\n")
        .with("maal", "MålID;Sagsnr;Type;Mål;Oprettet\n")
        .with("maalinger", "MålID;Dato;Værdi\n")
        .with("opfoelgninger", "Sagsnr;Dato;Sagsbehandler;Mentor;Borger\n")
}

async fn course(db: &TestDb, case: &str) -> CourseId {
    let mut tx = db.db.read().await.unwrap();
    lods_store::courses::by_case_number(&mut tx, case).await.unwrap().unwrap()
}

async fn take(db: &TestDb, course: CourseId, kind: StepKind, on: &str, given: &[(StepField, Answer)]) -> StepId {
    let mut answers = Answers::default();
    given.iter().for_each(|(field, answer)| answers.set(*field, answer.clone()));
    let key = format!("{course}-{}-{on}", kind.code());
    let new = NewStep {
        key: &key,
        course,
        kind,
        day: on.parse().unwrap(),
        at: NOW,
        user: None,
        role: None,
        answers: &answers,
        stood: None,
        subject: None,
    };
    let mut tx = db.db.begin().await.unwrap();
    let id = steps::insert(&mut tx, &new).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    id
}

async fn wait(db: &TestDb, case: &str, on: &str, reason: Choice) -> StepId {
    let text = Answer::Text(format!("Opstart {case}"));
    let given = [(StepField::WaitReason, Answer::One(reason)), (StepField::StartUpCourse, text)];
    take(db, course(db, case).await, StepKind::Waiting, on, &given).await
}

/// All five are put on the list; those that run or are refused wait no more.
async fn waiting_house(db: &TestDb) -> TestApp {
    let test = TestApp::new(db);
    test.import_ok(&folder()).await;
    for (case, on, reason) in [
        ("2022-1", "2022-04-10", Choice::Information),
        ("2022-2", "2022-03-10", Choice::NoCapacity),
        ("2022-2", "2022-04-10", Choice::NoMatch),
        ("2022-3", "2022-05-31", Choice::NoMatch),
        ("2022-4", "2022-01-10", Choice::NoMatch),
        ("2022-5", "2022-01-05", Choice::NoMatch),
    ] {
        wait(db, case, on, reason).await;
    }
    test
}

async fn logged(db: &TestDb, what: &str, allowed: i64) -> i64 {
    let mut tx = db.db.read().await.unwrap();
    let sql = "SELECT count(*) FROM access_log WHERE what = $1 AND allowed = $2";
    let (count,): (i64,) = tx.one(query(sql).bind(what).bind(allowed)).await.unwrap();
    count
}

fn risks(prices: &[Price], route: Route) -> Vec<(Recommendation, Reason)> {
    let price = prices.iter().find(|price| price.route == route).unwrap();
    price.risks.iter().map(|risk| (risk.recommendation, risk.reason)).collect()
}

/// A parent whom weekly news go to.
fn parent(agreed: bool) -> Vec<(StepField, Answer)> {
    let mut given = vec![
        (StepField::Relation, Answer::One(Choice::Parent)),
        (StepField::PersonName, Answer::Text("Karen".to_owned())),
        (StepField::Closeness, Answer::One(Choice::Near)),
        (StepField::Tie, Answer::One(Choice::Conflict)),
        (StepField::Involvement, Answer::One(Choice::WeeklyNews)),
    ];
    if agreed {
        given.push((StepField::AgreedWithYoung, Answer::Yes));
    }
    given
}

on_both! {
    async fn the_longest_wait_stands_first_and_all_are_counted(db: TestDb) {
        let test = waiting_house(&db).await;
        test.user("solvej", Role::Caseworker, None).await;
        let actor = test.actor("solvej", NOW).await;
        let before = logged(&db, "list", 1).await;
        let page = waiting::list(&test.app, &actor, 99, NOW).await.unwrap();
        let rows: Vec<_> = page.rows.iter().map(|(course, wait)| {
            (course.case_number().to_owned(), wait.days(page.today), wait.reason.unwrap(), wait.meanwhile.clone().unwrap())
        }).collect();
        let row = |case: &str, days, reason| (case.to_owned(), days, reason, format!("Opstart {case}"));
        assert_eq!(rows, [
            row("2022-2", 83, Choice::NoMatch),
            row("2022-1", 52, Choice::Information),
            row("2022-3", 1, Choice::NoMatch),
        ]);
        assert_eq!((page.totals.count, page.totals.median, page.totals.longest, page.page), (3, Some(52), Some(83), 1));
        assert_eq!(page.totals.reasons, [(Some(Choice::NoMatch), 2), (Some(Choice::Information), 1)]);
        assert_eq!(logged(&db, "list", 1).await, before + 3, "each course that is shown is written down");
    }

    async fn a_wait_that_is_taken_back_is_over(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&folder()).await;
        let step = wait(&db, "2022-1", "2022-04-10", Choice::Other).await;
        let undo = take(&db, course(&db, "2022-1").await, StepKind::Undo, "2022-04-11", &[]).await;
        let list = || waiting::list(&test.app, &Actor::Operator, 1, NOW);
        assert_eq!(list().await.unwrap().totals.count, 1);
        let mut tx = db.db.begin().await.unwrap();
        assert!(steps::undo(&mut tx, step, undo).await.unwrap());
        tx.commit().await.unwrap();
        let page = list().await.unwrap();
        assert!(page.rows.is_empty() && page.totals.median.is_none());
    }

    async fn who_sees_no_decisions_sees_no_reason_and_who_leads_nothing_is_refused(db: TestDb) {
        let test = waiting_house(&db).await;
        test.user("kaj", Role::Coordinator, None).await;
        let page = waiting::list(&test.app, &test.actor("kaj", NOW).await, 1, NOW).await.unwrap();
        assert_eq!(page.totals.reasons, [(None, 3)]);
        assert!(page.rows.iter().all(|(_, wait)| wait.reason.is_none() && wait.meanwhile.is_none()));
        test.user("oesten", Role::Mentor, Some("M001")).await;
        let refused = waiting::list(&test.app, &test.actor("oesten", NOW).await, 1, NOW).await;
        assert!(matches!(refused, Err(Error::Denied(_))));
        assert_eq!(logged(&db, "list", 0).await, 1);
    }

    /// M002 is a supplier's, without competences and supervision; M001 is the municipality's, supervised long ago.
    async fn the_price_of_speed_is_counted_from_what_is_on_record(db: TestDb) {
        let test = waiting_house(&db).await;
        let page = waiting::list(&test.app, &Actor::Operator, 1, NOW).await.unwrap();
        let supervised = (Recommendation::Supervision, Reason::Supervised { some: 0, all: 1 });
        assert_eq!(risks(&page.prices, Route::Supplier), [
            (Recommendation::Competences, Reason::Fitting { some: 0, all: 3, courses: 3 }), supervised,
        ]);
        assert_eq!(risks(&page.prices, Route::OwnMentor), [
            (Recommendation::Competences, Reason::Fitting { some: 1, all: 3, courses: 3 }), supervised,
        ]);
        assert_eq!(risks(&page.prices, Route::Group), [(Recommendation::Groups, Reason::TooEarly { months: 3 })]);
        let granted = Reason::Granted { some: 2, all: 3 };
        assert_eq!(risks(&page.prices, Route::EarlyHelp), [(Recommendation::Purpose, granted)]);
    }

    async fn the_forms_of_waiting_and_match_tell_the_price_for_their_course(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&folder()).await;
        let of = async |case: &str, kind| {
            form::show(&test.app, &Actor::Operator, course(&db, case).await, kind, NOW).await.unwrap().prices
        };
        let waits = of("2022-1", StepKind::Waiting).await;
        let fitting = |some| (Recommendation::Competences, Reason::Fitting { some, all: 1, courses: 1 });
        assert_eq!(risks(&waits, Route::Supplier)[0], fitting(0));
        assert_eq!(risks(&waits, Route::OwnMentor).len(), 1, "Østen has what the course asks for: {waits:?}");
        assert_eq!(risks(&waits, Route::EarlyHelp), [(Recommendation::Purpose, Reason::Granted { some: 0, all: 1 })]);
        let runs = of("2022-4", StepKind::Match).await;
        assert!(risks(&runs, Route::Group).is_empty() && risks(&runs, Route::EarlyHelp).is_empty(), "{runs:?}");
        let own = runs.iter().find(|price| price.route == Route::OwnMentor).unwrap();
        assert_eq!(own.mentors, Some(0), "another unit than the course's own");
        assert!(of("2022-4", StepKind::Goal).await.is_empty());
    }

    async fn the_map_holds_who_stands_and_is_shown_to_who_sees_the_steps(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        let id = course(&db, "2022-00001").await;
        take(&db, id, StepKind::NetworkPerson, "2022-02-01", &parent(false)).await;
        let gone = take(&db, id, StepKind::NetworkPerson, "2022-02-02", &parent(true)).await;
        let undo = take(&db, id, StepKind::Undo, "2022-02-03", &[]).await;
        let mut tx = db.db.begin().await.unwrap();
        assert!(steps::undo(&mut tx, gone, undo).await.unwrap());
        tx.commit().await.unwrap();
        test.user("oesten", Role::Mentor, Some("M001")).await;
        let map = network::show(&test.app, &test.actor("oesten", NOW).await, id, NOW).await.unwrap();
        let persons: Vec<_> = map.persons.iter().map(|one| (one.name.as_deref(), one.lacks_agreement())).collect();
        assert_eq!(persons, [(Some("Karen"), true)]);
        assert!(map.may_add && map.may_take_back);
        assert!(logged(&db, "steps", 1).await >= 1);
        test.account("leverandoer", Role::SupplierCoordinator).await;
        let actor = test.actor("leverandoer", NOW).await;
        let refused = network::show(&test.app, &actor, id, NOW).await;
        assert!(matches!(refused, Err(Error::NotFound)), "the supplier sees no steps");
        assert!(logged(&db, "steps", 0).await >= 1);
    }

    async fn on_a_closed_course_nobody_is_added(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        test.user("solvej", Role::Caseworker, None).await;
        let id = course(&db, "2021-00002").await;
        let map = network::show(&test.app, &test.actor("solvej", NOW).await, id, NOW).await.unwrap();
        assert!(map.persons.is_empty() && !map.may_add);
    }
}
