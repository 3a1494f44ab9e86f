//! The pages in both languages, from samples.

use askama::Template;
use lods_domain::Day;
use lods_domain::courses::{CourseDates, Decision};
use lods_domain::figures::fidelity::Verdicts;
use lods_domain::goals::{Goal, GoalKind, Score};
use lods_domain::ids::GoalId;
use lods_i18n::{Lang, Texts};

use super::pages::Pages;
use super::{dues, list, show, today};
use crate::page::{Nav, Page, PageUser};

/// The frame of a page for somebody who is signed in.
pub fn frame(lang: Lang, title: &str) -> Page {
    let t = Texts::new(lang);
    Page {
        t,
        lang,
        title: title.to_owned(),
        municipality: "Prøvekøbing Kommune".to_owned(),
        demo: true,
        user: Some(PageUser {
            name: "Kim Holm".to_owned(),
            roles: "Mentor".to_owned(),
            menu: vec![crate::menu::Link { nav: Nav::Courses, address: "/courses", text: t.nav_courses() }],
        }),
        csrf: "key".to_owned(),
        nav: Nav::Courses,
        notice: None,
        here: "/".to_owned(),
    }
}

/// What holds of every page: one main heading, nothing that the Content-Security-Policy refuses, every label a field.
pub fn check(html: &str) {
    assert_eq!(html.matches("<h1>").count(), 1, "{html}");
    for forbidden in [" style=", "<style", "javascript:", " onclick", "http://", "https://"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
    for label in html.split("<label").skip(1) {
        let (_, field) = label.split_once("for=\"").unwrap();
        let (field, _) = field.split_once('"').unwrap();
        assert!(html.contains(&format!("id=\"{field}\"")), "{field}");
    }
    for id in html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id} is there twice");
    }
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn one_page() -> Pages {
    Pages::new(1, 1, |_| String::new())
}

fn group(id: &'static str, count: i64, items: Vec<today::Item>) -> today::Group {
    today::Group { id, title: "Gruppe", count, items }
}

fn due() -> dues::DueShown {
    dues::DueShown {
        kind: "Opfølgning",
        reason: "Skal holdes hver 6. uge: senest 2. marts 2026".to_owned(),
        source: "Kilde: seed".to_owned(),
        when: "i dag".to_owned(),
        warned: true,
        class: "lods-due-now",
        tag: "lods-tag-now",
        place: Some("/courses/7/steps/follow-up".to_owned()),
    }
}

fn kinds() -> Vec<today::Kind> {
    let kind = |name, here| today::Kind { address: "/?kind=follow-up".to_owned(), name, count: 1_234, here };
    vec![kind("Alt", false), kind("Opfølgning", true)]
}

fn item() -> today::Item {
    today::Item {
        address: "/courses/7".to_owned(),
        name: "Emma <Østergaard>".to_owned(),
        named: true,
        case_number: "2026-0014".to_owned(),
        whose: Some("Mentor".to_owned()),
        due: due(),
    }
}

#[test]
fn today_lists_what_is_due() {
    for (lang, count) in [(Lang::Da, "1.234 frister"), (Lang::En, "1,234 due")] {
        let shown = today::TodayPage {
            page: frame(lang, "x"),
            date: String::new(),
            count: 1_234,
            emergencies: 0,
            groups: [group("late", 0, vec![]), group("now", 1_234, vec![item()]), group("soon", 0, vec![])],
            kinds: kinds(),
            pages: Pages::new(1, 50, |page| format!("/?page={page}")),
        };
        let html = shown.render().unwrap();
        check(&html);
        assert!(html.contains(count) && html.contains("href=\"/?page=2\"") && html.contains("href=\"/courses/7\""));
        assert!(html.contains("Emma &#60;Østergaard&#62;"));
        assert!(!html.contains("id=\"late\""), "a group without a row has no heading");
        assert!(html.contains("href=\"/courses/7/steps/follow-up\"") && html.contains("Kilde: seed"));
        assert_eq!(html.matches("aria-current=\"true\"").count(), 1, "{html}");
    }
}

