//! Users: added and disabled by the operator; each chooses a language.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Role, decide};
use lods_domain::audit::Event;
use lods_domain::ids::UserId;
use lods_i18n::Lang;
use lods_store::{units, users};

use super::passwords;
use crate::{App, Result, audit};

/// A user to be added.
#[derive(Debug, Clone)]
pub struct NewUser<'a> {
    /// At most 100 characters, without blanks; kept in small letters.
    pub login: &'a str,
    pub name: &'a str,
    pub password: &'a str,
    pub role: Role,
    /// The municipality's own code of the mentor that a mentor's account is tied to.
    pub mentor: Option<&'a str>,
}

/// Why a user was not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("a login has 1 to 100 characters and no blanks")]
    Login,
    #[error("the login is taken")]
    Taken,
    #[error("a password has 12 to 256 characters")]
    Password,
    #[error("there is no mentor with that code")]
    NoMentor,
    #[error("a mentor's account needs the mentor's code (--mentor)")]
    MentorMissing,
}

pub async fn add(
    app: &App,
    actor: &Actor,
    user: &NewUser<'_>,
    now: Moment,
) -> Result<std::result::Result<UserId, Refused>> {
    decide(actor, Action::ManageUsers)?;
    let login = user.login.trim().to_lowercase();
    if login.is_empty() || login.chars().count() > 100 || login.contains(char::is_whitespace) {
        return Ok(Err(Refused::Login));
    }
    if !(passwords::SHORTEST..=passwords::LONGEST).contains(&user.password.len()) {
        return Ok(Err(Refused::Password));
    }
    if user.role == Role::Mentor && user.mentor.is_none() {
        return Ok(Err(Refused::MentorMissing));
    }
    let hash = app.hashing.hash(user.password).await?;
    let mut tx = app.db.begin().await?;
    let mentor = match user.mentor {
        Some(code) => match units::mentor_by_code(&mut tx, code).await? {
            Some(mentor) => Some(mentor),
            None => return Ok(Err(Refused::NoMentor)),
        },
        None => None,
    };
    let new = users::NewUser {
        login: &login,
        name: user.name.trim(),
        password_hash: &hash,
        role: user.role,
        mentor,
        language: Lang::Da.code(),
    };
    let Some(id) = users::insert(&mut tx, &new).await? else { return Ok(Err(Refused::Taken)) };
    audit(&mut tx, now, actor.user(), Event::UserAdded { user: id, role: user.role.code() }).await?;
    tx.commit().await?;
    Ok(Ok(id))
}

/// A page of users by login, from after `after`.
pub async fn list(app: &App, actor: &Actor, after: &str, limit: i64) -> Result<Vec<users::User>> {
    decide(actor, Action::ManageUsers)?;
    let mut tx = app.db.read().await?;
    let list = users::list(&mut tx, after, limit).await?;
    tx.commit().await?;
    Ok(list)
}

/// Closes an account. `false` when there is none with the login that is open.
pub async fn disable(app: &App, actor: &Actor, login: &str, now: Moment) -> Result<bool> {
    decide(actor, Action::ManageUsers)?;
    let mut tx = app.db.begin().await?;
    let Some(user) = users::by_login(&mut tx, &login.trim().to_lowercase()).await? else { return Ok(false) };
    let closed = users::disable(&mut tx, user.id()).await?;
    if closed {
        audit(&mut tx, now, actor.user(), Event::UserDisabled { user: user.id() }).await?;
    }
    tx.commit().await?;
    Ok(closed)
}

/// The user's own choice of language.
pub async fn choose_language(app: &App, user: UserId, language: Lang, now: Moment) -> Result<()> {
    let mut tx = app.db.begin().await?;
    users::set_language(&mut tx, user, language.code()).await?;
    audit(&mut tx, now, Some(user), Event::LanguageChosen { user, language: language.code() }).await?;
    Ok(tx.commit().await?)
}
