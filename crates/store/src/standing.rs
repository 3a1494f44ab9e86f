//! How a course stands, as its steps change it: read, written, and restored when a step is taken back.

use lods_domain::courses::{CourseDates, Decision, EndKind, Stage};
use lods_domain::ids::{CourseId, MentorId, UnitId};
use lods_domain::steps::effects::Standing;
use lods_domain::{Day, Minutes};
use serde::{Deserialize, Serialize};

use crate::query::row;
use crate::sealed::Sealed;
use crate::{Error, Tx, query};

/// The columns, opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Row {
    case_number: String,
    concern_on: Option<i64>,
    decided_on: Option<i64>,
    decision: Option<String>,
    start_on: Option<i64>,
    expected_end_on: Option<i64>,
    end_on: Option<i64>,
    end_kind: Option<String>,
    end_reason: String,
    legal_basis: String,
    weekly_minutes: Option<i64>,
    purpose: String,
    unit_id: Option<i64>,
    mentor_id: Option<i64>,
    stage: String,
    stage_on: Option<i64>,
}
row!(Row {
    case_number,
    concern_on,
    decided_on,
    decision,
    start_on,
    expected_end_on,
    end_on,
    end_kind,
    end_reason,
    legal_basis,
    weekly_minutes,
    purpose,
    unit_id,
    mentor_id,
    stage,
    stage_on
});

/// The course as it stands.
pub async fn read(tx: &mut Tx, course: CourseId) -> Result<Option<Standing>, Error> {
    let sql = "SELECT case_number, concern_on, decided_on, decision, start_on, expected_end_on, end_on, end_kind,
                  end_reason, legal_basis, weekly_minutes, purpose, unit_id, mentor_id, stage, stage_on
               FROM courses WHERE id = $1";
    let row: Option<Row> = tx.optional(query(sql).bind(course)).await?;
    let Some(mut row) = row else { return Ok(None) };
    row.end_reason = Sealed::EndReason.open(tx.keys(), &row.case_number, &row.end_reason)?;
    row.purpose = Sealed::Purpose.open(tx.keys(), &row.case_number, &row.purpose)?;
    Ok(Some(standing(row)))
}

fn standing(row: Row) -> Standing {
    let day = |day: Option<i64>| day.and_then(Day::from_epoch);
    Standing {
        dates: CourseDates {
            concern: day(row.concern_on),
            decided: day(row.decided_on),
            decision: row.decision.as_deref().and_then(Decision::from_code),
            start: day(row.start_on),
            expected_end: day(row.expected_end_on),
            end: day(row.end_on),
            end_kind: row.end_kind.as_deref().and_then(EndKind::from_code),
        },
        stage: Stage::from_code(&row.stage).zip(day(row.stage_on)),
        legal_basis: row.legal_basis,
        weekly: row.weekly_minutes.and_then(Minutes::from_i64),
        purpose: row.purpose,
        end_reason: row.end_reason,
        mentor: row.mentor_id.map(MentorId),
        unit: row.unit_id.map(UnitId),
    }
}

/// Writes how the course stands now.
pub async fn write(tx: &mut Tx, course: CourseId, standing: &Standing) -> Result<(), Error> {
    let (case_number,): (String,) = tx.one(query("SELECT case_number FROM courses WHERE id = $1").bind(course)).await?;
    let seal = |sealed: Sealed, text: &str| match text {
        "" => Ok(String::new()),
        text => sealed.seal(tx.keys(), &case_number, text),
    };
    let end_reason = seal(Sealed::EndReason, &standing.end_reason)?;
    let purpose = seal(Sealed::Purpose, &standing.purpose)?;
    let dates = &standing.dates;
    let sql = "UPDATE courses SET decided_on = $1, decision = $2, start_on = $3, expected_end_on = $4, end_on = $5,
                  end_kind = $6, end_reason = $7, legal_basis = $8, weekly_minutes = $9, purpose = $10, unit_id = $11,
                  mentor_id = $12, stage = $13, stage_on = $14, version = version + 1
               WHERE id = $15";
    let write = query(sql)
        .bind(dates.decided)
        .bind(dates.decision.map(Decision::code))
        .bind(dates.start)
        .bind(dates.expected_end)
        .bind(dates.end)
        .bind(dates.end_kind.map(EndKind::code))
        .bind(end_reason)
        .bind(standing.legal_basis.as_str())
        .bind(standing.weekly.map(Minutes::get))
        .bind(purpose)
        .bind(standing.unit)
        .bind(standing.mentor)
        .bind(standing.stage.map_or("", |(stage, _)| stage.code()))
        .bind(standing.stage.map(|(_, since)| since))
        .bind(course);
    tx.execute(write).await?;
    Ok(())
}

/// As a step keeps how the course stood before it.
#[must_use]
pub fn kept(standing: &Standing) -> String {
    let day = |day: Option<Day>| day.map(Day::epoch);
    let dates = &standing.dates;
    let row = Row {
        case_number: String::new(),
        concern_on: day(dates.concern),
        decided_on: day(dates.decided),
        decision: dates.decision.map(|decision| decision.code().to_owned()),
        start_on: day(dates.start),
        expected_end_on: day(dates.expected_end),
        end_on: day(dates.end),
        end_kind: dates.end_kind.map(|kind| kind.code().to_owned()),
        end_reason: standing.end_reason.clone(),
        legal_basis: standing.legal_basis.clone(),
        weekly_minutes: standing.weekly.map(Minutes::get),
        purpose: standing.purpose.clone(),
        unit_id: standing.unit.map(|unit| unit.0),
        mentor_id: standing.mentor.map(|mentor| mentor.0),
        stage: standing.stage.map_or("", |(stage, _)| stage.code()).to_owned(),
        stage_on: day(standing.stage.map(|(_, since)| since)),
    };
    // A row of texts and numbers is always JSON.
    serde_json::to_string(&row).unwrap_or_default()
}

/// What [`kept`] gave.
pub fn of_kept(kept: &str) -> Result<Standing, Error> {
    let row: Row = serde_json::from_str(kept).map_err(|_| Error::Unknown { what: "course_steps.stood" })?;
    Ok(standing(row))
}
