//! One type for each kind of row, so that a mentor's id cannot be handed in where a course's is meant.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                s.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// A provider unit (`enhed`).
    UnitId,
    /// A mentor, whatever the unit.
    MentorId,
    /// A citizen.
    PersonId,
    /// A mentoring course (`forløb`).
    CourseId,
    /// A goal of a course.
    GoalId,
    /// Somebody who signs in.
    UserId,
    /// A department of the municipality (`forvaltning`).
    DepartmentId,
    /// A note on a course.
    NoteId,
    /// A step that a course took.
    StepId,
    /// A need that somebody told of.
    ConcernReportId,
}
