//! The figures there are, and what each answers.

use askama::Template;
use axum::response::Html;
use lods_domain::figures::Figure;
use lods_i18n::Texts;

use super::behind::Open;
use crate::page::{Nav, Page};
use crate::{Failure, SignedIn, paths};

/// A figure.
pub struct Card {
    pub address: String,
    pub title: &'static str,
    pub lead: &'static str,
}

#[derive(Template)]
#[template(path = "figures/overview.html")]
pub struct OverviewPage {
    pub page: Page,
    pub intro: &'static str,
    pub cards: Vec<Card>,
}

pub async fn show(who: SignedIn) -> Result<Html<String>, Failure> {
    // Whoever may open no list behind a figure is promised none.
    let lists = Open::to(&who).behind;
    let intro = if lists { who.t.figures_lead() } else { who.t.figures_lead_without_lists() };
    let shown = OverviewPage { page: who.page(Nav::Figures, who.t.figures_title()), intro, cards: cards(who.t) };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

/// The figures with a page, in their order.
pub fn cards(t: Texts) -> Vec<Card> {
    let card = |figure: &Figure| {
        Some(Card { address: paths::figure(*figure), title: t.figure(*figure), lead: lead(t, *figure)? })
    };
    Figure::ALL.iter().filter_map(card).collect()
}

/// The question that a figure answers; `None` for one without a page.
pub fn lead(t: Texts, figure: Figure) -> Option<&'static str> {
    match figure {
        Figure::Placements => Some(t.figures_placements_lead()),
        Figure::Courses => Some(t.figures_courses_lead()),
        Figure::Corps => Some(t.figures_corps_lead()),
        Figure::Fidelity => Some(t.figures_fidelity_lead()),
        Figure::Demand => None,
    }
}
