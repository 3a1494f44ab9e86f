//! `forloeb`: courses. The last column is an extension.

use lods_domain::courses::{Course, CourseDates, DatesFault, Decision, EndKind};

use crate::extract::row::Row;
use crate::extract::rows::CourseRow;
use crate::extract::table::{Column, Native};
use crate::extract::written::Written;

const CASE: Column = Column::new(0, "Sagsnr").required();
const CPR: Column = Column::new(1, "CPR").required().native(Native::Digits(10));
const TARGET_GROUP: Column = Column::new(2, "Målgruppe").required();
const LEGAL_BASIS: Column = Column::new(3, "Lovgrundlag");
const CONCERN: Column = Column::new(4, "Bekymring");
const DECIDED: Column = Column::new(5, "Besluttet");
const DECISION: Column = Column::new(6, "Afgørelse");
const START: Column = Column::new(7, "Start");
const EXPECTED_END: Column = Column::new(8, "Forventet slut");
const END: Column = Column::new(9, "Slut");
const END_KIND: Column = Column::new(10, "Afslutning");
const END_REASON: Column = Column::new(11, "Afslutningsårsag");
const WEEKLY: Column = Column::new(12, "Timer pr. uge");
const UNIT: Column = Column::new(13, "Enhed");
const MENTOR: Column = Column::new(14, "MentorID");
const PURPOSE: Column = Column::new(15, "Formål");
const DEPARTMENT: Column = Column::new(16, "Forvaltning").extension();

pub(crate) const COLUMNS: &[Column] = &[
    CASE,
    CPR,
    TARGET_GROUP,
    LEGAL_BASIS,
    CONCERN,
    DECIDED,
    DECISION,
    START,
    EXPECTED_END,
    END,
    END_KIND,
    END_REASON,
    WEEKLY,
    UNIT,
    MENTOR,
    PURPOSE,
    DEPARTMENT,
];

pub(crate) fn read(row: &mut Row<'_, '_>) -> Option<CourseRow> {
    let case_number = row.text(&CASE).to_owned();
    let cpr = row.cpr(&CPR);
    let target_group = row.text(&TARGET_GROUP).to_owned();
    let course = Course {
        case_number,
        target_group,
        legal_basis: row.text(&LEGAL_BASIS).to_owned(),
        dates: read_dates(row),
        end_reason: row.text(&END_REASON).to_owned(),
        weekly: row.weekly_hours(&WEEKLY),
        purpose: row.text(&PURPOSE).to_owned(),
    };
    let unit = row.text(&UNIT).to_owned();
    let mentor = row.text(&MENTOR).to_owned();
    let department = row.has(&DEPARTMENT).then(|| row.text(&DEPARTMENT).to_owned());
    row.faultless()?;
    Some(CourseRow { course, cpr: cpr?, unit, mentor, department })
}

fn read_dates(row: &mut Row<'_, '_>) -> CourseDates {
    let before = row.faults_so_far();
    let dates = CourseDates {
        concern: row.day(&CONCERN),
        decided: row.day(&DECIDED),
        decision: row.word(&DECISION, Decision::ALL, Decision::code),
        start: row.day(&START),
        expected_end: row.day(&EXPECTED_END),
        end: row.day(&END),
        end_kind: row.word(&END_KIND, EndKind::ALL, EndKind::code),
    };
    // A date that could not be read is no date that is missing.
    if row.faults_so_far() == before
        && let Err(fault) = dates.check()
    {
        row.broken_rule(column_of(fault), &fault);
    }
    dates
}

fn column_of(fault: DatesFault) -> &'static Column {
    match fault {
        DatesFault::EndsBeforeItStarts { .. } | DatesFault::EndsWithoutStart => &END,
        DatesFault::RefusedAndStarted => &START,
        DatesFault::ExpectedEndBeforeStart { .. } => &EXPECTED_END,
    }
}

pub(crate) fn write(row: &CourseRow, fields: &mut Written) {
    let Course { dates, .. } = &row.course;
    fields.text(&row.course.case_number);
    fields.cpr(row.cpr);
    fields.text(&row.course.target_group);
    fields.text(&row.course.legal_basis);
    fields.day(dates.concern);
    fields.day(dates.decided);
    fields.text(dates.decision.map_or("", Decision::code));
    fields.day(dates.start);
    fields.day(dates.expected_end);
    fields.day(dates.end);
    fields.text(dates.end_kind.map_or("", EndKind::code));
    fields.text(&row.course.end_reason);
    fields.hours(row.course.weekly);
    fields.text(&row.unit);
    fields.text(&row.mentor);
    fields.text(&row.course.purpose);
    fields.text(row.department.as_deref().unwrap_or_default());
}
