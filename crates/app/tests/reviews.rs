//! Emergency access and its review, the traces that the data protection officer reads, and unusual reading.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_app::Error;
use lods_app::access::emergency::{self, Opened, Refused};
use lods_app::access::emergency_reviews::{self, Reviewed};
use lods_app::access::traces::{self, Asked, Meant};
use lods_app::access::{unusual, users::PlaceName};
use lods_app::courses::{list, show, today};
use lods_domain::access::unusual::Unusual;
use lods_domain::access::{Actor, Purpose, Reach, Role, To, What};
use lods_domain::ids::{CourseId, PersonId, UserId};
use lods_domain::{Cpr, Moment};
use lods_store::courses::{Filter, Sort};
use lods_store::emergencies::Which;
use lods_store::query;
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, noon, on_both};

const REASON: &str = "Borgeren er indlagt, og hospitalet mangler svar nu";
const HOURS: i64 = 3_600;

/// The small extract, with case 2022-00001 in the department Unge and case 2021-00002 in Voksne.
async fn two_departments(db: &TestDb) -> TestApp {
    let test = TestApp::new(db);
    test.import_ok(&ExtractFolder::small()).await;
    test.user_at("vera", Role::Caseworker, PlaceName::Department("Voksne"), None).await;
    test.user_at("lene", Role::Leader, PlaceName::Department("Unge"), None).await;
    test.user_at("lars", Role::Leader, PlaceName::Department("Voksne"), None).await;
    test.user("dpo", Role::DataProtectionOfficer, None).await;
    for (case, department) in [("2022-00001", "Unge"), ("2021-00002", "Voksne")] {
        let sql =
            "UPDATE courses SET department_id = (SELECT id FROM departments WHERE name = $1) WHERE case_number = $2";
        execute(db, query(sql).bind(department).bind(case)).await;
    }
    test
}

async fn execute(db: &TestDb, statement: lods_store::Query) {
    let mut tx = db.db.begin().await.unwrap();
    tx.execute(statement).await.unwrap();
    tx.commit().await.unwrap();
}

async fn course(db: &TestDb, case: &str) -> CourseId {
    let mut tx = db.db.read().await.unwrap();
    lods_store::courses::by_case_number(&mut tx, case).await.unwrap().unwrap()
}

/// The last lines of the access log: purpose, relation, what, whether of a person, whether allowed.
async fn log(db: &TestDb, lines: usize) -> Vec<String> {
    let mut tx = db.db.read().await.unwrap();
    let sql = "SELECT purpose, relation, what, person_id, allowed FROM access_log ORDER BY id";
    let rows: Vec<(String, String, String, Option<i64>, i64)> = tx.all(query(sql)).await.unwrap();
    let line = |(purpose, relation, what, person, allowed): &(String, String, String, Option<i64>, i64)| {
        let answer = if *allowed == 1 { "read" } else { "denied" };
        format!("{answer} {purpose} {relation} {what} {}", if person.is_some() { "person" } else { "nobody" })
    };
    rows[rows.len() - lines..].iter().map(line).collect()
}

async fn last_event(db: &TestDb) -> String {
    let mut tx = db.db.read().await.unwrap();
    lods_store::audit::names(&mut tx, 0, 1_000).await.unwrap().pop().unwrap().2
}

async fn open(test: &TestApp, login: &str, case: &str, now: Moment) -> Result<Opened, Vec<Refused>> {
    let actor = test.actor(login, now).await;
    emergency::open(&test.app, &actor, case, REASON, now).await.unwrap()
}

