//! The steps of a course. Nothing is altered here but by whom a step was taken back.

use std::collections::HashMap;

use lods_domain::access::{Role, What};
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::ids::{CourseId, StepId, UserId};
use lods_domain::steps::{Answers, Choice, Recorded, StepKind, field_of};
use lods_domain::{Day, Moment};

use crate::courses::Shown;
use crate::query::row;
use crate::sealed::Sealed;
use crate::{Error, Query, Reading, Tx, query};

/// A step to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewStep<'a> {
    /// Made by the client: what is sent twice is one row.
    pub key: &'a str,
    pub course: CourseId,
    pub kind: StepKind,
    pub day: Day,
    pub at: Moment,
    /// `None` is the operator.
    pub user: Option<UserId>,
    pub role: Option<Role>,
    pub answers: &'a Answers,
    /// What it changed of the course, as it stood; or the row of its day that it took the place of.
    pub stood: Option<&'a str>,
    /// The goal or the step that it is about.
    pub subject: Option<i64>,
}

/// Writes the step; `None` where its key is there already.
pub async fn insert(tx: &mut Tx, new: &NewStep<'_>) -> Result<Option<StepId>, Error> {
    let answers = Sealed::StepAnswers.seal(tx.keys(), new.key, &new.answers.kept())?;
    let stood = match new.stood {
        Some(stood) => Sealed::StepStood.seal(tx.keys(), new.key, stood)?,
        None => String::new(),
    };
    let sql =
        "INSERT INTO course_steps (key, course_id, kind, day, recorded_at, user_id, role, answers, stood, subject)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id";
    let insert = query(sql)
        .bind(new.key)
        .bind(new.course)
        .bind(new.kind.code())
        .bind(new.day)
        .bind(new.at.epoch())
        .bind(new.user)
        .bind(new.role.map_or("operator", Role::code))
        .bind(answers)
        .bind(stood)
        .bind(new.subject);
    let row: Option<(i64,)> = tx.optional(insert).await?;
    Ok(row.map(|(id,)| StepId(id)))
}

/// The other step takes this one back. `false` where one did already.
pub async fn undo(tx: &mut Tx, step: StepId, by: StepId) -> Result<bool, Error> {
    let sql = "UPDATE course_steps SET undone_by = $1 WHERE id = $2 AND undone_by IS NULL";
    Ok(tx.execute(query(sql).bind(by.0).bind(step.0)).await? == 1)
}

#[derive(Debug)]
struct Row {
    id: i64,
    key: String,
    course_id: i64,
    kind: String,
    day: i64,
    recorded_at: i64,
    user_id: Option<i64>,
    role: String,
    answers: String,
    subject: Option<i64>,
    undone_by: Option<i64>,
}
row!(Row { id, key, course_id, kind, day, recorded_at, user_id, role, answers, subject, undone_by });

const COLUMNS: &str = "SELECT id, key, course_id, kind, day, recorded_at, user_id, role, answers, subject, undone_by
    FROM course_steps";

fn recorded(tx: &Tx, row: &Row) -> Result<Recorded, Error> {
    let kind = StepKind::from_code(&row.kind).ok_or(Error::Unknown { what: "course_steps.kind" })?;
    let answers = Sealed::StepAnswers.open(tx.keys(), &row.key, &row.answers)?;
    Ok(Recorded {
        id: StepId(row.id),
        kind,
        day: Day::from_epoch(row.day).ok_or(Error::Unknown { what: "course_steps.day" })?,
        at: Moment::from_epoch(row.recorded_at),
        user: row.user_id.map(UserId),
        role: Role::from_code(&row.role),
        answers: Answers::of_kept(kind, &answers).map_err(|_| Error::Unknown { what: "course_steps.answers" })?,
        subject: row.subject,
        undone_by: row.undone_by.map(StepId),
    })
}

/// The steps of one course or of all, in the order in which they were recorded: for what is computed of them. What a
/// person is shown is read with [`of_course`].
pub async fn gather(tx: &mut Tx, course: Option<CourseId>) -> Result<HashMap<CourseId, Vec<Recorded>>, Error> {
    let mut all = query(COLUMNS);
    if let Some(course) = course {
        all.push(" WHERE course_id = ?", [course.into()]);
    }
    all.push(" ORDER BY course_id, id", []);
    let rows: Vec<Row> = tx.all(all).await?;
    let mut by_course: HashMap<CourseId, Vec<Recorded>> = HashMap::new();
    for row in rows {
        let step = recorded(tx, &row)?;
        by_course.entry(CourseId(row.course_id)).or_default().push(step);
    }
    Ok(by_course)
}

/// Who recorded a step.
pub type Names = HashMap<UserId, String>;

