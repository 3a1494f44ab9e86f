//! What the steps tell of each recommendation: kept, broken and not judged.

use super::*;
use StepKind::*;
use Verdict::{Broken, Kept, NotJudged};

/// A course that was granted in Lods, and what was done then.
fn with(steps: impl IntoIterator<Item = Recorded>) -> Story {
    Story { steps: numbered(std::iter::once(good(Grant, -15)).chain(steps)), ..story() }
}

fn ended_with(days: i64, steps: impl IntoIterator<Item = Recorded>) -> Story {
    Story { steps: with(steps).steps, ..ended(days) }
}

fn of(course: &Story, days: i64, recommendation: Recommendation) -> Verdict {
    course.on(days_in(days)).of(recommendation)
}

fn part(course: &Story, days: i64, part: Part) -> Verdict {
    course.on(days_in(days)).part(part)
}

const TOLD_BY_STEPS: [Part; 2] = [Part::Expectations, Part::TalkedOver];
const WHOLE: [Recommendation; 3] = [Recommendation::Match, Recommendation::Method, Recommendation::Closure];

#[test]
fn a_course_that_is_not_run_in_lods_is_not_judged_by_steps() {
    let mut course = Story { steps: numbered([good(Concern, -20), good(Success, 10)]), ..ended(50) };
    course.follow_ups = vec![follow_up(3)];
    let all = |course: &Story, days| {
        let verdicts = course.on(days_in(days));
        let parts = TOLD_BY_STEPS.map(|part| verdicts.part(part));
        (WHOLE.map(|code| verdicts.of(code)), parts)
    };
    assert_eq!(all(&course, 60), ([NotJudged; 3], [NotJudged; 2]), "it began elsewhere");
    course.steps = numbered([good(Concern, -20), good(Match, 10), good(StepKind::Closure, 50)]);
    let told = ([Kept, NotJudged, of(&course, 60, Recommendation::Closure)], [NotJudged; 2]);
    assert_eq!(all(&course, 60), told, "what was done here is kept, the rest is not known");
    assert_ne!(told.0[2], NotJudged, "it was closed here");
    course.steps = numbered([good(Concern, -20), good(Grant, -10)]);
    assert_eq!(all(&course, 60), ([Broken; 3], [Broken; 2]));
    let taken_back = Recorded { undone_by: Some(StepId(3)), ..good(Grant, -10) };
    course.steps = numbered([good(Concern, -20), taken_back, good(Undo, -9)]);
    assert_eq!(all(&course, 60), ([NotJudged; 3], [NotJudged; 2]), "what was taken back, and its counter-step");
    assert_eq!(course.facts(days_in(60)).steps, None);
}

#[test]
fn a_course_that_has_not_started_is_not_judged_by_steps() {
    let course = with([good(Grant, -10), good(Method, -5)]);
    assert_eq!(of(&course, -1, Recommendation::Match), NotJudged);
    assert_eq!((of(&course, 0, Recommendation::Match), of(&course, 0, Recommendation::Method)), (Broken, Kept));
}

#[test]
fn a_match_says_what_it_rests_on_f3_1() {
    let verdict = |steps: &[Recorded]| of(&with(steps.to_vec()), 30, Recommendation::Match);
    let basis = (StepField::MatchBasis, Answer::Many(vec![Choice::Competence]));
    let only_basis = step(Match, -2, [basis]);
    let only_words = step(Match, -2, [words(StepField::Note)]);
    assert_eq!(verdict(&[good(Match, -2)]), Kept);
    assert_eq!((verdict(std::slice::from_ref(&only_basis)), verdict(&[only_words])), (Broken, Broken));
    assert_eq!(verdict(&[only_basis.clone(), good(Match, -1)]), Kept, "the last one counts");
    assert_eq!(verdict(&[good(Match, -2), Recorded { day: days_in(20), ..only_basis }]), Broken);
    let blank = step(Match, -2, [(StepField::Note, Answer::Text(" ".to_owned()))]);
    assert_eq!(verdict(&[blank]), Broken);
}

