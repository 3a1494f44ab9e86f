//! Who is signed in: read once for each request, from the cookie.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use axum::http::request::Parts;
use lods_app::access::sign_in;
use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Role, decide};
use lods_domain::ids::UserId;
use lods_i18n::{Lang, Texts};

use crate::failure::Frame;
use crate::menu;
use crate::page::{Nav, Page, PageUser};
use crate::{Failure, Options, Site, Sites};

/// Somebody who is signed in, and everything that a page needs to begin.
#[derive(Debug, Clone)]
pub struct SignedIn {
    pub app: lods_app::App,
    pub now: Moment,
    pub actor: Actor,
    pub user: UserId,
    /// The roles held today.
    pub roles: Vec<Role>,
    pub lang: Lang,
    pub t: Texts,
    /// The key that every form carries.
    pub csrf: String,
    name: String,
    municipality: String,
    demo: bool,
    /// Path and query of the request, or the page of the form that it sent.
    pub here: String,
}

/// The name of the cookie; with TLS its prefix makes the browser keep it to this host and to TLS.
pub fn cookie_name(options: Options) -> &'static str {
    if options.tls { "__Host-lods" } else { "lods" }
}

/// As [`cookie_name`], for another cookie of ours.
pub fn named(options: Options, name: &str) -> String {
    if options.tls { format!("__Host-{name}") } else { name.to_owned() }
}

/// The value of a cookie.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let all = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// `Set-Cookie` for this host alone, out of reach of scripts. Without a value the cookie is taken back.
pub fn set_cookie(options: Options, name: &str, value: Option<&str>) -> String {
    let secure = if options.tls { "; Secure" } else { "" };
    let forget = if value.is_none() { "; Max-Age=0" } else { "" };
    format!("{name}={}; Path=/; HttpOnly; SameSite=Lax{secure}{forget}", value.unwrap_or_default())
}

impl FromRequestParts<Sites> for SignedIn {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, sites: &Sites) -> Result<SignedIn, Failure> {
        // The guard of the route has read it.
        if let Some(who) = parts.extensions.get::<SignedIn>() {
            return Ok(who.clone());
        }
        let here = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        SignedIn::read(parts, sites, here).await
    }
}

impl SignedIn {
    /// Whoever the cookie says. `here` is the page that the request can be led back to.
    pub(crate) async fn read(parts: &mut Parts, sites: &Sites, here: String) -> Result<SignedIn, Failure> {
        let site = Site::from_request_parts(parts, sites).await?;
        // After signing in again a form's page is shown anew: what was sent is not sent twice.
        let failed = || Failure::sign_in(&here);
        let token = cookie(&parts.headers, cookie_name(site.options)).ok_or_else(failed)?;
        let found = sign_in::who(&site.app, token, site.now).await?.ok_or_else(failed)?;
        let lang = Lang::from_code(&found.language).unwrap_or_default();
        Ok(SignedIn {
            now: site.now,
            actor: found.actor(),
            user: found.user(),
            roles: found.user.roles(site.app.today(site.now)),
            lang,
            t: Texts::new(lang),
            demo: found.is_demo,
            csrf: found.csrf,
            name: found.name,
            municipality: found.municipality,
            app: site.app,
            here,
        })
    }

    /// The frame of a page.
    #[must_use]
    pub fn page(&self, nav: Nav, title: impl Into<String>) -> Page {
        Page {
            t: self.t,
            lang: self.lang,
            title: title.into(),
            municipality: self.municipality.clone(),
            demo: self.demo,
            user: Some(PageUser {
                name: self.name.clone(),
                roles: self.roles.iter().map(|role| self.t.role(*role)).collect::<Vec<_>>().join(", "),
                menu: menu::links(self),
            }),
            csrf: self.csrf.clone(),
            nav,
            notice: None,
            here: self.here.clone(),
        }
    }

    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the action is open at all: for menus and buttons. What is done is decided in `app`.
    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        decide(&self.actor, action, self.app.today(self.now)).is_ok()
    }

    /// An error of a use case, told in the user's language.
    pub fn failed(&self, error: impl Into<Failure>) -> Failure {
        let frame = Frame { page: self.page(Nav::Nowhere, ""), emergency: self.may(Action::BreakGlass) };
        error.into().in_frame(frame)
    }
}
