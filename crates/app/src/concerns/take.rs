//! A report is taken up, once: a course is begun with it, it is tied to one, or nothing comes of it.

use lods_domain::access::{Action, Actor, Clause, Place, Reach, What};
use lods_domain::audit::Event;
use lods_domain::concerns::taking::{LONGEST_REASON, LONGEST_VALUE};
use lods_domain::concerns::{TakeFault, TakenUp};
use lods_domain::courses::Phase;
use lods_domain::ids::{ConcernReportId, CourseId, PersonId};
use lods_domain::people::Person;
use lods_domain::steps::StepKind;
use lods_domain::{Cpr, Moment};
use lods_i18n::{fold, sort_key};
use lods_store::concerns::{self, Report};
use lods_store::steps::{self, NewStep};
use lods_store::{Reading, courses, extract, units};

use super::{right, show};
use crate::courses::rollups;
use crate::{App, Error, Result, audit, found};

/// A course to be begun with the report.
#[derive(Debug, Clone, Copy)]
pub struct Begin<'a> {
    /// `None` is the number that was told.
    pub cpr: Option<Cpr>,
    /// Names and contact are written where the citizen is new; of a known citizen they stay as they are.
    pub given_name: &'a str,
    pub family_name: &'a str,
    pub phone: &'a str,
    pub email: &'a str,
    pub target_group: i64,
    pub home: Place,
    /// The number is right, although it is known under another name.
    pub confirmed: bool,
}

