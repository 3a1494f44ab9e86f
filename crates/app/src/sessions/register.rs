//! A mentor, caseworker or coordinator registers a session.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, What};
use lods_domain::audit::Event;
use lods_domain::ids::{CourseId, MentorId};
use lods_domain::sessions::{Session, SessionFault};
use lods_store::courses::Shown;
use lods_store::{Reading, courses, facts, sessions};

use crate::courses::rollups;
use crate::{App, Error, Result, audit, found};

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub enum Registered {
    /// It is written; or it was already, word for word: sent twice is one session.
    Done,
    Fault(SessionFault),
    /// The course has no mentor to register for.
    NoMentor,
    /// The mentor has another session at that moment; here it is, and it stays as it is.
    Taken(Session),
}

/// The course that a session is to be registered on, if the actor may.
pub async fn of_course(app: &App, actor: &Actor, course: CourseId, now: Moment) -> Result<Shown> {
    let reach = app.allow(actor, Action::RegisterSession, What::Session, now).await?;
    let mut reading = app.reading(actor, now).await?;
    let shown = courses::get(&mut reading, &reach, course, What::Session).await?;
    let (reading, shown) = found(reading, shown).await?;
    reading.commit().await?;
    Ok(shown)
}

/// Registers a session of the course's mentor.
pub async fn register(app: &App, actor: &Actor, course: CourseId, session: Session, now: Moment) -> Result<Registered> {
    let reach = app.allow(actor, Action::RegisterSession, What::Session, now).await?;
    let today = app.today(now);
    let day = app.clock.day(session.started_at);
    let mut tx = app.changing(actor, now).await?;
    let shown = courses::get(&mut tx, &reach, course, What::Session).await?;
    let (mut tx, shown) = found(tx, shown).await?;
    // Whatever comes of it, the course was read about.
    let Some(mentor) = shown.mentor_id() else { return told(tx, Registered::NoMentor).await };
    let dates = shown.dates();
    let session = match session.record(day, now, dates.granted_start(), dates.end) {
        Ok(session) => session,
        Err(fault) => return told(tx, Registered::Fault(fault)).await,
    };
    let (started_at, kept) = (session.started_at, session.clone());
    if !sessions::insert(&mut tx, course, mentor, day, session).await? {
        let registered = same_or_taken(&mut tx, course, mentor, kept).await?;
        return told(tx, registered).await;
    }
    facts::count_mentor_months(&mut tx, Some((mentor, day.month_index()))).await?;
    rollups::rebuild(&mut tx, Some(course), today).await?;
    if let Some(group) = &kept.group {
        // How many took part is a fact of each course that did.
        for other in facts::of_group(&mut tx, group, day).await?.into_iter().filter(|other| *other != course) {
            rollups::rebuild(&mut tx, Some(other), today).await?;
        }
    }
    let event = Event::SessionRegistered { course, mentor, started_at: started_at.epoch() };
    audit(&mut tx, now, actor.user(), event).await?;
    tx.commit().await?;
    Ok(Registered::Done)
}

async fn told(reading: Reading, registered: Registered) -> Result<Registered> {
    reading.commit().await?;
    Ok(registered)
}

async fn same_or_taken(
    tx: &mut lods_store::Tx,
    course: CourseId,
    mentor: MentorId,
    session: Session,
) -> Result<Registered> {
    let there = sessions::find(tx, course, mentor, session.started_at).await?.ok_or(Error::NotFound)?.session()?;
    Ok(if there == session { Registered::Done } else { Registered::Taken(there) })
}
