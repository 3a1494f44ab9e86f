//! The mentoring course (`forløb`): its dates, its five phases, and what makes it active.

pub mod states;

use crate::steps::Choice;
use crate::units::coded;
use crate::{Day, Minutes, Period};

coded! {
    /// What was decided on the concern.
    Decision { Granted = "bevilget", Refused = "afslag" }
}

coded! {
    /// How a course ended.
    EndKind { Planned = "planlagt", Unplanned = "uplanlagt" }
}

coded! {
    /// The five phases of the model (seed 001), with a refusal as the end of the second.
    Phase {
        /// Somebody is concerned; nothing is decided.
        Concern = "concern",
        /// Decided: refused, and so at its end.
        Refused = "refused",
        /// Granted, and not begun: match, goals, expectations.
        StartUp = "start-up",
        /// Begun, and not ended.
        Active = "active",
        /// Ended.
        Closed = "closed",
    }
}

coded! {
    /// The reasons that the minimum duration knows (recommendation F4.4); anything else keeps its text only.
    EndReason {
        /// The young person wished it.
        Wish = "wish",
        /// Weighty professional grounds.
        Professional = "professional",
    }
}

/// What stands in the extract for why a course ended.
const END_WORDS: &[(Choice, &str)] = &[
    (Choice::GoalsReached, "mål nået"),
    (Choice::InJob, "i job"),
    (Choice::InEducation, "i uddannelse"),
    (Choice::GrantEnded, "bevilling udløbet"),
    (Choice::Wish, "ønske fra den unge"),
    (Choice::ProfessionalGrounds, "fagligt tungtvejende grunde"),
    (Choice::Moved, "flyttet"),
    (Choice::Died, "død"),
    (Choice::Other, "andet"),
];

impl EndReason {
    /// Reads the reason out of the text that a municipality wrote: "ønske fra den unge", "fagligt tungtvejende grunde".
    ///
    /// A text that begins with one of our own words is read by the word alone, whatever follows it.
    #[must_use]
    pub fn of_text(text: &str) -> Option<EndReason> {
        let text = text.to_lowercase();
        let text = match text.split_once(": ") {
            Some((word, _)) if END_WORDS.iter().any(|(_, known)| *known == word) => word.to_owned(),
            _ => text,
        };
        if text.contains("ønske") {
            return Some(EndReason::Wish);
        }
        (text.contains("tungtvejende") || text.contains("faglig")).then_some(EndReason::Professional)
    }

    /// The word of the import format for the choice.
    #[must_use]
    pub fn word_of(choice: Choice) -> &'static str {
        END_WORDS.iter().find(|(known, _)| *known == choice).map_or("andet", |(_, word)| word)
    }
}

coded! {
    /// Where a course stands within its phase, when it is not the ordinary.
    Stage {
        Paused = "paused",
        /// Another mentor is asked for (F3.1).
        Rematching = "rematching",
        /// The procedure of closure has begun (F5.1).
        ClosingPlanned = "closing-planned",
        ClosingUnplanned = "closing-unplanned",
        /// A refusal is complained of: it is assessed anew.
        Complained = "complained",
        /// The board of appeal has the complaint.
        AtBoard = "at-board",
        /// The board set the refusal aside: it is decided anew.
        Returned = "returned",
    }
}

/// The dates and decisions of a course. All days are included days: a course that ends on a day is not active on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CourseDates {
    /// The need was identified.
    pub concern: Option<Day>,
    pub decided: Option<Day>,
    pub decision: Option<Decision>,
    pub start: Option<Day>,
    pub expected_end: Option<Day>,
    pub end: Option<Day>,
    pub end_kind: Option<EndKind>,
}

/// Why a course's dates cannot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DatesFault {
    #[error("the course ends {end} before it starts {start}")]
    EndsBeforeItStarts { start: Day, end: Day },
    #[error("the course ends without having started")]
    EndsWithoutStart,
    #[error("the course is refused and yet starts")]
    RefusedAndStarted,
    #[error("the expected end {expected_end} is before the start {start}")]
    ExpectedEndBeforeStart { start: Day, expected_end: Day },
}

impl CourseDates {
    pub fn check(&self) -> Result<(), DatesFault> {
        match (self.start, self.end) {
            (None, Some(_)) => return Err(DatesFault::EndsWithoutStart),
            (Some(start), Some(end)) if end < start => return Err(DatesFault::EndsBeforeItStarts { start, end }),
            _ => {}
        }
        if let (Some(start), Some(expected_end)) = (self.start, self.expected_end)
            && expected_end < start
        {
            return Err(DatesFault::ExpectedEndBeforeStart { start, expected_end });
        }
        if self.decision == Some(Decision::Refused) && self.start.is_some() {
            return Err(DatesFault::RefusedAndStarted);
        }
        Ok(())
    }

