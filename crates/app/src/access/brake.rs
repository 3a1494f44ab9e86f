//! The brake on guessing: so many failures for a login or from an address, and then a wait.
//!
//! Failures are counted for the login that was written, whether there is such an account or not, so that the brake tells
//! nothing. The price is known: whoever writes somebody's login ten times with a wrong password keeps that person out for
//! a quarter of an hour. It is paid, because the other way (no brake on a login) lets a botnet guess slowly from many
//! addresses; the lock opens by itself, a browser that is signed in stays so, staff who sign in at the municipality's own
//! provider pass it by, and each such attempt is among the events. Subjects are kept as keyed hashes, for a quarter of an
//! hour.

use std::net::IpAddr;

use lods_domain::Moment;
use lods_domain::audit::Event;
use lods_store::{Tx, sign_ins};

use crate::{App, Result, audit};

/// Failures count for a quarter of an hour.
const WINDOW_SECONDS: i64 = 15 * 60;
/// So many wrong passwords or codes for one login …
const FAILURES_A_LOGIN: i64 = 10;
/// … or from one address (an office may share one).
const FAILURES_AN_ADDRESS: i64 = 50;
/// One event a minute for each subject: a flood does not fill the log.
const TOLD_EVERY_SECONDS: i64 = 60;

/// Minutes to wait when the brake is on.
pub const WAIT_MINUTES: i64 = WINDOW_SECONDS / 60;

/// Since when failures count.
pub fn since(now: Moment) -> Moment {
    now.plus_seconds(-WINDOW_SECONDS)
}

/// Whose attempts are counted.
pub struct Brake {
    login: Vec<u8>,
    address: Option<Vec<u8>>,
}

pub(crate) fn subject(tx: &Tx, kind: &str, text: &str) -> Vec<u8> {
    tx.keys().lookup("sign_in_failures", &format!("{kind}:{text}")).into_bytes()
}

/// The network that counts as one caller: an IPv4 address, or the half of an IPv6 address that a household or an office
/// is given (it may choose the other half anew for every attempt).
pub(crate) fn network(address: &str) -> String {
    match address.parse::<IpAddr>().map(|ip| ip.to_canonical()) {
        Ok(IpAddr::V6(ip)) => {
            let [a, b, c, d, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        Ok(IpAddr::V4(ip)) => ip.to_string(),
        Err(_) => address.to_owned(),
    }
}

impl Brake {
    /// `address` is the caller's; `None` inside a sign-in, where the login alone is counted.
    pub fn of(tx: &Tx, login: &str, address: Option<&str>) -> Brake {
        Brake {
            login: subject(tx, "login", login),
            address: address.map(|address| subject(tx, "address", &network(address))),
        }
    }

    /// Counts the attempt as a failure before it is tried, so that a thousand at once are not all the first. `false` when
    /// the brake is on: then it is not tried, and an event says so.
    pub async fn let_through(&self, tx: &mut Tx, now: Moment) -> Result<bool> {
        let of_login = sign_ins::failures(tx, &self.login, since(now)).await?;
        let of_address = match &self.address {
            Some(address) => sign_ins::failures(tx, address, since(now)).await?,
            None => 0,
        };
        if of_login >= FAILURES_A_LOGIN || of_address >= FAILURES_AN_ADDRESS {
            let told = [b"told:".as_slice(), &self.login].concat();
            tell(tx, &told, "brake", now).await?;
            return Ok(false);
        }
        for subject in [Some(&self.login), self.address.as_ref()].into_iter().flatten() {
            sign_ins::note_failure(tx, subject, now).await?;
        }
        Ok(true)
    }

    /// It went well: the login's failures are forgotten, the address keeps those before.
    pub async fn release(&self, tx: &mut Tx, now: Moment) -> Result<()> {
        sign_ins::forget_failures(tx, &self.login).await?;
        self.take_back_of_address(tx, now).await
    }

    /// It went well so far, and a code is still to come: earlier failures stay counted.
    pub async fn take_back(&self, tx: &mut Tx, now: Moment) -> Result<()> {
        sign_ins::take_back_failure(tx, &self.login, now).await?;
        self.take_back_of_address(tx, now).await
    }

    async fn take_back_of_address(&self, tx: &mut Tx, now: Moment) -> Result<()> {
        if let Some(address) = &self.address {
            sign_ins::take_back_failure(tx, address, now).await?;
        }
        Ok(())
    }
}

/// Writes that a sign-in was refused, at most once a minute for the subject.
async fn tell(tx: &mut Tx, subject: &[u8], reason: &'static str, now: Moment) -> Result<()> {
    if sign_ins::failures(tx, subject, now.plus_seconds(1 - TOLD_EVERY_SECONDS)).await? == 0 {
        sign_ins::note_failure(tx, subject, now).await?;
        audit(tx, now, None, Event::SignInRefused { reason }).await?;
    }
    Ok(())
}

/// The provider could not be used, or its answer not be taken: anybody can bring that about, as often as they like.
pub(super) async fn provider_failed(tx: &mut Tx, now: Moment) -> Result<()> {
    let subject = subject(tx, "provider", "");
    tell(tx, &subject, "provider", now).await
}

/// A sign-in form without its key, or from another site, was refused.
pub(super) async fn form_refused(app: &App, address: &str, now: Moment) -> Result<()> {
    let mut tx = app.db.read().await?;
    let subject = subject(&tx, "form", &network(address));
    let told = sign_ins::failures(&mut tx, &subject, now.plus_seconds(1 - TOLD_EVERY_SECONDS)).await? > 0;
    tx.commit().await?;
    if told {
        return Ok(());
    }
    let mut tx = app.db.begin().await?;
    tell(&mut tx, &subject, "form", now).await?;
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caller_is_an_address_or_half_of_one() {
        assert_eq!(network("192.0.2.7"), "192.0.2.7");
        assert_eq!(network("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), network("2001:db8:1:2:ffff::1"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("unknown"), "unknown");
    }
}
