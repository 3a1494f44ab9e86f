//! What an administrator does with others' accounts: looks at them, adds them, gives a temporary password, takes a second
//! factor away that is lost. Roles are given and taken in [`super::users`].

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, What, is_anothers};
use lods_domain::audit::Event;
use lods_domain::ids::UserId;
use lods_store::users::User;
use lods_store::{sign_ins, units, users};

use super::passwords::{self, TEMPORARY_DAYS};
use super::tokens::spoken;
use super::users::{Listed, NewUser, Refused, add_with, listed};
use crate::paging::{PAGE, pages, within};
use crate::{App, Error, Result, audit};

/// A page of the accounts.
#[derive(Debug)]
pub struct Accounts {
    pub listed: Vec<Listed>,
    pub count: i64,
    pub page: i64,
    pub pages: i64,
}

/// Where a role can be held.
#[derive(Debug, Default)]
pub struct Places {
    pub departments: Vec<String>,
    pub units: Vec<String>,
}

/// An administrator handles accounts and reads about no citizen: that somebody is a young person here, or of their
/// network, stands under the login alone.
fn without_a_citizens_name(mut user: User) -> User {
    if user.person().is_some() && user.mentor().is_none() {
        user.name.clear();
    }
    user
}

/// The page of all accounts, by login. Five statements.
pub async fn page(app: &App, actor: &Actor, page: i64, now: Moment) -> Result<Accounts> {
    app.allow(actor, Action::ManageUsers, What::Users, now).await?;
    let today = app.today(now);
    let mut tx = app.db.read().await?;
    let count = users::count(&mut tx).await?;
    let page = within(page, count);
    let found = users::page(&mut tx, (page - 1) * PAGE, PAGE).await?;
    let held = match (found.first(), found.last()) {
        (Some(first), Some(last)) => users::assignments_between(&mut tx, &first.login, &last.login).await?,
        _ => Vec::new(),
    };
    tx.commit().await?;
    let listed = listed(found.into_iter().map(without_a_citizens_name).collect(), &held, today);
    Ok(Accounts { listed, count, page, pages: pages(count) })
}

/// One account with its roles, also those that are over, and the places where one can be held.
pub async fn show(app: &App, actor: &Actor, user: UserId, now: Moment) -> Result<(Listed, Places)> {
    app.allow(actor, Action::ManageUsers, What::Users, now).await?;
    let mut tx = app.db.read().await?;
    let found = users::by_id(&mut tx, user).await?.ok_or(Error::NotFound)?;
    let held = users::assignments(&mut tx, user).await?;
    let departments = units::departments(&mut tx).await?.into_iter().map(|(_, name)| name).collect();
    let units = units::all(&mut tx).await?.into_iter().map(|unit| unit.name).collect();
    tx.commit().await?;
    Ok((Listed { user: without_a_citizens_name(found), held }, Places { departments, units }))
}

/// The places where a role can be held.
pub async fn places(app: &App, actor: &Actor, now: Moment) -> Result<Places> {
    app.allow(actor, Action::ManageUsers, What::Users, now).await?;
    let mut tx = app.db.read().await?;
    let departments = units::departments(&mut tx).await?.into_iter().map(|(_, name)| name).collect();
    let units = units::all(&mut tx).await?.into_iter().map(|unit| unit.name).collect();
    tx.commit().await?;
    Ok(Places { departments, units })
}

/// A temporary password, to be shown once and told to its user; it opens for seven days, and only to choose another.
#[derive(Debug)]
pub struct Temporary {
    pub user: UserId,
    pub password: String,
}

/// What is kept of a new temporary password, and the password.
async fn temporary(app: &App, now: Moment) -> Result<(String, String)> {
    let password = spoken()?;
    let hash = app.hashing.hash(&password).await?;
    Ok((passwords::temporary(&hash, now.plus_seconds(TEMPORARY_DAYS * 86_400)), password))
}

/// Adds an account with a temporary password; `user.password` is not looked at.
pub async fn add(
    app: &App,
    actor: &Actor,
    user: &NewUser<'_>,
    now: Moment,
) -> Result<std::result::Result<Temporary, Refused>> {
    app.allow(actor, Action::ManageUsers, What::Users, now).await?;
    let (kept, password) = temporary(app, now).await?;
    Ok(add_with(app, actor, user, &kept, now).await?.map(|user| Temporary { user, password }))
}

/// Why an account was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotChanged {
    /// It is the administrator's own: that is what the page of the own account is for.
    Own,
    /// A provider signs it in; it has no password here.
    External,
}

/// Gives another's account a temporary password, and signs it out everywhere. A second factor stays.
pub async fn new_password(
    app: &App,
    actor: &Actor,
    user: UserId,
    now: Moment,
) -> Result<std::result::Result<Temporary, NotChanged>> {
    app.allow(actor, Action::ManageUsers, What::Users, now).await?;
    if is_anothers(actor, user).is_err() {
        return Ok(Err(NotChanged::Own));
    }
    let (kept, password) = temporary(app, now).await?;
    let mut tx = app.db.begin().await?;
    let found = users::by_id(&mut tx, user).await?.ok_or(Error::NotFound)?;
    if found.external.is_some() {
        return Ok(Err(NotChanged::External));
    }
    users::set_password(&mut tx, user, &kept).await?;
    sign_ins::delete_all(&mut tx, user).await?;
    audit(&mut tx, now, actor.user(), Event::PasswordChanged { user }).await?;
    tx.commit().await?;
    Ok(Ok(Temporary { user, password }))
}

/// Takes the second factor of another's account away, because the phone is lost. The user is signed out everywhere.
pub async fn reset_second_factor(
    app: &App,
    actor: &Actor,
    user: UserId,
    now: Moment,
) -> Result<std::result::Result<(), NotChanged>> {
    app.allow(actor, Action::ManageUsers, What::Users, now).await?;
    if is_anothers(actor, user).is_err() {
        return Ok(Err(NotChanged::Own));
    }
    let mut tx = app.db.begin().await?;
    let found = users::by_id(&mut tx, user).await?.ok_or(Error::NotFound)?;
    if found.has_totp() {
        users::set_totp(&mut tx, user, "").await?;
        sign_ins::delete_all(&mut tx, user).await?;
        audit(&mut tx, now, actor.user(), Event::SecondFactorRemoved { user }).await?;
        tx.commit().await?;
    }
    Ok(Ok(()))
}
