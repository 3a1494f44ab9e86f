//! The young person lives the course: own steps in an own voice, on the own course alone; and what the own page tells.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it does not expect has failed")]

use lods_app::Error;
use lods_app::letters::make::{letter, own_letter};
use lods_app::people::own::{self, OwnPage};
use lods_app::steps::take::{self, Sent, Took};
use lods_app::steps::{drafts, form as forms, own as own_steps, show};
use lods_domain::access::{Actor, Role};
use lods_domain::ids::{CourseId, StepId};
use lods_domain::steps::evaluation::{QUESTIONS, voices};
use lods_domain::steps::{Answer, Answers, Choice, Recorded, StepField, StepKind, Typed, form};
use lods_store::query;
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, on_both};

/// Åse is the young person of 2022-00001, which runs; 2021-00002 is Bo's.
struct Case {
    test: TestApp,
    young: Actor,
    own: CourseId,
    anothers: CourseId,
}

async fn case(db: &TestDb) -> Case {
    let test = TestApp::new(db);
    test.import_ok(&ExtractFolder::small()).await;
    let mut tx = test.app.db().read().await.unwrap();
    let of = async |tx: &mut lods_store::Tx, case: &str| {
        lods_store::courses::by_case_number(tx, case).await.unwrap().unwrap()
    };
    let (own, anothers) = (of(&mut tx, "2022-00001").await, of(&mut tx, "2021-00002").await);
    tx.commit().await.unwrap();
    let young = actor(&test, Role::YoungPerson).await;
    Case { test, young, own, anothers }
}

async fn actor(test: &TestApp, role: Role) -> Actor {
    test.account(role.code(), role).await;
    test.actor(role.code(), NOW).await
}