#[test]
fn today_without_anything_due_is_kind() {
    for (lang, text) in [(Lang::Da, "Du er ajour"), (Lang::En, "You are up to date")] {
        let groups = [group("late", 0, vec![]), group("now", 0, vec![]), group("soon", 0, vec![])];
        let shown = today::TodayPage {
            page: frame(lang, "x"),
            date: String::new(),
            count: 0,
            emergencies: 2,
            groups,
            kinds: vec![],
            pages: one_page(),
        };
        let html = shown.render().unwrap();
        check(&html);
        assert!(html.contains(text) && !html.contains("lods-tiles"));
    }
}

fn list_page(lang: Lang, rows: Vec<list::Row>, chosen: Vec<list::Chosen>) -> list::ListPage {
    let offers = vec![list::Offer { value: "active".to_owned(), label: "I gang".to_owned(), chosen: true }];
    let order = |label, here| list::Order { label, address: "/courses?sort=name".to_owned(), here };
    list::ListPage {
        page: frame(lang, "x"),
        search: "\"ø".to_owned(),
        kept_by_search: vec![("phase", "active".to_owned())],
        kept_by_filter: vec![("s", "abc".to_owned())],
        fields: vec![
            list::Field { name: "phase", label: "Fase", offers, closed: None },
            list::Field { name: "mentor", label: "Mentor", offers: vec![], closed: Some("Vælg først en enhed") },
        ],
        chosen,
        emergency: false,
        clear: "/courses".to_owned(),
        orders: vec![order("Nyeste", true), order("Navn", false), order("Sagsnummer", false)],
        names: true,
        groups: true,
        count: 1,
        rows,
        pages: Pages::new(1, 2, |page| format!("/courses?page={page}")),
    }
}

fn row() -> list::Row {
    list::Row {
        address: "/courses/7".to_owned(),
        name: "Emma Østergaard".to_owned(),
        named: true,
        case_number: "2026-0014".to_owned(),
        group: "Kontanthjælp".to_owned(),
        unit: None,
        mentor: Some("Kim Holm".to_owned()),
        phase: "I gang",
        phase_class: "lods-tag-good",
        start: Some("02-03-2026".to_owned()),
        next_due: Some("01-03-2026".to_owned()),
        late: true,
        last_session: None,
    }
}

#[test]
fn the_list_keeps_what_was_chosen() {
    for (lang, found, remove) in
        [(Lang::Da, "1 forløb fundet", "Fjern filteret"), (Lang::En, "1 course found", "Remove the filter")]
    {
        let chosen = vec![list::Chosen { text: "Fase: I gang".to_owned(), without: "/courses?s=abc".to_owned() }];
        let html = list_page(lang, vec![row()], chosen).render().unwrap();
        check(&html);
        assert!(html.contains(found) && html.contains(remove));
        assert!(html.contains("<input type=\"hidden\" name=\"phase\" value=\"active\">"));
        assert!(html.contains("<input type=\"hidden\" name=\"s\" value=\"abc\">"));
        assert!(html.contains("<option value=\"active\" selected>") && html.contains("disabled"));
        assert!(html.contains("value=\"&#34;ø\"") && html.contains("<td data-label"));
        assert_eq!(html.matches("aria-current=\"true\"").count(), 1);
    }
}

#[test]
fn an_empty_list_says_why() {
    let none = list_page(Lang::Da, vec![], vec![]).render().unwrap();
    assert!(none.contains("Der er ingen forløb endnu"), "{none}");
    let chosen = vec![list::Chosen { text: "Fase: Afslag".to_owned(), without: "/courses".to_owned() }];
    let narrowed = list_page(Lang::Da, vec![], chosen).render().unwrap();
    assert!(narrowed.contains("Ingen forløb passer"), "{narrowed}");
    check(&narrowed);
}

