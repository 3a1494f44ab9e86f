//! The second step of a sign-in: six digits.

use std::net::SocketAddr;

use askama::Template;
use axum::extract::{ConnectInfo, Form};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use lods_app::access::second_factor::{self, Entered};
use lods_app::access::sign_in::Attempt;
use lods_i18n::Texts;
use serde::Deserialize;

use super::sign_in::OVER;
use super::{door, language};
use crate::page::Page;
use crate::{Failure, Site, paths};

#[derive(Template)]
#[template(path = "access/code.html")]
struct CodePage {
    page: Page,
    fault: Option<String>,
}

async fn answer(
    site: &Site,
    headers: &HeaderMap,
    status: StatusCode,
    fault: Option<String>,
) -> Result<Response, Failure> {
    let page = door::page(site, headers, |t| t.code_title(), None, paths::SIGN_IN_CODE.to_owned()).await?;
    let csrf = page.csrf.clone();
    door::answer(site, status, &csrf, &CodePage { page, fault })
}

pub async fn show(site: Site, headers: HeaderMap) -> Result<Response, Failure> {
    let token = door::step(&site, &headers).unwrap_or_default();
    if second_factor::waits(&site.app, token, site.now).await? {
        answer(&site, &headers, StatusCode::OK, None).await
    } else {
        Ok(Redirect::to(OVER).into_response())
    }
}

#[derive(Deserialize)]
pub struct Code {
    csrf: String,
    #[serde(default)]
    code: String,
}

pub async fn submit(
    site: Site,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Form(form): Form<Code>,
) -> Result<Response, Failure> {
    door::check(&site, &headers, peer, &form.csrf).await?;
    let t = Texts::new(language::of(&headers));
    let token = door::step(&site, &headers).unwrap_or_default();
    match second_factor::enter(&site.app, token, &form.code, site.now).await? {
        Entered::Right(Attempt::In(keys)) => door::enter(&site, &headers, &keys).await,
        Entered::Right(Attempt::NewPassword(keys)) => Ok(door::to_step(&site, &keys, paths::SIGN_IN_PASSWORD)),
        Entered::Right(_) | Entered::Over => Ok(Redirect::to(OVER).into_response()),
        Entered::Wrong { .. } => {
            answer(&site, &headers, StatusCode::UNPROCESSABLE_ENTITY, Some(t.factor_wrong().to_owned())).await
        }
        Entered::Wait { minutes } => {
            answer(&site, &headers, StatusCode::TOO_MANY_REQUESTS, Some(t.sign_in_too_many(minutes))).await
        }
    }
}
