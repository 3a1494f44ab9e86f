//! A course from concern to closure, step by step, with what each writes.

use lods_app::courses::show;
use lods_app::steps::show::journal;
use lods_app::steps::take::{Sent, Took, take};
use lods_domain::access::{Actor, Role};
use lods_domain::courses::{Decision, EndKind, Stage};
use lods_domain::dues::DueKind;
use lods_domain::steps::findings::What;
use lods_domain::steps::{Choice, StepKind};
use lods_domain::{Minutes, Moment};
use lods_store::sealed::Sealed;
use lods_store::standing;
use lods_testkit::{NOW, noon, on_both};

use super::{AFTER, GRANT, Played, answers, chain_is_whole, day, query, rollups_are_whole, whats};

/// What a mentor does between start and closure; nothing of it moves the course.
const EFFORT: &[(StepKind, &[(&str, &str)])] = &[
    (StepKind::ExtentTalk, &[("on", "2022-06-22"), ("extent", "same")]),
    (StepKind::Method, &[("on", "2022-06-23"), ("method", "structure"), ("method-reason", "han beder om det")]),
    (
        StepKind::NetworkPerson,
        &[
            ("on", "2022-06-24"),
            ("relation", "family"),
            ("closeness", "near"),
            ("tie", "strong"),
            ("helps-with", "vækker"),
            ("involvement", "told"),
            ("agreed-with-young", "yes"),
        ],
    ),
    (
        StepKind::FollowUp,
        &[
            ("on", "2022-07-20"),
            ("took-part", "caseworker"),
            ("took-part", "mentor"),
            ("took-part", "young-person"),
            ("goals-right", "still-right"),
            ("agreed", "continue"),
        ],
    ),
    (StepKind::Success, &[("on", "2022-08-01"), ("note", "mødte selv op")]),
];

async fn started(played: &Played, caseworker: &Actor) {
    played.grant(caseworker).await;
    let (mentor,): (i64,) = played.tx().await.one(query("SELECT id FROM mentors WHERE code = 'M001'")).await.unwrap();
    let mentor = mentor.to_string();
    let matched = [
        ("on", "2022-06-10"),
        ("mentor", mentor.as_str()),
        ("match-basis", "competence"),
        ("note", "kender ADHD"),
        ("impartial", "yes"),
    ];
    played.took(caseworker, StepKind::Match, &matched).await;
    let goal = [
        ("on", "2022-06-13"),
        ("title", "Op kl. 8"),
        ("goal-kind", "mastery"),
        ("small-steps", "vækkeur"),
        ("scale-low", "aldrig"),
        ("scale-high", "hver dag"),
    ];
    played.took(caseworker, StepKind::Expectations, &[("on", "2022-06-13"), ("own-wish", "ro")]).await;
    played.took(caseworker, StepKind::Goal, &goal).await;
    played.took(caseworker, StepKind::Start, &[("on", "2022-06-15")]).await;
}

const CLOSING: &[(&str, &str)] = &[
    ("on", "2022-11-20"),
    ("end-kind", "planned"),
    ("end-why", "goals-reached"),
    ("reasons", "hun klarer sig"),
    ("tapering", "hver anden uge"),
];
const SAID: &[(&str, &str)] = &[
    ("on", "2022-11-25"),
    ("listened", "9"),
    ("important", "8,5"),
    ("fitted", "7"),
    ("better", "8"),
    ("overall", "8"),
];
const CLOSURE: &[(&str, &str)] = &[
    ("on", "2022-12-01"),
    ("end-kind", "planned"),
    ("why-told", "yes"),
    ("need-assessed", "intet behov"),
    ("network-told", "mormor"),
    ("handover", "ingen"),
    ("evaluated-with", "begge"),
    ("method-value", "much-value"),
    ("method-assessed", "god"),
];

