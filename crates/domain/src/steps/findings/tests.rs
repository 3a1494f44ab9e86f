//! Each finding once found and once not, at its edge.

mod case;

use case::{Case, answers, day};

use super::*;
use crate::access::Role;
use crate::ids::StepId;
use crate::rules::RuleCode;

fn grant<'a>(on: &'a str, code: &'a str, from: &'a str, until: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("on", on), ("basis", code), ("from", from), ("until", until)]
}

#[test]
fn a_field_is_missing_or_recommended_until_it_is_answered() {
    let case = Case::new("2022-01-03");
    let found = case.findings(StepKind::Grant, &[("on", "2022-01-10")]);
    let of = |field| found.iter().find(|finding| finding.field == Some(field)).map(|finding| finding.what);
    assert_eq!(of(StepField::Decisive), Some(What::Missing));
    assert_eq!(of(StepField::PhaseOut), Some(What::Recommended));
    assert_eq!(of(StepField::Reasons), None, "only what is granted in part is reasoned");
    assert!(found.is_sorted_by_key(|finding| !finding.refuses), "what refuses comes first");
    let partly = case.findings(StepKind::Grant, &[("on", "2022-01-10"), ("asked-for", "partly")]);
    assert!(partly.iter().any(|finding| finding.field == Some(StepField::Reasons) && finding.refuses));
    let answered = case.findings(StepKind::Grant, &[("on", "2022-01-10"), ("decisive", "ja"), ("phase-out", "ja")]);
    assert!(!answered.iter().any(|finding| matches!(finding.field, Some(StepField::Decisive | StepField::PhaseOut))));
}

#[test]
fn employment_asks_for_its_aim() {
    let case = Case::new("2022-01-03");
    let aim = |typed: &[(&str, &str)]| {
        let found = case.findings(StepKind::Grant, typed);
        found.iter().any(|finding| finding.field == Some(StepField::EmploymentAim))
    };
    assert!(aim(&grant("2022-01-10", "lab-167", "2022-01-10", "2022-04-10")));
    assert!(!aim(&grant("2022-01-10", "sel-85", "2022-01-10", "2022-04-10")));
}

#[test]
fn only_from_its_state_and_no_day_before_it() {
    let case = Case::new("2022-01-03");
    assert!(case.finds(What::NotNow, StepKind::Start, &[("on", "2022-01-10")]));
    assert!(!case.finds(What::NotNow, StepKind::Grant, &[("on", "2022-01-03")]));
    assert!(case.finds(What::NotNow, StepKind::Grant, &[("on", "2022-01-02")]));
    let running = Case::running("lab-167", "2022-01-10", "2022-07-10");
    assert!(running.finds(What::NotNow, StepKind::FollowUp, &[("on", "2022-01-09")]));
    assert!(!running.finds(What::NotNow, StepKind::FollowUp, &[("on", "2022-01-10")]));
}

#[test]
fn nothing_has_happened_tomorrow_but_an_appointment_is_made() {
    let mut case = Case::running("lab-167", "2022-01-10", "2022-07-10");
    case.today = day("2022-03-01");
    assert!(case.finds(What::InTheFuture, StepKind::FollowUp, &[("on", "2022-03-02")]));
    assert!(!case.finds(What::InTheFuture, StepKind::FollowUp, &[("on", "2022-03-01")]));
    assert!(!case.finds(What::InTheFuture, StepKind::Appointment, &[("on", "2022-03-02")]));
    assert!(case.finds(What::InTheFuture, StepKind::Transition, &[("on", "2022-04-01"), ("held-on", "2022-03-02")]));
}

#[test]
fn a_legal_basis_is_in_force_on_the_day_of_the_decision() {
    let on = |on| grant(on, "bl-32", on, "2024-06-01");
    let case = Case::new("2023-12-20");
    assert!(case.finds(What::NoSuchBasis, StepKind::Grant, &on("2023-12-31")));
    assert!(!case.finds(What::NoSuchBasis, StepKind::Grant, &on("2024-01-01")));
    assert!(case.finds(What::NoSuchBasis, StepKind::Refusal, &[("on", "2024-01-02"), ("basis", "bl-23")]));
}

