//! Needs that somebody told of, until the authority takes them up. What was told is sealed, and so is why nothing came of
//! it; whose number it is can be found by its keyed hash alone.

use lods_domain::access::{Clause, Field, Reach, What};
use lods_domain::concerns::{Likeness, TakenUp, Told, Who};
use lods_domain::ids::{ConcernReportId, CourseId, DepartmentId, PersonId, UnitId, UserId};
use lods_domain::{Cpr, Day, Moment};
use lods_keys::Keyring;

use crate::courses::{Listed, listed, listing};
use crate::query::row;
use crate::reach::narrow;
use crate::sealed::{Sealed, cpr_hash, open_cpr};
use crate::{Error, Reading, Tx, Value, query};

/// A report to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewReport<'a> {
    /// What is sent twice is one row.
    pub key: &'a str,
    pub at: Moment,
    /// `None` where it came by the open form.
    pub user: Option<UserId>,
    pub need_on: Day,
    pub told: &'a Told,
}

/// Writes the report; `None` where its key is there already. It looks nobody up.
pub async fn insert(tx: &mut Tx, new: &NewReport<'_>) -> Result<Option<ConcernReportId>, Error> {
    let told = Sealed::ConcernTold.seal(tx.keys(), new.key, &new.told.kept())?;
    let hash = new.told.cpr.map(|cpr| cpr_hash(tx.keys(), cpr));
    let sql = "INSERT INTO concern_reports (key, received_at, user_id, need_on, told, cpr_hash)
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id";
    let insert = query(sql).bind(new.key).bind(new.at).bind(new.user).bind(new.need_on).bind(told).bind(hash);
    let row: Option<(i64,)> = tx.optional(insert).await?;
    Ok(row.map(|(id,)| ConcernReportId(id)))
}

struct Row {
    id: i64,
    key: String,
    received_at: i64,
    need_on: i64,
    told: String,
    taken_up: String,
    taken_up_at: Option<i64>,
    course_id: Option<i64>,
    reason: String,
    user_name: Option<String>,
    taken_by: Option<String>,
    person_id: Option<i64>,
}
row!(Row {
    id,
    key,
    received_at,
    need_on,
    told,
    taken_up,
    taken_up_at,
    course_id,
    reason,
    user_name,
    taken_by,
    person_id
});

/// With the citizen whose number was told, so that the reading is written down as one about that citizen.
const REPORTS: &str = "SELECT r.id, r.key, r.received_at, r.need_on, r.told, r.taken_up, r.taken_up_at, r.course_id,
    r.reason, u.name AS user_name, t.name AS taken_by,
    coalesce(p.id, (SELECT c.person_id FROM courses c WHERE c.id = r.course_id)) AS person_id
    FROM concern_reports r LEFT JOIN users u ON u.id = r.user_id LEFT JOIN users t ON t.id = r.taken_up_by
        LEFT JOIN people p ON p.cpr_hash = r.cpr_hash";

/// A report as whoever takes up concerns reads it.
#[derive(Clone)]
pub struct Report {
    pub id: ConcernReportId,
    /// Under which it was sent; the step that comes of it has the same.
    pub key: String,
    pub received_at: Moment,
    /// Who of the staff told; `None` where it came by the open form.
    pub by: Option<String>,
    pub need_on: Day,
    pub told: Told,
    /// `None` while it waits.
    pub taken: Option<Taken>,
}

/// How a report was taken up.
#[derive(Clone)]
pub struct Taken {
    pub how: TakenUp,
    pub at: Moment,
    /// `None` is the operator.
    pub by: Option<String>,
    pub course: Option<CourseId>,
    /// Empty where a course came of it.
    pub reason: String,
}

impl std::fmt::Debug for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Report").field("id", &self.id).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Taken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Taken").field("how", &self.how).field("course", &self.course).finish_non_exhaustive()
    }
}

const UNREADABLE: Error = Error::Unknown { what: "concern_reports.told" };

