//! Courses that wait (R3): their steps for what is computed of all, and a page of them as the reader sees them.

use std::collections::BTreeMap;

use lods_domain::Day;
use lods_domain::access::{Field, Reach, What};
use lods_domain::courses::Decision;
use lods_domain::ids::CourseId;
use lods_domain::steps::waiting::Wait;
use lods_domain::steps::{Answers, StepKind};

use crate::courses::{Listed, listed, listing};
use crate::query::row;
use crate::reach::{admitted, narrow};
use crate::sealed::Sealed;
use crate::{Error, Reading, Tx, query};

/// A course that waits.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub course: CourseId,
    /// Without reason and start-up course where the reader does not see the authority's steps.
    pub wait: Wait,
    /// Competences that it asks for; none where they are not seen.
    pub needs: Vec<String>,
    pub granted: bool,
}

#[derive(Debug)]
struct Row {
    admitted: i64,
    course_id: i64,
    decision: Option<String>,
    cpr_hash: String,
    needs: String,
    kind: String,
    day: i64,
    key: String,
    answers: String,
}
row!(Row { admitted, course_id, decision, cpr_hash, needs, kind, day, key, answers });

/// Every course within the reach that waits on the day: with a step that stands and put it on the list, and neither
/// begun, refused nor closed. The longest wait first. One statement; it is for what is computed of all, and what a person
/// is shown is read with [`list`].
pub async fn gather(tx: &mut Tx, reach: &Reach, today: Day) -> Result<Vec<Waiting>, Error> {
    let mut all = query("SELECT ");
    admitted(&mut all, reach);
    all.push(
        " AS admitted, c.id AS course_id, c.decision, p.cpr_hash, p.needs, s.kind, s.day, s.key, s.answers
          FROM courses c JOIN people p ON p.id = c.person_id JOIN course_steps s ON s.course_id = c.id
          WHERE s.kind IN (?, ?) AND s.undone_by IS NULL AND (c.decision IS NULL OR c.decision <> ?)
            AND (c.start_on IS NULL OR c.start_on > ?) AND (c.end_on IS NULL OR c.end_on > ?)",
        [
            StepKind::Waiting.code().into(),
            StepKind::Refusal.code().into(),
            Decision::Refused.code().into(),
            today.into(),
            today.into(),
        ],
    );
    narrow(&mut all, reach);
    all.push(" ORDER BY s.day, s.id", []);
    let rows: Vec<Row> = tx.all(all).await?;
    let mut by_course: BTreeMap<i64, Vec<Row>> = BTreeMap::new();
    for row in rows {
        by_course.entry(row.course_id).or_default().push(row);
    }
    let mut waiting = Vec::with_capacity(by_course.len());
    for (course, rows) in by_course {
        waiting.extend(one(tx, reach, CourseId(course), &rows)?);
    }
    waiting.sort_by_key(|one| (one.wait.since, one.course));
    Ok(waiting)
}

fn one(tx: &Tx, reach: &Reach, course: CourseId, rows: &[Row]) -> Result<Option<Waiting>, Error> {
    let mut steps = Vec::with_capacity(rows.len());
    for row in rows {
        let kind = StepKind::from_code(&row.kind).ok_or(Error::Unknown { what: "course_steps.kind" })?;
        let day = Day::from_epoch(row.day).ok_or(Error::Unknown { what: "course_steps.day" })?;
        let told = kind == StepKind::Waiting && reach.shown(row.admitted).has(Field::Decisions);
        let answers = if told { opened(tx, kind, row)? } else { Answers::default() };
        steps.push((kind, day, answers));
    }
    let wait = Wait::of(steps.iter().map(|(kind, day, answers)| (*kind, *day, answers)));
    let (Some(wait), Some(row)) = (wait, rows.first()) else { return Ok(None) };
    let needs = match reach.shown(row.admitted).has(Field::Needs) {
        true => Sealed::Needs.open(tx.keys(), &row.cpr_hash, &row.needs)?,
        false => String::new(),
    };
    let granted = row.decision.as_deref() == Some(Decision::Granted.code());
    Ok(Some(Waiting { course, wait, needs: crate::extract::list(&needs), granted }))
}

fn opened(tx: &Tx, kind: StepKind, row: &Row) -> Result<Answers, Error> {
    let answers = Sealed::StepAnswers.open(tx.keys(), &row.key, &row.answers)?;
    Answers::of_kept(kind, &answers).map_err(|_| Error::Unknown { what: "course_steps.answers" })
}

/// The courses as the reader sees them, in the order in which they are asked for: a page of what [`gather`] gave.
pub async fn list(reading: &mut Reading, reach: &Reach, courses: &[CourseId]) -> Result<Vec<Listed>, Error> {
    let mut list = listing(reach, " FROM courses c CROSS JOIN people p");
    narrow(&mut list, reach);
    let places = if courses.is_empty() { "NULL".to_owned() } else { vec!["?"; courses.len()].join(", ") };
    list.push(&format!(" AND c.id IN ({places})"), courses.iter().map(|course| (*course).into()));
    let mut rows = listed(reading, reach, list, What::List).await?;
    rows.sort_by_key(|row| courses.iter().position(|course| *course == row.id()));
    Ok(rows)
}
