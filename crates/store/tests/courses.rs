//! The list's filters say what the domain says.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_domain::access::Reach;
use lods_domain::courses::Phase;
use lods_domain::{Day, Period};
use lods_store::courses::{self, Filter, Sort};
use lods_store::{Reader, facts};
use lods_testkit::{NOW, TestApp, TestDb, on_both};

const OPERATOR: Reader = Reader { user: None, role: None, at: NOW };

async fn numbers(db: &TestDb, filter: &Filter) -> Vec<i64> {
    let mut tx = db.db.reading(OPERATOR).await.unwrap();
    let rows = courses::list(&mut tx, filter, Sort::CaseNumber, 1_000, 0).await.unwrap();
    assert_eq!(courses::count(&mut tx, filter).await.unwrap(), rows.len() as i64);
    let mut ids: Vec<i64> = rows.iter().map(|row| row.id().0).collect();
    ids.sort_unstable();
    ids
}

on_both! {
    /// `in_phase`, `active_on`, `active_in` and `started_in` in SQL against the functions of the domain, on many days.
    async fn a_filter_finds_what_the_domain_says(db: TestDb) {
        let test = TestApp::with_courses(&db, 120).await;
        let today = test.app.today(NOW);
        let mut tx = db.db.read().await.unwrap();
        let frames = facts::frames(&mut tx, None).await.unwrap();
        tx.commit().await.unwrap();
        let expected = |keep: &dyn Fn(&lods_domain::courses::CourseDates) -> bool| -> Vec<i64> {
            frames.iter().filter(|(_, frame)| keep(&frame.dates)).map(|(id, _)| id.0).collect()
        };
        let mut seen = 0;
        for days in (0..1_000).step_by(97) {
            let on = today.plus_days(-days);
            for phase in Phase::ALL {
                let filter = Filter { phase: Some(*phase), ..Filter::all(Reach::operator(), on) };
                let found = numbers(&db, &filter).await;
                assert_eq!(found, expected(&|dates| dates.phase(on) == *phase), "{phase:?} on {on}");
                seen += found.len();
            }
            let period = Period::new(on, on.plus_days(30)).unwrap();
            let filter = Filter { active_on: Some(on), ..Filter::all(Reach::operator(), today) };
            assert_eq!(numbers(&db, &filter).await, expected(&|dates| dates.active_on(on)), "on {on}");
            let filter = Filter { active_in: Some(period), ..Filter::all(Reach::operator(), today) };
            assert_eq!(numbers(&db, &filter).await, expected(&|dates| dates.active_in(period)), "from {on}");
            let filter = Filter { started_in: Some(period), ..Filter::all(Reach::operator(), today) };
            assert_eq!(numbers(&db, &filter).await, expected(&|dates| dates.started_in(period)), "from {on}");
        }
        assert!(seen > 120, "the days were not all before the first course");
    }

    async fn names_stand_in_danish_order_and_are_found_without_regard_to_case(db: TestDb) {
        let test = TestApp::new(&db);
        let mut people = "CPR;Fornavn;Efternavn\n".to_owned();
        let mut cases = "Sagsnr;CPR;Målgruppe\n".to_owned();
        for (at, (given, family)) in
            [("Ida", "Ågård"), ("Bo", "Zimmer"), ("Ea", "Øster"), ("Åse", "Aaberg"), ("Al_f", "Æbelø"), ("Bo", "Anker")].iter().enumerate()
        {
            people.push_str(&format!("670190-123{at};{given};{family}\n"));
            cases.push_str(&format!("2022-{at:05};670190-123{at};Kontanthjælp\n"));
        }
        let folder = lods_testkit::ExtractFolder::empty().with("borgere", &people).with("forloeb", &cases);
        test.import_ok(&folder).await;
        let mut tx = db.db.reading(OPERATOR).await.unwrap();
        let all = Filter::all(Reach::operator(), Day::FIRST);
        let rows = courses::list(&mut tx, &all, Sort::Name, 10, 0).await.unwrap();
        let names: Vec<String> = rows.iter().map(|row| row.name().unwrap().split(' ').next_back().unwrap().to_owned()).collect();
        assert_eq!(names, ["Anker", "Zimmer", "Æbelø", "Øster", "Aaberg", "Ågård"]);
        for (word, count) in [("ågård", 1), ("bo", 2), ("_", 1), ("%", 0), ("2022-00003", 1), ("\\", 0)] {
            let filter = Filter { words: vec![word.to_owned()], ..all.clone() };
            assert_eq!(courses::count(&mut tx, &filter).await.unwrap(), count, "{word}");
        }
    }
}
