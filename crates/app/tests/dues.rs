//! What is due, from the day that somebody saw a need to a year after the end: for whom, by which rule, and anew when a
//! rule changes.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_app::courses::today::{self, Asked};
use lods_app::courses::{dues, rollups};
use lods_app::sessions::register::{Registered, register};
use lods_app::settings;
use lods_domain::access::{Actor, Role};
use lods_domain::dues::DueKind;
use lods_domain::ids::CourseId;
use lods_domain::rules::{Rule, RuleCode};
use lods_domain::sessions::{Session, SessionForm, SessionOutcome};
use lods_domain::steps::{Answer, Answers, Choice, StepField, StepKind};
use lods_domain::{Day, Minutes, Moment};
use lods_store::steps::NewStep;
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, noon, on_both};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A need that nobody has decided on, one that was decided, one that is granted and has not begun, one that runs; and
/// of the last the young person is 17 years old.
async fn four(db: &TestDb) -> TestApp {
    let test = TestApp::new(db);
    let folder = ExtractFolder::empty()
        .with("enheder", "Enhed;Type;CVR\nKorpset;intern;\n")
        .with("mentorer", "MentorID;Navn;Enhed;Ugentlige timer;Kompetencer\nM001;Østen Ågård;Korpset;22,5;ADHD\n")
        .with("borgere", "CPR;Fornavn;Efternavn\n670190-1234;Åse;Zachariassen\n610295-4678;Bo;Ærø\n610298-4670;Cai;Holm\n610105-5000;Dan;Ny\n")
        .with("forloeb", "Sagsnr;CPR;Målgruppe;Lovgrundlag;Bekymring;Besluttet;Afgørelse;Start;Forventet slut;Timer pr. uge;Enhed;MentorID\n\
            2022-00001;670190-1234;A;;28-05-2022;;;;;;;\n\
            2022-00002;610295-4678;A;;02-05-2022;09-05-2022;afslag;;;;;\n\
            2022-00003;610298-4670;A;;02-05-2022;30-05-2022;bevilget;;;2;;\n\
            2022-00004;610105-5000;A;;01-01-2022;09-01-2022;bevilget;15-01-2022;15-07-2022;2;Korpset;M001\n");
    test.import_ok(&folder).await;
    test
}

async fn course(test: &TestApp, case: &str) -> CourseId {
    let mut tx = test.app.db().read().await.unwrap();
    let course = lods_store::courses::by_case_number(&mut tx, case).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    course
}

/// The course's dues as kept: kind and day.
async fn kept(test: &TestApp, case: &str) -> Vec<(String, Day)> {
    let course = course(test, case).await;
    let mut tx = test.app.db().read().await.unwrap();
    let mut dues = lods_store::dues::of_course(&mut tx, course).await.unwrap();
    tx.commit().await.unwrap();
    dues.sort_by_key(|due| due.kind);
    dues.iter().map(|due| (due.kind.code().to_owned(), due.on)).collect()
}

async fn on(test: &TestApp, case: &str, kind: DueKind) -> Option<Day> {
    kept(test, case).await.iter().find(|(code, _)| code == kind.code()).map(|(_, on)| *on)
}

