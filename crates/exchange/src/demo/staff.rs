//! The mentors, their week, and which courses sit in it.
//!
//! A mentor's week has seats: a weekday and an hour, two hours apart, so that a session of at most 105 minutes that
//! begins up to a quarter late is over before the next. A course owns its seats from its start to its end. One seat
//! of those who lead groups is kept for the group.

use fastrand::Rng;
use lods_domain::mentors::{Mentor, SupervisionForm};
use lods_domain::people::Gender;
use lods_domain::units::UnitKind;
use lods_domain::{Day, Minutes};

use super::almanac::Almanac;
use super::chance::{Stream, percent, pick, some_of, stream};
use super::courses::World;
use super::people::{full_name, gender};
use super::profiles::Municipality;
use super::sink::{Counted, Sink};
use super::texts::{COMPETENCES, INTERESTS};
use super::{Plan, users};
use crate::extract::rows::{MentorRow, SupervisionRow};

/// A place in a mentor's week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seat {
    /// 1 to 6.
    pub(super) weekday: u8,
    /// Minutes after midnight.
    pub(super) minute: u16,
}

/// A mentor while the courses are laid out.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) unit: usize,
    pub(super) weekly: Minutes,
    pub(super) competences: Vec<String>,
    /// Each seat and the day from which it is free.
    seats: Vec<(Seat, Day)>,
    pub(super) group: Option<Seat>,
    /// The courses, by their number, in the order in which they began.
    pub(super) roster: Vec<usize>,
    /// The first day of the first course.
    pub(super) since: Option<Day>,
}

impl Member {
    pub(super) fn new(seed: u64, unit: usize, kind: UnitKind, number: usize) -> Member {
        let mut rng = stream(seed, Stream::Staff, number);
        let (hours, seats, group) = week(&mut rng, kind, number);
        let competences = some_of(&mut rng, COMPETENCES, if kind == UnitKind::Internal { 6 } else { 4 });
        let seats = seats.into_iter().map(|seat| (seat, Day::FIRST)).collect();
        let weekly = Minutes::new(hours * 60);
        Member { unit, weekly, competences, seats, group, roster: Vec::new(), since: None }
    }

    pub(super) fn seat_count(&self) -> usize {
        self.seats.len()
    }

    /// Takes so many seats from `start` until `end`, on different days where possible. `None` when too few are free.
    /// A mentor with fewer seats than asked for gives all.
    pub(super) fn take(&mut self, rng: &mut Rng, count: usize, start: Day, end: Day) -> Option<Vec<Seat>> {
        let count = count.min(self.seats.len());
        if self.seats.iter().filter(|(_, free)| *free <= start).count() < count {
            return None;
        }
        let offset = rng.usize(0..self.seats.len().max(1));
        let order = (0..self.seats.len()).map(|step| (offset + step) % self.seats.len());
        let free: Vec<usize> = order.filter(|at| self.seats[*at].1 <= start).take(count).collect();
        let mut taken: Vec<Seat> = free.iter().map(|at| self.seats[*at].0).collect();
        for at in free {
            self.seats[at].1 = end.plus_days(1);
        }
        taken.sort_unstable();
        self.since = self.since.or(Some(start));
        Some(taken)
    }
}

/// The hours at which seats begin.
const EARLY: &[u16] = &[8, 10, 12, 14];
const LATE: &[u16] = &[9, 11, 13, 15];

