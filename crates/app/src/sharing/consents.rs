//! A caseworker records a consent that the citizen gave, and withdraws it: withdrawal works at once.

use lods_domain::access::{Action, Actor};
use lods_domain::audit::Event;
use lods_domain::ids::CourseId;
use lods_domain::sharing::{NewConsent, SharingFault};
use lods_domain::{Day, Moment};
use lods_store::sharing::{self, KeptConsent};

use super::begin;
use crate::{App, Error, Result, audit};

/// What came of recording a consent.
#[derive(Debug, PartialEq, Eq)]
pub enum Given {
    /// It is on record; or it was already, word for word: sent twice is one consent.
    Done,
    Faults(Vec<SharingFault>),
    /// There is another one of that day to that recipient; here it is, and it stays as it is.
    Taken(KeptConsent),
}

/// Records a consent of the course's citizen.
pub async fn give(app: &App, actor: &Actor, course: CourseId, new: NewConsent, now: Moment) -> Result<Given> {
    let (mut tx, shown) = begin(app, actor, Action::KeepConsents, course, now).await?;
    let new = match new.check(app.today(now)) {
        Ok(new) => new,
        Err(faults) => return Ok(Given::Faults(faults)),
    };
    let person = shown.person();
    if !sharing::give(&mut tx, person, &new).await? {
        let all = sharing::consents_of(&mut tx, shown.by(), person, Some(course)).await?;
        tx.commit().await?;
        let same_key =
            |kept: &KeptConsent| kept.consent.given_on == new.given_on && kept.consent.recipient == new.recipient;
        let there = all.into_iter().find(same_key).ok_or(Error::NotFound)?;
        return Ok(if there.is(&new) { Given::Done } else { Given::Taken(there) });
    }
    audit(&mut tx, now, actor.user(), Event::ConsentGiven { person, given_on: new.given_on }).await?;
    tx.commit().await?;
    Ok(Given::Done)
}

/// Withdraws the consent of the day to the recipient, from today on. `false` when none stands: then nothing changes.
pub async fn withdraw(
    app: &App,
    actor: &Actor,
    course: CourseId,
    (given_on, recipient): (Day, &str),
    now: Moment,
) -> Result<bool> {
    let (mut tx, shown) = begin(app, actor, Action::KeepConsents, course, now).await?;
    let person = shown.person();
    let done = sharing::withdraw(&mut tx, person, given_on, recipient, app.today(now)).await?;
    if done {
        audit(&mut tx, now, actor.user(), Event::ConsentWithdrawn { person, given_on }).await?;
    }
    tx.commit().await?;
    Ok(done)
}