on_both! {
    async fn a_textbook_course_writes_what_each_step_says(db: TestDb) {
        let played = Played::concern(&db).await;
        let caseworker = played.account(Role::Caseworker).await;
        let before = journal(&played.test.app, &caseworker, played.id, NOW).await.unwrap().next;
        assert!(before.iter().any(|next| next.kind == StepKind::Grant));
        assert!(!before.iter().any(|next| next.kind == StepKind::Start));
        started(&played, &caseworker).await;
        let mentor = played.account(Role::Mentor).await;
        for (kind, typed) in EFFORT {
            played.took(&mentor, *kind, typed).await;
            rollups_are_whole(&played, day(typed[0].1)).await;
        }
        let goal = played.count("SELECT id FROM goals").await.to_string();
        let score = [("on", "2022-08-02"), ("goal", goal.as_str()), ("points", "7,5"), ("voice", "mentor")];
        played.took(&mentor, StepKind::Score, &score).await;
        let leader = played.account(Role::Leader).await;
        played.took(&leader, StepKind::CaseReview, &[("on", "2022-09-01"), ("note", "set"), ("with-mentor", "yes")]).await;
        played.took(&caseworker, StepKind::Closing, CLOSING).await;
        let young = played.account(Role::YoungPerson).await;
        for (actor, voice) in [(&young, "young-person"), (&mentor, "mentor")] {
            played.took(actor, StepKind::Evaluation, &[SAID, &[("voice", voice)]].concat()).await;
        }
        played.took(&caseworker, StepKind::Closure, CLOSURE).await;
        let outcome = [("on", "2023-03-01"), ("after", "after-3"), ("status", "in-job"), ("still-needs", "no")];
        played.took(&caseworker, StepKind::Outcome, &outcome).await;

        let shown = show::course(&played.test.app, &caseworker, played.id, 1, AFTER).await.unwrap();
        let dates = shown.course.dates();
        assert_eq!((dates.decided, dates.decision), (Some(day("2022-06-08")), Some(Decision::Granted)));
        assert_eq!((dates.start, dates.end), (Some(day("2022-06-15")), Some(day("2022-12-01"))));
        assert_eq!((dates.expected_end, dates.end_kind), (Some(day("2022-12-08")), Some(EndKind::Planned)));
        assert_eq!(shown.course.purpose(), Some("komme op om morgenen\n\nkende nogen i byen"));
        assert_eq!(shown.course.legal_basis(), Some("§ 167 i lov om en aktiv beskæftigelsesindsats"));
        assert_eq!(shown.course.end_reason(), Some("mål nået: hun klarer sig"));
        assert_eq!(shown.course.weekly(), Some(Minutes::new(120)));
        assert_eq!((shown.course.mentor(), shown.course.unit()), (Some("Østen Ågård"), Some("Korpset")));
        assert_eq!(shown.goals[0].goal.title, "Op kl. 8");
        assert_eq!(shown.goals[0].scores, [(day("2022-08-02"), lods_domain::goals::Score::from_tenths(75).unwrap())]);
        let all = shown.follow_ups[0];
        assert_eq!((all.on, all.caseworker, all.mentor, all.mentee), (day("2022-07-20"), Some(true), Some(true), Some(true)));
        let later: Vec<DueKind> = shown.dues.iter().map(|due| due.kind).collect();
        assert_eq!(later, [DueKind::OutcomeSecond, DueKind::OutcomeThird], "what came of it is asked twice more");

        let journal = journal(&played.test.app, &caseworker, played.id, AFTER).await.unwrap();
        assert_eq!(journal.steps.len(), 17);
        assert_eq!(journal.steps.first().unwrap().kind, StepKind::Outcome, "newest first");
        let events = "SELECT count(*) FROM audit_events WHERE event = 'step-taken'";
        assert_eq!(played.count(events).await, 17);
        assert_eq!(played.count("SELECT count(*) FROM drafts").await, 0);
        rollups_are_whole(&played, day("2023-03-01")).await;
        chain_is_whole(&played).await;
    }

    async fn nothing_that_was_said_stands_open_in_the_database(db: TestDb) {
        let played = Played::concern(&db).await;
        started(&played, &Actor::Operator).await;
        let mut tx = played.tx().await;
        let steps: Vec<(String, String)> = tx.all(query("SELECT answers, stood FROM course_steps")).await.unwrap();
        let (purpose, title): (String, String) =
            tx.one(query("SELECT c.purpose, g.title FROM courses c JOIN goals g ON g.course_id = c.id")).await.unwrap();
        let reasons: Vec<(String, String)> =
            tx.all(query("SELECT d.reason, s.key FROM departures d JOIN course_steps s ON s.id = d.step_id")).await.unwrap();
        let stored = format!("{steps:?} {purpose} {title} {reasons:?}");
        for said in ["afsted", "morgenen", "Op kl. 8", "kender ADHD", "overvejet", "lab-167", "2022"] {
            assert!(!stored.contains(said), "{said}");
        }
        for (reason, key) in &reasons {
            let opened = Sealed::DepartureReason.open(tx.keys(), key, reason).unwrap();
            assert_eq!(opened, "det blev overvejet");
        }
    }

    async fn a_recommendation_is_departed_from_with_a_cause_and_a_reason(db: TestDb) {
        let played = Played::concern(&db).await;
        played.grant(&Actor::Operator).await;
        let start = [("on", "2022-06-15")];
        let long = "x".repeat(10_001);
        for departure in [
            None,
            Some((Choice::Weighed, " \n")),
            Some((Choice::Caseworker, "fordi")),
            Some((Choice::Weighed, long.as_str())),
        ] {
            let against = whats(&played.sent(&Actor::Operator, StepKind::Start, &start, departure).await);
            assert_eq!(against, [What::NoMatch, What::NoExpectations, What::NoGoal]);
        }
        let departed = "SELECT count(*) FROM departures WHERE step_id = (SELECT max(id) FROM course_steps)";
        assert_eq!(played.count("SELECT count(*) FROM course_steps").await, 1, "nothing was written");
        let reason = Some((Choice::LackOfTime, " hun starter i morgen "));
        assert!(matches!(played.sent(&Actor::Operator, StepKind::Start, &start, reason).await, Took::Done(_)));
        assert_eq!(played.count(departed).await, 3);
        let rows: Vec<(String, String, i64)> = played.tx().await
            .all(query("SELECT recommendation, cause, day FROM departures ORDER BY 1")).await.unwrap();
        let on = day("2022-06-15").epoch();
        let expected = ["F2.1", "F3.1", "F3.2"].map(|code| (code.to_owned(), "lack-of-time".to_owned(), on));
        assert_eq!(rows, expected);
    }

    async fn a_reason_where_nothing_is_departed_from_is_no_departure(db: TestDb) {
        let played = Played::concern(&db).await;
        played.grant(&Actor::Operator).await;
        assert_eq!(played.count("SELECT count(*) FROM departures").await, 0);
    }

    async fn two_at_once_the_second_is_told_what_the_first_did(db: TestDb) {
        let played = Played::concern(&db).await;
        let app = &played.test.app;
        let (first, second) = (played.account(Role::Caseworker).await, played.account(Role::Leader).await);
        let (one, other) = (played.key(), played.key());
        let grant = answers(StepKind::Grant, GRANT);
        let refusal = answers(StepKind::Refusal, &[("on", "2022-06-08")]);
        let sent = |kind, key, answers| Sent { kind, key, seen: 0, answers, departure: None };
        let now = noon("2022-06-08");
        let (done, since) = tokio::join!(
            take(app, &first, played.id, sent(StepKind::Grant, &one, &grant), now),
            take(app, &second, played.id, sent(StepKind::Grant, &other, &grant), now),
        );
        let (done, since) = match (done.unwrap(), since.unwrap()) {
            (Took::Done(done), Took::Since(since)) | (Took::Since(since), Took::Done(done)) => (done, since),
            other => panic!("{other:?}"),
        };
        assert_eq!((since[0].id, since[0].kind), (done, StepKind::Grant));
        let again = take(app, &second, played.id, sent(StepKind::Refusal, &played.key(), &refusal), now).await.unwrap();
        assert!(matches!(again, Took::Since(since) if since.len() == 1), "another kind, and the course moved");
        assert_eq!(played.count("SELECT count(*) FROM course_steps").await, 1);
    }

    async fn what_does_not_concern_the_form_does_not_stop_it(db: TestDb) {
        let played = Played::concern(&db).await;
        let key = played.key();
        played.took(&Actor::Operator, StepKind::Waiting, &[("on", "2022-06-02"), ("wait-reason", "no-capacity")]).await;
        let answers = answers(StepKind::Grant, GRANT);
        let sent = Sent { kind: StepKind::Grant, key: &key, seen: 0, answers: &answers, departure: None };
        let took = take(&played.test.app, &Actor::Operator, played.id, sent, noon("2022-06-08")).await.unwrap();
        assert!(matches!(took, Took::Done(_)), "{took:?}");
    }

    async fn sent_twice_is_one_step_and_a_key_is_of_one_form(db: TestDb) {
        let played = Played::concern(&db).await;
        let (key, grant) = (played.key(), answers(StepKind::Grant, GRANT));
        let refusal = answers(StepKind::Refusal, &[("on", "2022-06-08")]);
        let now: Moment = noon("2022-06-08");
        let send = |kind, key, answers| {
            let sent = Sent { kind, key, seen: 0, answers, departure: None };
            take(&played.test.app, &Actor::Operator, played.id, sent, now)
        };
        let Took::Done(first) = send(StepKind::Grant, key.as_str(), &grant).await.unwrap() else { panic!() };
        let Took::Done(second) = send(StepKind::Grant, key.as_str(), &grant).await.unwrap() else { panic!() };
        assert_eq!(first, second);
        assert!(matches!(send(StepKind::Refusal, key.as_str(), &refusal).await.unwrap(), Took::KeySpent));
        for key in ["", "x", &"g".repeat(64), &"A".repeat(64)] {
            assert!(matches!(send(StepKind::Grant, key, &grant).await.unwrap(), Took::KeySpent), "{key}");
        }
        assert_eq!(played.count("SELECT count(*) FROM course_steps").await, 1);
        assert_eq!(played.count("SELECT count(*) FROM audit_events WHERE event = 'step-taken'").await, 1);
    }

    async fn what_cannot_be_is_told_and_never_with_nothing(db: TestDb) {
        let played = Played::concern(&db).await;
        let late = [GRANT, &[("special-case", "yes"), ("special-reason", "x")]].concat();
        let mut later: Vec<(&str, &str)> = late.iter().copied().filter(|(field, _)| *field != "until").collect();
        later.push(("until", "2023-03-08"));
        let against = whats(&played.sent(&Actor::Operator, StepKind::Grant, &later, None).await);
        assert_eq!(against, [What::PeriodTooLong, What::LeaderOnly]);
        let unknown = [("on", "2022-06-10"), ("mentor", "9999"), ("match-basis", "competence"), ("note", "x"), ("impartial", "yes")];
        played.grant(&Actor::Operator).await;
        let against = whats(&played.sent(&Actor::Operator, StepKind::Match, &unknown, None).await);
        assert_eq!(against, [What::Missing]);
        let after_the_grant = [("on", "2022-12-09")];
        let against = whats(&played.sent(&Actor::Operator, StepKind::Start, &after_the_grant, None).await);
        assert!(against.contains(&What::NotNow), "a start after the period");
        let mut tx = played.tx().await;
        let stands = standing::read(&mut tx, played.id).await.unwrap().unwrap();
        assert_eq!((stands.dates.start, stands.mentor), (None, None));
    }

    async fn a_closure_that_began_keeps_its_stage_and_the_refused_complain(db: TestDb) {
        let played = Played::concern(&db).await;
        let refuse = |on| {
            vec![
                ("on", on), ("basis", "lab-167"), ("entitlement", "may"), ("hearing-done", "not-relevant"),
                ("facts", "a"), ("reasons", "b"), ("alternatives", "c"),
            ]
        };
        let stage = async || {
            let mut tx = played.tx().await;
            let stands = standing::read(&mut tx, played.id).await.unwrap().unwrap();
            (stands.stage.map(|(stage, _)| stage), stands.dates.decision)
        };
        played.took(&Actor::Operator, StepKind::Refusal, &refuse("2022-06-08")).await;
        played.took(&Actor::Operator, StepKind::Complaint, &[("on", "2022-06-20"), ("by", "parent"), ("about", "x")]).await;
        assert_eq!(stage().await, (Some(Stage::Complained), Some(Decision::Refused)));
        played.took(&Actor::Operator, StepKind::Refusal, &refuse("2022-06-30")).await;
        assert_eq!(stage().await, (Some(Stage::AtBoard), Some(Decision::Refused)));
        played.took(&Actor::Operator, StepKind::BoardDecision, &[("on", "2022-09-01"), ("board-said", "returned")]).await;
        assert_eq!(stage().await, (Some(Stage::Returned), None));
        let too_early = played.sent(&Actor::Operator, StepKind::Grant, GRANT, None).await;
        assert!(whats(&too_early).contains(&What::NotNow));
        rollups_are_whole(&played, day("2022-09-01")).await;
    }
}
