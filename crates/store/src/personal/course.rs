//! What was done in a person's courses, as insight gives it: the steps that the reader sees, what they departed from, and
//! the concerns that were told.
//!
//! Of a concern the person is given what was told about them and not the name of a private person who told it, nor any
//! teller's way of contact: the right of access shall not harm others (GDPR article 15(4)), and a party's access gives way
//! to weighty private interests (our reading of forvaltningsloven § 15 b). A caseworker who weighs it otherwise has the
//! report. Who tells on duty is named, as the writer of a note is.

use std::collections::HashMap;

use lods_domain::access::{Field, Fields};
use lods_domain::concerns::Told;
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::people::insight::{Held, HeldTable};
use lods_domain::steps::{Answer, Answers, Choice, Input, Recorded, StepField, StepKind, field_of, form};
use lods_domain::{Day, Moment};

use super::Asked;
use super::read::courses;
use crate::sealed::Sealed;
use crate::{Error, Query, Reading, query, steps};

fn of_courses(sql: &str, asked: Asked<'_>) -> Query {
    let mut list = query(sql);
    courses(&mut list, asked);
    list
}

fn day(epoch: i64, what: &'static str) -> Result<Held, Error> {
    Day::from_epoch(epoch).map(Held::Day).ok_or(Error::Unknown { what })
}

fn text(text: Option<String>) -> Held {
    text.map_or(Held::Nothing, Held::Text)
}

fn table(name: &'static str, columns: &[&'static str], rows: Vec<Vec<Held>>) -> Option<HeldTable> {
    (!rows.is_empty()).then_some(HeldTable { name, columns: columns.to_vec(), rows })
}

/// What the ids in answers stand for.
struct Names {
    users: HashMap<i64, String>,
    mentors: HashMap<i64, String>,
    goals: HashMap<i64, String>,
}

