//! The two steps of a sign-in at an OpenID provider (authorization code with PKCE), and the way out.

use std::fmt;

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClientAuthMethod, CoreErrorResponseType,
    CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreRequestTokenError,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AuthType, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IdTokenFields, IssuerUrl, LogoutRequest, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    PostLogoutRedirectUrl, ProviderMetadataWithLogout, RedirectUrl, Scope, StandardErrorResponse,
    StandardTokenResponse, TokenResponse,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::cache::Cache;
use crate::http::{Http, NoAnswer};
use crate::settings::is_local;
use crate::token::{self, Claims, Token};
use crate::{Identity, IdentityError, ProviderSettings, TokenFault};

type Answer = StandardTokenResponse<
    IdTokenFields<
        Claims,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

/// A client that knows where to send people, and perhaps where to exchange codes.
type Party = Client<
    Claims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Answer,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// A provider that people sign in at. Keeps what the provider says of itself; shared by all sign-ins.
pub struct Provider {
    settings: ProviderSettings,
    redirect: RedirectUrl,
    http: Http,
    cache: Cache,
}

/// A sign-in that has begun: send the browser to `url`, and keep `pending` until it is back.
#[derive(Debug)]
pub struct Begun {
    pub url: String,
    pub pending: Pending,
}

/// What ties the provider's answer to the browser that asked. To be kept out of the browser's reach or sealed, bound to
/// that one browser, used once, and dropped after some minutes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    state: String,
    nonce: String,
    verifier: String,
}

impl Pending {
    /// What the provider sends back as `state`. Not secret once the browser is back.
    pub fn state(&self) -> &str {
        &self.state
    }

    /// Errors: `WrongState`. Takes the same time wherever the two differ.
    fn check(&self, state: &str) -> Result<(), IdentityError> {
        let same = Sha256::digest(self.state.as_bytes()) == Sha256::digest(state.as_bytes());
        if same { Ok(()) } else { Err(IdentityError::WrongState) }
    }
}

impl fmt::Debug for Pending {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.debug_struct("Pending").finish_non_exhaustive()
    }
}

impl Provider {
    /// Asks the provider nothing yet. Errors: `BadSettings`.
    pub fn new(settings: ProviderSettings) -> Result<Self, IdentityError> {
        settings.check()?;
        let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(|_| IdentityError::BadSettings("issuer"))?;
        let redirect =
            RedirectUrl::new(settings.redirect.clone()).map_err(|_| IdentityError::BadSettings("redirect"))?;
        let local = is_local(issuer.url()) && issuer.url().scheme() == "http";
        Ok(Self { redirect, http: Http::new(local), cache: Cache::new(issuer, local), settings })
    }

    /// The first step. Errors: `Unreachable`, `BadProvider`.
    pub async fn begin(&self) -> Result<Begun, IdentityError> {
        let party = self.party(&*self.cache.get(&self.http).await?);
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (url, state, nonce) = party
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, CsrfToken::new_random, Nonce::new_random)
            .add_scopes(self.settings.scopes.iter().cloned().map(Scope::new))
            .set_pkce_challenge(challenge)
            .url();
        let pending =
            Pending { state: state.into_secret(), nonce: nonce.secret().clone(), verifier: verifier.into_secret() };
        Ok(Begun { url: url.into(), pending })
    }

    /// The second step, with the `code` and `state` that the provider sent the browser back with.
    ///
    /// `now` is in seconds since 1970; a token may be 60 seconds off. Any error ends the sign-in: `pending` is used up.
    pub async fn finish(
        &self,
        pending: &Pending,
        code: &str,
        state: &str,
        now: i64,
    ) -> Result<Identity, IdentityError> {
        pending.check(state)?;
        let known = self.cache.current(&self.http, now).await?;
        let token = self.exchange(&known, pending, code).await?;
        let check = token::Check { settings: &self.settings, nonce: &pending.nonce, now };
        match check.identity(&token, &known) {
            Err(IdentityError::BadToken(TokenFault::Key)) => {
                let newer = self.cache.newer(&known, &self.http, now).await;
                check.identity(&token, newer.as_ref().ok_or(IdentityError::BadToken(TokenFault::Key))?)
            }
            checked => checked,
        }
    }

    /// What the second step comes to when the provider sent the browser back with an `error` in place of a `code`.
    pub fn refusal(&self, pending: &Pending, error: &str, state: &str) -> IdentityError {
        match (pending.check(state), error) {
            (Err(wrong), _) => wrong,
            // OpenID Connect Core 3.1.2.6 and RFC 6749 4.1.2.1.
            (Ok(()), "access_denied" | "login_required" | "interaction_required" | "consent_required") => {
                IdentityError::Refused
            }
            (Ok(()), _) => IdentityError::ProviderFailed,
        }
    }

    /// Where to send the browser so that the session at the provider ends too; it comes back to `back`, an address that
    /// is registered there. None when the provider offers no such page or gives no answer.
    pub async fn end_session_url(&self, back: &str) -> Option<String> {
        let known = self.cache.get(&self.http).await.ok()?;
        let end = known.additional_metadata().end_session_endpoint.clone()?;
        let request = LogoutRequest::from(end)
            .set_client_id(ClientId::new(self.settings.client_id.clone()))
            .set_post_logout_redirect_uri(PostLogoutRedirectUrl::new(back.into()).ok()?);
        Some(request.http_get_url().into())
    }

    async fn exchange(
        &self,
        known: &ProviderMetadataWithLogout,
        pending: &Pending,
        code: &str,
    ) -> Result<Token, IdentityError> {
        let party = self.party(known);
        let request =
            party.exchange_code(AuthorizationCode::new(code.into())).map_err(|_| IdentityError::BadProvider)?;
        let answer = request
            .set_pkce_verifier(PkceCodeVerifier::new(pending.verifier.clone()))
            .request_async(&self.http)
            .await
            .map_err(|error| fault(&error))?;
        answer.id_token().cloned().ok_or(IdentityError::BadToken(TokenFault::Unreadable))
    }

    fn party(&self, known: &ProviderMetadataWithLogout) -> Party {
        let secret = self.settings.client_secret.clone().map(ClientSecret::new);
        let party =
            Party::from_provider_metadata(known.clone(), ClientId::new(self.settings.client_id.clone()), secret);
        party.set_redirect_uri(self.redirect.clone()).set_auth_type(secret_goes(known))
    }
}

/// Where the provider looks for our secret: the header, unless it names the body and not the header.
fn secret_goes(known: &ProviderMetadataWithLogout) -> AuthType {
    let ways = known.token_endpoint_auth_methods_supported();
    let takes = |way| ways.is_some_and(|ways| ways.contains(&way));
    if takes(CoreClientAuthMethod::ClientSecretPost) && !takes(CoreClientAuthMethod::ClientSecretBasic) {
        AuthType::RequestBody
    } else {
        AuthType::BasicAuth
    }
}

fn fault(error: &CoreRequestTokenError<NoAnswer>) -> IdentityError {
    use openidconnect::RequestTokenError as E;
    match error {
        E::Request(NoAnswer) => IdentityError::Unreachable,
        E::ServerResponse(said) if *said.error() == CoreErrorResponseType::InvalidGrant => IdentityError::BadCode,
        E::ServerResponse(said) if *said.error() == CoreErrorResponseType::InvalidClient => {
            IdentityError::BadSettings("client_secret")
        }
        E::ServerResponse(_) => IdentityError::ProviderFailed,
        // What is no token is answered like what is none at all.
        E::Parse(..) | E::Other(_) => IdentityError::BadToken(TokenFault::Unreadable),
    }
}
