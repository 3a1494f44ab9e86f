//! The open form: anybody tells of a young person, and learns nothing. What the page says is the same whoever it is about.

use std::net::SocketAddr;

use askama::Template;
use axum::extract::{ConnectInfo, Form, Query};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use lods_app::access::tokens::random_key;
use lods_app::concerns::report::{self, Reported, Sent};
use lods_i18n::Texts;

use super::entered::{Entered, fault_of};
use super::fields::Fields;
use crate::access::{door, language};
use crate::form::{Fault, written};
use crate::page::{Notice, NoticeKind, Page};
use crate::query::Asked;
use crate::{Failure, Site, paths};

#[derive(Template)]
#[template(path = "concerns/open.html")]
struct OpenPage {
    page: Page,
    /// A report was sent: the page thanks.
    done: bool,
    form: Fields,
}

pub async fn show(site: Site, headers: HeaderMap, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let need_on = written(site.app.today(site.now));
    let entered = Entered { need_on, ..Entered::default() };
    answer(&site, &headers, Answer { done: asked.contains_key("done"), ..Answer::of(entered) }).await
}

pub async fn submit(
    site: Site,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    door::check(&site, &headers, peer, &entered.csrf).await?;
    let t = Texts::new(language::of(&headers));
    let told = match entered.told(t, site.app.today(site.now)) {
        Ok(told) => told,
        Err(faults) => return answer(&site, &headers, Answer { faults, ..Answer::of(entered) }).await,
    };
    let sent = Sent { key: &entered.key, told: &told };
    let caller = door::caller(&site, &headers, peer);
    let wrong = match report::by_anybody(&site.app, &caller, sent, site.now).await? {
        Reported::Done => return Ok(Redirect::to(&format!("{}?done=1", paths::CONCERN)).into_response()),
        Reported::Faults(faults) => {
            let faults = faults.into_iter().map(|fault| fault_of(t, fault)).collect();
            Answer { faults, ..Answer::of(entered) }
        }
        Reported::NoKey => {
            let notice = Some(t.concern_no_key().to_owned());
            Answer {
                status: StatusCode::UNPROCESSABLE_ENTITY,
                notice,
                ..Answer::of(Entered { key: String::new(), ..entered })
            }
        }
        Reported::Wait { minutes } => {
            let notice = Some(t.concern_wait(minutes));
            Answer { status: StatusCode::TOO_MANY_REQUESTS, notice, ..Answer::of(entered) }
        }
    };
    answer(&site, &headers, wrong).await
}

/// What the page shows.
struct Answer {
    status: StatusCode,
    notice: Option<String>,
    done: bool,
    entered: Entered,
    faults: Vec<Fault>,
}

impl Answer {
    fn of(entered: Entered) -> Answer {
        Answer { status: StatusCode::OK, notice: None, done: false, entered, faults: Vec::new() }
    }
}

async fn answer(site: &Site, headers: &HeaderMap, shown: Answer) -> Result<Response, Failure> {
    let notice = shown.notice.map(|text| Notice { kind: NoticeKind::Warning, text });
    let page = door::page(site, headers, |t| t.concern_title(), notice, paths::CONCERN.to_owned()).await?;
    let status = if shown.faults.is_empty() { shown.status } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut entered = shown.entered;
    if entered.key.is_empty() {
        entered.key = random_key()?;
    }
    let csrf = page.csrf.clone();
    let form = Fields::new(page.t, entered, shown.faults.into(), true);
    door::answer(site, status, &csrf, &OpenPage { page, done: shown.done, form })
}
