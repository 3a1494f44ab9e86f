//! Retention: the periods, what is past them, what was decided, and taking a person out of the database.

mod emptied;

use lods_domain::access::{Purpose, Reach, What};
use lods_domain::courses::Decision;
use lods_domain::ids::{CourseId, MentorId, PersonId, UserId};
use lods_domain::{Day, Moment};

pub use self::emptied::{Word, delete_reports, empty, old_reports};

use crate::reach::narrow;
use crate::sealed::Sealed;
use crate::{Error, Query, Reading, Tx, query};

/// How long a kind of data is kept, and where that comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// `closed-course`, `refused-concern` or `access-log`.
    pub kind: String,
    pub months: i32,
    pub source: String,
}

/// The rules in force on the day.
pub async fn rules(tx: &mut Tx, on: Day) -> Result<Vec<Rule>, Error> {
    let sql = "SELECT r.kind, r.months, r.source FROM retention_rules r WHERE r.valid_from = (
                   SELECT max(o.valid_from) FROM retention_rules o WHERE o.kind = r.kind AND o.valid_from <= $1)
               ORDER BY r.kind";
    let rows: Vec<(String, i64, String)> = tx.all(query(sql).bind(on.epoch())).await?;
    let rule = |(kind, months, source)| {
        let months = i32::try_from(months).map_err(|_| Error::Unknown { what: "retention_rules.months" })?;
        Ok(Rule { kind, months, source })
    };
    rows.into_iter().map(rule).collect()
}

/// What is past, and since when nobody decided to keep it.
#[derive(Debug, Clone, Copy)]
pub struct Past<'a> {
    pub reach: &'a Reach,
    /// Courses that ended on the day or before.
    pub closed_by: Day,
    /// Concerns that were refused on the day or before.
    pub refused_by: Day,
    /// A decision to keep, made after the moment, holds.
    pub kept_since: Moment,
}

/// A person all of whose courses are past their period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub person: PersonId,
    /// The first of the person's case numbers.
    pub case_number: String,
    pub courses: i64,
    /// The last day that something happened.
    pub last: Day,
    /// Whether a course was granted and ended; else every concern was refused.
    pub closed: bool,
    /// It was decided that the case is delivered to the archive, or may be discarded.
    pub archived: bool,
}

/// Every course of the person must be past its period and within the reach: a running course elsewhere keeps it all. Whose
/// data are restricted is kept as it is (GDPR article 18: the person may need it for a claim), and so is whoever a concern
/// was told about that waits.
fn condition(list: &mut Query, past: Past<'_>) {
    let values = [past.closed_by.into(), Decision::Refused.code().into(), past.refused_by.into()];
    list.push(
        " p.erased_on IS NULL AND p.restricted_on IS NULL AND (SELECT count(*) FROM courses c WHERE c.person_id = p.id AND (c.end_on <= ?
            OR (c.end_on IS NULL AND c.decision = ? AND c.decided_on <= ?))",
        values,
    );
    narrow(list, past.reach);
    list.push(
        ") = (SELECT count(*) FROM courses a WHERE a.person_id = p.id)
         AND EXISTS (SELECT 1 FROM courses e WHERE e.person_id = p.id)
         AND NOT EXISTS (SELECT 1 FROM concern_reports r WHERE r.cpr_hash = p.cpr_hash AND r.taken_up = '')
         AND NOT EXISTS (SELECT 1 FROM retention_decisions d WHERE d.subject = p.id AND d.kind <> 'access-log'
            AND d.action = 'keep' AND d.decided_at > ?)",
        [past.kept_since.into()],
    );
}

pub async fn count(tx: &mut Tx, past: Past<'_>) -> Result<i64, Error> {
    let mut count = query("SELECT count(*) FROM people p WHERE");
    condition(&mut count, past);
    let (count,): (i64,) = tx.one(count).await?;
    Ok(count)
}

type Row = (i64, String, i64, i64, i64, i64);

