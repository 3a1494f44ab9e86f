//! The courses that broke a recommendation of the model.

use askama::Template;
use axum::extract::Query;
use axum::response::Html;
use lods_app::figures::{self, FidelityQuestion};
use lods_app::paging::{pages, within};
use lods_domain::figures::Figure;
use lods_domain::figures::fidelity::Recommendation;
use lods_i18n::Texts;
use lods_reports::table::Link;

use super::behind::{Behind, Open};
use super::fidelity;
use super::form::Form;
use crate::courses::pages::Pages;
use crate::page::{Nav, Page};
use crate::query::{self, Asked, address};
use crate::{Failure, SignedIn, paths};

#[derive(Template)]
#[template(path = "figures/broken.html")]
pub struct BrokenPage {
    pub page: Page,
    /// The figure, as it was asked for.
    pub back: String,
    pub lead: String,
    pub as_of: String,
    pub count: i64,
    /// Address and case number of each course.
    pub courses: Vec<(String, String)>,
    pub pages: Pages,
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let t = who.t;
    let mut form = Form::new(t, &asked);
    let question = fidelity::asked(&who, &mut form).await.map_err(|error| who.failed(error))?;
    let code = asked.get("code").and_then(|code| Recommendation::from_code(code));
    let (code, question) = code.zip(question).ok_or_else(|| who.failed(Failure::not_found()))?;
    let page = query::page(&asked);
    let found = figures::broken(&who.app, &who.actor, question, code, page, who.now).await;
    let (found, count) = found.map_err(|error| who.failed(error))?;
    let behind = Behind { open: Open::to(&who), asked: form.pairs(), ..Behind::default() };
    let shown = BrokenPage {
        page: who.page(Nav::Figures, t.figures_fidelity_broken_list(code.code())),
        back: address(&paths::figure(Figure::Fidelity), &behind.asked),
        lead: t.figures_fidelity_broken_lead(t.recommendation_name(code), t.recommendation_definition(code)),
        as_of: as_of(t, question),
        count,
        courses: found.into_iter().map(|broken| (paths::course(broken.course), broken.case_number)).collect(),
        pages: Pages::new(within(page, count), pages(count), |page| {
            behind.page(&Link::Broken(code), page).unwrap_or_default()
        }),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

fn as_of(t: Texts, FidelityQuestion { period, on }: FidelityQuestion) -> String {
    let period = t.figures_from_to(&t.date(period.first()), &t.date(period.last()));
    [period, t.figures_as_of(&t.date(on))].join(". ")
}
