//! A note is written, or corrected by a note more. What stands is never changed.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Denied, FieldClass, What, Why};
use lods_domain::audit::Event;
use lods_domain::ids::{CourseId, NoteId, UserId};
use lods_domain::notes::{NoteFault, Visibility, check, kept, writable};
use lods_store::courses::Shown;
use lods_store::notes::{Kept, New};
use lods_store::{Reading, courses, notes};

use super::list::is_own;
use crate::access::tokens::is_key;
use crate::{App, Error, Result, audit, found};

/// What the form of a note needs to know.
pub struct Form {
    pub course: Shown,
    /// Whom the writer may write for.
    pub offered: Vec<Visibility>,
    /// The writer is the young person, who is not asked for a class.
    pub is_own: bool,
}

/// What the form of a correction needs to know.
pub struct CorrectionForm {
    pub form: Form,
    pub note: Kept,
    /// The note was corrected already; this is the newest correction.
    pub newest: Option<NoteId>,
}

/// A note as the form has it.
#[derive(Clone, Copy)]
pub struct NewNote<'a> {
    /// 64 hexadecimal digits, made for the form: what is sent twice is one note.
    pub key: &'a str,
    pub visibility: Visibility,
    pub class: FieldClass,
    pub text: &'a str,
}

/// A correction as the form has it. It is for whom the note is for.
#[derive(Clone, Copy)]
pub struct Correction<'a> {
    pub key: &'a str,
    pub corrects: NoteId,
    pub class: FieldClass,
    pub text: &'a str,
    pub reason: &'a str,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It is written; or it was already, word for word.
    Done,
    Fault(NoteFault),
    /// The use of what is recorded about the person is restricted: nothing is added.
    Restricted,
    /// Another note was written with the key, or it is none. A new key, and it can be sent again.
    KeySpent,
    /// The note was corrected in the meantime. This is the newest of it.
    CorrectedAlready(NoteId),
}

/// The course that a note is to be written on, if the actor may.
pub async fn form(app: &App, actor: &Actor, course: CourseId, now: Moment) -> Result<Form> {
    let reach = app.allow(actor, Action::WriteNote, What::Notes, now).await?;
    author(actor)?;
    let mut reading = app.reading(actor, now).await?;
    let course = courses::get(&mut reading, &reach, course, What::Notes).await?;
    let (reading, course) = found(reading, course).await?;
    reading.commit().await?;
    Ok(form_of(course))
}

/// The actor's own note that is to be corrected.
pub async fn correction_form(
    app: &App,
    actor: &Actor,
    (course, note): (CourseId, NoteId),
    now: Moment,
) -> Result<CorrectionForm> {
    let reach = app.allow(actor, Action::WriteNote, What::Notes, now).await?;
    let author = author(actor)?;
    let mut reading = app.reading(actor, now).await?;
    let course = courses::get(&mut reading, &reach, course, What::Notes).await?;
    let (reading, course) = found(reading, course).await?;
    let (mut reading, note) = own(reading, &course, author, note).await?;
    let newest = match note.corrected_by {
        Some(later) => Some(notes::newest(&mut reading, later).await?),
        None => None,
    };
    reading.commit().await?;
    Ok(CorrectionForm { form: form_of(course), note, newest })
}

fn form_of(course: Shown) -> Form {
    Form { offered: writable(course.admitting()), is_own: is_own(&course), course }
}

/// The operator has no account to write under.
fn author(actor: &Actor) -> Result<UserId> {
    Ok(actor.user().ok_or(DENIED)?)
}

const DENIED: Denied = Denied { action: Action::WriteNote, why: Why::NoRole };

/// Another's note is as if it were not there, and the attempt is written down.
async fn own(mut reading: Reading, course: &Shown, author: UserId, note: NoteId) -> Result<(Reading, Kept)> {
    match notes::own(&mut reading, course, author, note).await? {
        Some(kept) => Ok((reading, kept)),
        None => {
            reading.refused(What::Notes, Some(course.person()), Some(course.id()));
            reading.commit().await?;
            Err(Error::NotFound)
        }
    }
}

