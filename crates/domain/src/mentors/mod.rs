//! Mentors and their supervision.

use crate::Minutes;
use crate::people::Gender;
use crate::units::coded;

coded! {
    /// How supervision is given (recommendation M3).
    SupervisionForm { Group = "gruppe", Individual = "individuel", Sparring = "sparring" }
}

/// A mentor as registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentor {
    /// The municipality's own id of the mentor (`MentorID`).
    pub code: String,
    pub name: String,
    /// Agreed working time a week.
    pub weekly: Option<Minutes>,
    pub gender: Option<Gender>,
    pub competences: Vec<String>,
    pub interests: Vec<String>,
    pub postcode: String,
}
