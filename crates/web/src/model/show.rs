//! The page of a recommendation. What was typed stays when something is wrong.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::tokens::random_key;
use lods_app::model::{self, AskedPages, NewExperience, Paged, Shown, Taken, Written};
use lods_app::store::model::{KeptStance, Reason};
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::model::{Stance, experience};
use lods_i18n::Texts;

use super::entered::{EnteredExperience, EnteredStance, faults};
use super::parts::{Choice, Learned, Stood, Why, kinds, learned, stood, whys};
use super::thresholds::{Field, fields, sentences};
use crate::courses::pages::Pages;
use crate::csrf::SignedForm;
use crate::form::{Fault, Faults};
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::{Asked, address, read};
use crate::{Failure, SignedIn, paths};

#[derive(Template)]
#[template(path = "model/show.html")]
struct ShowPage {
    page: Page,
    address: String,
    code: &'static str,
    name: &'static str,
    definition: &'static str,
    stance: Option<Stood>,
    next: Option<String>,
    history: Vec<Stood>,
    thresholds: Vec<String>,
    /// The form of a stance, for those who may take one.
    form: Option<Form>,
    /// `None` is hidden.
    departures: Option<i64>,
    causes: Vec<(&'static str, String)>,
    reasons: Option<(Vec<Why>, Pages)>,
    experiences: Vec<Learned>,
    pages: Pages,
    kinds: Vec<Choice>,
    key: String,
    experience: EnteredExperience,
    stance_faults: Faults,
    experience_faults: Faults,
}

impl ShowPage {
    /// All faults of the form that was sent.
    fn faults(&self) -> &Faults {
        if self.stance_faults.is_empty() { &self.experience_faults } else { &self.stance_faults }
    }

