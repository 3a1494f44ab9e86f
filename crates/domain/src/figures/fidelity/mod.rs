//! How well the mentor model (seed 001) is kept: each recommendation as *kept / in scope*, with who broke it.
//!
//! Facts of a course are gathered once from its events ([`facts`], those of its steps in [`on_steps`]), judged with its
//! dates, its mentor and the rules ([`judge`]), and added up here.

pub mod extent;
pub mod facts;
pub mod judge;
pub mod on_steps;
pub mod talks;
#[cfg(test)]
mod tests;

pub use facts::{CourseEvents, CourseFacts, GoalEvent, GroupSession, SessionEvent};
pub(crate) use judge::has_all;
pub use judge::{JudgedCourse, MentorRecord, OnRecord, in_scope, judge};
pub use on_steps::{StepFacts, Taken};
pub use talks::Talks;

use serde::ser::SerializeMap;

use crate::units::coded;
use crate::{Day, Period};

coded! {
    /// The 15 recommendations of the model, in its order.
    Recommendation {
        Competences = "M1",
        Forum = "M2",
        Supervision = "M3",
        Sharing = "M4",
        DecisionTime = "F1.1",
        Purpose = "F2.1",
        Match = "F3.1",
        GoalsAndExpectations = "F3.2",
        FollowUps = "F4.1",
        Extent = "F4.2",
        Groups = "F4.3",
        Duration = "F4.4",
        Network = "F4.5",
        Method = "F4.6",
        Closure = "F5.1",
    }
}

coded! {
    /// The parts of those recommendations that ask for more than one thing.
    Part {
        /// M1: the mentor has every competence that the course asks for.
        AskedFor = "asked_for",
        /// M1: the seven competences of the model are on record.
        ModelSeven = "model_seven",
        /// F3.2: at least one goal, each with at least one score.
        GoalsScored = "goals_scored",
        /// F3.2: duration, how it ends and what happens if it is broken off are on record.
        Expectations = "expectations",
        /// F4.1: no gap above the rule's days.
        NoGap = "no_gap",
        /// F4.1: caseworker, mentor and mentee took part each time.
        AllPresent = "all_present",
        /// F4.2: the average of any full four weeks stays within the granted hours ± the setting.
        Hours = "hours",
        /// F4.2: the extent was talked over each week.
        TalkedOver = "talked_over",
        /// F4.3: no group session in the first months.
        AfterThreeMonths = "after_three_months",
        /// F4.3: no group above the rule's size.
        AtMostSix = "at_most_six",
        /// F4.3: each group had one and the same mentor.
        SameMentor = "same_mentor",
        /// F4.3: the group's purpose is on record.
        GroupPurpose = "purpose",
        /// F4.4: lasted the rule's months.
        Lasted = "lasted",
        /// F4.4: lasted, or ended earlier by wish or on weighty professional grounds. This is what counts as kept.
        WithExceptions = "with_exceptions",
    }
}

impl Recommendation {
    /// Its parts; none when it asks for one thing only.
    #[must_use]
    pub const fn parts(self) -> &'static [Part] {
        match self {
            Recommendation::Competences => &[Part::AskedFor, Part::ModelSeven],
            Recommendation::GoalsAndExpectations => &[Part::GoalsScored, Part::Expectations],
            Recommendation::FollowUps => &[Part::NoGap, Part::AllPresent],
            Recommendation::Extent => &[Part::Hours, Part::TalkedOver],
            Recommendation::Groups => &[Part::AfterThreeMonths, Part::AtMostSix, Part::SameMentor, Part::GroupPurpose],
            Recommendation::Duration => &[Part::Lasted, Part::WithExceptions],
            _ => &[],
        }
    }
}

/// What is said of one course on one recommendation or part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Verdict {
    Kept,
    Broken,
    /// Out of scope, or nothing in the data can tell.
    #[default]
    NotJudged,
}

impl Verdict {
    #[must_use]
    pub fn of(kept: Option<bool>) -> Verdict {
        match kept {
            Some(true) => Verdict::Kept,
            Some(false) => Verdict::Broken,
            None => Verdict::NotJudged,
        }
    }

    /// Both must be kept; as long as one cannot be judged, the whole cannot.
    #[must_use]
    pub fn and(self, other: Verdict) -> Verdict {
        match (self, other) {
            (Verdict::NotJudged, _) | (_, Verdict::NotJudged) => Verdict::NotJudged,
            (Verdict::Broken, _) | (_, Verdict::Broken) => Verdict::Broken,
            (Verdict::Kept, Verdict::Kept) => Verdict::Kept,
        }
    }
}

const RECOMMENDATIONS: usize = Recommendation::ALL.len();
const PARTS: usize = Part::ALL.len();

/// All that is said of one course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Verdicts {
    own: [Verdict; RECOMMENDATIONS],
    parts: [Verdict; PARTS],
}

