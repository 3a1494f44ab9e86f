//! The declaration of confidentiality: signed before anything of a case is seen.

use askama::Template;
use axum::response::{Html, Redirect};
use lods_app::access::users;
use lods_domain::access::Actor;
use serde::Deserialize;

use crate::csrf::{Keyed, SignedForm};
use crate::page::{Nav, Page};
use crate::{Failure, SignedIn, paths};

#[derive(Template)]
#[template(path = "access/declaration.html")]
struct DeclarationPage {
    page: Page,
    name: String,
    /// It is signed already.
    signed: bool,
    fault: bool,
}

fn answer(who: &SignedIn, fault: bool) -> Result<Html<String>, Failure> {
    let signed = matches!(&who.actor, Actor::User(user) if user.declared);
    let page = who.page(Nav::Nowhere, who.t.declaration_title());
    let shown = DeclarationPage { page, name: who.name().to_owned(), signed, fault };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

pub async fn show(who: SignedIn) -> Result<Html<String>, Failure> {
    answer(&who, false)
}

#[derive(Deserialize)]
pub struct Signed {
    csrf: String,
    #[serde(default)]
    accept: String,
}

impl Keyed for Signed {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn submit(SignedForm { who, form }: SignedForm<Signed>) -> Result<axum::response::Response, Failure> {
    use axum::response::IntoResponse;
    if form.accept != "yes" {
        return Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, answer(&who, true)?).into_response());
    }
    users::declare(&who.app, who.user, who.now).await.map_err(|error| who.failed(error))?;
    Ok(Redirect::to(paths::TODAY).into_response())
}
