//! The price of speed (R5; seed 001, l. 627-639): which other recommendations each fast route to a start puts at risk, and
//! why, counted from what is on record.

use crate::figures::fidelity::{Recommendation, has_all};
use crate::mentors::Supervised;
use crate::units::coded;

coded! {
    /// A way to begin soon.
    Route {
        /// A mentor is bought from a supplier.
        Supplier = "supplier",
        /// A mentor of the municipality's own, of another department.
        OwnMentor = "own-mentor",
        /// The course begins in a group.
        Group = "group",
        /// Early preventive help, which needs no grant of a mentor.
        EarlyHelp = "early-help",
    }
}

/// What is known of a mentor whom a route would give.
#[derive(Debug, Clone, Copy)]
pub struct OneMentor<'a> {
    pub competences: &'a [String],
    pub supervised: Supervised,
}

/// The mentors of a route, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pool {
    pub mentors: i64,
    /// With supervision within the rule (M3).
    pub supervised: i64,
    /// Mentors times courses that wait.
    pub matches: i64,
    /// Of those, where the mentor's competences are on record, and all are among them that the course asks for (M1).
    pub fitting: i64,
}

impl Pool {
    /// `needs` are the competences that each course asks for; none counts as one course that asks for nothing.
    pub fn of<'a>(mentors: impl IntoIterator<Item = OneMentor<'a>>, needs: &[Vec<String>]) -> Pool {
        let nothing = [Vec::new()];
        let needs = if needs.is_empty() { nothing.as_slice() } else { needs };
        let mut pool = Pool::default();
        for mentor in mentors {
            pool.mentors += 1;
            pool.supervised += i64::from(matches!(mentor.supervised, Supervised::Within(_)));
            for asked in needs {
                pool.matches += 1;
                pool.fitting += i64::from(!mentor.competences.is_empty() && has_all(asked, mentor.competences));
            }
        }
        pool
    }
}

/// What the routes are judged by: of one course, or of all that wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OnRecord {
    pub supplier: Pool,
    pub own: Pool,
    /// Months before a group, as the rule says; `None` where they are over.
    pub group_months: Option<i64>,
    pub courses: i64,
    /// Of those, with a grant, in which the purpose is written.
    pub granted: i64,
}

/// Why a recommendation is at risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// So many of all mentors have supervision within the rule.
    Supervised { some: i64, all: i64 },
    /// So many of all possible matches have the competences; `courses` tells whether it is about one.
    Fitting { some: i64, all: i64, courses: i64 },
    /// The rule asks to wait so many months.
    TooEarly { months: i64 },
    /// So many of all courses have a grant.
    Granted { some: i64, all: i64 },
}

/// A recommendation that the route may break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Risk {
    pub recommendation: Recommendation,
    pub reason: Reason,
}

/// What a route costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    pub route: Route,
    /// Mentors whom it gives; `None` where it is not about mentors.
    pub mentors: Option<i64>,
    pub risks: Vec<Risk>,
}

/// Each route with what it puts at risk. What all keep is at no risk; a route without mentors has none to tell.
#[must_use]
pub fn prices(on_record: &OnRecord) -> Vec<Price> {
    Route::ALL.iter().map(|route| price(*route, on_record)).collect()
}

fn price(route: Route, known: &OnRecord) -> Price {
    let pool = match route {
        Route::Supplier => Some(known.supplier),
        Route::OwnMentor => Some(known.own),
        Route::Group | Route::EarlyHelp => None,
    };
    let risks = match route {
        Route::Supplier | Route::OwnMentor => pool.map_or_else(Vec::new, |pool| of_pool(pool, known.courses)),
        Route::Group => {
            let early = |months| Risk { recommendation: Recommendation::Groups, reason: Reason::TooEarly { months } };
            known.group_months.map(early).into_iter().collect()
        }
        Route::EarlyHelp => {
            let reason = Reason::Granted { some: known.granted, all: known.courses };
            let risk = Risk { recommendation: Recommendation::Purpose, reason };
            (known.granted < known.courses).then_some(risk).into_iter().collect()
        }
    };
    Price { route, mentors: pool.map(|pool| pool.mentors), risks }
}

fn of_pool(pool: Pool, courses: i64) -> Vec<Risk> {
    let fitting = Reason::Fitting { some: pool.fitting, all: pool.matches, courses };
    let supervised = Reason::Supervised { some: pool.supervised, all: pool.mentors };
    let risk = |at_risk: bool, recommendation, reason| at_risk.then_some(Risk { recommendation, reason });
    [
        risk(pool.fitting < pool.matches, Recommendation::Competences, fitting),
        risk(pool.supervised < pool.mentors, Recommendation::Supervision, supervised),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|word| (*word).to_owned()).collect()
    }

    fn risks(prices: &[Price], route: Route) -> Vec<(Recommendation, Reason)> {
        let price = prices.iter().find(|price| price.route == route).unwrap();
        price.risks.iter().map(|risk| (risk.recommendation, risk.reason)).collect()
    }

    #[test]
    fn a_suppliers_mentor_without_supervision_and_competences_breaks_m1_and_m3() {
        let (adhd, none) = (words(&["ADHD", "angst"]), words(&[]));
        let mentors = [
            OneMentor { competences: &adhd, supervised: Supervised::Within(3) },
            OneMentor { competences: &none, supervised: Supervised::Never },
            OneMentor { competences: &adhd, supervised: Supervised::Late(43) },
        ];
        let needs = [words(&["adhd"]), words(&["misbrug"]), words(&[])];
        let pool = Pool::of(mentors, &needs);
        assert_eq!(pool, Pool { mentors: 3, supervised: 1, matches: 9, fitting: 4 });
        let prices = prices(&OnRecord { supplier: pool, courses: 3, granted: 3, ..OnRecord::default() });
        assert_eq!(prices.iter().map(|price| price.mentors).collect::<Vec<_>>(), [Some(3), Some(0), None, None]);
        assert_eq!(
            risks(&prices, Route::Supplier),
            [
                (Recommendation::Competences, Reason::Fitting { some: 4, all: 9, courses: 3 }),
                (Recommendation::Supervision, Reason::Supervised { some: 1, all: 3 }),
            ]
        );
        for route in [Route::OwnMentor, Route::Group, Route::EarlyHelp] {
            assert!(risks(&prices, route).is_empty(), "{}", route.code());
        }
    }

    #[test]
    fn what_all_keep_is_at_no_risk() {
        let adhd = words(&["ADHD"]);
        let mentor = OneMentor { competences: &adhd, supervised: Supervised::Within(42) };
        let own = Pool::of([mentor], &[]);
        assert_eq!((own.matches, own.fitting), (1, 1), "nothing is asked for, and something is on record");
        let prices = prices(&OnRecord { own, ..OnRecord::default() });
        assert!(prices.iter().all(|price| price.risks.is_empty()));
    }

    #[test]
    fn a_group_comes_too_early_and_early_help_has_no_purpose_without_a_grant() {
        let known = OnRecord { group_months: Some(3), courses: 5, granted: 2, ..OnRecord::default() };
        let prices = prices(&known);
        assert_eq!(risks(&prices, Route::Group), [(Recommendation::Groups, Reason::TooEarly { months: 3 })]);
        let granted = Reason::Granted { some: 2, all: 5 };
        assert_eq!(risks(&prices, Route::EarlyHelp), [(Recommendation::Purpose, granted)]);
    }
}
