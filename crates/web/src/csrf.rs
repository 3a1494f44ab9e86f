//! A form is taken only with the key that was in the page, and only from a page of ours.

use axum::extract::{Form, FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};
use serde::de::DeserializeOwned;

use crate::{Failure, SignedIn, Sites};

/// A form that carries the key.
pub trait Keyed {
    fn csrf(&self) -> &str;
}

/// Whether the browser says that the form comes from a page of this host, or says nothing (an old browser).
pub fn same_origin(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let host = text(HOST.as_str()).unwrap_or_default();
    text(ORIGIN.as_str()).is_none_or(|origin| origin.split_once("://").is_some_and(|(_, from)| from == host))
}

/// Compares two keys in a time that does not tell where they differ.
pub fn same_key(one: &str, other: &str) -> bool {
    one.len() == other.len()
        && !one.is_empty()
        && one.bytes().zip(other.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}

/// A form from whoever is signed in, with the right key.
pub struct SignedForm<T> {
    pub who: SignedIn,
    pub form: T,
}

impl<T: DeserializeOwned + Keyed> FromRequest<Sites> for SignedForm<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, sites: &Sites) -> Result<SignedForm<T>, Failure> {
        use axum::extract::FromRequestParts;
        let (mut parts, body) = request.into_parts();
        let who = SignedIn::from_request_parts(&mut parts, sites).await?;
        let refused = || Failure::bad_request().in_language(who.lang);
        if !same_origin(&parts.headers) {
            return Err(refused());
        }
        let request = Request::from_parts(parts, body);
        let Form(form) = Form::<T>::from_request(request, &()).await.map_err(|_| refused())?;
        if !same_key(form.csrf(), &who.csrf) {
            return Err(refused());
        }
        Ok(SignedForm { who, form })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn another_site_cannot_send_our_forms() {
        assert!(same_origin(&headers(&[("sec-fetch-site", "same-origin")])));
        assert!(!same_origin(&headers(&[("sec-fetch-site", "cross-site")])));
        assert!(!same_origin(&headers(&[("sec-fetch-site", "same-site")])));
        assert!(same_origin(&headers(&[("host", "lods.example"), ("origin", "https://lods.example")])));
        assert!(!same_origin(&headers(&[("host", "lods.example"), ("origin", "https://other.example")])));
        assert!(same_key("abc", "abc") && !same_key("abc", "abd") && !same_key("", ""));
    }
}