/// Begins the change: the course, and whether notes may be added to it.
async fn begin(app: &App, actor: &Actor, course: CourseId, now: Moment) -> Result<(Reading, Shown)> {
    let reach = app.allow(actor, Action::WriteNote, What::Notes, now).await?;
    let mut tx = app.changing(actor, now).await?;
    let course = courses::get(&mut tx, &reach, course, What::Notes).await?;
    found(tx, course).await
}

/// Writes a note.
pub async fn write(app: &App, actor: &Actor, course: CourseId, new: NewNote<'_>, now: Moment) -> Result<Written> {
    let author = author(actor)?;
    let (mut tx, course) = begin(app, actor, course, now).await?;
    if !writable(course.admitting()).contains(&new.visibility) {
        tx.refused(What::Notes, Some(course.person()), Some(course.id()));
        tx.commit().await?;
        return Err(DENIED.into());
    }
    if let Err(fault) = check(new.text, None) {
        return Ok(Written::Fault(fault));
    }
    let text = kept(new.text);
    let row = New {
        key: new.key,
        course: course.id(),
        author,
        at: now,
        visibility: new.visibility,
        class: new.class,
        text: &text,
        corrects: None,
        reason: "",
    };
    let written = match insert(&mut tx, &course, &row).await? {
        Ok(written) => written,
        Err(outcome) => return Ok(outcome),
    };
    let event = Event::NoteWritten { note: written, course: course.id(), visibility: new.visibility.code() };
    audit(&mut tx, now, actor.user(), event).await?;
    tx.commit().await?;
    Ok(Written::Done)
}

/// Corrects the actor's own note: a note more, with a reason. What stood stays.
pub async fn correct(
    app: &App,
    actor: &Actor,
    course: CourseId,
    correction: Correction<'_>,
    now: Moment,
) -> Result<Written> {
    let author = author(actor)?;
    let (tx, course) = begin(app, actor, course, now).await?;
    let (mut tx, note) = own(tx, &course, author, correction.corrects).await?;
    if let Err(fault) = check(correction.text, Some(correction.reason)) {
        return Ok(Written::Fault(fault));
    }
    let (text, reason) = (kept(correction.text), kept(correction.reason));
    let row = New {
        key: correction.key,
        course: course.id(),
        author,
        at: now,
        visibility: note.visibility,
        class: correction.class,
        text: &text,
        corrects: Some(note.id),
        reason: &reason,
    };
    let written = match insert(&mut tx, &course, &row).await? {
        Ok(written) => written,
        Err(Written::KeySpent) if note.corrected_by.is_some() => {
            return Ok(Written::CorrectedAlready(notes::newest(&mut tx, note.id).await?));
        }
        Err(outcome) => return Ok(outcome),
    };
    audit(&mut tx, now, actor.user(), Event::NoteCorrected { note: written, corrects: note.id, course: course.id() })
        .await?;
    tx.commit().await?;
    Ok(Written::Done)
}

/// Inserts the note; or says why nothing was inserted.
async fn insert(tx: &mut Reading, course: &Shown, new: &New<'_>) -> Result<std::result::Result<NoteId, Written>> {
    if course.is_restricted() {
        return Ok(Err(Written::Restricted));
    }
    if !is_key(new.key) {
        return Ok(Err(Written::KeySpent));
    }
    if let Some(id) = notes::insert(tx, new).await? {
        return Ok(Ok(id));
    }
    let same = |there: &Kept| {
        (there.course, there.visibility, there.class, there.corrects)
            == (new.course, new.visibility, new.class, new.corrects)
            && (there.text.as_str(), there.reason.as_str()) == (new.text, new.reason)
    };
    let there = notes::sent(tx, new.author, new.key).await?;
    Ok(Err(if there.as_ref().is_some_and(same) { Written::Done } else { Written::KeySpent }))
}
