//! The layout in both languages.

use askama::Template;

use super::*;

#[derive(Template)]
#[template(
    source = r#"{% extends "layout.html" %}{% block main %}<h1>{{ page.title }}</h1><p>{{ page.t.courses_found(*count) }}</p>{% endblock %}"#,
    ext = "html"
)]
struct Sample<'a> {
    page: &'a Page,
    count: i64,
}

fn page(lang: Lang) -> Page {
    let t = Texts::new(lang);
    Page {
        t,
        lang,
        title: t.courses_title().to_owned(),
        municipality: "Prøvekøbing Kommune".to_owned(),
        demo: true,
        user: Some(PageUser {
            name: "Kim <Holm>".to_owned(),
            roles: "Mentor".to_owned(),
            menu: vec![crate::menu::Link { nav: Nav::Courses, address: "/courses", text: t.nav_courses() }],
        }),
        csrf: "a\"b".to_owned(),
        nav: Nav::Courses,
        notice: Some(Notice { kind: NoticeKind::Success, text: t.session_saved().to_owned() }),
        here: "/courses?q=a&page=2".to_owned(),
    }
}

#[test]
fn the_layout_speaks_both_languages() {
    for (lang, current, found) in
        [(Lang::Da, "Forløb", "1.234 forløb fundet"), (Lang::En, "Courses", "1,234 courses found")]
    {
        let html = Sample { page: &page(lang), count: 1_234 }.render().unwrap();
        assert!(html.contains(&format!("<html lang=\"{}\">", lang.code())));
        assert!(html.contains(&format!("<title>{current} – Lods</title>")), "{html}");
        assert!(html.contains(found));
        assert_eq!(html.matches("aria-current=\"page\"").count(), 1);
        assert!(html.contains(&format!("name=\"language\" value=\"{}\"", lang.other().code())));
        for text in [page(lang).t.demo_banner(), page(lang).t.skip_to_content(), page(lang).t.session_saved()] {
            assert!(html.contains(text), "{text}");
        }
    }
}

#[test]
fn nothing_in_the_layout_needs_more_than_default_src_self() {
    let html = Sample { page: &page(Lang::Da), count: 0 }.render().unwrap();
    for forbidden in [" style=", "<style", "javascript:", " onclick", "http://", "https://", "data:"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
    for script in html.split("<script").skip(1) {
        assert!(script.split('>').next().unwrap().contains("src="));
    }
}

#[test]
fn what_people_write_is_escaped() {
    let html = Sample { page: &page(Lang::Da), count: 0 }.render().unwrap();
    assert!(!html.contains("Kim <Holm>") && html.contains("Kim &#60;Holm&#62;"));
    assert!(html.contains("/courses?q=a&#38;page=2"));
}

#[test]
fn without_a_user_there_is_no_menu() {
    let mut page = page(Lang::Da);
    page.user = None;
    let html = Sample { page: &page, count: 0 }.render().unwrap();
    assert!(!html.contains("<nav") && !html.contains("/sign-out"));
    assert!(html.contains("name=\"language\""));
}
