//! The own account: what it is, and a new password.

use lods_domain::Moment;
use lods_domain::audit::Event;
use lods_domain::ids::UserId;
use lods_store::users::{Held, User};
use lods_store::{sign_ins, users};

use super::brake::{Brake, WAIT_MINUTES};
use super::passwords::{self, Weak};
use super::sign_in::{self, Keys};
use super::steps::{self, Step, Waiting};
use super::tokens::hash;
use crate::{App, Error, Result, audit};

/// The own account as its page shows it.
#[derive(Debug)]
pub struct Own {
    pub user: User,
    /// Roles held or to come.
    pub held: Vec<Held>,
}

pub async fn show(app: &App, user: UserId, now: Moment) -> Result<Own> {
    let today = app.today(now);
    let mut tx = app.db.read().await?;
    let found = users::by_id(&mut tx, user).await?.ok_or(Error::NotFound)?;
    let held = users::assignments(&mut tx, user).await?;
    tx.commit().await?;
    let held = held.into_iter().filter(|held| held.assignment.valid_to.is_none_or(|to| to >= today)).collect();
    Ok(Own { user: found, held })
}

/// What came of a new password.
#[derive(Debug, PartialEq, Eq)]
pub enum Changed {
    Done,
    WrongOld,
    Weak(Weak),
    /// Too many wrong passwords for the account.
    Wait {
        minutes: i64,
    },
    /// The account has no password here: its provider signs it in.
    NoPassword,
}

/// Changes the own password. All other browsers of the user are signed out; `own` is the token of this one.
pub async fn change_password(
    app: &App,
    user: UserId,
    own: &str,
    (old, new): (&str, &str),
    now: Moment,
) -> Result<Changed> {
    let mut tx = app.db.begin().await?;
    let found = users::by_id(&mut tx, user).await?.ok_or(Error::NotFound)?;
    if found.external.is_some() {
        return Ok(Changed::NoPassword);
    }
    let brake = Brake::of(&tx, &found.login, None);
    let let_through = brake.let_through(&mut tx, now).await?;
    tx.commit().await?;
    if !let_through {
        return Ok(Changed::Wait { minutes: WAIT_MINUTES });
    }
    let old = if old.len() > passwords::LONGEST { "" } else { old };
    if !app.hashing.verify(old, Some(passwords::kept(&found.password_hash).0)).await? {
        return Ok(Changed::WrongOld);
    }
    if let Some(weak) = app.hashing.weakness(new, &[&found.login, &found.name]).await? {
        let mut tx = app.db.begin().await?;
        brake.take_back(&mut tx, now).await?;
        tx.commit().await?;
        return Ok(Changed::Weak(weak));
    }
    let new = app.hashing.hash(new).await?;
    let mut tx = app.db.begin().await?;
    brake.release(&mut tx, now).await?;
    users::set_password(&mut tx, user, &new).await?;
    sign_ins::delete_others(&mut tx, user, &hash(own)).await?;
    audit(&mut tx, now, Some(user), Event::PasswordChanged { user }).await?;
    tx.commit().await?;
    Ok(Changed::Done)
}

/// What came of choosing a password in place of a temporary one.
#[derive(Debug)]
pub enum Chosen {
    In(Keys),
    Weak(Weak),
    /// The step is over: begin with the password.
    Over,
}

/// The password of one's own, in the step after a temporary one.
pub async fn choose_password(app: &App, token: &str, new: &str, now: Moment) -> Result<Chosen> {
    let mut tx = app.db.begin().await?;
    let Some(Waiting { step: Step::NewPassword { back }, user: Some(user), until }) =
        steps::take(&mut tx, token, now).await?
    else {
        return Ok(Chosen::Over);
    };
    let open = users::by_id(&mut tx, user).await?.filter(|user| !user.is_disabled());
    let Some(found) = open.filter(|user| passwords::kept(&user.password_hash).1.is_some()) else {
        tx.commit().await?;
        return Ok(Chosen::Over);
    };
    steps::keep_under(&mut tx, token, Some(user), Step::NewPassword { back: back.clone() }, until).await?;
    tx.commit().await?;
    if let Some(weak) = app.hashing.weakness(new, &[&found.login, &found.name]).await? {
        return Ok(Chosen::Weak(weak));
    }
    let same = app.hashing.verify(new, Some(passwords::kept(&found.password_hash).0)).await?;
    if same {
        return Ok(Chosen::Weak(Weak::Guessable));
    }
    let hashed = app.hashing.hash(new).await?;
    let mut tx = app.db.begin().await?;
    if steps::take(&mut tx, token, now).await?.is_none() {
        return Ok(Chosen::Over);
    }
    let brake = Brake::of(&tx, &found.login, None);
    brake.release(&mut tx, now).await?;
    users::set_password(&mut tx, user, &hashed).await?;
    sign_ins::delete_all(&mut tx, user).await?;
    audit(&mut tx, now, Some(user), Event::PasswordChanged { user }).await?;
    let token = sign_in::open(&mut tx, user, now).await?;
    tx.commit().await?;
    Ok(Chosen::In(Keys { token, back }))
}