#[test]
fn a_period_ends_after_it_begins() {
    let case = Case::new("2022-01-03");
    let until = |until| grant("2022-01-10", "sel-85", "2022-01-10", until);
    assert!(case.finds(What::UntilBeforeFrom, StepKind::Grant, &until("2022-01-10")));
    assert!(!case.finds(What::UntilBeforeFrom, StepKind::Grant, &until("2022-01-11")));
    let running = Case::running("lab-167", "2022-01-10", "2022-04-10");
    let extend = |until| vec![("on", "2022-04-01"), ("until", until)];
    assert!(running.finds(What::UntilBeforeFrom, StepKind::Extension, &extend("2022-04-10")), "no day is added");
    assert!(!running.finds(What::UntilBeforeFrom, StepKind::Extension, &extend("2022-04-11")));
    assert!(running.finds(What::UntilBeforeFrom, StepKind::Change, &extend("2022-01-10")));
    assert!(running.findings(StepKind::Change, &extend("2022-04-02")).iter().all(|found| found.what == What::Missing));
}

#[test]
fn a_period_is_not_longer_than_its_law_lets_it_be() {
    let too_long = |from, until| {
        let typed = grant("2023-01-02", "lab-167", from, until);
        Case::new("2023-01-02").finds(What::PeriodTooLong, StepKind::Grant, &typed)
    };
    assert!(!too_long("2023-01-15", "2023-07-15"), "six months to the day");
    assert!(too_long("2023-01-15", "2023-07-16"));
    assert!(!too_long("2023-08-31", "2024-02-29"), "the last of August and six months is a leap day");
    assert!(too_long("2023-08-31", "2024-03-01"));
    assert!(!too_long("2022-08-31", "2023-02-28"));
    assert!(too_long("2022-08-31", "2023-03-01"));
    let free = grant("2023-01-02", "sel-85", "2023-01-02", "2025-01-02");
    assert!(
        Case::new("2023-01-02").findings(StepKind::Grant, &free).iter().all(|found| found.what != What::PeriodTooLong)
    );
}

#[test]
fn two_periods_and_in_quite_special_cases_two_more_by_a_leader() {
    let mut case = Case::running("lab-167", "2022-01-15", "2022-07-15");
    let extend =
        |until, special: &[(&'static str, &'static str)]| [&[("on", "2022-07-01"), ("until", until)], special].concat();
    let special = [("special-case", "yes"), ("special-reason", "ganske særligt")];
    assert!(case.finds(What::PeriodsSpent, StepKind::Extension, &extend("2022-07-16", &[])));
    assert!(case.finds(What::LeaderOnly, StepKind::Extension, &extend("2023-01-15", &special)));
    assert!(case.finds(What::PeriodsSpent, StepKind::Change, &extend("2022-10-15", &[])), "no way round by a change");
    case.by_leader = true;
    assert!(case.finds(What::PeriodsSpent, StepKind::Extension, &extend("2022-07-16", &[])), "a leader says so too");
    assert!(
        case.findings(StepKind::Extension, &extend("2023-01-15", &special))
            .iter()
            .all(|found| found.what == What::Missing)
    );
    assert!(case.finds(What::AllPeriodsSpent, StepKind::Extension, &extend("2023-01-16", &special)));
    case = case.with_rule(RuleCode::SpecialByLeader, 0);
    case.by_leader = false;
    assert!(!case.finds(What::LeaderOnly, StepKind::Extension, &extend("2023-01-15", &special)));
}

#[test]
fn a_period_that_is_spent_exactly_is_within_it() {
    let case = Case::running("lab-167", "2022-01-15", "2022-04-15");
    let until = |until| vec![("on", "2022-04-01"), ("until", until)];
    assert!(!case.finds(What::PeriodsSpent, StepKind::Extension, &until("2022-07-15")));
    assert!(case.finds(What::PeriodsSpent, StepKind::Extension, &until("2022-07-16")));
    let adult = Case::running("sel-85", "2022-01-15", "2022-04-15");
    assert!(!adult.finds(What::PeriodsSpent, StepKind::Extension, &until("2024-07-16")), "other law has no periods");
    let discharged = grant("2022-01-15", "lab-167-2", "2022-01-15", "2022-07-16");
    assert!(Case::new("2022-01-15").finds(What::PeriodsSpent, StepKind::Grant, &discharged));
}

