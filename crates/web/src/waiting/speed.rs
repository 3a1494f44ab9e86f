//! The price of speed in words. A template includes `waiting/speed.html` where it has `speed`.

use lods_domain::steps::speed::{Price, Risk};
use lods_i18n::Texts;

use crate::paths;

/// A recommendation that a route may break.
pub struct RiskShown {
    /// `M1 Mentor har de rette kompetencer`.
    pub name: String,
    pub address: String,
    pub reason: String,
}

/// A fast route to a start.
pub struct RouteShown {
    pub name: &'static str,
    /// How many mentors it gives, where it gives any.
    pub mentors: Option<String>,
    pub risks: Vec<RiskShown>,
    /// Nothing on record tells that it breaks anything.
    pub without_risk: bool,
}

/// Each route with what it would break.
#[must_use]
pub fn routes_shown(t: Texts, prices: &[Price]) -> Vec<RouteShown> {
    prices.iter().map(|price| route(t, price)).collect()
}

fn route(t: Texts, price: &Price) -> RouteShown {
    RouteShown {
        name: t.speed_route(price.route),
        mentors: price.mentors.map(|count| t.speed_mentors_count(count)),
        risks: price.risks.iter().map(|one| risk(t, one)).collect(),
        without_risk: price.risks.is_empty() && price.mentors != Some(0),
    }
}

fn risk(t: Texts, risk: &Risk) -> RiskShown {
    let of = risk.recommendation;
    RiskShown {
        name: format!("{} {}", of.code(), t.recommendation_name(of)),
        address: paths::recommendation(of),
        reason: t.speed_reason(risk.reason),
    }
}