fn report(tx: &Tx, row: Row) -> Result<Report, Error> {
    let told = Sealed::ConcernTold.open(tx.keys(), &row.key, &row.told)?;
    let told = Told::of_kept(&told).map_err(|_| UNREADABLE)?;
    let taken = match row.taken_up.as_str() {
        "" => None,
        code => Some(Taken {
            how: TakenUp::from_code(code).ok_or(Error::Unknown { what: "concern_reports.taken_up" })?,
            at: Moment::from_epoch(row.taken_up_at.unwrap_or_default()),
            by: row.taken_by,
            course: row.course_id.map(CourseId),
            reason: Sealed::ConcernReason.open(tx.keys(), &row.key, &row.reason)?,
        }),
    };
    Ok(Report {
        id: ConcernReportId(row.id),
        received_at: Moment::from_epoch(row.received_at),
        by: row.user_name,
        need_on: Day::from_epoch(row.need_on).ok_or(Error::Unknown { what: "concern_reports.need_on" })?,
        told,
        taken,
        key: row.key,
    })
}

/// The reports were read, by the right of the clause: about the citizens, where it is known whom they are about, and else
/// once for all of them.
fn saw(reading: &mut Reading, by: &Clause, about: &[(Option<i64>, Option<i64>)]) {
    for (person, course) in about {
        if let Some(person) = person {
            reading.saw(by, What::Concerns, PersonId(*person), course.map(CourseId));
        }
    }
    if about.iter().any(|(person, _)| person.is_none()) {
        reading.looked(by, What::Concerns, None);
    }
}

/// How many wait, and of how many the need was seen on the day or before.
pub async fn count(tx: &mut Tx, late: Day) -> Result<(i64, i64), Error> {
    let sql = "SELECT count(*), CAST(coalesce(sum(CASE WHEN need_on <= $1 THEN 1 ELSE 0 END), 0) AS BIGINT)
               FROM concern_reports WHERE taken_up = ''";
    tx.one(query(sql).bind(late)).await
}

/// How many were left at that: no course came of them.
pub async fn count_left(tx: &mut Tx) -> Result<i64, Error> {
    let sql = "SELECT count(*) FROM concern_reports WHERE taken_up IN ('no-course', 'duplicate')";
    let (count,): (i64,) = tx.one(query(sql)).await?;
    Ok(count)
}

/// A page of the reports that wait, the oldest need first.
pub async fn waiting(reading: &mut Reading, by: &Clause, limit: i64, offset: i64) -> Result<Vec<Report>, Error> {
    page(reading, by, " WHERE r.taken_up = '' ORDER BY r.need_on, r.id LIMIT ? OFFSET ?", [limit, offset]).await
}

/// A page of those that were left at that, the last first.
pub async fn left(reading: &mut Reading, by: &Clause, limit: i64, offset: i64) -> Result<Vec<Report>, Error> {
    let rest =
        " WHERE r.taken_up IN ('no-course', 'duplicate') ORDER BY r.taken_up_at DESC, r.id DESC LIMIT ? OFFSET ?";
    page(reading, by, rest, [limit, offset]).await
}

async fn page(reading: &mut Reading, by: &Clause, rest: &str, limits: [i64; 2]) -> Result<Vec<Report>, Error> {
    let mut list = query(REPORTS);
    list.push(rest, limits.map(Value::from));
    let rows: Vec<Row> = reading.all(list).await?;
    let about: Vec<_> = rows.iter().map(|row| (row.person_id, row.course_id)).collect();
    saw(reading, by, &about);
    rows.into_iter().map(|row| report(reading, row)).collect()
}

/// One report.
pub async fn get(reading: &mut Reading, by: &Clause, id: ConcernReportId) -> Result<Option<Report>, Error> {
    let row: Option<Row> = reading.optional(query(REPORTS).with(" WHERE r.id = ?", id.0)).await?;
    if let Some(row) = &row {
        saw(reading, by, &[(row.person_id, row.course_id)]);
    }
    row.map(|row| report(reading, row)).transpose()
}

