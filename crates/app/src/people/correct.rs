//! Correction of what is recorded of a citizen, and restriction of its use (GDPR articles 16 and 18). What stood is kept.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Fields, What};
use lods_domain::audit::Event;
use lods_domain::ids::{PersonId, UserId};
use lods_domain::people::{Correctable, CorrectionFault};
use lods_i18n::{fold, sort_key};
use lods_store::corrections::{self, Correction};
use lods_store::personal::{self, Asked};
use lods_store::{Reading, Tx};

use crate::{App, Error, Result, audit, found};

/// Opens a change of the person, if the actor may correct them: with who they are, and who corrects.
async fn of(app: &App, actor: &Actor, person: PersonId, now: Moment) -> Result<(Reading, UserId)> {
    let reach = app.allow(actor, Action::Correct, What::Correction, now).await?;
    // Who corrected is part of the record: the operator has a user for it, as everybody has.
    let user = actor.user().ok_or(Error::NotFound)?;
    let tx = app.changing(actor, now).await?;
    let asked = Asked { person, reach: &reach, fields: Fields::NONE };
    let mut tx = tx;
    let shown = personal::person(&mut tx, asked, What::Correction).await?;
    let (tx, _) = found(tx, shown).await?;
    Ok((tx, user))
}

/// A correction as it is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    pub field: Correctable,
    pub value: &'a str,
    pub reason: &'a str,
}

/// Corrects a field. The name's forms for search and order follow.
pub async fn correct(
    app: &App,
    actor: &Actor,
    person: PersonId,
    asking: Asking<'_>,
    now: Moment,
) -> Result<std::result::Result<(), CorrectionFault>> {
    let (mut tx, user) = of(app, actor, person, now).await?;
    let Asking { field, value, reason } = asking;
    let stood = corrections::stands(&mut tx, person, field).await?.ok_or(Error::NotFound)?;
    let becomes = value.replace('\r', "");
    let (becomes, reason) = (becomes.trim(), reason.trim());
    if let Err(fault) = field.check(&stood, becomes, reason) {
        return Ok(Err(fault));
    }
    corrections::write(&mut tx, Correction { person, field, stood: &stood, becomes, reason }, user, now).await?;
    if matches!(field, Correctable::GivenName | Correctable::FamilyName) {
        follow_name(&mut tx, person).await?;
    }
    audit(&mut tx, now, Some(user), Event::Corrected { person, field: field.code() }).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

async fn follow_name(tx: &mut Tx, person: PersonId) -> Result<()> {
    let (given, family) = corrections::name(tx, person).await?;
    // As the import makes them: searched by given and family name, sorted by family name.
    let search = fold(format!("{given} {family}").trim());
    Ok(corrections::set_search(tx, person, search, sort_key(&format!("{family} {given}"))).await?)
}

/// Restricts the use of what is held about the person, or lifts it. `false` when it was so already.
pub async fn restrict(app: &App, actor: &Actor, person: PersonId, restricted: bool, now: Moment) -> Result<bool> {
    let (mut tx, user) = of(app, actor, person, now).await?;
    let since = restricted.then(|| app.today(now));
    let changed = corrections::restrict(&mut tx, person, since).await?;
    if changed {
        audit(&mut tx, now, Some(user), Event::Restricted { person, restricted }).await?;
    }
    tx.commit().await?;
    Ok(changed)
}
