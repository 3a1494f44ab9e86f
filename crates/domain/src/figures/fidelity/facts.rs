//! What must be known of one course to judge it, however many events it has: a row that the store can keep.

use crate::courses::CourseDates;
use crate::figures::fidelity::extent::Extent;
use crate::figures::fidelity::on_steps::{self, StepFacts, Taken};
use crate::followups::FollowUp;
use crate::goals::GoalKind;
use crate::sessions::SessionOutcome;
use crate::{Day, Minutes};

/// A goal of the course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoalEvent {
    pub kind: GoalKind,
    /// `None` counts as always.
    pub created_on: Option<Day>,
    /// The day of its first score.
    pub first_scored_on: Option<Day>,
}

/// The group session that a session was part of, counted over all courses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupSession {
    pub mentees: i64,
    /// How many different mentors its records name.
    pub mentors: i64,
}

/// A session of the course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionEvent {
    /// Danish local time.
    pub day: Day,
    pub outcome: SessionOutcome,
    pub ata: Minutes,
    /// `None` when it was no group session.
    pub group: Option<GroupSession>,
}

/// The events of one course. Follow-ups and sessions are in order of day.
#[derive(Debug, Clone)]
pub struct CourseEvents<'a, S> {
    pub dates: &'a CourseDates,
    pub follow_ups: &'a [FollowUp],
    pub goals: &'a [GoalEvent],
    pub sessions: S,
}

/// The facts. They hold for any day from `last_event` on: judging on such a day gives the same answer as gathering anew
/// until that day. For an earlier day they must be gathered from the events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CourseFacts {
    /// Follow-ups from the start to the end.
    pub follow_ups: i64,
    pub last_follow_up: Option<Day>,
    /// Most days between the start and the follow-ups one after another; the time after the last one is not in it.
    pub max_gap_days: i64,
    /// Whether all three took part in every follow-up; true without any.
    pub everyone_took_part: bool,
    pub goals: i64,
    /// Goals with at least one score.
    pub goals_scored: i64,
    pub network_goals: i64,
    /// Network persons that are mapped, as steps.
    pub network_persons: i64,
    pub held_sessions: i64,
    pub ata_minutes: i64,
    /// Sessions that the mentee stayed away from, or did not open for.
    pub no_shows: i64,
    /// The last session of any outcome.
    pub last_session: Option<Day>,
    /// The first held group session.
    pub first_group_day: Option<Day>,
    /// Mentees in the largest held group session; 0 without any.
    pub largest_group: i64,
    /// Whether each held group session had one mentor; true without any.
    pub group_mentors_same: bool,
    pub extent: Extent,
    /// What the steps tell; `None` when the course is not run in Lods.
    pub steps: Option<StepFacts>,
    /// The latest day of all that is counted here; [`Day::FIRST`] when nothing is.
    pub last_event: Day,
}

impl Default for CourseFacts {
    fn default() -> CourseFacts {
        CourseFacts {
            follow_ups: 0,
            last_follow_up: None,
            max_gap_days: 0,
            everyone_took_part: true,
            goals: 0,
            goals_scored: 0,
            network_goals: 0,
            network_persons: 0,
            held_sessions: 0,
            ata_minutes: 0,
            no_shows: 0,
            last_session: None,
            first_group_day: None,
            largest_group: 0,
            group_mentors_same: true,
            extent: Extent::default(),
            steps: None,
            last_event: Day::FIRST,
        }
    }
}

impl CourseFacts {
    /// Gathers from the events up to and including `until`, in one pass.
    #[must_use]
    pub fn gather<S: IntoIterator<Item = SessionEvent>>(events: CourseEvents<'_, S>, until: Day) -> CourseFacts {
        let mut facts = CourseFacts::default();
        for follow_up in events.follow_ups.iter().filter(|follow_up| follow_up.on <= until) {
            facts.add_follow_up(events.dates, *follow_up);
        }
        for goal in events.goals {
            facts.add_goal(*goal, until);
        }
        for session in events.sessions.into_iter().filter(|session| session.day <= until) {
            facts.add_session(events.dates, &session);
        }
        facts
    }

    /// Adds what the steps of the course tell, to facts that were gathered from its other events until the same day. The
    /// steps come in the order in which they were recorded. Follow-ups and goals that were taken as steps are among those
    /// events and are not counted here.
    pub fn add_steps(&mut self, dates: &CourseDates, follow_ups: &[FollowUp], steps: &[Taken], until: Day) {
        let known = on_steps::known(steps, until);
        let own = |follow_up: &&FollowUp| follow_up.on <= until && within(dates, follow_up.on);
        let followed_up = follow_ups.iter().filter(own).map(|follow_up| follow_up.on);
        self.steps = StepFacts::gather(dates, followed_up, &known);
        self.network_persons = on_steps::network_persons(&known);
        on_steps::last_event(&known).into_iter().for_each(|day| self.happened(day));
    }

    /// A follow-up outside the course's time is none of its follow-ups.
    fn add_follow_up(&mut self, dates: &CourseDates, follow_up: FollowUp) {
        let Some(start) = dates.start.filter(|_| within(dates, follow_up.on)) else { return };
        let gap = follow_up.on.days_since(self.last_follow_up.unwrap_or(start));
        self.max_gap_days = self.max_gap_days.max(gap);
        self.follow_ups += 1;
        self.last_follow_up = Some(follow_up.on);
        self.everyone_took_part &= follow_up.all_present();
        self.happened(follow_up.on);
    }

    fn add_goal(&mut self, goal: GoalEvent, until: Day) {
        if goal.created_on.is_some_and(|day| day > until) {
            return;
        }
        self.goals += 1;
        self.network_goals += i64::from(goal.kind == GoalKind::Network);
        let scored = goal.first_scored_on.filter(|day| *day <= until);
        self.goals_scored += i64::from(scored.is_some());
        goal.created_on.into_iter().chain(scored).for_each(|day| self.happened(day));
    }

    fn add_session(&mut self, dates: &CourseDates, session: &SessionEvent) {
        self.happened(session.day);
        self.last_session = Some(session.day);
        match session.outcome {
            SessionOutcome::Held => self.add_held(dates, session),
            SessionOutcome::NoShow | SessionOutcome::ClosedDoor => self.no_shows += 1,
            SessionOutcome::CancelledByMentee | SessionOutcome::CancelledByMentor => {}
        }
    }

    fn add_held(&mut self, dates: &CourseDates, session: &SessionEvent) {
        self.held_sessions += 1;
        self.ata_minutes += session.ata.get();
        if let Some(start) = dates.start.filter(|_| within(dates, session.day) && session.ata > Minutes::ZERO) {
            self.extent.add(start, session.day, session.ata.get());
        }
        if let Some(group) = session.group {
            self.first_group_day = self.first_group_day.or(Some(session.day));
            self.largest_group = self.largest_group.max(group.mentees);
            self.group_mentors_same &= group.mentors <= 1;
        }
    }

    fn happened(&mut self, day: Day) {
        self.last_event = self.last_event.max(day);
    }
}

/// Whether the day is in the course's time.
fn within(dates: &CourseDates, day: Day) -> bool {
    dates.start.is_some_and(|start| start <= day) && dates.end.is_none_or(|end| day <= end)
}
