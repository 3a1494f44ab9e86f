//! What a step writes beside the course, and what stood there before it.

use lods_app::steps::undo::Undone;
use lods_domain::access::Actor;
use lods_domain::steps::StepKind;
use lods_testkit::on_both;

use super::{Played, day, query, rollups_are_whole};

const ALL: &[(&str, &str)] = &[
    ("took-part", "caseworker"),
    ("took-part", "mentor"),
    ("took-part", "young-person"),
    ("goals-right", "still-right"),
    ("agreed", "continue"),
];
const TWO: &[(&str, &str)] =
    &[("took-part", "caseworker"), ("took-part", "volunteer"), ("goals-right", "adjust"), ("agreed", "adjust")];

async fn follow_up(played: &Played, on: &str) -> Option<(Option<i64>, Option<i64>, Option<i64>)> {
    let sql = "SELECT caseworker, mentor, mentee FROM follow_ups WHERE course_id = $1 AND day = $2";
    played.tx().await.optional(query(sql).bind(played.id).bind(day(on))).await.unwrap()
}

async fn score(played: &Played, on: &str) -> Option<i64> {
    let sql =
        "SELECT s.tenths FROM goal_scores s JOIN goals g ON g.id = s.goal_id WHERE g.course_id = $1 AND s.day = $2";
    let row: Option<(i64,)> = played.tx().await.optional(query(sql).bind(played.id).bind(day(on))).await.unwrap();
    row.map(|(tenths,)| tenths)
}

const WHOLE: Option<(Option<i64>, Option<i64>, Option<i64>)> = Some((Some(1), Some(1), Some(1)));
const PART: Option<(Option<i64>, Option<i64>, Option<i64>)> = Some((Some(1), Some(1), Some(0)));

on_both! {
    async fn a_follow_up_that_is_taken_back_leaves_another_of_the_day(db: TestDb) {
        let played = Played::running(&db).await;
        let on = [("on", "2022-05-30")];
        let first = played.took(&Actor::Operator, StepKind::FollowUp, &[&on, ALL].concat()).await;
        let second = played.took(&Actor::Operator, StepKind::FollowUp, &[&on, TWO].concat()).await;
        assert_eq!(follow_up(&played, "2022-05-30").await, PART, "the last counts");
        assert_eq!(played.undo(&Actor::Operator, second).await, Undone::Done);
        assert_eq!(follow_up(&played, "2022-05-30").await, WHOLE);
        assert_eq!(played.undo(&Actor::Operator, first).await, Undone::Done);
        assert_eq!(follow_up(&played, "2022-05-30").await, None);
        rollups_are_whole(&played, day("2023-06-01")).await;
    }

    async fn what_was_imported_stands_again(db: TestDb) {
        let played = Played::running(&db).await;
        let on = [("on", "2022-02-20")];
        let first = played.took(&Actor::Operator, StepKind::FollowUp, &[&on, ALL].concat()).await;
        let second = played.took(&Actor::Operator, StepKind::FollowUp, &[&on, ALL].concat()).await;
        assert_eq!(follow_up(&played, "2022-02-20").await, WHOLE);
        // In the order in which they were taken, and so against it.
        assert_eq!(played.undo(&Actor::Operator, first).await, Undone::Done);
        assert_eq!(follow_up(&played, "2022-02-20").await, WHOLE);
        assert_eq!(played.undo(&Actor::Operator, second).await, Undone::Done);
        assert_eq!(follow_up(&played, "2022-02-20").await, PART, "as the import told of it");

        let goal = played.count("SELECT id FROM goals").await.to_string();
        let scored = [("on", "2022-02-15"), ("goal", goal.as_str()), ("points", "9"), ("voice", "mentor")];
        let step = played.took(&Actor::Operator, StepKind::Score, &scored).await;
        assert_eq!(score(&played, "2022-02-15").await, Some(90));
        assert_eq!(played.undo(&Actor::Operator, step).await, Undone::Done);
        assert_eq!(score(&played, "2022-02-15").await, Some(45));
        rollups_are_whole(&played, day("2023-06-01")).await;
    }

    /// A follow-up keeps the row that it replaced; that is no move of the course, and holds nothing up.
    async fn what_was_replaced_is_no_move_of_the_course(db: TestDb) {
        let played = Played::running(&db).await;
        let paused = [("on", "2022-05-01"), ("reasons", "rejse"), ("next-on", "2022-06-15")];
        let pause = played.took(&Actor::Operator, StepKind::Pause, &paused).await;
        let follow_up_step =
            played.took(&Actor::Operator, StepKind::FollowUp, &[&[("on", "2022-02-20")], ALL].concat()).await;
        assert_eq!(played.undo(&Actor::Operator, pause).await, Undone::Done);
        assert_eq!(played.undo(&Actor::Operator, follow_up_step).await, Undone::Done);
        assert_eq!(follow_up(&played, "2022-02-20").await, PART);
    }

    async fn a_goal_with_scores_is_taken_back_after_them(db: TestDb) {
        let played = Played::running(&db).await;
        let titled = [
            ("on", "2022-05-01"), ("title", "Egen bolig"), ("goal-kind", "transition"), ("small-steps", "x"),
            ("scale-low", "x"), ("scale-high", "x"),
        ];
        let set = played.took(&Actor::Operator, StepKind::Goal, &titled).await;
        let goal = played.count("SELECT max(id) FROM goals").await.to_string();
        let scored = [("on", "2022-05-02"), ("goal", goal.as_str()), ("points", "3"), ("voice", "young-person")];
        let score = played.took(&Actor::Operator, StepKind::Score, &scored).await;
        assert_eq!(played.undo(&Actor::Operator, set).await, Undone::LaterFirst);
        assert_eq!(played.undo(&Actor::Operator, score).await, Undone::Done);
        assert_eq!(played.undo(&Actor::Operator, set).await, Undone::Done);
        assert_eq!(played.count("SELECT count(*) FROM goals").await, 1, "the imported one");
        rollups_are_whole(&played, day("2023-06-01")).await;
    }

    async fn a_goal_of_another_course_takes_no_score_here(db: TestDb) {
        let played = Played::concern(&db).await;
        played.grant(&Actor::Operator).await;
        let scored = [("on", "2022-06-09"), ("goal", "1"), ("points", "3"), ("voice", "mentor")];
        let took = played.sent(&Actor::Operator, StepKind::Score, &scored, None).await;
        assert_eq!(crate::whats(&took), [lods_domain::steps::findings::What::Missing]);
    }
}
