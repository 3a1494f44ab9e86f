//! Which mentor a course gets, which hours of the week it sits in, and what is due on it.

use fastrand::Rng;
use lods_domain::Day;
use lods_domain::courses::Decision;

use super::Plan;
use super::almanac::Almanac;
use super::chance::{Stream, percent, pick, stream, weighted};
use super::courses::{Nudge, Planned, World};
use super::staff::{Member, Seat};

/// Share of the seats' hours that are used, in percent, which the number of seats of a course aims at.
const USE_OF_SEATS: f64 = 0.80;
/// Active courses that the mentor of the demonstration account has at least, where there are so many.
const OF_THE_DEMO_MENTOR: usize = 4;

/// In turn, over the active courses.
const NUDGES: [Nudge; 4] = [Nudge::FollowUpOverdue, Nudge::ExpiresSoon, Nudge::NoGoal, Nudge::FollowUpSoon];
/// Of so many active courses, the first get the four.
const NUDGE_EVERY: usize = 12;

impl World {
    /// The average number of seats that gives the wanted number of sessions.
    pub(super) fn seats_a_course(&self, plan: &Plan, almanac: &Almanac) -> f64 {
        let runs = self.courses.iter().filter_map(|course| course.run(plan.today));
        // A seat a week on an average weekday.
        let open = |(start, last): (Day, Day)| -> u32 {
            (1..=5).map(|weekday| almanac.between(weekday, start, last.plus_days(1))).sum::<u32>() / 5
        };
        let capacity: f64 = runs.map(|run| f64::from(open(run)) / 1_000.0).sum();
        let wanted = u32::try_from(plan.size.sessions()).map_or(f64::MAX, f64::from);
        (wanted / capacity.max(1.0) / USE_OF_SEATS).clamp(1.0, 6.0)
    }

    /// As many mentors as the expected stock of courses needs.
    pub(super) fn hire(&mut self, plan: &Plan, seats_a_course: f64) {
        let days = |course: &Planned| course.run(plan.today).map_or(0, |(start, last)| last.days_since(start) + 1);
        let course_days: i64 = self.courses.iter().map(days).sum();
        let shares: u32 = plan.profile.units.iter().map(|unit| unit.share).sum();
        let stock = i32::try_from(course_days / plan.size.history()).map_or(0.0, f64::from);
        for (unit, planned) in plan.profile.units.iter().enumerate() {
            self.teams.push(Vec::new());
            let needed = stock * seats_a_course * f64::from(planned.share) / f64::from(shares.max(1));
            let mut seats = 0_u32;
            while self.teams[unit].len() < planned.mentors || f64::from(seats) < needed * 1.2 {
                let number = self.employ(plan, unit);
                seats += u32::try_from(self.staff[number].seat_count()).unwrap_or(1);
            }
        }
    }

    fn employ(&mut self, plan: &Plan, unit: usize) -> usize {
        let number = self.staff.len();
        self.staff.push(Member::new(plan.seed, unit, plan.profile.units[unit].kind, number));
        self.teams[unit].push(number);
        number
    }

    /// Gives each granted course a unit, a mentor and seats, in the order in which they begin.
    pub(super) fn place(&mut self, plan: &Plan, seats_a_course: f64) {
        let mut order: Vec<usize> = (0..self.courses.len()).collect();
        order.sort_by_key(|course| (self.courses[*course].history.dates.start.unwrap_or(Day::LAST), *course));
        let mut with_demo_mentor = 0;
        for course in order {
            let dates = self.courses[course].history.dates;
            if dates.decision != Some(Decision::Granted) {
                continue;
            }
            let mut rng = stream(plan.seed, Stream::Courses, course);
            let wanted = seats(&mut rng, seats_a_course);
            let shares = plan.profile.units.iter().zip(0..).map(|(unit, number)| (unit.share, number));
            let mut unit = weighted(&mut rng, &shares.collect::<Vec<_>>());
            let active = dates.start.is_some() && dates.end.is_none();
            let to_demo_mentor = active && with_demo_mentor < OF_THE_DEMO_MENTOR;
            if to_demo_mentor {
                unit = 0;
            }
            self.courses[course].unit = Some(unit);
            self.courses[course].weekly = weekly(wanted);
            let Some(start) = dates.start else { continue };
            let favourite = to_demo_mentor || (unit == 0 && percent(&mut rng, 15));
            let end = dates.end.unwrap_or(plan.today);
            let mentor = self.seat(&mut rng, plan, course, (unit, favourite), (start, end, wanted));
            with_demo_mentor += usize::from(active && mentor == 0);
        }
    }

    /// Finds a mentor with enough free seats, employing one where nobody has.
    fn seat(
        &mut self,
        rng: &mut Rng,
        plan: &Plan,
        course: usize,
        (unit, favourite): (usize, bool),
        (start, end, wanted): (Day, Day, usize),
    ) -> usize {
        let team = &self.teams[unit];
        let offset = rng.usize(0..team.len().max(1));
        let others = (0..team.len()).map(|step| team[(offset + step) % team.len()]);
        for mentor in favourite.then_some(0).into_iter().chain(others) {
            if let Some(seats) = self.staff[mentor].take(rng, wanted, start, end) {
                return self.settle(course, mentor, seats);
            }
        }
        let mentor = self.employ(plan, unit);
        let seats = self.staff[mentor].take(rng, wanted, start, end).unwrap_or_default();
        self.settle(course, mentor, seats)
    }

    fn settle(&mut self, course: usize, mentor: usize, seats: Vec<Seat>) -> usize {
        self.courses[course].weekly = weekly(seats.len());
        self.courses[course].seats = seats;
        self.courses[course].mentor = Some(mentor);
        self.staff[mentor].roster.push(course);
        mentor
    }

    /// Makes things due, beginning with the courses of the demonstration's mentor.
    pub(super) fn nudge(&mut self, plan: &Plan) {
        let active = |course: &usize| {
            let dates = &self.courses[*course].history.dates;
            dates.start.is_some() && dates.end.is_none()
        };
        let mut order: Vec<usize> = (0..self.courses.len()).filter(active).collect();
        order.sort_by_key(|course| (self.courses[*course].mentor != Some(0), *course));
        let mut open: Vec<Nudge> = Vec::new();
        for (turn, course) in order.into_iter().enumerate() {
            if turn % NUDGE_EVERY == 0 {
                open = NUDGES.to_vec();
            }
            let dates = &mut self.courses[course].history.dates;
            let age = dates.start.map_or(0, |start| plan.today.days_since(start));
            let fits = |nudge: &Nudge| !matches!(nudge, Nudge::FollowUpOverdue | Nudge::FollowUpSoon) || age > 60;
            let Some(at) = open.iter().position(fits) else { continue };
            let nudge = open.remove(at);
            if nudge == Nudge::ExpiresSoon {
                let days = i64::try_from(1 + turn % 12).unwrap_or(1);
                dates.expected_end = Some(plan.today.plus_days(days));
            }
            self.courses[course].nudge = nudge;
        }
    }
}

/// About the average: one more or less for every second course.
fn seats(rng: &mut Rng, average: f64) -> usize {
    let more = *pick(rng, &[-1.0, 0.0, 0.0, 1.0]);
    let wanted = average + more + rng.f64() - 0.5;
    (1_u8..=7).take_while(|count| f64::from(*count) - 0.5 <= wanted).count().clamp(1, 6)
}

/// Granted minutes a week for so many seats: in quarters of an hour, and few enough that missed time can be made up for.
fn weekly(seats: usize) -> u32 {
    (u32::try_from(seats).unwrap_or(1) * 40 + 7) / 15 * 15
}
