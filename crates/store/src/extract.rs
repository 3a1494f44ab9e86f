//! Writing what an extract brings, by the keys that a municipality uses: what is there already and the same is left alone.

mod led;

use std::collections::HashMap;

use lods_domain::courses::Course;
use lods_domain::economy::{Posting, Price};
use lods_domain::goals::Goal;
use lods_domain::ids::{CourseId, GoalId, MentorId, PersonId, UnitId};
use lods_domain::mentors::Mentor;
use lods_domain::people::Person;
use lods_domain::sessions::{Session, SessionForm, SessionOutcome};
use lods_domain::units::UnitKind;
use lods_domain::{Cpr, Cvr, Day, Ore};

use lods_keys::Keyring;

pub use self::led::{keep_led, led};

use crate::sealed::{Sealed, cpr_hash, open_cpr};
use crate::{Bulk, Error, Tx, Value, query};

/// A list of words as one column: one word a line. No word holds a line's end.
#[must_use]
pub fn words(list: &[String]) -> String {
    list.join("\n")
}

/// The list that [`words`] wrote.
#[must_use]
pub fn list(words: &str) -> Vec<String> {
    words.lines().map(str::to_owned).collect()
}

#[must_use]
pub fn units() -> Bulk {
    Bulk::upsert("units", &["name"], &["kind", "cvr"])
}

#[must_use]
pub fn unit_row(name: &str, kind: UnitKind, cvr: Option<Cvr>) -> [Value; 3] {
    [name.into(), kind.code().into(), cvr.map(|cvr| cvr.to_string()).into()]
}

#[must_use]
pub fn prices() -> Bulk {
    Bulk::upsert("prices", &["unit_id", "valid_from"], &["valid_to", "ore_per_hour"])
}

#[must_use]
pub fn price_row(unit: UnitId, price: &Price) -> [Value; 4] {
    [unit.into(), price.valid_from.into(), price.valid_to.into(), price.per_hour.into()]
}

#[must_use]
pub fn mentors() -> Bulk {
    let others = ["name", "sort_name", "unit_id", "weekly_minutes", "gender", "competences", "interests", "postcode"];
    Bulk::upsert("mentors", &["code"], &others)
}

#[must_use]
pub fn mentor_row(mentor: &Mentor, unit: UnitId, sort_name: Vec<u8>) -> [Value; 9] {
    [
        mentor.code.as_str().into(),
        mentor.name.as_str().into(),
        sort_name.into(),
        unit.into(),
        mentor.weekly.into(),
        mentor.gender.map(|gender| gender.code()).into(),
        words(&mentor.competences).into(),
        words(&mentor.interests).into(),
        mentor.postcode.as_str().into(),
    ]
}

#[must_use]
pub fn people() -> Bulk {
    let others = [
        "cpr",
        "given_name",
        "family_name",
        "search_name",
        "sort_name",
        "address",
        "postcode",
        "city",
        "phone",
        "email",
        "gender",
        "interests",
        "needs",
        "address_protected",
    ];
    Bulk::upsert("people", &["cpr_hash"], &others)
}

/// The number and the needs are sealed; sealing the same text gives the same, so that nothing seems to change.
pub fn person_row(
    keys: &Keyring,
    person: &Person,
    search_name: String,
    sort_name: Vec<u8>,
) -> Result<[Value; 15], Error> {
    let hash = cpr_hash(keys, person.cpr);
    let cpr = Sealed::Cpr.seal(keys, &hash, &person.cpr.reveal())?;
    let needs = Sealed::Needs.seal(keys, &hash, &words(&person.needs))?;
    Ok([
        hash.into(),
        cpr.into(),
        person.given_name.as_str().into(),
        person.family_name.as_str().into(),
        search_name.into(),
        sort_name.into(),
        person.address.as_str().into(),
        person.postcode.as_str().into(),
        person.city.as_str().into(),
        person.phone.as_str().into(),
        person.email.as_str().into(),
        person.gender.map(|gender| gender.code()).into(),
        words(&person.interests).into(),
        needs.into(),
        person.address_protected.into(),
    ])
}

