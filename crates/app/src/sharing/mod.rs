//! Sharing outside the own department: consents, disclosures, and the days that lacking access cost.

pub mod consents;
pub mod delays;
pub mod disclosures;
pub mod show;

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Denied, What, Why};
use lods_domain::ids::{CourseId, UserId};
use lods_store::Reading;
use lods_store::courses::{self, Shown};

use crate::{App, Error, Result, found};

/// Begins a change on a course that the actor reaches by the action. Whoever may not, or does not reach it, is refused,
/// and the refusal is written down.
async fn begin(app: &App, actor: &Actor, action: Action, course: CourseId, now: Moment) -> Result<(Reading, Shown)> {
    let reach = app.allow(actor, action, What::Consents, now).await?;
    let mut tx = app.changing(actor, now).await?;
    let shown = courses::get(&mut tx, &reach, course, What::Consents).await?;
    found(tx, shown).await
}

/// As [`begin`], for what names the user who did it: the operator of the machine is none.
async fn begin_as_user(
    app: &App,
    actor: &Actor,
    action: Action,
    course: CourseId,
    now: Moment,
) -> Result<(Reading, Shown, UserId)> {
    let Some(user) = actor.user() else {
        let denied = Denied { action, why: Why::NoRole };
        return Err::<_, Error>(app.refused(actor, denied, What::Consents, now).await?);
    };
    let (tx, shown) = begin(app, actor, action, course, now).await?;
    Ok((tx, shown, user))
}
