//! One report: what was told, who may be the same, and the three ways to take it up.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use lods_app::concerns::show::{self, Home, ReportPage, TakenPage, Waiting};
use lods_domain::Cpr;
use lods_domain::access::Place;
use lods_domain::courses::Phase;
use lods_domain::ids::ConcernReportId;

use super::list::standing_class;
use super::take::Entered;
use super::told::{ToldOf, name_of, told_of};
use crate::courses::phase_class;
use crate::form::{Fault, Faults};
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::sharing::fields::{Field, Group, radios};
use crate::{Failure, SignedIn, paths};

/// A course or a report that may be of the same young person.
struct Alike {
    address: String,
    text: String,
    why: &'static str,
    /// Of a course: where it stands.
    phase: Option<(&'static str, &'static str)>,
    /// The case number, where the report can be put with the course.
    case_number: Option<String>,
    chosen: bool,
}

struct Offer {
    value: String,
    label: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "concerns/show.html")]
struct ShowPage {
    page: Page,
    since: String,
    by: String,
    state: &'static str,
    state_class: &'static str,
    told: ToldOf,
    reports: Vec<Alike>,
    courses: Vec<Alike>,
    /// Given name, family name, phone, e-mail; the number before them.
    cpr: Field,
    person: [Field; 4],
    groups: Vec<Offer>,
    homes: Vec<Offer>,
    /// The number stands under another name, or another was told: it has to be confirmed.
    confirm: bool,
    other_course: Field,
    leave: Group,
    entered: Entered,
    faults: Faults,
}

#[derive(Template)]
#[template(path = "concerns/taken.html")]
struct TakenUpPage {
    page: Page,
    how: &'static str,
    when: String,
    reason: Option<String>,
    course: Option<String>,
    told: Option<ToldOf>,
}

impl ShowPage {
    /// There is a course among the proposed that the report can be put with.
    fn offers_course(&self) -> bool {
        self.courses.iter().any(|course| course.case_number.is_some())
    }
}

pub async fn show(who: SignedIn, report: paths::InPath) -> Result<Response, Failure> {
    let id = paths::concern_report_of(report).ok_or_else(|| who.failed(Failure::not_found()))?;
    answer(&who, id, Entered::default(), Vec::new(), false).await
}

/// The page; `beaten` where somebody else was first.
pub async fn answer(
    who: &SignedIn,
    id: ConcernReportId,
    entered: Entered,
    faults: Vec<Fault>,
    beaten: bool,
) -> Result<Response, Failure> {
    let found = show::report(&who.app, &who.actor, id, who.now).await.map_err(|error| who.failed(error))?;
    match found {
        ReportPage::Waiting(waiting) => {
            let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
            let shown = waiting_page(who, &waiting, entered, faults.into());
            Ok((status, Html(shown.render().map_err(|error| who.failed(error))?)).into_response())
        }
        ReportPage::Taken(taken) => {
            let status = if beaten { StatusCode::CONFLICT } else { StatusCode::OK };
            let shown = taken_page(who, &taken, beaten);
            Ok((status, Html(shown.render().map_err(|error| who.failed(error))?)).into_response())
        }
    }
}

fn taken_page(who: &SignedIn, found: &TakenPage, beaten: bool) -> TakenUpPage {
    let (t, taken) = (who.t, &found.taken);
    let mut page = who.page(Nav::Concerns, t.concern_taken_heading());
    page.notice = beaten.then(|| Notice { kind: NoticeKind::Warning, text: t.concern_taken_already().to_owned() });
    let when = t.moment_short(who.app.clock(), taken.at);
    TakenUpPage {
        page,
        how: t.concern_taken_up(taken.how),
        when: t.concern_taken_when(&when, taken.by.as_deref().unwrap_or(t.concern_operator())),
        reason: (!taken.reason.is_empty()).then(|| t.concern_taken_reason(&taken.reason)),
        course: found.course.map(paths::course),
        told: found.report.as_ref().map(|report| told_of(t, who.app.clock(), report)),
    }
}

