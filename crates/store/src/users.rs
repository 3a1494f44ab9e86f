//! Who can sign in, and the roles that they hold.

use lods_domain::access::{Assignment, Place};
use lods_domain::ids::{MentorId, PersonId, UserId};
use lods_domain::{Day, Moment};

use crate::query::row;
use crate::sealed::Sealed;
use crate::{Error, Tx, query};

/// A user as stored. `Debug` leaves the password's hash out.
#[derive(Clone)]
pub struct User {
    id: i64,
    pub login: String,
    pub name: String,
    pub password_hash: String,
    mentor_id: Option<i64>,
    person_id: Option<i64>,
    declared_on: Option<i64>,
    pub language: String,
    disabled: i64,
    totp: String,
    pub totp_step: Option<i64>,
    pub external: Option<String>,
}
row!(User {
    id,
    login,
    name,
    password_hash,
    mentor_id,
    person_id,
    declared_on,
    language,
    disabled,
    totp,
    totp_step,
    external
});

impl std::fmt::Debug for User {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("User").field("id", &self.id).finish_non_exhaustive()
    }
}

impl User {
    #[must_use]
    pub fn id(&self) -> UserId {
        UserId(self.id)
    }

    #[must_use]
    pub fn mentor(&self) -> Option<MentorId> {
        self.mentor_id.map(MentorId)
    }

    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        self.person_id.map(PersonId)
    }

    /// The day on which the declaration of confidentiality was signed.
    #[must_use]
    pub fn declared_on(&self) -> Option<Day> {
        self.declared_on.and_then(Day::from_epoch)
    }

    #[must_use]
    pub fn is_disabled(&self) -> bool {
        self.disabled == 1
    }

    /// The secret of the second factor; `None` where there is none.
    pub fn totp(&self, tx: &Tx) -> Result<Option<String>, Error> {
        let secret = Sealed::Totp.open(tx.keys(), &self.id.to_string(), &self.totp)?;
        Ok(Some(secret).filter(|secret| !secret.is_empty()))
    }

    #[must_use]
    pub fn has_totp(&self) -> bool {
        !self.totp.is_empty()
    }
}

const COLUMNS: &str =
    "SELECT id, login, name, password_hash, mentor_id, person_id, declared_on, language, disabled, totp,
    totp_step, external FROM users";

pub async fn by_login(tx: &mut Tx, login: &str) -> Result<Option<User>, Error> {
    tx.optional(query(COLUMNS).with(" WHERE login = ?", login)).await
}

pub async fn by_id(tx: &mut Tx, user: UserId) -> Result<Option<User>, Error> {
    tx.optional(query(COLUMNS).with(" WHERE id = ?", user)).await
}

/// The user whom the provider of sign-in knows by the text.
pub async fn by_external(tx: &mut Tx, external: &str) -> Result<Option<User>, Error> {
    tx.optional(query(COLUMNS).with(" WHERE external = ?", external)).await
}

/// Every user, by login, from after `after`; at most `limit`.
pub async fn list(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<User>, Error> {
    tx.all(query(COLUMNS).with(" WHERE login > ?", after).with(" ORDER BY login LIMIT ?", limit)).await
}

/// A page of users by login: at most `limit` of them, after `skip`.
pub async fn page(tx: &mut Tx, skip: i64, limit: i64) -> Result<Vec<User>, Error> {
    tx.all(query(COLUMNS).with(" ORDER BY login LIMIT ?", limit).with(" OFFSET ?", skip)).await
}

pub async fn count(tx: &mut Tx) -> Result<i64, Error> {
    let (count,): (i64,) = tx.one(query("SELECT count(*) FROM users")).await?;
    Ok(count)
}

/// A user to be.
pub struct NewUser<'a> {
    pub login: &'a str,
    pub name: &'a str,
    pub password_hash: &'a str,
    pub mentor: Option<MentorId>,
    pub person: Option<PersonId>,
    pub language: &'a str,
}

