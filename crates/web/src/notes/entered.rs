//! What somebody typed into the form of a note, and what it means.

use lods_app::notes::write::Form;
use lods_domain::access::FieldClass;
use lods_domain::notes::{LONGEST, LONGEST_REASON, NoteFault, OF_YOUNG_PERSON, Visibility, kept};
use lods_i18n::Texts;
use serde::Deserialize;

use crate::csrf::Keyed;
use crate::form::Fault;

/// The fields as they were typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    pub csrf: String,
    /// Made for the form.
    pub key: String,
    pub visibility: String,
    pub class: String,
    pub text: String,
    pub reason: String,
}

impl Keyed for Entered {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

impl Entered {
    /// Whom the note is for; the only one that is offered needs no choice.
    pub fn visibility(&self, t: Texts, form: &Form) -> Result<Visibility, Fault> {
        match form.offered.as_slice() {
            [only] => Some(*only),
            _ => Visibility::from_code(&self.visibility),
        }
        .ok_or_else(|| Fault::new("visibility", t.note_who_missing()))
    }

    /// The class; the young person is not asked for one.
    pub fn class(&self, t: Texts, form: &Form) -> Result<FieldClass, Fault> {
        if form.is_own {
            return Ok(OF_YOUNG_PERSON);
        }
        FieldClass::from_code(&self.class).ok_or_else(|| Fault::new("class", t.note_class_missing()))
    }

    /// The field beside which the fault stands, and the fault in words.
    pub fn fault(&self, t: Texts, fault: NoteFault) -> Fault {
        let length = |text: &str| i64::try_from(kept(text).chars().count()).unwrap_or(i64::MAX);
        let most = |most: usize| i64::try_from(most).unwrap_or(i64::MAX);
        match fault {
            NoteFault::Empty => Fault::new("text", t.note_text_missing()),
            NoteFault::TooLong => Fault::new("text", t.note_text_too_long(length(&self.text), most(LONGEST))),
            NoteFault::NoReason => Fault::new("reason", t.note_reason_missing()),
            NoteFault::ReasonTooLong => {
                Fault::new("reason", t.note_reason_too_long(length(&self.reason), most(LONGEST_REASON)))
            }
        }
    }
}
