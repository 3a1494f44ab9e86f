//! Emergency access ("break the glass"): one course, for some hours, with a reason; the leader is told and reviews it.
//!
//! What the answers reveal. Whoever may open a course in an emergency is told apart three things: that no case has the
//! number, that the course is open to them already, and that it is open now. The second tells nothing new. The first and
//! the third tell that a case exists or not. That is accepted: a case number says nothing of whom it is about, a mistyped
//! number must be told in an emergency, and nobody learns that a case exists without a trace – an opening is logged, and
//! waits for a leader; a number that no case has is logged as a refusal. Guessing is cut short on both sides: after
//! [`OPENINGS_A_DAY`] openings or [`MISSES_A_DAY`] refusals every answer of the day is the same, whether the case exists or
//! not, and the refusals are listed as unusual reading.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Clause, Fields, To, What, decide};
use lods_domain::audit::Event;
use lods_domain::ids::{CourseId, UserId};
use lods_domain::rules::RuleCode;
use lods_store::emergencies::{self, Opening};
use lods_store::{Reading, courses, rules};

use crate::{App, Error, Result, audit};

/// Openings of a user on a day (in Denmark).
pub const OPENINGS_A_DAY: i64 = 5;
/// Numbers that no case has, tried by a user on a day.
pub const MISSES_A_DAY: i64 = 10;
/// Characters of a reason, at least and at most.
pub const SHORTEST_REASON: usize = 20;
pub const LONGEST_REASON: usize = 1_000;

/// Why nothing was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    CaseMissing,
    /// No case has the number.
    NoSuchCase,
    ReasonShort,
    ReasonLong,
    /// Enough for one day.
    TooMany,
}

/// The course that stands open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    Now(CourseId),
    /// It was open to the user anyway; nothing was opened and nothing is to be reviewed.
    Already(CourseId),
}

/// The page itself: whether the actor may, and for how many hours a course would stand open.
pub async fn hours(app: &App, actor: &Actor, now: Moment) -> Result<i64> {
    app.allow(actor, Action::BreakGlass, What::EmergencyAccess, now).await?;
    let mut tx = app.db.read().await?;
    let hours = rules::all(&mut tx).await?.value(RuleCode::EmergencyHours, app.today(now))?;
    tx.commit().await?;
    Ok(hours)
}

fn faults(case_number: &str, reason: &str) -> Vec<Refused> {
    let length = reason.chars().count();
    let faults = [
        case_number.is_empty().then_some(Refused::CaseMissing),
        (length < SHORTEST_REASON).then_some(Refused::ReasonShort),
        (length > LONGEST_REASON).then_some(Refused::ReasonLong),
    ];
    faults.into_iter().flatten().collect()
}

/// Opens the course with the case number to the actor.
pub async fn open(
    app: &App,
    actor: &Actor,
    case_number: &str,
    reason: &str,
    now: Moment,
) -> Result<std::result::Result<Opened, Vec<Refused>>> {
    app.allow(actor, Action::BreakGlass, What::EmergencyAccess, now).await?;
    let user = actor.user().ok_or(Error::NotFound)?;
    let (case_number, reason) = (case_number.trim(), reason.trim());
    let faults = faults(case_number, reason);
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    let mut tx = app.changing(actor, now).await?;
    if is_enough(app, &mut tx, user, now).await? {
        return refused(tx, Refused::TooMany).await;
    }
    let Some(course) = courses::by_case_number(&mut tx, case_number).await? else {
        return refused(tx, Refused::NoSuchCase).await;
    };
    let clause = clause(app, actor, course, now).ok_or(Error::NotFound)?;
    if is_open(app, &mut tx, actor, &clause, now).await? {
        tx.commit().await?;
        return Ok(Ok(Opened::Already(course)));
    }
    let hours = rules::all(&mut tx).await?.value(RuleCode::EmergencyHours, app.today(now))?;
    let until = now.plus_seconds(hours.clamp(1, 24) * 3_600);
    let access = emergencies::open(&mut tx, &Opening { user, course, reason, at: now, until }).await?;
    let person = courses::person_of(&mut tx, course).await?.ok_or(Error::NotFound)?;
    tx.saw(&clause, What::EmergencyAccess, person, Some(course));
    let event = Event::EmergencyOpened { access, course, until: until.epoch() };
    audit(&mut tx, now, Some(user), event).await?;
    tx.commit().await?;
    Ok(Ok(Opened::Now(course)))
}

async fn refused<T>(mut tx: Reading, why: Refused) -> Result<std::result::Result<T, Vec<Refused>>> {
    tx.refused(What::EmergencyAccess, None, None);
    tx.commit().await?;
    Ok(Err(vec![why]))
}

async fn is_enough(app: &App, tx: &mut Reading, user: UserId, now: Moment) -> Result<bool> {
    let midnight = app.midnight(app.today(now));
    Ok(emergencies::opened_since(tx, user, midnight).await? >= OPENINGS_A_DAY
        || emergencies::refused_since(tx, user, midnight).await? >= MISSES_A_DAY)
}

/// The right that the opening gives: that of the actor's role with emergency access.
fn clause(app: &App, actor: &Actor, course: CourseId, now: Moment) -> Option<Clause> {
    let Actor::User(user) = actor else { return None };
    let mut user = user.clone();
    user.emergencies = vec![course];
    let reach = decide(&Actor::User(user), Action::ReadCourses, app.today(now)).ok()?;
    let given = reach.clauses().iter().filter(|clause| clause.to == To::Emergency(course));
    given.copied().reduce(|first, other| Clause { fields: first.fields.and(other.fields), ..first })
}

/// Whether the actor sees as much of the course already, by place or by an emergency access that is open.
async fn is_open(app: &App, tx: &mut Reading, actor: &Actor, clause: &Clause, now: Moment) -> Result<bool> {
    let To::Emergency(course) = clause.to else { return Ok(false) };
    let seen = match decide(actor, Action::ReadCourses, app.today(now)) {
        Ok(reach) => emergencies::fields(tx, &reach, course).await?,
        Err(_) => Fields::NONE,
    };
    if seen.and(clause.fields) == seen {
        return Ok(true);
    }
    // The same form sent twice at once: the second comes when the first is done.
    let user = actor.user().ok_or(Error::NotFound)?;
    Ok(emergencies::open_until(tx, user, course, now).await?.is_some())
}
