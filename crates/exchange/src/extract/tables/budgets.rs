//! `budget`: a year's budget of a unit on an account.

use crate::extract::row::Row;
use crate::extract::rows::BudgetRow;
use crate::extract::table::Column;
use crate::extract::written::Written;

const YEAR: Column = Column::new(0, "År").required();
const ACCOUNT: Column = Column::new(1, "Konto").required();
const UNIT: Column = Column::new(2, "Enhed").required();
const AMOUNT: Column = Column::new(3, "Beløb").required();

pub(crate) const COLUMNS: &[Column] = &[YEAR, ACCOUNT, UNIT, AMOUNT];

pub(crate) fn read(row: &mut Row<'_, '_>) -> Option<BudgetRow> {
    let year = row.year(&YEAR);
    let account = row.text(&ACCOUNT).to_owned();
    let unit = row.text(&UNIT).to_owned();
    let amount = row.money(&AMOUNT);
    row.faultless()?;
    Some(BudgetRow { year: year?, account, unit, amount: amount? })
}

pub(crate) fn write(row: &BudgetRow, fields: &mut Written) {
    fields.shown(Some(row.year));
    fields.text(&row.account);
    fields.text(&row.unit);
    fields.money(row.amount);
}