    /// The phase on a day, from what was known by then.
    #[must_use]
    pub fn phase(&self, on: Day) -> Phase {
        let by = |day: Option<Day>| day.is_some_and(|day| day <= on);
        if by(self.end) {
            return Phase::Closed;
        }
        match self.decision.filter(|_| self.decided.is_none_or(|day| day <= on)) {
            None => Phase::Concern,
            Some(Decision::Refused) => Phase::Refused,
            Some(Decision::Granted) if by(self.start) => Phase::Active,
            Some(Decision::Granted) => Phase::StartUp,
        }
    }

    /// `measures.md`, *active on a day*: granted, started on or before it, and not ended on or before it.
    #[must_use]
    pub fn active_on(&self, on: Day) -> bool {
        self.granted_start().is_some_and(|start| start <= on) && self.end.is_none_or(|end| end > on)
    }

    /// `measures.md`, *active in a period*: started on or before its last day, and not ended before its first.
    #[must_use]
    pub fn active_in(&self, period: Period) -> bool {
        self.granted_start().is_some_and(|start| start <= period.last())
            && self.end.is_none_or(|end| end >= period.first())
    }

    /// `measures.md`, *started in a period*.
    #[must_use]
    pub fn started_in(&self, period: Period) -> bool {
        self.granted_start().is_some_and(|start| period.contains(start))
    }

    /// The start of a course that is granted.
    #[must_use]
    pub fn granted_start(&self) -> Option<Day> {
        self.start.filter(|_| self.decision == Some(Decision::Granted))
    }
}

/// A course as registered, apart from whom and what it refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    pub case_number: String,
    pub target_group: String,
    pub legal_basis: String,
    pub dates: CourseDates,
    /// The reason for the end, in the words of whoever registered it.
    pub end_reason: String,
    /// Granted hours, a weekly average.
    pub weekly: Option<Minutes>,
    pub purpose: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn granted(start: &str, end: Option<&str>) -> CourseDates {
        CourseDates {
            concern: Some(day("2022-01-01")),
            decided: Some(day("2022-01-09")),
            decision: Some(Decision::Granted),
            start: Some(day(start)),
            end: end.map(day),
            ..CourseDates::default()
        }
    }

    #[test]
    fn a_course_that_ends_on_a_day_is_not_active_on_it_but_in_it() {
        let dates = granted("2022-01-15", Some("2022-05-31"));
        assert!(dates.active_on(day("2022-01-15")));
        assert!(dates.active_on(day("2022-05-30")));
        assert!(!dates.active_on(day("2022-05-31")));
        assert!(dates.active_in(Period::new(day("2022-05-31"), day("2022-06-30")).unwrap()));
        assert!(!dates.active_in(Period::new(day("2022-06-01"), day("2022-06-30")).unwrap()));
    }

    #[test]
    fn the_phases_follow_the_dates() {
        let dates = granted("2022-01-15", Some("2022-05-31"));
        let phases = ["2022-01-08", "2022-01-09", "2022-01-15", "2022-05-31"].map(|on| dates.phase(day(on)));
        assert_eq!(phases, [Phase::Concern, Phase::StartUp, Phase::Active, Phase::Closed]);
    }

    #[test]
    fn what_is_not_granted_is_never_active() {
        let dates = CourseDates { decision: None, ..granted("2022-01-15", None) };
        assert!(!dates.active_on(day("2022-02-01")));
    }

    #[test]
    fn dates_that_cannot_stand() {
        let backwards = granted("2022-01-15", Some("2022-01-14"));
        assert!(matches!(backwards.check(), Err(DatesFault::EndsBeforeItStarts { .. })));
        assert_eq!(granted("2022-01-15", Some("2022-01-15")).check(), Ok(()));
        let never = CourseDates { start: None, ..granted("2022-01-15", Some("2022-02-01")) };
        assert_eq!(never.check(), Err(DatesFault::EndsWithoutStart));
    }

    #[test]
    fn a_wish_and_weighty_grounds_are_read_from_the_text() {
        assert_eq!(EndReason::of_text("Ønske fra den unge"), Some(EndReason::Wish));
        assert_eq!(EndReason::of_text("fagligt tungtvejende grunde"), Some(EndReason::Professional));
        assert_eq!(EndReason::of_text("flyttet"), None);
        assert_eq!(EndReason::of_text("flyttet: efter familiens ønske"), None, "our own word decides");
        for (choice, word) in END_WORDS {
            let read = EndReason::of_text(&format!("{word}: ønske og faglige grunde"));
            let meant = match choice {
                Choice::Wish => Some(EndReason::Wish),
                Choice::ProfessionalGrounds => Some(EndReason::Professional),
                _ => None,
            };
            assert_eq!(read, meant, "{word}");
        }
    }
}
