//! Leap days, months' ends, holidays and working days.

use super::*;
use crate::dues::contact::{Met, last_contact, silent_days};
use crate::steps::StepField as F;

#[test]
fn a_decision_is_due_ten_days_after_the_need_by_calendar_or_by_working_days() {
    let working = rules(&[(RuleCode::DecisionWorkingDays, 1)]);
    for (need, calendar, working_day) in [
        ("2024-02-19", "2024-02-29", "2024-03-04"),
        ("2023-02-19", "2023-03-01", "2023-03-03"),
        ("2022-04-08", "2022-04-18", "2022-04-27"),
        ("2024-12-20", "2024-12-30", "2025-01-08"),
        ("2022-03-20", "2022-03-30", "2022-04-01"),
    ] {
        let facts = DueFacts { dates: concern(need), ..DueFacts::default() };
        assert_eq!(on(&facts, DueKind::Decide, need), Some(day(calendar)), "{need}");
        assert_eq!(by(&facts, DueKind::Decide, need, &working), Some(day(working_day)), "{need}");
    }
}

#[test]
fn a_decision_is_warned_of_from_the_seventh_day() {
    let due = |on: &str| Due { kind: DueKind::Decide, on: day(on) };
    let calendar = rules(&[]);
    let because = due("2024-02-29").because(&calendar, day("2024-02-20")).unwrap();
    assert_eq!((because.warn_from, because.count, because.working), (Some(day("2024-02-26")), 10, false));
    assert_eq!(because.rule.unwrap().source, "decision-days");
    let working = rules(&[(RuleCode::DecisionWorkingDays, 1)]);
    let because = due("2022-04-27").because(&working, day("2022-04-10")).unwrap();
    assert_eq!(because.warn_from, Some(day("2022-04-22")), "the seventh working day after 8 April, over Easter");
    assert!(because.working);
    let late = rules(&[(RuleCode::DecisionWarnDays, 10)]);
    assert_eq!(due("2024-02-29").because(&late, day("2024-02-20")).unwrap().warn_from, None, "no earlier than due");
}

#[test]
fn months_end_where_a_month_ends() {
    let refusal =
        |since: &str| [step(1, StepKind::Refusal, "2023-09-01", &[(F::BenefitSince, Answer::Day(day(since)))])];
    for (since, expected) in [("2023-08-31", "2024-02-29"), ("2023-05-31", "2023-11-30"), ("2023-03-15", "2023-09-15")]
    {
        let steps = refusal(since);
        let dates = CourseDates { decision: Some(Decision::Refused), ..granted("2023-09-01") };
        let facts = DueFacts { dates, steps: &steps, ..DueFacts::default() };
        assert_eq!(on(&facts, DueKind::RightAndDuty, "2023-09-02"), Some(day(expected)), "{since}");
    }
    let steps = refusal("2023-03-01");
    let dates = CourseDates { decision: Some(Decision::Refused), ..granted("2023-09-01") };
    let facts = DueFacts { dates, steps: &steps, ..DueFacts::default() };
    assert_eq!(
        on(&facts, DueKind::RightAndDuty, "2023-09-02"),
        None,
        "it was a duty on the day of the refusal already"
    );
    let met = [step(1, StepKind::Expectations, "2021-09-01", &[])];
    let facts =
        DueFacts { dates: started("2021-08-31"), follow_up_months: Some(6), steps: &met, ..DueFacts::default() };
    assert_eq!(on(&facts, DueKind::CaseReview, "2021-10-01"), Some(day("2022-02-28")));
    assert_eq!(on(&facts, DueKind::StatutoryFollowUp, "2021-10-01"), Some(day("2022-02-28")));
}

#[test]
fn the_meeting_before_adulthood_is_found_by_the_calendar() {
    for (born, meeting, plan, adult) in [
        ("2004-08-31", "2022-02-28", "2021-12-30", "2022-08-31"),
        ("2006-08-31", "2024-02-29", "2023-12-31", "2024-08-31"),
        ("2004-02-29", "2021-08-29", "2021-06-30", "2022-02-28"),
    ] {
        let facts = DueFacts { dates: started("2021-01-04"), born: Some(day(born)), ..DueFacts::default() };
        let today = day(plan).plus_days(-1).to_string();
        assert_eq!(on(&facts, DueKind::TransitionMeeting, &today), Some(day(meeting)), "{born}");
        assert_eq!(on(&facts, DueKind::PlanTransition, &today), Some(day(plan)), "{born}");
        assert_eq!(on(&facts, DueKind::PlanTransition, meeting), None, "on the day itself there is nothing to plan");
        let due = Due { kind: DueKind::Adult, on: on(&facts, DueKind::Adult, &today).unwrap() };
        assert_eq!(due.because(&rules(&[]), day(&today)).unwrap().about, day(adult), "{born}");
        let eve = day(adult).plus_days(-1).to_string();
        assert_eq!(on(&facts, DueKind::TransitionMeeting, &eve), Some(day(meeting)), "late until adulthood");
        let kinds = kinds(&facts, adult);
        assert!(!kinds.iter().any(|kind| kind.contains("transition") || *kind == "adult"), "{born}: {kinds:?}");
    }
    let late = DueFacts { dates: started("2022-06-01"), born: Some(day("2004-08-31")), ..DueFacts::default() };
    assert_eq!(on(&late, DueKind::TransitionMeeting, "2022-06-02"), Some(day("2022-06-01")), "not before it began");
}