/// Reports that are compared with one at most; a municipality has tens that wait.
const COMPARED: i64 = 500;

/// Other reports that wait and may be of the same young person, the oldest need first. `fold` makes the name as it is
/// searched for. Only those that are given out are noted as read.
pub async fn alike(
    reading: &mut Reading,
    by: &Clause,
    of: ConcernReportId,
    who: &Who,
    fold: fn(&str) -> String,
) -> Result<Vec<(Report, Likeness)>, Error> {
    let mut list = query(REPORTS);
    let values = [of.0.into(), COMPARED.into()];
    list.push(" WHERE r.taken_up = '' AND r.id <> ? ORDER BY r.need_on, r.id LIMIT ?", values);
    let rows: Vec<Row> = reading.all(list).await?;
    let (mut alike, mut about) = (Vec::new(), Vec::new());
    for row in rows {
        let of = (row.person_id, row.course_id);
        let other = report(reading, row)?;
        if let Some(likeness) = who.like(&other.told.who(fold(&other.told.name))) {
            about.push(of);
            alike.push((other, likeness));
        }
    }
    saw(reading, by, &about);
    Ok(alike)
}

/// Citizens of one name that are looked at, and courses that are given out, at most.
const SAME_NAME: i64 = 100;
const COURSES: i64 = 25;

/// Courses within the reach whose citizen may be the same, the newest first. Two statements.
pub async fn courses_alike(reading: &mut Reading, reach: &Reach, who: &Who) -> Result<Vec<(Listed, Likeness)>, Error> {
    let keys = reading.keys().clone();
    let hash = who.cpr.map(|cpr| cpr_hash(&keys, cpr)).unwrap_or_default();
    let mut find = query("SELECT id, cpr_hash, cpr, search_name FROM people WHERE cpr <> ''");
    find.push(
        " AND (cpr_hash = ? OR (search_name <> '' AND search_name = ?))",
        [hash.into(), who.folded.clone().into()],
    );
    find.push(" ORDER BY id LIMIT ?", [SAME_NAME.into()]);
    let rows: Vec<(i64, String, String, String)> = reading.all(find).await?;
    let mut alike: Vec<(PersonId, Likeness)> = Vec::new();
    for (id, hash, sealed, folded) in rows {
        let cpr = open_cpr(&keys, &hash, &sealed)?;
        let other = Who { cpr: Some(cpr), folded, born: cpr.birthday() };
        alike.extend(who.like(&other).map(|likeness| (PersonId(id), likeness)));
    }
    // Whether there is a citizen of the name is told only of those whose name is seen.
    let reach = reach.seeing(Field::Name);
    let mut list = listing(&reach, " FROM courses c CROSS JOIN people p");
    list.push(" AND c.person_id IN (-1", []);
    alike.iter().for_each(|(person, _)| _ = list.push(", ?", [(*person).into()]));
    list.push(")", []);
    narrow(&mut list, &reach);
    list.push(" ORDER BY c.opened_on DESC, c.id DESC LIMIT ?", [COURSES.into()]);
    let courses = listed(reading, &reach, list, What::Concerns).await?;
    let likeness = |course: &Listed| alike.iter().find(|(person, _)| *person == course.person()).map(|(_, like)| *like);
    Ok(courses.into_iter().filter_map(|course| likeness(&course).map(|like| (course, like))).collect())
}

/// The report is taken up. `false` where somebody was first.
pub async fn take(
    tx: &mut Tx,
    report: &Report,
    how: TakenUp,
    (by, at): (Option<UserId>, Moment),
    (course, reason): (Option<CourseId>, &str),
) -> Result<bool, Error> {
    let reason = Sealed::ConcernReason.seal(tx.keys(), &report.key, reason)?;
    let sql =
        "UPDATE concern_reports SET taken_up = $1, taken_up_at = $2, taken_up_by = $3, course_id = $4, reason = $5
               WHERE id = $6 AND taken_up = ''";
    let take = query(sql).bind(how.code()).bind(at).bind(by).bind(course).bind(reason).bind(report.id.0);
    Ok(tx.execute(take).await? == 1)
}