/// How it is to be taken up.
#[derive(Debug, Clone, Copy)]
pub enum Take<'a> {
    Begin(Begin<'a>),
    /// To the course with the case number.
    Tie(&'a str),
    /// Nothing comes of it, for the reason.
    Leave {
        duplicate: bool,
        reason: &'a str,
    },
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Took {
    /// The course that it is with now.
    Course(CourseId),
    Left,
    /// Somebody was first; nothing was done.
    Already,
    Fault(TakeFault),
}

/// What is known in the course of taking up.
struct Taking<'a> {
    app: &'a App,
    actor: &'a Actor,
    reach: &'a Reach,
    by: Clause,
    report: Report,
    now: Moment,
}

type Outcome = std::result::Result<(TakenUp, Option<CourseId>), TakeFault>;

/// Takes up the report.
pub async fn take(app: &App, actor: &Actor, id: ConcernReportId, how: Take<'_>, now: Moment) -> Result<Took> {
    let reach = app.allow(actor, Action::TakeConcern, What::Concerns, now).await?;
    let by = right(&reach)?;
    let mut reading = app.changing(actor, now).await?;
    let report = concerns::get(&mut reading, &by, id).await?;
    let (mut tx, report) = found(reading, report).await?;
    if report.taken.is_some() {
        tx.commit().await?;
        return Ok(Took::Already);
    }
    let taking = Taking { app, actor, reach: &reach, by, report, now };
    let (reason, outcome) = match how {
        Take::Begin(begin) => ("", taking.begin(&mut tx, begin).await?),
        Take::Tie(case_number) => ("", taking.tie(&mut tx, case_number).await?),
        Take::Leave { duplicate, reason } => (reason.trim(), leave(duplicate, reason)),
    };
    let (how, course) = match outcome {
        Ok(taken) => taken,
        Err(fault) => {
            // Nothing is written yet but who was looked up.
            tx.commit().await?;
            return Ok(Took::Fault(fault));
        }
    };
    if !concerns::take(&mut tx, &taking.report, how, (actor.user(), now), (course, reason)).await? {
        return Ok(Took::Already);
    }
    let event = Event::ConcernTakenUp { report: id.0, how: how.code(), course };
    audit(&mut tx, now, actor.user(), event).await?;
    tx.commit().await?;
    Ok(course.map_or(Took::Left, Took::Course))
}

fn leave(duplicate: bool, reason: &str) -> Outcome {
    if reason.trim().is_empty() {
        return Err(TakeFault::NoReason);
    }
    if reason.chars().count() > LONGEST_REASON {
        return Err(TakeFault::ReasonTooLong);
    }
    Ok((if duplicate { TakenUp::Duplicate } else { TakenUp::NoCourse }, None))
}

impl Taking<'_> {
    async fn begin(&self, tx: &mut Reading, begin: Begin<'_>) -> Result<Outcome> {
        let Some(cpr) = begin.cpr.or(self.report.told.cpr) else { return Ok(Err(TakeFault::NoNumber)) };
        if let Err(fault) = self.may_begin(tx, &begin).await? {
            return Ok(Err(fault));
        }
        let person = match self.known(tx, cpr, &begin).await? {
            Ok(Some(person)) => person,
            Ok(None) => write_person(tx, cpr, &begin).await?,
            Err(fault) => return Ok(Err(fault)),
        };
        let course = self.begin_course(tx, person, &begin).await?;
        self.write_step(tx, course, self.by).await?;
        Ok(Ok((TakenUp::Course, Some(course))))
    }

    /// What was typed will do, and the course will be within the reach of whoever begins it.
    async fn may_begin(&self, tx: &mut Reading, begin: &Begin<'_>) -> Result<std::result::Result<(), TakeFault>> {
        let values = [begin.given_name, begin.family_name, begin.phone, begin.email];
        if values.iter().any(|value| value.chars().count() > LONGEST_VALUE) {
            return Ok(Err(TakeFault::ValueTooLong));
        }
        if begin.given_name.trim().is_empty() || begin.family_name.trim().is_empty() {
            return Ok(Err(TakeFault::NoName));
        }
        if matches!((self.report.told.cpr, begin.cpr), (Some(told), Some(typed)) if told != typed) && !begin.confirmed {
            return Ok(Err(TakeFault::OtherPerson));
        }
        if !units::target_groups(tx).await?.iter().any(|(id, _)| *id == begin.target_group) {
            return Ok(Err(TakeFault::NoTargetGroup));
        }
        let homes = show::homes(tx, self.reach).await?;
        let reached = homes.iter().any(|home| home.place == begin.home);
        Ok(if reached { Ok(()) } else { Err(TakeFault::NoHome) })
    }

    /// The citizen, where the number is known; a number that is known under another name may be mistyped.
    async fn known(
        &self,
        tx: &mut Reading,
        cpr: Cpr,
        begin: &Begin<'_>,
    ) -> Result<std::result::Result<Option<PersonId>, TakeFault>> {
        let Some(citizen) = concerns::citizen(tx, &self.by, cpr).await? else { return Ok(Ok(None)) };
        let named = fold(&format!("{} {}", begin.given_name, begin.family_name));
        Ok(match citizen {
            citizen if citizen.restricted => Err(TakeFault::Restricted),
            citizen if citizen.folded != named && !citizen.folded.is_empty() && !begin.confirmed => {
                Err(TakeFault::OtherName)
            }
            citizen => Ok(Some(citizen.person)),
        })
    }

    /// Takes the next number that no course has: year and number, with a letter that no other system's numbers have.
    async fn begin_course(&self, tx: &mut Reading, person: PersonId, begin: &Begin<'_>) -> Result<CourseId> {
        let (year, first) = (self.app.today(self.now).year(), concerns::next_course(tx).await?);
        let (department, unit) = match begin.home {
            Place::Municipality => (None, None),
            Place::Department(department) => (Some(department), None),
            Place::Unit(unit) => (None, Some(unit)),
        };
        for number in first..first.saturating_add(NUMBERS_TRIED) {
            let new = concerns::NewCourse {
                case_number: &format!("{year}-L{number:05}"),
                person,
                target_group: begin.target_group,
                concern: self.report.need_on,
                department,
                unit,
            };
            if let Some(course) = concerns::begin_course(tx, &new).await? {
                return Ok(course);
            }
        }
        Err(Error::NotFound)
    }

    async fn tie(&self, tx: &mut Reading, case_number: &str) -> Result<Outcome> {
        let Some(course) = courses::by_case_number(tx, case_number).await? else {
            return Ok(Err(TakeFault::NoCourse));
        };
        let Some(shown) = courses::get(tx, self.reach, course, What::Concerns).await? else {
            return Ok(Err(TakeFault::NoCourse));
        };
        if shown.is_restricted() {
            return Ok(Err(TakeFault::Restricted));
        }
        if matches!(shown.dates().phase(self.app.today(self.now)), Phase::Closed | Phase::Refused) {
            return Ok(Err(TakeFault::CourseOver));
        }
        if let Some(cpr) = self.report.told.cpr {
            let citizen = concerns::citizen(tx, &self.by, cpr).await?;
            if citizen.is_none_or(|citizen| citizen.person != shown.person()) {
                return Ok(Err(TakeFault::OtherPerson));
            }
        }
        // The clock runs from the first need that was seen.
        let dates = shown.dates();
        if dates.decided.is_none() && dates.concern.is_none_or(|known| self.report.need_on < known) {
            concerns::earlier_need(tx, course, self.report.need_on).await?;
        }
        let by = shown.admitting().first().copied().unwrap_or(self.by);
        self.write_step(tx, course, by).await?;
        Ok(Ok((TakenUp::Course, Some(course))))
    }

    /// The concern as a step of the course, under the report's key, and what is counted of the course anew.
    async fn write_step(&self, tx: &mut Reading, course: CourseId, by: Clause) -> Result<()> {
        let (report, user) = (&self.report, self.actor.user());
        let new = NewStep {
            key: &report.key,
            course,
            kind: StepKind::Concern,
            day: report.need_on,
            at: self.now,
            user,
            role: by.role,
            answers: &report.told.answers,
            stood: None,
            subject: None,
        };
        if let Some(step) = steps::insert(tx, &new).await? {
            let event = Event::StepTaken { course, step, kind: StepKind::Concern.code() };
            audit(tx, self.now, user, event).await?;
        }
        rollups::rebuild(tx, Some(course), self.app.today(self.now)).await
    }
}

/// Case numbers that are tried before it is given up: others may have been imported.
const NUMBERS_TRIED: i64 = 1_000;

async fn write_person(tx: &mut Reading, cpr: Cpr, begin: &Begin<'_>) -> Result<PersonId> {
    let text = |text: &str| text.trim().to_owned();
    let person = Person {
        cpr,
        given_name: text(begin.given_name),
        family_name: text(begin.family_name),
        address: String::new(),
        postcode: String::new(),
        city: String::new(),
        phone: text(begin.phone),
        email: text(begin.email),
        gender: None,
        interests: Vec::new(),
        needs: Vec::new(),
        address_protected: false,
    };
    let sort_name = sort_key(&format!("{} {}", person.family_name, person.given_name));
    let row = extract::person_row(tx.keys(), &person, fold(&person.full_name()), sort_name)?;
    let mut people = extract::people();
    people.row(tx, row).await?;
    people.finish(tx).await?;
    let person = lods_store::people::by_cpr(tx, cpr).await?;
    person.ok_or(Error::NotFound)
}
