//! How often steps departed from the recommendations, and why: counts, and what of them may be shown.

use crate::figures::fidelity::Recommendation;
use crate::figures::small::is_small;
use crate::steps::Choice;

/// So many departures, on courses of so many citizens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    pub departures: i64,
    pub persons: i64,
}

/// The departures from a recommendation in a period. `None` is hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departed {
    pub recommendation: Recommendation,
    pub count: Option<i64>,
    /// By cause, the most frequent first; causes that were not given are left out.
    pub causes: Option<Vec<(Choice, i64)>>,
}

/// The departures from every recommendation in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departures(Vec<Departed>);

impl Departures {
    /// From the tallies of each recommendation: `None` as cause is the sum of its causes, in which each citizen counts
    /// once. With `smallest`, what tells of fewer citizens is hidden: the count, and all causes where one of them does.
    #[must_use]
    pub fn new(tallies: &[(Recommendation, Option<Choice>, Tally)], smallest: Option<i64>) -> Departures {
        let small = |tally: &Tally| smallest.is_some_and(|smallest| is_small(tally.persons, smallest));
        let of = |recommendation: &Recommendation| {
            let own = || tallies.iter().filter(|(of, ..)| of == recommendation);
            let sum = own().find(|(_, cause, _)| cause.is_none()).map(|(.., tally)| tally);
            let mut causes: Vec<(Choice, &Tally)> =
                own().filter_map(|(_, cause, tally)| Some(((*cause)?, tally))).collect();
            causes.sort_by_key(|(cause, tally)| (std::cmp::Reverse(tally.departures), *cause));
            let hidden = causes.iter().any(|(_, tally)| small(tally));
            let count = sum.map_or(0, |tally| tally.departures);
            Departed {
                recommendation: *recommendation,
                count: (!sum.is_some_and(small)).then_some(count),
                causes: (!hidden).then(|| causes.into_iter().map(|(cause, tally)| (cause, tally.departures)).collect()),
            }
        };
        Departures(Recommendation::ALL.iter().map(of).collect())
    }

    /// In the order of the model.
    pub fn iter(&self) -> std::slice::Iter<'_, Departed> {
        self.0.iter()
    }

    #[must_use]
    pub fn of(&self, recommendation: Recommendation) -> Option<&Departed> {
        self.iter().find(|departed| departed.recommendation == recommendation)
    }
}
