//! Time records, course by course: which meetings were tried, what came of them, and how long they lasted.
//!
//! The minutes of a session make up for those that were missed in the same four weeks, as a mentor would, so that most
//! courses keep near the granted hours (recommendation F4.2), and some do not.

use std::fmt::Write as _;

use fastrand::Rng;
use lods_domain::sessions::{SessionForm, SessionOutcome};
use lods_domain::{Day, Minutes};

use super::Plan;
use super::almanac::{Almanac, weekday_of};
use super::chance::{Stream, percent, pick, stream, weighted};
use super::courses::{Planned, World};
use super::economy::Ledger;
use super::groups::{self, Meeting};
use super::sink::{Counted, Sink};
use super::staff::{self, Seat};
use super::texts;
use crate::extract::rows::TimeRecordRow;

/// The share of sessions that are held.
const HELD: f64 = 0.84;
/// The longest session that is made; see `staff` for why.
const LONGEST: i64 = 105;
/// What a mentor aims at, in percent of the granted minutes: a little more, since something always falls out.
const AIM: i64 = 112;
/// Days in a block within which missed minutes are made up for.
const BLOCK: i64 = 28;

const USUAL: &[(u32, SessionOutcome)] = &[
    (84, SessionOutcome::Held),
    (7, SessionOutcome::NoShow),
    (6, SessionOutcome::CancelledByMentee),
    (3, SessionOutcome::CancelledByMentor),
];
const AT_HOME: &[(u32, SessionOutcome)] = &[
    (83, SessionOutcome::Held),
    (9, SessionOutcome::ClosedDoor),
    (5, SessionOutcome::CancelledByMentee),
    (3, SessionOutcome::CancelledByMentor),
];
/// The last weeks of a course that ends because nobody comes any more.
const FADING: &[(u32, SessionOutcome)] = &[
    (30, SessionOutcome::Held),
    (48, SessionOutcome::NoShow),
    (16, SessionOutcome::CancelledByMentee),
    (6, SessionOutcome::CancelledByMentor),
];

/// Makes time records.
pub(super) struct Sessions<'a> {
    plan: &'a Plan,
    almanac: &'a Almanac,
    world: &'a World,
    /// The probability that a seat is used on a day of weight 1,000.
    chance: f64,
    #[cfg(test)]
    capacity: f64,
    #[cfg(test)]
    in_groups: u64,
}

/// A course while its sessions are made.
struct Going<'a> {
    number: usize,
    course: &'a Planned,
    mentor: usize,
    code: String,
    run: (Day, Day),
    block: Block,
}

/// Four weeks of a course.
struct Block {
    /// The first day after it.
    before: Day,
    /// Minutes to be spent in it, and spent so far.
    target: i64,
    spent: i64,
}

/// A seat on a day.
#[derive(Clone, Copy)]
struct Slot {
    day: Day,
    seat: Seat,
}

