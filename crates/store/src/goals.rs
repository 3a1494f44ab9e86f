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
