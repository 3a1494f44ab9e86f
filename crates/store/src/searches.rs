//! What was searched for, under a key: the key stands in the list's address, the name does not. The text is sealed:
//! somebody may have typed a CPR number.

use lods_domain::Moment;
use lods_domain::ids::UserId;

use crate::sealed::Sealed;
use crate::{Error, Tx, query};

pub async fn keep(tx: &mut Tx, key: &str, user: UserId, text: &str, at: Moment) -> Result<(), Error> {
    let sql = "INSERT INTO searches (key, user_id, text, made_at) VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO NOTHING";
    let sealed = Sealed::SearchText.seal(tx.keys(), key, text)?;
    tx.execute(query(sql).bind(key).bind(user).bind(sealed).bind(at)).await?;
    Ok(())
}

/// The text that the user searched for under the key, not before `since`; nobody else's.
pub async fn text(tx: &mut Tx, key: &str, user: UserId, since: Moment) -> Result<Option<String>, Error> {
    let sql = "SELECT text FROM searches WHERE key = $1 AND user_id = $2 AND made_at >= $3";
    let row: Option<(String,)> = tx.optional(query(sql).bind(key).bind(user).bind(since)).await?;
    row.map(|(sealed,)| Sealed::SearchText.open(tx.keys(), key, &sealed)).transpose()
}

/// Forgets searches made before the moment.
pub async fn forget(tx: &mut Tx, before: Moment) -> Result<(), Error> {
    tx.execute(query("DELETE FROM searches WHERE made_at < $1").bind(before)).await?;
    Ok(())
}
