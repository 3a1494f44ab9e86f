//! A step is taken back by another, and the course stands as it did before.

use lods_app::Error;
use lods_app::steps::show::journal;
use lods_app::steps::undo::{Undone, undo};
use lods_domain::access::{Actor, Role};
use lods_domain::ids::StepId;
use lods_domain::steps::StepKind;
use lods_testkit::on_both;

use super::{AFTER, GRANT, Played, chain_is_whole, day, rollups_are_whole};

/// A course that moves in every way that a granted one can.
const MOVES: &[(StepKind, &[(&str, &str)])] = &[
    (StepKind::Grant, GRANT),
    (StepKind::Start, &[("on", "2022-06-15")]),
    (StepKind::Pause, &[("on", "2022-07-01"), ("reasons", "ferie"), ("next-on", "2022-07-20")]),
    (StepKind::Resume, &[("on", "2022-07-20")]),
    (StepKind::Rematch, &[("on", "2022-08-01"), ("by", "young-person"), ("reasons", "kemi")]),
    (
        StepKind::Match,
        &[("on", "2022-08-10"), ("mentor", "1"), ("match-basis", "young-say"), ("note", "ja"), ("impartial", "yes")],
    ),
    (
        StepKind::Change,
        &[
            ("on", "2022-09-01"),
            ("weekly", "1,25"),
            ("until", "2022-11-30"),
            ("hearing-done", "not-relevant"),
            ("facts", "a"),
            ("reasons", "b"),
        ],
    ),
    (
        StepKind::Extension,
        &[("on", "2022-10-01"), ("asked-for", "fully"), ("until", "2022-12-05"), ("weekly", "1"), ("decisive", "ja")],
    ),
    (
        StepKind::Closing,
        &[("on", "2022-11-20"), ("end-kind", "unplanned"), ("end-why", "moved"), ("reasons", "til en anden by")],
    ),
    (StepKind::Closure, &[("on", "2022-11-30"), ("end-kind", "unplanned")]),
];

