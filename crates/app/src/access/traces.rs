//! The data protection officer reads the access log. It shows no case and no citizen's name; a person is a number. Each
//! view is itself a line of the log, written before the view is given out.

use lods_domain::access::{Action, Actor, Purpose, Reach, What};
use lods_domain::ids::{PersonId, UserId};
use lods_domain::{Cpr, Day, Moment};
use lods_store::access_log::{self, Filter, Line, Mark};
use lods_store::{people, users};

use super::users::plain_login;
use crate::paging::PAGE;
use crate::{App, Result};

/// Lines of a file at most.
pub const FILE_LINES: i64 = 100_000;

/// What of the log is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    pub first: Day,
    /// The last day.
    pub last: Day,
    pub user: Option<UserId>,
    pub purpose: Option<Purpose>,
    /// Readings, or denials.
    pub allowed: Option<bool>,
    pub person: Option<PersonId>,
}

impl Asked {
    /// Days that are shown where none are asked for.
    pub const DAYS: i64 = 30;

    /// The last [`Asked::DAYS`] days.
    #[must_use]
    pub fn lately(today: Day) -> Asked {
        let first = today.plus_days(1 - Asked::DAYS);
        Asked { first, last: today, user: None, purpose: None, allowed: None, person: None }
    }

    fn filter(&self, app: &App) -> Filter {
        Filter {
            from: app.midnight(self.first),
            until: app.midnight(self.last.plus_days(1)),
            user: self.user,
            purpose: self.purpose,
            allowed: self.allowed,
            person: self.person,
        }
    }
}

/// A page of the log.
#[derive(Debug)]
pub struct View {
    pub lines: Vec<Line>,
    /// Where the next page begins.
    pub next: Option<Mark>,
    /// The login of the user that is asked for.
    pub login: Option<String>,
}

/// A page of the log, newest first, after the mark.
pub async fn view(app: &App, actor: &Actor, asked: &Asked, after: Option<Mark>, now: Moment) -> Result<View> {
    let reach = app.allow(actor, Action::ReadTraces, What::Traces, now).await?;
    // Read beside the writer, which others wait for; the line about it is written after, and before anything is shown.
    let mut tx = app.db.read().await?;
    let page = access_log::page(&mut tx, &asked.filter(app), after, PAGE).await?;
    let user = match asked.user {
        Some(user) => users::by_id(&mut tx, user).await?,
        None => None,
    };
    tx.commit().await?;
    looked(app, actor, &reach, asked.person, now).await?;
    Ok(View { lines: page.lines, next: page.next, login: user.map(|user| user.login) })
}

/// The newest lines, for a file; at most [`FILE_LINES`].
pub async fn file(app: &App, actor: &Actor, asked: &Asked, now: Moment) -> Result<Vec<Line>> {
    let reach = app.allow(actor, Action::ReadTraces, What::Traces, now).await?;
    let mut tx = app.db.read().await?;
    let lines = access_log::newest(&mut tx, &asked.filter(app), FILE_LINES).await?;
    tx.commit().await?;
    looked(app, actor, &reach, asked.person, now).await?;
    Ok(lines)
}

pub(crate) async fn looked(
    app: &App,
    actor: &Actor,
    reach: &Reach,
    person: Option<PersonId>,
    now: Moment,
) -> Result<()> {
    let mut reading = app.reading(actor, now).await?;
    if let Some(clause) = reach.clauses().first() {
        reading.looked(clause, What::Traces, person);
    }
    Ok(reading.commit().await?)
}

/// Whom the officer means, by login and by CPR number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meant {
    pub user: Option<UserId>,
    pub person: Option<PersonId>,
}

/// Finds the numbers that stand for a login and a CPR number; `None` where there is none such. That a number was asked
/// for is a line of the log, about the person whose it is.
pub async fn meant(app: &App, actor: &Actor, login: Option<&str>, cpr: Option<Cpr>, now: Moment) -> Result<Meant> {
    let reach = app.allow(actor, Action::ReadTraces, What::Traces, now).await?;
    let mut tx = app.db.read().await?;
    let user = match login {
        Some(login) => users::by_login(&mut tx, &plain_login(login)).await?.map(|user| user.id()),
        None => None,
    };
    let person = match cpr {
        Some(cpr) => people::by_cpr(&mut tx, cpr).await?,
        None => None,
    };
    tx.commit().await?;
    if cpr.is_some() {
        looked(app, actor, &reach, person, now).await?;
    }
    Ok(Meant { user, person })
}
