//! What is due as a course goes its way, and what makes it go away again.

use super::*;
use crate::courses::{EndKind, Stage};
use crate::steps::StepField as F;

fn with<'a>(facts: DueFacts<'static>, steps: &'a [Recorded]) -> DueFacts<'a> {
    DueFacts { steps, ..facts }
}

#[test]
fn a_course_that_was_imported_is_asked_what_it_always_was() {
    let none: [&str; 0] = [];
    assert_eq!(kinds(&DueFacts { dates: concern("2022-01-03"), ..DueFacts::default() }, "2022-01-05"), ["decide"]);
    assert_eq!(kinds(&DueFacts { dates: granted("2022-01-03"), ..DueFacts::default() }, "2022-01-05"), ["start"]);
    let refused = CourseDates { decision: Some(Decision::Refused), ..granted("2022-01-03") };
    assert_eq!(kinds(&DueFacts { dates: refused, ..DueFacts::default() }, "2022-01-05"), none);
    let dates = CourseDates { expected_end: Some(day("2022-07-03")), ..started("2022-01-03") };
    let running = DueFacts { dates, ..DueFacts::default() };
    assert_eq!(kinds(&running, "2022-01-05"), ["expiry", "follow-up", "seek-contact", "set-goal", "taper"]);
    assert_eq!(on(&running, DueKind::Taper, "2022-01-05"), Some(day("2022-05-22")));
    assert_eq!(on(&running, DueKind::Taper, "2022-07-03"), None, "then it has run out");
    let ended = CourseDates { end: Some(day("2022-05-01")), end_kind: Some(EndKind::Planned), ..dates };
    assert_eq!(kinds(&DueFacts { dates: ended, ..DueFacts::default() }, "2022-05-05"), none);
}

#[test]
fn the_start_asks_for_what_the_model_asks_for_until_it_is_there() {
    let mut steps = vec![step(1, StepKind::Grant, "2022-01-03", &[])];
    let dates = granted("2022-01-03");
    assert_eq!(kinds(&DueFacts { dates, steps: &steps, ..DueFacts::default() }, "2022-01-05"), ["match", "start"]);
    let dates = started("2022-01-10");
    let all = [
        "case-review",
        "choose-method",
        "expectations",
        "extent-talk",
        "follow-up",
        "map-network",
        "seek-contact",
        "set-goal",
    ];
    let facts = DueFacts { dates, has_mentor: true, ..DueFacts::default() };
    assert_eq!(kinds(&with(facts, &steps), "2022-01-12"), all);
    for (at, kind) in [StepKind::Expectations, StepKind::NetworkPerson, StepKind::Method].into_iter().enumerate() {
        steps.push(step(2 + at as i64, kind, "2022-01-12", &[]));
    }
    let goal = DueFacts { goals: 1, ..with(facts, &steps) };
    assert_eq!(kinds(&goal, "2022-01-12"), ["case-review", "extent-talk", "follow-up", "seek-contact"]);
    steps[1].undone_by = Some(StepId(99));
    assert_eq!(
        on(&with(facts, &steps), DueKind::Expectations, "2022-01-13"),
        Some(day("2022-01-24")),
        "taken back: asked again"
    );
}

#[test]
fn a_hearing_waits_for_its_answer_or_for_the_decision() {
    let by = (F::AnswerBy, Answer::Day(day("2022-01-24")));
    let mut steps = vec![step(1, StepKind::Hearing, "2022-01-10", &[by])];
    let facts = DueFacts { dates: concern("2022-01-03"), ..DueFacts::default() };
    assert_eq!(on(&with(facts, &steps), DueKind::AnswerHearing, "2022-01-12"), Some(day("2022-01-24")));
    steps.push(step(2, StepKind::HearingAnswer, "2022-01-12", &[]));
    assert_eq!(on(&with(facts, &steps), DueKind::AnswerHearing, "2022-01-12"), None);
    steps[1] = step(2, StepKind::Change, "2022-01-26", &[]);
    assert_eq!(on(&with(facts, &steps), DueKind::AnswerHearing, "2022-01-27"), None);
}

#[test]
fn a_complaint_is_assessed_anew_and_what_the_board_sends_back_is_decided_anew() {
    let refused = CourseDates { decision: Some(Decision::Refused), ..granted("2022-01-10") };
    let mut steps =
        vec![step(1, StepKind::Refusal, "2022-01-10", &[]), step(2, StepKind::Complaint, "2022-01-31", &[])];
    let facts = DueFacts { dates: refused, stage: Some((Stage::Complained, day("2022-01-31"))), ..DueFacts::default() };
    assert_eq!(on(&DueFacts { steps: &steps, ..facts }, DueKind::Reassess, "2022-02-01"), Some(day("2022-02-28")));
    steps.push(step(3, StepKind::Refusal, "2022-02-20", &[]));
    assert_eq!(on(&DueFacts { steps: &steps, ..facts }, DueKind::Reassess, "2022-02-21"), None, "the board has it");
    steps.push(step(4, StepKind::BoardDecision, "2022-05-02", &[]));
    let again = DueFacts { dates: concern("2022-01-03"), steps: &steps, ..DueFacts::default() };
    assert_eq!(on(&again, DueKind::Decide, "2022-05-02"), Some(day("2022-05-12")), "from the board's day");
}

