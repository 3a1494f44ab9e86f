//! Consents, sharing outside the own department, and what the coordination forum sees of it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it does not expect has failed")]

use lods_app::courses::show as course_page;
use lods_app::exchange::export::export;
use lods_app::figures::{self, FidelityQuestion};
use lods_app::forum::list as forum;
use lods_app::sharing::consents::{self, Given};
use lods_app::sharing::delays::{self, Recorded};
use lods_app::sharing::disclosures::{self, Missing, Shared};
use lods_app::sharing::show::show;
use lods_app::{Error, access::users::PlaceName};
use lods_domain::access::{Actor, Role};
use lods_domain::figures::fidelity::{Recommendation, Verdict};
use lods_domain::ids::CourseId;
use lods_domain::sharing::{FORUM, GivenHow, Ground, Kind, NewConsent, NewDisclosure, SharingFault};
use lods_domain::{Day, Moment, Period};
use lods_store::forum::Of;
use lods_store::query;
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, noon, on_both};

async fn small(db: &TestDb) -> (TestApp, CourseId) {
    let test = TestApp::new(db);
    test.import_ok(&ExtractFolder::small()).await;
    let mut tx = db.db.read().await.unwrap();
    let sql = "SELECT id FROM courses WHERE case_number = $1";
    let (id,): (i64,) = tx.one(query(sql).bind("2022-00001")).await.unwrap();
    tx.commit().await.unwrap();
    (test, CourseId(id))
}