#[must_use]
pub fn target_groups() -> Bulk {
    Bulk::upsert("target_groups", &["name"], &[])
}

/// `departments`: whether the extract says which department a course is of; else that stays as it is.
#[must_use]
pub fn courses(departments: bool) -> Bulk {
    let mut others = vec![
        "person_id",
        "target_group_id",
        "legal_basis",
        "concern_on",
        "decided_on",
        "decision",
        "start_on",
        "expected_end_on",
        "end_on",
        "end_kind",
        "end_reason",
        "weekly_minutes",
        "unit_id",
        "mentor_id",
        "purpose",
        "opened_on",
    ];
    if departments {
        others.push("department_id");
    }
    Bulk::upsert_with("courses", &["case_number"], &others, ", version = courses.version + 1")
}

/// Whom and what a course refers to.
#[derive(Debug, Clone, Copy)]
pub struct CourseRefs {
    pub person: PersonId,
    pub target_group: i64,
    pub unit: Option<UnitId>,
    pub mentor: Option<MentorId>,
}

pub fn course_row(keys: &Keyring, course: &Course, refs: CourseRefs) -> Result<[Value; 17], Error> {
    let end_reason = Sealed::EndReason.seal(keys, &course.case_number, &course.end_reason)?;
    let purpose = Sealed::Purpose.seal(keys, &course.case_number, &course.purpose)?;
    let dates = &course.dates;
    let opened = dates.concern.or(dates.decided).or(dates.start).map_or(0, Day::epoch);
    Ok([
        course.case_number.as_str().into(),
        refs.person.into(),
        refs.target_group.into(),
        course.legal_basis.as_str().into(),
        dates.concern.into(),
        dates.decided.into(),
        dates.decision.map(|decision| decision.code()).into(),
        dates.start.into(),
        dates.expected_end.into(),
        dates.end.into(),
        dates.end_kind.map(|kind| kind.code()).into(),
        end_reason.into(),
        course.weekly.into(),
        refs.unit.into(),
        refs.mentor.into(),
        purpose.into(),
        opened.into(),
    ])
}

#[must_use]
pub fn sessions() -> Bulk {
    let others = ["day", "month", "form", "outcome", "ata_minutes", "transport_minutes", "hectometres", "group_key"];
    Bulk::upsert("sessions", &["course_id", "started_at", "mentor_id"], &others)
}

#[must_use]
pub fn session_row(course: CourseId, mentor: MentorId, day: Day, session: Session) -> [Value; 11] {
    [
        course.into(),
        session.started_at.into(),
        mentor.into(),
        day.into(),
        day.month_index().into(),
        form_number(session.form).into(),
        outcome_number(session.outcome).into(),
        session.ata.into(),
        session.transport.into(),
        session.hectometres.into(),
        session.group.into(),
    ]
}

/// The number under which a form is stored: its place in `SessionForm::ALL`.
#[must_use]
pub fn form_number(form: SessionForm) -> i64 {
    form as i64
}

/// The number under which an outcome is stored: its place in `SessionOutcome::ALL`.
#[must_use]
pub fn outcome_number(outcome: SessionOutcome) -> i64 {
    outcome as i64
}

/// One that a step tells of stays as the step says.
#[must_use]
pub fn follow_ups() -> Bulk {
    let step = "EXISTS (SELECT 1 FROM course_steps s WHERE s.kind = 'follow-up' AND s.course_id = follow_ups.course_id
                    AND s.day = follow_ups.day AND s.undone_by IS NULL)";
    Bulk::upsert("follow_ups", &["course_id", "day"], &["caseworker", "mentor", "mentee"]).sparing(step)
}

#[must_use]
pub fn goals() -> Bulk {
    Bulk::upsert("goals", &["code"], &["course_id", "kind", "title", "created_on"])
}

