//! The facts of each course (`domain::figures::fidelity::CourseFacts`), kept as a rollup, and the events they come from.

mod packed;
mod taken;

use std::collections::HashMap;

use lods_domain::courses::{CourseDates, Decision, EndKind, EndReason};
use lods_domain::figures::fidelity::{CourseFacts, GoalEvent, GroupSession};
use lods_domain::followups::FollowUp;
use lods_domain::goals::GoalKind;
use lods_domain::ids::{CourseId, MentorId};
use lods_domain::{Day, Minutes};

use crate::sealed::Sealed;
use crate::{Bulk, Error, Query, Tx, Value, query};

pub use packed::{pack, unpack};
pub use taken::each_taken;

#[must_use]
pub fn bulk() -> Bulk {
    Bulk::upsert("course_facts", &["course_id"], &["last_event_on", "sessions", "last_session_on", "packed"])
}

/// `sessions` is how many sessions there are of any outcome.
#[must_use]
pub fn row(course: CourseId, frame: &Frame, facts: &CourseFacts, sessions: i64) -> [Value; 5] {
    let packed = pack(frame, facts);
    [course.into(), facts.last_event.into(), sessions.into(), facts.last_session.into(), packed.into()]
}

/// The course's facts and its number of sessions.
pub async fn of_course(tx: &mut Tx, course: CourseId) -> Result<Option<(CourseFacts, i64)>, Error> {
    let sql = "SELECT last_event_on, sessions, packed FROM course_facts WHERE course_id = $1";
    let row: Option<(i64, i64, Vec<u8>)> = tx.optional(query(sql).bind(course)).await?;
    row.map(|(last_event, sessions, packed)| Ok((unpack(&packed, last_event)?.1, sessions))).transpose()
}

/// Of one course, or of all.
fn narrowed(sql: &str, column: &str, course: Option<CourseId>, rest: &str) -> Query {
    let mut narrowed = query(sql);
    if let Some(course) = course {
        narrowed.push(&format!(" AND {column} = ?"), [course.into()]);
    }
    narrowed.push(rest, []);
    narrowed
}

/// What of a course itself its facts are gathered and judged with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    pub dates: CourseDates,
    pub mentor: Option<MentorId>,
    pub weekly: Option<Minutes>,
    pub end_reason: Option<EndReason>,
    pub has_purpose: bool,
}

type FrameRow = (
    i64,
    Option<i64>,
    Option<i64>,
    Option<String>,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<String>,
    Option<i64>,
    Option<i64>,
    String,
    String,
    String,
);

/// Dates and mentor of one course or of all, by id.
pub async fn frames(tx: &mut Tx, course: Option<CourseId>) -> Result<Vec<(CourseId, Frame)>, Error> {
    let sql = "SELECT id, concern_on, decided_on, decision, start_on, expected_end_on, end_on, end_kind, mentor_id,
                  weekly_minutes, end_reason, purpose, case_number
               FROM courses WHERE 1 = 1";
    let keys = tx.keys().clone();
    let rows: Vec<FrameRow> = tx.all(narrowed(sql, "id", course, " ORDER BY id")).await?;
    let day = |day: Option<i64>| day.and_then(Day::from_epoch);
    let frame = |row: FrameRow| {
        let (
            id,
            concern,
            decided,
            decision,
            start,
            expected_end,
            end,
            end_kind,
            mentor,
            weekly,
            reason,
            purpose,
            case_number,
        ) = row;
        let dates = CourseDates {
            concern: day(concern),
            decided: day(decided),
            decision: decision.as_deref().and_then(Decision::from_code),
            start: day(start),
            expected_end: day(expected_end),
            end: day(end),
            end_kind: end_kind.as_deref().and_then(EndKind::from_code),
        };
        let frame = Frame {
            dates,
            mentor: mentor.map(MentorId),
            weekly: weekly.and_then(Minutes::from_i64),
            end_reason: EndReason::of_text(&Sealed::EndReason.open(&keys, &case_number, &reason)?),
            has_purpose: !purpose.is_empty(),
        };
        Ok((CourseId(id), frame))
    };
    rows.into_iter().map(frame).collect()
}

/// Goals with the day of their first score, by course.
pub async fn goals(tx: &mut Tx, course: Option<CourseId>) -> Result<HashMap<CourseId, Vec<GoalEvent>>, Error> {
    let sql = "SELECT g.course_id, g.kind, g.created_on, (SELECT min(s.day) FROM goal_scores s WHERE s.goal_id = g.id)
               FROM goals g WHERE 1 = 1";
    let rows: Vec<(i64, String, Option<i64>, Option<i64>)> =
        tx.all(narrowed(sql, "g.course_id", course, " ORDER BY g.course_id, g.id")).await?;
    let mut by_course: HashMap<CourseId, Vec<GoalEvent>> = HashMap::new();
    for (course, kind, created_on, first_scored_on) in rows {
        let kind = GoalKind::from_code(&kind).ok_or(Error::Unknown { what: "goals.kind" })?;
        let created_on = created_on.and_then(Day::from_epoch);
        let first_scored_on = first_scored_on.and_then(Day::from_epoch);
        by_course.entry(CourseId(course)).or_default().push(GoalEvent { kind, created_on, first_scored_on });
    }
    Ok(by_course)
}

/// Follow-ups by course, oldest first.
pub async fn follow_ups(tx: &mut Tx, course: Option<CourseId>) -> Result<HashMap<CourseId, Vec<FollowUp>>, Error> {
    let mut by_course: HashMap<CourseId, Vec<FollowUp>> = HashMap::new();
    match course {
        Some(course) => {
            let all = crate::followups::of_course(tx, course, i64::MAX).await?;
            by_course.insert(course, all);
        }
        None => {
            let take = |course, follow_up| {
                by_course.entry(course).or_default().push(follow_up);
                Ok(())
            };
            crate::followups::each(tx, take).await?;
        }
    }
    Ok(by_course)
}

