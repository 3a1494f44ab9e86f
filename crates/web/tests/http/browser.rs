//! A browser without a window: it keeps cookies, follows nothing, and counts the statements that a page sends.

use std::collections::HashMap;
use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, Response, StatusCode, header};
use lods_app::App;
use lods_domain::Moment;
use lods_domain::access::Role;
use lods_store::Db;
use lods_testkit::{NOW, TestApp};
use lods_web::{Options, Sites, router};
use tower::ServiceExt;

pub const PASSWORD: &str = "korrekt hest batteri";

/// A browser on one site.
pub struct Browser {
    router: Router,
    db: Db,
    cookies: HashMap<String, String>,
}

/// What came back.
#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub bytes: Vec<u8>,
    /// Statements that the answer took.
    pub statements: u64,
}

impl Page {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn location(&self) -> &str {
        self.headers[header::LOCATION].to_str().unwrap()
    }

    /// The value of the first field with the name.
    pub fn field(&self, name: &str) -> String {
        let text = self.text();
        let at = text.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no field {name}"));
        let rest = &text[at..];
        rest.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned()
    }
}

impl Browser {
    /// Of somebody who has an account in the role, named after it, and signs in.
    pub async fn of_role(test: &TestApp, role: Role) -> Browser {
        test.account(role.code(), role).await;
        let mut browser = Browser::open(test);
        browser.sign_in(role.code()).await;
        browser
    }

    pub fn open(test: &TestApp) -> Browser {
        Browser::at(test.app.clone(), Options::default(), || NOW)
    }

    /// On an application that is served in another way, or at another time.
    pub fn at(app: App, options: Options, clock: fn() -> Moment) -> Browser {
        let db = app.db().clone();
        let sites = Sites::new(HashMap::new(), Some(app), options, clock);
        Browser { router: router(sites), db, cookies: HashMap::new() }
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    pub async fn get(&mut self, path: &str) -> Page {
        let request = self.request("GET", path).body(Body::empty()).unwrap();
        self.send(request).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", escape(value))).collect();
        let request = self
            .request("POST", path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body.join("&")))
            .unwrap();
        self.send(request).await
    }

    /// A form with the key of the page that the user begins on.
    pub async fn post_signed(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let csrf = self.get("/declaration").await.field("csrf");
        let all: Vec<(&str, &str)> = [("csrf", csrf.as_str())].into_iter().chain(fields.iter().copied()).collect();
        self.post(path, &all).await
    }

    pub fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "localhost:8080")
            .header(header::COOKIE, cookies.join("; "))
    }

    pub async fn send(&mut self, mut request: Request<Body>) -> Page {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 5_000))));
        let before = self.db.statements();
        let response = self.router.clone().oneshot(request).await.unwrap();
        self.read(response, before).await
    }

    async fn read(&mut self, response: Response<Body>, before: u64) -> Page {
        let (parts, body) = response.into_parts();
        for line in parts.headers.get_all(header::SET_COOKIE) {
            let (pair, _) = line.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let bytes = to_bytes(body, 64 << 20).await.unwrap().to_vec();
        Page { status: parts.status, headers: parts.headers, bytes, statements: self.db.statements() - before }
    }

    pub async fn sign_in(&mut self, login: &str) {
        let csrf = self.get("/sign-in").await.field("csrf");
        let page = self.post("/sign-in", &[("csrf", &csrf), ("login", login), ("password", PASSWORD)]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    }
}

pub fn escape(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
