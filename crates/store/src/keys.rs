//! A municipality's keys: made when the database has none, rotated by sealing everything anew in one transaction.

use lods_domain::{Cpr, Moment};
use lods_keys::{Keyring, MasterKey, WrappedKey};

use crate::sealed::{Sealed, cpr_hash};
use crate::{Db, Error, Tx, query};

/// Unwraps the stored keys. A database without keys gets the first, and what stood plain in it is sealed: `None`.
pub(crate) async fn opened(db: &Db, master: &MasterKey, first: &WrappedKey) -> Result<Option<Keyring>, Error> {
    let mut tx = db.read().await?;
    let stored = all(&mut tx).await?;
    tx.commit().await?;
    if !stored.is_empty() {
        return Ok(Some(Keyring::open(master, &stored)?));
    }
    let mut tx = db.begin().await?;
    let stored = all(&mut tx).await?;
    if !stored.is_empty() {
        // Somebody else opened it for the first time just now.
        return Ok(Some(Keyring::open(master, &stored)?));
    }
    if was_sealed(&mut tx).await? {
        // The keys were taken away: a new one would seal what is sealed, and chain what was altered.
        return Err(Error::Keys(lods_keys::KeyError::NoKey));
    }
    insert(&mut tx, first, Moment::from_epoch(0)).await?;
    let keys = db.keys().clone();
    seal_anew(&mut tx, None, &keys).await?;
    crate::audit::chain_earlier(&mut tx).await?;
    tx.commit().await?;
    Ok(None)
}

/// Whether the database had keys before: something in it is sealed or chained.
async fn was_sealed(tx: &mut Tx) -> Result<bool, Error> {
    let sql = "SELECT (SELECT count(*) FROM people WHERE cpr <> '') + (SELECT count(*) FROM audit_head)
                    + (SELECT count(*) FROM audit_events WHERE link <> '')";
    let (signs,): (i64,) = tx.one(query(sql)).await?;
    Ok(signs > 0)
}

async fn all(tx: &mut Tx) -> Result<Vec<WrappedKey>, Error> {
    let rows: Vec<(i64, String)> = tx.all(query("SELECT id, wrapped FROM keys ORDER BY id")).await?;
    Ok(rows.into_iter().map(|(id, wrapped)| WrappedKey { id, wrapped }).collect())
}

async fn insert(tx: &mut Tx, key: &WrappedKey, at: Moment) -> Result<(), Error> {
    let sql = "INSERT INTO keys (id, wrapped, made_at) VALUES ($1, $2, $3)";
    tx.execute(query(sql).bind(key.id).bind(key.wrapped.as_str()).bind(at)).await?;
    Ok(())
}

/// Adds a key and seals everything anew under it, in this transaction. The old keys stay, wrapped, because the chain of
/// events is checked with them. Gives the new key's number. A server that runs must be started anew.
pub async fn rotate(tx: &mut Tx, master: &MasterKey, at: Moment) -> Result<i64, Error> {
    let old = tx.keys().clone();
    let key = Keyring::make(master, old.current() + 1)?;
    insert(tx, &key, at).await?;
    let keys = Keyring::open(master, &all(tx).await?)?;
    seal_anew(tx, Some(&old), &keys).await?;
    tx.turn_to(keys);
    Ok(key.id)
}

/// Wraps the keys under another master key; nothing else changes.
pub async fn rewrap(tx: &mut Tx, old: &MasterKey, new: &MasterKey) -> Result<(), Error> {
    // As they stand now: a rotation may just have added one.
    let keys = Keyring::open(old, &all(tx).await?)?;
    for key in keys.rewrap(new)? {
        let sql = "UPDATE keys SET wrapped = $1 WHERE id = $2";
        tx.execute(query(sql).bind(key.wrapped).bind(key.id)).await?;
    }
    Ok(())
}

