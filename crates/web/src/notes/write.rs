//! The form that writes a note, or corrects one. What was typed stays, whatever comes of it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::tokens::random_key;
use lods_app::notes::write::{self, Correction, CorrectionForm, Form, NewNote, Written};
use lods_domain::ids::{CourseId, NoteId};
use lods_domain::notes::{CLASSES, check};

use super::entered::Entered;
use crate::csrf::SignedForm;
use crate::form::{Fault, Faults};
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::{Failure, SignedIn, paths};

/// A radio button with what it means.
struct Choice {
    code: &'static str,
    label: &'static str,
    hint: &'static str,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "notes/write.html")]
struct WritePage {
    page: Page,
    heading: &'static str,
    lead: String,
    /// Where the form is sent, and where it is left for.
    action: String,
    back: String,
    back_text: &'static str,
    text_hint: &'static str,
    /// Why nothing can be written.
    closed: Option<&'static str>,
    /// The text that is to be corrected.
    stands: Option<String>,
    key: String,
    visibilities: Vec<Choice>,
    classes: Vec<Choice>,
    entered: Entered,
    faults: Faults,
}

impl WritePage {
    /// The text for the field: HTML drops a first line that is empty, so one more stands before it.
    fn typed(&self) -> String {
        format!("\n{}", self.entered.text)
    }
}

pub async fn show(who: SignedIn, course: paths::InPath) -> Result<Response, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let form = new_form(&who, id).await?;
    answer(&who, Asked { form: &form, correcting: None }, Entered::default(), Vec::new())
}

pub async fn submit(course: paths::InPath, SignedForm { who, form }: SignedForm<Entered>) -> Result<Response, Failure> {
    let entered = form;
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let form = new_form(&who, id).await?;
    let asked = Asked { form: &form, correcting: None };
    let (visibility, class) = (entered.visibility(who.t, &form), entered.class(who.t, &form));
    let (Ok(visibility), Ok(class)) = (&visibility, &class) else {
        let text = check(&entered.text, None).map_err(|fault| entered.fault(who.t, fault));
        let faults = [visibility.err(), text.err(), class.err()].into_iter().flatten().collect();
        return answer(&who, asked, entered, faults);
    };
    let new = NewNote { key: &entered.key, visibility: *visibility, class: *class, text: &entered.text };
    let written = write::write(&who.app, &who.actor, id, new, who.now).await.map_err(|error| who.failed(error))?;
    told(&who, asked, entered, written)
}

pub async fn show_correction(who: SignedIn, path: paths::NoteInPath) -> Result<Response, Failure> {
    let id = paths::note_of(path).ok_or_else(|| who.failed(Failure::not_found()))?;
    let (form, newer) = newest_form(&who, id).await?;
    let note = &form.note;
    let entered = Entered { text: note.text.clone(), class: note.class.code().to_owned(), ..Entered::default() };
    let correcting = Some(Correcting { note: note.id, stands: &note.text, newer });
    answer(&who, Asked { form: &form.form, correcting }, entered, Vec::new())
}

pub async fn submit_correction(
    path: paths::NoteInPath,
    SignedForm { who, form }: SignedForm<Entered>,
) -> Result<Response, Failure> {
    let entered = form;
    let id = paths::note_of(path).ok_or_else(|| who.failed(Failure::not_found()))?;
    let (form, _) = newest_form(&who, id).await?;
    let correcting = Some(Correcting { note: form.note.id, stands: &form.note.text, newer: false });
    let asked = Asked { form: &form.form, correcting };
    let class = match entered.class(who.t, &form.form) {
        Ok(class) => class,
        Err(missing) => {
            let text = check(&entered.text, Some(&entered.reason)).map_err(|fault| entered.fault(who.t, fault));
            return answer(&who, asked, entered, text.err().into_iter().chain([missing]).collect());
        }
    };
    let correction =
        Correction { key: &entered.key, corrects: id.1, class, text: &entered.text, reason: &entered.reason };
    let written = write::correct(&who.app, &who.actor, id.0, correction, who.now).await;
    told(&who, asked, entered, written.map_err(|error| who.failed(error))?)
}

async fn new_form(who: &SignedIn, course: CourseId) -> Result<Form, Failure> {
    write::form(&who.app, &who.actor, course, who.now).await.map_err(|error| who.failed(error))
}

/// The form for the note; or for its newest correction, and that it is another.
async fn newest_form(who: &SignedIn, (course, note): (CourseId, NoteId)) -> Result<(CorrectionForm, bool), Failure> {
    let of = async |note| write::correction_form(&who.app, &who.actor, (course, note), who.now).await;
    let form = of(note).await.map_err(|error| who.failed(error))?;
    match form.newest {
        Some(newest) => Ok((of(newest).await.map_err(|error| who.failed(error))?, true)),
        None => Ok((form, false)),
    }
}