#[test]
fn a_hearing_is_open_through_its_last_day_and_is_of_this_decision() {
    let refuse = |on| vec![("on", on), ("hearing-done", "yes")];
    let case = Case::new("2022-01-03");
    assert!(case.finds(What::NoHearing, StepKind::Refusal, &refuse("2022-01-10")));
    let heard =
        case.took(StepKind::Hearing, &[("on", "2022-01-05"), ("heard-about", "x"), ("answer-by", "2022-01-19")]);
    assert!(heard.finds(What::HearingOpen, StepKind::Refusal, &refuse("2022-01-19")));
    assert!(!heard.finds(What::HearingOpen, StepKind::Refusal, &refuse("2022-01-20")));
    assert!(heard.finds(What::NoHearing, StepKind::Refusal, &refuse("2022-01-04")), "heard after it was decided");
    let answered = heard.took(StepKind::HearingAnswer, &[("on", "2022-01-10"), ("note", "enig")]);
    assert!(!answered.finds(What::HearingOpen, StepKind::Refusal, &refuse("2022-01-10")));
    assert!(answered.finds(What::HearingOpen, StepKind::Refusal, &refuse("2022-01-09")), "before the answer came");
    let granted = answered.took(StepKind::Grant, &grant("2022-01-20", "sel-85", "2022-01-20", "2022-06-20"));
    assert!(granted.finds(What::NoHearing, StepKind::Change, &refuse("2022-03-01")), "that was about the grant");
    let again =
        granted.took(StepKind::Hearing, &[("on", "2022-02-01"), ("heard-about", "x"), ("answer-by", "2022-02-15")]);
    assert!(!again.finds(What::NoHearing, StepKind::Change, &refuse("2022-03-01")));
}

#[test]
fn a_complaint_is_late_after_the_weeks_of_its_law() {
    let refused = |code| Case::new("2022-01-03").took(StepKind::Refusal, &[("on", "2022-01-10"), ("basis", code)]);
    let on = |on| vec![("on", on)];
    assert!(!refused("lab-167").finds(What::ComplaintLate, StepKind::Complaint, &on("2022-02-07")), "day 28");
    let late = refused("lab-167").findings(StepKind::Complaint, &on("2022-02-08"));
    let late = late.iter().find(|finding| finding.what == What::ComplaintLate).unwrap();
    assert!(!late.refuses && late.recommendation.is_none(), "the board may take it all the same");
    assert!(refused("sel-85").finds(What::ComplaintLate, StepKind::Complaint, &on("2022-02-01")), "three weeks");
    let unknown = Case::new("2022-01-03").took(StepKind::Refusal, &[("on", "2022-01-10")]);
    assert!(!unknown.finds(What::ComplaintLate, StepKind::Complaint, &on("2022-02-07")));
    assert!(unknown.finds(What::ComplaintLate, StepKind::Complaint, &on("2022-02-08")), "then by the rule");
}

#[test]
fn right_and_duty_begin_with_the_last_month_on_benefit() {
    let finds = |on, since: Option<&str>, entitlement| {
        let mut typed = vec![("on", on), ("entitlement", entitlement)];
        typed.extend(since.map(|since| ("benefit-since", since)));
        Case::new("2022-01-03").finds(What::NoRightAndDuty, StepKind::Grant, &typed)
    };
    assert!(!finds("2022-07-15", Some("2022-01-15"), "right-and-duty"), "six months to the day");
    assert!(finds("2022-07-14", Some("2022-01-15"), "right-and-duty"));
    assert!(!finds("2024-02-29", Some("2023-08-31"), "right-and-duty"), "a leap day");
    assert!(finds("2024-02-28", Some("2023-08-31"), "right-and-duty"));
    assert!(finds("2022-07-15", None, "right-and-duty"));
    assert!(!finds("2022-07-14", Some("2022-01-15"), "may"));
}

