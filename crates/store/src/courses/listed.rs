//! A course in a list: a projection of its row to what the reach shows of it.

use lods_domain::access::{Clause, Field, Fields, Reach};
use lods_domain::courses::CourseDates;
use lods_domain::ids::{CourseId, PersonId};
use lods_domain::{Day, Minutes};

use super::{day, decision};
use crate::query::row;

/// The row as read; nothing of it leaves this module but through [`Listed`].
pub(crate) struct Row {
    admitted: i64,
    id: i64,
    person_id: i64,
    case_number: String,
    given_name: String,
    family_name: String,
    target_group: String,
    department: Option<String>,
    unit: Option<String>,
    mentor: Option<String>,
    weekly_minutes: Option<i64>,
    concern_on: Option<i64>,
    decided_on: Option<i64>,
    decision: Option<String>,
    start_on: Option<i64>,
    expected_end_on: Option<i64>,
    end_on: Option<i64>,
    next_due_on: Option<i64>,
    last_session_on: Option<i64>,
}
row!(Row {
    admitted,
    id,
    person_id,
    case_number,
    given_name,
    family_name,
    target_group,
    department,
    unit,
    mentor,
    weekly_minutes,
    concern_on,
    decided_on,
    decision,
    start_on,
    expected_end_on,
    end_on,
    next_due_on,
    last_session_on
});

/// A course in a list, as far as the reader sees it.
pub struct Listed {
    row: Row,
    fields: Fields,
    /// The rights by which it is read.
    pub(super) by: Vec<Clause>,
}

impl std::fmt::Debug for Listed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Listed").field("id", &self.row.id).finish_non_exhaustive()
    }
}

impl Listed {
    /// `None` when no clause admits it.
    pub(super) fn of(row: Row, reach: &Reach) -> Option<Listed> {
        let (fields, by) = (reach.shown(row.admitted), reach.rights(row.admitted));
        (!by.is_empty()).then_some(Listed { row, fields, by })
    }

    #[must_use]
    pub fn id(&self) -> CourseId {
        CourseId(self.row.id)
    }

    #[must_use]
    pub fn person(&self) -> PersonId {
        PersonId(self.row.person_id)
    }

    /// Empty where it is not seen.
    #[must_use]
    pub fn case_number(&self) -> &str {
        self.fields.show(Field::CaseNumber, self.row.case_number.as_str()).unwrap_or_default()
    }

    #[must_use]
    pub fn name(&self) -> Option<String> {
        self.fields.show(Field::Name, format!("{} {}", self.row.given_name, self.row.family_name))
    }

    #[must_use]
    pub fn target_group(&self) -> Option<&str> {
        self.fields.show(Field::TargetGroup, self.row.target_group.as_str())
    }

    #[must_use]
    pub fn department(&self) -> Option<&str> {
        self.fields.show(Field::Provider, self.row.department.as_deref()).flatten()
    }

    #[must_use]
    pub fn weekly(&self) -> Option<Minutes> {
        self.fields.show(Field::GrantedHours, self.row.weekly_minutes.and_then(Minutes::from_i64)).flatten()
    }

    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.fields.show(Field::Provider, self.row.unit.as_deref()).flatten()
    }

    #[must_use]
    pub fn mentor(&self) -> Option<&str> {
        self.fields.show(Field::Provider, self.row.mentor.as_deref()).flatten()
    }

    /// No dates where they are not seen.
    #[must_use]
    pub fn dates(&self) -> CourseDates {
        let dates = CourseDates {
            concern: day(self.row.concern_on),
            decided: day(self.row.decided_on),
            decision: decision(self.row.decision.as_deref()),
            start: day(self.row.start_on),
            expected_end: day(self.row.expected_end_on),
            end: day(self.row.end_on),
            end_kind: None,
        };
        self.fields.show(Field::Dates, dates).unwrap_or_default()
    }

    #[must_use]
    pub fn next_due(&self) -> Option<Day> {
        self.fields.show(Field::FollowUps, day(self.row.next_due_on)).flatten()
    }

    #[must_use]
    pub fn last_session(&self) -> Option<Day> {
        self.fields.show(Field::Sessions, day(self.row.last_session_on)).flatten()
    }
}
