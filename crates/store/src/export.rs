//! Every table as rows of the import format's keys, read one by one.

mod consents;

use lods_domain::courses::{Course, CourseDates, Decision, EndKind};
use lods_domain::economy::{Posting, Price};
use lods_domain::followups::FollowUp;
use lods_domain::goals::{Goal, GoalKind, Score};
use lods_domain::mentors::{Mentor, SupervisionForm};
use lods_domain::people::{Gender, Person};
use lods_domain::units::UnitKind;
use lods_domain::{Cpr, Cvr, Day, Minutes, Moment, Ore};
use lods_keys::Keyring;

pub use self::consents::{Consent, consents, has_consent_details};
use crate::extract::list;
use crate::query::row;
use crate::sealed::{Sealed, open_cpr};
use crate::{Error, Tx, query};

fn day(epoch: i64, what: &'static str) -> Result<Day, Error> {
    Day::from_epoch(epoch).ok_or(Error::Unknown { what })
}

fn some_day(epoch: Option<i64>) -> Option<Day> {
    epoch.and_then(Day::from_epoch)
}

/// Name, kind and CVR number of each unit.
pub async fn units(
    tx: &mut Tx,
    mut take: impl FnMut(String, UnitKind, Option<Cvr>) -> Result<(), Error> + Send,
) -> Result<(), Error> {
    let all = query("SELECT name, kind, cvr FROM units ORDER BY id");
    tx.each(all, |(name, kind, cvr): (String, String, Option<String>)| {
        let kind = UnitKind::from_code(&kind).ok_or(Error::Unknown { what: "units.kind" })?;
        take(name, kind, cvr.and_then(|cvr| cvr.parse().ok()))
    })
    .await
}

/// Each price with its unit's name.
pub async fn prices(tx: &mut Tx, mut take: impl FnMut(String, Price) -> Result<(), Error> + Send) -> Result<(), Error> {
    let sql = "SELECT u.name, p.valid_from, p.valid_to, p.ore_per_hour FROM prices p JOIN units u ON u.id = p.unit_id
               ORDER BY p.unit_id, p.valid_from";
    tx.each(query(sql), |(unit, from, to, ore): (String, i64, Option<i64>, i64)| {
        let valid_from = day(from, "prices.valid_from")?;
        take(unit, Price { valid_from, valid_to: some_day(to), per_hour: Ore(ore) })
    })
    .await
}

type MentorRow = (String, String, String, Option<i64>, Option<String>, String, String, String);

/// Each mentor with the unit's name.
pub async fn mentors(
    tx: &mut Tx,
    mut take: impl FnMut(String, Mentor) -> Result<(), Error> + Send,
) -> Result<(), Error> {
    let sql = "SELECT u.name, m.code, m.name, m.weekly_minutes, m.gender, m.competences, m.interests, m.postcode
               FROM mentors m JOIN units u ON u.id = m.unit_id ORDER BY m.id";
    tx.each(query(sql), |(unit, code, name, weekly, gender, competences, interests, postcode): MentorRow| {
        let mentor = Mentor {
            code,
            name,
            weekly: weekly.and_then(Minutes::from_i64),
            gender: gender.as_deref().and_then(Gender::from_code),
            competences: list(&competences),
            interests: list(&interests),
            postcode,
        };
        take(unit, mentor)
    })
    .await
}

struct PersonRow {
    cpr_hash: String,
    cpr: String,
    given_name: String,
    family_name: String,
    address: String,
    postcode: String,
    city: String,
    phone: String,
    email: String,
    gender: Option<String>,
    interests: String,
    needs: String,
    address_protected: i64,
}
row!(PersonRow {
    cpr_hash,
    cpr,
    given_name,
    family_name,
    address,
    postcode,
    city,
    phone,
    email,
    gender,
    interests,
    needs,
    address_protected
});

/// Each citizen.
pub async fn people(tx: &mut Tx, mut take: impl FnMut(Person) -> Result<(), Error> + Send) -> Result<(), Error> {
    let sql = "SELECT cpr_hash, cpr, given_name, family_name, address, postcode, city, phone, email, gender, interests, needs,
                  address_protected FROM people WHERE cpr <> '' ORDER BY id";
    let keys = tx.keys().clone();
    tx.each(query(sql), |row: PersonRow| {
        take(Person {
            cpr: open_cpr(&keys, &row.cpr_hash, &row.cpr)?,
            given_name: row.given_name,
            family_name: row.family_name,
            address: row.address,
            postcode: row.postcode,
            city: row.city,
            phone: row.phone,
            email: row.email,
            gender: row.gender.as_deref().and_then(Gender::from_code),
            interests: list(&row.interests),
            needs: list(&Sealed::Needs.open(&keys, &row.cpr_hash, &row.needs)?),
            address_protected: row.address_protected == 1,
        })
    })
    .await
}

