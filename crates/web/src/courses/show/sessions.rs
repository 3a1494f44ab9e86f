//! The sessions of a course, as rows of a table.

use lods_app::courses::show::CoursePage;
use lods_domain::sessions::SessionOutcome;
use lods_domain::time::Clockface;
use lods_i18n::Texts;

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

pub fn session_rows(t: Texts, clock: &Clockface, shown: &CoursePage) -> Result<Vec<SessionRow>, lods_app::Error> {
    let own = shown.course.mentor();
    let row = |listed: &lods_app::store::sessions::Listed| {
        let session = listed.session()?;
        let held = session.outcome == SessionOutcome::Held;
        let transport = session.transport.filter(|length| length.get() > 0).map(|length| t.hours_and_minutes(length));
        let driven = session.hectometres.filter(|length| *length > 0).map(|length| t.kilometres(length));
        Ok(SessionRow {
            when: t.moment_short(clock, session.started_at),
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
