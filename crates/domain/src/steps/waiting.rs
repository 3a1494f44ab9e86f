//! Who waits (R3, R4): since when, why, and what is done meanwhile; and what the waits of many come to.

use super::{Answers, Choice, Input, StepField, StepKind, form};
use crate::Day;

/// A wait that is not over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    /// The day of the first step that put the course on the list: a later one gives a new reason, and no new wait.
    pub since: Day,
    /// As the last step says it; `None` where it is not known, or not seen.
    pub reason: Option<Choice>,
    /// The start-up course meanwhile, as it was last told.
    pub meanwhile: Option<String>,
}

impl Wait {
    /// The wait that steps which stand come to, in the order of their days. A refusal ends what came before it.
    pub fn of<'a>(steps: impl IntoIterator<Item = (StepKind, Day, &'a Answers)>) -> Option<Wait> {
        steps.into_iter().fold(None, |wait, (kind, day, answers)| match kind {
            StepKind::Waiting => Some(Wait {
                since: wait.as_ref().map_or(day, |wait: &Wait| wait.since),
                reason: answers.one(StepField::WaitReason),
                meanwhile: answers
                    .text(StepField::StartUpCourse)
                    .map(str::to_owned)
                    .or_else(|| wait.and_then(|wait| wait.meanwhile)),
            }),
            StepKind::Refusal => None,
            _ => wait,
        })
    }

    /// Days up to today.
    #[must_use]
    pub fn days(&self, today: Day) -> i64 {
        today.days_since(self.since).max(0)
    }
}

/// The waits of many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    pub count: i64,
    /// Days; of an even number the mean of the two in the middle, rounded down. `None` where nobody waits.
    pub median: Option<i64>,
    /// Days.
    pub longest: Option<i64>,
    /// How many wait for each reason, in the order of the form; at last those whose reason is not seen.
    pub reasons: Vec<(Option<Choice>, i64)>,
}

/// The reasons that the form offers.
fn reasons() -> &'static [Choice] {
    let asked = form(StepKind::Waiting).iter().find(|asked| asked.field == StepField::WaitReason);
    match asked.map(|asked| asked.input) {
        Some(Input::One(offered)) => offered,
        _ => &[],
    }
}

impl Totals {
    #[must_use]
    pub fn of(waits: &[&Wait], today: Day) -> Totals {
        let mut days: Vec<i64> = waits.iter().map(|wait| wait.days(today)).collect();
        days.sort_unstable();
        let half = days.len() / 2;
        let (upper, lower) = (days.get(half).copied(), half.checked_sub(1).and_then(|at| days.get(at)).copied());
        let median = match (upper, lower) {
            (Some(upper), Some(lower)) if days.len().is_multiple_of(2) => Some((upper + lower) / 2),
            (upper, _) => upper,
        };
        let with = |reason: Option<Choice>| {
            let count = waits.iter().filter(|wait| wait.reason == reason).count();
            (reason, i64::try_from(count).unwrap_or(i64::MAX))
        };
        let all = reasons().iter().copied().map(Some).chain([None]);
        Totals {
            count: i64::try_from(waits.len()).unwrap_or(i64::MAX),
            median,
            longest: days.last().copied(),
            reasons: all.map(with).filter(|(_, count)| *count > 0).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::Answer;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn said(reason: Choice, meanwhile: &str) -> Answers {
        let mut answers = Answers::default();
        answers.set(StepField::WaitReason, Answer::One(reason));
        if !meanwhile.is_empty() {
            answers.set(StepField::StartUpCourse, Answer::Text(meanwhile.to_owned()));
        }
        answers
    }

    #[test]
    fn a_new_reason_is_no_new_wait_and_a_refusal_ends_it() {
        let (first, second) = (said(Choice::NoCapacity, "Ugentlig ring"), said(Choice::NoMatch, ""));
        let none = Answers::default();
        let waiting = |on: &str, answers| (StepKind::Waiting, day(on), answers);
        let wait = Wait::of([waiting("2022-03-01", &first), waiting("2022-04-01", &second)]).unwrap();
        assert_eq!((wait.since, wait.reason), (day("2022-03-01"), Some(Choice::NoMatch)));
        assert_eq!(wait.meanwhile.as_deref(), Some("Ugentlig ring"), "what was told stays");
        assert_eq!(wait.days(day("2022-03-31")), 30);
        let refused = (StepKind::Refusal, day("2022-03-15"), &none);
        assert_eq!(Wait::of([waiting("2022-03-01", &first), refused]), None);
        let again = Wait::of([waiting("2022-03-01", &first), refused, waiting("2022-05-01", &second)]).unwrap();
        assert_eq!((again.since, again.meanwhile), (day("2022-05-01"), None));
    }

    #[test]
    fn the_middle_the_longest_and_the_reasons() {
        let wait = |since: &str, reason| Wait { since: day(since), reason, meanwhile: None };
        let today = day("2022-06-01");
        let waits = [
            wait("2022-05-31", Some(Choice::Other)),
            wait("2022-05-22", Some(Choice::NoCapacity)),
            wait("2022-01-01", None),
            wait("2022-05-28", Some(Choice::NoCapacity)),
        ];
        let all: Vec<&Wait> = waits.iter().collect();
        let totals = Totals::of(&all, today);
        assert_eq!((totals.count, totals.median, totals.longest), (4, Some(7), Some(151)));
        assert_eq!(totals.reasons, [(Some(Choice::NoCapacity), 2), (Some(Choice::Other), 1), (None, 1)]);
        assert_eq!(Totals::of(&all[..3], today).median, Some(10));
        assert_eq!(Totals::of(&[], today), Totals::default());
    }
}
