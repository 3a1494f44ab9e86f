//! Unusual reading: what each user read on each day, for the domain to look at, and the reviews of it.

use lods_domain::access::unusual::{DayOfReading, Hit, Read, Unusual, UserName};
use lods_domain::access::{To, What};
use lods_domain::ids::{CourseId, PersonId, UserId};
use lods_domain::{Day, Moment};

use crate::query::row;
use crate::{Error, Query, Tx, query};

/// A day with its first moment, and the first moment after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaySpan {
    pub day: Day,
    pub first: Moment,
    pub next: Moment,
}

/// A day of a user with the reasons to look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserDay {
    pub day: Day,
    pub user: UserId,
    pub login: String,
    pub name: String,
    pub hits: Vec<Hit>,
}

struct Row {
    day: i64,
    user_id: i64,
    login: String,
    user_name: String,
    person_id: Option<i64>,
    given_name: Option<String>,
    family_name: Option<String>,
    outside: i64,
    seen: i64,
    refused: i64,
}
row!(Row { day, user_id, login, user_name, person_id, given_name, family_name, outside, seen, refused });

/// One line for each day, user and person; a young person's own page, and what is shared with the network, are their own
/// and have no name to compare.
fn gathered(days: &[DaySpan]) -> Query {
    let mut list = query("WITH days (day, first, next) AS (VALUES ");
    for (at, span) in days.iter().enumerate() {
        let values = [span.day.into(), span.first.into(), span.next.into()];
        list.push(if at == 0 { "" } else { ", " }, []);
        list.push("(CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT))", values);
    }
    let own = To::Person(PersonId(0)).code();
    let values = [To::All.code().into(), To::Emergency(CourseId(0)).code().into(), own.into()];
    list.push(
        "), gathered AS (SELECT d.day, l.user_id, l.person_id,
            max(CASE WHEN l.allowed = 1 AND l.relation IN (?, ?) THEN 1 ELSE 0 END) AS outside,
            max(CASE WHEN l.allowed = 1 AND l.relation <> ? THEN 1 ELSE 0 END) AS seen,
            sum(1 - l.allowed) AS refused
          FROM days d CROSS JOIN access_log l WHERE l.at >= d.first AND l.at < d.next AND l.user_id IS NOT NULL",
        values,
    );
    list.push(" AND (l.allowed = 0 OR l.what <> ?)", [What::Traces.code().into()]);
    list.push(
        " GROUP BY d.day, l.user_id, l.person_id)
        SELECT g.day, g.user_id, u.login, u.name AS user_name, g.person_id, p.given_name, p.family_name,
            CAST(g.outside AS BIGINT) AS outside, CAST(g.seen AS BIGINT) AS seen, CAST(g.refused AS BIGINT) AS refused
        FROM gathered g JOIN users u ON u.id = g.user_id LEFT JOIN people p ON p.id = g.person_id
        ORDER BY g.day DESC, g.user_id",
        [],
    );
    list
}

/// A user's day while its lines come in.
struct Gathering {
    name: UserName,
    read: DayOfReading,
    done: UserDay,
}

impl Gathering {
    fn begin(row: &Row) -> Option<Gathering> {
        let done = UserDay {
            day: Day::from_epoch(row.day)?,
            user: UserId(row.user_id),
            login: row.login.clone(),
            name: row.user_name.clone(),
            hits: Vec::new(),
        };
        Some(Gathering { name: UserName::new(&row.user_name), read: DayOfReading::default(), done })
    }

    fn is_of(&self, row: &Row) -> bool {
        (self.done.day.epoch(), self.done.user.0) == (row.day, row.user_id)
    }

    fn take(&mut self, row: &Row) {
        let names = row.given_name.as_deref().zip(row.family_name.as_deref());
        let person = row.person_id.map(PersonId);
        let name = names.filter(|_| row.seen == 1);
        self.read.add(&self.name, Read { person, name, outside: row.outside == 1, refused: row.refused });
    }

