//! Provider units and mentors, as choices in a list.

use lods_domain::ids::{DepartmentId, MentorId, UnitId};
use lods_domain::units::UnitKind;

use crate::{Error, Tx, query};

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub id: UnitId,
    pub name: String,
    pub kind: UnitKind,
}

/// Every unit, by name. A municipality has tens of them.
pub async fn all(tx: &mut Tx) -> Result<Vec<Unit>, Error> {
    let rows: Vec<(i64, String, String)> = tx.all(query("SELECT id, name, kind FROM units ORDER BY name, id")).await?;
    let unit = |(id, name, kind): (i64, String, String)| {
        let kind = UnitKind::from_code(&kind).ok_or(Error::Unknown { what: "units.kind" })?;
        Ok(Unit { id: UnitId(id), name, kind })
    };
    rows.into_iter().map(unit).collect()
}

/// Every target group, by name.
pub async fn target_groups(tx: &mut Tx) -> Result<Vec<(i64, String)>, Error> {
    tx.all(query("SELECT id, name FROM target_groups ORDER BY name, id")).await
}

/// Mentors by name, of one unit or of all; none when there are more than `most`.
pub async fn mentors(tx: &mut Tx, unit: Option<UnitId>, most: i64) -> Result<Vec<(MentorId, String)>, Error> {
    let of_unit = |list: &mut crate::Query| {
        if let Some(unit) = unit {
            list.push(" WHERE unit_id = ?", [unit.into()]);
        }
    };
    let mut list = query("WITH offered AS (SELECT count(*) AS mentors FROM mentors");
    of_unit(&mut list);
    list.push(") SELECT id, name FROM mentors", []);
    of_unit(&mut list);
    let more = if unit.is_some() { " AND" } else { " WHERE" };
    list.push(&format!("{more} (SELECT mentors FROM offered) <= ? ORDER BY sort_name, id"), [most.into()]);
    let rows: Vec<(i64, String)> = tx.all(list).await?;
    Ok(rows.into_iter().map(|(id, name)| (MentorId(id), name)).collect())
}

/// The mentor with the municipality's own code.
pub async fn mentor_by_code(tx: &mut Tx, code: &str) -> Result<Option<MentorId>, Error> {
    let row: Option<(i64,)> = tx.optional(query("SELECT id FROM mentors WHERE code = $1").bind(code)).await?;
    Ok(row.map(|(id,)| MentorId(id)))
}

/// The department with the name; it comes to be where there is none.
pub async fn department(tx: &mut Tx, name: &str) -> Result<DepartmentId, Error> {
    tx.execute(query("INSERT INTO departments (name) VALUES ($1) ON CONFLICT (name) DO NOTHING").bind(name)).await?;
    let (id,): (i64,) = tx.one(query("SELECT id FROM departments WHERE name = $1").bind(name)).await?;
    Ok(DepartmentId(id))
}

/// Every department, by name.
pub async fn departments(tx: &mut Tx) -> Result<Vec<(DepartmentId, String)>, Error> {
    let rows: Vec<(i64, String)> = tx.all(query("SELECT id, name FROM departments ORDER BY name, id")).await?;
    Ok(rows.into_iter().map(|(id, name)| (DepartmentId(id), name)).collect())
}
