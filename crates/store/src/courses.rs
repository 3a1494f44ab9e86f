//! Courses: the list with its filters, and one course with whom it refers to. What is given out is a projection to what
//! the reach shows, and each person in it is noted in the access log.

mod filter;
mod listed;
mod shown;

use lods_domain::Day;
use lods_domain::access::{Field, Reach, What};
use lods_domain::courses::Decision;
use lods_domain::ids::{CourseId, PersonId};

pub use self::filter::Filter;
pub use self::listed::Listed;
pub use self::shown::{Address, JudgedBy, Shown};
use crate::reach::{admitted, narrow};
use crate::{Error, Query, Reading, Tx, query};

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// Newest first.
    #[default]
    Opened,
    Name,
    CaseNumber,
}

fn day(epoch: Option<i64>) -> Option<Day> {
    epoch.and_then(Day::from_epoch)
}

fn decision(code: Option<&str>) -> Option<Decision> {
    code.and_then(Decision::from_code)
}

const LISTED: &str = " AS admitted, c.id, c.person_id, c.case_number, p.given_name, p.family_name,
    g.name AS target_group, d.name AS department, u.name AS unit, m.name AS mentor, c.weekly_minutes, c.concern_on, c.decided_on, c.decision, c.start_on,
    c.expected_end_on, c.end_on,
    (SELECT last_session_on FROM course_facts f WHERE f.course_id = c.id) AS last_session_on";

/// A page of the list: one statement, whatever the page holds; `count` counts the whole list. Where a name is not seen of
/// every course, the list is not in the order of names: that would tell of them.
pub async fn list(
    reading: &mut Reading,
    filter: &Filter,
    sort: Sort,
    limit: i64,
    offset: i64,
) -> Result<Vec<Listed>, Error> {
    let sort = if sort == Sort::Name && !filter.reach.sees(Field::Name) { Sort::Opened } else { sort };
    // CROSS JOIN names the order of the tables to SQLite: by name, the people lead, so that their index gives the order.
    let from = match sort {
        Sort::Name => " FROM people p CROSS JOIN courses c",
        Sort::Opened | Sort::CaseNumber => " FROM courses c CROSS JOIN people p",
    };
    let mut list = listing(&filter.reach, from);
    filter.add_to(&mut list);
    let order = match sort {
        Sort::Opened => " ORDER BY c.opened_on DESC, c.id DESC",
        Sort::Name => " ORDER BY p.sort_name, p.id, c.id",
        Sort::CaseNumber => " ORDER BY c.case_number",
    };
    list.push(order, []).push(" LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    listed(reading, &filter.reach, list, What::List).await
}

/// The beginning of a list of courses; `from` names `courses c` and `people p`. Conditions, order and page follow.
pub(crate) fn listing(reach: &Reach, from: &str) -> Query {
    let mut list = query("SELECT ");
    admitted(&mut list, reach);
    list.push(LISTED, []);
    crate::dues::add_next(&mut list, reach);
    list.push(from, []).push(
        " LEFT JOIN departments d ON d.id = c.department_id LEFT JOIN units u ON u.id = c.unit_id
          LEFT JOIN mentors m ON m.id = c.mentor_id LEFT JOIN target_groups g ON g.id = c.target_group_id
          WHERE c.person_id = p.id",
        [],
    );
    list
}

/// The rows of a list that [`listing`] began, each person of them noted.
pub(crate) async fn listed(
    reading: &mut Reading,
    reach: &Reach,
    list: Query,
    what: What,
) -> Result<Vec<Listed>, Error> {
    let rows: Vec<listed::Row> = reading.all(list).await?;
    let shown: Vec<Listed> = rows.into_iter().filter_map(|row| Listed::of(row, reach)).collect();
    for course in &shown {
        reading.saw_by(&course.by, what, course.person(), Some(course.id()));
    }
    Ok(shown)
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

/// The course, if it is within the reach. What is not is noted as refused, when there is such a course.
pub async fn get(reading: &mut Reading, reach: &Reach, course: CourseId, what: What) -> Result<Option<Shown>, Error> {
    let mut get = query("SELECT ");
    admitted(&mut get, reach);
    get.push(" AS admitted, ", []).push(shown::COLUMNS, []).push(" WHERE c.id = ?", [course.into()]);
    narrow(&mut get, reach);
    let row: Option<shown::Row> = reading.optional(get).await?;
    let keys = reading.keys().clone();
    let shown = row.map(|row| Shown::of(row, reach, &keys)).transpose()?.flatten();
    match &shown {
        Some(shown) => reading.saw_by(shown.by(), what, shown.person(), Some(course)),
        None => {
            if let Some(person) = person_of(reading, course).await? {
                reading.refused(what, Some(person), Some(course));
            }
        }
    }
    Ok(shown)
}

/// The newest courses within the reach, in full: for a reach of one person, who has a handful.
pub async fn newest(reading: &mut Reading, reach: &Reach, what: What, limit: i64) -> Result<Vec<Shown>, Error> {
    let mut list = query("SELECT ");
    admitted(&mut list, reach);
    list.push(" AS admitted, ", []).push(shown::COLUMNS, []).push(" WHERE 1 = 1", []);
    narrow(&mut list, reach);
    list.push(" ORDER BY c.opened_on DESC, c.id DESC LIMIT ?", [limit.into()]);
    let rows: Vec<shown::Row> = reading.all(list).await?;
    let keys = reading.keys().clone();
    let mut courses = Vec::with_capacity(rows.len());
    for row in rows {
        courses.extend(Shown::of(row, reach, &keys)?);
    }
    for course in &courses {
        reading.saw_by(course.by(), what, course.person(), Some(course.id()));
    }
    Ok(courses)
}

/// Whose course it is.
pub async fn person_of(tx: &mut Tx, course: CourseId) -> Result<Option<PersonId>, Error> {
    let row: Option<(i64,)> = tx.optional(query("SELECT person_id FROM courses WHERE id = $1").bind(course)).await?;
    Ok(row.map(|(person,)| PersonId(person)))
}

/// The course with the case number. It tells nothing of the course but its id.
pub async fn by_case_number(tx: &mut Tx, case_number: &str) -> Result<Option<CourseId>, Error> {
    let row: Option<(i64,)> =
        tx.optional(query("SELECT id FROM courses WHERE case_number = $1").bind(case_number.trim())).await?;
    Ok(row.map(|(course,)| CourseId(course)))
}

/// Clauses of the reach that hold each course, by id: for the test that holds SQL and domain together.
pub async fn admitted_by(tx: &mut Tx, reach: &Reach) -> Result<Vec<(CourseId, i64)>, Error> {
    let mut all = query("SELECT c.id, ");
    admitted(&mut all, reach);
    all.push(" FROM courses c WHERE 1 = 1", []);
    narrow(&mut all, reach);
    all.push(" ORDER BY c.id", []);
    let rows: Vec<(i64, i64)> = tx.all(all).await?;
    Ok(rows.into_iter().map(|(course, bits)| (CourseId(course), bits)).collect())
}
