//! The municipality's rules: what they are, and a change from a day on.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, What};
use lods_domain::audit::Event;
use lods_domain::rules::{Rule, RuleFault, Rules};
use lods_store::rules;

use crate::courses::rollups;
use crate::{App, Result, audit};

/// Every rule with all its rows.
pub async fn rules(app: &App, actor: &Actor, now: Moment) -> Result<Rules> {
    app.allow(actor, Action::ManageSettings, What::Settings, now).await?;
    let mut tx = app.db.read().await?;
    let rules = rules::all(&mut tx).await?;
    tx.commit().await?;
    Ok(rules)
}

/// Changes a rule from its first day on. What is due is counted anew in the same transaction where the rule makes it;
/// `new.valid_to` is not looked at.
pub async fn change(app: &App, actor: &Actor, new: Rule, now: Moment) -> Result<std::result::Result<(), RuleFault>> {
    app.allow(actor, Action::ManageSettings, What::Settings, now).await?;
    let today = app.today(now);
    let mut tx = app.db.begin().await?;
    let (code, value, from) = (new.code, new.value, new.valid_from);
    let change = match rules::all(&mut tx).await?.change(Rule { valid_to: None, ..new }, today) {
        Ok(change) => change,
        Err(fault) => return Ok(Err(fault)),
    };
    rules::change(&mut tx, &change).await?;
    if code.makes_dues() {
        rollups::rebuild(&mut tx, None, today).await?;
    }
    audit(&mut tx, now, actor.user(), Event::RuleChanged { rule: code.code(), value, from }).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
