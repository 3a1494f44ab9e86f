use std::collections::HashSet;

use super::*;
use crate::steps::Choice;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn taken(from: &str, stance: Stance, reason: &str) -> TakenStance {
    TakenStance {
        recommendation: Recommendation::FollowUps,
        valid_from: day(from),
        stance,
        reason: reason.to_owned(),
        owner: "Leder af ungeindsatsen".to_owned(),
        procedure: String::new(),
    }
}

#[test]
fn whoever_departs_from_the_model_says_why_and_somebody_answers_for_it() {
    let today = day("2022-06-01");
    let change = |new| change(&[], new, false, today);
    assert!(change(taken("2022-06-01", Stance::Adopted, "")).is_ok());
    assert_eq!(change(taken("2022-06-01", Stance::Adapted, " ")), Err(vec![StanceFault::NoReason]));
    assert_eq!(change(taken("2022-06-01", Stance::NotUsed, "")), Err(vec![StanceFault::NoReason]));
    assert!(change(taken("2022-06-01", Stance::NotUsed, "Vi har ingen grupper.")).is_ok());
    let nobody = TakenStance { owner: " ".to_owned(), ..taken("2022-05-31", Stance::Adopted, "") };
    assert_eq!(change(nobody), Err(vec![StanceFault::NoOwner, StanceFault::Past]), "all that is wrong at once");
    let long = TakenStance { owner: "x".repeat(LONGEST_OWNER + 1), ..taken("2022-06-01", Stance::Adopted, "") };
    assert_eq!(change(long), Err(vec![StanceFault::OwnerTooLong]));
}

#[test]
fn a_stance_is_taken_from_a_day_on_and_the_past_stays() {
    let today = day("2022-06-01");
    let all = vec![taken("2022-01-01", Stance::Adopted, ""), taken("2023-01-01", Stance::NotUsed, "Forsøg slut.")];
    let new = change(&all, taken("2022-07-01", Stance::Adapted, "Hver 4. uge."), false, today).unwrap();
    assert_eq!(new.dropped, [day("2023-01-01")], "what was to come, and has never been in force");
    assert_eq!(in_force(&all, day("2022-12-31")).map(|taken| taken.stance), Some(Stance::Adopted));
    assert_eq!(in_force(&all, day("2021-12-31")), None);
    let today_again = [taken("2022-06-01", Stance::Adapted, "Hver 4. uge.")];
    let other = |from| change(&today_again, taken(from, Stance::NotUsed, "Nej."), false, today);
    assert_eq!(other("2022-06-01"), Err(vec![StanceFault::ChangedToday]), "it was in force for a part of today");
    assert!(other("2022-06-02").is_ok());
}

#[test]
fn the_same_words_are_a_change_only_where_a_threshold_changes() {
    let today = day("2022-06-01");
    let all = [taken("2022-01-01", Stance::Adopted, "")];
    let same = |with| change(&all, taken("2022-06-01", Stance::Adopted, " "), with, today);
    assert_eq!(same(false), Err(vec![StanceFault::Same]));
    assert!(same(true).is_ok());
    let to_come = [all[0].clone(), taken("2023-01-01", Stance::NotUsed, "Nej.")];
    let back = change(&to_come, taken("2022-06-01", Stance::Adopted, ""), false, today).unwrap();
    assert_eq!(back.dropped, [day("2023-01-01")], "what was to come is taken back");
}

#[test]
fn a_threshold_belongs_to_one_recommendation() {
    let all: Vec<RuleCode> = Recommendation::ALL.iter().flat_map(|of| thresholds(*of)).copied().collect();
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
    assert!(all.contains(&RuleCode::FollowUpDays) && !all.contains(&RuleCode::IdleMinutes));
}

#[test]
fn a_changed_rule_says_whose_decision_it_was() {
    let new = taken("2022-06-01", Stance::Adapted, "Hver 4. uge.\nByrådet ville det.");
    assert_eq!(new.source(), "F4.1, Leder af ungeindsatsen: Hver 4. uge.");
    assert_eq!(taken("2022-06-01", Stance::Adopted, "").source(), "F4.1, Leder af ungeindsatsen");
    let long = taken("2022-06-01", Stance::Adapted, &"æ".repeat(LONGEST_REASON));
    assert_eq!(long.source().chars().count(), 300);
}

#[test]
fn an_experience_has_a_text() {
    assert_eq!(experience(" Virker.\r\nGodt. "), Ok("Virker.\nGodt.".to_owned()));
    assert_eq!(experience("\n "), Err(ExperienceFault::Empty));
    assert_eq!(experience(&"x".repeat(LONGEST_EXPERIENCE + 1)), Err(ExperienceFault::TooLong));
}

#[test]
fn departures_of_few_citizens_are_hidden_and_so_are_the_causes_they_could_be_told_from() {
    let tally = |departures, persons| Tally { departures, persons };
    let (f41, f11, m1) = (Recommendation::FollowUps, Recommendation::DecisionTime, Recommendation::Competences);
    let tallies = [
        (f41, None, tally(12, 9)),
        (f41, Some(Choice::LackOfTime), tally(3, 3)),
        (f41, Some(Choice::Weighed), tally(9, 6)),
        (f11, None, tally(7, 2)),
        (f11, Some(Choice::NotFitting), tally(7, 2)),
        (m1, None, tally(11, 11)),
        (m1, Some(Choice::LackOfTime), tally(5, 5)),
        (m1, Some(Choice::Weighed), tally(6, 6)),
    ];
    let of = |smallest, code| Departures::new(&tallies, smallest).of(code).cloned().unwrap();
    let all = of(None, f41);
    assert_eq!((all.count, all.causes), (Some(12), Some(vec![(Choice::Weighed, 9), (Choice::LackOfTime, 3)])));
    let seen = of(Some(5), f41);
    assert_eq!((seen.count, seen.causes), (Some(12), None), "12 - 9 would tell the 3");
    let seen = of(Some(5), f11);
    assert_eq!((seen.count, seen.causes), (None, None), "7 departures of two citizens");
    assert_eq!(of(Some(5), m1).causes, Some(vec![(Choice::Weighed, 6), (Choice::LackOfTime, 5)]));
    let none = of(Some(5), Recommendation::Closure);
    assert_eq!((none.count, none.causes), (Some(0), Some(Vec::new())));
    assert_eq!(Departures::new(&tallies, None).iter().count(), 15);
}
