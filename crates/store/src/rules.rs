//! The municipality's rules.

use lods_domain::Day;
use lods_domain::rules::{Rule, RuleChange, RuleCode, Rules};

use crate::{Error, Tx, query};

pub async fn all(tx: &mut Tx) -> Result<Rules, Error> {
    let sql = "SELECT code, valid_from, valid_to, value, source FROM rules ORDER BY code, valid_from";
    let rows: Vec<(String, i64, Option<i64>, i64, String)> = tx.all(query(sql)).await?;
    let rule = |(code, from, to, value, source): (String, i64, Option<i64>, i64, String)| {
        let code = RuleCode::from_code(&code).ok_or(Error::Unknown { what: "rules.code" })?;
        let valid_from = Day::from_epoch(from).ok_or(Error::Unknown { what: "rules.valid_from" })?;
        Ok(Rule { code, valid_from, valid_to: to.and_then(Day::from_epoch), value, source })
    };
    rows.into_iter().map(rule).collect::<Result<_, Error>>().map(Rules::new)
}

/// Writes the change: what was to come is dropped, what was in force ends, and the new row stands.
pub async fn change(tx: &mut Tx, change: &RuleChange) -> Result<(), Error> {
    let code = change.new.code.code();
    for from in &change.dropped {
        tx.execute(query("DELETE FROM rules WHERE code = $1 AND valid_from = $2").bind(code).bind(*from)).await?;
    }
    if let Some((from, last)) = change.ended {
        let sql = "UPDATE rules SET valid_to = $1 WHERE code = $2 AND valid_from = $3";
        tx.execute(query(sql).bind(last).bind(code).bind(from)).await?;
    }
    let sql = "INSERT INTO rules (code, valid_from, valid_to, value, source) VALUES ($1, $2, NULL, $3, $4)";
    let new = &change.new;
    tx.execute(query(sql).bind(code).bind(new.valid_from).bind(new.value).bind(new.source.as_str())).await?;
    Ok(())
}
