//! One municipality's keys: sealing and opening of texts, look-up hashes, links of a chain.

use std::{collections::BTreeMap, fmt, iter, sync::Arc};

use aes_siv::{KeyInit, siv::Aes256Siv};
use base64ct::{Base64UrlUnpadded, Encoding};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{KeyError, MasterKey};

const KEY_LENGTH: usize = 128;
const SEAL: std::ops::Range<usize> = 0..64;
const LOOKUP: std::ops::Range<usize> = 64..96;
const CHAIN: std::ops::Range<usize> = 96..KEY_LENGTH;

/// A municipality's key as it is stored. Worth nothing without the master key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrappedKey {
    /// 1 for the first key, one more for each rotation.
    pub id: i64,
    /// Base64url without padding: 192 characters.
    pub wrapped: String,
}

/// All of one municipality's keys; the one with the highest number is current. Cheap to clone. `Debug` shows only the
/// numbers.
#[derive(Clone)]
pub struct Keyring(Arc<Keys>);

struct Keys {
    current: Key,
    older: BTreeMap<i64, Key>,
}

/// One key in use. The whole is kept to be wrapped again; the two MACs have taken in their part of it.
struct Key {
    id: i64,
    whole: Zeroizing<Vec<u8>>,
    lookup: Hmac<Sha256>,
    chain: Hmac<Sha256>,
}

impl Keyring {
    /// A new random key under the master key, to be stored. `id` is 1 for the first, one more for each rotation.
    ///
    /// # Errors
    /// [`KeyError::Random`] when the system gives no random bytes, [`KeyError::Format`] when `id` is below 1.
    pub fn make(master: &MasterKey, id: i64) -> Result<WrappedKey, KeyError> {
        check_id(id)?;
        let mut whole = Zeroizing::new(vec![0; KEY_LENGTH]);
        getrandom::fill(&mut whole).map_err(|_| KeyError::Random)?;
        Ok(WrappedKey { id, wrapped: master.wrap(id, &whole)? })
    }

    /// Unwraps all of a municipality's keys, in any order.
    ///
    /// # Errors
    /// [`KeyError::NoKey`] when there are none, [`KeyError::WrongMaster`] when one does not unwrap, and
    /// [`KeyError::Format`] when one is no wrapped key or two have the same number.
    pub fn open(master: &MasterKey, wrapped: &[WrappedKey]) -> Result<Self, KeyError> {
        let mut keys = BTreeMap::new();
        for key in wrapped {
            if keys.insert(key.id, Key::open(master, key)?).is_some() {
                return Err(KeyError::Format);
            }
        }
        let (_, current) = keys.pop_last().ok_or(KeyError::NoKey)?;
        Ok(Self(Arc::new(Keys { current, older: keys })))
    }

    /// The same keys under another master key, oldest first. Sealed texts, look-ups and links stay valid.
    ///
    /// # Errors
    /// None is expected; see [`KeyError::Format`].
    pub fn rewrap(&self, master: &MasterKey) -> Result<Vec<WrappedKey>, KeyError> {
        self.0.iter().map(|key| Ok(WrappedKey { id: key.id, wrapped: master.wrap(key.id, &key.whole)? })).collect()
    }

    /// The number of the key that seals.
    #[must_use]
    pub fn current(&self) -> i64 {
        self.0.current.id
    }

    /// Seals a text for one place: `ID.base64url-without-padding`. An empty text stays empty. `column` is for instance
    /// `people.cpr`, `row` the row's own key; both are authenticated, so that a sealed text cannot be moved.
    ///
    /// # Errors
    /// None is expected; see [`KeyError::Format`].
    pub fn seal(&self, column: &str, row: &str, text: &str) -> Result<String, KeyError> {
        if text.is_empty() {
            return Ok(String::new());
        }
        let key = &self.0.current;
        let sealed = key.cipher()?.encrypt([column, row], text.as_bytes()).map_err(|_| KeyError::Format)?;
        Ok(format!("{}.{}", key.id, Base64UrlUnpadded::encode_string(&sealed)))
    }