async fn caseworker(test: &TestApp) -> Actor {
    test.user("solvej", Role::Caseworker, None).await;
    test.actor("solvej", NOW).await
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn consent(recipient: &str, kinds: &[Kind]) -> NewConsent {
    NewConsent {
        recipient: recipient.to_owned(),
        kinds: kinds.to_vec(),
        purpose: "samlet plan".to_owned(),
        given_how: GivenHow::Orally,
        given_on: day("2022-06-01"),
        valid_to: Some(day("2022-12-31")),
    }
}

fn share(recipient: &str, kinds: &[Kind], legal_basis: &str) -> NewDisclosure {
    NewDisclosure {
        recipient: recipient.to_owned(),
        kinds: kinds.to_vec(),
        purpose: "samlet plan".to_owned(),
        legal_basis: legal_basis.to_owned(),
    }
}

async fn events(db: &TestDb) -> Vec<String> {
    let mut tx = db.db.read().await.unwrap();
    let events = lods_store::audit::names(&mut tx, 0, 100).await.unwrap();
    events.into_iter().map(|(_, name, _)| name).filter(|name| name.starts_with(['c', 'd'])).collect()
}

/// Role, what and whether it was allowed, of the entries about the person of the course, from the newest.
async fn log(db: &TestDb, course: CourseId) -> Vec<(String, String, i64)> {
    let mut tx = db.db.read().await.unwrap();
    let sql = "SELECT role, what, allowed FROM access_log WHERE course_id = $1 ORDER BY id DESC";
    tx.all(query(sql).bind(course)).await.unwrap()
}

async fn seen_by_forum(test: &TestApp, actor: &Actor, now: Moment) -> Vec<String> {
    let page = forum::list(&test.app, actor, Of::All, 1, now).await.unwrap();
    assert_eq!(usize::try_from(page.all).unwrap(), page.rows.len());
    page.rows.iter().map(|row| format!("{} {}", row.case_number(), row.name().unwrap_or_default())).collect()
}

async fn exported(test: &TestApp) -> ExtractFolder {
    let folder = ExtractFolder::empty();
    export(&test.app, &Actor::Operator, folder.path(), NOW).await.unwrap().unwrap();
    folder
}

fn file(folder: &ExtractFolder, table: &str) -> String {
    std::fs::read_to_string(folder.path().join(format!("{table}.csv"))).unwrap()
}

on_both! {
    async fn a_caseworker_records_a_consent_and_withdraws_it(db: TestDb) {
        let (test, course) = small(&db).await;
        let actor = caseworker(&test).await;
        let new = consent(" Psykiatrien ", &[Kind::Health, Kind::Contact]);
        assert_eq!(consents::give(&test.app, &actor, course, new.clone(), NOW).await.unwrap(), Given::Done);
        assert_eq!(consents::give(&test.app, &actor, course, new.clone(), NOW).await.unwrap(), Given::Done, "sent twice");
        let page = show(&test.app, &actor, course, 1, NOW).await.unwrap();
        assert_eq!((page.valid.len(), page.past.len(), page.may_keep, page.may_disclose), (2, 0, true, true));
        assert_eq!(page.recipients, [FORUM, "Jobcenter", "Psykiatrien"]);
        assert_eq!(page.valid[0].consent.kinds, [Kind::Health, Kind::Contact]);
        let key = (day("2022-06-01"), "Psykiatrien");
        assert!(consents::withdraw(&test.app, &actor, course, key, NOW).await.unwrap());
        assert!(!consents::withdraw(&test.app, &actor, course, key, NOW).await.unwrap(), "it does not stand any more");
        let page = show(&test.app, &actor, course, 1, NOW).await.unwrap();
        assert_eq!((page.valid.len(), page.past.len()), (1, 1));
        assert_eq!(page.past[0].consent.withdrawn_on, Some(day("2022-06-01")), "at once");
        assert_eq!(events(&db).await, ["declared", "consent-given", "consent-withdrawn"]);
        assert_eq!(log(&db, course).await[0], ("caseworker".to_owned(), "consents".to_owned(), 1));
    }

    async fn another_consent_of_the_same_day_to_the_same_recipient_is_told_and_nothing_is_lost(db: TestDb) {
        let (test, course) = small(&db).await;
        let actor = caseworker(&test).await;
        let first = consent("Psykiatrien", &[Kind::Health]);
        consents::give(&test.app, &actor, course, first.clone(), NOW).await.unwrap();
        let other = NewConsent { kinds: vec![Kind::Offences], ..first.clone() };
        let Given::Taken(there) = consents::give(&test.app, &actor, course, other, NOW).await.unwrap() else { panic!() };
        assert!(there.is(&first), "what stood, stands");
        let late = NewConsent { given_on: day("2022-06-02"), ..first };
        let faults = consents::give(&test.app, &actor, course, late, NOW).await.unwrap();
        assert_eq!(faults, Given::Faults(vec![SharingFault::GivenInTheFuture]));
        assert_eq!(events(&db).await, ["declared", "consent-given"]);
    }

    async fn consents_are_seen_by_caseworker_and_leader_and_kept_by_the_caseworker_alone(db: TestDb) {
        let (test, course) = small(&db).await;
        let actor = caseworker(&test).await;
        test.user("leder", Role::Leader, None).await;
        let leader = test.actor("leder", NOW).await;
        let page = show(&test.app, &leader, course, 1, NOW).await.unwrap();
        assert_eq!((page.valid.len(), page.may_keep, page.may_disclose), (1, false, false));
        assert!(page.recipients.is_empty(), "no form, no list");
        let new = || consent("Psykiatrien", &[Kind::Health]);
        let refused = consents::give(&test.app, &leader, course, new(), NOW).await;
        assert!(matches!(refused, Err(Error::Denied(_))));
        test.user("mentor", Role::Mentor, Some("M001")).await;
        test.user("forum", Role::ForumMember, None).await;
        test.user("koord", Role::Coordinator, None).await;
        test.user_at("fjern", Role::Caseworker, PlaceName::Department("Voksensocial"), None).await;
        for (login, denied) in [("mentor", false), ("koord", false), ("forum", true), ("fjern", false)] {
            let other = test.actor(login, NOW).await;
            match show(&test.app, &other, course, 1, NOW).await {
                Err(Error::Denied(_)) => assert!(denied, "{login}"),
                Err(Error::NotFound) => assert!(!denied, "{login}"),
                _ => panic!("{login} sees consents"),
            }
            assert!(consents::give(&test.app, &other, course, new(), NOW).await.is_err(), "{login}");
            let shared = disclosures::disclose(&test.app, &other, course, "k", share("x", &[Kind::Health], "§"), NOW).await;
            assert!(shared.is_err(), "{login}");
            assert!(delays::record(&test.app, &other, course, "k", (3, "x"), NOW).await.is_err(), "{login}");
        }
        let denials: Vec<(String, String, i64)> = log(&db, course).await.into_iter().filter(|entry| entry.2 == 0).collect();
        assert_eq!(denials.iter().filter(|entry| entry.0 == "mentor").count(), 1, "{denials:?}");
        assert_eq!(denials.iter().filter(|entry| entry.0 == "caseworker").count(), 4, "of another department: {denials:?}");
        assert!(show(&test.app, &actor, course, 1, NOW).await.is_ok());
        assert_eq!(show(&test.app, &actor, CourseId(99_999), 1, NOW).await.err().unwrap().to_string(), "not found");
    }

    async fn sharing_takes_a_consent_that_covers_it_or_a_legal_basis(db: TestDb) {
        let (test, course) = small(&db).await;
        let actor = caseworker(&test).await;
        consents::give(&test.app, &actor, course, consent("Psykiatrien", &[Kind::Health]), NOW).await.unwrap();
        let disclose = async |key: &str, new: NewDisclosure, now: Moment| {
            disclosures::disclose(&test.app, &actor, course, key, new, now).await.unwrap()
        };
        let before = log(&db, course).await.iter().filter(|entry| entry.2 == 0).count();
        let both = [Kind::Health, Kind::Offences];
        let missing = [
            disclose("a", share("psykiatrien", &both, " "), NOW).await,
            disclose("b", share("Skole", &[Kind::Health], ""), NOW).await,
            disclose("c", share("Psykiatrien", &[Kind::Health], ""), noon("2023-01-01")).await,
        ];
        let told = [Missing::Kinds(vec![Kind::Offences]), Missing::Consent, Missing::ValidConsent];
        assert_eq!(missing, told.map(Shared::NoGround));
        let entries = log(&db, course).await;
        assert_eq!(entries[0], ("caseworker".to_owned(), "consents".to_owned(), 0), "a refusal is a denied reading");
        assert_eq!(entries.iter().filter(|entry| entry.2 == 0).count(), before + 3);
        assert!(!events(&db).await.contains(&"disclosed".to_owned()));
        let consented = Ground::Consent { given_on: day("2022-06-01") };
        let new = share("psykiatrien", &[Kind::Health], "");
        assert_eq!(disclose("d", new.clone(), NOW).await, Shared::Done(consented.clone()));
        assert_eq!(disclose("d", new, NOW).await, Shared::Done(consented.clone()), "sent twice is one");
        assert_eq!(disclose("d", share("Psykiatrien", &[Kind::Health], "Barnets lov § 133"), NOW).await, Shared::FormUsed);
        let law = Ground::LegalBasis("Forvaltningsloven § 28".to_owned());
        let by_law = share("Politiet", &both, " Forvaltningsloven § 28 ");
        assert_eq!(disclose("e", by_law, NOW.plus_seconds(60)).await, Shared::Done(law.clone()));
        assert_eq!(disclose("f", share("", &[], ""), NOW).await, Shared::Faults(vec![SharingFault::NoRecipient, SharingFault::NoKinds]));
        let page = show(&test.app, &actor, course, 9, NOW).await.unwrap();
        let listed: Vec<(&str, &Ground, &str)> =
            page.disclosures.iter().map(|one| (one.recipient.as_str(), &one.ground, one.user.as_str())).collect();
        assert_eq!(listed, [("Politiet", &law, "solvej"), ("Psykiatrien", &consented, "solvej")], "the consent's spelling");
        assert_eq!(events(&db).await, ["declared", "consent-given", "disclosed", "disclosed"]);
    }

    async fn nothing_is_shared_of_somebody_whose_data_are_restricted(db: TestDb) {
        let (test, course) = small(&db).await;
        let actor = caseworker(&test).await;
        let mut tx = db.db.begin().await.unwrap();
        tx.execute(query("UPDATE people SET restricted_on = 1")).await.unwrap();
        tx.commit().await.unwrap();
        let new = share("Politiet", &[Kind::Offences], "Forvaltningsloven § 28");
        let done = disclosures::disclose(&test.app, &actor, course, "k", new, NOW).await.unwrap();
        assert_eq!(done, Shared::Restricted);
        assert_eq!(log(&db, course).await[0].2, 0);
    }

    async fn days_that_lacking_access_cost_are_summed_and_their_cause_is_sealed(db: TestDb) {
        let (test, course) = small(&db).await;
        let actor = caseworker(&test).await;
        let record = async |key: &str, days: i64, cause: &str| {
            delays::record(&test.app, &actor, course, key, (days, cause), NOW).await.unwrap()
        };
        assert_eq!(record("a", 9, " venter på skolens udtalelse ").await, Recorded::Done);
        assert_eq!(record("a", 9, "venter på skolens udtalelse").await, Recorded::Done);
        assert_eq!(record("b", 5, "ingen adgang til journal").await, Recorded::Done);
        assert_eq!(record("c", 0, "x").await, Recorded::WrongDays);
        assert_eq!(record("c", 3_651, "x").await, Recorded::WrongDays);
        assert_eq!(record("c", 1, " ").await, Recorded::NoCause);
        assert_eq!(record("c", 1, &"x".repeat(1_001)).await, Recorded::CauseTooLong);
        let page = show(&test.app, &actor, course, 1, NOW).await.unwrap();
        assert_eq!((page.delay_count, page.delay_days, page.delays.len()), (2, 14, 2), "sent twice is one");
        assert!(page.delays.iter().any(|delay| delay.cause == "venter på skolens udtalelse"));
        let mut tx = db.db.read().await.unwrap();
        let stored: Vec<(String,)> = tx.all(query("SELECT cause FROM access_delays")).await.unwrap();
        assert!(stored.iter().all(|(cause,)| !cause.contains("skole") && !cause.contains("journal")));
        assert_eq!(events(&db).await, ["declared", "delay-recorded", "delay-recorded"]);
    }

    async fn the_forum_sees_what_consent_or_law_opens_and_no_more_once_it_is_withdrawn(db: TestDb) {
        let (test, course) = small(&db).await;
        let actor = caseworker(&test).await;
        test.user("forum", Role::ForumMember, None).await;
        let member = test.actor("forum", NOW).await;
        assert!(seen_by_forum(&test, &member, NOW).await.is_empty());
        let given = consents::give(&test.app, &actor, course, consent("koordinationsforum", &[Kind::Course]), NOW).await;
        assert_eq!(given.unwrap(), Given::Done);
        assert_eq!(seen_by_forum(&test, &member, NOW).await, ["2022-00001 Åse Zachariassen"]);
        assert_eq!(log(&db, course).await[0], ("forum-member".to_owned(), "forum".to_owned(), 1));
        let denied = course_page::course(&test.app, &member, course, 1, NOW).await;
        assert!(matches!(denied, Err(Error::Denied(_))), "the overview leads nowhere else");
        assert!(seen_by_forum(&test, &member, noon("2023-01-01")).await.is_empty(), "it has run out");
        assert!(consents::withdraw(&test.app, &actor, course, (day("2022-06-01"), FORUM), NOW).await.unwrap());
        assert!(seen_by_forum(&test, &member, NOW).await.is_empty(), "at once");
        let law = share("Koordinationsforum", &[Kind::Course], "Forvaltningsloven § 28");
        disclosures::disclose(&test.app, &actor, course, "k", law, NOW).await.unwrap();
        assert_eq!(seen_by_forum(&test, &member, NOW).await.len(), 1);
        let refused = forum::list(&test.app, &actor, Of::All, 1, NOW).await;
        assert!(matches!(refused, Err(Error::Denied(_))), "a caseworker is not of the forum");
        let mut tx = db.db.read().await.unwrap();
        let sql = "SELECT count(*) FROM access_log WHERE what = 'forum' AND allowed = 0 AND role = 'caseworker'";
        let (denials,): (i64,) = tx.one(query(sql)).await.unwrap();
        assert_eq!(denials, 1);
    }

    async fn the_forum_sees_departments_with_their_numbers_and_the_fields_of_the_role(db: TestDb) {
        let (test, course) = small(&db).await;
        test.import_ok(&with_departments()).await;
        let actor = caseworker(&test).await;
        test.user("forum", Role::ForumMember, None).await;
        let member = test.actor("forum", NOW).await;
        let mut tx = db.db.read().await.unwrap();
        let ids: Vec<(i64,)> = tx.all(query("SELECT id FROM courses")).await.unwrap();
        tx.commit().await.unwrap();
        for (id,) in ids {
            consents::give(&test.app, &actor, CourseId(id), consent(FORUM, &[Kind::Course]), NOW).await.unwrap();
        }
        let page = forum::list(&test.app, &member, Of::All, 1, NOW).await.unwrap();
        let counted: Vec<(Option<&str>, i64)> =
            page.departments.iter().map(|one| (one.department.as_ref().map(|(_, name)| name.as_str()), one.count)).collect();
        assert_eq!((counted, page.all), (vec![(Some("Ungeenheden"), 1), (None, 1)], 2));
        let row = &page.rows[0];
        assert_eq!((row.department(), row.unit(), row.target_group()), (Some("Ungeenheden"), Some("Korpset"), Some("Kontanthjælp")));
        assert_eq!(row.weekly().map(lods_domain::Minutes::get), Some(120));
        let none = forum::list(&test.app, &member, Of::NoDepartment, 1, NOW).await.unwrap();
        assert_eq!((none.count, none.all, none.rows.len()), (1, 2, 1));
        let _ = course;
    }

    async fn what_is_known_beyond_the_format_goes_out_and_comes_in_again(db: TestDb) {
        let (test, course) = small(&db).await;
        let plain = exported(&test).await;
        assert!(!file(&plain, "samtykker").contains("Oplysninger") && !file(&plain, "forloeb").contains("Forvaltning"));
        let actor = caseworker(&test).await;
        consents::give(&test.app, &actor, course, consent("Psykiatrien", &[Kind::Offences, Kind::Health]), NOW).await.unwrap();
        test.import_ok(&with_departments()).await;
        let full = exported(&test).await;
        let row = "670190-1234;01-06-2022;;Psykiatrien;samlet plan;strafbare forhold,helbred;mundtligt;31-12-2022\r\n";
        assert!(file(&full, "samtykker").contains(row), "{}", file(&full, "samtykker"));
        assert!(file(&full, "forloeb").contains(";komme op om morgenen;Ungeenheden\r\n"), "{}", file(&full, "forloeb"));
        assert_eq!(test.import_ok(&full).await.changed(), 0, "the same");
        assert_eq!(test.import_ok(&plain).await.changed(), 0, "without the columns what is stored stays");
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("copy.db").display());
        let other = lods_store::Db::open(&address, &lods_testkit::master()).await.unwrap();
        let copy = TestApp::new(&TestDb { db: other, address });
        copy.import_ok(&full).await;
        let again = exported(&copy).await;
        for table in ["samtykker", "forloeb"] {
            assert_eq!(file(&again, table), file(&full, table), "{table}");
        }
        let wrong = ExtractFolder::small()
            .with("samtykker", "CPR;Givet;Til;Oplysninger;Måde\n670190-1234;15-01-2022;Jobcenter;helbred,sladder;råbt\n");
        let faults = test.import_faults(&wrong).await;
        assert!(faults.contains("samtykker.csv:2: Oplysninger: 'helbred,sladder'") && faults.contains("Måde: 'råbt'"), "{faults}");
    }

    async fn m4_is_judged_by_what_was_shared(db: TestDb) {
        let (test, course) = small(&db).await;
        let actor = caseworker(&test).await;
        let verdict = async || {
            let page = course_page::course(&test.app, &actor, course, 1, NOW).await.unwrap();
            page.verdicts.unwrap().of(Recommendation::Sharing)
        };
        let figure = async |on: &str| {
            let asked = FidelityQuestion { period: Period::year(2022).unwrap(), on: day(on) };
            let figure = figures::fidelity(&test.app, &actor, asked, false, NOW).await.unwrap();
            let m4 = figure.recommendations.iter().find(|one| one.code == Recommendation::Sharing).unwrap();
            m4.share.map(|share| (share.kept, share.in_scope)).unwrap()
        };
        assert_eq!((verdict().await, figure("2022-06-01").await), (Verdict::NotJudged, (0, 0)), "nothing can tell");
        let new = share("Jobcenter", &[Kind::Health], "");
        let done = disclosures::disclose(&test.app, &actor, course, "k", new, NOW).await.unwrap();
        assert_eq!(done, Shared::Done(Ground::Consent { given_on: day("2022-01-15") }));
        assert_eq!((verdict().await, figure("2022-06-01").await), (Verdict::Kept, (1, 1)));
        assert_eq!(figure("2022-05-31").await, (0, 0), "not known the day before");
        // The municipality tells afterwards that it had been withdrawn.
        let late = "CPR;Givet;Tilbagekaldt;Til;Formål\n670190-1234;15-01-2022;20-05-2022;Jobcenter;koordinering\n";
        test.import_ok(&ExtractFolder::small().with("samtykker", late)).await;
        assert_eq!((verdict().await, figure("2022-06-01").await), (Verdict::Broken, (0, 1)));
    }
}

/// The small extract, with a department on the course that runs.
fn with_departments() -> ExtractFolder {
    let small = ExtractFolder::small();
    let text = std::fs::read_to_string(small.path().join("forloeb.csv")).unwrap();
    let lines: Vec<String> = text
        .lines()
        .map(|line| match line {
            line if line.starts_with("Sagsnr") => format!("{line};Forvaltning\n"),
            line if line.starts_with("2022-00001") => format!("{line};Ungeenheden\n"),
            line => format!("{line};\n"),
        })
        .collect();
    small.with("forloeb", &lines.concat())
}
