//! What is asked of a figure, the lists behind it, and its page in both languages from samples.

use askama::Template;
use lods_app::store::units::Unit;
use lods_domain::figures::Figure;
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::figures::placements::{DurationBucket, PlacementRow, placements};
use lods_domain::ids::{MentorId, UnitId};
use lods_domain::units::UnitKind;
use lods_domain::{Day, Minutes, Ore};
use lods_i18n::{Lang, Texts};
use lods_reports::figures::placements as report;
use lods_reports::table::Link;

use super::answer::{Answer, Tile, dated};
use super::behind::{Behind, Open};
use super::form::{Field, Form};
use super::overview::{OverviewPage, cards};
use super::show::{FigurePage, shown};
use super::{courses, fidelity};
use crate::courses::tests::{check, frame};
use crate::query::Asked;

fn asked(pairs: &[(&str, &str)]) -> Asked {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn danish() -> Texts {
    Texts::new(Lang::Da)
}

fn weekly(text: &str) -> Option<Option<Minutes>> {
    Form::new(danish(), &asked(&[("weekly", text)])).weekly()
}

fn compare(text: &str) -> Option<Option<Ore>> {
    Form::new(danish(), &asked(&[("compare", text)])).compare()
}

#[test]
fn hours_and_kroner_are_read_as_danes_write_them() {
    assert_eq!(weekly(" 133 "), Some(Some(Minutes::new(7_980))));
    assert_eq!(weekly("28,5"), Some(Some(Minutes::new(1_710))));
    assert_eq!(weekly(""), Some(None));
    assert_eq!(compare("434,50"), Some(Some(Ore(43_450))));
    assert_eq!(compare("434.5"), Some(Some(Ore(43_450))));
    assert_eq!(compare("1.290,20"), Some(Some(Ore(129_020))));
    assert_eq!(compare("100000"), Some(Some(Ore::kroner(100_000))));
    let wrong = ["abc", "-5", "1.290", "12.90,00", ".600,00", "1,234", ",", "100000,01", "9999999999999999999", "6 00"];
    for text in wrong {
        assert_eq!((weekly(text), compare(text)), (None, None), "{text}");
    }
}

#[test]
fn a_wrong_day_keeps_what_was_typed() {
    let (today, wrong) = (day("2026-03-02"), asked(&[("on", "31-02-2022")]));
    let mut form = Form::new(danish(), &wrong);
    assert_eq!(form.day("on", "Dag", today), None);
    let field = form.into_fields().remove(0);
    assert_eq!(field.value, "31-02-2022");
    assert!(field.fault.is_some_and(|fault| fault.contains("31-05-2022")));
    for (typed, read) in [("31-05-2022", "2022-05-31"), ("2022-05-31", "2022-05-31"), (" ", "2026-03-02")] {
        let asked = asked(&[("on", typed)]);
        let mut form = Form::new(danish(), &asked);
        assert_eq!(form.day("on", "Dag", today), Some(day(read)));
        assert_eq!(form.pairs(), [("on", read.to_owned())]);
    }
}

fn faults(form: Form<'_>) -> Vec<&'static str> {
    let faulty = |field: &Field| field.fault.map(|_| field.name);
    form.into_fields().iter().filter_map(faulty).collect()
}

#[test]
fn years_are_at_most_fifty_and_in_order() {
    let there = 1900..=2026;
    let read = |pairs: &[(&str, &str)]| {
        let asked = asked(pairs);
        let mut form = Form::new(danish(), &asked);
        (courses::years(danish(), &mut form, &there), faults(form))
    };
    assert_eq!(read(&[]), (Some(1977..=2026), vec![]));
    assert_eq!(read(&[("from", "2019"), ("to", "2021")]), (Some(2019..=2021), vec![]));
    assert_eq!(read(&[("from", "2021"), ("to", "2019")]), (None, vec!["to"]));
    assert_eq!(read(&[("from", "1950"), ("to", "2000")]), (None, vec!["to"]));
    assert_eq!(read(&[("from", "-32768"), ("to", "32767")]), (None, vec!["from", "to"]));
}

#[test]
fn a_period_begins_before_it_ends() {
    let (first, today) = (day("2016-01-01"), day("2026-03-02"));
    let read = |pairs: &[(&str, &str)]| {
        let asked = asked(pairs);
        let mut form = Form::new(danish(), &asked);
        let question = fidelity::question(danish(), &mut form, first, today);
        (question.map(|question| (question.period.first(), question.period.last(), question.on)), faults(form))
    };
    assert_eq!(read(&[]), (Some((first, today, today)), vec![]));
    assert_eq!(read(&[("from", "2026-01-01"), ("to", "2025-01-01")]), (None, vec!["to"]));
    assert_eq!(read(&[("from", "x"), ("on", "y")]), (None, vec!["from", "on"]));
}

fn unit(id: i64, name: &str) -> Unit {
    Unit { id: UnitId(id), name: name.to_owned(), kind: UnitKind::Internal }
}

fn behind() -> Behind {
    Behind {
        open: Open { courses: true, behind: true, postings: true },
        on: Some(day("2022-05-31")),
        units: vec![unit(7, "Internt mentorkorps"), unit(8, "Ens"), unit(9, "Ens")],
        groups: vec![(3, "Fleks/LY".to_owned())],
        asked: vec![("unit", "7".to_owned()), ("year", "2021".to_owned()), ("compare", "434,50".to_owned())],
    }
}

fn placed(unit: Option<&str>, group: Option<&str>, bucket: Option<DurationBucket>) -> Option<String> {
    let link = Link::Placements { unit: unit.map(str::to_owned), group: group.map(str::to_owned), bucket };
    behind().href(&link)
}

#[test]
fn each_number_leads_to_its_list() {
    let list = |query: &str| Some(format!("/courses?on=2022-05-31{query}"));
    assert_eq!(placed(None, None, None), list(""));
    assert_eq!(placed(Some("Internt mentorkorps"), Some("Fleks/LY"), None), list("&unit=7&group=3"));
    assert_eq!(placed(Some(""), None, Some(DurationBucket::Over24)), list("&unit=none&duration=24%2B"));
    assert_eq!(placed(Some("Ens"), None, None), None, "two units have the name");
    assert_eq!(placed(None, Some(""), None), None);
    let courses = |kind, started| behind().href(&Link::Courses { year: 2021, kind, started }).unwrap();
    assert_eq!(courses(None, false), "/courses?year=2021");
    assert_eq!(courses(Some(None), true), "/courses?year=2021&kind=none&started=1");
    assert_eq!(courses(Some(Some(UnitKind::Supplier)), false), "/courses?year=2021&kind=leverand%C3%B8r");
    assert_eq!(
        behind().href(&Link::MentorSessions { mentor: MentorId(5) }).unwrap(),
        "/figures/corps/sessions?mentor=5&unit=7&year=2021&compare=434%2C50"
    );
    let broken = behind().href(&Link::Broken(Recommendation::DecisionTime)).unwrap();
    assert!(broken.starts_with("/figures/fidelity/broken?code=F1.1&"), "{broken}");
    let later = behind().page(&Link::Broken(Recommendation::DecisionTime), 2).unwrap();
    assert_eq!(later, format!("{broken}&page=2"));
}

#[test]
fn a_list_that_the_reader_may_not_open_has_no_address() {
    let closed = Behind { open: Open::default(), ..behind() };
    for link in [
        Link::Placements { unit: None, group: None, bucket: None },
        Link::Courses { year: 2021, kind: None, started: false },
        Link::Postings { year: 2021, unit: None, kind: None },
        Link::MentorSessions { mentor: MentorId(5) },
        Link::Broken(Recommendation::DecisionTime),
    ] {
        assert!(closed.href(&link).is_none() && behind().href(&link).is_some(), "{link:?}");
    }
}

fn sample(t: Texts) -> Answer {
    let figure = placements(day("2022-05-31"), &[], std::iter::empty::<PlacementRow<'_>>());
    Answer {
        tiles: vec![Tile { name: "I <alt>".to_owned(), value: "86".to_owned(), ..Tile::default() }],
        charts: vec![report::chart(t, &figure)],
        tables: report::tables(t, &figure),
        as_of: vec![t.figures_as_of(&t.date(day("2022-05-31")))],
        behind: behind(),
        file_name: "placeringer-2022-05-31".to_owned(),
        hidden: None,
        empty: None,
    }
}

fn page(lang: Lang, fields: Vec<Field>, answer: Option<Answer>) -> String {
    let t = Texts::new(lang);
    let pairs = [("on", "2022-05-31".to_owned())];
    let shown = answer.map(|answer| shown(t, Figure::Fidelity, &answer, &pairs).unwrap());
    let address = "/figures/placements".to_owned();
    FigurePage { page: frame(lang, "x"), address, lead: "?", fields, shown }.render().unwrap()
}

#[test]
fn the_page_has_numbers_definition_date_and_files() {
    for (lang, as_of) in [(Lang::Da, "Opgjort pr. 31. maj 2022"), (Lang::En, "As of 31 May 2022")] {
        let t = Texts::new(lang);
        let html = page(lang, vec![], Some(sample(t)));
        check(&html);
        assert_eq!(html.matches(as_of).count(), 1, "on top, and not among the definitions");
        assert!(html.contains(t.figures_definition()) && html.contains(t.figures_placements_definition()));
        assert!(html.contains("/figures/fidelity.csv?on=2022-05-31") && html.contains("/figures/fidelity.xlsx?"));
        assert!(
            html.contains("I &#60;alt&#62;") && html.contains(t.recommendation_definition(Recommendation::Closure))
        );
    }
}

#[test]
fn a_field_at_fault_says_so_and_there_is_no_figure() {
    for lang in Lang::ALL {
        let t = Texts::new(*lang);
        let asked = asked(&[("weekly", "<abc>"), ("weeks", "0"), ("on", "31-02-2022")]);
        let mut form = Form::new(t, &asked);
        form.day("on", t.figures_field_on(), day("2022-05-31"));
        form.weekly();
        form.weeks(46);
        form.choice(("unit", "Enhed", t.figures_field_unit_missing()), vec![], "7");
        let html = page(*lang, form.into_fields(), None);
        check(&html);
        assert!(html.contains(&t.session_errors_heading(4)) && html.contains("href=\"#weekly\""));
        assert!(html.contains("value=\"&#60;abc&#62;\"") && html.contains("value=\"31-02-2022\""));
        assert_eq!(html.matches("aria-invalid").count(), 4);
        assert!(!html.contains("type=\"date\"") && !html.contains("lods-definition") && !html.contains(".csv"));
    }
}

#[test]
fn nothing_to_show_says_why() {
    let html = page(Lang::Da, vec![], Some(Answer::empty("Ingen enheder")));
    check(&html);
    assert!(html.contains("Ingen enheder") && !html.contains("<svg class=\"lods") && !html.contains(".csv"));
}

#[test]
fn the_day_stands_behind_what_is_counted_in_files_too() {
    let mut tables = sample(danish()).tables;
    let as_of = dated(&mut tables, "Opgjort i dag".to_owned());
    assert_eq!(as_of, tables[0].notes[..2]);
    assert_eq!(as_of[1], "Opgjort i dag");
    assert!(dated(&mut [], String::new()).is_empty());
}

#[test]
fn four_figures_have_a_page() {
    for lang in Lang::ALL {
        let shown = OverviewPage { page: frame(*lang, "x"), intro: "x", cards: cards(Texts::new(*lang)) };
        let html = shown.render().unwrap();
        check(&html);
        for figure in ["placements", "courses", "corps", "fidelity"] {
            assert!(html.contains(&format!("href=\"/figures/{figure}\"")), "{figure}");
        }
        assert!(!html.contains("demand"));
    }
}
