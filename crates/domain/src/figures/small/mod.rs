//! Small numbers: which counts of a table may be shown to somebody who must not meet a person in it.
//!
//! A count from 1 to `smallest` − 1 is hidden (primary), and then as many others (secondary) that none of the hidden can
//! be reckoned from what is shown. Zero hides nobody and is shown; therefore whoever reads knows that what is hidden is
//! at least 1, and the guard reckons with a reader who knows that, and every definition here.
//!
//! A table whose rows and columns add up is a circulation: each count is an arc, each sum a place that as much flows
//! into as out of. Two fillings with the same shown counts differ by circles through hidden arcs, on which the flow
//! grows by one along an arc and shrinks by one against it. So a hidden count can be told from the shown ones exactly
//! when no such circle passes through it, where an arc is followed forwards always, and backwards when it holds 2 or
//! more. What is missing is the cheapest path that closes a circle; the counts on it are hidden too.

mod courses;
mod fidelity;
mod placements;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Whether a count of persons is so small that it is hidden: 1 to `smallest` − 1.
#[must_use]
pub const fn is_small(count: i64, smallest: i64) -> bool {
    0 < count && count < smallest
}

/// A sum: what flows in flows out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place(usize);

/// A count in the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry(usize);

/// What a count is, which says how much is lost with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Never written, but a difference of two that are: costs nothing to hide.
    Difference,
    Cell,
    Sum,
    Total,
}

#[derive(Debug, Clone)]
struct Arc {
    from: usize,
    to: usize,
    count: i64,
    kind: Kind,
    hidden: bool,
    /// A circle through it was found.
    closed: bool,
}

impl Arc {
    /// A zero is never hidden, whatever is hidden besides.
    fn cost(&self) -> u64 {
        if self.hidden {
            return 0;
        }
        let lost = self.count.unsigned_abs().min(1_000_000);
        match self.kind {
            Kind::Difference => 1,
            Kind::Cell => 10 + lost,
            Kind::Sum => 10_000_000 + lost,
            Kind::Total => 10_000_000_000 + lost,
        }
    }
}

/// Counts that add up, to be guarded together.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    arcs: Vec<Arc>,
    /// The arcs at each place.
    at: Vec<Vec<usize>>,
    /// Places that are looked at as one, beside each by itself.
    together: Vec<Vec<usize>>,
}

/// The same counts, those hidden that must be.
#[derive(Debug, Clone)]
pub struct Guarded(Vec<Option<i64>>);

impl Guarded {
    /// `None` where the count is hidden.
    #[must_use]
    pub fn get(&self, entry: Entry) -> Option<i64> {
        self.0.get(entry.0).copied().flatten()
    }
}

impl Counts {
    pub fn place(&mut self) -> Place {
        self.at.push(Vec::new());
        Place(self.at.len() - 1)
    }

    /// Says that what flows into and out of all these places is a sum that a reader can see, too.
    pub fn together(&mut self, places: impl IntoIterator<Item = Place>) {
        self.together.push(places.into_iter().map(|place| place.0).collect());
    }

    /// Adds a count, at least 0, that flows from one sum to another.
    pub fn count(&mut self, (from, to): (Place, Place), kind: Kind, count: i64) -> Entry {
        let at = self.arcs.len();
        self.arcs.push(Arc { from: from.0, to: to.0, count: count.max(0), kind, hidden: false, closed: false });
        self.at[from.0].push(at);
        self.at[to.0].push(at);
        Entry(at)
    }

    /// Hides what is below `smallest`, and what it could be told from.
    #[must_use]
    pub fn guarded(mut self, smallest: i64) -> Guarded {
        self.arcs.iter_mut().for_each(|arc| arc.hidden = is_small(arc.count, smallest));
        // Each step hides at least one more; when all are hidden, no sum is known and nothing can be told.
        while self.hide_with_small_sum(smallest) || self.close_circles() {}
        Guarded(self.arcs.iter().map(|arc| (!arc.hidden).then_some(arc.count)).collect())
    }

    /// The hidden counts on one side of a sum are together what is shown on the other: that may be small as well. Then
    /// one more is hidden there.
    fn hide_with_small_sum(&mut self, smallest: i64) -> bool {
        let alone = (0..self.at.len()).map(|place| vec![place]);
        let cuts = alone.chain(self.together.iter().cloned());
        let more = cuts.filter_map(|cut| self.cheapest_to_hide(&cut, smallest)).next();
        more.map(|at| self.arcs[at].hidden = true).is_some()
    }

