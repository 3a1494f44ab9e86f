//! Setting up the own second factor, and taking it away.

use askama::Template;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::account;
use lods_app::access::second_factor::{self, Outcome, Proposed};
use serde::Deserialize;

use super::door;
use crate::csrf::{Keyed, SignedForm};
use crate::page::{Nav, Page};
use crate::signed_in::{cookie, cookie_name};
use crate::{Failure, SignedIn, Site, paths};

#[derive(Template)]
#[template(path = "access/second_factor.html")]
struct SecondFactorPage {
    page: Page,
    /// `None`: there is one, which can be taken away.
    proposed: Option<Proposed>,
    fault: Option<String>,
}

fn answer(site: &Site, who: &SignedIn, proposed: Option<Proposed>, fault: Option<String>) -> Result<Response, Failure> {
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = who.page(Nav::Nowhere, who.t.account_second_factor());
    let token = proposed.as_ref().and_then(|proposed| proposed.token.clone());
    let html = SecondFactorPage { page, proposed, fault }.render().map_err(|error| who.failed(error))?;
    let mut response = (status, Html(html)).into_response();
    if let Some(token) = token
        && let Ok(value) = door::set_step(site, Some(&token)).parse()
    {
        response.headers_mut().append(SET_COOKIE, value);
    }
    Ok(response)
}

/// A new proposal, or the form that takes the factor away.
async fn anew(site: &Site, who: &SignedIn, fault: Option<String>) -> Result<Response, Failure> {
    let failed = |error| who.failed(error);
    let own = account::show(&who.app, who.user, who.now).await.map_err(failed)?;
    if own.user.external.is_some() {
        return Ok(Redirect::to(paths::ACCOUNT).into_response());
    }
    if own.user.has_totp() {
        return answer(site, who, None, fault);
    }
    let proposed = second_factor::propose(&who.app, who.user, who.now).await.map_err(failed)?;
    answer(site, who, Some(proposed), fault)
}

pub async fn show(site: Site, who: SignedIn) -> Result<Response, Failure> {
    anew(&site, &who, None).await
}

#[derive(Deserialize)]
pub struct Code {
    csrf: String,
    #[serde(default)]
    code: String,
}

impl Keyed for Code {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn confirm(
    site: Site,
    headers: HeaderMap,
    SignedForm { who, form }: SignedForm<Code>,
) -> Result<Response, Failure> {
    let step = door::step(&site, &headers).unwrap_or_default();
    let own = cookie(&headers, cookie_name(site.options)).unwrap_or_default();
    let outcome = second_factor::confirm(&who.app, who.user, step, own, &form.code, who.now).await;
    match outcome.map_err(|error| who.failed(error))? {
        Outcome::Done => Ok(done(&site, "/account?done=factor")),
        Outcome::Wrong(proposed) => answer(&site, &who, proposed, Some(who.t.factor_wrong().to_owned())),
        Outcome::Over => anew(&site, &who, Some(who.t.factor_over().to_owned())).await,
        Outcome::Wait { minutes } => anew(&site, &who, Some(who.t.sign_in_too_many(minutes))).await,
    }
}

pub async fn remove(site: Site, SignedForm { who, form }: SignedForm<Code>) -> Result<Response, Failure> {
    let outcome = second_factor::remove(&who.app, who.user, &form.code, who.now).await;
    match outcome.map_err(|error| who.failed(error))? {
        Outcome::Done | Outcome::Over => Ok(done(&site, "/account?done=no-factor")),
        Outcome::Wrong(_) => answer(&site, &who, None, Some(who.t.factor_wrong().to_owned())),
        Outcome::Wait { minutes } => answer(&site, &who, None, Some(who.t.sign_in_too_many(minutes))),
    }
}

fn done(site: &Site, to: &str) -> Response {
    ([(SET_COOKIE, door::set_step(site, None))], Redirect::to(to)).into_response()
}
