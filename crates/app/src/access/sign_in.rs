//! Sign in with login and password; stay signed in by a key in a cookie; sign out.
//!
//! The right password leads in, or to a second step: the code of an authenticator app, or a password of one's own in
//! place of a temporary one. Nothing that is said before tells whether there is an account with the login.

use lods_domain::Moment;
use lods_domain::audit::Event;
use lods_domain::ids::UserId;
use lods_store::sign_ins::{self, SignIn};
use lods_store::users::User;
use lods_store::{Tx, searches, users};

use super::brake::{self, Brake, WAIT_MINUTES};
use super::steps::{self, Step};
use super::tokens::{hash, random_key};
use super::{passwords, users::plain_login};
use crate::courses::list::SEARCH_LASTS_SECONDS;
use crate::{App, Error, Result, audit};

/// A sign-in lasts a working day.
pub const LASTS_SECONDS: i64 = 10 * 60 * 60;
/// That a sign-in is in use is written down this often: idle time is counted in minutes.
const SEEN_EVERY_SECONDS: i64 = 60;
const SEEN_WITHIN: std::time::Duration = std::time::Duration::from_millis(200);
/// Tries of a code before the password is asked for again.
pub(super) const TRIES: u8 = 5;

/// What came of an attempt.
#[derive(Debug)]
pub enum Attempt {
    In(Keys),
    /// The password is right, and a code is asked for under the token ([`super::second_factor::enter`]).
    Code(Keys),
    /// The temporary password is right, and one's own is asked for ([`super::account::choose_password`]).
    NewPassword(Keys),
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
    /// The path where the user wanted to be; empty when it is not known.
    pub back: String,
}

/// Tries to sign in. `address` is the caller's, for the brake.
pub async fn sign_in(app: &App, login: &str, password: &str, address: &str, now: Moment) -> Result<Attempt> {
    begin(app, login, password, address, "", now).await
}

/// As [`sign_in`], with the path where the user wants to be afterwards.
pub async fn begin(app: &App, login: &str, password: &str, address: &str, back: &str, now: Moment) -> Result<Attempt> {
    let login = plain_login(login);
    let mut tx = app.db.begin().await?;
    let brake = Brake::of(&tx, &login, Some(address));
    let let_through = brake.let_through(&mut tx, now).await?;
    let user = users::by_login(&mut tx, &login).await?.filter(|user| !user.is_disabled());
    tx.commit().await?;
    if !let_through {
        return Ok(Attempt::Wait { minutes: WAIT_MINUTES });
    }
    // A password beyond the longest is nobody's: hash a short one instead, so that the time tells nothing.
    let password = if password.len() > passwords::LONGEST { "" } else { password };
    let right = app.hashing.verify(password, user.as_ref().map(|user| passwords::kept(&user.password_hash).0)).await?;

    let mut tx = app.db.begin().await?;
    tidy(&mut tx, now).await?;
    // Read again: the account may have been closed or changed while the password was hashed.
    let before = user.filter(|_| right);
    let user = match &before {
        Some(before) => users::by_id(&mut tx, before.id()).await?,
        None => None,
    };
    let attempt = match (before, user) {
        (Some(before), Some(user)) if before.password_hash == user.password_hash && !user.is_disabled() => {
            let attempt = right_password(&mut tx, &user, back, now).await?;
            match attempt {
                Attempt::In(_) => brake.release(&mut tx, now).await?,
                Attempt::Wrong => {}
                _ => brake.take_back(&mut tx, now).await?,
            }
            attempt
        }
        _ => Attempt::Wrong,
    };
    if matches!(attempt, Attempt::Wrong) {
        audit(&mut tx, now, None, Event::SignInRefused { reason: "wrong" }).await?;
    }
    tx.commit().await?;
    Ok(attempt)
}

async fn tidy(tx: &mut Tx, now: Moment) -> Result<()> {
    sign_ins::tidy(tx, now, brake::since(now)).await?;
    Ok(searches::forget(tx, now.plus_seconds(-SEARCH_LASTS_SECONDS)).await?)
}

/// In, or to the next step. A temporary password whose time is over is a wrong one.
async fn right_password(tx: &mut Tx, user: &User, back: &str, now: Moment) -> Result<Attempt> {
    let until = passwords::kept(&user.password_hash).1;
    if until.is_some_and(|until| until.epoch() <= now.epoch()) {
        return Ok(Attempt::Wrong);
    }
    if !user.has_totp() {
        return after_factors(tx, user, back, now).await;
    }
    let step = Step::Code { tries: TRIES, back: back.to_owned() };
    let token = steps::keep(tx, Some(user.id()), step, now).await?;
    Ok(Attempt::Code(Keys { token, back: back.to_owned() }))
}

/// What comes when password and code were right.
pub(super) async fn after_factors(tx: &mut Tx, user: &User, back: &str, now: Moment) -> Result<Attempt> {
    let back = back.to_owned();
    if passwords::kept(&user.password_hash).1.is_some() {
        let token = steps::keep(tx, Some(user.id()), Step::NewPassword { back: back.clone() }, now).await?;
        return Ok(Attempt::NewPassword(Keys { token, back }));
    }
    let token = open(tx, user.id(), now).await?;
    Ok(Attempt::In(Keys { token, back }))
}

/// Signs the user in: gives the token for the cookie.
pub(super) async fn open(tx: &mut Tx, user: UserId, now: Moment) -> Result<String> {
    let token = random_key()?;
    let expires = now.plus_seconds(LASTS_SECONDS);
    sign_ins::insert(tx, &hash(&token), user, &random_key()?, (now, expires)).await?;
    audit(tx, now, Some(user), Event::SignedIn { user }).await?;
    Ok(token)
}

/// The user is who they say: a browser is signed in, in this transaction.
pub(crate) async fn begin_session(tx: &mut Tx, user: UserId, now: Moment) -> Result<Keys> {
    Ok(Keys { token: open(tx, user, now).await?, back: String::new() })
}

/// A sign-in form came without its key, or from another site.
pub async fn form_refused(app: &App, address: &str, now: Moment) -> Result<()> {
    brake::form_refused(app, address, now).await
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

/// Ends what a browser had before it was signed in anew; nothing when it had nothing.
pub async fn end_earlier(app: &App, token: &str, now: Moment) -> Result<()> {
    let mut tx = app.db.begin().await?;
    if let Some(user) = sign_ins::end(&mut tx, &hash(token)).await? {
        audit(&mut tx, now, Some(user), Event::SignedOut { user }).await?;
    }
    Ok(tx.commit().await?)
}

/// Signs the user out of every browser.
pub async fn sign_out_everywhere(app: &App, user: UserId, now: Moment) -> Result<()> {
    let mut tx = app.db.begin().await?;
    sign_ins::delete_all(&mut tx, user).await?;
    audit(&mut tx, now, Some(user), Event::SignedOutEverywhere { user }).await?;
    Ok(tx.commit().await?)
}
