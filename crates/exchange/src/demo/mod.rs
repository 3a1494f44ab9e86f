//! Synthetic municipalities for demonstrations, screenshots and load tests: the rows of an extract, made up from a seed.
//!
//! Nothing here comes from a real register: every CPR number is a test number (day + 60), names are drawn from lists,
//! and the municipalities do not exist. The same plan gives the same rows on every machine. What is not here: writing
//! the rows to files (`extract`) or to a database (`app`, `store`).
//!
//! The courses are planned first, all of them, in a few hundred bytes each; the tables that grow with every meeting
//! are then made course by course and handed on at once, so that five million sessions need no more memory than the
//! plan. No calendar of bookings is kept: each course owns fixed seats (a weekday and an hour) in its mentor's week, and
//! a seat belongs to one course at a time, so that no mentor can be booked twice.

mod almanac;
mod chance;
mod courses;
mod economy;
mod folder;
mod follow_ups;
mod goals;
mod groups;
mod histories;
mod names;
mod people;
mod placing;
mod profiles;
mod sessions;
mod sink;
mod staff;
#[cfg(test)]
mod tests;
mod texts;
mod users;

use lods_domain::Day;
use lods_domain::time::Clockface;

pub use folder::write;
pub use profiles::{MUNICIPALITIES, Municipality};
pub use sink::{Sink, Summary};
pub use users::{DemoUser, NETWORK, PASSWORD, USERS, YOUNG, unit_of};

use almanac::Almanac;
use economy::Ledger;
use sessions::Sessions;
use sink::Counted;

/// How much to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 60 courses and about 3,000 sessions in three years: one small municipality.
    Small,
    /// 1,000 courses and about 50,000 sessions in three years.
    Medium,
    /// 6,000 courses and about 300,000 sessions in three years.
    Large,
    /// 30,000 courses and 5,000,000 sessions (within 2 %) in six years.
    Huge,
    /// This many courses (at least 12, at most 200,000), else as `Large`.
    Courses(usize),
}

impl Size {
    /// `small`, `medium`, `large`, `huge`, or a number of courses.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Size> {
        match code {
            "small" => Some(Size::Small),
            "medium" => Some(Size::Medium),
            "large" => Some(Size::Large),
            "huge" => Some(Size::Huge),
            number => number.parse().ok().filter(|courses| (12..=200_000).contains(courses)).map(Size::Courses),
        }
    }

    /// The number of courses.
    #[must_use]
    pub fn courses(self) -> usize {
        match self {
            Size::Small => 60,
            Size::Medium => 1_000,
            Size::Large => 6_000,
            Size::Huge => 30_000,
            Size::Courses(courses) => courses.clamp(12, 200_000),
        }
    }

    /// The number of sessions aimed at; what is made lies within a few percent of it, for `Huge` within 2 %.
    #[must_use]
    pub fn sessions(self) -> usize {
        match self {
            Size::Huge => 5_000_000,
            other => other.courses() * 50,
        }
    }

    /// Days from the first concern to today.
    fn history(self) -> i64 {
        if self == Size::Huge { 6 * 365 } else { 3 * 365 }
    }

    /// By how many percent courses last longer than usual.
    fn stretch(self) -> i64 {
        if self == Size::Huge { 200 } else { 100 }
    }
}

/// What to make.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    pub seed: u64,
    pub size: Size,
    /// The day on which the demonstration is looked at. Everything that is registered lies before it.
    pub today: Day,
    /// Which of the invented municipalities.
    pub profile: &'static Municipality,
}

/// Makes a municipality and hands each row to the sink: first the tables that are read whole, each after those that it
/// refers to; then, course by course, follow-ups, scores and time records (in the
/// order in which they began); last postings and budgets.
///
/// Fails only where the sink fails.
pub fn generate<S: Sink>(plan: &Plan, clock: &Clockface, sink: &mut S) -> Result<Summary, S::Error> {
    // The same seed gives other people in another municipality.
    let seed = plan.profile.key.bytes().fold(plan.seed, |seed, byte| seed.rotate_left(9) ^ u64::from(byte));
    let plan = &Plan { seed, ..*plan };
    let almanac = Almanac::new(plan.today.plus_days(-plan.size.history()), plan.today, clock);
    let world = courses::World::plan(plan, &almanac);
    let mut sink = Counted::new(sink);
    economy::units_and_prices(plan, &mut sink)?;
    staff::rows(plan, &almanac, &world, &mut sink)?;
    people::rows(plan, &world, &mut sink)?;
    courses::rows(plan, &world, &mut sink)?;
    goals::rows(plan, &world, &mut sink)?;
    people::consents(plan, &world, &mut sink)?;
    let mut ledger = Ledger::new(plan);
    let sessions = Sessions::new(plan, &almanac, &world);
    for index in 0..world.courses.len() {
        follow_ups::rows(plan, &almanac, &world, index, &mut sink)?;
        goals::scores(plan, &world, index, &mut sink)?;
        sessions.rows(index, &mut ledger, &mut sink)?;
    }
    economy::postings_and_budgets(plan, &almanac, &world, &ledger, &mut sink)?;
    Ok(sink.summary)
}
