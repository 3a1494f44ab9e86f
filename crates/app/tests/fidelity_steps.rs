//! How well the model is kept, from the steps of a course: on its page, in the figure, and in what is kept of it.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_app::courses::{rollups, show};
use lods_app::figures::{self, FidelityQuestion};
use lods_domain::access::Actor;
use lods_domain::figures::fidelity::{Recommendation, Verdict, Verdicts};
use lods_domain::ids::{CourseId, StepId};
use lods_domain::steps::{Answer, Answers, Choice, StepField, StepKind};
use lods_domain::{Day, Period};
use lods_store::steps::{self, NewStep};
use lods_store::{facts, query};
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, noon, on_both};

/// The running course of the small extract, from Saturday 15 January 2022; the other one ended on 30 December 2021.
const RUNS: &str = "2022-00001";
const ENDED: &str = "2021-00002";

struct Case {
    test: TestApp,
    runs: CourseId,
    ended: CourseId,
}

async fn case(db: &TestDb) -> Case {
    let test = TestApp::new(db);
    test.import_ok(&ExtractFolder::small()).await;
    let mut tx = db.db.read().await.unwrap();
    let sql = "SELECT id FROM courses WHERE case_number = $1";
    let (runs,): (i64,) = tx.one(query(sql).bind(RUNS)).await.unwrap();
    let (ended,): (i64,) = tx.one(query(sql).bind(ENDED)).await.unwrap();
    tx.commit().await.unwrap();
    Case { test, runs: CourseId(runs), ended: CourseId(ended) }
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn words(field: StepField) -> (StepField, Answer) {
    (field, Answer::Text("Vi har talt om det".to_owned()))
}

fn good_match() -> Vec<(StepField, Answer)> {
    let basis = Answer::Many(vec![Choice::Competence, Choice::YoungSay]);
    vec![(StepField::MatchBasis, basis), words(StepField::Note)]
}

/// Takes the step, and makes the course's rollups anew in the same transaction.
async fn take(db: &TestDb, course: CourseId, kind: StepKind, on: &str, given: &[(StepField, Answer)]) -> StepId {
    let mut answers = Answers::default();
    given.iter().for_each(|(field, answer)| answers.set(*field, answer.clone()));
    let key = format!("{course}-{}-{on}", kind.code());
    let new = NewStep {
        key: &key,
        course,
        kind,
        day: day(on),
        at: NOW,
        user: None,
        role: None,
        answers: &answers,
        stood: None,
        subject: None,
    };
    let mut tx = db.db.begin().await.unwrap();
    let id = steps::insert(&mut tx, &new).await.unwrap().unwrap();
    rollups::rebuild(&mut tx, Some(course), day("2022-06-01")).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn page(case: &Case, course: CourseId, on: &str) -> Verdicts {
    show::course(&case.test.app, &Actor::Operator, course, 1, noon(on)).await.unwrap().verdicts.unwrap()
}

/// Kept and in scope in the year, as known on the day.
async fn share(case: &Case, year: i16, on: &str, code: Recommendation) -> (i64, i64) {
    let asked = FidelityQuestion { period: Period::year(year).unwrap(), on: day(on) };
    let figure = figures::fidelity(&case.test.app, &Actor::Operator, asked, false, NOW).await.unwrap();
    let line = figure.recommendations.iter().find(|line| line.code == code).unwrap();
    line.share.map(|share| (share.kept, share.in_scope)).unwrap()
}

async fn packed(db: &TestDb) -> Vec<(i64, Vec<u8>)> {
    let mut tx = db.db.read().await.unwrap();
    tx.all(query("SELECT course_id, packed FROM course_facts ORDER BY course_id")).await.unwrap()
}

on_both! {
    async fn page_and_figure_judge_by_the_steps_as_known_on_each_day(db: TestDb) {
        let case = case(&db).await;
        assert_eq!(share(&case, 2022, "2022-06-01", Recommendation::Match).await, (0, 0), "nothing can tell");
        take(&db, case.runs, StepKind::Match, "2022-01-12", &good_match()).await;
        take(&db, case.runs, StepKind::Rematch, "2022-03-01", &[]).await;
        take(&db, case.runs, StepKind::Match, "2022-03-10", &good_match()).await;
        for (on, verdict, counted) in [
            ("2022-02-28", Verdict::Kept, (1, 1)),
            ("2022-03-01", Verdict::Broken, (0, 1)),
            ("2022-03-09", Verdict::Broken, (0, 1)),
            ("2022-03-10", Verdict::Kept, (1, 1)),
        ] {
            assert_eq!(page(&case, case.runs, on).await.of(Recommendation::Match), verdict, "{on}");
            assert_eq!(share(&case, 2022, on, Recommendation::Match).await, counted, "{on}");
        }
        assert_eq!(page(&case, case.ended, "2022-06-01").await.of(Recommendation::Match), Verdict::NotJudged);
        assert_eq!(share(&case, 2021, "2022-06-01", Recommendation::Closure).await, (0, 0), "its steps are elsewhere");
    }

    async fn what_is_taken_back_counts_no_more(db: TestDb) {
        let case = case(&db).await;
        let step = take(&db, case.runs, StepKind::NetworkPerson, "2022-02-01", &[]).await;
        assert_eq!(page(&case, case.runs, "2022-06-01").await.of(Recommendation::Network), Verdict::Kept);
        let undo = take(&db, case.runs, StepKind::Undo, "2022-02-02", &[words(StepField::Reasons)]).await;
        let mut tx = db.db.begin().await.unwrap();
        assert!(steps::undo(&mut tx, step, undo).await.unwrap());
        rollups::rebuild(&mut tx, Some(case.runs), day("2022-06-01")).await.unwrap();
        tx.commit().await.unwrap();
        let verdicts = page(&case, case.runs, "2022-06-01").await;
        assert_eq!(verdicts.of(Recommendation::Network), Verdict::Broken);
        assert_eq!(verdicts.of(Recommendation::Match), Verdict::NotJudged, "nothing else was done in Lods");
    }

    async fn a_closure_is_judged_with_the_young_persons_evaluation_when_it_comes(db: TestDb) {
        let case = case(&db).await;
        let told = [StepField::NeedAssessed, StepField::NetworkTold, StepField::Handover, StepField::MethodAssessed];
        let mut closure: Vec<(StepField, Answer)> = told.map(words).to_vec();
        closure.push((StepField::EndKind, Answer::One(Choice::Planned)));
        take(&db, case.ended, StepKind::Closure, "2021-12-30", &closure).await;
        let voice = [(StepField::Voice, Answer::One(Choice::YoungPerson))];
        take(&db, case.ended, StepKind::Evaluation, "2022-01-20", &voice).await;
        assert_eq!(page(&case, case.ended, "2021-12-29").await.of(Recommendation::Closure), Verdict::NotJudged);
        assert_eq!(page(&case, case.ended, "2022-01-19").await.of(Recommendation::Closure), Verdict::Broken);
        assert_eq!(page(&case, case.ended, "2022-01-20").await.of(Recommendation::Closure), Verdict::Kept);
        assert_eq!(share(&case, 2021, "2022-01-19", Recommendation::Closure).await, (0, 1));
        assert_eq!(share(&case, 2021, "2022-06-01", Recommendation::Closure).await, (1, 1));
    }

    /// The week rule depends on the day that is asked about: what is kept must answer like all events gathered anew.
    async fn what_is_kept_answers_like_the_steps_themselves(db: TestDb) {
        let case = case(&db).await;
        for talk in ["2022-01-19", "2022-01-27", "2022-02-06"] {
            take(&db, case.runs, StepKind::ExtentTalk, talk, &[]).await;
        }
        take(&db, case.runs, StepKind::Pause, "2022-02-23", &[]).await;
        take(&db, case.runs, StepKind::Resume, "2022-03-07", &[]).await;
        let mut tx = db.db.read().await.unwrap();
        let (kept, _) = facts::of_course(&mut tx, case.runs).await.unwrap().unwrap();
        assert_eq!(kept.last_event, day("2022-03-07"));
        for later in 0..30 {
            let until = kept.last_event.plus_days(later);
            let anew = rollups::gather(&mut tx, Some(case.runs), until).await.unwrap().remove(&case.runs).unwrap();
            assert_eq!(anew.facts, kept, "{until}");
        }
        let talks = kept.steps.unwrap().talks;
        let verdicts = ["2022-02-06", "2022-02-13", "2022-02-20"].map(|stop| talks.kept(day(stop)));
        assert_eq!(verdicts, [Some(true), Some(false), Some(false)], "the week after the last talk");
        tx.commit().await.unwrap();
    }

    /// A database from before there were steps holds rows without them; nothing has to be made anew for it to open.
    async fn a_row_from_before_there_were_steps_is_the_row_of_a_course_without(db: TestDb) {
        let case = case(&db).await;
        let before = packed(&db).await;
        assert!(before.iter().all(|(_, packed)| packed.len() == 29 * 8));
        take(&db, case.runs, StepKind::Concern, "2022-01-01", &[words(StepField::Observed)]).await;
        assert_eq!(packed(&db).await, before, "a concern alone");
        take(&db, case.runs, StepKind::Match, "2022-01-12", &good_match()).await;
        let mut tx = db.db.begin().await.unwrap();
        rollups::rebuild(&mut tx, None, day("2022-06-01")).await.unwrap();
        tx.commit().await.unwrap();
        for ((course, old), (_, new)) in before.into_iter().zip(packed(&db).await) {
            let expected = if CourseId(course) == case.runs { old.len() + 4 * 8 } else { old.len() };
            assert_eq!((new.len(), &new[..old.len()]), (expected, &old[..]), "{course}");
        }
    }
}
