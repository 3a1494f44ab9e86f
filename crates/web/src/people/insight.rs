//! Everything held about a person, as files; and the page from which a caseworker gives them, corrects and restricts.

use askama::Template;
use axum::extract::Path;
use axum::extract::Query;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::people::correct::{self, Asking};
use lods_app::people::{insight, json};
use lods_domain::access::Action;
use lods_domain::ids::PersonId;
use lods_domain::people::insight::Insight;
use lods_domain::people::{Correctable, CorrectionFault};
use lods_reports::insight::insight_pdf;
use serde::Deserialize;

use crate::csrf::{Keyed, SignedForm};
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::Asked;
use crate::{Failure, SignedIn, paths};

type InPath = Result<Path<PersonId>, PathRejection>;

fn person(who: &SignedIn, path: InPath) -> Result<PersonId, Failure> {
    path.map(|Path(person)| person).map_err(|_| who.failed(Failure::not_found()))
}

/// A file that the browser keeps. Its name tells of nobody.
fn file(kind: &'static str, name: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

/// Laying out a document takes a core for a while: not on the threads that answer requests.
async fn pdf(who: &SignedIn, insight: Insight) -> Result<Response, Failure> {
    let clock = who.app.clock().clone();
    let made = tokio::task::spawn_blocking(move || insight_pdf(&insight, &clock)).await;
    let made = made.map_err(|error| who.failed(Failure::internal(&error)))?;
    let bytes = made.map_err(|error| who.failed(Failure::internal(&error)))?;
    Ok(file("application/pdf", "indsigt.pdf", bytes))
}

fn as_json(who: &SignedIn, insight: &Insight) -> Response {
    file("application/json", "indsigt.json", json::json(insight, who.app.clock()).into_bytes())
}

pub async fn own_pdf(who: SignedIn) -> Result<Response, Failure> {
    let insight = insight::own(&who.app, &who.actor, who.now).await.map_err(|error| who.failed(error))?;
    pdf(&who, insight).await
}

pub async fn own_json(who: SignedIn) -> Result<Response, Failure> {
    let insight = insight::own(&who.app, &who.actor, who.now).await.map_err(|error| who.failed(error))?;
    Ok(as_json(&who, &insight))
}

async fn of_person(who: &SignedIn, path: InPath) -> Result<Insight, Failure> {
    let id = person(who, path)?;
    insight::of_person(&who.app, &who.actor, id, who.now).await.map_err(|error| who.failed(error))
}

pub async fn person_pdf(who: SignedIn, path: InPath) -> Result<Response, Failure> {
    let insight = of_person(&who, path).await?;
    pdf(&who, insight).await
}

pub async fn person_json(who: SignedIn, path: InPath) -> Result<Response, Failure> {
    let insight = of_person(&who, path).await?;
    Ok(as_json(&who, &insight))
}

#[derive(Template)]
#[template(path = "people/insight.html")]
struct InsightHtml {
    page: Page,
    name: String,
    /// The address of the person's pages.
    base: String,
    corrects: bool,
    erased: bool,
    restricted_on: Option<String>,
    /// Code, label, and whether it is chosen.
    fields: Vec<(&'static str, &'static str, bool)>,
    entered: Correction,
    fault: Option<&'static str>,
}

/// A correction as it was typed.
#[derive(Deserialize, Default)]
pub struct Correction {
    csrf: String,
    #[serde(default)]
    field: String,
    #[serde(default)]
    value: String,
    #[serde(default)]
    reason: String,
}

impl Keyed for Correction {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn show(who: SignedIn, path: InPath, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let id = person(&who, path)?;
    let t = who.t;
    let notice = match asked.get("done").map(String::as_str) {
        Some("corrected") => Some(t.insight_corrected()),
        Some("restricted") => Some(t.insight_restricted_done()),
        Some("lifted") => Some(t.insight_unrestricted_done()),
        _ => None,
    };
    answer(&who, id, Correction::default(), None, notice).await
}

async fn answer(
    who: &SignedIn,
    id: PersonId,
    entered: Correction,
    fault: Option<&'static str>,
    notice: Option<&'static str>,
) -> Result<Html<String>, Failure> {
    let t = who.t;
    let person = insight::page(&who.app, &who.actor, id, who.now).await.map_err(|error| who.failed(error))?;
    let mut page = who.page(Nav::Courses, t.insight_page_title());
    page.notice = notice.map(|text| Notice { kind: NoticeKind::Success, text: text.to_owned() });
    let field = |field: &Correctable| (field.code(), t.correctable(*field), field.code() == entered.field);
    let shown = InsightHtml {
        page,
        name: person.name,
        base: paths::person(id),
        corrects: who.may(Action::Correct),
        erased: person.erased,
        restricted_on: person.restricted_on.map(|day| t.date(day)),
        fields: Correctable::ALL.iter().map(field).collect(),
        entered,
        fault,
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

pub async fn correct(path: InPath, SignedForm { who, form }: SignedForm<Correction>) -> Result<Response, Failure> {
    let id = person(&who, path)?;
    let field = Correctable::from_code(&form.field).ok_or_else(|| who.failed(Failure::bad_request()))?;
    let asking = Asking { field, value: &form.value, reason: &form.reason };
    let done = correct::correct(&who.app, &who.actor, id, asking, who.now).await.map_err(|error| who.failed(error))?;
    let fault = match done {
        Ok(()) => return Ok(Redirect::to(&format!("{}?done=corrected", paths::insight(id))).into_response()),
        Err(CorrectionFault::NoReason) => who.t.insight_fault_reason(),
        Err(CorrectionFault::NoName) => who.t.insight_fault_name(),
        Err(CorrectionFault::TooLong) => who.t.insight_fault_long(),
        Err(CorrectionFault::Same) => who.t.insight_fault_same(),
    };
    let page = answer(&who, id, form, Some(fault), None).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

#[derive(Deserialize)]
pub struct Restriction {
    csrf: String,
    /// `1` to restrict, anything else to lift it.
    restricted: String,
}

impl Keyed for Restriction {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn restrict(path: InPath, SignedForm { who, form }: SignedForm<Restriction>) -> Result<Redirect, Failure> {
    let id = person(&who, path)?;
    let restricted = form.restricted == "1";
    let done = correct::restrict(&who.app, &who.actor, id, restricted, who.now).await;
    done.map_err(|error| who.failed(error))?;
    let told = if restricted { "restricted" } else { "lifted" };
    Ok(Redirect::to(&format!("{}?done={told}", paths::insight(id))))
}
