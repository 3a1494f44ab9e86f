//! Which mentors have had supervision, and which wait for it.

use askama::Template;
use axum::extract::Query;
use axum::response::Html;
use lods_app::mentors::supervision;
use lods_app::store::supervision::Listed;
use lods_domain::mentors::Supervised;
use lods_domain::units::UnitKind;
use lods_i18n::Texts;

use crate::courses::pages::Pages;
use crate::page::{Nav, Page};
use crate::query::{self, Asked, address};
use crate::{Failure, SignedIn, paths};

/// A mentor in the table.
pub struct Row {
    pub mentor: String,
    pub unit: String,
    /// Of a supplier: not employed by the municipality.
    pub external: bool,
    pub running: String,
    pub last: Option<String>,
    pub since: Option<String>,
    pub form: Option<&'static str>,
    pub state: &'static str,
    pub state_class: &'static str,
}

#[derive(Template)]
#[template(path = "mentors/supervision.html")]
pub struct SupervisionPage {
    pub page: Page,
    /// The rule, and whom the list is of.
    pub lead: String,
    pub as_of: String,
    pub mentors: i64,
    pub late: i64,
    pub never: i64,
    pub rows: Vec<Row>,
    pub pages: Pages,
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let t = who.t;
    let found = supervision::mentors(&who.app, &who.actor, query::page(&asked), who.now).await;
    let found = found.map_err(|error| who.failed(error))?;
    let rows = found.rows.iter().map(|(listed, supervised)| row(t, listed, *supervised));
    let rows: Result<Vec<Row>, _> = rows.collect();
    let shown = SupervisionPage {
        page: who.page(Nav::Supervision, t.supervision_title()),
        lead: t.supervision_lead(found.most),
        as_of: t.figures_as_of(&t.date(found.today)),
        mentors: found.counts.mentors,
        late: found.counts.late,
        never: found.counts.never,
        rows: rows.map_err(|error| who.failed(lods_app::Error::from(error)))?,
        pages: Pages::new(found.page, found.pages(), |page| address(paths::SUPERVISION, &[("page", page.to_string())])),
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

fn row(t: Texts, listed: &Listed, supervised: Supervised) -> Result<Row, lods_app::store::Error> {
    let days = match supervised {
        Supervised::Within(days) | Supervised::Late(days) => Some(days),
        Supervised::Never => None,
    };
    let (state, state_class) = state(t, listed.running, supervised);
    Ok(Row {
        mentor: listed.mentor.clone(),
        unit: listed.unit.clone(),
        external: listed.kind()? == UnitKind::Supplier,
        running: t.whole(listed.running),
        last: listed.last().map(|day| t.date_short(day)),
        since: days.map(|days| t.supervision_since(days)),
        form: listed.form().map(|form| t.supervision_form(form)),
        state,
        state_class,
    })
}

/// The rule is for mentors who have courses.
const fn state(t: Texts, running: i64, supervised: Supervised) -> (&'static str, &'static str) {
    match (running, supervised) {
        (_, Supervised::Within(_)) => (t.supervision_within(), "lods-tag-good"),
        (..=0, _) => (t.supervision_no_courses(), "lods-tag-quiet"),
        (_, Supervised::Late(_)) => (t.supervision_late(), "lods-tag-late"),
        (_, Supervised::Never) => (t.supervision_never(), "lods-tag-late"),
    }
}
