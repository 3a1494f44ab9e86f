//! The second factor: six digits of an authenticator app (TOTP), at signing in and in the own account.

use lods_domain::Moment;
use lods_domain::audit::Event;
use lods_domain::ids::UserId;
use lods_identity::totp;
use lods_store::users::User;
use lods_store::{Tx, municipality, sign_ins, users};

use super::brake::{Brake, WAIT_MINUTES};
use super::sign_in::{self, Attempt};
use super::steps::{self, Step, Waiting};
use super::tokens::hash;
use crate::{App, Error, Result, audit};

/// What came of a code at signing in.
#[derive(Debug)]
pub enum Entered {
    /// In, or to a password of one's own.
    Right(Attempt),
    /// Try again, so many times.
    Wrong { tries: i64 },
    /// The step is over: begin with the password.
    Over,
    /// Too many wrong codes for the account.
    Wait { minutes: i64 },
}

/// Whether a step waits under the token.
pub async fn waits(app: &App, token: &str, now: Moment) -> Result<bool> {
    let mut tx = app.db.read().await?;
    let waits = sign_ins::has_step(&mut tx, &hash(token), now).await?;
    tx.commit().await?;
    Ok(waits)
}

/// The code of the second step. Each wrong one counts as a failure of the login; after five the password is asked again.
pub async fn enter(app: &App, token: &str, code: &str, now: Moment) -> Result<Entered> {
    let mut tx = app.db.begin().await?;
    let (user, tries, back, until) = match steps::take(&mut tx, token, now).await? {
        Some(Waiting { step: Step::Code { tries, back }, user: Some(user), until }) => (user, tries, back, until),
        // Another step stays where it waits: the transaction is dropped.
        _ => return Ok(Entered::Over),
    };
    let Some(user) = users::by_id(&mut tx, user).await?.filter(|user| !user.is_disabled() && user.has_totp()) else {
        tx.commit().await?;
        return Ok(Entered::Over);
    };
    let entered = match try_code(&mut tx, &user, code, now).await? {
        Tried::Right => Entered::Right(sign_in::after_factors(&mut tx, &user, &back, now).await?),
        Tried::Wait => Entered::Wait { minutes: WAIT_MINUTES },
        Tried::Wrong if tries > 1 => {
            let step = Step::Code { tries: tries - 1, back };
            steps::keep_under(&mut tx, token, Some(user.id()), step, until).await?;
            Entered::Wrong { tries: i64::from(tries - 1) }
        }
        Tried::Wrong => Entered::Over,
    };
    tx.commit().await?;
    Ok(entered)
}

enum Tried {
    Right,
    Wrong,
    Wait,
}

/// Holds the code against the user's secret. One that was right is good for this once.
async fn try_code(tx: &mut Tx, user: &User, code: &str, now: Moment) -> Result<Tried> {
    let Some(secret) = user.totp(tx)? else { return Ok(Tried::Wrong) };
    let brake = Brake::of(tx, &user.login, None);
    if !brake.let_through(tx, now).await? {
        return Ok(Tried::Wait);
    }
    let step = totp::check(&secret, code, now.epoch(), user.totp_step);
    if let Some(step) = step
        && users::use_totp_step(tx, user.id(), step).await?
    {
        brake.release(tx, now).await?;
        return Ok(Tried::Right);
    }
    audit(tx, now, None, Event::SignInRefused { reason: "code" }).await?;
    Ok(Tried::Wrong)
}

/// A second factor to be: scan the drawing or type the secret, then confirm with a code.
#[derive(Debug)]
pub struct Proposed {
    /// For the cookie of the step; `None` when the browser has it already.
    pub token: Option<String>,
    /// In base32, in groups of four.
    pub secret: String,
    /// SVG.
    pub drawing: String,
}

/// What came of confirming or removing.
#[derive(Debug)]
pub enum Outcome {
    Done,
    /// The code is wrong; with the same proposal, where there is one.
    Wrong(Option<Proposed>),
    /// There is nothing that waits: begin anew.
    Over,
    Wait {
        minutes: i64,
    },
}

/// Proposes a new secret for the user's own account.
pub async fn propose(app: &App, user: UserId, now: Moment) -> Result<Proposed> {
    let secret = totp::new_secret().map_err(|_| Error::Random)?;
    let mut tx = app.db.begin().await?;
    let proposed = draw(&mut tx, user, &secret).await?;
    let token = steps::keep(&mut tx, Some(user), Step::NewSecret { secret }, now).await?;
    tx.commit().await?;
    Ok(Proposed { token: Some(token), ..proposed })
}

async fn draw(tx: &mut Tx, user: UserId, secret: &str) -> Result<Proposed> {
    let user = users::by_id(tx, user).await?.ok_or(Error::NotFound)?;
    let place = municipality::get(tx).await?.map(|known| known.name).unwrap_or_default();
    let address = totp::address(secret, &user.login, format!("Lods {place}").trim()).map_err(|_| Error::Code)?;
    let drawing = totp::qr_svg(&address).map_err(|_| Error::Code)?;
    let letters: Vec<char> = secret.chars().collect();
    let fours: Vec<String> = letters.chunks(4).map(|four| four.iter().collect()).collect();
    Ok(Proposed { token: None, secret: fours.join(" "), drawing })
}

/// Confirms the proposal with a code of it. Other browsers of the user are signed out; `own` is the token of this one.
pub async fn confirm(app: &App, user: UserId, token: &str, own: &str, code: &str, now: Moment) -> Result<Outcome> {
    let mut tx = app.db.begin().await?;
    let Some(waiting) = steps::take(&mut tx, token, now).await? else { return Ok(Outcome::Over) };
    let (secret, until) = match waiting {
        Waiting { step: Step::NewSecret { secret }, user: Some(whose), until } if whose == user => (secret, until),
        _ => return Ok(Outcome::Over),
    };
    let Some(step) = totp::check(&secret, code, now.epoch(), None) else {
        let proposed = draw(&mut tx, user, &secret).await?;
        steps::keep_under(&mut tx, token, Some(user), Step::NewSecret { secret }, until).await?;
        tx.commit().await?;
        return Ok(Outcome::Wrong(Some(proposed)));
    };
    users::set_totp(&mut tx, user, &secret).await?;
    users::use_totp_step(&mut tx, user, step).await?;
    sign_ins::delete_others(&mut tx, user, &hash(own)).await?;
    audit(&mut tx, now, Some(user), Event::SecondFactorSet { user }).await?;
    tx.commit().await?;
    Ok(Outcome::Done)
}

/// Takes the own second factor away, with a code of it.
pub async fn remove(app: &App, user: UserId, code: &str, now: Moment) -> Result<Outcome> {
    let mut tx = app.db.begin().await?;
    let found = users::by_id(&mut tx, user).await?.ok_or(Error::NotFound)?;
    if !found.has_totp() {
        return Ok(Outcome::Over);
    }
    let outcome = match try_code(&mut tx, &found, code, now).await? {
        Tried::Right => {
            users::set_totp(&mut tx, user, "").await?;
            audit(&mut tx, now, Some(user), Event::SecondFactorRemoved { user }).await?;
            Outcome::Done
        }
        Tried::Wrong => Outcome::Wrong(None),
        Tried::Wait => Outcome::Wait { minutes: WAIT_MINUTES },
    };
    tx.commit().await?;
    Ok(outcome)
}