async fn take(test: &TestApp, case: &str, kind: StepKind, on: &str, answers: &[(StepField, Answer)]) {
    let course = course(test, case).await;
    let mut given = Answers::default();
    for (field, answer) in answers {
        given.set(*field, answer.clone());
    }
    let mut tx = test.app.db().begin().await.unwrap();
    let key = format!("{case} {} {on}", kind.code());
    let new = NewStep {
        key: &key,
        course,
        kind,
        day: day(on),
        at: NOW,
        user: None,
        role: None,
        answers: &given,
        stood: None,
        subject: None,
    };
    assert!(lods_store::steps::insert(&mut tx, &new).await.unwrap().is_some());
    rollups::rebuild(&mut tx, Some(course), test.app.today(NOW)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn change(test: &TestApp, code: RuleCode, from: &str, value: i64) {
    let rule = Rule { code, valid_from: day(from), valid_to: None, value, source: "Byrådet 1. juni 2022".to_owned() };
    settings::change(&test.app, &Actor::Operator, rule, NOW).await.unwrap().unwrap();
}

fn held(test: &TestApp, local: &str) -> Session {
    Session {
        started_at: test.app.clock().moment(local.parse().unwrap()).unwrap(),
        form: SessionForm::Phone,
        outcome: SessionOutcome::Held,
        ata: Minutes::new(20),
        transport: None,
        hectometres: None,
        group: None,
    }
}

/// What the user is told of: case number and kind.
async fn told(test: &TestApp, login: &str, now: Moment) -> Vec<(String, &'static str)> {
    let actor = test.actor(login, now).await;
    let shown = today::today(&test.app, &actor, 1, now).await.unwrap();
    assert_eq!(shown.count(), i64::try_from(shown.rows.len()).unwrap(), "{login}: counted as listed");
    let mut told: Vec<_> = shown.rows.iter().map(|row| (row.case_number.clone(), row.due.kind.code())).collect();
    told.sort();
    told
}

on_both! {
    async fn a_change_of_a_rule_computes_what_is_open_anew_and_leaves_what_is_decided(db: TestDb) {
        let test = four(&db).await;
        let decided = [kept(&test, "2022-00002").await, kept(&test, "2022-00003").await];
        assert_eq!(on(&test, "2022-00001", DueKind::Decide).await, Some(day("2022-06-07")));
        change(&test, RuleCode::DecisionDays, "2022-06-01", 14).await;
        assert_eq!(on(&test, "2022-00001", DueKind::Decide).await, Some(day("2022-06-11")));
        change(&test, RuleCode::DecisionWorkingDays, "2022-06-01", 1).await;
        assert_eq!(on(&test, "2022-00001", DueKind::Decide).await, Some(day("2022-06-17")), "Whit Monday is between");
        change(&test, RuleCode::SilenceDays, "2022-06-01", 30).await;
        assert_eq!(on(&test, "2022-00004", DueKind::SeekContact).await, Some(day("2022-02-14")));
        assert_eq!([kept(&test, "2022-00002").await, kept(&test, "2022-00003").await], decided);
    }

    async fn a_rule_that_comes_into_force_later_counts_from_its_day(db: TestDb) {
        let test = four(&db).await;
        change(&test, RuleCode::FollowUpDays, "2022-07-01", 28).await;
        assert_eq!(on(&test, "2022-00004", DueKind::FollowUp).await, Some(day("2022-02-26")));
        dues::renew(&test.app, noon("2022-06-30")).await.unwrap();
        assert_eq!(on(&test, "2022-00004", DueKind::FollowUp).await, Some(day("2022-02-26")));
        dues::renew(&test.app, noon("2022-07-01")).await.unwrap();
        assert_eq!(on(&test, "2022-00004", DueKind::FollowUp).await, Some(day("2022-02-12")));
    }

    async fn each_role_is_told_of_its_own_and_a_leader_of_what_is_late(db: TestDb) {
        let test = four(&db).await;
        for (login, role) in [("kim", Role::Caseworker), ("lene", Role::Leader), ("kaj", Role::Coordinator)] {
            test.user(login, role, None).await;
        }
        test.user("oesten", Role::Mentor, Some("M001")).await;
        take(&test, "2022-00004", StepKind::CaseReview, "2021-12-08", &[]).await;
        let of = |case: &str, kind: DueKind| (format!("2022-0000{case}"), kind.code());
        assert_eq!(told(&test, "kaj", NOW).await, [of("3", DueKind::Start)]);
        let caseworker = told(&test, "kim", NOW).await;
        for mine in [of("1", DueKind::Decide), of("3", DueKind::Start), of("4", DueKind::FollowUp), of("4", DueKind::Taper)] {
            assert!(caseworker.contains(&mine), "{mine:?} in {caseworker:?}");
        }
        assert!(!caseworker.contains(&of("4", DueKind::ExtentTalk)), "the mentor's");
        let mentor = told(&test, "oesten", NOW).await;
        assert!(mentor.contains(&of("4", DueKind::ExtentTalk)) && mentor.contains(&of("4", DueKind::MapNetwork)));
        assert!(mentor.iter().all(|(case, _)| case == "2022-00004"), "{mentor:?}");
        let leader = told(&test, "lene", NOW).await;
        assert!(leader.contains(&of("3", DueKind::Start)) && leader.contains(&of("4", DueKind::FollowUp)));
        assert!(!leader.contains(&of("1", DueKind::Decide)), "not late yet: {leader:?}");
        assert!(told(&test, "lene", noon("2022-06-08")).await.contains(&of("1", DueKind::Decide)));
        let review = on(&test, "2022-00004", DueKind::CaseReview).await;
        assert_eq!(review, Some(day("2022-07-15")), "counted from the start, because the review was before it");
        assert!(told(&test, "lene", noon("2022-07-10")).await.contains(&of("4", DueKind::CaseReview)));
    }

    async fn it_can_be_narrowed_to_one_kind(db: TestDb) {
        let test = four(&db).await;
        let session = held(&test, "2022-05-30T14:00");
        let done = register(&test.app, &Actor::Operator, course(&test, "2022-00004").await, session, NOW).await.unwrap();
        assert_eq!(done, Registered::Done);
        let all = today::today(&test.app, &Actor::Operator, 1, NOW).await.unwrap();
        assert!(all.kinds.iter().all(|count| count.kind != DueKind::SeekContact), "two days are no silence");
        let asked = Asked { kind: Some(DueKind::Start), page: 1 };
        let starts = today::today(&test.app, &Actor::Operator, asked, NOW).await.unwrap();
        assert!(starts.rows.iter().all(|row| row.due.kind == DueKind::Start));
        assert_eq!((starts.count(), starts.kinds.clone()), (1, all.kinds.clone()), "the choices stay");
        assert!(all.count() > 1);
    }

    async fn silence_is_broken_by_whoever_reaches_the_young_person(db: TestDb) {
        let test = four(&db).await;
        let silent = async || on(&test, "2022-00004", DueKind::SeekContact).await.unwrap().plus_days(-14);
        assert_eq!(silent().await, day("2022-01-15"), "the start");
        take(&test, "2022-00004", StepKind::ContactAttempt, "2022-02-01", &[(StepField::Reached, Answer::One(Choice::No))]).await;
        assert_eq!(silent().await, day("2022-01-15"), "tried in vain");
        take(&test, "2022-00004", StepKind::ContactAttempt, "2022-02-02", &[(StepField::Reached, Answer::One(Choice::Yes))]).await;
        assert_eq!(silent().await, day("2022-02-02"));
        take(&test, "2022-00004", StepKind::ExtentTalk, "2022-02-09", &[]).await;
        assert_eq!(silent().await, day("2022-02-09"));
    }

    /// 27 March 2022 has 23 hours and 30 October 25: what happened late in the evening is of that day.
    async fn a_meeting_in_the_night_of_summer_time_is_of_its_own_day(db: TestDb) {
        let test = four(&db).await;
        let course = course(&test, "2022-00004").await;
        for (local, due) in [
            ("2022-03-26T23:30", "2022-04-09"),
            ("2022-03-27T00:30", "2022-04-10"),
            ("2022-03-27T23:30", "2022-04-10"),
            ("2022-03-28T00:30", "2022-04-11"),
            ("2022-10-29T23:30", "2022-11-12"),
            ("2022-10-30T00:30", "2022-11-13"),
            ("2022-10-30T23:30", "2022-11-13"),
            ("2022-10-31T00:30", "2022-11-14"),
        ] {
            let now = noon("2022-11-01");
            let done = register(&test.app, &Actor::Operator, course, held(&test, local), now).await.unwrap();
            assert_eq!(done, Registered::Done);
            assert_eq!(on(&test, "2022-00004", DueKind::SeekContact).await, Some(day(due)), "{local}");
        }
        // Half past midnight in Denmark is still the day before in UTC: what is due that day is due today.
        test.user("kim", Role::Caseworker, None).await;
        let midnight = test.app.clock().moment("2022-11-14T00:30".parse().unwrap()).unwrap();
        let shown = today::today(&test.app, &test.actor("kim", midnight).await, 1, midnight).await.unwrap();
        assert_eq!((shown.today, shown.now), (day("2022-11-14"), 1));
    }

    async fn the_calendar_finds_the_meeting_before_adulthood_and_the_law_its_follow_up(db: TestDb) {
        let test = four(&db).await;
        assert_eq!(on(&test, "2022-00004", DueKind::TransitionMeeting).await, Some(day("2022-07-01")), "born 1 January 2005");
        assert_eq!(on(&test, "2022-00004", DueKind::Adult).await, Some(day("2022-11-02")));
        assert_eq!(on(&test, "2022-00003", DueKind::TransitionMeeting).await, None, "an adult");
        assert_eq!(on(&test, "2022-00004", DueKind::StatutoryFollowUp).await, None);
        let basis = |code: &str| (StepField::Basis, Answer::Text(code.to_owned()));
        take(&test, "2022-00004", StepKind::Grant, "2022-01-09", &[basis("sel-52")]).await;
        assert_eq!(on(&test, "2022-00004", DueKind::StatutoryFollowUp).await, Some(day("2022-04-15")));
        take(&test, "2022-00004", StepKind::Grant, "2022-01-10", &[basis("bl-32")]).await;
        assert_eq!(on(&test, "2022-00004", DueKind::StatutoryFollowUp).await, None, "that law was not in force on the day");
    }
}
