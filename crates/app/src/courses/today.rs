//! What is due: overdue, today, and in the next two weeks.

use lods_domain::access::{Action, Actor, Field, What, decide};
use lods_domain::courses::dues::DueKind;
use lods_domain::rules::{NoRule, RuleCode, Rules};
use lods_domain::{Day, Moment};
use lods_store::dues::{self, Listed};
use lods_store::{emergencies, rules};

use crate::paging::{PAGE, pages, within};
use crate::{App, Result};

/// Days ahead that are shown.
pub const AHEAD: i64 = 14;

/// One page of what is due.
#[derive(Debug)]
pub struct Today {
    pub today: Day,
    pub until: Day,
    pub rows: Vec<Listed>,
    pub overdue: i64,
    pub now: i64,
    pub ahead: i64,
    /// 1 for the first.
    pub page: i64,
    /// The rules behind what is due.
    pub rules: Rules,
    /// Emergency accesses that wait for this reader's review.
    pub emergencies: i64,
}

/// The days of the rule that makes something due: until the decision, or between follow-ups. 0 where no rule does.
pub fn rule_days(kind: DueKind, rules: &Rules, on: Day) -> std::result::Result<i64, NoRule> {
    match kind {
        DueKind::Decide => rules.value(RuleCode::DecisionDays, on),
        DueKind::FollowUp => rules.value(RuleCode::FollowUpDays, on),
        DueKind::Start | DueKind::SetGoal | DueKind::Expiry => Ok(0),
    }
}

impl Today {
    #[must_use]
    pub fn count(&self) -> i64 {
        self.overdue + self.now + self.ahead
    }

    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.count())
    }
}

/// What is due for whoever asks, oldest first. A page beyond the last shows the last.
pub async fn today(app: &App, actor: &Actor, page: i64, now: Moment) -> Result<Today> {
    let reach = app.allow(actor, Action::ReadCourses, What::Today, now).await?.seeing(Field::FollowUps);
    let today = app.today(now);
    let until = today.plus_days(AHEAD);
    let to_review = decide(actor, Action::ReviewEmergencies, today).ok();
    let mut tx = app.reading(actor, now).await?;
    let emergencies = match &to_review {
        Some(reach) => emergencies::count(&mut tx, emergencies::Which::Waiting, reach).await?,
        None => 0,
    };
    let (overdue, now, ahead) = dues::counts(&mut tx, &reach, today, until).await?;
    let rules = rules::all(&mut tx).await?;
    let mut shown = Today { today, until, rows: Vec::new(), overdue, now, ahead, page: 1, rules, emergencies };
    shown.page = within(page, shown.count());
    shown.rows = dues::list(&mut tx, &reach, until, PAGE, (shown.page - 1) * PAGE).await?;
    tx.commit().await?;
    Ok(shown)
}
