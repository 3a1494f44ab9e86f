//! Follow-ups: caseworker, mentor and mentee meet at least every six weeks (recommendation F4.1).

use crate::Day;

/// One follow-up and who took part. `None` is "not on record".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowUp {
    pub on: Day,
    pub caseworker: Option<bool>,
    pub mentor: Option<bool>,
    pub mentee: Option<bool>,
}

impl FollowUp {
    /// Whether all three are on record as having taken part.
    #[must_use]
    pub fn all_present(self) -> bool {
        [self.caseworker, self.mentor, self.mentee].iter().all(|present| *present == Some(true))
    }
}
