//! A unit's face-to-face hours, what one of them costs, and when the unit breaks even against a supplier.

use lods_domain::Ore;
use lods_domain::figures::corps::{Compared, Corps};
use lods_domain::figures::decimals::{Decimals, Hours};
use lods_domain::ids::MentorId;
use lods_i18n::Texts;

use crate::chart::{Bar, Bars, Mark};
use crate::table::{Cell, Column, Link, Row, Table, Value};

/// The key numbers. What was not asked for, or cannot be reckoned, has no row; only the price is always there.
#[must_use]
pub fn tables(t: Texts, figure: &Corps) -> Vec<Table> {
    let year = figure.year.to_string();
    let mut notes = vec![t.figures_corps_unit_year(&figure.unit, &year), t.figures_corps_definition().to_owned()];
    if figure.price_ore.is_none() {
        notes.push(t.figures_corps_no_hours().to_owned());
    }
    if figure.compare.is_some() {
        notes.push(t.figures_corps_caution().to_owned());
    }
    let row = |(name, cell): (&str, Cell)| Row::new(vec![Cell::text(name), cell]);
    vec![Table {
        name: t.figures_corps_sheet().to_owned(),
        caption: t.figures_corps_caption().to_owned(),
        columns: vec![Column::text(t.figures_corps_column_measure()), Column::number(t.figures_corps_column_value())],
        rows: key_numbers(t, figure).into_iter().map(row).collect(),
        notes,
    }]
}

/// Each mentor's part of the hours, in the order given: id, name and face-to-face minutes.
#[must_use]
pub fn corps_mentors(t: Texts, mentors: &[(MentorId, String, i64)]) -> Table {
    let hours = |minutes: i64| Value::Hours(Hours::ratio(i128::from(minutes), 60).unwrap_or_default());
    let row = |(mentor, name, minutes): &(MentorId, String, i64)| {
        let link = (*minutes != 0).then_some(Link::MentorSessions { mentor: *mentor });
        Row::new(vec![Cell::text(name), Cell { value: hours(*minutes), link }])
    };
    let sum = mentors.iter().fold(0_i64, |sum, (_, _, minutes)| sum.saturating_add(*minutes));
    let total = Row::total(vec![Cell::text(t.total()), hours(sum).into()]);
    Table {
        name: t.figures_corps_sheet_mentors().to_owned(),
        caption: t.figures_corps_mentors_caption().to_owned(),
        columns: vec![Column::text(t.figures_corps_column_mentor()), Column::number(t.figures_corps_ata_hours())],
        rows: mentors.iter().map(row).chain([total]).collect(),
        notes: vec![t.figure_ata_hours().to_owned()],
    }
}

/// Price per face-to-face hour: real, expected, and the supplier's as the line.
#[must_use]
pub fn chart(t: Texts, figure: &Corps) -> Bars {
    let price = |name: &str, price: Ore| Bar::new(name, kroner(price), t.money(price));
    let real = figure.price_ore.map(|amount| price(t.figures_corps_price(), amount));
    let expected = figure.expected_price_ore.map(|amount| price(t.figures_corps_expected_price(), amount).second());
    let year = figure.year.to_string();
    let shown = figure.price_ore.map_or_else(|| Value::DASH.to_owned(), |amount| t.money(amount));
    Bars {
        id: "corps-price".to_owned(),
        title: t.figures_corps_price_chart_title(&year),
        desc: t.figures_corps_price_chart_desc(&figure.unit, &shown, &year),
        rows: real.into_iter().chain(expected).collect(),
        full: None,
        mark: figure.compare.map(|compared| Mark {
            value: kroner(compared.price_ore),
            text: format!("{}: {}", t.figures_field_compare(), t.money(compared.price_ore)),
        }),
    }
}

/// Face-to-face hours: delivered, expected, and what it takes to break even.
#[must_use]
pub fn hours_chart(t: Texts, figure: &Corps) -> Bars {
    let bar = |name: &str, hours: Hours| Bar::new(name, hours.as_f64(), t.hundredths(hours.0));
    let break_even = figure.compare.and_then(|compared| compared.break_even_hours);
    let others = [
        figure.expected_hours.map(|hours| bar(t.figures_corps_expected_hours(), hours).second()),
        break_even.map(|hours| bar(t.figures_corps_break_even(), hours).second()),
    ];
    let year = figure.year.to_string();
    Bars {
        id: "corps-hours".to_owned(),
        title: t.figures_corps_hours_chart_title(&year),
        desc: t.figures_corps_hours_chart_desc(&figure.unit, &t.hundredths(figure.ata_hours.0), &year),
        rows: std::iter::once(bar(t.figures_corps_ata_hours(), figure.ata_hours))
            .chain(others.into_iter().flatten())
            .collect(),
        full: None,
        mark: None,
    }
}

fn kroner(amount: Ore) -> f64 {
    Decimals::<2>(amount.0).as_f64()
}

fn key_numbers(t: Texts, figure: &Corps) -> Vec<(&'static str, Cell)> {
    let postings = Link::Postings { year: figure.year, unit: Some(figure.unit.clone()), kind: None };
    let link = (figure.cost_ore != Ore::ZERO).then_some(postings);
    let mut rows = vec![
        (t.figures_corps_ata_hours(), Value::Hours(figure.ata_hours).into()),
        (t.figures_corps_cost(), Cell { value: Value::Money(figure.cost_ore), link }),
        (t.figures_corps_price(), figure.price_ore.map_or(Value::Empty, Value::Money).into()),
    ];
    rows.extend(figure.expected_hours.map(|hours| (t.figures_corps_expected_hours(), Value::Hours(hours).into())));
    rows.extend(figure.expected_price_ore.map(|price| (t.figures_corps_expected_price(), Value::Money(price).into())));
    rows.extend(figure.share_of_expected.map(|share| (t.figures_corps_share(), Value::Proportion(share).into())));
    rows.extend(figure.compare.iter().flat_map(|compared| against(t, compared)));
    rows
}

fn against(t: Texts, compared: &Compared) -> Vec<(&'static str, Cell)> {
    let mut rows = vec![
        (t.figures_field_compare(), Value::Money(compared.price_ore)),
        (t.figures_corps_bought(), Value::Money(compared.bought_ore)),
        (t.figures_corps_difference(), Value::Money(compared.difference_ore)),
    ];
    rows.extend(compared.break_even_hours.map(|hours| (t.figures_corps_break_even(), Value::Hours(hours))));
    rows.extend(compared.break_even_weekly.map(|hours| (t.figures_corps_break_even_a_week(), Value::Hours(hours))));
    rows.into_iter().map(|(name, value)| (name, value.into())).collect()
}
