//! The page: consents, valid ones first; disclosures, newest first; and the days that lacking access cost.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use lods_app::sharing::disclosures::form_key;
use lods_app::sharing::show::{self, SharingPage};
use lods_app::store::sharing::{Delay, Disclosed, KeptConsent};
use lods_domain::Day;
use lods_domain::ids::CourseId;
use lods_domain::sharing::Ground;
use lods_domain::time::Clockface;
use lods_i18n::Texts;

use super::consents::{self, ConsentFields};
use super::delays::{self, DelayFields};
use super::disclosures::{self, DisclosureFields};
use super::fields::Form;
use crate::courses::pages::Pages;
use crate::form::Fault;
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::{self, Asked, address};
use crate::{Failure, SignedIn, paths};

/// A consent in a table.
pub struct ConsentRow {
    pub recipient: String,
    pub kinds: String,
    pub purpose: String,
    pub given: String,
    /// How it was given; empty where it is not on record.
    pub how: &'static str,
    pub until: String,
    /// Its key, for the form that withdraws it.
    pub given_on: String,
}

/// A disclosure in the table.
pub struct DisclosureRow {
    pub when: String,
    pub recipient: String,
    pub kinds: String,
    pub purpose: String,
    pub ground: String,
    pub by: String,
}

/// A delay in the table.
pub struct DelayRow {
    pub when: String,
    pub days: i64,
    pub cause: String,
    pub by: String,
}

#[derive(Template)]
#[template(path = "sharing/show.html")]
pub struct SharingView {
    pub page: Page,
    pub course: String,
    pub citizen: String,
    pub case_number: String,
    pub recipients: Vec<String>,
    pub bases: [&'static str; 2],
    pub valid: Vec<ConsentRow>,
    pub past: Vec<ConsentRow>,
    pub withdrawals: String,
    /// `None` for whoever only reads.
    pub consent: Option<Form<ConsentFields>>,
    pub disclosure: Option<Form<DisclosureFields>>,
    pub delay: Option<Form<DelayFields>>,
    pub disclosures: Vec<DisclosureRow>,
    pub disclosure_count: i64,
    pub pages: Pages,
    pub delays: Vec<DelayRow>,
    pub delay_days: i64,
    /// There are more delays than the table has.
    pub more_delays: bool,
}

impl SharingView {
    /// What is wrong in the form that was sent.
    fn faults(&self) -> Vec<&Fault> {
        let consent = self.consent.iter().flat_map(|form| form.faults.iter());
        let disclosure = self.disclosure.iter().flat_map(|form| form.faults.iter());
        consent.chain(disclosure).chain(self.delay.iter().flat_map(|form| form.faults.iter())).collect()
    }

    fn past_count(&self) -> i64 {
        i64::try_from(self.past.len()).unwrap_or(i64::MAX)
    }

    fn fault_count(&self) -> i64 {
        i64::try_from(self.faults().len()).unwrap_or(i64::MAX)
    }
}

/// The forms that were sent and are shown again, with what is wrong; those that were not are shown afresh.
#[derive(Default)]
pub struct Forms {
    pub consent: Option<(consents::Entered, Vec<Fault>)>,
    pub disclosure: Option<(disclosures::Entered, Vec<Fault>)>,
    pub delay: Option<(delays::Entered, Vec<Fault>)>,
}

pub async fn show(who: SignedIn, course: paths::InPath, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let mut shown = view(&who, id, query::page(&asked), Forms::default()).await?;
    shown.page.notice = asked.get("done").and_then(|done| notice(who.t, done));
    Ok(Html(shown.render().map_err(|error| who.failed(error))?).into_response())
}

fn notice(t: Texts, done: &str) -> Option<Notice> {
    let (kind, text) = match done {
        "consent" => (NoticeKind::Success, t.consents_saved()),
        "withdrawn" => (NoticeKind::Success, t.consents_withdrawn_saved()),
        "withdrawn-before" => (NoticeKind::Information, t.consents_withdrawn_before()),
        "disclosed" => (NoticeKind::Success, t.disclosures_saved()),
        "delay" => (NoticeKind::Success, t.delays_saved()),
        _ => return None,
    };
    Some(Notice { kind, text: text.to_owned() })
}

/// The page again, with what is wrong in the form that was sent.
pub async fn answer(who: &SignedIn, course: CourseId, page: i64, forms: Forms) -> Result<Response, Failure> {
    let shown = view(who, course, page, forms).await?;
    let html = Html(shown.render().map_err(|error| who.failed(error))?);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html).into_response())
}

