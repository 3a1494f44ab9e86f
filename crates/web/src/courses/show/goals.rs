//! The goals: their scores as curves, and each with a table of them.

use lods_app::store::goals::Scored;
use lods_i18n::Texts;
use lods_reports::chart::{GoalCurve, Series};

/// A goal and its scores.
pub struct GoalShown {
    pub title: String,
    pub kind: &'static str,
    pub created: Option<String>,
    /// The newest score, and its day.
    pub latest: Option<(String, String)>,
    /// Day and score, newest first.
    pub scores: Vec<(String, String)>,
}

/// Goals, and the drawing of their scores where there are any.
pub struct Goals {
    pub list: Vec<GoalShown>,
    /// An `<svg>` element, made by us: every text in it is escaped.
    pub curve: Option<String>,
}

pub fn goals(t: Texts, goals: &[Scored]) -> Result<Goals, askama::Error> {
    let scored = goals.iter().filter(|goal| !goal.scores.is_empty());
    let series: Vec<Series> =
        scored.map(|goal| Series { name: goal.goal.title.clone(), points: goal.scores.clone() }).collect();
    let drawn = !series.is_empty();
    let curve = drawn.then(|| GoalCurve::new(t, "goal-scores", series).svg(t)).transpose()?;
    Ok(Goals { list: goals.iter().map(|goal| shown(t, goal)).collect(), curve })
}

fn shown(t: Texts, goal: &Scored) -> GoalShown {
    let scores: Vec<(String, String)> =
        goal.scores.iter().rev().map(|(day, score)| (t.date(*day), t.score(*score))).collect();
    GoalShown {
        title: goal.goal.title.clone(),
        kind: t.goal_kind(goal.goal.kind),
        created: goal.goal.created_on.map(|day| t.date(day)),
        latest: scores.first().map(|(day, score)| (score.clone(), day.clone())),
        scores,
    }
}
