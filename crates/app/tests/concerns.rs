//! Concerns: told by anybody, seen by whoever takes them up, proposed where they may be the same, taken up once.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it does not expect has failed")]

use lods_app::Error;
use lods_app::access::users::PlaceName;
use lods_app::concerns::inbox::{self, Inbox, Which};
use lods_app::concerns::report::{Reported, Sent, by_anybody, by_staff};
use lods_app::concerns::show::{self, ReportPage, Waiting};
use lods_app::concerns::take::{self, Begin, Take, Took};
use lods_app::courses::show as course_page;
use lods_domain::access::{Actor, Place, Role};
use lods_domain::concerns::{Likeness, Standing, TakeFault, TakenUp, Told};
use lods_domain::ids::{ConcernReportId, CourseId, DepartmentId};
use lods_domain::steps::{Answer, Answers, Choice, StepField};
use lods_domain::{Cpr, Day, Moment};
use lods_store::{audit, query};
use lods_testkit::{NOW, TestApp, TestDb, on_both};

/// Åse Zachariassen (670190-1234) has 2022-00001, which runs; Bo Ærø (610295-4678) has 2021-00002, which ended.
const ÅSE: &str = "670190-1234";
const BO: &str = "610295-4678";

async fn staff(test: &TestApp, login: &str, role: Role) -> Actor {
    test.user(login, role, (role == Role::Mentor).then_some("M001")).await;
    test.actor(login, NOW).await
}

fn today() -> Day {
    "2022-06-01".parse().unwrap()
}

fn told(name: &str, cpr: Option<&str>, days_ago: i64) -> Told {
    let mut answers = Answers::default();
    answers.set(StepField::NeedOn, Answer::Day(today().plus_days(-days_ago)));
    answers.set(StepField::SeenBy, Answer::One(Choice::Family));
    answers.set(StepField::Observed, Answer::Text("Kommer ikke i skole".to_owned()));
    Told { name: name.to_owned(), cpr: cpr.map(|cpr| Cpr::parse(cpr).unwrap()), answers, ..Told::default() }
}

fn key(number: u8) -> String {
    format!("{number:064x}")
}

async fn report(test: &TestApp, number: u8, told: &Told) -> ConcernReportId {
    let sent = Sent { key: &key(number), told };
    assert_eq!(by_anybody(&test.app, "192.0.2.1", sent, NOW).await.unwrap(), Reported::Done);
    let mut tx = test.app.db().read().await.unwrap();
    let (id,): (i64,) = tx.one(query("SELECT max(id) FROM concern_reports")).await.unwrap();
    tx.commit().await.unwrap();
    ConcernReportId(id)
}

async fn waiting(test: &TestApp, actor: &Actor, id: ConcernReportId) -> Waiting {
    match show::report(&test.app, actor, id, NOW).await.unwrap() {
        ReportPage::Waiting(waiting) => *waiting,
        ReportPage::Taken(_) => panic!("taken up"),
    }
}

async fn inbox(test: &TestApp, actor: &Actor, now: Moment) -> Inbox {
    inbox::inbox(&test.app, actor, Which::Waiting, 1, now).await.unwrap()
}

async fn begin<'a>(test: &TestApp, actor: &Actor, id: ConcernReportId) -> Begin<'a> {
    let waiting = waiting(test, actor, id).await;
    Begin {
        cpr: None,
        given_name: "Nanna",
        family_name: "Ny",
        phone: "20 00 00 00",
        email: "",
        target_group: waiting.target_groups[0].0,
        home: waiting.homes[0].place,
        confirmed: false,
    }
}

async fn take(test: &TestApp, actor: &Actor, id: ConcernReportId, how: Take<'_>) -> Took {
    take::take(&test.app, actor, id, how, NOW).await.unwrap()
}

async fn count(db: &TestDb, what: &str) -> i64 {
    let mut tx = db.db.read().await.unwrap();
    let (count,): (i64,) = tx.one(query(&format!("SELECT count(*) FROM {what}"))).await.unwrap();
    tx.commit().await.unwrap();
    count
}

