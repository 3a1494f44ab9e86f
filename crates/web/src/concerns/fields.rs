//! The fields of the form of a concern, each with what was typed and what is wrong with it.

use lods_domain::steps::{Choice, Input, StepField, StepKind, form};
use lods_i18n::Texts;

use super::entered::Entered;
use crate::form::Faults;
use crate::sharing::fields::{Choice as Button, Field, Group, radios};

/// An entry of a list to choose from.
pub struct Offer {
    pub value: &'static str,
    pub label: &'static str,
    pub chosen: bool,
}

/// A list to choose from.
pub struct List {
    pub id: &'static str,
    pub label: &'static str,
    /// What stands there before anything is chosen.
    pub none: &'static str,
    pub fault: Option<String>,
    pub offers: Vec<Offer>,
}

/// All fields, as `concerns/form.html` shows them.
pub struct Fields {
    pub key: String,
    pub name: Field,
    pub cpr: Field,
    pub born: Field,
    pub contact: Field,
    pub need_on: Field,
    pub observed: String,
    pub observed_fault: Option<String>,
    pub signs: Group,
    pub trigger: List,
    pub trigger_on: Field,
    pub knows: Group,
    pub voluntary: Group,
    pub seen_by: List,
    /// Whoever is signed in is known by the account.
    pub teller: Option<[Field; 2]>,
    pub faults: Faults,
}

/// What the step of a concern offers for the field.
fn offered(field: StepField) -> &'static [Choice] {
    let asked = form(StepKind::Concern).iter().find(|asked| asked.field == field);
    match asked.map(|asked| asked.input) {
        Some(Input::One(offered) | Input::Many(offered)) => offered,
        _ => &[],
    }
}

impl Fields {
    /// `open`: the form of somebody without an account, who says who they are.
    pub fn new(t: Texts, entered: Entered, faults: Faults, open: bool) -> Fields {
        let text = |id: &'static str, label, value: &str| Field {
            fault: faults.at(id).map(str::to_owned),
            longest: 300,
            ..Field::new(id, id, label, value)
        };
        let optional = |field: Field| Field { optional: true, ..field };
        let day = |field: Field| Field { short: true, numeric: true, longest: 20, ..field };
        let hint = |field: Field, hint: &str| Field { hint: hint.to_owned(), ..field };
        let number = Field { short: true, longest: 11, ..text("cpr", t.concern_cpr(), &entered.cpr) };
        let teller = || {
            [
                hint(optional(text("teller", t.concern_teller(), &entered.teller)), t.concern_teller_hint()),
                hint(
                    optional(text("teller_contact", t.concern_teller_contact(), &entered.teller_contact)),
                    t.concern_teller_contact_hint(),
                ),
            ]
        };
        Fields {
            name: optional(text("name", t.concern_name(), &entered.name)),
            cpr: hint(optional(number), t.concern_cpr_hint()),
            born: hint(optional(day(text("born", t.concern_born(), &entered.born))), t.team_day_hint()),
            contact: optional(text("contact", t.concern_contact(), &entered.contact)),
            need_on: hint(day(text("need_on", t.concern_need_on(), &entered.need_on)), t.team_day_hint()),
            signs: signs(t, &entered),
            trigger: trigger(t, &entered, &faults),
            trigger_on: hint(
                optional(day(text("trigger_on", t.concern_trigger_on(), &entered.trigger_on))),
                t.team_day_hint(),
            ),
            knows: yes_or_no(t, "knows", t.concern_knows(), &entered.knows),
            voluntary: yes_or_no(t, "voluntary", t.concern_voluntary(), &entered.voluntary),
            seen_by: seen_by(t, &entered, &faults),
            teller: open.then(teller),
            observed_fault: faults.at("observed").map(str::to_owned),
            observed: entered.observed,
            key: entered.key,
            faults,
        }
    }

    /// The text for the field: HTML drops a first line that is empty, so one more stands before it.
    pub fn typed(&self) -> String {
        format!("\n{}", self.observed)
    }
}

fn signs(t: Texts, entered: &Entered) -> Group {
    let typed = [&entered.sign_less_chance, &entered.sign_more_risk, &entered.sign_more_need];
    let button = |(choice, typed): (&Choice, &String)| Button {
        id: format!("sign-{}", choice.code()),
        name: format!("sign_{}", choice.code().replace('-', "_")),
        value: choice.code(),
        label: t.concern_sign_name(*choice),
        chosen: typed == choice.code(),
    };
    let choices = offered(StepField::Signs).iter().zip(typed).map(button).collect();
    Group { id: "signs", label: t.concern_signs(), hint: "", fault: None, choices }
}

fn offers(field: StepField, chosen: &str, label: impl Fn(Choice) -> &'static str) -> Vec<Offer> {
    let offer =
        |choice: &Choice| Offer { value: choice.code(), label: label(*choice), chosen: choice.code() == chosen };
    offered(field).iter().map(offer).collect()
}

fn trigger(t: Texts, entered: &Entered, faults: &Faults) -> List {
    List {
        id: "trigger",
        label: t.concern_trigger(),
        none: t.concern_trigger_none(),
        fault: faults.at("trigger").map(str::to_owned),
        offers: offers(StepField::Trigger, &entered.trigger, |choice| t.concern_trigger_name(choice)),
    }
}

fn seen_by(t: Texts, entered: &Entered, faults: &Faults) -> List {
    List {
        id: "seen_by",
        label: t.concern_seen_by(),
        none: t.concern_seen_by_choose(),
        fault: faults.at("seen_by").map(str::to_owned),
        offers: offers(StepField::SeenBy, &entered.seen_by, |choice| t.concern_seen_by_name(choice)),
    }
}

fn yes_or_no(t: Texts, id: &'static str, label: &'static str, chosen: &str) -> Group {
    let all = offered(StepField::Voluntary).iter().map(|choice| (choice.code(), t.concern_yes_or_no(*choice)));
    Group { id, label, hint: "", fault: None, choices: radios(id, id, all.collect(), chosen) }
}
