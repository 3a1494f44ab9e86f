//! What was answered in a step: read from text by the field's input, kept as JSON, given out by type.

use std::collections::BTreeMap;

use super::{Asked, Choice, Input, StepField, StepKind, form};
use crate::{Day, Minutes};

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Day(Day),
    Text(String),
    One(Choice),
    /// In the order in which they are offered, each once.
    Many(Vec<Choice>),
    /// A box that was ticked.
    Yes,
    /// A week's hours.
    Weekly(Minutes),
    /// 0 to 10, in tenths.
    Points(u8),
    /// The id of a mentor, goal or step; the code of a legal basis is a text.
    Id(i64),
}

/// Why a text is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnswerFault {
    #[error("no such day")]
    Day,
    #[error("not one of the choices")]
    Choice,
    #[error("hours from 0,25 to 40, in quarters")]
    Hours,
    #[error("a number from 0 to 10, with one decimal at most")]
    Points,
    #[error("nothing with that number")]
    Id,
    #[error("too long")]
    TooLong,
}

/// The longest text, in characters; a line is shorter.
pub const LONGEST: usize = 10_000;
pub const LONGEST_LINE: usize = 300;

impl Answer {
    /// Reads what was typed or chosen. `None` is nothing. A day comes as ISO 8601; hours and points with comma or point.
    pub fn read(input: &Input, texts: &[&str]) -> Result<Option<Answer>, AnswerFault> {
        let text = texts.first().map_or("", |text| text.trim());
        if let Input::Many(offered) = input {
            return many(offered, texts);
        }
        if text.is_empty() {
            return Ok(None);
        }
        let answer = match input {
            Input::Day => Answer::Day(text.parse().map_err(|_| AnswerFault::Day)?),
            Input::Line | Input::Basis => Answer::Text(long(text, LONGEST_LINE)?),
            Input::Text => Answer::Text(long(text, LONGEST)?),
            Input::One(offered) => Answer::One(one(offered, text)?),
            Input::Yes if text == Choice::Yes.code() => Answer::Yes,
            Input::Yes => return Err(AnswerFault::Choice),
            Input::Hours => Answer::Weekly(hours(text)?),
            Input::Points => Answer::Points(points(text)?),
            Input::Mentor | Input::Goal | Input::Step(_) => Answer::Id(text.parse().map_err(|_| AnswerFault::Id)?),
            Input::Many(_) => return Ok(None),
        };
        Ok(Some(answer))
    }

    /// As [`Answer::read`] takes it: what stands in the form again. Several texts for several choices.
    #[must_use]
    pub fn written(&self) -> Vec<String> {
        match self {
            Answer::Day(day) => vec![day.to_string()],
            Answer::Text(text) => vec![text.clone()],
            Answer::One(choice) => vec![choice.code().to_owned()],
            Answer::Many(choices) => choices.iter().map(|choice| choice.code().to_owned()).collect(),
            Answer::Yes => vec![Choice::Yes.code().to_owned()],
            Answer::Weekly(minutes) => vec![decimals(minutes.get() * 100 / 60)],
            Answer::Points(tenths) => vec![decimals(i64::from(*tenths) * 10)],
            Answer::Id(id) => vec![id.to_string()],
        }
    }
}

/// Hundredths as a number with a comma, without zeroes at its end.
fn decimals(hundredths: i64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match (rest, rest % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole},{}", rest / 10),
        _ => format!("{whole},{rest:02}"),
    }
}

fn long(text: &str, most: usize) -> Result<String, AnswerFault> {
    let text = text.replace("\r\n", "\n");
    if text.chars().count() > most { Err(AnswerFault::TooLong) } else { Ok(text) }
}

fn one(offered: &[Choice], text: &str) -> Result<Choice, AnswerFault> {
    Choice::from_code(text).filter(|choice| offered.contains(choice)).ok_or(AnswerFault::Choice)
}

fn many(offered: &[Choice], texts: &[&str]) -> Result<Option<Answer>, AnswerFault> {
    let texts = texts.iter().filter(|text| !text.is_empty());
    let chosen: Vec<Choice> = texts.map(|text| one(offered, text)).collect::<Result<_, _>>()?;
    let in_order: Vec<Choice> = offered.iter().copied().filter(|choice| chosen.contains(choice)).collect();
    Ok((!in_order.is_empty()).then_some(Answer::Many(in_order)))
}

