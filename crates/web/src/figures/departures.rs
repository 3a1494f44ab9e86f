//! What was departed from, beside how well the model is kept: a column of the figure's table, and a table by cause.

use lods_domain::figures::fidelity::Recommendation;
use lods_domain::model::{Departed, Departures};
use lods_domain::steps::Choice;
use lods_i18n::Texts;
use lods_reports::table::{Cell, Column, Row, Table, Value};

/// Adds both to the figure's tables. The table by cause is left out where nothing was departed from.
pub fn add(t: Texts, tables: &mut Vec<Table>, departures: &Departures) {
    let Some(table) = tables.first_mut() else { return };
    table.columns.push(Column::number(t.figures_fidelity_column_departed()));
    for row in &mut table.rows {
        let cell =
            own(row).and_then(|code| departures.of(code)).map_or(Value::Empty, |departed| number(departed.count));
        row.cells.push(cell.into());
    }
    table.notes.push(t.figures_fidelity_departed_definition().to_owned());
    tables.extend(by_cause(t, departures));
}

/// The recommendation of the row; `None` for a row of one of its parts.
fn own(row: &Row) -> Option<Recommendation> {
    match row.cells.as_slice() {
        [_, Cell { value: Value::Part(_), .. }, ..] => None,
        [Cell { value: Value::Text(code), .. }, ..] => Recommendation::from_code(code),
        _ => None,
    }
}

fn number(count: Option<i64>) -> Value {
    count.map_or(Value::Hidden, Value::Count)
}

fn by_cause(t: Texts, departures: &Departures) -> Option<Table> {
    let given = |departed: &Departed| departed.causes.iter().flatten().map(|(cause, _)| *cause).collect::<Vec<_>>();
    let mut causes: Vec<Choice> = departures.iter().flat_map(given).collect();
    causes.sort_unstable();
    causes.dedup();
    let some = |departed: &&Departed| departed.count != Some(0);
    let rows: Vec<Row> = departures.iter().filter(some).map(|departed| row(t, departed, &causes)).collect();
    if rows.is_empty() {
        return None;
    }
    let mut columns = vec![
        Column::text(t.figures_fidelity_column_code()),
        Column::text(t.figures_fidelity_column_recommendation()),
        Column::number(t.figures_fidelity_column_departed()),
    ];
    columns.extend(causes.iter().map(|cause| Column::number(t.departure_cause(*cause))));
    Some(Table {
        name: t.figures_fidelity_departed_sheet().to_owned(),
        caption: t.figures_fidelity_departed_caption().to_owned(),
        columns,
        rows,
        notes: Vec::new(),
    })
}

fn row(t: Texts, departed: &Departed, causes: &[Choice]) -> Row {
    let of = |cause: &Choice| {
        let counted = |causes: &Vec<(Choice, i64)>| {
            let found = causes.iter().find(|(other, _)| other == cause);
            Value::Count(found.map_or(0, |(_, count)| *count))
        };
        departed.causes.as_ref().map_or(Value::Hidden, counted)
    };
    let name = t.recommendation_name(departed.recommendation);
    let head = [Cell::text(departed.recommendation.code()), Cell::text(name), number(departed.count).into()];
    Row::new(head.into_iter().chain(causes.iter().map(|cause| of(cause).into())).collect())
}
