//! Courses a year without small numbers.
//!
//! Of the courses active in a year, some started in it and the others were carried over from the year before. That
//! difference is a count of persons too, so each year is guarded as the table kind × (started, carried over).

use super::{Counts, Grid, Kind, Place};
use crate::figures::courses::{CoursesByYear, KindCounts, YearOfCourses};

impl CoursesByYear {
    /// The figure for somebody who is shown no count from 1 to `smallest` − 1. A cost per course would tell the count
    /// beside the cost, and is hidden with it.
    #[must_use]
    pub fn guarded(self, smallest: i64) -> CoursesByYear {
        let years = self.years.into_iter().map(|of| guarded(of, smallest)).collect();
        CoursesByYear { years, smallest: Some(smallest) }
    }
}

fn guarded(mut of: YearOfCourses, smallest: i64) -> YearOfCourses {
    let mut counts = Counts::default();
    let (rows, source): (Vec<Place>, Place) = (of.kinds.iter().map(|_| counts.place()).collect(), counts.place());
    let total = counts.place();
    let parts = |of: &KindCounts| {
        let (active, started) = (of.counts.active.unwrap_or_default(), of.counts.started.unwrap_or_default());
        vec![started, active - started]
    };
    let cells: Vec<Vec<i64>> = of.kinds.iter().map(parts).collect();
    let grid = Grid::new(&mut counts, &rows, total, &cells, false, &[Kind::Cell, Kind::Difference]);
    let mut active = |(row, cells): (&Place, &Vec<i64>)| counts.count((source, *row), Kind::Sum, cells.iter().sum());
    let active: Vec<_> = rows.iter().zip(&cells).map(&mut active).collect();
    let all = counts.count((total, source), Kind::Total, cells.iter().flatten().sum());
    let guarded = counts.guarded(smallest);
    for (at, kind) in of.kinds.iter_mut().enumerate() {
        kind.counts.active = active.get(at).and_then(|entry| guarded.get(*entry));
        kind.counts.started = grid.row(at).first().and_then(|entry| guarded.get(*entry));
    }
    of.total.active = guarded.get(all);
    of.total.started = grid.sums.first().and_then(|entry| guarded.get(*entry));
    let every = of.kinds.iter_mut().map(|kind| &mut kind.counts).chain([&mut of.total]);
    every.filter(|counts| counts.active.is_none()).for_each(|counts| counts.cost_per_course_ore = None);
    of
}