pub fn goal_row(keys: &Keyring, goal: &Goal, course: CourseId) -> Result<[Value; 5], Error> {
    let title = Sealed::GoalTitle.seal(keys, &goal.code, &goal.title)?;
    Ok([goal.code.as_str().into(), course.into(), goal.kind.code().into(), title.into(), goal.created_on.into()])
}

/// One that a step tells of stays as the step says.
#[must_use]
pub fn goal_scores() -> Bulk {
    let step = "EXISTS (SELECT 1 FROM course_steps s WHERE s.kind = 'score' AND s.subject = goal_scores.goal_id
                    AND s.course_id = (SELECT g.course_id FROM goals g WHERE g.id = goal_scores.goal_id)
                    AND s.day = goal_scores.day AND s.undone_by IS NULL)";
    Bulk::upsert("goal_scores", &["goal_id", "day"], &["tenths"]).sparing(step)
}

#[must_use]
pub fn supervisions() -> Bulk {
    Bulk::upsert("supervisions", &["mentor_id", "day"], &["form"])
}

/// `details`: the columns beyond withdrawal and purpose that the extract has; the others stay as they are.
#[must_use]
pub fn consents(details: &[&str]) -> Bulk {
    let others = [&["withdrawn_on", "purpose"], details].concat();
    let bulk = Bulk::upsert("consents", &["person_id", "given_on", "recipient"], &others);
    // A consent that was withdrawn here is not given anew by an extract that does not know of it.
    bulk.keeping_the_earlier("consents", "withdrawn_on")
}

#[must_use]
pub fn postings() -> Bulk {
    Bulk::upsert("postings", &["voucher"], &["day", "account", "unit_id", "kind", "ore"])
}

#[must_use]
pub fn posting_row(posting: &Posting, unit: UnitId) -> [Value; 6] {
    [
        posting.voucher.as_str().into(),
        posting.on.into(),
        posting.account.as_str().into(),
        unit.into(),
        posting.kind.as_str().into(),
        posting.amount.into(),
    ]
}

#[must_use]
pub fn budgets() -> Bulk {
    Bulk::upsert("budgets", &["year", "account", "unit_id"], &["ore"])
}

#[must_use]
pub fn budget_row(year: i16, account: &str, unit: UnitId, amount: Ore) -> [Value; 4] {
    [i64::from(year).into(), account.into(), unit.into(), amount.into()]
}

/// Ids by the municipality's own key.
async fn ids<T>(tx: &mut Tx, sql: &str, id: fn(i64) -> T) -> Result<HashMap<String, T>, Error> {
    let rows: Vec<(i64, String)> = tx.all(query(sql)).await?;
    Ok(rows.into_iter().map(|(row, key)| (key, id(row))).collect())
}

pub async fn unit_ids(tx: &mut Tx) -> Result<HashMap<String, UnitId>, Error> {
    ids(tx, "SELECT id, name FROM units", UnitId).await
}

pub async fn mentor_ids(tx: &mut Tx) -> Result<HashMap<String, MentorId>, Error> {
    ids(tx, "SELECT id, code FROM mentors", MentorId).await
}

/// By CPR number. A person who is pseudonymised has none.
pub async fn person_ids(tx: &mut Tx) -> Result<HashMap<Cpr, PersonId>, Error> {
    let rows: Vec<(i64, String, String)> =
        tx.all(query("SELECT id, cpr_hash, cpr FROM people WHERE cpr <> ''")).await?;
    let keys = tx.keys();
    rows.into_iter().map(|(id, hash, cpr)| Ok((open_cpr(keys, &hash, &cpr)?, PersonId(id)))).collect()
}

pub async fn target_group_ids(tx: &mut Tx) -> Result<HashMap<String, i64>, Error> {
    ids(tx, "SELECT id, name FROM target_groups", |id| id).await
}

pub async fn course_ids(tx: &mut Tx) -> Result<HashMap<String, CourseId>, Error> {
    ids(tx, "SELECT id, case_number FROM courses", CourseId).await
}

pub async fn goal_ids(tx: &mut Tx) -> Result<HashMap<String, GoalId>, Error> {
    ids(tx, "SELECT id, code FROM goals", GoalId).await
}
