//! Days that a case waited because somebody lacked access to what was needed (R46). The cause is sealed.

use lods_domain::Moment;
use lods_domain::access::{Clause, What};
use lods_domain::ids::{CourseId, PersonId, UserId};

use crate::sealed::Sealed;
use crate::{Error, Reading, query};

/// A delay that is written down.
#[derive(Clone)]
pub struct NewDelay<'a> {
    /// Made by the form, so that what is sent twice is one row; the cause is sealed to it.
    pub key: &'a str,
    pub course: CourseId,
    pub at: Moment,
    pub by: UserId,
    /// 1 or more.
    pub days: i64,
    pub cause: &'a str,
}

/// A delay as a list shows it. It may tell of health, so that it is not printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Delay {
    pub at: Moment,
    pub user: String,
    pub days: i64,
    pub cause: String,
}

/// Writes the delay. `false` when one with the key is written already.
pub async fn record_delay(reading: &mut Reading, new: &NewDelay<'_>) -> Result<bool, Error> {
    let cause = Sealed::DelayCause.seal(reading.keys(), new.key, new.cause)?;
    let sql = "INSERT INTO access_delays (key, course_id, recorded_at, user_id, days, cause)
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (key) DO NOTHING";
    let insert = query(sql).bind(new.key).bind(new.course).bind(new.at).bind(new.by).bind(new.days).bind(cause);
    Ok(reading.execute(insert).await? == 1)
}

/// The newest delays of the course; and how many there are, and their days together.
pub async fn delays_of(
    reading: &mut Reading,
    by: &[Clause],
    (person, course): (PersonId, CourseId),
    limit: i64,
) -> Result<(Vec<Delay>, i64, i64), Error> {
    let sums = "SELECT count(*), CAST(coalesce(sum(days), 0) AS BIGINT) FROM access_delays WHERE course_id = $1";
    let (count, days): (i64, i64) = reading.one(query(sums).bind(course)).await?;
    let sql =
        "SELECT a.key, a.recorded_at, u.name, a.days, a.cause FROM access_delays a JOIN users u ON u.id = a.user_id
               WHERE a.course_id = $1 ORDER BY a.recorded_at DESC, a.id DESC LIMIT $2";
    let rows: Vec<(String, i64, String, i64, String)> = reading.all(query(sql).bind(course).bind(limit)).await?;
    reading.saw_by(by, What::Consents, person, Some(course));
    let keys = reading.keys().clone();
    let open = |(key, at, user, days, cause): (String, i64, String, i64, String)| {
        let cause = Sealed::DelayCause.open(&keys, &key, &cause)?;
        Ok(Delay { at: Moment::from_epoch(at), user, days, cause })
    };
    Ok((rows.into_iter().map(open).collect::<Result<_, Error>>()?, count, days))
}
