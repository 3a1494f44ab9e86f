//! The mentors' supervision, for whoever sees to it that they get it. No citizen is named.

use lods_domain::access::{Action, Actor, What};
use lods_domain::mentors::Supervised;
use lods_domain::rules::RuleCode;
use lods_domain::{Day, Moment};
use lods_store::rules;
use lods_store::supervision::{self, Counts, Listed};

use crate::paging::{PAGE, pages, within};
use crate::{App, Result};

/// One page of mentors.
#[derive(Debug)]
pub struct Page {
    pub rows: Vec<(Listed, Supervised)>,
    pub counts: Counts,
    /// 1 for the first.
    pub page: i64,
    pub today: Day,
    /// Days between two supervisions at most (M3).
    pub most: i64,
}

impl Page {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.counts.mentors)
    }
}

/// The mentors of the units that the actor's role is held for, as on today: those with courses that run first, the
/// longest without supervision on top. A page beyond the last shows the last.
pub async fn mentors(app: &App, actor: &Actor, page: i64, now: Moment) -> Result<Page> {
    app.allow(actor, Action::ReadSupervision, What::Supervision, now).await?;
    let today = app.today(now);
    let units = actor.units_of(Action::ReadSupervision, today);
    let mut tx = app.db.read().await?;
    let most = rules::all(&mut tx).await?.value(RuleCode::SupervisionDays, today)?;
    let counts = supervision::count(&mut tx, &units, today, today.plus_days(-most)).await?;
    let page = within(page, counts.mentors);
    let rows = supervision::list(&mut tx, &units, today, (PAGE, (page - 1) * PAGE)).await?;
    tx.commit().await?;
    let judged = |row: Listed| {
        let supervised = Supervised::on(row.last(), today, most);
        (row, supervised)
    };
    Ok(Page { rows: rows.into_iter().map(judged).collect(), counts, page, today, most })
}
