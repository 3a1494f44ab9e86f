//! The access log, for the data protection officer.

use askama::Template;
use axum::extract::Query;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::traces::{self, Asked, FILE_LINES};
use lods_app::store::access_log::Line;
use lods_domain::access::Purpose;
use lods_i18n::Texts;
use lods_reports::csv;
use lods_reports::table::{Cell, Column, Row as FileRow, Table};

use super::log_form::{Typed, address_of, read};
use crate::csrf::SignedForm;
use crate::form::Faults;
use crate::page::{Nav, Page};
use crate::query;
use crate::{Failure, SignedIn, paths};

/// A line, in words.
struct Row {
    time: String,
    login: Option<String>,
    name: String,
    role: &'static str,
    purpose: &'static str,
    what: &'static str,
    person: Option<(String, String)>,
    allowed: bool,
}

#[derive(Template)]
#[template(path = "reviews/log.html")]
struct LogPage {
    page: Page,
    typed: Typed,
    faults: Faults,
    purposes: Vec<(&'static str, &'static str)>,
    /// The days in words; `None` where the form has faults.
    period: Option<String>,
    rows: Vec<Row>,
    older: Option<String>,
    newest: Option<String>,
    file: String,
    file_lines: i64,
}

impl LogPage {
    /// Name, label, value and longest text of the plain fields.
    fn inputs(&self) -> Vec<(&'static str, &'static str, &str, i64)> {
        let (t, typed) = (self.page.t, &self.typed);
        vec![
            ("from", t.traces_from(), &typed.from, 10),
            ("to", t.traces_to(), &typed.to, 10),
            ("login", t.traces_login(), &typed.login, 100),
            ("number", t.traces_number(), &typed.number, 19),
        ]
    }
}

fn page(who: &SignedIn, typed: Typed) -> LogPage {
    let t = who.t;
    LogPage {
        page: who.page(Nav::Traces, t.traces_title()),
        typed,
        faults: Faults::default(),
        purposes: Purpose::ALL.iter().map(|one| (one.code(), t.purpose(*one))).collect(),
        period: None,
        rows: Vec::new(),
        older: None,
        newest: None,
        file: String::new(),
        file_lines: FILE_LINES,
    }
}

pub async fn show(who: SignedIn, Query(asked): Query<query::Asked>) -> Result<Html<String>, Failure> {
    let (t, today) = (who.t, who.app.today(who.now));
    let (asked, after) = read(&asked, today);
    let found = traces::view(&who.app, &who.actor, &asked, after, who.now).await;
    let found = found.map_err(|error| who.failed(error))?;
    let shown = LogPage {
        period: Some(t.traces_period(&t.date(asked.first), &t.date(asked.last))),
        rows: found.lines.iter().map(|line| row(&who, &asked, line)).collect(),
        older: found.next.map(|next| address_of(paths::TRACES, &asked, Some(next))),
        newest: after.map(|_| address_of(paths::TRACES, &asked, None)),
        file: address_of(paths::TRACES_FILE, &asked, None),
        ..page(&who, Typed::of(&asked, found.login))
    };
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

fn row(who: &SignedIn, asked: &Asked, line: &Line) -> Row {
    let t = who.t;
    let of = |person| address_of(paths::TRACES, &Asked { person: Some(person), ..*asked }, None);
    Row {
        time: t.moment_short(who.app.clock(), line.at),
        login: line.user.as_ref().map(|user| user.login.clone()),
        name: name(t, line),
        role: role(t, line),
        purpose: t.purpose(line.purpose),
        what: t.what(line.what),
        person: line.person.map(|person| (t.traces_person(&person.to_string()), of(person))),
        allowed: line.allowed,
    }
}

fn name(t: Texts, line: &Line) -> String {
    line.user.as_ref().map_or_else(|| t.traces_operator().to_owned(), |user| user.name.clone())
}

fn role(t: Texts, line: &Line) -> &'static str {
    match (line.role, &line.user) {
        (Some(role), _) => t.role(role),
        (None, None) => t.traces_operator(),
        (None, Some(_)) => t.none(),
    }
}

/// Turns what was typed into an address without logins and CPR numbers.
pub async fn find(SignedForm { who, form }: SignedForm<Typed>) -> Result<Response, Failure> {
    match form.address(&who).await? {
        Ok(address) => Ok(Redirect::to(&address).into_response()),
        Err(faults) => {
            // A CPR number is not sent back.
            let shown = LogPage { faults: faults.into(), ..page(&who, Typed { cpr: String::new(), ..form }) };
            let html = Html(shown.render().map_err(|error| who.failed(error))?);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html).into_response())
        }
    }
}

pub async fn file(who: SignedIn, Query(asked): Query<query::Asked>) -> Result<Response, Failure> {
    let (asked, _) = read(&asked, who.app.today(who.now));
    let lines = traces::file(&who.app, &who.actor, &asked, who.now).await.map_err(|error| who.failed(error))?;
    let bytes = csv::csv(&[table(&who, &asked, &lines)]).map_err(|error| who.failed(Failure::internal(&error)))?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"spor.csv\""),
    ];
    Ok((headers, bytes).into_response())
}

fn table(who: &SignedIn, asked: &Asked, lines: &[Line]) -> Table {
    let t = who.t;
    let columns = [
        t.traces_column_time(),
        t.traces_column_login(),
        t.traces_column_name(),
        t.traces_column_role(),
        t.traces_column_purpose(),
        t.traces_column_what(),
        t.traces_column_person(),
        t.traces_column_answer(),
    ];
    let row = |line: &Line| {
        let cells = [
            t.moment_short(who.app.clock(), line.at),
            line.user.as_ref().map(|user| user.login.clone()).unwrap_or_default(),
            name(t, line),
            role(t, line).to_owned(),
            t.purpose(line.purpose).to_owned(),
            t.what(line.what).to_owned(),
            line.person.map(|person| person.to_string()).unwrap_or_default(),
            if line.allowed { t.traces_allowed() } else { t.traces_denied() }.to_owned(),
        ];
        FileRow::new(cells.into_iter().map(Cell::text).collect())
    };
    Table {
        name: t.traces_file_name().to_owned(),
        caption: t.traces_caption().to_owned(),
        columns: columns.into_iter().map(Column::text).collect(),
        rows: lines.iter().map(row).collect(),
        notes: vec![t.traces_period(&t.date(asked.first), &t.date(asked.last)), t.traces_file_most(FILE_LINES)],
    }
}
