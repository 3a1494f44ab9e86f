//! Signing in at the municipality's own provider (OpenID Connect): the account that belongs to whom the provider vouches
//! for, with the roles that the provider gives.
//!
//! The settings map the provider's words to roles. A role that the map names is the provider's to give and to take, at
//! each sign-in, on the accounts that it signs in; any other role is the administrator's. A role comes for the whole
//! municipality; an administrator may give it for a department instead and end the wide one, and the provider leaves it
//! so as long as it names the role.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use lods_domain::Moment;
use lods_domain::access::{Assignment, Place, Role};
use lods_domain::audit::Event;
use lods_i18n::Lang;
use lods_identity::{Identity, IdentityError, Provider, ProviderSettings};
use lods_store::users::{self, NewUser, User};
use lods_store::{Tx, sign_ins};
use sha2::{Digest, Sha256};

use super::brake;
use super::sign_in::{self, Keys};
use super::steps::{self, Step, Waiting};
use super::tokens::random_key;
use super::users::{plain_login, write_assignment};
use crate::{App, Error, Result, audit};

/// What has to be agreed with a municipality's provider.
#[derive(Debug, Clone)]
pub struct Agreed {
    pub issuer: String,
    pub client_id: String,
    pub client_secret: Option<String>,
    /// Where the provider sends people back to, as registered there.
    pub redirect: String,
    /// `None` is the usual claim.
    pub roles_claim: Option<String>,
    /// The claim with OIO BPP privileges; `None` is the usual one.
    pub privileges_claim: Option<String>,
    /// The municipality's CVR number: whose privileges count.
    pub cvr: Option<String>,
    /// The provider's name of a role, or the URI of a privilege, and our role.
    pub roles: BTreeMap<String, Role>,
    /// Levels of assurance (`acr`) of which one is asked for; empty is any.
    pub required_acr: Vec<String>,
    /// Asked for besides `openid`; `None` is `profile`.
    pub scopes: Option<Vec<String>>,
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BadProvider {
    #[error(transparent)]
    Settings(#[from] IdentityError),
    #[error("no provider gives the role {}: it belongs to one unit or one person", .0.code())]
    Role(Role),
    #[error("no role can be given: name the provider's roles")]
    NoRoles,
}

/// The municipality's provider. Cheap to clone.
#[derive(Clone)]
pub struct MunicipalProvider(Arc<Inner>);

struct Inner {
    provider: Provider,
    required_acr: Vec<String>,
    /// Every role that it gives and takes.
    gives: BTreeSet<Role>,
}

impl fmt::Debug for MunicipalProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MunicipalProvider").finish_non_exhaustive()
    }
}

impl MunicipalProvider {
    /// Asks the provider nothing yet.
    pub fn new(agreed: Agreed) -> std::result::Result<MunicipalProvider, BadProvider> {
        let personal = |role: &&Role| role.needs_unit() || matches!(role, Role::YoungPerson | Role::NetworkPerson);
        if let Some(role) = agreed.roles.values().find(personal) {
            return Err(BadProvider::Role(*role));
        }
        if agreed.roles.is_empty() {
            return Err(BadProvider::NoRoles);
        }
        let mut settings = ProviderSettings::new(&agreed.issuer, &agreed.client_id, &agreed.redirect);
        settings.client_secret = agreed.client_secret;
        settings.scope = agreed.cvr.map(|cvr| format!("urn:dk:gov:saml:cvrNumberIdentifier:{cvr}"));
        settings.role_names =
            agreed.roles.iter().map(|(theirs, ours)| (theirs.clone(), ours.code().to_owned())).collect();
        settings.roles_claim = agreed.roles_claim.unwrap_or(settings.roles_claim);
        settings.privileges_claim = agreed.privileges_claim.unwrap_or(settings.privileges_claim);
        settings.scopes = agreed.scopes.unwrap_or(settings.scopes);
        let inner = Inner {
            provider: Provider::new(settings)?,
            required_acr: agreed.required_acr,
            gives: agreed.roles.into_values().collect(),
        };
        Ok(MunicipalProvider(Arc::new(inner)))
    }
}

/// Why nobody was signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotIn {
    /// The provider cannot be reached, or does not answer as it should.
    Provider,
    /// The person, or the provider, said no.
    Refused,
    /// The answer does not belong to this browser, or came too late: begin anew.
    Over,
    /// The provider is less sure than is asked for.
    Level,
    /// The provider gives no role that Lods knows.
    NoRole,
    /// The account was closed in Lods.
    Closed,
}

