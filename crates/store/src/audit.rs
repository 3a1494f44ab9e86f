//! Events, written in the transaction of the change that they tell of, each tied to the one before it.
//!
//! An event's link is a keyed hash (crates/keys) of the link before it and of all that the event says. Whoever alters,
//! removes, adds or reorders events without the municipality's key breaks the chain, and [`verify`] says where. The head
//! tells the last event, sealed, so that an end that is cut off is seen too. An older copy of the whole database that is
//! put back is whole in itself: who wants to see that keeps the end's link elsewhere and compares (`lods audit verify`).

use lods_domain::audit::{AuditEvent, Broken};
use lods_keys::Keyring;

use crate::query::row;
use crate::{Error, Tx, query};

/// An event as stored.
#[derive(Debug, Clone)]
pub struct Stored {
    pub id: i64,
    pub at: i64,
    pub user_id: Option<i64>,
    pub event: String,
    pub detail: String,
    pub key_id: i64,
    pub link: String,
}
row!(Stored { id, at, user_id, event, detail, key_id, link });

impl Stored {
    fn made_of(&self, keys: &Keyring, before: &str) -> Result<String, Error> {
        let user = self.user_id.map(|user| user.to_string()).unwrap_or_default();
        let (id, at) = (self.id.to_string(), self.at.to_string());
        let parts = [before, &id, &at, &user, &self.event, &self.detail].map(str::as_bytes);
        Ok(keys.link(self.key_id, &parts)?)
    }
}

/// Number and link of the last event, sealed as it was written.
#[derive(Default)]
struct Head {
    last: i64,
    link: String,
    key: i64,
    seal: String,
}

impl Head {
    fn sealed_with(&self, keys: &Keyring) -> Result<String, Error> {
        Ok(keys.link(self.key, &[b"head", self.last.to_string().as_bytes(), self.link.as_bytes()])?)
    }
}

async fn head(tx: &mut Tx) -> Result<Head, Error> {
    let sql = "SELECT last, link, key_id, seal FROM audit_head WHERE id = 1";
    let head: Option<(i64, String, i64, String)> = tx.optional(query(sql)).await?;
    Ok(head.map(|(last, link, key, seal)| Head { last, link, key, seal }).unwrap_or_default())
}

/// Whether the head is as it was sealed, under the newest key, and tells of the event that really is the last. The event
/// of a rotation is the first under its key: there the head is of the key before.
async fn is_sound(tx: &mut Tx, head: &Head, rotated: bool) -> Result<bool, Error> {
    let keys = tx.keys().clone();
    if rotated && head.key + 1 == keys.current() {
        return Ok(head.sealed_with(&keys)? == head.seal);
    }
    let last: Option<(i64, String)> =
        tx.optional(query("SELECT id, link FROM audit_events ORDER BY id DESC LIMIT 1")).await?;
    let (id, link) = last.unwrap_or_default();
    Ok(is_end(&keys, head, id, &link))
}

/// `sound` is whether the head before it was: a chain that was broken once is never sealed again, and what is written
/// after the breach does not heal it.
async fn set_head(tx: &mut Tx, last: i64, link: &str, sound: bool) -> Result<(), Error> {
    let keys = tx.keys().clone();
    let head = Head { last, link: link.to_owned(), key: keys.current(), seal: String::new() };
    let sql = "INSERT INTO audit_head (id, last, link, key_id, seal) VALUES (1, $1, $2, $3, $4)
               ON CONFLICT (id) DO UPDATE SET last = excluded.last, link = excluded.link, key_id = excluded.key_id,
                   seal = excluded.seal";
    let seal = if sound { head.sealed_with(&keys)? } else { BROKEN.to_owned() };
    tx.execute(query(sql).bind(last).bind(link).bind(head.key).bind(seal)).await?;
    Ok(())
}

