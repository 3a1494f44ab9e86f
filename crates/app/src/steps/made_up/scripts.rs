//! The scripts. Each begins where a course stands and says what was done from its first day on.

use lods_domain::Day;
use lods_domain::Minutes;
use lods_domain::courses::Phase;
use lods_domain::ids::MentorId;
use lods_domain::steps::Choice::{self, *};
use lods_domain::steps::{Answer, StepField, StepKind};
use lods_store::facts::Frame;

use super::Played;

/// One course's story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Refused,
    Agreed,
    Waits,
    Runs,
    Paused,
    Extended,
    Sought,
    Unmatched,
    Closing,
    Closed,
    Followed,
    Evaluated,
}

impl Script {
    pub(super) const ALL: &[Script] = &[
        Script::Refused,
        Script::Agreed,
        Script::Waits,
        Script::Runs,
        Script::Runs,
        Script::Paused,
        Script::Extended,
        Script::Sought,
        Script::Unmatched,
        Script::Closing,
        Script::Closed,
        Script::Followed,
        Script::Evaluated,
    ];

    /// Whether a course stands where the script begins. A demonstration has concerns of a few ages alone: the one that is
    /// near its time and the one that is past it stay as they are.
    pub(super) fn fits(self, frame: &Frame, today: Day) -> bool {
        let dates = &frame.dates;
        let phase = dates.phase(today);
        let ago = |day: Option<Day>| day.map_or(-1, |day| today.days_since(day));
        let concern =
            |days: std::ops::RangeInclusive<i64>| phase == Phase::Concern && days.contains(&ago(dates.concern));
        match self {
            Script::Refused => concern(12..=16),
            Script::Waits => concern(3..=6),
            Script::Agreed => phase == Phase::StartUp && ago(dates.decided) >= 3,
            Script::Followed => phase == Phase::Closed && (110..=170).contains(&ago(dates.end)),
            Script::Evaluated => phase == Phase::Closed && (10..=60).contains(&ago(dates.end)),
            _ => {
                let has_time = dates.expected_end.is_none_or(|end| end > today);
                phase == Phase::Active && (80..=240).contains(&ago(dates.start)) && has_time && frame.mentor.is_some()
            }
        }
    }

    /// The day that the days of the steps are counted from.
    pub(super) fn first(self, frame: &Frame, today: Day) -> Option<Day> {
        match self {
            Script::Refused | Script::Waits => frame.dates.concern,
            Script::Agreed => frame.dates.decided,
            Script::Followed | Script::Evaluated => frame.dates.end,
            // Ten weeks back: after the start, and near enough to be read as the present.
            _ => Some(today.plus_days(-70)),
        }
    }

    /// What was done. `mentor` is the course's, or whoever is free.
    pub(super) fn steps(self, frame: &Frame, mentor: Option<MentorId>) -> Vec<Played> {
        let begun = || begun(mentor);
        match self {
            Script::Refused => refused(),
            Script::Waits => vec![waiting()],
            Script::Agreed => agreed(mentor),
            Script::Runs => chain([begun(), running()]),
            Script::Paused => chain([begun(), vec![paused()]]),
            Script::Extended => chain([begun(), running(), extended(frame)]),
            Script::Sought => chain([begun(), sought()]),
            Script::Unmatched => chain([begun(), vec![rematch()]]),
            Script::Closing => chain([begun(), running(), vec![closing(66)]]),
            Script::Closed => chain([begun(), running(), closed()]),
            Script::Followed => chain([both_voices(4), vec![outcome(92)]]),
            Script::Evaluated => both_voices(5),
        }
    }
}

fn chain<const N: usize>(parts: [Vec<Played>; N]) -> Vec<Played> {
    parts.into_iter().flatten().collect()
}

fn step(after: i64, kind: StepKind, answers: Vec<(StepField, Answer)>) -> Played {
    Played { after, kind, answers, by: None }
}

/// With a further day, counted from the script's first.
fn by(after: i64, field: StepField, played: Played) -> Played {
    Played { by: Some((field, after)), ..played }
}

fn text(field: StepField, text: &str) -> (StepField, Answer) {
    (field, Answer::Text(text.to_owned()))
}

fn one(field: StepField, choice: Choice) -> (StepField, Answer) {
    (field, Answer::One(choice))
}

fn many(field: StepField, choices: &[Choice]) -> (StepField, Answer) {
    (field, Answer::Many(choices.to_vec()))
}

fn points(field: StepField, tenths: u8) -> (StepField, Answer) {
    (field, Answer::Points(tenths))
}

fn note(text: &str) -> (StepField, Answer) {
    self::text(StepField::Note, text)
}

