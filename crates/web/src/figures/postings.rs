//! The cost postings of a year: the list behind a figure's costs.

use askama::Template;
use axum::extract::Query;
use axum::response::Html;
use lods_app::figures::postings::{PostedBy, postings};
use lods_domain::Period;
use lods_domain::figures::Figure;
use lods_domain::ids::UnitId;
use lods_domain::units::UnitKind;

use crate::courses::pages::Pages;
use crate::page::{Nav, Page};
use crate::query::{self, Asked, address, read};
use crate::{Failure, SignedIn, paths};

/// A posting in the table.
pub struct Row {
    pub on: String,
    pub unit: String,
    pub account: String,
    pub kind: String,
    pub voucher: String,
    pub amount: String,
}

#[derive(Template)]
#[template(path = "figures/postings.html")]
pub struct PostingsPage {
    pub page: Page,
    /// The figure, as it was asked for.
    pub back: String,
    pub count: i64,
    pub sum: String,
    pub rows: Vec<Row>,
    pub pages: Pages,
}

/// What is asked for: whose postings, and the figure that led here.
fn by(asked: &Asked) -> (PostedBy, Figure) {
    let unit: Option<UnitId> = read(asked.get("by"));
    let kind = asked.get("kind").and_then(|kind| UnitKind::from_code(kind));
    match (unit, kind) {
        (Some(unit), _) => (PostedBy::Unit(unit), Figure::Corps),
        (None, Some(kind)) => (PostedBy::Kind(kind), Figure::Courses),
        (None, None) => (PostedBy::All, Figure::Courses),
    }
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let year: Option<i16> = read(asked.get("posted"));
    let period = year.and_then(Period::year).ok_or_else(|| who.failed(Failure::not_found()))?;
    let (by, figure) = by(&asked);
    let found = postings(&who.app, &who.actor, by, period, query::page(&asked), who.now).await;
    let found = found.map_err(|error| who.failed(error))?;
    let t = who.t;
    let row = |(unit, posting): &(String, lods_domain::economy::Posting)| Row {
        on: t.date_short(posting.on),
        unit: unit.clone(),
        account: posting.account.clone(),
        kind: posting.kind.clone(),
        voucher: posting.voucher.clone(),
        amount: t.money(posting.amount),
    };
    let own = kept(&asked, &["posted", "by", "kind"]);
    let back = kept(&asked, &["unit", "year", "weekly", "weeks", "compare", "from", "to"]);
    let shown = PostingsPage {
        page: who.page(Nav::Figures, t.figures_postings_title(&period.first().year().to_string())),
        back: address(&paths::figure(figure), &back),
        count: found.count,
        sum: t.money(found.sum),
        rows: found.rows.iter().map(row).collect(),
        pages: Pages::new(found.page, found.pages(), |page| {
            let page = if page > 1 { page.to_string() } else { String::new() };
            let pairs: Vec<_> = own.iter().chain(&back).cloned().chain([("page", page)]).collect();
            address(paths::FIGURE_POSTINGS, &pairs)
        }),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

fn kept(asked: &Asked, names: &[&'static str]) -> Vec<(&'static str, String)> {
    names.iter().filter_map(|name| Some((*name, asked.get(*name)?.clone()))).collect()
}
