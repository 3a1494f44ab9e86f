//! Notes on a course. A note is never edited: a correction is a note that names the one that it corrects, and both stand.

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
}

/// Checks a note's text, and a correction's reason. Blanks at the ends are not part of the text.
pub fn check(text: &str, correction: Option<&str>) -> Result<(), NoteFault> {
    match (text.trim().is_empty(), text.chars().count() > LONGEST, correction) {
        (true, ..) => Err(NoteFault::Empty),
        (_, true, _) => Err(NoteFault::TooLong),
        (_, _, Some(reason)) if reason.trim().is_empty() => Err(NoteFault::NoReason),
        (_, _, Some(reason)) if reason.chars().count() > LONGEST_REASON => Err(NoteFault::TooLong),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_says_why() {
        assert_eq!(check("Mødte op.", None), Ok(()));
        assert_eq!(check(" \n", None), Err(NoteFault::Empty));
        assert_eq!(check("Mødte ikke op.", Some(" ")), Err(NoteFault::NoReason));
        assert_eq!(check(&"x".repeat(LONGEST + 1), None), Err(NoteFault::TooLong));
        assert_eq!(check("Mødte ikke op.", Some("Jeg tog fejl af dagen.")), Ok(()));
    }
}