fn waiting() -> Played {
    let reason = one(StepField::WaitReason, NoMatch);
    let meanwhile = text(StepField::StartUpCourse, "Opstartsforløbet tirsdag og torsdag, til der er en mentor.");
    step(2, StepKind::Waiting, vec![reason, note("Ingen ledig mentor kender området."), meanwhile])
}

fn refused() -> Vec<Played> {
    let refusal = vec![
        text(StepField::Basis, "sel-85"),
        one(StepField::Entitlement, May),
        one(StepField::HearingDone, Yes),
        text(StepField::Facts, "Den unge har en kontaktperson på sit bosted fire gange om ugen."),
        text(
            StepField::Reasons,
            "Kontaktpersonen kan give den støtte, der er søgt om. Der er lagt vægt på, at to ens indsatser vil forvirre.",
        ),
        text(StepField::Alternatives, "Bostedet taler med den unge om flere timer."),
    ];
    let heard = text(StepField::HeardAbout, "At støtten på bostedet dækker det samme behov.");
    let about = text(StepField::About, "Den unge mener, at en mentor uden for bostedet vil gøre en forskel.");
    vec![
        by(17, StepField::AnswerBy, step(3, StepKind::Hearing, vec![heard])),
        step(5, StepKind::HearingAnswer, vec![note("Jeg vil hellere have en, der ikke er fra bostedet.")]),
        step(7, StepKind::Refusal, refusal),
        step(10, StepKind::Complaint, vec![one(StepField::By, YoungPerson), about]),
    ]
}

fn matched(after: i64, mentor: Option<MentorId>) -> Option<Played> {
    let answers = vec![
        (StepField::Mentor, Answer::Id(mentor?.0)),
        many(StepField::MatchBasis, &[Competence, SharedInterests, YoungSay]),
        note("De går begge op i madlavning, og mentoren har erfaring med angst."),
        (StepField::Impartial, Answer::Yes),
    ];
    Some(step(after, StepKind::Match, answers))
}

fn expectations(after: i64) -> Played {
    step(
        after,
        StepKind::Expectations,
        vec![
            text(StepField::OwnWish, "At komme ud ad døren om morgenen og at få en ven."),
            text(StepField::CanHelp, "At øve turen med bus, at ringe til skolen, at holde aftaler."),
            text(StepField::CannotHelp, "Penge, medicin og møder om bolig: Det tager sagsbehandleren."),
            text(StepField::Duration, "Et halvt år, to timer om ugen."),
            text(StepField::HowItEnds, "Vi trapper ned over seks uger og holder et sidste møde sammen."),
            text(StepField::IfBrokenOff, "Så mødes vi en gang og taler om, hvad der skal ske i stedet."),
            many(StepField::SignedBy, &[YoungPerson, Mentor, Caseworker]),
        ],
    )
}

fn goal(after: i64) -> Played {
    step(
        after,
        StepKind::Goal,
        vec![
            text(StepField::Title, "Møde til tiden tre dage om ugen"),
            one(StepField::GoalKind, Mastery),
            text(StepField::SmallSteps, "Sætte vækkeur. Pakke tasken aftenen før. Tage bussen sammen, så alene."),
            text(StepField::ScaleLow, "Jeg bliver i sengen"),
            text(StepField::ScaleHigh, "Jeg kommer af mig selv"),
        ],
    )
}

fn score(after: i64, tenths: u8) -> Played {
    step(after, StepKind::Score, vec![points(StepField::Points, tenths), one(StepField::Voice, YoungPerson)])
}

fn agreed(mentor: Option<MentorId>) -> Vec<Played> {
    let mut steps: Vec<Played> = matched(1, mentor).into_iter().collect();
    steps.extend([expectations(2), goal(2), score(2, 30)]);
    steps
}

fn network(after: i64, relation: Choice, name: &str, (closeness, tie): (Choice, Choice), helps: &str) -> Played {
    step(
        after,
        StepKind::NetworkPerson,
        vec![
            one(StepField::Relation, relation),
            text(StepField::PersonName, name),
            one(StepField::Closeness, closeness),
            one(StepField::Tie, tie),
            text(StepField::HelpsWith, helps),
            one(StepField::Involvement, ToldBy),
            (StepField::AgreedWithYoung, Answer::Yes),
        ],
    )
}

fn begun(mentor: Option<MentorId>) -> Vec<Played> {
    let mut steps: Vec<Played> = matched(0, mentor).into_iter().collect();
    steps.extend([
        expectations(2),
        goal(2),
        score(2, 25),
        network(5, Family, "Mormor", (Near, Strong), "Ringer og vækker om mandagen"),
        network(5, School, "Klasselæreren", (Middle, Weak), "Siger til, når der er noget at glæde sig til"),
        step(
            9,
            StepKind::Method,
            vec![
                one(StepField::Method, Structure),
                text(StepField::MethodReason, "Faste dage og små aftaler giver ro. Det virkede i opstartsforløbet."),
            ],
        ),
    ]);
    steps
}

