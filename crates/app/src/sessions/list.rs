//! A mentor's sessions in a year: the list behind the ATA hours.

use lods_domain::access::{Action, Actor, What};
use lods_domain::ids::MentorId;
use lods_domain::{Day, Moment, Period};
use lods_store::sessions::{self, Listed, OfMentor};

use crate::paging::{PAGE, pages, within};
use crate::{App, Result};

/// One page of sessions.
#[derive(Debug)]
pub struct Page {
    pub rows: Vec<Listed>,
    pub count: i64,
    /// 1 for the first.
    pub page: i64,
}

impl Page {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.count)
    }
}

/// The mentor's sessions in the period, newest first, on courses that the actor reaches. A page beyond the last shows the
/// last.
pub async fn of_mentor(
    app: &App,
    actor: &Actor,
    mentor: MentorId,
    period: Period,
    page: i64,
    now: Moment,
) -> Result<Page> {
    let reach = app.allow(actor, Action::ReadBehind, What::Session, now).await?;
    let (from, before) = (midnight(app, period.first()), midnight(app, period.last().plus_days(1)));
    let asked = OfMentor { reach: &reach, mentor, from, before };
    let mut reading = app.reading(actor, now).await?;
    let count = sessions::count_of_mentor(&mut reading, asked).await?;
    let page = within(page, count);
    let rows = sessions::of_mentor(&mut reading, asked, PAGE, (page - 1) * PAGE).await?;
    reading.commit().await?;
    Ok(Page { rows, count, page })
}

/// The moment at which the day begins in Denmark.
fn midnight(app: &App, day: Day) -> Moment {
    let local = day.date().to_datetime(jiff::civil::Time::midnight());
    app.clock.moment(local).unwrap_or(Moment::from_epoch(day.epoch() * 86_400))
}
