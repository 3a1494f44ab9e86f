//! A municipality hands over its extract: what comes in, what is refused, and what goes out again.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it does not expect has failed")]

use lods_app::access::tokens::random_key;
use lods_app::exchange::export::export;
use lods_app::exchange::import::{Options, Outcome};
use lods_app::figures::{self, CorpsQuestion, FidelityQuestion};
use lods_app::steps::take::{Sent, Took, take};
use lods_domain::access::Actor;
use lods_domain::ids::CourseId;
use lods_domain::steps::{Answer, Answers, Choice, StepField, StepKind};
use lods_domain::{Day, Minutes, Ore, Period};
use lods_store::query;
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, on_both};

/// Every figure of the municipality as JSON.
async fn figures(test: &TestApp) -> String {
    let (app, actor, today) = (&test.app, &Actor::Operator, test.app.today(NOW));
    let placed = figures::placements(app, actor, today, NOW).await.unwrap().placements;
    let courses = figures::courses(app, actor, 2019..=2022, NOW).await.unwrap();
    let mut all = vec![serde_json::to_string(&placed).unwrap(), serde_json::to_string(&courses).unwrap()];
    for unit in figures::unit_list(app, actor, NOW).await.unwrap() {
        let weekly = Some(Minutes::new(133 * 60));
        let asked = CorpsQuestion { unit: &unit.name, year: 2021, weekly, weeks: 46, compare: Some(Ore::kroner(600)) };
        all.push(serde_json::to_string(&figures::corps(app, actor, &asked, NOW).await.unwrap().0).unwrap());
    }
    for on in [today, today.plus_days(-200), today.plus_days(-20)] {
        let period = Period::new(today.plus_days(-900), on).unwrap();
        let counted = figures::fidelity(app, actor, FidelityQuestion { period, on }, true, NOW).await.unwrap();
        assert!(counted.courses > Some(0));
        all.push(serde_json::to_string(&counted).unwrap());
    }
    all.join("\n")
}

/// Everything that is kept beside the tables of the extract.
async fn rollups(test: &TestApp) -> String {
    let mut tx = test.app.db().read().await.unwrap();
    let months: Vec<(i64, i64, i64)> =
        tx.all(query("SELECT mentor_id, month, ata_minutes FROM mentor_months ORDER BY 1, 2")).await.unwrap();
    let dues: Vec<(i64, String, i64, Option<i64>)> =
        tx.all(query("SELECT course_id, kind, due_on, mentor_id FROM course_dues ORDER BY 1, 2")).await.unwrap();
    type Facts = (i64, i64, i64, Option<i64>, Vec<u8>);
    let facts: Vec<Facts> = tx
        .all(query("SELECT course_id, last_event_on, sessions, last_session_on, packed FROM course_facts ORDER BY 1"))
        .await
        .unwrap();
    assert!(!months.is_empty() && !dues.is_empty() && !facts.is_empty());
    format!("{months:?}\n{dues:?}\n{facts:?}")
}

/// Another mentor, a follow-up at which the young person was, and a score, on the days of rows that were imported.
async fn run_here(test: &TestApp) {
    use StepField::{Agreed, Goal, GoalsRight, Impartial, MatchBasis, Mentor, Note, On, Points, TookPart, Voice};
    let mut tx = test.app.db().read().await.unwrap();
    let (course,): (i64,) = tx.one(query("SELECT id FROM courses WHERE case_number = '2022-00001'")).await.unwrap();
    let (mentor,): (i64,) = tx.one(query("SELECT id FROM mentors WHERE code = 'M002'")).await.unwrap();
    let (goal,): (i64,) = tx.one(query("SELECT id FROM goals WHERE code = 'G1'")).await.unwrap();
    tx.commit().await.unwrap();
    let day = |text: &str| (On, Answer::Day(text.parse().unwrap()));
    let all = Answer::Many(vec![Choice::Caseworker, Choice::Mentor, Choice::YoungPerson]);
    let basis = Answer::Many(vec![Choice::Competence]);
    for (kind, given) in [
        (
            StepKind::Match,
            vec![
                day("2022-02-01"),
                (Mentor, Answer::Id(mentor)),
                (MatchBasis, basis),
                (Note, Answer::Text("Kan hjælpe".to_owned())),
                (Impartial, Answer::Yes),
            ],
        ),
        (
            StepKind::FollowUp,
            vec![
                day("2022-02-20"),
                (TookPart, all),
                (GoalsRight, Answer::One(Choice::StillRight)),
                (Agreed, Answer::One(Choice::Continue)),
            ],
        ),
        (
            StepKind::Score,
            vec![
                day("2022-02-15"),
                (Goal, Answer::Id(goal)),
                (Points, Answer::Points(80)),
                (Voice, Answer::One(Choice::YoungPerson)),
            ],
        ),
    ] {
        let mut answers = Answers::default();
        given.into_iter().for_each(|(field, answer)| answers.set(field, answer));
        let key = random_key().unwrap();
        let departure = Some((Choice::Other, "Sådan var det"));
        let sent = Sent { kind, key: &key, seen: i64::MAX, answers: &answers, departure };
        let took = take(&test.app, &Actor::Operator, CourseId(course), sent, NOW).await.unwrap();
        assert!(matches!(took, Took::Done(_)), "{took:?}");
    }
}

