//! A made-up municipality as a folder of the import format.

use std::path::Path;

use lods_domain::time::Clockface;

use super::{Plan, Sink, Summary, generate};
use crate::extract::rows::{
    BudgetRow, ConsentRow, CourseRow, FollowUpRow, GoalRow, MentorRow, PersonRow, PostingRow, PriceRow, ScoreRow,
    SupervisionRow, TimeRecordRow, UnitRow,
};
use crate::extract::{ExtractWriter, WriteError};

/// Makes the municipality and writes it into a new or an empty folder.
pub fn write(folder: &Path, plan: &Plan, clock: &Clockface) -> Result<Summary, WriteError> {
    let mut folder = Folder { writer: ExtractWriter::create(folder)?, clock };
    let summary = generate(plan, clock, &mut folder)?;
    folder.writer.finish()?;
    Ok(summary)
}

struct Folder<'a> {
    writer: ExtractWriter,
    clock: &'a Clockface,
}

macro_rules! write_rows {
    ($($method:ident($row:ty)),+ $(,)?) => {
        impl Sink for Folder<'_> {
            type Error = WriteError;
            $(fn $method(&mut self, row: &$row) -> Result<(), WriteError> {
                self.writer.$method(row)
            })+
            fn time_record(&mut self, row: &TimeRecordRow<'_>) -> Result<(), WriteError> {
                self.writer.time_record(row, self.clock)
            }
        }
    };
}

write_rows! {
    unit(UnitRow),
    price(PriceRow),
    mentor(MentorRow),
    supervision(SupervisionRow),
    person(PersonRow),
    course(CourseRow),
    goal(GoalRow),
    consent(ConsentRow),
    follow_up(FollowUpRow<'_>),
    score(ScoreRow<'_>),
    posting(PostingRow),
    budget(BudgetRow),
}
