//! `priser`: hourly prices of units. Whether a unit's prices fit together is for whoever has them all.

use lods_domain::economy::Price;

use crate::extract::row::Row;
use crate::extract::rows::PriceRow;
use crate::extract::table::Column;
use crate::extract::written::Written;

const UNIT: Column = Column::new(0, "Enhed").required();
const FROM: Column = Column::new(1, "Gyldig fra").required();
const TO: Column = Column::new(2, "Gyldig til");
const PER_HOUR: Column = Column::new(3, "Timepris").required();

pub(crate) const COLUMNS: &[Column] = &[UNIT, FROM, TO, PER_HOUR];

pub(crate) fn read(row: &mut Row<'_, '_>) -> Option<PriceRow> {
    let unit = row.text(&UNIT);
    let valid_from = row.day(&FROM);
    let valid_to = row.day(&TO);
    let per_hour = row.money(&PER_HOUR);
    row.faultless()?;
    let price = Price { valid_from: valid_from?, valid_to, per_hour: per_hour? };
    Some(PriceRow { unit: unit.to_owned(), price })
}

pub(crate) fn write(row: &PriceRow, fields: &mut Written) {
    fields.text(&row.unit);
    fields.day(Some(row.price.valid_from));
    fields.day(row.price.valid_to);
    fields.money(row.price.per_hour);
}
