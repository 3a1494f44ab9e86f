//! Consents of a citizen. A consent's key is the citizen, the day and the recipient.

use lods_domain::Day;
use lods_domain::access::{Clause, What};
use lods_domain::ids::{CourseId, PersonId};
use lods_domain::sharing::{Consent, GivenHow, NewConsent};

use super::{day, kinds_of, kinds_text};
use crate::{Error, Reading, Tx, query};

/// Consents of one citizen that are read at most, the newest first; and recipients that are offered.
const MOST: i64 = 200;

/// A consent as it is on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptConsent {
    pub consent: Consent,
    pub purpose: String,
    /// `None` where it is not on record.
    pub given_how: Option<GivenHow>,
}

impl KeptConsent {
    /// Whether it is the same consent, word for word, and stands.
    #[must_use]
    pub fn is(&self, new: &NewConsent) -> bool {
        self.consent == new.judged() && self.purpose == new.purpose && self.given_how == Some(new.given_how)
    }
}

type Row = (i64, Option<i64>, Option<i64>, String, String, Option<String>, String);

fn kept((given, withdrawn, valid_to, recipient, kinds, how, purpose): Row) -> Result<KeptConsent, Error> {
    let some_day = |epoch: Option<i64>| epoch.and_then(Day::from_epoch);
    let consent = Consent {
        given_on: day(given, "consents.given_on")?,
        withdrawn_on: some_day(withdrawn),
        valid_to: some_day(valid_to),
        recipient,
        kinds: kinds_of(&kinds)?,
    };
    Ok(KeptConsent { consent, purpose, given_how: how.as_deref().and_then(GivenHow::from_code) })
}

/// The citizen's consents, newest first, read by the rights; of a course where it is read through one.
pub async fn consents_of(
    reading: &mut Reading,
    by: &[Clause],
    person: PersonId,
    course: Option<CourseId>,
) -> Result<Vec<KeptConsent>, Error> {
    let sql = "SELECT given_on, withdrawn_on, valid_to, recipient, kinds, given_how, purpose FROM consents
               WHERE person_id = $1 ORDER BY given_on DESC, recipient LIMIT $2";
    let rows: Vec<Row> = reading.all(query(sql).bind(person).bind(MOST)).await?;
    reading.saw_by(by, What::Consents, person, course);
    rows.into_iter().map(kept).collect()
}

/// Recipients that the citizen's own consents and disclosures name: another's may name a person.
pub async fn recipients(tx: &mut Tx, person: PersonId) -> Result<Vec<String>, Error> {
    let sql = "SELECT recipient FROM (SELECT recipient FROM consents WHERE person_id = $1
                   UNION SELECT recipient FROM disclosures WHERE person_id = $2) used ORDER BY recipient LIMIT $3";
    let rows: Vec<(String,)> = tx.all(query(sql).bind(person).bind(person).bind(MOST)).await?;
    Ok(rows.into_iter().map(|(recipient,)| recipient).collect())
}

/// Records the consent. `false` when there is one of that day to that recipient already, which then stays as it is.
pub async fn give(reading: &mut Reading, person: PersonId, new: &NewConsent) -> Result<bool, Error> {
    let sql = "INSERT INTO consents (person_id, given_on, recipient, withdrawn_on, purpose, kinds, given_how, valid_to)
               VALUES ($1, $2, $3, NULL, $4, $5, $6, $7) ON CONFLICT (person_id, given_on, recipient) DO NOTHING";
    let insert = query(sql)
        .bind(person)
        .bind(new.given_on)
        .bind(new.recipient.as_str())
        .bind(new.purpose.as_str())
        .bind(kinds_text(&new.kinds))
        .bind(new.given_how.code())
        .bind(new.valid_to);
    Ok(reading.execute(insert).await? == 1)
}

/// Withdraws the consent from the day on; one that was to be withdrawn later ends on the day too. `false` when there is
/// none that stands.
pub async fn withdraw(
    reading: &mut Reading,
    person: PersonId,
    given_on: Day,
    recipient: &str,
    on: Day,
) -> Result<bool, Error> {
    let sql = "UPDATE consents SET withdrawn_on = $1 WHERE person_id = $2 AND given_on = $3 AND recipient = $4
               AND (withdrawn_on IS NULL OR withdrawn_on > $5)";
    let update = query(sql).bind(on).bind(person).bind(given_on).bind(recipient).bind(on);
    Ok(reading.execute(update).await? == 1)
}
