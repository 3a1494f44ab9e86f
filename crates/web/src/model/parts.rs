//! The parts of a recommendation's page, in words: stances, reasons of departures, experiences, choices.

use lods_app::model::Paged;
use lods_app::store::model::{Experience, KeptStance, Reason};
use lods_domain::model::ExperienceKind;
use lods_i18n::Texts;

use super::entered::EnteredExperience;
use super::list::class;
use crate::{SignedIn, paths};

/// A radio button.
pub struct Choice {
    pub code: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub chosen: bool,
}

/// A stance, in words.
pub struct Stood {
    pub stance: &'static str,
    pub class: &'static str,
    pub from: String,
    pub owner: String,
    pub reason: String,
    pub procedure: String,
    pub recorded: String,
}

/// A departure's reason. The course has an address where its number is seen.
pub struct Why {
    pub head: String,
    pub course: Option<(String, String)>,
    pub text: String,
}

pub struct Learned {
    pub kind: &'static str,
    pub class: &'static str,
    pub text: String,
    pub by: String,
}

pub fn stood(who: &SignedIn, kept: &KeptStance) -> Stood {
    let (t, taken) = (who.t, &kept.taken);
    let day = t.date(who.app.today(kept.recorded_at));
    Stood {
        stance: t.model_stance(taken.stance),
        class: class(Some(taken.stance)),
        from: t.date(taken.valid_from),
        owner: taken.owner.clone(),
        reason: taken.reason.clone(),
        procedure: taken.procedure.clone(),
        recorded: kept.by.as_ref().map_or_else(|| day.clone(), |name| t.model_recorded_by(name, &day)),
    }
}

pub fn whys(t: Texts, reasons: &Paged<Reason>) -> Vec<Why> {
    let why = |one: &Reason| Why {
        head: t.model_reason_when(&t.date(one.day), t.departure_cause(one.cause)),
        course: one.case_number.as_ref().map(|case| (paths::course(one.course), t.model_reason_course(case))),
        text: one.reason.clone(),
    };
    reasons.rows.iter().map(why).collect()
}

pub fn learned(who: &SignedIn, one: &Experience) -> Learned {
    let t = who.t;
    Learned {
        kind: t.model_kind(one.kind),
        class: match one.kind {
            ExperienceKind::Worked => "lods-tag-good",
            ExperienceKind::DidNotWork => "lods-tag-late",
            ExperienceKind::Idea => "lods-tag-quiet",
        },
        text: one.text.clone(),
        by: t.model_recorded_by(&one.by, &t.date(who.app.today(one.at))),
    }
}

pub fn kinds(t: Texts, entered: &EnteredExperience) -> Vec<Choice> {
    let choice = |one: &ExperienceKind| Choice {
        code: one.code(),
        label: t.model_kind(*one),
        hint: "",
        chosen: one.code() == entered.kind,
    };
    ExperienceKind::ALL.iter().map(choice).collect()
}
