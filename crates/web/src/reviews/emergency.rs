//! The form that opens one course in an emergency.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::emergency::{self, LONGEST_REASON, Opened, Refused, SHORTEST_REASON};
use lods_i18n::Texts;
use serde::Deserialize;

use super::number;
use crate::csrf::{Keyed, SignedForm};
use crate::form::{Fault, Faults};
use crate::page::{Nav, Page};
use crate::{Failure, SignedIn, paths};

#[derive(Template)]
#[template(path = "reviews/emergency.html")]
struct EmergencyPage {
    page: Page,
    hours: i64,
    shortest: i64,
    longest: i64,
    entered: Entered,
    faults: Faults,
}

/// What was typed.
#[derive(Deserialize, Default)]
pub struct Entered {
    csrf: String,
    #[serde(default)]
    case: String,
    #[serde(default)]
    reason: String,
}

impl Keyed for Entered {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

fn fault(t: Texts, refused: Refused) -> Fault {
    match refused {
        Refused::CaseMissing => Fault::new("case", t.emergency_case_missing()),
        Refused::NoSuchCase => Fault::new("case", t.emergency_no_such_case()),
        Refused::TooMany => Fault::new("case", t.emergency_too_many()),
        Refused::ReasonShort => Fault::new("reason", t.emergency_reason_short(number(SHORTEST_REASON))),
        Refused::ReasonLong => Fault::new("reason", t.emergency_reason_long(number(LONGEST_REASON))),
    }
}

async fn answer(who: &SignedIn, entered: Entered, refused: &[Refused]) -> Result<Response, Failure> {
    let hours = emergency::hours(&who.app, &who.actor, who.now).await.map_err(|error| who.failed(error))?;
    let shown = EmergencyPage {
        page: who.page(Nav::Nowhere, who.t.emergency_title()),
        hours,
        shortest: number(SHORTEST_REASON),
        longest: number(LONGEST_REASON),
        entered,
        faults: refused.iter().map(|one| fault(who.t, *one)).collect::<Vec<_>>().into(),
    };
    let status = match refused {
        [] => StatusCode::OK,
        [Refused::TooMany] => StatusCode::TOO_MANY_REQUESTS,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok((status, Html(shown.render().map_err(|error| who.failed(error))?)).into_response())
}

pub async fn show(who: SignedIn) -> Result<Response, Failure> {
    answer(&who, Entered::default(), &[]).await
}

pub async fn submit(SignedForm { who, form }: SignedForm<Entered>) -> Result<Response, Failure> {
    let opened = emergency::open(&who.app, &who.actor, &form.case, &form.reason, who.now).await;
    match opened.map_err(|error| who.failed(error))? {
        Ok(Opened::Now(course) | Opened::Already(course)) => Ok(Redirect::to(&paths::course(course)).into_response()),
        Err(refused) => answer(&who, form, &refused).await,
    }
}
