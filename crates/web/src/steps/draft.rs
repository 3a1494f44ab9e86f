//! Keeps what somebody is writing, without a page: the form's script sends it every few seconds.

use axum::http::StatusCode;
use lods_app::steps::drafts;

use super::form::named;
use super::sent::Sending;
use crate::csrf::SignedForm;
use crate::{Failure, paths};

/// 204 when it is kept, 413 when it is too large.
pub async fn save(
    path: paths::NoteInPath,
    SignedForm { who, form }: SignedForm<Sending>,
) -> Result<StatusCode, Failure> {
    let (id, kind) = named(path).ok_or_else(|| who.failed(Failure::not_found()))?;
    let typed = form.typed(kind);
    let kept = drafts::save(&who.app, &who.actor, (id, kind), (&typed, form.seen()), who.now).await;
    let kept = kept.map_err(|error| who.failed(error))?;
    Ok(if kept { StatusCode::NO_CONTENT } else { StatusCode::PAYLOAD_TOO_LARGE })
}