struct CourseRow {
    case_number: String,
    cpr_hash: String,
    cpr: String,
    target_group: String,
    legal_basis: String,
    concern_on: Option<i64>,
    decided_on: Option<i64>,
    decision: Option<String>,
    start_on: Option<i64>,
    expected_end_on: Option<i64>,
    end_on: Option<i64>,
    end_kind: Option<String>,
    end_reason: String,
    weekly_minutes: Option<i64>,
    unit: Option<String>,
    mentor: Option<String>,
    department: Option<String>,
    purpose: String,
}
row!(CourseRow {
    case_number,
    cpr_hash,
    cpr,
    target_group,
    legal_basis,
    concern_on,
    decided_on,
    decision,
    start_on,
    expected_end_on,
    end_on,
    end_kind,
    end_reason,
    weekly_minutes,
    unit,
    mentor,
    department,
    purpose
});

/// A course with whom it refers to, by their keys; a missing unit, mentor or department is an empty text.
pub struct NamedCourse {
    pub course: Course,
    pub cpr: Cpr,
    pub unit: String,
    pub mentor: String,
    pub department: String,
}

impl NamedCourse {
    fn of(row: CourseRow, keys: &Keyring) -> Result<NamedCourse, Error> {
        let dates = CourseDates {
            concern: some_day(row.concern_on),
            decided: some_day(row.decided_on),
            decision: row.decision.as_deref().and_then(Decision::from_code),
            start: some_day(row.start_on),
            expected_end: some_day(row.expected_end_on),
            end: some_day(row.end_on),
            end_kind: row.end_kind.as_deref().and_then(EndKind::from_code),
        };
        let end_reason = Sealed::EndReason.open(keys, &row.case_number, &row.end_reason)?;
        let purpose = Sealed::Purpose.open(keys, &row.case_number, &row.purpose)?;
        let course = Course {
            case_number: row.case_number,
            target_group: row.target_group,
            legal_basis: row.legal_basis,
            dates,
            end_reason,
            weekly: row.weekly_minutes.and_then(Minutes::from_i64),
            purpose,
        };
        let (unit, mentor) = (row.unit.unwrap_or_default(), row.mentor.unwrap_or_default());
        let department = row.department.unwrap_or_default();
        Ok(NamedCourse { course, cpr: open_cpr(keys, &row.cpr_hash, &row.cpr)?, unit, mentor, department })
    }
}

/// Whether some course has a department: then the extract says which.
pub async fn has_departments(tx: &mut Tx) -> Result<bool, Error> {
    let sql = "SELECT count(*) FROM courses WHERE department_id IS NOT NULL";
    let (count,): (i64,) = tx.one(query(sql)).await?;
    Ok(count > 0)
}

/// Each course.
pub async fn courses(tx: &mut Tx, mut take: impl FnMut(NamedCourse) -> Result<(), Error> + Send) -> Result<(), Error> {
    let sql =
        "SELECT c.case_number, p.cpr_hash, p.cpr, g.name AS target_group, c.legal_basis, c.concern_on, c.decided_on, c.decision,
                  c.start_on, c.expected_end_on, c.end_on, c.end_kind, c.end_reason, c.weekly_minutes, u.name AS unit,
                  m.code AS mentor, d.name AS department, c.purpose
               FROM courses c JOIN people p ON p.id = c.person_id JOIN target_groups g ON g.id = c.target_group_id
                  LEFT JOIN units u ON u.id = c.unit_id LEFT JOIN mentors m ON m.id = c.mentor_id
                  LEFT JOIN departments d ON d.id = c.department_id WHERE p.cpr <> ''
               ORDER BY c.id";
    let keys = tx.keys().clone();
    tx.each(query(sql), |row: CourseRow| take(NamedCourse::of(row, &keys)?)).await
}

/// Each goal with its case number.
pub async fn goals(tx: &mut Tx, mut take: impl FnMut(String, Goal) -> Result<(), Error> + Send) -> Result<(), Error> {
    let sql =
        "SELECT c.case_number, g.code, g.kind, g.title, g.created_on FROM goals g JOIN courses c ON c.id = g.course_id
               JOIN people p ON p.id = c.person_id WHERE p.cpr <> '' ORDER BY g.id";
    let keys = tx.keys().clone();
    tx.each(query(sql), |(case, code, kind, title, created): (String, String, String, String, Option<i64>)| {
        let kind = GoalKind::from_code(&kind).ok_or(Error::Unknown { what: "goals.kind" })?;
        let title = Sealed::GoalTitle.open(&keys, &code, &title)?;
        take(case, Goal { code, kind, title, created_on: some_day(created) })
    })
    .await
}

/// Each score with its goal's code.
pub async fn scores(
    tx: &mut Tx,
    mut take: impl FnMut(&str, Day, Score) -> Result<(), Error> + Send,
) -> Result<(), Error> {
    let sql = "SELECT g.code, s.day, s.tenths FROM goal_scores s JOIN goals g ON g.id = s.goal_id
         JOIN courses c ON c.id = g.course_id JOIN people p ON p.id = c.person_id WHERE p.cpr <> ''
         ORDER BY s.goal_id, s.day";
    tx.each(query(sql), |(goal, on, tenths): (String, i64, i64)| {
        let score = Score::from_tenths(tenths).ok_or(Error::Unknown { what: "goal_scores.tenths" })?;
        take(&goal, day(on, "goal_scores.day")?, score)
    })
    .await
}