    /// Opens a text sealed for the same column and row. An empty text stays empty.
    ///
    /// # Errors
    /// [`KeyError::Format`] when it has not the form of a sealed text, [`KeyError::UnknownKey`] when its key is not in
    /// the ring, [`KeyError::Altered`] when it is not what was sealed here.
    pub fn open_text(&self, column: &str, row: &str, sealed: &str) -> Result<String, KeyError> {
        if sealed.is_empty() {
            return Ok(String::new());
        }
        let (id, body) = sealed.split_once('.').ok_or(KeyError::Format)?;
        let key = self.0.key(parse_id(id)?)?;
        let body = Base64UrlUnpadded::decode_vec(body).map_err(|_| KeyError::Format)?;
        let text = key.cipher()?.decrypt([column, row], &body).map_err(|_| KeyError::Altered)?;
        String::from_utf8(text).map_err(|_| KeyError::Format)
    }

    /// Keyed hash to look a text up by, under the current key: 64 hexadecimal digits. The same for the same text, column
    /// and key, so after a rotation the stored hashes have to be made anew.
    #[must_use]
    pub fn lookup(&self, column: &str, text: &str) -> String {
        mac(&self.0.current.lookup, &[column.as_bytes(), text.as_bytes()])
    }

    /// MAC of one link of a chain under the key with that number: 64 hexadecimal digits. HMAC-SHA256 over the parts, each
    /// after its length, so that `["ab", "c"]` and `["a", "bc"]` differ.
    ///
    /// # Errors
    /// [`KeyError::UnknownKey`] when the key is not in the ring.
    pub fn link(&self, key: i64, parts: &[&[u8]]) -> Result<String, KeyError> {
        Ok(mac(&self.0.key(key)?.chain, parts))
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keyring ")?;
        f.debug_list().entries(self.0.iter().map(|key| key.id)).finish()
    }
}

impl Keys {
    /// Oldest first.
    fn iter(&self) -> impl Iterator<Item = &Key> {
        self.older.values().chain(iter::once(&self.current))
    }

    fn key(&self, id: i64) -> Result<&Key, KeyError> {
        if id == self.current.id {
            return Ok(&self.current);
        }
        self.older.get(&id).ok_or(KeyError::UnknownKey(id))
    }
}

impl Key {
    fn open(master: &MasterKey, key: &WrappedKey) -> Result<Self, KeyError> {
        check_id(key.id)?;
        let whole = master.unwrap(key.id, &key.wrapped)?;
        if whole.len() != KEY_LENGTH {
            return Err(KeyError::Format);
        }
        let (lookup, chain) = (hmac(&whole[LOOKUP])?, hmac(&whole[CHAIN])?);
        Ok(Self { id: key.id, whole, lookup, chain })
    }

    /// Made anew for each text: the cipher works in place, and a keyring is shared between threads.
    fn cipher(&self) -> Result<Aes256Siv, KeyError> {
        Aes256Siv::new_from_slice(&self.whole[SEAL]).map_err(|_| KeyError::Format)
    }
}

fn check_id(id: i64) -> Result<(), KeyError> {
    if id < 1 { Err(KeyError::Format) } else { Ok(()) }
}

/// Only the form `seal` writes: with `+1` or `01` one text would have more than one sealed form.
fn parse_id(text: &str) -> Result<i64, KeyError> {
    let id = text.parse().map_err(|_| KeyError::Format)?;
    check_id(id)?;
    if text.starts_with(['0', '+']) { Err(KeyError::Format) } else { Ok(id) }
}

fn hmac(key: &[u8]) -> Result<Hmac<Sha256>, KeyError> {
    Hmac::new_from_slice(key).map_err(|_| KeyError::Format)
}

fn mac(keyed: &Hmac<Sha256>, parts: &[&[u8]]) -> String {
    let mut mac = keyed.clone();
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    base16ct::lower::encode_string(&mac.finalize().into_bytes())
}
