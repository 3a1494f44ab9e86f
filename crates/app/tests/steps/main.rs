//! The steps of a course as use cases: what they write, who may, and what is taken back.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it does not expect has failed")]

mod beside;
mod course;
mod drafts;
mod rights;
mod undo;
mod walk;

use std::sync::atomic::{AtomicU64, Ordering};

use lods_app::courses::rollups;
use lods_app::steps::take::{Sent, Took, take};
use lods_app::steps::undo::{Undone, undo};
use lods_domain::access::{Actor, Role};
use lods_domain::ids::{CourseId, StepId};
use lods_domain::steps::findings::What;
use lods_domain::steps::{Answers, Choice, StepKind, Typed};
use lods_domain::{Day, Moment};
use lods_store::{Tx, query};
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, noon};

/// The day of [`NOW`], on which the need was seen.
const CONCERN: &str = "2022-06-01";

/// A municipality with a course that has a concern and nothing else, and one that is over.
struct Played {
    test: TestApp,
    id: CourseId,
    keys: AtomicU64,
}

fn answers(kind: StepKind, typed: &[(&str, &str)]) -> Answers {
    let mut texts = Typed::new();
    for (field, text) in typed {
        texts.entry((*field).to_owned()).or_default().push((*text).to_owned());
    }
    let (answers, faults) = Answers::of_typed(kind, &texts);
    assert_eq!(faults, [], "{}", kind.code());
    answers
}

impl Played {
    async fn concern(db: &TestDb) -> Played {
        let courses = "Sagsnr;CPR;Målgruppe;Bekymring;Besluttet;Afgørelse;Start;Forventet slut;Slut;Afslutning;Afslutningsårsag;Timer pr. uge;Enhed;MentorID;Formål\n\
            2022-00007;670190-1234;Kontanthjælp;01-06-2022;;;;;;;;;;;\n\
            2021-00002;610295-4678;Uddannelseshjælp;01-06-2021;20-06-2021;bevilget;01-07-2021;31-12-2021;30-12-2021;planlagt;mål nået;3;Åben Dør;M002;\n";
        let mut folder = ExtractFolder::small().with("forloeb", courses);
        for table in ["registreringer", "maal", "maalinger", "opfoelgninger"] {
            folder = folder.without(table);
        }
        Played::of(db, &folder, "2022-00007").await
    }

    /// The small extract, and of it the course that runs.
    async fn running(db: &TestDb) -> Played {
        Played::of(db, &ExtractFolder::small(), "2022-00001").await
    }

    async fn of(db: &TestDb, folder: &ExtractFolder, case: &str) -> Played {
        let test = TestApp::new(db);
        test.import_ok(folder).await;
        let mut tx = db.db.read().await.unwrap();
        let (id,): (i64,) = tx.one(query("SELECT id FROM courses WHERE case_number = $1").bind(case)).await.unwrap();
        Played { test, id: CourseId(id), keys: AtomicU64::new(1) }
    }

    async fn tx(&self) -> Tx {
        self.test.app.db().read().await.unwrap()
    }

    fn key(&self) -> String {
        format!("{:064x}", self.keys.fetch_add(1, Ordering::Relaxed))
    }

    /// The last step on record.
    async fn seen(&self) -> i64 {
        let sql = "SELECT coalesce(max(id), 0) FROM course_steps WHERE course_id = $1";
        let (seen,): (i64,) = self.tx().await.one(query(sql).bind(self.id)).await.unwrap();
        seen
    }

    async fn account(&self, role: Role) -> Actor {
        self.test.account(role.code(), role).await;
        self.test.actor(role.code(), NOW).await
    }

    async fn sent(
        &self,
        actor: &Actor,
        kind: StepKind,
        typed: &[(&str, &str)],
        departure: Option<(Choice, &str)>,
    ) -> Took {
        let now = noon(typed.iter().find(|(field, _)| *field == "on").map_or(CONCERN, |(_, day)| *day)).max(NOW);
        let (key, seen, answers) = (self.key(), self.seen().await, answers(kind, typed));
        let sent = Sent { kind, key: &key, seen, answers: &answers, departure };
        take(&self.test.app, actor, self.id, sent, now).await.unwrap()
    }

