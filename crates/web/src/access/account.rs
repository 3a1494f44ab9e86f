//! The own account: who one is here, which roles one holds, and a new password.

use askama::Template;
use axum::extract::Query;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::account::{self, Changed};
use lods_app::access::sign_in;
use lods_app::store::users::Held;
use lods_domain::Day;
use lods_i18n::Texts;
use serde::Deserialize;

use super::{sign_out, weakness};
use crate::csrf::{Keyed, SignedForm};
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::Asked;
use crate::signed_in::{cookie, cookie_name};
use crate::{Failure, SignedIn, Site};

/// A role in a table.
pub struct RoleRow {
    pub assignment: i64,
    pub role: &'static str,
    pub place: String,
    pub period: String,
    pub over: bool,
}

impl RoleRow {
    /// As held on the day or at another time.
    pub fn new(t: Texts, held: &Held, today: Day) -> RoleRow {
        let one = &held.assignment;
        let from = t.date(one.valid_from);
        let whole = if held.place.is_empty() { t.account_whole_municipality() } else { held.place.as_str() };
        RoleRow {
            assignment: held.id,
            role: t.role(one.role),
            place: whole.to_owned(),
            period: one.valid_to.map_or_else(|| t.account_from(&from), |to| t.account_from_to(&from, &t.date(to))),
            over: one.valid_to.is_some_and(|to| to < today),
        }
    }
}

/// What is wrong at each field of the password's form.
#[derive(Default)]
struct Faults {
    old: Option<String>,
    new: Option<&'static str>,
    again: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "access/account.html")]
struct AccountPage {
    page: Page,
    name: String,
    login: String,
    roles: Vec<RoleRow>,
    external: bool,
    has_factor: bool,
    faults: Faults,
}

async fn answer(who: &SignedIn, notice: Option<Notice>, faults: Faults) -> Result<Response, Failure> {
    let own = account::show(&who.app, who.user, who.now).await.map_err(|error| who.failed(error))?;
    let (t, today) = (who.t, who.app.today(who.now));
    let wrong = faults.old.is_some() || faults.new.is_some() || faults.again.is_some();
    let mut page = who.page(Nav::Nowhere, t.account_title());
    page.notice = notice;
    let shown = AccountPage {
        page,
        name: own.user.name.clone(),
        login: own.user.login.clone(),
        roles: own.held.iter().map(|held| RoleRow::new(t, held, today)).collect(),
        external: own.user.external.is_some(),
        has_factor: own.user.has_totp(),
        faults,
    };
    let html = Html(shown.render().map_err(|error| who.failed(error))?);
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, html).into_response())
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let text = match asked.get("done").map(String::as_str) {
        Some("password") => Some(who.t.account_password_changed()),
        Some("factor") => Some(who.t.account_second_factor_set_done()),
        Some("no-factor") => Some(who.t.account_second_factor_removed()),
        _ => None,
    };
    let notice = text.map(|text| Notice { kind: NoticeKind::Success, text: text.to_owned() });
    answer(&who, notice, Faults::default()).await
}

#[derive(Deserialize)]
pub struct NewPassword {
    csrf: String,
    #[serde(default)]
    old: String,
    #[serde(default)]
    new: String,
    #[serde(default)]
    again: String,
}

impl Keyed for NewPassword {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn change_password(
    site: Site,
    headers: HeaderMap,
    SignedForm { who, form }: SignedForm<NewPassword>,
) -> Result<Response, Failure> {
    let t = who.t;
    if form.new != form.again {
        let faults = Faults { again: Some(t.account_password_differs()), ..Faults::default() };
        return answer(&who, None, faults).await;
    }
    let own = cookie(&headers, cookie_name(site.options)).unwrap_or_default();
    let words = (form.old.as_str(), form.new.as_str());
    let changed = account::change_password(&who.app, who.user, own, words, who.now).await;
    let faults = match changed.map_err(|error| who.failed(error))? {
        Changed::Done => return Ok(Redirect::to("/account?done=password").into_response()),
        Changed::WrongOld => Faults { old: Some(t.account_password_wrong().to_owned()), ..Faults::default() },
        Changed::Wait { minutes } => Faults { old: Some(t.sign_in_too_many(minutes)), ..Faults::default() },
        Changed::Weak(weak) => Faults { new: Some(weakness(t, weak)), ..Faults::default() },
        Changed::NoPassword => Faults { new: Some(t.account_external()), ..Faults::default() },
    };
    answer(&who, None, faults).await
}

/// A form with nothing but its key.
#[derive(Deserialize)]
pub struct Bare {
    csrf: String,
}

impl Keyed for Bare {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn sign_out_everywhere(site: Site, asked: SignedForm<Bare>) -> Result<Response, Failure> {
    let who = asked.who;
    sign_in::sign_out_everywhere(&who.app, who.user, who.now).await.map_err(|error| who.failed(error))?;
    Ok(sign_out::signed_out(&site))
}
