//! Retention: what is past its period is proposed; a leader decides. Nothing goes by age alone.
//!
//! A case is pseudonymised only after somebody said that it is delivered to the archive or may be discarded
//! (arkivbekendtgørelsen § 5). What figures are made of stays: days, hours, decisions, scores. On PostgreSQL what was
//! there stays in dead rows until the database's own VACUUM; SQLite overwrites it at once (`secure_delete`).

use lods_domain::access::{Action, Actor, What};
use lods_domain::audit::Event;
use lods_domain::courses::EndReason;
use lods_domain::ids::PersonId;
use lods_domain::{Day, Moment};
use lods_i18n::sort_key;
use lods_store::extract::list as words;
use lods_store::retention::{self, Decided, Due, Nobody, Past, Rule, Texts, Word};
use lods_store::{Tx, figures};

use crate::access::tokens::random_key;
use crate::courses::rollups;
use crate::paging::{PAGE, pages, within};
use crate::{App, Error, Result, audit};

/// A decision to keep is asked for again after a year.
const KEPT_SECONDS: i64 = 365 * 24 * 60 * 60;
/// What stands where a text was that a figure asks for.
const ERASED: &str = "Slettet";

/// Someone whose data are past their period.
#[derive(Debug, Clone)]
pub struct Proposed {
    pub due: Due,
    pub due_on: Day,
    /// The rule by which.
    pub source: String,
}

/// One page of what is due.
#[derive(Debug)]
pub struct DuePage {
    pub rows: Vec<Proposed>,
    pub count: i64,
    /// 1 for the first.
    pub page: i64,
    /// Lines of the access log that are past their period, and the rule.
    pub old_log: i64,
    pub log_rule: Option<Rule>,
    /// Concerns that were told and that no course came of, past their period, and the rule.
    pub old_reports: i64,
    pub reports_rule: Option<Rule>,
}

impl DuePage {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.count)
    }
}

struct Periods {
    rules: Vec<Rule>,
    today: Day,
}

impl Periods {
    async fn of(tx: &mut Tx, today: Day) -> Result<Periods> {
        Ok(Periods { rules: retention::rules(tx, today).await?, today })
    }

    fn rule(&self, kind: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.kind == kind)
    }

    /// What ended on this day or before is past its period. Without a rule nothing is.
    fn by(&self, kind: &str) -> Day {
        self.rule(kind).map_or(Day::FIRST, |rule| self.today.plus_months(-rule.months))
    }

    fn past<'r>(&self, reach: &'r lods_domain::access::Reach, now: Moment) -> Past<'r> {
        let (closed_by, refused_by) = (self.by(CLOSED), self.by(REFUSED));
        Past { reach, closed_by, refused_by, kept_since: now.plus_seconds(-KEPT_SECONDS) }
    }

    fn proposed(&self, due: Due) -> Proposed {
        let rule = self.rule(kind_of(&due));
        let due_on = rule.map_or(due.last, |rule| due.last.plus_months(rule.months));
        Proposed { due, due_on, source: rule.map(|rule| rule.source.clone()).unwrap_or_default() }
    }
}

const CLOSED: &str = "closed-course";
const REFUSED: &str = "refused-concern";
const LOG: &str = "access-log";

fn kind_of(due: &Due) -> &'static str {
    if due.closed { CLOSED } else { REFUSED }
}

/// What is due, by when it ended.
pub async fn due(app: &App, actor: &Actor, page: i64, now: Moment) -> Result<DuePage> {
    let reach = app.allow(actor, Action::ApproveRetention, What::Retention, now).await?;
    let mut reading = app.reading(actor, now).await?;
    let periods = Periods::of(&mut reading, app.today(now)).await?;
    let past = periods.past(&reach, now);
    let count = retention::count(&mut reading, past).await?;
    let page = within(page, count);
    let rows = retention::due(&mut reading, past, None, PAGE, (page - 1) * PAGE).await?;
    // The access log is the whole municipality's.
    // So is a concern that no course came of: it has no unit.
    let (old_log, old_reports) = match reach.is_all() {
        true => {
            let old_log = retention::old_log(&mut reading, before(app, &periods, LOG)).await?;
            (old_log, retention::old_reports(&mut reading, before(app, &periods, REFUSED)).await?)
        }
        false => (0, 0),
    };
    reading.commit().await?;
    let (log_rule, reports_rule) = (periods.rule(LOG).cloned(), periods.rule(REFUSED).cloned());
    let rows = rows.into_iter().map(|due| periods.proposed(due)).collect();
    Ok(DuePage { rows, count, page, old_log, log_rule, old_reports, reports_rule })
}

/// The moment before which what has no person of its own is past the period of the kind.
fn before(app: &App, periods: &Periods, kind: &str) -> Moment {
    let start = periods.by(kind).date().to_datetime(jiff::civil::Time::midnight());
    app.clock.moment(start).unwrap_or(Moment::from_epoch(i64::MIN))
}

/// What a leader decides about a person who is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice<'a> {
    /// The case is delivered to the archive, or may be discarded.
    Archived {
        delivered: bool,
    },
    /// Kept for a year, for the reason.
    Keep {
        reason: &'a str,
    },
    Pseudonymise,
}

/// Why a decision is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotYet {
    /// To keep something takes a reason of at most 500 characters.
    NoReason,
    /// First the archive.
    NotArchived,
}