/// A sign-in that has begun: where to send the browser, and the token for the cookie of the step.
#[derive(Debug)]
pub struct Begun {
    pub address: String,
    pub token: String,
}

type Outcome<T> = Result<std::result::Result<T, NotIn>>;

/// Begins a sign-in at the provider. `NotFound` where the municipality has none.
pub async fn begin(app: &App, back: &str, now: Moment) -> Outcome<Begun> {
    let provider = app.provider.as_ref().ok_or(Error::NotFound)?;
    let begun = match provider.0.provider.begin().await {
        Ok(begun) => begun,
        Err(error) => return told(app, error, now).await.map(Err),
    };
    let mut tx = app.db.begin().await?;
    sign_ins::tidy(&mut tx, now, brake::since(now)).await?;
    let step = Step::Provider { pending: begun.pending, back: back.to_owned() };
    let token = steps::keep(&mut tx, None, step, now).await?;
    tx.commit().await?;
    Ok(Ok(Begun { address: begun.url, token }))
}

/// What the provider sent the browser back with.
#[derive(Debug, Default)]
pub struct Answer<'a> {
    pub code: &'a str,
    pub state: &'a str,
    /// In place of a code.
    pub error: &'a str,
}

/// Ends the sign-in that the browser with the step's token began.
pub async fn finish(app: &App, token: &str, answer: &Answer<'_>, now: Moment) -> Outcome<Keys> {
    let provider = app.provider.as_ref().ok_or(Error::NotFound)?;
    let mut tx = app.db.begin().await?;
    let Some(Waiting { step: Step::Provider { pending, back }, .. }) = steps::take(&mut tx, token, now).await? else {
        return Ok(Err(NotIn::Over));
    };
    tx.commit().await?;
    let found = if answer.error.is_empty() {
        provider.0.provider.finish(&pending, answer.code, answer.state, now.epoch()).await
    } else {
        Err(provider.0.provider.refusal(&pending, answer.error, answer.state))
    };
    match found {
        Ok(identity) => sign_in(app, provider, &identity, &back, now).await,
        Err(error) => told(app, error, now).await.map(Err),
    }
}

/// Writes why it went wrong: into the log for whoever set the provider up, and as an event, once a minute. Neither names
/// anybody.
async fn told(app: &App, error: IdentityError, now: Moment) -> Result<NotIn> {
    let why = match error {
        IdentityError::Refused => NotIn::Refused,
        IdentityError::WrongState | IdentityError::BadCode | IdentityError::Expired => NotIn::Over,
        IdentityError::BadSettings(_)
        | IdentityError::Unreachable
        | IdentityError::BadProvider
        | IdentityError::ProviderFailed
        | IdentityError::BadToken(_)
        | IdentityError::BadPrivileges => {
            tracing::warn!(cause = %error, "a sign-in at the municipality's provider failed");
            NotIn::Provider
        }
    };
    let mut tx = app.db.begin().await?;
    brake::provider_failed(&mut tx, now).await?;
    tx.commit().await?;
    Ok(why)
}

async fn sign_in(app: &App, provider: &MunicipalProvider, who: &Identity, back: &str, now: Moment) -> Outcome<Keys> {
    let sure = &provider.0.required_acr;
    let level = sure.is_empty() || who.acr.as_ref().is_some_and(|acr| sure.contains(acr));
    let claimed: BTreeSet<Role> = who.roles.iter().filter_map(|code| Role::from_code(code)).collect();
    let external = format!("{} {}", who.issuer, who.subject);
    // Nobody knows the password of a new account: it has none.
    let nobody = app.hashing.hash(&random_key()?).await?;
    let mut tx = app.db.begin().await?;
    let known = users::by_external(&mut tx, &external).await?;
    let refused = match &known {
        _ if !level => Some((NotIn::Level, "level")),
        Some(user) if user.is_disabled() => Some((NotIn::Closed, "closed")),
        None if claimed.is_empty() => Some((NotIn::NoRole, "no-role")),
        _ => None,
    };
    if let Some((why, reason)) = refused {
        audit(&mut tx, now, None, Event::SignInRefused { reason }).await?;
        tx.commit().await?;
        return Ok(Err(why));
    }
    let user = match known {
        Some(user) => user,
        None => open_account(&mut tx, who, &external, &nobody, now).await?,
    };
    users::set_name(&mut tx, user.id(), &plain_name(&who.name)).await?;
    let roles = align(app, &mut tx, &user, &provider.0.gives, &claimed, now).await?;
    let outcome = if roles == 0 {
        audit(&mut tx, now, None, Event::SignInRefused { reason: "no-role" }).await?;
        Err(NotIn::NoRole)
    } else {
        Ok(Keys { token: sign_in::open(&mut tx, user.id(), now).await?, back: back.to_owned() })
    };
    tx.commit().await?;
    Ok(outcome)
}

