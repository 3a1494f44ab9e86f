//! What the decision of a letter rests on, as it stood on the day.

use lods_domain::Day;
use lods_domain::legal::{LegalBases, LegalBasis};
use lods_domain::steps::{Recorded, StepField, StepKind};

/// Decisions that stand by themselves; a complaint is of one, and a change is of one.
const DECISIONS: &[StepKind] = &[StepKind::Grant, StepKind::Refusal, StepKind::Extension, StepKind::Change];

/// The step that a letter's step builds on: the last of its kinds before it that counts.
pub fn earlier<'a>(steps: &'a [Recorded], step: &Recorded) -> Option<&'a Recorded> {
    let kinds: &[StepKind] = match step.kind {
        StepKind::Extension | StepKind::Change => &[StepKind::Grant, StepKind::Extension, StepKind::Change],
        StepKind::Complaint => DECISIONS,
        // A refusal that answers a complaint keeps what was decided; after the board it is a new decision.
        StepKind::Refusal => &[StepKind::Complaint, StepKind::BoardDecision],
        StepKind::Closure => &[StepKind::Closing],
        _ => return None,
    };
    before(steps, step, kinds)
}

fn before<'a>(steps: &'a [Recorded], step: &Recorded, kinds: &[StepKind]) -> Option<&'a Recorded> {
    steps.iter().rfind(|one| one.stands() && one.id < step.id && kinds.contains(&one.kind))
}

/// The row that the decision rests on. A step that names none rests on what the decision before it named, or on what the
/// course says; a law that has ended since holds for what was decided by it.
pub fn basis(steps: &[Recorded], step: &Recorded, on_course: &str, bases: &LegalBases) -> Option<LegalBasis> {
    let named = match step.answers.text(StepField::Basis) {
        Some(code) => Some((code, step.day)),
        None => before(steps, step, &[StepKind::Grant, StepKind::Refusal])
            .and_then(|decided| Some((decided.answers.text(StepField::Basis)?, decided.day))),
    };
    match named {
        Some((code, decided)) => bases.on(code, step.day).or_else(|| bases.on(code, decided)).cloned(),
        None => cited(on_course.trim(), step.day, bases),
    }
}

/// Of a course that was imported with its decision: the row of its citation; or, where whatever is in force on the day has
/// one board of appeal and one time limit, those with the citation as it was imported.
fn cited(citation: &str, on: Day, bases: &LegalBases) -> Option<LegalBasis> {
    if citation.is_empty() {
        return None;
    }
    let named = bases.in_force(on).find(|basis| basis.citation == citation || basis.code == citation);
    named.cloned().or_else(|| {
        let first = bases.in_force(on).next()?;
        let same = |basis: &LegalBasis| (&basis.appeal, basis.appeal_weeks) == (&first.appeal, first.appeal_weeks);
        let imported = LegalBasis {
            citation: citation.to_owned(),
            title: String::new(),
            longest_months: None,
            follow_up_months: None,
            ..first.clone()
        };
        bases.in_force(on).all(same).then_some(imported)
    })
}

#[cfg(test)]
mod tests {
    use lods_domain::legal::Area;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn row(code: &str, appeal: &str) -> LegalBasis {
        LegalBasis {
            code: code.to_owned(),
            valid_from: day("2020-01-01"),
            valid_to: None,
            citation: format!("§ {code}"),
            title: "Prøve".to_owned(),
            area: Area::Adult,
            longest_months: Some(6),
            follow_up_months: Some(3),
            appeal: appeal.to_owned(),
            appeal_weeks: 4,
            source: String::new(),
        }
    }

    #[test]
    fn an_imported_citation_is_found_or_takes_the_one_board_that_all_have() {
        let on = day("2022-06-01");
        let one = LegalBases::new(vec![row("a", "Nævnet"), row("b", "Nævnet")]);
        assert_eq!(cited("§ b", on, &one).unwrap().code, "b");
        let imported = cited("LAB § 167", on, &one).unwrap();
        assert_eq!(
            (imported.citation.as_str(), imported.title.as_str(), imported.appeal.as_str()),
            ("LAB § 167", "", "Nævnet")
        );
        assert_eq!(
            (imported.longest_months, imported.follow_up_months),
            (None, None),
            "nothing is known of the other law"
        );
        let two = LegalBases::new(vec![row("a", "Nævnet"), row("b", "Det andet nævn")]);
        assert_eq!(cited("LAB § 167", on, &two), None, "nobody is sent to the wrong board");
        assert_eq!(cited("", on, &one), None);
        assert_eq!(cited("§ b", day("2019-06-01"), &one), None);
    }
}