/// Writes the event at the end of the chain. Only in a transaction that writes one at a time (`Db::begin`, `Db::changing`).
pub async fn write(tx: &mut Tx, event: &AuditEvent) -> Result<(), Error> {
    let detail = serde_json::to_value(&event.event).map_err(|_| Error::Unknown { what: "audit event" })?;
    let name = detail.get("event").and_then(|name| name.as_str()).unwrap_or_default().to_owned();
    let keys = tx.keys().clone();
    let head = head(tx).await?;
    let sound = is_sound(tx, &head, name == ROTATED).await?;
    let Head { last, link: before, .. } = head;
    let mut stored = Stored {
        id: last + 1,
        at: event.at.epoch(),
        user_id: event.user.map(|user| user.0),
        event: name,
        detail: detail.to_string(),
        key_id: keys.current(),
        link: String::new(),
    };
    stored.link = stored.made_of(&keys, &before)?;
    let sql =
        "INSERT INTO audit_events (id, at, user_id, event, detail, key_id, link) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let insert = query(sql)
        .bind(stored.id)
        .bind(stored.at)
        .bind(stored.user_id)
        .bind(stored.event)
        .bind(stored.detail)
        .bind(stored.key_id)
        .bind(stored.link.as_str());
    tx.execute(insert).await?;
    set_head(tx, stored.id, &stored.link, sound).await
}

/// Stands for the seal of a head that did not hold when an event was written after it.
const BROKEN: &str = "broken";

const EVENTS: &str = "SELECT id, at, user_id, event, detail, key_id, link FROM audit_events ORDER BY id";

/// Ties events from before there was a chain, once, when the database gets its first key.
pub(crate) async fn chain_earlier(tx: &mut Tx) -> Result<(), Error> {
    let keys = tx.keys().clone();
    let (mut last, mut before) = (0, String::new());
    for mut stored in tx.all::<Stored>(query(EVENTS)).await? {
        let was = stored.id;
        last += 1;
        (stored.id, stored.key_id) = (last, keys.current());
        stored.link = stored.made_of(&keys, &before)?;
        let sql = "UPDATE audit_events SET id = $1, key_id = $2, link = $3 WHERE id = $4";
        let update = query(sql).bind(last).bind(stored.key_id).bind(stored.link.as_str()).bind(was);
        tx.execute(update).await?;
        before = stored.link;
    }
    set_head(tx, last, &before, true).await
}

/// Events that hold, and the end's link; or the first place where the chain is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verified {
    Whole { events: i64, link: String },
    Broken(Broken),
}

/// The name of `Event::KeysRotated`.
const ROTATED: &str = "keys-rotated";

/// Walks the chain from its beginning.
pub async fn verify(tx: &mut Tx) -> Result<Verified, Error> {
    let keys = tx.keys().clone();
    let end = head(tx).await?;
    let (mut last, mut before, mut key, mut broken) = (0, String::new(), 0, None);
    tx.each(query(EVENTS), |stored: Stored| {
        if broken.is_some() {
            return Ok(());
        }
        // A key gives way to the next at the event that tells of it, and never comes back.
        let in_turn = stored.key_id == key || (stored.key_id > key && (key == 0 || stored.event == ROTATED));
        let fits = in_turn && keys_know(&keys, &stored) && stored.made_of(&keys, &before)? == stored.link;
        if stored.id != last + 1 {
            broken = Some(Broken::Missing { first: last + 1, found: stored.id });
        } else if !fits {
            broken = Some(Broken::Altered { event: stored.id });
        }
        (last, before, key) = (stored.id, stored.link, stored.key_id);
        Ok(())
    })
    .await?;
    Ok(match broken {
        Some(broken) => Verified::Broken(broken),
        None if is_end(&keys, &end, last, &before) => Verified::Whole { events: last, link: before },
        None => Verified::Broken(Broken::End { last, told: end.last }),
    })
}

/// Whether the head is the one that was sealed when the last event was written.
fn is_end(keys: &Keyring, head: &Head, last: i64, link: &str) -> bool {
    let sealed = head.key == keys.current() && head.sealed_with(keys).is_ok_and(|seal| seal == head.seal);
    (head.last, head.link.as_str()) == (last, link) && sealed
}

fn keys_know(keys: &Keyring, stored: &Stored) -> bool {
    keys.link(stored.key_id, &[]).is_ok()
}

/// The events' names, oldest first, from `after` on; at most `limit`.
pub async fn names(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<(i64, String, String)>, Error> {
    let sql = "SELECT id, event, detail FROM audit_events WHERE id > $1 ORDER BY id LIMIT $2";
    tx.all(query(sql).bind(after).bind(limit)).await
}

/// Whether an event has the link.
pub async fn holds(tx: &mut Tx, link: &str) -> Result<bool, Error> {
    let (count,): (i64,) = tx.one(query("SELECT count(*) FROM audit_events WHERE link = $1").bind(link)).await?;
    Ok(count > 0)
}
