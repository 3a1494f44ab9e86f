//! Tries a step without taking it: what would happen.

use lods_domain::Moment;
use lods_domain::access::{Actor, What};
use lods_domain::ids::{CourseId, MentorId};
use lods_domain::steps::effects::Referred;
use lods_domain::steps::findings::{Finding, What as Found, day_of, findings};
use lods_domain::steps::{Answers, StepField, StepKind, outlook};
use lods_store::{economy, team};

pub use outlook::{Outlook, is_of};

use super::met::{Ground, action, course};
use crate::{App, Result};

/// What the step would come to, and what of its substance stands against it: fields that are still empty are no matter
/// while one tries. Nothing is written.
pub async fn preview(
    app: &App,
    actor: &Actor,
    id: CourseId,
    (kind, answers): (StepKind, &Answers),
    now: Moment,
) -> Result<(Outlook, Vec<Finding>)> {
    let today = app.today(now);
    let reach = app.allow(actor, action(actor, kind, today), What::Steps, now).await?;
    let (mut tx, shown) = course(app.reading(actor, now).await?, &reach, id).await?;
    let ground = Ground::read(&mut tx, &shown, shown.admitting(), today).await?;
    let prices = economy::prices(&mut tx).await?;
    let unit = match answers.id(StepField::Mentor) {
        Some(mentor) => team::unit_of(&mut tx, MentorId(mentor)).await?,
        None => None,
    };
    tx.commit().await?;
    let day = day_of(kind, answers).unwrap_or(today);
    let basis = answers.text(StepField::Basis).and_then(|code| ground.bases.on(code, day));
    let referred = Referred { citation: basis.map(|basis| basis.citation.clone()), unit };
    let against = findings(&ground.met(), kind, answers)?;
    let substance = |finding: &Finding| finding.refuses && finding.what != Found::Missing;
    let against = against.into_iter().filter(substance).collect();
    Ok((outlook::outlook(&ground.met(), (kind, answers, &referred), &prices)?, against))
}
