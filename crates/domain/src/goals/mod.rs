//! Goals and their scores.

use crate::Day;
use crate::units::coded;

coded! {
    /// What a goal is about (seed 001, recommendation F2.1).
    GoalKind {
        Mastery = "mestring",
        Network = "netværk",
        Transition = "overgang",
        Education = "uddannelse",
        Employment = "beskæftigelse",
    }
}

/// A goal of a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// The municipality's own id of the goal (`MålID`).
    pub code: String,
    pub kind: GoalKind,
    pub title: String,
    pub created_on: Option<Day>,
}

/// A score from 0 to 10, in tenths: 7.5 is 75.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Score(u8);

impl Score {
    /// `None` above 100 tenths or below 0.
    #[must_use]
    pub fn from_tenths(tenths: i64) -> Option<Score> {
        u8::try_from(tenths).ok().filter(|tenths| *tenths <= 100).map(Score)
    }

    /// 0 to 100.
    #[must_use]
    pub fn tenths(self) -> i64 {
        i64::from(self.0)
    }
}
