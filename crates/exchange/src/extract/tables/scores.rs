//! `maalinger`: scores of goals.

use crate::extract::row::Row;
use crate::extract::rows::ScoreRow;
use crate::extract::table::Column;
use crate::extract::written::Written;

const GOAL: Column = Column::new(0, "MålID").required();
const ON: Column = Column::new(1, "Dato").required();
const SCORE: Column = Column::new(2, "Værdi").required();

pub(crate) const COLUMNS: &[Column] = &[GOAL, ON, SCORE];

pub(crate) fn read<'r>(row: &mut Row<'r, '_>) -> Option<ScoreRow<'r>> {
    let goal = row.text(&GOAL);
    let on = row.day(&ON);
    let score = row.score(&SCORE);
    row.faultless()?;
    Some(ScoreRow { goal, on: on?, score: score? })
}

pub(crate) fn write(row: &ScoreRow<'_>, fields: &mut Written) {
    fields.text(row.goal);
    fields.day(Some(row.on));
    fields.tenths(Some(row.score.tenths()));
}
