//! What an ID token says, once it can be trusted: OpenID Connect Core 1.0, section 3.1.3.7.

use std::collections::BTreeSet;
use std::time::{Duration, UNIX_EPOCH};

use openidconnect::core::{
    CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
};
use openidconnect::{
    AdditionalClaims, ClaimsVerificationError, ClientId, IdToken, IdTokenClaims, IdTokenVerifier, Nonce,
    ProviderMetadataWithLogout, SignatureVerificationError,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{IdentityError, ProviderSettings, TokenFault, privileges};

/// Seconds that the provider's clock and ours may differ.
const LEEWAY: i64 = 60;
/// The end of the year 9999 in seconds since 1970: a time beyond it, the library cannot hold.
const LAST: i64 = 253_402_300_799;

/// Signatures with a key that only the provider has. With HS256, whoever knows our secret could sign.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 3] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
];

pub type Token = IdToken<Claims, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

/// Every claim that OpenID Connect itself gives no meaning to.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Claims(Map<String, Value>);

impl AdditionalClaims for Claims {}

impl Claims {
    /// The texts of a claim: one, or a list of them.
    fn texts<'a>(&'a self, claim: &str) -> Vec<&'a str> {
        match self.value(claim) {
            Some(Value::String(text)) => vec![text],
            Some(Value::Array(values)) => values.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// A claim by its name or, when that begins with `/`, by a JSON pointer (RFC 6901).
    fn value(&self, claim: &str) -> Option<&Value> {
        let Some(path) = claim.strip_prefix('/') else { return self.0.get(claim) };
        let unescaped = |part: &str| part.replace("~1", "/").replace("~0", "~");
        let (first, rest) = path.split_once('/').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let value = self.0.get(&unescaped(first))?;
        rest.map_or(Some(value), |rest| value.pointer(&format!("/{rest}")))
    }
}

/// Somebody as a provider vouches for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    pub issuer: String,
    /// The provider's name of the person, for ever the same and never somebody else's. Unique with `issuer`.
    pub subject: String,
    /// For people to read; the user name, or the subject, when the provider gives no name.
    pub name: String,
    /// Our codes of roles, sorted, each once. Empty when the provider gives none that we know.
    pub roles: Vec<String>,
    /// The session at the provider (`sid`).
    pub session: Option<String>,
    /// How the person proved who they are (`amr`, RFC 8176), separated by spaces.
    pub amr: Option<String>,
    /// How sure the provider is (`acr`); in Denmark a level of NSIS.
    pub acr: Option<String>,
}

/// What a token is held against.
pub struct Check<'a> {
    pub settings: &'a ProviderSettings,
    pub nonce: &'a str,
    /// Seconds since 1970.
    pub now: i64,
}

impl Check<'_> {
    /// Errors: `Expired`, `BadToken`, `BadPrivileges`.
    pub fn identity(&self, token: &Token, known: &ProviderMetadataWithLogout) -> Result<Identity, IdentityError> {
        let nonce = Nonce::new(self.nonce.into());
        let claims = token.claims(&self.verifier(known), &nonce).map_err(|error| fault(&error))?;
        // Apart from the verifier, whose word for it would be that the token has expired.
        if claims.issue_time().timestamp() > self.now.saturating_add(LEEWAY) {
            return Err(IdentityError::BadToken(TokenFault::IssuedAhead));
        }
        let ours = |party: &ClientId| party.as_str() == self.settings.client_id;
        if !claims.authorized_party().is_none_or(ours) {
            return Err(IdentityError::BadToken(TokenFault::Audience));
        }
        let said = claims.additional_claims();
        Ok(Identity {
            issuer: claims.issuer().to_string(),
            subject: claims.subject().to_string(),
            name: name(claims),
            roles: self.roles(said)?,
            session: said.texts("sid").first().map(|session| (*session).into()),
            amr: claims
                .auth_method_refs()
                .map(|ways| ways.iter().map(|way| way.as_str()).collect::<Vec<_>>().join(" ")),
            acr: claims.auth_context_ref().map(|level| level.to_string()),
        })
    }

    /// Issuer, audience, kind of signature, signature and end of time. No secret: it is no key to sign with here.
    fn verifier(&self, known: &ProviderMetadataWithLogout) -> IdTokenVerifier<'static, CoreJsonWebKey> {
        let client = ClientId::new(self.settings.client_id.clone());
        let soonest = u64::try_from(self.now.saturating_sub(LEEWAY).min(LAST)).unwrap_or(0);
        let soonest = UNIX_EPOCH + Duration::from_secs(soonest);
        IdTokenVerifier::new_public_client(client, known.issuer().clone(), known.jwks().clone())
            .set_allowed_algs(ALGORITHMS)
            .set_time_fn(move || soonest.into())
    }

    /// Roles by name, and by privileges of our municipality.
    fn roles(&self, said: &Claims) -> Result<Vec<String>, IdentityError> {
        let names = &self.settings.role_names;
        let mut roles: BTreeSet<&str> = BTreeSet::new();
        let named = said.texts(&self.settings.roles_claim);
        roles.extend(named.iter().filter_map(|name| names.get(*name)).map(String::as_str));
        if let Some(scope) = &self.settings.scope {
            for list in said.texts(&self.settings.privileges_claim) {
                let privileges = privileges::read(list).map_err(|_| IdentityError::BadPrivileges)?;
                roles.extend(privileges::roles(&privileges, scope, names));
            }
        }
        Ok(roles.into_iter().map(Into::into).collect())
    }
}

