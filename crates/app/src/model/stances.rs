//! A leader takes a stance to a recommendation, with its local thresholds from the same day.

use lods_domain::access::{Action, Actor, What};
use lods_domain::audit::Event;
use lods_domain::model::{StanceFault, TakenStance, change, thresholds};
use lods_domain::rules::{Rule, RuleChange, RuleCode, RuleFault, Rules};
use lods_domain::{Day, Moment};
use lods_store::{model, rules};

use crate::courses::rollups;
use crate::{App, Result, audit};

/// All that is wrong with a stance, and with its thresholds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    pub stance: Vec<StanceFault>,
    pub rules: Vec<(RuleCode, RuleFault)>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// It stands; or it stood already, word for word from the same day: sent twice is one stance.
    Done,
    Faults(Faults),
}

/// Takes the stance, and changes the rules whose values are given from the stance's day on. A value that a rule has
/// already changes nothing; a rule of another recommendation is passed over. Both or neither are written.
pub async fn take_stance(
    app: &App,
    actor: &Actor,
    new: TakenStance,
    values: &[(RuleCode, i64)],
    now: Moment,
) -> Result<Taken> {
    app.allow(actor, Action::KeepModel, What::Model, now).await?;
    let today = app.today(now);
    let new = new.kept();
    let mut tx = app.db.begin().await?;
    let (changes, faulty) = rule_changes(&rules::all(&mut tx).await?, &new, values, today);
    let kept = model::stances(&mut tx, Some(new.recommendation)).await?;
    let all: Vec<TakenStance> = kept.into_iter().map(|kept| kept.taken).collect();
    if changes.is_empty() && faulty.is_empty() && all.last() == Some(&new) {
        return Ok(Taken::Done);
    }
    let changed = match change(&all, new, !changes.is_empty(), today) {
        Ok(changed) if faulty.is_empty() => changed,
        other => return Ok(Taken::Faults(Faults { stance: other.err().unwrap_or_default(), rules: faulty })),
    };
    if !model::take(&mut tx, &changed, actor.user(), now).await? {
        return Ok(Taken::Faults(Faults { stance: vec![StanceFault::ChangedToday], rules: Vec::new() }));
    }
    let (code, stance, from) = (changed.new.recommendation.code(), changed.new.stance.code(), changed.new.valid_from);
    audit(&mut tx, now, actor.user(), Event::StanceTaken { recommendation: code, stance, from }).await?;
    for change in &changes {
        rules::change(&mut tx, change).await?;
        let (rule, value) = (change.new.code.code(), change.new.value);
        audit(&mut tx, now, actor.user(), Event::RuleChanged { rule, value, from }).await?;
    }
    if changes.iter().any(|change| change.new.code.makes_dues()) {
        rollups::rebuild(&mut tx, None, today).await?;
    }
    tx.commit().await?;
    Ok(Taken::Done)
}

/// The changes of the recommendation's rules, and what is wrong with them.
fn rule_changes(
    rules: &Rules,
    new: &TakenStance,
    values: &[(RuleCode, i64)],
    today: Day,
) -> (Vec<RuleChange>, Vec<(RuleCode, RuleFault)>) {
    let (mut changes, mut faulty) = (Vec::new(), Vec::new());
    for (code, value) in values.iter().filter(|(code, _)| thresholds(new.recommendation).contains(code)) {
        let rule =
            Rule { code: *code, valid_from: new.valid_from, valid_to: None, value: *value, source: new.source() };
        match rules.change(rule, today) {
            Ok(change) => changes.push(change),
            // A day that is over is the stance's own fault, and told there.
            Err(RuleFault::Same | RuleFault::Past) => {}
            Err(fault) => faulty.push((*code, fault)),
        }
    }
    (changes, faulty)
}
