//! The plan of a municipality: its courses, who they are for, who the mentor is, and when in the week they meet.

use fastrand::Rng;
use lods_domain::courses::{Course, CourseDates, Decision};
use lods_domain::{Day, Minutes};

use super::Plan;
use super::almanac::Almanac;
use super::chance::{Stream, percent, pick, stream, weighted};
use super::histories::{self, History, Stage};
use super::people::{Births, Citizen};
use super::sink::{Counted, Sink};
use super::staff::{self, Member, Seat};
use super::texts::{self, BasisFor};
use crate::extract::rows::CourseRow;

/// Days since the concern of courses that nobody has decided on yet, so that *Today* has some on any day.
const UNDECIDED: [i64; 5] = [1, 4, 8, 13, 21];
/// Days since the concern of courses that are granted and wait for a mentor.
const WAITING: [i64; 4] = [7, 10, 15, 26];
/// What a course is made to have due, so that no *Today* is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nudge {
    None,
    NoGoal,
    ExpiresSoon,
    FollowUpOverdue,
    FollowUpSoon,
}

/// A course as planned.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) case_number: String,
    pub(super) citizen: usize,
    pub(super) history: History,
    pub(super) unit: Option<usize>,
    pub(super) mentor: Option<usize>,
    pub(super) seats: Vec<Seat>,
    /// Granted minutes a week; 0 before the decision.
    pub(super) weekly: u32,
    /// May take part in group sessions from this day on.
    pub(super) group_from: Option<Day>,
    pub(super) nudge: Nudge,
}

impl Planned {
    /// The first and the last day on which there may be sessions, or `None` when it never began.
    pub(super) fn run(&self, today: Day) -> Option<(Day, Day)> {
        let dates = &self.history.dates;
        let yesterday = today.plus_days(-1);
        let start = dates.start?;
        Some((start, dates.end.unwrap_or(yesterday).min(yesterday))).filter(|(start, last)| start <= last)
    }
}

/// All that is planned.
#[derive(Debug)]
pub(super) struct World {
    pub(super) courses: Vec<Planned>,
    pub(super) citizens: Vec<Citizen>,
    pub(super) staff: Vec<Member>,
    /// The mentors of each unit.
    pub(super) teams: Vec<Vec<usize>>,
}

impl World {
    pub(super) fn plan(plan: &Plan, almanac: &Almanac) -> World {
        let mut world = World { courses: Vec::new(), citizens: Vec::new(), staff: Vec::new(), teams: Vec::new() };
        world.plan_histories(plan, almanac);
        let seats = world.seats_a_course(plan, almanac);
        world.hire(plan, seats);
        world.place(plan, seats);
        world.nudge(plan);
        world
    }

    fn plan_histories(&mut self, plan: &Plan, almanac: &Almanac) {
        let mut births = Births::default();
        // Citizens whose last course ended, and when.
        let mut former: Vec<(Day, usize)> = Vec::new();
        let mut in_year = (0_i16, 0_usize);
        for (number, (concern, stage)) in concerns(plan, almanac).into_iter().enumerate() {
            let mut rng = stream(plan.seed, Stream::Histories, number);
            let history = histories::draw(&mut rng, almanac, concern, plan.today, plan.size.stretch(), stage);
            let citizen = self.citizen(&mut rng, plan, &mut births, &mut former, (number, concern));
            if let Some(end) = history.dates.end {
                former.push((end, citizen));
            }
            let year = concern.year();
            in_year = if in_year.0 == year { (year, in_year.1 + 1) } else { (year, 1) };
            self.courses.push(Planned {
                case_number: format!("{year}-{:05}", in_year.1),
                citizen,
                history,
                unit: None,
                mentor: None,
                seats: Vec::new(),
                weekly: 0,
                group_from: group_from(&mut rng, &history.dates),
                nudge: Nudge::None,
            });
        }
    }

