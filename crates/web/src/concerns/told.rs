//! What was told, as the page of a report shows it.

use lods_app::store::concerns::Report;
use lods_domain::Cpr;
use lods_domain::steps::StepField;
use lods_domain::time::Clockface;
use lods_i18n::Texts;

/// Labels and what stands beside them. What was not told is left out.
pub struct ToldOf {
    pub facts: Vec<(&'static str, String)>,
    /// The long ones.
    pub texts: Vec<(&'static str, String)>,
}

/// Whom the report is about, as far as it is told: a name, a masked number, or a contact.
pub fn name_of(t: Texts, report: &Report) -> String {
    let told = &report.told;
    let number = || told.cpr.map(Cpr::masked);
    let contact = || (!told.contact.is_empty()).then(|| told.contact.clone());
    let name = (!told.name.is_empty()).then(|| told.name.clone());
    name.or_else(number).or_else(contact).unwrap_or_else(|| t.concerns_no_name().to_owned())
}

pub fn told_of(t: Texts, clock: &Clockface, report: &Report) -> ToldOf {
    let (told, answers) = (&report.told, &report.told.answers);
    let when = t.moment_short(clock, report.received_at);
    let received = match &report.by {
        Some(name) => t.concern_told_by_staff(&when, name),
        None => t.concern_told_by_open(&when),
    };
    let trigger = answers.one(StepField::Trigger).map(|trigger| t.concern_trigger_name(trigger));
    let trigger = match (trigger, answers.day(StepField::TriggerOn)) {
        (Some(trigger), Some(day)) => t.concern_told_trigger_on(trigger, &t.date(day)),
        (None, Some(day)) => t.date(day),
        (trigger, None) => trigger.unwrap_or_default().to_owned(),
    };
    let yes_or_no = |choice| Option::map(choice, |choice| t.concern_yes_or_no(choice).to_owned()).unwrap_or_default();
    let signs: Vec<&str> = answers.many(StepField::Signs).iter().map(|sign| t.concern_sign_name(*sign)).collect();
    let seen_by = answers.one(StepField::SeenBy).map(|seen_by| t.concern_seen_by_name(seen_by).to_owned());
    let facts = [
        (t.concern_told_name(), told.name.clone()),
        (t.concern_cpr(), told.cpr.map(Cpr::masked).unwrap_or_default()),
        (t.concern_born(), told.birthday().map(|born| t.date(born)).unwrap_or_default()),
        (t.concern_contact(), told.contact.clone()),
        (t.concern_told_need(), t.date(report.need_on)),
        (t.concern_told_received(), received),
        (t.concern_told_trigger(), trigger),
        (t.concern_told_knows(), yes_or_no(told.knows)),
        (t.concern_told_voluntary(), yes_or_no(answers.one(StepField::Voluntary))),
        (t.concern_told_seen_by(), seen_by.unwrap_or_default()),
        (t.concern_told_teller(), told.teller.clone()),
        (t.concern_told_teller_contact(), told.teller_contact.clone()),
    ];
    let observed = answers.text(StepField::Observed).unwrap_or_default().to_owned();
    let texts = [(t.concern_told_signs(), signs.join("\n")), (t.concern_told_observed(), observed)];
    let said = |(_, text): &(&'static str, String)| !text.is_empty();
    ToldOf { facts: facts.into_iter().filter(said).collect(), texts: texts.into_iter().filter(said).collect() }
}
