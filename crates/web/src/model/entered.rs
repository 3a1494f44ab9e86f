//! What somebody typed into the form of a stance or of an experience, and what it means.

use std::collections::HashMap;

use lods_app::model::Faults;
use lods_domain::Day;
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::model::{ExperienceFault, ExperienceKind, Stance, StanceFault, TakenStance, thresholds};
use lods_domain::rules::RuleCode;
use lods_i18n::Texts;
use serde::Deserialize;

use crate::csrf::Keyed;
use crate::form::{Fault, day, written};

/// The fields of a stance as they were typed; a rule's field is named by its code.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EnteredStance {
    csrf: String,
    pub stance: String,
    pub from: String,
    pub owner: String,
    pub reason: String,
    pub procedure: String,
    #[serde(flatten)]
    rules: HashMap<String, String>,
}

impl Keyed for EnteredStance {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

/// A stance, and the values that rules are to have.
pub type Meant = (TakenStance, Vec<(RuleCode, i64)>);

impl EnteredStance {
    /// What the form holds at first: the stance that stands, from today.
    pub fn standing(stands: Option<&TakenStance>, today: Day) -> EnteredStance {
        let from = written(today);
        match stands.cloned() {
            Some(stands) => EnteredStance {
                stance: stands.stance.code().to_owned(),
                from,
                owner: stands.owner,
                reason: stands.reason,
                procedure: stands.procedure,
                ..EnteredStance::default()
            },
            None => EnteredStance { from, ..EnteredStance::default() },
        }
    }

    /// What was typed for the rule.
    pub fn rule(&self, code: RuleCode) -> &str {
        self.rules.get(code.code()).map_or("", |text| text.trim())
    }

    /// What was meant, or what cannot be read.
    pub fn meant(&self, t: Texts, recommendation: Recommendation) -> Result<Meant, Vec<Fault>> {
        let mut faults = Vec::new();
        let stance = Stance::from_code(&self.stance);
        if stance.is_none() {
            faults.push(Fault::new("stance", t.model_stance_missing()));
        }
        let valid_from = day(self.from.trim());
        if valid_from.is_none() {
            faults.push(Fault::new("from", t.refused_day()));
        }
        let mut values = Vec::new();
        for code in thresholds(recommendation).iter().filter(|code| !self.rule(**code).is_empty()) {
            match self.rule(*code).parse() {
                Ok(value) => values.push((*code, value)),
                Err(_) => faults.push(Fault::new(code.code(), t.settings_number())),
            }
        }
        let (Some(stance), Some(valid_from), true) = (stance, valid_from, faults.is_empty()) else {
            return Err(faults);
        };
        let (reason, owner, procedure) = (self.reason.clone(), self.owner.clone(), self.procedure.clone());
        Ok((TakenStance { recommendation, valid_from, stance, reason, owner, procedure }, values))
    }
}

/// The faults of a stance, each beside its field.
pub fn faults(t: Texts, found: &Faults) -> Vec<Fault> {
    let of_stance = |fault: &StanceFault| {
        let field = match fault {
            StanceFault::NoReason | StanceFault::ReasonTooLong => "reason",
            StanceFault::NoOwner | StanceFault::OwnerTooLong => "owner",
            StanceFault::ProcedureTooLong => "procedure",
            StanceFault::Past | StanceFault::ChangedToday => "from",
            StanceFault::Same => "stance",
        };
        Fault::new(field, t.model_stance_fault(*fault))
    };
    let of_rules = found.rules.iter().map(|(code, fault)| Fault::new(code.code(), t.rule_fault(*fault)));
    found.stance.iter().map(of_stance).chain(of_rules).collect()
}

/// The fields of an experience as they were typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EnteredExperience {
    csrf: String,
    pub key: String,
    pub kind: String,
    pub text: String,
}

impl Keyed for EnteredExperience {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

impl EnteredExperience {
    pub fn kind(&self) -> Option<ExperienceKind> {
        ExperienceKind::from_code(&self.kind)
    }

    /// All that is wrong.
    pub fn faults(&self, t: Texts, fault: Option<ExperienceFault>) -> Vec<Fault> {
        let kind = self.kind().is_none().then(|| Fault::new("kind", t.model_experience_kind_missing()));
        let text = fault.map(|fault| Fault::new("text", t.model_experience_fault(fault)));
        kind.into_iter().chain(text).collect()
    }
}
