//! The local thresholds of a recommendation: as they are, and the fields that change them.

use lods_app::model::Threshold;
use lods_domain::rules::Rule;
use lods_i18n::Texts;

use super::entered::EnteredStance;

/// The thresholds in words, each with what it will be.
pub fn sentences(t: Texts, thresholds: &[Threshold]) -> Vec<String> {
    let said = |of: &Threshold, rule: &Rule| t.model_threshold(of.code, rule.value);
    let sentence = |of: &Threshold| {
        let next = of.next.as_ref().map(|rule| t.model_threshold_next(&t.date(rule.valid_from), &said(of, rule)));
        let now = of.now.as_ref().map(|rule| said(of, rule));
        let both: Vec<String> = now.into_iter().chain(next).collect();
        (!both.is_empty()).then(|| both.join("; "))
    };
    thresholds.iter().filter_map(sentence).collect()
}

/// The field of a rule in the form of a stance.
pub struct Field {
    /// The rule's code: the name of the field.
    pub name: &'static str,
    pub label: &'static str,
    pub hint: String,
    pub value: String,
    /// Values with their names, where one of two is chosen.
    pub choices: Vec<(&'static str, &'static str)>,
}

pub fn fields(t: Texts, thresholds: &[Threshold], entered: &EnteredStance) -> Vec<Field> {
    let field = |of: &Threshold| {
        let (least, most) = of.code.bounds();
        let is_choice = (least, most) == (0, 1);
        let now = of.now.as_ref().map(|rule| rule.value);
        Field {
            name: of.code.code(),
            label: t.rule(of.code),
            hint: match now {
                Some(value) if is_choice => t.model_threshold(of.code, value),
                Some(value) => t.model_threshold_hint(&t.whole(value), least, most),
                None => t.model_threshold_hint_none(least, most),
            },
            value: entered.rule(of.code).to_owned(),
            choices: match is_choice {
                true => vec![("0", t.model_calendar_days()), ("1", t.model_working_days())],
                false => Vec::new(),
            },
        }
    };
    thresholds.iter().map(field).collect()
}
