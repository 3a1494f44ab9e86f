//! Courses that are led in Lods: what their steps decided stands, whatever an extract says of it.

use std::collections::HashMap;

use lods_domain::steps::StepKind;

use crate::{Error, Tx, Value, query};

/// Values of a course's row that a step decided, and those that it was decided by.
const LED: usize = 14;

type LedRow = (
    String,
    String,
    Option<i64>,
    Option<i64>,
    Option<String>,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<String>,
    String,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    String,
    i64,
);

/// The courses that a step moved and that therefore are led here, by case number: the row as it stands, from the legal
/// basis on. The citizen and the target group are no step's.
pub async fn led(tx: &mut Tx) -> Result<HashMap<String, [Value; LED]>, Error> {
    let sql =
        "SELECT c.case_number, c.legal_basis, c.concern_on, c.decided_on, c.decision, c.start_on, c.expected_end_on,
                   c.end_on, c.end_kind, c.end_reason, c.weekly_minutes, c.unit_id, c.mentor_id, c.purpose, c.opened_on
               FROM courses c WHERE EXISTS (SELECT 1 FROM course_steps s WHERE s.course_id = c.id AND s.stood <> ''
                   AND s.undone_by IS NULL AND s.kind NOT IN ($1, $2))";
    let beside = query(sql).bind(StepKind::FollowUp.code()).bind(StepKind::Score.code());
    let rows: Vec<LedRow> = tx.all(beside).await?;
    let led = |row: LedRow| {
        let (
            case,
            basis,
            concern,
            decided,
            decision,
            start,
            expected,
            end,
            kind,
            reason,
            weekly,
            unit,
            mentor,
            purpose,
            opened,
        ) = row;
        let values = [
            basis.into(),
            concern.into(),
            decided.into(),
            decision.into(),
            start.into(),
            expected.into(),
            end.into(),
            kind.into(),
            reason.into(),
            weekly.into(),
            unit.into(),
            mentor.into(),
            purpose.into(),
            opened.into(),
        ];
        (case, values)
    };
    Ok(rows.into_iter().map(led).collect())
}

/// Puts what steps decided in the place of what an extract says of it. Gives whether the extract says otherwise.
pub fn keep_led(row: &mut [Value], led: &[Value; LED]) -> bool {
    let Some(at) = row.len().checked_sub(LED) else { return false };
    let Some(said) = row.get_mut(at..) else { return false };
    let otherwise = *said != *led;
    said.clone_from_slice(led);
    otherwise
}
