//! Rotating keys, and checking the chain of events: the operator's work.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, What};
use lods_domain::audit::Event;
use lods_store::audit::Verified;
use lods_store::{MasterKey, keys};

use crate::{App, Result, audit};

/// Seals everything anew with a new key. Gives the key's number. `app` goes on with the old keys: open it anew.
pub async fn rotate(app: &App, actor: &Actor, master: &MasterKey, now: Moment) -> Result<i64> {
    app.allow(actor, Action::RotateKeys, What::Settings, now).await?;
    let mut tx = app.db.begin().await?;
    let key = keys::rotate(&mut tx, master, now).await?;
    audit(&mut tx, now, actor.user(), Event::KeysRotated { key }).await?;
    tx.commit().await?;
    Ok(key)
}

/// Wraps the keys with another master key.
pub async fn rewrap(app: &App, actor: &Actor, old: &MasterKey, new: &MasterKey, now: Moment) -> Result<()> {
    app.allow(actor, Action::RotateKeys, What::Settings, now).await?;
    let mut tx = app.db.begin().await?;
    keys::rewrap(&mut tx, old, new).await?;
    audit(&mut tx, now, actor.user(), Event::MasterKeyChanged).await?;
    Ok(tx.commit().await?)
}

/// Walks the chain of events.
pub async fn verify(app: &App, actor: &Actor, now: Moment) -> Result<Verified> {
    app.allow(actor, Action::ReadTraces, What::Traces, now).await?;
    let mut tx = app.db.read().await?;
    let verified = lods_store::audit::verify(&mut tx).await?;
    tx.commit().await?;
    Ok(verified)
}

/// Whether an event with the link is in the chain: what was noted as its end once must still be there.
pub async fn holds(app: &App, actor: &Actor, link: &str, now: Moment) -> Result<bool> {
    app.allow(actor, Action::ReadTraces, What::Traces, now).await?;
    let mut tx = app.db.read().await?;
    let holds = lods_store::audit::holds(&mut tx, link.trim()).await?;
    tx.commit().await?;
    Ok(holds)
}
