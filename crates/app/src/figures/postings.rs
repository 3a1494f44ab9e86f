//! The cost postings of a year: the list behind a figure's costs.

use lods_domain::access::{Action, Actor, What};
use lods_domain::economy::Posting;
use lods_domain::{Moment, Ore, Period};
use lods_store::economy;

pub use lods_store::economy::PostedBy;

use crate::paging::{PAGE, pages, within};
use crate::{App, Error, Result};

/// One page of postings.
#[derive(Debug)]
pub struct Page {
    /// Each with its unit's name.
    pub rows: Vec<(String, Posting)>,
    pub count: i64,
    /// Of all pages.
    pub sum: Ore,
    /// 1 for the first.
    pub page: i64,
}

impl Page {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.count)
    }
}

/// The postings in the period, oldest first; `NotFound` for those of a unit outside the actor's place. A page beyond the last shows the last.
pub async fn postings(app: &App, actor: &Actor, by: PostedBy, period: Period, page: i64, now: Moment) -> Result<Page> {
    let reach = app.allow(actor, Action::ReadMoney, What::Figure, now).await?;
    // A role that is held at a unit sees that unit's money.
    let reached = match by {
        PostedBy::Unit(unit) => reach.holds_unit(unit),
        PostedBy::All | PostedBy::Kind(_) => reach.is_all(),
    };
    if !reached {
        return Err(Error::NotFound);
    }
    let mut tx = app.db().read().await?;
    let (count, sum) = economy::posted(&mut tx, by, period).await?;
    let page = within(page, count);
    let rows = economy::postings(&mut tx, by, period, PAGE, (page - 1) * PAGE).await?;
    tx.commit().await?;
    Ok(Page { rows, count, sum, page })
}
