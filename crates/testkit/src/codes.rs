//! The authenticator app of a test's user.

use lods_domain::Moment;
use totp_rs::{Builder, Secret};

/// The six digits that an app shows for the secret (base32, blanks are passed over) at the moment.
#[must_use]
pub fn totp_code(secret: &str, now: Moment) -> String {
    let secret: String = secret.split_whitespace().collect();
    let totp = Builder::new().with_secret(Secret::try_from_base32(secret).unwrap()).build().unwrap();
    totp.generate(u64::try_from(now.epoch()).unwrap()).to_string()
}
