//! Passwords, hashed with argon2id off the threads that answer requests.

use std::sync::Arc;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

use crate::{Error, Result};

/// The shortest password. Length is the one demand (NIST SP 800-63B).
pub const SHORTEST: usize = 12;
/// The longest, in bytes: a longer text is work for the hash and no safer.
pub const LONGEST: usize = 256;

/// Each hash takes 19 MiB and a core: two at a time keep a burst of sign-ins within the memory that is promised.
const AT_A_TIME: usize = 2;

/// A hash of no password that anybody has, so that an unknown login takes as long as a known one.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bG9kcy1ub2JvZHktc2FsdA$3nHkT0lTHcL8gC0mXo0H1mVXnWYhUb3C1U9mTzJ0i5k";

/// Does the hashing, so many at a time.
#[derive(Debug, Clone)]
pub struct Hashing(Arc<Semaphore>);

impl Default for Hashing {
    fn default() -> Self {
        Hashing(Arc::new(Semaphore::new(AT_A_TIME)))
    }
}

impl Hashing {
    /// The PHC text of the password's argon2id hash.
    pub async fn hash(&self, password: &str) -> Result<String> {
        let password = password.to_owned();
        self.work(move || Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()))
            .await?
            .map_err(|_| Error::Hash)
    }

    /// Whether the password is the hash's. Without a hash the answer is no, after the same time.
    pub async fn verify(&self, password: &str, hash: Option<&str>) -> Result<bool> {
        let password = password.to_owned();
        let known = hash.is_some();
        let hash = hash.unwrap_or(NOBODY).to_owned();
        let right = self
            .work(move || {
                let hash = PasswordHash::new(&hash).map_err(|_| Error::Hash)?;
                Ok::<_, Error>(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
            })
            .await??;
        Ok(right && known)
    }

    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let _place = self.0.acquire().await.map_err(|_| Error::Stopped)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| Error::Stopped)
    }
}
