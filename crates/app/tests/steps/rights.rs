//! Who may take, see and take back what; and what the access log tells of it.

use lods_app::Error;
use lods_app::people::correct::restrict;
use lods_app::steps::show::journal;
use lods_app::steps::take::{Sent, Took, take};
use lods_app::steps::undo::{Undone, undo};
use lods_app::steps::{drafts, form};
use lods_domain::access::{Actor, Role};
use lods_domain::ids::{PersonId, StepId};
use lods_domain::steps::findings::What;
use lods_domain::steps::{StepKind, Typed};
use lods_testkit::{NOW, on_both};

use super::{Played, answers, query, whats};

const KINDS: [StepKind; 6] = [
    StepKind::Hearing,
    StepKind::Extension,
    StepKind::Pause,
    StepKind::CaseReview,
    StepKind::FollowUp,
    StepKind::Score,
];

/// Which of [`KINDS`] the role takes.
fn takes(role: Role) -> [bool; 6] {
    match role {
        Role::Caseworker => [true, true, true, false, true, true],
        Role::Mentor => [false, false, false, false, true, true],
        Role::Leader => [true, true, true, true, false, false],
        Role::Coordinator => [false, false, true, false, false, false],
        Role::YoungPerson => [false, false, false, false, false, true],
        _ => [false; 6],
    }
}

const SCORE: [(&str, &str); 4] = [("on", "2022-05-30"), ("goal", "1"), ("points", "6"), ("voice", "young-person")];

async fn refused(played: &Played, actor: &Actor, step: StepId) -> bool {
    let asked = undo(&played.test.app, actor, (played.id, step), (&played.key(), "fejl"), NOW).await;
    matches!(asked, Err(Error::Denied(_)))
}

