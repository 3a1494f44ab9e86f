//! Everything held about a person, given to the person or on their behalf (GDPR article 15), and what may be done about it
//! afterwards: correction and restriction.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Clause, Field, Fields, Purpose, Reach, To, What};
use lods_domain::audit::Event;
use lods_domain::ids::PersonId;
use lods_domain::people::insight::{HeldTable, Insight};
use lods_store::personal::{self, Asked, Person, TABLES};
use lods_store::{Reading, municipality, people};

use super::one_person;
use crate::{App, Error, Result, audit, found};

/// What nobody is given, and why.
const LEFT_OUT: [&str; 2] = [
    "Navnene på dem, der har set oplysningerne. Du kan se hvornår og til hvilket formål (EU-Domstolens dom C-579/21).",
    "Medarbejderes egne arbejdsnotater. De er ikke en del af sagen, før de bliver brugt i den (vores læsning af \
     forvaltningslovens § 12 og offentlighedslovens § 23).",
];
const NO_ROOM: &str =
    "Notater mellem den unge og mentoren. Kun de to læser dem, og den unge finder dem på sin egen side.";
const NO_NUMBER: &str =
    "CPR-nummer, adresse og rettelser. Den, der har hentet dokumentet, må ikke se dem. En sagsbehandler må.";

/// The fields of whoever gives, over all clauses: one document is of one person.
fn fields(reach: &Reach) -> Fields {
    reach.clauses().iter().fold(Fields::NONE, |seen, clause| seen.and(clause.fields))
}

/// Everything about the person, given by a caseworker, a leader or the operator.
pub async fn of_person(app: &App, actor: &Actor, person: PersonId, now: Moment) -> Result<Insight> {
    let reach = app.allow(actor, Action::GiveInsight, What::Insight, now).await?;
    let asked = Asked { person, reach: &reach, fields: fields(&reach) };
    give(app, actor, asked, now).await
}

/// Everything about the actor, who is the young person: also the notes of the case team and of the confidential room.
pub async fn own(app: &App, actor: &Actor, now: Moment) -> Result<Insight> {
    let reach = app.allow(actor, Action::ReadOwn, What::Insight, now).await?;
    let (_, person) = one_person(&reach)?;
    let oneself = Reach::new(vec![Clause { role: reach_role(&reach), to: To::Person(person), fields: Fields::all() }]);
    give(app, actor, Asked { person, reach: &oneself, fields: Fields::all() }, now).await
}

fn reach_role(reach: &Reach) -> Option<lods_domain::access::Role> {
    reach.clauses().first().and_then(|clause| clause.role)
}

async fn give(app: &App, actor: &Actor, asked: Asked<'_>, now: Moment) -> Result<Insight> {
    let mut tx = app.changing(actor, now).await?;
    let person = personal::person(&mut tx, asked, What::Insight).await?;
    let (mut tx, (person, by)) = found(tx, person).await?;
    let tables = tables(&mut tx, asked, &by).await?;
    let courses_beyond = personal::courses_beyond(&mut tx, asked).await?;
    let municipality = municipality::get(&mut tx).await?.map(|known| known.name.clone()).unwrap_or_default();
    audit(&mut tx, now, actor.user(), Event::InsightGiven { person: person.id }).await?;
    tx.commit().await?;
    let mut left_out = LEFT_OUT.to_vec();
    left_out.extend((!asked.fields.has(Field::SharedNotes)).then_some(NO_ROOM));
    left_out.extend((!asked.fields.has(Field::Cpr)).then_some(NO_NUMBER));
    let name = person.name;
    Ok(Insight { person: person.id, name, municipality, made_at: now, tables, courses_beyond, left_out })
}

async fn tables(tx: &mut Reading, asked: Asked<'_>, by: &Clause) -> Result<Vec<HeldTable>> {
    let mut tables = Vec::new();
    for table in TABLES {
        tables.extend(personal::read(tx, table, asked).await?);
    }
    tx.saw_for(by, Purpose::Insight, What::Insight, asked.person, None);
    Ok(tables)
}

/// The person, for the page from which insight is given and corrections are made.
pub async fn page(app: &App, actor: &Actor, person: PersonId, now: Moment) -> Result<Person> {
    let reach = app.allow(actor, Action::GiveInsight, What::Insight, now).await?;
    let mut reading = app.reading(actor, now).await?;
    let asked = Asked { person, reach: &reach, fields: fields(&reach) };
    let shown = personal::person(&mut reading, asked, What::Insight).await?;
    let (reading, (person, _)) = found(reading, shown).await?;
    reading.commit().await?;
    Ok(person)
}

/// The person with the number, for the operator.
pub async fn by_cpr(app: &App, actor: &Actor, cpr: lods_domain::Cpr, now: Moment) -> Result<Insight> {
    let mut tx = app.db.read().await?;
    let person = people::by_cpr(&mut tx, cpr).await?;
    tx.commit().await?;
    let person = person.ok_or(Error::NotFound)?;
    of_person(app, actor, person, now).await
}
