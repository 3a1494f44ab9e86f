//! The fields of the page's forms: each with its label, its hint, what was typed, and what is wrong with it.

use lods_domain::sharing::{Kind, SharingFault};
use lods_i18n::Texts;

use crate::form::{Fault, Faults};
use crate::query::Asked;

/// A field into which something is typed.
#[derive(Default)]
pub struct Field {
    /// Unique on the page.
    pub id: &'static str,
    pub name: &'static str,
    pub label: &'static str,
    pub hint: String,
    pub value: String,
    pub fault: Option<String>,
    /// The id of a list of suggestions.
    pub list: &'static str,
    pub longest: usize,
    pub short: bool,
    pub numeric: bool,
    pub optional: bool,
}

impl Field {
    pub fn new(id: &'static str, name: &'static str, label: &'static str, value: &str) -> Field {
        Field { id, name, label, value: value.to_owned(), longest: 400, ..Field::default() }
    }

    /// What describes the field: its hint, and its fault.
    pub fn described(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id));
        let fault = self.fault.is_some().then(|| format!("{}-error", self.id));
        hint.into_iter().chain(fault).collect::<Vec<_>>().join(" ")
    }
}

/// A group of boxes or buttons.
pub struct Group {
    pub id: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub fault: Option<String>,
    pub choices: Vec<Choice>,
}

impl Group {
    pub fn described(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id));
        let fault = self.fault.is_some().then(|| format!("{}-error", self.id));
        hint.into_iter().chain(fault).collect::<Vec<_>>().join(" ")
    }
}

/// A box or a button of a group.
pub struct Choice {
    pub id: String,
    pub name: String,
    pub value: &'static str,
    pub label: &'static str,
    pub chosen: bool,
}

/// A form of the page, folded away until it is wanted or something in it is wrong.
pub struct Form<T> {
    pub action: String,
    pub faults: Faults,
    pub fields: T,
}

/// The id of the first box of a group is the group's own: there a fault leads to.
fn box_id(group: &'static str, at: usize) -> String {
    if at == 0 { group.to_owned() } else { format!("{group}-{}", at + 1) }
}

pub fn kinds(t: Texts, id: &'static str, others: &Asked, faults: &Faults) -> Group {
    let choice = |(at, kind): (usize, &Kind)| Choice {
        id: box_id(id, at),
        name: format!("kind-{}", kind.code()),
        value: "yes",
        label: t.kind(*kind),
        chosen: others.contains_key(&format!("kind-{}", kind.code())),
    };
    Group {
        id,
        label: t.consent_kinds(),
        hint: t.consent_kinds_hint(),
        fault: faults.at(id).map(str::to_owned),
        choices: Kind::ALL.iter().enumerate().map(choice).collect(),
    }
}

pub fn radios(id: &'static str, name: &str, all: Vec<(&'static str, &'static str)>, chosen: &str) -> Vec<Choice> {
    let choice = |(at, (value, label)): (usize, (&'static str, &'static str))| Choice {
        id: box_id(id, at),
        name: name.to_owned(),
        value,
        label,
        chosen: value == chosen,
    };
    all.into_iter().enumerate().map(choice).collect()
}

/// The kinds that were chosen.
pub fn chosen_kinds(others: &Asked) -> Vec<Kind> {
    let chosen = Kind::ALL.iter().filter(|kind| others.contains_key(&format!("kind-{}", kind.code())));
    chosen.copied().collect()
}

/// The ids of a form's fields at which the domain's faults stand.
#[derive(Clone, Copy)]
pub struct Places {
    pub recipient: &'static str,
    pub kinds: &'static str,
    pub purpose: &'static str,
    pub given_on: &'static str,
    pub valid_to: &'static str,
    pub basis: &'static str,
}

impl Places {
    pub fn of(self, t: Texts, fault: SharingFault) -> Fault {
        let field = match fault {
            SharingFault::NoRecipient | SharingFault::RecipientTooLong => self.recipient,
            SharingFault::NoKinds | SharingFault::ForumSeesCourse => self.kinds,
            SharingFault::NoPurpose | SharingFault::PurposeTooLong => self.purpose,
            SharingFault::BasisTooLong => self.basis,
            SharingFault::GivenInTheFuture => self.given_on,
            SharingFault::EndsBeforeGiven => self.valid_to,
        };
        Fault::new(field, t.sharing_fault(fault))
    }
}

/// Whether it can be the key of a form of ours: what stands there otherwise was not made by one.
pub fn is_key(text: &str) -> bool {
    (16..=100).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}
