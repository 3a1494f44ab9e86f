//! Goals, and how the mentees score them: curves that mostly rise, flatten out, and have set-backs.

use fastrand::Rng;
use lods_domain::Day;
use lods_domain::courses::EndKind;
use lods_domain::goals::{Goal, GoalKind, Score};

use super::Plan;
use super::chance::{Stream, percent, pick, stream};
use super::courses::{Nudge, Planned, World};
use super::sink::{Counted, Sink};
use super::texts;
use crate::extract::rows::{GoalRow, ScoreRow};

/// The table of goals.
pub(super) fn rows<S: Sink>(plan: &Plan, world: &World, sink: &mut Counted<'_, S>) -> Result<(), S::Error> {
    for (number, course) in world.courses.iter().enumerate() {
        for (goal, _) in of_course(plan, number, course) {
            sink.goal(&GoalRow { case_number: course.case_number.clone(), goal })?;
        }
    }
    Ok(())
}

/// The scores of a course's goals, goal by goal, each by day.
pub(super) fn scores<S: Sink>(
    plan: &Plan,
    world: &World,
    number: usize,
    sink: &mut Counted<'_, S>,
) -> Result<(), S::Error> {
    let course = &world.courses[number];
    let Some((_, last)) = course.run(plan.today) else { return Ok(()) };
    let mut rng = stream(plan.seed, Stream::Scores, number);
    for (goal, created) in of_course(plan, number, course) {
        if percent(&mut rng, 5) {
            continue;
        }
        let curve = Curve::draw(&mut rng, course);
        let mut on = created;
        while on <= last {
            let tenths = curve.at(&mut rng, on.days_since(created));
            if let Some(score) = Score::from_tenths(tenths) {
                sink.score(&ScoreRow { goal: &goal.code, on, score })?;
            }
            on = on.plus_days(*pick(&mut rng, &[14, 21, 28, 28, 35]));
        }
    }
    Ok(())
}

/// The goals of a course and the day of each; the same whenever asked.
fn of_course(plan: &Plan, number: usize, course: &Planned) -> Vec<(Goal, Day)> {
    let Some((start, last)) = course.run(plan.today) else { return Vec::new() };
    let mut rng = stream(plan.seed, Stream::Goals, number);
    if course.nudge == Nudge::NoGoal || percent(&mut rng, 4) {
        return Vec::new();
    }
    let count = rng.usize(1..=3);
    let mut kinds = rng.choose_multiple(GoalKind::ALL.iter().copied(), count);
    // A goal of the kind network is what keeps recommendation F4.5.
    if percent(&mut rng, 45) && !kinds.contains(&GoalKind::Network) {
        kinds.push(GoalKind::Network);
    }
    kinds.sort_unstable();
    kinds.into_iter().map(|kind| goal(&mut rng, course, kind, (start, last))).collect()
}

fn goal(rng: &mut Rng, course: &Planned, kind: GoalKind, (start, last): (Day, Day)) -> (Goal, Day) {
    let created = start.plus_days(rng.i64(0..=9)).min(last);
    let code = format!("{}-{}", course.case_number, texts::goal_suffix(kind));
    let title = (*pick(rng, texts::goal_titles(kind))).to_owned();
    (Goal { code, kind, title, created_on: Some(created) }, created)
}

/// From where to where the scores go, in tenths, and how many days that takes.
struct Curve {
    from: i64,
    to: i64,
    days: i64,
}

impl Curve {
    fn draw(rng: &mut Rng, course: &Planned) -> Curve {
        let from = rng.i64(10..=45);
        let to = match course.history.dates.end_kind {
            Some(EndKind::Planned) => rng.i64(60..=95),
            Some(EndKind::Unplanned) => rng.i64(15..=60),
            None => rng.i64(45..=90),
        };
        Curve { from, to, days: rng.i64(150..=330) }
    }

    /// The score after so many days: fast at first, then slower, with noise and, now and then, a set-back; in halves.
    fn at(&self, rng: &mut Rng, day: i64) -> i64 {
        let left = 1_000 - (day * 1_000 / self.days).min(1_000);
        let gone = 1_000 - left * left / 1_000;
        let set_back = if percent(rng, 8) { rng.i64(10..=25) } else { 0 };
        let score = self.from + (self.to - self.from) * gone / 1_000 + rng.i64(-7..=7) - set_back;
        (score.clamp(0, 100) + 2) / 5 * 5
    }
}
