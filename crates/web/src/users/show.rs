//! One account: its roles, and what an administrator can do with it.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use lods_app::access::accounts;
use lods_domain::ids::UserId;

use super::places::{self, Offer};
use crate::access::account::RoleRow;
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::Asked;
use crate::{Failure, SignedIn, paths};

#[derive(Template)]
#[template(path = "users/show.html")]
struct ShowPage {
    page: Page,
    address: String,
    login: String,
    held: Vec<RoleRow>,
    closed: bool,
    factor: bool,
    external: bool,
    /// It is the administrator's own.
    own: bool,
    roles: Vec<Offer>,
    places: Vec<Offer>,
    until: String,
    fault: Option<&'static str>,
}

/// What was chosen in the form that gives a role, and what is wrong with it.
#[derive(Default)]
pub struct Wrong {
    pub role: String,
    pub place: String,
    pub until: String,
    pub fault: Option<&'static str>,
}

pub async fn answer(who: &SignedIn, user: UserId, notice: Option<Notice>, wrong: Wrong) -> Result<Response, Failure> {
    let found = accounts::show(&who.app, &who.actor, user, who.now).await;
    let (listed, known) = found.map_err(|error| who.failed(error))?;
    let (t, today) = (who.t, who.app.today(who.now));
    let found = &listed.user;
    let mut page = who.page(Nav::Users, found.name.clone());
    page.notice = notice;
    let shown = ShowPage {
        page,
        address: paths::user(user),
        login: found.login.clone(),
        held: listed.held.iter().map(|held| RoleRow::new(t, held, today)).collect(),
        closed: found.is_disabled(),
        factor: found.has_totp(),
        external: found.external.is_some(),
        own: user == who.user,
        roles: places::roles(t, &wrong.role, found.mentor().is_some()),
        places: places::offers(t, &known, &wrong.place),
        until: wrong.until,
        fault: wrong.fault,
    };
    let status = if wrong.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, Html(shown.render().map_err(|error| who.failed(error))?)).into_response())
}

pub async fn show(who: SignedIn, user: paths::InPath, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let user = paths::user_of(user).ok_or_else(|| who.failed(Failure::not_found()))?;
    let text = match asked.get("done").map(String::as_str) {
        Some("role") => Some(who.t.users_done_role()),
        Some("end") => Some(who.t.users_done_end()),
        Some("factor") => Some(who.t.users_done_factor()),
        Some("close") => Some(who.t.users_done_close()),
        _ => None,
    };
    let notice = text.map(|text| Notice { kind: NoticeKind::Success, text: text.to_owned() });
    answer(&who, user, notice, Wrong::default()).await
}
