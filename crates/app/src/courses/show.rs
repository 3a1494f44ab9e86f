//! One course with everything that its page shows.

use lods_domain::access::{Action, Actor, Field, To, What};
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
use lods_store::{courses, dues, emergencies, facts, figures, followups, goals, rules, sessions};

use crate::courses::rollups;
use crate::paging::{PAGE, pages, within};
use crate::{App, Result, found};

/// Follow-ups, and scores of all goals together, that a page shows at most: the newest.
const FOLLOW_UPS: i64 = 100;
const SCORES: i64 = 1_000;

/// A course as its page shows it.
pub struct CoursePage {
    pub course: Shown,
    pub facts: CourseFacts,
    /// `None` where it is not seen how the model is kept.
    pub verdicts: Option<Verdicts>,
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
    /// Until when the course stands open to the reader by emergency access, if it is read by that.
    pub emergency_until: Option<Moment>,
}

impl CoursePage {
    #[must_use]
    pub fn pages(&self) -> i64 {
        pages(self.session_count)
    }
}

/// The course, if the actor may see it. `page` is the page of its sessions.
pub async fn course(app: &App, actor: &Actor, id: CourseId, page: i64, now: Moment) -> Result<CoursePage> {
    let reach = app.allow(actor, Action::ReadCourses, What::Course, now).await?;
    let today = app.today(now);
    let mut tx = app.reading(actor, now).await?;
    let course = courses::get(&mut tx, &reach, id, What::Course).await?;
    let (mut tx, course) = found(tx, course).await?;
    let seen = course.fields();
    let (facts, session_count) = facts::of_course(&mut tx, id).await?.unwrap_or_default();
    // The kept facts hold from the last event on; what lies in the future is not known yet.
    let facts = if facts.last_event > today {
        rollups::gather(&mut tx, Some(id), today).await?.remove(&id).map_or(facts, |known| known.facts)
    } else {
        facts
    };
    let session_count = seen.show(Field::Sessions, session_count).unwrap_or_default();
    let page = within(page, session_count);
    let sessions = match seen.has(Field::Sessions) {
        true => sessions::of_course(&mut tx, id, PAGE, (page - 1) * PAGE).await?,
        false => Vec::new(),
    };
    let (follow_ups, dues) = match seen.has(Field::FollowUps) {
        true => (followups::of_course(&mut tx, id, FOLLOW_UPS).await?, dues::of_course(&mut tx, id).await?),
        false => Default::default(),
    };
    let goals = match seen.has(Field::Goals) {
        true => goals::of_course(&mut tx, id, SCORES).await?,
        false => Vec::new(),
    };
    let supervised = match course.mentor_id() {
        Some(mentor) => figures::supervisions(&mut tx, mentor).await?,
        None => Vec::new(),
    };
    let emergency_until = match (course.by().to, actor.user()) {
        (To::Emergency(_), Some(user)) => emergencies::open_until(&mut tx, user, id, now).await?,
        _ => None,
    };
    let rules = rules::all(&mut tx).await?;
    tx.commit().await?;
    let verdicts = verdicts(&course, &facts, &supervised, &rules, today)?;
    Ok(CoursePage {
        course,
        facts,
        verdicts,
        dues,
        follow_ups,
        goals,
        sessions,
        session_count,
        page,
        today,
        rules,
        emergency_until,
    })
}

fn verdicts(
    course: &Shown,
    facts: &CourseFacts,
    supervised: &[Day],
    rules: &Rules,
    on: Day,
) -> Result<Option<Verdicts>> {
    let Some(by) = course.judged_by() else { return Ok(None) };
    let needs = words(by.needs);
    let competences = by.competences.map(words);
    let judged = JudgedCourse {
        dates: &course.dates(),
        weekly: course.weekly(),
        end_reason: EndReason::of_text(by.end_reason),
        has_purpose: by.has_purpose,
        needs: &needs,
        mentor: competences.as_deref().map(|competences| MentorRecord { competences, supervisions: supervised }),
        on_record: OnRecord::default(),
    };
    Ok(Some(judge(&judged, facts, rules, on)?))
}
