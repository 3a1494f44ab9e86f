//! One course with everything that its page shows.

use lods_domain::access::{Action, Actor, decide};
use lods_domain::courses::EndReason;
use lods_domain::courses::dues::Due;
use lods_domain::figures::fidelity::{CourseFacts, JudgedCourse, MentorRecord, OnRecord, Verdicts, judge};
use lods_domain::followups::FollowUp;
use lods_domain::ids::CourseId;
use lods_domain::rules::Rules;
use lods_domain::{Day, Moment};
use lods_store::courses::Shown;
use lods_store::extract::list as words;
use lods_store::goals::Scored;
use lods_store::sessions::Listed;
use lods_store::{courses, dues, facts, figures, followups, goals, rules, sessions};

use crate::courses::list::found;
use crate::courses::rollups;
use crate::paging::{PAGE, pages, within};
use crate::{App, Result};

/// Follow-ups, and scores of all goals together, that a page shows at most: the newest.
const FOLLOW_UPS: i64 = 100;
const SCORES: i64 = 1_000;

/// A course as its page shows it.
pub struct CoursePage {
    pub course: Shown,
    pub facts: CourseFacts,
    pub verdicts: Verdicts,
    pub dues: Vec<Due>,
    pub follow_ups: Vec<FollowUp>,
    pub goals: Vec<Scored>,
    /// One page of the sessions, newest first.
    pub sessions: Vec<Listed>,
    pub session_count: i64,
    /// 1 for the first.
    pub page: i64,
    pub today: Day,
    /// The rules behind the verdicts and what is due.
    pub rules: Rules,
}

impl CoursePage {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.session_count)
    }
}

/// The course, if the actor may see it. `page` is the page of its sessions.
pub async fn course(app: &App, actor: &Actor, id: CourseId, page: i64, now: Moment) -> Result<CoursePage> {
    let scope = decide(actor, Action::ReadCourses)?;
    let today = app.today(now);
    let mut tx = app.db.read().await?;
    let course = found(courses::get(&mut tx, scope, id).await?)?;
    let (facts, session_count) = facts::of_course(&mut tx, id).await?.unwrap_or_default();
    // The kept facts hold from the last event on; what lies in the future is not known yet.
    let facts = if facts.last_event > today {
        rollups::gather(&mut tx, Some(id), today).await?.remove(&id).map_or(facts, |known| known.facts)
    } else {
        facts
    };
    let page = within(page, session_count);
    let sessions = sessions::of_course(&mut tx, id, PAGE, (page - 1) * PAGE).await?;
    let follow_ups = followups::of_course(&mut tx, id, FOLLOW_UPS).await?;
    let goals = goals::of_course(&mut tx, id, SCORES).await?;
    let dues = dues::of_course(&mut tx, id).await?;
    let supervised = match course.mentor_id() {
        Some(mentor) => figures::supervisions(&mut tx, mentor).await?,
        None => Vec::new(),
    };
    let rules = rules::all(&mut tx).await?;
    tx.commit().await?;
    let verdicts = verdicts(&course, &facts, &supervised, &rules, today)?;
    Ok(CoursePage { course, facts, verdicts, dues, follow_ups, goals, sessions, session_count, page, today, rules })
}

fn verdicts(course: &Shown, facts: &CourseFacts, supervised: &[Day], rules: &Rules, on: Day) -> Result<Verdicts> {
    let needs = words(&course.needs);
    let competences = course.competences.as_deref().map(words);
    let judged = JudgedCourse {
        dates: &course.dates(),
        weekly: course.weekly(),
        end_reason: EndReason::of_text(&course.end_reason),
        has_purpose: !course.purpose.is_empty(),
        needs: &needs,
        mentor: competences.as_deref().map(|competences| MentorRecord { competences, supervisions: supervised }),
        on_record: OnRecord::default(),
    };
    Ok(judge(&judged, facts, rules, on)?)
}