impl Names {
    async fn read(reading: &mut Reading, asked: Asked<'_>) -> Result<Names, Error> {
        let sql = "SELECT u.id, u.name FROM users u WHERE u.id IN
                       (SELECT s.user_id FROM course_steps s WHERE s.course_id IN ";
        let mut users = of_courses(sql, asked);
        users.push(")", []);
        let users: Vec<(i64, String)> = reading.all(users).await?;
        let mentors: Vec<(i64, String)> = match asked.fields.has(Field::Provider) {
            true => reading.all(query("SELECT id, name FROM mentors")).await?,
            false => Vec::new(),
        };
        let goals: Vec<(i64, String)> = match asked.fields.has(Field::Goals) {
            true => reading.all(of_courses("SELECT g.id, g.code FROM goals g WHERE g.course_id IN ", asked)).await?,
            false => Vec::new(),
        };
        let map = |rows: Vec<(i64, String)>| rows.into_iter().collect();
        Ok(Names { users: map(users), mentors: map(mentors), goals: map(goals) })
    }

    /// The answers with a name, a goal's number or a step's day in place of each id.
    fn in_words(&self, step: &Recorded, all: &[Recorded]) -> Answers {
        let mut answers = Answers::default();
        for (field, answer) in step.answers.all(step.kind) {
            let answer = match answer {
                Answer::Id(id) => self.name(input(step.kind, field), *id, all),
                answer => Some(answer.clone()),
            };
            if let Some(answer) = answer {
                answers.set(field, answer);
            }
        }
        answers
    }

    fn name(&self, input: Option<Input>, id: i64, all: &[Recorded]) -> Option<Answer> {
        match input? {
            Input::Mentor => self.mentors.get(&id).cloned().map(Answer::Text),
            Input::Goal => self.goals.get(&id).cloned().map(Answer::Text),
            Input::Step(_) => all.iter().find(|step| step.id.0 == id).map(|step| Answer::Day(step.day)),
            _ => None,
        }
    }
}

fn input(kind: StepKind, field: StepField) -> Option<Input> {
    form(kind).iter().find(|asked| asked.field == field).map(|asked| asked.input)
}

/// The steps that the reader sees, in the order in which they were recorded.
pub(super) async fn course_steps(reading: &mut Reading, asked: Asked<'_>) -> Result<Option<HeldTable>, Error> {
    let all = steps::within(reading, |list| _ = courses(list, asked)).await?;
    let names = Names::read(reading, asked).await?;
    let seen = all.iter().filter(|step| asked.fields.has(field_of(&all, step)));
    let row = |step: &Recorded| {
        let by = step.user.and_then(|user| names.users.get(&user.0).cloned());
        vec![
            Held::Step(step.kind),
            Held::Day(step.day),
            Held::Moment(step.at),
            text(by),
            Held::Answers(step.kind, names.in_words(step, &all)),
            Held::YesNo(step.undone_by.is_some()),
        ]
    };
    let columns = ["kind", "day", "recorded_at", "user_id", "answers", "undone_by"];
    Ok(table("course_steps", &columns, seen.map(row).collect()))
}

type Departed = (String, i64, String, String, String, String);

/// The recommendations that the steps departed from which the reader sees.
pub(super) async fn departures(reading: &mut Reading, asked: Asked<'_>) -> Result<Option<HeldTable>, Error> {
    let sql = "SELECT d.recommendation, d.day, d.cause, d.reason, s.key, s.kind
               FROM departures d JOIN course_steps s ON s.id = d.step_id WHERE d.course_id IN ";
    let mut list = of_courses(sql, asked);
    list.push(" ORDER BY d.step_id, d.recommendation", []);
    let found: Vec<Departed> = reading.all(list).await?;
    let mut rows = Vec::with_capacity(found.len());
    for (recommendation, on, cause, reason, key, kind) in found {
        let unknown = |what| Error::Unknown { what };
        let kind = StepKind::from_code(&kind).ok_or_else(|| unknown("course_steps.kind"))?;
        if !asked.fields.has(kind.field()) {
            continue;
        }
        let recommendation = Recommendation::from_code(&recommendation);
        let cause = Choice::from_code(&cause).ok_or_else(|| unknown("departures.cause"))?;
        let reason = Sealed::DepartureReason.open(reading.keys(), &key, &reason)?;
        rows.push(vec![
            Held::Recommendation(recommendation.ok_or_else(|| unknown("departures.recommendation"))?),
            day(on, "departures.day")?,
            Held::Cause(cause),
            text(Some(reason).filter(|reason| !reason.is_empty())),
        ]);
    }
    Ok(table("departures", &["recommendation", "day", "cause", "reason"], rows))
}

type Reported = (String, i64, Option<String>, i64, String);

/// What was told and became part of a course; and, where the notes of the case are given too because somebody reads them
/// through, what was told about the person's number and became no course, or not yet.
pub(super) async fn concern_reports(reading: &mut Reading, asked: Asked<'_>) -> Result<Option<HeldTable>, Error> {
    if !asked.fields.has(Field::Decisions) {
        return Ok(None);
    }
    let sql = "SELECT r.key, r.received_at, u.name, r.need_on, r.told
               FROM concern_reports r LEFT JOIN users u ON u.id = r.user_id WHERE (r.course_id IN ";
    let mut list = of_courses(sql, asked);
    if asked.fields.has(Field::TeamNotes) {
        let own = " OR r.cpr_hash = (SELECT p.cpr_hash FROM people p WHERE p.id = ?)";
        list.push(own, [asked.person.into()]);
    }
    list.push(") ORDER BY r.received_at, r.id", []);
    let found: Vec<Reported> = reading.all(list).await?;
    let mut rows = Vec::with_capacity(found.len());
    for (key, received_at, by, need_on, told) in found {
        let told = Told::of_kept(&Sealed::ConcernTold.open(reading.keys(), &key, &told)?)
            .map_err(|_| Error::Unknown { what: "concern_reports.told" })?;
        rows.push(vec![
            Held::Moment(Moment::from_epoch(received_at)),
            text(by),
            day(need_on, "concern_reports.need_on")?,
            Held::Told(Box::new(seen(told, asked.fields))),
        ]);
    }
    Ok(table("concern_reports", &["received_at", "user_id", "need_on", "told"], rows))
}

/// What the reader sees of it: number, name and contact as on the course's page.
fn seen(told: Told, fields: Fields) -> Told {
    let mut told = told.without_private_teller();
    told.cpr = told.cpr.filter(|_| fields.has(Field::Cpr));
    told.born = told.born.filter(|_| fields.has(Field::Cpr));
    if !fields.has(Field::Name) {
        told.name.clear();
    }
    if !fields.has(Field::Contact) || !fields.has(Field::ProtectedAddress) {
        // A way of contact may be an address.
        told.contact.clear();
    }
    told
}
