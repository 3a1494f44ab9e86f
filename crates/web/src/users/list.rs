//! Everybody who can sign in.

use askama::Template;
use axum::extract::Query;
use axum::response::Html;
use lods_app::access::accounts;
use lods_app::access::users::Listed;
use lods_i18n::Texts;

use crate::courses::pages::Pages;
use crate::page::{Nav, Page};
use crate::query::{self, Asked};
use crate::{Failure, SignedIn, paths};

/// An account in the table.
struct Row {
    address: String,
    login: String,
    name: String,
    /// With their places, a line each.
    roles: Vec<String>,
    closed: bool,
    factor: bool,
    external: bool,
}

#[derive(Template)]
#[template(path = "users/list.html")]
struct ListPage {
    page: Page,
    count: i64,
    rows: Vec<Row>,
    pages: Pages,
}

fn row(t: Texts, listed: &Listed) -> Row {
    let user = &listed.user;
    let role = |held: &lods_app::store::users::Held| match held.place.as_str() {
        "" => t.role(held.assignment.role).to_owned(),
        place => format!("{}, {place}", t.role(held.assignment.role)),
    };
    Row {
        address: paths::user(user.id()),
        login: user.login.clone(),
        name: user.name.clone(),
        roles: listed.held.iter().map(role).collect(),
        closed: user.is_disabled(),
        factor: user.has_totp(),
        external: user.external.is_some(),
    }
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let found = accounts::page(&who.app, &who.actor, query::page(&asked), who.now).await;
    let found = found.map_err(|error| who.failed(error))?;
    let shown = ListPage {
        page: who.page(Nav::Users, who.t.users_title()),
        count: found.count,
        rows: found.listed.iter().map(|listed| row(who.t, listed)).collect(),
        pages: Pages::new(found.page, found.pages, |page| query::address(paths::USERS, &[("page", page.to_string())])),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}
