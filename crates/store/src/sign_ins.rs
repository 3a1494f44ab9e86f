//! Signed-in browsers, and failed attempts for the rate limit.

use lods_domain::access::{Actor, Assignment, Field, Fields, Place, Role, User};
use lods_domain::ids::{CourseId, DepartmentId, MentorId, PersonId, UnitId, UserId};
use lods_domain::rules::RuleCode;
use lods_domain::{Day, Moment};

use crate::query::row;
use crate::sealed::Sealed;
use crate::{Error, Tx, query};

struct Row {
    user_id: i64,
    csrf: String,
    seen_at: i64,
    name: String,
    mentor_id: Option<i64>,
    person_id: Option<i64>,
    declared_on: Option<i64>,
    language: String,
    municipality: String,
    demo: i64,
    after_end_days: Option<i64>,
}
row!(Row {
    user_id,
    csrf,
    seen_at,
    name,
    mentor_id,
    person_id,
    declared_on,
    language,
    municipality,
    demo,
    after_end_days
});

/// A browser that is signed in, with its user and all that access is decided by.
#[derive(Debug, Clone)]
pub struct SignIn {
    pub user: User,
    pub csrf: String,
    pub name: String,
    pub language: String,
    pub municipality: String,
    pub is_demo: bool,
    /// The last request but for those within a minute of it.
    pub seen_at: Moment,
}

impl SignIn {
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor::User(Box::new(self.user.clone()))
    }

    #[must_use]
    pub fn user(&self) -> UserId {
        self.user.id
    }
}

/// The rule's value on the day, as a subquery of two values.
fn rule(code: RuleCode) -> String {
    let code = code.code();
    format!(
        "(SELECT value FROM rules WHERE code = '{code}' AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)
          ORDER BY valid_from DESC LIMIT 1)"
    )
}

/// The sign-in with the token, if it has not run out, was used lately, and its user is not disabled. Two statements.
pub async fn find(tx: &mut Tx, token_hash: &[u8], now: Moment, today: Day) -> Result<Option<SignIn>, Error> {
    let mut find = query(
        "SELECT s.user_id, s.csrf, s.seen_at, u.name, u.mentor_id, u.person_id, u.declared_on, u.language,
                coalesce(m.name, '') AS municipality, coalesce(m.demo, 0) AS demo, ",
    );
    find.push(&rule(RuleCode::MentorAccessDays), [today.into(), today.into()]).push(
        " AS after_end_days FROM sign_ins s JOIN users u ON u.id = s.user_id LEFT JOIN municipality m ON m.id = 1
          WHERE s.token_hash = ? AND s.expires_at > ? AND u.disabled = 0 AND s.seen_at > ? - 60 * coalesce(",
        [token_hash.to_vec().into(), now.into(), now.into()],
    );
    find.push(&rule(RuleCode::IdleMinutes), [today.into(), today.into()]).push(", 0)", []);
    let Some(row) = tx.optional::<Row>(find).await? else { return Ok(None) };
    let mut user = User {
        id: UserId(row.user_id),
        mentor: row.mentor_id.map(MentorId),
        person: row.person_id.map(PersonId),
        declared: row.declared_on.is_some(),
        assignments: Vec::new(),
        emergencies: Vec::new(),
        shared: Fields::NONE,
        after_end_days: row.after_end_days.unwrap_or_default(),
    };
    add_rights(tx, &mut user, now).await?;
    Ok(Some(SignIn {
        user,
        csrf: row.csrf,
        name: row.name,
        language: row.language,
        municipality: row.municipality,
        is_demo: row.demo == 1,
        seen_at: Moment::from_epoch(row.seen_at),
    }))
}

type Right = (String, String, Option<i64>, Option<i64>, Option<i64>, Option<i64>);

/// Assignments, open emergency accesses and what is shared, in one statement.
async fn add_rights(tx: &mut Tx, user: &mut User, now: Moment) -> Result<(), Error> {
    let sql = "SELECT 'role', role, department_id, unit_id, valid_from, valid_to FROM assignments WHERE user_id = $1
               UNION ALL SELECT 'emergency', '', course_id, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT),
                  CAST(NULL AS BIGINT) FROM emergency_accesses WHERE user_id = $2 AND until > $3
               UNION ALL SELECT 'share', field, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT),
                  CAST(NULL AS BIGINT) FROM network_shares WHERE user_id = $4";
    let rights: Vec<Right> = tx.all(query(sql).bind(user.id).bind(user.id).bind(now).bind(user.id)).await?;
    for (kind, code, first, unit, from, to) in rights {
        match kind.as_str() {
            "role" => user.assignments.push(assignment(&code, first, unit, from, to)?),
            "emergency" => user.emergencies.extend(first.map(CourseId)),
            _ => {
                let field = Field::from_code(&code).filter(|field| Fields::SHAREABLE.has(*field));
                user.shared = field.map_or(user.shared, |field| user.shared.and(Fields::of(&[field])));
            }
        }
    }
    Ok(())
}

