//! Need and budget of a scenario: a row a group, then gross, reimbursement and net.

use lods_domain::Ore;
use lods_domain::figures::decimals::Decimals;
use lods_domain::figures::demand::{Demand, GroupDemand, Percentiles};
use lods_i18n::Texts;

use crate::chart::{Bar, Bars};
use crate::table::{Cell, Column, Row, Table, Value};

/// The table. The estimates have columns only when the scenario has a range.
#[must_use]
pub fn tables(t: Texts, figure: &Demand) -> Vec<Table> {
    let ranged = figure.gross.is_some();
    let mut columns = vec![
        Column::text(t.figures_demand_column_group()),
        Column::number(t.figures_demand_column_persons()),
        Column::number(t.figures_demand_column_hours()),
        Column::number(t.figures_demand_column_price()),
        Column::number(t.figures_demand_column_need()),
    ];
    let mut notes = vec![t.figures_demand_definition().to_owned()];
    if ranged {
        let estimates =
            [t.figures_demand_column_low(), t.figures_demand_column_middle(), t.figures_demand_column_high()];
        columns.extend(estimates.map(Column::number));
        notes.push(t.figures_demand_percentiles().to_owned());
    }
    vec![Table {
        name: t.figures_demand_sheet().to_owned(),
        caption: t.figures_demand_caption().to_owned(),
        columns,
        rows: figure.groups.iter().map(|group| of_group(group, ranged)).chain(sums(t, figure, ranged)).collect(),
        notes,
    }]
}

/// The need of each group.
#[must_use]
pub fn chart(t: Texts, figure: &Demand) -> Bars {
    let bar = |group: &GroupDemand| {
        Bar::new(&group.name, Decimals::<2>(group.gross_ore.0).as_f64(), t.millions(group.gross_ore))
    };
    Bars {
        id: "demand".to_owned(),
        title: t.figures_demand_chart_title().to_owned(),
        desc: t.figures_demand_chart_desc(&t.millions(figure.gross_ore), &t.millions(figure.net_ore)),
        rows: figure.groups.iter().map(bar).collect(),
        full: None,
        mark: None,
    }
}

fn of_group(group: &GroupDemand, ranged: bool) -> Row {
    let known = [
        Value::Text(group.name.clone()),
        Value::Number(group.persons),
        Value::Number(group.hours),
        Value::Money(group.price_ore),
        Value::Millions(group.gross_ore),
    ];
    Row::new(known.into_iter().chain(estimates(group.percentiles, ranged)).map(Cell::from).collect())
}

/// The reimbursement is taken away, so it is shown below zero.
fn sums(t: Texts, figure: &Demand, ranged: bool) -> Vec<Row> {
    let sum = |name: &str, value: Value, percentiles: Option<Percentiles>| {
        let known = [Value::Text(name.to_owned()), Value::Empty, Value::Empty, Value::Empty, value];
        Row::total(known.into_iter().chain(estimates(percentiles, ranged)).map(Cell::from).collect())
    };
    let amount = |name: &str, amount: Ore, percentiles| sum(name, Value::Millions(amount), percentiles);
    let share =
        figure.share_of_frame.map(|share| sum(t.figures_demand_share_of_frame(), Value::Proportion(share), None));
    [
        amount(t.figures_demand_gross(), figure.gross_ore, figure.gross),
        amount(t.figures_demand_reimbursement(), -figure.reimbursement_ore, None),
        amount(t.figures_demand_net(), figure.net_ore, figure.net),
    ]
    .into_iter()
    .chain(share)
    .collect()
}

/// Three cells when the scenario has a range, else none.
fn estimates(percentiles: Option<Percentiles>, ranged: bool) -> Vec<Value> {
    match percentiles {
        _ if !ranged => Vec::new(),
        Some(of) => [of.p10_ore, of.p50_ore, of.p90_ore].map(Value::Millions).into(),
        None => vec![Value::Empty; 3],
    }
}
