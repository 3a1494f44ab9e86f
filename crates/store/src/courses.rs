//! Courses: the list with its filters, and one course with whom it refers to.

mod filter;

use lods_domain::access::Scope;
use lods_domain::courses::{CourseDates, Decision, EndKind};
use lods_domain::ids::{CourseId, MentorId, UnitId};
use lods_domain::{Cpr, Day, Minutes};

pub use self::filter::Filter;
use crate::query::row;
use crate::{Error, Tx, query};

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// Newest first.
    #[default]
    Opened,
    Name,
    CaseNumber,
}

/// A course in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    id: i64,
    pub case_number: String,
    pub given_name: String,
    pub family_name: String,
    pub target_group: String,
    pub unit: Option<String>,
    pub mentor: Option<String>,
    concern_on: Option<i64>,
    decided_on: Option<i64>,
    decision: Option<String>,
    start_on: Option<i64>,
    expected_end_on: Option<i64>,
    end_on: Option<i64>,
    next_due_on: Option<i64>,
    last_session_on: Option<i64>,
}
row!(Listed {
    id,
    case_number,
    given_name,
    family_name,
    target_group,
    unit,
    mentor,
    concern_on,
    decided_on,
    decision,
    start_on,
    expected_end_on,
    end_on,
    next_due_on,
    last_session_on
});

fn day(epoch: Option<i64>) -> Option<Day> {
    epoch.and_then(Day::from_epoch)
}

fn decision(code: Option<&str>) -> Option<Decision> {
    code.and_then(Decision::from_code)
}

impl Listed {
    #[must_use]
    pub fn id(&self) -> CourseId {
        CourseId(self.id)
    }

    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    #[must_use]
    pub fn dates(&self) -> CourseDates {
        CourseDates {
            concern: day(self.concern_on),
            decided: day(self.decided_on),
            decision: decision(self.decision.as_deref()),
            start: day(self.start_on),
            expected_end: day(self.expected_end_on),
            end: day(self.end_on),
            end_kind: None,
        }
    }

    #[must_use]
    pub fn next_due(&self) -> Option<Day> {
        day(self.next_due_on)
    }

    #[must_use]
    pub fn last_session(&self) -> Option<Day> {
        day(self.last_session_on)
    }
}

const LISTED: &str = "SELECT c.id, c.case_number, p.given_name, p.family_name, g.name AS target_group, u.name AS unit,
    m.name AS mentor, c.concern_on, c.decided_on, c.decision, c.start_on, c.expected_end_on, c.end_on,
    (SELECT min(due_on) FROM course_dues d WHERE d.course_id = c.id) AS next_due_on,
    (SELECT last_session_on FROM course_facts f WHERE f.course_id = c.id) AS last_session_on";

