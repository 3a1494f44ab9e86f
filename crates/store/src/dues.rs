//! What is due, by day: kept for every course, so that *Today* reads it off an index.

use std::collections::HashMap;

use lods_domain::Day;
use lods_domain::access::{Clause, Field, Reach, Role, What};
use lods_domain::courses::Stage;
use lods_domain::dues::{Due, DueKind, Met};
use lods_domain::ids::{CourseId, MentorId, PersonId};

use crate::reach::{admitted, either};
use crate::sealed::open_cpr;
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

/// Which dues somebody is told of.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    pub reach: &'a Reach,
    pub today: Day,
    pub until: Day,
    /// Narrowed to one kind.
    pub kind: Option<DueKind>,
}

/// How much of a kind is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub kind: DueKind,
    pub late: i64,
    pub today: i64,
    pub ahead: i64,
}

/// Adds the conditions: by each clause of the reach the kinds that are its role's, and those that it hears of when late.
fn add_filter(list: &mut Query, told: &Told<'_>) {
    list.push(" WHERE d.due_on <= ? AND (1 = 0", [told.until.into()]);
    for clause in told.reach.clauses() {
        list.push(" OR ((", []);
        either(list, &Reach::new(vec![*clause]));
        list.push(") AND (1 = 0", []);
        kinds(list, &own(clause), "");
        kinds(list, &late(clause), &format!(" AND d.due_on < {}", told.today.epoch()));
        list.push("))", []);
    }
    list.push(")", []);
    for kind in DueKind::ALL.iter().filter(|kind| !kind.is_told_ahead()) {
        list.push(" AND (d.kind <> ? OR d.due_on <= ?)", [kind.code().into(), told.today.into()]);
    }
    if let Some(kind) = told.kind {
        list.push(" AND d.kind = ?", [kind.code().into()]);
    }
}

fn kinds(list: &mut Query, kinds: &[DueKind], and: &str) {
    if !kinds.is_empty() {
        let marks = vec!["?"; kinds.len()].join(", ");
        list.push(&format!(" OR (d.kind IN ({marks}){and})"), kinds.iter().map(|kind| Value::from(kind.code())));
    }
}

fn seen(clause: &Clause, of: impl Fn(DueKind, Role) -> bool) -> Vec<DueKind> {
    let kinds = DueKind::ALL.iter().copied().filter(|kind| clause.fields.has(kind.field()));
    kinds.filter(|kind| clause.role.is_none_or(|role| of(*kind, role))).collect()
}

/// The operator's are all.
fn own(clause: &Clause) -> Vec<DueKind> {
    seen(clause, |kind, role| kind.for_roles().contains(&role))
}

fn late(clause: &Clause) -> Vec<DueKind> {
    seen(clause, |kind, role| kind.is_told_late(role) && !kind.for_roles().contains(&role))
}

/// Adds a column of a list of courses: the first day on which something is due, of what the reader may be told.
pub(crate) fn add_next(list: &mut Query, reach: &Reach) {
    let told = DueKind::ALL.iter().filter(|kind| kind.is_told_ahead() && reach.sees(kind.field()));
    let told: Vec<Value> = told.map(|kind| kind.code().into()).collect();
    list.push(", (SELECT min(due_on) FROM course_dues due WHERE due.course_id = c.id", []);
    if told.len() < DueKind::ALL.len() {
        let marks = vec!["?"; told.len()].join(", ");
        let among = if told.is_empty() { " AND 1 = 0".to_owned() } else { format!(" AND due.kind IN ({marks})") };
        list.push(&among, told);
    }
    list.push(") AS next_due_on", []);
}

type Row = (i64, i64, i64, String, String, String, String, i64);

