//! A figure as a page, and as the files that its page offers.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use lods_domain::figures::Figure;
use lods_domain::figures::fidelity::Recommendation;
use lods_i18n::Texts;
use lods_reports::html::HtmlTable;
use lods_reports::{csv, xlsx};

use super::answer::{Answer, Tile};
use super::form::{Field, Form, Look};
use super::{corps, courses, fidelity, overview, placements};
use crate::page::{Nav, Page};
use crate::query::{Asked, address};
use crate::{Failure, SignedIn, paths};

/// A chart, drawn.
pub struct Drawn {
    pub title: String,
    pub svg: String,
}

/// A table, written. It has a caption of its own.
pub struct Written {
    pub caption: String,
    pub html: String,
}

/// What the figure says, ready for the page.
pub struct Shown {
    pub as_of: String,
    pub tiles: Vec<Tile>,
    pub charts: Vec<Drawn>,
    pub tables: Vec<Written>,
    /// Why some numbers are hidden.
    pub hidden: Option<String>,
    pub csv: String,
    pub xlsx: String,
    pub definitions: Vec<String>,
    /// When each recommendation of the model is kept: code, name and sentence.
    pub recommendations: Vec<(&'static str, &'static str, &'static str)>,
    pub empty: Option<String>,
}

#[derive(Template)]
#[template(path = "figures/show.html")]
pub struct FigurePage {
    pub page: Page,
    pub address: String,
    pub lead: &'static str,
    pub fields: Vec<Field>,
    /// `None` when a field is at fault.
    pub shown: Option<Shown>,
}

impl FigurePage {
    fn faults(&self) -> Vec<(&'static str, &'static str)> {
        self.fields.iter().filter_map(|field| Some((field.name, field.fault?))).collect()
    }

    fn fault_count(&self) -> i64 {
        i64::try_from(self.faults().len()).unwrap_or(i64::MAX)
    }
}

/// `placements` is the page of a figure, `placements.csv` and `placements.xlsx` are its files.
pub async fn show(who: SignedIn, Path(name): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (code, ending) = name.split_once('.').unwrap_or((&name, ""));
    let figure = Figure::from_code(code).filter(|_| matches!(ending, "" | "csv" | "xlsx"));
    let lead = figure.and_then(|figure| Some((figure, overview::lead(who.t, figure)?)));
    let (figure, lead) = lead.ok_or_else(|| who.failed(Failure::not_found()))?;
    let mut form = Form::new(who.t, &asked);
    let answer = match figure {
        Figure::Placements => placements::answer(&who, &mut form).await,
        Figure::Courses => courses::answer(&who, &mut form).await,
        Figure::Corps => corps::answer(&who, &mut form).await,
        Figure::Fidelity => fidelity::answer(&who, &mut form).await,
        Figure::Demand => Err(lods_app::Error::NotFound),
    };
    let answer = answer.map_err(|error| who.failed(error))?;
    match (ending, &answer) {
        ("csv", Some(answer)) => file(answer, "csv", CSV, csv::csv(&answer.tables)),
        ("xlsx", Some(answer)) => file(answer, "xlsx", XLSX, xlsx::xlsx(who.t, &answer.tables)),
        _ => page(&who, figure, lead, form, answer.as_ref()),
    }
    .map_err(|failure| who.failed(failure))
}

fn page(
    who: &SignedIn,
    figure: Figure,
    lead: &'static str,
    form: Form<'_>,
    answer: Option<&Answer>,
) -> Result<Response, Failure> {
    let status = if answer.is_some() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = answer.map(|answer| shown(who.t, figure, answer, &form.pairs())).transpose()?;
    let page = FigurePage {
        page: who.page(Nav::Figures, who.t.figure(figure)),
        address: paths::figure(figure),
        lead,
        fields: form.into_fields(),
        shown,
    };
    Ok((status, Html(page.render()?)).into_response())
}

/// The answer in the page's words and marks. `pairs` is what the figure was asked for.
pub fn shown(
    t: Texts,
    figure: Figure,
    answer: &Answer,
    pairs: &[(&'static str, String)],
) -> Result<Shown, askama::Error> {
    let file = |ending: &str| address(&format!("{}.{ending}", paths::figure(figure)), pairs);
    let drawn = answer.charts.iter().filter(|chart| !chart.rows.is_empty());
    let drawn = drawn.map(|chart| Ok(Drawn { title: chart.title.clone(), svg: chart.svg()? }));
    let written = answer.tables.iter().map(|table| {
        let html = HtmlTable::new(t, table, |link| answer.behind.href(link)).render()?;
        Ok(Written { caption: table.caption.clone(), html })
    });
    Ok(Shown {
        as_of: answer.as_of.join(". "),
        tiles: answer.tiles.clone(),
        charts: drawn.collect::<Result<_, askama::Error>>()?,
        tables: written.collect::<Result<_, askama::Error>>()?,
        hidden: answer.hidden.clone(),
        csv: file("csv"),
        xlsx: file("xlsx"),
        definitions: answer.definitions(),
        recommendations: if figure == Figure::Fidelity { recommendations(t) } else { Vec::new() },
        empty: answer.empty.clone(),
    })
}

fn recommendations(t: Texts) -> Vec<(&'static str, &'static str, &'static str)> {
    let named = |code: &Recommendation| (code.code(), t.recommendation_name(*code), t.recommendation_definition(*code));
    Recommendation::ALL.iter().map(named).collect()
}

const CSV: &str = "text/csv; charset=utf-8";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The name of the file holds no mark that a header would need to escape.
fn file<E: std::error::Error>(
    answer: &Answer,
    ending: &str,
    media_type: &'static str,
    bytes: Result<Vec<u8>, E>,
) -> Result<Response, Failure> {
    let bytes = bytes.map_err(|error| Failure::internal(&error))?;
    let disposition = format!("attachment; filename=\"{}.{ending}\"", answer.file_name);
    let headers = [(header::CONTENT_TYPE, media_type.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}
