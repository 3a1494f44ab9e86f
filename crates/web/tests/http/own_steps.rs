//! The young person's own steps, letters and both voices, over HTTP.

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use lods_app::steps::take::{Sent, Took, take};
use lods_domain::access::{Actor, Role};
use lods_domain::ids::{CourseId, StepId};
use lods_domain::steps::{Answer, Answers, Choice, StepField, StepKind, form};
use lods_testkit::{ExtractFolder, NOW, TestApp, on_both};

use crate::browser::Browser;

async fn small(test: &TestApp) -> (CourseId, CourseId) {
    test.import_ok(&ExtractFolder::small()).await;
    let mut tx = test.app.db().read().await.unwrap();
    let own = lods_store::courses::by_case_number(&mut tx, "2022-00001").await.unwrap().unwrap();
    let anothers = lods_store::courses::by_case_number(&mut tx, "2021-00002").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    (own, anothers)
}

/// The operator takes a step, whatever the model recommends.
async fn step(test: &TestApp, course: CourseId, kind: StepKind, typed: &[(StepField, &str)]) -> StepId {
    let mut answers = Answers::default();
    for (field, text) in typed {
        let asked = form(kind).iter().find(|asked| asked.field == *field).unwrap();
        answers.set(*field, Answer::read(&asked.input, &[text]).unwrap().unwrap());
    }
    let key = lods_app::access::tokens::random_key().unwrap();
    let departure = Some((Choice::Weighed, "Aftalt"));
    let sent = Sent { kind, key: &key, seen: i64::MAX, answers: &answers, departure };
    match take(&test.app, &Actor::Operator, course, sent, NOW).await.unwrap() {
        Took::Done(step) => step,
        other => panic!("{other:?}"),
    }
}

