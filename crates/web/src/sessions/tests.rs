//! The form in both languages, from samples.

use askama::Template;
use lods_i18n::{Lang, Texts};

use super::entered::Entered;
use super::register::{RegisterPage, forms, outcomes};
use crate::courses::tests::{check, frame};
use crate::form::Fault;

fn page(lang: Lang, closed: Option<&'static str>, faults: Vec<Fault>) -> String {
    let t = Texts::new(lang);
    let entered = Entered { date: "31-02-2022".to_owned(), form: "telefon".to_owned(), ..Entered::default() };
    let shown = RegisterPage {
        page: frame(lang, "x"),
        course: "/courses/7".to_owned(),
        case_number: "2026-0014".to_owned(),
        citizen: "Emma Østergaard".to_owned(),
        mentor: Some("Kim Holm".to_owned()),
        closed,
        forms: forms(t, &entered.form),
        outcomes: outcomes(t, &entered.outcome),
        entered,
        faults: faults.into(),
    };
    shown.render().unwrap()
}

#[test]
fn what_was_typed_stays_beside_what_is_wrong() {
    for (lang, heading) in [(Lang::Da, "Der er 2 ting, du skal rette"), (Lang::En, "There are 2 things to correct")] {
        let html = page(lang, None, vec![Fault::new("date", "Datoen <findes> ikke"), Fault::new("outcome", "Vælg")]);
        check(&html);
        assert!(html.contains(heading), "{html}");
        assert!(html.contains("value=\"31-02-2022\"") && html.contains("value=\"telefon\" checked"));
        assert!(html.contains("href=\"#date\"") && html.contains("id=\"date\""));
        assert!(html.contains("href=\"#outcome\"") && html.contains("type=\"radio\" id=\"outcome\""));
        assert!(html.contains("date-hint date-error") && html.contains("outcome-hint outcome-error"));
        assert_eq!(html.matches("aria-invalid").count(), 1);
        assert!(!html.contains("<findes>"));
    }
}

#[test]
fn without_faults_nothing_is_wrong() {
    let html = page(Lang::Da, None, vec![]);
    check(&html);
    assert!(!html.contains("form-error") && !html.contains("lods-errors"));
    assert_eq!(html.matches("type=\"radio\"").count(), 11);
}

#[test]
fn a_course_that_takes_no_session_says_so_instead() {
    let html = page(Lang::Da, Some("Forløbet er ikke startet"), vec![]);
    check(&html);
    assert!(html.contains("Forløbet er ikke startet") && !html.contains("type=\"radio\""));
}
