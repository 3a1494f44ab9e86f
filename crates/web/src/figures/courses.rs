//! Courses and costs a year.

use std::ops::RangeInclusive;

use lods_app::Result;
use lods_app::figures;
use lods_domain::figures::courses::{CoursesByYear, YearOfCourses};
use lods_i18n::Texts;
use lods_reports::figures::courses as report;
use lods_reports::table::{Link, hidden_note};

use super::answer::{Answer, Tile, dated};
use super::behind::{Behind, Open};
use super::form::Form;
use crate::SignedIn;

/// Years that are counted at a time.
const MOST_YEARS: i16 = 50;

/// `None` when what is asked for cannot be read; its field then says so.
pub async fn answer(who: &SignedIn, form: &mut Form<'_>) -> Result<Option<Answer>> {
    let t = who.t;
    let today = who.app.today(who.now);
    let there = figures::years(&who.app, &who.actor, who.now).await?;
    let Some(years) = years(t, form, &there) else { return Ok(None) };
    let figure = figures::courses(&who.app, &who.actor, years.clone(), who.now).await?;
    let behind = Behind { open: Open::to(who), asked: form.pairs(), ..Behind::default() };
    let mut tables = report::tables(t, &figure);
    let as_of = dated(&mut tables, t.figures_as_of(&t.date(today)));
    let nothing = |of: &YearOfCourses| of.total.active == Some(0) && of.total.cost_ore.0 == 0;
    Ok(Some(Answer {
        tiles: figure.years.last().map(|last| tiles(t, last, before(&figure), &behind)).unwrap_or_default(),
        charts: vec![report::chart(t, &figure)],
        tables,
        as_of,
        behind,
        file_name: format!("{}-{}-{}", t.figures_courses_file(), years.start(), years.end()),
        hidden: hidden_note(t, figure.smallest),
        empty: figure.years.iter().all(nothing).then(|| t.figures_empty_text().to_owned()),
    }))
}

/// All years that there are, unless others are typed; the latest of them when there are too many.
pub fn years(t: Texts, form: &mut Form<'_>, there: &RangeInclusive<i16>) -> Option<RangeInclusive<i16>> {
    let (first, last) = (*there.start(), *there.end());
    let from = form.year("from", t.figures_field_from(), first.max(last.saturating_sub(MOST_YEARS - 1)));
    let to = form.year("to", t.figures_field_to(), last);
    let (from, to) = (from?, to?);
    if to < from {
        form.fault("to", t.figures_field_period_wrong());
        return None;
    }
    if to - from >= MOST_YEARS {
        form.fault("to", t.figures_field_years_many());
        return None;
    }
    Some(from..=to)
}

/// The year before the last.
fn before(figure: &CoursesByYear) -> Option<&YearOfCourses> {
    figure.years.iter().rev().nth(1)
}

/// The last year's numbers, and beside each what it was the year before.
fn tiles(t: Texts, last: &YearOfCourses, before: Option<&YearOfCourses>, behind: &Behind) -> Vec<Tile> {
    let year = last.year.to_string();
    let note = |shown: &dyn Fn(&YearOfCourses) -> String| {
        before.map(|before| t.figures_courses_before(&before.year.to_string(), &shown(before)))
    };
    let hidden = || t.small_numbers_hidden().to_owned();
    let active = |of: &YearOfCourses| of.total.active.map_or_else(hidden, |active| t.whole(active));
    let cost = |of: &YearOfCourses| t.money_whole(of.total.cost_ore);
    let each = |of: &YearOfCourses| match (of.total.cost_per_course_ore, of.total.active) {
        (Some(cost), _) => t.money_whole(cost),
        (None, Some(_)) => "–".to_owned(),
        (None, None) => hidden(),
    };
    let link = Link::Courses { year: last.year, kind: None, started: false };
    vec![
        Tile {
            name: t.figures_courses_active_tile(&year),
            value: active(last),
            note: note(&active),
            href: behind.href(&link).filter(|_| last.total.active.is_some_and(|active| active != 0)),
        },
        Tile { name: t.figures_courses_cost_in(&year), value: cost(last), note: note(&cost), href: None },
        Tile { name: t.figures_courses_cost_per_course_tile(&year), value: each(last), note: note(&each), href: None },
    ]
}
