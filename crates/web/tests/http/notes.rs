//! Notes and the team of a course, through their forms.

use axum::http::StatusCode;
use lods_domain::access::Role;
use lods_store::query;
use lods_testkit::{TestApp, TestDb, on_both};

use crate::browser::{Browser, Page};

async fn path(db: &TestDb) -> String {
    let mut tx = db.db.read().await.unwrap();
    let course = lods_store::courses::by_case_number(&mut tx, "2022-00001").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    format!("/courses/{course}")
}

/// Sends the form of the page with its hidden fields.
async fn send(browser: &mut Browser, path: &str, form: &Page, fields: &[(&str, &str)]) -> Page {
    let (csrf, key) = (form.field("csrf"), form.field("key"));
    let hidden = [("csrf", csrf.as_str()), ("key", key.as_str())];
    browser.post(path, &hidden.into_iter().chain(fields.iter().copied()).collect::<Vec<_>>()).await
}

async fn count(db: &TestDb) -> i64 {
    let mut tx = db.db.read().await.unwrap();
    let (count,): (i64,) = tx.one(query("SELECT count(*) FROM notes")).await.unwrap();
    tx.commit().await.unwrap();
    count
}

/// The address in the first link after the text.
fn link(page: &Page, class: &str) -> String {
    let text = page.text();
    let at = text.find(class).unwrap_or_else(|| panic!("no {class}: {text}"));
    text[at..].split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned()
}

