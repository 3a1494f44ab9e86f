//! The courses that broke a recommendation of the model.

use askama::Template;
use axum::extract::Query;
use axum::response::Html;
use lods_app::courses::list::PAGE;
use lods_app::figures::{self, Broken, FidelityQuestion};
use lods_domain::figures::Figure;
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::{Day, Period};

use super::sessions::{others, page_address};
use crate::courses::pages::Pages;
use crate::page::{Nav, Page};
use crate::query::{self, Asked, address, read};
use crate::{Failure, SignedIn, paths};

/// No list has as many pages.
const LAST_PAGE: i64 = 1_000_000;

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
    let (code, question) = question(&asked).ok_or_else(|| who.failed(Failure::not_found()))?;
    let (found, count, here) =
        found(&who, question, code, query::page(&asked).min(LAST_PAGE)).await.map_err(|error| who.failed(error))?;
    let t = who.t;
    let FidelityQuestion { period, on } = question;
    let shown = BrokenPage {
        page: who.page(Nav::Figures, t.figures_fidelity_broken_list(code.code())),
        back: address(&paths::figure(Figure::Fidelity), &others(&asked, &["code", "page"])),
        lead: t.figures_fidelity_broken_lead(t.recommendation_name(code), t.recommendation_definition(code)),
        as_of: [t.figures_from_to(&t.date(period.first()), &t.date(period.last())), t.figures_as_of(&t.date(on))]
            .join(". "),
        count,
        courses: found.into_iter().map(|broken| (paths::course(broken.course), broken.case_number)).collect(),
        pages: Pages::new(here, last(count), |page| page_address(paths::FIGURE_BROKEN, &asked, page)),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

/// The recommendation, the period and the day. An address that lacks one is not one of ours.
pub fn question(asked: &Asked) -> Option<(Recommendation, FidelityQuestion)> {
    let code = Recommendation::from_code(asked.get("code")?)?;
    let day = |name: &str| read::<Day>(asked.get(name));
    let period = Period::new(day("from")?, day("to")?)?;
    Some((code, FidelityQuestion { period, on: day("on")? }))
}

/// A page of them, how many there are, and which page it is: the last one for a page beyond it.
async fn found(
    who: &SignedIn,
    asked: FidelityQuestion,
    code: Recommendation,
    page: i64,
) -> lods_app::Result<(Vec<Broken>, i64, i64)> {
    let (courses, count) = figures::broken(&who.app, &who.actor, asked, code, page).await?;
    let last = last(count);
    if page <= last {
        return Ok((courses, count, page));
    }
    let (courses, count) = figures::broken(&who.app, &who.actor, asked, code, last).await?;
    Ok((courses, count, last))
}

fn last(count: i64) -> i64 {
    ((count + PAGE - 1) / PAGE).max(1)
}