/// A page of those who are due, or the one person if they are.
pub async fn due(
    reading: &mut Reading,
    past: Past<'_>,
    only: Option<PersonId>,
    limit: i64,
    offset: i64,
) -> Result<Vec<Due>, Error> {
    let mut list = query(
        "SELECT p.id, (SELECT min(case_number) FROM courses c WHERE c.person_id = p.id),
            (SELECT count(*) FROM courses c WHERE c.person_id = p.id),
            (SELECT max(coalesce(c.end_on, c.decided_on)) FROM courses c WHERE c.person_id = p.id),
            (SELECT count(c.end_on) FROM courses c WHERE c.person_id = p.id),
            (SELECT count(*) FROM retention_decisions d WHERE d.subject = p.id AND d.kind <> 'access-log'
                AND d.action = 'archived' AND d.decided_at / 86400 >= (
                    SELECT max(coalesce(c.end_on, c.decided_on)) FROM courses c WHERE c.person_id = p.id))
         FROM people p WHERE",
    );
    condition(&mut list, past);
    if let Some(person) = only {
        list.push(" AND p.id = ?", [person.into()]);
    }
    list.push(" ORDER BY 4, p.id LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    let rows: Vec<Row> = reading.all(list).await?;
    let mut due = Vec::with_capacity(rows.len());
    for (id, case_number, courses, last, closed, archived) in rows {
        let person = PersonId(id);
        if let Some(by) = past.reach.clauses().first() {
            reading.saw_for(by, Purpose::Retention, What::Retention, person, None);
        }
        let last = Day::from_epoch(last).ok_or(Error::Unknown { what: "courses.end_on" })?;
        due.push(Due { person, case_number, courses, last, closed: closed > 0, archived: archived > 0 });
    }
    Ok(due)
}

/// A decision about what was due.
#[derive(Debug, Clone, Copy)]
pub struct Decided<'a> {
    pub kind: &'a str,
    /// A person's id, or 0 for the access log.
    pub subject: i64,
    pub due_on: Day,
    pub action: &'a str,
    pub reason: &'a str,
}

pub async fn decide(tx: &mut Tx, decided: Decided<'_>, user: Option<UserId>, at: Moment) -> Result<(), Error> {
    let sql = "INSERT INTO retention_decisions (kind, subject, due_on, action, decided_at, decided_by, reason)
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let insert = query(sql).bind(decided.kind).bind(decided.subject).bind(decided.due_on).bind(decided.action);
    tx.execute(insert.bind(at).bind(user).bind(decided.reason)).await?;
    Ok(())
}

/// How many lines of the access log are older than the moment.
pub async fn old_log(tx: &mut Tx, before: Moment) -> Result<i64, Error> {
    let (count,): (i64,) = tx.one(query("SELECT count(*) FROM access_log WHERE at < $1").bind(before)).await?;
    Ok(count)
}

pub async fn delete_log(tx: &mut Tx, before: Moment) -> Result<u64, Error> {
    tx.execute(query("DELETE FROM access_log WHERE at < $1").bind(before)).await
}

/// A course's texts, opened, by which figures are judged.
pub struct Texts {
    pub course: CourseId,
    pub case_number: String,
    pub mentor: Option<MentorId>,
    pub has_purpose: bool,
    pub end_reason: String,
}

/// The person's courses, and the competences that are needed, one a line.
pub async fn texts(tx: &mut Tx, person: PersonId) -> Result<(Vec<Texts>, String), Error> {
    let sql = "SELECT id, case_number, mentor_id, purpose, end_reason FROM courses WHERE person_id = $1 ORDER BY id";
    let rows: Vec<(i64, String, Option<i64>, String, String)> = tx.all(query(sql).bind(person)).await?;
    let keys = tx.keys().clone();
    let mut texts = Vec::with_capacity(rows.len());
    for (id, case_number, mentor, purpose, end_reason) in rows {
        let end_reason = Sealed::EndReason.open(&keys, &case_number, &end_reason)?;
        let (course, mentor) = (CourseId(id), mentor.map(MentorId));
        texts.push(Texts { course, case_number, mentor, has_purpose: !purpose.is_empty(), end_reason });
    }
    let sql = "SELECT cpr_hash, needs FROM people WHERE id = $1";
    let (hash, needs): (String, String) = tx.one(query(sql).bind(person)).await?;
    Ok((texts, Sealed::Needs.open(&keys, &hash, &needs)?))
}

