//! What is on record of the course and its citizen. A protected address never leaves the handler.

use lods_app::courses::show::CoursePage;
use lods_app::store::courses::Shown;
use lods_domain::courses::EndReason;
use lods_domain::{Day, Minutes};
use lods_i18n::Texts;

/// The facts, ready to be shown.
pub struct About {
    pub name: String,
    pub case_number: String,
    /// Without the last four digits.
    pub cpr: String,
    pub phone: String,
    pub email: String,
    /// Label and value; a value that is not on record says so.
    pub facts: Vec<(&'static str, String)>,
    /// Longer texts: only those that are on record.
    pub texts: Vec<(&'static str, String)>,
    /// `None` when it is protected.
    pub address: Option<String>,
}

pub fn about(t: Texts, shown: &CoursePage) -> Result<About, lods_app::Error> {
    let course = &shown.course;
    Ok(About {
        name: course.name(),
        case_number: course.case_number.clone(),
        cpr: course.cpr()?.masked(),
        phone: course.phone.clone(),
        email: course.email.clone(),
        facts: facts(t, shown),
        texts: texts(t, course),
        address: (!course.address_is_protected()).then(|| address(t, course)),
    })
}

fn on_record(t: Texts, text: &str) -> String {
    if text.is_empty() { t.not_on_record().to_owned() } else { text.to_owned() }
}

fn address(t: Texts, course: &Shown) -> String {
    let town = format!("{} {}", course.postcode, course.city);
    let lines = [course.address.trim(), town.trim()];
    on_record(t, &lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", "))
}

fn facts(t: Texts, shown: &CoursePage) -> Vec<(&'static str, String)> {
    let course = &shown.course;
    let dates = course.dates();
    let day = |label, day: Option<Day>| day.map(|day| (label, t.date(day)));
    let weekly = course.weekly().map(|weekly| t.course_fact_granted_weekly(&t.hours(weekly))).unwrap_or_default();
    let met = Minutes::from_i64(shown.facts.ata_minutes).unwrap_or_default();
    let mut facts = vec![
        (t.course_fact_mentor(), course.mentor.clone().unwrap_or_else(|| t.none().to_owned())),
        (t.course_fact_unit(), course.unit.clone().unwrap_or_else(|| t.unit_none().to_owned())),
        (t.course_fact_group(), on_record(t, &course.target_group)),
        (t.course_fact_legal_basis(), on_record(t, &course.legal_basis)),
        (t.course_fact_granted(), on_record(t, &weekly)),
        (t.course_fact_ata(), t.hours(met)),
        (t.course_fact_decision(), t.decision(dates.decision).to_owned()),
    ];
    facts.extend(day(t.course_fact_start(), dates.start));
    if dates.end.is_none() {
        facts.extend(day(t.course_fact_expected_end(), dates.expected_end));
        return facts;
    }
    facts.extend(day(t.course_fact_end(), dates.end));
    facts.extend(dates.end_kind.map(|kind| (t.course_fact_end_kind(), t.end_kind(kind).to_owned())));
    if !course.end_reason.is_empty() {
        facts.push((t.course_fact_end_reason(), end_reason(t, &course.end_reason)));
    }
    facts
}

/// The registered words, and in brackets the reason that the model knows, where it is another.
fn end_reason(t: Texts, words: &str) -> String {
    match EndReason::of_text(words).map(|reason| t.end_reason(reason)) {
        Some(known) if !known.eq_ignore_ascii_case(words) => format!("{words} ({})", known.to_lowercase()),
        _ => words.to_owned(),
    }
}

fn texts(t: Texts, course: &Shown) -> Vec<(&'static str, String)> {
    let list = |text: &str| lods_app::store::extract::list(text).join(", ");
    let all = [
        (t.course_fact_purpose(), course.purpose.clone()),
        (t.course_fact_needs(), list(&course.needs)),
        (t.course_fact_interests(), list(&course.interests)),
    ];
    all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}
