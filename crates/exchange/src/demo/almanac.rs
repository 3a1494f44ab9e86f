//! The days of the history: which are open, how busy they are, and when they begin.

use lods_domain::calendar::holidays;
use lods_domain::time::Clockface;
use lods_domain::{Day, Moment};

/// How busy Monday to Sunday are, in thousandths of a full day.
const WEEKDAYS: [u32; 7] = [960, 1_040, 1_060, 1_040, 820, 500, 0];

/// The days from the first concern until yesterday, looked up instead of computed for each of millions of sessions.
pub(super) struct Almanac {
    first: Day,
    days: Vec<Entry>,
    /// For each weekday, the weights of all its days before the day with this index.
    sums: [Vec<u32>; 7],
}

struct Entry {
    weight: u32,
    noon: i64,
}

impl Almanac {
    /// From `first` until the day before `today`.
    pub(super) fn new(first: Day, today: Day, clock: &Clockface) -> Almanac {
        let count = usize::try_from(today.days_since(first)).unwrap_or(0);
        let mut almanac = Almanac { first, days: Vec::with_capacity(count), sums: Default::default() };
        let mut closed: (i16, Vec<Day>) = (first.year(), holidays(first.year()));
        let mut day = first;
        while day < today {
            if day.year() != closed.0 {
                closed = (day.year(), holidays(day.year()));
            }
            let weight = if closed.1.contains(&day) { 0 } else { weight(day) };
            almanac.push(day, weight, clock);
            day = day.plus_days(1);
        }
        almanac
    }

    fn push(&mut self, day: Day, weight: u32, clock: &Clockface) {
        let noon = clock.moment(day.date().at(12, 0, 0, 0)).map_or(0, Moment::epoch);
        for (weekday, sums) in self.sums.iter_mut().enumerate() {
            let before = sums.last().copied().unwrap_or(0);
            if sums.is_empty() {
                sums.push(0);
            }
            let own = if weekday + 1 == weekday_of(day) { weight } else { 0 };
            sums.push(before + own);
        }
        self.days.push(Entry { weight, noon });
    }

    fn index(&self, day: Day) -> usize {
        usize::try_from(day.days_since(self.first)).unwrap_or(0).min(self.days.len())
    }

    fn entry(&self, day: Day) -> Option<&Entry> {
        usize::try_from(day.days_since(self.first)).ok().and_then(|index| self.days.get(index))
    }

    /// How busy the day is, in thousandths; 0 on holidays, Sundays, Christmas Eve and outside the history.
    pub(super) fn weight(&self, day: Day) -> u32 {
        self.entry(day).map_or(0, |entry| entry.weight)
    }

    /// The weights of all days with the weekday (1 to 7) from `from` and before `before`.
    pub(super) fn between(&self, weekday: u8, from: Day, before: Day) -> u32 {
        let Some(sums) = self.sums.get(usize::from(weekday).saturating_sub(1)) else { return 0 };
        let at = |day: Day| sums.get(self.index(day)).copied().unwrap_or(0);
        at(before).saturating_sub(at(from))
    }

    /// The moment at which clocks show so many minutes after midnight. Clocks change at night, so the hours between
    /// early morning and midnight are as far from noon as on any day.
    pub(super) fn moment(&self, day: Day, minute: u16) -> Moment {
        let noon = self.entry(day).map_or(0, |entry| entry.noon);
        Moment::from_epoch(noon + (i64::from(minute) - 12 * 60) * 60)
    }

    /// Monday to Friday, and open.
    pub(super) fn is_working_day(&self, day: Day) -> bool {
        weekday_of(day) <= 5 && self.weight(day) > 0
    }

    /// The last working day up to and including `day`, but not before `earliest`. A day after the history is left as is.
    pub(super) fn working_day(&self, day: Day, earliest: Day) -> Day {
        let mut at = day;
        while at > earliest && self.entry(at).is_some() && !self.is_working_day(at) {
            at = at.plus_days(-1);
        }
        at
    }
}

/// Monday is 1.
pub(super) fn weekday_of(day: Day) -> usize {
    usize::try_from((day.epoch() + 3).rem_euclid(7)).unwrap_or(0) + 1
}

/// How busy a day is that is no public holiday.
fn weight(day: Day) -> u32 {
    let full = WEEKDAYS[weekday_of(day) - 1];
    let date = day.date();
    match (date.month(), date.day()) {
        (12, 24 | 31) => return 0,
        (6, 5) => return full / 10,
        (12, 22 | 23 | 27..=30) | (1, 2) => return full / 4,
        _ => {}
    }
    match day.iso_week().1 {
        28..=30 => full * 2 / 5,
        7 | 42 => full * 3 / 4,
        27 | 31 => full * 9 / 10,
        _ => full,
    }
}
