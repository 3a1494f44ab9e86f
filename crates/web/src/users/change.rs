//! What an administrator does with an account. A temporary password is in the answer itself, and nowhere else.

use askama::Template;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::accounts::{self, NotChanged, Temporary};
use lods_app::access::users::{self, NewRole};
use lods_domain::Day;
use lods_domain::access::Role;
use lods_domain::ids::UserId;
use serde::Deserialize;

use super::places;
use super::show::{Wrong, answer};
use crate::access::account::Bare;
use crate::csrf::{Keyed, SignedForm};
use crate::page::{Nav, Page};
use crate::{Failure, SignedIn, paths};

fn user_in(who: &SignedIn, path: paths::InPath) -> Result<UserId, Failure> {
    paths::user_of(path).ok_or_else(|| who.failed(Failure::not_found()))
}

fn done(user: UserId, what: &str) -> Response {
    Redirect::to(&format!("{}?done={what}", paths::user(user))).into_response()
}

#[derive(Deserialize)]
pub struct Given {
    csrf: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    until: String,
}

impl Keyed for Given {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

/// The role that is to be given, or what is wrong.
async fn give(who: &SignedIn, user: UserId, form: &Given) -> Result<Option<&'static str>, Failure> {
    let t = who.t;
    let Some(role) = Role::from_code(&form.role) else { return Ok(Some(t.refused_role())) };
    let until = match form.until.trim() {
        "" => None,
        text => match text.parse::<Day>() {
            Ok(day) => Some(day),
            Err(_) => return Ok(Some(t.refused_day())),
        },
    };
    let found = accounts::show(&who.app, &who.actor, user, who.now).await;
    let (listed, _) = found.map_err(|error| who.failed(error))?;
    let new = NewRole { role, place: places::place(&form.place), until };
    let given = users::give_role(&who.app, &who.actor, &listed.user.login, new, who.now).await;
    Ok(given.map_err(|error| who.failed(error))?.err().map(|why| places::refused(t, why)))
}

pub async fn give_role(path: paths::InPath, SignedForm { who, form }: SignedForm<Given>) -> Result<Response, Failure> {
    let user = user_in(&who, path)?;
    match give(&who, user, &form).await? {
        None => Ok(done(user, "role")),
        fault => answer(&who, user, None, Wrong { role: form.role, place: form.place, until: form.until, fault }).await,
    }
}

#[derive(Deserialize)]
pub struct Ended {
    csrf: String,
    #[serde(default)]
    assignment: String,
}

impl Keyed for Ended {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn end_role(path: paths::InPath, SignedForm { who, form }: SignedForm<Ended>) -> Result<Response, Failure> {
    let user = user_in(&who, path)?;
    let assignment = form.assignment.parse().map_err(|_| who.failed(Failure::bad_request()))?;
    let taken = users::take_role(&who.app, &who.actor, user, assignment, who.now).await;
    match taken.map_err(|error| who.failed(error))? {
        true => Ok(done(user, "end")),
        false => Err(who.failed(Failure::not_found())),
    }
}

#[derive(Template)]
#[template(path = "users/temporary.html")]
struct TemporaryPage {
    page: Page,
    address: String,
    name: String,
    login: String,
    password: String,
}

/// The page with the password: once, and kept by no browser.
pub async fn temporary(who: &SignedIn, made: &Temporary) -> Result<Response, Failure> {
    let found = accounts::show(&who.app, &who.actor, made.user, who.now).await;
    let (listed, _) = found.map_err(|error| who.failed(error))?;
    let mut page = who.page(Nav::Users, who.t.users_temporary_title());
    page.here = paths::user(made.user);
    let shown = TemporaryPage {
        page,
        address: paths::user(made.user),
        name: listed.user.name.clone(),
        login: listed.user.login.clone(),
        password: made.password.clone(),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?).into_response())
}

async fn refused(who: &SignedIn, user: UserId, why: NotChanged) -> Result<Response, Failure> {
    let text = match why {
        NotChanged::Own => who.t.users_own(),
        NotChanged::External => who.t.refused_external(),
    };
    answer(who, user, None, Wrong { fault: Some(text), ..Wrong::default() }).await
}

pub async fn password(path: paths::InPath, SignedForm { who, .. }: SignedForm<Bare>) -> Result<Response, Failure> {
    let user = user_in(&who, path)?;
    let made = accounts::new_password(&who.app, &who.actor, user, who.now).await;
    match made.map_err(|error| who.failed(error))? {
        Ok(made) => temporary(&who, &made).await,
        Err(why) => refused(&who, user, why).await,
    }
}

pub async fn second_factor(path: paths::InPath, SignedForm { who, .. }: SignedForm<Bare>) -> Result<Response, Failure> {
    let user = user_in(&who, path)?;
    let reset = accounts::reset_second_factor(&who.app, &who.actor, user, who.now).await;
    match reset.map_err(|error| who.failed(error))? {
        Ok(()) => Ok(done(user, "factor")),
        Err(why) => refused(&who, user, why).await,
    }
}

pub async fn close(path: paths::InPath, SignedForm { who, .. }: SignedForm<Bare>) -> Result<Response, Failure> {
    let user = user_in(&who, path)?;
    if user == who.user {
        return refused(&who, user, NotChanged::Own).await;
    }
    let found = accounts::show(&who.app, &who.actor, user, who.now).await;
    let (listed, _) = found.map_err(|error| who.failed(error))?;
    users::disable(&who.app, &who.actor, &listed.user.login, who.now).await.map_err(|error| who.failed(error))?;
    Ok(done(user, "close"))
}
