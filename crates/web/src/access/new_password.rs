//! The step after a temporary password: one of one's own.

use std::net::SocketAddr;

use askama::Template;
use axum::extract::{ConnectInfo, Form};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use lods_app::access::account::{self, Chosen};
use lods_app::access::second_factor;
use lods_i18n::Texts;
use serde::Deserialize;

use super::sign_in::OVER;
use super::{door, language, weakness};
use crate::page::Page;
use crate::{Failure, Site, paths};

#[derive(Template)]
#[template(path = "access/new_password.html")]
struct NewPasswordPage {
    page: Page,
    fault: Option<&'static str>,
}

async fn answer(site: &Site, headers: &HeaderMap, fault: Option<&'static str>) -> Result<Response, Failure> {
    let page = door::page(site, headers, |t| t.chosen_title(), None, paths::SIGN_IN_PASSWORD.to_owned()).await?;
    let csrf = page.csrf.clone();
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    door::answer(site, status, &csrf, &NewPasswordPage { page, fault })
}

pub async fn show(site: Site, headers: HeaderMap) -> Result<Response, Failure> {
    let token = door::step(&site, &headers).unwrap_or_default();
    if second_factor::waits(&site.app, token, site.now).await? {
        answer(&site, &headers, None).await
    } else {
        Ok(Redirect::to(OVER).into_response())
    }
}

#[derive(Deserialize)]
pub struct Own {
    csrf: String,
    #[serde(default)]
    new: String,
    #[serde(default)]
    again: String,
}

pub async fn submit(
    site: Site,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Form(form): Form<Own>,
) -> Result<Response, Failure> {
    door::check(&site, &headers, peer, &form.csrf).await?;
    let t = Texts::new(language::of(&headers));
    if form.new != form.again {
        return answer(&site, &headers, Some(t.account_password_differs())).await;
    }
    let token = door::step(&site, &headers).unwrap_or_default();
    match account::choose_password(&site.app, token, &form.new, site.now).await? {
        Chosen::In(keys) => door::enter(&site, &headers, &keys).await,
        Chosen::Weak(weak) => answer(&site, &headers, Some(weakness(t, weak))).await,
        Chosen::Over => Ok(Redirect::to(OVER).into_response()),
    }
}
