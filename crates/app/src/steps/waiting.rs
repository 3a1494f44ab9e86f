//! The waiting list (R3, R4): who waits, since when and why, and what a fast start would cost.

use lods_domain::access::{Action, Actor, What};
use lods_domain::ids::CourseId;
use lods_domain::steps::speed::Price;
use lods_domain::steps::waiting::{Totals, Wait};
use lods_domain::{Day, Moment};
use lods_store::courses::Listed;
use lods_store::rules;
use lods_store::waiting::{self, Waiting};

use super::speed::{self, Asked};
use crate::paging::{PAGE, pages, within};
use crate::{App, Result};

/// One page of the list.
pub struct Page {
    /// The longest wait first.
    pub rows: Vec<(Listed, Wait)>,
    /// Of the whole list.
    pub totals: Totals,
    /// What each fast route would break.
    pub prices: Vec<Price>,
    /// 1 for the first.
    pub page: i64,
    pub today: Day,
}

impl Page {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.totals.count)
    }
}

/// The courses that wait, of those that the actor leads. A page beyond the last shows the last. Four statements, however
/// many wait.
pub async fn list(app: &App, actor: &Actor, page: i64, now: Moment) -> Result<Page> {
    let reach = app.allow(actor, Action::LeadCourse, What::List, now).await?;
    let today = app.today(now);
    let mut reading = app.reading(actor, now).await?;
    let waiting = waiting::gather(&mut reading, &reach, today).await?;
    let waits: Vec<&Wait> = waiting.iter().map(|one| &one.wait).collect();
    let totals = Totals::of(&waits, today);
    let page = within(page, totals.count);
    let here = on_page(&waiting, page);
    let courses: Vec<CourseId> = here.iter().map(|one| one.course).collect();
    let listed = waiting::list(&mut reading, &reach, &courses).await?;
    let rules = rules::all(&mut reading).await?;
    let needs: Vec<Vec<String>> = waiting.iter().map(|one| one.needs.clone()).collect();
    let granted = i64::try_from(waiting.iter().filter(|one| one.granted).count()).unwrap_or(i64::MAX);
    let asked = Asked { needs: &needs, courses: totals.count, granted, unit: None, start: None };
    let prices = speed::of(&mut reading, &rules, today, &asked).await?;
    reading.commit().await?;
    let wait = |row: Listed| {
        let one = here.iter().find(|one| one.course == row.id())?;
        Some((row, one.wait.clone()))
    };
    Ok(Page { rows: listed.into_iter().filter_map(wait).collect(), totals, prices, page, today })
}

fn on_page(waiting: &[Waiting], page: i64) -> Vec<&Waiting> {
    let size = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let skip = usize::try_from(page - 1).unwrap_or(0).saturating_mul(size);
    waiting.iter().skip(skip).take(size).collect()
}
