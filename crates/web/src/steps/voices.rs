//! The evaluation's two voices side by side: the same questions, the young person's answer, the mentor's, and the gap.

use lods_domain::steps::evaluation::{Question, Voices};
use lods_domain::steps::{StepField, StepKind};
use lods_i18n::Texts;

/// A question, with what is shown of it.
pub struct VoicesLine {
    pub question: &'static str,
    pub young: String,
    pub mentor: String,
    pub gap: String,
    /// Worth a talk.
    pub apart: bool,
}

/// The table, in the words of whoever reads it.
pub struct VoicesShown {
    pub heading: &'static str,
    pub young: &'static str,
    pub mentor: &'static str,
    pub lines: Vec<VoicesLine>,
    /// One sentence on what they see differently.
    pub apart: Option<String>,
}

impl VoicesShown {
    /// As the staff reads it, from the first answer on.
    #[must_use]
    pub fn to_staff(t: Texts, voices: &Voices) -> VoicesShown {
        let label = |field| t.step_field(StepKind::Evaluation, field);
        VoicesShown {
            heading: t.voices_heading(),
            young: t.voices_young(),
            mentor: t.voices_mentor(),
            lines: lines(t, voices, label),
            apart: apart(voices, label).map(|questions| t.voices_apart(&questions)),
        }
    }

    /// As the young person reads it.
    #[must_use]
    pub fn to_young(t: Texts, voices: &Voices) -> VoicesShown {
        let label = |field| t.own_field(field);
        VoicesShown {
            heading: t.own_voices_heading(),
            young: t.own_voices_young(),
            mentor: t.own_voices_mentor(),
            lines: lines(t, voices, label),
            apart: apart(voices, label).map(|questions| t.own_voices_apart(&questions)),
        }
    }
}

fn lines(t: Texts, voices: &Voices, label: impl Fn(StepField) -> &'static str) -> Vec<VoicesLine> {
    // What was not answered is told as such: it is not zero.
    let told = |points: Option<u8>| points.map_or_else(|| t.voices_missing().to_owned(), |points| number(t, points));
    let line = |one: &Question| VoicesLine {
        question: label(one.field),
        young: told(one.young),
        mentor: told(one.mentor),
        gap: one.gap().map_or_else(|| t.none().to_owned(), |gap| number(t, gap)),
        apart: one.is_apart(),
    };
    voices.questions.iter().map(line).collect()
}

/// Tenths as a number from 0 to 10.
fn number(t: Texts, tenths: u8) -> String {
    t.trimmed(i64::from(tenths) * 10)
}

/// The questions that they see differently, one after the other; each ends with its own question mark.
fn apart(voices: &Voices, label: impl Fn(StepField) -> &'static str) -> Option<String> {
    let apart: Vec<&str> = voices.questions.iter().filter(|one| one.is_apart()).map(|one| label(one.field)).collect();
    (!apart.is_empty()).then(|| apart.join(" "))
}