    fn end(mut self, many: i64) -> Option<UserDay> {
        self.done.hits = self.read.hits(many);
        (!self.done.hits.is_empty()).then_some(self.done)
    }
}

/// The days on which something is unusual, newest first. One statement, a line at a time: what is kept is what is found.
/// The officer's own reading of traces does not count. `many` is the rule `unusual-persons`.
pub async fn unusual(tx: &mut Tx, days: &[DaySpan], many: i64) -> Result<Vec<UserDay>, Error> {
    let (mut found, mut open) = (Vec::new(), None::<Gathering>);
    tx.each(gathered(days), |row: Row| {
        if !open.as_ref().is_some_and(|open| open.is_of(&row)) {
            let before = std::mem::replace(&mut open, Gathering::begin(&row));
            found.extend(before.and_then(|before| before.end(many)));
        }
        if let Some(open) = &mut open {
            open.take(&row);
        }
        Ok(())
    })
    .await?;
    found.extend(open.and_then(|open| open.end(many)));
    Ok(found)
}

/// What was reviewed of the days from `since` on.
pub async fn reviewed(tx: &mut Tx, since: Day) -> Result<Vec<(UserId, Day, String)>, Error> {
    let sql = "SELECT user_id, day, kind FROM reading_reviews WHERE day >= $1";
    let rows: Vec<(i64, i64, String)> = tx.all(query(sql).bind(since)).await?;
    Ok(rows.into_iter().filter_map(|(user, day, kind)| Some((UserId(user), Day::from_epoch(day)?, kind))).collect())
}

/// Notes a review. `false` when there is one already.
pub async fn review(
    tx: &mut Tx,
    (user, day, kind): (UserId, Day, Unusual),
    by: UserId,
    at: Moment,
    finding: &str,
) -> Result<bool, Error> {
    let sql = "INSERT INTO reading_reviews (user_id, day, kind, reviewed_at, reviewed_by, finding)
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (user_id, day, kind) DO NOTHING";
    let insert = query(sql).bind(user).bind(day).bind(kind.code()).bind(at).bind(by).bind(finding);
    Ok(tx.execute(insert).await? == 1)
}

struct ReviewRow {
    login: String,
    user_name: String,
    day: i64,
    kind: String,
    reviewed_at: i64,
    reviewer: String,
    finding: String,
}
row!(ReviewRow { login, user_name, day, kind, reviewed_at, reviewer, finding });

/// A review that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub login: String,
    pub name: String,
    pub day: Day,
    pub kind: Unusual,
    pub at: Moment,
    pub by: String,
    pub finding: String,
}

pub async fn review_count(tx: &mut Tx) -> Result<i64, Error> {
    let (count,): (i64,) = tx.one(query("SELECT count(*) FROM reading_reviews")).await?;
    Ok(count)
}

/// A page of the reviews, newest first.
pub async fn reviews(tx: &mut Tx, limit: i64, offset: i64) -> Result<Vec<Review>, Error> {
    let sql = "SELECT u.login, u.name AS user_name, r.day, r.kind, r.reviewed_at, b.name AS reviewer, r.finding
               FROM reading_reviews r JOIN users u ON u.id = r.user_id JOIN users b ON b.id = r.reviewed_by
               ORDER BY r.reviewed_at DESC, r.user_id, r.day, r.kind LIMIT $1 OFFSET $2";
    let rows: Vec<ReviewRow> = tx.all(query(sql).bind(limit).bind(offset)).await?;
    let review = |row: ReviewRow| {
        Ok(Review {
            login: row.login,
            name: row.user_name,
            day: Day::from_epoch(row.day).ok_or(Error::Unknown { what: "reading_reviews.day" })?,
            kind: Unusual::from_code(&row.kind).ok_or(Error::Unknown { what: "reading_reviews.kind" })?,
            at: Moment::from_epoch(row.reviewed_at),
            by: row.reviewer,
            finding: row.finding,
        })
    };
    rows.into_iter().map(review).collect()
}
