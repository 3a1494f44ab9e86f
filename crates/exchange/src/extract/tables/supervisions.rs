//! `supervision`: supervision of mentors.

use lods_domain::mentors::SupervisionForm;

use crate::extract::row::Row;
use crate::extract::rows::SupervisionRow;
use crate::extract::table::Column;
use crate::extract::written::Written;

const MENTOR: Column = Column::new(0, "MentorID").required();
const ON: Column = Column::new(1, "Dato").required();
const FORM: Column = Column::new(2, "Form");

pub(crate) const COLUMNS: &[Column] = &[MENTOR, ON, FORM];

pub(crate) fn read(row: &mut Row<'_, '_>) -> Option<SupervisionRow> {
    let mentor = row.text(&MENTOR);
    let on = row.day(&ON);
    let form = row.word(&FORM, SupervisionForm::ALL, SupervisionForm::code);
    row.faultless()?;
    Some(SupervisionRow { mentor: mentor.to_owned(), on: on?, form })
}

pub(crate) fn write(row: &SupervisionRow, fields: &mut Written) {
    fields.text(&row.mentor);
    fields.day(Some(row.on));
    fields.text(row.form.map_or("", SupervisionForm::code));
}
