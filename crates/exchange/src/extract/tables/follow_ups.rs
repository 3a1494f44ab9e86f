//! `opfoelgninger`: follow-ups and who took part.

use lods_domain::followups::FollowUp;

use crate::extract::row::Row;
use crate::extract::rows::FollowUpRow;
use crate::extract::table::Column;
use crate::extract::written::Written;

const CASE: Column = Column::new(0, "Sagsnr").required();
const ON: Column = Column::new(1, "Dato").required();
const CASEWORKER: Column = Column::new(2, "Sagsbehandler");
const MENTOR: Column = Column::new(3, "Mentor");
const MENTEE: Column = Column::new(4, "Borger");

pub(crate) const COLUMNS: &[Column] = &[CASE, ON, CASEWORKER, MENTOR, MENTEE];

pub(crate) fn read<'r>(row: &mut Row<'r, '_>) -> Option<FollowUpRow<'r>> {
    let case_number = row.text(&CASE);
    let on = row.day(&ON);
    let caseworker = row.yes_or_no(&CASEWORKER);
    let mentor = row.yes_or_no(&MENTOR);
    let mentee = row.yes_or_no(&MENTEE);
    row.faultless()?;
    Some(FollowUpRow { case_number, follow_up: FollowUp { on: on?, caseworker, mentor, mentee } })
}

pub(crate) fn write(row: &FollowUpRow<'_>, fields: &mut Written) {
    fields.text(row.case_number);
    fields.day(Some(row.follow_up.on));
    fields.yes_or_no(row.follow_up.caseworker);
    fields.yes_or_no(row.follow_up.mentor);
    fields.yes_or_no(row.follow_up.mentee);
}
