//! A link that signs a young person in once. The page has a button, so that a preview of the link does not use it up.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::tokens::random_key;
use lods_app::courses::list::municipality;
use lods_app::people::links;
use lods_i18n::Texts;
use serde::Deserialize;

use crate::access::language;
use crate::access::sign_in::FORM_COOKIE;
use crate::csrf::{same_key, same_origin};
use crate::page::{Nav, Page};
use crate::signed_in::{cookie, cookie_name, set_cookie};
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
    let lang = language::of(headers);
    let t = Texts::new(lang);
    let (municipality, demo) = municipality(&site.app).await?;
    let kept = cookie(headers, FORM_COOKIE).filter(|key| key.len() == 64).map(str::to_owned);
    let csrf = kept.map_or_else(random_key, Ok)?;
    let title = if gone { t.hello_gone_heading() } else { t.hello_title() };
    // Back to this page in another language: only what looks like one of our tokens is written into it.
    let own = token.len() == 64 && token.bytes().all(|byte| byte.is_ascii_hexdigit());
    let here = if own && !gone { paths::hello(token) } else { paths::SIGN_IN.to_owned() };
    let page = Page {
        t,
        lang,
        title: title.to_owned(),
        municipality,
        demo,
        user: None,
        csrf: csrf.clone(),
        nav: Nav::Nowhere,
        notice: None,
        here,
    };
    let status = if gone { StatusCode::GONE } else { StatusCode::OK };
    let cookie = set_cookie(site.options, FORM_COOKIE, Some(&csrf));
    Ok((status, [(SET_COOKIE, cookie)], Html(HelloHtml { page, gone }.render()?)).into_response())
}

#[derive(Deserialize)]
pub struct Follow {
    csrf: String,
}

pub async fn follow(
    site: Site,
    headers: HeaderMap,
    Path(token): Path<String>,
    Form(form): Form<Follow>,
) -> Result<Response, Failure> {
    check(&headers, &form.csrf)?;
    sign_in(&site, &headers, &token).await
}

/// The form is from a page of ours.
fn check(headers: &HeaderMap, csrf: &str) -> Result<(), Failure> {
    let key = cookie(headers, FORM_COOKIE).unwrap_or_default();
    let ours = same_origin(headers) && same_key(csrf, key);
    if ours { Ok(()) } else { Err(Failure::bad_request().in_language(language::of(headers))) }
}

async fn sign_in(site: &Site, headers: &HeaderMap, token: &str) -> Result<Response, Failure> {
    match links::follow(&site.app, token, site.now).await? {
        Some(keys) => {
            let cookie = set_cookie(site.options, cookie_name(site.options), Some(&keys.token));
            Ok(([(SET_COOKIE, cookie)], Redirect::to(paths::TODAY)).into_response())
        }
        None => answer(site, headers, token, true).await,
    }
}

#[derive(Deserialize)]
pub struct Demo {
    csrf: String,
    account: String,
}

/// The buttons on a demonstration's sign-in page: makes a link and leads to it.
pub async fn make_for_demo(site: Site, headers: HeaderMap, Form(form): Form<Demo>) -> Result<Redirect, Failure> {
    check(&headers, &form.csrf)?;
    let made = links::make_for_demo(&site.app, &form.account, site.now).await?;
    let token = made.ok_or_else(|| Failure::not_found().in_language(language::of(&headers)))?;
    Ok(Redirect::to(&paths::hello(&token)))
}
