//! Group sessions: one mentor, one hour, three to six mentees (now and then seven), every second week.
//!
//! Who meets on a day follows from the plan alone, so each course can be made by itself and still agree with the others.

use lods_domain::Day;

use super::Plan;
use super::almanac::Almanac;
use super::chance::{Stream, percent, pick, stream};
use super::courses::World;
use super::staff::{Member, Seat};

/// One group session.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meeting {
    pub(super) minutes: u32,
    /// The mentor called it off.
    pub(super) cancelled: bool,
    most: usize,
}

/// The group session of a mentor on a day, if that is the day of the group and enough may come.
pub(super) fn meeting(plan: &Plan, almanac: &Almanac, world: &World, mentor: usize, day: Day) -> Option<Meeting> {
    let number = mentor * 100_000 + usize::try_from(day.epoch()).unwrap_or(0);
    let mut rng = stream(plan.seed, Stream::Groups, number);
    // Not around holidays, and not while everybody is away.
    if almanac.weight(day) < 600 || percent(&mut rng, 15) {
        return None;
    }
    let most = if percent(&mut rng, 8) { 7 } else { 6 };
    let meeting = Meeting { minutes: *pick(&mut rng, &[60, 75, 90]), cancelled: percent(&mut rng, 3), most };
    (meeting.size(plan, world, mentor, day) >= 3).then_some(meeting)
}

impl Meeting {
    /// How many mentees are asked to come.
    fn size(&self, plan: &Plan, world: &World, mentor: usize, day: Day) -> usize {
        members(plan, world, mentor, day).take(self.most).count()
    }

    /// The place of the course among those who come, from 0; `None` when it does not.
    pub(super) fn place(&self, plan: &Plan, world: &World, mentor: usize, day: Day, course: usize) -> Option<usize> {
        members(plan, world, mentor, day).take(self.most).position(|member| member == course)
    }
}

fn members<'a>(plan: &'a Plan, world: &'a World, mentor: usize, day: Day) -> impl Iterator<Item = usize> + 'a {
    let roster = world.staff.get(mentor).map_or(&[][..], |member| member.roster.as_slice());
    roster.iter().copied().filter(move |course| {
        let course = &world.courses[*course];
        let within = course.run(plan.today).is_some_and(|(start, last)| start <= day && day <= last);
        within && course.group_from.is_some_and(|from| from <= day)
    })
}

/// Whether the mentor's group meets in the week that begins on this Monday.
pub(super) fn seat_in_week(member: &Member, mentor: usize, monday: Day) -> Option<Seat> {
    let turn = monday.week_index() + i64::try_from(mentor).unwrap_or(0);
    member.group.filter(|_| turn % 2 == 0)
}

/// How many rows of group sessions there will be.
pub(super) fn count(plan: &Plan, almanac: &Almanac, world: &World, first: Day) -> u64 {
    let mut rows = 0;
    for (mentor, member) in world.staff.iter().enumerate() {
        let mut monday = first.plus_days(1 - i64::from(first.weekday()));
        while monday < plan.today {
            if let Some(seat) = seat_in_week(member, mentor, monday) {
                let day = monday.plus_days(i64::from(seat.weekday) - 1);
                let size = meeting(plan, almanac, world, mentor, day).map_or(0, |it| it.size(plan, world, mentor, day));
                rows += u64::try_from(size).unwrap_or(0);
            }
            monday = monday.plus_days(7);
        }
    }
    rows
}
