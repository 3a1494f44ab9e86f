//! Placements on a day: unit × target group, and unit × duration, with the sums of both.

use lods_domain::figures::placements::{DurationBucket, Placements, UnitPlacements};
use lods_i18n::{Texts, sort_key};

use crate::chart::{Bar, BarKind, Bars};
use crate::table::{Cell, Column, Link, Row, Table, hidden_note};

/// The two tables. The groups stand in Danish order, those without a group last; each number leads to its courses.
#[must_use]
pub fn tables(t: Texts, figure: &Placements) -> Vec<Table> {
    let mut notes = vec![t.figures_as_of(&t.date(figure.on)), t.figures_placements_definition().to_owned()];
    notes.extend(hidden_note(t, figure.smallest));
    let table = |name: &str, caption: &str, across: &[Across]| Table {
        name: name.to_owned(),
        caption: caption.to_owned(),
        columns: columns(t, across),
        rows: rows(t, figure, across),
        notes: notes.clone(),
    };
    vec![
        table(t.figures_placements_sheet_groups(), t.figures_placements_groups_caption(), &groups(t, figure)),
        table(t.figures_placements_sheet_durations(), t.figures_placements_durations_caption(), &durations(t)),
    ]
}

/// Active courses by unit. A unit whose number is hidden has no bar, and says so.
#[must_use]
pub fn chart(t: Texts, figure: &Placements) -> Bars {
    let bar = |unit: &UnitPlacements| counted_bar(t, unit_name(t, unit), unit.total);
    let most = figure.units.first();
    let name = most.map(|unit| unit_name(t, unit)).unwrap_or_default();
    let all = figure.total.zip(most.and_then(|most| most.total));
    Bars {
        id: "placements".to_owned(),
        title: t.figures_placements_chart_title().to_owned(),
        desc: match (all, most) {
            (Some((total, most)), _) => t.figures_placements_chart_desc(total, &name, most),
            (None, Some(_)) => t.small_numbers_chart().to_owned(),
            (None, None) => t.figures_empty_text().to_owned(),
        },
        rows: figure.units.iter().map(bar).collect(),
        full: None,
        mark: None,
    }
}

/// A count as the length of a bar.
#[expect(clippy::cast_precision_loss, reason = "a length that is drawn")]
pub(super) fn drawn(count: i64) -> f64 {
    count as f64
}

/// The bar of a count; none, with the reason, where it is hidden.
pub(super) fn counted_bar(t: Texts, label: String, count: Option<i64>) -> Bar {
    match count {
        Some(count) => Bar::new(label, drawn(count), t.whole(count)),
        None => Bar { kind: BarKind::None, ..Bar::new(label, 0.0, t.small_numbers_hidden()) },
    }
}

/// What a column counts.
struct Across {
    heading: String,
    of: Counted,
}

enum Counted {
    Group(String),
    Bucket(DurationBucket),
}

impl Across {
    /// A group that a unit does not name has no course there.
    fn count(&self, unit: &UnitPlacements) -> Option<i64> {
        match &self.of {
            Counted::Group(group) => unit.groups.get(group).copied().unwrap_or(Some(0)),
            Counted::Bucket(bucket) => unit.durations.get(*bucket),
        }
    }

    fn sum(&self, figure: &Placements) -> Option<i64> {
        match &self.of {
            Counted::Group(group) => figure.groups.get(group).copied().flatten(),
            Counted::Bucket(bucket) => figure.durations.get(*bucket),
        }
    }

    fn link(&self, unit: Option<&UnitPlacements>) -> Link {
        let (group, bucket) = match &self.of {
            Counted::Group(group) => (Some(group.clone()), None),
            Counted::Bucket(bucket) => (None, Some(*bucket)),
        };
        Link::Placements { unit: unit.map(|unit| unit.unit.clone()), group, bucket }
    }
}

fn groups(t: Texts, figure: &Placements) -> Vec<Across> {
    let mut names: Vec<&str> = figure.groups.keys().map(String::as_str).collect();
    names.sort_by_cached_key(|name| (name.is_empty(), sort_key(name)));
    let heading = |name: &str| if name.is_empty() { t.figures_placements_no_group() } else { name }.to_owned();
    names.into_iter().map(|name| Across { heading: heading(name), of: Counted::Group(name.to_owned()) }).collect()
}

fn durations(t: Texts) -> Vec<Across> {
    let across = |bucket: &DurationBucket| Across {
        heading: t.duration_bucket(*bucket).to_owned(),
        of: Counted::Bucket(*bucket),
    };
    DurationBucket::ALL.iter().map(across).collect()
}

fn columns(t: Texts, across: &[Across]) -> Vec<Column> {
    let unit = Column::text(t.figures_field_unit());
    let counted = across.iter().map(|across| Column::number(&across.heading));
    std::iter::once(unit).chain(counted).chain([Column::number(t.total())]).collect()
}

fn rows(t: Texts, figure: &Placements, across: &[Across]) -> Vec<Row> {
    let all = |unit: Option<&UnitPlacements>| Link::Placements {
        unit: unit.map(|unit| unit.unit.clone()),
        group: None,
        bucket: None,
    };
    let row = |unit: &UnitPlacements| {
        let counts = across.iter().map(|across| Cell::seen(across.count(unit), across.link(Some(unit))));
        let name = Cell::text(unit_name(t, unit));
        Row::new(std::iter::once(name).chain(counts).chain([Cell::seen(unit.total, all(Some(unit)))]).collect())
    };
    let sums = across.iter().map(|across| Cell::seen(across.sum(figure), across.link(None)));
    let total = std::iter::once(Cell::text(t.total())).chain(sums).chain([Cell::seen(figure.total, all(None))]);
    figure.units.iter().map(row).chain([Row::total(total.collect())]).collect()
}

fn unit_name(t: Texts, unit: &UnitPlacements) -> String {
    if unit.unit.is_empty() { t.unit_none().to_owned() } else { unit.unit.clone() }
}
