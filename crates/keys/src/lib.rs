//! The keys that keep a municipality's secrets: text sealed in the database, keyed hashes to look a sealed text up by,
//! and the MACs that chain a trace. Pure: where the keys lie and when they are turned is told by `app` and `cli`.
//!
//! # Two levels
//! One [`MasterKey`] an installation, outside the database (a file or the environment). Under it each municipality has a
//! [`Keyring`]: one key or more, kept wrapped in the database ([`WrappedKey`]). The newest seals; the older ones only
//! open, so that a rotation need not rewrite everything at once. A new master key means [`Keyring::rewrap`]: the
//! municipality's keys, and so every sealed text, stay as they are.
//!
//! A municipality's key is 128 random bytes: 64 to seal, 32 to look up, 32 to chain. They are wrapped by AES-SIV under
//! HKDF-SHA256 (RFC 5869) of the master key with the info `lods wrap`; the key's number is authenticated with them.
//!
//! # Sealing is deterministic on purpose
//! Texts are sealed by AES-256 in SIV mode without a nonce (RFC 5297, "deterministic authenticated encryption"): the
//! same text, column, row and key give the same sealed text. An import that changes nothing then writes nothing, and
//! there is no nonce to use twice by mistake, which under AES-GCM would give the key away. RFC 5297 says what that
//! costs: whoever sees two sealed texts of one column and row, say in two backups, sees whether the text is the same.
//! Column and row are associated data (each its own component of S2V, so they cannot run together). Equal texts in
//! different rows are therefore sealed differently, and a sealed text that is moved to another row does not open.
//!
//! What is *not* hidden: the length of a text in bytes, and whether it is empty (an empty text is stored empty, and so
//! could be put in place of a sealed one by whoever writes to the database). [`Keyring::lookup`] shows equality inside a
//! column, as a look-up must. Comparisons are in constant time as far as the libraries are.
//!
//! A row's own key has to be unique among all rows ever sealed under the municipality's key in that column.

mod keyring;
mod master;
#[cfg(test)]
mod tests;

pub use keyring::{Keyring, WrappedKey};
pub use master::MasterKey;

/// Why a key could not be used, or a text not sealed or opened. Carries neither secret nor plaintext.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// A keyring without a key.
    #[error("there is no key")]
    NoKey,
    /// A wrapped key was not wrapped under this master key, or was altered since.
    #[error("the master key does not open the wrapped key")]
    WrongMaster,
    /// A sealed text or a link names a key that is not in the keyring.
    #[error("there is no key with the number {0}")]
    UnknownKey(i64),
    /// A sealed text was altered, moved from another column or row, or sealed under another key of the same number.
    #[error("the sealed text was altered, or sealed for another place")]
    Altered,
    /// Not the form of a master key, a wrapped key, a key's number (from 1) or a sealed text.
    #[error("the key or the sealed text has a wrong form")]
    Format,
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    Random,
}