fn waiting_page(who: &SignedIn, waiting: &Waiting, entered: Entered, faults: Faults) -> ShowPage {
    let (t, report, clock) = (who.t, &waiting.report, waiting.clock);
    let text = |id: &'static str, label, value: &str| Field {
        fault: faults.at(id).map(str::to_owned),
        longest: 300,
        ..Field::new(id, id, label, value)
    };
    let optional = |field: Field| Field { optional: true, ..field };
    let (given, family) = report.told.name.rsplit_once(' ').unwrap_or((&report.told.name, ""));
    let or = |typed: &String, told: &str| if entered.take == "begin" { typed.clone() } else { told.to_owned() };
    let cpr = Field { short: true, longest: 11, ..text("cpr", t.concern_cpr(), &entered.cpr) };
    let hint = match report.told.cpr.map(Cpr::masked) {
        Some(told) => t.concern_begin_cpr_told(&told),
        None => t.concern_begin_cpr_needed().to_owned(),
    };
    ShowPage {
        page: who.page(Nav::Concerns, t.concern_page_title(&name_of(t, report))),
        since: t.concern_since(clock),
        by: t.concerns_by(&t.date(clock.by)),
        state: t.concern_standing(clock.standing),
        state_class: standing_class(clock.standing),
        told: told_of(t, who.app.clock(), report),
        reports: reports(who, waiting),
        courses: courses(who, waiting, &entered),
        cpr: Field { hint, ..cpr },
        person: [
            text("given_name", t.concern_given_name(), &or(&entered.given_name, given)),
            text("family_name", t.concern_family_name(), &or(&entered.family_name, family)),
            optional(text("phone", t.concern_phone(), &entered.phone)),
            optional(text("email", t.concern_email(), &entered.email)),
        ],
        groups: groups(waiting, &entered),
        homes: waiting.homes.iter().map(|home| home_offer(who, home, &entered)).collect(),
        confirm: entered.confirmed == "yes" || faults.at("confirmed").is_some(),
        other_course: Field {
            optional: !waiting.courses.is_empty(),
            ..text("case_number", t.concern_tie_other(), &entered.case_number)
        },
        leave: leave(who, &entered, &faults),
        entered,
        faults,
    }
}

fn leave(who: &SignedIn, entered: &Entered, faults: &Faults) -> Group {
    let t = who.t;
    let ways = vec![("no-course", t.concern_leave_no_course()), ("duplicate", t.concern_leave_duplicate())];
    let choices = radios("left_as", "left_as", ways, &entered.left_as);
    Group {
        id: "left_as",
        label: t.concern_leave_why(),
        hint: "",
        fault: faults.at("left_as").map(str::to_owned),
        choices,
    }
}

fn groups(waiting: &Waiting, entered: &Entered) -> Vec<Offer> {
    let offer = |(id, name): &(i64, String)| {
        let value = id.to_string();
        Offer { chosen: value == entered.target_group, value, label: name.clone() }
    };
    waiting.target_groups.iter().map(offer).collect()
}

/// The value of a home in the form.
pub fn home_value(place: Place) -> String {
    match place {
        Place::Municipality => "none".to_owned(),
        Place::Department(department) => format!("department-{department}"),
        Place::Unit(unit) => format!("unit-{unit}"),
    }
}

fn home_offer(who: &SignedIn, home: &Home, entered: &Entered) -> Offer {
    let value = home_value(home.place);
    let label = if home.name.is_empty() { who.t.concern_home_none().to_owned() } else { home.name.clone() };
    Offer { chosen: value == entered.home, value, label }
}

fn reports(who: &SignedIn, waiting: &Waiting) -> Vec<Alike> {
    let t = who.t;
    let alike = |(report, likeness): &(lods_app::store::concerns::Report, _)| Alike {
        address: paths::concern_report(report.id),
        text: t.concern_alike_report(&name_of(t, report), &t.date(report.need_on)),
        why: t.concern_likeness(*likeness),
        phase: None,
        case_number: None,
        chosen: false,
    };
    waiting.reports.iter().map(alike).collect()
}

fn courses(who: &SignedIn, waiting: &Waiting, entered: &Entered) -> Vec<Alike> {
    let t = who.t;
    let alike = |(course, likeness): &(lods_app::store::courses::Listed, _)| {
        let phase = course.dates().phase(waiting.today);
        let runs = !matches!(phase, Phase::Closed | Phase::Refused);
        let case_number = course.case_number().to_owned();
        Alike {
            address: paths::course(course.id()),
            text: t.notes_lead(&course.name().unwrap_or_default(), &case_number),
            why: t.concern_likeness(*likeness),
            phase: Some((t.phase(phase), phase_class(phase))),
            chosen: case_number == entered.course,
            case_number: Some(case_number).filter(|_| runs),
        }
    };
    waiting.courses.iter().map(alike).collect()
}
