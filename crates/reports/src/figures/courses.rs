//! Courses and costs a year: kind of provider × year, with the sum of all kinds.

use lods_domain::Ore;
use lods_domain::figures::courses::{Counts, CoursesByYear, YearOfCourses};
use lods_domain::units::UnitKind;
use lods_i18n::Texts;

use super::placements::counted_bar;
use crate::chart::Bars;
use crate::table::{Cell, Column, Link, Row, Table, Value, hidden_note};

/// One table of counts, active and started, and one of costs, with the cost per course.
#[must_use]
pub fn tables(t: Texts, figure: &CoursesByYear) -> Vec<Table> {
    let mut notes: Vec<String> = period(t, figure).into_iter().collect();
    notes.push(t.figures_courses_definition().to_owned());
    notes.extend(hidden_note(t, figure.smallest));
    let started = |kind, year, count| Cell::seen(count, Link::Courses { year, kind, started: true });
    let active = |kind, year, count| Cell::seen(count, Link::Courses { year, kind, started: false });
    let none = |counts: &Counts| if counts.active.is_some() { Value::Empty } else { Value::Hidden };
    let per_course = |counts: &Counts| counts.cost_per_course_ore.map_or(none(counts), Value::Money).into();
    let cost = |kind: Kind, year, counts: &Counts| {
        // No posting is without a unit, so the courses without one have no list either.
        let link = (counts.cost_ore != Ore::ZERO && kind != Some(None)).then(|| Link::Postings {
            year,
            unit: None,
            kind: kind.flatten(),
        });
        Cell { value: Value::Money(counts.cost_ore), link }
    };
    vec![
        Table {
            name: t.figures_courses_sheet_counts().to_owned(),
            caption: t.figures_courses_counts_caption().to_owned(),
            columns: columns(t, figure, |year| [t.figures_courses_active_in(year), t.figures_courses_started_in(year)]),
            rows: rows(t, figure, |kind, year, counts| {
                [active(kind, year, counts.active), started(kind, year, counts.started)]
            }),
            notes: notes.clone(),
        },
        Table {
            name: t.figures_courses_sheet_costs().to_owned(),
            caption: t.figures_courses_costs_caption().to_owned(),
            columns: columns(t, figure, |year| {
                [t.figures_courses_cost_in(year), t.figures_courses_cost_per_course_in(year)]
            }),
            rows: rows(t, figure, |kind, year, counts| [cost(kind, year, counts), per_course(counts)]),
            notes,
        },
    ]
}

/// Courses active in each year.
#[must_use]
pub fn chart(t: Texts, figure: &CoursesByYear) -> Bars {
    let bar = |of: &YearOfCourses| counted_bar(t, of.year.to_string(), of.total.active);
    let (first, last) = ends(figure).unwrap_or_default();
    Bars {
        id: "courses".to_owned(),
        title: t.figures_courses_chart_title().to_owned(),
        desc: t.figures_courses_chart_desc(&first, &last),
        rows: figure.years.iter().map(bar).collect(),
        full: None,
        mark: None,
    }
}

fn ends(figure: &CoursesByYear) -> Option<(String, String)> {
    Some((figure.years.first()?.year.to_string(), figure.years.last()?.year.to_string()))
}

fn period(t: Texts, figure: &CoursesByYear) -> Option<String> {
    ends(figure).map(|(first, last)| t.figures_from_to(&first, &last))
}

fn columns(t: Texts, figure: &CoursesByYear, headings: impl Fn(&str) -> [String; 2]) -> Vec<Column> {
    let years = figure.years.iter().flat_map(|of| headings(&of.year.to_string()));
    std::iter::once(Column::text(t.figures_courses_column_kind())).chain(years.map(Column::number)).collect()
}

/// `None` is the sum of all kinds, `Some(None)` the courses without a unit.
type Kind = Option<Option<UnitKind>>;

/// The kinds are the same in each year.
fn rows(t: Texts, figure: &CoursesByYear, cells: impl Fn(Kind, i16, &Counts) -> [Cell; 2]) -> Vec<Row> {
    let name = |kind: Option<UnitKind>| Cell::text(kind.map_or(t.unit_none(), |kind| t.unit_kind(kind)));
    let kinds = figure.years.first().map(|of| of.kinds.iter().map(|of| of.kind)).into_iter().flatten();
    let row = |(at, kind): (usize, Option<UnitKind>)| {
        let of_year =
            |of: &YearOfCourses| cells(Some(kind), of.year, &of.kinds.get(at).map(|of| of.counts).unwrap_or_default());
        Row::new(std::iter::once(name(kind)).chain(figure.years.iter().flat_map(of_year)).collect())
    };
    let sums = figure.years.iter().flat_map(|of| cells(None, of.year, &of.total));
    let total = Row::total(std::iter::once(Cell::text(t.total())).chain(sums).collect());
    kinds.enumerate().map(row).chain([total]).collect()
}
