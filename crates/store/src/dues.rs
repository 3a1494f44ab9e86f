//! What is due, by day: kept for every course, so that *Today* reads it off an index.

use lods_domain::Day;
use lods_domain::access::{Field, Reach, What};
use lods_domain::courses::dues::{Due, DueKind};
use lods_domain::ids::{CourseId, MentorId, PersonId};

use crate::reach::{admitted, narrow};
use crate::{Error, Query, Reading, Tx, Value, query};

/// A due with its course.
#[derive(Debug, Clone)]
pub struct Listed {
    pub course: CourseId,
    pub case_number: String,
    /// `None` where it is not seen.
    pub name: Option<String>,
    pub due: Due,
}

fn add_filter(list: &mut Query, reach: &Reach, until: Day) {
    list.push(" WHERE d.due_on <= ?", [until.into()]);
    narrow(list, reach);
}

type Row = (i64, i64, i64, String, String, String, String, i64);

/// A page of what is due until a day, oldest first.
pub async fn list(
    reading: &mut Reading,
    reach: &Reach,
    until: Day,
    limit: i64,
    offset: i64,
) -> Result<Vec<Listed>, Error> {
    let mut list = query("SELECT ");
    admitted(&mut list, reach);
    list.push(
        ", d.course_id, c.person_id, c.case_number, p.given_name, p.family_name, d.kind, d.due_on
         FROM course_dues d JOIN courses c ON c.id = d.course_id JOIN people p ON p.id = c.person_id",
        [],
    );
    add_filter(&mut list, reach, until);
    list.push(" ORDER BY d.due_on, d.course_id, d.kind LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    let rows: Vec<Row> = reading.all(list).await?;
    rows.into_iter().filter_map(|row| listed(reading, reach, row).transpose()).collect()
}

fn listed(reading: &mut Reading, reach: &Reach, row: Row) -> Result<Option<Listed>, Error> {
    let (admitted, course, person, case_number, given, family, kind, on) = row;
    let (fields, by) = (reach.shown(admitted), reach.rights(admitted));
    if by.is_empty() {
        return Ok(None);
    }
    let kind = DueKind::from_code(&kind).ok_or(Error::Unknown { what: "course_dues.kind" })?;
    let on = Day::from_epoch(on).ok_or(Error::Unknown { what: "course_dues.due_on" })?;
    reading.saw_by(&by, What::Today, PersonId(person), Some(CourseId(course)));
    Ok(Some(Listed {
        course: CourseId(course),
        case_number: fields.show(Field::CaseNumber, case_number).unwrap_or_default(),
        name: fields.show(Field::Name, format!("{given} {family}")),
        due: Due { kind, on },
    }))
}

/// How much is due before `today`, on `today`, and after it until `until`. Three counts off an index, in one statement.
pub async fn counts(tx: &mut Tx, reach: &Reach, today: Day, until: Day) -> Result<(i64, i64, i64), Error> {
    let courses = if reach.is_all() { "" } else { " JOIN courses c ON c.id = d.course_id" };
    let mut counts = query("SELECT");
    for (comma, last) in [(" ", today.plus_days(-1)), (", ", today), (", ", until)] {
        counts.push(&format!("{comma}(SELECT count(*) FROM course_dues d{courses}"), []);
        add_filter(&mut counts, reach, last);
        counts.push(")", []);
    }
    let (overdue, by_today, all): (i64, i64, i64) = tx.one(counts).await?;
    Ok((overdue, by_today - overdue, all - by_today))
}

/// What is due on one course, oldest first.
pub async fn of_course(tx: &mut Tx, course: CourseId) -> Result<Vec<Due>, Error> {
    let sql = "SELECT kind, due_on FROM course_dues WHERE course_id = $1 ORDER BY due_on, kind";
    let rows: Vec<(String, i64)> = tx.all(query(sql).bind(course)).await?;
    let due = |(kind, on): (String, i64)| {
        let kind = DueKind::from_code(&kind).ok_or(Error::Unknown { what: "course_dues.kind" })?;
        Ok(Due { kind, on: Day::from_epoch(on).ok_or(Error::Unknown { what: "course_dues.due_on" })? })
    };
    rows.into_iter().map(due).collect()
}

/// Forgets what was due on the course; [`crate::Bulk::row`] with [`bulk`] writes it anew.
pub async fn clear(tx: &mut Tx, course: CourseId) -> Result<(), Error> {
    tx.execute(query("DELETE FROM course_dues WHERE course_id = $1").bind(course)).await?;
    Ok(())
}

pub async fn clear_all(tx: &mut Tx) -> Result<(), Error> {
    tx.execute(query("DELETE FROM course_dues")).await?;
    Ok(())
}

#[must_use]
pub fn bulk() -> crate::Bulk {
    crate::Bulk::upsert("course_dues", &["course_id", "kind"], &["due_on", "mentor_id"])
}

#[must_use]
pub fn due_row(course: CourseId, due: Due, mentor: Option<MentorId>) -> [Value; 4] {
    [course.into(), due.kind.code().into(), due.on.into(), mentor.into()]
}
