//! Notes on a course: whom each is for, who may write it, and who sees it. A note is never edited: a correction is a note
//! that names the one that it corrects, and both stand.

mod sight;

pub use sight::{Extent, Sight, writable};

use crate::access::FieldClass;
use crate::units::coded;

coded! {
    /// Whom a note is for.
    Visibility {
        /// The case team: caseworker, mentor and leader.
        Team = "team",
        /// The confidential room: the mentor and the young person; not parents, not the network, not the authority
        /// (seed 001, lines 1195–1197).
        Shared = "shared",
        /// The writer's own working note.
        Own = "own",
    }
}

/// The class of what the young person writes, who is not asked for one: nobody has to sort their own life by statute.
pub const OF_YOUNG_PERSON: FieldClass = FieldClass::Confidential;

/// The classes in the order in which they are offered: whoever takes the last that fits never shows too much.
pub const CLASSES: [FieldClass; 4] =
    [FieldClass::Ordinary, FieldClass::Confidential, FieldClass::SpecialCategory, FieldClass::Offence];

/// Characters of a note, and of the reason for a correction.
pub const LONGEST: usize = 10_000;
pub const LONGEST_REASON: usize = 500;

/// Why a note is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteFault {
    #[error("a note has a text")]
    Empty,
    #[error("a note has at most {LONGEST} characters")]
    TooLong,
    #[error("a correction has a reason")]
    NoReason,
    #[error("a reason has at most {LONGEST_REASON} characters")]
    ReasonTooLong,
}

/// A text as it is kept: without blanks at the ends, and with one character for the end of a line.
#[must_use]
pub fn kept(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

/// Checks a note's text, and a correction's reason. Blanks at the ends are not part of the text.
pub fn check(text: &str, correction: Option<&str>) -> Result<(), NoteFault> {
    let reason = correction.map(kept);
    match kept(text).chars().count() {
        0 => return Err(NoteFault::Empty),
        length if length > LONGEST => return Err(NoteFault::TooLong),
        _ => {}
    }
    match reason.map(|reason| reason.chars().count()) {
        Some(0) => Err(NoteFault::NoReason),
        Some(length) if length > LONGEST_REASON => Err(NoteFault::ReasonTooLong),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
