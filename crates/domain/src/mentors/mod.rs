//! Mentors and their supervision.

use crate::people::Gender;
use crate::units::coded;
use crate::{Day, Minutes};

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

/// How a mentor stands to the rule of supervision (M3) on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Supervised {
    /// Days since the last one, no more than the rule's.
    Within(i64),
    /// Days since the last one, more than the rule's.
    Late(i64),
    /// There is none on record.
    Never,
}

impl Supervised {
    /// `last` is the last supervision up to `on`; `most` are the rule's days between two.
    #[must_use]
    pub fn on(last: Option<Day>, on: Day, most: i64) -> Supervised {
        match last.map(|last| on.days_since(last)) {
            None => Supervised::Never,
            Some(days) if days <= most => Supervised::Within(days),
            Some(days) => Supervised::Late(days),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_of_the_rule_is_within_it() {
        let on: Day = "2022-06-01".parse().unwrap();
        let since = |days: i64| Supervised::on(Some(on.plus_days(-days)), on, 42);
        assert_eq!(
            [since(0), since(42), since(43)],
            [Supervised::Within(0), Supervised::Within(42), Supervised::Late(43)]
        );
        assert_eq!(Supervised::on(None, on, 42), Supervised::Never);
    }
}
