//! The steps that a demonstration begins with.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use std::collections::BTreeMap;

use lods_app::courses::show;
use lods_app::steps::made_up;
use lods_domain::access::Actor;
use lods_domain::courses::Phase;
use lods_domain::figures::fidelity::{Recommendation, Verdict};
use lods_domain::ids::CourseId;
use lods_store::query;
use lods_testkit::{Engine, NOW, TestApp, TestDb, run_on};

async fn kinds(test: &TestApp) -> BTreeMap<i64, Vec<String>> {
    let mut tx = test.app.db().read().await.unwrap();
    let sql = "SELECT course_id, kind FROM course_steps ORDER BY id";
    let rows: Vec<(i64, String)> = tx.all(query(sql)).await.unwrap();
    let mut by_course: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    rows.into_iter().for_each(|(course, kind)| by_course.entry(course).or_default().push(kind));
    by_course
}

async fn a_demonstration(db: TestDb) {
    let test = TestApp::with_courses(&db, 240).await;
    let started = std::time::Instant::now();
    made_up::play(&test.app, NOW).await.unwrap();
    println!("{:?}", started.elapsed());
    let courses = kinds(&test).await;
    assert_eq!(courses.len(), 13, "{courses:#?}");
    let of = |kinds: &[&str]| -> Vec<CourseId> {
        let has = |done: &Vec<String>| kinds.iter().all(|kind| done.iter().any(|one| one == kind));
        courses.iter().filter(|(_, done)| has(done)).map(|(course, _)| CourseId(*course)).collect()
    };
    for (story, count) in [
        (&["hearing", "hearing-answer", "refusal", "complaint"][..], 1),
        (&["waiting"], 1),
        (&["match", "expectations", "goal", "score"], 9),
        (&["network-person", "method", "extent-talk", "follow-up", "success", "task"], 5),
        (&["pause"], 1),
        (&["extension"], 1),
        (&["contact-attempt"], 1),
        (&["rematch"], 1),
        (&["closing"], 2),
        (&["closing", "evaluation", "closure"], 1),
        (&["evaluation", "outcome"], 1),
    ] {
        assert_eq!(of(story).len(), count, "{story:?}: {courses:#?}");
    }
    let closed = of(&["closure"]).pop().unwrap();
    let shown = show::course(&test.app, &Actor::Operator, closed, 1, NOW).await.unwrap();
    assert_eq!(shown.course.dates().phase(test.app.today(NOW)), Phase::Closed);
    assert_eq!(shown.verdicts.unwrap().of(Recommendation::Closure), Verdict::Kept);
}

#[test]
fn a_demonstration_has_courses_in_every_phase_with_what_was_done_in_them() {
    run_on(Engine::Sqlite, a_demonstration);
}
