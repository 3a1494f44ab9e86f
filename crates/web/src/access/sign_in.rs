//! The sign-in page. A demonstration says that it is one, and who can sign in.

use std::net::SocketAddr;

use askama::Template;
use axum::extract::{ConnectInfo, Form, Query};
use axum::http::header::{HOST, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::sign_in::{self, Attempt};
use lods_app::access::tokens::random_key;
use lods_app::courses::list::municipality;
use lods_app::exchange::demo;
use lods_domain::access::Role;
use lods_i18n::Texts;
use serde::Deserialize;

use super::language;
use crate::csrf::{same_key, same_origin};
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::address;
use crate::signed_in::{cookie, cookie_name, set_cookie};
use crate::{Failure, Site, paths};

/// Holds the key of the sign-in form, before there is a sign-in to hold it.
pub const FORM_COOKIE: &str = "lods-form";
/// The page after signing out.
pub const SIGNED_OUT: &str = "/sign-in?out=1";

/// The sign-in page, with the way back.
#[must_use]
pub fn path(back: &str) -> String {
    let back = if back == paths::TODAY { "" } else { back };
    address(paths::SIGN_IN, &[("back", back.to_owned())])
}

#[derive(Deserialize, Default)]
pub struct Asked {
    back: Option<String>,
    out: Option<String>,
}

#[derive(Deserialize)]
pub struct SignIn {
    csrf: String,
    login: String,
    password: String,
    #[serde(default)]
    back: String,
}

/// An account of the demonstration, in its table.
struct Account {
    login: &'static str,
    role: &'static str,
    sees: &'static str,
}

#[derive(Template)]
#[template(path = "access/sign_in.html")]
struct SignInPage {
    page: Page,
    back: String,
    login: String,
    fault: Option<String>,
    accounts: Vec<Account>,
    password: &'static str,
    /// Other municipalities of the demonstration: address and name.
    others: Vec<(String, &'static str)>,
    /// Accounts of the demonstration that are opened by a link: login, and what the button says.
    doors: [(&'static str, &'static str); 2],
}

pub async fn show(site: Site, headers: HeaderMap, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let t = Texts::new(language::of(&headers));
    let back = asked.back.unwrap_or_default();
    let notice = match (asked.out.is_some(), back.is_empty()) {
        (true, _) => Some((NoticeKind::Success, t.sign_in_signed_out())),
        (false, false) if cookie(&headers, cookie_name(site.options)).is_some() => {
            Some((NoticeKind::Information, t.sign_in_session_ended()))
        }
        _ => None,
    };
    let notice = notice.map(|(kind, text)| Notice { kind, text: text.to_owned() });
    let form = Shown { back, login: String::new(), fault: None, notice };
    answer(&site, &headers, StatusCode::OK, form).await
}

/// What the page shows of an attempt.
struct Shown {
    back: String,
    login: String,
    fault: Option<String>,
    notice: Option<Notice>,
}

async fn answer(site: &Site, headers: &HeaderMap, status: StatusCode, shown: Shown) -> Result<Response, Failure> {
    let lang = language::of(headers);
    let t = Texts::new(lang);
    let (municipality, demo) = municipality(&site.app).await?;
    let kept = cookie(headers, FORM_COOKIE).filter(|key| key.len() == 64).map(str::to_owned);
    let csrf = kept.map_or_else(random_key, Ok)?;
    let page = Page {
        t,
        lang,
        title: t.sign_in_title().to_owned(),
        municipality,
        demo,
        user: None,
        csrf: csrf.clone(),
        nav: Nav::Nowhere,
        notice: shown.notice,
        here: path(&shown.back),
    };
    let template = SignInPage {
        page,
        back: shown.back,
        login: shown.login,
        fault: shown.fault,
        accounts: if demo { accounts(t) } else { Vec::new() },
        password: demo::PASSWORD,
        others: if demo { others(headers) } else { Vec::new() },
        doors: [(demo::YOUNG, t.hello_demo_young()), (demo::NETWORK, t.hello_demo_network())],
    };
    let cookie = set_cookie(site.options, FORM_COOKIE, Some(&csrf));
    Ok((status, [(SET_COOKIE, cookie)], Html(template.render()?)).into_response())
}

fn accounts(t: Texts) -> Vec<Account> {
    let account = |(login, role): (&'static str, Role)| Account { login, role: t.role(role), sees: t.role_sees(role) };
    demo::accounts().into_iter().map(account).collect()
}

/// The demonstration's municipalities on their own host names, at the port of this request.
fn others(headers: &HeaderMap) -> Vec<(String, &'static str)> {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let port = host.rsplit_once(':').map(|(_, port)| format!(":{port}")).unwrap_or_default();
    let address = |(key, name)| (format!("http://{key}.localhost{port}{}", paths::SIGN_IN), name);
    demo::municipalities().into_iter().map(address).collect()
}

pub async fn submit(
    site: Site,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Form(form): Form<SignIn>,
) -> Result<Response, Failure> {
    let lang = language::of(&headers);
    let t = Texts::new(lang);
    let key = cookie(&headers, FORM_COOKIE).unwrap_or_default();
    if !same_origin(&headers) || !same_key(&form.csrf, key) {
        return Err(Failure::bad_request().in_language(lang));
    }
    let caller = caller(&site, &headers, peer);
    let (status, fault) = match sign_in::sign_in(&site.app, &form.login, &form.password, &caller, site.now).await? {
        Attempt::In(keys) => {
            let cookie = set_cookie(site.options, cookie_name(site.options), Some(&keys.token));
            let back = if form.back.is_empty() { paths::TODAY } else { paths::own(&form.back) };
            return Ok(([(SET_COOKIE, cookie)], Redirect::to(back)).into_response());
        }
        Attempt::Wrong => (StatusCode::UNPROCESSABLE_ENTITY, t.sign_in_wrong().to_owned()),
        Attempt::Wait { minutes } => (StatusCode::TOO_MANY_REQUESTS, t.sign_in_too_many(minutes)),
    };
    let shown = Shown { back: form.back, login: form.login, fault: Some(fault), notice: None };
    answer(&site, &headers, status, shown).await
}

/// The caller's address: the socket's, or what the proxy in front wrote last.
fn caller(site: &Site, headers: &HeaderMap, peer: SocketAddr) -> String {
    let forwarded = headers.get_all("x-forwarded-for").iter().next_back().and_then(|list| list.to_str().ok());
    let last = forwarded.and_then(|list| list.rsplit(',').next()).map(str::trim);
    match last.filter(|_| site.options.behind_proxy) {
        Some(address) => address.to_owned(),
        None => peer.ip().to_string(),
    }
}
