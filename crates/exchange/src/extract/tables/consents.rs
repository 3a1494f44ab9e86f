//! `samtykker`: consents to sharing with a department.

use crate::extract::row::Row;
use crate::extract::rows::ConsentRow;
use crate::extract::table::{Column, Native};
use crate::extract::written::Written;

const CPR: Column = Column::new(0, "CPR").required().native(Native::Digits(10));
const GIVEN: Column = Column::new(1, "Givet").required();
const WITHDRAWN: Column = Column::new(2, "Tilbagekaldt");
const RECIPIENT: Column = Column::new(3, "Til").required();
const PURPOSE: Column = Column::new(4, "Formål");

pub(crate) const COLUMNS: &[Column] = &[CPR, GIVEN, WITHDRAWN, RECIPIENT, PURPOSE];

pub(crate) fn read(row: &mut Row<'_, '_>) -> Option<ConsentRow> {
    let cpr = row.cpr(&CPR);
    let given_on = row.day(&GIVEN);
    let withdrawn_on = row.day(&WITHDRAWN);
    let recipient = row.text(&RECIPIENT).to_owned();
    let purpose = row.text(&PURPOSE).to_owned();
    row.faultless()?;
    Some(ConsentRow { cpr: cpr?, given_on: given_on?, withdrawn_on, recipient, purpose })
}

pub(crate) fn write(row: &ConsentRow, fields: &mut Written) {
    fields.cpr(row.cpr);
    fields.day(Some(row.given_on));
    fields.day(row.withdrawn_on);
    fields.text(&row.recipient);
    fields.text(&row.purpose);
}