    /// Takes the step, on its own day or today, with a reason for whatever it departs from.
    async fn took(&self, actor: &Actor, kind: StepKind, typed: &[(&str, &str)]) -> StepId {
        match self.sent(actor, kind, typed, Some((Choice::Weighed, "det blev overvejet"))).await {
            Took::Done(step) => step,
            other => panic!("{}: {other:?}", kind.code()),
        }
    }

    async fn grant(&self, actor: &Actor) -> StepId {
        self.took(actor, StepKind::Grant, GRANT).await
    }

    async fn undo(&self, actor: &Actor, step: StepId) -> Undone {
        undo(&self.test.app, actor, (self.id, step), (&self.key(), "fejl"), AFTER).await.unwrap()
    }

    /// The course's row, column by column as it is stored, but for its version.
    async fn row(&self) -> String {
        let mut tx = self.tx().await;
        let dates =
            "SELECT concern_on, decided_on, start_on, expected_end_on, end_on, stage_on, weekly_minutes, unit_id,
                        mentor_id, person_id, opened_on FROM courses WHERE id = $1";
        let texts =
            "SELECT case_number, coalesce(decision, '-'), coalesce(end_kind, '-'), end_reason, legal_basis, purpose,
                        stage FROM courses WHERE id = $1";
        #[expect(clippy::type_complexity, reason = "a row")]
        let dates: (
            Option<i64>,
            Option<i64>,
            Option<i64>,
            Option<i64>,
            Option<i64>,
            Option<i64>,
            Option<i64>,
            Option<i64>,
            Option<i64>,
            i64,
            i64,
        ) = tx.one(query(dates).bind(self.id)).await.unwrap();
        let texts: (String, String, String, String, String, String, String) =
            tx.one(query(texts).bind(self.id)).await.unwrap();
        format!("{dates:?} {texts:?}")
    }

    async fn count(&self, sql: &'static str) -> i64 {
        let (count,): (i64,) = self.tx().await.one(query(sql)).await.unwrap();
        count
    }

    /// Denials in the log of steps.
    async fn denials(&self) -> i64 {
        self.count("SELECT count(*) FROM access_log WHERE what = 'steps' AND allowed = 0").await
    }
}

/// The day on which steps are taken back.
const AFTER: Moment = Moment::from_epoch(1_685_613_600);

/// A whole grant of six months.
const GRANT: &[(&str, &str)] = &[
    ("on", "2022-06-08"),
    ("asked-for", "fully"),
    ("basis", "lab-167"),
    ("entitlement", "may"),
    ("decisive", "uden mentor kommer hun ikke af sted"),
    ("employment-aim", "et fritidsjob"),
    ("purpose-mastery", "komme op om morgenen"),
    ("purpose-network", "kende nogen i byen"),
    ("phase-out", "færre timer fra november"),
    ("weekly", "2"),
    ("from", "2022-06-08"),
    ("until", "2022-12-08"),
];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn whats(took: &Took) -> Vec<What> {
    match took {
        Took::Against(found) => found.iter().map(|finding| finding.what).collect(),
        other => panic!("{other:?}"),
    }
}

/// What is kept of the course, and what all of it comes to when it is made anew.
async fn rollup_rows(tx: &mut Tx) -> String {
    let dues: Vec<(i64, String, i64, Option<i64>)> =
        tx.all(query("SELECT course_id, kind, due_on, mentor_id FROM course_dues ORDER BY 1, 2")).await.unwrap();
    let facts: Vec<(i64, i64, Vec<u8>)> =
        tx.all(query("SELECT course_id, sessions, packed FROM course_facts ORDER BY 1")).await.unwrap();
    format!("{dues:?} {facts:?}")
}

/// What is kept after each step is what is counted anew from everything.
async fn rollups_are_whole(played: &Played, today: Day) {
    let mut tx = played.test.app.db().begin().await.unwrap();
    let kept = rollup_rows(&mut tx).await;
    rollups::rebuild(&mut tx, None, today).await.unwrap();
    assert_eq!(rollup_rows(&mut tx).await, kept);
    tx.roll_back().await.unwrap();
}

async fn chain_is_whole(played: &Played) {
    let verified = lods_app::access::keys::verify(&played.test.app, &Actor::Operator, AFTER).await.unwrap();
    assert!(matches!(verified, lods_store::audit::Verified::Whole { .. }), "{verified:?}");
}