on_both! {
    async fn an_emergency_opens_one_course_for_some_hours_and_leaves_its_trace(db: TestDb) {
        let test = two_departments(&db).await;
        let far = course(&db, "2022-00001").await;
        let vera = test.actor("vera", NOW).await;
        assert!(matches!(show::course(&test.app, &vera, far, 1, NOW).await, Err(Error::NotFound)));
        assert_eq!(emergency::hours(&test.app, &vera, NOW).await.unwrap(), 4);
        assert_eq!(open(&test, "vera", " 2022-00001 ", NOW).await, Ok(Opened::Now(far)));
        let event = last_event(&db).await;
        assert!(event.contains("emergency-opened") && !event.contains("indlagt"), "{event}");
        let mut tx = db.db.read().await.unwrap();
        let (reason,): (String,) = tx.one(query("SELECT reason FROM emergency_accesses")).await.unwrap();
        drop(tx);
        assert!(reason.starts_with("1.") && !reason.contains("indlagt"), "the reason is sealed");
        let vera = test.actor("vera", NOW).await;
        let page = show::course(&test.app, &vera, far, 1, NOW).await.unwrap();
        assert_eq!((page.course.by()[0].to, page.emergency_until), (To::Emergency(far), Some(NOW.plus_seconds(4 * HOURS))));
        assert_eq!(log(&db, 3).await, [
            "denied case-work  course person",
            "read emergency emergency emergency-access person",
            "read emergency emergency course person",
        ]);
        let own = course(&db, "2021-00002").await;
        assert_eq!(show::course(&test.app, &vera, own, 1, NOW).await.unwrap().emergency_until, None);
        let later = NOW.plus_seconds(4 * HOURS);
        let vera = test.actor("vera", later).await;
        assert!(matches!(show::course(&test.app, &vera, far, 1, later).await, Err(Error::NotFound)), "it is over");
    }

    async fn what_is_open_anyway_is_not_opened_again(db: TestDb) {
        let test = two_departments(&db).await;
        let (own, far) = (course(&db, "2021-00002").await, course(&db, "2022-00001").await);
        assert_eq!(open(&test, "vera", "2021-00002", NOW).await, Ok(Opened::Already(own)));
        // The same form twice: the actor of the second request knows nothing of the first.
        let vera = test.actor("vera", NOW).await;
        for expected in [Opened::Now(far), Opened::Already(far)] {
            let opened = emergency::open(&test.app, &vera, "2022-00001", REASON, NOW).await.unwrap();
            assert_eq!(opened, Ok(expected));
        }
        let mut tx = db.db.read().await.unwrap();
        let (count,): (i64,) = tx.one(query("SELECT count(*) FROM emergency_accesses")).await.unwrap();
        assert_eq!(count, 1);
    }

    /// A supplier's coordinator who is caseworker elsewhere sees the case's number and dates: that is not what an emergency
    /// needs.
    async fn somebody_who_sees_a_part_of_the_course_can_open_the_rest(db: TestDb) {
        let test = two_departments(&db).await;
        test.role("vera", Role::Controller).await;
        let far = course(&db, "2022-00001").await;
        assert_eq!(open(&test, "vera", "2022-00001", NOW).await, Ok(Opened::Now(far)));
    }

    async fn a_wrong_number_a_short_reason_and_too_many_are_refused(db: TestDb) {
        let test = two_departments(&db).await;
        let vera = test.actor("vera", NOW).await;
        let asked = |case: &'static str, reason: String| {
            let (app, vera) = (test.app.clone(), vera.clone());
            async move { emergency::open(&app, &vera, case, &reason, NOW).await.unwrap() }
        };
        assert_eq!(asked(" ", "haster".into()).await, Err(vec![Refused::CaseMissing, Refused::ReasonShort]));
        assert_eq!(asked("2022-00001", " x".repeat(10)).await, Err(vec![Refused::ReasonShort]), "19 characters");
        assert_eq!(asked("2022-00001", "æ".repeat(1_001)).await, Err(vec![Refused::ReasonLong]));
        assert_eq!(asked("2099-00001", REASON.into()).await, Err(vec![Refused::NoSuchCase]));
        assert_eq!(log(&db, 1).await, ["denied case-work  emergency-access nobody"], "an unknown number is written down");
        let mut tx = db.db.begin().await.unwrap();
        let (user, far) = (vera.user().unwrap(), course(&db, "2022-00001").await);
        for hour in 1..=5 {
            let at = NOW.plus_seconds(-hour * 60);
            let opening = lods_store::emergencies::Opening { user, course: far, reason: REASON, at, until: at };
            lods_store::emergencies::open(&mut tx, &opening).await.unwrap();
        }
        tx.commit().await.unwrap();
        for case in ["2022-00001", "2099-00001"] {
            assert_eq!(asked(case, REASON.into()).await, Err(vec![Refused::TooMany]), "the same for a case that is not there");
        }
        assert_eq!(open(&test, "vera", "2022-00001", NOW.plus_seconds(24 * HOURS)).await, Ok(Opened::Now(far)), "next day");
    }

    async fn guessing_case_numbers_comes_to_an_end(db: TestDb) {
        let test = two_departments(&db).await;
        let vera = test.actor("vera", NOW).await;
        let mut answers = Vec::new();
        for number in 0..11 {
            answers.push(emergency::open(&test.app, &vera, &format!("9-{number}"), REASON, NOW).await.unwrap());
        }
        assert_eq!(answers[9], Err(vec![Refused::NoSuchCase]));
        assert_eq!(answers[10], Err(vec![Refused::TooMany]));
        assert_eq!(open(&test, "vera", "2022-00001", NOW).await, Err(vec![Refused::TooMany]), "a case that is there");
    }

    async fn only_caseworkers_and_leaders_break_the_glass_and_only_leaders_review(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        for role in Role::ALL {
            test.account(role.code(), *role).await;
            let actor = test.actor(role.code(), NOW).await;
            let may_open = matches!(role, Role::Caseworker | Role::Leader);
            let opened = emergency::open(&test.app, &actor, "2022-00001", REASON, NOW).await;
            assert_eq!(matches!(opened, Err(Error::Denied(_))), !may_open, "{}", role.code());
            let listed = emergency_reviews::list(&test.app, &actor, Which::Waiting, 1, NOW).await;
            assert_eq!(matches!(listed, Err(Error::Denied(_))), *role != Role::Leader, "{}", role.code());
            let reviewed = emergency_reviews::review(&test.app, &actor, 1, "i orden", NOW).await;
            assert_eq!(matches!(reviewed, Err(Error::Denied(_))), *role != Role::Leader, "{}", role.code());
            let may_trace = *role == Role::DataProtectionOfficer;
            let traces = traces::view(&test.app, &actor, &Asked::lately(test.app.today(NOW)), None, NOW).await;
            assert_eq!(matches!(traces, Err(Error::Denied(_))), !may_trace, "{}", role.code());
            let unusual = unusual::list(&test.app, &actor, NOW).await;
            assert_eq!(matches!(unusual, Err(Error::Denied(_))), !may_trace, "{}", role.code());
            if !may_trace {
                assert!(log(&db, 1).await[0].starts_with("denied"), "{}", role.code());
            }
        }
    }

    async fn the_leader_of_the_place_reviews_what_was_opened_and_read(db: TestDb) {
        let test = two_departments(&db).await;
        let far = course(&db, "2022-00001").await;
        open(&test, "vera", "2022-00001", NOW).await.unwrap();
        let vera = test.actor("vera", NOW).await;
        for minutes in [1, 2] {
            show::course(&test.app, &vera, far, 1, NOW.plus_seconds(60 * minutes)).await.unwrap();
        }
        let (lene, lars) = (test.actor("lene", NOW).await, test.actor("lars", NOW).await);
        let counts = [
            today::today(&test.app, &lene, 1, NOW).await.unwrap().emergencies,
            today::today(&test.app, &lars, 1, NOW).await.unwrap().emergencies,
            today::today(&test.app, &vera, 1, NOW).await.unwrap().emergencies,
        ];
        assert_eq!(counts, [1, 0, 0], "the leader of the course's department is told");
        let list = |actor: Actor, which| {
            let app = test.app.clone();
            async move { emergency_reviews::list(&app, &actor, which, 1, NOW).await.unwrap() }
        };
        assert!(list(lars.clone(), Which::Waiting).await.rows.is_empty());
        let page = list(lene.clone(), Which::Waiting).await;
        let row = &page.rows[0];
        assert_eq!((row.login.as_str(), row.case_number.as_deref(), row.reason.as_str()), ("vera", Some("2022-00001"), REASON));
        let read: Vec<_> = row.read.iter().map(|read| (read.what, read.count, read.last)).collect();
        let today = (What::Today, 1, NOW);
        assert_eq!(read, [(What::Course, 2, NOW.plus_seconds(120)), today], "also what stood on a list");
        assert_eq!(log(&db, 1).await, ["read leadership department emergency-access person"]);
        let review = |actor: Actor, finding: &'static str| {
            let (app, access) = (test.app.clone(), row.id);
            async move { emergency_reviews::review(&app, &actor, access, finding, NOW).await }
        };
        assert!(matches!(review(lars, "i orden").await, Err(Error::NotFound)));
        assert_eq!(log(&db, 1).await, ["denied leadership  emergency-access person"]);
        assert_eq!(review(lene.clone(), "  ").await.unwrap(), Reviewed::FindingMissing);
        assert_eq!(review(lene.clone(), "Det var nødvendigt").await.unwrap(), Reviewed::Done);
        assert!(last_event(&db).await.contains("emergency-reviewed"));
        assert_eq!(review(lene.clone(), "Noget andet").await.unwrap(), Reviewed::Already);
        let done = list(lene.clone(), Which::Reviewed).await;
        assert_eq!((done.waiting, done.reviewed), (0, 1));
        let reviewed = done.rows[0].reviewed.clone().unwrap();
        assert_eq!((reviewed.by.as_str(), reviewed.finding.as_str()), ("lene", "Det var nødvendigt"));
    }

    async fn nobody_reviews_their_own(db: TestDb) {
        let test = two_departments(&db).await;
        open(&test, "lars", "2022-00001", NOW).await.unwrap();
        test.role("lars", Role::Leader).await;
        let lars = test.actor("lars", NOW).await;
        let page = emergency_reviews::list(&test.app, &lars, Which::Waiting, 1, NOW).await.unwrap();
        let reviewed = emergency_reviews::review(&test.app, &lars, page.rows[0].id, "fint", NOW).await.unwrap();
        assert_eq!(reviewed, Reviewed::Own);
    }

    async fn the_officer_reads_the_log_by_period_user_purpose_answer_and_person(db: TestDb) {
        let test = two_departments(&db).await;
        let vera = test.actor("vera", NOW).await;
        let filter = Filter::all(Reach::operator(), test.app.today(NOW));
        list::list(&test.app, &vera, filter, None, Sort::Opened, 1, NOW).await.unwrap();
        assert!(show::course(&test.app, &vera, course(&db, "2022-00001").await, 1, NOW).await.is_err());
        open(&test, "vera", "2022-00001", NOW.plus_seconds(60)).await.unwrap();
        let dpo = test.actor("dpo", NOW).await;
        let lately = Asked::lately(test.app.today(NOW));
        let count = |asked: Asked| {
            let (app, dpo) = (test.app.clone(), dpo.clone());
            async move {
                let view = traces::view(&app, &dpo, &asked, None, NOW.plus_seconds(120)).await.unwrap();
                view.lines.iter().filter(|line| line.role != Some(Role::DataProtectionOfficer)).count()
            }
        };
        assert_eq!(count(lately).await, 3);
        let meant = traces::meant(&test.app, &dpo, Some("VERA"), Some(Cpr::parse("6701901234").unwrap()), NOW).await.unwrap();
        assert_eq!(meant.user, vera.user());
        assert_eq!(log(&db, 1).await, ["read data-protection municipality traces person"], "asking for a number is written down");
        assert_eq!(count(Asked { user: meant.user, ..lately }).await, 3);
        assert_eq!(count(Asked { user: Some(UserId(9_999)), ..lately }).await, 0);
        assert_eq!(count(Asked { person: meant.person, ..lately }).await, 2);
        assert_eq!(log(&db, 1).await, ["read data-protection municipality traces person"]);
        assert_eq!(count(Asked { purpose: Some(Purpose::Emergency), ..lately }).await, 1);
        assert_eq!(count(Asked { allowed: Some(false), ..lately }).await, 1);
        assert_eq!(log(&db, 1).await, ["read data-protection municipality traces nobody"], "each view is a line");
        assert_eq!(count(Asked { last: lately.last.plus_days(-1), ..lately }).await, 0);
        let unknown = traces::meant(&test.app, &dpo, Some("ingen"), Some(Cpr::parse("6701901235").unwrap()), NOW).await;
        assert_eq!(unknown.unwrap(), Meant { user: None, person: None });
        let file = traces::file(&test.app, &dpo, &lately, NOW).await.unwrap();
        assert!(file.len() > 10 && file[0].at >= file[file.len() - 1].at);
    }

    async fn the_pages_of_the_log_hold_each_line_once(db: TestDb) {
        let test = two_departments(&db).await;
        let dpo = test.actor("dpo", NOW).await;
        execute(&db, query("DELETE FROM access_log")).await;
        // Sixty lines, many of the same second.
        for number in 0..60 {
            let sql = "INSERT INTO access_log (at, user_id, role, purpose, relation, what, person_id, allowed)
                       VALUES ($1, 1, 'caseworker', 'case-work', 'department', 'list', 1, $2)";
            let insert = query(sql).bind(NOW.plus_seconds(-(number / 20))).bind(i64::from(number % 2 == 0));
            execute(&db, insert).await;
        }
        for (allowed, expected) in [(None, 60), (Some(true), 30)] {
            let asked = Asked { allowed, purpose: Some(Purpose::CaseWork), ..Asked::lately(test.app.today(NOW)) };
            let (mut seen, mut after) = (Vec::new(), None);
            loop {
                let view = traces::view(&test.app, &dpo, &asked, after, NOW).await.unwrap();
                seen.extend(view.lines.iter().map(|line| line.id));
                after = view.next;
                if after.is_none() {
                    break;
                }
            }
            let all = seen.len();
            seen.sort_unstable();
            seen.dedup();
            assert_eq!((seen.len(), all), (expected, expected));
        }
    }

    async fn unusual_reading_is_listed_until_it_is_reviewed(db: TestDb) {
        let test = two_departments(&db).await;
        execute(&db, query("UPDATE users SET name = 'Vera Zachariassen' WHERE login = 'vera'")).await;
        execute(&db, query("UPDATE rules SET value = 2 WHERE code = 'unusual-persons'")).await;
        execute(&db, query("DELETE FROM access_log")).await;
        let vera = test.actor("vera", NOW).await.user().unwrap();
        let read = |at: Moment, person: i64, relation: &'static str, allowed: bool| {
            let sql = "INSERT INTO access_log (at, user_id, role, purpose, relation, what, person_id, allowed)
                       VALUES ($1, $2, 'caseworker', 'case-work', $3, 'course', $4, $5)";
            query(sql).bind(at).bind(vera).bind(relation).bind(person).bind(allowed)
        };
        // Two hours after midnight in Denmark on the last day of May is still that day.
        for person in [1, 2] {
            execute(&db, read(noon("2022-05-31"), person, "municipality", true)).await;
            execute(&db, read(noon("2022-05-30"), person, "department", true)).await;
        }
        for _ in 0..10 {
            execute(&db, read(noon("2022-05-29").plus_seconds(11 * HOURS), 2, "", false)).await;
        }
        let dpo = test.actor("dpo", NOW).await;
        let listed = || async {
            let page = unusual::list(&test.app, &dpo, NOW).await.unwrap();
            page.rows.into_iter().map(|row| (row.day.to_string(), row.hit)).collect::<Vec<_>>()
        };
        let found = listed().await;
        let kinds: Vec<(&str, Unusual, i64)> = found.iter().map(|(day, hit)| (day.as_str(), hit.kind, hit.count)).collect();
        assert_eq!(kinds, [
            ("2022-05-31", Unusual::Many, 2),
            ("2022-05-31", Unusual::SameSurname, 1),
            ("2022-05-30", Unusual::SameSurname, 1),
            ("2022-05-30", Unusual::Refused, 10),
        ], "22 o'clock in UTC is the next day in Denmark");
        let of_zachariassen = found[1].1.persons[0];
        let mut tx = db.db.read().await.unwrap();
        let sql = "SELECT id FROM people WHERE family_name = 'Zachariassen'";
        assert_eq!(PersonId(tx.one::<(i64,)>(query(sql)).await.unwrap().0), of_zachariassen);
        drop(tx);
        let means = (vera, "2022-05-31".parse().unwrap(), Unusual::SameSurname);
        let review = |finding: &'static str| {
            let (app, dpo) = (test.app.clone(), dpo.clone());
            async move { unusual::review(&app, &dpo, means, finding, NOW).await.unwrap() }
        };
        assert_eq!(review("").await, Reviewed::FindingMissing);
        assert_eq!(review("Ikke i familie").await, Reviewed::Done);
        assert!(last_event(&db).await.contains("reading-reviewed"));
        assert_eq!(review("Igen").await, Reviewed::Already);
        assert_eq!(listed().await.len(), 3);
        let done = unusual::reviewed(&test.app, &dpo, 1, NOW).await.unwrap();
        assert_eq!((done.count, done.rows[0].finding.as_str(), done.rows[0].by.as_str()), (1, "Ikke i familie", "dpo"));
        // Nothing is reviewed before it has happened, nor what is not there: that would hide what comes.
        for day in ["2022-06-01", "2022-06-02"] {
            let early = (vera, day.parse().unwrap(), Unusual::SameSurname);
            assert!(matches!(unusual::review(&test.app, &dpo, early, "fint", NOW).await, Err(Error::NotFound)), "{day}");
        }
        let absent = (vera, "2022-05-28".parse().unwrap(), Unusual::Many);
        assert!(matches!(unusual::review(&test.app, &dpo, absent, "fint", NOW).await, Err(Error::NotFound)));
        let own = (dpo.user().unwrap(), means.1, Unusual::Many);
        assert_eq!(unusual::review(&test.app, &dpo, own, "fint", NOW).await.unwrap(), Reviewed::Own);
    }
}
