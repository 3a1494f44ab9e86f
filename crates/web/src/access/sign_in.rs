//! The sign-in page. A demonstration says that it is one, and who can sign in.

use std::net::SocketAddr;

use askama::Template;
use axum::extract::{ConnectInfo, Form, Query};
use axum::http::header::HOST;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use lods_app::access::sign_in::{self, Attempt};
use lods_app::exchange::demo;
use lods_domain::access::Role;
use lods_i18n::Texts;
use serde::Deserialize;

use super::{door, language};
use crate::page::{Notice, NoticeKind, Page};
use crate::query::address;
use crate::signed_in::{cookie, cookie_name};
use crate::{Failure, Site, paths};

/// The page after signing out.
pub const SIGNED_OUT: &str = "/sign-in?out=1";
/// The page after a step that was over.
pub const OVER: &str = "/sign-in?over=1";

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
    over: Option<String>,
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
    /// The way to the municipality's provider, where there is one.
    provider: Option<String>,
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
        _ if asked.over.is_some() => Some((NoticeKind::Information, t.code_over())),
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
    let page = door::page(site, headers, |t| t.sign_in_title(), shown.notice, path(&shown.back)).await?;
    let (t, demo, csrf) = (page.t, page.demo, page.csrf.clone());
    let provider = address(paths::SIGN_IN_PROVIDER, &[("back", shown.back.clone())]);
    let template = SignInPage {
        page,
        provider: site.app.has_provider().then_some(provider),
        back: shown.back,
        login: shown.login,
        fault: shown.fault,
        accounts: if demo { accounts(t) } else { Vec::new() },
        password: demo::PASSWORD,
        others: if demo { others(headers) } else { Vec::new() },
        doors: [(demo::YOUNG, t.hello_demo_young()), (demo::NETWORK, t.hello_demo_network())],
    };
    door::answer(site, status, &csrf, &template)
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
    door::check(&site, &headers, peer, &form.csrf).await?;
    let t = Texts::new(language::of(&headers));
    let caller = door::caller(&site, &headers, peer);
    let attempt = sign_in::begin(&site.app, &form.login, &form.password, &caller, &form.back, site.now).await?;
    let (status, fault) = match attempt {
        Attempt::In(keys) => return door::enter(&site, &headers, &keys).await,
        Attempt::Code(keys) => return Ok(door::to_step(&site, &keys, paths::SIGN_IN_CODE)),
        Attempt::NewPassword(keys) => return Ok(door::to_step(&site, &keys, paths::SIGN_IN_PASSWORD)),
        Attempt::Wrong => (StatusCode::UNPROCESSABLE_ENTITY, t.sign_in_wrong().to_owned()),
        Attempt::Wait { minutes } => (StatusCode::TOO_MANY_REQUESTS, t.sign_in_too_many(minutes)),
    };
    let shown = Shown { back: form.back, login: form.login, fault: Some(fault), notice: None };
    answer(&site, &headers, status, shown).await
}
