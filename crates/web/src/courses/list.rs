//! The list of courses. Every choice stands in the address; what was searched for stands there as a key only.

use askama::Template;
use axum::extract::Query;
use axum::response::{Html, Redirect};
use lods_app::courses::list::{self, Choices};
use lods_app::store::courses::{Listed, Sort};
use lods_domain::Day;
use lods_domain::access::Action;
use lods_domain::courses::Phase;
use lods_i18n::Texts;
use serde::Deserialize;

use super::choice::{Choice, NONE};
use super::pages::Pages;
use super::phase_class;
use crate::csrf::{Keyed, SignedForm};
use crate::page::{Nav, Page};
use crate::query::{self, Asked};
use crate::{Failure, SignedIn, paths};

/// A course in the table.
pub struct Row {
    pub address: String,
    /// Or the case number, where the name is not seen.
    pub name: String,
    pub named: bool,
    pub case_number: String,
    pub group: String,
    pub unit: Option<String>,
    pub mentor: Option<String>,
    pub phase: &'static str,
    pub phase_class: &'static str,
    pub start: Option<String>,
    pub next_due: Option<String>,
    pub late: bool,
    pub last_session: Option<String>,
}

/// One choice of a field.
pub struct Offer {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// A field of the filter.
pub struct Field {
    pub name: &'static str,
    pub label: &'static str,
    pub offers: Vec<Offer>,
    /// Why there is nothing to choose yet.
    pub closed: Option<&'static str>,
}

/// A choice that was made, and the list without it.
pub struct Chosen {
    pub text: String,
    pub without: String,
}

/// An order of the list.
pub struct Order {
    pub label: &'static str,
    pub address: String,
    pub here: bool,
}

#[derive(Template)]
#[template(path = "courses/list.html")]
pub struct ListPage {
    pub page: Page,
    pub search: String,
    /// Choices that the search keeps, and that the filter keeps beside its own fields.
    pub kept_by_search: Vec<(&'static str, String)>,
    pub kept_by_filter: Vec<(&'static str, String)>,
    pub fields: Vec<Field>,
    pub chosen: Vec<Chosen>,
    pub clear: String,
    pub orders: Vec<Order>,
    /// Names are seen; the list and its search are by case number otherwise.
    pub names: bool,
    /// Target groups are seen.
    pub groups: bool,
    pub count: i64,
    pub rows: Vec<Row>,
    pub pages: Pages,
    /// The reader may open a course by emergency access.
    pub emergency: bool,
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let mut choice = Choice::read(&asked);
    let today = who.app.today(who.now);
    let filter = choice.filter(today);
    let wanted = query::page(&asked);
    let found = list::list(&who.app, &who.actor, filter, choice.search.as_deref(), choice.sort, wanted, who.now).await;
    let (found, choices) = found.map_err(|error| who.failed(error))?;
    // A search that is forgotten is not chosen any more.
    choice.search = choice.search.filter(|_| found.search.is_some());
    if !choices.sorts.contains(&choice.sort) {
        choice.sort = Sort::default();
    }
    let t = who.t;
    let shown = ListPage {
        page: who.page(Nav::Courses, t.courses_title()),
        kept_by_search: choice.pairs_without(&["s"]),
        kept_by_filter: choice.pairs_without(&["unit", "group", "phase", "mentor"]),
        fields: fields(t, &choice, &choices, &found.rows),
        chosen: chosen(t, &choice, &choices, &found),
        clear: Choice { sort: choice.sort, ..Choice::default() }.page(1),
        orders: orders(t, &choice, &choices),
        names: choices.names,
        groups: !choices.groups.is_empty(),
        count: found.count,
        emergency: who.may(Action::BreakGlass),
        rows: found.rows.iter().map(|course| row(t, course, today)).collect(),
        pages: Pages::new(found.page, found.pages(), |page| choice.page(page)),
        search: found.search.unwrap_or_default(),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

#[derive(Deserialize)]
pub struct Search {
    csrf: String,
    #[serde(default)]
    q: String,
    #[serde(flatten)]
    others: Asked,
}

impl Keyed for Search {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

/// Keeps what is searched for, and leads to the list under its key.
pub async fn search(SignedForm { who, form }: SignedForm<Search>) -> Result<Redirect, Failure> {
    let key = list::search(&who.app, &who.actor, &form.q, who.now).await.map_err(|error| who.failed(error))?;
    let choice = Choice { search: key, ..Choice::read(&form.others) };
    Ok(Redirect::to(&choice.page(1)))
}

fn row(t: Texts, course: &Listed, today: Day) -> Row {
    let dates = course.dates();
    let phase = dates.phase(today);
    let next = course.next_due();
    Row {
        address: paths::course(course.id()),
        name: course.name().unwrap_or_else(|| t.course_case(course.case_number())),
        named: course.name().is_some(),
        case_number: course.case_number().to_owned(),
        group: course.target_group().unwrap_or_default().to_owned(),
        unit: course.unit().map(str::to_owned),
        mentor: course.mentor().map(str::to_owned),
        phase: t.phase(phase),
        phase_class: phase_class(phase),
        start: dates.start.map(|day| t.date_short(day)),
        next_due: next.map(|day| t.date_short(day)),
        late: next.is_some_and(|day| day < today),
        last_session: course.last_session().map(|day| t.date_short(day)),
    }
}

fn orders(t: Texts, choice: &Choice, choices: &Choices) -> Vec<Order> {
    let label = |sort| match sort {
        Sort::Opened => t.courses_sort_opened(),
        Sort::Name => t.courses_sort_name(),
        Sort::CaseNumber => t.courses_sort_case(),
    };
    let order = |sort: &Sort| Order { label: label(*sort), address: choice.sorted(*sort), here: choice.sort == *sort };
    choices.sorts.iter().map(order).collect()
}

fn fields(t: Texts, choice: &Choice, choices: &Choices, rows: &[Listed]) -> Vec<Field> {
    let offer = |value: String, label: &str, chosen: bool| Offer { value, label: label.to_owned(), chosen };
    let unit = |id| choice.unit == Some(id);
    let mut units: Vec<Offer> =
        choices.units.iter().map(|one| offer(one.id.to_string(), &one.name, unit(Some(one.id)))).collect();
    if choices.without_unit {
        units.push(offer(NONE.to_owned(), t.unit_none(), unit(None)));
    }
    let groups = choices.groups.iter().map(|(id, name)| offer(id.to_string(), name, choice.group == Some(*id)));
    let phases = Phase::ALL.iter().map(|one| offer(one.code().to_owned(), t.phase(*one), choice.phase == Some(*one)));
    let mut mentors: Vec<Offer> =
        choices.mentors.iter().map(|(id, name)| offer(id.to_string(), name, choice.mentor == Some(*id))).collect();
    if let Some(mentor) = choice.mentor
        && !mentors.iter().any(|offer| offer.chosen)
    {
        mentors.push(offer(mentor.to_string(), &mentor_name(t, choices, rows, choice), true));
    }
    let closed = (choices.more_mentors && mentors.is_empty()).then(|| t.courses_filter_mentor_first());
    let field = |name, label, offers| Field { name, label, offers, closed: None };
    let groups: Vec<Offer> = groups.collect();
    let mut fields = Vec::new();
    // Who reaches one unit has nothing to choose.
    if units.len() > 1 {
        fields.push(field("unit", t.courses_filter_unit(), units));
    }
    // Who does not see the group is not offered it.
    if !groups.is_empty() {
        fields.push(field("group", t.courses_filter_group(), groups));
    }
    fields.extend([field("phase", t.courses_filter_phase(), phases.collect())]);
    // A mentor sees own courses only, and is offered no other mentor.
    if closed.is_some() || !mentors.is_empty() {
        fields.push(Field { closed, ..field("mentor", t.courses_filter_mentor(), mentors) });
    }
    fields
}

/// The chosen mentor is known from the choices, or else from any course that was found.
fn mentor_name(t: Texts, choices: &Choices, rows: &[Listed], choice: &Choice) -> String {
    let offered = choices.mentors.iter().find(|(id, _)| choice.mentor == Some(*id)).map(|(_, name)| name.clone());
    let found = || rows.first().and_then(|course| course.mentor().map(str::to_owned));
    offered.or_else(found).unwrap_or_else(|| t.courses_mentor_unknown().to_owned())
}

/// The choices that were made, in words, each with the list without it.
fn chosen(t: Texts, choice: &Choice, choices: &Choices, found: &list::Page) -> Vec<Chosen> {
    let named = |label: &str, value: &str| t.courses_chosen(label, value);
    let unit = |unit: Option<_>| match unit {
        Some(id) => choices.units.iter().find(|one| one.id == id).map_or(t.courses_mentor_unknown(), |one| &one.name),
        None => t.unit_none(),
    };
    let group = |group| choices.groups.iter().find(|(id, _)| *id == group).map_or("–", |(_, name)| name);
    let kind = |kind: Option<_>| kind.map_or(t.unit_none(), |kind| t.unit_kind(kind));
    let year = choice.year.map(|year| {
        let year = year.to_string();
        if choice.started { t.courses_chosen_started(&year) } else { t.courses_chosen_year(&year) }
    });
    let mentor = || named(t.courses_filter_mentor(), &mentor_name(t, choices, &found.rows, choice));
    let words: [(Option<String>, &[&str]); 9] = [
        (found.search.as_ref().map(|text| t.courses_chosen_search(text)), &["s"]),
        (choice.unit.map(|id| named(t.courses_filter_unit(), unit(id))), &["unit"]),
        (choice.kind.map(|one| named(t.courses_chosen_kind(), kind(one))), &["kind"]),
        (choice.group.map(|id| named(t.courses_filter_group(), group(id))), &["group"]),
        (choice.phase.map(|phase| named(t.courses_filter_phase(), t.phase(phase))), &["phase"]),
        (choice.mentor.map(|_| mentor()), &["mentor"]),
        (choice.on.map(|day| t.courses_chosen_on(&t.date(day))), &["on", "duration"]),
        (year, &["year", "started"]),
        (choice.duration.map(|one| named(t.courses_chosen_duration(), t.duration_bucket(one))), &["duration"]),
    ];
    let made = words.into_iter().filter_map(|(text, names)| Some((text?, names)));
    made.map(|(text, names)| Chosen { text, without: choice.without(names) }).collect()
}
