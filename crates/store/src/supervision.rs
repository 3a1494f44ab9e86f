//! Mentors and their supervision (M3): how many courses each has, and when supervision last took place. Of citizens
//! nothing is read but how many courses run.

use lods_domain::Day;
use lods_domain::access::Units;
use lods_domain::courses::Decision;
use lods_domain::mentors::SupervisionForm;
use lods_domain::units::UnitKind;

use crate::query::row;
use crate::{Error, Query, Tx, Value, query};

/// A mentor in the list.
#[derive(Debug, Clone)]
pub struct Listed {
    pub mentor: String,
    pub unit: String,
    kind: String,
    /// Courses that run on the day.
    pub running: i64,
    last_on: Option<i64>,
    form: Option<String>,
}
row!(Listed { mentor, unit, kind, running, last_on, form });

impl Listed {
    pub fn kind(&self) -> Result<UnitKind, Error> {
        UnitKind::from_code(&self.kind).ok_or(Error::Unknown { what: "units.kind" })
    }

    /// The last supervision up to the day that was asked for.
    #[must_use]
    pub fn last(&self) -> Option<Day> {
        self.last_on.and_then(Day::from_epoch)
    }

    /// `None` where it is not on record.
    #[must_use]
    pub fn form(&self) -> Option<SupervisionForm> {
        self.form.as_deref().and_then(SupervisionForm::from_code)
    }
}

/// How many mentors there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub mentors: i64,
    /// With a course that runs, and without supervision since `since`.
    pub late: i64,
    /// Of those, the ones who have none on record.
    pub never: i64,
}

const RUNNING: &str = "LEFT JOIN (SELECT mentor_id, count(*) AS running FROM courses
         WHERE decision = ? AND start_on <= ? AND (end_on IS NULL OR end_on > ?) GROUP BY mentor_id) c ON c.mentor_id = m.id
     LEFT JOIN (SELECT mentor_id, max(day) AS last_on FROM supervisions WHERE day <= ? GROUP BY mentor_id) l
         ON l.mentor_id = m.id";

fn joined(list: &mut Query, on: Day) {
    list.push(RUNNING, [Decision::Granted.code().into(), on.into(), on.into(), on.into()]);
}

/// Only mentors of the units.
fn within(list: &mut Query, units: &Units) {
    if let Units::These(units) = units {
        let places = vec!["?"; units.len()].join(", ");
        let none = if units.is_empty() { "NULL" } else { &places };
        list.push(&format!(" WHERE m.unit_id IN ({none})"), units.iter().map(|unit| Value::from(*unit)));
    }
}

/// Counts the units' mentors as on the day; `since` is the first day of supervision that is within the rule.
pub async fn count(tx: &mut Tx, units: &Units, on: Day, since: Day) -> Result<Counts, Error> {
    let mut list = query("SELECT count(*)");
    let late = "c.running > 0 AND (l.last_on IS NULL OR l.last_on < ?)";
    list.push(&format!(", CAST(coalesce(sum(CASE WHEN {late} THEN 1 ELSE 0 END), 0) AS BIGINT)"), [since.into()]);
    list.push(
        ", CAST(coalesce(sum(CASE WHEN c.running > 0 AND l.last_on IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT)
         FROM mentors m ",
        [],
    );
    joined(&mut list, on);
    within(&mut list, units);
    let (mentors, late, never): (i64, i64, i64) = tx.one(list).await?;
    Ok(Counts { mentors, late, never })
}

/// The units' mentors as on the day: those with courses that run first, and of them those first whose last supervision
/// is longest ago, or who have none; then by name.
pub async fn list(tx: &mut Tx, units: &Units, on: Day, (rows, skip): (i64, i64)) -> Result<Vec<Listed>, Error> {
    let mut list = query(
        "SELECT m.name AS mentor, u.name AS unit, u.kind AS kind, coalesce(c.running, 0) AS running,
                l.last_on AS last_on, s.form AS form
         FROM mentors m JOIN units u ON u.id = m.unit_id ",
    );
    joined(&mut list, on);
    list.push(" LEFT JOIN supervisions s ON s.mentor_id = m.id AND s.day = l.last_on", []);
    within(&mut list, units);
    list.push(
        " ORDER BY CASE WHEN coalesce(c.running, 0) > 0 THEN 0 ELSE 1 END,
                   CASE WHEN l.last_on IS NULL THEN 0 ELSE 1 END, l.last_on, m.sort_name, m.id LIMIT ? OFFSET ?",
        [rows.into(), skip.into()],
    );
    tx.all(list).await
}
