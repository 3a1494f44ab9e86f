//! Prices of a unit, as registered.

use lods_domain::economy::Price;
use lods_domain::ids::UnitId;
use lods_domain::{Day, Ore};

use crate::{Error, Tx, query};

/// Every price with its unit, unit by unit and by first day.
pub async fn prices(tx: &mut Tx) -> Result<Vec<(UnitId, Price)>, Error> {
    let sql = "SELECT unit_id, valid_from, valid_to, ore_per_hour FROM prices ORDER BY unit_id, valid_from";
    let rows: Vec<(i64, i64, Option<i64>, i64)> = tx.all(query(sql)).await?;
    let price = |(unit, from, to, ore): (i64, i64, Option<i64>, i64)| {
        let valid_from = Day::from_epoch(from).ok_or(Error::Unknown { what: "prices.valid_from" })?;
        Ok((UnitId(unit), Price { valid_from, valid_to: to.and_then(Day::from_epoch), per_hour: Ore(ore) }))
    };
    rows.into_iter().map(price).collect()
}