/// A name in one line of at most 100 characters.
fn plain_name(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(100).collect::<String>().trim().to_owned()
}

/// The login of a new account: what the subject begins with, and some digits of its hash, which nobody else has.
fn login(external: &str, subject: &str) -> String {
    let start: String =
        plain_login(subject).chars().filter(|c| c.is_alphanumeric() || "-._@".contains(*c)).take(24).collect();
    let digest: String = Sha256::digest(external.as_bytes()).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    format!("{start}~{digest}")
}

async fn open_account(tx: &mut Tx, who: &Identity, external: &str, nobody: &str, now: Moment) -> Result<User> {
    let (login, name) = (login(external, &who.subject), plain_name(&who.name));
    let new = NewUser {
        login: &login,
        name: &name,
        password_hash: nobody,
        mentor: None,
        person: None,
        language: Lang::Da.code(),
    };
    let id = users::insert(tx, &new).await?.ok_or(Error::NotFound)?;
    users::set_external(tx, id, external).await?;
    audit(tx, now, Some(id), Event::UserAdded { user: id }).await?;
    users::by_id(tx, id).await?.ok_or(Error::NotFound)
}

/// Gives the roles that are claimed and not held, and takes those that the provider gives and no longer claims. The
/// user's other sign-ins end where something changed. Gives how many roles are held then.
async fn align(
    app: &App,
    tx: &mut Tx,
    user: &User,
    gives: &BTreeSet<Role>,
    claimed: &BTreeSet<Role>,
    now: Moment,
) -> Result<usize> {
    let today = app.today(now);
    let held = users::assignments(tx, user.id()).await?;
    let mut held: Vec<_> = held.into_iter().filter(|held| held.assignment.is_held_on(today)).collect();
    let by = lods_domain::access::Actor::Operator;
    for gone in held.iter().map(|held| (held.id, held.assignment.role)) {
        let (assignment, role) = gone;
        if gives.contains(&role) && !claimed.contains(&role) {
            users::end_assignment(tx, user.id(), assignment, today.plus_days(-1)).await?;
            audit(tx, now, None, Event::RoleTaken { user: user.id(), role: role.code(), assignment }).await?;
        }
    }
    held.retain(|held| !gives.contains(&held.assignment.role) || claimed.contains(&held.assignment.role));
    let missing: Vec<Role> =
        claimed.iter().filter(|role| !held.iter().any(|held| held.assignment.role == **role)).copied().collect();
    for role in &missing {
        let assignment = Assignment { role: *role, place: Place::Municipality, valid_from: today, valid_to: None };
        write_assignment(tx, &by, user.id(), &assignment, now).await?;
    }
    Ok(held.len() + missing.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreed(roles: &[(&str, Role)]) -> Agreed {
        Agreed {
            issuer: "https://login.example.dk".into(),
            client_id: "lods".into(),
            client_secret: None,
            redirect: "https://lods.example.dk/sign-in/oidc/back".into(),
            roles_claim: None,
            privileges_claim: None,
            cvr: None,
            roles: roles.iter().map(|(theirs, ours)| ((*theirs).into(), *ours)).collect(),
            required_acr: Vec::new(),
            scopes: None,
        }
    }

    #[test]
    fn what_a_provider_may_give() {
        assert!(MunicipalProvider::new(agreed(&[("Leder", Role::Leader)])).is_ok());
        assert!(matches!(MunicipalProvider::new(agreed(&[])), Err(BadProvider::NoRoles)));
        for role in [Role::SupplierCoordinator, Role::YoungPerson] {
            assert!(matches!(MunicipalProvider::new(agreed(&[("x", role)])), Err(BadProvider::Role(_))));
        }
        let open = Agreed { issuer: "http://login.example.dk".into(), ..agreed(&[("Leder", Role::Leader)]) };
        assert!(matches!(MunicipalProvider::new(open), Err(BadProvider::Settings(_))));
    }

    #[test]
    fn a_login_from_a_subject_is_plain_and_nobody_elses() {
        let one = login("https://a.example bo", "Bo <script>\n");
        assert!(one.starts_with("boscript~") && one.len() == 19, "{one}");
        assert_ne!(one, login("https://b.example bo", "Bo <script>\n"));
    }
}
