//! What waits to be taken up, the oldest need first; and what was left at that.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, What};
use lods_domain::concerns::{DecisionClock, decision_clock, last_late};
use lods_domain::rules::Rules;
use lods_store::concerns::{self, Report};
use lods_store::rules;

use super::right;
use crate::paging::{PAGE, pages, within};
use crate::{App, Result};

/// Which reports are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    #[default]
    Waiting,
    /// No course came of them.
    Left,
}

/// One page of the reports.
pub struct Inbox {
    /// Each with its clock, as it shows today.
    pub rows: Vec<(Report, DecisionClock)>,
    pub waiting: i64,
    /// Of those that wait.
    pub late: i64,
    pub left: i64,
    pub which: Which,
    /// 1 for the first.
    pub page: i64,
    pub rules: Rules,
}

impl Inbox {
    /// Reports on all pages.
    #[must_use]
    pub fn count(&self) -> i64 {
        match self.which {
            Which::Waiting => self.waiting,
            Which::Left => self.left,
        }
    }

    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.count())
    }
}

/// The reports. A page beyond the last shows the last.
pub async fn inbox(app: &App, actor: &Actor, which: Which, page: i64, now: Moment) -> Result<Inbox> {
    let reach = app.allow(actor, Action::TakeConcern, What::Concerns, now).await?;
    let (by, today) = (right(&reach)?, app.today(now));
    let mut tx = app.reading(actor, now).await?;
    let rules = rules::all(&mut tx).await?;
    let (waiting, late) = concerns::count(&mut tx, last_late(today, &rules)?).await?;
    let left = concerns::count_left(&mut tx).await?;
    let mut inbox = Inbox { rows: Vec::new(), waiting, late, left, which, page: 1, rules };
    inbox.page = within(page, inbox.count());
    let offset = (inbox.page - 1) * PAGE;
    let reports = match which {
        Which::Waiting => concerns::waiting(&mut tx, &by, PAGE, offset).await?,
        Which::Left => concerns::left(&mut tx, &by, PAGE, offset).await?,
    };
    for report in reports {
        let clock = decision_clock(report.need_on, today, &inbox.rules)?;
        inbox.rows.push((report, clock));
    }
    tx.commit().await?;
    Ok(inbox)
}
