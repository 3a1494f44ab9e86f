//! The 15 recommendations, each with how the municipality stands to it.

use lods_domain::access::{Action, Actor, What};
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::model::{Departures, thresholds};
use lods_domain::rules::RuleCode;
use lods_domain::{Day, Moment};
use lods_store::model::{self, KeptStance};
use lods_store::rules;

use super::last_year;
use crate::{App, Result};

/// A recommendation in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub recommendation: Recommendation,
    /// In force today; `None` where no stance is taken.
    pub stance: Option<KeptStance>,
    /// The next one that is to come.
    pub next: Option<KeptStance>,
    /// Its rules as they are today.
    pub thresholds: Vec<(RuleCode, i64)>,
    /// Departures in the last twelve months.
    pub departures: i64,
    pub experiences: i64,
}

/// All of them, in the order of the model. A fixed number of statements; nobody is read about.
pub async fn list(app: &App, actor: &Actor, now: Moment) -> Result<Vec<Line>> {
    app.allow(actor, Action::ReadModel, What::Model, now).await?;
    let today = app.today(now);
    let mut tx = app.db.read().await?;
    let stances = model::stances(&mut tx, None).await?;
    let rules = rules::all(&mut tx).await?;
    let departures = Departures::new(&model::tallies(&mut tx, last_year(today)?, None).await?, None);
    let experiences = model::experience_counts(&mut tx).await?;
    tx.commit().await?;
    let line = |of: &Recommendation| {
        let (stance, next) = around(&stances, *of, today);
        let value = |code: &RuleCode| rules.row(*code, today).map(|rule| (*code, rule.value));
        Line {
            recommendation: *of,
            stance: stance.cloned(),
            next: next.cloned(),
            thresholds: thresholds(*of).iter().filter_map(value).collect(),
            departures: departures.of(*of).and_then(|departed| departed.count).unwrap_or_default(),
            experiences: experiences.iter().find(|(other, _)| other == of).map_or(0, |(_, count)| *count),
        }
    };
    Ok(Recommendation::ALL.iter().map(line).collect())
}

/// The stance in force on the day, and the next one.
pub(super) fn around(
    stances: &[KeptStance],
    of: Recommendation,
    today: Day,
) -> (Option<&KeptStance>, Option<&KeptStance>) {
    let own = || stances.iter().filter(|kept| kept.taken.recommendation == of);
    let stance = own().filter(|kept| kept.taken.valid_from <= today).max_by_key(|kept| kept.taken.valid_from);
    let next = own().filter(|kept| kept.taken.valid_from > today).min_by_key(|kept| kept.taken.valid_from);
    (stance, next)
}