#[test]
fn a_decision_is_late_after_the_tenth_day() {
    let case = Case::new("2022-01-03");
    assert!(!case.finds(What::DecisionLate, StepKind::Grant, &[("on", "2022-01-13")]));
    assert!(case.finds(What::DecisionLate, StepKind::Grant, &[("on", "2022-01-14")]));
    // Ten working days over Easter 2022: Thursday, Friday and Monday are holidays.
    let easter = Case::new("2022-04-08").with_rule(RuleCode::DecisionWorkingDays, 1);
    assert!(!easter.finds(What::DecisionLate, StepKind::Refusal, &[("on", "2022-04-27")]));
    assert!(easter.finds(What::DecisionLate, StepKind::Refusal, &[("on", "2022-04-28")]));
    let again =
        case.took(StepKind::Refusal, &[("on", "2022-01-10")]).took(StepKind::Complaint, &[("on", "2022-02-01")]);
    assert!(!again.finds(What::DecisionLate, StepKind::Grant, &[("on", "2022-02-20")]), "it was decided in time");
}

#[test]
fn a_grant_has_one_of_the_four_purposes() {
    let case = Case::new("2022-01-03");
    assert!(case.finds(What::NoPurpose, StepKind::Grant, &[("on", "2022-01-10")]));
    let with = [("on", "2022-01-10"), ("purpose-network", "kende nogen")];
    assert!(!case.finds(What::NoPurpose, StepKind::Grant, &with));
}

#[test]
fn a_start_misses_match_expectations_and_goal() {
    let granted =
        || Case::new("2022-01-03").took(StepKind::Grant, &grant("2022-01-10", "sel-85", "2022-01-10", "2022-06-01"));
    let on = [("on", "2022-01-15")];
    for what in [What::NoMatch, What::NoExpectations, What::NoGoal] {
        assert!(granted().finds(what, StepKind::Start, &on), "{}", what.code());
    }
    let matched = [("on", "2022-01-12"), ("mentor", "1"), ("impartial", "yes")];
    let mut ready = granted().took(StepKind::Match, &matched).took(StepKind::Expectations, &[("on", "2022-01-13")]);
    ready.goals = 1;
    assert_eq!(ready.findings(StepKind::Start, &on), []);
    ready.steps[1].undone_by = Some(StepId(9));
    assert!(ready.finds(What::NoMatch, StepKind::Start, &on), "what was taken back does not count");
}

#[test]
fn a_mentor_is_not_chosen_for_what_is_personal_alone() {
    let case = Case::running("sel-85", "2022-01-10", "2022-07-10");
    let only = [("on", "2022-01-12"), ("match-only", "is-young")];
    assert!(case.finds(What::OnlyPersonal, StepKind::Match, &only));
    let also = [("on", "2022-01-12"), ("match-only", "is-young"), ("match-basis", "competence")];
    assert!(!case.finds(What::OnlyPersonal, StepKind::Match, &also));
}

#[test]
fn the_three_meet_at_the_latest_on_the_42nd_day() {
    let mut case = Case::running("sel-85", "2022-01-10", "2022-12-10");
    let on = |on| vec![("on", on)];
    assert!(!case.finds(What::FollowUpLate, StepKind::FollowUp, &on("2022-02-21")));
    assert!(case.finds(What::FollowUpLate, StepKind::FollowUp, &on("2022-02-22")));
    case.last_follow_up = Some(day("2022-02-21"));
    assert!(!case.finds(What::FollowUpLate, StepKind::FollowUp, &on("2022-04-04")));
    assert!(case.finds(What::FollowUpLate, StepKind::FollowUp, &on("2022-04-05")));
    let mut told_late = case.took(StepKind::FollowUp, &on("2022-02-21")).took(StepKind::FollowUp, &on("2022-05-01"));
    told_late.last_follow_up = Some(day("2022-05-01"));
    assert!(!told_late.finds(What::FollowUpLate, StepKind::FollowUp, &on("2022-04-01")), "one between two others");
}

