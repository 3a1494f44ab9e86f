//! Notes as they are shown: the newest text first, what stood before folded under it, never hidden.

use lods_app::domain::access::{FieldClass, Role};
use lods_app::notes::list::Notes;
use lods_app::store::notes::{Author, Note, Version};
use lods_domain::ids::CourseId;
use lods_domain::time::Clockface;
use lods_i18n::Texts;

use crate::paths;

/// A text that stands, or stood.
#[derive(Debug)]
pub struct VersionShown {
    /// When it was written, or corrected.
    pub when: String,
    pub class: &'static str,
    /// The look of the class's tag.
    pub look: &'static str,
    pub text: String,
    /// Empty where nothing was corrected.
    pub reason: String,
}

/// A note with all that stood before.
#[derive(Debug)]
pub struct NoteShown {
    pub author: String,
    pub visibility: &'static str,
    /// When it was written, for whoever hears the link.
    pub when: String,
    pub newest: VersionShown,
    pub before: Vec<VersionShown>,
    pub more_before: bool,
    /// Where the reader's own is corrected.
    pub correct: Option<String>,
}

impl NoteShown {
    #[must_use]
    pub fn before_count(&self) -> i64 {
        i64::try_from(self.before.len()).unwrap_or(i64::MAX)
    }
}

/// Notes of a course, newest first.
#[derive(Debug)]
pub struct NotesShown {
    pub rows: Vec<NoteShown>,
    pub count: i64,
    /// Where one is written, if it may be.
    pub write: Option<String>,
    /// Where all of them are, if there are more.
    pub all: Option<String>,
}

/// Ready to be shown to whoever asked.
#[must_use]
pub fn notes(t: Texts, clock: &Clockface, course: CourseId, notes: &Notes) -> NotesShown {
    let row = |note: &Note| NoteShown {
        author: author(t, &note.author, notes.is_own),
        visibility: t.note_visibility(note.visibility, notes.is_own),
        when: t.moment(clock, note.newest.at),
        newest: version(t, clock, &note.newest),
        before: note.before.iter().map(|before| version(t, clock, before)).collect(),
        more_before: note.more_before,
        correct: (note.author.is_reader && notes.may_write).then(|| paths::correct_note(course, note.newest.id)),
    };
    NotesShown {
        rows: notes.rows.iter().map(row).collect(),
        count: notes.count,
        write: notes.may_write.then(|| paths::new_note(course)),
        all: i64::try_from(notes.rows.len()).is_ok_and(|shown| shown < notes.count).then(|| paths::notes(course)),
    }
}

/// The young person is told what the writer is to them; those who work with the case are told the name.
fn author(t: Texts, author: &Author, is_own: bool) -> String {
    if author.is_reader {
        return t.note_author_you().to_owned();
    }
    let role = author.role.map(|role| t.role(role)).unwrap_or_default();
    match (author.role, author.name.as_deref()) {
        (Some(Role::Mentor), _) if is_own => t.note_author_your_mentor().to_owned(),
        (Some(Role::YoungPerson), _) => t.note_author_young_person().to_owned(),
        (None, Some(name)) => name.to_owned(),
        (Some(_), Some(name)) => t.note_author_named(name, &role.to_lowercase()),
        (_, None) => role.to_owned(),
    }
}

fn version(t: Texts, clock: &Clockface, version: &Version) -> VersionShown {
    let time = t.moment(clock, version.at);
    VersionShown {
        when: if version.reason.is_empty() { t.note_when(&time) } else { t.note_corrected_when(&time) },
        class: t.note_class_name(version.class),
        look: match version.class {
            FieldClass::Ordinary | FieldClass::Confidential => "lods-tag-quiet",
            FieldClass::Offence | FieldClass::SpecialCategory => "lods-tag-now",
        },
        text: version.text.clone(),
        reason: version.reason.clone(),
    }
}