    /// A text for its field: HTML drops a first line that is empty, so one more stands before it.
    fn typed(&self, text: &str) -> String {
        format!("\n{text}")
    }
}

struct Form {
    stances: Vec<Choice>,
    entered: EnteredStance,
    procedure_hint: &'static str,
    fields: Vec<Field>,
}

/// What stands in the forms, and what is wrong with it.
#[derive(Default)]
struct Typed {
    stance: Option<EnteredStance>,
    stance_faults: Vec<Fault>,
    experience: EnteredExperience,
    experience_faults: Vec<Fault>,
}

fn asked_pages(asked: &Asked) -> AskedPages {
    let page = |name: &str| read(asked.get(name)).unwrap_or(1).max(1);
    AskedPages { reasons: page("reasons"), experiences: page("page") }
}

fn named(who: &SignedIn, path: paths::InPath) -> Result<Recommendation, Failure> {
    paths::recommendation_of(path).ok_or_else(|| who.failed(Failure::not_found()))
}

pub async fn show(who: SignedIn, path: paths::InPath, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let of = named(&who, path)?;
    let notice = match asked.get("done").map(String::as_str) {
        Some("stance") => Some(who.t.model_taken()),
        Some("experience") => Some(who.t.model_experience_saved()),
        _ => None,
    };
    answer(&who, of, asked_pages(&asked), Typed::default(), notice).await
}

pub async fn take_stance(
    path: paths::InPath,
    SignedForm { who, form }: SignedForm<EnteredStance>,
) -> Result<Response, Failure> {
    let of = named(&who, path)?;
    let wrong = match form.meant(who.t, of) {
        Err(faults) => faults,
        Ok((new, values)) => {
            let taken = model::take_stance(&who.app, &who.actor, new, &values, who.now).await;
            match taken.map_err(|error| who.failed(error))? {
                Taken::Done => return Ok(done(of, "stance")),
                Taken::Faults(found) => faults(who.t, &found),
            }
        }
    };
    let typed = Typed { stance: Some(form), stance_faults: wrong, ..Typed::default() };
    answer(&who, of, asked_pages(&Asked::new()), typed, None).await
}

pub async fn write_experience(
    path: paths::InPath,
    SignedForm { who, form }: SignedForm<EnteredExperience>,
) -> Result<Response, Failure> {
    let of = named(&who, path)?;
    let (t, mut form) = (who.t, form);
    let mut wrong = form.faults(t, experience(&form.text).err());
    if let (Some(kind), true) = (form.kind(), wrong.is_empty()) {
        let new = NewExperience { key: &form.key, recommendation: of, kind, text: &form.text };
        let written = model::write_experience(&who.app, &who.actor, new, who.now).await;
        match written.map_err(|error| who.failed(error))? {
            Written::Done => return Ok(done(of, "experience")),
            Written::Fault(fault) => wrong = form.faults(t, Some(fault)),
            Written::KeySpent => {
                wrong = vec![Fault::new("text", t.model_key_spent())];
                // The form comes back with a new one.
                form.key.clear();
            }
        }
    }
    let typed = Typed { experience: form, experience_faults: wrong, ..Typed::default() };
    answer(&who, of, asked_pages(&Asked::new()), typed, None).await
}

fn done(of: Recommendation, what: &str) -> Response {
    Redirect::to(&format!("{}?done={what}", paths::recommendation(of))).into_response()
}

async fn answer(
    who: &SignedIn,
    of: Recommendation,
    asked: AskedPages,
    typed: Typed,
    notice: Option<&'static str>,
) -> Result<Response, Failure> {
    let shown = model::show(&who.app, &who.actor, of, asked, who.now).await.map_err(|error| who.failed(error))?;
    let is_wrong = !typed.stance_faults.is_empty() || !typed.experience_faults.is_empty();
    let status = if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut page = who.page(Nav::Model, format!("{} {}", of.code(), who.t.recommendation_name(of)));
    page.notice = notice.map(|text| Notice { kind: NoticeKind::Success, text: text.to_owned() });
    let key = match typed.experience.key.as_str() {
        "" => random_key().map_err(|error| who.failed(error))?,
        sent => sent.to_owned(),
    };
    let filled = filled(who, of, page, shown, typed, key);
    Ok((status, Html(filled.render().map_err(|error| who.failed(error))?)).into_response())
}

fn filled(who: &SignedIn, of: Recommendation, page: Page, shown: Shown, typed: Typed, key: String) -> ShowPage {
    let t = who.t;
    let stood = |kept: &KeptStance| stood(who, kept);
    let next = shown.next.as_ref().map(|kept| &kept.taken);
    let departed = shown.departed.as_ref();
    let causes = departed.and_then(|departed| departed.causes.clone()).unwrap_or_default();
    let here = AskedPages {
        reasons: shown.reasons.as_ref().map_or(1, |reasons| reasons.page),
        experiences: shown.experiences.page,
    };
    ShowPage {
        page,
        address: paths::recommendation(of),
        code: of.code(),
        name: t.recommendation_name(of),
        definition: t.recommendation_definition(of),
        stance: shown.stance.as_ref().map(stood),
        next: next.map(|next| t.model_next(&t.date(next.valid_from), t.model_stance(next.stance))),
        history: shown.history.iter().map(stood).collect(),
        thresholds: sentences(t, &shown.thresholds),
        departures: departed.and_then(|departed| departed.count),
        causes: causes.into_iter().map(|(cause, count)| (t.departure_cause(cause), t.whole(count))).collect(),
        reasons: shown.reasons.as_ref().map(|reasons| (whys(t, reasons), reason_pages(of, here, reasons))),
        experiences: shown.experiences.rows.iter().map(|one| learned(who, one)).collect(),
        pages: Pages::new(here.experiences, shown.experiences.pages(), |page| {
            listed(of, AskedPages { experiences: page, ..here }, "experiences")
        }),
        form: shown.may_keep.then(|| form(t, of, &shown, typed.stance)),
        kinds: kinds(t, &typed.experience),
        key,
        experience: typed.experience,
        stance_faults: typed.stance_faults.into(),
        experience_faults: typed.experience_faults.into(),
    }
}

/// The form as it was sent; at first it holds the stance that stands.
fn form(t: Texts, of: Recommendation, shown: &Shown, sent: Option<EnteredStance>) -> Form {
    let standing = || EnteredStance::standing(shown.stance.as_ref().map(|kept| &kept.taken), shown.today);
    let entered = sent.unwrap_or_else(standing);
    let choice = |one: &Stance| Choice {
        code: one.code(),
        label: t.model_stance(*one),
        hint: t.model_stance_hint(*one),
        chosen: one.code() == entered.stance,
    };
    Form {
        stances: Stance::ALL.iter().map(choice).collect(),
        procedure_hint: match of {
            Recommendation::DecisionTime => t.model_procedure_hint_start(),
            _ => t.model_procedure_hint(),
        },
        fields: fields(t, &shown.thresholds, &entered),
        entered,
    }
}

fn reason_pages(of: Recommendation, here: AskedPages, reasons: &Paged<Reason>) -> Pages {
    Pages::new(reasons.page, reasons.pages(), |page| listed(of, AskedPages { reasons: page, ..here }, "reasons"))
}

/// The address of a page of the two lists, at one of them.
fn listed(of: Recommendation, at: AskedPages, list: &str) -> String {
    let number = |page: i64| if page > 1 { page.to_string() } else { String::new() };
    let pairs = [("reasons", number(at.reasons)), ("page", number(at.experiences))];
    format!("{}#{list}", address(&paths::recommendation(of), &pairs))
}
