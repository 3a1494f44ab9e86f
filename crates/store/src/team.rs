//! The team of a course: its department, and the mentors beside its own.

use lods_domain::Day;
use lods_domain::ids::{CourseId, DepartmentId, MentorId};
use lods_domain::units::UnitKind;

use crate::{Error, Tx, query};

/// A mentor beside the course's own, and for how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoMentor {
    pub mentor: MentorId,
    pub name: String,
    pub unit: String,
    pub unit_kind: UnitKind,
    pub from: Day,
    /// The last day; `None` is until further notice.
    pub to: Option<Day>,
}

impl CoMentor {
    /// Whether the time is not over.
    #[must_use]
    pub fn stands_on(&self, day: Day) -> bool {
        self.to.is_none_or(|to| day <= to)
    }
}

/// The course's co-mentors of all times, oldest first; a course has a handful. Whoever calls has read the course.
pub async fn co_mentors(tx: &mut Tx, course: CourseId) -> Result<Vec<CoMentor>, Error> {
    let sql = "SELECT co.mentor_id, m.name, u.name, u.kind, co.from_on, co.to_on FROM co_mentors co
               JOIN mentors m ON m.id = co.mentor_id JOIN units u ON u.id = m.unit_id
               WHERE co.course_id = $1 ORDER BY co.from_on, co.mentor_id LIMIT 100";
    let rows: Vec<(i64, String, String, String, i64, Option<i64>)> = tx.all(query(sql).bind(course)).await?;
    let co_mentor = |(mentor, name, unit, kind, from, to): (i64, String, String, String, i64, Option<i64>)| {
        let from = Day::from_epoch(from).ok_or(Error::Unknown { what: "co_mentors.from_on" })?;
        let unit_kind = UnitKind::from_code(&kind).ok_or(Error::Unknown { what: "units.kind" })?;
        Ok(CoMentor { mentor: MentorId(mentor), name, unit, unit_kind, from, to: to.and_then(Day::from_epoch) })
    };
    rows.into_iter().map(co_mentor).collect()
}

/// A mentor to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    pub mentor: MentorId,
    pub name: String,
    pub unit: String,
}

/// Mentors by name, at most `most`.
pub async fn offered(tx: &mut Tx, most: i64) -> Result<Vec<Offered>, Error> {
    let sql = "SELECT m.id, m.name, u.name FROM mentors m JOIN units u ON u.id = m.unit_id
               ORDER BY m.sort_name, m.id LIMIT $1";
    let rows: Vec<(i64, String, String)> = tx.all(query(sql).bind(most)).await?;
    Ok(rows.into_iter().map(|(id, name, unit)| Offered { mentor: MentorId(id), name, unit }).collect())
}

/// The unit of the mentor; `None` where there is no such mentor.
pub async fn unit_of(tx: &mut Tx, mentor: MentorId) -> Result<Option<lods_domain::ids::UnitId>, Error> {
    let sql = "SELECT unit_id FROM mentors WHERE id = $1";
    let row: Option<(i64,)> = tx.optional(query(sql).bind(mentor)).await?;
    Ok(row.map(|(unit,)| lods_domain::ids::UnitId(unit)))
}

/// Whether there is such a mentor.
pub async fn is_mentor(tx: &mut Tx, mentor: MentorId) -> Result<bool, Error> {
    let (count,): (i64,) = tx.one(query("SELECT count(*) FROM mentors WHERE id = $1").bind(mentor)).await?;
    Ok(count == 1)
}

/// Gives the course to a department. `false` when it was there already.
pub async fn set_department(tx: &mut Tx, course: CourseId, department: DepartmentId) -> Result<bool, Error> {
    let sql = "UPDATE courses SET department_id = $1, version = version + 1
               WHERE id = $2 AND department_id IS DISTINCT FROM $3";
    Ok(tx.execute(query(sql).bind(department).bind(course).bind(department)).await? == 1)
}

/// Sets the time of the co-mentor, who may have had another before. `false` when it was that already.
pub async fn set_co_mentor(
    tx: &mut Tx,
    course: CourseId,
    mentor: MentorId,
    from: Day,
    to: Option<Day>,
) -> Result<bool, Error> {
    let mut bulk = crate::Bulk::upsert("co_mentors", &["course_id", "mentor_id"], &["from_on", "to_on"]);
    bulk.row(tx, [course.into(), mentor.into(), from.into(), to.into()]).await?;
    Ok(bulk.finish(tx).await? == 1)
}
