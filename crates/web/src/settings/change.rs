//! A rule with all its values, and a new one from a day on.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::settings;
use lods_domain::Day;
use lods_domain::rules::{Rule, RuleCode};
use serde::Deserialize;

use super::list::since;
use crate::csrf::{Keyed, SignedForm};
use crate::page::{Nav, Page};
use crate::{Failure, SignedIn, paths};

#[derive(Deserialize, Default)]
pub struct Entered {
    csrf: String,
    #[serde(default)]
    value: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    source: String,
}

impl Keyed for Entered {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

/// A value that the rule has, had or will have.
struct Row {
    value: String,
    since: String,
    source: String,
}

#[derive(Template)]
#[template(path = "settings/change.html")]
struct ChangePage {
    page: Page,
    address: String,
    rows: Vec<Row>,
    bounds: String,
    entered: Entered,
    fault: Option<&'static str>,
}

/// The longest text of a source, in characters.
const LONGEST_SOURCE: usize = 300;

async fn answer(
    who: &SignedIn,
    code: RuleCode,
    entered: Entered,
    fault: Option<&'static str>,
) -> Result<Response, Failure> {
    let rules = settings::rules(&who.app, &who.actor, who.now).await.map_err(|error| who.failed(error))?;
    let t = who.t;
    let (least, most) = code.bounds();
    let row = |rule: &Rule| Row { value: t.whole(rule.value), since: since(t, rule), source: rule.source.clone() };
    let shown = ChangePage {
        page: who.page(Nav::Settings, t.rule(code)),
        address: paths::setting(code),
        rows: rules.rows(code).map(row).collect(),
        bounds: t.settings_bounds(least, most),
        entered,
        fault,
    };
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, Html(shown.render().map_err(|error| who.failed(error))?)).into_response())
}

fn rule_in(who: &SignedIn, path: paths::InPath) -> Result<RuleCode, Failure> {
    paths::setting_of(path).ok_or_else(|| who.failed(Failure::not_found()))
}

pub async fn show(who: SignedIn, path: paths::InPath) -> Result<Response, Failure> {
    let code = rule_in(&who, path)?;
    answer(&who, code, Entered::default(), None).await
}

pub async fn submit(path: paths::InPath, SignedForm { who, form }: SignedForm<Entered>) -> Result<Response, Failure> {
    let code = rule_in(&who, path)?;
    let Ok(value) = form.value.trim().parse() else {
        return answer(&who, code, form, Some(who.t.settings_number())).await;
    };
    let Ok(valid_from) = form.from.trim().parse::<Day>() else {
        return answer(&who, code, form, Some(who.t.refused_day())).await;
    };
    let source = form.source.trim().chars().filter(|c| !c.is_control()).take(LONGEST_SOURCE).collect();
    let new = Rule { code, valid_from, valid_to: None, value, source };
    match settings::change(&who.app, &who.actor, new, who.now).await.map_err(|error| who.failed(error))? {
        Ok(()) => Ok(Redirect::to("/settings?done=1").into_response()),
        Err(fault) => answer(&who, code, form, Some(who.t.rule_fault(fault))).await,
    }
}
