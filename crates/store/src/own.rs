//! A young person's own page: when others read about them, and what they share with their network.

use lods_domain::access::{Field, Fields, Purpose, Role, What};
use lods_domain::ids::{CourseId, PersonId, UserId};
use lods_domain::sessions::SessionOutcome;
use lods_domain::{Day, Moment};

use crate::sessions::outcome;
use crate::{Error, Tx, query};

/// A reading of somebody's data, as the person is told of it: not by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub at: Moment,
    pub purpose: Purpose,
    pub what: What,
}

/// Readings about the person by others. One page of the web reads several rows; they are told as one reading. What the
/// person reads of themselves is left out, and so is what was refused.
const SEEN: &str = "FROM (SELECT DISTINCT at, purpose, what FROM access_log
    WHERE person_id = $1 AND allowed = 1 AND role <> $2 AND (user_id IS NULL OR user_id <> $3)) AS seen";

/// A page of the readings about the person, newest first.
pub async fn seen(tx: &mut Tx, person: PersonId, own: UserId, limit: i64, offset: i64) -> Result<Vec<Seen>, Error> {
    let sql = format!("SELECT at, purpose, what {SEEN} ORDER BY at DESC, purpose, what LIMIT $4 OFFSET $5");
    let list = query(&sql).bind(person).bind(Role::YoungPerson.code()).bind(own).bind(limit).bind(offset);
    let rows: Vec<(i64, String, String)> = tx.all(list).await?;
    let seen = |(at, purpose, what): (i64, String, String)| {
        let purpose = Purpose::from_code(&purpose).ok_or(Error::Unknown { what: "access_log.purpose" })?;
        let what = What::from_code(&what).ok_or(Error::Unknown { what: "access_log.what" })?;
        Ok(Seen { at: Moment::from_epoch(at), purpose, what })
    };
    rows.into_iter().map(seen).collect()
}

pub async fn count_seen(tx: &mut Tx, person: PersonId, own: UserId) -> Result<i64, Error> {
    let (count,): (i64,) =
        tx.one(query(&format!("SELECT count(*) {SEEN}")).bind(person).bind(Role::YoungPerson.code()).bind(own)).await?;
    Ok(count)
}

/// The courses of citizens who have an account.
pub async fn with_accounts(tx: &mut Tx) -> Result<Vec<CourseId>, Error> {
    let sql = "SELECT c.id FROM courses c WHERE c.person_id IN (SELECT u.person_id FROM users u) ORDER BY c.id";
    let rows: Vec<(i64,)> = tx.all(query(sql)).await?;
    Ok(rows.into_iter().map(|(id,)| CourseId(id)).collect())
}

/// The last day on which mentor and young person met, by course. Whoever calls has read the courses.
pub async fn last_met(tx: &mut Tx, person: PersonId) -> Result<Vec<(CourseId, Day)>, Error> {
    let sql = "SELECT s.course_id, s.outcome, max(s.day) FROM sessions s JOIN courses c ON c.id = s.course_id
               WHERE c.person_id = $1 GROUP BY s.course_id, s.outcome";
    let rows: Vec<(i64, i64, i64)> = tx.all(query(sql).bind(person)).await?;
    let mut met = Vec::new();
    for (course, number, day) in rows {
        if outcome(number)? == SessionOutcome::Held {
            met.push((CourseId(course), Day::from_epoch(day).ok_or(Error::Unknown { what: "sessions.day" })?));
        }
    }
    Ok(met)
}

/// Somebody of the network, and what the young person shares with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkPerson {
    pub user: UserId,
    pub name: String,
    pub shared: Fields,
}

/// Open accounts that are of the person's network on the day, by name; fifty at most. Two statements.
pub async fn network(tx: &mut Tx, person: PersonId, on: Day) -> Result<Vec<NetworkPerson>, Error> {
    let sql = "SELECT u.id, u.name FROM users u WHERE u.person_id = $1 AND u.disabled = 0 AND EXISTS (
                   SELECT 1 FROM assignments a WHERE a.user_id = u.id AND a.role = $2
                       AND a.valid_from <= $3 AND (a.valid_to IS NULL OR a.valid_to >= $4))
               ORDER BY u.name, u.id LIMIT 50";
    let users: Vec<(i64, String)> =
        tx.all(query(sql).bind(person).bind(Role::NetworkPerson.code()).bind(on).bind(on)).await?;
    let sql = "SELECT s.user_id, s.field FROM network_shares s JOIN users u ON u.id = s.user_id WHERE u.person_id = $1";
    let shares: Vec<(i64, String)> = tx.all(query(sql).bind(person)).await?;
    let of = |user: i64| {
        let own = shares.iter().filter(|(other, _)| *other == user);
        let fields = own.filter_map(|(_, code)| Field::from_code(code)).filter(|field| Fields::SHAREABLE.has(*field));
        fields.fold(Fields::NONE, |all, field| all.and(Fields::of(&[field])))
    };
    Ok(users.into_iter().map(|(id, name)| NetworkPerson { user: UserId(id), name, shared: of(id) }).collect())
}

/// Shares the field with somebody of the network, or no longer. `false` when it was so already.
pub async fn share(tx: &mut Tx, user: UserId, field: Field, shared: bool, at: Moment) -> Result<bool, Error> {
    let change = if shared {
        let sql = "INSERT INTO network_shares (user_id, field, shared_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        query(sql).bind(user).bind(field.code()).bind(at)
    } else {
        query("DELETE FROM network_shares WHERE user_id = $1 AND field = $2").bind(user).bind(field.code())
    };
    Ok(tx.execute(change).await? == 1)
}
