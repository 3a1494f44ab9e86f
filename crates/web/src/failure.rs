//! What a person sees when something does not go: a page that says what and what to do, and nothing about anybody.

use askama::Template;
use axum::extract::OriginalUri;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_domain::access::{Denied, Why};
use lods_i18n::{Lang, Texts};

use crate::page::{Nav, Page};
use crate::paths;

/// Why there is no ordinary answer.
#[derive(Debug)]
pub struct Failure {
    what: What,
    lang: Lang,
    /// The page of whoever is signed in.
    frame: Option<Box<Frame>>,
}

/// What a page of somebody who is signed in begins with.
#[derive(Debug)]
pub struct Frame {
    pub page: Page,
    /// Whether they may open a course by emergency access.
    pub emergency: bool,
}

#[derive(Debug)]
enum What {
    /// Nobody is signed in: to the sign-in page, and back to this path afterwards.
    SignIn(String),
    BadRequest,
    Denied(Denied),
    NotFound,
    /// The reference stands in the log, with the cause.
    Internal(String),
}

impl Failure {
    fn new(what: What) -> Failure {
        Failure { what, lang: Lang::default(), frame: None }
    }

    /// The page speaks this language.
    #[must_use]
    pub fn in_language(self, lang: Lang) -> Failure {
        Failure { lang, ..self }
    }

    /// The page has the menu of whoever is signed in.
    #[must_use]
    pub fn in_frame(self, frame: Frame) -> Failure {
        Failure { lang: frame.page.lang, frame: Some(Box::new(frame)), ..self }
    }

    #[must_use]
    pub fn sign_in(back: &str) -> Failure {
        Failure::new(What::SignIn(back.to_owned()))
    }

    #[must_use]
    pub fn bad_request() -> Failure {
        Failure::new(What::BadRequest)
    }

    #[must_use]
    pub fn not_found() -> Failure {
        Failure::new(What::NotFound)
    }

    /// Something of ours went wrong; the cause goes to the log, under a reference that the page shows.
    pub fn internal(cause: &dyn std::error::Error) -> Failure {
        let reference = lods_app::access::tokens::random_key()
            .map_or_else(|_| "?".to_owned(), |key| key.chars().take(8).collect::<String>());
        tracing::error!(%reference, cause = %cause, "a request failed");
        Failure::new(What::Internal(reference))
    }
}

impl From<lods_app::Error> for Failure {
    fn from(error: lods_app::Error) -> Failure {
        match error {
            lods_app::Error::Denied(denied) => Failure::new(What::Denied(denied)),
            lods_app::Error::NotFound => Failure::not_found(),
            error => Failure::internal(&error),
        }
    }
}

impl From<lods_app::store::Error> for Failure {
    fn from(error: lods_app::store::Error) -> Failure {
        Failure::internal(&error)
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Failure {
        Failure::internal(&error)
    }
}

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    page: Page,
    text: String,
    /// The way to emergency access is shown.
    emergency: bool,
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let t = Texts::new(self.lang);
        let (status, title, text) = match self.what {
            What::SignIn(back) => return Redirect::to(&crate::access::sign_in::path(&back)).into_response(),
            What::BadRequest => {
                (StatusCode::BAD_REQUEST, t.error_bad_request_title(), t.error_bad_request_text().to_owned())
            }
            What::Denied(Denied { why: Why::NotDeclared, .. }) => {
                return Redirect::to(paths::DECLARATION).into_response();
            }
            What::Denied(Denied { action, .. }) => {
                let text = format!("{} {}", t.denied(action), t.error_forbidden_text());
                (StatusCode::FORBIDDEN, t.error_forbidden_title(), text)
            }
            What::NotFound => (StatusCode::NOT_FOUND, t.error_not_found_title(), t.error_not_found_text().to_owned()),
            What::Internal(reference) => {
                let text = t.error_internal_text(&reference);
                (StatusCode::INTERNAL_SERVER_ERROR, t.error_internal_title(), text)
            }
        };
        let emergency = status == StatusCode::NOT_FOUND && self.frame.as_ref().is_some_and(|frame| frame.emergency);
        let page = self.frame.map_or_else(|| bare(t, self.lang), |frame| frame.page);
        let page = Page { title: title.to_owned(), here: paths::TODAY.to_owned(), ..page };
        match (FailurePage { page, text, emergency }).render() {
            Ok(html) => (status, Html(html)).into_response(),
            Err(_) => status.into_response(),
        }
    }
}

/// The page of nobody.
fn bare(t: Texts, lang: Lang) -> Page {
    Page {
        t,
        lang,
        title: String::new(),
        municipality: String::new(),
        demo: false,
        user: None,
        csrf: String::new(),
        nav: Nav::Nowhere,
        notice: None,
        here: paths::TODAY.to_owned(),
    }
}

/// The answer on any other path.
pub async fn no_such_page(_uri: OriginalUri, headers: HeaderMap) -> Failure {
    Failure::not_found().in_language(crate::access::language::of(&headers))
}
