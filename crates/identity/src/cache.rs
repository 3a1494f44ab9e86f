//! What a provider says of itself: addresses and keys, asked for once and kept.

use std::sync::{Arc, PoisonError, RwLock};

use openidconnect::url::Url;
use openidconnect::{DiscoveryError, IssuerUrl, ProviderMetadataWithLogout};
use tokio::sync::Mutex;

use crate::IdentityError;
use crate::http::{Http, NoAnswer};
use crate::settings::is_safe;

/// Seconds between two looks for a key that a token names and nobody knows: whoever makes up tokens cannot make us ask
/// the provider each time.
const PAUSE: i64 = 60;
/// Seconds after which what is known is asked for again, so that a key the provider took back is not trusted for long.
const LIFE: i64 = 3600;

/// Addresses and keys of a provider.
pub type Known = Arc<ProviderMetadataWithLogout>;

pub struct Cache {
    issuer: IssuerUrl,
    local: bool,
    known: RwLock<Option<Known>>,
    /// When it was last asked for at a known time, in seconds since 1970. Held while asking: others wait for the answer.
    asked: Mutex<Option<i64>>,
}

impl Cache {
    pub fn new(issuer: IssuerUrl, local: bool) -> Self {
        Self { issuer, local, known: RwLock::new(None), asked: Mutex::new(None) }
    }

    /// What is known, asked for when nothing is. Failures are not kept.
    pub async fn get(&self, http: &Http) -> Result<Known, IdentityError> {
        match self.kept() {
            Some(known) => Ok(known),
            None => self.ask(http).await,
        }
    }

    /// Like `get`, and asks again for what is older than an hour. An old answer is better than none.
    pub async fn current(&self, http: &Http, now: i64) -> Result<Known, IdentityError> {
        let known = self.get(http).await?;
        let mut asked = self.asked.lock().await;
        match *asked {
            None => *asked = Some(now.saturating_sub(PAUSE)),
            Some(then) if now.saturating_sub(then) >= LIFE => {
                *asked = Some(now);
                return Ok(self.ask(http).await.unwrap_or(known));
            }
            Some(_) => {}
        }
        Ok(known)
    }

    /// Asks again because `old` lacks a key. None when that was done less than a minute ago, or brings nothing.
    pub async fn newer(&self, old: &Known, http: &Http, now: i64) -> Option<Known> {
        let mut asked = self.asked.lock().await;
        let kept = self.kept().filter(|kept| !Arc::ptr_eq(kept, old));
        if kept.is_some() {
            return kept;
        }
        if asked.is_some_and(|then| now.saturating_sub(then) < PAUSE) {
            return None;
        }
        *asked = Some(now);
        self.ask(http).await.ok()
    }

    fn kept(&self) -> Option<Known> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    async fn ask(&self, http: &Http) -> Result<Known, IdentityError> {
        let asked = ProviderMetadataWithLogout::discover_async(self.issuer.clone(), http).await.map_err(fault)?;
        if !addresses(&asked).all(|address| is_safe(address, self.local)) {
            return Err(IdentityError::BadProvider);
        }
        let known = Arc::new(asked);
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Some(known.clone());
        Ok(known)
    }
}

/// The addresses that a browser or we are going to be sent to.
fn addresses(known: &ProviderMetadataWithLogout) -> impl Iterator<Item = &Url> {
    let end = known.additional_metadata().end_session_endpoint.as_ref().map(|end| end.url());
    let token = known.token_endpoint().map(|token| token.url());
    [known.authorization_endpoint().url(), known.jwks_uri().url()].into_iter().chain(end).chain(token)
}

fn fault(error: DiscoveryError<NoAnswer>) -> IdentityError {
    match error {
        DiscoveryError::Request(NoAnswer) => IdentityError::Unreachable,
        _ => IdentityError::BadProvider,
    }
}
