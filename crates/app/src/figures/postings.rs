//! The cost postings of a year: the list behind a figure's costs.

use lods_domain::access::{Action, Actor, What};
use lods_domain::economy::Posting;
use lods_domain::{Moment, Ore, Period};
use lods_store::economy;

pub use lods_store::economy::PostedBy;

use crate::paging::{PAGE, pages, within};
use crate::{App, Result};

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

/// The postings in the period, oldest first. A page beyond the last shows the last.
pub async fn postings(app: &App, actor: &Actor, by: PostedBy, period: Period, page: i64, now: Moment) -> Result<Page> {
    app.allow(actor, Action::ReadMoney, What::Figure, now).await?;
    let mut tx = app.db().read().await?;
    let (count, sum) = economy::posted(&mut tx, by, period).await?;
    let page = within(page, count);
    let rows = economy::postings(&mut tx, by, period, PAGE, (page - 1) * PAGE).await?;
    tx.commit().await?;
    Ok(Page { rows, count, sum, page })
}
