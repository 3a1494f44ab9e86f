//! How well the model is kept.

use lods_app::Result;
use lods_app::figures::{self, FidelityQuestion};
use lods_domain::figures::fidelity::{Fidelity, Recommendation, Share};
use lods_domain::{Day, Period};
use lods_i18n::Texts;
use lods_reports::figures::fidelity as report;
use lods_reports::table::{Link, hidden_note};

use super::answer::{Answer, Tile};
use super::behind::{Behind, Open};
use super::departures;
use super::form::Form;
use crate::SignedIn;

/// `None` when what is asked for cannot be read; its field then says so.
pub async fn answer(who: &SignedIn, form: &mut Form<'_>) -> Result<Option<Answer>> {
    let t = who.t;
    let Some(asked) = asked(who, form).await? else { return Ok(None) };
    let figure = figures::fidelity(&who.app, &who.actor, asked, false, who.now).await?;
    let behind = Behind { open: Open::to(who), asked: form.pairs(), ..Behind::default() };
    let departed = figures::departures(&who.app, &who.actor, asked, who.now).await?;
    let mut tables = report::tables(t, &figure);
    departures::add(t, &mut tables, &departed);
    Ok(Some(Answer {
        tiles: tiles(t, &figure, &behind),
        charts: vec![report::chart(t, &figure)],
        as_of: tables.first().map(|table| table.notes.iter().take(2).cloned().collect()).unwrap_or_default(),
        tables,
        behind,
        file_name: format!("{}-{}-{}", t.figures_fidelity_file(), figure.from, figure.to),
        hidden: hidden_note(t, figure.smallest),
        empty: (figure.courses == Some(0)).then(|| t.figures_empty_text().to_owned()),
    }))
}

/// What is asked for: all years that there are, as known today, where nothing else is typed.
pub async fn asked(who: &SignedIn, form: &mut Form<'_>) -> Result<Option<FidelityQuestion>> {
    let today = who.app.today(who.now);
    let first = first_day(who, today).await?;
    Ok(question(who.t, form, first, today))
}

/// The period, and the day that it is judged on.
pub fn question(t: Texts, form: &mut Form<'_>, first: Day, today: Day) -> Option<FidelityQuestion> {
    let period = form.period((first, today));
    let on = form.day("on", t.figures_field_on_known(), today);
    Some(FidelityQuestion { period: period?, on: on? })
}

/// The first day of the first year in which a course started.
async fn first_day(who: &SignedIn, today: Day) -> Result<Day> {
    let years = figures::years(&who.app, &who.actor, who.now).await?;
    Ok(Period::year(*years.start()).map_or(today, |year| year.first().min(today)))
}

/// How many courses, and which recommendations are kept most and least, of those that are shown.
fn tiles(t: Texts, figure: &Fidelity, behind: &Behind) -> Vec<Tile> {
    let courses = figure.courses.map_or_else(|| t.small_numbers_hidden().to_owned(), |courses| t.whole(courses));
    let all = Tile { name: t.figures_fidelity_courses().to_owned(), value: courses, ..Tile::default() };
    let tile = |name: &str, (code, share): (Recommendation, Share)| Tile {
        name: name.to_owned(),
        value: t.percent(share.kept, share.in_scope),
        note: Some(format!("{} {}", code.code(), t.recommendation_name(code))),
        href: behind.href(&Link::Broken(code)).filter(|_| share.kept < share.in_scope),
    };
    let shown = figure.recommendations.iter().filter_map(|of| Some((of.code, of.share?)));
    let mut judged: Vec<(Recommendation, Share)> = shown.filter(|(_, share)| share.in_scope > 0).collect();
    judged.sort_by(|(_, a), (_, b)| {
        (i128::from(a.kept) * i128::from(b.in_scope)).cmp(&(i128::from(b.kept) * i128::from(a.in_scope)))
    });
    let ends = judged.first().zip(judged.last()).filter(|_| judged.len() > 1);
    let ends =
        ends.map(|(least, most)| [tile(t.figures_fidelity_least(), *least), tile(t.figures_fidelity_best(), *most)]);
    std::iter::once(all).chain(ends.into_iter().flatten()).collect()
}