/// A page of the list. Two statements, whatever the page holds, and `count` counts the whole list.
pub async fn list(tx: &mut Tx, filter: &Filter, sort: Sort, limit: i64, offset: i64) -> Result<Vec<Listed>, Error> {
    // CROSS JOIN names the order of the tables to SQLite: by name, the people lead, so that their index gives the order.
    let from = match sort {
        Sort::Name => " FROM people p CROSS JOIN courses c",
        Sort::Opened | Sort::CaseNumber => " FROM courses c CROSS JOIN people p",
    };
    let mut list = query(LISTED);
    list.push(from, []).push(
        " LEFT JOIN units u ON u.id = c.unit_id LEFT JOIN mentors m ON m.id = c.mentor_id
          LEFT JOIN target_groups g ON g.id = c.target_group_id WHERE c.person_id = p.id",
        [],
    );
    filter.add_to(&mut list);
    let order = match sort {
        Sort::Opened => " ORDER BY c.opened_on DESC, c.id DESC",
        Sort::Name => " ORDER BY p.sort_name, p.id, c.id",
        Sort::CaseNumber => " ORDER BY c.case_number",
    };
    list.push(order, []).push(" LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    tx.all(list).await
}

pub async fn count(tx: &mut Tx, filter: &Filter) -> Result<i64, Error> {
    // Without any condition SQLite reads the count off the tree, forty times as fast as row by row.
    let mut narrowed = query("SELECT count(*) FROM courses c WHERE 1 = 1");
    let whole = narrowed.sql.len();
    filter.add_to(&mut narrowed);
    let count = if narrowed.sql.len() > whole { narrowed } else { query("SELECT count(*) FROM courses") };
    let (count,): (i64,) = tx.one(count).await?;
    Ok(count)
}

/// One course with whom it refers to.
#[derive(Clone)]
pub struct Shown {
    id: i64,
    pub case_number: String,
    cpr: String,
    pub given_name: String,
    pub family_name: String,
    pub address: String,
    pub postcode: String,
    pub city: String,
    pub phone: String,
    pub email: String,
    pub interests: String,
    pub needs: String,
    address_protected: i64,
    pub target_group: String,
    pub legal_basis: String,
    concern_on: Option<i64>,
    decided_on: Option<i64>,
    decision: Option<String>,
    start_on: Option<i64>,
    expected_end_on: Option<i64>,
    end_on: Option<i64>,
    end_kind: Option<String>,
    pub end_reason: String,
    weekly_minutes: Option<i64>,
    pub purpose: String,
    unit_id: Option<i64>,
    pub unit: Option<String>,
    mentor_id: Option<i64>,
    pub mentor: Option<String>,
    pub mentor_code: Option<String>,
    pub competences: Option<String>,
    pub version: i64,
}
row!(Shown {
    id,
    case_number,
    cpr,
    given_name,
    family_name,
    address,
    postcode,
    city,
    phone,
    email,
    interests,
    needs,
    address_protected,
    target_group,
    legal_basis,
    concern_on,
    decided_on,
    decision,
    start_on,
    expected_end_on,
    end_on,
    end_kind,
    end_reason,
    weekly_minutes,
    purpose,
    unit_id,
    unit,
    mentor_id,
    mentor,
    mentor_code,
    competences,
    version
});

impl Shown {
    #[must_use]
    pub fn id(&self) -> CourseId {
        CourseId(self.id)
    }

    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    pub fn cpr(&self) -> Result<Cpr, Error> {
        Cpr::parse(&self.cpr).map_err(|_| Error::Unknown { what: "people.cpr" })
    }

    #[must_use]
    pub fn address_is_protected(&self) -> bool {
        self.address_protected == 1
    }

    #[must_use]
    pub fn unit_id(&self) -> Option<UnitId> {
        self.unit_id.map(UnitId)
    }

    #[must_use]
    pub fn mentor_id(&self) -> Option<MentorId> {
        self.mentor_id.map(MentorId)
    }

    #[must_use]
    pub fn weekly(&self) -> Option<Minutes> {
        self.weekly_minutes.and_then(Minutes::from_i64)
    }

    #[must_use]
    pub fn dates(&self) -> CourseDates {
        CourseDates {
            concern: day(self.concern_on),
            decided: day(self.decided_on),
            decision: decision(self.decision.as_deref()),
            start: day(self.start_on),
            expected_end: day(self.expected_end_on),
            end: day(self.end_on),
            end_kind: self.end_kind.as_deref().and_then(EndKind::from_code),
        }
    }
}

/// The course, if it is within the scope.
pub async fn get(tx: &mut Tx, scope: Scope, course: CourseId) -> Result<Option<Shown>, Error> {
    let mut get = query(
        "SELECT c.id, c.case_number, p.cpr, p.given_name, p.family_name, p.address, p.postcode, p.city, p.phone, p.email,
            p.interests, p.needs, p.address_protected, g.name AS target_group, c.legal_basis, c.concern_on, c.decided_on,
            c.decision, c.start_on, c.expected_end_on, c.end_on, c.end_kind, c.end_reason, c.weekly_minutes, c.purpose,
            c.unit_id, u.name AS unit, c.mentor_id, m.name AS mentor, m.code AS mentor_code, m.competences, c.version
         FROM courses c JOIN people p ON p.id = c.person_id JOIN target_groups g ON g.id = c.target_group_id
            LEFT JOIN units u ON u.id = c.unit_id LEFT JOIN mentors m ON m.id = c.mentor_id",
    )
    .with(" WHERE c.id = ?", course);
    if let Scope::OfMentor(mentor) = scope {
        get.push(" AND c.mentor_id = ?", [mentor.into()]);
    }
    tx.optional(get).await
}