fn name(claims: &IdTokenClaims<Claims, CoreGenderClaim>) -> String {
    let full = claims.name().and_then(|name| name.get(None)).map(|name| name.trim());
    let user = claims.preferred_username().map(|name| name.trim());
    let names = full.into_iter().chain(user);
    names.into_iter().find(|name| !name.is_empty()).unwrap_or(claims.subject().as_str()).into()
}

fn fault(error: &ClaimsVerificationError) -> IdentityError {
    use ClaimsVerificationError as E;
    use SignatureVerificationError as S;
    let fault = match error {
        E::Expired(_) => return IdentityError::Expired,
        E::InvalidIssuer(_) => TokenFault::Issuer,
        E::InvalidAudience(_) => TokenFault::Audience,
        E::InvalidNonce(_) => TokenFault::Nonce,
        E::SignatureVerification(S::DisallowedAlg(_) | S::UnsupportedAlg(_) | S::NoSignature) => TokenFault::Algorithm,
        E::SignatureVerification(S::NoMatchingKey | S::AmbiguousKeyId(_)) => TokenFault::Key,
        E::SignatureVerification(_) => TokenFault::Signature,
        _ => TokenFault::Unreadable,
    };
    IdentityError::BadToken(fault)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;

    fn settings() -> ProviderSettings {
        let names = [("Mentor-Sagsbehandler", "caseworker"), ("urn:lods:leder", "leader")];
        ProviderSettings {
            role_names: BTreeMap::from(names.map(|(theirs, ours)| (theirs.into(), ours.into()))),
            ..ProviderSettings::new("https://login.example.dk", "lods", "https://lods.example.dk/back")
        }
    }

    fn roles(settings: &ProviderSettings, said: Value) -> Result<Vec<String>, IdentityError> {
        let said = serde_json::from_value(said).unwrap();
        Check { settings, nonce: "", now: 0 }.roles(&said)
    }

    #[test]
    fn roles_are_ours_sorted_and_once() {
        let said = json!({"roles": ["urn:lods:leder", "Mentor-Sagsbehandler", "urn:lods:leder", "Fremmed", 7]});
        assert_eq!(roles(&settings(), said).unwrap(), ["caseworker", "leader"]);
        assert_eq!(roles(&settings(), json!({"roles": "urn:lods:leder"})).unwrap(), ["leader"]);
        assert_eq!(roles(&settings(), json!({})).unwrap(), Vec::<String>::new());
        assert_eq!(roles(&settings(), json!({"roles": {"urn:lods:leder": true}})).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_claim_may_lie_deeper() {
        let nested = ProviderSettings { roles_claim: "/realm_access/roles".into(), ..settings() };
        let said = json!({"realm_access": {"roles": ["urn:lods:leder"]}, "roles": ["Mentor-Sagsbehandler"]});
        assert_eq!(roles(&nested, said).unwrap(), ["leader"]);
        let address = ProviderSettings { roles_claim: "https://example.dk/roles".into(), ..settings() };
        assert_eq!(roles(&address, json!({"https://example.dk/roles": ["urn:lods:leder"]})).unwrap(), ["leader"]);
        let escaped = ProviderSettings { roles_claim: "/a~1b".into(), ..settings() };
        assert_eq!(roles(&escaped, json!({"a/b": ["urn:lods:leder"]})).unwrap(), ["leader"]);
    }

    #[test]
    fn privileges_are_read_only_with_a_scope() {
        let said = json!({PRIVILEGES: "no privileges at all"});
        assert_eq!(roles(&settings(), said.clone()).unwrap(), Vec::<String>::new());
        let scoped =
            ProviderSettings { scope: Some("urn:dk:gov:saml:cvrNumberIdentifier:12345678".into()), ..settings() };
        assert_eq!(roles(&scoped, said), Err(IdentityError::BadPrivileges));
    }

    const PRIVILEGES: &str = crate::PRIVILEGES_CLAIM;
}
