//! The sessions of a course, as rows of a table.

use lods_app::courses::show::CoursePage;
use lods_domain::Moment;
use lods_domain::sessions::SessionOutcome;
use lods_domain::time::Clockface;
use lods_i18n::{Lang, Texts};

/// A session in the table.
pub struct SessionRow {
    pub when: String,
    pub form: &'static str,
    pub group: Option<String>,
    /// Where it is another than the course's mentor.
    pub mentor: Option<String>,
    pub outcome: &'static str,
    pub held: bool,
    pub met: String,
    /// Time and kilometres; empty without any.
    pub transport: String,
}

/// The day and the time in Denmark.
pub fn time_of(t: Texts, clock: &Clockface, moment: Moment) -> String {
    let local = clock.local(moment);
    t.date_and_time(clock.day(moment), local.hour(), local.minute())
}

/// As [`time_of`], for narrow columns.
fn short_time_of(t: Texts, clock: &Clockface, moment: Moment) -> String {
    let local = clock.local(moment);
    let mark = if t.lang() == Lang::Da { '.' } else { ':' };
    t.date_time(&t.date_short(clock.day(moment)), &format!("{}{mark}{:02}", local.hour(), local.minute()))
}

pub fn session_rows(t: Texts, clock: &Clockface, shown: &CoursePage) -> Result<Vec<SessionRow>, lods_app::Error> {
    let own = shown.course.mentor();
    let row = |listed: &lods_app::store::sessions::Listed| {
        let session = listed.session()?;
        let held = session.outcome == SessionOutcome::Held;
        let transport = session.transport.filter(|length| length.get() > 0).map(|length| t.hours_and_minutes(length));
        let driven = session.hectometres.filter(|length| *length > 0).map(|length| t.kilometres(length));
        Ok(SessionRow {
            when: short_time_of(t, clock, session.started_at),
            form: t.session_form(session.form),
            group: session.group.filter(|group| !group.is_empty()),
            mentor: (own != Some(listed.mentor.as_str())).then(|| listed.mentor.clone()),
            outcome: t.session_outcome(session.outcome),
            held,
            met: if held { t.hours_and_minutes(session.ata) } else { String::new() },
            transport: [transport, driven].into_iter().flatten().collect::<Vec<_>>().join(", "),
        })
    };
    shown.sessions.iter().map(row).collect()
}
