//! The dates of a course: when somebody was concerned, what was decided, when it began, and how it ended.

use fastrand::Rng;
use lods_domain::Day;
use lods_domain::courses::{CourseDates, Decision, EndKind};

use super::almanac::Almanac;
use super::chance::{percent, pick, weighted};
use super::texts;

/// How many days until a concern is decided: most within the ten of recommendation F1.1, some far beyond.
const DECISION_DAYS: &[(u32, (i64, i64))] = &[(62, (2, 8)), (18, (8, 10)), (14, (11, 19)), (6, (20, 38))];
/// How many days from decision to start: months, where a mentor is not at hand.
const START_DAYS: &[(u32, (i64, i64))] = &[(70, (2, 14)), (22, (15, 33)), (8, (34, 75))];
/// How many days a course lasts.
const DURATIONS: &[(u32, (i64, i64))] = &[(11, (14, 88)), (54, (95, 280)), (26, (281, 460)), (9, (461, 900))];

/// A course's dates and, when it ended, the reason.
#[derive(Debug, Clone, Copy)]
pub(super) struct History {
    pub(super) dates: CourseDates,
    pub(super) reason: &'static str,
}

/// Where a course stands today, when that is not left to chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Any,
    /// Concern so many days ago, undecided.
    Undecided,
    /// Granted, not begun.
    Waiting,
}

/// Draws what follows upon a concern. What would lie on or after `today` has not happened. `stretch` is in percent.
pub(super) fn draw(rng: &mut Rng, almanac: &Almanac, concern: Day, today: Day, stretch: i64, stage: Stage) -> History {
    let mut dates = CourseDates { concern: Some(concern), ..CourseDates::default() };
    let wait = if stage == Stage::Waiting { 5 } else { between(rng, DECISION_DAYS) };
    let decided = almanac.working_day(concern.plus_days(wait), concern);
    if decided >= today || stage == Stage::Undecided {
        return History { dates, reason: "" };
    }
    dates.decided = Some(decided);
    let refused = stage == Stage::Any && percent(rng, 8);
    dates.decision = Some(if refused { Decision::Refused } else { Decision::Granted });
    let start = almanac.working_day(decided.plus_days(between(rng, START_DAYS)), decided);
    if refused || start >= today || stage == Stage::Waiting {
        return History { dates, reason: "" };
    }
    dates.start = Some(start);
    run(rng, almanac, dates, start, today, stretch)
}

/// The time from the start on.
fn run(rng: &mut Rng, almanac: &Almanac, dates: CourseDates, start: Day, today: Day, stretch: i64) -> History {
    let months = *pick(rng, &[6, 6, 6, 3]);
    let mut days = between(rng, DURATIONS);
    if days > 90 {
        days = days * stretch / 100;
    }
    let natural = start.plus_days(days);
    // Grants run out after 3 or 6 months, and that is when many courses end: the steps of the survival curve.
    let end = if percent(rng, 30) && days > 90 { grant_end(start, months, natural) } else { natural };
    let end = almanac.working_day(end, start);
    if end >= today {
        let overdue = percent(rng, 6);
        let expected = grant_end(start, months, today.plus_days(if overdue { -21 } else { 1 }));
        return History { dates: CourseDates { expected_end: Some(expected), ..dates }, reason: "" };
    }
    let early = end < start.plus_months(3);
    let planned = percent(rng, if early { 20 } else { 80 });
    let reasons = match (planned, early) {
        (true, _) => texts::PLANNED_REASONS,
        (false, true) => texts::EARLY_REASONS,
        (false, false) => texts::UNPLANNED_REASONS,
    };
    let end_kind = Some(if planned { EndKind::Planned } else { EndKind::Unplanned });
    let expected_end = Some(grant_end(start, months, end));
    History { dates: CourseDates { expected_end, end: Some(end), end_kind, ..dates }, reason: weighted(rng, reasons) }
}

/// The end of the first of the successive grants that reaches `day`.
fn grant_end(start: Day, months: i32, day: Day) -> Day {
    let mut end = start.plus_months(months);
    let mut grants = 1;
    while end < day && grants < 200 {
        grants += 1;
        end = start.plus_months(months * grants);
    }
    end
}

fn between(rng: &mut Rng, spans: &[(u32, (i64, i64))]) -> i64 {
    let (low, high) = weighted(rng, spans);
    rng.i64(low..=high)
}
