//! Every route with who may go there. A route cannot be added without saying so; the tests walk the list.

use axum::Router;
use axum::routing::MethodRouter;
use lods_domain::access::Action;

use crate::Sites;

/// Who may go to a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Everybody, signed in or not.
    Public,
    /// Whoever is signed in: the page is of the user alone.
    SignedIn,
    /// Whoever may do the action; `app` decides.
    May(Action),
}

/// A route as it was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    pub path: &'static str,
    pub policy: Policy,
    /// The route takes forms (POST); all but those that take forms alone can be read (GET).
    pub reads: bool,
    pub writes: bool,
}

/// Routes being gathered.
#[derive(Default)]
pub struct Routes {
    router: Router<Sites>,
    stated: Vec<Stated>,
}

impl Routes {
    /// A page that is read only.
    #[must_use]
    pub fn page(self, policy: Policy, path: &'static str, handler: MethodRouter<Sites>) -> Routes {
        self.add(Stated { path, policy, reads: true, writes: false }, handler)
    }

    /// A page with a form that is sent to the same path.
    #[must_use]
    pub fn form(self, policy: Policy, path: &'static str, handler: MethodRouter<Sites>) -> Routes {
        self.add(Stated { path, policy, reads: true, writes: true }, handler)
    }

    /// A path that takes a form and shows nothing of its own.
    #[must_use]
    pub fn post(self, policy: Policy, path: &'static str, handler: MethodRouter<Sites>) -> Routes {
        self.add(Stated { path, policy, reads: false, writes: true }, handler)
    }

    fn add(mut self, stated: Stated, handler: MethodRouter<Sites>) -> Routes {
        self.stated.push(stated);
        Routes { router: self.router.route(stated.path, handler), stated: self.stated }
    }

    /// Both.
    #[must_use]
    pub fn and(mut self, others: Routes) -> Routes {
        self.stated.extend(others.stated);
        Routes { router: self.router.merge(others.router), stated: self.stated }
    }

    #[must_use]
    pub fn stated(&self) -> &[Stated] {
        &self.stated
    }

    #[must_use]
    pub fn router(self) -> Router<Sites> {
        self.router
    }
}
