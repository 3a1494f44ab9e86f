//! Citizens, found by their number.

use lods_domain::Cpr;
use lods_domain::ids::PersonId;

use crate::sealed::cpr_hash;
use crate::{Error, Tx, query};

/// Whose number it is: found by its keyed hash.
pub async fn by_cpr(tx: &mut Tx, cpr: Cpr) -> Result<Option<PersonId>, Error> {
    let hash = cpr_hash(tx.keys(), cpr);
    let row: Option<(i64,)> = tx.optional(query("SELECT id FROM people WHERE cpr_hash = $1").bind(hash)).await?;
    Ok(row.map(|(id,)| PersonId(id)))
}
