//! The courses that an action reaches: clauses, each with the role that gives it. A course is reached when one admits it.

use super::{Field, Fields, Role};
use crate::Day;
use crate::ids::{CourseId, DepartmentId, MentorId, PersonId, UnitId};

/// What ties an actor to a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    All,
    Department(DepartmentId),
    Unit(UnitId),
    /// The mentor's courses that run, or ended on `ended_from` or later; a co-mentor's as long as they are co-mentor.
    Mentee {
        mentor: MentorId,
        ended_from: Day,
        on: Day,
    },
    Person(PersonId),
    /// Shared with the coordination forum, by consent or legal basis, on the day.
    Forum {
        on: Day,
    },
    Emergency(CourseId),
}

impl To {
    /// The stable word for the relation, in traces.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            To::All => "municipality",
            To::Department(_) => "department",
            To::Unit(_) => "unit",
            To::Mentee { .. } => "mentee",
            To::Person(_) => "person",
            To::Forum { .. } => "forum",
            To::Emergency(_) => "emergency",
        }
    }
}

/// One way in which courses are reached, and what is seen of them that way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// `None` is the operator.
    pub role: Option<Role>,
    pub to: To,
    pub fields: Fields,
}

/// A mentor beside the course's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CoMentor {
    pub mentor: MentorId,
    pub from: Day,
    /// The last day.
    pub to: Option<Day>,
}

/// What a course is tied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseRelations {
    pub course: CourseId,
    pub person: PersonId,
    pub department: Option<DepartmentId>,
    pub unit: Option<UnitId>,
    pub mentor: Option<MentorId>,
    pub co_mentors: Vec<CoMentor>,
    pub end: Option<Day>,
    /// Consent or legal basis lets the coordination forum know of it, on the day that is asked for, and the use of the
    /// person's data is not restricted.
    pub shared_with_forum: bool,
}

impl Clause {
    /// Whether the course is reached this way.
    #[must_use]
    pub fn admits(&self, course: &CourseRelations) -> bool {
        match self.to {
            To::All => true,
            To::Department(department) => course.department == Some(department),
            To::Unit(unit) => course.unit == Some(unit),
            To::Mentee { mentor, ended_from, on } => {
                let beside =
                    |co: &CoMentor| co.mentor == mentor && co.from <= on && co.to.is_none_or(|last| on <= last);
                course.end.is_none_or(|end| end >= ended_from)
                    && (course.mentor == Some(mentor) || course.co_mentors.iter().any(beside))
            }
            To::Person(person) => course.person == person,
            To::Forum { .. } => course.shared_with_forum,
            To::Emergency(opened) => course.course == opened,
        }
    }
}

/// The courses that an action reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach(Vec<Clause>);

impl Reach {
    /// The operator's: everything.
    #[must_use]
    pub fn operator() -> Reach {
        Reach(vec![Clause { role: None, to: To::All, fields: Fields::all() }])
    }

    #[must_use]
    pub fn new(clauses: Vec<Clause>) -> Reach {
        Reach(clauses.into_iter().take(Reach::MOST).collect())
    }

    /// Clauses that a course can be admitted by at once: as many as fit into the number of [`Reach::picked`]. Nobody
    /// holds as many roles; what is beyond reaches nothing.
    pub const MOST: usize = 60;

    /// The clauses whose bits are set: bit 0 is the first.
    pub fn picked(&self, bits: i64) -> impl Iterator<Item = &Clause> {
        self.0.iter().enumerate().filter(move |(at, _)| bits & (1_i64 << at) != 0).map(|(_, clause)| clause)
    }

    /// Of the clauses whose bits are set, those that a reading is by: each that shows something more than those before
    /// it, and an emergency always. At least one, where a bit is set.
    #[must_use]
    pub fn rights(&self, bits: i64) -> Vec<Clause> {
        let mut rights: Vec<Clause> = Vec::new();
        let mut seen = Fields::NONE;
        for clause in self.picked(bits) {
            let adds = seen.and(clause.fields) != seen;
            if adds || rights.is_empty() || matches!(clause.to, To::Emergency(_)) {
                rights.push(*clause);
            }
            seen = seen.and(clause.fields);
        }
        rights
    }

    /// What the clauses show whose bits are set.
    #[must_use]
    pub fn shown(&self, bits: i64) -> Fields {
        self.picked(bits).fold(Fields::NONE, |seen, clause| seen.and(clause.fields))
    }

    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        &self.0
    }

    /// The clauses that admit the course.
    pub fn admitting<'a>(&'a self, course: &'a CourseRelations) -> impl Iterator<Item = &'a Clause> {
        self.0.iter().filter(|clause| clause.admits(course))
    }

    #[must_use]
    pub fn admits(&self, course: &CourseRelations) -> bool {
        self.admitting(course).next().is_some()
    }

    /// What is seen of the course: all that any admitting clause shows.
    #[must_use]
    pub fn fields(&self, course: &CourseRelations) -> Fields {
        self.admitting(course).fold(Fields::NONE, |seen, clause| seen.and(clause.fields))
    }

    /// The part of the reach in which the field is seen: who may not see a name may not search for one either.
    #[must_use]
    pub fn seeing(&self, field: Field) -> Reach {
        Reach(self.0.iter().copied().filter(|clause| clause.fields.has(field)).collect())
    }

    /// Whether the field is seen of everything that is reached.
    #[must_use]
    pub fn sees(&self, field: Field) -> bool {
        self.0.iter().all(|clause| clause.fields.has(field))
    }

    /// Whether every course of the unit is reached.
    #[must_use]
    pub fn holds_unit(&self, unit: UnitId) -> bool {
        self.0.iter().any(|clause| clause.to == To::All || clause.to == To::Unit(unit))
    }

    /// Whether it is given by the one role alone.
    #[must_use]
    pub fn is_by(&self, role: Role) -> bool {
        !self.0.is_empty() && self.0.iter().all(|clause| clause.role == Some(role))
    }

    /// Whether it is the whole municipality.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.0.iter().any(|clause| clause.to == To::All)
    }
}
