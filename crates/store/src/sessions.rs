//! Sessions of a course, and one session more.

use lods_domain::access::{Field, Reach, What};
use lods_domain::ids::{CourseId, MentorId, PersonId};
use lods_domain::sessions::{Session, SessionForm, SessionOutcome};
use lods_domain::{Day, Minutes, Moment};

use crate::extract::session_row;
use crate::query::row;
use crate::reach::{admitted, narrow};
use crate::{Error, Query, Reading, Tx, query};

/// A session in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    admitted: i64,
    course_id: i64,
    person_id: i64,
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
    admitted,
    course_id,
    person_id,
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
    " AS admitted, s.course_id, c.person_id, c.case_number, s.started_at, s.form, s.outcome, s.ata_minutes,
    s.transport_minutes, s.hectometres, s.group_key, m.name AS mentor
    FROM sessions s JOIN mentors m ON m.id = s.mentor_id JOIN courses c ON c.id = s.course_id";

/// Of a course that the reader has been let into already.
fn of_admitted() -> Query {
    let mut list = query("SELECT CAST(1 AS BIGINT)");
    list.push(LISTED, []);
    list
}

/// A page of the course's sessions, newest first. Whoever calls has read the course; without `names` the text of a group is
/// left empty, because whoever wrote it may have named somebody.
pub async fn of_course(
    tx: &mut Tx,
    course: CourseId,
    names: bool,
    limit: i64,
    offset: i64,
) -> Result<Vec<Listed>, Error> {
    let mut list = of_admitted().with(" WHERE s.course_id = ?", course);
    list.push(" ORDER BY s.started_at DESC, s.mentor_id LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    let mut rows: Vec<Listed> = tx.all(list).await?;
    if !names {
        rows.iter_mut().for_each(|row| row.group_key = row.group_key.take().map(|_| String::new()));
    }
    Ok(rows)
}

/// A mentor's sessions that began within the moments, on courses within the reach.
#[derive(Debug, Clone, Copy)]
pub struct OfMentor<'a> {
    pub reach: &'a Reach,
    pub mentor: MentorId,
    pub from: Moment,
    pub before: Moment,
}

impl OfMentor<'_> {
    fn add_to(&self, list: &mut Query) {
        let values = [self.mentor.into(), self.from.into(), self.before.into()];
        list.push(" WHERE s.mentor_id = ? AND s.started_at >= ? AND s.started_at < ?", values);
        narrow(list, self.reach);
    }
}

/// A page of the mentor's sessions, newest first.
pub async fn of_mentor(
    reading: &mut Reading,
    asked: OfMentor<'_>,
    limit: i64,
    offset: i64,
) -> Result<Vec<Listed>, Error> {
    let mut list = query("SELECT ");
    admitted(&mut list, asked.reach);
    list.push(LISTED, []);
    asked.add_to(&mut list);
    list.push(" ORDER BY s.started_at DESC, s.course_id LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    let mut rows: Vec<Listed> = reading.all(list).await?;
    for row in &mut rows {
        let (fields, by) = (asked.reach.shown(row.admitted), asked.reach.rights(row.admitted));
        // Whoever named the group may have named somebody.
        row.group_key = row.group_key.take().map(|group| fields.show(Field::Name, group).unwrap_or_default());
        row.case_number = fields.show(Field::CaseNumber, std::mem::take(&mut row.case_number)).unwrap_or_default();
        reading.saw_by(&by, What::Session, PersonId(row.person_id), Some(CourseId(row.course_id)));
    }
    Ok(rows)
}

/// How many sessions that is.
pub async fn count_of_mentor(tx: &mut Tx, asked: OfMentor<'_>) -> Result<i64, Error> {
    let mut count = query("SELECT count(*) FROM sessions s JOIN courses c ON c.id = s.course_id");
    asked.add_to(&mut count);
    let (count,): (i64,) = tx.one(count).await?;
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
    let mut find = of_admitted().with(" WHERE s.course_id = ?", course);
    find.push(" AND s.started_at = ? AND s.mentor_id = ?", [started_at.into(), mentor.into()]);
    tx.optional(find).await
}
