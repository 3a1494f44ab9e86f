//! All notes of a course, a page at a time: for those who work with it, and for the young person.

use askama::Template;
use axum::extract::Query;
use axum::response::Html;
use lods_app::notes::list::{NotesPage, of_course, of_own};

use crate::courses::pages::Pages;
use crate::courses::show::{NotesShown, notes};
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::{self, Asked, address};
use crate::{Failure, SignedIn, paths};

#[derive(Template)]
#[template(path = "notes/list.html")]
struct ListPage {
    page: Page,
    lead: String,
    back: String,
    back_text: &'static str,
    notes: NotesShown,
    pages: Pages,
}

pub async fn show(who: SignedIn, course: paths::InPath, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let shown = of_course(&who.app, &who.actor, id, query::page(&asked), who.now).await;
    answer(&who, &asked, &shown.map_err(|error| who.failed(error))?)
}

pub async fn show_own(
    who: SignedIn,
    course: paths::InPath,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let shown = of_own(&who.app, &who.actor, id, query::page(&asked), who.now).await;
    answer(&who, &asked, &shown.map_err(|error| who.failed(error))?)
}

fn answer(who: &SignedIn, asked: &Asked, shown: &NotesPage) -> Result<Html<String>, Failure> {
    let (t, course, is_own) = (who.t, &shown.course, shown.notes.is_own);
    let (title, path) = match is_own {
        true => (t.notes_own_title().to_owned(), paths::own_notes(course.id())),
        false => (t.notes_title(course.case_number()), paths::notes(course.id())),
    };
    let saved = asked.get("done").is_some_and(|done| done == "note");
    let mut page = who.page(if is_own { Nav::Own } else { Nav::Courses }, title);
    page.notice = saved.then(|| Notice { kind: NoticeKind::Success, text: t.note_saved().to_owned() });
    let listed = ListPage {
        page,
        lead: match is_own {
            true => t.notes_own_lead().to_owned(),
            false => t.notes_lead(&course.name().unwrap_or_default(), course.case_number()),
        },
        back: if is_own { paths::OWN.to_owned() } else { paths::course(course.id()) },
        back_text: if is_own { t.notes_own_back() } else { t.notes_back() },
        notes: notes(t, who.app.clock(), course.id(), &shown.notes),
        pages: Pages::new(shown.page, shown.pages(), |page| address(&path, &[("page", page.to_string())])),
    };
    Ok(Html(listed.render().map_err(|error| who.failed(error))?))
}
