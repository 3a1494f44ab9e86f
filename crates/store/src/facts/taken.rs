//! The steps of courses as far as their facts need them.

use lods_domain::Day;
use lods_domain::figures::fidelity::Taken;
use lods_domain::figures::fidelity::on_steps::reads_answers;
use lods_domain::ids::CourseId;
use lods_domain::steps::{Answers, StepKind};
use lods_keys::Keyring;

use super::narrowed;
use crate::sealed::Sealed;
use crate::{Error, Tx};

type Row = (i64, String, String, i64, String);

/// The steps that stand, of one course or of all: course by course, each course's in the order in which they were
/// recorded. Only one course's are held at a time, and only the answers that facts depend on are opened.
pub async fn each_taken(
    tx: &mut Tx,
    course: Option<CourseId>,
    mut take: impl FnMut(CourseId, &[Taken]) + Send,
) -> Result<(), Error> {
    let sql = "SELECT course_id, key, kind, day, answers FROM course_steps WHERE undone_by IS NULL AND kind <> 'undo'";
    let keys = tx.keys().clone();
    let mut current: Option<(CourseId, Vec<Taken>)> = None;
    tx.each(narrowed(sql, "course_id", course, " ORDER BY course_id, id"), |row: Row| {
        let (course, step) = taken(&keys, row)?;
        match &mut current {
            Some((same, steps)) if *same == course => steps.push(step),
            _ => {
                if let Some((course, steps)) = current.replace((course, vec![step])) {
                    take(course, &steps);
                }
            }
        }
        Ok(())
    })
    .await?;
    if let Some((course, steps)) = current {
        take(course, &steps);
    }
    Ok(())
}

fn taken(keys: &Keyring, (course, key, kind, day, answers): Row) -> Result<(CourseId, Taken), Error> {
    let kind = StepKind::from_code(&kind).ok_or(Error::Unknown { what: "course_steps.kind" })?;
    let day = Day::from_epoch(day).ok_or(Error::Unknown { what: "course_steps.day" })?;
    let answers = match reads_answers(kind) {
        true => Answers::of_kept(kind, &Sealed::StepAnswers.open(keys, &key, &answers)?)
            .map_err(|_| Error::Unknown { what: "course_steps.answers" })?,
        false => Answers::default(),
    };
    Ok((CourseId(course), Taken { kind, day, answers }))
}