impl<'a> Sessions<'a> {
    /// Chooses the probability so that the size's number of sessions is expected.
    pub(super) fn new(plan: &'a Plan, almanac: &'a Almanac, world: &'a World) -> Sessions<'a> {
        let mut capacity = 0.0;
        for course in &world.courses {
            let Some((start, last)) = course.run(plan.today) else { continue };
            let weights = course.seats.iter().map(|seat| almanac.between(seat.weekday, start, last.plus_days(1)));
            capacity += weights.map(f64::from).sum::<f64>() / 1_000.0;
        }
        let first = plan.today.plus_days(-plan.size.history());
        let in_groups = groups::count(plan, almanac, world, first);
        let wanted = u64::try_from(plan.size.sessions()).unwrap_or(u64::MAX).saturating_sub(in_groups);
        let wanted = u32::try_from(wanted).map_or(f64::MAX, f64::from);
        Sessions {
            plan,
            almanac,
            world,
            chance: (wanted / f64::max(capacity, 1.0)).clamp(0.2, 0.94),
            #[cfg(test)]
            capacity,
            #[cfg(test)]
            in_groups,
        }
    }

    /// How many rows will come, on average over all seeds.
    #[cfg(test)]
    pub(super) fn expected(&self) -> f64 {
        self.capacity * self.chance + self.in_groups as f64
    }

    /// The time records of a course, in the order in which they began.
    pub(super) fn rows<S: Sink>(
        &self,
        number: usize,
        ledger: &mut Ledger,
        sink: &mut Counted<'_, S>,
    ) -> Result<(), S::Error> {
        let course = &self.world.courses[number];
        let (Some(run), Some(mentor)) = (course.run(self.plan.today), course.mentor) else { return Ok(()) };
        let mut rng = stream(self.plan.seed, Stream::Sessions, number);
        let block = Block { before: run.0, target: 0, spent: 0 };
        let mut going = Going { number, course, mentor, code: staff::code(mentor), run, block };
        let mut monday = run.0.plus_days(1 - i64::try_from(weekday_of(run.0)).unwrap_or(1));
        while monday <= run.1 {
            let group = groups::seat_in_week(&self.world.staff[mentor], mentor, monday);
            let mut upcoming = group.into_iter().peekable();
            for seat in &course.seats {
                while let Some(first) = upcoming.next_if(|group| group < seat) {
                    self.group(&mut rng, &mut going, Slot::new(monday, first), ledger, sink)?;
                }
                self.single(&mut rng, &mut going, Slot::new(monday, *seat), ledger, sink)?;
            }
            for last in upcoming {
                self.group(&mut rng, &mut going, Slot::new(monday, last), ledger, sink)?;
            }
            monday = monday.plus_days(7);
        }
        Ok(())
    }

    /// A meeting of two, if there is one on the day.
    fn single<S: Sink>(
        &self,
        rng: &mut Rng,
        going: &mut Going<'_>,
        slot: Slot,
        ledger: &mut Ledger,
        sink: &mut Counted<'_, S>,
    ) -> Result<(), S::Error> {
        let weight = self.almanac.weight(slot.day);
        if !going.runs_on(slot.day) || rng.f64() >= self.chance * f64::from(weight) / 1_000.0 {
            return Ok(());
        }
        going.enter_block(slot.day);
        let form = weighted(rng, self.plan.profile.forms);
        let outcome = weighted(rng, going.outcomes(form, slot.day));
        let ata = if outcome == SessionOutcome::Held { self.minutes(rng, going, form, slot.day) } else { 0 };
        let late = if percent(rng, 25) { 15 } else { 0 };
        let drive = self.drive(rng, form, outcome);
        going.block.spent += ata;
        self.book(going, slot.day, ata, ledger);
        let row = going.row((slot.day, self.almanac.moment(slot.day, slot.seat.minute + late)), (form, outcome), ata);
        sink.time_record(&TimeRecordRow { transport: drive.0, hectometres: drive.1, ..row })
    }

    /// A group session, if there is one on the day and this course takes part.
    fn group<S: Sink>(
        &self,
        rng: &mut Rng,
        going: &mut Going<'_>,
        slot: Slot,
        ledger: &mut Ledger,
        sink: &mut Counted<'_, S>,
    ) -> Result<(), S::Error> {
        let (plan, world, mentor, day) = (self.plan, self.world, going.mentor, slot.day);
        if !going.runs_on(day) || going.course.group_from.is_none_or(|from| day < from) {
            return Ok(());
        }
        let Some(meeting) = groups::meeting(plan, self.almanac, world, mentor, day) else { return Ok(()) };
        let Some(place) = meeting.place(plan, world, mentor, day, going.number) else { return Ok(()) };
        going.enter_block(day);
        let outcome = came(rng, meeting, place);
        let ata = if outcome == SessionOutcome::Held { i64::from(meeting.minutes) } else { 0 };
        going.block.spent += ata;
        // The mentor's hour counts once, however many come.
        if place == 0 {
            self.book(going, day, ata, ledger);
        }
        let mut group = String::with_capacity(32);
        // Writing to a string does not fail.
        let _ = write!(group, "Gruppe {} {day}", going.code);
        let at = (day, self.almanac.moment(day, slot.seat.minute));
        sink.time_record(&TimeRecordRow { group: &group, ..going.row(at, (SessionForm::Group, outcome), ata) })
    }

    /// How long a session lasts: what is left of the block's minutes, shared among the sessions still to be expected.
    fn minutes(&self, rng: &mut Rng, going: &Going<'_>, form: SessionForm, day: Day) -> i64 {
        let block = &going.block;
        let tomorrow = day.plus_days(1);
        let seats = going.course.seats.iter();
        let rest: u32 = seats.map(|seat| self.almanac.between(seat.weekday, tomorrow, block.before)).sum();
        let thousandths = 1_000 + i64::from((f64::from(rest) * self.chance * HELD * 0.9) as u32);
        let share = (block.target - block.spent) * 1_000 / thousandths;
        let by_voice = matches!(form, SessionForm::Phone | SessionForm::Video);
        let (share, least) = if by_voice { (share / 2, 10) } else { (share, 30) };
        let wanted = share + i64::from(*pick(rng, &[-10, -5, 0, 0, 5, 10]));
        (wanted.clamp(least, LONGEST) + 2) / 5 * 5
    }

    /// Minutes and hundreds of metres, where the mentor drove.
    fn drive(&self, rng: &mut Rng, form: SessionForm, outcome: SessionOutcome) -> (Option<Minutes>, Option<i64>) {
        let drives = matches!(form, SessionForm::Meeting | SessionForm::HomeVisit | SessionForm::Accompaniment);
        let went = matches!(outcome, SessionOutcome::Held | SessionOutcome::ClosedDoor | SessionOutcome::NoShow);
        if !drives || !went {
            return (None, None);
        }
        let (low, high) = self.plan.profile.drive;
        let minutes = rng.u32(low / 5..=high / 5) * 5;
        (Some(Minutes::new(minutes)), Some(i64::from(minutes * rng.u32(7..=10))))
    }

    fn book(&self, going: &Going<'_>, day: Day, minutes: i64, ledger: &mut Ledger) {
        if let Some(unit) = going.course.unit.filter(|_| minutes > 0) {
            ledger.add(unit, day, minutes);
        }
    }
}

impl Slot {
    fn new(monday: Day, seat: Seat) -> Slot {
        Slot { day: monday.plus_days(i64::from(seat.weekday) - 1), seat }
    }
}

impl Going<'_> {
    fn runs_on(&self, day: Day) -> bool {
        self.run.0 <= day && day <= self.run.1
    }

