//! Every rule as it is today.

use askama::Template;
use axum::extract::Query;
use axum::response::Html;
use lods_app::settings;
use lods_domain::Day;
use lods_domain::rules::{Rule, RuleCode, Rules};
use lods_i18n::Texts;

use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::Asked;
use crate::{Failure, SignedIn, paths};

/// A rule in the table.
struct Row {
    address: String,
    name: &'static str,
    value: String,
    since: String,
    source: String,
    /// What it will be, and from when.
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "settings/list.html")]
struct ListPage {
    page: Page,
    rows: Vec<Row>,
}

/// Since when: a seed's rule has always been.
pub fn since(t: Texts, rule: &Rule) -> String {
    if rule.valid_from <= Day::FIRST { t.settings_always().to_owned() } else { t.date(rule.valid_from) }
}

fn row(t: Texts, rules: &Rules, code: RuleCode, today: Day) -> Row {
    let now = rules.row(code, today);
    let next = rules.rows(code).find(|rule| rule.valid_from > today);
    Row {
        address: paths::setting(code),
        name: t.rule(code),
        value: now.map(|rule| t.whole(rule.value)).unwrap_or_default(),
        since: now.map(|rule| since(t, rule)).unwrap_or_default(),
        source: now.map(|rule| rule.source.clone()).unwrap_or_default(),
        next: next.map(|rule| t.settings_next(&t.date(rule.valid_from), &t.whole(rule.value))),
    }
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let rules = settings::rules(&who.app, &who.actor, who.now).await.map_err(|error| who.failed(error))?;
    let today = who.app.today(who.now);
    let mut page = who.page(Nav::Settings, who.t.settings_title());
    if asked.contains_key("done") {
        page.notice = Some(Notice { kind: NoticeKind::Success, text: who.t.settings_changed().to_owned() });
    }
    let rows = RuleCode::ALL.iter().map(|code| row(who.t, &rules, *code, today)).collect();
    Ok(Html(ListPage { page, rows }.render().map_err(|error| who.failed(error))?))
}