/// A page of what is due, oldest first.
pub async fn list(reading: &mut Reading, told: &Told<'_>, limit: i64, offset: i64) -> Result<Vec<Listed>, Error> {
    let mut list = query("SELECT ");
    admitted(&mut list, told.reach);
    list.push(
        ", d.course_id, c.person_id, c.case_number, p.given_name, p.family_name, d.kind, d.due_on
         FROM course_dues d JOIN courses c ON c.id = d.course_id JOIN people p ON p.id = c.person_id",
        [],
    );
    add_filter(&mut list, told);
    list.push(" ORDER BY d.due_on, d.course_id, d.kind LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    let rows: Vec<Row> = reading.all(list).await?;
    rows.into_iter().filter_map(|row| listed(reading, told.reach, row).transpose()).collect()
}

fn listed(reading: &mut Reading, reach: &Reach, row: Row) -> Result<Option<Listed>, Error> {
    let (admitted, course, person, case_number, given, family, kind, on) = row;
    let (fields, by) = (reach.shown(admitted), reach.rights(admitted));
    if by.is_empty() {
        return Ok(None);
    }
    let due = due((kind, on))?;
    reading.saw_by(&by, What::Today, PersonId(person), Some(CourseId(course)));
    Ok(Some(Listed {
        course: CourseId(course),
        case_number: fields.show(Field::CaseNumber, case_number).unwrap_or_default(),
        name: fields.show(Field::Name, format!("{given} {family}")),
        due,
    }))
}

/// How much of each kind is due before today, today, and after it; the kinds of which nothing is are not there. One
/// statement, off an index.
pub async fn counts(tx: &mut Tx, told: &Told<'_>) -> Result<Vec<Count>, Error> {
    let courses = if told.reach.is_all() && told.reach.clauses().len() == 1 { "" } else { JOINED };
    let today = told.today.epoch();
    let mut counts = query(&format!(
        "SELECT d.kind, count(*), count(CASE WHEN d.due_on < {today} THEN 1 END),
             count(CASE WHEN d.due_on = {today} THEN 1 END)
         FROM course_dues d{courses}"
    ));
    add_filter(&mut counts, told);
    counts.push(" GROUP BY d.kind", []);
    let rows: Vec<(String, i64, i64, i64)> = tx.all(counts).await?;
    let count = |(kind, all, late, today): (String, i64, i64, i64)| {
        let kind = DueKind::from_code(&kind).ok_or(Error::Unknown { what: "course_dues.kind" })?;
        Ok(Count { kind, late, today, ahead: all - late - today })
    };
    let mut counts: Vec<Count> = rows.into_iter().map(count).collect::<Result<_, Error>>()?;
    counts.sort_by_key(|count| count.kind);
    Ok(counts)
}

const JOINED: &str = " JOIN courses c ON c.id = d.course_id";

fn due((kind, on): (String, i64)) -> Result<Due, Error> {
    let kind = DueKind::from_code(&kind).ok_or(Error::Unknown { what: "course_dues.kind" })?;
    Ok(Due { kind, on: Day::from_epoch(on).ok_or(Error::Unknown { what: "course_dues.due_on" })? })
}

/// What is due on one course, oldest first.
pub async fn of_course(tx: &mut Tx, course: CourseId) -> Result<Vec<Due>, Error> {
    let sql = "SELECT kind, due_on FROM course_dues WHERE course_id = $1 ORDER BY due_on, kind";
    let rows: Vec<(String, i64)> = tx.all(query(sql).bind(course)).await?;
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

/// What of a course that has not ended its dues are made of, beside the facts.
#[derive(Debug, Clone, Default)]
pub struct Open {
    pub stage: Option<(Stage, Day)>,
    /// As it is cited.
    pub legal_basis: String,
    /// Of a course that is granted.
    pub born: Option<Day>,
}

type OpenRow = (i64, String, Option<i64>, String, Option<String>, String, String);

/// The courses that have not ended, of one course or of all. The CPR number is opened for nothing but the birthday, and
/// only of granted courses.
pub async fn open(tx: &mut Tx, course: Option<CourseId>) -> Result<HashMap<CourseId, Open>, Error> {
    let mut open = query(
        "SELECT c.id, c.stage, c.stage_on, c.legal_basis, c.decision, p.cpr_hash, p.cpr
         FROM courses c JOIN people p ON p.id = c.person_id WHERE c.end_on IS NULL",
    );
    if let Some(course) = course {
        open.push(" AND c.id = ?", [course.into()]);
    }
    let keys = tx.keys().clone();
    let granted = lods_domain::courses::Decision::Granted.code();
    let rows: Vec<OpenRow> = tx.all(open).await?;
    let row = |(id, stage, since, legal_basis, decision, hash, cpr): OpenRow| {
        let born = match !cpr.is_empty() && decision.as_deref() == Some(granted) {
            true => open_cpr(&keys, &hash, &cpr)?.birthday(),
            false => None,
        };
        let stage = Stage::from_code(&stage).zip(since.and_then(Day::from_epoch));
        Ok((CourseId(id), Open { stage, legal_basis, born }))
    };
    rows.into_iter().map(row).collect()
}

/// Contact on the courses that have not ended: sessions that were held, follow-ups in which the young person took part.
pub async fn met(tx: &mut Tx, course: Option<CourseId>) -> Result<HashMap<CourseId, Met>, Error> {
    let mut met: HashMap<CourseId, Met> = HashMap::new();
    for (sql, held) in [
        ("SELECT course_id, max(day) FROM sessions WHERE outcome = 0", true),
        ("SELECT course_id, max(day) FROM follow_ups WHERE mentee = 1", false),
    ] {
        let mut last = query(sql);
        match course {
            Some(course) => _ = last.push(" AND course_id = ?", [course.into()]),
            None => _ = last.push(" AND course_id IN (SELECT id FROM courses WHERE end_on IS NULL)", []),
        }
        last.push(" GROUP BY course_id", []);
        let rows: Vec<(i64, i64)> = tx.all(last).await?;
        for (course, day) in rows {
            let of = met.entry(CourseId(course)).or_default();
            *(if held { &mut of.held } else { &mut of.followed_up }) = Day::from_epoch(day);
        }
    }
    Ok(met)
}
