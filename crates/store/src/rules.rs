//! The municipality's rules.

use lods_domain::Day;
use lods_domain::rules::{Rule, RuleCode, Rules};

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