pub(crate) fn assignment(
    role: &str,
    department: Option<i64>,
    unit: Option<i64>,
    from: Option<i64>,
    to: Option<i64>,
) -> Result<Assignment, Error> {
    let place = match (department, unit) {
        (Some(department), _) => Place::Department(DepartmentId(department)),
        (None, Some(unit)) => Place::Unit(UnitId(unit)),
        (None, None) => Place::Municipality,
    };
    let valid_from = from.and_then(Day::from_epoch).ok_or(Error::Unknown { what: "assignments.valid_from" })?;
    let role = Role::from_code(role).ok_or(Error::Unknown { what: "assignments.role" })?;
    Ok(Assignment { role, place, valid_from, valid_to: to.and_then(Day::from_epoch) })
}

pub async fn insert(
    tx: &mut Tx,
    token_hash: &[u8],
    user: UserId,
    csrf: &str,
    (now, expires): (Moment, Moment),
) -> Result<(), Error> {
    let sql = "INSERT INTO sign_ins (token_hash, user_id, csrf, expires_at, seen_at) VALUES ($1, $2, $3, $4, $5)";
    let insert = query(sql).bind(token_hash.to_vec()).bind(user).bind(csrf).bind(expires).bind(now);
    tx.execute(insert).await?;
    Ok(())
}

/// The sign-in was used.
pub async fn seen(tx: &mut Tx, token_hash: &[u8], now: Moment) -> Result<(), Error> {
    let sql = "UPDATE sign_ins SET seen_at = $1 WHERE token_hash = $2 AND seen_at < $3";
    tx.execute(query(sql).bind(now).bind(token_hash.to_vec()).bind(now)).await?;
    Ok(())
}

/// Signs the user out everywhere; a sign-in that is half done and a link that waits are over too. Gives the number of
/// browsers.
pub async fn delete_all(tx: &mut Tx, user: UserId) -> Result<u64, Error> {
    delete_waiting(tx, user).await?;
    tx.execute(query("DELETE FROM sign_ins WHERE user_id = $1").bind(user)).await
}

/// What would still open the account: steps of a sign-in, and one-time links.
async fn delete_waiting(tx: &mut Tx, user: UserId) -> Result<(), Error> {
    for table in ["sign_in_steps", "one_time_links"] {
        tx.execute(query(&format!("DELETE FROM {table} WHERE user_id = $1")).bind(user)).await?;
    }
    Ok(())
}

/// Signs the user out of every browser but the one with the token, as [`delete_all`] does.
pub async fn delete_others(tx: &mut Tx, user: UserId, token_hash: &[u8]) -> Result<u64, Error> {
    delete_waiting(tx, user).await?;
    let sql = "DELETE FROM sign_ins WHERE user_id = $1 AND token_hash <> $2";
    tx.execute(query(sql).bind(user).bind(token_hash.to_vec())).await
}

/// Ends the sign-in with the token. Gives whose it was.
pub async fn end(tx: &mut Tx, token_hash: &[u8]) -> Result<Option<UserId>, Error> {
    let sql = "DELETE FROM sign_ins WHERE token_hash = $1 RETURNING user_id";
    let row: Option<(i64,)> = tx.optional(query(sql).bind(token_hash.to_vec())).await?;
    Ok(row.map(|(user,)| UserId(user)))
}

