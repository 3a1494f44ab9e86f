//! Somebody who works by the model writes what they learned of a recommendation.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Denied, What, Why};
use lods_domain::audit::Event;
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::model::{ExperienceFault, ExperienceKind, experience};
use lods_store::model;

use crate::access::tokens::is_key;
use crate::{App, Result, audit};

/// An experience as the form has it.
#[derive(Clone, Copy)]
pub struct NewExperience<'a> {
    /// 64 hexadecimal digits, made for the form: what is sent twice is one experience.
    pub key: &'a str,
    pub recommendation: Recommendation,
    pub kind: ExperienceKind,
    pub text: &'a str,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It is written; or it was already, word for word.
    Done,
    Fault(ExperienceFault),
    /// Another experience was written with the key, or it is none. A new key, and it can be sent again.
    KeySpent,
}

/// Writes the experience, under the writer's name.
pub async fn write_experience(app: &App, actor: &Actor, new: NewExperience<'_>, now: Moment) -> Result<Written> {
    app.allow(actor, Action::ReadModel, What::Model, now).await?;
    // The operator has no account to write under.
    let user = actor.user().ok_or(Denied { action: Action::ReadModel, why: Why::NoRole })?;
    let text = match experience(new.text) {
        Ok(text) => text,
        Err(fault) => return Ok(Written::Fault(fault)),
    };
    if !is_key(new.key) {
        return Ok(Written::KeySpent);
    }
    let (recommendation, kind) = (new.recommendation, new.kind);
    let row = model::NewExperience { key: new.key, recommendation, user, at: now, kind, text: &text };
    let mut tx = app.db.begin().await?;
    let Some(experience) = model::write_experience(&mut tx, &row).await? else {
        let same = model::is_written(&mut tx, &row).await?;
        return Ok(if same { Written::Done } else { Written::KeySpent });
    };
    let event = Event::ExperienceWritten { recommendation: recommendation.code(), experience };
    audit(&mut tx, now, actor.user(), event).await?;
    tx.commit().await?;
    Ok(Written::Done)
}
