//! What was corrected of a citizen, with what stood before; and the restriction of use.

use lods_domain::ids::{PersonId, UserId};
use lods_domain::people::Correctable;
use lods_domain::{Day, Moment};

use crate::sealed::Sealed;
use crate::{Error, Tx, query};

/// What stands now. `None` when there is no such person, or they are pseudonymised.
pub async fn stands(tx: &mut Tx, person: PersonId, field: Correctable) -> Result<Option<String>, Error> {
    let sql = format!("SELECT {} FROM people WHERE id = $1 AND erased_on IS NULL", field.code());
    let row: Option<(String,)> = tx.optional(query(&sql).bind(person)).await?;
    Ok(row.map(|(text,)| text))
}

/// Given and family name.
pub async fn name(tx: &mut Tx, person: PersonId) -> Result<(String, String), Error> {
    tx.one(query("SELECT given_name, family_name FROM people WHERE id = $1").bind(person)).await
}

/// The forms of the name that are searched for and sorted by.
pub async fn set_search(tx: &mut Tx, person: PersonId, search: String, sort: Vec<u8>) -> Result<(), Error> {
    let sql = "UPDATE people SET search_name = $1, sort_name = $2 WHERE id = $3";
    tx.execute(query(sql).bind(search).bind(sort).bind(person)).await?;
    Ok(())
}

/// A correction from what stood to what it became.
#[derive(Clone, Copy)]
pub struct Correction<'a> {
    pub person: PersonId,
    pub field: Correctable,
    pub stood: &'a str,
    pub becomes: &'a str,
    pub reason: &'a str,
}

/// Writes the correction, and what stood, sealed: the row's id, which seals them, is known once it is there.
pub async fn write(tx: &mut Tx, correction: Correction<'_>, user: UserId, at: Moment) -> Result<(), Error> {
    let Correction { person, field, stood, becomes, reason } = correction;
    let sql = "INSERT INTO corrections (person_id, at, user_id, field, stood, became, reason)
               VALUES ($1, $2, $3, $4, '', '', $5) RETURNING id";
    let insert = query(sql).bind(person).bind(at).bind(user).bind(field.code()).bind(reason);
    let (id,): (i64,) = tx.one(insert).await?;
    let row = id.to_string();
    let stood = Sealed::CorrectionStood.seal(tx.keys(), &row, stood)?;
    let became = Sealed::CorrectionBecame.seal(tx.keys(), &row, becomes)?;
    let sql = "UPDATE corrections SET stood = $1, became = $2 WHERE id = $3";
    tx.execute(query(sql).bind(stood).bind(became).bind(id)).await?;
    let sql = format!("UPDATE people SET {} = $1 WHERE id = $2", field.code());
    tx.execute(query(&sql).bind(becomes).bind(person)).await?;
    Ok(())
}

/// Restricts the use of what is held about the person from the day on, or lifts it. `false` when it was so already.
pub async fn restrict(tx: &mut Tx, person: PersonId, since: Option<Day>) -> Result<bool, Error> {
    let was = if since.is_some() { "restricted_on IS NULL" } else { "restricted_on IS NOT NULL" };
    let sql = format!("UPDATE people SET restricted_on = $1 WHERE id = $2 AND {was}");
    Ok(tx.execute(query(&sql).bind(since).bind(person)).await? == 1)
}
