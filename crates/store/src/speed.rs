//! The mentors whom a fast route to a start could give (R5): what is on record of each. No citizen is read about.

use lods_domain::Day;
use lods_domain::ids::UnitId;
use lods_domain::units::UnitKind;

use crate::{Error, Tx, query};

/// What is on record of a mentor.
#[derive(Debug, Clone)]
pub struct Known {
    pub unit: UnitId,
    pub kind: UnitKind,
    pub competences: Vec<String>,
    /// The last supervision up to the day that was asked for.
    pub supervised: Option<Day>,
}

/// Every mentor. One statement.
pub async fn mentors(tx: &mut Tx, on: Day) -> Result<Vec<Known>, Error> {
    let sql = "SELECT m.unit_id, u.kind, m.competences, l.last_on FROM mentors m JOIN units u ON u.id = m.unit_id
               LEFT JOIN (SELECT mentor_id, max(day) AS last_on FROM supervisions WHERE day <= $1 GROUP BY mentor_id) l
                   ON l.mentor_id = m.id";
    let rows: Vec<(i64, String, String, Option<i64>)> = tx.all(query(sql).bind(on)).await?;
    let known = |(unit, kind, competences, last): (i64, String, String, Option<i64>)| {
        Ok(Known {
            unit: UnitId(unit),
            kind: UnitKind::from_code(&kind).ok_or(Error::Unknown { what: "units.kind" })?,
            competences: crate::extract::list(&competences),
            supervised: last.and_then(Day::from_epoch),
        })
    };
    rows.into_iter().map(known).collect()
}
