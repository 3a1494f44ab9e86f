//! Drafts of steps: what was typed is kept on the server, so that a session that ends loses no text.

use lods_domain::Moment;
use lods_domain::access::{Actor, What};
use lods_domain::ids::{CourseId, UserId};
use lods_domain::steps::{StepKind, Typed};
use lods_store::drafts::{self, Draft, Of};

use super::met::{action, course};
use crate::{App, Result};

/// The most that a draft may hold, in bytes.
pub const LARGEST: usize = 200_000;

/// Whose draft of which step.
pub(super) fn of(user: UserId, course: CourseId, kind: StepKind) -> Of<'static> {
    Of { user, course, form: kind.code() }
}

/// Keeps what was typed; nothing typed is no draft. `seen` is the last step that was on record when the form was shown.
/// `false` where there is nobody to keep it for, or it is too large.
pub async fn save(
    app: &App,
    actor: &Actor,
    (id, kind): (CourseId, StepKind),
    (typed, seen): (&Typed, i64),
    now: Moment,
) -> Result<bool> {
    let reach = app.allow(actor, action(actor, kind, app.today(now)), What::Steps, now).await?;
    let (mut tx, shown) = course(app.changing(actor, now).await?, &reach, id).await?;
    // A map of texts is always JSON.
    let text = serde_json::to_string(typed).unwrap_or_default();
    let user = actor.user().filter(|_| text.len() <= LARGEST && !shown.is_restricted());
    if let Some(user) = user {
        let draft = Draft { typed: text, seen, saved_at: now };
        drafts::save(&mut tx, of(user, id, kind), &draft).await?;
    }
    tx.commit().await?;
    Ok(user.is_some())
}

/// Throws the draft away.
pub async fn forget(app: &App, actor: &Actor, (id, kind): (CourseId, StepKind), now: Moment) -> Result<()> {
    let reach = app.allow(actor, action(actor, kind, app.today(now)), What::Steps, now).await?;
    let (mut tx, _) = course(app.changing(actor, now).await?, &reach, id).await?;
    if let Some(user) = actor.user() {
        drafts::forget(&mut tx, of(user, id, kind)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// What a draft holds, as it was typed; nothing where it cannot be read any more.
#[must_use]
pub fn typed(draft: &Draft) -> Typed {
    serde_json::from_str(&draft.typed).unwrap_or_default()
}