/// A column of a table, the column by whose value a row's texts are tied, and what is sealed in it.
const TEXTS: [(&str, &str, &str, Sealed); 18] = [
    ("courses", "case_number", "purpose", Sealed::Purpose),
    ("courses", "case_number", "end_reason", Sealed::EndReason),
    ("goals", "code", "title", Sealed::GoalTitle),
    ("notes", "key", "text", Sealed::NoteText),
    ("notes", "key", "reason", Sealed::NoteReason),
    ("emergency_accesses", "CAST(id AS TEXT)", "reason", Sealed::EmergencyReason),
    ("corrections", "CAST(id AS TEXT)", "stood", Sealed::CorrectionStood),
    ("corrections", "CAST(id AS TEXT)", "became", Sealed::CorrectionBecame),
    ("access_delays", "key", "cause", Sealed::DelayCause),
    ("users", "CAST(id AS TEXT)", "totp", Sealed::Totp),
    ("people", "cpr_hash", "needs", Sealed::Needs),
    ("course_steps", "key", "answers", Sealed::StepAnswers),
    ("course_steps", "key", "stood", Sealed::StepStood),
    // One reason holds for everything that a step departs from.
    ("departures", "(SELECT s.key FROM course_steps s WHERE s.id = step_id)", "reason", Sealed::DepartureReason),
    ("drafts", crate::drafts::ROW, "answers", Sealed::Draft),
    ("concern_reports", "key", "told", Sealed::ConcernTold),
    ("concern_reports", "key", "reason", Sealed::ConcernReason),
    ("experiences", "key", "text", Sealed::Experience),
];

/// Opens every sealed text with the old keys (`None`: it stands plain) and seals it with the new ones.
async fn seal_anew(tx: &mut Tx, old: Option<&Keyring>, new: &Keyring) -> Result<(), Error> {
    for (table, key, column, sealed) in TEXTS {
        let list = format!("SELECT {key}, {column} FROM {table} WHERE {column} <> ''");
        let rows: Vec<(String, String)> = tx.all(query(&list)).await?;
        for (row, text) in rows {
            let plain = match old {
                Some(old) => sealed.open(old, &row, &text)?,
                None => text,
            };
            let update = format!("UPDATE {table} SET {column} = $1 WHERE {key} = $2");
            // A plain row of people is tied by the hash that it is about to get.
            let tied = if sealed == Sealed::Needs { hash_to_be(tx, old, new, &row).await? } else { row.clone() };
            tx.execute(query(&update).bind(sealed.seal(new, &tied, &plain)?).bind(row)).await?;
        }
    }
    seal_numbers(tx, old, new).await?;
    crate::concerns::find_anew(tx, new).await?;
    // A sign-in that waits for its second step begins anew, and so does a search.
    tx.execute(query("DELETE FROM sign_in_steps")).await?;
    tx.execute(query("DELETE FROM searches")).await?;
    Ok(())
}

async fn number(tx: &mut Tx, old: Option<&Keyring>, hash: &str) -> Result<Option<Cpr>, Error> {
    let Some(old) = old else { return Ok(Cpr::parse(hash).ok()) };
    let row: Option<(String,)> = tx.optional(query("SELECT cpr FROM people WHERE cpr_hash = $1").bind(hash)).await?;
    match row {
        Some((sealed,)) if !sealed.is_empty() => Ok(Some(crate::sealed::open_cpr(old, hash, &sealed)?)),
        _ => Ok(None),
    }
}

async fn hash_to_be(tx: &mut Tx, old: Option<&Keyring>, new: &Keyring, hash: &str) -> Result<String, Error> {
    Ok(number(tx, old, hash).await?.map_or_else(|| hash.to_owned(), |cpr| cpr_hash(new, cpr)))
}

/// Numbers last: their hash is what `needs` is tied by. A person without a number (pseudonymised) keeps the hash.
async fn seal_numbers(tx: &mut Tx, old: Option<&Keyring>, new: &Keyring) -> Result<(), Error> {
    let rows: Vec<(i64, String)> = tx.all(query("SELECT id, cpr_hash FROM people")).await?;
    for (id, hash) in rows {
        let Some(cpr) = number(tx, old, &hash).await? else { continue };
        let hash = cpr_hash(new, cpr);
        let sealed = Sealed::Cpr.seal(new, &hash, &cpr.reveal())?;
        let sql = "UPDATE people SET cpr_hash = $1, cpr = $2 WHERE id = $3";
        tx.execute(query(sql).bind(hash).bind(sealed).bind(id)).await?;
    }
    Ok(())
}