/// The steps of the course that the reader sees, in the order in which they were recorded, and who recorded them. Two
/// statements.
pub async fn of_course(reading: &mut Reading, course: &Shown) -> Result<(Vec<Recorded>, Names), Error> {
    let seen = seen(reading, course).await?;
    let sql =
        "SELECT DISTINCT u.id, u.name FROM users u JOIN course_steps s ON s.user_id = u.id WHERE s.course_id = $1";
    let names: Vec<(i64, String)> = reading.all(query(sql).bind(course.id())).await?;
    let names = names.into_iter().map(|(id, name)| (UserId(id), name));
    let by_seen = |(user, _): &(UserId, String)| seen.iter().any(|step| step.user == Some(*user));
    let names = names.filter(by_seen).collect();
    Ok((seen, names))
}

/// The steps of the course that the reader sees, in the order in which they were recorded. One statement.
pub async fn seen(reading: &mut Reading, course: &Shown) -> Result<Vec<Recorded>, Error> {
    let all: Query = query(COLUMNS).with(" WHERE course_id = ?", course.id());
    let rows: Vec<Row> = reading.all(all.with(" ORDER BY id LIMIT ?", MOST)).await?;
    let all: Vec<Recorded> = rows.iter().map(|row| recorded(reading, row)).collect::<Result<_, _>>()?;
    let mut seen = all.clone();
    seen.retain(|step| course.fields().has(field_of(&all, step)));
    if !seen.is_empty() {
        reading.saw_by(course.by(), What::Steps, course.person(), Some(course.id()));
    }
    Ok(seen)
}

/// The steps of the courses that `courses` writes a list of, in the order in which they were recorded: for insight, which
/// narrows them itself.
pub(crate) async fn within(tx: &mut Tx, courses: impl FnOnce(&mut Query)) -> Result<Vec<Recorded>, Error> {
    let mut list = query(COLUMNS);
    list.push(" WHERE course_id IN ", []);
    courses(&mut list);
    list.push(" ORDER BY id", []);
    let rows: Vec<Row> = tx.all(list).await?;
    rows.iter().map(|row| recorded(tx, row)).collect()
}

/// Steps of a course that a page reads at most; nobody has as many.
const MOST: i64 = 5_000;

/// The step with the key, and its course.
pub async fn by_key(tx: &mut Tx, key: &str) -> Result<Option<(CourseId, Recorded)>, Error> {
    let row: Option<Row> = tx.optional(query(COLUMNS).with(" WHERE key = ?", key)).await?;
    row.map(|row| Ok((CourseId(row.course_id), recorded(tx, &row)?))).transpose()
}

/// Whether a step that stands and was recorded after the step changed the course itself.
pub async fn changed_since(tx: &mut Tx, course: CourseId, step: StepId) -> Result<bool, Error> {
    let sql =
        "SELECT kind FROM course_steps WHERE course_id = $1 AND id > $2 AND stood <> '' AND undone_by IS NULL LIMIT $3";
    let kinds: Vec<(String,)> = tx.all(query(sql).bind(course).bind(step.0).bind(MOST)).await?;
    let of_course = |(kind,): &(String,)| StepKind::from_code(kind).is_none_or(|kind| !kind.takes_a_place());
    Ok(kinds.iter().any(of_course))
}

/// Of which kind the course's step is.
pub async fn kind_of(tx: &mut Tx, course: CourseId, step: StepId) -> Result<Option<StepKind>, Error> {
    let sql = "SELECT kind FROM course_steps WHERE id = $1 AND course_id = $2";
    let row: Option<(String,)> = tx.optional(query(sql).bind(step.0).bind(course)).await?;
    let kind = |(kind,): (String,)| StepKind::from_code(&kind).ok_or(Error::Unknown { what: "course_steps.kind" });
    row.map(kind).transpose()
}

/// What the step changed, as it stood before; `None` where it changed nothing that was there.
pub async fn stood(tx: &mut Tx, step: StepId) -> Result<Option<String>, Error> {
    let sql = "SELECT key, stood FROM course_steps WHERE id = $1";
    let row: Option<(String, String)> = tx.optional(query(sql).bind(step.0)).await?;
    let opened = row.map(|(key, stood)| Sealed::StepStood.open(tx.keys(), &key, &stood)).transpose()?;
    Ok(opened.filter(|stood| !stood.is_empty()))
}

/// A recommendation that a step departs from, with the cause and the reason.
pub async fn depart(
    tx: &mut Tx,
    step: StepId,
    new: &NewStep<'_>,
    recommendation: Recommendation,
    (cause, reason): (Choice, &str),
) -> Result<(), Error> {
    let reason = Sealed::DepartureReason.seal(tx.keys(), new.key, reason)?;
    let sql = "INSERT INTO departures (step_id, recommendation, course_id, day, cause, reason) VALUES ($1, $2, $3, $4, $5, $6)";
    let insert = query(sql).bind(step.0).bind(recommendation.code()).bind(new.course).bind(new.day);
    tx.execute(insert.bind(cause.code()).bind(reason)).await?;
    Ok(())
}