#[test]
fn a_paused_course_asks_for_no_talk_no_follow_up_and_no_contact() {
    let agreed = (F::NextOn, Answer::Day(day("2022-04-01")));
    let steps = [step(1, StepKind::Pause, "2022-03-01", &[agreed])];
    let since = day("2022-03-01");
    let facts = DueFacts {
        dates: started("2022-01-03"),
        stage: Some((Stage::Paused, since)),
        has_mentor: true,
        goals: 1,
        steps: &steps,
        ..DueFacts::default()
    };
    let none = ["extent-talk", "follow-up", "seek-contact"];
    assert!(!kinds(&facts, "2022-03-05").iter().any(|kind| none.contains(kind)));
    assert_eq!(on(&facts, DueKind::ResumePause, "2022-03-05"), Some(day("2022-04-01")));
    let unagreed = [step(1, StepKind::Pause, "2022-03-01", &[])];
    assert_eq!(
        on(&DueFacts { steps: &unagreed, ..facts }, DueKind::ResumePause, "2022-03-05"),
        Some(since.plus_days(30))
    );
    let resumed = [steps[0].clone(), step(2, StepKind::Resume, "2022-04-01", &[])];
    let running = DueFacts { stage: None, steps: &resumed, ..facts };
    assert_eq!(
        on(&running, DueKind::FollowUp, "2022-04-02"),
        Some(day("2022-05-13")),
        "counted from the end of the pause"
    );
    assert_eq!(on(&running, DueKind::ExtentTalk, "2022-04-02"), Some(day("2022-04-08")));
    assert_eq!(on(&running, DueKind::SeekContact, "2022-04-02"), Some(day("2022-04-15")));
}

#[test]
fn a_wish_for_another_mentor_is_answered_whoever_told_of_it() {
    let asked = [step(1, StepKind::Rematch, "2022-03-01", &[])];
    let facts = DueFacts { dates: started("2022-01-03"), has_mentor: true, ..DueFacts::default() };
    let by_stage = DueFacts { stage: Some((Stage::Rematching, day("2022-03-01"))), ..facts };
    for facts in [DueFacts { steps: &asked, ..facts }, by_stage] {
        assert_eq!(on(&facts, DueKind::AnswerRematch, "2022-03-02"), Some(day("2022-03-15")));
    }
    let answered = [asked[0].clone(), step(2, StepKind::Match, "2022-03-10", &[])];
    assert_eq!(on(&DueFacts { steps: &answered, ..facts }, DueKind::AnswerRematch, "2022-03-11"), None);
}

#[test]
fn a_closure_that_began_is_ended_and_both_voices_are_asked() {
    let steps = [step(1, StepKind::Closing, "2022-05-01", &[])];
    let dates = CourseDates { expected_end: Some(day("2022-07-03")), ..started("2022-01-03") };
    let stage = Some((Stage::ClosingPlanned, day("2022-05-01")));
    let facts = DueFacts { dates, stage, steps: &steps, goals: 1, ..DueFacts::default() };
    assert_eq!(kinds(&facts, "2022-05-02"), ["finish-closure", "follow-up"]);
    assert_eq!(on(&facts, DueKind::FinishClosure, "2022-05-02"), Some(day("2022-05-15")));
    let ended = CourseDates { end: Some(day("2022-05-15")), ..dates };
    let mut steps = steps.to_vec();
    let after = DueFacts { dates: ended, ..DueFacts::default() };
    let asked = ["evaluate-mentor", "evaluate-young", "outcome-first", "outcome-second", "outcome-third"];
    assert_eq!(kinds(&with(after, &steps), "2022-05-16"), asked);
    steps.push(step(2, StepKind::Evaluation, "2022-05-14", &[one(F::Voice, Choice::YoungPerson)]));
    steps.push(step(3, StepKind::Outcome, "2022-08-15", &[one(F::After, Choice::After3)]));
    assert_eq!(kinds(&with(after, &steps), "2022-08-16"), ["evaluate-mentor", "outcome-second", "outcome-third"]);
}

#[test]
fn the_law_s_follow_up_comes_on_the_day_that_the_last_one_set() {
    let next = (F::NextOn, Answer::Day(day("2022-09-30")));
    let mut steps = vec![step(1, StepKind::Start, "2022-01-03", &[])];
    let facts = DueFacts { dates: started("2022-01-03"), follow_up_months: Some(3), ..DueFacts::default() };
    assert_eq!(on(&with(facts, &steps), DueKind::StatutoryFollowUp, "2022-01-04"), Some(day("2022-04-03")));
    steps.push(step(2, StepKind::StatutoryFollowUp, "2022-03-28", &[next]));
    assert_eq!(on(&with(facts, &steps), DueKind::StatutoryFollowUp, "2022-03-29"), Some(day("2022-09-30")));
    let no_law = DueFacts { follow_up_months: None, ..with(facts, &steps) };
    assert_eq!(on(&no_law, DueKind::StatutoryFollowUp, "2022-03-29"), None);
}

#[test]
fn the_meeting_goes_away_when_it_is_planned_and_held() {
    let kind = |choice| one(F::TransitionKind, choice);
    let mut steps = vec![step(1, StepKind::Transition, "2022-01-20", &[kind(Choice::SeventeenAndHalf)])];
    let born = Some(day("2004-08-31"));
    let facts = DueFacts { dates: started("2022-01-03"), born, ..DueFacts::default() };
    assert_eq!(on(&with(facts, &steps), DueKind::PlanTransition, "2022-01-21"), None);
    assert_eq!(on(&with(facts, &steps), DueKind::TransitionMeeting, "2022-01-21"), Some(day("2022-02-28")));
    let held = [kind(Choice::SeventeenAndHalf), (F::HeldOn, Answer::Day(day("2022-02-14")))];
    steps.push(step(2, StepKind::Transition, "2022-02-14", &held));
    steps.push(step(3, StepKind::Transition, "2022-02-14", &[kind(Choice::Turning18)]));
    let left = kinds(&with(facts, &steps), "2022-02-15");
    assert!(!left.iter().any(|kind| kind.contains("transition") || *kind == "adult"), "{left:?}");
}
