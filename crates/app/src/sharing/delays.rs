//! A caseworker records that lacking access delayed the case, and by how many days.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor};
use lods_domain::audit::Event;
use lods_domain::ids::CourseId;
use lods_store::sharing::{self, NewDelay};

use super::begin_as_user;
use crate::{App, Result, audit};

/// Days that one delay has at most: ten years.
pub const MOST_DAYS: i64 = 3_650;
/// Characters of a cause.
pub const LONGEST_CAUSE: usize = 1_000;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// It is on record, or was already: sent twice is one delay.
    Done,
    /// The days are not from 1 to [`MOST_DAYS`].
    WrongDays,
    NoCause,
    CauseTooLong,
}

/// Records the delay. `key` is the form's own.
pub async fn record(
    app: &App,
    actor: &Actor,
    course: CourseId,
    key: &str,
    (days, cause): (i64, &str),
    now: Moment,
) -> Result<Recorded> {
    let (mut tx, shown, user) = begin_as_user(app, actor, Action::Disclose, course, now).await?;
    let cause = cause.trim();
    if !(1..=MOST_DAYS).contains(&days) {
        return Ok(Recorded::WrongDays);
    } else if cause.is_empty() {
        return Ok(Recorded::NoCause);
    } else if cause.chars().count() > LONGEST_CAUSE {
        return Ok(Recorded::CauseTooLong);
    }
    let new = NewDelay { key, course: shown.id(), at: now, by: user, days, cause };
    if sharing::record_delay(&mut tx, &new).await? {
        audit(&mut tx, now, Some(user), Event::DelayRecorded { course, days }).await?;
    }
    tx.commit().await?;
    Ok(Recorded::Done)
}
