//! Reads what the list names.

use lods_domain::access::{Clause, Field, FieldClass, Fields, Purpose, To, What};
use lods_domain::courses::{Decision, EndKind};
use lods_domain::goals::GoalKind;
use lods_domain::ids::PersonId;
use lods_domain::notes::Visibility;
use lods_domain::people::insight::{Held, HeldTable};
use lods_domain::people::{Correctable, Gender};
use lods_domain::sharing::{GivenHow, Kind as Information};
use lods_domain::{Day, Minutes, Moment};
use lods_keys::Keyring;
use sqlx::{ColumnIndex, Database, Decode, FromRow, Row, Type};

use super::{Asked, By, Kind, Placed, Table, course};
use crate::reach::narrow;
use crate::sealed::open_cpr;
use crate::{Error, Query, Reading, Tx, query, sessions};

/// A row of any table, each column as text.
struct Texts(Vec<Option<String>>);

impl<'r, R> FromRow<'r, R> for Texts
where
    R: Row,
    usize: ColumnIndex<R>,
    Option<String>: Decode<'r, R::Database> + Type<R::Database>,
    R::Database: Database,
{
    fn from_row(row: &'r R) -> sqlx::Result<Texts> {
        (0..row.len()).map(|at| row.try_get(at)).collect::<sqlx::Result<_>>().map(Texts)
    }
}

/// The person, as far as the head of a page shows.
pub struct Person {
    pub id: PersonId,
    pub name: String,
    pub restricted_on: Option<Day>,
    /// Pseudonymised: there is nothing left to give or correct.
    pub erased: bool,
}

/// By what somebody sees a person.
pub struct Rights {
    /// At least one.
    pub by: Vec<Clause>,
    /// What these show: never what a clause shows that admits no course of the person.
    pub fields: Fields,
}

/// The person, if a course of theirs is within the reach, with the rights by which they are seen.
pub async fn person(reading: &mut Reading, asked: Asked<'_>, what: What) -> Result<Option<(Person, Rights)>, Error> {
    let rights = rights(reading, asked).await?;
    let sql = "SELECT given_name, family_name, restricted_on, erased_on FROM people WHERE id = $1";
    let row: Option<(String, String, Option<i64>, Option<i64>)> =
        reading.optional(query(sql).bind(asked.person)).await?;
    let Some((given, family, restricted, erased)) = row else { return Ok(None) };
    let Some(rights) = rights else {
        reading.refused(what, Some(asked.person), None);
        return Ok(None);
    };
    rights.by.iter().for_each(|clause| reading.saw_for(clause, Purpose::Insight, what, asked.person, None));
    let restricted_on = restricted.and_then(Day::from_epoch);
    let name = format!("{given} {family}").trim().to_owned();
    Ok(Some((Person { id: asked.person, name, restricted_on, erased: erased.is_some() }, rights)))
}

async fn rights(tx: &mut Tx, asked: Asked<'_>) -> Result<Option<Rights>, Error> {
    let mut list = query("SELECT ");
    crate::reach::admitted(&mut list, asked.reach);
    list.push(" FROM courses c WHERE c.person_id = ?", [asked.person.into()]);
    narrow(&mut list, asked.reach);
    let courses: Vec<(i64,)> = tx.all(list).await?;
    let bits = courses.iter().fold(0, |any, (bits,)| any | bits);
    let by = asked.reach.rights(bits);
    if !by.is_empty() {
        return Ok(Some(Rights { by, fields: asked.reach.shown(bits) }));
    }
    // The young person, and the operator, see the person without any course.
    let always = |clause: &&Clause| clause.role.is_none() || clause.to == To::Person(asked.person);
    let clause = asked.reach.clauses().iter().find(always);
    Ok(clause.map(|clause| Rights { by: vec![*clause], fields: clause.fields }))
}

/// Courses of the person outside the reach.
pub async fn courses_beyond(tx: &mut Tx, asked: Asked<'_>) -> Result<i64, Error> {
    let (all,): (i64,) = tx.one(query("SELECT count(*) FROM courses WHERE person_id = $1").bind(asked.person)).await?;
    let mut within = query("SELECT count(*) FROM courses c");
    within.push(" WHERE c.person_id = ?", [asked.person.into()]);
    narrow(&mut within, asked.reach);
    let (within,): (i64,) = tx.one(within).await?;
    Ok(all - within)
}

/// The rows of the table about the person, as far as they are given; `None` when there are none. Whoever calls has read
/// the person.
pub async fn read(reading: &mut Reading, table: &Table, asked: Asked<'_>) -> Result<Option<HeldTable>, Error> {
    match table.name {
        "course_steps" => return course::course_steps(reading, asked).await,
        "departures" => return course::departures(reading, asked).await,
        "concern_reports" => return course::concern_reports(reading, asked).await,
        _ => {}
    }
    let given: Vec<(&str, Kind)> = table.columns.iter().filter_map(|column| given(column, asked)).collect();
    if given.is_empty() {
        return Ok(None);
    }
    let list = select(table, &given, asked);
    let found: Vec<Texts> = reading.all(list).await?;
    let keys = reading.keys().clone();
    let mut rows = Vec::with_capacity(found.len());
    for Texts(texts) in found {
        let mut texts = texts.into_iter();
        let row: Result<Vec<Held>, Error> =
            given.iter().map(|(column, kind)| held(&keys, column, *kind, &mut texts)).collect();
        rows.push(row?);
    }
    let columns = given.into_iter().map(|(column, _)| column).collect();
    Ok((!rows.is_empty()).then_some(HeldTable { name: table.name, columns, rows }))
}

