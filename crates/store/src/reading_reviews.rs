//! Unusual reading: what each user read on each day, for the domain to look at, and the reviews of it.

use std::collections::{BTreeMap, HashMap};

use lods_domain::access::unusual::{DayOfReading, Hit, Read, Surnames, Unusual, UserName};
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
    at: i64,
    user_id: i64,
    person_id: Option<i64>,
    outside: i64,
    seen: i64,
    refused: i64,
}
row!(Row { at, user_id, person_id, outside, seen, refused });

/// The lines of the days, newest first, as numbers only: a month is a million of them. A young person's own page, and what
/// is shared with the network, are their own and have no name to compare.
fn lines(days: &[DaySpan]) -> Query {
    let own = To::Person(PersonId(0)).code();
    let first = days.iter().map(|span| span.first).min();
    let next = days.iter().map(|span| span.next).max();
    let mut list = query("SELECT at, user_id, person_id, 1 - allowed AS refused, ");
    let outside = [To::All.code().into(), To::Emergency(CourseId(0)).code().into()];
    list.push("CAST(CASE WHEN allowed = 1 AND relation IN (?, ?) THEN 1 ELSE 0 END AS BIGINT) AS outside, ", outside);
    list.push(
        "CAST(CASE WHEN allowed = 1 AND relation <> ? THEN 1 ELSE 0 END AS BIGINT) AS seen FROM access_log",
        [own.into()],
    );
    list.push(" WHERE at >= ? AND at < ? AND user_id IS NOT NULL", [first.into(), next.into()]);
    list.push(" AND (allowed = 0 OR what <> ?) ORDER BY at DESC", [What::Traces.code().into()]);
    list
}

/// Who could have read: login and name, and the name as it is compared.
struct Reader {
    login: String,
    name: String,
    compared: UserName,
}

async fn readers(tx: &mut Tx) -> Result<HashMap<i64, Reader>, Error> {
    let users: Vec<(i64, String, String)> = tx.all(query("SELECT id, login, name FROM users")).await?;
    let reader = |(id, login, name): (i64, String, String)| {
        let compared = UserName::new(&name);
        (id, Reader { login, name, compared })
    };
    Ok(users.into_iter().map(reader).collect())
}

type Names = HashMap<i64, (String, String)>;

/// The names of those citizens who have a family name of some user.
async fn namesakes(tx: &mut Tx, readers: &HashMap<i64, Reader>) -> Result<Names, Error> {
    let surnames = Surnames::of(readers.values().map(|reader| &reader.compared));
    let mut names = HashMap::new();
    tx.each(query("SELECT id, given_name, family_name FROM people"), |(id, given, family): (i64, String, String)| {
        if surnames.has(&family) {
            names.insert(id, (given, family));
        }
        Ok(())
    })
    .await?;
    Ok(names)
}

/// What was read of one person by one user on the day that is gathered.
#[derive(Default)]
struct OfPerson {
    outside: bool,
    seen: bool,
    refused: i64,
}

/// One day while its lines come in: no more than a day is kept at a time.
#[derive(Default)]
struct Gathering {
    day: Option<DaySpan>,
    read: BTreeMap<i64, HashMap<Option<i64>, OfPerson>>,
}

impl Gathering {
    fn take(&mut self, row: &Row) {
        let of = self.read.entry(row.user_id).or_default().entry(row.person_id).or_default();
        of.outside |= row.outside == 1;
        of.seen |= row.seen == 1;
        of.refused += row.refused;
    }

    /// Ends the day: what is unusual in it. The persons of a hit are in the order of their numbers.
    fn end(&mut self, readers: &HashMap<i64, Reader>, names: &Names, many: i64) -> Vec<UserDay> {
        let Some(span) = self.day.take() else { return Vec::new() };
        let mut found = Vec::new();
        for (user, persons) in std::mem::take(&mut self.read) {
            let Some(reader) = readers.get(&user) else { continue };
            let mut persons: Vec<_> = persons.into_iter().collect();
            persons.sort_unstable_by_key(|(person, _)| *person);
            let mut read = DayOfReading::default();
            for (person, of) in persons {
                let name = person.and_then(|person| names.get(&person)).filter(|_| of.seen);
                let name = name.map(|(given, family)| (given.as_str(), family.as_str()));
                let person = person.map(PersonId);
                read.add(&reader.compared, Read { person, name, outside: of.outside, refused: of.refused });
            }
            let hits = read.hits(many);
            let (login, name) = (reader.login.clone(), reader.name.clone());
            if !hits.is_empty() {
                found.push(UserDay { day: span.day, user: UserId(user), login, name, hits });
            }
        }
        found
    }
}

/// The days on which something is unusual, newest first. Three statements; the log comes a line at a time. The officer's
/// own reading of traces does not count. `many` is the rule `unusual-persons`.
pub async fn unusual(tx: &mut Tx, days: &[DaySpan], many: i64) -> Result<Vec<UserDay>, Error> {
    let readers = readers(tx).await?;
    let names = namesakes(tx, &readers).await?;
    let (mut found, mut open) = (Vec::new(), Gathering::default());
    tx.each(lines(days), |row: Row| {
        let within = |span: &DaySpan| span.first.epoch() <= row.at && row.at < span.next.epoch();
        if !open.day.as_ref().is_some_and(within) {
            found.extend(open.end(&readers, &names, many));
            open.day = days.iter().copied().find(within);
        }
        open.take(&row);
        Ok(())
    })
    .await?;
    found.extend(open.end(&readers, &names, many));
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
