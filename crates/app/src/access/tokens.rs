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

/// Letters that nobody takes for another, five bits each.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A password to be read aloud or typed once: 16 letters of 80 random bits, in fours.
pub(super) fn spoken() -> Result<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| Error::Random)?;
    let letter = |byte: &u8| char::from(LETTERS[usize::from(byte & 31)]);
    let fours: Vec<String> = bytes.chunks(4).map(|four| four.iter().map(letter).collect()).collect();
    Ok(fours.join("-"))
}

/// Whether it can be a key that [`random_key`] made: what a form brings otherwise was not made by one of ours.
#[must_use]
pub fn is_key(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spoken_password_is_new_each_time() {
        let (one, other) = (spoken().unwrap(), spoken().unwrap());
        assert_eq!((one.len(), one.matches('-').count()), (19, 3));
        assert_ne!(one, other);
    }
}
