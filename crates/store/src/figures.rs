//! What the figures are counted from, read in as few rows and columns as they need.

use lods_domain::courses::{CourseDates, Decision};
use lods_domain::figures::courses::CostRow;
use lods_domain::figures::fidelity::CourseFacts;
use lods_domain::ids::{CourseId, MentorId, PersonId, UnitId};
use lods_domain::units::UnitKind;
use lods_domain::{Day, Ore, Period};

use crate::facts::{Frame, days, unpack};
use crate::sealed::Sealed;
use crate::{Error, Tx, query};

/// A granted course that has started, by whom and for which group.
#[derive(Debug, Clone, Copy)]
pub struct Started {
    pub unit: Option<UnitId>,
    pub group: i64,
    pub start: Day,
    pub end: Option<Day>,
}

impl Started {
    #[must_use]
    pub fn dates(&self) -> CourseDates {
        let decision = Some(Decision::Granted);
        CourseDates { decision, start: Some(self.start), end: self.end, ..CourseDates::default() }
    }
}

/// Granted courses that touch the period (`measures.md`, *active in a period*).
pub async fn started(tx: &mut Tx, period: Period) -> Result<Vec<Started>, Error> {
    let sql = "SELECT unit_id, target_group_id, start_on, end_on FROM courses
               WHERE decision = $1 AND start_on <= $2 AND (end_on IS NULL OR end_on >= $3)";
    let touched = query(sql).bind(Decision::Granted.code()).bind(period.last()).bind(period.first());
    let mut all = Vec::new();
    tx.each(touched, |(unit, group, start, end): (Option<i64>, i64, i64, Option<i64>)| {
        let start = Day::from_epoch(start).ok_or(Error::Unknown { what: "courses.start_on" })?;
        all.push(Started { unit: unit.map(UnitId), group, start, end: end.and_then(Day::from_epoch) });
        Ok(())
    })
    .await?;
    Ok(all)
}

/// The units' postings in each year of the period.
pub async fn costs(tx: &mut Tx, period: Period) -> Result<Vec<CostRow>, Error> {
    let sql = "SELECT u.kind, p.day, CAST(sum(p.ore) AS BIGINT) FROM postings p JOIN units u ON u.id = p.unit_id
               WHERE p.day BETWEEN $1 AND $2 GROUP BY u.kind, p.day";
    let rows: Vec<(String, i64, i64)> = tx.all(query(sql).bind(period.first()).bind(period.last())).await?;
    let cost = |(kind, day, ore): (String, i64, i64)| {
        let kind = UnitKind::from_code(&kind).ok_or(Error::Unknown { what: "units.kind" })?;
        let day = Day::from_epoch(day).ok_or(Error::Unknown { what: "postings.day" })?;
        Ok(CostRow { kind: Some(kind), year: day.year(), cost: Ore(ore) })
    };
    rows.into_iter().map(cost).collect()
}

/// The unit's postings in the period.
pub async fn cost_of_unit(tx: &mut Tx, unit: UnitId, period: Period) -> Result<Ore, Error> {
    let sql = "SELECT CAST(coalesce(sum(ore), 0) AS BIGINT) FROM postings WHERE unit_id = $1 AND day BETWEEN $2 AND $3";
    let (ore,): (i64,) = tx.one(query(sql).bind(unit).bind(period.first()).bind(period.last())).await?;
    Ok(Ore(ore))
}

/// Face-to-face minutes of a mentor.
#[derive(Debug, Clone)]
pub struct MentorMinutes {
    pub mentor: MentorId,
    pub name: String,
    pub ata_minutes: i64,
}

