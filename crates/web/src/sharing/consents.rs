//! The form that records a consent, and the one that withdraws it.

use axum::response::{IntoResponse, Redirect, Response};
use lods_app::sharing::consents::{self, Given};
use lods_domain::Day;
use lods_domain::sharing::{FORUM, GivenHow, LONGEST_RECIPIENT, NewConsent};
use lods_i18n::Texts;
use serde::Deserialize;

use super::fields::{Field, Form, Group, Places, chosen_kinds, kinds, radios};
use super::show::{Forms, answer};
use crate::csrf::{Keyed, SignedForm};
use crate::form::{Fault, Faults, day, written};
use crate::query::Asked;
use crate::{Failure, paths};

const PLACES: Places = Places {
    recipient: "consent-recipient",
    kinds: "consent-kinds",
    purpose: "consent-purpose",
    given_on: "consent-given",
    valid_to: "consent-until",
    basis: "consent-purpose",
};

/// The form as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    pub csrf: String,
    pub recipient: String,
    pub purpose: String,
    pub how: String,
    pub given_on: String,
    pub valid_to: String,
    #[serde(flatten)]
    pub others: Asked,
}

impl Keyed for Entered {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

/// The fields of the form.
pub struct ConsentFields {
    pub recipient: Field,
    pub kinds: Group,
    pub purpose: Field,
    pub how: Group,
    pub given_on: Field,
    pub valid_to: Field,
}

impl Entered {
    /// The form as it is shown first.
    pub fn first(today: Day) -> Entered {
        Entered { given_on: written(today), ..Entered::default() }
    }

    /// The consent that was meant, or what cannot be read.
    fn consent(&self, t: Texts) -> Result<NewConsent, Vec<Fault>> {
        let mut faults = Vec::new();
        let how = GivenHow::from_code(&self.how);
        if how.is_none() {
            faults.push(Fault::new("consent-how", t.consent_how_missing()));
        }
        let given_on = day(self.given_on.trim());
        if given_on.is_none() {
            let missing = self.given_on.trim().is_empty();
            let text = if missing { t.consent_given_missing() } else { t.consent_given_wrong() };
            faults.push(Fault::new(PLACES.given_on, text));
        }
        let valid_to = day(self.valid_to.trim());
        if valid_to.is_none() && !self.valid_to.trim().is_empty() {
            faults.push(Fault::new(PLACES.valid_to, t.consent_given_wrong()));
        }
        match (how, given_on) {
            (Some(given_how), Some(given_on)) if faults.is_empty() => Ok(NewConsent {
                recipient: self.recipient.clone(),
                kinds: chosen_kinds(&self.others),
                purpose: self.purpose.clone(),
                given_how,
                given_on,
                valid_to,
            }),
            // What else is wrong is told at the same time.
            (how, given_on) => {
                let guess = NewConsent {
                    recipient: self.recipient.clone(),
                    kinds: chosen_kinds(&self.others),
                    purpose: self.purpose.clone(),
                    given_how: how.unwrap_or(GivenHow::InWriting),
                    given_on: given_on.unwrap_or(Day::FIRST),
                    valid_to: None,
                };
                let others = guess.check(Day::LAST).err().unwrap_or_default();
                faults.extend(others.into_iter().map(|fault| PLACES.of(t, fault)));
                Err(faults)
            }
        }
    }

    pub fn form(&self, t: Texts, action: String, faults: Faults) -> Form<ConsentFields> {
        let hows = GivenHow::ALL.iter().map(|how| (how.code(), t.given_how(*how))).collect();
        let fields = ConsentFields {
            recipient: Field {
                hint: t.consent_recipient_hint(FORUM),
                list: "recipients",
                longest: LONGEST_RECIPIENT,
                fault: faults.at(PLACES.recipient).map(str::to_owned),
                ..Field::new(PLACES.recipient, "recipient", t.consent_recipient(), &self.recipient)
            },
            kinds: kinds(t, PLACES.kinds, &self.others, &faults),
            purpose: Field {
                fault: faults.at(PLACES.purpose).map(str::to_owned),
                ..Field::new(PLACES.purpose, "purpose", t.consent_purpose(), &self.purpose)
            },
            how: Group {
                id: "consent-how",
                label: t.consent_how(),
                hint: "",
                fault: faults.at("consent-how").map(str::to_owned),
                choices: radios("consent-how", "how", hows, &self.how),
            },
            given_on: Field {
                hint: t.consent_given_hint().to_owned(),
                fault: faults.at(PLACES.given_on).map(str::to_owned),
                short: true,
                numeric: true,
                ..Field::new(PLACES.given_on, "given_on", t.consent_given(), &self.given_on)
            },
            valid_to: Field {
                hint: t.consent_until_hint().to_owned(),
                fault: faults.at(PLACES.valid_to).map(str::to_owned),
                short: true,
                numeric: true,
                optional: true,
                ..Field::new(PLACES.valid_to, "valid_to", t.consent_until(), &self.valid_to)
            },
        };
        Form { action, faults, fields }
    }
}

pub async fn give(course: paths::InPath, SignedForm { who, form }: SignedForm<Entered>) -> Result<Response, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let t = who.t;
    let faults = match form.consent(t) {
        Err(faults) => faults,
        Ok(consent) => {
            let given = consents::give(&who.app, &who.actor, id, consent, who.now).await;
            match given.map_err(|error| who.failed(error))? {
                Given::Done => return Ok(Redirect::to(&paths::sharing_done(id, "consent")).into_response()),
                Given::Faults(faults) => faults.into_iter().map(|fault| PLACES.of(t, fault)).collect(),
                Given::Taken(there) => {
                    let text = t.consent_taken(&there.consent.recipient, &t.kinds(&there.consent.kinds));
                    vec![Fault::new(PLACES.given_on, text)]
                }
            }
        }
    };
    answer(&who, id, 1, Forms { consent: Some((form, faults)), ..Forms::default() }).await
}

/// Which consent is withdrawn.
#[derive(Deserialize)]
pub struct Withdrawn {
    csrf: String,
    given_on: String,
    recipient: String,
}

impl Keyed for Withdrawn {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn withdraw(
    course: paths::InPath,
    SignedForm { who, form }: SignedForm<Withdrawn>,
) -> Result<Redirect, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let given_on: Day = form.given_on.parse().map_err(|_| who.failed(Failure::bad_request()))?;
    let key = (given_on, form.recipient.as_str());
    let done = consents::withdraw(&who.app, &who.actor, id, key, who.now).await.map_err(|error| who.failed(error))?;
    Ok(Redirect::to(&paths::sharing_done(id, if done { "withdrawn" } else { "withdrawn-before" })))
}
