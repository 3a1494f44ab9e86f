//! Unusual reading of the last days, for the data protection officer to look at and to say what came of it.

use lods_domain::access::unusual::{Hit, Unusual};
use lods_domain::access::{Action, Actor, What, is_anothers};
use lods_domain::audit::Event;
use lods_domain::ids::UserId;
use lods_domain::rules::RuleCode;
use lods_domain::{Day, Moment};
use lods_store::reading_reviews::{self, DaySpan, Review};
use lods_store::{Tx, rules};

use super::emergency_reviews::{Reviewed, checked};
use super::traces::looked;
use crate::paging::{PAGE, pages, within};
use crate::{App, Error, Result, audit};

/// Days that are looked at: the last ones that are over. What is reviewed is a whole day.
pub const DAYS: i64 = 30;
/// What is shown at once at most; more come when these are reviewed.
pub const MOST: usize = 100;

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub day: Day,
    pub user: UserId,
    pub login: String,
    pub name: String,
    pub hit: Hit,
}

/// What waits for review, newest first.
#[derive(Debug)]
pub struct Page {
    pub rows: Vec<Waiting>,
    /// All that wait.
    pub waiting: i64,
    pub reviewed: i64,
    /// Persons outside own relations from which on a day is listed.
    pub many: i64,
}

/// What is unusual in the last [`DAYS`] days and not reviewed.
pub async fn list(app: &App, actor: &Actor, now: Moment) -> Result<Page> {
    let reach = app.allow(actor, Action::ReadTraces, What::Traces, now).await?;
    let today = app.today(now);
    let days: Vec<DaySpan> = (1..=DAYS).map(|ago| span(app, today.plus_days(-ago))).collect();
    let mut tx = app.db.read().await?;
    let many = rules::all(&mut tx).await?.value(RuleCode::UnusualPersons, today)?;
    let found = reading_reviews::unusual(&mut tx, &days, many).await?;
    let done = reading_reviews::reviewed(&mut tx, today.plus_days(-DAYS)).await?;
    let reviewed = reading_reviews::review_count(&mut tx).await?;
    tx.commit().await?;
    looked(app, actor, &reach, None, now).await?;
    let is_done = |user: UserId, day: Day, kind: Unusual| {
        done.iter().any(|(who, on, code)| (*who, *on, code.as_str()) == (user, day, kind.code()))
    };
    let mut rows = Vec::new();
    for of in found {
        let open = of.hits.into_iter().filter(|hit| !is_done(of.user, of.day, hit.kind));
        let waiting = |hit| Waiting { day: of.day, user: of.user, login: of.login.clone(), name: of.name.clone(), hit };
        rows.extend(open.map(waiting));
    }
    let waiting = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    rows.truncate(MOST);
    Ok(Page { rows, waiting, reviewed, many })
}

fn span(app: &App, day: Day) -> DaySpan {
    DaySpan { day, first: app.midnight(day), next: app.midnight(day.plus_days(1)) }
}

/// A page of what was reviewed.
#[derive(Debug)]
pub struct Done {
    pub rows: Vec<Review>,
    pub count: i64,
    /// 1 for the first.
    pub page: i64,
}

impl Done {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.count)
    }
}

/// The reviews, newest first. A page beyond the last shows the last.
pub async fn reviewed(app: &App, actor: &Actor, page: i64, now: Moment) -> Result<Done> {
    let reach = app.allow(actor, Action::ReadTraces, What::Traces, now).await?;
    let mut tx = app.db.read().await?;
    let count = reading_reviews::review_count(&mut tx).await?;
    let page = within(page, count);
    let rows = reading_reviews::reviews(&mut tx, PAGE, (page - 1) * PAGE).await?;
    tx.commit().await?;
    looked(app, actor, &reach, None, now).await?;
    Ok(Done { rows, count, page })
}

/// Notes what came of a day's reading.
pub async fn review(
    app: &App,
    actor: &Actor,
    (user, day, kind): (UserId, Day, Unusual),
    finding: &str,
    now: Moment,
) -> Result<Reviewed> {
    app.allow(actor, Action::ReadTraces, What::Traces, now).await?;
    let reviewer = actor.user().ok_or(Error::NotFound)?;
    let finding = match checked(finding) {
        Ok(finding) => finding,
        Err(wrong) => return Ok(wrong),
    };
    if is_anothers(actor, user).is_err() {
        return Ok(Reviewed::Own);
    }
    let mut tx = app.db.begin().await?;
    if !is_listed(app, &mut tx, (user, day, kind), now).await? {
        return Err(Error::NotFound);
    }
    if !reading_reviews::review(&mut tx, (user, day, kind), reviewer, now, finding).await? {
        return Ok(Reviewed::Already);
    }
    audit(&mut tx, now, Some(reviewer), Event::ReadingReviewed { user, day, kind: kind.code() }).await?;
    tx.commit().await?;
    Ok(Reviewed::Done)
}

/// Whether the day is over and holds something unusual of the kind: nothing is reviewed before it has happened.
async fn is_listed(app: &App, tx: &mut Tx, (user, day, kind): (UserId, Day, Unusual), now: Moment) -> Result<bool> {
    let today = app.today(now);
    if day >= today {
        return Ok(false);
    }
    let many = rules::all(tx).await?.value(RuleCode::UnusualPersons, today)?;
    let found = reading_reviews::unusual(tx, &[span(app, day)], many).await?;
    Ok(found.iter().any(|of| of.user == user && of.hits.iter().any(|hit| hit.kind == kind)))
}