/// Face-to-face minutes of the unit's mentors in the period's months, by name of mentor. A unit has some hundreds of
/// mentors at most.
pub async fn minutes_of_unit(tx: &mut Tx, unit: UnitId, period: Period) -> Result<Vec<MentorMinutes>, Error> {
    let sql = "SELECT m.id, m.name, CAST(sum(mm.ata_minutes) AS BIGINT)
               FROM mentors m JOIN mentor_months mm ON mm.mentor_id = m.id
               WHERE m.unit_id = $1 AND mm.month BETWEEN $2 AND $3 GROUP BY m.id, m.name, m.sort_name
               ORDER BY m.sort_name, m.id";
    let (first, last) = (period.first().month_index(), period.last().month_index());
    let rows: Vec<(i64, String, i64)> = tx.all(query(sql).bind(unit).bind(first).bind(last)).await?;
    let minutes = |(id, name, ata_minutes)| MentorMinutes { mentor: MentorId(id), name, ata_minutes };
    Ok(rows.into_iter().map(minutes).collect())
}

/// First and last day on which something in the database happened: what a figure offers as its years.
pub async fn years(tx: &mut Tx) -> Result<Option<(i16, i16)>, Error> {
    let sql = "SELECT min(start_on), max(start_on) FROM courses";
    let (first, last): (Option<i64>, Option<i64>) = tx.one(query(sql)).await?;
    let year = |day: Option<i64>| day.and_then(Day::from_epoch).map(Day::year);
    Ok(year(first).zip(year(last)))
}

/// A course that may be judged, with its facts as they are kept.
#[derive(Debug)]
pub struct Judged {
    pub id: CourseId,
    pub person: PersonId,
    pub case_number: String,
    /// One a line.
    pub needs: String,
    /// With the mentor, and the dates that are judged by.
    pub frame: Frame,
    pub facts: CourseFacts,
}

/// Granted courses that touch the period, each with its facts.
pub async fn judged(tx: &mut Tx, period: Period) -> Result<Vec<Judged>, Error> {
    let sql = "SELECT c.id, c.person_id, c.case_number, p.cpr_hash, p.needs, c.mentor_id, f.last_event_on, f.packed
               FROM courses c JOIN people p ON p.id = c.person_id JOIN course_facts f ON f.course_id = c.id
               WHERE c.decision = $1 AND c.start_on <= $2 AND (c.end_on IS NULL OR c.end_on >= $3)";
    let touched = query(sql).bind(Decision::Granted.code()).bind(period.last()).bind(period.first());
    let mut all = Vec::new();
    type Row = (i64, i64, String, String, String, Option<i64>, i64, Vec<u8>);
    let keys = tx.keys().clone();
    tx.each(touched, |(id, person, case_number, hash, needs, mentor, last_event, packed): Row| {
        let (frame, facts) = unpack(&packed, last_event)?;
        let frame = Frame { mentor: mentor.map(MentorId), ..frame };
        let needs = Sealed::Needs.open(&keys, &hash, &needs)?;
        all.push(Judged { id: CourseId(id), person: PersonId(person), case_number, needs, frame, facts });
        Ok(())
    })
    .await?;
    Ok(all)
}

/// What is known of the mentors, by id: competences, and days of supervision in order.
pub async fn mentors(tx: &mut Tx) -> Result<Vec<(MentorId, Vec<String>, Vec<Day>)>, Error> {
    let sql = "SELECT m.id, m.competences, s.packed FROM mentors m
               LEFT JOIN mentor_supervisions s ON s.mentor_id = m.id ORDER BY m.id";
    let rows: Vec<(i64, String, Option<Vec<u8>>)> = tx.all(query(sql)).await?;
    let mentor = |(id, competences, packed): (i64, String, Option<Vec<u8>>)| {
        (MentorId(id), crate::extract::list(&competences), packed.map(|packed| days(&packed)).unwrap_or_default())
    };
    Ok(rows.into_iter().map(mentor).collect())
}

/// The mentor's days of supervision, in order.
pub async fn supervisions(tx: &mut Tx, mentor: MentorId) -> Result<Vec<Day>, Error> {
    let sql = "SELECT day FROM supervisions WHERE mentor_id = $1 ORDER BY day";
    let rows: Vec<(i64,)> = tx.all(query(sql).bind(mentor)).await?;
    Ok(rows.into_iter().filter_map(|(day,)| Day::from_epoch(day)).collect())
}