async fn view(who: &SignedIn, id: CourseId, page: i64, forms: Forms) -> Result<SharingView, Failure> {
    let found = show::show(&who.app, &who.actor, id, page, who.now).await.map_err(|error| who.failed(error))?;
    let (t, clock, path) = (who.t, who.app.clock(), paths::sharing(id));
    let today = found.today;
    let (consent, disclosure, delay) = all_forms(t, &found, forms, &path).map_err(|error| who.failed(error))?;
    Ok(SharingView {
        page: who.page(Nav::Courses, t.sharing_title(found.course.case_number())),
        course: paths::course(id),
        citizen: found.course.name().unwrap_or_default(),
        case_number: found.course.case_number().to_owned(),
        bases: [t.disclosure_basis_authority(), t.disclosure_basis_notify()],
        valid: found.valid.iter().map(|kept| consent_row(t, kept, today)).collect(),
        past: found.past.iter().map(|kept| consent_row(t, kept, today)).collect(),
        withdrawals: format!("{path}/withdrawals"),
        consent,
        disclosure,
        delay,
        disclosures: found.disclosures.iter().map(|one| disclosure_row(t, clock, one)).collect(),
        disclosure_count: found.disclosure_count,
        pages: Pages::new(found.page, found.pages(), |page| {
            format!("{}#disclosures", address(&path, &[("page", page.to_string())]))
        }),
        more_delays: found.delay_count > i64::try_from(found.delays.len()).unwrap_or(i64::MAX),
        delays: found.delays.into_iter().map(|one| delay_row(t, clock, one)).collect(),
        delay_days: found.delay_days,
        recipients: found.recipients,
    })
}

type AllForms = (Option<Form<ConsentFields>>, Option<Form<DisclosureFields>>, Option<Form<DelayFields>>);

/// Whoever may not is offered no form.
fn all_forms(t: Texts, found: &SharingPage, forms: Forms, path: &str) -> Result<AllForms, lods_app::Error> {
    let consent = forms.consent.unwrap_or_else(|| (consents::Entered::first(found.today), Vec::new()));
    let disclosure = match forms.disclosure {
        Some(sent) => sent,
        None => (disclosures::Entered { key: form_key()?, ..Default::default() }, Vec::new()),
    };
    let delay = match forms.delay {
        Some(sent) => sent,
        None => (delays::Entered { key: form_key()?, ..Default::default() }, Vec::new()),
    };
    Ok((
        found.may_keep.then(|| consent.0.form(t, format!("{path}/consents"), consent.1.into())),
        found.may_disclose.then(|| disclosure.0.form(t, format!("{path}/disclosures"), disclosure.1.into())),
        found.may_disclose.then(|| delay.0.form(t, format!("{path}/delays"), delay.1.into())),
    ))
}

/// `until` says until when it is valid, or why it is not.
fn consent_row(t: Texts, kept: &KeptConsent, today: Day) -> ConsentRow {
    let consent = &kept.consent;
    let until = match (consent.withdrawn_on.filter(|day| *day <= today), consent.valid_to) {
        (Some(day), _) => t.consents_withdrawn(&t.date(day)),
        (None, _) if consent.given_on > today => t.consents_begins(&t.date(consent.given_on)),
        (None, Some(last)) if last < today => t.consents_ran_out(&t.date(last)),
        (None, Some(last)) => t.date(last),
        (None, None) => t.consents_until_withdrawn().to_owned(),
    };
    ConsentRow {
        recipient: consent.recipient.clone(),
        kinds: t.kinds(&consent.kinds),
        purpose: kept.purpose.clone(),
        given: t.date(consent.given_on),
        how: kept.given_how.map_or("", |how| t.given_how(how)),
        until,
        given_on: consent.given_on.to_string(),
    }
}

fn disclosure_row(t: Texts, clock: &Clockface, one: &Disclosed) -> DisclosureRow {
    DisclosureRow {
        when: t.moment(clock, one.at),
        recipient: one.recipient.clone(),
        kinds: t.kinds(&one.kinds),
        purpose: one.purpose.clone(),
        ground: match &one.ground {
            Ground::Consent { given_on } => t.disclosures_by_consent(&t.date(*given_on)),
            Ground::LegalBasis(basis) => basis.clone(),
        },
        by: one.user.clone(),
    }
}

fn delay_row(t: Texts, clock: &Clockface, one: Delay) -> DelayRow {
    DelayRow { when: t.moment(clock, one.at), days: one.days, cause: one.cause, by: one.user }
}
