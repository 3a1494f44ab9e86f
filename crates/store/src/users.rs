//! Who can sign in.

use lods_domain::access::Role;
use lods_domain::ids::{MentorId, UserId};

use crate::query::row;
use crate::{Error, Tx, query};

/// A user as stored. `Debug` leaves the password's hash out.
#[derive(Clone)]
pub struct User {
    id: i64,
    pub login: String,
    pub name: String,
    pub password_hash: String,
    role: String,
    mentor_id: Option<i64>,
    pub language: String,
    disabled: i64,
}
row!(User { id, login, name, password_hash, role, mentor_id, language, disabled });

impl std::fmt::Debug for User {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("User").field("id", &self.id).field("role", &self.role).finish_non_exhaustive()
    }
}

impl User {
    #[must_use]
    pub fn id(&self) -> UserId {
        UserId(self.id)
    }

    pub fn role(&self) -> Result<Role, Error> {
        Role::from_code(&self.role).ok_or(Error::Unknown { what: "users.role" })
    }

    #[must_use]
    pub fn mentor(&self) -> Option<MentorId> {
        self.mentor_id.map(MentorId)
    }

    #[must_use]
    pub fn is_disabled(&self) -> bool {
        self.disabled == 1
    }
}

const COLUMNS: &str = "SELECT id, login, name, password_hash, role, mentor_id, language, disabled FROM users";

pub async fn by_login(tx: &mut Tx, login: &str) -> Result<Option<User>, Error> {
    tx.optional(query(COLUMNS).with(" WHERE login = ?", login)).await
}

/// Every user, by login, from after `after`; at most `limit`.
pub async fn list(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<User>, Error> {
    tx.all(query(COLUMNS).with(" WHERE login > ?", after).with(" ORDER BY login LIMIT ?", limit)).await
}

/// A user to be.
pub struct NewUser<'a> {
    pub login: &'a str,
    pub name: &'a str,
    pub password_hash: &'a str,
    pub role: Role,
    pub mentor: Option<MentorId>,
    pub language: &'a str,
}

/// `None` when the login is taken.
pub async fn insert(tx: &mut Tx, user: &NewUser<'_>) -> Result<Option<UserId>, Error> {
    let sql =
        "INSERT INTO users (login, name, password_hash, role, mentor_id, language) VALUES ($1, $2, $3, $4, $5, $6)
               ON CONFLICT (login) DO NOTHING RETURNING id";
    let insert = query(sql)
        .bind(user.login)
        .bind(user.name)
        .bind(user.password_hash)
        .bind(user.role.code())
        .bind(user.mentor)
        .bind(user.language);
    let row: Option<(i64,)> = tx.optional(insert).await?;
    Ok(row.map(|(id,)| UserId(id)))
}

/// Closes the account and signs it out everywhere. Gives whether there was one to close.
pub async fn disable(tx: &mut Tx, user: UserId) -> Result<bool, Error> {
    let sql = "UPDATE users SET disabled = 1, version = version + 1 WHERE id = $1 AND disabled = 0";
    let changed = tx.execute(query(sql).bind(user)).await?;
    tx.execute(query("DELETE FROM sign_ins WHERE user_id = $1").bind(user)).await?;
    Ok(changed == 1)
}

pub async fn set_language(tx: &mut Tx, user: UserId, language: &str) -> Result<(), Error> {
    let sql = "UPDATE users SET language = $1, version = version + 1 WHERE id = $2";
    tx.execute(query(sql).bind(language).bind(user)).await?;
    Ok(())
}
