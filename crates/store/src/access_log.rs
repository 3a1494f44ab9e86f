//! The access log as the data protection officer reads it: newest first, by period, user, purpose, answer and person.
//! It names no citizen and no case.
//!
//! A page is found by the last line of the page before it, so that it costs the same however far back it lies. Where the
//! filter may fit few lines only, a page looks through [`LOOKED_THROUGH`] lines and no more, and says where it stopped.

use lods_domain::Moment;
use lods_domain::access::{Purpose, Role, What};
use lods_domain::ids::{PersonId, UserId};

use crate::query::row;
use crate::{Error, Query, Tx, query};

/// Lines that one page looks through at most.
pub const LOOKED_THROUGH: i64 = 20_000;

/// Which lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filter {
    /// The first moment.
    pub from: Moment,
    /// The first moment after.
    pub until: Moment,
    pub user: Option<UserId>,
    pub purpose: Option<Purpose>,
    /// Readings, or denials.
    pub allowed: Option<bool>,
    pub person: Option<PersonId>,
}

/// A place in the log: what comes before it in time comes after it on the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub at: i64,
    pub id: i64,
}

struct Row {
    id: i64,
    at: i64,
    user_id: Option<i64>,
    login: Option<String>,
    user_name: Option<String>,
    role: String,
    purpose: String,
    what: String,
    person_id: Option<i64>,
    allowed: i64,
}
row!(Row { id, at, user_id, login, user_name, role, purpose, what, person_id, allowed });

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub id: i64,
    pub at: Moment,
    /// `None` is the operator.
    pub user: Option<LineUser>,
    /// `None` is the operator, or somebody without a role.
    pub role: Option<Role>,
    pub purpose: Purpose,
    pub what: What,
    pub person: Option<PersonId>,
    pub allowed: bool,
}

/// Who read; without login and name where it is a young person or their network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineUser {
    pub id: UserId,
    pub login: String,
    pub name: String,
}

impl Line {
    fn of(row: Row) -> Result<Line, Error> {
        let role = Role::from_code(&row.role);
        // A citizen's own line would put a name to the number.
        let citizen = matches!(role, Some(Role::YoungPerson | Role::NetworkPerson));
        let told = |text: Option<String>| text.filter(|_| !citizen).unwrap_or_default();
        let user = row.user_id.map(|id| LineUser { id: UserId(id), login: told(row.login), name: told(row.user_name) });
        Ok(Line {
            id: row.id,
            at: Moment::from_epoch(row.at),
            user,
            role,
            purpose: Purpose::from_code(&row.purpose).ok_or(Error::Unknown { what: "access_log.purpose" })?,
            what: What::from_code(&row.what).ok_or(Error::Unknown { what: "access_log.what" })?,
            person: row.person_id.map(PersonId),
            allowed: row.allowed == 1,
        })
    }
}

/// A page of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub lines: Vec<Line>,
    /// Where the next page begins; `None` when this is the last.
    pub next: Option<Mark>,
}

impl Filter {
    /// Whether many lines may have to be looked through for few that fit. A person's lines have an index of their own.
    fn may_be_sparse(&self) -> bool {
        self.person.is_none() && (self.user.is_some() || self.purpose.is_some() || self.allowed.is_some())
    }

    /// The first moment beyond the page. One bound: of two, SQLite would take the first for its index.
    fn before(&self, after: Option<Mark>) -> Moment {
        let mark = after.map(|mark| Moment::from_epoch(mark.at.saturating_add(i64::from(mark.id > 0))));
        mark.map_or(self.until, |mark| mark.min(self.until))
    }

    fn lines(&self, after: Option<Mark>, since: Moment) -> Query {
        let mut list = query(
            "SELECT l.id, l.at, l.user_id, u.login, u.name AS user_name, l.role, l.purpose, l.what, l.person_id, l.allowed
             FROM access_log l LEFT JOIN users u ON u.id = l.user_id",
        );
        list.push(" WHERE l.at >= ? AND l.at < ?", [since.into(), self.before(after).into()]);
        if let Some(mark) = after {
            list.push(" AND (l.at < ? OR l.id < ?)", [mark.at.into(), mark.id.into()]);
        }
        if let Some(person) = self.person {
            list.push(" AND l.person_id = ?", [person.into()]);
        }
        if let Some(user) = self.user {
            list.push(" AND l.user_id = ?", [user.into()]);
        }
        if let Some(purpose) = self.purpose {
            list.push(" AND l.purpose = ?", [purpose.code().into()]);
        }
        if let Some(allowed) = self.allowed {
            list.push(" AND l.allowed = ?", [allowed.into()]);
        }
        list.push(" ORDER BY l.at DESC, l.id DESC", []);
        list
    }
}

/// The page after the mark; `None` is the first. One statement, or two.
pub async fn page(tx: &mut Tx, filter: &Filter, after: Option<Mark>, limit: i64) -> Result<Page, Error> {
    let stop = if filter.may_be_sparse() { stop(tx, filter, after).await? } else { None };
    let since = stop.unwrap_or(filter.from);
    let mut list = filter.lines(after, since);
    list.push(" LIMIT ?", [(limit + 1).into()]);
    let rows: Vec<Row> = tx.all(list).await?;
    let mut lines = rows.into_iter().map(Line::of).collect::<Result<Vec<_>, _>>()?;
    let shown = usize::try_from(limit).unwrap_or_default();
    let more = lines.len() > shown;
    lines.truncate(shown);
    let last = lines.last().filter(|_| more).map(|line| Mark { at: line.at.epoch(), id: line.id });
    let next = last.or(stop.map(|stop| Mark { at: stop.epoch(), id: 0 }));
    Ok(Page { lines, next })
}

/// The moment that the page looks back to; `None` when it is the whole period.
async fn stop(tx: &mut Tx, filter: &Filter, after: Option<Mark>) -> Result<Option<Moment>, Error> {
    let mut find = query("SELECT at FROM access_log");
    find.push(" WHERE at >= ? AND at < ?", [filter.from.into(), filter.before(after).into()]);
    find.push(" ORDER BY at DESC LIMIT 1 OFFSET ?", [LOOKED_THROUGH.into()]);
    let row: Option<(i64,)> = tx.optional(find).await?;
    Ok(row.map(|(at,)| Moment::from_epoch(at)))
}

/// The newest lines, for a file; at most `most`.
pub async fn newest(tx: &mut Tx, filter: &Filter, most: i64) -> Result<Vec<Line>, Error> {
    let mut list = filter.lines(None, filter.from);
    list.push(" LIMIT ?", [most.into()]);
    let mut lines = Vec::new();
    tx.each(list, |row: Row| {
        lines.push(Line::of(row)?);
        Ok(())
    })
    .await?;
    Ok(lines)
}
