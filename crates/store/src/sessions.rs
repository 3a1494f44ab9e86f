//! Sessions of a course, and one session more.

use lods_domain::ids::{CourseId, MentorId};
use lods_domain::sessions::{Session, SessionForm, SessionOutcome};
use lods_domain::{Day, Minutes, Moment};

use crate::extract::session_row;
use crate::query::row;
use crate::{Error, Tx, query};

/// A session in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    course_id: i64,
    pub case_number: String,
    started_at: i64,
    form: i64,
    outcome: i64,
    ata_minutes: i64,
    transport_minutes: Option<i64>,
    pub hectometres: Option<i64>,
    pub group_key: Option<String>,
    pub mentor: String,
}
row!(Listed {
    course_id,
    case_number,
    started_at,
    form,
    outcome,
    ata_minutes,
    transport_minutes,
    hectometres,
    group_key,
    mentor
});

fn numbered<T: Copy>(all: &[T], number: i64, what: &'static str) -> Result<T, Error> {
    usize::try_from(number).ok().and_then(|at| all.get(at)).copied().ok_or(Error::Unknown { what })
}

/// The form that is stored under the number.
pub fn form(number: i64) -> Result<SessionForm, Error> {
    numbered(SessionForm::ALL, number, "sessions.form")
}

/// The outcome that is stored under the number.
pub fn outcome(number: i64) -> Result<SessionOutcome, Error> {
    numbered(SessionOutcome::ALL, number, "sessions.outcome")
}

impl Listed {
    #[must_use]
    pub fn course(&self) -> CourseId {
        CourseId(self.course_id)
    }

    pub fn session(&self) -> Result<Session, Error> {
        Ok(Session {
            started_at: Moment::from_epoch(self.started_at),
            form: form(self.form)?,
            outcome: outcome(self.outcome)?,
            ata: Minutes::from_i64(self.ata_minutes).ok_or(Error::Unknown { what: "sessions.ata_minutes" })?,
            transport: self.transport_minutes.and_then(Minutes::from_i64),
            hectometres: self.hectometres,
            group: self.group_key.clone(),
        })
    }
}

const LISTED: &str =
    "SELECT s.course_id, c.case_number, s.started_at, s.form, s.outcome, s.ata_minutes, s.transport_minutes,
    s.hectometres, s.group_key, m.name AS mentor
    FROM sessions s JOIN mentors m ON m.id = s.mentor_id JOIN courses c ON c.id = s.course_id";

/// A page of the course's sessions, newest first.
pub async fn of_course(tx: &mut Tx, course: CourseId, limit: i64, offset: i64) -> Result<Vec<Listed>, Error> {
    let mut list = query(LISTED).with(" WHERE s.course_id = ?", course);
    list.push(" ORDER BY s.started_at DESC, s.mentor_id LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    tx.all(list).await
}

/// A page of the mentor's sessions that began within the moments, newest first.
pub async fn of_mentor(
    tx: &mut Tx,
    mentor: MentorId,
    (from, before): (Moment, Moment),
    limit: i64,
    offset: i64,
) -> Result<Vec<Listed>, Error> {
    let mut list = query(LISTED).with(" WHERE s.mentor_id = ?", mentor);
    list.push(" AND s.started_at >= ? AND s.started_at < ?", [from.into(), before.into()]);
    list.push(" ORDER BY s.started_at DESC, s.course_id LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    tx.all(list).await
}

/// How many sessions the mentor began within the moments.
pub async fn count_of_mentor(tx: &mut Tx, mentor: MentorId, (from, before): (Moment, Moment)) -> Result<i64, Error> {
    let sql = "SELECT count(*) FROM sessions WHERE mentor_id = $1 AND started_at >= $2 AND started_at < $3";
    let (count,): (i64,) = tx.one(query(sql).bind(mentor).bind(from).bind(before)).await?;
    Ok(count)
}

/// Writes a session. `false` when the course has one with the same mentor and start already; that one stays as it was.
pub async fn insert(
    tx: &mut Tx,
    course: CourseId,
    mentor: MentorId,
    day: Day,
    session: Session,
) -> Result<bool, Error> {
    let sql = "INSERT INTO sessions (course_id, started_at, mentor_id, day, month, form, outcome, ata_minutes,
                   transport_minutes, hectometres, group_key)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING";
    let row = session_row(course, mentor, day, session);
    let insert = row.into_iter().fold(query(sql), |insert, value| insert.bind(value));
    Ok(tx.execute(insert).await? == 1)
}

/// The session with the key, where there is one.
pub async fn find(
    tx: &mut Tx,
    course: CourseId,
    mentor: MentorId,
    started_at: Moment,
) -> Result<Option<Listed>, Error> {
    let mut find = query(LISTED).with(" WHERE s.course_id = ?", course);
    find.push(" AND s.started_at = ? AND s.mentor_id = ?", [started_at.into(), mentor.into()]);
    tx.optional(find).await
}
