//! Each recommendation kept, broken and not judged.

use super::*;
use Verdict::{Broken, Kept, NotJudged};

#[test]
fn the_decision_may_take_ten_days_f1_1() {
    let mut course = story();
    let verdict = |course: &Story| course.on(days_in(1)).of(Recommendation::DecisionTime);
    assert_eq!(verdict(&course), Kept);
    course.dates.concern = Some(days_in(-21));
    assert_eq!(verdict(&course), Broken);
    course.dates.concern = None;
    assert_eq!(verdict(&course), NotJudged);
}

#[test]
fn ten_working_days_reach_over_christmas_f1_1() {
    let mut course = story();
    course.dates.concern = Some(day("2021-12-13"));
    course.dates.decided = Some(day("2021-12-26"));
    let on = days_in(1);
    let working = Rule {
        code: RuleCode::DecisionWorkingDays,
        valid_from: Day::FIRST,
        valid_to: None,
        value: 1,
        source: String::new(),
    };
    let allowed = Rule { code: RuleCode::DecisionDays, value: 10, ..working.clone() };
    let verdicts = |rules| course.judge_with(&course.facts(on), &rules, on).of(Recommendation::DecisionTime);
    assert_eq!(course.on(on).of(Recommendation::DecisionTime), Broken);
    assert_eq!(course.mentor, None);
    let others = [RuleCode::FollowUpDays, RuleCode::MinimumMonths].map(|code| Rule { code, ..allowed.clone() });
    let [follow_up, months] = others;
    assert_eq!(verdicts(Rules::new(vec![working, allowed, follow_up, months])), Kept);
}

#[test]
fn a_rule_that_is_not_there_is_an_error_only_where_it_is_needed() {
    let course = ended(100);
    let judged = JudgedCourse {
        dates: &course.dates,
        weekly: None,
        end_reason: None,
        has_purpose: false,
        needs: &[],
        mentor: None,
        on_record: OnRecord::default(),
    };
    let missing = judge(&judged, &course.facts(days_in(200)), &Rules::default(), days_in(200)).unwrap_err();
    assert_eq!((missing.code, missing.on), (RuleCode::FollowUpDays, day(START)));
}

#[test]
fn a_purpose_and_a_goal_f2_1() {
    let mut course = Story { has_purpose: true, goals: vec![goal(GoalKind::Mastery, 5, None)], ..story() };
    let verdict = |course: &Story, on| course.on(days_in(on)).of(Recommendation::Purpose);
    assert_eq!(verdict(&course, 5), Kept);
    assert_eq!(verdict(&course, 4), Broken, "the goal came a day later");
    course.has_purpose = false;
    assert_eq!(verdict(&course, 5), Broken);
}

#[test]
fn each_goal_has_a_score_f3_2() {
    let mut course = story();
    let part = |course: &Story, on| course.on(days_in(on)).part(Part::GoalsScored);
    assert_eq!(part(&course, 9), Broken, "no goal");
    course.goals = vec![goal(GoalKind::Mastery, 0, Some(3)), goal(GoalKind::Network, 0, Some(9))];
    assert_eq!(part(&course, 8), Broken);
    assert_eq!(part(&course, 9), Kept);
    assert_eq!(course.on(days_in(9)).of(Recommendation::GoalsAndExpectations), NotJudged);
    course.on_record.expectations = Some(false);
    assert_eq!(course.on(days_in(9)).of(Recommendation::GoalsAndExpectations), Broken);
    course.on_record.expectations = Some(true);
    assert_eq!(course.on(days_in(9)).of(Recommendation::GoalsAndExpectations), Kept);
}

#[test]
fn forty_two_days_are_no_gap_and_forty_three_are_f4_1() {
    let verdict = |course: &Story, on| course.on(days_in(on)).of(Recommendation::FollowUps);
    let mut course = story();
    assert_eq!((verdict(&course, 42), verdict(&course, 43)), (Kept, Broken));
    course.follow_ups = vec![follow_up(42), follow_up(84)];
    assert_eq!((verdict(&course, 126), verdict(&course, 127)), (Kept, Broken));
    course.follow_ups = vec![follow_up(43), follow_up(84)];
    assert_eq!((verdict(&course, 42), verdict(&course, 85)), (Kept, Broken));
    assert_eq!(verdict(&course, -1), NotJudged, "it has not started");
    let short = Story { follow_ups: vec![follow_up(50)], ..ended(41) };
    assert_eq!(verdict(&short, 200), Kept, "a follow-up after the end is none of its own");
    assert_eq!(short.facts(days_in(200)).follow_ups, 0);
}

#[test]
fn somebody_stayed_away_f4_1() {
    let absent = FollowUp { mentee: Some(false), ..follow_up(30) };
    let verdicts = Story { follow_ups: vec![absent], ..story() }.on(days_in(40));
    assert_eq!((verdicts.part(Part::NoGap), verdicts.part(Part::AllPresent)), (Kept, Broken));
    assert_eq!(verdicts.of(Recommendation::FollowUps), Broken);
}

#[test]
fn four_weeks_within_a_quarter_of_the_grant_f4_2() {
    let weekly = |minutes: [u32; 5]| -> Story {
        let sessions = (0_i64..).zip(minutes).map(|(week, minutes)| held(week * 7, minutes)).collect();
        Story { sessions, weekly: Some(Minutes::new(120)), ..story() }
    };
    let part = |course: &Story, on| course.on(days_in(on)).part(Part::Hours);
    let exact = weekly([90, 90, 90, 90, 90]);
    assert_eq!(part(&exact, 26), NotJudged, "the fourth week is not over");
    assert_eq!(part(&exact, 27), Kept, "exactly a quarter less");
    assert_eq!(part(&weekly([90, 90, 90, 89, 0]), 27), Broken);
    assert_eq!(part(&weekly([150, 150, 150, 150, 150]), 34), Kept);
    assert_eq!(part(&weekly([150, 150, 150, 151, 150]), 34), Broken);
    assert_eq!(part(&exact, 41), Broken, "a week without a meeting");
    assert_eq!(part(&Story { weekly: None, ..exact.clone() }, 27), NotJudged);
    assert_eq!(exact.on(days_in(27)).of(Recommendation::Extent), NotJudged, "talked over is not on record");
}