/// A citizen with the number, as a new course needs to know.
#[derive(Clone, PartialEq, Eq)]
pub struct Citizen {
    pub person: PersonId,
    /// The name as it is searched for.
    pub folded: String,
    /// The use of what is recorded is restricted.
    pub restricted: bool,
}

/// The citizen with the number, wherever their courses are: whoever begins a course for somebody has the number.
pub async fn citizen(reading: &mut Reading, by: &Clause, cpr: Cpr) -> Result<Option<Citizen>, Error> {
    let hash = cpr_hash(reading.keys(), cpr);
    let sql = "SELECT id, search_name, restricted_on FROM people WHERE cpr_hash = $1";
    let row: Option<(i64, String, Option<i64>)> = reading.optional(query(sql).bind(hash)).await?;
    if let Some((person, ..)) = &row {
        reading.saw(by, What::Concerns, PersonId(*person), None);
    }
    Ok(row.map(|(id, folded, restricted)| Citizen { person: PersonId(id), folded, restricted: restricted.is_some() }))
}

/// A course to be begun with a concern.
#[derive(Debug, Clone, Copy)]
pub struct NewCourse<'a> {
    pub case_number: &'a str,
    pub person: PersonId,
    pub target_group: i64,
    /// The day on which the need was seen.
    pub concern: Day,
    pub department: Option<DepartmentId>,
    pub unit: Option<UnitId>,
}

/// Begins the course; `None` where there is one with the case number.
pub async fn begin_course(tx: &mut Tx, new: &NewCourse<'_>) -> Result<Option<CourseId>, Error> {
    let sql =
        "INSERT INTO courses (case_number, person_id, target_group_id, legal_basis, concern_on, end_reason, purpose,
                   opened_on, department_id, unit_id)
               VALUES ($1, $2, $3, '', $4, '', '', $5, $6, $7) ON CONFLICT (case_number) DO NOTHING RETURNING id";
    let insert = query(sql)
        .bind(new.case_number)
        .bind(new.person)
        .bind(new.target_group)
        .bind(new.concern)
        .bind(new.concern)
        .bind(new.department)
        .bind(new.unit);
    let row: Option<(i64,)> = tx.optional(insert).await?;
    Ok(row.map(|(id,)| CourseId(id)))
}

/// The number of the next course, as far as it is known: another may take it first.
pub async fn next_course(tx: &mut Tx) -> Result<i64, Error> {
    let (next,): (i64,) = tx.one(query("SELECT coalesce(max(id), 0) + 1 FROM courses")).await?;
    Ok(next)
}

/// Makes the hashes anew by which reports are found from a number; what was told is sealed with the keys already.
pub(crate) async fn find_anew(tx: &mut Tx, keys: &Keyring) -> Result<(), Error> {
    let sql = "SELECT id, key, told FROM concern_reports WHERE cpr_hash IS NOT NULL";
    let rows: Vec<(i64, String, String)> = tx.all(query(sql)).await?;
    for (id, key, told) in rows {
        let told = Told::of_kept(&Sealed::ConcernTold.open(keys, &key, &told)?).map_err(|_| UNREADABLE)?;
        let sql = "UPDATE concern_reports SET cpr_hash = $1 WHERE id = $2";
        tx.execute(query(sql).bind(told.cpr.map(|cpr| cpr_hash(keys, cpr))).bind(id)).await?;
    }
    Ok(())
}

/// An earlier need was told of: the clock of the course runs from it.
pub async fn earlier_need(tx: &mut Tx, course: CourseId, on: Day) -> Result<(), Error> {
    let sql = "UPDATE courses SET concern_on = $1, version = version + 1 WHERE id = $2";
    tx.execute(query(sql).bind(on).bind(course)).await?;
    Ok(())
}
