//! What the steps tell the young person on the own page: the next meeting, what can be done, the agreement, letters, and
//! the two voices of the evaluation.

use lods_app::people::own::OwnPage;
use lods_app::steps::own::OwnSteps;
use lods_domain::Day;
use lods_domain::ids::CourseId;
use lods_domain::steps::{Recorded, StepField, StepKind};
use lods_i18n::Texts;

use crate::page::{Notice, NoticeKind};
use crate::paths;
use crate::steps::voices::VoicesShown;

/// An appointment ahead.
pub struct Meeting {
    pub when: String,
    /// How far ahead: `i morgen`.
    pub ahead: String,
    pub place: String,
}

/// Something written on a day.
pub struct Told {
    pub text: String,
    pub day: String,
}

/// A letter: its name, its day, where it is.
pub struct LetterShown {
    pub name: &'static str,
    pub day: String,
    pub address: String,
}

/// What of the course the steps tell.
pub struct StepsShown {
    /// The course runs, so a meeting may be missing.
    pub runs: bool,
    pub waits_for_mentor: bool,
    pub meetings: Vec<Meeting>,
    /// Address and what it is called.
    pub next: Vec<(String, &'static str)>,
    pub tasks: Vec<Told>,
    pub successes: Vec<Told>,
    /// Label and text; empty without an agreement.
    pub agreement: Vec<(&'static str, String)>,
    pub agreement_letter: Option<String>,
    pub letters: Vec<LetterShown>,
    /// Both answered.
    pub voices: Option<VoicesShown>,
    /// Only the young person answered.
    pub voices_wait: bool,
}

/// Meetings that are shown: who sees many, sees none.
const MEETINGS: usize = 3;

pub fn shown(t: Texts, own: &OwnPage) -> Option<StepsShown> {
    let newest = own.courses.first()?;
    let (steps, id) = (&own.steps, newest.id());
    let both = steps.voices.as_ref().filter(|voices| voices.are_both());
    Some(StepsShown {
        runs: newest.dates().end.is_none(),
        waits_for_mentor: steps.waits_for_mentor,
        meetings: steps.appointments.iter().take(MEETINGS).map(|one| meeting(t, one, own.today)).collect(),
        next: steps.next.iter().map(|kind| (paths::own_step(id, *kind), t.own_step(*kind))).collect(),
        tasks: steps.tasks.iter().map(|task| self::task(t, task)).collect(),
        successes: steps.successes.iter().map(|one| told(one, t.date(one.day))).collect(),
        agreement: steps.agreement.as_ref().map(|step| agreement(t, step)).unwrap_or_default(),
        agreement_letter: steps.agreement.as_ref().map(|step| paths::own_letter(id, step.id)),
        letters: letters(t, id, steps),
        voices: both.map(|voices| VoicesShown::to_young(t, voices)),
        voices_wait: both.is_none() && steps.voices.as_ref().is_some_and(|voices| voices.young),
    })
}

fn text(step: &Recorded, field: StepField) -> String {
    step.answers.text(field).unwrap_or_default().to_owned()
}

fn meeting(t: Texts, step: &Recorded, today: Day) -> Meeting {
    Meeting {
        when: t.own_next_when(&t.weekday_and_date(step.day), &text(step, StepField::At)),
        ahead: t.relative(step.day, today),
        place: t.own_next_place(&text(step, StepField::Place)),
    }
}

fn told(step: &Recorded, day: String) -> Told {
    Told { text: text(step, StepField::Note), day }
}

fn task(t: Texts, step: &Recorded) -> Told {
    let until = step.answers.day(StepField::NextOn).map(|until| t.own_task_until(&t.weekday_and_date(until)));
    told(step, until.unwrap_or_default())
}

/// The young person's own wish first.
fn agreement(t: Texts, step: &Recorded) -> Vec<(&'static str, String)> {
    let lines = [
        (t.own_agreement_wish(), StepField::OwnWish),
        (t.own_agreement_can(), StepField::CanHelp),
        (t.own_agreement_cannot(), StepField::CannotHelp),
        (t.own_agreement_duration(), StepField::Duration),
        (t.own_agreement_ends(), StepField::HowItEnds),
        (t.own_agreement_broken(), StepField::IfBrokenOff),
    ];
    let line = |(label, field)| Some((label, step.answers.text(field)?.to_owned()));
    lines.into_iter().filter_map(line).collect()
}

fn letters(t: Texts, course: CourseId, steps: &OwnSteps) -> Vec<LetterShown> {
    let letter = |step: &Recorded| LetterShown {
        name: t.own_letter(step.kind),
        day: t.date(step.day),
        address: paths::own_letter(course, step.id),
    };
    steps.letters.iter().map(letter).collect()
}

/// What came of an own step; it stands where the steps are, because the page opens there.
pub fn receipt(t: Texts, done: Option<&String>) -> Option<Notice> {
    let text = done.and_then(|code| StepKind::from_code(code)).and_then(|kind| t.own_done(kind))?;
    Some(Notice { kind: NoticeKind::Success, text: text.to_owned() })
}
