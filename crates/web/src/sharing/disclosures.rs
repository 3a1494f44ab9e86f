//! The form that records a disclosure. Without a ground it is refused, with what is missing.

use axum::response::{IntoResponse, Redirect, Response};
use lods_app::sharing::disclosures::{self, Missing, Shared};
use lods_domain::sharing::{FORUM, LONGEST_RECIPIENT, NewDisclosure};
use lods_i18n::Texts;
use serde::Deserialize;

use super::fields::{Field, Form, Group, Places, chosen_kinds, is_key, kinds};
use super::show::{Forms, answer};
use crate::csrf::{Keyed, SignedForm};
use crate::form::{Fault, Faults};
use crate::query::Asked;
use crate::{Failure, paths};

const PLACES: Places = Places {
    recipient: "disclosure-recipient",
    kinds: "disclosure-kinds",
    purpose: "disclosure-purpose",
    given_on: "disclosure-basis",
    valid_to: "disclosure-basis",
    basis: "disclosure-basis",
};

/// The form as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    pub csrf: String,
    pub key: String,
    pub recipient: String,
    pub purpose: String,
    pub basis: String,
    #[serde(flatten)]
    pub others: Asked,
}

impl Keyed for Entered {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

/// The fields of the form.
pub struct DisclosureFields {
    pub key: String,
    pub recipient: Field,
    pub kinds: Group,
    pub purpose: Field,
    pub basis: Field,
}

impl Entered {
    pub fn form(&self, t: Texts, action: String, faults: Faults) -> Form<DisclosureFields> {
        let fields = DisclosureFields {
            key: self.key.clone(),
            recipient: Field {
                list: "recipients",
                longest: LONGEST_RECIPIENT,
                fault: faults.at(PLACES.recipient).map(str::to_owned),
                ..Field::new(PLACES.recipient, "recipient", t.disclosure_recipient(), &self.recipient)
            },
            kinds: kinds(t, PLACES.kinds, &self.others, &faults),
            purpose: Field {
                fault: faults.at(PLACES.purpose).map(str::to_owned),
                ..Field::new(PLACES.purpose, "purpose", t.consent_purpose(), &self.purpose)
            },
            basis: Field {
                hint: format!("{} {}", t.disclosure_basis_hint(), t.disclosure_forum_hint(FORUM)),
                list: "bases",
                optional: true,
                fault: faults.at(PLACES.basis).map(str::to_owned),
                ..Field::new(PLACES.basis, "basis", t.disclosure_basis(), &self.basis)
            },
        };
        Form { action, faults, fields }
    }

    fn disclosure(&self) -> NewDisclosure {
        NewDisclosure {
            recipient: self.recipient.clone(),
            kinds: chosen_kinds(&self.others),
            purpose: self.purpose.clone(),
            legal_basis: self.basis.clone(),
        }
    }
}

pub async fn disclose(
    course: paths::InPath,
    SignedForm { who, mut form }: SignedForm<Entered>,
) -> Result<Response, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let t = who.t;
    if !is_key(&form.key) {
        return Err(who.failed(Failure::bad_request()));
    }
    let shared = disclosures::disclose(&who.app, &who.actor, id, &form.key, form.disclosure(), who.now).await;
    let faults = match shared.map_err(|error| who.failed(error))? {
        Shared::Done(_) => return Ok(Redirect::to(&paths::sharing_done(id, "disclosed")).into_response()),
        Shared::Faults(faults) => faults.into_iter().map(|fault| PLACES.of(t, fault)).collect(),
        Shared::NoGround(missing) => vec![Fault::new(PLACES.basis, lacking(t, form.recipient.trim(), &missing))],
        Shared::Restricted => vec![Fault::new(PLACES.recipient, t.disclosure_restricted())],
        Shared::FormUsed => {
            form.key = disclosures::form_key().map_err(|error| who.failed(error))?;
            vec![Fault::new(PLACES.recipient, t.disclosure_used())]
        }
    };
    answer(&who, id, 1, Forms { disclosure: Some((form, faults)), ..Forms::default() }).await
}

fn lacking(t: Texts, recipient: &str, missing: &Missing) -> String {
    match missing {
        Missing::Consent => t.disclosure_missing_consent(recipient),
        Missing::ValidConsent => t.disclosure_missing_valid(recipient),
        Missing::Kinds(kinds) => t.disclosure_missing_kinds(recipient, &t.kinds(kinds).to_lowercase()),
    }
}
