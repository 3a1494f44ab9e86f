//! A leader looks through the emergency accesses to courses of the leader's place, and says what came of it.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, What, is_anothers};
use lods_domain::audit::Event;
use lods_store::emergencies::{self, Listed, Which};

use crate::paging::{PAGE, pages, within};
use crate::{App, Error, Result, audit, found};

/// Characters of a finding at most.
pub const LONGEST_FINDING: usize = 500;

/// A page of them.
pub struct Page {
    pub rows: Vec<Listed>,
    /// How many wait, and how many are reviewed.
    pub waiting: i64,
    pub reviewed: i64,
    /// 1 for the first.
    pub page: i64,
    pub which: Which,
}

impl Page {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.count())
    }

    fn count(&self) -> i64 {
        match self.which {
            Which::Waiting => self.waiting,
            Which::Reviewed => self.reviewed,
        }
    }
}

/// Emergency accesses on courses within the reach, newest first. A page beyond the last shows the last.
pub async fn list(app: &App, actor: &Actor, which: Which, page: i64, now: Moment) -> Result<Page> {
    let reach = app.allow(actor, Action::ReviewEmergencies, What::EmergencyAccess, now).await?;
    let mut reading = app.reading(actor, now).await?;
    let waiting = emergencies::count(&mut reading, Which::Waiting, &reach).await?;
    let reviewed = emergencies::count(&mut reading, Which::Reviewed, &reach).await?;
    let mut shown = Page { rows: Vec::new(), waiting, reviewed, page: 1, which };
    shown.page = within(page, shown.count());
    shown.rows = emergencies::list(&mut reading, which, &reach, PAGE, (shown.page - 1) * PAGE).await?;
    reading.commit().await?;
    Ok(shown)
}

/// What came of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reviewed {
    Done,
    /// Somebody did before; what they found stands.
    Already,
    /// Nobody reviews their own.
    Own,
    FindingMissing,
    FindingLong,
}

/// The finding without blanks at its ends, or what is wrong with it.
pub(super) fn checked(finding: &str) -> std::result::Result<&str, Reviewed> {
    match finding.trim() {
        "" => Err(Reviewed::FindingMissing),
        long if long.chars().count() > LONGEST_FINDING => Err(Reviewed::FindingLong),
        finding => Ok(finding),
    }
}

/// Notes what came of an emergency access.
pub async fn review(app: &App, actor: &Actor, access: i64, finding: &str, now: Moment) -> Result<Reviewed> {
    let reach = app.allow(actor, Action::ReviewEmergencies, What::EmergencyAccess, now).await?;
    let reviewer = actor.user().ok_or(Error::NotFound)?;
    let finding = match checked(finding) {
        Ok(finding) => finding,
        Err(wrong) => return Ok(wrong),
    };
    let mut tx = app.changing(actor, now).await?;
    let opened = emergencies::opened_by(&mut tx, &reach, access).await?;
    let (mut tx, (user, is_reviewed)) = found(tx, opened).await?;
    let outcome = if is_anothers(actor, user).is_err() {
        Reviewed::Own
    } else if is_reviewed || !emergencies::review(&mut tx, access, reviewer, now, finding).await? {
        Reviewed::Already
    } else {
        audit(&mut tx, now, Some(reviewer), Event::EmergencyReviewed { access }).await?;
        Reviewed::Done
    };
    tx.commit().await?;
    Ok(outcome)
}
