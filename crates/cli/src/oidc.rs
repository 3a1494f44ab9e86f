//! The provider that a municipality's staff sign in at, as `serve --hosts` and `serve --oidc` read it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use lods_app::access::provider::{Agreed, MunicipalProvider};
use lods_domain::access::Role;
use lods_domain::cvr::Cvr;
use serde::Deserialize;

use crate::failure::Failure;

/// Where the provider sends people back to, on the municipality's host.
const BACK: &str = "/sign-in/oidc/back";

/// The table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Oidc {
    issuer: String,
    client_id: String,
    /// The secret stands in a file or in the environment, and never here.
    client_secret_file: Option<PathBuf>,
    client_secret_env: Option<String>,
    /// As registered at the provider; `https://HOST/sign-in/oidc/back` when not given.
    redirect: Option<String>,
    roles_claim: Option<String>,
    privileges_claim: Option<String>,
    /// The municipality's CVR number: whose privileges count (OIO BPP).
    cvr: Option<String>,
    scopes: Option<Vec<String>>,
    /// Levels of assurance of which one is asked for.
    #[serde(default)]
    required_acr: Vec<String>,
    /// The provider's name of a role, or the URI of a privilege, and the role in Lods.
    roles: BTreeMap<String, String>,
}

/// The provider of the table in a file of its own.
pub fn read(file: &Path) -> Result<MunicipalProvider, Failure> {
    let wrong = |error: &dyn std::fmt::Display| Failure::Input(format!("{}: {error}", file.display()));
    let text = std::fs::read_to_string(file).map_err(|error| wrong(&error))?;
    let oidc: Oidc = toml::from_str(&text).map_err(|error| wrong(&error))?;
    oidc.provider(None).map_err(|error| wrong(&error))
}

impl Oidc {
    /// The provider, for the host where it is known. Errors say which entry is wrong, and nothing of the secret.
    pub fn provider(self, host: Option<&str>) -> Result<MunicipalProvider, String> {
        let redirect = match (self.redirect.clone(), host) {
            (Some(redirect), _) => redirect,
            (None, Some(host)) => format!("https://{host}{BACK}"),
            (None, None) => return Err(format!("redirect is missing: https://HOST{BACK}")),
        };
        let roles = self.roles.iter().map(|(theirs, ours)| {
            let role = Role::from_code(ours).ok_or_else(|| format!("roles: there is no role '{ours}'"))?;
            Ok((theirs.clone(), role))
        });
        let roles: BTreeMap<String, Role> = roles.collect::<Result<_, String>>()?;
        let cvr = self.cvr.as_deref().map(str::parse::<Cvr>).transpose().map_err(|error| format!("cvr: {error}"))?;
        let agreed = Agreed {
            client_secret: self.secret()?,
            issuer: self.issuer,
            client_id: self.client_id,
            redirect,
            roles_claim: self.roles_claim,
            privileges_claim: self.privileges_claim,
            cvr: cvr.map(|cvr| cvr.to_string()),
            roles,
            required_acr: self.required_acr,
            scopes: self.scopes,
        };
        MunicipalProvider::new(agreed).map_err(|error| error.to_string())
    }

    fn secret(&self) -> Result<Option<String>, String> {
        match (&self.client_secret_file, &self.client_secret_env) {
            (Some(_), Some(_)) => Err("client_secret_file or client_secret_env, not both".to_owned()),
            (Some(file), None) => {
                let text = std::fs::read_to_string(file);
                let text = text.map_err(|error| format!("client_secret_file: {}: {error}", file.display()))?;
                Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()))
            }
            (None, Some(name)) => {
                std::env::var(name).map(Some).map_err(|_| format!("client_secret_env: {name} is not set"))
            }
            (None, None) => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "issuer = 'https://login.example.dk'\nclient_id = 'lods'\ncvr = '12345678'\n";

    fn provider(rest: &str, host: Option<&str>) -> Result<MunicipalProvider, String> {
        toml::from_str::<Oidc>(&format!("{TABLE}{rest}")).map_err(|error| error.to_string())?.provider(host)
    }

    #[test]
    fn a_table_is_read_and_what_is_wrong_is_named() {
        let roles = "[roles]\n'Mentor-Leder' = 'leader'\n";
        assert!(provider(roles, Some("lods.example.dk")).is_ok());
        assert!(provider(roles, None).unwrap_err().starts_with("redirect is missing"));
        assert!(provider("", Some("lods.example.dk")).unwrap_err().contains("roles"));
        assert!(provider("[roles]\nx = 'king'\n", Some("h")).unwrap_err().contains("no role 'king'"));
        assert!(provider("[roles]\nx = 'young-person'\n", Some("h")).unwrap_err().contains("young-person"));
        let secret = "client_secret = 'in the open'\n";
        assert!(provider(&format!("{secret}{roles}"), Some("h")).unwrap_err().contains("client_secret"));
        assert!(provider(&format!("client_secret_env = 'LODS_NOT_SET'\n{roles}"), Some("h")).is_err());
    }
}
