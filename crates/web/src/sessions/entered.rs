//! What somebody typed into the form of a session, and what it means.

use jiff::civil::{DateTime, Time};
use lods_domain::sessions::{Session, SessionFault, SessionForm, SessionOutcome};
use lods_domain::time::Clockface;
use lods_domain::{Day, Minutes, Moment};
use lods_i18n::Texts;
use serde::Deserialize;

use crate::csrf::Keyed;
use crate::form::{Fault, day, written};

/// Characters of a group's name.
const LONGEST_GROUP: usize = 100;
/// Minutes of a day: the most that a session or a drive lasts.
const DAY: i64 = 24 * 60;
/// Hundreds of metres: 9,999.9 km.
const FURTHEST: i64 = 99_999;

/// The fields as they were typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    pub csrf: String,
    pub date: String,
    pub time: String,
    pub form: String,
    pub outcome: String,
    pub minutes: String,
    pub transport: String,
    pub km: String,
    pub group: String,
}

impl Keyed for Entered {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

impl Entered {
    /// The form as it is shown first: now, to the quarter of an hour that has begun.
    pub fn at(clock: &Clockface, now: Moment) -> Entered {
        let local = clock.local(now);
        Entered {
            date: written(clock.day(now)),
            time: format!("{:02}:{:02}", local.hour(), local.minute() / 15 * 15),
            form: SessionForm::Meeting.code().to_owned(),
            outcome: SessionOutcome::Held.code().to_owned(),
            ..Entered::default()
        }
    }

    /// The session that was meant, or all that is wrong, in the order of the fields.
    pub fn session(&self, t: Texts, clock: &Clockface) -> Result<Session, Vec<Fault>> {
        let mut faults = Vec::new();
        let started_at = started_at(t, clock, self, &mut faults);
        let form = SessionForm::from_code(&self.form);
        if form.is_none() {
            faults.push(Fault::new("form", t.session_form_missing()));
        }
        let outcome = SessionOutcome::from_code(&self.outcome);
        if outcome.is_none() {
            faults.push(Fault::new("outcome", t.session_outcome_missing()));
        }
        let ata = kept(&mut faults, self.minutes(t, outcome));
        let transport = kept(&mut faults, self.transport(t));
        let hectometres = kept(&mut faults, self.hectometres(t));
        let group = kept(&mut faults, self.group(t, form));
        match (started_at, form, outcome, ata, transport, hectometres, group) {
            (
                Some(started_at),
                Some(form),
                Some(outcome),
                Some(ata),
                Some(transport),
                Some(hectometres),
                Some(group),
            ) => Ok(Session { started_at, form, outcome, ata, transport, hectometres, group }),
            _ => Err(faults),
        }
    }

    /// Nothing is zero where the session was not held.
    fn minutes(&self, t: Texts, outcome: Option<SessionOutcome>) -> Result<Minutes, Fault> {
        match minutes(&self.minutes) {
            Ok(Some(minutes)) => Ok(minutes),
            Ok(None) if outcome == Some(SessionOutcome::Held) => {
                Err(Fault::new("minutes", t.session_minutes_missing()))
            }
            Ok(None) => Ok(Minutes::ZERO),
            Err(NoNumber) => Err(Fault::new("minutes", t.session_minutes_wrong())),
        }
    }

    fn transport(&self, t: Texts) -> Result<Option<Minutes>, Fault> {
        minutes(&self.transport).map_err(|NoNumber| Fault::new("transport", t.session_transport_wrong()))
    }

    fn hectometres(&self, t: Texts) -> Result<Option<i64>, Fault> {
        hectometres(&self.km).map_err(|NoNumber| Fault::new("km", t.session_km_wrong()))
    }