fn given(column: &super::Column, asked: Asked<'_>) -> Option<(&'static str, Kind)> {
    match column.placed {
        Placed::Given { kind, field } if field.is_none_or(|field| asked.fields.has(field)) => Some((column.name, kind)),
        Placed::Given { .. } | Placed::LeftOut(_) => None,
    }
}

/// The key of a sealed column comes after it.
fn select(table: &Table, given: &[(&str, Kind)], asked: Asked<'_>) -> Query {
    let columns: Vec<String> = given.iter().map(|(column, kind)| expression(column, *kind)).collect();
    let mut list = query(&format!("SELECT {} FROM {} t WHERE ", columns.join(", "), table.name));
    let person = || [asked.person.into()];
    match table.by {
        By::Itself => list.push("t.id = ?", person()),
        By::Person => list.push("t.person_id = ?", person()),
        By::Account => list.push("t.user_id IN (SELECT id FROM users WHERE person_id = ?)", person()),
        By::Subject => list.push("t.kind <> 'access-log' AND t.subject = ?", person()),
        By::Courses => courses(list.push("t.id IN ", []), asked),
        By::Course => courses(list.push("t.course_id IN ", []), asked),
        By::Goal => {
            courses(list.push("t.goal_id IN (SELECT g.id FROM goals g WHERE g.course_id IN ", []), asked).push(")", [])
        }
    };
    if table.name == "notes" {
        let of = |field: Field, visibility: Visibility| asked.fields.has(field).then(|| visibility.code());
        let shown = [of(Field::TeamNotes, Visibility::Team), of(Field::SharedNotes, Visibility::Shared)];
        let codes = shown.map(|code| code.unwrap_or_default().into());
        list.push(" AND t.visibility IN (?, ?)", codes);
    }
    if table.name == "access_log" {
        list.push(" AND t.allowed = 1", []);
    }
    list.push(if given.len() > 1 { " ORDER BY 1, 2" } else { " ORDER BY 1" }, []);
    list
}

pub(super) fn courses<'q>(list: &'q mut Query, asked: Asked<'_>) -> &'q mut Query {
    list.push("(SELECT c.id FROM courses c WHERE c.person_id = ?", [asked.person.into()]);
    narrow(list, asked.reach);
    list.push(")", [])
}

fn expression(name: &str, kind: Kind) -> String {
    match kind {
        // A goal goes by its number: its title is sealed.
        Kind::Named("goals") => format!("(SELECT n.code FROM goals n WHERE n.id = t.{name})"),
        Kind::Named(table) => format!("(SELECT n.name FROM {table} n WHERE n.id = t.{name})"),
        Kind::Sealed(_, key) => format!("t.{name}, {key}"),
        Kind::Cpr => format!("t.{name}, t.cpr_hash"),
        _ => format!("CAST(t.{name} AS TEXT)"),
    }
}

fn held(
    keys: &Keyring,
    what: &'static str,
    kind: Kind,
    texts: &mut impl Iterator<Item = Option<String>>,
) -> Result<Held, Error> {
    let unknown = || Error::Unknown { what };
    let text = texts.next().flatten().unwrap_or_default();
    // The key is taken from the row even where there is nothing to open.
    let key = matches!(kind, Kind::Sealed(..) | Kind::Cpr).then(|| texts.next().flatten().unwrap_or_default());
    if text.is_empty() {
        return Ok(Held::Nothing);
    }
    let number = || text.parse::<i64>().map_err(|_| unknown());
    Ok(match kind {
        Kind::Text | Kind::Named(_) => Held::Text(text),
        Kind::Code => Held::Code(text),
        Kind::Day => Held::Day(Day::from_epoch(number()?).ok_or_else(unknown)?),
        Kind::Moment => Held::Moment(Moment::from_epoch(number()?)),
        Kind::Minutes => Held::Minutes(Minutes::from_i64(number()?).ok_or_else(unknown)?),
        Kind::Number => Held::Number(number()?),
        Kind::Tenths => Held::Tenths(number()?),
        Kind::Hectometres => Held::Hectometres(number()?),
        Kind::YesNo => Held::YesNo(number()? == 1),
        Kind::Sealed(sealed, _) => Held::Text(sealed.open(keys, &key.unwrap_or_default(), &text)?),
        Kind::Cpr => Held::Cpr(open_cpr(keys, &key.unwrap_or_default(), &text)?),
        Kind::Gender => Held::Gender(Gender::from_code(&text).ok_or_else(unknown)?),
        Kind::Decision => Held::Decision(Decision::from_code(&text).ok_or_else(unknown)?),
        Kind::EndKind => Held::EndKind(EndKind::from_code(&text).ok_or_else(unknown)?),
        Kind::GoalKind => Held::GoalKind(GoalKind::from_code(&text).ok_or_else(unknown)?),
        Kind::Form => Held::Form(sessions::form(number()?)?),
        Kind::Outcome => Held::Outcome(sessions::outcome(number()?)?),
        Kind::Field => Held::Field(Field::from_code(&text).ok_or_else(unknown)?),
        Kind::Purpose => Held::Purpose(Purpose::from_code(&text).ok_or_else(unknown)?),
        Kind::What => Held::What(What::from_code(&text).ok_or_else(unknown)?),
        Kind::Visibility => Held::Visibility(Visibility::from_code(&text).ok_or_else(unknown)?),
        Kind::Class => Held::Class(FieldClass::from_code(&text).ok_or_else(unknown)?),
        Kind::Kinds => Held::Kinds(text.lines().filter_map(Information::from_code).collect()),
        Kind::GivenHow => Held::GivenHow(GivenHow::from_code(&text).ok_or_else(unknown)?),
        Kind::Correctable => Held::Correctable(Correctable::from_code(&text).ok_or_else(unknown)?),
    })
}