#[test]
fn what_came_of_it_is_asked_some_months_after_and_not_for_ever() {
    let steps = [step(1, StepKind::Closure, "2023-11-30", &[])];
    let dates = CourseDates { end: Some(day("2023-11-30")), ..started("2023-06-01") };
    let facts = DueFacts { dates, steps: &steps, ..DueFacts::default() };
    assert_eq!(on(&facts, DueKind::OutcomeFirst, "2023-12-01"), Some(day("2024-02-29")));
    assert_eq!(on(&facts, DueKind::OutcomeSecond, "2023-12-01"), Some(day("2024-05-30")));
    assert_eq!(on(&facts, DueKind::OutcomeThird, "2023-12-01"), Some(day("2024-11-30")));
    assert_eq!(on(&facts, DueKind::EvaluateYoung, "2023-12-01"), Some(day("2023-12-14")));
    assert!(!kinds(&facts, "2024-12-30").is_empty());
    assert!(kinds(&facts, "2024-12-31").is_empty(), "thirteen months after the end nobody asks any more");
    let imported = DueFacts { dates, ..DueFacts::default() };
    assert!(kinds(&imported, "2023-12-01").is_empty(), "of a course that was imported nobody asks");
}

#[test]
fn days_are_counted_over_a_leap_day_and_the_change_of_the_clock() {
    let facts = DueFacts { dates: started("2024-02-20"), ..DueFacts::default() };
    assert_eq!(on(&facts, DueKind::FollowUp, "2024-02-20"), Some(day("2024-04-02")));
    assert_eq!(on(&facts, DueKind::SeekContact, "2024-02-20"), Some(day("2024-03-05")));
    let steps = [step(1, StepKind::ExtentTalk, "2024-03-30", &[])];
    let talked = DueFacts { steps: &steps, ..facts };
    assert_eq!(on(&talked, DueKind::ExtentTalk, "2024-03-31"), Some(day("2024-04-06")), "31 March has 23 hours");
}

#[test]
fn silence_has_one_definition() {
    let reached = one(F::Reached, Choice::Yes);
    let tried = one(F::Reached, Choice::No);
    let with = |who| (F::TookPart, Answer::Many(vec![who]));
    let steps = [
        step(1, StepKind::ContactAttempt, "2024-02-10", &[reached]),
        step(2, StepKind::ContactAttempt, "2024-02-28", &[tried]),
        step(3, StepKind::FollowUp, "2024-02-27", &[with(Choice::Mentor)]),
        Recorded { undone_by: Some(StepId(9)), ..step(4, StepKind::ExtentTalk, "2024-02-29", &[]) },
    ];
    let met = Met { held: Some(day("2024-02-01")), followed_up: None };
    let start = day("2024-01-02");
    assert_eq!(last_contact(met, &steps), Some(day("2024-02-10")), "tried, without the young person, taken back: none");
    assert_eq!(silent_days(start, met, &steps, day("2024-03-01")), 20);
    assert_eq!(silent_days(start, Met::default(), &[], day("2024-01-01")), 0);
    let facts = DueFacts { dates: started("2024-01-02"), met, steps: &steps, ..DueFacts::default() };
    let due = Due { kind: DueKind::SeekContact, on: on(&facts, DueKind::SeekContact, "2024-03-01").unwrap() };
    assert_eq!(due.on, day("2024-02-24"));
    assert_eq!(due.because(&rules(&[]), day("2024-03-01")).unwrap().about, day("2024-02-10"));
    for contact in [
        step(5, StepKind::ExtentTalk, "2024-02-29", &[]),
        step(5, StepKind::FollowUp, "2024-02-29", &[with(Choice::YoungPerson)]),
    ] {
        let more: Vec<Recorded> = steps.iter().cloned().chain([contact]).collect();
        assert_eq!(last_contact(met, &more), Some(day("2024-02-29")));
    }
    assert_eq!(last_contact(Met { followed_up: Some(day("2024-03-01")), ..met }, &steps), Some(day("2024-03-01")));
}
