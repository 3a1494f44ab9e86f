//! Every route with who may go there. A route cannot be added without saying so; the tests walk the list.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRequestParts, MatchedPath, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::MethodRouter;
use lods_domain::access::Action;

use crate::{Failure, SignedIn, Sites};

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

    /// The router, in which each route is open only as it was stated: the policy is asked before the handler.
    pub fn guarded(self, sites: &Sites) -> Router<Sites> {
        let policies = self.stated.iter().map(|route| (route.path, route.policy)).collect();
        let state = (sites.clone(), Arc::new(policies));
        self.router.route_layer(from_fn_with_state(state, guard))
    }

    #[must_use]
    pub fn stated(&self) -> &[Stated] {
        &self.stated
    }
}

type Policies = Arc<HashMap<&'static str, Policy>>;

/// Lets a request on to its handler if the policy of its route does. Whoever is signed in is read here, once.
async fn guard(
    State((sites, policies)): State<(Sites, Policies)>,
    path: MatchedPath,
    request: Request,
    next: Next,
) -> Result<Response, Failure> {
    // A route without a policy is open to nobody.
    let policy = policies.get(path.as_str()).copied().ok_or_else(Failure::not_found)?;
    if policy == Policy::Public {
        return Ok(next.run(request).await);
    }
    let (mut parts, body) = request.into_parts();
    let who = SignedIn::from_request_parts(&mut parts, &sites).await?;
    if let Policy::May(action) = policy {
        let allowed = who.app.allow(&who.actor, action, action.what(), who.now).await;
        allowed.map_err(|error| who.failed(error))?;
    }
    parts.extensions.insert(who);
    Ok(next.run(Request::from_parts(parts, body)).await)
}
