//! Emergency accesses: opened with a reason, which is sealed, and reviewed afterwards.

use lods_domain::Moment;
use lods_domain::access::{Field, Fields, Reach, What};
use lods_domain::ids::{CourseId, PersonId, UserId};

use crate::query::row;
use crate::reach::{admitted, narrow};
use crate::sealed::Sealed;
use crate::{Error, Query, Reading, Tx, query};

/// An emergency access to be.
#[derive(Debug, Clone, Copy)]
pub struct Opening<'a> {
    pub user: UserId,
    pub course: CourseId,
    pub reason: &'a str,
    pub at: Moment,
    pub until: Moment,
}

/// Opens the course to the user. Gives the access's number, which the sealed reason is tied by.
pub async fn open(tx: &mut Tx, opening: &Opening<'_>) -> Result<i64, Error> {
    let sql = "INSERT INTO emergency_accesses (user_id, course_id, reason, opened_at, until)
               VALUES ($1, $2, '', $3, $4) RETURNING id";
    let insert = query(sql).bind(opening.user).bind(opening.course).bind(opening.at).bind(opening.until);
    let (id,): (i64,) = tx.one(insert).await?;
    let sealed = Sealed::EmergencyReason.seal(tx.keys(), &id.to_string(), opening.reason)?;
    let sql = "UPDATE emergency_accesses SET reason = $1 WHERE id = $2";
    tx.execute(query(sql).bind(sealed).bind(id)).await?;
    Ok(id)
}

/// How many the user has opened since the moment.
pub async fn opened_since(tx: &mut Tx, user: UserId, since: Moment) -> Result<i64, Error> {
    let sql = "SELECT count(*) FROM emergency_accesses WHERE user_id = $1 AND opened_at >= $2";
    let (count,): (i64,) = tx.one(query(sql).bind(user).bind(since)).await?;
    Ok(count)
}

/// How many attempts of the user were refused since the moment.
pub async fn refused_since(tx: &mut Tx, user: UserId, since: Moment) -> Result<i64, Error> {
    let sql = "SELECT count(*) FROM access_log WHERE at >= $1 AND user_id = $2 AND what = $3 AND allowed = 0";
    let (count,): (i64,) = tx.one(query(sql).bind(since).bind(user).bind(What::EmergencyAccess.code())).await?;
    Ok(count)
}

/// Until when the course stands open to the user.
pub async fn open_until(tx: &mut Tx, user: UserId, course: CourseId, now: Moment) -> Result<Option<Moment>, Error> {
    let sql = "SELECT CAST(max(until) AS BIGINT) FROM emergency_accesses
               WHERE user_id = $1 AND course_id = $2 AND until > $3";
    let (until,): (Option<i64>,) = tx.one(query(sql).bind(user).bind(course).bind(now)).await?;
    Ok(until.map(Moment::from_epoch))
}

/// What the reach shows of the course. It tells nothing of the person.
pub async fn fields(tx: &mut Tx, reach: &Reach, course: CourseId) -> Result<Fields, Error> {
    let mut find = query("SELECT ");
    admitted(&mut find, reach);
    find.push(" FROM courses c WHERE c.id = ?", [course.into()]);
    let bits: Option<(i64,)> = tx.optional(find).await?;
    let clauses = bits.into_iter().flat_map(|(bits,)| reach.picked(bits));
    Ok(clauses.fold(Fields::NONE, |seen, clause| seen.and(clause.fields)))
}

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    Waiting,
    Reviewed,
}

fn add(list: &mut Query, which: Which, reach: &Reach) {
    let text = match which {
        Which::Waiting => " WHERE e.reviewed_at IS NULL",
        Which::Reviewed => " WHERE e.reviewed_at IS NOT NULL",
    };
    list.push(text, []);
    narrow(list, reach);
}

/// How many there are on courses within the reach.
pub async fn count(tx: &mut Tx, which: Which, reach: &Reach) -> Result<i64, Error> {
    let mut count = query("SELECT count(*) FROM emergency_accesses e JOIN courses c ON c.id = e.course_id");
    add(&mut count, which, reach);
    let (count,): (i64,) = tx.one(count).await?;
    Ok(count)
}

struct Row {
    admitted: i64,
    id: i64,
    user_id: i64,
    user_name: String,
    login: String,
    course_id: i64,
    person_id: i64,
    case_number: String,
    reason: String,
    opened_at: i64,
    until: i64,
    reviewed_at: Option<i64>,
    reviewer: Option<String>,
    finding: String,
}
row!(Row {
    admitted,
    id,
    user_id,
    user_name,
    login,
    course_id,
    person_id,
    case_number,
    reason,
    opened_at,
    until,
    reviewed_at,
    reviewer,
    finding
});

/// An emergency access as the leader reviews it.
#[derive(Clone)]
pub struct Listed {
    pub id: i64,
    pub user: UserId,
    pub user_name: String,
    pub login: String,
    pub course: CourseId,
    /// `None` where it is not seen.
    pub case_number: Option<String>,
    pub reason: String,
    pub opened_at: Moment,
    pub until: Moment,
    pub reviewed: Option<Reviewed>,
    /// What was read of the course meanwhile, by the same user.
    pub read: Vec<WasRead>,
}

/// Who reviewed it, when, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    pub at: Moment,
    pub by: String,
    pub finding: String,
}

/// So many readings of one thing, the last at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WasRead {
    pub what: What,
    pub count: i64,
    pub last: Moment,
}

