//! The same form for somebody of the staff, whose name goes with it. They see no more of anybody than the open form shows.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use lods_app::access::tokens::random_key;
use lods_app::concerns::report::{self, Reported, Sent};
use lods_domain::access::Action;
use lods_domain::steps::Choice;

use super::entered::{Entered, fault_of};
use super::fields::Fields;
use crate::csrf::SignedForm;
use crate::form::{Fault, written};
use crate::page::{Nav, Notice, NoticeKind, Page};
use crate::query::Asked;
use crate::{Failure, SignedIn, paths};

#[derive(Template)]
#[template(path = "concerns/staff.html")]
struct StaffPage {
    page: Page,
    /// The way back to what waits, for those who take it up.
    inbox: bool,
    done: bool,
    form: Fields,
}

pub async fn show(who: SignedIn, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let need_on = written(who.app.today(who.now));
    let entered = Entered { need_on, seen_by: Choice::Staff.code().to_owned(), ..Entered::default() };
    answer(&who, entered, Vec::new(), None, asked.contains_key("done"))
}

pub async fn submit(SignedForm { who, form: entered }: SignedForm<Entered>) -> Result<Response, Failure> {
    let t = who.t;
    let told = match entered.told(t, who.app.today(who.now)) {
        Ok(told) => told,
        Err(faults) => return answer(&who, entered, faults, None, false),
    };
    let sent = Sent { key: &entered.key, told: &told };
    let reported = report::by_staff(&who.app, &who.actor, sent, who.now).await;
    match reported.map_err(|error| who.failed(error))? {
        Reported::Done => Ok(Redirect::to(&format!("{}?done=1", paths::NEW_CONCERN)).into_response()),
        Reported::Faults(faults) => {
            let faults = faults.into_iter().map(|fault| fault_of(t, fault)).collect();
            answer(&who, entered, faults, None, false)
        }
        Reported::NoKey => {
            let entered = Entered { key: String::new(), ..entered };
            answer(&who, entered, Vec::new(), Some(t.concern_no_key().to_owned()), false)
        }
        Reported::Wait { minutes } => answer(&who, entered, Vec::new(), Some(t.concern_wait(minutes)), false),
    }
}

fn answer(
    who: &SignedIn,
    mut entered: Entered,
    faults: Vec<Fault>,
    notice: Option<String>,
    done: bool,
) -> Result<Response, Failure> {
    let inbox = who.may(Action::TakeConcern);
    let wrong = !faults.is_empty() || notice.is_some();
    let mut page = who.page(if inbox { Nav::Concerns } else { Nav::ReportConcern }, who.t.concern_staff_title());
    page.notice = notice.map(|text| Notice { kind: NoticeKind::Warning, text });
    if entered.key.is_empty() {
        entered.key = random_key().map_err(|error| who.failed(error))?;
    }
    let form = Fields::new(who.t, entered, faults.into(), false);
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = StaffPage { page, inbox, done, form };
    Ok((status, Html(shown.render().map_err(|error| who.failed(error))?)).into_response())
}
