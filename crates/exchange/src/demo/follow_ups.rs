//! Follow-ups: most courses have one within every six weeks with all three present, a fifth have gaps
//! (recommendation F4.1).

use fastrand::Rng;
use lods_domain::Day;
use lods_domain::followups::FollowUp;

use super::Plan;
use super::almanac::Almanac;
use super::chance::{Stream, percent, stream};
use super::courses::{Nudge, World};
use super::sink::{Counted, Sink};
use crate::extract::rows::FollowUpRow;

/// The days between follow-ups that the model recommends.
const SIX_WEEKS: i64 = 42;

/// The follow-ups of a course, by day.
pub(super) fn rows<S: Sink>(
    plan: &Plan,
    almanac: &Almanac,
    world: &World,
    number: usize,
    sink: &mut Counted<'_, S>,
) -> Result<(), S::Error> {
    let course = &world.courses[number];
    let Some((start, last)) = course.run(plan.today) else { return Ok(()) };
    let mut rng = stream(plan.seed, Stream::FollowUps, number);
    let careful = percent(&mut rng, 78);
    let recent = if course.nudge == Nudge::FollowUpSoon { due_soon(plan, almanac, number) } else { None };
    let until = match course.nudge {
        Nudge::FollowUpOverdue => last.min(plan.today.plus_days(-SIX_WEEKS - 4)),
        _ => recent.map_or(last, |day| day.plus_days(-14)),
    };
    let mut on = next(&mut rng, almanac, careful, start);
    while on <= until {
        sink.follow_up(&FollowUpRow { case_number: &course.case_number, follow_up: who_came(&mut rng, careful, on) })?;
        on = next(&mut rng, almanac, careful, on);
    }
    if let Some(on) = recent {
        let follow_up = who_came(&mut rng, careful, on);
        sink.follow_up(&FollowUpRow { case_number: &course.case_number, follow_up })?;
    }
    Ok(())
}

fn next(rng: &mut Rng, almanac: &Almanac, careful: bool, after: Day) -> Day {
    let days = if careful || percent(rng, 65) { rng.i64(32..=41) } else { rng.i64(43..=85) };
    almanac.working_day(after.plus_days(days), after.plus_days(1))
}

/// A working day on which a follow-up makes the next one due within a week.
fn due_soon(plan: &Plan, almanac: &Almanac, number: usize) -> Option<Day> {
    let skip = number % 4;
    let days = (SIX_WEEKS - 7..SIX_WEEKS).rev().map(|ago| plan.today.plus_days(-ago));
    let open: Vec<Day> = days.filter(|day| almanac.is_working_day(*day)).collect();
    open.get(skip).or(open.first()).copied()
}

fn who_came(rng: &mut Rng, careful: bool, on: Day) -> FollowUp {
    let mut came = |careful_percent, other_percent| {
        let present = percent(rng, if careful { careful_percent } else { other_percent });
        // Now and then it was not written down at all.
        if present { Some(true) } else { Some(false).filter(|_| percent(rng, 80)) }
    };
    FollowUp { on, caseworker: came(99, 88), mentor: came(100, 93), mentee: came(98, 85) }
}
