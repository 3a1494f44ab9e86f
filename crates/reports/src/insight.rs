//! An insight as a printed document, in Danish.

use lods_domain::Moment;
use lods_domain::goals::Score;
use lods_domain::people::insight::{Held, HeldTable, Insight};
use lods_domain::time::Clockface;
use lods_i18n::{Lang, Texts};
use lods_print::{Document, Part, PrintError, pdf};

/// Rows of one table on paper: the newest; the file for machines has all.
const ROWS: usize = 1_000;

/// The insight as PDF.
///
/// # Errors
/// As `lods_print::pdf`: faults of this program, or a moment beyond the year 9999.
pub fn insight_pdf(insight: &Insight, clock: &Clockface) -> Result<Vec<u8>, PrintError> {
    pdf(&document(insight, clock), insight.made_at.epoch())
}

/// The insight as a document: a section for each table; a table of one row as facts.
#[must_use]
pub fn document(insight: &Insight, clock: &Clockface) -> Document {
    let t = Texts::new(Lang::Da);
    let mut parts = vec![Part::Text(t.insight_text().to_owned())];
    if insight.courses_beyond > 0 {
        parts.push(Part::Note(t.insight_beyond(insight.courses_beyond)));
    }
    for table in &insight.tables {
        parts.push(Part::Heading(table.label.to_owned()));
        parts.extend(table_parts(t, table, clock));
    }
    parts.push(Part::Heading(t.insight_left_out().to_owned()));
    parts.extend(insight.left_out.iter().map(|why| Part::Text((*why).to_owned())));
    parts.push(Part::Note(t.insight_rights().to_owned()));
    Document {
        lang: Lang::Da.code(),
        title: t.insight_title(&insight.name),
        subtitle: insight.municipality.clone(),
        issued: t.insight_issued(&moment(t, insight.made_at, clock)),
        footer: t.insight_footer().to_owned(),
        parts,
    }
}

fn table_parts(t: Texts, table: &HeldTable, clock: &Clockface) -> Vec<Part> {
    let cell = |held: &Held| said(t, held, clock);
    if let [row] = table.rows.as_slice() {
        let facts = table.columns.iter().zip(row).filter(|(_, held)| **held != Held::Nothing);
        return vec![Part::Facts(facts.map(|(column, held)| (column.label.to_owned(), cell(held))).collect())];
    }
    let beyond = table.rows.len().saturating_sub(ROWS);
    let rows = table.rows.iter().skip(beyond).map(|row| row.iter().map(cell).collect()).collect();
    let head = table.columns.iter().map(|column| column.label.to_owned()).collect();
    let mut parts = vec![Part::Table { caption: table.label.to_owned(), head, rows }];
    if beyond > 0 {
        parts.push(Part::Note(t.insight_rows_beyond(i64::try_from(beyond).unwrap_or(i64::MAX))));
    }
    parts
}

fn moment(t: Texts, moment: Moment, clock: &Clockface) -> String {
    let local = clock.local(moment);
    t.date_and_time(clock.day(moment), local.hour(), local.minute())
}

fn said(t: Texts, held: &Held, clock: &Clockface) -> String {
    match held {
        Held::Nothing => String::new(),
        Held::Text(text) => text.clone(),
        Held::Day(day) => t.date(*day),
        Held::Moment(at) => moment(t, *at, clock),
        Held::Minutes(minutes) => t.hours_and_minutes(*minutes),
        Held::Number(number) => t.whole(*number),
        Held::Tenths(tenths) => Score::from_tenths(*tenths).map(|score| t.score(score)).unwrap_or_default(),
        Held::YesNo(true) => t.yes().to_owned(),
        Held::YesNo(false) => t.no().to_owned(),
        Held::Purpose(purpose) => t.purpose(*purpose).to_owned(),
        Held::What(what) => t.what(*what).to_owned(),
        Held::Visibility(visibility) => t.insight_visibility(*visibility).to_owned(),
        Held::Class(class) => t.insight_class(*class).to_owned(),
        Held::Kinds(kinds) => kinds.iter().map(|kind| t.insight_kind(*kind)).collect::<Vec<_>>().join(", "),
        Held::GivenHow(how) => t.insight_given_how(*how).to_owned(),
        Held::Correctable(field) => t.correctable(*field).to_owned(),
    }
}
