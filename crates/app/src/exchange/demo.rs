//! The demonstration: whether a database is still empty, and giving it a name that says what it is.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Role, What};
use lods_domain::audit::Event;
use lods_domain::units::UnitKind;
use lods_store::{municipality, units};

use crate::{App, Result, audit};

/// Whether the database has no municipality yet.
pub async fn is_empty(app: &App) -> Result<bool> {
    let mut tx = app.db.read().await?;
    let known = municipality::get(&mut tx).await?;
    tx.commit().await?;
    Ok(known.is_none())
}

/// Makes the database a demonstration with the name.
pub async fn name(app: &App, actor: &Actor, name: &str, now: Moment) -> Result<()> {
    app.allow(actor, Action::Import, What::Settings, now).await?;
    let mut tx = app.db.begin().await?;
    municipality::set(&mut tx, None, name, true).await?;
    audit(&mut tx, now, actor.user(), Event::MunicipalityNamed { code: String::new() }).await?;
    Ok(tx.commit().await?)
}

/// The name of the first unit of the kind, where there is one.
pub async fn first_unit(app: &App, kind: UnitKind) -> Result<Option<String>> {
    let mut tx = app.db.read().await?;
    let units = units::all(&mut tx).await?;
    tx.commit().await?;
    Ok(units.into_iter().find(|unit| unit.kind == kind).map(|unit| unit.name))
}

/// The one password of a demonstration's accounts.
pub const PASSWORD: &str = lods_exchange::demo::PASSWORD;

pub use lods_exchange::demo::{NETWORK, YOUNG};

/// The demonstration's accounts: login and role.
#[must_use]
pub fn accounts() -> Vec<(&'static str, Role)> {
    lods_exchange::demo::USERS.iter().map(|user| (user.login, user.role)).collect()
}

/// The demonstration's municipalities: the key of the host name, and the name.
#[must_use]
pub fn municipalities() -> Vec<(&'static str, &'static str)> {
    lods_exchange::demo::MUNICIPALITIES.iter().map(|municipality| (municipality.key, municipality.name)).collect()
}
