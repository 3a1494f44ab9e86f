//! What somebody typed into the form of a concern, and what it tells.

use lods_domain::concerns::{ReportFault, Told};
use lods_domain::steps::{Answer, Asked, Choice, StepField, StepKind, form};
use lods_domain::{Cpr, Day};
use lods_i18n::Texts;
use serde::Deserialize;

use crate::csrf::Keyed;
use crate::form::{Fault, day};

/// The fields as they were typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    pub csrf: String,
    pub key: String,
    pub name: String,
    pub cpr: String,
    pub born: String,
    pub contact: String,
    pub need_on: String,
    pub observed: String,
    pub sign_less_chance: String,
    pub sign_more_risk: String,
    pub sign_more_need: String,
    pub trigger: String,
    pub trigger_on: String,
    pub knows: String,
    pub voluntary: String,
    pub seen_by: String,
    pub teller: String,
    pub teller_contact: String,
}

impl Keyed for Entered {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

/// The fields in the order of the form: so stand the faults.
const ORDER: [&str; 13] = [
    "name",
    "cpr",
    "born",
    "contact",
    "need_on",
    "observed",
    "trigger",
    "trigger_on",
    "knows",
    "voluntary",
    "seen_by",
    "teller",
    "teller_contact",
];

impl Entered {
    /// What is told, or everything that is wrong with it.
    pub fn told(&self, t: Texts, today: Day) -> Result<Told, Vec<Fault>> {
        let mut faults = Vec::new();
        let text = |text: &str| text.trim().replace('\0', "");
        let cpr = match self.cpr.trim() {
            "" => None,
            typed => Cpr::parse(typed).map_err(|_| faults.push(Fault::new("cpr", t.concern_fault_cpr()))).ok(),
        };
        let mut told = Told {
            name: text(&self.name),
            cpr,
            contact: text(&self.contact),
            knows: Choice::from_code(&self.knows),
            teller: text(&self.teller),
            teller_contact: text(&self.teller_contact),
            ..Told::default()
        };
        told.born = typed_day(t, "born", &self.born, &mut faults);
        self.answer(t, &mut told, &mut faults);
        for fault in told.faults(today) {
            let fault = fault_of(t, fault);
            // A number that cannot be read is a way to know who it is about, once it is corrected.
            if !faults.iter().any(|other| other.field == fault.field || (other.field == "cpr" && fault.field == "name"))
            {
                faults.push(fault);
            }
        }
        if faults.is_empty() { Ok(told) } else { Err(in_order(faults)) }
    }

    /// The answers to what the step of a concern asks for.
    fn answer(&self, t: Texts, told: &mut Told, faults: &mut Vec<Fault>) {
        for Asked { field, input, .. } in form(StepKind::Concern) {
            let (name, texts) = self.typed(*field);
            let is_day = matches!(field, StepField::NeedOn | StepField::TriggerOn);
            let read = match typed_day(t, name, texts.first().copied().unwrap_or_default(), &mut Vec::new()) {
                Some(day) if is_day => Ok(Some(Answer::Day(day))),
                _ => Answer::read(input, &texts),
            };
            match read {
                Ok(Some(answer)) => told.answers.set(*field, answer),
                Ok(None) => {}
                Err(_) if is_day => faults.push(Fault::new(name, t.concern_fault_day())),
                Err(_) if *field == StepField::Observed => faults.push(Fault::new(name, t.concern_fault_too_long())),
                // What no form of ours offers was not chosen.
                Err(_) => {}
            }
        }
    }

    /// The field's name in the form, and what was typed or chosen.
    fn typed(&self, field: StepField) -> (&'static str, Vec<&str>) {
        match field {
            StepField::NeedOn => ("need_on", vec![self.need_on.trim()]),
            StepField::SeenBy => ("seen_by", vec![&self.seen_by]),
            StepField::Signs => ("signs", vec![&self.sign_less_chance, &self.sign_more_risk, &self.sign_more_need]),
            StepField::Trigger => ("trigger", vec![&self.trigger]),
            StepField::TriggerOn => ("trigger_on", vec![self.trigger_on.trim()]),
            StepField::Observed => ("observed", vec![&self.observed]),
            StepField::Voluntary => ("voluntary", vec![&self.voluntary]),
            _ => ("", Vec::new()),
        }
    }
}

fn typed_day(t: Texts, field: &'static str, text: &str, faults: &mut Vec<Fault>) -> Option<Day> {
    let text = text.trim();
    let read = day(text);
    if read.is_none() && !text.is_empty() {
        faults.push(Fault::new(field, t.concern_fault_day()));
    }
    read
}

fn in_order(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by_key(|fault| ORDER.iter().position(|field| *field == fault.field));
    faults
}

/// The field beside which the fault stands, and the fault in words.
pub fn fault_of(t: Texts, fault: ReportFault) -> Fault {
    let field = match fault {
        ReportFault::Nobody | ReportFault::NameTooLong => "name",
        ReportFault::ContactTooLong => "contact",
        ReportFault::Born => "born",
        ReportFault::NeedMissing | ReportFault::NeedInFuture | ReportFault::NeedTooOld => "need_on",
        ReportFault::SeenByMissing => "seen_by",
        ReportFault::ObservedMissing | ReportFault::ObservedTooLong => "observed",
        ReportFault::TellerMissing | ReportFault::TellerTooLong => "teller",
        ReportFault::TellerContactTooLong => "teller_contact",
    };
    Fault::new(field, t.concern_report_fault(fault))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lods_i18n::Lang;

    const T: Texts = Texts::new(Lang::Da);

    fn today() -> Day {
        "2022-06-01".parse().unwrap()
    }

    fn entered() -> Entered {
        let text = str::to_owned;
        Entered {
            name: text(" Åse "),
            need_on: text("25-5-2022"),
            observed: text("Kommer ikke i skole"),
            sign_more_need: text("more-need"),
            trigger: text("end-of-school"),
            trigger_on: text("24.06.2022"),
            voluntary: text("yes"),
            seen_by: text("family"),
            ..Entered::default()
        }
    }

    fn fields(entered: &Entered) -> Vec<&'static str> {
        entered.told(T, today()).err().unwrap().into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn what_is_typed_is_told() {
        let told = entered().told(T, today()).unwrap();
        assert_eq!((told.name.as_str(), told.need_on()), ("Åse", "2022-05-25".parse().ok()));
        assert_eq!(told.answers.many(StepField::Signs), [Choice::MoreNeed]);
        assert_eq!(told.answers.day(StepField::TriggerOn), "2022-06-24".parse().ok());
        assert_eq!(told.answers.one(StepField::Voluntary), Some(Choice::Yes));
    }

    #[test]
    fn every_fault_stands_at_its_field_in_the_order_of_the_form() {
        assert_eq!(fields(&Entered::default()), ["name", "need_on", "observed", "seen_by"]);
        let text = str::to_owned;
        let wrong = Entered { cpr: text("12"), born: text("x"), need_on: text("31-02-2022"), ..Entered::default() };
        assert_eq!(fields(&wrong), ["cpr", "born", "need_on", "observed", "seen_by"]);
        let wrong = Entered { trigger_on: text("x"), observed: "x".repeat(10_001), ..entered() };
        assert_eq!(fields(&wrong), ["observed", "trigger_on"]);
        let wrong = Entered { seen_by: text("leader"), ..entered() };
        assert_eq!(fields(&wrong), ["seen_by"], "nothing that the form does not offer");
    }
}
