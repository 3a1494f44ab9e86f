//! `maal`: goals of courses.

use lods_domain::goals::{Goal, GoalKind};

use crate::extract::row::Row;
use crate::extract::rows::GoalRow;
use crate::extract::table::Column;
use crate::extract::written::Written;

const CODE: Column = Column::new(0, "MålID").required();
const CASE: Column = Column::new(1, "Sagsnr").required();
const KIND: Column = Column::new(2, "Type").required();
const TITLE: Column = Column::new(3, "Mål");
const CREATED: Column = Column::new(4, "Oprettet");

pub(crate) const COLUMNS: &[Column] = &[CODE, CASE, KIND, TITLE, CREATED];

pub(crate) fn read(row: &mut Row<'_, '_>) -> Option<GoalRow> {
    let code = row.text(&CODE).to_owned();
    let case_number = row.text(&CASE).to_owned();
    let kind = row.word(&KIND, GoalKind::ALL, GoalKind::code);
    let title = row.text(&TITLE).to_owned();
    let created_on = row.day(&CREATED);
    row.faultless()?;
    Some(GoalRow { case_number, goal: Goal { code, kind: kind?, title, created_on } })
}

pub(crate) fn write(row: &GoalRow, fields: &mut Written) {
    fields.text(&row.goal.code);
    fields.text(&row.case_number);
    fields.text(row.goal.kind.code());
    fields.text(&row.goal.title);
    fields.day(row.goal.created_on);
}