    /// Begins the next block of four weeks when the last one is over. A block that the end cuts short has less to spend.
    fn enter_block(&mut self, day: Day) {
        while self.block.before <= day {
            let from = self.block.before;
            let before = from.plus_days(BLOCK);
            let end = before.min(self.run.1.plus_days(1));
            let target = i64::from(self.course.weekly) * end.days_since(from) / 7 * AIM / 100;
            self.block = Block { before, target, spent: 0 };
        }
    }

    fn outcomes(&self, form: SessionForm, day: Day) -> &'static [(u32, SessionOutcome)] {
        let fading = self.course.history.reason == texts::NO_SHOW && self.run.1.days_since(day) < 35;
        match (fading, form) {
            (true, _) => FADING,
            (false, SessionForm::HomeVisit) => AT_HOME,
            (false, _) => USUAL,
        }
    }

    fn row(
        &self,
        (day, started_at): (Day, lods_domain::Moment),
        (form, outcome): (SessionForm, SessionOutcome),
        ata: i64,
    ) -> TimeRecordRow<'_> {
        TimeRecordRow {
            case_number: &self.course.case_number,
            mentor: &self.code,
            started_at,
            day,
            form,
            outcome,
            ata: Minutes::from_i64(ata).unwrap_or(Minutes::ZERO),
            transport: None,
            hectometres: None,
            group: "",
        }
    }
}

/// What came of a group session for one mentee. The first is always there, for a group without anybody is none.
fn came(rng: &mut Rng, meeting: Meeting, place: usize) -> SessionOutcome {
    match (meeting.cancelled, place) {
        (true, _) => SessionOutcome::CancelledByMentor,
        (false, 0..=2) => SessionOutcome::Held,
        (false, _) => weighted(rng, USUAL_IN_GROUP),
    }
}

const USUAL_IN_GROUP: &[(u32, SessionOutcome)] =
    &[(86, SessionOutcome::Held), (9, SessionOutcome::NoShow), (5, SessionOutcome::CancelledByMentee)];
