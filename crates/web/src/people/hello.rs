//! A link that signs a young person in once. The page has a button, so that a preview of the link does not use it up.

use std::net::SocketAddr;

use askama::Template;
use axum::extract::{ConnectInfo, Form, Path};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Redirect, Response};
use lods_app::people::links;
use lods_i18n::Texts;
use serde::Deserialize;

use crate::access::{door, language};
use crate::page::Page;
use crate::{Failure, Site, paths};

#[derive(Template)]
#[template(path = "people/hello.html")]
struct HelloHtml {
    page: Page,
    /// The link was used, or is too old.
    gone: bool,
}

pub async fn show(site: Site, headers: HeaderMap, Path(token): Path<String>) -> Result<Response, Failure> {
    answer(&site, &headers, &token, false).await
}

async fn answer(site: &Site, headers: &HeaderMap, token: &str, gone: bool) -> Result<Response, Failure> {
    // Back to this page in another language: only what looks like one of our tokens is written into it.
    let own = token.len() == 64 && token.bytes().all(|byte| byte.is_ascii_hexdigit());
    let here = if own && !gone { paths::hello(token) } else { paths::SIGN_IN.to_owned() };
    let title = if gone { |t: Texts| t.hello_gone_heading() } else { |t: Texts| t.hello_title() };
    let page = door::page(site, headers, title, None, here).await?;
    let status = if gone { StatusCode::GONE } else { StatusCode::OK };
    let csrf = page.csrf.clone();
    door::answer(site, status, &csrf, &HelloHtml { page, gone })
}

#[derive(Deserialize)]
pub struct Follow {
    csrf: String,
}

pub async fn follow(
    site: Site,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Path(token): Path<String>,
    Form(form): Form<Follow>,
) -> Result<Response, Failure> {
    door::check(&site, &headers, peer, &form.csrf).await?;
    sign_in(&site, &headers, &token).await
}

async fn sign_in(site: &Site, headers: &HeaderMap, token: &str) -> Result<Response, Failure> {
    match links::follow(&site.app, token, site.now).await? {
        Some(keys) => door::enter(site, headers, &keys).await,
        None => answer(site, headers, token, true).await,
    }
}

#[derive(Deserialize)]
pub struct Demo {
    csrf: String,
    account: String,
}

/// The buttons on a demonstration's sign-in page: makes a link and leads to it.
pub async fn make_for_demo(
    site: Site,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Form(form): Form<Demo>,
) -> Result<Redirect, Failure> {
    door::check(&site, &headers, peer, &form.csrf).await?;
    let made = links::make_for_demo(&site.app, &form.account, site.now).await?;
    let token = made.ok_or_else(|| Failure::not_found().in_language(language::of(&headers)))?;
    Ok(Redirect::to(&paths::hello(&token)))
}
