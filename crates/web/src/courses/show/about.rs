//! What is on record of the course and its citizen, as far as the reader sees it.

use lods_app::courses::show::CoursePage;
use lods_app::store::courses::{Address, Shown};
use lods_domain::access::Field;
use lods_domain::courses::EndReason;
use lods_domain::{Day, Minutes};
use lods_i18n::Texts;

/// The facts, ready to be shown. What the reader does not see is not among them.
pub struct About {
    /// Or the case number, where the name is not seen.
    pub name: String,
    pub named: bool,
    pub case_number: String,
    /// Without the last four digits.
    pub cpr: Option<String>,
    pub phone: String,
    pub email: String,
    /// Label and value; a value that is not on record says so.
    pub facts: Vec<(&'static str, String)>,
    /// Longer texts: only those that are on record.
    pub texts: Vec<(&'static str, String)>,
    pub address: Option<String>,
    /// The address is protected.
    pub protected: bool,
}

impl About {
    /// The phone number as a link dials it: no blanks.
    pub fn dialled(&self) -> String {
        self.phone.chars().filter(|sign| !sign.is_whitespace()).collect()
    }
}

#[must_use]
pub fn about(t: Texts, shown: &CoursePage) -> About {
    let course = &shown.course;
    let name = course.name();
    About {
        named: name.is_some(),
        name: name.unwrap_or_else(|| t.course_case(course.case_number())),
        case_number: course.case_number().to_owned(),
        cpr: course.cpr().map(|cpr| cpr.masked()),
        phone: course.phone().unwrap_or_default().to_owned(),
        email: course.email().unwrap_or_default().to_owned(),
        facts: facts(t, shown),
        texts: texts(t, course),
        address: course.address().map(|known| address(t, &known)),
        protected: course.address_is_protected(),
    }
}

fn on_record(t: Texts, text: &str) -> String {
    if text.is_empty() { t.not_on_record().to_owned() } else { text.to_owned() }
}

fn address(t: Texts, known: &Address) -> String {
    let town = format!("{} {}", known.postcode, known.city);
    let lines = [known.street.trim(), town.trim()];
    on_record(t, &lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", "))
}

fn facts(t: Texts, shown: &CoursePage) -> Vec<(&'static str, String)> {
    let course = &shown.course;
    let seen = course.fields();
    let mut facts = Vec::new();
    if seen.has(Field::Provider) {
        facts.push((t.course_fact_mentor(), course.mentor().unwrap_or(t.none()).to_owned()));
        facts.extend(co_mentors(t, shown));
        facts.push((t.course_fact_unit(), course.unit().unwrap_or(t.unit_none()).to_owned()));
        facts.extend(course.department().map(|name| (t.course_fact_department(), name.to_owned())));
    }
    facts.extend(course.target_group().map(|group| (t.course_fact_group(), on_record(t, group))));
    facts.extend(course.legal_basis().map(|basis| (t.course_fact_legal_basis(), on_record(t, basis))));
    if seen.has(Field::GrantedHours) {
        let weekly = course.weekly().map(|weekly| t.course_fact_granted_weekly(&t.hours(weekly))).unwrap_or_default();
        facts.push((t.course_fact_granted(), on_record(t, &weekly)));
    }
    if seen.has(Field::Sessions) {
        let met = Minutes::from_i64(shown.facts.ata_minutes).unwrap_or_default();
        facts.push((t.course_fact_ata(), t.hours(met)));
    }
    if seen.has(Field::Dates) {
        add_dates(t, course, &mut facts);
    }
    let reason = course.end_reason().filter(|reason| !reason.is_empty());
    facts.extend(reason.map(|reason| (t.course_fact_end_reason(), end_reason(t, reason))));
    facts
}

/// Co-mentors whose time is not over, with the day on which it begins or ends.
fn co_mentors(t: Texts, shown: &CoursePage) -> Option<(&'static str, String)> {
    let standing = shown.co_mentors.iter().filter(|co| co.stands_on(shown.today));
    let named = standing.map(|co| match co.to {
        _ if co.from > shown.today => t.team_fact_from(&co.name, &t.date(co.from)),
        Some(to) => t.team_fact_until(&co.name, &t.date(to)),
        None => co.name.clone(),
    });
    let names: Vec<String> = named.collect();
    let label = if names.len() == 1 { t.team_fact_co_mentor() } else { t.team_fact_co_mentors() };
    (!names.is_empty()).then(|| (label, names.join("; ")))
}

fn add_dates(t: Texts, course: &Shown, facts: &mut Vec<(&'static str, String)>) {
    let dates = course.dates();
    let day = |label, day: Option<Day>| day.map(|day| (label, t.date(day)));
    facts.push((t.course_fact_decision(), t.decision(dates.decision).to_owned()));
    facts.extend(day(t.course_fact_start(), dates.start));
    if dates.end.is_none() {
        facts.extend(day(t.course_fact_expected_end(), dates.expected_end));
        return;
    }
    facts.extend(day(t.course_fact_end(), dates.end));
    facts.extend(dates.end_kind.map(|kind| (t.course_fact_end_kind(), t.end_kind(kind).to_owned())));
}

/// The registered words, and in brackets the reason that the model knows, where it is another.
fn end_reason(t: Texts, words: &str) -> String {
    match EndReason::of_text(words).map(|reason| t.end_reason(reason)) {
        // A step writes the word of the import format first.
        Some(known) if !known.eq_ignore_ascii_case(words) && !words.contains(": ") => {
            format!("{words} ({})", known.to_lowercase())
        }
        _ => words.to_owned(),
    }
}

fn texts(t: Texts, course: &Shown) -> Vec<(&'static str, String)> {
    let list = |text: &str| lods_app::store::extract::list(text).join(", ");
    let all = [
        (t.course_fact_purpose(), course.purpose().map(str::to_owned)),
        (t.course_fact_needs(), course.needs().map(list)),
        (t.course_fact_interests(), course.interests().map(list)),
    ];
    let seen = all.into_iter().filter_map(|(label, text)| Some((label, text?)));
    seen.filter(|(_, text)| !text.is_empty()).collect()
}
