//! The page in both languages, from samples.

use askama::Template;
use lods_i18n::{Lang, Texts};

use super::consents;
use super::disclosures;
use super::show::{ConsentRow, SharingView};
use crate::courses::pages::Pages;
use crate::courses::tests::{check, frame};
use crate::form::Fault;

fn row(recipient: &str) -> ConsentRow {
    ConsentRow {
        recipient: recipient.to_owned(),
        kinds: "Helbred, Skole".to_owned(),
        purpose: "samlet <plan>".to_owned(),
        given: "1. juni 2022".to_owned(),
        how: "Mundtligt",
        until: "31. december 2022".to_owned(),
        given_on: "2022-06-01".to_owned(),
    }
}

fn page(lang: Lang, keeps: bool, faults: Vec<Fault>) -> String {
    let t = Texts::new(lang);
    let others = [("kind-health".to_owned(), "yes".to_owned())].into();
    let entered = consents::Entered { recipient: "\"Psykiatrien\"".to_owned(), others, ..Default::default() };
    let disclosure = disclosures::Entered { key: "0123456789abcdef".to_owned(), ..Default::default() };
    let shown = SharingView {
        page: frame(lang, "x"),
        course: "/courses/7".to_owned(),
        citizen: "Emma Østergaard".to_owned(),
        case_number: "2026-0014".to_owned(),
        recipients: vec!["Koordinationsforum".to_owned()],
        bases: ["a", "b"],
        valid: vec![row("Psykiatrien")],
        past: vec![row("Skole")],
        withdrawals: "/courses/7/sharing/withdrawals".to_owned(),
        consent: keeps.then(|| entered.form(t, "/courses/7/sharing/consents".to_owned(), faults.into())),
        disclosure: keeps.then(|| disclosure.form(t, "/courses/7/sharing/disclosures".to_owned(), Vec::new().into())),
        delay: None,
        disclosures: Vec::new(),
        disclosure_count: 0,
        pages: Pages::new(1, 1, |_| String::new()),
        delays: Vec::new(),
        delay_days: 0,
        more_delays: false,
    };
    shown.render().unwrap()
}

#[test]
fn what_was_typed_stays_beside_what_is_wrong_and_its_form_is_open() {
    for lang in [Lang::Da, Lang::En] {
        let html = page(lang, true, vec![Fault::new("consent-given", "Datoen <findes> ikke")]);
        check(&html);
        assert!(html.contains("href=\"#consent-given\"") && html.contains("id=\"consent-given\""));
        assert!(html.contains("consent-given-hint consent-given-error"));
        assert!(html.contains("name=\"kind-health\" value=\"yes\" checked"), "{html}");
        assert!(!html.contains("<findes>") && !html.contains("\"\"Psyk"));
        assert_eq!(html.matches("lods-folded\" open").count(), 1, "the others are folded");
    }
}

#[test]
fn whoever_only_reads_is_offered_no_form() {
    let html = page(Lang::Da, false, Vec::new());
    check(&html);
    assert!(html.contains("samlet &#60;plan&#62;") && !html.contains("sharing/withdrawals"));
    assert!(!html.contains("name=\"recipient\"") && !html.contains("<datalist"));
}
