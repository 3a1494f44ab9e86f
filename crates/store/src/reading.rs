//! Reading about persons: a transaction that keeps count of whom it has read about, and writes the access log before it
//! ends. The functions of the store that give anything of a person take a [`Reading`], and a [`Reading`] gives its rows
//! to nobody who does not let it [`Reading::commit`].

use std::collections::HashSet;
use std::ops::{Deref, DerefMut};

use lods_domain::Moment;
use lods_domain::access::{Clause, Purpose, Role, What};
use lods_domain::ids::{CourseId, PersonId, UserId};

use crate::{Bulk, Db, Error, Query, Tx, Value, query};

/// Who reads, and when. `role` is what somebody without a role of their own is called in the log.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    /// `None` is the operator.
    pub user: Option<UserId>,
    /// The role that a denial is logged under.
    pub role: Option<Role>,
    pub at: Moment,
}

/// A line of the access log.
#[derive(Debug, Clone, Copy)]
struct Entry {
    role: &'static str,
    purpose: Purpose,
    relation: &'static str,
    what: What,
    person: Option<PersonId>,
    course: Option<CourseId>,
    allowed: bool,
}

/// A transaction that reads about persons, or writes and reads about them.
pub struct Reading {
    tx: Tx,
    reader: Reader,
    entries: Vec<Entry>,
    known: HashSet<(i64, Option<i64>, What, &'static str, &'static str)>,
}

impl Db {
    /// Begins to read about persons.
    pub async fn reading(&self, reader: Reader) -> Result<Reading, Error> {
        Ok(Reading { tx: self.read_and_log().await?, reader, entries: Vec::new(), known: HashSet::new() })
    }

    /// Begins a change in the course of which persons are read about.
    pub async fn changing(&self, reader: Reader) -> Result<Reading, Error> {
        Ok(Reading { tx: self.begin().await?, reader, entries: Vec::new(), known: HashSet::new() })
    }
}

impl Deref for Reading {
    type Target = Tx;
    fn deref(&self) -> &Tx {
        &self.tx
    }
}

impl DerefMut for Reading {
    fn deref_mut(&mut self) -> &mut Tx {
        &mut self.tx
    }
}

const OPERATOR: &str = "operator";

fn role_code(role: Option<Role>) -> &'static str {
    role.map_or(OPERATOR, Role::code)
}

impl Reading {
    /// A person was read about, by the right of the clause. Once for each person, course, thing and right.
    pub fn saw(&mut self, clause: &Clause, what: What, person: PersonId, course: Option<CourseId>) {
        let purpose = match (clause.to, clause.role) {
            (lods_domain::access::To::Emergency(_), _) => Purpose::Emergency,
            (_, Some(role)) => role.purpose(),
            (_, None) => Purpose::Administration,
        };
        self.enter(clause, purpose, what, person, course);
    }

    /// As [`Reading::saw`], by each of the rights.
    pub fn saw_by(&mut self, rights: &[Clause], what: What, person: PersonId, course: Option<CourseId>) {
        rights.iter().for_each(|clause| self.saw(clause, what, person, course));
    }

    /// As [`Reading::saw`], for a purpose of its own.
    pub fn saw_for(
        &mut self,
        clause: &Clause,
        purpose: Purpose,
        what: What,
        person: PersonId,
        course: Option<CourseId>,
    ) {
        self.enter(clause, purpose, what, person, course);
    }

    fn enter(&mut self, clause: &Clause, purpose: Purpose, what: What, person: PersonId, course: Option<CourseId>) {
        let (role, relation) = (role_code(clause.role), clause.to.code());
        if !self.known.insert((person.0, course.map(|course| course.0), what, role, relation)) {
            return;
        }
        let person = Some(person);
        self.entries.push(Entry { role, purpose, relation, what, person, course, allowed: true });
    }

    /// The reader looked at what names nobody (the traces), or at one person's part of it.
    pub fn looked(&mut self, clause: &Clause, what: What, person: Option<PersonId>) {
        let purpose = clause.role.map_or(Purpose::Administration, Role::purpose);
        let (role, relation) = (role_code(clause.role), clause.to.code());
        self.entries.push(Entry { role, purpose, relation, what, person, course: None, allowed: true });
    }

    /// Nothing of what was read is given out after all: the reader is refused. What was noted so far did not happen.
    pub fn refused_after_all(&mut self, what: What, person: PersonId, course: CourseId) {
        self.entries.clear();
        self.known.clear();
        self.refused(what, Some(person), Some(course));
    }

    /// The reader asked and was refused; `person` and `course` where it was about one.
    pub fn refused(&mut self, what: What, person: Option<PersonId>, course: Option<CourseId>) {
        let purpose = self.reader.role.map_or(Purpose::Administration, Role::purpose);
        let role = role_code(self.reader.role);
        self.entries.push(Entry { role, purpose, relation: "", what, person, course, allowed: false });
    }

    /// Writes the log and ends the transaction. What was read may be shown now.
    pub async fn commit(mut self) -> Result<(), Error> {
        let mut log = Bulk::insert("access_log", &COLUMNS);
        for entry in std::mem::take(&mut self.entries) {
            let row = row(self.reader, entry);
            log.row(&mut self.tx, row).await?;
        }
        log.finish(&mut self.tx).await?;
        self.tx.commit().await
    }
}

fn row(reader: Reader, entry: Entry) -> [Value; 9] {
    [
        reader.at.into(),
        reader.user.into(),
        entry.role.into(),
        entry.purpose.code().into(),
        entry.relation.into(),
        entry.what.code().into(),
        entry.person.into(),
        entry.course.into(),
        entry.allowed.into(),
    ]
}

const COLUMNS: [&str; 9] =
    ["at", "user_id", "role", "purpose", "relation", "what", "person_id", "course_id", "allowed"];

/// Everybody at once, for what takes the whole database out of the house.
pub async fn log_everybody(tx: &mut Tx, reader: Reader, purpose: Purpose, what: What) -> Result<u64, Error> {
    let sql = "INSERT INTO access_log (at, user_id, role, purpose, relation, what, person_id, course_id, allowed)
               SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), $3, $4, 'municipality', $5, id, NULL, 1 FROM people";
    let all: Query = query(sql)
        .bind(reader.at)
        .bind(reader.user)
        .bind(role_code(reader.role))
        .bind(purpose.code())
        .bind(what.code());
    tx.execute(all).await
}
