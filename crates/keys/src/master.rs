//! The master key, and the wrapping of a municipality's key under it.

use std::fmt;

use aes_siv::{KeyInit, siv::Aes256Siv};
use base64ct::{Base64UrlUnpadded, Encoding};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::KeyError;

const LENGTH: usize = 32;
/// Twice AES-256: one half authenticates, the other encrypts (RFC 5297, 2.2).
const WRAPPING_LENGTH: usize = 64;
const WRAPPING_INFO: &[u8] = b"lods wrap";

/// The installation's master key: 32 bytes, cleared from memory when dropped. `Debug` does not show it.
pub struct MasterKey(Zeroizing<[u8; LENGTH]>);

impl MasterKey {
    /// A new random master key.
    ///
    /// # Errors
    /// [`KeyError::Random`] when the system gives no random bytes.
    pub fn generate() -> Result<Self, KeyError> {
        let mut bytes = Zeroizing::new([0; LENGTH]);
        getrandom::fill(bytes.as_mut_slice()).map_err(|_| KeyError::Random)?;
        Ok(Self(bytes))
    }

    /// Reads 64 hexadecimal digits, upper or lower case, with or without white space around them.
    ///
    /// # Errors
    /// [`KeyError::Format`] for anything else.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let mut bytes = Zeroizing::new([0; LENGTH]);
        let digits = text.trim();
        if digits.len() != 2 * LENGTH {
            return Err(KeyError::Format);
        }
        base16ct::mixed::decode(digits, bytes.as_mut_slice()).map_err(|_| KeyError::Format)?;
        Ok(Self(bytes))
    }

    /// The key as 64 lower-case hexadecimal digits, for writing the key file. The caller answers for the text.
    #[must_use]
    pub fn reveal(&self) -> String {
        base16ct::lower::encode_string(self.0.as_slice())
    }

    /// The municipality's key `whole`, with the number `id`, in base64url without padding. Deterministic.
    pub(crate) fn wrap(&self, id: i64, whole: &[u8]) -> Result<String, KeyError> {
        let wrapped = self.cipher()?.encrypt(place(&id.to_be_bytes()), whole).map_err(|_| KeyError::Format)?;
        Ok(Base64UrlUnpadded::encode_string(&wrapped))
    }

    /// Turns [`Self::wrap`] round: [`KeyError::Format`] when it is not base64url, [`KeyError::WrongMaster`] when it does
    /// not open.
    pub(crate) fn unwrap(&self, id: i64, wrapped: &str) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        let wrapped = Base64UrlUnpadded::decode_vec(wrapped).map_err(|_| KeyError::Format)?;
        let whole = self.cipher()?.decrypt(place(&id.to_be_bytes()), &wrapped).map_err(|_| KeyError::WrongMaster)?;
        Ok(Zeroizing::new(whole))
    }

    /// The master key itself encrypts nothing: another use of it later gets another info, and so an independent key.
    fn cipher(&self) -> Result<Aes256Siv, KeyError> {
        let mut wrapping = Zeroizing::new([0; WRAPPING_LENGTH]);
        Hkdf::<Sha256>::new(None, self.0.as_slice())
            .expand(WRAPPING_INFO, wrapping.as_mut_slice())
            .map_err(|_| KeyError::Format)?;
        Aes256Siv::new_from_slice(wrapping.as_slice()).map_err(|_| KeyError::Format)
    }
}

/// What is authenticated with a wrapped key: what it is and its number.
fn place(id: &[u8; 8]) -> [&[u8]; 2] {
    [b"lods key", id]
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterKey")
    }
}
