//! How a report is taken up, who may be the same young person, and what stands against it.

use crate::units::coded;
use crate::{Cpr, Day};

coded! {
    /// What came of a report.
    TakenUp {
        /// A course was begun with it, or it was tied to one.
        Course = "course",
        NoCourse = "no-course",
        /// The same was told before.
        Duplicate = "duplicate",
    }
}

/// The traits by which somebody is known again.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Who {
    pub cpr: Option<Cpr>,
    /// The name as it is searched for; empty where none was told.
    pub folded: String,
    pub born: Option<Day>,
}

/// Why two may be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    Cpr,
    NameAndBirthday,
}

impl Who {
    /// Why this may be the other, if it may. Two numbers that differ are two persons, whatever they are called.
    #[must_use]
    pub fn like(&self, other: &Who) -> Option<Likeness> {
        match (self.cpr, other.cpr) {
            (Some(one), Some(two)) => return (one == two).then_some(Likeness::Cpr),
            _ if self.folded.is_empty() || self.folded != other.folded => return None,
            _ => {}
        }
        (self.born.is_some() && self.born == other.born).then_some(Likeness::NameAndBirthday)
    }
}

/// Why a report is not taken up so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TakeFault {
    #[error("to leave it at that takes a reason")]
    NoReason,
    #[error("a reason has at most {LONGEST_REASON} characters")]
    ReasonTooLong,
    #[error("a course is of a citizen with a number")]
    NoNumber,
    #[error("a citizen has a given name and a family name")]
    NoName,
    #[error("a value has at most {LONGEST_VALUE} characters")]
    ValueTooLong,
    #[error("there is no such target group")]
    NoTargetGroup,
    #[error("the course would be outside the reach of whoever begins it")]
    NoHome,
    #[error("there is no such course within reach")]
    NoCourse,
    #[error("the course is decided against, or has ended")]
    CourseOver,
    #[error("the report is about another citizen")]
    OtherPerson,
    #[error("the number is known under another name")]
    OtherName,
    #[error("the use of what is recorded about the citizen is restricted")]
    Restricted,
}

/// Characters of a reason.
pub const LONGEST_REASON: usize = 2_000;
/// Characters of a name or a way of contact.
pub const LONGEST_VALUE: usize = 300;

#[cfg(test)]
mod tests {
    use super::*;

    fn who(cpr: Option<&str>, folded: &str, born: Option<&str>) -> Who {
        Who {
            cpr: cpr.map(|cpr| Cpr::parse(cpr).unwrap()),
            folded: folded.to_owned(),
            born: born.map(|day| day.parse().unwrap()),
        }
    }

    #[test]
    fn the_same_number_or_the_same_name_and_birthday() {
        let one = who(Some("670190-1234"), "åse z", Some("1990-01-07"));
        assert_eq!(one.like(&who(Some("670190-1234"), "en anden", None)), Some(Likeness::Cpr));
        assert_eq!(one.like(&who(None, "åse z", Some("1990-01-07"))), Some(Likeness::NameAndBirthday));
        assert_eq!(one.like(&who(Some("670190-1235"), "åse z", Some("1990-01-07"))), None, "two numbers");
        assert_eq!(one.like(&who(None, "åse z", None)), None, "a name alone");
        assert_eq!(one.like(&who(None, "", Some("1990-01-07"))), None, "a birthday alone");
        assert_eq!(who(None, "", None).like(&who(None, "", None)), None);
    }
}
