//! Active courses on a day.

use lods_app::Result;
use lods_app::figures;
use lods_domain::figures::decimals::Proportion;
use lods_domain::figures::placements::{DurationBucket, Placements};
use lods_i18n::Texts;
use lods_reports::figures::placements as report;
use lods_reports::table::{Link, Value, hidden_note};

use super::answer::{Answer, Tile};
use super::behind::{Behind, Open};
use super::form::Form;
use crate::SignedIn;

/// `None` when what is asked for cannot be read; its field then says so.
pub async fn answer(who: &SignedIn, form: &mut Form<'_>) -> Result<Option<Answer>> {
    let t = who.t;
    let asked = form.day("on", t.figures_field_on(), who.app.today(who.now));
    let Some(on) = asked else { return Ok(None) };
    let placed = figures::placements(&who.app, &who.actor, on, who.now).await?;
    let figure = placed.placements;
    let behind =
        Behind { open: Open::to(who), on: Some(on), units: placed.units, groups: placed.groups, asked: form.pairs() };
    Ok(Some(Answer {
        tiles: tiles(t, &figure, &behind),
        charts: vec![report::chart(t, &figure)],
        tables: report::tables(t, &figure),
        as_of: vec![t.figures_as_of(&t.date(on))],
        behind,
        file_name: format!("{}-{on}", t.figures_placements_file()),
        hidden: hidden_note(t, figure.smallest),
        empty: (figure.total == Some(0)).then(|| t.figures_empty_text().to_owned()),
    }))
}

/// All of them, the largest unit's, and those that have lasted longest.
fn tiles(t: Texts, figure: &Placements, behind: &Behind) -> Vec<Tile> {
    let tile = |name: &str, count: Option<i64>, link: (Option<String>, Option<DurationBucket>)| {
        let part = count.zip(figure.total).filter(|(count, total)| count != total);
        Tile {
            name: name.to_owned(),
            value: count.map_or_else(|| t.small_numbers_hidden().to_owned(), |count| t.whole(count)),
            note: part.map(|(count, total)| t.figures_placements_largest(&share(t, count, total))),
            href: behind
                .href(&Link::Placements { unit: link.0, group: None, bucket: link.1 })
                .filter(|_| count.is_some_and(|count| count != 0)),
        }
    };
    // Where the totals are hidden, the units stand by name and none is the largest.
    let largest = figure.units.first().filter(|unit| unit.total.is_some()).map(|unit| {
        let name = if unit.unit.is_empty() { t.unit_none() } else { &unit.unit };
        tile(name, unit.total, (Some(unit.unit.clone()), None))
    });
    let all = tile(t.figures_placements_all(), figure.total, (None, None));
    let long = figure.durations.get(DurationBucket::Over24);
    let over = tile(t.duration_over_24(), long, (None, Some(DurationBucket::Over24)));
    std::iter::once(all).chain(largest).chain([over]).collect()
}

/// With one decimal, as the report writes it.
fn share(t: Texts, part: i64, of: i64) -> String {
    Proportion::ratio(i128::from(part), i128::from(of))
        .map_or_else(|| Value::DASH.to_owned(), |share| Value::Proportion(share).shown(t))
}