/// Writes a course's texts anew.
pub async fn set_texts(tx: &mut Tx, texts: &Texts, purpose: &str, end_reason: &str) -> Result<(), Error> {
    let purpose = Sealed::Purpose.seal(tx.keys(), &texts.case_number, purpose)?;
    let end_reason = Sealed::EndReason.seal(tx.keys(), &texts.case_number, end_reason)?;
    let sql = "UPDATE courses SET purpose = $1, end_reason = $2, version = version + 1 WHERE id = $3";
    tx.execute(query(sql).bind(purpose).bind(end_reason).bind(texts.course)).await?;
    Ok(())
}

/// What stands in a pseudonymised person's place.
pub struct Nobody<'a> {
    pub given_name: &'a str,
    pub family_name: &'a str,
    pub sort_name: Vec<u8>,
    /// Nobody's hash: random.
    pub hash: &'a str,
    /// One a line; what keeps the figures as they were.
    pub needs: &'a str,
    pub on: Day,
}

/// Takes the person out: the row of the person, notes, consents, what was shared, corrections, searches, accounts. The
/// courses' texts, those of the steps ([`empty`]) and the rollups are the caller's. Statistics stay: days, hours, decisions, scores, units.
pub async fn erase(tx: &mut Tx, person: PersonId, nobody: Nobody<'_>) -> Result<(), Error> {
    let needs = Sealed::Needs.seal(tx.keys(), nobody.hash, nobody.needs)?;
    let sql = "UPDATE people SET cpr = '', cpr_hash = $1, given_name = $2, family_name = $3, search_name = '',
                   sort_name = $4, address = '', postcode = '', city = '', phone = '', email = '', gender = NULL,
                   interests = '', needs = $5, address_protected = 0, restricted_on = NULL, erased_on = $6
               WHERE id = $7";
    let update = query(sql).bind(nobody.hash).bind(nobody.given_name).bind(nobody.family_name).bind(nobody.sort_name);
    tx.execute(update.bind(needs).bind(nobody.on).bind(person)).await?;
    for sql in REMOVED {
        let statement = query(sql);
        let statement = if sql.contains("$1") { statement.bind(person) } else { statement };
        tx.execute(statement).await?;
    }
    Ok(())
}

/// In an order in which nothing refers to what is gone. A search lasts an hour and may hold anybody's name: all go.
const REMOVED: [&str; 15] = [
    "DELETE FROM notes WHERE corrects IS NOT NULL AND course_id IN (SELECT id FROM courses WHERE person_id = $1)",
    "DELETE FROM notes WHERE course_id IN (SELECT id FROM courses WHERE person_id = $1)",
    "DELETE FROM consents WHERE person_id = $1",
    "DELETE FROM disclosures WHERE person_id = $1",
    "DELETE FROM corrections WHERE person_id = $1",
    "UPDATE retention_decisions SET reason = '' WHERE subject = $1 AND kind <> 'access-log'",
    "UPDATE goals SET title = '' WHERE course_id IN (SELECT id FROM courses WHERE person_id = $1)",
    "UPDATE emergency_accesses SET reason = '', finding = '' WHERE course_id IN (SELECT id FROM courses WHERE person_id = $1)",
    "UPDATE access_delays SET cause = '' WHERE course_id IN (SELECT id FROM courses WHERE person_id = $1)",
    "DELETE FROM searches",
    "DELETE FROM network_shares WHERE user_id IN (SELECT id FROM users WHERE person_id = $1)",
    "DELETE FROM one_time_links WHERE user_id IN (SELECT id FROM users WHERE person_id = $1)",
    "DELETE FROM sign_ins WHERE user_id IN (SELECT id FROM users WHERE person_id = $1)",
    "UPDATE users SET disabled = 1, login = 'slettet ' || CAST(id AS TEXT), name = 'Slettet', password_hash = '',
        external = NULL, totp = '', totp_step = NULL, version = version + 1 WHERE person_id = $1 AND mentor_id IS NULL",
    "UPDATE users SET person_id = NULL, version = version + 1 WHERE person_id = $1 AND mentor_id IS NOT NULL",
];
