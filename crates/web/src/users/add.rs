//! A new account, with its first role and a temporary password.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use lods_app::access::accounts;
use lods_app::access::users::NewUser;
use lods_domain::access::Role;
use serde::Deserialize;

use super::change::temporary;
use super::places::{self, Offer};
use crate::csrf::{Keyed, SignedForm};
use crate::page::{Nav, Page};
use crate::{Failure, SignedIn};

#[derive(Deserialize, Default)]
pub struct Entered {
    csrf: String,
    #[serde(default)]
    login: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    mentor: String,
}

impl Keyed for Entered {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

#[derive(Template)]
#[template(path = "users/add.html")]
struct AddPage {
    page: Page,
    entered: Entered,
    roles: Vec<Offer>,
    places: Vec<Offer>,
    fault: Option<&'static str>,
}

async fn answer(who: &SignedIn, entered: Entered, fault: Option<&'static str>) -> Result<Response, Failure> {
    let known = accounts::places(&who.app, &who.actor, who.now).await.map_err(|error| who.failed(error))?;
    let shown = AddPage {
        page: who.page(Nav::Users, who.t.users_new_title()),
        roles: places::roles(who.t, &entered.role, true),
        places: places::offers(who.t, &known, &entered.place),
        entered,
        fault,
    };
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, Html(shown.render().map_err(|error| who.failed(error))?)).into_response())
}

pub async fn show(who: SignedIn) -> Result<Response, Failure> {
    answer(&who, Entered::default(), None).await
}

pub async fn submit(SignedForm { who, form }: SignedForm<Entered>) -> Result<Response, Failure> {
    let Some(role) = Role::from_code(&form.role) else {
        return answer(&who, form, Some(who.t.refused_role())).await;
    };
    let mentor = Some(form.mentor.trim()).filter(|code| !code.is_empty());
    let name = if form.name.trim().is_empty() { &form.login } else { &form.name };
    let place = places::place(&form.place);
    let new = NewUser { login: &form.login, name, password: "", role, place, mentor, person: None };
    match accounts::add(&who.app, &who.actor, &new, who.now).await.map_err(|error| who.failed(error))? {
        Ok(made) => temporary(&who, &made).await,
        Err(why) => answer(&who, form, Some(places::refused(who.t, why))).await,
    }
}