/// Mentor, unit, whether the young person was at the follow-up, and the score.
async fn led(test: &TestApp) -> (String, String, i64, i64) {
    let mut tx = test.app.db().read().await.unwrap();
    let sql = "SELECT m.code, u.name, f.mentee, s.tenths FROM courses c JOIN mentors m ON m.id = c.mentor_id
               JOIN units u ON u.id = c.unit_id JOIN follow_ups f ON f.course_id = c.id AND f.day = $1
               JOIN goals g ON g.course_id = c.id JOIN goal_scores s ON s.goal_id = g.id AND s.day = $2
               WHERE c.case_number = '2022-00001'";
    let day = |text: &str| text.parse::<Day>().unwrap();
    tx.one(query(sql).bind(day("2022-02-20")).bind(day("2022-02-15"))).await.unwrap()
}

async fn count(test: &TestApp, table: &str) -> i64 {
    let mut tx = test.app.db().read().await.unwrap();
    let (count,): (i64,) = tx.one(query(&format!("SELECT count(*) FROM {table}"))).await.unwrap();
    count
}

async fn exported(test: &TestApp) -> ExtractFolder {
    let folder = ExtractFolder::empty();
    export(&test.app, &Actor::Operator, folder.path(), NOW).await.unwrap().unwrap();
    folder
}

