//! What the mentor model recommends, and how the course does: first what is missing. It warns and never locks.

use lods_domain::figures::fidelity::{Part, Recommendation, Verdict, Verdicts};
use lods_i18n::Texts;

/// A recommendation and how the course keeps it.
pub struct Asking {
    pub code: &'static str,
    pub name: &'static str,
    pub definition: &'static str,
    /// Each part with its verdict: `kept`, `broken` or `unjudged`, and in words.
    pub parts: Vec<(&'static str, &'static str, &'static str)>,
}

/// All 15, by how the course keeps them.
pub struct Model {
    /// Not kept; or not kept in a part, though the whole cannot be judged.
    pub missing: Vec<Asking>,
    pub kept: Vec<Asking>,
    pub unjudged: Vec<Asking>,
}

impl Model {
    fn counted(list: &[Asking]) -> i64 {
        i64::try_from(list.len()).unwrap_or(i64::MAX)
    }

    #[must_use]
    pub fn kept_count(&self) -> i64 {
        Model::counted(&self.kept)
    }

    #[must_use]
    pub fn unjudged_count(&self) -> i64 {
        Model::counted(&self.unjudged)
    }
}

#[must_use]
pub fn model(t: Texts, verdicts: &Verdicts) -> Model {
    let mut model = Model { missing: Vec::new(), kept: Vec::new(), unjudged: Vec::new() };
    for recommendation in Recommendation::ALL {
        let list = match verdicts.of(*recommendation) {
            Verdict::Kept => &mut model.kept,
            Verdict::Broken => &mut model.missing,
            Verdict::NotJudged if has_broken_part(*recommendation, verdicts) => &mut model.missing,
            Verdict::NotJudged => &mut model.unjudged,
        };
        list.push(asking(t, *recommendation, verdicts));
    }
    model
}

fn has_broken_part(recommendation: Recommendation, verdicts: &Verdicts) -> bool {
    recommendation.parts().iter().any(|part| verdicts.part(*part) == Verdict::Broken)
}

fn asking(t: Texts, recommendation: Recommendation, verdicts: &Verdicts) -> Asking {
    let part = |part: &Part| {
        let verdict = verdicts.part(*part);
        let class = match verdict {
            Verdict::Kept => "kept",
            Verdict::Broken => "broken",
            Verdict::NotJudged => "unjudged",
        };
        (t.recommendation_part(*part), class, t.verdict(verdict))
    };
    Asking {
        code: recommendation.code(),
        name: t.recommendation_name(recommendation),
        definition: t.recommendation_definition(recommendation),
        parts: recommendation.parts().iter().map(part).collect(),
    }
}
