//! Somebody tells of a need. Whoever tells learns nothing: nobody is looked up, and the answer is always the same.
//!
//! The open form has no account behind it, and no role is asked for. What keeps it from being misused: so many reports
//! from an address (a keyed hash of it, for a quarter of an hour), lengths, and that a report is only read by staff.

use lods_domain::Moment;
use lods_domain::access::{Action, Actor, What};
use lods_domain::audit::Event;
use lods_domain::concerns::{ReportFault, Told};
use lods_domain::ids::UserId;
use lods_store::concerns::{self, NewReport};
use lods_store::sign_ins;

use crate::access::brake::{WAIT_MINUTES, network, since, subject};
use crate::access::tokens::{hash, is_key};
use crate::{App, Result, audit};

/// Reports from one address within a quarter of an hour; a school or a clinic shares one.
const REPORTS_AN_ADDRESS: i64 = 20;

/// What came of it. It is the same whoever it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reported {
    /// It is written; or it was already, word for word.
    Done,
    Faults(Vec<ReportFault>),
    /// The form was not made by us: a new one, and it can be sent again.
    NoKey,
    /// So many came from this address that the next one has to wait.
    Wait {
        minutes: i64,
    },
}

/// A report as the form has it.
#[derive(Debug, Clone, Copy)]
pub struct Sent<'a> {
    /// 64 hexadecimal digits, made for the form.
    pub key: &'a str,
    pub told: &'a Told,
}

/// By the open form; `address` is the caller's.
pub async fn by_anybody(app: &App, address: &str, sent: Sent<'_>, now: Moment) -> Result<Reported> {
    if let Err(outcome) = checked(app, sent, now) {
        return Ok(outcome);
    }
    if sent.told.lacks_teller() {
        return Ok(Reported::Faults(vec![ReportFault::TellerMissing]));
    }
    let mut tx = app.db.begin().await?;
    let caller = subject(&tx, "concern", &network(address));
    if sign_ins::failures(&mut tx, &caller, since(now)).await? >= REPORTS_AN_ADDRESS {
        return Ok(Reported::Wait { minutes: WAIT_MINUTES });
    }
    sign_ins::note_failure(&mut tx, &caller, now).await?;
    write(&mut tx, sent, None, now).await?;
    tx.commit().await?;
    Ok(Reported::Done)
}

/// By somebody of the staff.
pub async fn by_staff(app: &App, actor: &Actor, sent: Sent<'_>, now: Moment) -> Result<Reported> {
    app.allow(actor, Action::ReportConcern, What::Concerns, now).await?;
    if let Err(outcome) = checked(app, sent, now) {
        return Ok(outcome);
    }
    let mut tx = app.db.begin().await?;
    write(&mut tx, sent, actor.user(), now).await?;
    tx.commit().await?;
    Ok(Reported::Done)
}

fn checked(app: &App, sent: Sent<'_>, now: Moment) -> std::result::Result<(), Reported> {
    let faults = sent.told.faults(app.today(now));
    if !faults.is_empty() {
        return Err(Reported::Faults(faults));
    }
    if is_key(sent.key) { Ok(()) } else { Err(Reported::NoKey) }
}

/// The key of the row is made of the form's and of what was told: the same sent twice is one report, and what was written
/// otherwise in the meantime is another, so that no word is lost.
async fn write(tx: &mut lods_store::Tx, sent: Sent<'_>, user: Option<UserId>, now: Moment) -> Result<()> {
    let Some(need_on) = sent.told.need_on() else { return Ok(()) };
    let key: String = hash(&format!("{}{}", sent.key, sent.told.kept())).iter().map(|b| format!("{b:02x}")).collect();
    let new = NewReport { key: &key, at: now, user, need_on, told: sent.told };
    if let Some(report) = concerns::insert(tx, &new).await? {
        audit(tx, now, user, Event::ConcernReported { report: report.0 }).await?;
    }
    Ok(())
}