/// Weekly hours, seats for courses (neighbours in the list lie on different days), and the seat of the group.
fn week(rng: &mut Rng, kind: UnitKind, number: usize) -> (u32, Vec<Seat>, Option<Seat>) {
    let (hours, days, times): (u32, u8, &[u16]) = match kind {
        UnitKind::Internal => *pick(rng, &[(37, 5, EARLY), (37, 5, EARLY), (30, 4, EARLY)]),
        UnitKind::Supplier => *pick(rng, &[(20, 4, LATE), (25, 5, LATE)]),
        UnitKind::Project => (30, 5, &[9, 11, 13]),
        UnitKind::Voluntary => (5, 4, &[17]),
    };
    let quarter = 15 * rng.u16(0..3);
    // Who works four days has any of the five off.
    let shift = if days < 5 && kind != UnitKind::Voluntary { rng.u8(0..5) } else { 0 };
    let all = times.iter().flat_map(|hour| (0..days).map(move |day| ((day + shift) % 5 + 1, *hour)));
    let mut seats: Vec<Seat> = all.map(|(weekday, hour)| Seat { weekday, minute: hour * 60 + quarter }).collect();
    match kind {
        UnitKind::Voluntary => seats.push(Seat { weekday: 6, minute: 11 * 60 }),
        UnitKind::Internal | UnitKind::Supplier => {
            seats.extend([2, 4].map(|weekday| Seat { weekday, minute: 17 * 60 + 30 }));
        }
        UnitKind::Project => {}
    }
    let leads = match kind {
        UnitKind::Internal => number == 0 || percent(rng, 80),
        UnitKind::Supplier => percent(rng, 40),
        UnitKind::Project => true,
        UnitKind::Voluntary => false,
    };
    let group = leads.then(|| seats.remove(usize::from(days) * (times.len() - 1) + number % 3 + 1));
    (hours, seats, group)
}

/// A mentor's code.
pub(super) fn code(number: usize) -> String {
    format!("M{:03}", number + 1)
}

/// The tables of mentors and of supervision.
pub(super) fn rows<S: Sink>(
    plan: &Plan,
    almanac: &Almanac,
    world: &World,
    sink: &mut Counted<'_, S>,
) -> Result<(), S::Error> {
    for (number, member) in world.staff.iter().enumerate() {
        sink.mentor(&mentor_row(plan.seed, plan.profile, number, member))?;
    }
    for (number, member) in world.staff.iter().enumerate() {
        supervisions(plan, almanac, number, member, sink)?;
    }
    Ok(())
}

fn mentor_row(seed: u64, profile: &Municipality, number: usize, member: &Member) -> MentorRow {
    let mut rng = stream(seed, Stream::People, usize::MAX - number);
    let code = code(number);
    let gender = if number == 0 { Gender::Male } else { gender(&mut rng) };
    let drawn = full_name(&mut rng, gender);
    let name = users::name_of_mentor(&code).map_or(drawn, str::to_owned);
    let mentor = Mentor {
        code,
        name,
        weekly: Some(member.weekly),
        gender: Some(gender),
        competences: member.competences.clone(),
        interests: some_of(&mut rng, INTERESTS, 3),
        postcode: pick(&mut rng, profile.towns).0.to_owned(),
    };
    MentorRow { unit: profile.units[member.unit].name.to_owned(), mentor }
}

/// Supervision about every fifth week, more or less faithfully, from a little before the first course on.
fn supervisions<S: Sink>(
    plan: &Plan,
    almanac: &Almanac,
    number: usize,
    member: &Member,
    sink: &mut Counted<'_, S>,
) -> Result<(), S::Error> {
    let Some(since) = member.since else { return Ok(()) };
    let mut rng = stream(plan.seed, Stream::Supervision, number);
    let attends = plan.profile.units[member.unit].supervised;
    if attends < 50 && percent(&mut rng, 40) {
        return Ok(());
    }
    let mut planned = since.plus_days(-rng.i64(0..20));
    while planned < plan.today {
        let on = almanac.working_day(planned, planned.plus_days(-6));
        if percent(&mut rng, attends) {
            let form = *pick(
                &mut rng,
                &[
                    SupervisionForm::Group,
                    SupervisionForm::Group,
                    SupervisionForm::Individual,
                    SupervisionForm::Sparring,
                ],
            );
            sink.supervision(&SupervisionRow { mentor: code(number), on, form: Some(form) })?;
        }
        planned = planned.plus_days(rng.i64(33..=36));
    }
    Ok(())
}
