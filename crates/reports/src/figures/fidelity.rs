//! How well the model is kept: a row a recommendation, and below it a row for each of its parts.

use lods_domain::figures::fidelity::{Fidelity, Part, RecommendationShare, Share};
use lods_i18n::Texts;

use super::placements::drawn;
use crate::chart::{Bar, BarKind, Bars};
use crate::table::{Cell, Column, Link, Row, Table, Value, hidden_note};

/// The table. The number that broke a recommendation leads to the courses.
#[must_use]
pub fn tables(t: Texts, figure: &Fidelity) -> Vec<Table> {
    let mut notes = vec![
        t.figures_from_to(&t.date(figure.from), &t.date(figure.to)),
        t.figures_as_of(&t.date(figure.on)),
        t.figures_fidelity_definition().to_owned(),
    ];
    notes.extend(hidden_note(t, figure.smallest));
    vec![Table {
        name: t.figures_fidelity_sheet().to_owned(),
        caption: t.figures_fidelity_caption().to_owned(),
        columns: vec![
            Column::text(t.figures_fidelity_column_code()),
            Column::text(t.figures_fidelity_column_recommendation()),
            Column::number(t.figures_fidelity_column_kept()),
            Column::number(t.figures_fidelity_column_in_scope()),
            Column::number(t.figures_fidelity_column_share()),
            Column::number(t.figures_fidelity_column_broken()),
        ],
        rows: figure.recommendations.iter().flat_map(|of| rows(t, figure, of)).collect(),
        notes,
    }]
}

/// The share of each recommendation, of 100 per cent.
#[must_use]
pub fn chart(t: Texts, figure: &Fidelity) -> Bars {
    let bar = |of: &RecommendationShare| {
        let label = format!("{} {}", of.code.code(), t.recommendation_name(of.code));
        let without = |text| Bar { kind: BarKind::None, ..Bar::new(label.clone(), 0.0, text) };
        match of.share {
            None => without(t.small_numbers_hidden()),
            Some(Share { in_scope: ..=0, .. }) => without(nothing(t, figure)),
            Some(Share { kept, in_scope }) => Bar::new(label, drawn(kept) / drawn(in_scope), t.percent(kept, in_scope)),
        }
    };
    Bars {
        id: "fidelity".to_owned(),
        title: t.figures_fidelity_chart_title().to_owned(),
        desc: match figure.courses {
            Some(courses) => t.figures_fidelity_chart_desc(courses),
            None => t.small_numbers_chart().to_owned(),
        },
        rows: figure.recommendations.iter().map(bar).collect(),
        full: Some(1.0),
        mark: None,
    }
}

/// Why there is no share: the period has no courses, or the data cannot tell.
fn nothing(t: Texts, figure: &Fidelity) -> &'static str {
    if figure.courses == Some(0) { t.figures_fidelity_nothing_in_scope() } else { t.figures_fidelity_not_in_data() }
}

fn rows(t: Texts, figure: &Fidelity, of: &RecommendationShare) -> Vec<Row> {
    let code = || Cell::text(of.code.code());
    let name = Value::Text(t.recommendation_name(of.code).to_owned());
    let own = match of.share {
        None => [const { Value::Hidden }; 4].map(Cell::from),
        Some(Share { in_scope: ..=0, .. }) => unjudged(t, figure),
        Some(share) => shared(share, Cell::counted(share.in_scope - share.kept, Link::Broken(of.code))),
    };
    let part = |(part, share): &(Part, Option<Share>)| {
        let name = Value::Part(t.recommendation_part(*part).to_owned());
        let cells = match share {
            None => [const { Value::Hidden }; 4].map(Cell::from),
            Some(Share { in_scope: ..=0, .. }) => unjudged(t, figure),
            Some(share) => shared(*share, Value::Count(share.in_scope - share.kept).into()),
        };
        row(code(), name, cells)
    };
    let parts = of.parts.iter().flat_map(|parts| &parts.0).map(part);
    std::iter::once(row(code(), name, own)).chain(parts).collect()
}

fn row(code: Cell, name: Value, cells: [Cell; 4]) -> Row {
    Row::new([code, name.into()].into_iter().chain(cells).collect())
}

fn shared(Share { kept, in_scope }: Share, broken: Cell) -> [Cell; 4] {
    [Value::Count(kept).into(), Value::Count(in_scope).into(), Value::Share { kept, in_scope }.into(), broken]
}

fn unjudged(t: Texts, figure: &Fidelity) -> [Cell; 4] {
    [Value::Empty.into(), Value::Count(0).into(), Cell::text(nothing(t, figure)), Value::Empty.into()]
}
