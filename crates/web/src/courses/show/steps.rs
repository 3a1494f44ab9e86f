//! The five phases of a course, each with the day that closed it or the day since which it lasts.

use lods_domain::Day;
use lods_domain::courses::{CourseDates, Phase};
use lods_i18n::Texts;

/// One of the five.
pub struct Step {
    pub name: &'static str,
    /// `done`, `current`, `waiting` or `stopped`.
    pub state: &'static str,
    pub date: String,
    /// The state in words, for those who do not see it.
    pub said: &'static str,
}

/// Where each of the five stands, first to last.
#[must_use]
pub fn steps(t: Texts, dates: &CourseDates, today: Day) -> Vec<Step> {
    let phase = dates.phase(today);
    let at = match phase {
        Phase::Concern => 0,
        Phase::Refused => 1,
        Phase::StartUp => 2,
        Phase::Active => 3,
        Phase::Closed => 5,
    };
    let on = |day: Option<Day>| day.map(|day| t.date(day)).unwrap_or_default();
    let since = |day: Option<Day>| day.map(|day| t.course_step_since(&t.date(day))).unwrap_or_default();
    let expected = || dates.expected_end.map(|day| t.course_step_expected(&t.date(day))).unwrap_or_default();
    let from = || dates.start.map(|day| t.date_from(&t.date(day))).unwrap_or_default();
    let support = match phase {
        Phase::Active => since(dates.start),
        Phase::Closed => dates.end_kind.map(|kind| t.end_kind(kind).to_owned()).unwrap_or_default(),
        Phase::StartUp => from(),
        Phase::Concern | Phase::Refused => String::new(),
    };
    let decided = match phase {
        Phase::Concern => String::new(),
        Phase::Refused => with(t.phase_refused(), &on(dates.decided)),
        Phase::StartUp | Phase::Active | Phase::Closed => on(dates.decided),
    };
    let five = [
        (t.course_step_concern(), if at == 0 { since(dates.concern) } else { on(dates.concern) }),
        (t.course_step_decision(), decided),
        (t.course_step_start_up(), if at == 2 { since(dates.decided) } else { on(dates.start) }),
        (t.course_step_active(), if at == 5 { String::new() } else { support.clone() }),
        (t.course_step_closed(), if at == 5 { with(&on(dates.end), &support.to_lowercase()) } else { expected() }),
    ];
    let step = |(place, (name, date)): (usize, (&'static str, String))| {
        let (state, said) = match place.cmp(&at) {
            std::cmp::Ordering::Less => ("done", t.course_step_done()),
            std::cmp::Ordering::Equal if phase == Phase::Refused => ("stopped", t.phase_refused()),
            std::cmp::Ordering::Equal => ("current", t.course_step_current()),
            std::cmp::Ordering::Greater => ("waiting", t.course_step_waiting()),
        };
        let date = if phase == Phase::Refused && place > at { String::new() } else { date };
        Step { name, state, date, said }
    };
    five.into_iter().enumerate().map(step).collect()
}

/// Both, with a comma between them where there are two.
fn with(first: &str, second: &str) -> String {
    if second.is_empty() { first.to_owned() } else { format!("{first}, {second}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lods_domain::courses::{Decision, EndKind};
    use lods_i18n::Lang;

    const T: Texts = Texts::new(Lang::Da);

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn states(dates: &CourseDates) -> Vec<(&'static str, String)> {
        steps(T, dates, day("2026-03-02")).into_iter().map(|step| (step.state, step.date)).collect()
    }

    fn told(expected: [(&'static str, &str); 5]) -> Vec<(&'static str, String)> {
        expected.map(|(state, date)| (state, date.to_owned())).to_vec()
    }

    #[test]
    fn a_course_goes_through_the_five() {
        let mut dates = CourseDates { concern: Some(day("2026-01-05")), ..CourseDates::default() };
        let waiting = ("waiting", "");
        assert_eq!(states(&dates), told([("current", "Siden 5. januar 2026"), waiting, waiting, waiting, waiting]));
        (dates.decided, dates.decision) = (Some(day("2026-01-12")), Some(Decision::Granted));
        let (concern, decided) = (("done", "5. januar 2026"), ("done", "12. januar 2026"));
        assert_eq!(states(&dates), told([concern, decided, ("current", "Siden 12. januar 2026"), waiting, waiting]));
        (dates.start, dates.expected_end) = (Some(day("2026-02-01")), Some(day("2026-08-01")));
        let start = ("done", "1. februar 2026");
        let ends = ("waiting", "Forventet 1. august 2026");
        assert_eq!(states(&dates), told([concern, decided, start, ("current", "Siden 1. februar 2026"), ends]));
        (dates.end, dates.end_kind) = (Some(day("2026-03-01")), Some(EndKind::Planned));
        let ended = ("done", "1. marts 2026, planlagt");
        assert_eq!(states(&dates), told([concern, decided, start, ("done", ""), ended]));
    }

    #[test]
    fn a_refusal_stops_it() {
        let dates = CourseDates {
            concern: Some(day("2026-01-05")),
            decided: Some(day("2026-01-12")),
            decision: Some(Decision::Refused),
            ..CourseDates::default()
        };
        let states = states(&dates);
        assert_eq!(states[1], ("stopped", "Afslag, 12. januar 2026".to_owned()));
        assert!(states[2..].iter().all(|(state, date)| *state == "waiting" && date.is_empty()));
    }
}
