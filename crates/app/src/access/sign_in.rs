//! Sign in with login and password; stay signed in by a key in a cookie; sign out.

use lods_domain::Moment;
use lods_domain::audit::Event;
use lods_domain::ids::UserId;
use lods_store::sign_ins::{self, SignIn};
use lods_store::{Tx, searches, users};

use super::passwords;
use super::tokens::{hash, random_key};
use crate::courses::list::SEARCH_LASTS_SECONDS;
use crate::{App, Error, Result, audit};

/// A sign-in lasts a working day.
pub const LASTS_SECONDS: i64 = 10 * 60 * 60;
/// That a sign-in is in use is written down this often: idle time is counted in minutes.
const SEEN_EVERY_SECONDS: i64 = 60;
const SEEN_WITHIN: std::time::Duration = std::time::Duration::from_millis(200);
/// Failures count for a quarter of an hour.
const WINDOW_SECONDS: i64 = 15 * 60;
/// So many wrong passwords for one login …
const FAILURES_A_LOGIN: i64 = 10;
/// … or from one address (an office may share one).
const FAILURES_AN_ADDRESS: i64 = 50;

/// What came of an attempt.
#[derive(Debug)]
pub enum Attempt {
    In(Keys),
    /// Login or password is wrong; which of them is not told.
    Wrong,
    /// Too many wrong attempts: try again after so many minutes.
    Wait {
        minutes: i64,
    },
}

/// What the browser is given.
#[derive(Debug)]
pub struct Keys {
    /// Goes into the cookie. Only its hash is kept.
    pub token: String,
}

/// Tries to sign in. `address` is the caller's, for the rate limit; it is kept hashed and for a quarter of an hour.
pub async fn sign_in(app: &App, login: &str, password: &str, address: &str, now: Moment) -> Result<Attempt> {
    let login: String = login.trim().to_lowercase().chars().filter(|c| !c.is_control()).collect();
    let subjects = [hash(&format!("login:{login}")), hash(&format!("address:{address}"))];
    // The attempt counts as a failure before it is tried, so that a thousand at once are not all the first.
    let mut tx = app.db.begin().await?;
    let since = now.plus_seconds(-WINDOW_SECONDS);
    let of_login = sign_ins::failures(&mut tx, &subjects[0], since).await?;
    let of_address = sign_ins::failures(&mut tx, &subjects[1], since).await?;
    let user = users::by_login(&mut tx, &login).await?.filter(|user| !user.is_disabled());
    if of_login >= FAILURES_A_LOGIN || of_address >= FAILURES_AN_ADDRESS {
        return Ok(Attempt::Wait { minutes: WINDOW_SECONDS / 60 });
    }
    for subject in &subjects {
        sign_ins::note_failure(&mut tx, subject, now).await?;
    }
    tx.commit().await?;
    // A password beyond the longest is nobody's: hash a short one instead, so that the time tells nothing.
    let password = if password.len() > passwords::LONGEST { "" } else { password };
    let right = app.hashing.verify(password, user.as_ref().map(|user| user.password_hash.as_str())).await?;

    let mut tx = app.db.begin().await?;
    sign_ins::tidy(&mut tx, now, since).await?;
    searches::forget(&mut tx, now.plus_seconds(-SEARCH_LASTS_SECONDS)).await?;
    let Some(user) = user.filter(|_| right) else {
        audit(&mut tx, now, None, Event::SignInRefused { reason: "wrong" }).await?;
        tx.commit().await?;
        return Ok(Attempt::Wrong);
    };
    sign_ins::forget_failures(&mut tx, &subjects[0]).await?;
    sign_ins::take_back_failure(&mut tx, &subjects[1], now).await?;
    let keys = begin_session(&mut tx, user.id(), now).await?;
    tx.commit().await?;
    Ok(Attempt::In(keys))
}

/// The user is who they say: a browser is signed in, in this transaction.
pub(crate) async fn begin_session(tx: &mut Tx, user: UserId, now: Moment) -> Result<Keys> {
    let token = random_key()?;
    let expires = now.plus_seconds(LASTS_SECONDS);
    sign_ins::insert(tx, &hash(&token), user, &random_key()?, (now, expires)).await?;
    audit(tx, now, Some(user), Event::SignedIn { user }).await?;
    Ok(Keys { token })
}

/// Whose browser this is; `None` when the key is unknown or has run out.
pub async fn who(app: &App, token: &str, now: Moment) -> Result<Option<SignIn>> {
    let hash = hash(token);
    let mut tx = app.db.read().await?;
    let found = sign_ins::find(&mut tx, &hash, now, app.today(now)).await?;
    tx.commit().await?;
    if let Some(found) = &found
        && now.epoch() - found.seen_at.epoch() >= SEEN_EVERY_SECONDS
    {
        // Nobody waits for this, and nothing fails by it: the next request tries again.
        let _ = tokio::time::timeout(SEEN_WITHIN, note_seen(app, &hash, now)).await;
    }
    Ok(found)
}

async fn note_seen(app: &App, hash: &[u8], now: Moment) -> Result<()> {
    let mut tx = app.db.aside().await?;
    sign_ins::seen(&mut tx, hash, now).await?;
    Ok(tx.commit().await?)
}

pub async fn sign_out(app: &App, token: &str, now: Moment) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let found = sign_ins::find(&mut tx, &hash(token), now, app.today(now)).await?.ok_or(Error::NotFound)?;
    sign_ins::delete(&mut tx, &hash(token)).await?;
    audit(&mut tx, now, Some(found.user()), Event::SignedOut { user: found.user() }).await?;
    Ok(tx.commit().await?)
}

/// Signs the user out of every browser.
pub async fn sign_out_everywhere(app: &App, user: UserId, now: Moment) -> Result<()> {
    let mut tx = app.db.begin().await?;
    sign_ins::delete_all(&mut tx, user).await?;
    audit(&mut tx, now, Some(user), Event::SignedOutEverywhere { user }).await?;
    Ok(tx.commit().await?)
}
