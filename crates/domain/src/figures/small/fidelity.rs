//! Shares of the model's recommendations without small numbers: a share is shown whole, or not at all.

use super::is_small;
use crate::figures::fidelity::{Fidelity, Part, PartShares, RecommendationShare, Share};

impl Fidelity {
    /// The figure for somebody who is shown no count from 1 to `smallest` − 1: neither kept, nor broken, nor in scope,
    /// nor the courses that are in the figure and out of scope, nor the difference of a part and its recommendation.
    /// The lists are taken away.
    #[must_use]
    pub fn guarded(self, smallest: i64) -> Fidelity {
        let all = self.courses.unwrap_or_default();
        let recommendations = self.recommendations.into_iter().map(|of| guarded(of, all, smallest)).collect();
        // Every share that reaches all courses would tell how many they are.
        let courses = self.courses.filter(|courses| !is_small(*courses, smallest));
        Fidelity { courses, recommendations, smallest: Some(smallest), ..self }
    }
}

fn guarded(of: RecommendationShare, all: i64, smallest: i64) -> RecommendationShare {
    let share = of.share.filter(|share| is_open(*share, all, smallest));
    let parts = of.parts.map(|PartShares(parts)| PartShares(of_parts(parts, share, all, smallest)));
    RecommendationShare { share, parts, broken: None, ..of }
}

fn is_open(Share { kept, in_scope }: Share, all: i64, smallest: i64) -> bool {
    ![kept, in_scope, in_scope - kept, all - in_scope].into_iter().any(|count| is_small(count, smallest))
}

/// A recommendation is kept where both its parts are: what keeps one and not the other is a difference of two counts.
fn of_parts(
    parts: Vec<(Part, Option<Share>)>,
    own: Option<Share>,
    all: i64,
    smallest: i64,
) -> Vec<(Part, Option<Share>)> {
    let near = |a: i64, b: i64| is_small((a - b).abs(), smallest);
    let apart =
        |share: &Share| own.is_none_or(|own| !near(share.kept, own.kept) && !near(share.in_scope, own.in_scope));
    let open = |share: &Share| is_open(*share, all, smallest) && apart(share);
    let parts: Vec<_> = parts.into_iter().map(|(part, share)| (part, share.filter(open))).collect();
    let neither = own.is_some_and(|own| tells_who_breaks_both(&parts, own, smallest));
    parts.into_iter().map(|(part, share)| (part, share.filter(|_| !neither))).collect()
}

/// Of two parts judged on the same courses: in scope − kept one − kept the other + kept both.
fn tells_who_breaks_both(parts: &[(Part, Option<Share>)], own: Share, smallest: i64) -> bool {
    let [(_, Some(one)), (_, Some(other))] = parts else { return false };
    is_small((own.in_scope - one.kept - other.kept + own.kept).abs(), smallest)
}