    /// A group session has a group, and nothing else has.
    fn group(&self, t: Texts, form: Option<SessionForm>) -> Result<Option<String>, Fault> {
        let group = self.group.trim();
        let text = match (form == Some(SessionForm::Group), group.is_empty()) {
            (true, true) => t.session_group_missing(),
            (false, false) if form.is_some() => t.session_group_only(),
            _ if group.chars().count() > LONGEST_GROUP => t.session_group_too_long(),
            _ => return Ok((!group.is_empty()).then(|| group.to_owned())),
        };
        Err(Fault::new("group", text))
    }
}

/// The field beside which a fault of the session stands, and the fault in words.
pub fn fault_of(t: Texts, fault: SessionFault, session: &Session, clock: &Clockface, today: Day) -> Fault {
    let field = match fault {
        SessionFault::MinutesWithoutMeeting | SessionFault::TooLong => "minutes",
        SessionFault::InTheFuture if clock.day(session.started_at) == today => "time",
        SessionFault::InTheFuture
        | SessionFault::BeforeStart
        | SessionFault::AfterEnd
        | SessionFault::CourseNotStarted => "date",
    };
    Fault::new(field, t.session_fault(fault))
}

fn kept<T>(faults: &mut Vec<Fault>, read: Result<T, Fault>) -> Option<T> {
    read.map_err(|fault| faults.push(fault)).ok()
}

fn started_at(t: Texts, clock: &Clockface, entered: &Entered, faults: &mut Vec<Fault>) -> Option<Moment> {
    let (date_text, time_text) = (entered.date.trim(), entered.time.trim());
    let day = day(date_text);
    if day.is_none() {
        let text = if date_text.is_empty() { t.session_date_missing() } else { t.session_date_wrong() };
        faults.push(Fault::new("date", text));
    }
    let time = time(time_text);
    if time.is_none() {
        let text = if time_text.is_empty() { t.session_time_missing() } else { t.session_time_wrong() };
        faults.push(Fault::new("time", text));
    }
    let moment = clock.moment(DateTime::from_parts(day?.date(), time?));
    if moment.is_none() {
        faults.push(Fault::new("date", t.session_date_wrong()));
    }
    moment
}

/// `14:30`, `14.30`, `9:05` or `1430`.
fn time(text: &str) -> Option<Time> {
    let (hour, minute) = match text.split_once([':', '.']) {
        Some((hour, minute)) => (hour, minute.get(..2)?),
        None if text.len() == 4 => text.split_at_checked(2)?,
        None => return None,
    };
    let digits = [hour, minute].iter().all(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    if !digits {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// What was typed is no number that the field takes.
#[derive(Debug, PartialEq, Eq)]
struct NoNumber;

fn minutes(text: &str) -> Result<Option<Minutes>, NoNumber> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let number: i64 = text.parse().map_err(|_| NoNumber)?;
    let minutes = Minutes::from_i64(number).filter(|_| number <= DAY);
    minutes.map(Some).ok_or(NoNumber)
}

/// Kilometres with one decimal at most, after a comma or a point: `12,5` is 125.
fn hectometres(text: &str) -> Result<Option<i64>, NoNumber> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (whole, tenth) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(tenth) || tenth.len() > 1 {
        return Err(NoNumber);
    }
    let number: i64 = format!("{whole}{tenth}").parse().map_err(|_| NoNumber)?;
    if number <= FURTHEST { Ok(Some(number)) } else { Err(NoNumber) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lods_i18n::Lang;

    const T: Texts = Texts::new(Lang::Da);

    fn clock() -> Clockface {
        Clockface::copenhagen().unwrap()
    }

    fn entered() -> Entered {
        let now = clock().moment("2026-03-02T14:52:10".parse().unwrap()).unwrap();
        Entered { minutes: "45".to_owned(), ..Entered::at(&clock(), now) }
    }

    fn fields(entered: &Entered) -> Vec<&'static str> {
        entered.session(T, &clock()).unwrap_err().into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn the_form_begins_with_now() {
        let entered = entered();
        assert_eq!((entered.date.as_str(), entered.time.as_str()), ("02-03-2026", "14:45"));
        let session = entered.session(T, &clock()).unwrap();
        assert_eq!((session.form, session.outcome), (SessionForm::Meeting, SessionOutcome::Held));
        assert_eq!(session.ata, Minutes::new(45));
    }

    #[test]
    fn times_as_people_write_them() {
        for (text, hour, minute) in [("14:30", 14, 30), ("9.05", 9, 5), ("0905", 9, 5), ("00:00:00", 0, 0)] {
            assert_eq!(time(text), Time::new(hour, minute, 0, 0).ok(), "{text}");
        }
        for text in ["", "24:00", "14:60", "14", "14:5", "æ:øå", "-1:00", ":30"] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn kilometres_with_a_danish_comma() {
        assert_eq!(hectometres("12,5"), Ok(Some(125)));
        assert_eq!(hectometres("12.5"), Ok(Some(125)));
        assert_eq!(hectometres(" 7 "), Ok(Some(70)));
        assert_eq!(hectometres(""), Ok(None));
        for text in ["12,55", "-1", "x", ",", "1,", "99999", "1e3"] {
            assert_eq!(hectometres(text), Err(NoNumber), "{text}");
        }
    }

    #[test]
    fn every_fault_stands_at_its_field() {
        let wrong = Entered {
            date: "31-02-2022".to_owned(),
            minutes: "1441".to_owned(),
            transport: "x".to_owned(),
            km: "1,25".to_owned(),
            group: "Madlavning".to_owned(),
            ..entered()
        };
        assert_eq!(fields(&wrong), ["date", "minutes", "transport", "km", "group"]);
        assert_eq!(fields(&Entered::default()), ["date", "time", "form", "outcome"]);
        let group = Entered { form: "gruppe".to_owned(), ..entered() };
        assert_eq!(fields(&group), ["group"]);
        let held = Entered { minutes: String::new(), ..entered() };
        assert_eq!(fields(&held), ["minutes"]);
        let away = Entered { outcome: "udeblevet".to_owned(), ..held };
        assert_eq!(away.session(T, &clock()).unwrap().ata, Minutes::ZERO);
    }

    #[test]
    fn a_fault_of_the_session_stands_at_the_field_that_tells_it() {
        let session = entered().session(T, &clock()).unwrap();
        let today = clock().day(session.started_at);
        let field = |fault, today| fault_of(T, fault, &session, &clock(), today).field;
        assert_eq!(field(SessionFault::InTheFuture, today), "time");
        assert_eq!(field(SessionFault::InTheFuture, today.plus_days(-1)), "date");
        assert_eq!(field(SessionFault::MinutesWithoutMeeting, today), "minutes");
        assert_eq!(field(SessionFault::BeforeStart, today), "date");
    }
}