/// A page of them, newest first: those waiting by when they were opened, the reviewed by when they were reviewed. Two
/// statements.
pub async fn list(
    reading: &mut Reading,
    which: Which,
    reach: &Reach,
    limit: i64,
    offset: i64,
) -> Result<Vec<Listed>, Error> {
    let mut list = query("SELECT ");
    admitted(&mut list, reach);
    list.push(
        " AS admitted, e.id, e.user_id, u.name AS user_name, u.login, e.course_id, c.person_id, c.case_number, e.reason,
            e.opened_at, e.until, e.reviewed_at, r.name AS reviewer, e.finding
          FROM emergency_accesses e JOIN courses c ON c.id = e.course_id JOIN users u ON u.id = e.user_id
            LEFT JOIN users r ON r.id = e.reviewed_by",
        [],
    );
    add(&mut list, which, reach);
    let order = match which {
        Which::Waiting => " ORDER BY e.opened_at DESC, e.id DESC",
        Which::Reviewed => " ORDER BY e.reviewed_at DESC, e.id DESC",
    };
    list.push(order, []).push(" LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    let rows: Vec<Row> = reading.all(list).await?;
    let mut listed = Vec::with_capacity(rows.len());
    for row in rows {
        listed.extend(shown(reading, reach, row)?);
    }
    let ids: Vec<i64> = listed.iter().map(|one| one.id).collect();
    for (id, read) in was_read(reading, &ids).await? {
        if let Some(one) = listed.iter_mut().find(|one| one.id == id) {
            one.read.push(read);
        }
    }
    Ok(listed)
}

fn shown(reading: &mut Reading, reach: &Reach, row: Row) -> Result<Option<Listed>, Error> {
    let (fields, by) = (reach.shown(row.admitted), reach.rights(row.admitted));
    if by.is_empty() {
        return Ok(None);
    }
    let course = CourseId(row.course_id);
    reading.saw_by(&by, What::EmergencyAccess, PersonId(row.person_id), Some(course));
    let reason = Sealed::EmergencyReason.open(reading.keys(), &row.id.to_string(), &row.reason)?;
    let reviewed = row.reviewed_at.map(|at| Reviewed {
        at: Moment::from_epoch(at),
        by: row.reviewer.unwrap_or_default(),
        finding: row.finding,
    });
    Ok(Some(Listed {
        id: row.id,
        user: UserId(row.user_id),
        user_name: row.user_name,
        login: row.login,
        course,
        case_number: fields.show(Field::CaseNumber, row.case_number),
        reason,
        opened_at: Moment::from_epoch(row.opened_at),
        until: Moment::from_epoch(row.until),
        reviewed,
        read: Vec::new(),
    }))
}

/// What was read under each of the accesses. By the course's person, because that is what the log is found by.
async fn was_read(tx: &mut Tx, ids: &[i64]) -> Result<Vec<(i64, WasRead)>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut list = query(
        "SELECT e.id, l.what, count(*), CAST(max(l.at) AS BIGINT) FROM emergency_accesses e
            JOIN courses c ON c.id = e.course_id
            JOIN access_log l ON l.person_id = c.person_id AND l.at >= e.opened_at AND l.at < e.until
                AND l.user_id = e.user_id AND l.course_id = e.course_id AND l.allowed = 1",
    );
    list.push(" WHERE l.what <> ? AND e.id IN (0", [What::EmergencyAccess.code().into()]);
    for id in ids {
        list.push(", ?", [(*id).into()]);
    }
    list.push(") GROUP BY e.id, l.what ORDER BY e.id, l.what", []);
    let rows: Vec<(i64, String, i64, i64)> = tx.all(list).await?;
    let read = |(id, what, count, last): (i64, String, i64, i64)| {
        let what = What::from_code(&what).ok_or(Error::Unknown { what: "access_log.what" })?;
        Ok((id, WasRead { what, count, last: Moment::from_epoch(last) }))
    };
    rows.into_iter().map(read).collect()
}

/// Whose the access within the reach is, and whether it was reviewed. A review of it is a reading.
pub async fn opened_by(reading: &mut Reading, reach: &Reach, access: i64) -> Result<Option<(UserId, bool)>, Error> {
    let mut find = query("SELECT ");
    admitted(&mut find, reach);
    find.push(
        ", e.user_id, e.course_id, c.person_id, e.reviewed_at
          FROM emergency_accesses e JOIN courses c ON c.id = e.course_id WHERE e.id = ?",
        [access.into()],
    );
    let row: Option<(i64, i64, i64, i64, Option<i64>)> = reading.optional(find).await?;
    let Some((bits, user, course, person, reviewed)) = row else { return Ok(None) };
    let (person, course) = (PersonId(person), CourseId(course));
    let by = reach.rights(bits);
    if by.is_empty() {
        reading.refused(What::EmergencyAccess, Some(person), Some(course));
        return Ok(None);
    }
    reading.saw_by(&by, What::EmergencyAccess, person, Some(course));
    Ok(Some((UserId(user), reviewed.is_some())))
}

/// It was reviewed. `false` when it was already.
pub async fn review(tx: &mut Tx, access: i64, by: UserId, at: Moment, finding: &str) -> Result<bool, Error> {
    let sql = "UPDATE emergency_accesses SET reviewed_at = $1, reviewed_by = $2, finding = $3
               WHERE id = $4 AND reviewed_at IS NULL";
    Ok(tx.execute(query(sql).bind(at).bind(by).bind(finding).bind(access)).await? == 1)
}
