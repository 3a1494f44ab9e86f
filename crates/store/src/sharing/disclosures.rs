//! Disclosures: what was shared outside the own department, with whom, and on which ground.

use lods_domain::access::{Clause, What};
use lods_domain::ids::{CourseId, PersonId, UserId};
use lods_domain::sharing::{Consent, Ground, Kind, NewDisclosure, Shared};
use lods_domain::time::Clockface;
use lods_domain::{Day, Moment};

use super::{day, kinds_of, kinds_text};
use crate::query::row;
use crate::{Error, Reading, Tx, query};

/// A disclosure that is written down.
#[derive(Debug, Clone)]
pub struct RecordedDisclosure<'a> {
    /// Made by the form, so that what is sent twice is one row.
    pub key: &'a str,
    pub course: CourseId,
    pub person: PersonId,
    pub at: Moment,
    pub by: UserId,
    pub what: &'a NewDisclosure,
    pub ground: &'a Ground,
}

/// A disclosure as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed {
    pub at: Moment,
    /// Who shared it.
    pub user: String,
    pub recipient: String,
    pub kinds: Vec<Kind>,
    pub purpose: String,
    pub ground: Ground,
}

struct Row {
    at: i64,
    user_name: String,
    recipient: String,
    kinds: String,
    purpose: String,
    consent_on: Option<i64>,
    legal_basis: String,
}
row!(Row { at, user_name, recipient, kinds, purpose, consent_on, legal_basis });

fn disclosed(row: Row) -> Result<Disclosed, Error> {
    let ground = match row.consent_on {
        Some(given) => Ground::Consent { given_on: day(given, "disclosures.consent_on")? },
        None => Ground::LegalBasis(row.legal_basis),
    };
    Ok(Disclosed {
        at: Moment::from_epoch(row.at),
        user: row.user_name,
        recipient: row.recipient,
        kinds: kinds_of(&row.kinds)?,
        purpose: row.purpose,
        ground,
    })
}

const COLUMNS: &str = "SELECT d.at, u.name AS user_name, d.recipient, d.kinds, d.purpose, d.consent_on, d.legal_basis
    FROM disclosures d JOIN users u ON u.id = d.user_id";

/// A page of what was shared of the course, newest first.
pub async fn disclosures_of(
    reading: &mut Reading,
    by: &[Clause],
    (person, course): (PersonId, CourseId),
    limit: i64,
    offset: i64,
) -> Result<Vec<Disclosed>, Error> {
    let sql = format!(
        "{COLUMNS} WHERE d.person_id = $1 AND d.course_id = $2 ORDER BY d.at DESC, d.id DESC LIMIT $3 OFFSET $4"
    );
    let rows: Vec<Row> = reading.all(query(&sql).bind(person).bind(course).bind(limit).bind(offset)).await?;
    reading.saw_by(by, What::Consents, person, Some(course));
    rows.into_iter().map(disclosed).collect()
}

/// How many disclosures of the course there are.
pub async fn count_of_course(tx: &mut Tx, person: PersonId, course: CourseId) -> Result<i64, Error> {
    let sql = "SELECT count(*) FROM disclosures WHERE person_id = $1 AND course_id = $2";
    let (count,): (i64,) = tx.one(query(sql).bind(person).bind(course)).await?;
    Ok(count)
}

/// The disclosure of the course that the form with the key made.
pub async fn disclosure_with_key(
    reading: &mut Reading,
    by: &[Clause],
    (person, course): (PersonId, CourseId),
    key: &str,
) -> Result<Option<Disclosed>, Error> {
    let sql = format!("{COLUMNS} WHERE d.key = $1 AND d.course_id = $2");
    let row: Option<Row> = reading.optional(query(&sql).bind(key).bind(course)).await?;
    reading.saw_by(by, What::Consents, person, Some(course));
    row.map(disclosed).transpose()
}

/// Writes the disclosure and gives its number; `None` when one with the key is written already.
pub async fn record(reading: &mut Reading, new: &RecordedDisclosure<'_>) -> Result<Option<i64>, Error> {
    let (consent_on, basis) = match new.ground {
        Ground::Consent { given_on } => (Some(*given_on), ""),
        Ground::LegalBasis(basis) => (None, basis.as_str()),
    };
    let sql = "INSERT INTO disclosures (key, course_id, person_id, at, user_id, recipient, kinds, purpose, consent_on,
                   legal_basis)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (key) DO NOTHING RETURNING id";
    let insert = query(sql)
        .bind(new.key)
        .bind(new.course)
        .bind(new.person)
        .bind(new.at)
        .bind(new.by)
        .bind(new.what.recipient.as_str())
        .bind(kinds_text(&new.what.kinds))
        .bind(new.what.purpose.as_str())
        .bind(consent_on)
        .bind(basis);
    let row: Option<(i64,)> = reading.optional(insert).await?;
    Ok(row.map(|(id,)| id))
}

struct SharedRow {
    course_id: i64,
    at: i64,
    recipient: String,
    kinds: String,
    legal_basis: String,
    given_on: Option<i64>,
    withdrawn_on: Option<i64>,
    valid_to: Option<i64>,
    consented: Option<String>,
}
row!(SharedRow { course_id, at, recipient, kinds, legal_basis, given_on, withdrawn_on, valid_to, consented });

/// What was shared of the course (of all, without one), each with the consent that it names: for judging M4. It gives
/// nothing out about a person but that.
pub async fn shared(
    tx: &mut Tx,
    course: Option<CourseId>,
    clock: &Clockface,
) -> Result<Vec<(CourseId, Shared)>, Error> {
    let mut list = query(
        "SELECT d.course_id, d.at, d.recipient, d.kinds, d.legal_basis, c.given_on, c.withdrawn_on, c.valid_to,
             c.kinds AS consented
         FROM disclosures d LEFT JOIN consents c
             ON c.person_id = d.person_id AND c.given_on = d.consent_on AND c.recipient = d.recipient",
    );
    if let Some(course) = course {
        // Through the person, because disclosures are found by theirs.
        let sql = " WHERE d.person_id = (SELECT o.person_id FROM courses o WHERE o.id = ?) AND d.course_id = ?";
        list.push(sql, [course.into(), course.into()]);
    }
    let rows: Vec<SharedRow> = tx.all(list).await?;
    rows.into_iter().map(|row| judged(row, clock)).collect()
}

fn judged(row: SharedRow, clock: &Clockface) -> Result<(CourseId, Shared), Error> {
    let some_day = |epoch: Option<i64>| epoch.and_then(Day::from_epoch);
    let consent = match (some_day(row.given_on), row.consented) {
        (Some(given_on), Some(kinds)) => Some(Consent {
            given_on,
            withdrawn_on: some_day(row.withdrawn_on),
            valid_to: some_day(row.valid_to),
            recipient: row.recipient.clone(),
            kinds: kinds_of(&kinds)?,
        }),
        _ => None,
    };
    let shared = Shared {
        on: clock.day(Moment::from_epoch(row.at)),
        recipient: row.recipient,
        kinds: kinds_of(&row.kinds)?,
        legal_basis: row.legal_basis,
        consent,
    };
    Ok((CourseId(row.course_id), shared))
}