/// Each follow-up with its case number.
pub async fn follow_ups(
    tx: &mut Tx,
    mut take: impl FnMut(&str, FollowUp) -> Result<(), Error> + Send,
) -> Result<(), Error> {
    let sql = "SELECT c.case_number, f.day, f.caseworker, f.mentor, f.mentee FROM follow_ups f
               JOIN courses c ON c.id = f.course_id JOIN people p ON p.id = c.person_id WHERE p.cpr <> ''
               ORDER BY f.course_id, f.day";
    type Row = (String, i64, Option<i64>, Option<i64>, Option<i64>);
    tx.each(query(sql), |(case, on, caseworker, mentor, mentee): Row| {
        let took_part = |part: Option<i64>| part.map(|part| part == 1);
        let on = day(on, "follow_ups.day")?;
        let (caseworker, mentor, mentee) = (took_part(caseworker), took_part(mentor), took_part(mentee));
        take(&case, FollowUp { on, caseworker, mentor, mentee })
    })
    .await
}

/// Each supervision with its mentor's code.
pub async fn supervisions(
    tx: &mut Tx,
    mut take: impl FnMut(String, Day, Option<SupervisionForm>) -> Result<(), Error> + Send,
) -> Result<(), Error> {
    let sql = "SELECT m.code, s.day, s.form FROM supervisions s JOIN mentors m ON m.id = s.mentor_id
               ORDER BY s.mentor_id, s.day";
    tx.each(query(sql), |(mentor, on, form): (String, i64, Option<String>)| {
        take(mentor, day(on, "supervisions.day")?, form.as_deref().and_then(SupervisionForm::from_code))
    })
    .await
}

/// Each posting with its unit's name.
pub async fn postings(
    tx: &mut Tx,
    mut take: impl FnMut(String, Posting) -> Result<(), Error> + Send,
) -> Result<(), Error> {
    let sql =
        "SELECT u.name, p.voucher, p.day, p.account, p.kind, p.ore FROM postings p JOIN units u ON u.id = p.unit_id
               ORDER BY p.id";
    tx.each(query(sql), |(unit, voucher, on, account, kind, ore): (String, String, i64, String, String, i64)| {
        take(unit, Posting { voucher, on: day(on, "postings.day")?, account, kind, amount: Ore(ore) })
    })
    .await
}

/// Year, account, unit's name and amount of each budget.
pub async fn budgets(
    tx: &mut Tx,
    mut take: impl FnMut(i16, String, String, Ore) -> Result<(), Error> + Send,
) -> Result<(), Error> {
    let sql = "SELECT b.year, b.account, u.name, b.ore FROM budgets b JOIN units u ON u.id = b.unit_id
               ORDER BY b.year, b.account, b.unit_id";
    tx.each(query(sql), |(year, account, unit, ore): (i64, String, String, i64)| {
        let year = i16::try_from(year).map_err(|_| Error::Unknown { what: "budgets.year" })?;
        take(year, account, unit, Ore(ore))
    })
    .await
}

struct SessionRow {
    case_number: String,
    mentor: String,
    started_at: i64,
    day: i64,
    form: i64,
    outcome: i64,
    ata_minutes: i64,
    transport_minutes: Option<i64>,
    hectometres: Option<i64>,
    group_key: Option<String>,
}
row!(SessionRow {
    case_number,
    mentor,
    started_at,
    day,
    form,
    outcome,
    ata_minutes,
    transport_minutes,
    hectometres,
    group_key
});

/// A session with its case number and its mentor's code.
pub struct NamedSession {
    pub case_number: String,
    pub mentor: String,
    pub day: Day,
    pub session: lods_domain::sessions::Session,
}

/// Each session, course by course.
pub async fn sessions(
    tx: &mut Tx,
    mut take: impl FnMut(NamedSession) -> Result<(), Error> + Send,
) -> Result<(), Error> {
    let sql = "SELECT c.case_number, m.code AS mentor, s.started_at, s.day, s.form, s.outcome, s.ata_minutes,
                  s.transport_minutes, s.hectometres, s.group_key
               FROM sessions s JOIN courses c ON c.id = s.course_id JOIN mentors m ON m.id = s.mentor_id
               JOIN people p ON p.id = c.person_id WHERE p.cpr <> ''
               ORDER BY s.course_id, s.started_at, s.mentor_id";
    tx.each(query(sql), |row: SessionRow| {
        let session = lods_domain::sessions::Session {
            started_at: Moment::from_epoch(row.started_at),
            form: crate::sessions::form(row.form)?,
            outcome: crate::sessions::outcome(row.outcome)?,
            ata: Minutes::from_i64(row.ata_minutes).ok_or(Error::Unknown { what: "sessions.ata_minutes" })?,
            transport: row.transport_minutes.and_then(Minutes::from_i64),
            hectometres: row.hectometres,
            group: row.group_key,
        };
        let day = day(row.day, "sessions.day")?;
        take(NamedSession { case_number: row.case_number, mentor: row.mentor, day, session })
    })
    .await
}