on_both! {
    async fn a_note_is_written_through_its_form_and_once(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = path(&db).await;
        let new = format!("{course}/notes/new");
        let mut browser = Browser::of_role(&test, Role::Caseworker).await;
        let form = browser.get(&new).await;
        assert!(form.text().contains("value=\"team\"") && !form.text().contains("value=\"shared\""));
        let page = send(&mut browser, &new, &form, &[("text", "Aftalt <b>torsdag</b>")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains("id=\"visibility-error\"") && page.text().contains("id=\"class-error\""));
        assert!(page.text().contains("Aftalt &#60;b&#62;torsdag"), "what was typed stays: {}", page.text());
        let right = [("text", "Aftalt <b>torsdag</b>"), ("visibility", "team"), ("class", "ordinary")];
        for _ in 0..2 {
            let done = send(&mut browser, &new, &form, &right).await;
            assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, format!("{course}?done=note").as_str()));
        }
        assert_eq!(count(&db).await, 1);
        let shown = browser.get(&format!("{course}?done=note")).await.text();
        assert!(shown.contains("Aftalt &#60;b&#62;torsdag") && !shown.contains("<b>torsdag"));
        let other = [("text", "Noget andet"), ("visibility", "team"), ("class", "ordinary")];
        let page = send(&mut browser, &new, &form, &other).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.text().contains("Noget andet"));
        let again = send(&mut browser, &new, &page, &other).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "the form that came back has a new key");
        assert_eq!(count(&db).await, 2);
    }

    async fn thirty_notes_take_no_more_statements_than_one(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = path(&db).await;
        let new = format!("{course}/notes/new");
        let mut browser = Browser::of_role(&test, Role::Mentor).await;
        let mut counts = Vec::new();
        for notes in [1, 29] {
            for number in 0..notes {
                let form = browser.get(&new).await;
                let text = format!("Nr. {notes}-{number}");
                send(&mut browser, &new, &form, &[("text", &text), ("visibility", "shared"), ("class", "ordinary")]).await;
            }
            let pages = [browser.get(&course).await, browser.get(&format!("{course}/notes")).await];
            counts.push(pages.map(|page| page.statements));
        }
        assert_eq!(counts[0], counts[1]);
        assert!(counts[0].iter().all(|count| *count <= 16), "{counts:?}");
        assert!(browser.get(&course).await.text().contains("Vis alle 30 notater"));
    }

    async fn a_text_that_is_far_too_long_comes_back_whole(db: TestDb) {
        let test = TestApp::small(&db).await;
        let new = format!("{}/notes/new", path(&db).await);
        let mut browser = Browser::of_role(&test, Role::Caseworker).await;
        let form = browser.get(&new).await;
        let long = "æ".repeat(50_000);
        let page = send(&mut browser, &new, &form, &[("text", &long), ("visibility", "team"), ("class", "ordinary")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains(&long) && page.text().contains("50.000 tegn") && page.text().contains("10.000"));
    }

    async fn the_young_person_writes_in_the_room_and_sees_no_page_of_the_course(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = path(&db).await;
        let (new, own) = (format!("{course}/notes/new"), course.replace("/courses/", "/own/notes/"));
        let mut ung = Browser::of_role(&test, Role::YoungPerson).await;
        let form = ung.get(&new).await;
        assert!(!form.text().contains("name=\"class\"") && !form.text().contains("value=\"team\""));
        let done = send(&mut ung, &new, &form, &[("text", "Jeg er nervøs"), ("visibility", "shared")]).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, format!("{own}?done=note").as_str()));
        let page = ung.get(&own).await.text();
        assert!(page.contains("Jeg er nervøs") && page.contains("<a class=\"lods-back\" href=\"/me\">"));
        assert_eq!(ung.get(&course).await.status, StatusCode::FORBIDDEN);
        let mut mentor = Browser::of_role(&test, Role::Mentor).await;
        let shown = mentor.get(&course).await.text();
        assert!(shown.contains("Jeg er nervøs") && shown.contains("<h3>Den unge</h3>"));
        let mut caseworker = Browser::of_role(&test, Role::Caseworker).await;
        assert!(!caseworker.get(&course).await.text().contains("nervøs"));
        assert_eq!(caseworker.get(&own).await.status, StatusCode::FORBIDDEN);
    }

    async fn a_correction_made_from_an_old_page_loses_nothing(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = path(&db).await;
        let new = format!("{course}/notes/new");
        let mut browser = Browser::of_role(&test, Role::Mentor).await;
        let form = browser.get(&new).await;
        send(&mut browser, &new, &form, &[("text", "Mødte ikke op"), ("visibility", "team"), ("class", "ordinary")]).await;
        let correct = link(&browser.get(&course).await, "lods-note-correct");
        let (one, two) = (browser.get(&correct).await, browser.get(&correct).await);
        assert!(one.text().contains("Mødte ikke op"));
        let reason = [("text", "Mødte op kl. 9"), ("class", "ordinary")];
        assert_eq!(send(&mut browser, &correct, &one, &reason).await.status, StatusCode::UNPROCESSABLE_ENTITY, "no reason");
        let first = [("text", "Mødte op kl. 9"), ("class", "ordinary"), ("reason", "Forkert dag")];
        assert_eq!(send(&mut browser, &correct, &one, &first).await.status, StatusCode::SEE_OTHER);
        let second = [("text", "Mødte op kl. 10"), ("class", "ordinary"), ("reason", "Forkert tid")];
        let stale = send(&mut browser, &correct, &two, &second).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = stale.text();
        assert!(text.contains("Mødte op kl. 10") && text.contains("Forkert tid"), "what was typed stays");
        assert!(text.contains("Mødte op kl. 9") && text.contains("rettet i mellemtiden"), "with what stands now");
        let action = text.split("action=\"/courses").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let action = format!("/courses{action}");
        assert_ne!(action, correct);
        assert_eq!(send(&mut browser, &action, &stale, &second).await.status, StatusCode::SEE_OTHER);
        let shown = browser.get(&course).await.text();
        let at = |text: &str| shown.find(text).unwrap_or_else(|| panic!("{text}"));
        assert!(at("Mødte op kl. 10") < at("Mødte op kl. 9") && at("Mødte op kl. 9") < at("Mødte ikke op"));
        let old = browser.get(&correct).await;
        assert!(old.status == StatusCode::OK && old.text().contains("rettet allerede"));
        let mut other = Browser::of_role(&test, Role::Caseworker).await;
        assert_eq!(other.get(&action).await.status, StatusCode::NOT_FOUND, "another's note");
    }

    async fn a_restricted_persons_page_says_why_nothing_is_written(db: TestDb) {
        let test = TestApp::small(&db).await;
        let new = format!("{}/notes/new", path(&db).await);
        let mut browser = Browser::of_role(&test, Role::Caseworker).await;
        let form = browser.get(&new).await;
        let mut tx = db.db.begin().await.unwrap();
        tx.execute(query("UPDATE people SET restricted_on = 19000")).await.unwrap();
        tx.commit().await.unwrap();
        let page = send(&mut browser, &new, &form, &[("text", "Skrevet før"), ("visibility", "team"), ("class", "ordinary")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains("begrænset") && page.text().contains("Skrevet før"), "{}", page.text());
        let shown = browser.get(&new).await.text();
        assert!(shown.contains("begrænset") && !shown.contains("<textarea"));
    }

    async fn a_co_mentor_sees_the_course_from_the_first_day(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = path(&db).await;
        let team = format!("{course}/team");
        test.user("aase", Role::Mentor, Some("M002")).await;
        let mut aase = Browser::open(&test);
        aase.sign_in("aase").await;
        assert_eq!(aase.get(&course).await.status, StatusCode::NOT_FOUND);
        let mut browser = Browser::of_role(&test, Role::Caseworker).await;
        let page = browser.get(&team).await;
        let text = page.text();
        let (before, _) = text.split_once("Aase Bæk (").unwrap();
        let mentor = before.rsplit("value=\"").next().and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        assert!(!text.contains("Østen Ågård ("), "the course's own mentor is not offered");
        let csrf = page.field("csrf");
        let add = |from: &'static str, to: &'static str| {
            [("csrf", csrf.clone()), ("change", "add".to_owned()), ("mentor", mentor.clone()), ("from", from.to_owned()), ("to", to.to_owned())]
        };
        for (from, to, said) in [("31-02-2022", "", "31-02-2022"), ("01-06-2022", "31-05-2022", "id=\"to-error\"")] {
            let fields = add(from, to);
            let wrong = browser.post(&team, &fields.each_ref().map(|(name, value)| (*name, value.as_str()))).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(wrong.text().contains(said), "{said}");
        }
        for _ in 0..2 {
            let fields = add("01-06-2022", "");
            let done = browser.post(&team, &fields.each_ref().map(|(name, value)| (*name, value.as_str()))).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        }
        assert_eq!(aase.get(&course).await.status, StatusCode::OK);
        assert!(browser.get(&course).await.text().contains("Aase Bæk"), "among the facts");
        let other = add("02-06-2022", "");
        let beside = browser.post(&team, &other.each_ref().map(|(name, value)| (*name, value.as_str()))).await;
        assert_eq!(beside.status, StatusCode::UNPROCESSABLE_ENTITY, "beside already");
        let end = [("csrf", csrf.as_str()), ("change", "end"), ("mentor", mentor.as_str()), ("to", "31-05-2022")];
        assert_eq!(browser.post(&team, &end).await.status, StatusCode::UNPROCESSABLE_ENTITY, "before the first day");
        let end = [("csrf", csrf.as_str()), ("change", "end"), ("mentor", mentor.as_str()), ("to", "01-06-2022")];
        assert_eq!(browser.post(&team, &end).await.status, StatusCode::SEE_OTHER);
        assert!(browser.get(&team).await.text().contains("1. juni 2022"));
        let mut tx = db.db.read().await.unwrap();
        let events = lods_store::audit::names(&mut tx, 0, 100).await.unwrap();
        assert_eq!(events.iter().filter(|(_, name, _)| name == "team-changed").count(), 2, "once for each change");
    }

    async fn whoever_gives_a_course_to_another_department_sees_it_no_longer(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = path(&db).await;
        let team = format!("{course}/team");
        let mut leader = Browser::of_role(&test, Role::Leader).await;
        let csrf = leader.get(&team).await.field("csrf");
        let none = leader.post(&team, &[("csrf", &csrf), ("change", "department")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        let long = "x".repeat(101);
        let too_long = leader.post(&team, &[("csrf", &csrf), ("change", "department"), ("name", &long)]).await;
        assert!(too_long.status == StatusCode::UNPROCESSABLE_ENTITY && too_long.text().contains(&long));
        let named = [("csrf", csrf.as_str()), ("change", "department"), ("name", "Ungeafdelingen")];
        assert_eq!(leader.post(&team, &named).await.location(), format!("{team}?done=team"));
        let place = lods_app::access::users::PlaceName::Department("Ungeafdelingen");
        test.user_at("solvej", Role::Caseworker, place, None).await;
        let mut solvej = Browser::open(&test);
        solvej.sign_in("solvej").await;
        assert!(solvej.get(&course).await.text().contains("Ungeafdelingen"));
        let csrf = solvej.get(&team).await.field("csrf");
        let away = [("csrf", csrf.as_str()), ("change", "department"), ("name", "Voksenafdelingen")];
        assert_eq!(solvej.post(&team, &away).await.location(), "/courses");
        assert_eq!(solvej.get(&course).await.status, StatusCode::NOT_FOUND);
        let mut mentor = Browser::of_role(&test, Role::Mentor).await;
        assert_eq!(mentor.get(&team).await.status, StatusCode::FORBIDDEN);
    }
}
