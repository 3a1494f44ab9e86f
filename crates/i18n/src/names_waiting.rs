//! The fast routes to a start, and why a recommendation is at risk on them. Exhaustive, as in `names.rs`.

use lods_domain::steps::speed::{Reason, Route};

use crate::Texts;

impl Texts {
    #[must_use]
    pub const fn speed_route(self, of: Route) -> &'static str {
        match of {
            Route::Supplier => self.speed_route_supplier(),
            Route::OwnMentor => self.speed_route_own_mentor(),
            Route::Group => self.speed_route_group(),
            Route::EarlyHelp => self.speed_route_early_help(),
        }
    }

    /// Why a recommendation is at risk, in a sentence.
    #[must_use]
    pub fn speed_reason(self, of: Reason) -> String {
        match of {
            Reason::Supervised { some, all } => self.speed_supervised(some, all),
            Reason::Fitting { some, all, courses: ..=1 } => self.speed_fitting_mentors(some, all),
            Reason::Fitting { some, all, .. } => self.speed_fitting_matches(some, all),
            Reason::TooEarly { months } => self.speed_too_early(months),
            Reason::Granted { some: 0, all: ..=1 } => self.speed_granted_none().to_owned(),
            Reason::Granted { some, all } => self.speed_granted(some, all),
        }
    }
}
