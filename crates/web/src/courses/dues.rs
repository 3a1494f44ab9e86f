//! Something that is due, as *Today* and the course's page show it: what, why by which source, until when, and the way to
//! the place where it is done.

use std::cmp::Ordering;

use lods_domain::Day;
use lods_domain::dues::Due;
use lods_domain::ids::CourseId;
use lods_domain::rules::{NoRule, Rules};
use lods_i18n::Texts;

use crate::paths;

/// A due in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueShown {
    pub kind: &'static str,
    pub reason: String,
    /// The rule's source, or the recommendation or decision behind it.
    pub source: String,
    /// How far away its day is.
    pub when: String,
    /// It is warned of already.
    pub warned: bool,
    /// The look of the card and of its tag.
    pub class: &'static str,
    pub tag: &'static str,
    /// Where it is done, for whoever may.
    pub place: Option<String>,
}

impl DueShown {
    pub fn new(t: Texts, due: Due, course: CourseId, may: bool, (rules, today): (&Rules, Day)) -> Result<Self, NoRule> {
        let because = due.because(rules, today)?;
        let warned = due.on > today && because.warn_from.is_some_and(|from| from <= today);
        let (class, tag) = match due.on.cmp(&today) {
            Ordering::Less => ("lods-due-late", "lods-tag-late"),
            Ordering::Equal => ("lods-due-now", "lods-tag-now"),
            Ordering::Greater if warned => ("lods-due-now", "lods-tag-now"),
            Ordering::Greater => ("", ""),
        };
        Ok(DueShown {
            kind: t.due_kind(due.kind),
            reason: t.due_reason(due, &because),
            source: t.due_from(due.kind, &because),
            when: t.relative(due.on, today),
            warned,
            class,
            tag,
            place: may.then(|| paths::step(course, due.kind.step())),
        })
    }
}