impl Verdicts {
    #[must_use]
    pub fn of(&self, recommendation: Recommendation) -> Verdict {
        self.own.get(recommendation as usize).copied().unwrap_or_default()
    }

    #[must_use]
    pub fn part(&self, part: Part) -> Verdict {
        self.parts.get(part as usize).copied().unwrap_or_default()
    }

    fn set(&mut self, recommendation: Recommendation, verdict: Verdict) {
        if let Some(own) = self.own.get_mut(recommendation as usize) {
            *own = verdict;
        }
    }

    fn set_part(&mut self, part: Part, verdict: Verdict) {
        if let Some(place) = self.parts.get_mut(part as usize) {
            *place = verdict;
        }
    }
}

/// `kept` of `in_scope` courses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Share {
    pub kept: i64,
    pub in_scope: i64,
}

impl Share {
    fn count(&mut self, verdict: Verdict) {
        self.kept += i64::from(verdict == Verdict::Kept);
        self.in_scope += i64::from(verdict != Verdict::NotJudged);
    }
}

/// The shares of a recommendation's parts, in its order; `None` is hidden. Its JSON is an object.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartShares(pub Vec<(Part, Option<Share>)>);

impl serde::Serialize for PartShares {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (part, share) in &self.0 {
            map.serialize_entry(part, share)?;
        }
        map.end()
    }
}

/// One recommendation's share, and the case numbers that broke it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct RecommendationShare {
    pub code: Recommendation,
    /// `None` is hidden.
    #[serde(flatten)]
    pub share: Option<Share>,
    /// In the order in which the courses were added; left out when the list was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broken: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<PartShares>,
}

/// The figure.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Fidelity {
    pub from: Day,
    pub to: Day,
    /// As known on.
    pub on: Day,
    /// Courses that touch the period and had started on `on`; `None` is hidden.
    pub courses: Option<i64>,
    pub recommendations: Vec<RecommendationShare>,
    /// The smallest number of persons that is shown, where the figure is guarded.
    #[serde(skip)]
    pub smallest: Option<i64>,
}

/// Adds up verdicts course by course; keeps a case number only where something was broken and lists are asked for.
#[derive(Debug, Clone)]
pub struct FidelityBuilder {
    period: Period,
    on: Day,
    courses: i64,
    own: [Share; RECOMMENDATIONS],
    parts: [Share; PARTS],
    /// A case number, and a bit for each recommendation that it broke.
    broken: Option<Vec<(String, u32)>>,
}

impl FidelityBuilder {
    #[must_use]
    pub fn new(period: Period, on: Day) -> FidelityBuilder {
        FidelityBuilder {
            period,
            on,
            courses: 0,
            own: Default::default(),
            parts: Default::default(),
            broken: Some(Vec::new()),
        }
    }

    /// Counts only: the figure has no lists of case numbers.
    #[must_use]
    pub fn without_lists(self) -> FidelityBuilder {
        FidelityBuilder { broken: None, ..self }
    }

    /// Adds a course that [`in_scope`] let through. The lists keep the order in which courses are added.
    pub fn add(&mut self, case_number: &str, verdicts: &Verdicts) {
        self.courses += 1;
        self.own.iter_mut().zip(verdicts.own).for_each(|(share, verdict)| share.count(verdict));
        self.parts.iter_mut().zip(verdicts.parts).for_each(|(share, verdict)| share.count(verdict));
        let Some(broken) = &mut self.broken else { return };
        let bits =
            verdicts.own.iter().rev().fold(0, |bits, verdict| bits << 1 | u32::from(*verdict == Verdict::Broken));
        if bits != 0 {
            broken.push((case_number.to_owned(), bits));
        }
    }

    #[must_use]
    pub fn finish(self) -> Fidelity {
        Fidelity {
            from: self.period.first(),
            to: self.period.last(),
            on: self.on,
            courses: Some(self.courses),
            recommendations: Recommendation::ALL.iter().map(|code| self.share_of(*code)).collect(),
            smallest: None,
        }
    }

    fn share_of(&self, code: Recommendation) -> RecommendationShare {
        let of = |bits: u32| bits >> code as usize & 1 == 1;
        let listed = |broken: &Vec<(String, u32)>| {
            broken.iter().filter(|(_, bits)| of(*bits)).map(|(case_number, _)| case_number.clone()).collect()
        };
        let part = |part: &Part| (*part, Some(self.parts.get(*part as usize).copied().unwrap_or_default()));
        let parts = code.parts();
        RecommendationShare {
            code,
            share: Some(self.own.get(code as usize).copied().unwrap_or_default()),
            broken: self.broken.as_ref().map(listed),
            parts: (!parts.is_empty()).then(|| PartShares(parts.iter().map(part).collect())),
        }
    }
}