    /// Of the counts that cross the border of the places, the cheapest shown one, if the hidden ones are a small sum.
    fn cheapest_to_hide(&self, places: &[usize], smallest: i64) -> Option<usize> {
        let arcs = || places.iter().flat_map(|place| &self.at[*place]).copied();
        let crosses = |at: &usize| places.contains(&self.arcs[*at].from) != places.contains(&self.arcs[*at].to);
        let (mut sums, mut sides) = ([0_i64; 2], [false; 2]);
        for arc in arcs().filter(crosses).map(|at| &self.arcs[at]).filter(|arc| arc.hidden) {
            let side = usize::from(places.contains(&arc.to));
            sums[side] = sums[side].saturating_add(arc.count);
            sides[side] = true;
        }
        let told = sides[0] != sides[1] && is_small(sums[0] + sums[1], smallest);
        let shown = |at: &usize| !self.arcs[*at].hidden && self.arcs[*at].count > 0;
        arcs().filter(|_| told).filter(crosses).filter(shown).min_by_key(|at| self.arcs[*at].cost())
    }

    /// Sees to it that every hidden count lies on a circle. Gives whether more had to be hidden.
    fn close_circles(&mut self) -> bool {
        let mut more = false;
        for at in 0..self.arcs.len() {
            if !self.arcs[at].hidden || self.arcs[at].closed {
                continue;
            }
            for step in self.cheapest_circle(at).into_iter().chain([at]) {
                more |= !self.arcs[step].hidden;
                self.arcs[step].hidden = true;
                self.arcs[step].closed = true;
            }
        }
        more
    }

    /// The other arcs of the cheapest circle through the arc, forwards or backwards. There is always one: the flow
    /// through an arc comes from somewhere.
    fn cheapest_circle(&self, at: usize) -> Vec<usize> {
        let arc = &self.arcs[at];
        let forwards = self.cheapest_path(arc.to, arc.from, at);
        let backwards = if arc.count > 1 { self.cheapest_path(arc.from, arc.to, at) } else { None };
        let both = [forwards, backwards].into_iter().flatten();
        both.min_by_key(|(cost, _)| *cost).map(|(_, path)| path).unwrap_or_default()
    }

    /// Dijkstra's, over the arcs that the flow can change on.
    fn cheapest_path(&self, from: usize, to: usize, without: usize) -> Option<(u64, Vec<usize>)> {
        let mut best: Vec<Option<(u64, usize)>> = vec![None; self.at.len()];
        let mut open = BinaryHeap::from([Reverse((0_u64, from, usize::MAX))]);
        while let Some(Reverse((cost, place, by))) = open.pop() {
            if best[place].is_some() {
                continue;
            }
            best[place] = Some((cost, by));
            if place == to {
                break;
            }
            for at in self.at[place].iter().copied().filter(|at| *at != without) {
                let arc = &self.arcs[at];
                let next = match place {
                    place if place == arc.from && arc.count > 0 => arc.to,
                    place if place == arc.to && arc.count > 1 => arc.from,
                    _ => continue,
                };
                open.push(Reverse((cost.saturating_add(arc.cost()), next, at)));
            }
        }
        let cost = best[to]?.0;
        let (mut path, mut place) = (Vec::new(), to);
        while place != from {
            let (_, by) = best[place]?;
            path.push(by);
            place = if self.arcs[by].from == place { self.arcs[by].to } else { self.arcs[by].from };
        }
        Some((cost, path))
    }
}

/// A table of rows and columns with the sums of both, for [`Counts`].
pub(crate) struct Grid {
    /// By row, then by column.
    pub cells: Vec<Vec<Entry>>,
    /// Of the columns.
    pub sums: Vec<Entry>,
    pub columns: Vec<Place>,
}

impl Grid {
    /// `rows` and `total` are where the rows' sums and the sum of all flow in; with `back`, where they flow out instead:
    /// two tables with the same row sums stand back to back. Each row of `cells` is as long as the others.
    pub fn new(
        counts: &mut Counts,
        rows: &[Place],
        total: Place,
        cells: &[Vec<i64>],
        back: bool,
        kinds: &[Kind],
    ) -> Grid {
        let turned = |from: Place, to: Place| if back { (to, from) } else { (from, to) };
        let columns: Vec<Place> = kinds.iter().map(|_| counts.place()).collect();
        let mut sums = vec![0_i64; kinds.len()];
        let mut entries = Vec::with_capacity(cells.len());
        for (row, of_row) in rows.iter().zip(cells) {
            let mut line = Vec::with_capacity(kinds.len());
            for (((column, kind), sum), count) in columns.iter().zip(kinds).zip(&mut sums).zip(of_row) {
                *sum += count;
                line.push(counts.count(turned(*row, *column), *kind, *count));
            }
            entries.push(line);
        }
        let as_sum = |kind: Kind| if kind == Kind::Cell { Kind::Sum } else { kind };
        let sums = columns.iter().zip(kinds).zip(sums);
        let sums = sums.map(|((column, kind), sum)| counts.count(turned(*column, total), as_sum(*kind), sum));
        let sums = sums.collect();
        Grid { cells: entries, sums, columns }
    }

    /// The entries of a row; none where there is no such row.
    pub fn row(&self, at: usize) -> &[Entry] {
        self.cells.get(at).map(Vec::as_slice).unwrap_or_default()
    }
}
