//! Sharing outside the own department: with a valid consent or a named legal basis, and never without.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, What};
use lods_domain::audit::Event;
use lods_domain::ids::CourseId;
use lods_domain::sharing::{Consent, Ground, Kind, NewDisclosure, SharingFault, ground};
use lods_store::sharing::{self, RecordedDisclosure};

use super::begin_as_user;
use crate::{App, Error, Result, audit};

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub enum Shared {
    /// It is written down, on this ground; or it was already: sent twice is one disclosure.
    Done(Ground),
    Faults(Vec<SharingFault>),
    /// Neither a consent nor a legal basis covers it; the refusal is written to the access log.
    NoGround(Missing),
    /// Something else was sent with this form before; it stays as it is, and nothing is written.
    FormUsed,
    /// Processing of the citizen's data is restricted: what is on record is kept, and shared with nobody.
    Restricted,
}

/// What is missing for sharing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// No consent names the recipient.
    Consent,
    /// Consents name the recipient, and all of them are withdrawn, have run out, or are not given yet.
    ValidConsent,
    /// Valid consents name the recipient; these kinds are not in the one that lacks fewest.
    Kinds(Vec<Kind>),
}

/// Writes down that something is shared. `key` is the form's own.
pub async fn disclose(
    app: &App,
    actor: &Actor,
    course: CourseId,
    key: &str,
    new: NewDisclosure,
    now: Moment,
) -> Result<Shared> {
    let (mut tx, shown, user) = begin_as_user(app, actor, Action::Disclose, course, now).await?;
    let mut new = match new.check() {
        Ok(new) => new,
        Err(faults) => return Ok(Shared::Faults(faults)),
    };
    let (person, today) = (shown.person(), app.today(now));
    if shown.is_restricted() {
        tx.refused(What::Consents, Some(person), Some(course));
        tx.commit().await?;
        return Ok(Shared::Restricted);
    }
    let consents = sharing::consents_of(&mut tx, shown.by(), person, Some(course)).await?;
    let consents: Vec<Consent> = consents.into_iter().map(|kept| kept.consent).collect();
    let Ok(ground) = ground(&consents, &new.recipient, &new.kinds, &new.legal_basis, today) else {
        tx.refused(What::Consents, Some(person), Some(course));
        tx.commit().await?;
        return Ok(Shared::NoGround(missing(&consents, &new, today)));
    };
    if let Ground::Consent { given_on } = &ground {
        // The consent's own spelling, so that the two are found together.
        let named =
            consents.iter().find(|one| one.given_on == *given_on && one.covers(&new.recipient, &new.kinds, today));
        new.recipient = named.map_or(new.recipient, |one| one.recipient.clone());
    }
    let written = RecordedDisclosure { key, course, person, at: now, by: user, what: &new, ground: &ground };
    let Some(disclosure) = sharing::record(&mut tx, &written).await? else {
        let there = sharing::disclosure_with_key(&mut tx, shown.by(), (person, course), key).await?;
        tx.commit().await?;
        let same = there.is_some_and(|there| {
            (there.recipient, there.kinds, there.purpose) == (new.recipient, new.kinds, new.purpose)
                && there.ground == ground
        });
        return Ok(if same { Shared::Done(ground) } else { Shared::FormUsed });
    };
    audit(&mut tx, now, Some(user), Event::Disclosed { disclosure, course }).await?;
    tx.commit().await?;
    Ok(Shared::Done(ground))
}

fn missing(consents: &[Consent], new: &NewDisclosure, today: lods_domain::Day) -> Missing {
    // A consent covers no kinds at all whenever it is valid and names the recipient.
    let mut valid = consents.iter().filter(|one| one.covers(&new.recipient, &[], today)).peekable();
    if valid.peek().is_some() {
        let lacking = |one: &Consent| new.kinds.iter().copied().filter(|kind| !one.kinds.contains(kind)).collect();
        return Missing::Kinds(valid.map(lacking).min_by_key(Vec::len).unwrap_or_default());
    }
    let named = consents.iter().any(|one| one.covers(&new.recipient, &[], one.given_on));
    if named { Missing::ValidConsent } else { Missing::Consent }
}

/// A key for a form that is shown for the first time.
pub fn form_key() -> std::result::Result<String, Error> {
    crate::access::tokens::random_key()
}
