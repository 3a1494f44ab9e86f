//! The choice of language: kept with the user, and in a cookie for the pages before signing in.

use axum::extract::Form;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use lods_app::access::users;
use lods_i18n::Lang;
use serde::Deserialize;

use crate::csrf::{same_key, same_origin};
use crate::signed_in::{cookie, cookie_name, named, set_cookie};
use crate::{Failure, Site, paths};

const COOKIE: &str = "lods-language";
const COOKIE_TLS: &str = "__Host-lods-language";

#[derive(Deserialize)]
pub struct Choice {
    csrf: String,
    language: String,
    #[serde(rename = "return")]
    back: String,
}

/// The language of somebody who is not signed in.
#[must_use]
pub fn of(headers: &HeaderMap) -> Lang {
    let kept = cookie(headers, COOKIE_TLS).or_else(|| cookie(headers, COOKIE));
    kept.and_then(Lang::from_code).unwrap_or_default()
}

pub async fn submit(site: Site, headers: HeaderMap, Form(choice): Form<Choice>) -> Result<Response, Failure> {
    let language =
        Lang::from_code(&choice.language).filter(|_| same_origin(&headers)).ok_or_else(Failure::bad_request)?;
    if let Some(token) = cookie(&headers, cookie_name(site.options))
        && let Some(found) = lods_app::access::sign_in::who(&site.app, token, site.now).await?
    {
        if !same_key(&choice.csrf, &found.csrf) {
            return Err(Failure::bad_request());
        }
        users::choose_language(&site.app, found.user(), language, site.now).await?;
    }
    let kept = set_cookie(site.options, &named(site.options, COOKIE), Some(language.code()));
    Ok(([(SET_COOKIE, kept)], Redirect::to(paths::own(&choice.back))).into_response())
}
