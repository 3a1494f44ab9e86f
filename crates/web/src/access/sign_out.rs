//! Signing out.

use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
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
    let to = Redirect::to(super::sign_in::SIGNED_OUT);
    Ok(([(SET_COOKIE, set_cookie(site.options, name, None))], to).into_response())
}
