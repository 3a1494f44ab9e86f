//! Follow-ups of a course.

use lods_domain::Day;
use lods_domain::followups::FollowUp;
use lods_domain::ids::CourseId;

use crate::{Error, Tx, query};

type Row = (i64, Option<i64>, Option<i64>, Option<i64>);

fn follow_up((day, caseworker, mentor, mentee): Row) -> Result<FollowUp, Error> {
    let on = Day::from_epoch(day).ok_or(Error::Unknown { what: "follow_ups.day" })?;
    let took_part = |part: Option<i64>| part.map(|part| part == 1);
    Ok(FollowUp { on, caseworker: took_part(caseworker), mentor: took_part(mentor), mentee: took_part(mentee) })
}

/// The course's follow-ups, oldest first; at most `limit` of the newest.
pub async fn of_course(tx: &mut Tx, course: CourseId, limit: i64) -> Result<Vec<FollowUp>, Error> {
    let sql = "SELECT day, caseworker, mentor, mentee FROM follow_ups WHERE course_id = $1 ORDER BY day DESC LIMIT $2";
    let mut rows: Vec<Row> = tx.all(query(sql).bind(course).bind(limit)).await?;
    rows.reverse();
    rows.into_iter().map(follow_up).collect()
}

/// Every follow-up, course by course and oldest first.
pub async fn each(
    tx: &mut Tx,
    mut take: impl FnMut(CourseId, FollowUp) -> Result<(), Error> + Send,
) -> Result<(), Error> {
    let sql = "SELECT course_id, day, caseworker, mentor, mentee FROM follow_ups ORDER BY course_id, day";
    tx.each(
        query(sql),
        |(course, day, caseworker, mentor, mentee): (i64, i64, Option<i64>, Option<i64>, Option<i64>)| {
            take(CourseId(course), follow_up((day, caseworker, mentor, mentee))?)
        },
    )
    .await
}

/// Writes the follow-up, in place of another of the same day.
pub async fn write(tx: &mut Tx, course: CourseId, follow_up: &FollowUp) -> Result<(), Error> {
    let part = |part: Option<bool>| part.map(i64::from);
    let sql = "INSERT INTO follow_ups (course_id, day, caseworker, mentor, mentee) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (course_id, day)
               DO UPDATE SET caseworker = excluded.caseworker, mentor = excluded.mentor, mentee = excluded.mentee";
    let write = query(sql).bind(course).bind(follow_up.on).bind(part(follow_up.caseworker));
    tx.execute(write.bind(part(follow_up.mentor)).bind(part(follow_up.mentee))).await?;
    Ok(())
}

/// Takes the follow-up of the day away: the step that wrote it was taken back.
pub async fn remove(tx: &mut Tx, course: CourseId, on: Day) -> Result<(), Error> {
    tx.execute(query("DELETE FROM follow_ups WHERE course_id = $1 AND day = $2").bind(course).bind(on)).await?;
    Ok(())
}