#[test]
fn a_group_after_three_months_of_six_with_one_mentor_f4_3() {
    let on = day("2022-06-01");
    let parts = |course: &Story| {
        let verdicts = course.on(on);
        [Part::AfterThreeMonths, Part::AtMostSix, Part::SameMentor, Part::GroupPurpose].map(|part| verdicts.part(part))
    };
    let with = |session| Story { sessions: vec![session], ..story() };
    assert_eq!(parts(&story()), [NotJudged; 4]);
    assert_eq!(parts(&with(in_group(day("2022-04-03"), 6, 1))), [Kept, Kept, Kept, NotJudged]);
    assert_eq!(parts(&with(in_group(day("2022-04-02"), 7, 2))), [Broken, Broken, Broken, NotJudged]);
    let cancelled = SessionEvent { outcome: SessionOutcome::CancelledByMentor, ..in_group(day("2022-01-04"), 9, 2) };
    assert_eq!(parts(&with(cancelled)), [NotJudged; 4]);
    let mut full = with(in_group(day("2022-04-03"), 6, 1));
    full.on_record.group_purpose = Some(true);
    assert_eq!(full.on(on).of(Recommendation::Groups), Kept);
}

#[test]
fn exactly_three_calendar_months_f4_4() {
    let last = day("2022-04-03").days_since(day(START));
    let judged = |course: Story, on| {
        let verdicts = course.on(on);
        (verdicts.part(Part::Lasted), verdicts.of(Recommendation::Duration))
    };
    let later = day("2022-12-31");
    assert_eq!(judged(ended(last), later), (Kept, Kept));
    assert_eq!(judged(ended(last - 1), later), (Broken, Broken));
    assert_eq!(judged(Story { end_reason: Some(EndReason::Wish), ..ended(last - 1) }, later), (Broken, Kept));
    assert_eq!(judged(story(), days_in(last)), (Kept, Kept));
    assert_eq!(judged(story(), days_in(last - 1)), (NotJudged, NotJudged));
    assert_eq!(judged(ended(40), days_in(39)), (NotJudged, NotJudged), "its end was not known by then");
}

#[test]
fn the_network_is_a_goal_f4_5() {
    let verdict =
        |kind| Story { goals: vec![goal(kind, 0, None)], ..story() }.on(days_in(3)).of(Recommendation::Network);
    assert_eq!((verdict(GoalKind::Network), verdict(GoalKind::Mastery)), (Kept, Broken));
    let facts = CourseFacts { network_persons: 1, ..CourseFacts::default() };
    assert_eq!(story().judge_with(&facts, &rules(), days_in(3)).of(Recommendation::Network), Kept);
}

#[test]
fn the_competences_that_are_asked_for_m1() {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
    let part = |has: &[&str]| {
        let course = Story { needs: words(&["angst", "økonomi"]), mentor: Some((words(has), vec![])), ..story() };
        course.on(days_in(3)).part(Part::AskedFor)
    };
    assert_eq!(part(&["Økonomi ", "misbrug", "angst"]), Kept);
    assert_eq!(part(&["økonomi"]), Broken);
    assert_eq!(story().on(days_in(3)).part(Part::AskedFor), NotJudged);
    let asks_nothing = Story { mentor: Some((vec![], vec![])), ..story() };
    assert_eq!(asks_nothing.on(days_in(3)).part(Part::AskedFor), Kept);
}

#[test]
fn supervision_every_six_weeks_throughout_m3() {
    let verdict = |supervisions: &[i64], on| {
        let supervisions = supervisions.iter().map(|days| days_in(*days)).collect();
        Story { mentor: Some((vec![], supervisions)), ..story() }.on(days_in(on)).of(Recommendation::Supervision)
    };
    assert_eq!(story().on(days_in(9)).of(Recommendation::Supervision), NotJudged);
    assert_eq!(verdict(&[-10, 32, 74], 116), Kept);
    assert_eq!(verdict(&[-10, 32, 74], 117), Broken);
    assert_eq!(verdict(&[-10, 33], 40), Broken);
    assert_eq!(verdict(&[-43], 0), Broken, "the last one was more than six weeks ago");
    assert_eq!(verdict(&[42], 60), Kept, "the first one, in time");
    assert_eq!(verdict(&[43], 60), Broken);
    assert_eq!(verdict(&[], 5), Broken);
    assert_eq!(verdict(&[50], 5), Broken, "what comes later is not known");
}

#[test]
fn what_nothing_registers_is_not_judged() {
    let mut course = story();
    let unregistered = [
        Recommendation::Competences,
        Recommendation::Forum,
        Recommendation::Sharing,
        Recommendation::Match,
        Recommendation::Method,
        Recommendation::Closure,
    ];
    let verdicts = |course: &Story| unregistered.map(|recommendation| course.on(days_in(9)).of(recommendation));
    assert_eq!(verdicts(&course), [NotJudged; 6]);
    course.mentor = Some((vec![], vec![]));
    course.on_record = OnRecord {
        model_seven: Some(true),
        forum: Some(true),
        lawful_sharing: Some(true),
        match_basis: Some(true),
        method: Some(true),
        closure: Some(true),
        ..OnRecord::default()
    };
    assert_eq!(verdicts(&course), [Kept; 6]);
}
