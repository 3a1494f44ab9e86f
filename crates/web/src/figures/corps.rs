//! What an hour face to face costs in one of the municipality's units.

use lods_app::Result;
use lods_app::figures::{self, CorpsQuestion};
use lods_app::store::figures::MentorMinutes;
use lods_app::store::units::Unit;
use lods_domain::Ore;
use lods_domain::figures::corps::{Compared, Corps, WORKING_WEEKS};
use lods_domain::units::UnitKind;
use lods_i18n::Texts;
use lods_reports::figures::corps as report;
use lods_reports::table::{Table, Value};

use super::answer::{Answer, Tile, dated};
use super::behind::{Behind, Open};
use super::form::{Form, Offer};
use crate::SignedIn;

/// `None` when what is asked for cannot be read; its field then says so.
pub async fn answer(who: &SignedIn, form: &mut Form<'_>) -> Result<Option<Answer>> {
    let (t, today) = (who.t, who.app.today(who.now));
    let units = figures::unit_list(&who.app, &who.actor, who.now).await?;
    if units.is_empty() {
        return Ok(Some(Answer::empty(t.figures_corps_no_units())));
    }
    let years = figures::years(&who.app, &who.actor, who.now).await?;
    let unit = unit(t, form, &units);
    let year = form.year("year", t.figures_field_year(), (today.year() - 1).min(*years.end()));
    let (weekly, weeks, compare) = (form.weekly(), form.weeks(WORKING_WEEKS), form.compare());
    let (Some(unit), Some(year), Some(weekly), Some(weeks), Some(compare)) = (unit, year, weekly, weeks, compare)
    else {
        return Ok(None);
    };
    let asked = CorpsQuestion { unit: &unit.label, year, weekly, weeks, compare };
    let (figure, mentors) = match figures::corps(&who.app, &who.actor, &asked, who.now).await {
        Err(lods_app::Error::TooFew) => return Ok(Some(Answer::empty(t.small_numbers_corps()))),
        counted => counted?,
    };
    let nothing = figure.ata_hours.0 == 0 && figure.cost_ore.0 == 0;
    let mut tables = tables(t, &figure, &mentors);
    Ok(Some(Answer {
        tiles: tiles(t, &figure),
        charts: vec![report::chart(t, &figure), report::hours_chart(t, &figure)],
        as_of: dated(&mut tables, t.figures_as_of(&t.date(today))),
        tables,
        behind: Behind { open: Open::to(who), asked: form.pairs(), units, ..Behind::default() },
        file_name: format!("{}-{year}", t.figures_corps_file()),
        hidden: None,
        empty: nothing.then(|| t.figures_corps_empty(&figure.unit, &year.to_string())),
    }))
}

/// The unit that is chosen, the first internal one where none is.
fn unit(t: Texts, form: &mut Form<'_>, units: &[Unit]) -> Option<Offer> {
    let first = units.iter().find(|unit| unit.kind == UnitKind::Internal).or(units.first());
    let first = first.map(|unit| unit.id.to_string()).unwrap_or_default();
    let offers = units.iter().map(|unit| Offer { value: unit.id.to_string(), label: unit.name.clone() }).collect();
    form.choice(("unit", t.figures_field_unit(), t.figures_field_unit_missing()), offers, &first)
}

/// The key numbers with the definitions of what was asked for, and the mentors' hours.
fn tables(t: Texts, figure: &Corps, mentors: &[MentorMinutes]) -> Vec<Table> {
    let minutes: Vec<_> =
        mentors.iter().map(|mentor| (mentor.mentor, mentor.name.clone(), mentor.ata_minutes)).collect();
    let mut tables = report::tables(t, figure);
    if let Some(table) = tables.first_mut() {
        let expected = figure.expected_hours.map(|_| t.figure_expected_hours());
        let compared =
            figure.compare.map(|_| [t.figure_bought_instead(), t.figure_difference(), t.figure_break_even()]);
        table.notes.extend(expected.into_iter().chain(compared.into_iter().flatten()).map(str::to_owned));
    }
    // Without mentors, or where the reader sees none, a sum of none would be wrong. The first table says how hours are
    // counted.
    if !minutes.is_empty() {
        tables.push(Table { notes: Vec::new(), ..report::corps_mentors(t, &minutes) });
    }
    tables
}

/// The price, the hours, and what the same hours would have cost elsewhere.
fn tiles(t: Texts, figure: &Corps) -> Vec<Tile> {
    let price = Tile {
        name: t.figures_corps_price().to_owned(),
        value: figure.price_ore.map_or_else(|| Value::DASH.to_owned(), |price| t.money(price)),
        note: figure.expected_price_ore.map(|price| t.figures_corps_expected_note(&t.money(price))),
        href: None,
    };
    let share = figure.share_of_expected.zip(figure.expected_hours);
    let hours = Tile {
        name: t.figures_corps_ata_hours().to_owned(),
        value: t.hours_of(figure.ata_hours.0),
        note: share.map(|(share, expected)| {
            t.figures_corps_share_note(&Value::Proportion(share).shown(t), &t.hours_of(expected.0))
        }),
        href: None,
    };
    let cost =
        Tile { name: t.figures_corps_cost().to_owned(), value: t.money_whole(figure.cost_ore), ..Tile::default() };
    [price, hours, cost].into_iter().chain(figure.compare.map(|compared| against(t, &compared))).collect()
}

fn against(t: Texts, compared: &Compared) -> Tile {
    let Ore(difference) = compared.difference_ore;
    let name = if difference < 0 { t.figures_corps_cheaper() } else { t.figures_corps_dearer() };
    let bought = t.figures_corps_bought_note(&t.money(compared.price_ore), &t.money_whole(compared.bought_ore));
    Tile {
        name: name.to_owned(),
        value: t.money_whole(Ore(difference.saturating_abs())),
        note: Some(bought),
        href: None,
    }
}