/// A note that was corrected twice, by the reader.
fn noted() -> show::NotesShown {
    let version = |text: &str, reason: &str| show::notes::VersionShown {
        when: "Skrevet 2. marts 2026 kl. 9.15".to_owned(),
        class: "Fortroligt",
        look: "lods-tag-quiet",
        text: text.to_owned(),
        reason: reason.to_owned(),
    };
    let note = show::notes::NoteShown {
        author: "Dig".to_owned(),
        visibility: "Teamet",
        when: "2. marts 2026 kl. 9.15".to_owned(),
        newest: version("Mødte <op>\nkl. 9", "Forkert tid"),
        before: vec![version("Mødte op kl. 8", "Forkert dag"), version("Mødte ikke op", "")],
        more_before: false,
        correct: Some("/courses/7/notes/3/correct".to_owned()),
    };
    let (write, all) = (Some("/courses/7/notes/new".to_owned()), Some("/courses/7/notes".to_owned()));
    show::NotesShown { rows: vec![note], count: 6, write, all }
}

fn course_page(lang: Lang, address: Option<&str>) -> show::ShowPage {
    let t = Texts::new(lang);
    let scored = lods_app::store::goals::Scored {
        id: GoalId(1),
        goal: Goal {
            code: "1".to_owned(),
            kind: GoalKind::Network,
            title: "Se <venner> igen".to_owned(),
            created_on: Some(day("2026-02-01")),
        },
        scores: [("2026-02-02", 30), ("2026-03-01", 75)]
            .map(|(on, tenths)| (day(on), Score::from_tenths(tenths).unwrap()))
            .to_vec(),
    };
    let dates = CourseDates {
        decision: Some(Decision::Granted),
        decided: Some(day("2026-01-12")),
        start: Some(day("2026-02-01")),
        ..CourseDates::default()
    };
    show::ShowPage {
        page: frame(lang, "x"),
        steps_link: Some("/courses/1/steps".to_owned()),
        network: None,
        phase: "I gang",
        phase_class: "lods-tag-good",
        about: show::About {
            name: "Emma Østergaard".to_owned(),
            named: true,
            case_number: "2026-0014".to_owned(),
            cpr: Some("610190-••••".to_owned()),
            phone: "+45 20 00 00 07".to_owned(),
            email: String::new(),
            facts: vec![("Enhed", "Mind".to_owned())],
            texts: vec![],
            address: address.map(str::to_owned),
            protected: address.is_none(),
        },
        steps: show::steps(t, &dates, day("2026-03-02")),
        dues: vec![due()],
        model: Some(show::model(t, &Verdicts::default())),
        model_waits: false,
        goals: Some(show::goals(t, &[scored]).unwrap()),
        sees_follow_ups: true,
        sees_sessions: true,
        follow_ups: vec![],
        events: vec![],
        older_events: vec![],
        notes: Some(noted()),
        team: Some("/courses/7/team".to_owned()),
        sessions: vec![],
        session_count: 0,
        pages: one_page(),
        sharing: Some("/courses/7/sharing".to_owned()),
        emergency_until: None,
        register: Some("/courses/7/sessions/new".to_owned()),
        insight: None,
        restricted: false,
    }
}

#[test]
fn a_course_in_both_languages() {
    for (lang, texts) in [
        (Lang::Da, ["Sagsnummer 2026-0014", "Seneste måling: 7,5 af 10 den 1. marts 2026", "Siden 1. februar 2026"]),
        (Lang::En, ["Case number 2026-0014", "Latest score: 7.5 of 10 on 1 March 2026", "Since 1 February 2026"]),
    ] {
        let html = course_page(lang, Some("Havnegade 1, 9999 Prøvekøbing")).render().unwrap();
        check(&html);
        for text in texts {
            assert!(html.contains(text), "{text}: {html}");
        }
        assert!(html.contains("<svg viewBox") && !html.contains("<venner>"));
        assert_eq!(html.matches("aria-current=\"step\"").count(), 1);
        assert!(html.contains("/courses/7/sessions/new"));
        assert!(html.contains("href=\"tel:+4520000007\"") || html.contains("href=\"tel:&#43;4520000007\""), "{html}");
        assert!(html.contains("</span> +45 20 00 00 07</a>"), "written as it is on record");
        assert!(!html.contains("lods-protected"));
    }
}

#[test]
fn a_protected_address_is_not_in_the_page() {
    let html = course_page(Lang::Da, None).render().unwrap();
    check(&html);
    assert!(html.contains("Beskyttet adresse") && !html.contains("<dt>Adresse</dt>"));
}