fn answers(kind: StepKind, typed: &[(StepField, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (field, text) in typed {
        let asked = form(kind).iter().find(|asked| asked.field == *field).unwrap();
        answers.set(*field, Answer::read(&asked.input, &[text]).unwrap().unwrap());
    }
    answers
}

fn key() -> String {
    lods_app::access::tokens::random_key().unwrap()
}

/// Takes it as the young person does.
async fn own(
    case: &Case,
    actor: &Actor,
    course: CourseId,
    kind: StepKind,
    typed: &[(StepField, &str)],
) -> Result<Took, Error> {
    let (key, answers) = (key(), answers(kind, typed));
    let sent = Sent { kind, key: &key, seen: i64::MAX, answers: &answers, departure: None };
    own_steps::take(&case.test.app, actor, course, sent, NOW).await
}

/// Takes it as the staff does, whatever the model recommends.
async fn staff(case: &Case, actor: &Actor, kind: StepKind, typed: &[(StepField, &str)]) -> StepId {
    let (key, answers) = (key(), answers(kind, typed));
    let departure = Some((Choice::Weighed, "Aftalt sådan"));
    let sent = Sent { kind, key: &key, seen: i64::MAX, answers: &answers, departure };
    done(take::take(&case.test.app, actor, case.own, sent, NOW).await)
}

#[track_caller]
fn done(took: Result<Took, Error>) -> StepId {
    match took {
        Ok(Took::Done(step)) => step,
        other => panic!("{other:?}"),
    }
}

async fn page(case: &Case) -> OwnPage {
    own::show(&case.test.app, &case.young, 1, NOW).await.unwrap()
}

async fn recorded(case: &Case, step: StepId) -> Recorded {
    let mut tx = case.test.app.db().read().await.unwrap();
    let steps = lods_store::steps::gather(&mut tx, None).await.unwrap();
    tx.commit().await.unwrap();
    steps.into_values().flatten().find(|one| one.id == step).unwrap()
}

async fn count(case: &Case, sql: &str) -> i64 {
    let mut tx = case.test.app.db().read().await.unwrap();
    let (count,): (i64,) = tx.one(query(sql)).await.unwrap();
    tx.commit().await.unwrap();
    count
}

async fn events(case: &Case, name: &str) -> usize {
    let mut tx = case.test.app.db().read().await.unwrap();
    let events = lods_store::audit::names(&mut tx, 0, 500).await.unwrap();
    tx.commit().await.unwrap();
    events.iter().filter(|(_, event, _)| event == name).count()
}

fn is_refused<T>(result: &Result<T, Error>) -> bool {
    matches!(result, Err(Error::Denied(_) | Error::NotFound))
}

const SUCCESS: &[(StepField, &str)] = &[(StepField::Note, "Jeg ringede selv til lægen")];

on_both! {
    async fn a_young_person_scores_the_own_goal_today_in_an_own_voice(db: TestDb) {
        let case = case(&db).await;
        let goal = page(&case).await.goals[0].id.to_string();
        // Whatever a form says of day and voice, it is today and the own one.
        let typed = [
            (StepField::Goal, goal.as_str()),
            (StepField::Points, "7"),
            (StepField::Voice, "mentor"),
            (StepField::On, "2022-02-02"),
        ];
        let step = recorded(&case, done(own(&case, &case.young, case.own, StepKind::Score, &typed).await)).await;
        let today = case.test.app.today(NOW);
        assert_eq!((step.day, step.role, step.user), (today, Some(Role::YoungPerson), case.young.user()));
        assert_eq!(step.answers.one(StepField::Voice), Some(Choice::YoungPerson));
        let scored = page(&case).await.goals[0].scores.last().unwrap().0;
        assert_eq!(scored, today);
        assert_eq!(events(&case, "step-taken").await, 1);
        let log = "SELECT count(*) FROM access_log WHERE what = 'steps' AND allowed = 1 AND role = 'young-person'";
        assert!(count(&case, log).await > 0, "the own hand is in the log too");
        assert_eq!(page(&case).await.seen_count, 0, "and is not told as another's");
    }

    async fn never_anothers_course_and_never_a_step_of_the_staff(db: TestDb) {
        let case = case(&db).await;
        let young = &case.young;
        assert!(is_refused(&own(&case, young, case.anothers, StepKind::Success, SUCCESS).await));
        for kind in StepKind::ALL.iter().filter(|kind| !kind.is_own()) {
            let took = own(&case, young, case.own, *kind, &[]).await;
            assert!(matches!(took, Err(Error::Denied(_))), "{}", kind.code());
            let shown = forms::show(&case.test.app, young, case.own, *kind, NOW).await;
            assert!(is_refused(&shown), "{}", kind.code());
        }
        assert!(is_refused(&forms::show(&case.test.app, young, case.anothers, StepKind::Success, NOW).await));
        let typed = Typed::from([("note".to_owned(), vec!["Bo".to_owned()])]);
        let draft = drafts::save(&case.test.app, young, (case.anothers, StepKind::Success), (&typed, 0), NOW).await;
        assert!(is_refused(&draft));
        for role in [Role::Caseworker, Role::Mentor, Role::Leader, Role::NetworkPerson] {
            let actor = actor(&case.test, role).await;
            let took = own(&case, &actor, case.own, StepKind::Success, SUCCESS).await;
            assert!(matches!(took, Err(Error::Denied(_))), "{}", role.code());
        }
        assert_eq!(count(&case, "SELECT count(*) FROM course_steps").await, 0);
        assert_eq!(events(&case, "step-taken").await, 0);
        let refused = "SELECT count(*) FROM access_log WHERE allowed = 0";
        assert!(count(&case, refused).await > 30, "each refusal is in the log");
    }

    async fn another_mentor_is_asked_for_without_a_reason(db: TestDb) {
        let case = case(&db).await;
        assert_eq!(
            page(&case).await.steps.next,
            [StepKind::Score, StepKind::Success, StepKind::Rematch],
            "an evaluation waits for the end, and what moves the course is last"
        );
        let step = done(own(&case, &case.young, case.own, StepKind::Rematch, &[]).await);
        assert_eq!(recorded(&case, step).await.answers.one(StepField::By), Some(Choice::YoungPerson));
        assert_eq!(count(&case, "SELECT count(*) FROM departures").await, 0, "a young person owes no reason");
        let steps = page(&case).await.steps;
        assert!(steps.waits_for_mentor && !steps.next.contains(&StepKind::Rematch));
    }

    async fn what_is_missing_is_told_and_a_draft_is_the_young_persons_own(db: TestDb) {
        let case = case(&db).await;
        let took = own(&case, &case.young, case.own, StepKind::Success, &[]).await.unwrap();
        let Took::Against(findings) = took else { panic!("{took:?}") };
        let fields: Vec<Option<StepField>> = findings.iter().map(|finding| finding.field).collect();
        assert_eq!(fields, [Some(StepField::Note)]);
        let typed = Typed::from([("note".to_owned(), vec!["Halvt skrevet".to_owned()])]);
        let of = (case.own, StepKind::Success);
        assert!(drafts::save(&case.test.app, &case.young, of, (&typed, 0), NOW).await.unwrap());
        let shown = forms::show(&case.test.app, &case.young, case.own, StepKind::Success, NOW).await.unwrap();
        assert_eq!(drafts::typed(shown.draft.as_ref().unwrap()), typed);
        done(own(&case, &case.young, case.own, StepKind::Success, SUCCESS).await);
        let shown = forms::show(&case.test.app, &case.young, case.own, StepKind::Success, NOW).await.unwrap();
        assert!(shown.draft.is_none(), "it was sent");
        let told: Vec<StepKind> = page(&case).await.steps.successes.iter().map(|step| step.kind).collect();
        assert_eq!(told, [StepKind::Success]);
    }

    async fn the_own_page_tells_the_next_meeting_the_agreement_and_what_to_try(db: TestDb) {
        let case = case(&db).await;
        let mentor = actor(&case.test, Role::Mentor).await;
        let meeting = |on: &'static str, at: &'static str| {
            [(StepField::On, on), (StepField::At, at), (StepField::Place, "Biblioteket")]
        };
        for (on, at) in [("2022-05-02", "10"), ("2022-06-08", "14.30"), ("2022-06-08", "9"), ("2022-06-03", "12")] {
            staff(&case, &mentor, StepKind::Appointment, &meeting(on, at)).await;
        }
        let moved = page(&case).await.steps.appointments[0].id.to_string();
        let mut replaced = meeting("2022-06-04", "13").to_vec();
        replaced.push((StepField::Replaces, moved.as_str()));
        staff(&case, &mentor, StepKind::Appointment, &replaced).await;
        let tasks = [("2022-05-20", Some("2022-05-25"), "For sent"), ("2022-05-21", Some("2022-06-01"), "I dag med"), ("2022-05-22", None, "Når du vil")];
        for (on, until, note) in tasks {
            let mut typed = vec![(StepField::On, on), (StepField::Note, note)];
            typed.extend(until.map(|until| (StepField::NextOn, until)));
            staff(&case, &mentor, StepKind::Task, &typed).await;
        }
        for wish in ["Et gammelt ønske", "Et arbejde med dyr"] {
            let typed = [(StepField::On, "2022-05-20"), (StepField::OwnWish, wish), (StepField::CanHelp, "Breve")];
            staff(&case, &mentor, StepKind::Expectations, &typed).await;
        }
        let steps = page(&case).await.steps;
        let days: Vec<(String, &str)> = steps
            .appointments
            .iter()
            .map(|step| (step.day.to_string(), step.answers.text(StepField::At).unwrap()))
            .collect();
        let expected = [("2022-06-04", "13"), ("2022-06-08", "9"), ("2022-06-08", "14.30")];
        assert_eq!(days, expected.map(|(day, at)| (day.to_owned(), at)), "what was moved or is over is left out");
        let wish = steps.agreement.as_ref().unwrap().answers.text(StepField::OwnWish);
        assert_eq!(wish, Some("Et arbejde med dyr"));
        let tried: Vec<&str> = steps.tasks.iter().filter_map(|step| step.answers.text(StepField::Note)).collect();
        assert_eq!(tried, ["Når du vil", "I dag med"]);
        assert!(steps.successes.is_empty() && steps.voices.is_none());
    }

    async fn a_goal_says_what_0_and_10_mean(db: TestDb) {
        let case = case(&db).await;
        let mentor = actor(&case.test, Role::Mentor).await;
        let typed = [
            (StepField::On, "2022-05-20"),
            (StepField::Title, "Lave mad selv"),
            (StepField::GoalKind, "mastery"),
            (StepField::ScaleLow, "Jeg spiser ikke"),
            (StepField::ScaleHigh, "Jeg laver mad hver dag"),
        ];
        staff(&case, &mentor, StepKind::Goal, &typed).await;
        let shown = forms::show(&case.test.app, &case.young, case.own, StepKind::Score, NOW).await.unwrap();
        let ends = |title: &str| {
            let goal = shown.goals.iter().find(|goal| goal.goal.title == title).unwrap();
            own_steps::anchors(&shown.ground.steps, goal)
        };
        assert_eq!(ends("Lave mad selv"), (Some("Jeg spiser ikke"), Some("Jeg laver mad hver dag")));
        assert_eq!(ends("Op kl. 8"), (None, None), "it was imported");
    }

    async fn a_letter_is_opened_by_the_one_it_is_to_and_leaves_a_trace(db: TestDb) {
        let case = case(&db).await;
        let mentor = actor(&case.test, Role::Mentor).await;
        let typed = [(StepField::On, "2022-05-20"), (StepField::OwnWish, "Et arbejde med dyr")];
        let step = staff(&case, &mentor, StepKind::Expectations, &typed).await;
        let letters: Vec<StepId> = page(&case).await.steps.letters.iter().map(|letter| letter.id).collect();
        assert_eq!(letters, [step]);
        let made = own_letter(&case.test.app, &case.young, case.own, step, NOW).await.unwrap();
        assert_eq!(made.citizen, "Åse Zachariassen");
        assert_eq!(events(&case, "letter-made").await, 1);
        let app = &case.test.app;
        assert!(is_refused(&own_letter(app, &case.young, case.anothers, step, NOW).await), "of another course");
        assert!(is_refused(&letter(app, &case.young, case.own, step, NOW).await), "the staff's way is closed");
        assert!(is_refused(&own_letter(app, &mentor, case.own, step, NOW).await), "and so is the young person's");
        assert_eq!(events(&case, "letter-made").await, 1);
    }

    async fn young_person_and_mentor_answer_the_same_questions_and_the_gap_is_shown_to_both(db: TestDb) {
        let case = case(&db).await;
        let (caseworker, mentor) = (actor(&case.test, Role::Caseworker).await, actor(&case.test, Role::Mentor).await);
        let closing = [
            (StepField::On, "2022-05-30"),
            (StepField::EndKind, "planned"),
            (StepField::EndWhy, "goals-reached"),
            (StepField::Reasons, "Målene er nået"),
            (StepField::Tapering, "Hver anden uge"),
        ];
        staff(&case, &caseworker, StepKind::Closing, &closing).await;
        assert!(page(&case).await.steps.next.contains(&StepKind::Evaluation));
        let points = |points: &'static str| QUESTIONS.iter().map(move |field| (*field, points));
        let young: Vec<(StepField, &str)> = points("9").collect();
        done(own(&case, &case.young, case.own, StepKind::Evaluation, &young).await);
        let alone = page(&case).await.steps.voices.unwrap();
        assert!(alone.young && !alone.mentor);
        assert!(alone.questions.iter().all(|one| (one.mentor, one.gap()) == (None, None)), "missing is not zero");
        let mut told: Vec<(StepField, &str)> = points("6").collect();
        told.extend([(StepField::On, "2022-06-01"), (StepField::Voice, "mentor")]);
        staff(&case, &mentor, StepKind::Evaluation, &told).await;
        let both = page(&case).await.steps.voices.unwrap();
        assert!(both.are_both() && both.questions.iter().all(|one| one.gap() == Some(30) && one.is_apart()));
        let journal = show::journal(&case.test.app, &caseworker, case.own, NOW).await.unwrap();
        assert_eq!(voices(&journal.steps), Some(both), "the staff sees the same");
    }
}