on_both! {
    async fn a_young_person_tells_a_success_and_sees_it_on_the_own_page(db: TestDb) {
        let test = TestApp::new(&db);
        let (own, anothers) = small(&test).await;
        let mut young = Browser::of_role(&test, Role::YoungPerson).await;
        let first = young.get("/me").await.text();
        assert!(first.contains("Det kan du gøre") && first.contains("Næste gang I mødes"), "{first}");
        let path = format!("/own/steps/{own}/success");
        assert!(first.contains(&path));
        let shown = young.get(&path).await;
        let text = shown.text();
        assert!(!text.contains("name=\"on\"") && !text.contains("name=\"voice\""), "day and voice are known");
        let (csrf, key, seen) = (shown.field("csrf"), shown.field("key"), shown.field("seen"));
        let told = [("csrf", csrf.as_str()), ("key", &key), ("seen", &seen), ("note", "Jeg ringede selv")];
        let refused = young.post(&path, &told[..3]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("Skriv lidt om det") && !refused.text().contains("name=\"cause\""));
        let draft = young.post(&format!("{path}/draft"), &[("csrf", &csrf), ("seen", &seen), ("note", "Halvt")]).await;
        assert_eq!(draft.status, StatusCode::NO_CONTENT);
        assert!(young.get(&path).await.text().contains("Halvt</textarea>"), "the draft waits");
        for _ in 0..2 {
            let done = young.post(&path, &told).await;
            assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/me?done=success#do"));
        }
        let page = young.get("/me?done=success").await;
        let text = page.text();
        assert!(text.contains("Godt gået!"));
        assert_eq!(text.matches("Jeg ringede selv").count(), 1, "sent twice is one");
        for path in [
            format!("/own/steps/{anothers}/success"),
            format!("/own/steps/{own}/follow-up"),
            format!("/own/steps/{own}/undo"),
            "/own/steps/x/success".to_owned(),
        ] {
            assert_eq!(young.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(young.post(&path, &[("csrf", &csrf), ("note", "x")]).await.status, StatusCode::NOT_FOUND);
        }
        let mut mentor = Browser::of_role(&test, Role::Mentor).await;
        assert_eq!(mentor.get(&path).await.status, StatusCode::FORBIDDEN, "nobody speaks for the young person");
        let journal = mentor.get(&format!("/courses/{own}/steps")).await.text();
        assert!(journal.contains("Jeg ringede selv"), "the mentor sees it");
    }

    async fn a_goal_is_scored_with_its_own_ends(db: TestDb) {
        let test = TestApp::new(&db);
        let (own, _) = small(&test).await;
        let goal = [
            (StepField::On, "2022-05-20"),
            (StepField::Title, "Lave mad selv"),
            (StepField::GoalKind, "mastery"),
            (StepField::SmallSteps, "Koge ris"),
            (StepField::ScaleLow, "Jeg spiser ikke"),
            (StepField::ScaleHigh, "Jeg laver mad hver dag"),
        ];
        step(&test, own, StepKind::Goal, &goal).await;
        let mut young = Browser::of_role(&test, Role::YoungPerson).await;
        let path = format!("/own/steps/{own}/score");
        let which = young.get(&path).await.text();
        assert!(which.contains("Op kl. 8") && which.contains("Lave mad selv") && !which.contains("type=\"radio\""));
        let at = which.split(&format!("{path}?goal=")).skip(1).find(|rest| rest.contains("Lave mad selv</a>")).unwrap();
        let goal = at.split('"').next().unwrap().to_owned();
        let shown = young.get(&format!("{path}?goal={goal}")).await;
        let text = shown.text();
        assert!(text.contains("0 = Jeg spiser ikke") && text.contains("10 = Jeg laver mad hver dag"), "{text}");
        assert_eq!(text.matches("type=\"radio\"").count(), 11);
        let (csrf, key, seen) = (shown.field("csrf"), shown.field("key"), shown.field("seen"));
        let all = [("csrf", csrf.as_str()), ("key", &key), ("seen", &seen), ("goal", &goal), ("points", "8")];
        let unanswered = young.post(&path, &all[..4]).await;
        assert_eq!(unanswered.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unanswered.text().contains("href=\"#points\">Vælg et tal"));
        for wrong in ["11", "otte", "-1"] {
            let mut all = all;
            all[4].1 = wrong;
            assert_eq!(young.post(&path, &all).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        assert_eq!(young.post(&path, &all).await.location(), "/me?done=score#do");
        assert!(young.get("/me").await.text().contains("8 af 10"));
        let none = young.get(&format!("{path}?goal=99999")).await.text();
        assert!(none.contains("Hvilket mål"), "a goal that is not one's own is not there");
    }

    async fn the_agreement_its_letter_and_the_meeting_are_on_the_own_page(db: TestDb) {
        let test = TestApp::new(&db);
        let (own, anothers) = small(&test).await;
        let agreed = [
            (StepField::On, "2022-05-20"),
            (StepField::OwnWish, "Et arbejde med dyr"),
            (StepField::CannotHelp, "Penge"),
            (StepField::IfBrokenOff, "Vi ringer tre gange"),
        ];
        let step_id = step(&test, own, StepKind::Expectations, &agreed).await;
        let meeting = [(StepField::On, "2022-06-02"), (StepField::At, "14.30"), (StepField::Place, "Biblioteket")];
        step(&test, own, StepKind::Appointment, &meeting).await;
        step(&test, own, StepKind::Task, &[(StepField::On, "2022-05-20"), (StepField::Note, "Gå en tur")]).await;
        let mut young = Browser::of_role(&test, Role::YoungPerson).await;
        let page = young.get("/me").await;
        assert!(page.statements <= 16, "{}", page.statements);
        let text = page.text();
        for there in ["torsdag den 2. juni 2022 kl. 14.30", "i morgen", "Biblioteket", "Gå en tur", "Et arbejde med dyr", "Penge", "Vi ringer tre gange", "Breve til dig"] {
            assert!(text.contains(there), "{there}: {text}");
        }
        let wish = text.find("Det vil du gerne").unwrap();
        assert!(wish < text.find("Det skal mentoren hjælpe med").unwrap(), "the own wish comes first");
        let path = format!("/own/letters/{own}/{step_id}");
        assert!(text.contains(&path));
        let letter = young.get(&path).await;
        assert_eq!((letter.status, &letter.headers[CONTENT_TYPE]), (StatusCode::OK, &"application/pdf".parse().unwrap()));
        for path in [format!("/own/letters/{anothers}/{step_id}"), format!("/own/letters/{own}/99999"), "/own/letters/x/y".to_owned()] {
            assert_eq!(young.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let mut caseworker = Browser::of_role(&test, Role::Caseworker).await;
        assert_eq!(caseworker.get(&path).await.status, StatusCode::FORBIDDEN);
    }

    async fn the_two_voices_stand_side_by_side_once_both_answered(db: TestDb) {
        let test = TestApp::new(&db);
        let (own, _) = small(&test).await;
        let closing = [
            (StepField::On, "2022-05-30"),
            (StepField::EndKind, "planned"),
            (StepField::EndWhy, "goals-reached"),
            (StepField::Reasons, "Målene er nået"),
        ];
        step(&test, own, StepKind::Closing, &closing).await;
        let mut young = Browser::of_role(&test, Role::YoungPerson).await;
        let path = format!("/own/steps/{own}/evaluation");
        let shown = young.get(&path).await;
        assert_eq!(shown.text().matches("type=\"radio\"").count(), 55, "five questions from 0 to 10");
        let (csrf, key, seen) = (shown.field("csrf"), shown.field("key"), shown.field("seen"));
        let all = [
            ("csrf", csrf.as_str()), ("key", &key), ("seen", &seen),
            ("listened", "9"), ("important", "8"), ("fitted", "7"), ("better", "0"), ("overall", "8"),
        ];
        let half = young.post(&path, &all[..6]).await;
        assert!(half.text().contains("Der mangler 2 ting") && half.text().contains("Vælg et tal: Går det bedre for dig nu?"));
        assert!(half.text().contains("id=\"listened-9\" name=\"listened\" value=\"9\" checked"), "{}", half.text());
        assert_eq!(young.post(&path, &all).await.location(), "/me?done=evaluation#do");
        let alone = young.get("/me").await.text();
        assert!(alone.contains("Du har svaret.") && !alone.contains("lods-voices"));
        let mut caseworker = Browser::of_role(&test, Role::Caseworker).await;
        let journal = caseworker.get(&format!("/courses/{own}/steps")).await;
        assert!(journal.text().contains("Ikke svaret") && journal.statements <= 16, "{}", journal.statements);
        let mentor = [
            (StepField::On, "2022-06-01"), (StepField::Voice, "mentor"), (StepField::Listened, "9"),
            (StepField::Important, "6"), (StepField::Fitted, "7"), (StepField::Better, "1,5"), (StepField::Overall, "8"),
        ];
        step(&test, own, StepKind::Evaluation, &mentor).await;
        let both = young.get("/me").await.text();
        let apart = "I svarede forskelligt på: Handlede det om noget, der er vigtigt for dig? Tal om hvorfor.";
        assert!(both.contains("lods-voices") && both.contains(apart), "{both}");
        let journal = caseworker.get(&format!("/courses/{own}/steps")).await.text();
        assert!(journal.contains("<td>1,5</td>") && journal.contains("Spørg dem begge hvorfor."));
    }
}
