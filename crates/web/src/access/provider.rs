//! To the municipality's provider and back. The way there is a link and no form, because a browser holds a form to the
//! pages of this host, also where the answer sends it on; what ties the answer to this browser is the step's cookie. From
//! another site's page the link leads to the sign-in page: nobody is signed in by what they did not click here.

use askama::Template;
use axum::extract::Query;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use lods_app::access::provider::{self, Answer, NotIn};
use lods_i18n::Texts;
use serde::Deserialize;

use super::{door, sign_in};
use crate::csrf::same_origin;
use crate::page::Page;
use crate::{Failure, Site, paths};

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    back: String,
}

pub async fn begin(site: Site, headers: HeaderMap, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    if !same_origin(&headers) {
        return Ok(Redirect::to(&sign_in::path(&asked.back)).into_response());
    }
    match provider::begin(&site.app, &asked.back, site.now).await? {
        Ok(begun) => {
            let cookie = door::set_step(&site, Some(&begun.token));
            Ok(([(SET_COOKIE, cookie)], Redirect::to(&begun.address)).into_response())
        }
        Err(why) => not_in(&site, &headers, why).await,
    }
}

#[derive(Deserialize, Default)]
pub struct Said {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    error: String,
}

pub async fn back(site: Site, headers: HeaderMap, Query(said): Query<Said>) -> Result<Response, Failure> {
    let token = door::step(&site, &headers).unwrap_or_default();
    let answer = Answer { code: &said.code, state: &said.state, error: &said.error };
    match provider::finish(&site.app, token, &answer, site.now).await? {
        Ok(keys) => door::enter(&site, &headers, &keys).await,
        Err(why) => not_in(&site, &headers, why).await,
    }
}

#[derive(Template)]
#[template(path = "access/provider.html")]
struct NotInPage {
    page: Page,
    text: &'static str,
}

async fn not_in(site: &Site, headers: &HeaderMap, why: NotIn) -> Result<Response, Failure> {
    let title: fn(Texts) -> &'static str = match why {
        NotIn::NoRole => |t| t.provider_no_role_title(),
        _ => |t| t.provider_failed_title(),
    };
    let page = door::page(site, headers, title, None, paths::SIGN_IN.to_owned()).await?;
    let (t, csrf) = (page.t, page.csrf.clone());
    let (status, text) = match why {
        NotIn::NoRole => (StatusCode::FORBIDDEN, t.provider_no_role_text()),
        NotIn::Closed => (StatusCode::FORBIDDEN, t.provider_closed_text()),
        NotIn::Level => (StatusCode::FORBIDDEN, t.provider_level_text()),
        NotIn::Refused => (StatusCode::FORBIDDEN, t.provider_refused_text()),
        NotIn::Over => (StatusCode::BAD_REQUEST, t.provider_over_text()),
        NotIn::Provider => (StatusCode::BAD_GATEWAY, t.provider_down_text()),
    };
    door::answer(site, status, &csrf, &NotInPage { page, text })
}