#[test]
fn the_three_are_caseworker_young_person_and_a_mentor() {
    let case = Case::running("sel-85", "2022-01-10", "2022-12-10");
    let with = |who: &[&'static str]| {
        let mut typed = vec![("on", "2022-02-01")];
        typed.extend(who.iter().map(|who| ("took-part", *who)));
        case.finds(What::NotAllPresent, StepKind::FollowUp, &typed)
    };
    assert!(with(&["caseworker", "mentor"]));
    assert!(!with(&["caseworker", "mentor", "young-person"]));
    assert!(!with(&["caseworker", "volunteer", "young-person"]), "a volunteer is a mentor");
    assert!(!with(&[]), "then the field itself is missed");
}

#[test]
fn a_group_comes_after_three_months() {
    let case = Case::running("sel-85", "2023-11-30", "2024-12-10");
    assert!(case.finds(What::GroupTooEarly, StepKind::GroupPlan, &[("on", "2024-02-28")]));
    assert!(!case.finds(What::GroupTooEarly, StepKind::GroupPlan, &[("on", "2024-02-29")]), "a leap day");
}

#[test]
fn before_three_months_a_course_ends_by_wish_or_on_weighty_grounds() {
    let case = Case::running("sel-85", "2022-01-10", "2022-12-10");
    let early = |on, why| case.finds(What::EndsTooEarly, StepKind::Closing, &[("on", on), ("end-why", why)]);
    for why in ["goals-reached", "in-job", "in-education", "grant-ended", "moved", "other"] {
        assert!(early("2022-04-09", why), "{why}");
        assert!(!early("2022-04-10", why), "{why}");
    }
    for why in ["wish", "professional-grounds", "died"] {
        assert!(!early("2022-04-09", why), "{why}");
    }
}

#[test]
fn a_course_is_closed_with_an_evaluation() {
    let closing = Case::running("sel-85", "2022-01-10", "2022-12-10")
        .took(StepKind::Closing, &[("on", "2022-06-01"), ("end-kind", "planned")]);
    let on = [("on", "2022-06-10")];
    assert!(closing.finds(What::NoEvaluation, StepKind::Closure, &on));
    let evaluated = closing.took(StepKind::Evaluation, &[("on", "2022-06-05"), ("voice", "young-person")]);
    assert!(!evaluated.finds(What::NoEvaluation, StepKind::Closure, &on));
}

#[test]
fn what_was_not_held_was_appointed() {
    let appointed = [("on", "2022-02-01"), ("at", "10.00"), ("place", "rådhuset")];
    let mut case = Case::running("sel-85", "2022-01-10", "2022-12-10").took(StepKind::Appointment, &appointed);
    let id = case.steps[2].id.0.to_string();
    let not_held = [("on", "2022-02-01"), ("appointment", id.as_str()), ("why-not", "ill")];
    assert!(!case.finds(What::NotHeldIsUndone, StepKind::NotHeld, &not_held));
    case.steps[2].undone_by = Some(StepId(9));
    assert!(case.finds(What::NotHeldIsUndone, StepKind::NotHeld, &not_held));
}

#[test]
fn nobody_speaks_for_somebody_who_speaks_for_themselves() {
    let says = |kind, roles: &[Option<Role>], said| {
        let field = if kind == StepKind::Rematch { "by" } else { "voice" };
        let found = voice(kind, roles, &answers(kind, &[("on", "2022-02-01"), (field, said)]));
        found.map(|finding| finding.what)
    };
    let (young, mentor, caseworker) = (&[Some(Role::YoungPerson)], &[Some(Role::Mentor)], &[Some(Role::Caseworker)]);
    let no = Some(What::NotTheirVoice);
    for kind in [StepKind::Score, StepKind::Evaluation, StepKind::Rematch] {
        assert_eq!(says(kind, young, "young-person"), None);
        assert_eq!(says(kind, young, "mentor"), no, "{}", kind.code());
        assert_eq!(says(kind, caseworker, "young-person"), None, "what was said aloud is written down");
        assert_eq!(says(kind, &[None], "mentor"), None, "the operator");
    }
    assert_eq!(says(StepKind::Evaluation, mentor, "young-person"), no, "who is judged does not answer for the judge");
    assert_eq!(says(StepKind::Score, mentor, "young-person"), None, "they score together");
    assert_eq!(says(StepKind::Score, mentor, "caseworker"), no);
    assert_eq!(says(StepKind::Evaluation, &[Some(Role::Mentor), Some(Role::Caseworker)], "young-person"), None);
}

