//! Every route with who may go there. A route cannot be added without saying so; the tests walk the list.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::Uri;
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
    /// The path itself, or for one that takes forms only the page that its form is on.
    pub page: &'static str,
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
        self.add(Stated { path, page: path, policy, reads: true, writes: false }, handler)
    }

    /// A page with a form that is sent to the same path.
    #[must_use]
    pub fn form(self, policy: Policy, path: &'static str, handler: MethodRouter<Sites>) -> Routes {
        self.add(Stated { path, page: path, policy, reads: true, writes: true }, handler)
    }

    /// A path that takes a form of `page` and shows nothing of its own. What stands in braces in `page` stands at the
    /// same place in `path`.
    #[must_use]
    pub fn post(self, policy: Policy, path: &'static str, page: &'static str, handler: MethodRouter<Sites>) -> Routes {
        self.add(Stated { path, page, policy, reads: false, writes: true }, handler)
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
        let stated = self.stated.iter().map(|route| (route.path, *route)).collect();
        let state = (sites.clone(), Arc::new(stated));
        self.router.route_layer(from_fn_with_state(state, guard))
    }

    #[must_use]
    pub fn stated(&self) -> &[Stated] {
        &self.stated
    }
}

impl Stated {
    /// The page that a request can be led back to: its own address, or where its form is.
    fn page_of(&self, asked: &Uri) -> String {
        if self.reads {
            return asked.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        }
        let part = |(stated, asked): (&'static str, _)| if stated.starts_with('{') { asked } else { stated };
        let asked = asked.path().split('/').chain(std::iter::repeat(""));
        self.page.split('/').zip(asked).map(part).collect::<Vec<_>>().join("/")
    }
}

type AllStated = Arc<HashMap<&'static str, Stated>>;

/// Lets a request on to its handler if the policy of its route does. Whoever is signed in is read here, once.
async fn guard(
    State((sites, stated)): State<(Sites, AllStated)>,
    path: MatchedPath,
    request: Request,
    next: Next,
) -> Result<Response, Failure> {
    // A route without a policy is open to nobody.
    let route = stated.get(path.as_str()).copied().ok_or_else(Failure::not_found)?;
    if route.policy == Policy::Public {
        return Ok(next.run(request).await);
    }
    let (mut parts, body) = request.into_parts();
    let here = route.page_of(&parts.uri);
    let who = SignedIn::read(&mut parts, &sites, here).await?;
    if let Policy::May(action) = route.policy {
        let allowed = who.app.allow(&who.actor, action, action.what(), who.now).await;
        allowed.map_err(|error| who.failed(error))?;
    }
    parts.extensions.insert(who);
    Ok(next.run(Request::from_parts(parts, body)).await)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_that_takes_forms_only_belongs_to_a_page() {
        let routes = crate::routes();
        let reads = |path: &str| routes.stated().iter().any(|route| route.path == path && route.reads);
        for route in routes.stated() {
            assert!(reads(route.page), "{} says {}", route.path, route.page);
            let asked: Vec<&str> = route.path.split('/').collect();
            for (at, part) in route.page.split('/').enumerate().filter(|(_, part)| part.starts_with('{')) {
                assert_eq!(asked.get(at), Some(&part), "{}", route.path);
            }
        }
    }

    #[test]
    fn a_request_is_led_back_to_the_page_of_its_form() {
        let routes = crate::routes();
        let page = |path: &str, asked: &'static str| {
            let route = routes.stated().iter().find(|route| route.path == path).unwrap();
            route.page_of(&Uri::from_static(asked))
        };
        assert_eq!(page("/courses/{course}/sharing/consents", "/courses/7/sharing/consents?x=1"), "/courses/7/sharing");
        assert_eq!(page("/people/{person}/correct", "/people/3/correct"), "/people/3/insight");
        assert_eq!(page("/sign-out", "/sign-out"), "/");
        assert_eq!(page("/courses/{course}/team", "/courses/7/team?done=team"), "/courses/7/team?done=team");
    }
}
