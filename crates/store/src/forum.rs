//! The coordination forum's overview: the courses that consent or a legal basis opens to it, by department. What is given
//! out is a projection to what the reach shows, and each person in it is noted in the access log.

use lods_domain::access::{Field, Reach, What};
use lods_domain::ids::DepartmentId;

use crate::courses::{Listed, listed, listing};
use crate::reach::narrow;
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
pub async fn list(reading: &mut Reading, reach: &Reach, of: Of, limit: i64, offset: i64) -> Result<Vec<Listed>, Error> {
    let mut list = listing(reach, " FROM courses c CROSS JOIN people p");
    add_filter(&mut list, reach, of);
    list.push(" ORDER BY CASE WHEN d.name IS NULL THEN 1 ELSE 0 END, d.name", []);
    list.push(if reach.sees(Field::Name) { ", p.sort_name, c.id" } else { ", c.case_number" }, []);
    list.push(" LIMIT ? OFFSET ?", [limit.into(), offset.into()]);
    listed(reading, reach, list, What::Forum).await
}
