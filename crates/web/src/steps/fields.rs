//! The fields of a step's form as they are shown: label, help, what was typed, and what is wrong.

use lods_app::steps::form::StepForm;
use lods_domain::steps::findings::Finding;
use lods_domain::steps::{AnswerFault, Asked, Choice, Input, Recorded, StepField, StepKind, Typed, form};
use lods_i18n::Texts;

/// Something to choose.
pub struct Offer {
    pub id: String,
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// How a field is filled in.
pub enum Widget {
    /// One line; `numeric` brings up digits on a phone.
    Line {
        value: String,
        short: bool,
        numeric: bool,
    },
    Text {
        value: String,
    },
    Radios(Vec<Offer>),
    Checks(Vec<Offer>),
    Select(Vec<Offer>),
    /// One box to tick.
    Tick(bool),
}

/// A field of the form.
pub struct FieldShown {
    pub name: &'static str,
    pub label: String,
    pub hint: Option<String>,
    /// Who asks for it, where it can be left out or not.
    pub need: Option<&'static str>,
    pub optional: bool,
    pub fault: Option<String>,
    pub warnings: Vec<String>,
    /// Shown only while the other field has the value.
    pub when: Option<(&'static str, &'static str)>,
    pub widget: Widget,
}

impl FieldShown {
    /// What describes the field for those who hear it.
    #[must_use]
    pub fn described(&self) -> String {
        let part = |there: bool, name: &str| there.then(|| format!("{}-{name}", self.name));
        let parts = [part(self.hint.is_some(), "hint"), part(self.fault.is_some(), "error")];
        let warned = part(!self.warnings.is_empty(), "warning");
        parts.into_iter().chain([warned]).flatten().collect::<Vec<_>>().join(" ")
    }
}

/// What stands beside the fields.
#[derive(Debug, Default)]
pub struct Beside<'a> {
    pub faults: &'a [(StepField, AnswerFault)],
    pub findings: &'a [Finding],
}

/// The fields in their order.
#[must_use]
pub fn fields(t: Texts, step: &StepForm, typed: &Typed, beside: &Beside<'_>) -> Vec<FieldShown> {
    form(step.kind).iter().map(|asked| field(t, step, asked, typed, beside)).collect()
}

fn field(t: Texts, step: &StepForm, asked: &Asked, typed: &Typed, beside: &Beside<'_>) -> FieldShown {
    let name = asked.field.code();
    let texts = typed.get(name).map_or(&[][..], Vec::as_slice);
    let unreadable =
        beside.faults.iter().find(|(field, _)| *field == asked.field).map(|(_, fault)| t.answer_fault(*fault));
    let here = || beside.findings.iter().filter(|finding| finding.field == Some(asked.field));
    let refused = here().find(|finding| finding.refuses).map(|finding| t.finding(finding.what));
    let warnings = here().filter(|finding| !finding.refuses).map(|finding| t.finding(finding.what).to_owned());
    FieldShown {
        name,
        label: t.step_field(step.kind, asked.field).to_owned(),
        hint: hint(t, step.kind, asked),
        need: t.need(asked.need),
        optional: asked.need == lods_domain::steps::Need::Optional && asked.input != Input::Yes,
        fault: unreadable.or(refused).map(str::to_owned),
        warnings: warnings.collect(),
        when: asked.when.map(|(field, choice)| (field.code(), choice.code())),
        widget: widget(t, step, asked, texts),
    }
}

/// The help where the rule is; a day says how it is written.
fn hint(t: Texts, kind: StepKind, asked: &Asked) -> Option<String> {
    let own = t.step_hint(kind, asked.field).map(str::to_owned);
    match asked.input {
        Input::Day => {
            Some(own.map_or_else(|| t.step_day_hint().to_owned(), |own| format!("{own} {}", t.step_day_hint())))
        }
        Input::Hours => Some(own.unwrap_or_else(|| t.step_hours_hint().to_owned())),
        Input::Points => Some(own.unwrap_or_else(|| t.step_points_hint().to_owned())),
        _ => own,
    }
}

fn widget(t: Texts, step: &StepForm, asked: &Asked, texts: &[String]) -> Widget {
    let value = texts.first().cloned().unwrap_or_default();
    let choices = |offered: &[Choice]| -> Vec<Offer> {
        let offer = |(at, choice): (usize, &Choice)| Offer {
            id: offer_id(asked.field, at),
            value: choice.code().to_owned(),
            label: t.choice(*choice).to_owned(),
            chosen: texts.iter().any(|text| text == choice.code()),
        };
        offered.iter().enumerate().map(offer).collect()
    };
    match asked.input {
        Input::Day | Input::Hours | Input::Points => Widget::Line { value, short: true, numeric: true },
        Input::Line => Widget::Line { value, short: asked.field == StepField::At, numeric: false },
        Input::Text => Widget::Text { value },
        Input::One(offered) => Widget::Radios(choices(offered)),
        Input::Many(offered) => Widget::Checks(choices(offered)),
        Input::Yes => Widget::Tick(!value.is_empty()),
        Input::Basis => Widget::Select(bases(step, &value)),
        Input::Mentor => Widget::Select(numbered(
            step.mentors.iter().map(|one| (one.mentor.0, t.team_mentor_offer(&one.name, &one.unit))),
            asked.field,
            &value,
        )),
        Input::Goal => Widget::Select(numbered(
            step.goals.iter().map(|one| (one.id.0, one.goal.title.clone())),
            asked.field,
            &value,
        )),
        Input::Step(_) => Widget::Select(numbered(
            step.appointments.iter().map(|one| (one.id.0, appointment(t, one))),
            asked.field,
            &value,
        )),
    }
}

/// The id of the first box is the field's own: there a fault leads to.
fn offer_id(field: StepField, at: usize) -> String {
    if at == 0 { field.code().to_owned() } else { format!("{}-{}", field.code(), at + 1) }
}

fn bases(step: &StepForm, value: &str) -> Vec<Offer> {
    let offer = |(at, basis): (usize, &lods_domain::legal::LegalBasis)| Offer {
        id: offer_id(StepField::Basis, at),
        value: basis.code.clone(),
        label: format!("{} ({})", basis.title, basis.citation),
        chosen: basis.code == value,
    };
    // A decision of an earlier day may rest on what was in force then; which it can, the step itself says.
    let known = step.ground.bases.all().iter();
    known.enumerate().map(offer).collect()
}

fn numbered(offers: impl Iterator<Item = (i64, String)>, field: StepField, value: &str) -> Vec<Offer> {
    let offer = |(at, (id, label)): (usize, (i64, String))| {
        let id = id.to_string();
        Offer { id: offer_id(field, at), chosen: id == value, value: id, label }
    };
    offers.enumerate().map(offer).collect()
}

/// When and where an appointment is.
#[must_use]
pub fn appointment(t: Texts, step: &Recorded) -> String {
    let text = |field| step.answers.text(field).unwrap_or_default();
    t.step_appointment_when(&t.date(step.day), text(StepField::At), text(StepField::Place))
}
