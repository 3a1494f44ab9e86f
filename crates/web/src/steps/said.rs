//! A step in words: its answers line by line; and what a change of a grant would come to.

use lods_app::steps::preview::Outlook;
use lods_app::steps::show::Journal;
use lods_domain::steps::{Answer, Asked, Input, Recorded};
use lods_i18n::Texts;

/// A label and what was answered.
pub struct Line {
    pub label: String,
    pub text: String,
}

/// The answers of a step, in the order of its form.
#[must_use]
pub fn lines(t: Texts, journal: &Journal, step: &Recorded) -> Vec<Line> {
    let line = |(asked, answer): (&'static Asked, &Answer)| Line {
        label: t.step_field(step.kind, asked.field).to_owned(),
        text: text(t, journal, step, asked, answer),
    };
    step.answers.in_order(step.kind).map(line).collect()
}

fn text(t: Texts, journal: &Journal, step: &Recorded, asked: &Asked, answer: &Answer) -> String {
    let Answer::Id(id) = answer else {
        let citation = match (asked.input, answer) {
            (Input::Basis, Answer::Text(code)) => journal.bases.on(code, step.day).map(|basis| basis.citation.clone()),
            _ => None,
        };
        return citation.unwrap_or_else(|| t.answer(step.kind, asked, answer));
    };
    let named = match asked.input {
        Input::Mentor => journal.mentors.iter().find(|one| one.mentor.0 == *id).map(|one| one.name.clone()),
        Input::Goal => journal.goals.iter().find(|one| one.id.0 == *id).map(|one| one.goal.title.clone()),
        Input::Step(_) => {
            journal.steps.iter().find(|one| one.id.0 == *id).map(|one| super::fields::appointment(t, one))
        }
        _ => None,
    };
    named.unwrap_or_else(|| t.none().to_owned())
}

/// What would be, beside what is.
pub struct Consequence {
    pub name: &'static str,
    pub now: String,
    pub then: String,
}

/// The consequences of a step that was tried.
#[must_use]
pub fn consequences(t: Texts, outlook: &Outlook) -> Vec<Consequence> {
    let (now, then) = (&outlook.now, &outlook.then);
    let day = |day: Option<lods_domain::Day>| day.map_or_else(|| t.none().to_owned(), |day| t.date(day));
    let money = |money: Option<lods_domain::Ore>| money.map_or_else(|| t.none().to_owned(), |money| t.money(money));
    let hours = |minutes: lods_domain::Minutes| t.hours_and_minutes(minutes);
    let periods = |used: Option<(i64, i64)>| {
        used.map_or_else(|| t.none().to_owned(), |(used, most)| t.step_try_periods_used(&t.whole(used), &t.whole(most)))
    };
    vec![
        Consequence { name: t.step_try_ends(), now: day(now.ends), then: day(then.ends) },
        Consequence { name: t.step_try_periods(), now: periods(now.periods), then: periods(then.periods) },
        Consequence { name: t.step_try_weekly(), now: hours(now.weekly), then: hours(then.weekly) },
        Consequence { name: t.step_try_hours(), now: hours(now.hours_left), then: hours(then.hours_left) },
        Consequence { name: t.step_try_price(), now: money(now.price), then: money(then.price) },
        Consequence { name: t.step_try_cost(), now: money(now.cost), then: money(then.cost) },
        Consequence { name: t.step_try_taper(), now: day(now.taper), then: day(then.taper) },
    ]
}
