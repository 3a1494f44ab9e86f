//! What has happened, newest first, and who took part in the follow-ups.

use lods_app::courses::show::CoursePage;
use lods_app::store::sessions::Listed;
use lods_domain::Day;
use lods_domain::followups::FollowUp;
use lods_domain::sessions::SessionOutcome;
use lods_domain::time::Clockface;
use lods_i18n::Texts;

/// Something that happened on a day.
#[derive(Debug)]
pub struct Event {
    /// For machines, `2026-03-02`.
    pub day: Day,
    pub date: String,
    pub what: String,
    pub more: String,
    /// `lods-mark` for a milestone, `lods-missed` for a meeting that was not held.
    pub class: &'static str,
}

/// A follow-up and who took part.
pub struct FollowUpRow {
    pub date: String,
    /// Caseworker, mentor, citizen: the look, and in words.
    pub present: [(&'static str, &'static str); 3],
}

/// Newest first.
#[must_use]
pub fn follow_ups(t: Texts, follow_ups: &[FollowUp]) -> Vec<FollowUpRow> {
    let present = |present: Option<bool>| match present {
        Some(true) => ("kept", t.yes()),
        Some(false) => ("broken", t.no()),
        None => ("unjudged", t.not_on_record()),
    };
    let row = |one: &FollowUp| FollowUpRow {
        date: t.date_short(one.on),
        present: [one.caseworker, one.mentor, one.mentee].map(present),
    };
    follow_ups.iter().rev().map(row).collect()
}

/// Newest first; of two on one day, the later in the course's way.
pub fn timeline(
    t: Texts,
    clock: &Clockface,
    shown: &CoursePage,
    sessions: &[&Listed],
) -> Result<Vec<Event>, lods_app::Error> {
    let mut events = milestones(t, shown);
    events.extend(shown.goals.iter().filter_map(|goal| {
        let what = t.course_timeline_goal(&goal.goal.title);
        Some(event(t, goal.goal.created_on?, what, String::new(), ""))
    }));
    events.extend(shown.follow_ups.iter().map(|one| follow_up(t, one)));
    for listed in sessions.iter().rev() {
        events.push(session(t, clock, listed)?);
    }
    let dates = shown.course.dates();
    let ended = dates.end.map(|end| {
        let kind = dates.end_kind.map(|kind| t.end_kind(kind).to_owned()).unwrap_or_default();
        event(t, end, t.course_timeline_end().to_owned(), kind, "lods-mark")
    });
    events.extend(ended);
    events.retain(|event| event.day <= shown.today);
    events.sort_by_key(|event| event.day);
    events.reverse();
    Ok(events)
}

fn event(t: Texts, day: Day, what: String, more: String, class: &'static str) -> Event {
    Event { day, date: t.date(day), what, more, class }
}

fn milestones(t: Texts, shown: &CoursePage) -> Vec<Event> {
    let dates = shown.course.dates();
    let decision = t.course_timeline_decided(&t.decision(dates.decision).to_lowercase());
    [
        (dates.concern, t.course_timeline_concern().to_owned()),
        (dates.decided, decision),
        (dates.start, t.course_timeline_start().to_owned()),
    ]
    .into_iter()
    .filter_map(|(day, what)| Some(event(t, day?, what, String::new(), "lods-mark")))
    .collect()
}

fn follow_up(t: Texts, one: &FollowUp) -> Event {
    let absent: Vec<&str> = [
        (one.caseworker, t.course_follow_ups_column_caseworker()),
        (one.mentor, t.course_follow_ups_column_mentor()),
        (one.mentee, t.course_follow_ups_column_citizen()),
    ]
    .into_iter()
    .filter_map(|(present, name)| (present == Some(false)).then_some(name))
    .collect();
    let more = match (one.all_present(), absent.is_empty()) {
        (true, _) => t.course_follow_ups_all().to_owned(),
        (false, false) => t.course_follow_ups_without(&absent.join(", ").to_lowercase()),
        (false, true) => String::new(),
    };
    event(t, one.on, t.course_timeline_follow_up().to_owned(), more, "")
}

fn session(t: Texts, clock: &Clockface, listed: &Listed) -> Result<Event, lods_app::Error> {
    let session = listed.session()?;
    let day = clock.day(session.started_at);
    let held = session.outcome == SessionOutcome::Held;
    let more = if held { t.hours_and_minutes(session.ata) } else { t.session_outcome(session.outcome).to_owned() };
    Ok(Event {
        day,
        date: t.moment(clock, session.started_at),
        what: t.course_timeline_session(&t.session_form(session.form).to_lowercase()),
        more,
        class: if held { "" } else { "lods-missed" },
    })
}
