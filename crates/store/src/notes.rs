//! Notes of a course. Text and reason are sealed; a note is written once and changed by nobody: a correction is a note of
//! its own, and what is read is the newest with all that stood before.

use lods_domain::Moment;
use lods_domain::access::{Clause, Field, FieldClass, Role, What};
use lods_domain::ids::{CourseId, NoteId, UserId};
use lods_domain::notes::{Extent, Sight, Visibility};

use crate::courses::Shown;
use crate::query::row;
use crate::sealed::Sealed;
use crate::{Error, Query, Reading, Tx, query};

/// The row as read.
struct Row {
    newest: i64,
    found: i64,
    id: i64,
    key: String,
    author_id: i64,
    name: String,
    mentor_id: Option<i64>,
    role: Option<String>,
    written_at: i64,
    visibility: String,
    class: String,
    text: String,
    reason: String,
}
row!(Row { newest, found, id, key, author_id, name, mentor_id, role, written_at, visibility, class, text, reason });

/// Who wrote a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    pub is_reader: bool,
    /// What the author was on the day; `None` where no role says so.
    pub role: Option<Role>,
    /// For those who work with the case; the young person is told the role alone.
    pub name: Option<String>,
}

/// A text that stands, or stood.
#[derive(Clone)]
pub struct Version {
    pub id: NoteId,
    pub at: Moment,
    pub class: FieldClass,
    pub text: String,
    /// Why it corrects what stood before; empty where nothing did.
    pub reason: String,
}

/// A note: the newest text, and what stood before, newest first.
#[derive(Clone)]
pub struct Note {
    pub author: Author,
    pub visibility: Visibility,
    pub newest: Version,
    pub before: Vec<Version>,
    /// Something stood before that the reader may not see.
    pub more_before: bool,
}

impl std::fmt::Debug for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Note").field("id", &self.newest.id).finish_non_exhaustive()
    }
}

/// Which of a course's notes are asked for, and for whom.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub course: &'a Shown,
    pub sight: Sight,
    /// `None` is the operator, who has written none.
    pub reader: Option<UserId>,
}

impl Asked<'_> {
    /// `Sight::sees` in SQL, of a note `n`.
    fn add_to(&self, list: &mut Query) {
        list.push(" AND (n.author_id = ?", [self.reader.map_or(-1, |reader| reader.0).into()]);
        for (visibility, extent) in [(Visibility::Team, self.sight.team), (Visibility::Shared, self.sight.shared)] {
            match extent {
                Extent::Nothing => {}
                Extent::Everything => _ = list.push(" OR n.visibility = ?", [visibility.code().into()]),
                Extent::ButOffences => {
                    let values = [visibility.code().into(), FieldClass::Offence.code().into()];
                    list.push(" OR (n.visibility = ? AND n.class <> ?)", values);
                }
            }
        }
        list.push(")", []);
    }

    fn newest(&self) -> Query {
        let mut list = query("");
        list.push(" FROM notes n WHERE n.course_id = ?", [self.course.id().into()]);
        list.push(" AND NOT EXISTS (SELECT 1 FROM notes later WHERE later.corrects = n.id)", []);
        self.add_to(&mut list);
        list
    }

    /// The right by which notes are read: that of the first clause that shows any.
    fn by(&self) -> &[Clause] {
        let shows = |clause: &Clause| clause.fields.has(Field::TeamNotes) || clause.fields.has(Field::SharedNotes);
        let first = self.course.admitting().iter().position(shows);
        first.and_then(|at| self.course.admitting().get(at..=at)).unwrap_or(self.course.by())
    }

    fn tells_names(&self) -> bool {
        self.course.admitting().iter().any(|clause| clause.role != Some(Role::YoungPerson))
    }
}

/// How many notes there are, each counted once however often it was corrected.
pub async fn count(reading: &mut Reading, asked: Asked<'_>) -> Result<i64, Error> {
    let mut count = asked.newest();
    count.sql.insert_str(0, "SELECT count(*)");
    let (count,): (i64,) = reading.one(count).await?;
    Ok(count)
}

