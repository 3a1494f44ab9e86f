//! What was done in a dozen courses of a demonstration, from concern to closure: taken step by step as anybody takes them,
//! each on its own day. Nobody in it exists; the words are ours.

mod scripts;

use lods_domain::access::Actor;
use lods_domain::courses::Decision;
use lods_domain::ids::{CourseId, MentorId, StepId};
use lods_domain::steps::{Answer, Answers, Choice, StepField, StepKind};
use lods_domain::{Day, Moment};
use lods_store::facts::{self, Frame};
use lods_store::{extract, own};

use self::scripts::Script;
use super::beside::code;
use super::take::{Sent, Took, take};
use crate::access::tokens::random_key;
use crate::{App, Result};

/// A step of a script: how many days after the script's day, what it is, and what is answered beside the day.
struct Played {
    after: i64,
    kind: StepKind,
    answers: Vec<(StepField, Answer)>,
    /// A further day that is asked for.
    by: Option<(StepField, i64)>,
}

/// A course that a script is played in.
struct Course {
    id: CourseId,
    frame: Frame,
}

/// Plays the scripts in courses that stand where each begins. What does not fit a course is left out of it: a
/// demonstration lacks a step rather than to fail.
pub async fn play(app: &App, now: Moment) -> Result<()> {
    let today = app.today(now);
    let mut tx = app.db.read().await?;
    let frames = facts::frames(&mut tx, None).await?;
    let taken = own::with_accounts(&mut tx).await?;
    tx.commit().await?;
    let mentor = frames.iter().find_map(|(_, frame)| frame.mentor.filter(|_| runs(frame, today)));
    // The newest first; those of the young people who can sign in go on as they are.
    let free = frames.into_iter().rev().filter(|(id, _)| !taken.contains(id));
    let mut courses: Vec<Course> = free.map(|(id, frame)| Course { id, frame }).collect();
    for script in Script::ALL {
        let Some(at) = courses.iter().position(|course| script.fits(&course.frame, today)) else { continue };
        let course = courses.remove(at);
        perform(app, *script, &course, mentor, now).await?;
    }
    Ok(())
}

fn runs(frame: &Frame, today: Day) -> bool {
    let granted = frame.dates.decision == Some(Decision::Granted);
    granted && frame.dates.start.is_some_and(|start| start <= today) && frame.dates.end.is_none()
}

async fn perform(app: &App, script: Script, course: &Course, mentor: Option<MentorId>, now: Moment) -> Result<()> {
    let Some(first) = script.first(&course.frame, app.today(now)) else { return Ok(()) };
    let mut goal = None;
    for mut played in script.steps(&course.frame, course.frame.mentor.or(mentor)) {
        if played.kind == StepKind::Score {
            let Some(goal) = goal else { continue };
            played.answers.push((StepField::Goal, Answer::Id(goal)));
        }
        let kind = played.kind;
        let Some(step) = one(app, course.id, played, first, now).await? else { continue };
        if kind == StepKind::Goal {
            let mut tx = app.db.read().await?;
            goal = extract::goal_ids(&mut tx).await?.get(&code(step)).map(|id| id.0);
            tx.commit().await?;
        }
    }
    Ok(())
}

/// Takes the step on its day, in the morning; none is taken ahead of its day.
async fn one(app: &App, course: CourseId, played: Played, first: Day, now: Moment) -> Result<Option<StepId>> {
    let day = first.plus_days(played.after);
    let field = if played.kind == StepKind::Concern { StepField::NeedOn } else { StepField::On };
    let mut answers = Answers::default();
    answers.set(field, Answer::Day(day));
    if let Some((field, after)) = played.by {
        answers.set(field, Answer::Day(first.plus_days(after)));
    }
    played.answers.into_iter().for_each(|(field, answer)| answers.set(field, answer));
    let at = app.clock.moment(day.date().at(9, 30, 0, 0)).map_or(now, |morning| morning.min(now));
    // Where a recommendation is departed from all the same, as it happens to be in some.
    let departure = Some((Choice::Weighed, "Den unges situation talte for det, og teamet var enigt."));
    let key = random_key()?;
    let sent = Sent { kind: played.kind, key: &key, seen: i64::MAX, answers: &answers, departure };
    match take(app, &Actor::Operator, course, sent, at).await? {
        Took::Done(step) => Ok(Some(step)),
        Took::Against(_) | Took::Since(_) | Took::Restricted | Took::KeySpent => Ok(None),
    }
}
