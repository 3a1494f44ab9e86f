//! A sign-in, or a change of the account, that waits for its second step: kept sealed in the database under the hash of a
//! random token, which the browser has in a cookie.

use lods_domain::Moment;
use lods_domain::ids::UserId;
use lods_store::{Tx, sign_ins};

use super::tokens::{hash, random_key};
use crate::{Error, Result};

/// Minutes that a step waits.
const LASTS_SECONDS: i64 = 5 * 60;

/// What waits.
#[derive(serde::Serialize, serde::Deserialize)]
pub enum Step {
    /// The password was right; a code is asked for. `tries` are left.
    Code { tries: u8, back: String },
    /// The temporary password was right; one's own is asked for.
    NewPassword { back: String },
    /// The secret of a second factor that is being set up.
    NewSecret { secret: String },
    /// The browser is at the provider.
    Provider { pending: lods_identity::Pending, back: String },
}

/// A step with whom it is for, and until when it waits.
#[derive(serde::Serialize, serde::Deserialize)]
struct Kept {
    step: Step,
    until: i64,
}

/// What was taken from where it waited.
pub struct Waiting {
    pub step: Step,
    pub user: Option<UserId>,
    pub until: Moment,
}

/// Keeps the step under a new token, which is given.
pub async fn keep(tx: &mut Tx, user: Option<UserId>, step: Step, now: Moment) -> Result<String> {
    let token = random_key()?;
    keep_under(tx, &token, user, step, now.plus_seconds(LASTS_SECONDS)).await?;
    Ok(token)
}

/// Keeps the step under a token that had one before, until the same moment.
pub async fn keep_under(tx: &mut Tx, token: &str, user: Option<UserId>, step: Step, until: Moment) -> Result<()> {
    let kept = serde_json::to_string(&Kept { step, until: until.epoch() }).map_err(|_| Error::Stopped)?;
    Ok(sign_ins::keep_step(tx, &hash(token), user, &kept, until).await?)
}

/// Takes the step that waits under the token: nobody else can take it.
pub async fn take(tx: &mut Tx, token: &str, now: Moment) -> Result<Option<Waiting>> {
    let Some((user, kept)) = sign_ins::take_step(tx, &hash(token), now).await? else { return Ok(None) };
    // What another version kept is as if it were not there: the sign-in begins anew.
    let Ok(Kept { step, until }) = serde_json::from_str(&kept) else { return Ok(None) };
    Ok(Some(Waiting { step, user, until: Moment::from_epoch(until) }))
}