const CHAINS: &str = "), chain AS (
        SELECT newest.id AS newest, newest.id AS note, newest.found AS found FROM newest
        UNION ALL
        SELECT chain.newest, n.corrects, chain.found FROM chain JOIN notes n ON n.id = chain.note
        WHERE n.corrects IS NOT NULL)
    SELECT chain.newest, chain.found, n.id, n.key, n.author_id, u.name, u.mentor_id,
        (SELECT min(a.role) FROM assignments a WHERE a.user_id = n.author_id
            AND a.role IN ('caseworker', 'leader', 'mentor', 'young-person')
            AND a.valid_from * 86400 <= n.written_at + 86400
            AND (a.valid_to IS NULL OR (a.valid_to + 1) * 86400 >= n.written_at)) AS role,
        n.written_at, n.visibility, n.class, n.text, n.reason
    FROM chain JOIN notes n ON n.id = chain.note JOIN users u ON u.id = n.author_id
    ORDER BY chain.newest DESC, n.id DESC";

/// A page of the notes, newest first, and how many there are in all (0 where the page is empty).
pub async fn page(reading: &mut Reading, asked: Asked<'_>, limit: i64, offset: i64) -> Result<(Vec<Note>, i64), Error> {
    let mut list = asked.newest();
    list.sql.insert_str(0, "WITH RECURSIVE newest AS (SELECT n.id, count(*) OVER () AS found");
    list.push(" ORDER BY n.id DESC LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    list.push(CHAINS, []);
    let rows: Vec<Row> = reading.all(list).await?;
    let found = rows.first().map_or(0, |row| row.found);
    if !rows.is_empty() {
        reading.saw_by(asked.by(), What::Notes, asked.course.person(), Some(asked.course.id()));
    }
    let mut notes: Vec<(i64, Note)> = Vec::new();
    for row in rows {
        let (newest, version) = (row.newest, version(reading, &row)?);
        match notes.last_mut().filter(|(id, _)| *id == newest) {
            None => notes.push((newest, note(asked, &row, version)?)),
            Some((_, note)) if asked.sight.sees(note.visibility, version.class, note.author.is_reader) => {
                note.before.push(version);
            }
            Some((_, note)) => note.more_before = true,
        }
    }
    Ok((notes.into_iter().map(|(_, note)| note).collect(), found))
}

fn class(code: &str) -> Result<FieldClass, Error> {
    FieldClass::from_code(code).ok_or(Error::Unknown { what: "notes.class" })
}

fn visibility(code: &str) -> Result<Visibility, Error> {
    Visibility::from_code(code).ok_or(Error::Unknown { what: "notes.visibility" })
}

fn version(tx: &Tx, row: &Row) -> Result<Version, Error> {
    Ok(Version {
        id: NoteId(row.id),
        at: Moment::from_epoch(row.written_at),
        class: class(&row.class)?,
        text: Sealed::NoteText.open(tx.keys(), &row.key, &row.text)?,
        reason: Sealed::NoteReason.open(tx.keys(), &row.key, &row.reason)?,
    })
}

fn note(asked: Asked<'_>, row: &Row, newest: Version) -> Result<Note, Error> {
    let visibility = visibility(&row.visibility)?;
    let role = row.role.as_deref().and_then(Role::from_code);
    let role = match (visibility, row.mentor_id) {
        // Whoever is a mentor and more besides writes to the young person as the mentor.
        (Visibility::Shared, Some(_)) => Some(Role::Mentor),
        _ => role,
    };
    let author = Author {
        is_reader: asked.reader == Some(UserId(row.author_id)),
        role,
        name: asked.tells_names().then(|| row.name.clone()),
    };
    Ok(Note { author, visibility, newest, before: Vec::new(), more_before: false })
}

/// A note as it is kept, for whoever corrects it or sends it once more.
#[derive(Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: NoteId,
    pub course: CourseId,
    pub author: UserId,
    pub visibility: Visibility,
    pub class: FieldClass,
    pub text: String,
    pub corrects: Option<NoteId>,
    pub reason: String,
    /// The note that corrects it.
    pub corrected_by: Option<NoteId>,
}

