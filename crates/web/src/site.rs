//! Which municipality a request is for: its host name tells.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::{HOST, HeaderMap};
use axum::http::request::Parts;
use lods_app::App;
use lods_domain::Moment;

use crate::Failure;

/// How the application is served.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// A proxy in front speaks TLS: cookies are for TLS only.
    pub tls: bool,
    /// The proxy writes the caller's address last in `X-Forwarded-For`.
    pub behind_proxy: bool,
}

/// The municipalities, by host name.
#[derive(Clone)]
pub struct Sites(Arc<Inner>);

struct Inner {
    hosts: HashMap<String, App>,
    /// Answers on host names that are not listed; `None` refuses them.
    otherwise: Option<App>,
    options: Options,
    clock: fn() -> Moment,
}

impl Sites {
    /// `hosts` are names without port, in small letters.
    #[must_use]
    pub fn new(hosts: HashMap<String, App>, otherwise: Option<App>, options: Options, clock: fn() -> Moment) -> Sites {
        Sites(Arc::new(Inner { hosts, otherwise, options, clock }))
    }

    #[must_use]
    pub fn options(&self) -> Options {
        self.0.options
    }

    #[must_use]
    pub fn now(&self) -> Moment {
        (self.0.clock)()
    }

    fn of(&self, host: &str) -> Option<&App> {
        let name = host
            .rsplit_once(':')
            .map_or(host, |(name, port)| if port.bytes().all(|byte| byte.is_ascii_digit()) { name } else { host });
        self.0.hosts.get(&name.to_ascii_lowercase()).or(self.0.otherwise.as_ref())
    }
}

/// The municipality of a request, and the moment at which it is answered.
#[derive(Debug, Clone)]
pub struct Site {
    pub app: App,
    pub now: Moment,
    pub options: Options,
}

fn host(headers: &HeaderMap) -> &str {
    headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default()
}

impl FromRequestParts<Sites> for Site {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, sites: &Sites) -> Result<Site, Failure> {
        let app = sites.of(host(&parts.headers)).ok_or_else(Failure::not_found)?;
        Ok(Site { app: app.clone(), now: sites.now(), options: sites.options() })
    }
}
