//! How the municipality stands to the model: stances, experiences, and departures with their reasons.

use lods_domain::access::{Field, Reach, What};
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::ids::{CourseId, PersonId, UserId};
use lods_domain::model::{ExperienceKind, Stance, StanceChange, TakenStance, Tally};
use lods_domain::steps::Choice;
use lods_domain::{Day, Moment, Period};

use crate::reach::{admitted, narrow};
use crate::sealed::Sealed;
use crate::{Error, Query, Reading, Tx, query};

/// A stance, and who took it when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptStance {
    pub taken: TakenStance,
    /// The user's name; `None` is the operator.
    pub by: Option<String>,
    pub recorded_at: Moment,
}

fn recommendation(code: &str, what: &'static str) -> Result<Recommendation, Error> {
    Recommendation::from_code(code).ok_or(Error::Unknown { what })
}

/// Every stance to the recommendation, or to all of them, each the oldest first. They are few.
pub async fn stances(tx: &mut Tx, of: Option<Recommendation>) -> Result<Vec<KeptStance>, Error> {
    let mut list = query(
        "SELECT s.recommendation, s.valid_from, s.stance, s.reason, s.owner, s.procedure, u.name, s.recorded_at
         FROM stances s LEFT JOIN users u ON u.id = s.user_id",
    );
    if let Some(of) = of {
        list.push(" WHERE s.recommendation = ?", [of.code().into()]);
    }
    list.push(" ORDER BY s.recommendation, s.valid_from", []);
    type Row = (String, i64, String, String, String, String, Option<String>, i64);
    let rows: Vec<Row> = tx.all(list).await?;
    let kept = |(code, from, stance, reason, owner, procedure, by, recorded_at): Row| {
        let taken = TakenStance {
            recommendation: recommendation(&code, "stances.recommendation")?,
            valid_from: Day::from_epoch(from).ok_or(Error::Unknown { what: "stances.valid_from" })?,
            stance: Stance::from_code(&stance).ok_or(Error::Unknown { what: "stances.stance" })?,
            reason,
            owner,
            procedure,
        };
        Ok(KeptStance { taken, by, recorded_at: Moment::from_epoch(recorded_at) })
    };
    rows.into_iter().map(kept).collect()
}

/// Writes the change: what was to come is dropped, and the new stance stands. `false` when somebody else took one from
/// the same day in the meantime.
pub async fn take(tx: &mut Tx, change: &StanceChange, user: Option<UserId>, at: Moment) -> Result<bool, Error> {
    let new = &change.new;
    let code = new.recommendation.code();
    for from in &change.dropped {
        let sql = "DELETE FROM stances WHERE recommendation = $1 AND valid_from = $2";
        tx.execute(query(sql).bind(code).bind(*from)).await?;
    }
    let sql = "INSERT INTO stances (recommendation, valid_from, stance, reason, owner, procedure, user_id, recorded_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
    let insert = query(sql)
        .bind(code)
        .bind(new.valid_from)
        .bind(new.stance.code())
        .bind(new.reason.as_str())
        .bind(new.owner.as_str())
        .bind(new.procedure.as_str())
        .bind(user)
        .bind(at);
    Ok(tx.execute(insert).await? == 1)
}

/// What somebody learned of a recommendation.
#[derive(Clone, PartialEq, Eq)]
pub struct Experience {
    pub kind: ExperienceKind,
    pub text: String,
    pub by: String,
    pub at: Moment,
}

/// How many experiences there are of each recommendation that has any.
pub async fn experience_counts(tx: &mut Tx) -> Result<Vec<(Recommendation, i64)>, Error> {
    let sql = "SELECT recommendation, count(*) FROM experiences GROUP BY recommendation";
    let rows: Vec<(String, i64)> = tx.all(query(sql)).await?;
    rows.into_iter().map(|(code, count)| Ok((recommendation(&code, "experiences.recommendation")?, count))).collect()
}

/// How many experiences there are of the recommendation.
pub async fn experience_count(tx: &mut Tx, of: Recommendation) -> Result<i64, Error> {
    let sql = "SELECT count(*) FROM experiences WHERE recommendation = $1";
    let (count,): (i64,) = tx.one(query(sql).bind(of.code())).await?;
    Ok(count)
}

/// A page of the experiences, newest first.
pub async fn experiences(
    tx: &mut Tx,
    of: Recommendation,
    (limit, offset): (i64, i64),
) -> Result<Vec<Experience>, Error> {
    let sql = "SELECT e.key, e.kind, e.text, u.name, e.written_at FROM experiences e JOIN users u ON u.id = e.user_id
               WHERE e.recommendation = $1 ORDER BY e.written_at DESC, e.id DESC LIMIT $2 OFFSET $3";
    let rows: Vec<(String, String, String, String, i64)> =
        tx.all(query(sql).bind(of.code()).bind(limit).bind(offset)).await?;
    let experience = |(key, kind, text, by, at): (String, String, String, String, i64)| {
        let text = Sealed::Experience.open(tx.keys(), &key, &text)?;
        Ok(Experience { kind: experience_kind(&kind)?, text, by, at: Moment::from_epoch(at) })
    };
    rows.into_iter().map(experience).collect()
}

fn experience_kind(code: &str) -> Result<ExperienceKind, Error> {
    ExperienceKind::from_code(code).ok_or(Error::Unknown { what: "experiences.kind" })
}

/// An experience to be written.
#[derive(Clone, Copy)]
pub struct NewExperience<'a> {
    /// Made by the form.
    pub key: &'a str,
    pub recommendation: Recommendation,
    pub user: UserId,
    pub at: Moment,
    pub kind: ExperienceKind,
    pub text: &'a str,
}

