//! One course with everything that its page shows.

use lods_domain::access::{Action, Actor, Field, To, What};
use lods_domain::courses::EndReason;
use lods_domain::dues::Due;
use lods_domain::figures::fidelity::{CourseFacts, JudgedCourse, MentorRecord, OnRecord, Verdicts, judge};
use lods_domain::followups::FollowUp;
use lods_domain::ids::CourseId;
use lods_domain::rules::Rules;
use lods_domain::sharing::all_lawful;
use lods_domain::{Day, Moment};
use lods_store::courses::Shown;
use lods_store::extract::list as words;
use lods_store::goals::Scored;
use lods_store::sessions::Listed;
use lods_store::team::CoMentor;
use lods_store::{courses, dues, emergencies, facts, figures, followups, goals, rules, sessions, sharing, team};

use crate::courses::{reaches, rollups};
use crate::notes::list::{self, Notes};
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
    /// The newest notes that the reader sees; `None` where the reader has nothing to do with notes.
    pub notes: Option<Notes>,
    /// The mentors beside the course's own, of all times.
    pub co_mentors: Vec<CoMentor>,
    /// A link to the team's page may be shown.
    pub may_manage_team: bool,
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
        true => sessions::of_course(&mut tx, id, seen.has(Field::Name), PAGE, (page - 1) * PAGE).await?,
        false => Vec::new(),
    };
    let (follow_ups, mut dues) = match seen.has(Field::FollowUps) {
        true => (followups::of_course(&mut tx, id, FOLLOW_UPS).await?, dues::of_course(&mut tx, id).await?),
        false => Default::default(),
    };
    dues.retain(|due| seen.has(due.kind.field()) && (due.on <= today || due.kind.is_told_ahead()));
    let goals = match seen.has(Field::Goals) {
        true => goals::of_course(&mut tx, id, SCORES).await?,
        false => Vec::new(),
    };
    let supervised = match course.mentor_id() {
        Some(mentor) => figures::supervisions(&mut tx, mentor).await?,
        None => Vec::new(),
    };
    let co_mentors = match seen.has(Field::Provider) {
        true => team::co_mentors(&mut tx, id).await?,
        false => Vec::new(),
    };
    let notes = list::newest(app, actor, &mut tx, (&course, &co_mentors), now).await?;
    let emergency_until = emergency_until(&mut tx, actor, &course, now).await?;
    let rules = rules::all(&mut tx).await?;
    let on_record = OnRecord { lawful_sharing: lawful_sharing(app, &mut tx, id, today).await?, ..OnRecord::default() };
    tx.commit().await?;
    let verdicts = verdicts(&course, &facts, (&supervised, on_record), &rules, today)?;
    Ok(CoursePage {
        may_manage_team: reaches(app, actor, Action::ManageTeam, &course, now),
        course,
        facts,
        verdicts,
        dues,
        follow_ups,
        goals,
        sessions,
        session_count,
        notes,
        co_mentors,
        page,
        today,
        rules,
        emergency_until,
    })
}

/// Until when the emergency access lasts, if the course is read by one.
async fn emergency_until(
    tx: &mut lods_store::Tx,
    actor: &Actor,
    course: &Shown,
    now: Moment,
) -> Result<Option<Moment>> {
    let by_emergency = course.by().iter().any(|clause| matches!(clause.to, To::Emergency(_)));
    match (by_emergency, actor.user()) {
        (true, Some(user)) => Ok(emergencies::open_until(tx, user, course.id(), now).await?),
        _ => Ok(None),
    }
}

async fn lawful_sharing(app: &App, tx: &mut lods_store::Tx, course: CourseId, on: Day) -> Result<Option<bool>> {
    let shared = sharing::shared(tx, Some(course), app.clock()).await?;
    Ok(all_lawful(shared.iter().map(|(_, shared)| shared), on))
}

fn verdicts(
    course: &Shown,
    facts: &CourseFacts,
    (supervised, on_record): (&[Day], OnRecord),
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
        on_record,
    };
    Ok(Some(judge(&judged, facts, rules, on)?))
}