/// A sign-in that waits for its second step: `kept` is sealed with the token's hash, and used once.
pub async fn keep_step(
    tx: &mut Tx,
    token_hash: &[u8],
    user: Option<UserId>,
    kept: &str,
    expires: Moment,
) -> Result<(), Error> {
    let sealed = Sealed::SignInStep.seal(tx.keys(), &hex(token_hash), kept)?;
    let sql = "INSERT INTO sign_in_steps (token_hash, user_id, kept, expires_at) VALUES ($1, $2, $3, $4)";
    tx.execute(query(sql).bind(token_hash.to_vec()).bind(user).bind(sealed).bind(expires)).await?;
    Ok(())
}

/// Whether a step waits under the token.
pub async fn has_step(tx: &mut Tx, token_hash: &[u8], now: Moment) -> Result<bool, Error> {
    let sql = "SELECT count(*) FROM sign_in_steps WHERE token_hash = $1 AND expires_at > $2";
    let (count,): (i64,) = tx.one(query(sql).bind(token_hash.to_vec()).bind(now)).await?;
    Ok(count == 1)
}

/// Takes the step that waits under the token: whom it is for, and what was kept.
pub async fn take_step(tx: &mut Tx, token_hash: &[u8], now: Moment) -> Result<Option<(Option<UserId>, String)>, Error> {
    let sql = "DELETE FROM sign_in_steps WHERE token_hash = $1 AND expires_at > $2 RETURNING user_id, kept";
    let row: Option<(Option<i64>, String)> = tx.optional(query(sql).bind(token_hash.to_vec()).bind(now)).await?;
    let Some((user, sealed)) = row else { return Ok(None) };
    let kept = Sealed::SignInStep.open(tx.keys(), &hex(token_hash), &sealed)?;
    Ok(Some((user.map(UserId), kept)))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub async fn delete(tx: &mut Tx, token_hash: &[u8]) -> Result<(), Error> {
    tx.execute(query("DELETE FROM sign_ins WHERE token_hash = $1").bind(token_hash.to_vec())).await?;
    Ok(())
}

/// Removes sign-ins that ran out and failures from before `since`.
pub async fn tidy(tx: &mut Tx, now: Moment, since: Moment) -> Result<(), Error> {
    tx.execute(query("DELETE FROM sign_ins WHERE expires_at <= $1").bind(now)).await?;
    tx.execute(query("DELETE FROM sign_in_failures WHERE at < $1").bind(since)).await?;
    tx.execute(query("DELETE FROM sign_in_steps WHERE expires_at <= $1").bind(now)).await?;
    Ok(())
}

/// Failed attempts for the subject since a moment.
pub async fn failures(tx: &mut Tx, subject: &[u8], since: Moment) -> Result<i64, Error> {
    let sql = "SELECT CAST(coalesce(sum(count), 0) AS BIGINT) FROM sign_in_failures WHERE subject = $1 AND at >= $2";
    let (count,): (i64,) = tx.one(query(sql).bind(subject.to_vec()).bind(since)).await?;
    Ok(count)
}

pub async fn note_failure(tx: &mut Tx, subject: &[u8], at: Moment) -> Result<(), Error> {
    let sql = "INSERT INTO sign_in_failures (subject, at, count) VALUES ($1, $2, 1)
               ON CONFLICT (subject, at) DO UPDATE SET count = sign_in_failures.count + 1";
    tx.execute(query(sql).bind(subject.to_vec()).bind(at)).await?;
    Ok(())
}

/// Takes back one failure that was noted at the moment: the attempt went well.
pub async fn take_back_failure(tx: &mut Tx, subject: &[u8], at: Moment) -> Result<(), Error> {
    let sql = "UPDATE sign_in_failures SET count = count - 1 WHERE subject = $1 AND at = $2 AND count > 0";
    tx.execute(query(sql).bind(subject.to_vec()).bind(at)).await?;
    Ok(())
}

/// Forgets the subject's failures: somebody got the password right.
pub async fn forget_failures(tx: &mut Tx, subject: &[u8]) -> Result<(), Error> {
    tx.execute(query("DELETE FROM sign_in_failures WHERE subject = $1").bind(subject.to_vec())).await?;
    Ok(())
}
