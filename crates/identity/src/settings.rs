//! What has to be agreed with a provider before anybody can sign in there.

use std::collections::BTreeMap;
use std::fmt;

use openidconnect::url::{Host, Url};

use crate::IdentityError;

/// The claim that most providers give roles in.
pub const ROLES_CLAIM: &str = "roles";

/// The attribute of OIOSAML 3 that holds a list of privileges. Brokers from OIOSAML to OpenID Connect keep the name or
/// shorten it; OIOSAML 2 has `dk:gov:saml:attribute:Privileges_intermediate`.
pub const PRIVILEGES_CLAIM: &str = "https://data.gov.dk/model/core/eid/privilegesIntermediate";

/// One provider, and how its words are read.
#[derive(Clone, PartialEq, Eq)]
pub struct ProviderSettings {
    /// As the provider's own discovery document spells it. `https`, or `http` to this machine.
    pub issuer: String,
    pub client_id: String,
    /// None for a public client: PKCE alone then ties the code to who asked for it.
    pub client_secret: Option<String>,
    /// Where the provider sends people back to, as registered there.
    pub redirect: String,
    /// Asked for besides `openid`. Some providers give roles only with a scope of their own.
    pub scopes: Vec<String>,
    /// The claim with roles: a name, or, when it begins with `/`, a JSON pointer such as `/realm_access/roles`.
    pub roles_claim: String,
    /// The claim with a list of OIO BPP privileges, spelled like `roles_claim`. Read only when `scope` is there.
    pub privileges_claim: String,
    /// The one scope whose privileges count: `urn:dk:gov:saml:cvrNumberIdentifier:` and the municipality's CVR.
    pub scope: Option<String>,
    /// The provider's name of a role, or the URI of a privilege, and our code of a role. Others are passed over.
    pub role_names: BTreeMap<String, String>,
}

impl ProviderSettings {
    /// With the usual claims, the scope `profile`, no secret, and no role that anybody could get.
    pub fn new(issuer: &str, client_id: &str, redirect: &str) -> Self {
        Self {
            issuer: issuer.into(),
            client_id: client_id.into(),
            client_secret: None,
            redirect: redirect.into(),
            scopes: vec!["profile".into()],
            roles_claim: ROLES_CLAIM.into(),
            privileges_claim: PRIVILEGES_CLAIM.into(),
            scope: None,
            role_names: BTreeMap::new(),
        }
    }

    /// Errors: `BadSettings` with the name of the first setting that cannot be used.
    pub(crate) fn check(&self) -> Result<(), IdentityError> {
        let issuer = Url::parse(&self.issuer).ok().filter(|url| is_safe(url, true));
        let redirect = Url::parse(&self.redirect).ok().filter(|url| is_safe(url, true));
        let wrong = [
            ("issuer", issuer.is_none()),
            ("client_id", self.client_id.is_empty()),
            ("client_secret", self.client_secret.as_deref() == Some("")),
            ("redirect", redirect.is_none()),
            ("scope", self.scope.as_deref() == Some("")),
        ];
        wrong.iter().find(|(_, wrong)| *wrong).map_or(Ok(()), |(name, _)| Err(IdentityError::BadSettings(name)))
    }
}

impl fmt::Debug for ProviderSettings {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.debug_struct("ProviderSettings").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// Whether what is said at an address stays between the two: `https`, or, where `local` allows it, `http` to this machine.
pub(crate) fn is_safe(url: &Url, local: bool) -> bool {
    match url.scheme() {
        "https" => url.has_host(),
        "http" => local && is_local(url),
        _ => false,
    }
}

/// Whether an address is this machine's own.
pub(crate) fn is_local(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(issuer: &str) -> ProviderSettings {
        ProviderSettings::new(issuer, "lods", "https://lods.example.dk/sign-in/oidc/back")
    }

    #[test]
    fn http_is_for_this_machine_alone() {
        for good in ["https://login.example.dk", "http://127.0.0.1:4000", "http://localhost:4000", "http://[::1]:4000"]
        {
            assert_eq!(settings(good).check(), Ok(()), "{good}");
        }
        for bad in ["http://login.example.dk", "http://localhost.example.dk", "ftp://127.0.0.1", "login", ""] {
            assert_eq!(settings(bad).check(), Err(IdentityError::BadSettings("issuer")), "{bad}");
        }
    }

    #[test]
    fn each_setting_is_named() {
        let good = settings("https://login.example.dk");
        let checks = [
            (ProviderSettings { client_id: String::new(), ..good.clone() }, "client_id"),
            (ProviderSettings { client_secret: Some(String::new()), ..good.clone() }, "client_secret"),
            (ProviderSettings { redirect: "http://lods.example.dk/back".into(), ..good.clone() }, "redirect"),
            (ProviderSettings { scope: Some(String::new()), ..good }, "scope"),
        ];
        for (settings, name) in checks {
            assert_eq!(settings.check(), Err(IdentityError::BadSettings(name)));
        }
    }

    #[test]
    fn the_secret_is_not_printed() {
        let settings =
            ProviderSettings { client_secret: Some("hemmelig".into()), ..settings("https://login.example.dk") };
        assert_eq!(format!("{settings:?}"), r#"ProviderSettings { issuer: "https://login.example.dk", .. }"#);
    }
}
