//! Consents as an extract has them, with what they say beyond the format.

use lods_domain::sharing::{GivenHow, Kind};
use lods_domain::{Cpr, Day};

use super::{day, some_day};
use crate::sealed::open_cpr;
use crate::sharing::kinds_of;
use crate::{Error, Tx, query};

/// A consent as stored.
pub struct Consent {
    pub cpr: Cpr,
    pub given_on: Day,
    pub withdrawn_on: Option<Day>,
    pub recipient: String,
    pub purpose: String,
    pub kinds: Vec<Kind>,
    pub given_how: Option<GivenHow>,
    pub valid_to: Option<Day>,
}

/// Whether some consent says more than the format holds.
pub async fn has_consent_details(tx: &mut Tx) -> Result<bool, Error> {
    let sql = "SELECT count(*) FROM consents WHERE kinds <> '' OR given_how IS NOT NULL OR valid_to IS NOT NULL";
    let (count,): (i64,) = tx.one(query(sql)).await?;
    Ok(count > 0)
}

/// Each consent.
pub async fn consents(tx: &mut Tx, mut take: impl FnMut(Consent) -> Result<(), Error> + Send) -> Result<(), Error> {
    let sql = "SELECT p.cpr_hash, p.cpr, c.given_on, c.withdrawn_on, c.recipient, c.purpose, c.kinds, c.given_how,
                   c.valid_to FROM consents c
               JOIN people p ON p.id = c.person_id WHERE p.cpr <> '' ORDER BY c.person_id, c.given_on, c.recipient";
    type Row = (String, String, i64, Option<i64>, String, String, String, Option<String>, Option<i64>);
    let keys = tx.keys().clone();
    tx.each(query(sql), |(hash, sealed, given, withdrawn, recipient, purpose, kinds, how, valid_to): Row| {
        let given_on = day(given, "consents.given_on")?;
        let cpr = open_cpr(&keys, &hash, &sealed)?;
        let (withdrawn_on, valid_to) = (some_day(withdrawn), some_day(valid_to));
        let (kinds, given_how) = (kinds_of(&kinds)?, how.as_deref().and_then(GivenHow::from_code));
        take(Consent { cpr, given_on, withdrawn_on, recipient, purpose, kinds, given_how, valid_to })
    })
    .await
}
