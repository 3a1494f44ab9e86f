//! Why a use case did not do what it was asked.

use lods_domain::access::Denied;
use lods_domain::rules::NoRule;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The policy says no.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such thing, or not within what the actor may see: the answer is the same.
    #[error("not found")]
    NotFound,
    /// So few citizens stand behind the figure that whoever asks may not see it (`docs/security/small-numbers.md`).
    #[error("too few citizens to be shown")]
    TooFew,
    #[error(transparent)]
    Rule(#[from] NoRule),
    #[error(transparent)]
    Store(#[from] lods_store::Error),
    /// The operating system gives no random numbers.
    #[error("no random numbers")]
    Random,
    /// A password could not be hashed or a stored hash not be read.
    #[error("the password's hash failed")]
    Hash,
    /// The code of a second factor could not be drawn.
    #[error("the second factor could not be prepared")]
    Code,
    /// The build has no time zone data.
    #[error("no time zone data for Europe/Copenhagen")]
    TimeZone,
    /// Amounts beyond what 64 bits of øre hold.
    #[error("the amounts are too large to be counted")]
    TooLarge,
    /// A background thread ended before its work.
    #[error("the work was stopped")]
    Stopped,
}