/// The note that is corrected.
struct Correcting<'a> {
    note: NoteId,
    stands: &'a str,
    /// Another version was asked for.
    newer: bool,
}

struct Asked<'a> {
    form: &'a Form,
    correcting: Option<Correcting<'a>>,
}

fn told(who: &SignedIn, asked: Asked<'_>, entered: Entered, written: Written) -> Result<Response, Failure> {
    let t = who.t;
    let fault = match written {
        Written::Done => {
            let course = asked.form.course.id();
            let to = if asked.form.is_own { paths::own_notes(course) } else { paths::course(course) };
            return Ok(Redirect::to(&format!("{to}?done=note")).into_response());
        }
        Written::Fault(fault) => entered.fault(t, fault),
        // The page says so instead of the form.
        Written::Restricted => Fault::new("text", ""),
        Written::KeySpent => Fault::new("text", t.note_key_spent()),
        Written::CorrectedAlready(_) => Fault::new("text", t.note_corrected_already()),
    };
    answer(who, asked, entered, vec![fault])
}

fn answer(who: &SignedIn, asked: Asked<'_>, entered: Entered, faults: Vec<Fault>) -> Result<Response, Failure> {
    let (t, form) = (who.t, asked.form);
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let restricted = if form.is_own { t.note_restricted_own() } else { t.note_restricted() };
    let (course, is_own) = (&form.course, form.is_own);
    let (heading, title) = match asked.correcting {
        Some(_) => (t.note_correct_heading(), t.note_correct_title(course.case_number())),
        None => (t.note_new_heading(), t.note_new_title(course.case_number())),
    };
    let mut page = who.page(if is_own { Nav::Own } else { Nav::Courses }, title);
    let newer = asked.correcting.as_ref().is_some_and(|correcting| correcting.newer);
    page.notice = newer.then(|| Notice { kind: NoticeKind::Information, text: t.note_corrected_newest().to_owned() });
    let shown = WritePage {
        page,
        heading,
        lead: match is_own {
            true => t.notes_own_title().to_owned(),
            false => t.notes_lead(&course.name().unwrap_or_default(), course.case_number()),
        },
        action: match &asked.correcting {
            Some(correcting) => paths::correct_note(course.id(), correcting.note),
            None => paths::new_note(course.id()),
        },
        back: if is_own { paths::own_notes(course.id()) } else { paths::course(course.id()) },
        back_text: if is_own { t.notes_back_own() } else { t.notes_back() },
        text_hint: if is_own { t.note_text_hint_own() } else { t.note_text_hint() },
        closed: course.is_restricted().then_some(restricted),
        stands: asked.correcting.as_ref().map(|correcting| correcting.stands.to_owned()),
        key: key(who, &entered, &faults)?,
        visibilities: match asked.correcting {
            Some(_) => Vec::new(),
            None => visibilities(who, form, &entered),
        },
        classes: if is_own { Vec::new() } else { classes(who, &entered) },
        entered,
        faults: faults.into(),
    };
    Ok((status, Html(shown.render().map_err(|error| who.failed(error))?)).into_response())
}

/// The key that was sent, while nothing was written with it; otherwise a new one.
fn key(who: &SignedIn, entered: &Entered, faults: &[Fault]) -> Result<String, Failure> {
    let spent = faults.iter().any(|fault| fault.text == who.t.note_key_spent());
    if spent || entered.key.is_empty() {
        return random_key().map_err(|error| who.failed(error));
    }
    Ok(entered.key.clone())
}

fn visibilities(who: &SignedIn, form: &Form, entered: &Entered) -> Vec<Choice> {
    if form.offered.len() < 2 {
        return Vec::new();
    }
    let choice = |one: &lods_domain::notes::Visibility| Choice {
        code: one.code(),
        label: who.t.note_visibility(*one, form.is_own),
        hint: who.t.note_visibility_hint(*one, form.is_own),
        chosen: one.code() == entered.visibility,
    };
    form.offered.iter().map(choice).collect()
}

fn classes(who: &SignedIn, entered: &Entered) -> Vec<Choice> {
    let choice = |one: &lods_domain::access::FieldClass| Choice {
        code: one.code(),
        label: who.t.note_class_name(*one),
        hint: who.t.note_class_meaning(*one),
        chosen: one.code() == entered.class,
    };
    CLASSES.iter().map(choice).collect()
}
