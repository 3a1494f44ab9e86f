//! The form that records days of waiting because access was lacking.

use axum::response::{IntoResponse, Redirect, Response};
use lods_app::sharing::delays::{self, LONGEST_CAUSE, Recorded};
use lods_i18n::Texts;
use serde::Deserialize;

use super::fields::{Field, Form, is_key};
use super::show::{Forms, answer};
use crate::csrf::{Keyed, SignedForm};
use crate::form::{Fault, Faults};
use crate::{Failure, paths};

/// The form as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    pub csrf: String,
    pub key: String,
    pub days: String,
    pub cause: String,
}

impl Keyed for Entered {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

/// The fields of the form.
pub struct DelayFields {
    pub key: String,
    pub days: Field,
    pub cause: Field,
}

impl Entered {
    pub fn form(&self, t: Texts, action: String, faults: Faults) -> Form<DelayFields> {
        let fields = DelayFields {
            key: self.key.clone(),
            days: Field {
                fault: faults.at("delay-days").map(str::to_owned),
                short: true,
                numeric: true,
                longest: 6,
                ..Field::new("delay-days", "days", t.delay_days(), &self.days)
            },
            cause: Field {
                fault: faults.at("delay-cause").map(str::to_owned),
                longest: LONGEST_CAUSE,
                ..Field::new("delay-cause", "cause", t.delay_cause(), &self.cause)
            },
        };
        Form { action, faults, fields }
    }
}

pub async fn record(course: paths::InPath, SignedForm { who, form }: SignedForm<Entered>) -> Result<Response, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let t = who.t;
    if !is_key(&form.key) {
        return Err(who.failed(Failure::bad_request()));
    }
    // What is no number is as wrong as a number that cannot be.
    let days = form.days.trim().parse().unwrap_or(0);
    let recorded = delays::record(&who.app, &who.actor, id, &form.key, (days, &form.cause), who.now).await;
    let fault = match recorded.map_err(|error| who.failed(error))? {
        Recorded::Done => return Ok(Redirect::to(&paths::sharing_done(id, "delay")).into_response()),
        Recorded::WrongDays => Fault::new("delay-days", t.delay_days_wrong()),
        Recorded::NoCause => Fault::new("delay-cause", t.delay_cause_missing()),
        Recorded::CauseTooLong => Fault::new("delay-cause", t.delay_cause_long()),
    };
    answer(&who, id, 1, Forms { delay: Some((form, vec![fault])), ..Forms::default() }).await
}
