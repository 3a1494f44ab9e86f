//! Passwords: which are good enough, and their argon2id hashes, made off the threads that answer requests.
//!
//! Good enough is what NIST SP 800-63B and OWASP ASVS 5.0 ask for: long, and not easy to guess. No kinds of letters are
//! asked for, and none are refused. Whether one is easy to guess is zxcvbn's judgement (a score of 3 of 4 or more) and not
//! a list's: a list of the commonest passwords holds few of twelve letters, and misses `lods2026lods2026`, the user's own
//! name with a year, keyboard rows and Danish names in English patterns, all of which zxcvbn takes apart.

use std::sync::Arc;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use lods_domain::Moment;
use tokio::sync::Semaphore;

use crate::{Error, Result};

/// The shortest password, in characters as a person counts them.
pub const SHORTEST: usize = 12;
/// The longest, in bytes: a longer text is work for the hash and no safer.
pub const LONGEST: usize = 256;

/// Each hash takes 19 MiB and a core: two at a time keep a burst of sign-ins within the memory that is promised.
const AT_A_TIME: usize = 2;

/// A hash of no password that anybody has, so that an unknown login takes as long as a known one.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bG9kcy1ub2JvZHktc2FsdA$3nHkT0lTHcL8gC0mXo0H1mVXnWYhUb3C1U9mTzJ0i5k";

/// Why a password will not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    /// Fewer than 12 characters, or more than 256 bytes.
    Length,
    /// The login, the name, or easy to guess from them, from common words and from patterns.
    Guessable,
}

/// The lowest score of zxcvbn that will do: "safely unguessable: moderate protection from offline slow-hash scenario".
const SCORE: zxcvbn::Score = zxcvbn::Score::Three;

/// Words that everybody tries first here.
const OURS: [&str; 6] = ["lods", "mentor", "kommune", "adgangskode", "kodeord", "velkommen"];

/// What is wrong with the password for the user whom the words (login and name) are about.
fn weakness(password: &str, about: &[&str]) -> Option<Weak> {
    if password.chars().count() < SHORTEST || password.len() > LONGEST {
        return Some(Weak::Length);
    }
    let parts = about.iter().flat_map(|words| words.split(|c: char| !c.is_alphanumeric()));
    let known: Vec<String> = parts.chain(about.iter().copied()).map(str::to_lowercase).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).filter(|word| !word.is_empty()).chain(OURS).collect();
    let easy = zxcvbn::zxcvbn(password, &known).score() < SCORE;
    (easy || is_own(password, &known)).then_some(Weak::Guessable)
}

/// Letters and digits that a password has at least beside the words that are known. zxcvbn misses words with an å.
const BESIDE: usize = 6;

fn is_own(password: &str, known: &[&str]) -> bool {
    let whole = password.to_lowercase();
    let words = known.iter().filter(|word| word.chars().count() >= 3);
    let rest = words.fold(whole.clone(), |rest, word| rest.replace(word, " "));
    rest != whole && rest.chars().filter(|c| c.is_alphanumeric()).count() < BESIDE
}

/// Days that a temporary password opens.
pub const TEMPORARY_DAYS: i64 = 7;
const TEMPORARY: &str = "until ";

/// As kept: a hash, and for a temporary password the moment until which it opens, in front.
#[must_use]
pub(super) fn temporary(hash: &str, until: Moment) -> String {
    format!("{TEMPORARY}{} {hash}", until.epoch())
}

/// The hash of what is kept, and until when a temporary password opens.
#[must_use]
pub(super) fn kept(text: &str) -> (&str, Option<Moment>) {
    let marked = text.strip_prefix(TEMPORARY).and_then(|rest| rest.split_once(' '));
    match marked.and_then(|(until, hash)| Some((hash, until.parse().ok()?))) {
        Some((hash, until)) => (hash, Some(Moment::from_epoch(until))),
        None => (text, None),
    }
}

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

    /// What is wrong with a password to be, for the user whom the words are about.
    pub async fn weakness(&self, password: &str, about: &[&str]) -> Result<Option<Weak>> {
        let password = password.to_owned();
        let about: Vec<String> = about.iter().map(|&word| word.to_owned()).collect();
        let judge = move || weakness(&password, &about.iter().map(String::as_str).collect::<Vec<_>>());
        self.work(judge).await
    }

    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let _place = self.0.acquire().await.map_err(|_| Error::Stopped)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| Error::Stopped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_and_hard_to_guess() {
        let about = ["soag", "Solvej Ågaard"];
        for good in ["korrekt hest batteri", "lods-demonstration", "Grødgrøden koger over kl. 3", "åæøåæøbcjqzv"]
        {
            assert_eq!(weakness(good, &about), None, "{good}");
        }
        // Twelve letters and not twelve bytes.
        for (length, wrong) in [("åæøåæø", true), ("xkqjzvwmbp4", true), (&"å".repeat(200), true)] {
            assert_eq!(weakness(length, &about) == Some(Weak::Length), wrong, "{length}");
        }
        let easy = [
            "password1234",
            "123456789012",
            "qwertyuiop12",
            "aaaaaaaaaaaaaaaa",
            "Solvej Ågaard",
            "solvejsolvej",
            "SolvejÅgaard1",
            "lodslodslods",
            "adgangskode1",
            "kommune12345",
        ];
        for easy in easy {
            assert_eq!(weakness(easy, &about), Some(Weak::Guessable), "{easy}");
        }
    }

    #[test]
    fn a_temporary_password_says_until_when() {
        let until = Moment::from_epoch(1_654_077_600);
        assert_eq!(kept(&temporary("$argon2id$v=19", until)), ("$argon2id$v=19", Some(until)));
        assert_eq!(kept("$argon2id$v=19"), ("$argon2id$v=19", None));
        assert_eq!(kept("until never $x"), ("until never $x", None));
    }
}
