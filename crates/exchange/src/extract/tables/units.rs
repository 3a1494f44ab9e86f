//! `enheder`: provider units.

use lods_domain::units::UnitKind;

use crate::extract::row::Row;
use crate::extract::rows::UnitRow;
use crate::extract::table::{Column, Native};
use crate::extract::written::Written;

const NAME: Column = Column::new(0, "Enhed").required();
const KIND: Column = Column::new(1, "Type").required();
const CVR: Column = Column::new(2, "CVR").native(Native::Digits(8));

pub(crate) const COLUMNS: &[Column] = &[NAME, KIND, CVR];

pub(crate) fn read(row: &mut Row<'_, '_>) -> Option<UnitRow> {
    let name = row.text(&NAME);
    let kind = row.word(&KIND, UnitKind::ALL, UnitKind::code);
    let cvr = row.cvr(&CVR);
    row.faultless()?;
    Some(UnitRow { name: name.to_owned(), kind: kind?, cvr })
}

pub(crate) fn write(unit: &UnitRow, fields: &mut Written) {
    fields.text(&unit.name);
    fields.text(unit.kind.code());
    fields.shown(unit.cvr);
}
