//! The notes of a course, as far as the reader sees them.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Role, What};
use lods_domain::ids::CourseId;
use lods_store::courses::Shown;
use lods_store::notes::{Asked, Note};
use lods_store::team::CoMentor;
use lods_store::{Reading, courses, notes, team};

use super::{mentor_of, sight};
use crate::courses::reaches;
use crate::paging::{PAGE, pages, within};
use crate::{App, Error, Result, found};

/// Notes that the course's own page shows: the newest.
pub const NEWEST: i64 = 5;

/// Some of a course's notes, newest first.
#[derive(Debug)]
pub struct Notes {
    pub rows: Vec<Note>,
    /// All that the reader sees; each counts once, however often it was corrected.
    pub count: i64,
    /// A link to the form may be shown.
    pub may_write: bool,
    /// The reader is the young person.
    pub is_own: bool,
}

/// A page of a course's notes.
pub struct NotesPage {
    pub course: Shown,
    pub notes: Notes,
    /// 1 for the first.
    pub page: i64,
}

impl NotesPage {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.notes.count)
    }
}

/// The notes of a course, for those who work with it. A page beyond the last shows the last.
pub async fn of_course(app: &App, actor: &Actor, course: CourseId, page: i64, now: Moment) -> Result<NotesPage> {
    read(app, actor, Action::ReadCourses, (course, page), now).await
}

/// The notes that the young person sees of a course of their own.
pub async fn of_own(app: &App, actor: &Actor, course: CourseId, page: i64, now: Moment) -> Result<NotesPage> {
    read(app, actor, Action::ReadOwn, (course, page), now).await
}

async fn read(
    app: &App,
    actor: &Actor,
    action: Action,
    (course, page): (CourseId, i64),
    now: Moment,
) -> Result<NotesPage> {
    let reach = app.allow(actor, action, What::Notes, now).await?;
    let mut reading = app.reading(actor, now).await?;
    let course = courses::get(&mut reading, &reach, course, What::Notes).await?;
    let (mut reading, course) = found(reading, course).await?;
    let co_mentors = match mentor_of(&course) {
        Some(mentor) if course.mentor_id() != Some(mentor) => team::co_mentors(&mut reading, course.id()).await?,
        _ => Vec::new(),
    };
    let asked = Asked { course: &course, sight: sight(&course, &co_mentors), reader: actor.user() };
    let count = notes::count(&mut reading, asked).await?;
    let page = within(page, count);
    let (rows, _) = notes::page(&mut reading, asked, PAGE, (page - 1) * PAGE).await?;
    let notes = of(app, actor, &course, asked, (rows, count), now);
    if notes.is_none() {
        reading.refused_after_all(What::Notes, course.person(), course.id());
    }
    reading.commit().await?;
    notes.map(|notes| NotesPage { course, notes, page }).ok_or(Error::NotFound)
}

/// The newest notes of a course that was read; `None` where the reader has nothing to do with notes.
pub(crate) async fn newest(
    app: &App,
    actor: &Actor,
    reading: &mut Reading,
    (course, co_mentors): (&Shown, &[CoMentor]),
    now: Moment,
) -> Result<Option<Notes>> {
    let asked = Asked { course, sight: sight(course, co_mentors), reader: actor.user() };
    let found = notes::page(reading, asked, NEWEST, 0).await?;
    Ok(of(app, actor, course, asked, found, now))
}

fn of(
    app: &App,
    actor: &Actor,
    course: &Shown,
    asked: Asked<'_>,
    (rows, count): (Vec<Note>, i64),
    now: Moment,
) -> Option<Notes> {
    let may_write = reaches(app, actor, Action::WriteNote, course, now) && actor.user().is_some();
    let concerned = may_write || !asked.sight.is_blind() || count > 0;
    concerned.then(|| Notes { rows, count, may_write, is_own: is_own(course) })
}

/// Whether the course is read as the reader's own.
pub(super) fn is_own(course: &Shown) -> bool {
    course.admitting().iter().all(|clause| clause.role == Some(Role::YoungPerson))
}