fn talk(after: i64, extent: Choice) -> Played {
    step(after, StepKind::ExtentTalk, vec![one(StepField::Extent, extent)])
}

fn follow_up(after: i64) -> Played {
    step(
        after,
        StepKind::FollowUp,
        vec![
            many(StepField::TookPart, &[Caseworker, Mentor, YoungPerson]),
            one(StepField::GoalsRight, StillRight),
            one(StepField::Agreed, Continue),
            note("Det går fremad. Næste gang taler vi om praktik."),
        ],
    )
}

fn running() -> Vec<Played> {
    vec![
        talk(14, Same),
        talk(21, Same),
        score(28, 40),
        talk(28, More),
        talk(35, Same),
        follow_up(38),
        talk(45, Same),
        step(47, StepKind::Success, vec![note("Tog bussen alene hele vejen.")]),
        talk(52, Same),
        score(56, 60),
        talk(59, Less),
        step(61, StepKind::Task, vec![note("Prøve at spørge om en plads i fodboldklubben.")]),
    ]
}

fn paused() -> Played {
    let reasons = text(StepField::Reasons, "Den unge er på højskole i en måned.");
    by(84, StepField::NextOn, step(62, StepKind::Pause, vec![reasons]))
}

fn extended(frame: &Frame) -> Vec<Played> {
    let Some(until) = frame.dates.expected_end.map(|end| end.plus_days(60)) else { return Vec::new() };
    let weekly = Answer::Weekly(frame.weekly.unwrap_or(Minutes::new(120)));
    vec![step(
        65,
        StepKind::Extension,
        vec![
            one(StepField::AskedFor, Fully),
            text(StepField::Basis, "sel-99"),
            (StepField::Until, Answer::Day(until)),
            (StepField::Weekly, weekly),
            text(StepField::Decisive, "Målet er nær, og den unge beder selv om at fortsætte to måneder."),
        ],
    )]
}

fn attempt(after: i64, how: Choice) -> Played {
    step(after, StepKind::ContactAttempt, vec![one(StepField::How, how), one(StepField::Reached, No)])
}

fn sought() -> Vec<Played> {
    vec![talk(14, Same), attempt(58, Call), attempt(61, Message), attempt(65, Visit)]
}

fn rematch() -> Played {
    step(
        64,
        StepKind::Rematch,
        vec![
            one(StepField::By, YoungPerson),
            text(StepField::Reasons, "De kan ikke finde en dag, der passer dem begge."),
        ],
    )
}

fn closing(after: i64) -> Played {
    step(
        after,
        StepKind::Closing,
        vec![
            one(StepField::EndKind, Planned),
            one(StepField::EndWhy, InEducation),
            text(StepField::Reasons, "Den unge er begyndt på en uddannelse og møder."),
            text(StepField::Tapering, "Hver anden uge, så en gang om måneden."),
        ],
    )
}

fn evaluation(after: i64, voice: Choice, tenths: [u8; 5]) -> Played {
    use StepField::{Better, Fitted, Important, Listened, Overall};
    let mut answers = vec![one(StepField::Voice, voice)];
    answers.extend([Listened, Important, Fitted, Better, Overall].into_iter().zip(tenths).map(|(f, t)| points(f, t)));
    step(after, StepKind::Evaluation, answers)
}

fn both_voices(after: i64) -> Vec<Played> {
    vec![evaluation(after, YoungPerson, [90, 80, 75, 80, 85]), evaluation(after, Mentor, [80, 80, 70, 75, 80])]
}

fn closed() -> Vec<Played> {
    let closure = step(
        69,
        StepKind::Closure,
        vec![
            one(StepField::EndKind, Planned),
            (StepField::WhyTold, Answer::Yes),
            text(StepField::NeedAssessed, "Der er ikke brug for mere støtte nu."),
            text(StepField::NetworkTold, "Mormor og klasselæreren ved, at forløbet slutter."),
            text(StepField::Handover, "Uddannelsens studievejleder tager over fra mandag."),
            text(StepField::EvaluatedWith, "Vi så på skalaen sammen: fra 2,5 til 6."),
            one(StepField::MethodValue, MuchValue),
            text(StepField::MethodAssessed, "De faste dage gav ro."),
        ],
    );
    chain([vec![closing(62)], both_voices(67), vec![closure]])
}

fn outcome(after: i64) -> Played {
    let status = many(StepField::Status, &[InEducation, NoBenefit]);
    step(after, StepKind::Outcome, vec![one(StepField::After, After3), status, one(StepField::StillNeeds, No)])
}
