//! `udgifter`: cost postings of units.

use lods_domain::economy::Posting;

use crate::extract::row::Row;
use crate::extract::rows::PostingRow;
use crate::extract::table::Column;
use crate::extract::written::Written;

const ON: Column = Column::new(0, "Dato").required();
const ACCOUNT: Column = Column::new(1, "Konto");
const UNIT: Column = Column::new(2, "Enhed").required();
const KIND: Column = Column::new(3, "Art");
const AMOUNT: Column = Column::new(4, "Beløb").required();
const VOUCHER: Column = Column::new(5, "Bilag").required();

pub(crate) const COLUMNS: &[Column] = &[ON, ACCOUNT, UNIT, KIND, AMOUNT, VOUCHER];

/// The amount of a refund is negative.
pub(crate) fn read(row: &mut Row<'_, '_>) -> Option<PostingRow> {
    let on = row.day(&ON);
    let account = row.text(&ACCOUNT).to_owned();
    let unit = row.text(&UNIT).to_owned();
    let kind = row.text(&KIND).to_owned();
    let amount = row.signed_money(&AMOUNT);
    let voucher = row.text(&VOUCHER).to_owned();
    row.faultless()?;
    Some(PostingRow { unit, posting: Posting { voucher, on: on?, account, kind, amount: amount? } })
}

pub(crate) fn write(row: &PostingRow, fields: &mut Written) {
    fields.day(Some(row.posting.on));
    fields.text(&row.posting.account);
    fields.text(&row.unit);
    fields.text(&row.posting.kind);
    fields.money(row.posting.amount);
    fields.text(&row.posting.voucher);
}
