//! `registreringer`: time records. The table that grows with every meeting; reading a row takes no memory.

use lods_domain::sessions::{LONGEST, Session, SessionFault, SessionForm, SessionOutcome};
use lods_domain::time::Clockface;

use crate::extract::local_time::LocalTime;
use crate::extract::row::Row;
use crate::extract::rows::TimeRecordRow;
use crate::extract::table::{Column, Native};
use crate::extract::written::Written;

const CASE: Column = Column::new(0, "Sagsnr").required();
const MENTOR: Column = Column::new(1, "MentorID").required();
const START: Column = Column::new(2, "Start").required().native(Native::Time);
const FORM: Column = Column::new(3, "Form");
const OUTCOME: Column = Column::new(4, "Udfald");
const ATA: Column = Column::new(5, "ATA-minutter").required();
const TRANSPORT: Column = Column::new(6, "Transportminutter");
const KILOMETRES: Column = Column::new(7, "Km");
const GROUP: Column = Column::new(8, "Gruppe");

pub(crate) const COLUMNS: &[Column] = &[CASE, MENTOR, START, FORM, OUTCOME, ATA, TRANSPORT, KILOMETRES, GROUP];

/// No form is a meeting, no outcome is a session that was held.
pub(crate) fn read<'r>(row: &mut Row<'r, '_>, local: &mut LocalTime<'_>) -> Option<TimeRecordRow<'r>> {
    let case_number = row.text(&CASE);
    let mentor = row.text(&MENTOR);
    let start = row.time(&START, local);
    let form = row.word(&FORM, SessionForm::ALL, SessionForm::code).unwrap_or(SessionForm::Meeting);
    let outcome = row.word(&OUTCOME, SessionOutcome::ALL, SessionOutcome::code).unwrap_or(SessionOutcome::Held);
    let ata = row.minutes(&ATA);
    let transport = row.minutes(&TRANSPORT);
    let hectometres = row.hectometres(&KILOMETRES);
    let group = row.text(&GROUP);
    row.faultless()?;
    let ((day, started_at), ata) = (start?, ata?);
    let session = Session { started_at, form, outcome, ata, transport, hectometres, group: None };
    if let Err(fault) = session.check() {
        row.broken_rule(column_of(fault, &session), &fault);
        return None;
    }
    Some(TimeRecordRow { case_number, mentor, started_at, day, form, outcome, ata, transport, hectometres, group })
}

fn column_of(fault: SessionFault, session: &Session) -> &'static Column {
    match fault {
        SessionFault::TooLong if session.ata <= LONGEST => &TRANSPORT,
        SessionFault::TooLong | SessionFault::MinutesWithoutMeeting => &ATA,
        _ => &START,
    }
}

pub(crate) fn write(record: &TimeRecordRow<'_>, clock: &Clockface, fields: &mut Written) {
    fields.text(record.case_number);
    fields.text(record.mentor);
    fields.time(clock.local(record.started_at));
    fields.text(record.form.code());
    fields.text(record.outcome.code());
    fields.minutes(Some(record.ata));
    fields.minutes(record.transport);
    fields.tenths(record.hectometres);
    fields.text(record.group);
}
