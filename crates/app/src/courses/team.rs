//! Who is of a course's team: its department, and the mentors beside its own.

use lods_domain::access::{Action, Actor, CourseRelations, Reach, What};
use lods_domain::audit::Event;
use lods_domain::ids::{CourseId, DepartmentId, MentorId};
use lods_domain::{Day, Moment};
use lods_store::courses::Shown;
use lods_store::team::{CoMentor, Offered};
use lods_store::{Reading, courses, team, units};

use crate::{App, Result, audit, found};

/// Mentors to choose between at most; a municipality has hundreds.
const MENTORS: i64 = 2_000;
/// Characters of a department's name.
pub const LONGEST_NAME: usize = 100;

/// The team of a course, and what can be chosen for it.
pub struct Team {
    pub course: Shown,
    pub departments: Vec<(DepartmentId, String)>,
    pub co_mentors: Vec<CoMentor>,
    /// By name, without the course's own mentor.
    pub offered: Vec<Offered>,
    pub today: Day,
}

/// What is to become of the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change<'a> {
    Department(DepartmentId),
    /// By name; it comes to be where there is none.
    DepartmentNamed(&'a str),
    /// A mentor more, from the day on.
    Add {
        mentor: MentorId,
        from: Day,
        to: Option<Day>,
    },
    /// The co-mentor's last day.
    End {
        mentor: MentorId,
        last: Day,
    },
}

/// Why the team stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TeamFault {
    #[error("there is no such department")]
    NoDepartment,
    #[error("a department's name has 1 to {LONGEST_NAME} characters")]
    DepartmentName,
    #[error("there is no such mentor")]
    NoMentor,
    #[error("that is the course's own mentor")]
    OwnMentor,
    #[error("that mentor is beside already")]
    AlreadyBeside,
    #[error("the last day lies before the first")]
    EndsBeforeItBegins,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// It is so; or it was already. `in_reach`: the actor still reaches the course.
    Done {
        in_reach: bool,
    },
    Fault(TeamFault),
}

/// The team, if the actor may change it.
pub async fn show(app: &App, actor: &Actor, course: CourseId, now: Moment) -> Result<Team> {
    let reach = app.allow(actor, Action::ManageTeam, What::Course, now).await?;
    let mut reading = app.reading(actor, now).await?;
    let course = courses::get(&mut reading, &reach, course, What::Course).await?;
    let (mut reading, course) = found(reading, course).await?;
    let departments = units::departments(&mut reading).await?;
    let co_mentors = team::co_mentors(&mut reading, course.id()).await?;
    let mut offered = team::offered(&mut reading, MENTORS).await?;
    offered.retain(|one| Some(one.mentor) != course.mentor_id());
    reading.commit().await?;
    Ok(Team { course, departments, co_mentors, offered, today: app.today(now) })
}

/// Changes the team.
pub async fn change(app: &App, actor: &Actor, course: CourseId, change: Change<'_>, now: Moment) -> Result<Changed> {
    let reach = app.allow(actor, Action::ManageTeam, What::Course, now).await?;
    let mut tx = app.changing(actor, now).await?;
    let course = courses::get(&mut tx, &reach, course, What::Course).await?;
    let (mut tx, course) = found(tx, course).await?;
    let mut department = course.department_id();
    let written = match change {
        Change::Department(_) | Change::DepartmentNamed(_) => match chosen(&mut tx, change).await? {
            Ok(chosen) => {
                department = Some(chosen);
                team::set_department(&mut tx, course.id(), chosen).await?
            }
            Err(fault) => return Ok(Changed::Fault(fault)),
        },
        Change::Add { mentor, from, to } => {
            match may_add(&mut tx, &course, (mentor, from, to), app.today(now)).await? {
                Ok(()) => team::set_co_mentor(&mut tx, course.id(), mentor, from, to).await?,
                Err(fault) => return Ok(Changed::Fault(fault)),
            }
        }
        Change::End { mentor, last } => match beside(&mut tx, &course, mentor).await? {
            None => return Ok(Changed::Fault(TeamFault::NoMentor)),
            Some(co) if last < co.from => return Ok(Changed::Fault(TeamFault::EndsBeforeItBegins)),
            Some(co) => team::set_co_mentor(&mut tx, course.id(), mentor, co.from, Some(last)).await?,
        },
    };
    if written {
        let event = event(&mut tx, &course, change, department).await?;
        audit(&mut tx, now, actor.user(), event).await?;
    }
    tx.commit().await?;
    Ok(Changed::Done { in_reach: in_reach(&reach, &course, department) })
}

/// What the team is from now on, so that who had access when can be told afterwards.
async fn event(
    tx: &mut Reading,
    course: &Shown,
    change: Change<'_>,
    department: Option<DepartmentId>,
) -> Result<Event> {
    let co = match change {
        Change::Add { mentor, .. } | Change::End { mentor, .. } => beside(tx, course, mentor).await?,
        Change::Department(_) | Change::DepartmentNamed(_) => None,
    };
    Ok(Event::TeamChanged {
        course: course.id(),
        department: department.filter(|_| co.is_none()),
        co_mentor: co.as_ref().map(|co| co.mentor),
        from: co.as_ref().map(|co| co.from),
        to: co.and_then(|co| co.to),
    })
}

async fn chosen(tx: &mut Reading, change: Change<'_>) -> Result<std::result::Result<DepartmentId, TeamFault>> {
    match change {
        Change::Department(department) => {
            let known = units::departments(tx).await?.iter().any(|(id, _)| *id == department);
            Ok(if known { Ok(department) } else { Err(TeamFault::NoDepartment) })
        }
        Change::DepartmentNamed(name) if (1..=LONGEST_NAME).contains(&name.trim().chars().count()) => {
            Ok(Ok(units::department(tx, name.trim()).await?))
        }
        _ => Ok(Err(TeamFault::DepartmentName)),
    }
}

async fn beside(tx: &mut Reading, course: &Shown, mentor: MentorId) -> Result<Option<CoMentor>> {
    Ok(team::co_mentors(tx, course.id()).await?.into_iter().find(|co| co.mentor == mentor))
}

/// A mentor whose time beside is over can be added anew; one who is beside can only be ended. What is sent twice is no fault.
async fn may_add(
    tx: &mut Reading,
    course: &Shown,
    (mentor, from, to): (MentorId, Day, Option<Day>),
    today: Day,
) -> Result<std::result::Result<(), TeamFault>> {
    if to.is_some_and(|to| to < from) {
        return Ok(Err(TeamFault::EndsBeforeItBegins));
    }
    if course.mentor_id() == Some(mentor) {
        return Ok(Err(TeamFault::OwnMentor));
    }
    if !team::is_mentor(tx, mentor).await? {
        return Ok(Err(TeamFault::NoMentor));
    }
    Ok(match beside(tx, course, mentor).await? {
        Some(co) if co.stands_on(today) && (co.from, co.to) != (from, to) => Err(TeamFault::AlreadyBeside),
        _ => Ok(()),
    })
}

/// Whether the course is still reached, once it is the department's. Teams are managed by place alone.
fn in_reach(reach: &Reach, course: &Shown, department: Option<DepartmentId>) -> bool {
    reach.admits(&CourseRelations {
        course: course.id(),
        person: course.person(),
        department,
        unit: course.unit_id(),
        mentor: course.mentor_id(),
        co_mentors: Vec::new(),
        end: None,
        shared_with_forum: false,
    })
}
