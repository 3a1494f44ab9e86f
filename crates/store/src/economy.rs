//! Prices of a unit, and cost postings, as registered.

use lods_domain::economy::{Posting, Price};
use lods_domain::ids::UnitId;
use lods_domain::units::UnitKind;
use lods_domain::{Day, Ore, Period};

use crate::{Error, Query, Tx, query};

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

/// Whose postings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostedBy {
    All,
    Unit(UnitId),
    Kind(UnitKind),
}

fn add_filter(list: &mut Query, by: PostedBy, period: Period) {
    list.push(" WHERE p.day BETWEEN ? AND ?", [period.first().into(), period.last().into()]);
    match by {
        PostedBy::All => {}
        PostedBy::Unit(unit) => _ = list.push(" AND p.unit_id = ?", [unit.into()]),
        PostedBy::Kind(kind) => _ = list.push(" AND u.kind = ?", [kind.code().into()]),
    }
}

/// A page of the postings in the period, each with its unit's name, oldest first.
pub async fn postings(
    tx: &mut Tx,
    by: PostedBy,
    period: Period,
    limit: i64,
    offset: i64,
) -> Result<Vec<(String, Posting)>, Error> {
    let mut list = query(
        "SELECT u.name, p.voucher, p.day, p.account, p.kind, p.ore FROM postings p JOIN units u ON u.id = p.unit_id",
    );
    add_filter(&mut list, by, period);
    list.push(" ORDER BY p.day, p.id LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    let rows: Vec<(String, String, i64, String, String, i64)> = tx.all(list).await?;
    let posting = |(unit, voucher, day, account, kind, ore): (String, String, i64, String, String, i64)| {
        let on = Day::from_epoch(day).ok_or(Error::Unknown { what: "postings.day" })?;
        Ok((unit, Posting { voucher, on, account, kind, amount: Ore(ore) }))
    };
    rows.into_iter().map(posting).collect()
}

/// How many postings there are in the period, and their sum.
pub async fn posted(tx: &mut Tx, by: PostedBy, period: Period) -> Result<(i64, Ore), Error> {
    let mut sum = query(
        "SELECT count(*), CAST(coalesce(sum(p.ore), 0) AS BIGINT) FROM postings p JOIN units u ON u.id = p.unit_id",
    );
    add_filter(&mut sum, by, period);
    let (count, ore): (i64, i64) = tx.one(sum).await?;
    Ok((count, Ore(ore)))
}
