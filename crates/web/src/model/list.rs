//! The 15 recommendations, and how the municipality stands to each.

use askama::Template;
use axum::response::Html;
use lods_app::model::{self, Line};
use lods_domain::access::Action;
use lods_domain::figures::Figure;
use lods_domain::model::Stance;
use lods_i18n::Texts;

use crate::page::{Nav, Page};
use crate::{Failure, SignedIn, paths};

/// A recommendation in the table.
struct Row {
    code: &'static str,
    name: &'static str,
    address: String,
    stance: &'static str,
    stance_class: &'static str,
    since: Option<String>,
    next: Option<String>,
    owner: Option<String>,
    thresholds: Vec<String>,
    departures: String,
    experiences: String,
}

#[derive(Template)]
#[template(path = "model/list.html")]
struct ListPage {
    page: Page,
    /// Recommendations without a stance.
    open: i64,
    /// The figure of how well the model is kept, for those who may see it.
    figure: Option<String>,
    rows: Vec<Row>,
}

/// The class of the stance's tag.
pub const fn class(stance: Option<Stance>) -> &'static str {
    match stance {
        Some(Stance::Adopted) => "lods-tag-good",
        Some(Stance::Adapted) => "lods-tag-now",
        Some(Stance::NotUsed) => "lods-tag-quiet",
        None => "lods-tag-late",
    }
}

fn row(t: Texts, line: &Line) -> Row {
    let taken = line.stance.as_ref().map(|kept| &kept.taken);
    let stance = taken.map(|taken| taken.stance);
    let next = line.next.as_ref().map(|kept| &kept.taken);
    Row {
        code: line.recommendation.code(),
        name: t.recommendation_name(line.recommendation),
        address: paths::recommendation(line.recommendation),
        stance: stance.map_or(t.model_stance_none(), |stance| t.model_stance(stance)),
        stance_class: class(stance),
        since: taken.map(|taken| t.model_since(&t.date(taken.valid_from))),
        next: next.map(|next| t.model_next(&t.date(next.valid_from), t.model_stance(next.stance))),
        owner: taken.map(|taken| taken.owner.clone()),
        thresholds: line.thresholds.iter().map(|(code, value)| t.model_threshold(*code, *value)).collect(),
        departures: t.whole(line.departures),
        experiences: t.whole(line.experiences),
    }
}

pub async fn show(who: SignedIn) -> Result<Html<String>, Failure> {
    let t = who.t;
    let lines = model::list(&who.app, &who.actor, who.now).await.map_err(|error| who.failed(error))?;
    let open = lines.iter().filter(|line| line.stance.is_none()).count();
    let shown = ListPage {
        page: who.page(Nav::Model, t.model_title()),
        open: i64::try_from(open).unwrap_or(i64::MAX),
        figure: who.may(Action::ReadFigures).then(|| paths::figure(Figure::Fidelity)),
        rows: lines.iter().map(|line| row(t, line)).collect(),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}