#[test]
fn a_rematch_waits_until_it_is_answered_f3_1() {
    let course = with([good(Match, -2), good(Rematch, 20), good(Match, 30), good(Rematch, 40), good(Resume, 41)]);
    let verdicts = [19, 20, 29, 30, 40, 41].map(|days| of(&course, days, Recommendation::Match));
    assert_eq!(verdicts, [Kept, Broken, Broken, Kept, Broken, Kept]);
    let same_day = with([good(Rematch, 20), good(Match, 20)]);
    assert_eq!(of(&same_day, 20, Recommendation::Match), Kept, "recorded after it");
    let before = with([good(Match, 20), good(Rematch, 20)]);
    assert_eq!(of(&before, 20, Recommendation::Match), Broken);
}

#[test]
fn expectations_are_all_three_f3_2() {
    use StepField::*;
    let some = step(Expectations, 0, [Duration, HowItEnds].map(words));
    assert_eq!(part(&with([some.clone()]), 5, Part::Expectations), Broken);
    let course = with([some.clone(), good(Expectations, 4), Recorded { day: days_in(5), ..some }]);
    let verdicts = [3, 4, 5].map(|days| part(&course, days, Part::Expectations));
    assert_eq!(verdicts, [Broken, Kept, Kept], "what was once agreed, was agreed");
}

#[test]
fn the_extent_is_talked_over_in_each_whole_week_f4_2() {
    let talks = |days: &[i64]| with(days.iter().map(|days| good(ExtentTalk, *days)));
    let verdict = |course: &Story, on| part(course, on, Part::TalkedOver);
    let course = talks(&[6, 7, 20]);
    assert_eq!(verdict(&course, 5), NotJudged, "not run in Lods by then");
    let early = talks(&[0]);
    assert_eq!((verdict(&early, 5), verdict(&early, 6)), (NotJudged, Kept), "the first Sunday");
    let verdicts = [6, 13, 19, 20, 26, 27].map(|on| verdict(&course, on));
    assert_eq!(verdicts, [Kept, Kept, Kept, Kept, Kept, Broken], "the fourth week is over without");
    assert_eq!(verdict(&talks(&[0, 14]), 30), Broken, "the second week went by");
    let mut followed_up = talks(&[0, 14]);
    followed_up.follow_ups = vec![follow_up(9)];
    assert_eq!(verdict(&followed_up, 20), Kept, "a follow-up is a talk, from wherever it came");
    let by_step = with([good(ExtentTalk, 0), good(FollowUp, 13)]);
    assert_eq!(verdict(&by_step, 13), Kept);
}

#[test]
fn parts_of_weeks_at_both_ends_ask_for_no_talk_f4_2() {
    let mut course = ended_with(10, [good(ExtentTalk, 9)]);
    course.dates.start = Some(days_in(1));
    assert_eq!(part(&course, 40, Part::TalkedOver), NotJudged, "from a Tuesday to the Thursday after");
    let mut course = ended_with(13, [good(ExtentTalk, 9)]);
    course.dates.start = Some(days_in(1));
    assert_eq!(part(&course, 40, Part::TalkedOver), Kept, "one whole week");
}

#[test]
fn a_pause_asks_for_no_talk_f4_2() {
    let course = with([good(ExtentTalk, 2), good(Pause, 10), good(Resume, 22), good(ExtentTalk, 30)]);
    let verdicts = [13, 27, 34, 41].map(|on| part(&course, on, Part::TalkedOver));
    assert_eq!(verdicts, [Kept, Kept, Kept, Broken], "the week of the resumption is partly paused");
    let monday = with([good(ExtentTalk, 2), good(Pause, 7), good(Resume, 14), good(Pause, 30)]);
    let verdicts = [13, 19, 20, 90].map(|on| part(&monday, on, Part::TalkedOver));
    assert_eq!(verdicts, [Kept, Kept, Broken, Broken], "resumed on a Monday, the week is run");
    let from_the_start = with([good(Pause, 3)]);
    assert_eq!(part(&from_the_start, 90, Part::TalkedOver), NotJudged);
}

#[test]
fn a_group_is_planned_before_it_first_meets_f4_3() {
    let on = day("2022-06-01").days_since(day(START));
    let meets = |steps: Vec<Recorded>| Story { sessions: vec![in_group(day("2022-04-04"), 4, 1)], ..with(steps) };
    let first = day("2022-04-04").days_since(day(START));
    let verdict = |steps| part(&meets(steps), on, Part::GroupPurpose);
    assert_eq!(verdict(vec![good(GroupPlan, first)]), Kept, "on the day itself");
    assert_eq!(verdict(vec![good(GroupPlan, first + 1)]), Broken);
    assert_eq!(verdict(vec![good(GroupPlan, first + 1), good(GroupPlan, first - 1)]), Kept);
    assert_eq!(verdict(vec![step(GroupPlan, 3, [words(StepField::GroupPurpose)])]), Broken, "is it suited?");
    assert_eq!(part(&with([good(GroupPlan, 3)]), on, Part::GroupPurpose), NotJudged, "no group met");
    assert_eq!(meets(vec![good(GroupPlan, 3)]).on(days_in(on)).of(Recommendation::Groups), Kept);
}

