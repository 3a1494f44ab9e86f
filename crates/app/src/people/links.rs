//! One-time links: a young person without a password signs in once, within half an hour.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Role, What};
use lods_domain::audit::Event;
use lods_domain::ids::UserId;
use lods_store::{Tx, municipality, users};

use crate::access::sign_in::{Keys, begin_session};
use crate::access::tokens::{hash, random_key};
use crate::access::users::{Refused, plain_login};
use crate::{App, Result, audit};

/// How long a link works.
pub const LASTS_SECONDS: i64 = 30 * 60;

/// Makes a link for the account with the login; gives its token, of which only the hash is kept. Only for an account whose
/// one role is that of a young person: a link is no way around the password of somebody who sees other people's data.
pub async fn make(app: &App, actor: &Actor, login: &str, now: Moment) -> Result<std::result::Result<String, Refused>> {
    app.allow(actor, Action::ManageUsers, What::Users, now).await?;
    let mut tx = app.db.begin().await?;
    let Some(user) = linkable(app, &mut tx, login, &[Role::YoungPerson], now).await? else {
        return Ok(Err(Refused::NoUser));
    };
    let token = make_for(&mut tx, actor, user, now).await?;
    tx.commit().await?;
    Ok(Ok(token))
}

/// In a demonstration, whoever looks at the sign-in page makes a link for its young person or network person. `None`
/// when this is no demonstration, or the account is no such one.
pub async fn make_for_demo(app: &App, login: &str, now: Moment) -> Result<Option<String>> {
    let mut tx = app.db.begin().await?;
    let demo = municipality::get(&mut tx).await?.is_some_and(|known| known.is_demo());
    let known = lods_exchange::demo::USERS.iter().any(|user| user.login == login);
    if !demo || !known {
        return Ok(None);
    }
    let roles = [Role::YoungPerson, Role::NetworkPerson];
    let Some(user) = linkable(app, &mut tx, login, &roles, now).await? else { return Ok(None) };
    let token = make_for(&mut tx, &Actor::Operator, user, now).await?;
    tx.commit().await?;
    Ok(Some(token))
}

/// The open account with the login, if the roles that it holds are all among these.
async fn linkable(app: &App, tx: &mut Tx, login: &str, roles: &[Role], now: Moment) -> Result<Option<UserId>> {
    let Some(user) = users::by_login(tx, &plain_login(login)).await? else { return Ok(None) };
    let held = users::assignments(tx, user.id()).await?;
    let today = app.today(now);
    // Roles to come count too: the sign-in would get them.
    let mut held = held.iter().filter(|held| held.assignment.valid_to.is_none_or(|to| to >= today)).peekable();
    let some = held.peek().is_some();
    let fits = some && held.all(|held| roles.contains(&held.assignment.role));
    Ok((fits && !user.is_disabled()).then(|| user.id()))
}

async fn make_for(tx: &mut Tx, actor: &Actor, user: UserId, now: Moment) -> Result<String> {
    let token = random_key()?;
    users::make_link(tx, &hash(&token), user, now.plus_seconds(LASTS_SECONDS)).await?;
    audit(tx, now, actor.user(), Event::LinkMade { user }).await?;
    Ok(token)
}

/// Signs in by the link and uses it up. `None` when it was used, its time is over, or the account is closed.
pub async fn follow(app: &App, token: &str, now: Moment) -> Result<Option<Keys>> {
    let mut tx = app.db.begin().await?;
    let Some(user) = users::use_link(&mut tx, &hash(token), now).await? else { return Ok(None) };
    let open = users::by_id(&mut tx, user).await?.is_some_and(|user| !user.is_disabled());
    let keys = if open { Some(begin_session(&mut tx, user, now).await?) } else { None };
    tx.commit().await?;
    Ok(keys)
}