/// The group sessions that were held: by text and day, how many mentees and mentors took part.
pub type Groups = HashMap<(String, i64), GroupSession>;

/// Group sessions that the course took part in, or all.
pub async fn groups(tx: &mut Tx, course: Option<CourseId>) -> Result<Groups, Error> {
    let mut groups = query(
        "SELECT group_key, day, count(DISTINCT course_id), count(DISTINCT mentor_id) FROM sessions
         WHERE group_key IS NOT NULL AND outcome = 0",
    );
    if let Some(course) = course {
        groups.push(
            " AND group_key IN (SELECT group_key FROM sessions WHERE course_id = ? AND group_key IS NOT NULL)",
            [course.into()],
        );
    }
    groups.push(" GROUP BY group_key, day", []);
    let rows: Vec<(String, i64, i64, i64)> = tx.all(groups).await?;
    Ok(rows.into_iter().map(|(key, day, mentees, mentors)| ((key, day), GroupSession { mentees, mentors })).collect())
}

/// The courses that take part in the group session.
pub async fn of_group(tx: &mut Tx, group: &str, on: Day) -> Result<Vec<CourseId>, Error> {
    let sql = "SELECT DISTINCT course_id FROM sessions WHERE group_key = $1 AND day = $2 ORDER BY course_id";
    let rows: Vec<(i64,)> = tx.all(query(sql).bind(group).bind(on)).await?;
    Ok(rows.into_iter().map(|(id,)| CourseId(id)).collect())
}

/// A session as the facts need it.
#[derive(Debug, Clone)]
pub struct RawSession {
    pub course: CourseId,
    pub day: i64,
    pub outcome: i64,
    pub ata_minutes: i64,
    pub group_key: Option<String>,
}

/// Sessions of one course or of all, course by course (by id) and in order of start.
pub async fn each_session(
    tx: &mut Tx,
    course: Option<CourseId>,
    mut take: impl FnMut(RawSession) -> Result<(), Error> + Send,
) -> Result<(), Error> {
    let sql = "SELECT course_id, day, outcome, ata_minutes, group_key FROM sessions WHERE 1 = 1";
    let all = narrowed(sql, "course_id", course, " ORDER BY course_id, started_at");
    tx.each(all, |(course, day, outcome, ata_minutes, group_key): (i64, i64, i64, i64, Option<String>)| {
        take(RawSession { course: CourseId(course), day, outcome, ata_minutes, group_key })
    })
    .await
}

/// Counts a mentor's months anew: all mentors', or one mentor's one month. A group session (the same text on the same day)
/// counts once for the mentor, with its longest record.
pub async fn count_mentor_months(tx: &mut Tx, only: Option<(MentorId, i64)>) -> Result<(), Error> {
    let of_one = |list: &mut Query| {
        if let Some((mentor, month)) = only {
            list.push(" AND mentor_id = ? AND month = ?", [mentor.into(), month.into()]);
        }
    };
    let mut delete = query("DELETE FROM mentor_months WHERE 1 = 1");
    of_one(&mut delete);
    tx.execute(delete).await?;
    let mut count = query(
        "INSERT INTO mentor_months (mentor_id, month, ata_minutes)
         SELECT mentor_id, month, CAST(sum(minutes) AS BIGINT) FROM (
            SELECT mentor_id, month, sum(ata_minutes) AS minutes FROM sessions WHERE outcome = 0 AND group_key IS NULL",
    );
    of_one(&mut count);
    count.push(
        " GROUP BY mentor_id, month
          UNION ALL SELECT mentor_id, month, sum(longest) FROM (
            SELECT mentor_id, month, max(ata_minutes) AS longest FROM sessions WHERE outcome = 0 AND group_key IS NOT NULL",
        [],
    );
    of_one(&mut count);
    count.push(
        " GROUP BY mentor_id, month, group_key, day) AS group_sessions GROUP BY mentor_id, month) AS both_kinds
          GROUP BY mentor_id, month",
        [],
    );
    tx.execute(count).await?;
    Ok(())
}

/// Keeps each mentor's days of supervision as one row: judging all courses reads them all.
pub async fn gather_supervisions(tx: &mut Tx) -> Result<(), Error> {
    let mut packed: Vec<(i64, Vec<u8>)> = Vec::new();
    let all = query("SELECT mentor_id, day FROM supervisions ORDER BY mentor_id, day");
    tx.each(all, |(mentor, day): (i64, i64)| {
        match packed.last_mut().filter(|(last, _)| *last == mentor) {
            Some((_, days)) => days.extend(day.to_le_bytes()),
            None => packed.push((mentor, day.to_le_bytes().to_vec())),
        }
        Ok(())
    })
    .await?;
    tx.execute(query("DELETE FROM mentor_supervisions")).await?;
    let mut rows = Bulk::upsert("mentor_supervisions", &["mentor_id"], &["packed"]);
    for (mentor, days) in packed {
        rows.row(tx, [mentor.into(), days.into()]).await?;
    }
    rows.finish(tx).await.map(drop)
}

/// The days that [`gather_supervisions`] kept.
#[must_use]
pub fn days(packed: &[u8]) -> Vec<Day> {
    let (chunks, _) = packed.as_chunks::<8>();
    chunks.iter().filter_map(|chunk| Day::from_epoch(i64::from_le_bytes(*chunk))).collect()
}