#[test]
fn a_mapped_person_is_network_f4_5() {
    let course = with([good(NetworkPerson, 5), good(NetworkPerson, 6)]);
    let verdicts = [4, 5].map(|on| of(&course, on, Recommendation::Network));
    assert_eq!((verdicts, course.facts(days_in(9)).network_persons), ([Broken, Kept], 2));
}

#[test]
fn a_method_has_a_reason_and_is_assessed_at_the_end_f4_6() {
    let verdict = |course: &Story, on| of(course, on, Recommendation::Method);
    let bare = step(Method, 3, [chosen(StepField::Method, Choice::Structure)]);
    assert_eq!(verdict(&with([bare.clone()]), 9), Broken);
    assert_eq!(verdict(&with([bare, good(Method, 4)]), 9), Kept);
    let silent = ended_with(20, [good(Method, 4), step(Closure, 20, [words(StepField::NeedAssessed)])]);
    assert_eq!((verdict(&silent, 19), verdict(&silent, 20)), (Kept, Broken), "while it ran, the choice was enough");
    let assessed = step(Closure, 20, [words(StepField::MethodAssessed)]);
    assert_eq!(verdict(&ended_with(20, [good(Method, 4), assessed.clone()]), 20), Kept);
    assert_eq!(verdict(&ended_with(20, [assessed]), 20), Broken, "none was chosen");
}

#[test]
fn an_end_has_five_elements_f5_1() {
    use StepField::*;
    let verdict = |course: &Story| of(course, 40, Recommendation::Closure);
    assert_eq!(verdict(&with([good(StepKind::Closure, 20)])), NotJudged, "it runs");
    let whole = ended_with(20, [good(StepKind::Closure, 20)]);
    assert_eq!((of(&whole, 19, Recommendation::Closure), verdict(&whole)), (NotJudged, Kept));
    assert_eq!(verdict(&ended_with(20, [good(StepKind::Method, 4)])), Broken, "no closure");
    let elements = [NeedAssessed, NetworkTold, Handover, EvaluatedWith, MethodAssessed].map(words);
    for left_out in 0..elements.len() {
        let mut closure = step(StepKind::Closure, 20, [chosen(EndKind, Choice::Planned)]);
        for (at, (field, answer)) in elements.iter().enumerate() {
            if at != left_out {
                closure.answers.set(*field, answer.clone());
            }
        }
        assert_eq!(verdict(&ended_with(20, [closure.clone()])), Broken, "{:?}", elements[left_out].0);
        let with_evaluation = ended_with(20, [closure, good(Evaluation, 35)]);
        let kept = if elements[left_out].0 == EvaluatedWith { Kept } else { Broken };
        assert_eq!(verdict(&with_evaluation), kept, "the young person answered in an own evaluation");
        assert_eq!(of(&with_evaluation, 34, Recommendation::Closure), Broken, "which came later");
    }
    let by_mentor = step(Evaluation, 19, [chosen(Voice, Choice::Mentor)]);
    let told = step(StepKind::Closure, 20, [NeedAssessed, NetworkTold, Handover, MethodAssessed].map(words));
    assert_eq!(verdict(&ended_with(20, [by_mentor, told])), Broken, "the mentor's own evaluation is another");
}

#[test]
fn an_unplanned_end_has_the_least_f5_1() {
    use StepField::*;
    let verdict = |fields: &[StepField]| {
        let mut closure = step(StepKind::Closure, 35, [chosen(EndKind, Choice::Unplanned)]);
        fields.iter().map(|field| words(*field)).for_each(|(field, answer)| closure.answers.set(field, answer));
        of(&ended_with(35, [closure]), 40, Recommendation::Closure)
    };
    assert_eq!(verdict(&[NetworkTold, Alternatives]), Kept);
    assert_eq!((verdict(&[NetworkTold]), verdict(&[Alternatives])), (Broken, Broken));
}