#[test]
fn a_rule_that_is_not_there_is_told_and_no_guess_is_made() {
    let mut case = Case::new("2022-01-03");
    case.rules.retain(|rule| rule.code != RuleCode::DecisionDays);
    let rules = Rules::new(case.rules.clone());
    let met = Met {
        standing: &case.standing,
        steps: &[],
        goals: 0,
        last_follow_up: None,
        rules: &rules,
        bases: &case.bases,
        by_leader: false,
        today: case.today,
    };
    let refused = findings(&met, StepKind::Grant, &answers(StepKind::Grant, &[("on", "2022-01-10")]));
    assert_eq!(refused.unwrap_err().code, RuleCode::DecisionDays);
}

#[test]
fn who_was_given_time_to_answer_has_it_whatever_is_said() {
    let heard = Case::new("2022-01-03")
        .took(StepKind::Hearing, &[("on", "2022-01-05"), ("heard-about", "x"), ("answer-by", "2022-01-19")]);
    let unheard = |on| vec![("on", on), ("hearing-done", "not-relevant")];
    assert!(heard.finds(What::HearingOpen, StepKind::Refusal, &unheard("2022-01-10")));
    assert!(!heard.finds(What::HearingOpen, StepKind::Refusal, &unheard("2022-01-20")));
    let never = Case::new("2022-01-03");
    assert!(!never.finds(What::HearingOpen, StepKind::Refusal, &unheard("2022-01-10")), "nobody was asked");
}

#[test]
fn what_was_given_is_not_shortened_away() {
    let running = Case::running("sel-85", "2022-01-15", "2022-07-15");
    let shorten = |until| vec![("on", "2022-06-01"), ("until", until)];
    assert!(running.finds(What::UntilBeforeFrom, StepKind::Change, &shorten("2022-05-31")));
    assert!(!running.finds(What::UntilBeforeFrom, StepKind::Change, &shorten("2022-06-01")));
}

#[test]
fn an_imported_course_is_extended_by_the_law_that_it_cites_or_by_one_that_is_told() {
    let mut imported = Case::running("lab-167", "2022-01-15", "2022-04-15");
    imported.steps.clear();
    let extend = |until, more: &[(&'static str, &'static str)]| {
        [&[("on", "2022-04-01"), ("asked-for", "fully"), ("until", until)], more].concat()
    };
    imported.standing.legal_basis = "§ lab-167".to_owned();
    assert!(imported.finds(What::PeriodTooLong, StepKind::Extension, &extend("2030-01-01", &[])));
    assert!(imported.finds(What::PeriodsSpent, StepKind::Extension, &extend("2022-07-16", &[])));
    imported.standing.legal_basis = "LAB".to_owned();
    let finds = |more| imported.findings(StepKind::Extension, &extend("2030-01-01", more));
    assert!(finds(&[]).contains(&Finding::missing(StepField::Basis)), "nobody can tell how long is too long");
    assert!(finds(&[("basis", "lab-167")]).iter().any(|finding| finding.what == What::PeriodTooLong));
}

#[test]
fn a_complaint_of_a_change_counts_from_the_change() {
    let changed = Case::running("lab-167", "2022-01-15", "2022-07-15").took(
        StepKind::Change,
        &[("on", "2022-06-01"), ("weekly", "1"), ("until", "2022-07-15"), ("facts", "a"), ("reasons", "b")],
    );
    let complain = |on| vec![("on", on), ("by", "parent"), ("about", "x")];
    assert!(!changed.finds(What::ComplaintLate, StepKind::Complaint, &complain("2022-06-29")));
    assert!(changed.finds(What::ComplaintLate, StepKind::Complaint, &complain("2022-06-30")));
}
