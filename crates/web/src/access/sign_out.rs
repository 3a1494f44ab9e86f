//! Signing out.

use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderName};
use axum::response::{IntoResponse, Redirect, Response};
use lods_app::access::sign_in;
use serde::Deserialize;

use crate::csrf::{Keyed, SignedForm};
use crate::signed_in::{cookie, cookie_name, set_cookie};
use crate::{Failure, Site};

#[derive(Deserialize)]
pub struct SignOut {
    csrf: String,
}

impl Keyed for SignOut {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn submit(site: Site, headers: HeaderMap, asked: SignedForm<SignOut>) -> Result<Response, Failure> {
    let name = cookie_name(site.options);
    let token = cookie(&headers, name).unwrap_or_default();
    sign_in::sign_out(&site.app, token, site.now).await.map_err(|error| asked.who.failed(error))?;
    Ok(signed_out(&site))
}

/// Takes the cookie back, and has the browser drop what it kept of the pages.
pub fn signed_out(site: &Site) -> Response {
    let cookie = set_cookie(site.options, cookie_name(site.options), None);
    let drop = HeaderName::from_static("clear-site-data");
    let to = Redirect::to(super::sign_in::SIGNED_OUT);
    ([(SET_COOKIE, cookie), (drop, "\"cache\",\"storage\"".to_owned())], to).into_response()
}
