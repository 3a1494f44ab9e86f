//! What is due for whoever asks: overdue, today, and in the next two weeks.

use lods_domain::access::{Action, Actor, Field, What, decide};
use lods_domain::dues::DueKind;
use lods_domain::rules::Rules;
use lods_domain::{Day, Moment};
use lods_store::dues::{self, Count, Listed, Told};
use lods_store::{emergencies, rules};

use crate::paging::{PAGE, pages, within};
use crate::{App, Result};

/// Days ahead that are shown.
pub const AHEAD: i64 = 14;

/// What of it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Narrowed to one kind.
    pub kind: Option<DueKind>,
    /// 1 for the first.
    pub page: i64,
}

impl From<i64> for Asked {
    fn from(page: i64) -> Asked {
        Asked { kind: None, page }
    }
}

/// One page of what is due.
#[derive(Debug)]
pub struct Today {
    pub today: Day,
    pub until: Day,
    pub rows: Vec<Listed>,
    pub overdue: i64,
    pub now: i64,
    pub ahead: i64,
    /// Every kind of which something is due, whatever it is narrowed to.
    pub kinds: Vec<Count>,
    /// What it is narrowed to.
    pub kind: Option<DueKind>,
    /// 1 for the first.
    pub page: i64,
    /// The rules behind what is due.
    pub rules: Rules,
    /// Emergency accesses that wait for this reader's review.
    pub emergencies: i64,
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

/// What is due for whoever asks, oldest first: what the roles have to do, and what they are told of when it is late. A
/// page beyond the last shows the last.
pub async fn today(app: &App, actor: &Actor, asked: impl Into<Asked>, now: Moment) -> Result<Today> {
    let Asked { kind, page } = asked.into();
    let reach = app.allow(actor, Action::ReadCourses, What::Today, now).await?.seeing(Field::FollowUps);
    let today = app.today(now);
    let until = today.plus_days(AHEAD);
    let to_review = decide(actor, Action::ReviewEmergencies, today).ok();
    let mut tx = app.reading(actor, now).await?;
    let emergencies = match &to_review {
        Some(reach) => emergencies::count(&mut tx, emergencies::Which::Waiting, reach).await?,
        None => 0,
    };
    let told = Told { reach: &reach, today, until, kind: None };
    let kinds = dues::counts(&mut tx, &told).await?;
    let rules = rules::all(&mut tx).await?;
    let of = |number: fn(&Count) -> i64| {
        kinds.iter().filter(|count| kind.is_none_or(|kind| kind == count.kind)).map(number).sum()
    };
    let (overdue, now, ahead) = (of(|count| count.late), of(|count| count.today), of(|count| count.ahead));
    let page = within(page, overdue + now + ahead);
    let rows = dues::list(&mut tx, &Told { kind, ..told }, PAGE, (page - 1) * PAGE).await?;
    tx.commit().await?;
    Ok(Today { today, until, rows, overdue, now, ahead, kinds, kind, page, rules, emergencies })
}
