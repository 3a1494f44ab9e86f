//! What was departed from in a period, beside how well it was kept.

use lods_domain::access::{Action, Actor, What};
use lods_domain::model::Departures;
use lods_domain::{Moment, Period};
use lods_store::model;

use super::{FidelityQuestion, smallest};
use crate::{App, Result};

/// The departures in the question's period, as far as they were known on its day: counts, of the whole municipality,
/// without small numbers for an analyst.
pub async fn departures(app: &App, actor: &Actor, asked: FidelityQuestion, now: Moment) -> Result<Departures> {
    let reach = app.allow(actor, Action::ReadFigures, What::Figure, now).await?;
    let last = asked.period.last().min(asked.on);
    let Some(period) = Period::new(asked.period.first(), last) else { return Ok(Departures::new(&[], None)) };
    let mut tx = app.db.read().await?;
    let tallies = model::tallies(&mut tx, period, None).await?;
    let smallest = smallest(&mut tx, &reach, app.today(now)).await?;
    tx.commit().await?;
    Ok(Departures::new(&tallies, smallest))
}
