//! Events, written in the transaction of the change that they tell of.

use lods_domain::audit::AuditEvent;

use crate::{Error, Tx, query};

pub async fn write(tx: &mut Tx, event: &AuditEvent) -> Result<(), Error> {
    let detail = serde_json::to_value(&event.event).map_err(|_| Error::Unknown { what: "audit event" })?;
    let name = detail.get("event").and_then(|name| name.as_str()).unwrap_or_default().to_owned();
    let sql = "INSERT INTO audit_events (at, user_id, event, detail) VALUES ($1, $2, $3, $4)";
    tx.execute(query(sql).bind(event.at).bind(event.user).bind(name).bind(detail.to_string())).await?;
    Ok(())
}

/// The events' names, oldest first, from `after` on; at most `limit`.
pub async fn names(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<(i64, String, String)>, Error> {
    let sql = "SELECT id, event, detail FROM audit_events WHERE id > $1 ORDER BY id LIMIT $2";
    tx.all(query(sql).bind(after).bind(limit)).await
}