    /// Somebody new or, now and then, somebody who comes back.
    fn citizen(
        &mut self,
        rng: &mut Rng,
        plan: &Plan,
        births: &mut Births,
        former: &mut Vec<(Day, usize)>,
        (course, concern): (usize, Day),
    ) -> usize {
        if percent(rng, 12) && !former.is_empty() {
            let at = rng.usize(0..former.len());
            if former[at].0.plus_days(45) < concern && self.citizens[former[at].1].may_come(concern) {
                return former.swap_remove(at).1;
            }
        }
        let weights = plan.profile.groups.iter().zip(0..).map(|(weight, group)| (*weight, group));
        let open = weights.filter(|(_, group)| !is_closed(*group, concern));
        let group = weighted(rng, &open.collect::<Vec<_>>());
        self.citizens.push(births.citizen(rng, group, concern, course));
        self.citizens.len() - 1
    }
}

/// The days of concern in order, each with where the course must stand today.
fn concerns(plan: &Plan, almanac: &Almanac) -> Vec<(Day, Stage)> {
    let mut rng = stream(plan.seed, Stream::Histories, usize::MAX);
    let ago = |days: i64| plan.today.plus_days(-days);
    let first = ago(plan.size.history() - 1);
    let mut all: Vec<(Day, Stage)> = UNDECIDED
        .iter()
        .map(|days| (ago(*days), Stage::Undecided))
        .chain(WAITING.iter().map(|days| (ago(*days), Stage::Waiting)))
        .collect();
    while all.len() < plan.size.courses() {
        let day = ago(rng.i64(1..plan.size.history()));
        // Few are concerned while everybody is on holiday.
        if almanac.weight(day) > 0 || percent(&mut rng, 10) {
            all.push((almanac.working_day(day, first), Stage::Any));
        }
    }
    all.sort_by_key(|(day, stage)| (*day, *stage == Stage::Any));
    all
}

fn is_closed(target_group: usize, on: Day) -> bool {
    target_group == texts::RESOURCE && on.year() >= texts::RESOURCE_CLOSED
}

impl Citizen {
    /// Whether the target group still takes somebody of this age and kind on the day.
    fn may_come(&self, on: Day) -> bool {
        let oldest = if self.target_group == texts::EDUCATION { 30 } else { 60 };
        !is_closed(self.target_group, on) && on.days_since(self.born) < oldest * 365
    }

    fn basis(&self, on: Day) -> &'static str {
        let whom = match self.target_group {
            _ if self.born.plus_months(12 * 18) > on => BasisFor::UnderEighteen,
            texts::INTEGRATION => BasisFor::Integration,
            _ => BasisFor::Others,
        };
        texts::legal_basis(whom, on)
    }
}

/// Most may join a group after three months, a few sooner, some never.
fn group_from(rng: &mut Rng, dates: &CourseDates) -> Option<Day> {
    let days = weighted(rng, &[(80, Some(92)), (7, Some(35)), (13, None)]);
    days.and_then(|days| dates.start.map(|start| start.plus_days(days)))
}

/// The table of courses.
pub(super) fn rows<S: Sink>(plan: &Plan, world: &World, sink: &mut Counted<'_, S>) -> Result<(), S::Error> {
    for (number, course) in world.courses.iter().enumerate() {
        sink.course(&row(plan, world, number, course))?;
    }
    Ok(())
}

fn row(plan: &Plan, world: &World, number: usize, course: &Planned) -> CourseRow {
    let mut rng = stream(plan.seed, Stream::Courses, usize::MAX - number);
    let citizen = &world.citizens[course.citizen];
    let dates = course.history.dates;
    let granted = dates.decision == Some(Decision::Granted);
    let purpose = if granted && percent(&mut rng, 95) { *pick(&mut rng, texts::PURPOSES) } else { "" };
    let basis = dates.decided.map_or("", |on| citizen.basis(on));
    CourseRow {
        course: Course {
            case_number: course.case_number.clone(),
            target_group: texts::TARGET_GROUPS[citizen.target_group].to_owned(),
            legal_basis: basis.to_owned(),
            dates,
            end_reason: course.history.reason.to_owned(),
            weekly: Some(course.weekly).filter(|minutes| *minutes > 0).map(Minutes::new),
            purpose: purpose.to_owned(),
        },
        cpr: citizen.cpr,
        unit: course.unit.map_or_else(String::new, |unit| plan.profile.units[unit].name.to_owned()),
        mentor: course.mentor.map_or_else(String::new, staff::code),
        department: None,
    }
}