on_both! {
    async fn every_move_is_taken_back_to_the_byte(db: TestDb) {
        let played = Played::concern(&db).await;
        let mut taken: Vec<(StepId, String)> = Vec::new();
        for (kind, typed) in MOVES {
            let before = played.row().await;
            let step = played.took(&Actor::Operator, *kind, typed).await;
            assert_ne!(played.row().await, before, "{}", kind.code());
            rollups_are_whole(&played, day(typed[0].1)).await;
            taken.push((step, before));
        }
        for (step, _) in &taken[..taken.len() - 1] {
            assert_eq!(played.undo(&Actor::Operator, *step).await, Undone::LaterFirst);
        }
        for (step, before) in taken.iter().rev() {
            assert_eq!(played.undo(&Actor::Operator, *step).await, Undone::Done);
            assert_eq!(&played.row().await, before);
            rollups_are_whole(&played, day("2023-06-01")).await;
        }
        assert_eq!(played.count("SELECT count(*) FROM course_steps").await, 2 * MOVES.len() as i64, "all stay on record");
        let undone = played.count("SELECT count(*) FROM audit_events WHERE event = 'step-undone'").await;
        assert_eq!(undone, MOVES.len() as i64);
        chain_is_whole(&played).await;
    }

    /// The second match says what was so already; the first is not taken back from under it.
    async fn what_says_the_same_again_rests_on_what_came_before(db: TestDb) {
        let played = Played::concern(&db).await;
        played.grant(&Actor::Operator).await;
        let matched =
            [("on", "2022-06-10"), ("mentor", "1"), ("match-basis", "young-say"), ("note", "ja"), ("impartial", "yes")];
        let first = played.took(&Actor::Operator, StepKind::Match, &matched).await;
        let second = played.took(&Actor::Operator, StepKind::Match, &matched).await;
        assert_eq!(played.undo(&Actor::Operator, first).await, Undone::LaterFirst);
        assert_eq!(played.undo(&Actor::Operator, second).await, Undone::Done);
        assert_eq!(played.undo(&Actor::Operator, first).await, Undone::Done);
    }

    async fn a_reason_is_needed_that_can_be_read_again(db: TestDb) {
        let played = Played::concern(&db).await;
        let step = played.grant(&Actor::Operator).await;
        let try_with = async |key: &str, reason: &str| {
            undo(&played.test.app, &Actor::Operator, (played.id, step), (key, reason), AFTER).await.unwrap()
        };
        for reason in ["", " \n\t", &"å".repeat(10_001)] {
            assert_eq!(try_with(&played.key(), reason).await, Undone::NoReason);
        }
        assert_eq!(try_with("x", "fejl").await, Undone::KeySpent);
        let grants_key = format!("{:064x}", 1);
        assert_eq!(try_with(&grants_key, "fejl").await, Undone::KeySpent, "the key of the step itself");
        assert_eq!(try_with(&played.key(), &"å".repeat(10_000)).await, Undone::Done);
        let steps = journal(&played.test.app, &Actor::Operator, played.id, AFTER).await.unwrap().steps;
        assert_eq!(steps.len(), 2, "and can be read");
        assert_eq!(steps[1].undone_by, Some(steps[0].id));
    }

    async fn what_another_step_rests_on_is_taken_back_after_it(db: TestDb) {
        let played = Played::concern(&db).await;
        let hearing = [("on", "2022-06-02"), ("heard-about", "fravær"), ("answer-by", "2022-06-05")];
        let hearing = played.took(&Actor::Operator, StepKind::Hearing, &hearing).await;
        let answer = [("on", "2022-06-04"), ("note", "enig")];
        let answer = played.took(&Actor::Operator, StepKind::HearingAnswer, &answer).await;
        let at = [("on", "2022-06-20"), ("at", "14.30"), ("place", "biblioteket")];
        let appointment = played.took(&Actor::Operator, StepKind::Appointment, &at).await;
        let number = appointment.to_string();
        let missed = [("on", "2022-06-20"), ("appointment", number.as_str()), ("why-not", "ill")];
        let missed = played.took(&Actor::Operator, StepKind::NotHeld, &missed).await;
        for (first, then) in [(hearing, answer), (appointment, missed)] {
            assert_eq!(played.undo(&Actor::Operator, first).await, Undone::LaterFirst);
            assert_eq!(played.undo(&Actor::Operator, then).await, Undone::Done);
            assert_eq!(played.undo(&Actor::Operator, first).await, Undone::Done);
        }
    }

    async fn twice_is_once_and_an_undoing_is_not_undone(db: TestDb) {
        let played = Played::concern(&db).await;
        let step = played.grant(&Actor::Operator).await;
        assert_eq!(played.undo(&Actor::Operator, step).await, Undone::Done);
        assert_eq!(played.undo(&Actor::Operator, step).await, Undone::Done);
        assert_eq!(played.count("SELECT count(*) FROM course_steps").await, 2);
        let by = StepId(played.seen().await);
        assert_eq!(played.undo(&Actor::Operator, by).await, Undone::Never);
        let nowhere = undo(&played.test.app, &Actor::Operator, (played.id, StepId(999)), (&played.key(), "x"), AFTER).await;
        assert!(matches!(nowhere, Err(Error::NotFound)));
    }

    /// Whoever asks in vain is in the log as whoever does not.
    async fn every_asking_is_logged_whatever_comes_of_it(db: TestDb) {
        let played = Played::concern(&db).await;
        let caseworker = played.account(Role::Caseworker).await;
        let step = played.grant(&caseworker).await;
        played.took(&caseworker, StepKind::Start, &[("on", "2022-06-15")]).await;
        let logged = "SELECT count(*) FROM access_log WHERE what = 'steps' AND allowed = 1 AND user_id IS NOT NULL";
        let before = played.count(logged).await;
        assert_eq!(played.undo(&caseworker, step).await, Undone::LaterFirst);
        assert_eq!(played.count(logged).await, before + 1);
    }
}
