//! What the pages before a sign-in share: the key of their forms, which a cookie holds until there is a sign-in to hold
//! it; the cookie of a step; the way in.

use std::net::SocketAddr;

use askama::Template;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use lods_app::access::sign_in::{self, Keys};
use lods_app::access::tokens::random_key;
use lods_app::courses::list::municipality;
use lods_i18n::Texts;

use super::language;
use crate::csrf::{same_key, same_origin};
use crate::page::{Nav, Notice, Page};
use crate::signed_in::{cookie, cookie_name, named, set_cookie};
use crate::{Failure, Site, paths};

/// Holds the key of the forms before a sign-in.
const FORM: &str = "lods-form";
/// Holds the token of the step that waits.
const STEP: &str = "lods-step";

/// The frame of a page before a sign-in, with the key for its form.
pub async fn page(
    site: &Site,
    headers: &HeaderMap,
    title: fn(Texts) -> &'static str,
    notice: Option<Notice>,
    here: String,
) -> Result<Page, Failure> {
    let lang = language::of(headers);
    let t = Texts::new(lang);
    let (municipality, demo) = municipality(&site.app).await?;
    let kept = cookie(headers, &named(site.options, FORM)).filter(|key| key.len() == 64).map(str::to_owned);
    Ok(Page {
        t,
        lang,
        title: title(t).to_owned(),
        municipality,
        demo,
        user: None,
        csrf: kept.map_or_else(random_key, Ok)?,
        nav: Nav::Nowhere,
        notice,
        here,
    })
}

/// The page, with the cookie that its form needs.
pub fn answer(site: &Site, status: StatusCode, csrf: &str, shown: &impl Template) -> Result<Response, Failure> {
    let cookie = set_cookie(site.options, &named(site.options, FORM), Some(csrf));
    Ok((status, [(SET_COOKIE, cookie)], Html(shown.render()?)).into_response())
}

/// Whether the form came from a page of ours, with its key. A refusal leaves an event.
pub async fn check(site: &Site, headers: &HeaderMap, peer: SocketAddr, csrf: &str) -> Result<(), Failure> {
    let name = named(site.options, FORM);
    if same_origin(headers) && same_key(csrf, cookie(headers, &name).unwrap_or_default()) {
        return Ok(());
    }
    sign_in::form_refused(&site.app, &caller(site, headers, peer), site.now).await?;
    Err(Failure::bad_request().in_language(language::of(headers)))
}

/// The caller's address: the socket's, or what the proxy in front wrote last.
pub fn caller(site: &Site, headers: &HeaderMap, peer: SocketAddr) -> String {
    let forwarded = headers.get_all("x-forwarded-for").iter().next_back().and_then(|list| list.to_str().ok());
    let last = forwarded.and_then(|list| list.rsplit(',').next()).map(str::trim);
    match last.filter(|_| site.options.behind_proxy) {
        Some(address) => address.to_owned(),
        None => peer.ip().to_string(),
    }
}

/// The token of the step that waits in this browser.
pub fn step<'h>(site: &Site, headers: &'h HeaderMap) -> Option<&'h str> {
    cookie(headers, &named(site.options, STEP)).filter(|token| !token.is_empty())
}

/// `Set-Cookie` for the token of a step; without one it is taken back.
pub fn set_step(site: &Site, token: Option<&str>) -> String {
    set_cookie(site.options, &named(site.options, STEP), token)
}

/// To the page of the next step.
pub fn to_step(site: &Site, keys: &Keys, page: &'static str) -> Response {
    ([(SET_COOKIE, set_step(site, Some(&keys.token)))], Redirect::to(page)).into_response()
}

/// Into the application, to where the user wanted to be. What the browser was signed in to before ends.
pub async fn enter(site: &Site, headers: &HeaderMap, keys: &Keys) -> Result<Response, Failure> {
    let name = cookie_name(site.options);
    if let Some(earlier) = cookie(headers, name).filter(|token| !token.is_empty()) {
        sign_in::end_earlier(&site.app, earlier, site.now).await?;
    }
    let cookies = AppendHeaders([
        (SET_COOKIE, set_cookie(site.options, name, Some(&keys.token))),
        (SET_COOKIE, set_step(site, None)),
    ]);
    let back = if keys.back.is_empty() { paths::TODAY } else { paths::own(&keys.back) };
    Ok((cookies, Redirect::to(back)).into_response())
}
