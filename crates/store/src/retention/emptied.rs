//! What a pseudonymised person's steps, departures, drafts and reports tell no longer. Choices, days and numbers stay, and
//! that there was a text: figures are counted from them.

use lods_domain::Moment;
use lods_domain::concerns::Told;
use lods_domain::ids::PersonId;
use lods_domain::steps::{Answers, StepKind};

use crate::sealed::Sealed;
use crate::{Error, Tx, query, standing};

/// What stands where a text was.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    pub text: &'static str,
    /// Of why a course ended: the word by which the figures know it, or none.
    pub end_reason: fn(&str) -> &'static str,
}

/// Empties the texts of the steps and the reports of the person, who is still known by the number.
pub async fn empty(tx: &mut Tx, person: PersonId, word: Word) -> Result<(), Error> {
    steps(tx, person, word).await?;
    reports(tx, person, word).await?;
    for sql in [
        "UPDATE departures SET reason = '' WHERE course_id IN (SELECT id FROM courses WHERE person_id = $1)",
        "DELETE FROM drafts WHERE course_id IN (SELECT id FROM courses WHERE person_id = $1)",
    ] {
        tx.execute(query(sql).bind(person)).await?;
    }
    Ok(())
}

async fn steps(tx: &mut Tx, person: PersonId, word: Word) -> Result<(), Error> {
    let sql = "SELECT s.id, s.key, s.kind, s.answers, s.stood FROM course_steps s JOIN courses c ON c.id = s.course_id
               WHERE c.person_id = $1 ORDER BY s.id";
    let rows: Vec<(i64, String, String, String, String)> = tx.all(query(sql).bind(person)).await?;
    for (id, key, kind, answers, stood) in rows {
        let kind = StepKind::from_code(&kind).ok_or(Error::Unknown { what: "course_steps.kind" })?;
        let answers = Sealed::StepAnswers.open(tx.keys(), &key, &answers)?;
        let answers = Answers::of_kept(kind, &answers).map_err(|_| Error::Unknown { what: "course_steps.answers" })?;
        let answers = answers.without_texts(kind, word.text).kept();
        let stood = Sealed::StepStood.open(tx.keys(), &key, &stood)?;
        let stood = without_texts(kind, stood, word)?;
        let sql = "UPDATE course_steps SET answers = $1, stood = $2 WHERE id = $3";
        let update = query(sql)
            .bind(Sealed::StepAnswers.seal(tx.keys(), &key, &answers)?)
            .bind(Sealed::StepStood.seal(tx.keys(), &key, &stood)?);
        tx.execute(update.bind(id)).await?;
    }
    Ok(())
}

/// A course as it stood, without what was written of it. A row that a step took the place of holds no text.
fn without_texts(kind: StepKind, stood: String, word: Word) -> Result<String, Error> {
    if stood.is_empty() || kind.takes_a_place() {
        return Ok(stood);
    }
    let mut standing = standing::of_kept(&stood)?;
    if !standing.purpose.is_empty() {
        word.text.clone_into(&mut standing.purpose);
    }
    standing.end_reason = (word.end_reason)(&standing.end_reason).to_owned();
    Ok(standing::kept(&standing))
}

async fn reports(tx: &mut Tx, person: PersonId, word: Word) -> Result<(), Error> {
    let sql = "SELECT id, key, told FROM concern_reports
               WHERE course_id IN (SELECT id FROM courses WHERE person_id = $1)
                   OR cpr_hash IN (SELECT cpr_hash FROM people WHERE id = $1)";
    let rows: Vec<(i64, String, String)> = tx.all(query(sql).bind(person)).await?;
    for (id, key, told) in rows {
        let told = Told::of_kept(&Sealed::ConcernTold.open(tx.keys(), &key, &told)?)
            .map_err(|_| Error::Unknown { what: "concern_reports.told" })?;
        let answers = told.answers.without_texts(StepKind::Concern, word.text);
        let left = Told { answers, knows: told.knows, ..Told::default() };
        let sql = "UPDATE concern_reports SET told = $1, reason = '', cpr_hash = NULL WHERE id = $2";
        tx.execute(query(sql).bind(Sealed::ConcernTold.seal(tx.keys(), &key, &left.kept())?).bind(id)).await?;
    }
    Ok(())
}

/// Reports that no course came of and that were taken up before the moment. Those about somebody whose data are restricted
/// are kept as they are.
const LEFT: &str = "FROM concern_reports WHERE taken_up IN ('no-course', 'duplicate') AND taken_up_at < $1
    AND NOT EXISTS (SELECT 1 FROM people p WHERE p.cpr_hash = concern_reports.cpr_hash AND p.restricted_on IS NOT NULL)";

/// How many reports that no course came of were taken up before the moment.
pub async fn old_reports(tx: &mut Tx, before: Moment) -> Result<i64, Error> {
    let (count,): (i64,) = tx.one(query(&format!("SELECT count(*) {LEFT}")).bind(before)).await?;
    Ok(count)
}

/// Deletes them; gives how many went.
pub async fn delete_reports(tx: &mut Tx, before: Moment) -> Result<u64, Error> {
    tx.execute(query(&format!("DELETE {LEFT}")).bind(before)).await
}