type KeptRow = (i64, String, i64, i64, String, String, String, Option<i64>, String, Option<i64>);

const KEPT: &str = "SELECT n.id, n.key, n.course_id, n.author_id, n.visibility, n.class, n.text, n.corrects, n.reason,
    (SELECT later.id FROM notes later WHERE later.corrects = n.id) AS corrected_by FROM notes n";

/// The reader's own note on the course; `None` where there is none, or it is another's.
pub async fn own(reading: &mut Reading, course: &Shown, author: UserId, note: NoteId) -> Result<Option<Kept>, Error> {
    let mut find = query(KEPT);
    let values = [note.into(), course.id().into(), author.into()];
    find.push(" WHERE n.id = ? AND n.course_id = ? AND n.author_id = ?", values);
    let found: Option<KeptRow> = reading.optional(find).await?;
    if found.is_some() {
        reading.saw_by(course.by(), What::Notes, course.person(), Some(course.id()));
    }
    found.map(|row| kept(reading, row)).transpose()
}

/// The author's own note that was sent with the key; `None` where the key is not used, or by another.
pub async fn sent(tx: &mut Tx, author: UserId, key: &str) -> Result<Option<Kept>, Error> {
    let find = query(KEPT).with(" WHERE n.key = ?", key).with(" AND n.author_id = ?", author);
    let found: Option<KeptRow> = tx.optional(find).await?;
    found.map(|row| kept(tx, row)).transpose()
}

fn kept(tx: &Tx, row: KeptRow) -> Result<Kept, Error> {
    let (id, key, course, author, visible, class_code, text, corrects, reason, corrected_by) = row;
    Ok(Kept {
        id: NoteId(id),
        course: CourseId(course),
        author: UserId(author),
        visibility: visibility(&visible)?,
        class: class(&class_code)?,
        text: Sealed::NoteText.open(tx.keys(), &key, &text)?,
        corrects: corrects.map(NoteId),
        reason: Sealed::NoteReason.open(tx.keys(), &key, &reason)?,
        corrected_by: corrected_by.map(NoteId),
    })
}

/// The newest of the corrections of the note; the note itself where it was not corrected.
pub async fn newest(tx: &mut Tx, note: NoteId) -> Result<NoteId, Error> {
    let sql = "WITH RECURSIVE up AS (
            SELECT CAST($1 AS BIGINT) AS id
            UNION ALL
            SELECT n.id FROM up JOIN notes n ON n.corrects = up.id)
        SELECT max(id) FROM up";
    let (id,): (i64,) = tx.one(query(sql).bind(note)).await?;
    Ok(NoteId(id))
}

/// A note to be written.
#[derive(Clone, Copy)]
pub struct New<'a> {
    /// Made by the form.
    pub key: &'a str,
    pub course: CourseId,
    pub author: UserId,
    pub at: Moment,
    pub visibility: Visibility,
    pub class: FieldClass,
    pub text: &'a str,
    pub corrects: Option<NoteId>,
    pub reason: &'a str,
}

/// `None` when the key is used already, or the note to be corrected was corrected already.
pub async fn insert(tx: &mut Tx, new: &New<'_>) -> Result<Option<NoteId>, Error> {
    let text = Sealed::NoteText.seal(tx.keys(), new.key, new.text)?;
    let reason = Sealed::NoteReason.seal(tx.keys(), new.key, new.reason)?;
    let sql = "INSERT INTO notes (key, course_id, author_id, written_at, visibility, class, text, corrects, reason)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id";
    let insert = query(sql)
        .bind(new.key)
        .bind(new.course)
        .bind(new.author)
        .bind(new.at)
        .bind(new.visibility.code())
        .bind(new.class.code())
        .bind(text)
        .bind(new.corrects)
        .bind(reason);
    let row: Option<(i64,)> = tx.optional(insert).await?;
    Ok(row.map(|(id,)| NoteId(id)))
}
