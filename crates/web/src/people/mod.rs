//! The pages of those whom it is about: the young person's own page, what is shared with the network, and one-time links.

mod hello;
mod insight;
mod own;
mod own_steps;
mod retention;
mod shared;

use axum::routing::{get, post};
use lods_app::store::goals::Scored;
use lods_domain::access::Action;
use lods_i18n::Texts;

use crate::paths;
use crate::routes::{Policy, Routes};

pub fn routes() -> Routes {
    let (give, correct) = (Policy::May(Action::GiveInsight), Policy::May(Action::Correct));
    let steer = Policy::May(Action::SteerOwn);
    Routes::default()
        .page(Policy::May(Action::ReadOwn), paths::OWN, get(own::show))
        .post(steer, paths::OWN_SHARE, paths::OWN, post(own::share))
        .post(steer, paths::OWN_WITHDRAW, paths::OWN, post(own::withdraw))
        .page(Policy::May(Action::ReadOwn), paths::OWN_INSIGHT_PDF, get(insight::own_pdf))
        .page(Policy::May(Action::ReadOwn), paths::OWN_INSIGHT_JSON, get(insight::own_json))
        .page(give, paths::INSIGHT, get(insight::show))
        .page(give, paths::INSIGHT_PDF, get(insight::person_pdf))
        .page(give, paths::INSIGHT_JSON, get(insight::person_json))
        .post(correct, paths::CORRECT, paths::INSIGHT, post(insight::correct))
        .post(correct, paths::RESTRICT, paths::INSIGHT, post(insight::restrict))
        .page(Policy::May(Action::ReadShared), paths::SHARED, get(shared::show))
        .form(Policy::May(Action::ApproveRetention), paths::RETENTION, get(retention::show).post(retention::decide))
        .form(Policy::Public, paths::HELLO, get(hello::show).post(hello::follow))
        .post(Policy::Public, paths::HELLO_DEMO, paths::SIGN_IN, post(hello::make_for_demo))
}

/// A goal as its owner sees it.
struct GoalShown {
    title: String,
    /// The newest score: as a text, in tenths for the bar, and its day.
    latest: Option<(String, i64, String)>,
}

fn goals(t: Texts, goals: &[Scored]) -> Vec<GoalShown> {
    let latest = |goal: &Scored| goal.scores.last().map(|(day, score)| (t.score(*score), score.tenths(), t.date(*day)));
    goals.iter().map(|goal| GoalShown { title: goal.goal.title.clone(), latest: latest(goal) }).collect()
}