async fn log(db: &TestDb, user: &Actor, allowed: bool) -> Vec<(String, Option<i64>, Option<i64>)> {
    let mut tx = db.db.read().await.unwrap();
    let sql = "SELECT what, person_id, course_id FROM access_log WHERE user_id = $1 AND allowed = $2 ORDER BY id";
    let rows = tx.all(query(sql).bind(user.user()).bind(allowed)).await.unwrap();
    tx.commit().await.unwrap();
    rows
}

async fn events(db: &TestDb) -> Vec<(String, String)> {
    let mut tx = db.db.read().await.unwrap();
    let events = audit::names(&mut tx, 0, 200).await.unwrap();
    tx.commit().await.unwrap();
    let named = events.into_iter().map(|(_, name, detail)| (name, detail));
    named.filter(|(name, _)| name.contains("concern") || name.contains("step")).collect()
}

async fn set_rule(db: &TestDb, code: &str, value: i64) {
    let mut tx = db.db.begin().await.unwrap();
    tx.execute(query("UPDATE rules SET value = $1 WHERE code = $2").bind(value).bind(code)).await.unwrap();
    tx.commit().await.unwrap();
}

on_both! {
    async fn whoever_reports_reads_nothing_and_whoever_takes_up_reads_all_of_it(db: TestDb) {
        let test = TestApp::small(&db).await;
        let id = report(&test, 1, &told("Åse Zachariassen", Some(ÅSE), 3)).await;
        for role in Role::ALL.iter().copied().filter(|role| !matches!(role, Role::Caseworker | Role::Leader)) {
            test.account(role.code(), role).await;
            let actor = test.actor(role.code(), NOW).await;
            let told = told("Nogen", None, 1);
            let sent = by_staff(&test.app, &actor, Sent { key: &key(2), told: &told }, NOW).await;
            let reports = !matches!(role, Role::SupplierCoordinator | Role::Controller | Role::Analyst | Role::YoungPerson
                | Role::NetworkPerson | Role::Administrator | Role::DataProtectionOfficer);
            assert_eq!(sent.is_ok(), reports, "{}", role.code());
            assert!(matches!(inbox::inbox(&test.app, &actor, Which::Waiting, 1, NOW).await, Err(Error::Denied(_))));
            assert!(matches!(show::report(&test.app, &actor, id, NOW).await, Err(Error::Denied(_))));
            let leave = Take::Leave { duplicate: true, reason: "x" };
            assert!(matches!(take::take(&test.app, &actor, id, leave, NOW).await, Err(Error::Denied(_))));
            assert!(log(&db, &actor, true).await.is_empty(), "{} read nothing", role.code());
            assert!(log(&db, &actor, false).await.iter().all(|(what, ..)| what == "concerns"));
        }
        for role in [Role::Caseworker, Role::Leader] {
            let actor = staff(&test, role.code(), role).await;
            assert_eq!(inbox(&test, &actor, NOW).await.rows[0].0.told.name, "Åse Zachariassen");
            assert_eq!(waiting(&test, &actor, id).await.report.told.cpr, Cpr::parse(ÅSE).ok());
            let read = log(&db, &actor, true).await;
            assert!(read.iter().any(|(what, person, _)| what == "concerns" && person.is_some()), "{read:?}");
            assert!(read.iter().any(|(what, person, _)| what == "concerns" && person.is_none()), "{read:?}");
        }
        assert!(matches!(
            show::report(&test.app, &test.actor("leader", NOW).await, ConcernReportId(99), NOW).await,
            Err(Error::NotFound)
        ));
    }

    async fn what_is_sent_twice_is_one_report_and_what_was_changed_is_another(db: TestDb) {
        let test = TestApp::small(&db).await;
        let one = told("Åse", None, 1);
        report(&test, 1, &one).await;
        report(&test, 1, &one).await;
        assert_eq!(count(&db, "concern_reports").await, 1);
        report(&test, 1, &Told { contact: "20 00 00 00".to_owned(), ..one.clone() }).await;
        report(&test, 2, &one).await;
        assert_eq!(count(&db, "concern_reports").await, 3);
        assert_eq!(events(&db).await.len(), 3);
        let bad = by_anybody(&test.app, "192.0.2.1", Sent { key: "x", told: &one }, NOW).await.unwrap();
        assert_eq!(bad, Reported::NoKey);
    }

    async fn the_copy_of_a_database_shows_neither_name_number_nor_what_was_seen(db: TestDb) {
        let test = TestApp::small(&db).await;
        let id = report(&test, 1, &told("Nanna Ny", Some("660304-1111"), 1)).await;
        let solvej = staff(&test, "solvej", Role::Caseworker).await;
        take(&test, &solvej, id, Take::Leave { duplicate: false, reason: "Moderen trak den tilbage" }).await;
        let mut tx = db.db.read().await.unwrap();
        let (told, hash, reason): (String, String, String) =
            tx.one(query("SELECT told, cpr_hash, reason FROM concern_reports")).await.unwrap();
        tx.commit().await.unwrap();
        let all = format!("{told}{hash}{reason}");
        assert!(!all.contains("Nanna") && !all.contains("1111") && !all.contains("skole") && !all.contains("Moderen"));
        assert!(!events(&db).await.iter().any(|(_, detail)| detail.contains("Nanna") || detail.contains("1111")));
    }

    async fn from_one_address_only_so_many_in_a_quarter_of_an_hour(db: TestDb) {
        let test = TestApp::small(&db).await;
        let send = async |number: u8, address: &str, now| {
            let told = told("Åse", None, 1);
            by_anybody(&test.app, address, Sent { key: &key(number), told: &told }, now).await.unwrap()
        };
        for number in 0..20 {
            assert_eq!(send(number, "2001:db8::1", NOW).await, Reported::Done);
        }
        assert_eq!(send(20, "2001:db8::2", NOW).await, Reported::Wait { minutes: 15 });
        assert_eq!(count(&db, "concern_reports").await, 20);
        assert_eq!(send(20, "2001:db8:0:1::1", NOW).await, Reported::Done, "another household");
        assert_eq!(send(21, "2001:db8::2", NOW.plus_seconds(15 * 60 + 1)).await, Reported::Done);
    }

    async fn the_oldest_need_stands_first_and_the_clock_warns_from_day_seven(db: TestDb) {
        let test = TestApp::small(&db).await;
        for (number, days) in [(1, 6), (2, 11), (3, 7), (4, 10)] {
            report(&test, number, &told(&format!("Ung {days}"), None, days)).await;
        }
        let solvej = staff(&test, "solvej", Role::Caseworker).await;
        let found = inbox(&test, &solvej, NOW).await;
        let shown = |found: &Inbox| -> Vec<(i64, Standing)> {
            found.rows.iter().map(|(_, clock)| (clock.days, clock.standing)).collect()
        };
        use Standing::{InTime, Late, Warned};
        assert_eq!(shown(&found), [(11, Late), (10, Warned), (7, Warned), (6, InTime)]);
        assert_eq!((found.waiting, found.late), (4, 1));
        set_rule(&db, "decision-working-days", 1).await;
        let found = inbox(&test, &solvej, NOW).await;
        // The oldest two were seen at a weekend; 26 May 2022 is Ascension Day.
        assert_eq!(shown(&found), [(7, Warned), (7, Warned), (4, InTime), (4, InTime)]);
        assert_eq!(found.late, 0);
        // 6 June is Whit Monday.
        let later = async |days: i64| {
            let found = inbox(&test, &solvej, NOW.plus_seconds(days * 86_400)).await;
            (shown(&found)[0], found.late)
        };
        assert_eq!(later(6).await, ((10, Warned), 0));
        assert_eq!(later(7).await, ((11, Late), 2));
    }

    async fn who_may_be_the_same_is_proposed_and_nothing_is_merged(db: TestDb) {
        let test = TestApp::small(&db).await;
        let first = report(&test, 1, &told("åse  ZACHARIASSEN", Some(ÅSE), 3)).await;
        let by_name = Told { born: Cpr::parse(ÅSE).unwrap().birthday(), ..told("Åse Zachariassen", None, 2) };
        let second = report(&test, 2, &by_name).await;
        report(&test, 3, &told("Åse Zachariassen", None, 1)).await;
        report(&test, 4, &told("Åse Zachariassen", Some(BO), 1)).await;
        let solvej = staff(&test, "solvej", Role::Caseworker).await;
        let shown = waiting(&test, &solvej, first).await;
        let alike = |shown: &Waiting| -> Vec<_> { shown.reports.iter().map(|(one, like)| (one.id, *like)).collect() };
        assert_eq!(alike(&shown), [(second, Likeness::NameAndBirthday)]);
        assert_eq!(shown.courses.len(), 1);
        assert_eq!((shown.courses[0].0.case_number(), shown.courses[0].1), ("2022-00001", Likeness::Cpr));
        let shown = waiting(&test, &solvej, second).await;
        assert_eq!(alike(&shown), [(first, Likeness::NameAndBirthday)]);
        assert_eq!(shown.courses[0].1, Likeness::NameAndBirthday);
        let read = log(&db, &solvej, true).await;
        assert!(read.iter().any(|(what, _, course)| what == "concerns" && course.is_some()), "{read:?}");
        assert_eq!(count(&db, "concern_reports WHERE taken_up = ''").await, 4);
        // Of another department nothing is proposed.
        test.user_at("dorte", Role::Caseworker, PlaceName::Department("Psykiatri"), None).await;
        let dorte = test.actor("dorte", NOW).await;
        let shown = waiting(&test, &dorte, first).await;
        assert!(shown.courses.is_empty());
        assert!(log(&db, &dorte, true).await.iter().all(|(_, _, course)| course.is_none()));
    }

    async fn a_course_is_begun_for_somebody_new_once_and_within_the_takers_reach(db: TestDb) {
        let test = TestApp::small(&db).await;
        let id = report(&test, 1, &told("Nanna Ny", None, 3)).await;
        test.user_at("dorte", Role::Caseworker, PlaceName::Department("Psykiatri"), None).await;
        let dorte = test.actor("dorte", NOW).await;
        let new = begin(&test, &dorte, id).await;
        let cpr = Cpr::parse("660304-1111").ok();
        for (begin, fault) in [
            (new, TakeFault::NoNumber),
            (Begin { cpr, given_name: " ", ..new }, TakeFault::NoName),
            (Begin { cpr, target_group: 999, ..new }, TakeFault::NoTargetGroup),
            (Begin { cpr, home: Place::Municipality, ..new }, TakeFault::NoHome),
            (Begin { cpr, home: Place::Department(DepartmentId(999)), ..new }, TakeFault::NoHome),
        ] {
            assert_eq!(take(&test, &dorte, id, Take::Begin(begin)).await, Took::Fault(fault));
        }
        assert_eq!((count(&db, "people").await, count(&db, "courses").await), (2, 2), "nothing was written");
        let new = Begin { cpr, ..new };
        let Took::Course(course) = take(&test, &dorte, id, Take::Begin(new)).await else { panic!() };
        let page = course_page::course(&test.app, &dorte, course, 1, NOW).await.unwrap();
        assert_eq!(page.course.name().as_deref(), Some("Nanna Ny"));
        assert_eq!(page.course.dates().concern, Some(today().plus_days(-3)));
        assert!(page.course.case_number().starts_with("2022-L"), "{}", page.course.case_number());
        assert_eq!(page.dues.len(), 1, "a decision is due");
        assert_eq!(count(&db, "course_steps WHERE kind = 'concern' AND role = 'caseworker'").await, 1);
        let names: Vec<String> = events(&db).await.into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["concern-reported", "step-taken", "concern-taken-up"]);
        assert_eq!(take(&test, &dorte, id, Take::Begin(new)).await, Took::Already);
        assert_eq!((count(&db, "people").await, count(&db, "courses").await), (3, 3));
        // Somebody without reach to the course is told that it was taken up, and no more.
        test.user_at("egon", Role::Caseworker, PlaceName::Department("Beskæftigelse"), None).await;
        let egon = test.actor("egon", NOW).await;
        let ReportPage::Taken(taken) = show::report(&test.app, &egon, id, NOW).await.unwrap() else { panic!() };
        assert!(taken.report.is_none() && taken.course.is_none() && taken.taken.how == TakenUp::Course);
        let ReportPage::Taken(taken) = show::report(&test.app, &dorte, id, NOW).await.unwrap() else { panic!() };
        assert_eq!((taken.course, taken.report.map(|report| report.id)), (Some(course), Some(id)));
    }

    async fn a_known_citizen_gets_a_course_more_and_keeps_name_and_contact(db: TestDb) {
        let test = TestApp::small(&db).await;
        let id = report(&test, 1, &told("Åse", Some(ÅSE), 3)).await;
        let solvej = staff(&test, "solvej", Role::Caseworker).await;
        let new = begin(&test, &solvej, id).await;
        let looked_up = log(&db, &solvej, true).await.iter().filter(|(_, person, _)| person.is_some()).count();
        assert_eq!(take(&test, &solvej, id, Take::Begin(new)).await, Took::Fault(TakeFault::OtherName));
        let now = log(&db, &solvej, true).await.iter().filter(|(_, person, _)| person.is_some()).count();
        assert!(now > looked_up, "who looks a number up leaves a trace, whatever comes of it");
        let other = Begin { cpr: Cpr::parse(BO).ok(), ..new };
        assert_eq!(take(&test, &solvej, id, Take::Begin(other)).await, Took::Fault(TakeFault::OtherPerson));
        let confirmed = Begin { confirmed: true, ..new };
        let Took::Course(course) = take(&test, &solvej, id, Take::Begin(confirmed)).await else { panic!() };
        let page = course_page::course(&test.app, &solvej, course, 1, NOW).await.unwrap();
        assert_ne!(page.course.name().as_deref(), Some("Nanna Ny"), "what stands is not overwritten");
        assert_eq!(count(&db, "people").await, 2);
    }

    async fn a_case_number_that_another_system_gave_is_passed_over(db: TestDb) {
        let test = TestApp::small(&db).await;
        let mut tx = db.db.begin().await.unwrap();
        let number = query("UPDATE courses SET case_number = '2022-L00003' WHERE case_number = '2021-00002'");
        tx.execute(number).await.unwrap();
        tx.commit().await.unwrap();
        let id = report(&test, 1, &told("Nanna Ny", Some("660304-1111"), 3)).await;
        let solvej = staff(&test, "solvej", Role::Caseworker).await;
        let new = begin(&test, &solvej, id).await;
        assert!(matches!(take(&test, &solvej, id, Take::Begin(new)).await, Took::Course(_)));
        assert_eq!(count(&db, "courses WHERE case_number = '2022-L00004'").await, 1);
    }

    async fn a_report_is_put_with_a_course_of_the_same_citizen_that_runs(db: TestDb) {
        let test = TestApp::small(&db).await;
        let id = report(&test, 1, &told("Åse Zachariassen", Some(ÅSE), 3)).await;
        let of_bo = report(&test, 2, &told("Bo Ærø", Some(BO), 3)).await;
        let solvej = staff(&test, "solvej", Role::Caseworker).await;
        let faults = [(id, "nej", TakeFault::NoCourse), (of_bo, "2022-00001", TakeFault::OtherPerson), (of_bo, "2021-00002", TakeFault::CourseOver)];
        for (report, case, fault) in faults {
            assert_eq!(take(&test, &solvej, report, Take::Tie(case)).await, Took::Fault(fault), "{case}");
        }
        test.user_at("dorte", Role::Caseworker, PlaceName::Department("Psykiatri"), None).await;
        let dorte = test.actor("dorte", NOW).await;
        assert_eq!(take(&test, &dorte, id, Take::Tie("2022-00001")).await, Took::Fault(TakeFault::NoCourse), "not within reach");
        let Took::Course(course) = take(&test, &solvej, id, Take::Tie(" 2022-00001 ")).await else { panic!() };
        assert_eq!(count(&db, &format!("concern_reports WHERE course_id = {course} AND taken_up = 'course'")).await, 1);
        assert_eq!(count(&db, &format!("course_steps WHERE course_id = {course} AND kind = 'concern'")).await, 1);
        assert_eq!(take(&test, &solvej, id, Take::Tie("2022-00001")).await, Took::Already);
    }

    async fn the_clock_runs_from_the_first_need_that_was_seen(db: TestDb) {
        let test = TestApp::small(&db).await;
        let (early, late) = (told("Ny", None, 9), told("Ny", None, 1));
        let (early, late) = (report(&test, 1, &early).await, report(&test, 2, &late).await);
        let solvej = staff(&test, "solvej", Role::Caseworker).await;
        let new = Begin { cpr: Cpr::parse("610306-4001").ok(), ..begin(&test, &solvej, late).await };
        let Took::Course(course) = take(&test, &solvej, late, Take::Begin(new)).await else { panic!() };
        let concern = |page: &course_page::CoursePage| page.course.dates().concern.unwrap();
        let before = course_page::course(&test.app, &solvej, course, 1, NOW).await.unwrap();
        let number = before.course.case_number().to_owned();
        assert_eq!(take(&test, &solvej, early, Take::Tie(&number)).await, Took::Course(course));
        let after = course_page::course(&test.app, &solvej, course, 1, NOW).await.unwrap();
        assert_eq!(concern(&before).days_since(concern(&after)), 8);
    }

    async fn nothing_comes_of_a_report_only_for_a_reason_and_it_can_be_read_afterwards(db: TestDb) {
        let test = TestApp::small(&db).await;
        let id = report(&test, 1, &told("Åse Zachariassen", None, 3)).await;
        let lene = staff(&test, "lene", Role::Leader).await;
        let leave = |reason| Take::Leave { duplicate: false, reason };
        assert_eq!(take(&test, &lene, id, leave(" ")).await, Took::Fault(TakeFault::NoReason));
        let long = "x".repeat(2_001);
        assert_eq!(take(&test, &lene, id, leave(&long)).await, Took::Fault(TakeFault::ReasonTooLong));
        assert_eq!(take(&test, &lene, id, leave("Har hjælp i skolen")).await, Took::Left);
        assert_eq!(take(&test, &lene, id, leave("igen")).await, Took::Already);
        assert_eq!(inbox(&test, &lene, NOW).await.waiting, 0);
        let left = inbox::inbox(&test.app, &lene, Which::Left, 1, NOW).await.unwrap();
        let taken = left.rows[0].0.taken.clone().unwrap();
        assert_eq!((taken.how, taken.reason.as_str(), taken.course), (TakenUp::NoCourse, "Har hjælp i skolen", None::<CourseId>));
        assert_eq!(taken.by.as_deref(), Some("lene"));
    }

    async fn nothing_is_added_to_a_citizen_whose_data_are_restricted(db: TestDb) {
        let test = TestApp::small(&db).await;
        let id = report(&test, 1, &told("Åse Zachariassen", Some(ÅSE), 3)).await;
        let mut tx = db.db.begin().await.unwrap();
        tx.execute(query("UPDATE people SET restricted_on = 1")).await.unwrap();
        tx.commit().await.unwrap();
        let solvej = staff(&test, "solvej", Role::Caseworker).await;
        let new = Begin { confirmed: true, ..begin(&test, &solvej, id).await };
        assert_eq!(take(&test, &solvej, id, Take::Begin(new)).await, Took::Fault(TakeFault::Restricted));
        assert_eq!(take(&test, &solvej, id, Take::Tie("2022-00001")).await, Took::Fault(TakeFault::Restricted));
    }
}
