//! Goals of a course, and their scores.

use lods_domain::Day;
use lods_domain::goals::{Goal, GoalKind, Score};
use lods_domain::ids::{CourseId, GoalId};

use crate::sealed::Sealed;
use crate::{Error, Tx, query};

/// A goal with its scores, oldest first.
#[derive(Debug, Clone)]
pub struct Scored {
    pub id: GoalId,
    pub goal: Goal,
    pub scores: Vec<(Day, Score)>,
}

/// The course's goals with their scores; at most `limit` scores of the newest in all. Two statements.
pub async fn of_course(tx: &mut Tx, course: CourseId, limit: i64) -> Result<Vec<Scored>, Error> {
    let sql = "SELECT id, code, kind, title, created_on FROM goals WHERE course_id = $1 ORDER BY code LIMIT 100";
    let goals: Vec<(i64, String, String, String, Option<i64>)> = tx.all(query(sql).bind(course)).await?;
    let sql = "SELECT s.goal_id, s.day, s.tenths FROM goal_scores s JOIN goals g ON g.id = s.goal_id
               WHERE g.course_id = $1 ORDER BY s.day DESC, s.goal_id LIMIT $2";
    let scores: Vec<(i64, i64, i64)> = tx.all(query(sql).bind(course).bind(limit)).await?;
    let keys = tx.keys().clone();
    let mut scored = Vec::with_capacity(goals.len());
    for (id, code, kind, title, created_on) in goals {
        let kind = GoalKind::from_code(&kind).ok_or(Error::Unknown { what: "goals.kind" })?;
        let title = Sealed::GoalTitle.open(&keys, &code, &title)?;
        let goal = Goal { code, kind, title, created_on: created_on.and_then(Day::from_epoch) };
        let own = scores.iter().rev().filter(|(goal, ..)| *goal == id);
        let scores = own.filter_map(|(_, day, tenths)| Some((Day::from_epoch(*day)?, Score::from_tenths(*tenths)?)));
        scored.push(Scored { id: GoalId(id), goal, scores: scores.collect() });
    }
    Ok(scored)
}

/// Writes the goal; its code is the municipality's own, of nobody else's goal.
pub async fn insert(tx: &mut Tx, course: CourseId, goal: &Goal) -> Result<GoalId, Error> {
    let title = Sealed::GoalTitle.seal(tx.keys(), &goal.code, &goal.title)?;
    let sql = "INSERT INTO goals (code, course_id, kind, title, created_on) VALUES ($1, $2, $3, $4, $5) RETURNING id";
    let insert = query(sql).bind(goal.code.as_str()).bind(course).bind(goal.kind.code()).bind(title);
    let (id,): (i64,) = tx.one(insert.bind(goal.created_on)).await?;
    Ok(GoalId(id))
}

/// Takes the goal with the code away: the step that wrote it was taken back. `false` where it has scores.
pub async fn remove(tx: &mut Tx, code: &str) -> Result<bool, Error> {
    let sql =
        "DELETE FROM goals WHERE code = $1 AND NOT EXISTS (SELECT 1 FROM goal_scores s WHERE s.goal_id = goals.id)";
    Ok(tx.execute(query(sql).bind(code)).await? == 1)
}

/// Whether the goal is one of the course.
pub async fn is_of(tx: &mut Tx, course: CourseId, goal: GoalId) -> Result<bool, Error> {
    let sql = "SELECT count(*) FROM goals WHERE id = $1 AND course_id = $2";
    let (count,): (i64,) = tx.one(query(sql).bind(goal).bind(course)).await?;
    Ok(count == 1)
}

/// Writes the score, in place of another of the same day.
pub async fn score(tx: &mut Tx, goal: GoalId, on: Day, score: Score) -> Result<(), Error> {
    let sql = "INSERT INTO goal_scores (goal_id, day, tenths) VALUES ($1, $2, $3)
               ON CONFLICT (goal_id, day) DO UPDATE SET tenths = excluded.tenths";
    tx.execute(query(sql).bind(goal).bind(on).bind(score.tenths())).await?;
    Ok(())
}

/// Takes the score of the day away: the step that wrote it was taken back.
pub async fn remove_score(tx: &mut Tx, goal: GoalId, on: Day) -> Result<(), Error> {
    tx.execute(query("DELETE FROM goal_scores WHERE goal_id = $1 AND day = $2").bind(goal).bind(on)).await?;
    Ok(())
}
