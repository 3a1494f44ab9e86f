//! What a step's form sends: the fields as they were typed, and what the page put beside them.

use lods_domain::steps::{AnswerFault, Answers, Choice, Input, StepField, StepKind, Typed, form};
use serde::Deserialize;

use crate::csrf::Keyed;
use crate::form::day;

/// A form as it was sent: names and texts, a name as often as it was filled in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Sending(Vec<(String, String)>);

impl Keyed for Sending {
    fn csrf(&self) -> &str {
        self.one("csrf")
    }
}

impl Sending {
    /// The text of the name; empty where there is none.
    pub fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text)
    }

    /// What was typed into the step's fields, as it was typed.
    pub fn typed(&self, kind: StepKind) -> Typed {
        let mut typed = Typed::new();
        for asked in form(kind) {
            let name = asked.field.code();
            let texts: Vec<String> = self
                .0
                .iter()
                .filter(|(known, text)| known == name && !text.trim().is_empty())
                .map(|(_, text)| text.clone())
                .collect();
            if !texts.is_empty() {
                typed.insert(name.to_owned(), texts);
            }
        }
        typed
    }

    /// The last step that was on record when the form was shown.
    pub fn seen(&self) -> i64 {
        self.one("seen").parse().unwrap_or(0)
    }

    /// Why a recommendation is departed from.
    pub fn departure(&self) -> Option<(Choice, &str)> {
        Choice::from_code(self.one("cause")).map(|cause| (cause, self.one("reason")))
    }
}

/// The answers; a day is read as people write it.
pub fn answers(kind: StepKind, typed: &Typed) -> (Answers, Vec<(StepField, AnswerFault)>) {
    let mut read = typed.clone();
    for asked in form(kind).iter().filter(|asked| asked.input == Input::Day) {
        if let Some(texts) = read.get_mut(asked.field.code()) {
            for text in texts.iter_mut() {
                if let Some(day) = day(text.trim()) {
                    *text = day.to_string();
                }
            }
        }
    }
    Answers::of_typed(kind, &read)
}

/// What the fields show at first: days as people write them.
pub fn shown(kind: StepKind, typed: &Typed) -> Typed {
    let mut shown = typed.clone();
    for asked in form(kind).iter().filter(|asked| asked.input == Input::Day) {
        if let Some(texts) = shown.get_mut(asked.field.code()) {
            for text in texts.iter_mut() {
                if let Some(day) = day(text) {
                    *text = crate::form::written(day);
                }
            }
        }
    }
    shown
}

/// The kind that a path names.
pub fn kind_of(code: &str) -> Option<StepKind> {
    StepKind::from_code(code).filter(|kind| !matches!(kind, StepKind::Concern | StepKind::Undo))
}
