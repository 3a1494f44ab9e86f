//! One report with everything that was told, who may be the same young person, and what it can be taken up as.

use lods_domain::access::{Action, Actor, Place, Reach, To, What};
use lods_domain::concerns::{DecisionClock, Likeness, TakenUp, decision_clock};
use lods_domain::ids::{ConcernReportId, CourseId, DepartmentId};
use lods_domain::{Day, Moment};
use lods_store::concerns::{self, Report, Taken};
use lods_store::courses::Listed;
use lods_store::{Reading, courses, rules, units};

use super::right;
use crate::{App, Result, found};

/// A report as its page shows it.
pub enum ReportPage {
    Waiting(Box<Waiting>),
    Taken(Box<TakenPage>),
}

/// A report that waits.
pub struct Waiting {
    pub report: Report,
    pub clock: DecisionClock,
    /// Other reports that wait and may be of the same young person.
    pub reports: Vec<(Report, Likeness)>,
    /// Courses within the reach whose citizen may be the same.
    pub courses: Vec<(Listed, Likeness)>,
    pub target_groups: Vec<(i64, String)>,
    /// Where a course can be begun that the reader reaches.
    pub homes: Vec<Home>,
    pub today: Day,
}

/// A report that was taken up.
pub struct TakenPage {
    /// What was told stays with whoever reaches the course that came of it.
    pub report: Option<Report>,
    pub taken: Taken,
    /// The course that came of it, where it is within the reach.
    pub course: Option<CourseId>,
}

/// Where a course is at home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    pub place: Place,
    /// Of the department or unit; empty where the course is of none.
    pub name: String,
}

/// The report, for whoever takes up concerns.
pub async fn report(app: &App, actor: &Actor, id: ConcernReportId, now: Moment) -> Result<ReportPage> {
    let reach = app.allow(actor, Action::TakeConcern, What::Concerns, now).await?;
    let (by, today) = (right(&reach)?, app.today(now));
    let mut reading = app.reading(actor, now).await?;
    let report = concerns::get(&mut reading, &by, id).await?;
    let (mut tx, report) = found(reading, report).await?;
    if let Some(taken) = report.taken.clone() {
        let course = reached(&mut tx, &reach, taken.course).await?;
        tx.commit().await?;
        let told = taken.how != TakenUp::Course || course.is_some();
        return Ok(ReportPage::Taken(Box::new(TakenPage { report: told.then_some(report), taken, course })));
    }
    let clock = decision_clock(report.need_on, today, &rules::all(&mut tx).await?)?;
    let who = report.told.who(lods_i18n::fold(&report.told.name));
    let reports = concerns::alike(&mut tx, &by, id, &who, lods_i18n::fold).await?;
    let courses = concerns::courses_alike(&mut tx, &reach, &who).await?;
    let target_groups = units::target_groups(&mut tx).await?;
    let homes = homes(&mut tx, &reach).await?;
    tx.commit().await?;
    let waiting = Waiting { report, clock, reports, courses, target_groups, homes, today };
    Ok(ReportPage::Waiting(Box::new(waiting)))
}

async fn reached(tx: &mut Reading, reach: &Reach, course: Option<CourseId>) -> Result<Option<CourseId>> {
    let Some(course) = course else { return Ok(None) };
    Ok(courses::get(tx, reach, course, What::Concerns).await?.map(|shown| shown.id()))
}

/// The departments and units in which the role is held; with the whole municipality, every department and none. Two
/// statements.
pub(super) async fn homes(tx: &mut Reading, reach: &Reach) -> Result<Vec<Home>> {
    let (departments, units) = (units::departments(tx).await?, units::all(tx).await?);
    let department = |(id, name): &(DepartmentId, String)| Home { place: Place::Department(*id), name: name.clone() };
    if reach.is_all() {
        let none = Home { place: Place::Municipality, name: String::new() };
        return Ok(departments.iter().map(department).chain([none]).collect());
    }
    let holds = |to: To| reach.clauses().iter().any(|clause| clause.to == to);
    let own = departments.iter().filter(|(id, _)| holds(To::Department(*id))).map(department);
    let unit = |unit: &units::Unit| Home { place: Place::Unit(unit.id), name: unit.name.clone() };
    Ok(own.chain(units.iter().filter(|one| holds(To::Unit(one.id))).map(unit)).collect())
}
