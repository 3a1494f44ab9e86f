//! The dated catalogue of what a decision can rest on. Its rows are data: a law that changes is a new row.

use crate::Day;
use crate::units::coded;

coded! {
    /// The field of law.
    Area {
        Employment = "employment",
        Children = "children",
        Adult = "adult",
        Integration = "integration",
    }
}

/// A legal basis, as it stood during a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalBasis {
    pub code: String,
    pub valid_from: Day,
    /// The last day.
    pub valid_to: Option<Day>,
    /// As it is cited in a letter.
    pub citation: String,
    pub title: String,
    pub area: Area,
    /// The longest period of one grant, in months.
    pub longest_months: Option<i32>,
    /// Months from the start until the law asks for the first follow-up.
    pub follow_up_months: Option<i32>,
    /// Whom a complaint goes to.
    pub appeal: String,
    pub appeal_weeks: i64,
    pub source: String,
}

/// The catalogue.
#[derive(Debug, Clone, Default)]
pub struct LegalBases(Vec<LegalBasis>);

impl LegalBases {
    #[must_use]
    pub fn new(rows: Vec<LegalBasis>) -> LegalBases {
        LegalBases(rows)
    }

    /// The row in force on the day; `None` where a decision of that day cannot rest on it.
    #[must_use]
    pub fn on(&self, code: &str, day: Day) -> Option<&LegalBasis> {
        self.in_force(day).find(|basis| basis.code == code)
    }

    /// Everything in force on the day, as the catalogue lists it.
    pub fn in_force(&self, day: Day) -> impl Iterator<Item = &LegalBasis> {
        self.0.iter().filter(move |basis| basis.valid_from <= day && basis.valid_to.is_none_or(|last| day <= last))
    }

    #[must_use]
    pub fn all(&self) -> &[LegalBasis] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_rests_on_what_was_in_force_that_day() {
        let day = |text: &str| -> Day { text.parse().unwrap() };
        let basis = |code: &str, from: &str, to: Option<&str>| LegalBasis {
            code: code.to_owned(),
            valid_from: day(from),
            valid_to: to.map(day),
            citation: String::new(),
            title: String::new(),
            area: Area::Children,
            longest_months: None,
            follow_up_months: Some(3),
            appeal: String::new(),
            appeal_weeks: 4,
            source: String::new(),
        };
        let bases =
            LegalBases::new(vec![basis("old", "2011-01-01", Some("2023-12-31")), basis("new", "2024-01-01", None)]);
        assert!(bases.on("old", day("2023-12-31")).is_some());
        assert!(bases.on("old", day("2024-01-01")).is_none());
        assert!(bases.on("new", day("2023-12-31")).is_none());
        assert_eq!(bases.in_force(day("2024-02-29")).map(|basis| basis.code.as_str()).collect::<Vec<_>>(), ["new"]);
    }
}
