//! What was sent from the page of a report: one of its three forms.

use axum::response::{IntoResponse, Redirect, Response};
use lods_app::concerns::take::{self, Begin, Take, Took};
use lods_domain::Cpr;
use lods_domain::access::Place;
use lods_domain::concerns::TakeFault;
use lods_domain::ids::{DepartmentId, UnitId};
use lods_i18n::Texts;
use serde::Deserialize;

use super::show;
use crate::csrf::{Keyed, SignedForm};
use crate::form::Fault;
use crate::{Failure, paths};

/// The fields of all three forms as they were typed; `take` says which form was sent.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    pub csrf: String,
    pub take: String,
    pub cpr: String,
    pub given_name: String,
    pub family_name: String,
    pub phone: String,
    pub email: String,
    pub target_group: String,
    pub home: String,
    pub confirmed: String,
    /// A course that was proposed.
    pub course: String,
    /// Another, by its case number.
    pub case_number: String,
    pub left_as: String,
    pub reason: String,
}

impl Keyed for Entered {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn submit(
    report: paths::InPath,
    SignedForm { who, form: entered }: SignedForm<Entered>,
) -> Result<Response, Failure> {
    let id = paths::concern_report_of(report).ok_or_else(|| who.failed(Failure::not_found()))?;
    let how = match entered.how(who.t) {
        Ok(how) => how,
        Err(faults) => return show::answer(&who, id, entered, faults, false).await,
    };
    let took = take::take(&who.app, &who.actor, id, how, who.now).await;
    match took.map_err(|error| who.failed(error))? {
        Took::Course(course) => Ok(Redirect::to(&paths::course(course)).into_response()),
        Took::Left => Ok(Redirect::to(&format!("{}?done=left", paths::CONCERNS)).into_response()),
        Took::Already => show::answer(&who, id, entered, Vec::new(), true).await,
        Took::Fault(fault) => {
            let faults = entered.faults(who.t, fault);
            show::answer(&who, id, entered, faults, false).await
        }
    }
}

impl Entered {
    /// What was meant, or what is wrong.
    fn how(&self, t: Texts) -> Result<Take<'_>, Vec<Fault>> {
        match (self.take.as_str(), self.left_as.as_str()) {
            ("begin", _) => self.begin(t).map(Take::Begin),
            // A number that was typed goes before the choice.
            ("tie", _) if self.case_number.trim().is_empty() => Ok(Take::Tie(&self.course)),
            ("tie", _) => Ok(Take::Tie(self.case_number.trim())),
            (_, "duplicate") => Ok(Take::Leave { duplicate: true, reason: &self.reason }),
            (_, "no-course") => Ok(Take::Leave { duplicate: false, reason: &self.reason }),
            _ => Err(vec![Fault::new("left_as", t.concern_take_choose())]),
        }
    }

    fn begin(&self, t: Texts) -> Result<Begin<'_>, Vec<Fault>> {
        let mut faults = Vec::new();
        let cpr = match self.cpr.trim() {
            "" => None,
            typed => Cpr::parse(typed).map_err(|_| faults.push(Fault::new("cpr", t.concern_fault_cpr()))).ok(),
        };
        let group = self.target_group.parse();
        let group = group.map_err(|_| faults.push(Fault::new("target_group", t.concern_take_no_group()))).ok();
        let home = self.home();
        if home.is_none() {
            faults.push(Fault::new("home", t.concern_take_no_home()));
        }
        match (group, home) {
            (Some(target_group), Some(home)) if faults.is_empty() => Ok(Begin {
                cpr,
                given_name: &self.given_name,
                family_name: &self.family_name,
                phone: &self.phone,
                email: &self.email,
                target_group,
                home,
                confirmed: self.confirmed == "yes",
            }),
            _ => Err(faults),
        }
    }

    fn home(&self) -> Option<Place> {
        match self.home.split_once('-') {
            Some(("department", id)) => id.parse().ok().map(|id| Place::Department(DepartmentId(id))),
            Some(("unit", id)) => id.parse().ok().map(|id| Place::Unit(UnitId(id))),
            _ => (self.home == "none").then_some(Place::Municipality),
        }
    }

    /// The field beside which the fault stands, and the fault in words. A number that may be right is to be confirmed.
    fn faults(&self, t: Texts, fault: TakeFault) -> Vec<Fault> {
        let begins = self.take == "begin";
        let field = match fault {
            TakeFault::NoReason | TakeFault::ReasonTooLong => "reason",
            TakeFault::NoName | TakeFault::ValueTooLong => "given_name",
            TakeFault::NoTargetGroup => "target_group",
            TakeFault::NoHome => "home",
            TakeFault::OtherPerson | TakeFault::OtherName if begins => "confirmed",
            TakeFault::NoNumber | TakeFault::OtherName => "cpr",
            TakeFault::Restricted if begins => "cpr",
            TakeFault::NoCourse | TakeFault::CourseOver | TakeFault::OtherPerson | TakeFault::Restricted => {
                "case_number"
            }
        };
        vec![Fault::new(field, t.concern_take_fault(fault))]
    }
}