/// Gives the experience's number; `None` when the key is used already.
pub async fn write_experience(tx: &mut Tx, new: &NewExperience<'_>) -> Result<Option<i64>, Error> {
    let text = Sealed::Experience.seal(tx.keys(), new.key, new.text)?;
    let sql = "INSERT INTO experiences (key, recommendation, user_id, written_at, kind, text)
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id";
    let insert = query(sql)
        .bind(new.key)
        .bind(new.recommendation.code())
        .bind(new.user)
        .bind(new.at)
        .bind(new.kind.code())
        .bind(text);
    let row: Option<(i64,)> = tx.optional(insert).await?;
    Ok(row.map(|(id,)| id))
}

/// Whether the user wrote just this with the key.
pub async fn is_written(tx: &mut Tx, new: &NewExperience<'_>) -> Result<bool, Error> {
    let sql = "SELECT recommendation, kind, text FROM experiences WHERE key = $1 AND user_id = $2";
    let row: Option<(String, String, String)> = tx.optional(query(sql).bind(new.key).bind(new.user)).await?;
    let Some((code, kind, text)) = row else { return Ok(false) };
    let text = Sealed::Experience.open(tx.keys(), new.key, &text)?;
    Ok((code.as_str(), kind.as_str(), text.as_str()) == (new.recommendation.code(), new.kind.code(), new.text))
}

/// Departures of steps that were not taken back. The course is `c`.
const DEPARTED: &str = " FROM departures d JOIN course_steps s ON s.id = d.step_id JOIN courses c ON c.id = d.course_id
    WHERE s.undone_by IS NULL AND d.day BETWEEN ? AND ?";

fn departed(list: &mut Query, period: Period, of: Option<Recommendation>) {
    list.push(DEPARTED, [period.first().into(), period.last().into()]);
    if let Some(of) = of {
        list.push(" AND d.recommendation = ?", [of.code().into()]);
    }
}

/// Departures in the period, from the recommendation or from all: each recommendation's sum (no cause) and its causes.
/// They count and name nobody. One statement.
pub async fn tallies(
    tx: &mut Tx,
    period: Period,
    of: Option<Recommendation>,
) -> Result<Vec<(Recommendation, Option<Choice>, Tally)>, Error> {
    let mut list = query("SELECT d.recommendation, '' AS cause, count(*), count(DISTINCT c.person_id)");
    departed(&mut list, period, of);
    list.push(" GROUP BY d.recommendation UNION ALL", []);
    list.push(" SELECT d.recommendation, d.cause, count(*), count(DISTINCT c.person_id)", []);
    departed(&mut list, period, of);
    list.push(" GROUP BY d.recommendation, d.cause", []);
    let rows: Vec<(String, String, i64, i64)> = tx.all(list).await?;
    let tally = |(code, cause, departures, persons): (String, String, i64, i64)| {
        let cause = if cause.is_empty() { None } else { Some(cause_of(&cause)?) };
        Ok((recommendation(&code, "departures.recommendation")?, cause, Tally { departures, persons }))
    };
    rows.into_iter().map(tally).collect()
}

fn cause_of(code: &str) -> Result<Choice, Error> {
    Choice::from_code(code).ok_or(Error::Unknown { what: "departures.cause" })
}

/// A departure with its reason, as far as the reader sees it.
#[derive(Clone, PartialEq, Eq)]
pub struct Reason {
    pub course: CourseId,
    /// `None` where it is not seen.
    pub case_number: Option<String>,
    pub day: Day,
    pub cause: Choice,
    pub reason: String,
}

/// How many departures the reach holds, in the period. A number tells of nobody.
pub async fn reason_count(tx: &mut Tx, reach: &Reach, of: Recommendation, period: Period) -> Result<i64, Error> {
    let mut count = query("SELECT count(*)");
    departed(&mut count, period, Some(of));
    narrow(&mut count, reach);
    let (count,): (i64,) = tx.one(count).await?;
    Ok(count)
}

/// A page of the reasons in the period, newest first: of courses within the reach, which shows the decisions of each.
pub async fn reasons(
    reading: &mut Reading,
    reach: &Reach,
    (of, period): (Recommendation, Period),
    (limit, offset): (i64, i64),
) -> Result<Vec<Reason>, Error> {
    let reach = &reach.seeing(Field::Decisions);
    let mut list = query("SELECT ");
    admitted(&mut list, reach);
    list.push(", c.id, c.person_id, c.case_number, s.key, d.day, d.cause, d.reason", []);
    departed(&mut list, period, Some(of));
    narrow(&mut list, reach);
    list.push(" ORDER BY d.day DESC, d.step_id DESC LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    type Row = (i64, i64, i64, String, String, i64, String, String);
    let rows: Vec<Row> = reading.all(list).await?;
    let mut reasons = Vec::with_capacity(rows.len());
    for (bits, course, person, case_number, key, day, cause, reason) in rows {
        let course = CourseId(course);
        reading.saw_by(&reach.rights(bits), What::Model, PersonId(person), Some(course));
        reasons.push(Reason {
            course,
            case_number: reach.shown(bits).show(Field::CaseNumber, case_number),
            day: Day::from_epoch(day).ok_or(Error::Unknown { what: "departures.day" })?,
            cause: cause_of(&cause)?,
            reason: Sealed::DepartureReason.open(reading.keys(), &key, &reason)?,
        });
    }
    Ok(reasons)
}