/// `None` when the login is taken.
pub async fn insert(tx: &mut Tx, user: &NewUser<'_>) -> Result<Option<UserId>, Error> {
    let sql = "INSERT INTO users (login, name, password_hash, mentor_id, person_id, language)
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (login) DO NOTHING RETURNING id";
    let insert = query(sql)
        .bind(user.login)
        .bind(user.name)
        .bind(user.password_hash)
        .bind(user.mentor)
        .bind(user.person)
        .bind(user.language);
    let row: Option<(i64,)> = tx.optional(insert).await?;
    Ok(row.map(|(id,)| UserId(id)))
}

/// Closes the account and signs it out everywhere. Gives whether there was one to close.
pub async fn disable(tx: &mut Tx, user: UserId) -> Result<bool, Error> {
    let sql = "UPDATE users SET disabled = 1, version = version + 1 WHERE id = $1 AND disabled = 0";
    let changed = tx.execute(query(sql).bind(user)).await?;
    crate::sign_ins::delete_all(tx, user).await?;
    Ok(changed == 1)
}

pub async fn set_language(tx: &mut Tx, user: UserId, language: &str) -> Result<(), Error> {
    let sql = "UPDATE users SET language = $1, version = version + 1 WHERE id = $2";
    tx.execute(query(sql).bind(language).bind(user)).await?;
    Ok(())
}

/// The provider's name of the person, as it is now.
pub async fn set_name(tx: &mut Tx, user: UserId, name: &str) -> Result<(), Error> {
    let sql = "UPDATE users SET name = $1, version = version + 1 WHERE id = $2 AND name <> $3";
    tx.execute(query(sql).bind(name).bind(user).bind(name)).await?;
    Ok(())
}

/// `password_hash` may have a mark in front that says until when it opens (`app::access::passwords`).
pub async fn set_password(tx: &mut Tx, user: UserId, password_hash: &str) -> Result<(), Error> {
    let sql = "UPDATE users SET password_hash = $1, version = version + 1 WHERE id = $2";
    tx.execute(query(sql).bind(password_hash).bind(user)).await?;
    Ok(())
}

/// The declaration of confidentiality was signed. `false` when it was before.
pub async fn declare(tx: &mut Tx, user: UserId, on: Day) -> Result<bool, Error> {
    let sql = "UPDATE users SET declared_on = $1, version = version + 1 WHERE id = $2 AND declared_on IS NULL";
    Ok(tx.execute(query(sql).bind(on).bind(user)).await? == 1)
}

/// Sets the secret of the second factor, or takes it away with an empty one. It is stored sealed.
pub async fn set_totp(tx: &mut Tx, user: UserId, secret: &str) -> Result<(), Error> {
    let sealed = Sealed::Totp.seal(tx.keys(), &user.to_string(), secret)?;
    let sql = "UPDATE users SET totp = $1, totp_step = NULL, version = version + 1 WHERE id = $2";
    tx.execute(query(sql).bind(sealed).bind(user)).await?;
    Ok(())
}

/// Notes the step of the code that was used, so that no code serves twice. `false` when a later one was used already.
pub async fn use_totp_step(tx: &mut Tx, user: UserId, step: i64) -> Result<bool, Error> {
    let sql = "UPDATE users SET totp_step = $1 WHERE id = $2 AND (totp_step IS NULL OR totp_step < $3)";
    Ok(tx.execute(query(sql).bind(step).bind(user).bind(step)).await? == 1)
}

/// Ties the account to a provider's: issuer, a blank, subject.
pub async fn set_external(tx: &mut Tx, user: UserId, external: &str) -> Result<(), Error> {
    let sql = "UPDATE users SET external = $1, version = version + 1 WHERE id = $2";
    tx.execute(query(sql).bind(external).bind(user)).await?;
    Ok(())
}

/// A stored assignment.
#[derive(Debug, Clone)]
pub struct Held {
    pub id: i64,
    pub user: UserId,
    pub assignment: Assignment,
    /// The name of the department or unit; empty for the municipality.
    pub place: String,
}

type HeldRow = (i64, i64, String, Option<i64>, Option<i64>, i64, Option<i64>, Option<String>, Option<String>);

