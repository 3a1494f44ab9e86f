//! The coordination forum's overview: the courses that consent or a legal basis opens to it, by department. What is given
//! out is a projection to what the reach shows, and each person in it is noted in the access log.

use lods_domain::access::{Clause, Field, Fields, Reach, What};
use lods_domain::courses::{CourseDates, Decision};
use lods_domain::ids::{CourseId, DepartmentId, PersonId};
use lods_domain::{Day, Minutes};

use crate::query::row;
use crate::reach::{admitted, narrow};
use crate::{Error, Query, Reading, Tx, query};

/// Which of the courses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Of {
    #[default]
    All,
    Department(DepartmentId),
    /// Courses that no department is named on.
    NoDepartment,
}

/// A department, and how many of its courses are in the overview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// `None` where no department is named.
    pub department: Option<(DepartmentId, String)>,
    pub count: i64,
}

struct Row {
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
    decided_on: Option<i64>,
    decision: Option<String>,
    start_on: Option<i64>,
    expected_end_on: Option<i64>,
    end_on: Option<i64>,
    weekly_minutes: Option<i64>,
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
    decided_on,
    decision,
    start_on,
    expected_end_on,
    end_on,
    weekly_minutes
});

/// A course in the overview, as far as the reader sees it.
pub struct InForum {
    row: Row,
    fields: Fields,
    by: Clause,
}

fn day(epoch: Option<i64>) -> Option<Day> {
    epoch.and_then(Day::from_epoch)
}

impl InForum {
    fn of(row: Row, reach: &Reach) -> Option<InForum> {
        let by = *reach.picked(row.admitted).next()?;
        let fields = reach.picked(row.admitted).fold(Fields::NONE, |seen, clause| seen.and(clause.fields));
        Some(InForum { row, fields, by })
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
    pub fn unit(&self) -> Option<&str> {
        self.fields.show(Field::Provider, self.row.unit.as_deref()).flatten()
    }

    #[must_use]
    pub fn mentor(&self) -> Option<&str> {
        self.fields.show(Field::Provider, self.row.mentor.as_deref()).flatten()
    }

    #[must_use]
    pub fn weekly(&self) -> Option<Minutes> {
        self.fields.show(Field::GrantedHours, self.row.weekly_minutes.and_then(Minutes::from_i64)).flatten()
    }

    /// No dates where they are not seen.
    #[must_use]
    pub fn dates(&self) -> CourseDates {
        let dates = CourseDates {
            decided: day(self.row.decided_on),
            decision: self.row.decision.as_deref().and_then(Decision::from_code),
            start: day(self.row.start_on),
            expected_end: day(self.row.expected_end_on),
            end: day(self.row.end_on),
            ..CourseDates::default()
        };
        self.fields.show(Field::Dates, dates).unwrap_or_default()
    }
}

fn add_filter(list: &mut Query, reach: &Reach, of: Of) {
    narrow(list, reach);
    match of {
        Of::All => {}
        Of::Department(department) => {
            list.push(" AND c.department_id = ?", [department.into()]);
        }
        Of::NoDepartment => {
            list.push(" AND c.department_id IS NULL", []);
        }
    }
}

/// Each department with the number of its courses in the overview, in the order of the list.
pub async fn departments(tx: &mut Tx, reach: &Reach) -> Result<Vec<Counted>, Error> {
    let mut list = query(
        "SELECT c.department_id, d.name, count(*) FROM courses c LEFT JOIN departments d ON d.id = c.department_id
         WHERE 1 = 1",
    );
    narrow(&mut list, reach);
    list.push(" GROUP BY c.department_id, d.name ORDER BY CASE WHEN d.name IS NULL THEN 1 ELSE 0 END, d.name", []);
    let rows: Vec<(Option<i64>, Option<String>, i64)> = tx.all(list).await?;
    let counted = |(id, name, count): (Option<i64>, Option<String>, i64)| Counted {
        department: id.map(DepartmentId).zip(name),
        count,
    };
    Ok(rows.into_iter().map(counted).collect())
}

/// A page of the overview: by department, then by name where the names are seen.
pub async fn list(
    reading: &mut Reading,
    reach: &Reach,
    of: Of,
    limit: i64,
    offset: i64,
) -> Result<Vec<InForum>, Error> {
    let mut list = query("SELECT ");
    admitted(&mut list, reach);
    list.push(
        " AS admitted, c.id, c.person_id, c.case_number, p.given_name, p.family_name, g.name AS target_group,
          d.name AS department, u.name AS unit, m.name AS mentor, c.decided_on, c.decision, c.start_on,
          c.expected_end_on, c.end_on, c.weekly_minutes
          FROM courses c JOIN people p ON p.id = c.person_id JOIN target_groups g ON g.id = c.target_group_id
              LEFT JOIN departments d ON d.id = c.department_id LEFT JOIN units u ON u.id = c.unit_id
              LEFT JOIN mentors m ON m.id = c.mentor_id WHERE 1 = 1",
        [],
    );
    add_filter(&mut list, reach, of);
    list.push(" ORDER BY CASE WHEN d.name IS NULL THEN 1 ELSE 0 END, d.name", []);
    list.push(if reach.sees(Field::Name) { ", p.sort_name, c.id" } else { ", c.case_number" }, []);
    list.push(" LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    let rows: Vec<Row> = reading.all(list).await?;
    let shown: Vec<InForum> = rows.into_iter().filter_map(|row| InForum::of(row, reach)).collect();
    for course in &shown {
        reading.saw(&course.by, What::Forum, PersonId(course.row.person_id), Some(CourseId(course.row.id)));
    }
    Ok(shown)
}