/// Decides about a person who is due; who is not, is not found.
pub async fn decide(
    app: &App,
    actor: &Actor,
    person: PersonId,
    choice: Choice<'_>,
    now: Moment,
) -> Result<std::result::Result<(), NotYet>> {
    let reach = app.allow(actor, Action::ApproveRetention, What::Retention, now).await?;
    let today = app.today(now);
    let mut tx = app.changing(actor, now).await?;
    let periods = Periods::of(&mut tx, today).await?;
    let due = retention::due(&mut tx, periods.past(&reach, now), Some(person), 1, 0).await?.pop();
    let proposed = periods.proposed(due.ok_or(Error::NotFound)?);
    let (action, reason) = match choice {
        Choice::Archived { delivered: true } => ("archived", "Afleveret til arkiv"),
        Choice::Archived { delivered: false } => ("archived", "Må kasseres"),
        Choice::Keep { reason } if reason.trim().is_empty() || reason.chars().count() > 500 => {
            return Ok(Err(NotYet::NoReason));
        }
        Choice::Keep { reason } => ("keep", reason.trim()),
        Choice::Pseudonymise if !proposed.due.archived => return Ok(Err(NotYet::NotArchived)),
        Choice::Pseudonymise => ("pseudonymise", ""),
    };
    let kind = kind_of(&proposed.due);
    if choice == Choice::Pseudonymise {
        pseudonymise(&mut tx, person, today).await?;
    }
    let decided = Decided { kind, subject: person.0, due_on: proposed.due_on, action, reason };
    retention::decide(&mut tx, decided, actor.user(), now).await?;
    audit(&mut tx, now, actor.user(), Event::RetentionDecided { kind, subject: person.0, action }).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Takes the person out and makes the rollups anew. What figures ask of a text – that there is a purpose, which of the
/// model's reasons ended the course, whether the mentor had what was needed – stays as a word that tells nothing more.
async fn pseudonymise(tx: &mut Tx, person: PersonId, today: Day) -> Result<()> {
    let (courses, needs) = retention::texts(tx, person).await?;
    let needs = if all_met(tx, &courses, &needs).await? { "" } else { ERASED };
    for course in &courses {
        let purpose = if course.has_purpose { ERASED } else { "" };
        let end_reason = end_word(&course.end_reason);
        retention::set_texts(tx, course, purpose, end_reason).await?;
    }
    retention::empty(tx, person, Word { text: ERASED, end_reason: end_word }).await?;
    let hash = random_key()?;
    let sort_name = sort_key("borger Slettet");
    let nobody = Nobody { given_name: ERASED, family_name: "borger", sort_name, hash: &hash, needs, on: today };
    retention::erase(tx, person, nobody).await?;
    for course in &courses {
        rollups::rebuild(tx, Some(course.course), today).await?;
    }
    Ok(())
}

/// The word of the model's reason for which a course ended, which figures ask for.
fn end_word(end_reason: &str) -> &'static str {
    match EndReason::of_text(end_reason) {
        Some(EndReason::Wish) => "Ønske",
        Some(EndReason::Professional) => "Tungtvejende faglige grunde",
        None => "",
    }
}

/// Whether each course's mentor had everything that was needed.
async fn all_met(tx: &mut Tx, courses: &[Texts], needs: &str) -> Result<bool> {
    let needs: Vec<String> = words(needs).iter().map(|need| need.to_lowercase()).collect();
    let mentors = figures::mentors(tx).await?;
    let met = |course: &Texts| {
        let mentor = course.mentor.and_then(|id| mentors.iter().find(|(other, ..)| *other == id));
        mentor.is_none_or(|(_, has, _)| {
            needs.iter().all(|need| has.iter().any(|competence| competence.to_lowercase() == *need))
        })
    };
    Ok(courses.iter().all(met))
}

/// Deletes the lines of the access log that are past their period. Gives how many went.
pub async fn delete_old_log(app: &App, actor: &Actor, now: Moment) -> Result<u64> {
    delete_old(app, actor, LOG, now).await
}

/// Deletes the concerns that were told and that no course came of, past their period. Whoever decides it knows that the
/// archive is in place for them. Gives how many went.
pub async fn delete_old_reports(app: &App, actor: &Actor, now: Moment) -> Result<u64> {
    delete_old(app, actor, REFUSED, now).await
}

async fn delete_old(app: &App, actor: &Actor, kind: &'static str, now: Moment) -> Result<u64> {
    let reach = app.allow(actor, Action::ApproveRetention, What::Retention, now).await?;
    if !reach.is_all() {
        return Err(Error::NotFound);
    }
    let mut tx = app.db.begin().await?;
    let periods = Periods::of(&mut tx, app.today(now)).await?;
    if periods.rule(kind).is_none() {
        return Err(Error::NotFound);
    }
    let before = before(app, &periods, kind);
    let deleted = match kind {
        LOG => retention::delete_log(&mut tx, before).await?,
        _ => retention::delete_reports(&mut tx, before).await?,
    };
    if deleted > 0 {
        let decided = Decided { kind, subject: 0, due_on: periods.by(kind), action: "delete", reason: "" };
        retention::decide(&mut tx, decided, actor.user(), now).await?;
        audit(&mut tx, now, actor.user(), Event::RetentionDecided { kind, subject: 0, action: "delete" }).await?;
    }
    tx.commit().await?;
    Ok(deleted)
}
