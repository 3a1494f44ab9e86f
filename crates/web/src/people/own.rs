//! The young person's own page: short sentences, the most important first.

use askama::Template;
use axum::extract::Query;
use axum::response::{Html, Redirect};
use lods_app::people::own::{self, OwnPage};
use lods_app::store::courses::Shown;
use lods_app::store::own::Seen;
use lods_app::store::sharing::KeptConsent;
use lods_domain::Day;
use lods_domain::access::{Field, Fields};
use lods_domain::ids::UserId;
use lods_domain::time::Clockface;
use lods_i18n::Texts;
use serde::Deserialize;

use super::GoalShown;
use super::own_steps::{self, StepsShown};
use crate::courses::pages::Pages;
use crate::csrf::{Keyed, SignedForm};
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::{Asked, address, page};
use crate::{Failure, SignedIn, paths};

/// What the newest course says.
struct Newest {
    /// The notes between the mentor and the young person.
    notes: String,
    mentor: Option<String>,
    unit: Option<String>,
    last_met: Option<(String, String)>,
    purpose: String,
    /// Label and value.
    agreed: Vec<(&'static str, String)>,
    wishes: Vec<String>,
}

/// A course before the newest.
struct Earlier {
    period: String,
    mentor: String,
}

/// Readings of one day.
struct SeenDay {
    day: String,
    /// When and what, and why.
    lines: Vec<(String, &'static str)>,
}

/// A field that can be shared.
struct Switch {
    code: &'static str,
    label: &'static str,
    on: bool,
}

struct With {
    user: UserId,
    name: String,
    switches: Vec<Switch>,
}

struct ConsentShown {
    given_on: Day,
    given: String,
    recipient: String,
    purpose: String,
    /// Why it holds no more, or until when it does.
    state: Option<String>,
    holds: bool,
}

#[derive(Template)]
#[template(path = "people/own.html")]
struct OwnHtml {
    page: Page,
    newest: Option<Newest>,
    steps: Option<StepsShown>,
    /// What came of an own step.
    did: Option<Notice>,
    goals: Vec<GoalShown>,
    earlier: Vec<Earlier>,
    seen: Vec<SeenDay>,
    seen_count: i64,
    pages: Pages,
    /// What came of a switch; it stands by the switches, where the page is opened after one was turned.
    shared: Option<Notice>,
    network: Vec<With>,
    /// What came of taking a consent back; it stands by the consents.
    withdrawn: Option<Notice>,
    consents: Vec<ConsentShown>,
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let own = own::show(&who.app, &who.actor, page(&asked), who.now).await.map_err(|error| who.failed(error))?;
    let t = who.t;
    let (shared, withdrawn) = receipts(t, asked.get("done"));
    let address = |page: i64| format!("{}#seen", address(paths::OWN, &[("page", page.to_string())]));
    let shown = OwnHtml {
        page: who.page(Nav::Own, t.own_title()),
        newest: own.courses.first().map(|course| newest(t, course, &own)),
        steps: own_steps::shown(t, &own),
        did: own_steps::receipt(t, asked.get("done")),
        goals: super::goals(t, &own.goals),
        earlier: own.courses.iter().skip(1).map(|course| earlier(t, course)).collect(),
        seen: by_day(t, who.app.clock(), &own.seen),
        seen_count: own.seen_count,
        pages: Pages::new(own.page, own.pages(), address),
        shared,
        network: with(t, &own),
        withdrawn,
        consents: own.consents.iter().map(|one| consent(t, one, own.today)).collect(),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

/// What came of a switch, and what came of taking a consent back.
fn receipts(t: Texts, done: Option<&String>) -> (Option<Notice>, Option<Notice>) {
    let notice = |kind, text: &str| Some(Notice { kind, text: text.to_owned() });
    match done.map(String::as_str) {
        Some("share") => (notice(NoticeKind::Success, t.own_share_changed()), None),
        Some("consent") => (None, notice(NoticeKind::Success, t.own_consent_done())),
        Some("gone") => (None, notice(NoticeKind::Information, t.own_consent_gone())),
        _ => (None, None),
    }
}

fn newest(t: Texts, course: &Shown, own: &OwnPage) -> Newest {
    let dates = course.dates();
    let met = own.last_met.iter().find(|(id, _)| *id == course.id()).map(|(_, day)| *day);
    let mut agreed = Vec::new();
    if let Some(weekly) = course.weekly() {
        agreed.push((t.own_agreed_hours(), t.hours_and_minutes(weekly)));
    }
    let days = match dates.end {
        Some(end) => [(t.own_agreed_start(), dates.start), (t.own_agreed_ended(), Some(end))],
        None => [(t.own_agreed_start(), dates.start), (t.own_agreed_until(), dates.expected_end)],
    };
    agreed.extend(days.into_iter().filter_map(|(label, day)| Some((label, t.date(day?)))));
    let wishes = course.interests().unwrap_or_default();
    Newest {
        notes: paths::own_notes(course.id()),
        mentor: course.mentor().map(str::to_owned),
        unit: course.unit().map(str::to_owned),
        last_met: met.map(|day| (t.date(day), t.relative(day, own.today))),
        purpose: course.purpose().unwrap_or_default().to_owned(),
        agreed,
        wishes: wishes.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect(),
    }
}

fn earlier(t: Texts, course: &Shown) -> Earlier {
    let dates = course.dates();
    let from = dates.start.or(dates.concern).map(|day| t.date(day)).unwrap_or_default();
    let period = match dates.end {
        Some(end) => t.own_earlier_line(&from, &t.date(end)),
        None => t.own_earlier_open(&from),
    };
    Earlier { period, mentor: course.mentor().map(|mentor| t.own_earlier_mentor(mentor)).unwrap_or_default() }
}

/// Readings, newest first, under the day in Denmark.
fn by_day(t: Texts, clock: &Clockface, seen: &[Seen]) -> Vec<SeenDay> {
    let mut days: Vec<(Day, SeenDay)> = Vec::new();
    for one in seen {
        let day = clock.day(one.at);
        let line = (t.own_seen_line(&t.clock_time(clock, one.at), t.what(one.what)), t.purpose(one.purpose));
        match days.last_mut() {
            Some((last, shown)) if *last == day => shown.lines.push(line),
            _ => days.push((day, SeenDay { day: t.weekday_and_date(day), lines: vec![line] })),
        }
    }
    days.into_iter().map(|(_, shown)| shown).collect()
}

fn with(t: Texts, own: &OwnPage) -> Vec<With> {
    let switch =
        |shared: Fields, field: Field| Switch { code: field.code(), label: t.own_share(field), on: shared.has(field) };
    let one = |one: &lods_app::store::own::NetworkPerson| With {
        user: one.user,
        name: one.name.clone(),
        switches: Fields::SHAREABLE.iter().map(|field| switch(one.shared, field)).collect(),
    };
    own.network.iter().map(one).collect()
}

fn consent(t: Texts, kept: &KeptConsent, today: Day) -> ConsentShown {
    let consent = &kept.consent;
    let holds = consent.is_valid_on(today);
    let state = match (consent.withdrawn_on, consent.valid_to) {
        (Some(on), _) => Some(t.own_consent_withdrawn(&t.date(on))),
        (None, Some(last)) if last < today => Some(t.own_consent_over().to_owned()),
        (None, Some(last)) => Some(t.own_consent_valid_to(&t.date(last))),
        (None, None) => None,
    };
    ConsentShown {
        given_on: consent.given_on,
        given: t.date(consent.given_on),
        recipient: consent.recipient.clone(),
        purpose: kept.purpose.clone(),
        state,
        holds,
    }
}

/// A switch that was turned.
#[derive(Deserialize)]
pub struct Turned {
    csrf: String,
    user: i64,
    field: String,
    /// `1` to share, anything else not to.
    shared: String,
}

impl Keyed for Turned {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn share(SignedForm { who, form }: SignedForm<Turned>) -> Result<Redirect, Failure> {
    let field = Field::from_code(&form.field).ok_or_else(|| who.failed(Failure::bad_request()))?;
    let (with, shared) = (UserId(form.user), form.shared == "1");
    own::share(&who.app, &who.actor, with, field, shared, who.now).await.map_err(|error| who.failed(error))?;
    Ok(Redirect::to("/me?done=share#share"))
}

/// A consent to take back. The recipient is in the form, not in an address.
#[derive(Deserialize)]
pub struct Withdrawal {
    csrf: String,
    given_on: String,
    recipient: String,
}

impl Keyed for Withdrawal {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

pub async fn withdraw(SignedForm { who, form }: SignedForm<Withdrawal>) -> Result<Redirect, Failure> {
    let given_on: Day = form.given_on.parse().map_err(|_| who.failed(Failure::bad_request()))?;
    let done = own::withdraw(&who.app, &who.actor, given_on, &form.recipient, who.now).await;
    let done = done.map_err(|error| who.failed(error))?;
    Ok(Redirect::to(if done { "/me?done=consent#consents" } else { "/me?done=gone#consents" }))
}