/// Hundredths of a number with two decimals at most.
fn hundredths(text: &str) -> Option<i64> {
    let (whole, rest) = text.split_once([',', '.']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 4 || rest.len() > 2 || !digits(whole) || !digits(rest) {
        return None;
    }
    format!("{whole}{rest:0<2}").parse().ok()
}

fn hours(text: &str) -> Result<Minutes, AnswerFault> {
    let hundredths = hundredths(text).filter(|hundredths| (25..=4_000).contains(hundredths) && hundredths % 25 == 0);
    hundredths.and_then(|hundredths| Minutes::from_i64(hundredths * 60 / 100)).ok_or(AnswerFault::Hours)
}

fn points(text: &str) -> Result<u8, AnswerFault> {
    let hundredths = hundredths(text).filter(|hundredths| *hundredths <= 1_000 && hundredths % 10 == 0);
    hundredths.and_then(|hundredths| u8::try_from(hundredths / 10).ok()).ok_or(AnswerFault::Points)
}

/// The answers of one step, by field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<StepField, Answer>);

/// A kept row holds what is no answer: it was written by another version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the kept answers cannot be read")]
pub struct Unreadable;

/// What was typed into a form: the texts of each field, by its code.
pub type Typed = BTreeMap<String, Vec<String>>;

impl Answers {
    /// Reads what was typed into the step's form; a field that the form does not ask for, or not with these answers, is
    /// left out. What cannot be read is told, field by field.
    #[must_use]
    pub fn of_typed(kind: StepKind, typed: &Typed) -> (Answers, Vec<(StepField, AnswerFault)>) {
        let (mut answers, mut faults) = (Answers::default(), Vec::new());
        for asked in form(kind) {
            let texts: Vec<&str> = typed.get(asked.field.code()).into_iter().flatten().map(String::as_str).collect();
            if !super::findings::applies(asked, &answers) {
                continue;
            }
            match Answer::read(&asked.input, &texts) {
                Ok(Some(answer)) => answers.set(asked.field, answer),
                Ok(None) => {}
                Err(fault) => faults.push((asked.field, fault)),
            }
        }
        (answers, faults)
    }

    /// As [`Answers::of_typed`] takes it.
    #[must_use]
    pub fn typed(&self) -> Typed {
        self.0.iter().map(|(field, answer)| (field.code().to_owned(), answer.written())).collect()
    }

    pub fn set(&mut self, field: StepField, answer: Answer) {
        self.0.insert(field, answer);
    }

    #[must_use]
    pub fn get(&self, field: StepField) -> Option<&Answer> {
        self.0.get(&field)
    }

    #[must_use]
    pub fn has(&self, field: StepField) -> bool {
        self.0.contains_key(&field)
    }

    #[must_use]
    pub fn day(&self, field: StepField) -> Option<Day> {
        match self.get(field) {
            Some(Answer::Day(day)) => Some(*day),
            _ => None,
        }
    }

    #[must_use]
    pub fn text(&self, field: StepField) -> Option<&str> {
        match self.get(field) {
            Some(Answer::Text(text)) => Some(text),
            _ => None,
        }
    }

    #[must_use]
    pub fn one(&self, field: StepField) -> Option<Choice> {
        match self.get(field) {
            Some(Answer::One(choice)) => Some(*choice),
            _ => None,
        }
    }

    #[must_use]
    pub fn many(&self, field: StepField) -> &[Choice] {
        match self.get(field) {
            Some(Answer::Many(choices)) => choices,
            _ => &[],
        }
    }

    #[must_use]
    pub fn weekly(&self, field: StepField) -> Option<Minutes> {
        match self.get(field) {
            Some(Answer::Weekly(minutes)) => Some(*minutes),
            _ => None,
        }
    }

    /// Tenths, 0 to 100.
    #[must_use]
    pub fn points(&self, field: StepField) -> Option<u8> {
        match self.get(field) {
            Some(Answer::Points(tenths)) => Some(*tenths),
            _ => None,
        }
    }

    #[must_use]
    pub fn id(&self, field: StepField) -> Option<i64> {
        match self.get(field) {
            Some(Answer::Id(id)) => Some(*id),
            _ => None,
        }
    }

    /// All of them: in the order of the step's form, then what the form asks for no longer.
    pub fn all(&self, kind: StepKind) -> impl Iterator<Item = (StepField, &Answer)> {
        let asked_for = move |field: StepField| form(kind).iter().any(|asked| asked.field == field);
        let rest = self.0.iter().map(|(field, answer)| (*field, answer)).filter(move |(field, _)| !asked_for(*field));
        self.in_order(kind).map(|(asked, answer)| (asked.field, answer)).chain(rest)
    }

    /// The same with the word in place of every text; the code of a legal basis stays.
    #[must_use]
    pub fn without_texts(&self, kind: StepKind, word: &str) -> Answers {
        let is_code =
            |field: StepField| form(kind).iter().any(|asked| asked.field == field && asked.input == Input::Basis);
        let without = |(field, answer): (&StepField, &Answer)| match answer {
            Answer::Text(_) if !is_code(*field) => (*field, Answer::Text(word.to_owned())),
            answer => (*field, answer.clone()),
        };
        Answers(self.0.iter().map(without).collect())
    }

    /// In the order of the step's form.
    pub fn in_order(&self, kind: StepKind) -> impl Iterator<Item = (&'static Asked, &Answer)> {
        form(kind).iter().filter_map(|asked| Some((asked, self.get(asked.field)?)))
    }

    /// As JSON: field to the texts that [`Answer::written`] gives.
    #[must_use]
    pub fn kept(&self) -> String {
        // A map of texts is always JSON.
        serde_json::to_string(&self.typed()).unwrap_or_default()
    }

    /// What [`Answers::kept`] gave. A field that the form no longer asks for is read as a text.
    pub fn of_kept(kind: StepKind, kept: &str) -> Result<Answers, Unreadable> {
        let map: Typed = serde_json::from_str(kept).map_err(|_| Unreadable)?;
        let mut answers = Answers::default();
        for (field, texts) in map {
            let field = StepField::from_code(&field).ok_or(Unreadable)?;
            let input = form(kind).iter().find(|asked| asked.field == field).map_or(&Input::Text, |asked| &asked.input);
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            if let Some(answer) = Answer::read(input, &texts).map_err(|_| Unreadable)? {
                answers.set(field, answer);
            }
        }
        Ok(answers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_and_points_as_people_write_them() {
        assert_eq!(Answer::read(&Input::Hours, &["2,5"]), Ok(Some(Answer::Weekly(Minutes::new(150)))));
        assert_eq!(Answer::read(&Input::Hours, &[" 2.25 "]), Ok(Some(Answer::Weekly(Minutes::new(135)))));
        assert_eq!(Answer::read(&Input::Points, &["7,5"]), Ok(Some(Answer::Points(75))));
        assert_eq!(Answer::read(&Input::Points, &[""]), Ok(None));
        for text in ["0", "41", "2,1", "-1", "x", "1,255", "æ", ","] {
            assert_eq!(Answer::read(&Input::Hours, &[text]), Err(AnswerFault::Hours), "{text}");
        }
        assert_eq!(Answer::read(&Input::Yes, &["no"]), Err(AnswerFault::Choice), "whatever is sent is no yes");
        for text in ["11", "10,1", "7,25", "-1"] {
            assert_eq!(Answer::read(&Input::Points, &[text]), Err(AnswerFault::Points), "{text}");
        }
    }

    #[test]
    fn what_is_kept_is_read_back_the_same() {
        for kind in StepKind::ALL {
            let mut answers = Answers::default();
            for asked in form(*kind) {
                let text = match &asked.input {
                    Input::Day => "2024-02-29",
                    Input::Hours => "2,25",
                    Input::Points => "7,5",
                    Input::One(offered) | Input::Many(offered) => offered.last().unwrap().code(),
                    Input::Mentor | Input::Goal | Input::Step(_) => "17",
                    Input::Yes => "yes",
                    Input::Line | Input::Text | Input::Basis => "Æblet \"falder\"\nikke langt",
                };
                answers.set(asked.field, Answer::read(&asked.input, &[text]).unwrap().unwrap());
            }
            assert_eq!(Answers::of_kept(*kind, &answers.kept()), Ok(answers), "{}", kind.code());
        }
        assert_eq!(Answers::of_kept(StepKind::Grant, "["), Err(Unreadable));
        assert_eq!(Answers::of_kept(StepKind::Grant, r#"{"from":["x"]}"#), Err(Unreadable));
    }
}
