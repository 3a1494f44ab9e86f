//! Everything held about a person, given to the person or on their behalf (GDPR article 15), and what may be done about it
//! afterwards: correction and restriction.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, Field, Fields, Reach, What};
use lods_domain::audit::Event;
use lods_domain::ids::PersonId;
use lods_domain::people::insight::{HeldTable, Insight, LeftOut};
use lods_store::personal::{self, Asked, Person, TABLES};
use lods_store::{Reading, municipality, people};

use super::one_person;
use crate::{App, Error, Result, audit, found};

/// Everything about the person, given by a caseworker, a leader or the operator.
pub async fn of_person(app: &App, actor: &Actor, person: PersonId, now: Moment) -> Result<Insight> {
    let reach = app.allow(actor, Action::GiveInsight, What::Insight, now).await?;
    give(app, actor, person, &reach, now).await
}

/// Everything about the actor, who is the young person, as far as the young person sees it. The notes of the case team are
/// not there: the municipality reads them through before it gives them (`of_person`), and the document says so.
pub async fn own(app: &App, actor: &Actor, now: Moment) -> Result<Insight> {
    let reach = app.allow(actor, Action::ReadOwn, What::Insight, now).await?;
    let (_, person) = one_person(&reach)?;
    give(app, actor, person, &reach, now).await
}

async fn give(app: &App, actor: &Actor, person: PersonId, reach: &Reach, now: Moment) -> Result<Insight> {
    let mut tx = app.changing(actor, now).await?;
    let nothing_yet = Asked { person, reach, fields: Fields::NONE };
    let shown = personal::person(&mut tx, nothing_yet, What::Insight).await?;
    let (mut tx, (person, rights)) = found(tx, shown).await?;
    let asked = Asked { fields: rights.fields, ..nothing_yet };
    let tables = tables(&mut tx, asked).await?;
    let courses_beyond = personal::courses_beyond(&mut tx, asked).await?;
    let municipality = municipality::get(&mut tx).await?.map(|known| known.name.clone()).unwrap_or_default();
    audit(&mut tx, now, actor.user(), Event::InsightGiven { person: person.id }).await?;
    tx.commit().await?;
    let left_out = left_out(asked.fields);
    Ok(Insight { person: person.id, name: person.name, municipality, made_at: now, tables, courses_beyond, left_out })
}

/// What nobody is given, and what whoever sees these fields cannot give.
fn left_out(fields: Fields) -> Vec<LeftOut> {
    let unseen = |left_out: &LeftOut| match left_out {
        LeftOut::Readers | LeftOut::WorkingNotes | LeftOut::Drafts | LeftOut::Tellers | LeftOut::Technical => true,
        LeftOut::TeamNotes | LeftOut::Untaken => !fields.has(Field::TeamNotes),
        LeftOut::Steps => !fields.has(Field::Steps) || !fields.has(Field::Decisions),
        LeftOut::SharedNotes => !fields.has(Field::SharedNotes),
        LeftOut::NumberAndAddress => !fields.has(Field::Cpr),
    };
    LeftOut::ALL.iter().copied().filter(unseen).collect()
}

async fn tables(tx: &mut Reading, asked: Asked<'_>) -> Result<Vec<HeldTable>> {
    let mut tables = Vec::new();
    for table in TABLES {
        tables.extend(personal::read(tx, table, asked).await?);
    }
    Ok(tables)
}

/// The person, for the page from which insight is given and corrections are made.
pub async fn page(app: &App, actor: &Actor, person: PersonId, now: Moment) -> Result<Person> {
    let reach = app.allow(actor, Action::GiveInsight, What::Insight, now).await?;
    let mut reading = app.reading(actor, now).await?;
    let asked = Asked { person, reach: &reach, fields: Fields::NONE };
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
