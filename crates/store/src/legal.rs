//! The catalogue of legal bases.

use lods_domain::Day;
use lods_domain::legal::{Area, LegalBases, LegalBasis};

use crate::query::row;
use crate::{Error, Tx, query};

#[derive(Debug)]
struct Row {
    code: String,
    valid_from: i64,
    valid_to: Option<i64>,
    citation: String,
    title: String,
    area: String,
    longest_months: Option<i64>,
    follow_up_months: Option<i64>,
    appeal: String,
    appeal_weeks: i64,
    source: String,
}
row!(Row {
    code,
    valid_from,
    valid_to,
    citation,
    title,
    area,
    longest_months,
    follow_up_months,
    appeal,
    appeal_weeks,
    source
});

/// The whole catalogue, by area and title.
pub async fn all(tx: &mut Tx) -> Result<LegalBases, Error> {
    let sql = "SELECT code, valid_from, valid_to, citation, title, area, longest_months, follow_up_months, appeal,
                  appeal_weeks, source
               FROM legal_bases ORDER BY area, title, code, valid_from";
    let rows: Vec<Row> = tx.all(query(sql)).await?;
    rows.into_iter().map(basis).collect::<Result<_, Error>>().map(LegalBases::new)
}

fn basis(row: Row) -> Result<LegalBasis, Error> {
    let unknown = |what| move || Error::Unknown { what };
    let months = |months: Option<i64>| months.and_then(|months| i32::try_from(months).ok());
    Ok(LegalBasis {
        valid_from: Day::from_epoch(row.valid_from).ok_or_else(unknown("legal_bases.valid_from"))?,
        valid_to: row.valid_to.and_then(Day::from_epoch),
        area: Area::from_code(&row.area).ok_or_else(unknown("legal_bases.area"))?,
        longest_months: months(row.longest_months),
        follow_up_months: months(row.follow_up_months),
        code: row.code,
        citation: row.citation,
        title: row.title,
        appeal: row.appeal,
        appeal_weeks: row.appeal_weeks,
        source: row.source,
    })
}
