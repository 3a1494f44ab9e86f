//! Random keys, and the hash under which the store keeps them.

use sha2::{Digest, Sha256};

use crate::{Error, Result};

/// 32 random bytes as 64 hexadecimal digits.
pub fn random_key() -> Result<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|_| Error::Random)?;
    Ok(hex(&bytes))
}

/// SHA-256. Enough for a random key; a password is hashed by `passwords`.
#[must_use]
pub fn hash(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