const HELD: &str =
    "SELECT a.id, a.user_id, a.role, a.department_id, a.unit_id, a.valid_from, a.valid_to, d.name, u.name
    FROM assignments a LEFT JOIN departments d ON d.id = a.department_id LEFT JOIN units u ON u.id = a.unit_id";

fn held((id, user, role, department, unit, from, to, department_name, unit_name): HeldRow) -> Result<Held, Error> {
    let assignment = crate::sign_ins::assignment(&role, department, unit, Some(from), to)?;
    Ok(Held { id, user: UserId(user), assignment, place: department_name.or(unit_name).unwrap_or_default() })
}

/// The user's assignments, also those of other times.
pub async fn assignments(tx: &mut Tx, user: UserId) -> Result<Vec<Held>, Error> {
    let rows: Vec<HeldRow> =
        tx.all(query(HELD).with(" WHERE a.user_id = ?", user).with(" ORDER BY a.id LIMIT ?", 200)).await?;
    rows.into_iter().map(held).collect()
}

/// The assignments of the users whose logins lie between the two, by user.
pub async fn assignments_between(tx: &mut Tx, first: &str, last: &str) -> Result<Vec<Held>, Error> {
    let mut list = query(HELD);
    let values = [first.into(), last.into()];
    list.push(
        " WHERE a.user_id IN (SELECT id FROM users WHERE login BETWEEN ? AND ?) ORDER BY a.user_id, a.id",
        values,
    );
    let rows: Vec<HeldRow> = tx.all(list).await?;
    rows.into_iter().map(held).collect()
}

/// Gives the user a role. Sign-ins of the user end: what a session may do does not change under it.
pub async fn assign(tx: &mut Tx, user: UserId, assignment: &Assignment) -> Result<i64, Error> {
    let (department, unit) = match assignment.place {
        Place::Municipality => (None, None),
        Place::Department(department) => (Some(department), None),
        Place::Unit(unit) => (None, Some(unit)),
    };
    let sql = "INSERT INTO assignments (user_id, role, department_id, unit_id, valid_from, valid_to)
               VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
    let insert = query(sql)
        .bind(user)
        .bind(assignment.role.code())
        .bind(department)
        .bind(unit)
        .bind(assignment.valid_from)
        .bind(assignment.valid_to);
    let (id,): (i64,) = tx.one(insert).await?;
    crate::sign_ins::delete_all(tx, user).await?;
    Ok(id)
}

/// Ends an assignment on its last day. Sign-ins of the user end. `false` when the user has no such assignment.
pub async fn end_assignment(tx: &mut Tx, user: UserId, id: i64, last: Day) -> Result<bool, Error> {
    let sql =
        "UPDATE assignments SET valid_to = $1 WHERE id = $2 AND user_id = $3 AND (valid_to IS NULL OR valid_to > $4)";
    let changed = tx.execute(query(sql).bind(last).bind(id).bind(user).bind(last)).await?;
    crate::sign_ins::delete_all(tx, user).await?;
    Ok(changed == 1)
}

/// A link that signs the user in once, until the moment. Only the token's hash is kept.
pub async fn make_link(tx: &mut Tx, token_hash: &[u8], user: UserId, expires: Moment) -> Result<(), Error> {
    let sql = "INSERT INTO one_time_links (token_hash, user_id, expires_at) VALUES ($1, $2, $3)";
    tx.execute(query(sql).bind(token_hash.to_vec()).bind(user).bind(expires)).await?;
    Ok(())
}

/// Uses the link up. `None` when there is none, or its time is over.
pub async fn use_link(tx: &mut Tx, token_hash: &[u8], now: Moment) -> Result<Option<UserId>, Error> {
    let sql = "DELETE FROM one_time_links WHERE token_hash = $1 AND expires_at > $2 RETURNING user_id";
    let row: Option<(i64,)> = tx.optional(query(sql).bind(token_hash.to_vec()).bind(now)).await?;
    tx.execute(query("DELETE FROM one_time_links WHERE expires_at <= $1").bind(now)).await?;
    Ok(row.map(|(user,)| UserId(user)))
}