on_both! {
    async fn each_role_takes_its_steps_and_a_no_is_in_the_log(db: TestDb) {
        let played = Played::running(&db).await;
        for role in Role::ALL {
            let actor = played.account(*role).await;
            for (kind, may) in KINDS.iter().zip(takes(*role)) {
                let before = played.denials().await;
                let shown = form::show(&played.test.app, &actor, played.id, *kind, NOW).await;
                let empty = answers(*kind, &[]);
                let key = played.key();
                let sent = Sent { kind: *kind, key: &key, seen: 0, answers: &empty, departure: None };
                let took = take(&played.test.app, &actor, played.id, sent, NOW).await;
                let told = format!("{} {}", role.code(), kind.code());
                if may {
                    assert!(shown.is_ok() && matches!(took, Ok(Took::Against(_))), "{told}");
                    assert_eq!(played.denials().await, before, "{told}");
                } else {
                    assert!(matches!((shown, took), (Err(Error::Denied(_)), Err(Error::Denied(_)))), "{told}");
                    assert_eq!(played.denials().await, before + 2, "{told}");
                }
            }
        }
        assert_eq!(played.count("SELECT count(*) FROM course_steps").await, 0);
    }

    async fn a_mentor_takes_no_step_on_anothers_course(db: TestDb) {
        let played = Played::running(&db).await;
        played.test.user("aase", Role::Mentor, Some("M002")).await;
        let stranger = played.test.actor("aase", NOW).await;
        let (key, scored) = (played.key(), answers(StepKind::Score, &SCORE));
        let sent = Sent { kind: StepKind::Score, key: &key, seen: 0, answers: &scored, departure: None };
        assert!(matches!(take(&played.test.app, &stranger, played.id, sent, NOW).await, Err(Error::NotFound)));
        assert!(matches!(journal(&played.test.app, &stranger, played.id, NOW).await, Err(Error::NotFound)));
        assert!(matches!(form::show(&played.test.app, &stranger, played.id, StepKind::Score, NOW).await, Err(Error::NotFound)));
        let told = "SELECT count(*) FROM access_log WHERE what = 'steps' AND allowed = 0 AND course_id IS NOT NULL";
        assert_eq!(played.count(told).await, 3);
    }

    async fn a_step_that_is_taken_says_by_whom_and_in_which_role(db: TestDb) {
        let played = Played::running(&db).await;
        let young = played.account(Role::YoungPerson).await;
        played.took(&young, StepKind::Score, &SCORE).await;
        let (user, role): (Option<i64>, String) =
            played.tx().await.one(query("SELECT user_id, role FROM course_steps")).await.unwrap();
        assert_eq!((user, role.as_str()), (young.user().map(|user| user.0), "young-person"));
        let read: (String, String) = played.tx().await
            .one(query("SELECT purpose, relation FROM access_log WHERE what = 'steps' AND allowed = 1")).await.unwrap();
        assert_eq!(read, ("own".to_owned(), "person".to_owned()));
    }

    async fn nobody_speaks_in_anothers_voice(db: TestDb) {
        let played = Played::running(&db).await;
        let (young, mentor) = (played.account(Role::YoungPerson).await, played.account(Role::Mentor).await);
        let caseworker = played.account(Role::Caseworker).await;
        let score = |voice| [("on", "2022-05-30"), ("goal", "1"), ("points", "6"), ("voice", voice)];
        for voice in ["mentor", "caseworker"] {
            let took = played.sent(&young, StepKind::Score, &score(voice), None).await;
            assert_eq!(whats(&took), [What::NotTheirVoice], "{voice}");
        }
        assert_eq!(whats(&played.sent(&mentor, StepKind::Score, &score("caseworker"), None).await), [What::NotTheirVoice]);
        for (actor, voice) in [(&young, "young-person"), (&mentor, "young-person"), (&caseworker, "young-person")] {
            assert!(matches!(played.sent(actor, StepKind::Score, &score(voice), None).await, Took::Done(_)));
        }
    }

    async fn a_young_person_asks_for_another_mentor_and_owes_no_reason(db: TestDb) {
        let played = Played::running(&db).await;
        let young = played.account(Role::YoungPerson).await;
        let wish = |by| [("on", "2022-05-30"), ("by", by)];
        assert_eq!(whats(&played.sent(&young, StepKind::Rematch, &wish("mentor"), None).await), [What::NotTheirVoice]);
        assert!(matches!(played.sent(&young, StepKind::Rematch, &wish("young-person"), None).await, Took::Done(_)));
        assert_eq!(played.count("SELECT count(*) FROM departures").await, 0);
        assert!(played.row().await.contains("rematching"));
    }

    async fn a_young_person_with_another_role_beside_still_speaks(db: TestDb) {
        let played = Played::running(&db).await;
        played.test.account("ung", Role::YoungPerson).await;
        played.test.role("ung", Role::Analyst).await;
        let young = played.test.actor("ung", NOW).await;
        assert!(matches!(played.sent(&young, StepKind::Score, &SCORE, None).await, Took::Done(_)));
    }

    async fn what_was_said_in_an_own_voice_is_taken_back_by_whoever_said_it_or_the_authority(db: TestDb) {
        let played = Played::running(&db).await;
        let (young, mentor) = (played.account(Role::YoungPerson).await, played.account(Role::Mentor).await);
        let caseworker = played.account(Role::Caseworker).await;
        let own = played.took(&young, StepKind::Score, &SCORE).await;
        let mentors = played.took(&mentor, StepKind::Score, &SCORE).await;
        let before = played.denials().await;
        assert!(refused(&played, &mentor, own).await);
        assert!(refused(&played, &young, mentors).await);
        assert_eq!(played.denials().await, before + 2);
        assert_eq!(undo_now(&played, &young, own).await, Undone::Done);
        let again = played.took(&young, StepKind::Score, &SCORE).await;
        assert_eq!(undo_now(&played, &caseworker, again).await, Undone::Done);
        assert_eq!(undo_now(&played, &mentor, mentors).await, Undone::Done);
    }

    async fn whoever_takes_a_step_of_the_kind_takes_it_back_and_nobody_else(db: TestDb) {
        let played = Played::running(&db).await;
        let (leader, mentor) = (played.account(Role::Leader).await, played.account(Role::Mentor).await);
        let coordinator = played.account(Role::Coordinator).await;
        let typed = [("on", "2022-05-30"), ("note", "set"), ("with-mentor", "yes")];
        let review = played.took(&leader, StepKind::CaseReview, &typed).await;
        let paused = [("on", "2022-05-30"), ("reasons", "rejse"), ("next-on", "2022-06-15")];
        let pause = played.took(&coordinator, StepKind::Pause, &paused).await;
        let before = played.denials().await;
        assert!(refused(&played, &mentor, review).await && refused(&played, &mentor, pause).await);
        assert!(refused(&played, &coordinator, review).await);
        assert_eq!(played.denials().await, before + 3);
        assert_eq!(undo_now(&played, &leader, review).await, Undone::Done, "a leader works on no course, and reviews it");
        assert_eq!(undo_now(&played, &coordinator, pause).await, Undone::Done);
    }

    async fn a_mentor_sees_no_decisions_and_not_why_one_was_taken_back(db: TestDb) {
        let played = Played::running(&db).await;
        let (caseworker, mentor) = (played.account(Role::Caseworker).await, played.account(Role::Mentor).await);
        let heard = [("on", "2022-05-20"), ("heard-about", "forældrene"), ("answer-by", "2022-06-20")];
        let hearing = played.took(&caseworker, StepKind::Hearing, &heard).await;
        assert_eq!(undo_now(&played, &caseworker, hearing).await, Undone::Done);
        let seen = journal(&played.test.app, &mentor, played.id, NOW).await.unwrap();
        assert!(seen.steps.is_empty() && seen.names.is_empty(), "{:?}", seen.steps);
        assert_eq!(journal(&played.test.app, &caseworker, played.id, NOW).await.unwrap().steps.len(), 2);
        played.took(&mentor, StepKind::Score, &SCORE).await;
        let seen = journal(&played.test.app, &mentor, played.id, NOW).await.unwrap();
        assert_eq!(seen.steps.iter().map(|step| step.kind).collect::<Vec<_>>(), [StepKind::Score]);
        assert_eq!(seen.names.len(), 1, "names of those whose steps are seen");
    }

    async fn a_mentor_who_is_second_is_not_told_of_a_decision(db: TestDb) {
        let played = Played::running(&db).await;
        let (caseworker, mentor) = (played.account(Role::Caseworker).await, played.account(Role::Mentor).await);
        let complaint = [("on", "2022-05-20"), ("by", "parent"), ("about", "timerne")];
        played.took(&caseworker, StepKind::Complaint, &complaint).await;
        let (key, scored) = (played.key(), answers(StepKind::Score, &SCORE));
        let sent = Sent { kind: StepKind::Score, key: &key, seen: 0, answers: &scored, departure: None };
        let took = take(&played.test.app, &mentor, played.id, sent, NOW).await.unwrap();
        assert!(matches!(took, Took::Since(since) if since.is_empty()));
    }

    async fn who_sees_no_goals_is_given_none(db: TestDb) {
        let played = Played::running(&db).await;
        let supplier = played.account(Role::SupplierCoordinator).await;
        played.took(&Actor::Operator, StepKind::Score, &SCORE).await;
        let seen = journal(&played.test.app, &supplier, played.id, NOW).await.unwrap();
        assert!(seen.goals.is_empty() && seen.steps.is_empty() && seen.may.is_empty());
    }

    async fn nothing_is_done_with_the_data_of_a_restricted_person(db: TestDb) {
        let played = Played::running(&db).await;
        let caseworker = played.account(Role::Caseworker).await;
        let step = played.took(&caseworker, StepKind::Score, &SCORE).await;
        let (person,): (i64,) =
            played.tx().await.one(query("SELECT person_id FROM courses WHERE id = $1").bind(played.id)).await.unwrap();
        assert!(restrict(&played.test.app, &caseworker, PersonId(person), true, NOW).await.unwrap());
        assert!(matches!(played.sent(&caseworker, StepKind::Score, &SCORE, None).await, Took::Restricted));
        assert_eq!(played.undo(&caseworker, step).await, Undone::Restricted);
        let form = (played.id, StepKind::Score);
        assert!(!drafts::save(&played.test.app, &caseworker, form, (&Typed::new(), 0), NOW).await.unwrap());
        assert!(journal(&played.test.app, &caseworker, played.id, NOW).await.unwrap().next.is_empty());
        assert_eq!(played.count("SELECT count(*) FROM course_steps").await, 1);
    }

    async fn a_leader_alone_grants_in_quite_special_cases(db: TestDb) {
        let played = Played::concern(&db).await;
        let (caseworker, leader) = (played.account(Role::Caseworker).await, played.account(Role::Leader).await);
        played.grant(&caseworker).await;
        played.took(&caseworker, StepKind::Start, &[("on", "2022-06-15")]).await;
        let special = [
            ("on", "2022-12-01"), ("asked-for", "fully"), ("until", "2023-06-08"), ("weekly", "1"), ("decisive", "ja"),
            ("special-case", "yes"), ("special-reason", "udskrives"),
        ];
        let took = played.sent(&caseworker, StepKind::Extension, &special, None).await;
        assert_eq!(whats(&took), [What::LeaderOnly]);
        assert!(matches!(played.sent(&leader, StepKind::Extension, &special, None).await, Took::Done(_)));
    }
}

async fn undo_now(played: &Played, actor: &Actor, step: StepId) -> Undone {
    undo(&played.test.app, actor, (played.id, step), (&played.key(), "fejl"), NOW).await.unwrap()
}
