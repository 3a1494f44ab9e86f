//! Signed-in browsers, and failed attempts for the rate limit.

use lods_domain::Moment;
use lods_domain::access::{Actor, Role};
use lods_domain::ids::{MentorId, UserId};

use crate::query::row;
use crate::{Error, Tx, query};

/// A browser that is signed in, with its user.
#[derive(Debug, Clone)]
pub struct SignIn {
    user_id: i64,
    pub csrf: String,
    pub expires_at: i64,
    pub name: String,
    role: String,
    mentor_id: Option<i64>,
    pub language: String,
    pub municipality: String,
    demo: i64,
}
row!(SignIn { user_id, csrf, expires_at, name, role, mentor_id, language, municipality, demo });

impl SignIn {
    pub fn role(&self) -> Result<Role, Error> {
        Role::from_code(&self.role).ok_or(Error::Unknown { what: "users.role" })
    }

    pub fn actor(&self) -> Result<Actor, Error> {
        let mentor = self.mentor_id.map(MentorId);
        Ok(Actor::User { id: UserId(self.user_id), role: self.role()?, mentor })
    }

    #[must_use]
    pub fn user(&self) -> UserId {
        UserId(self.user_id)
    }

    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.demo == 1
    }
}

/// The sign-in with the token, if it has not run out and its user is not disabled.
pub async fn find(tx: &mut Tx, token_hash: &[u8], now: Moment) -> Result<Option<SignIn>, Error> {
    let sql = "SELECT s.user_id, s.csrf, s.expires_at, u.name, u.role, u.mentor_id, u.language,
                      coalesce(m.name, '') AS municipality, coalesce(m.demo, 0) AS demo
               FROM sign_ins s JOIN users u ON u.id = s.user_id LEFT JOIN municipality m ON m.id = 1
               WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.disabled = 0";
    tx.optional(query(sql).bind(token_hash.to_vec()).bind(now)).await
}

pub async fn insert(tx: &mut Tx, token_hash: &[u8], user: UserId, csrf: &str, expires: Moment) -> Result<(), Error> {
    let sql = "INSERT INTO sign_ins (token_hash, user_id, csrf, expires_at) VALUES ($1, $2, $3, $4)";
    tx.execute(query(sql).bind(token_hash.to_vec()).bind(user).bind(csrf).bind(expires)).await?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, token_hash: &[u8]) -> Result<(), Error> {
    tx.execute(query("DELETE FROM sign_ins WHERE token_hash = $1").bind(token_hash.to_vec())).await?;
    Ok(())
}

/// Removes sign-ins that ran out and failures from before `since`.
pub async fn tidy(tx: &mut Tx, now: Moment, since: Moment) -> Result<(), Error> {
    tx.execute(query("DELETE FROM sign_ins WHERE expires_at <= $1").bind(now)).await?;
    tx.execute(query("DELETE FROM sign_in_failures WHERE at < $1").bind(since)).await?;
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