fn files(folder: &ExtractFolder) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read_to_string(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

on_both! {
    async fn a_consent_that_was_withdrawn_is_not_given_anew_by_an_extract(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        let mut tx = db.db.begin().await.unwrap();
        tx.execute(query("UPDATE consents SET withdrawn_on = 19100")).await.unwrap();
        tx.commit().await.unwrap();
        let again = test.import_ok(&ExtractFolder::small()).await;
        assert_eq!(again.changed(), 0);
        let mut tx = db.db.read().await.unwrap();
        let (withdrawn,): (Option<i64>,) = tx.one(query("SELECT withdrawn_on FROM consents")).await.unwrap();
        assert_eq!(withdrawn, Some(19_100));
        tx.commit().await.unwrap();
    }

    async fn of_somebody_who_is_pseudonymised_nothing_goes_out(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        let mut tx = db.db.begin().await.unwrap();
        let sql = "UPDATE people SET cpr = '', cpr_hash = 'x', needs = '' WHERE given_name = 'Åse'";
        tx.execute(query(sql)).await.unwrap();
        tx.commit().await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        lods_app::exchange::export::export(&test.app, &Actor::Operator, &out, NOW).await.unwrap().unwrap();
        let written: String = std::fs::read_dir(&out)
            .unwrap()
            .map(|file| String::from_utf8_lossy(&std::fs::read(file.unwrap().path()).unwrap()).into_owned())
            .collect();
        assert!(written.contains("2021-00002") && !written.contains("2022-00001") && !written.contains("G1;"));
    }

    async fn the_same_extract_twice_changes_nothing_the_second_time(db: TestDb) {
        let test = TestApp::new(&db);
        let folder = TestApp::made_up(60);
        let first = test.import_ok(&folder).await;
        assert_eq!(first.changed(), first.rows());
        let (figures_before, rollups_before) = (figures(&test).await, rollups(&test).await);
        let events = count(&test, "audit_events").await;
        let second = test.import_ok(&folder).await;
        assert_eq!((second.rows(), second.changed()), (first.rows(), 0));
        assert_eq!(count(&test, "audit_events").await, events, "nothing changed, so there is nothing to tell");
        assert_eq!(figures(&test).await, figures_before);
        assert_eq!(rollups(&test).await, rollups_before);
    }

    /// The extract is older than the steps: what they decided stands, and the import says so.
    async fn an_extract_undoes_no_step(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        run_here(&test).await;
        let stands = led(&test).await;
        assert_eq!(stands, ("M002".to_owned(), "Åben Dør".to_owned(), 1, 80));
        let older = ExtractFolder::small()
            .with("maalinger", "MålID;Dato;Værdi\nG1;15-02-2022;4,5\nG1;15-03-2022;5\n")
            .with("opfoelgninger", "Sagsnr;Dato;Sagsbehandler;Mentor;Borger\n2022-00001;20-02-2022;ja;ja;nej\n");
        for changed in [1, 0] {
            let report = test.import_ok(&older).await;
            assert_eq!(report.changed(), changed, "the one score that is new");
            let notes: Vec<String> = report.faults.notes().iter().map(ToString::to_string).collect();
            assert_eq!(
                notes,
                ["forloeb.csv:2: the course is led in Lods, where steps decided something else; they stand"]
            );
            assert_eq!(led(&test).await, stands);
        }
    }

    async fn what_is_exported_and_imported_is_the_same_municipality(db: TestDb) {
        let test = TestApp::with_courses(&db, 60).await;
        let folder = exported(&test).await;
        let copy_folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", copy_folder.path().join("copy.db").display());
        let copy_db = lods_store::Db::open(&address, &lods_testkit::master()).await.unwrap();
        let copy = TestApp::new(&TestDb { db: copy_db, address });
        copy.import_ok(&folder).await;
        assert_eq!(figures(&copy).await, figures(&test).await);
        assert_eq!(files(&exported(&copy).await), files(&folder));
    }

    async fn a_small_extract_by_hand_comes_out_as_it_went_in(db: TestDb) {
        let test = TestApp::new(&db);
        let report = test.import_ok(&ExtractFolder::small()).await;
        assert_eq!(report.rows(), 22);
        let files = files(&exported(&test).await);
        insta::assert_snapshot!("small_extract", files.iter().map(|(name, text)| format!("{name}\n{text}\n")).collect::<String>());
    }

    async fn a_dry_run_writes_nothing(db: TestDb) {
        let test = TestApp::new(&db);
        let options = Options { dry_run: true, ..Options::default() };
        let Outcome::Done(report) = test.import(&ExtractFolder::small(), &options).await else { panic!("faults") };
        assert_eq!(report.changed(), 22);
        for table in ["courses", "people", "sessions", "audit_events", "course_facts"] {
            assert_eq!(count(&test, table).await, 0, "{table}");
        }
    }

    async fn every_fault_is_named_at_once_and_nothing_is_stored(db: TestDb) {
        let test = TestApp::new(&db);
        let folder = ExtractFolder::small()
            .with("priser", "Enhed;Gyldig fra;Gyldig til;Timepris\nÅben Dør;01-01-2021;01-06-2021;560\nÅben Dør;01-05-2021;;600\nUkendt;01-01-2021;;1\n")
            .with("mentorer", "MentorID;Navn;Enhed\nM001;Østen;Korpset\nM002;Aase;\nM003;Bo;Nowhere\nM001;Igen;Korpset\n")
            .with("forloeb", "Sagsnr;CPR;Målgruppe;Start;Slut;Enhed;MentorID\n\
                2022-00001;670190-1234;Kontanthjælp;31-02-2022;;Korpset;M001\n\
                2021-00002;610295-4678;Uddannelseshjælp;01-07-2021;30-06-2021;Korpset;M001\n\
                2021-00003;610295-9999;Uddannelseshjælp;01-07-2021;;Korpset;M009\n\
                2021-00004;610295-4678;Uddannelseshjælp;01-07-2021;;Korpset;M001\n")
            .with("registreringer", "Sagsnr;MentorID;Start;Udfald;ATA-minutter\n\
                2021-00004;M001;17-01-2022 10:00;afholdt;-60\n\
                2021-00004;M001;18-01-2022 10:00;lukket dør;60\n\
                9999-00001;M001;24-01-2022 10:00;afholdt;60\n\
                2021-00004;M001;25-01-2022 10:00;afholdt;60\n\
                2021-00004;M001;25-01-2022 10:00;afholdt;45\n")
            .without("maal").without("maalinger").without("opfoelgninger");
        let faults = test.import_faults(&folder).await;
        insta::assert_snapshot!("faults", faults);
        assert!(!faults.contains("9999\n") && !faults.contains("610295"), "a CPR number is not repeated");
        for table in ["units", "courses", "people", "sessions", "audit_events"] {
            assert_eq!(count(&test, table).await, 0, "{table}");
        }
    }

    async fn a_fault_late_in_the_file_takes_back_what_was_written_before_it(db: TestDb) {
        let test = TestApp::new(&db);
        let mut records = "Sagsnr;MentorID;Start;ATA-minutter\n".to_owned();
        for minute in 0..9_000 {
            records.push_str(&format!("2022-00001;M001;{:02}-02-2022 {:02}:{:02};30\n", 1 + minute / 1440, minute / 60 % 24, minute % 60));
        }
        records.push_str("2022-00001;M001;30-02-2022 10:00;30\n");
        let folder = ExtractFolder::small().with("registreringer", &records);
        let faults = test.import_faults(&folder).await;
        assert_eq!(faults, "registreringer.csv:9002: Start: '30-02-2022 10:00' is no time (dd-mm-yyyy hh:mm)\n");
        assert_eq!(count(&test, "sessions").await, 0);
    }

    async fn what_a_database_could_not_hold_is_a_fault_with_its_place(db: TestDb) {
        let test = TestApp::new(&db);
        let folder = ExtractFolder::small()
            .with("udgifter", "Dato;Konto;Enhed;Art;Beløb;Bilag\n31-12-2021;05.68.90;Korpset;løn;60.000.000.000.000.000,00;B1\n")
            .with("maal", &format!("MålID;Sagsnr;Type;Mål\n{};2022-00001;mestring;x\nG\u{1};2022-00001;mestring;x\n", "G".repeat(401)))
            .without("maalinger");
        assert_eq!(
            test.import_faults(&folder).await,
            "maal.csv:2: MålID: the text is too long for a name or a key (400 bytes)\n\
             maal.csv:3: MålID: the text holds a control character\n\
             udgifter.csv:2: Beløb: '60.000.000.000.000.000,00' is too large (at most 100.000.000.000 kr.)\n"
        );
    }

    async fn a_changed_row_is_taken_and_told(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        let folder = ExtractFolder::small().with("opfoelgninger", "Sagsnr;Dato;Sagsbehandler;Mentor;Borger\n2022-00001;20-02-2022;ja;ja;ja\n");
        let report = test.import_ok(&folder).await;
        assert_eq!(report.changed(), 1);
        let period = Period::year(2022).unwrap();
        let asked = FidelityQuestion { period, on: "2022-03-01".parse().unwrap() };
        let fidelity = figures::fidelity(&test.app, &Actor::Operator, asked, false, NOW).await.unwrap();
        let followed = fidelity.recommendations.iter().find(|share| share.code.code() == "F4.1").unwrap();
        assert_eq!(followed.share.map(|share| (share.kept, share.in_scope)), Some((1, 1)), "the rollup followed the change");
        let mut tx = db.db.read().await.unwrap();
        let events = lods_store::audit::names(&mut tx, 0, 10).await.unwrap();
        let details: Vec<&str> = events.iter().map(|(_, _, detail)| detail.as_str()).collect();
        assert_eq!(details, [r#"{"changed":22,"event":"imported","rows":22}"#, r#"{"changed":1,"event":"imported","rows":22}"#]);
    }

    async fn a_table_that_is_missing_gets_stand_ins(db: TestDb) {
        let test = TestApp::new(&db);
        let folder = ExtractFolder::empty().with("forloeb", "Sagsnr;CPR;Målgruppe;Afgørelse;Start;Enhed;MentorID\n\
            2022-00001;670190-1234;Kontanthjælp;bevilget;01-02-2022;Korpset;M001\n");
        let report = test.import_ok(&folder).await;
        assert_eq!(report.rows(), 4);
        let placed = figures::placements(&test.app, &Actor::Operator, test.app.today(NOW), NOW).await.unwrap().placements;
        assert_eq!((placed.total, placed.units[0].unit.as_str()), (Some(1), "Korpset"));
    }

    async fn a_database_belongs_to_one_municipality(db: TestDb) {
        let test = TestApp::new(&db);
        let code = |code: &str| Options { municipality: Some(code.to_owned()), ..Options::default() };
        assert!(matches!(test.import(&ExtractFolder::small(), &code("0751")).await, Outcome::Done(_)));
        assert!(matches!(test.import(&ExtractFolder::small(), &code("0751")).await, Outcome::Done(_)));
        let other = test.import(&ExtractFolder::small(), &code("0101")).await;
        assert!(matches!(other, Outcome::OtherMunicipality(code) if code == "0751"));
    }

    async fn a_group_session_counts_once_for_the_mentor(db: TestDb) {
        let test = TestApp::new(&db);
        let folder = ExtractFolder::small().with("registreringer", "Sagsnr;MentorID;Start;Form;ATA-minutter;Gruppe\n\
            2022-00001;M001;17-01-2022 10:00;gruppe;90;Madhold uge 3\n\
            2021-00002;M001;17-01-2022 10:00;gruppe;60;Madhold uge 3\n\
            2022-00001;M001;24-01-2022 10:00;gruppe;90;Madhold uge 3\n\
            2022-00001;M001;25-01-2022 10:00;møde;30;\n");
        test.import_ok(&folder).await;
        let asked = CorpsQuestion { unit: "korpset", year: 2022, weekly: None, weeks: 46, compare: None };
        let (corps, mentors) = figures::corps(&test.app, &Actor::Operator, &asked, NOW).await.unwrap();
        assert_eq!(mentors[0].ata_minutes, 90 + 90 + 30, "two days are two sessions; two mentees on one day are one");
        assert_eq!(serde_json::to_value(&corps).unwrap()["ata_hours"], 3.5);
    }
}
