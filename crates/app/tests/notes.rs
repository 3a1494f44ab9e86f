//! Notes on a course: each role's yes and no, corrections, and what a copied database shows of them.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_app::Error;
use lods_app::access::users::{self, NewUser, PlaceName};
use lods_app::courses::{show, team};
use lods_app::notes::list;
use lods_app::notes::write::{Correction, NewNote, Written, correct, correction_form, form, write};
use lods_domain::access::{Actor, FieldClass, Role};
use lods_domain::ids::{CourseId, NoteId};
use lods_domain::notes::{Extent, LONGEST, NoteFault, Sight, Visibility};
use lods_domain::{Cpr, Moment};
use lods_store::{audit, notes, query};
use lods_testkit::{Engine, NOW, TestApp, TestDb, on_both};

const PASSWORD: &str = "korrekt hest batteri";

async fn course(test: &TestApp, case: &str) -> CourseId {
    let mut tx = test.app.db().read().await.unwrap();
    let course = lods_store::courses::by_case_number(&mut tx, case).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    course
}

async fn staff(test: &TestApp, login: &str, role: Role, mentor: Option<&str>) -> Actor {
    test.user(login, role, mentor).await;
    test.actor(login, NOW).await
}

async fn at_supplier(test: &TestApp, login: &str) -> Actor {
    test.user_at(login, Role::SupplierCoordinator, PlaceName::Unit("Åben Dør"), None).await;
    test.actor(login, NOW).await
}

async fn young_person(test: &TestApp, cpr: &str) -> Actor {
    let user = NewUser {
        login: "ung",
        name: "Den Unge",
        password: PASSWORD,
        role: Role::YoungPerson,
        place: PlaceName::Municipality,
        mentor: None,
        person: Some(Cpr::parse(cpr).unwrap()),
    };
    users::add(&test.app, &Actor::Operator, &user, NOW).await.unwrap().unwrap();
    test.actor("ung", NOW).await
}

fn key(number: u8) -> String {
    format!("{number:064x}")
}

fn new<'a>(key: &'a str, visibility: Visibility, text: &'a str) -> NewNote<'a> {
    NewNote { key, visibility, class: FieldClass::Ordinary, text }
}

async fn written(test: &TestApp, actor: &Actor, course: CourseId, note: NewNote<'_>) {
    assert_eq!(write(&test.app, actor, course, note, NOW).await.unwrap(), Written::Done);
}

/// The newest texts that the actor sees of the course, oldest first; `None` where the answer is no.
async fn seen(test: &TestApp, actor: &Actor, course: CourseId) -> Option<Vec<String>> {
    let page = list::of_course(&test.app, actor, course, 1, NOW).await.ok()?;
    assert_eq!(page.notes.count, i64::try_from(page.notes.rows.len()).unwrap());
    Some(page.notes.rows.iter().rev().map(|note| note.newest.text.clone()).collect())
}

async fn log(db: &TestDb, user: &Actor, allowed: bool) -> Vec<(String, String, String, Option<i64>)> {
    let mut tx = db.db.read().await.unwrap();
    let sql = "SELECT role, relation, what, course_id FROM access_log WHERE user_id = $1 AND allowed = $2 ORDER BY id";
    let rows = tx.all(query(sql).bind(user.user()).bind(allowed)).await.unwrap();
    tx.commit().await.unwrap();
    rows
}

async fn events(db: &TestDb) -> Vec<(String, String)> {
    let mut tx = db.db.read().await.unwrap();
    let events = audit::names(&mut tx, 0, 200).await.unwrap();
    tx.commit().await.unwrap();
    events.into_iter().map(|(_, name, detail)| (name, detail)).collect()
}

async fn only_note(test: &TestApp, actor: &Actor, course: CourseId) -> NoteId {
    list::of_course(&test.app, actor, course, 1, NOW).await.unwrap().notes.rows[0].newest.id
}

on_both! {
    /// Who is refused the notes has not seen them: the young person's page must not say so.
    async fn who_is_refused_the_notes_stands_in_the_log_as_refused_alone(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2022-00001").await;
        let coordinator = staff(&test, "lærke", Role::Coordinator, None).await;
        let refused = list::of_course(&test.app, &coordinator, course, 1, NOW).await;
        assert!(matches!(refused, Err(Error::NotFound)));
        let mut tx = db.db.read().await.unwrap();
        let lines: Vec<(String, i64)> =
            tx.all(query("SELECT what, allowed FROM access_log WHERE role = 'coordinator'")).await.unwrap();
        assert_eq!(lines, [("notes".to_owned(), 0)]);
        tx.commit().await.unwrap();
    }

    async fn a_note_for_the_team_is_seen_by_the_team_and_by_nobody_else(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2022-00001").await;
        let solvej = staff(&test, "solvej", Role::Caseworker, None).await;
        written(&test, &solvej, course, new(&key(1), Visibility::Team, " Mødte op.\r\nGlad. ")).await;
        let text = Some(vec!["Mødte op.\nGlad.".to_owned()]);
        assert_eq!(seen(&test, &solvej, course).await, text);
        assert_eq!(seen(&test, &staff(&test, "oesten", Role::Mentor, Some("M001")).await, course).await, text);
        assert_eq!(seen(&test, &staff(&test, "leder", Role::Leader, None).await, course).await, text);
        for (login, role) in [("controller", Role::Controller), ("koordinator", Role::Coordinator)] {
            let other = staff(&test, login, role, None).await;
            assert_eq!(seen(&test, &other, course).await, None, "{login}");
            assert!(show::course(&test.app, &other, course, 1, NOW).await.unwrap().notes.is_none(), "{login}");
            let no = write(&test.app, &other, course, new(&key(9), Visibility::Team, "x"), NOW).await;
            assert!(matches!(no, Err(Error::Denied(_))), "{login}");
        }
        assert_eq!(seen(&test, &staff(&test, "aase", Role::Mentor, Some("M002")).await, course).await, None);
        let analyst = staff(&test, "analytiker", Role::Analyst, None).await;
        assert!(matches!(list::of_course(&test.app, &analyst, course, 1, NOW).await, Err(Error::Denied(_))));
        let ung = young_person(&test, "670190-1234").await;
        assert!(matches!(list::of_course(&test.app, &ung, course, 1, NOW).await, Err(Error::Denied(_))));
        assert_eq!(list::of_own(&test.app, &ung, course, 1, NOW).await.unwrap().notes.count, 0);
    }

    async fn a_suppliers_coordinator_sees_no_notes_of_the_suppliers_courses(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2021-00002").await;
        let solvej = staff(&test, "solvej", Role::Caseworker, None).await;
        written(&test, &solvej, course, new(&key(1), Visibility::Team, "Om Bo")).await;
        let supplier = at_supplier(&test, "leverandoer").await;
        assert!(show::course(&test.app, &supplier, course, 1, NOW).await.unwrap().notes.is_none());
        assert_eq!(seen(&test, &supplier, course).await, None);
        let no = write(&test.app, &supplier, course, new(&key(2), Visibility::Team, "x"), NOW).await;
        assert!(matches!(no, Err(Error::Denied(_))));
        let refused = |course: Option<CourseId>| {
            ("supplier-coordinator".to_owned(), String::new(), "notes".to_owned(), course.map(|course| course.0))
        };
        assert_eq!(log(&db, &supplier, false).await, [refused(Some(course)), refused(None)]);
    }

    async fn the_confidential_room_holds_the_mentor_and_the_young_person(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2022-00001").await;
        let oesten = staff(&test, "oesten", Role::Mentor, Some("M001")).await;
        let ung = young_person(&test, "670190-1234").await;
        written(&test, &oesten, course, new(&key(1), Visibility::Shared, "Vi ses tirsdag")).await;
        written(&test, &ung, course, new(&key(2), Visibility::Shared, "Jeg er nervøs")).await;
        written(&test, &oesten, course, new(&key(3), Visibility::Team, "Til sagen")).await;
        let own = list::of_own(&test.app, &ung, course, 1, NOW).await.unwrap().notes;
        assert!(own.is_own && own.may_write);
        let told: Vec<_> = own.rows.iter().map(|note| (note.newest.text.as_str(), note.author.clone())).collect();
        let author = |is_reader, role| notes::Author { is_reader, role: Some(role), name: None };
        let expected = [("Jeg er nervøs", author(true, Role::YoungPerson)), ("Vi ses tirsdag", author(false, Role::Mentor))];
        assert_eq!(told, expected, "no name but the role");
        let all = ["Vi ses tirsdag", "Jeg er nervøs", "Til sagen"].map(str::to_owned).to_vec();
        assert_eq!(seen(&test, &oesten, course).await, Some(all));
        for (login, role) in [("solvej", Role::Caseworker), ("leder", Role::Leader)] {
            let other = staff(&test, login, role, None).await;
            assert_eq!(seen(&test, &other, course).await, Some(vec!["Til sagen".to_owned()]), "{login}");
            let no = write(&test.app, &other, course, new(&key(9), Visibility::Shared, "x"), NOW).await;
            assert!(matches!(no, Err(Error::Denied(_))), "{login}");
            let code = role.code().to_owned();
            let refused = (code, String::new(), "notes".to_owned(), Some(course.0));
            assert_eq!(log(&db, &other, false).await, [refused], "{login}");
        }
        let no = write(&test.app, &ung, course, new(&key(9), Visibility::Team, "x"), NOW).await;
        assert!(matches!(no, Err(Error::Denied(_))));
        let others = self::course(&test, "2021-00002").await;
        assert!(matches!(list::of_own(&test.app, &ung, others, 1, NOW).await, Err(Error::NotFound)));
        let no = write(&test.app, &ung, others, new(&key(9), Visibility::Shared, "x"), NOW).await;
        assert!(matches!(no, Err(Error::NotFound)));
    }

    async fn an_own_note_is_seen_by_its_writer_alone(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2022-00001").await;
        let oesten = staff(&test, "oesten", Role::Mentor, Some("M001")).await;
        let leader = staff(&test, "leder", Role::Leader, None).await;
        let solvej = staff(&test, "solvej", Role::Caseworker, None).await;
        let ung = young_person(&test, "670190-1234").await;
        written(&test, &oesten, course, new(&key(1), Visibility::Own, "Husk cykelnøglen")).await;
        written(&test, &leader, course, new(&key(2), Visibility::Own, "Ring til Østen")).await;
        written(&test, &ung, course, new(&key(3), Visibility::Own, "Kun til mig")).await;
        assert_eq!(seen(&test, &oesten, course).await.unwrap(), ["Husk cykelnøglen"]);
        assert_eq!(seen(&test, &leader, course).await.unwrap(), ["Ring til Østen"]);
        assert_eq!(seen(&test, &solvej, course).await.unwrap(), Vec::<String>::new());
        let own = list::of_own(&test.app, &ung, course, 1, NOW).await.unwrap().notes;
        assert_eq!((own.count, own.rows[0].newest.text.as_str()), (1, "Kun til mig"));
        let note = only_note(&test, &oesten, course).await;
        assert!(matches!(correction_form(&test.app, &leader, (course, note), NOW).await, Err(Error::NotFound)));
        assert!(log(&db, &leader, false).await.iter().any(|(_, _, what, on)| what == "notes" && *on == Some(course.0)));
    }

    async fn a_mentor_of_a_supplier_sees_no_note_on_offences(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2022-00001").await;
        let solvej = staff(&test, "solvej", Role::Caseworker, None).await;
        let change = |mentor| team::Change::Add { mentor, from: test.app.today(NOW), to: None };
        let mut tx = db.db.read().await.unwrap();
        let beside = lods_store::units::mentor_by_code(&mut tx, "M002").await.unwrap().unwrap();
        tx.commit().await.unwrap();
        let done = team::change(&test.app, &solvej, course, change(beside), NOW).await.unwrap();
        assert_eq!(done, team::Changed::Done { in_reach: true });
        let (oesten, aase) =
            (staff(&test, "oesten", Role::Mentor, Some("M001")).await, staff(&test, "aase", Role::Mentor, Some("M002")).await);
        let offence = NewNote { class: FieldClass::Offence, ..new("", Visibility::Team, "Afhørt i går") };
        written(&test, &solvej, course, NewNote { key: &key(1), ..offence }).await;
        written(&test, &solvej, course, new(&key(2), Visibility::Team, "Mødte op")).await;
        assert_eq!(seen(&test, &aase, course).await.unwrap(), ["Mødte op"]);
        assert_eq!(seen(&test, &oesten, course).await.unwrap(), ["Afhørt i går", "Mødte op"]);
        written(&test, &aase, course, NewNote { key: &key(3), text: "Selv skrevet", ..offence }).await;
        assert_eq!(seen(&test, &aase, course).await.unwrap(), ["Mødte op", "Selv skrevet"], "what one wrote oneself");
        // A correction that finds the class wrong takes the whole note away from the supplier's mentor.
        let page = list::of_course(&test.app, &solvej, course, 1, NOW).await.unwrap();
        let note = page.notes.rows.iter().find(|note| note.newest.text == "Mødte op").unwrap().newest.id;
        let key = key(4);
        let correction = Correction { key: &key, corrects: note, class: FieldClass::Offence, text: "Mødte op hos politiet", reason: "Klassen" };
        assert_eq!(correct(&test.app, &solvej, course, correction, NOW).await.unwrap(), Written::Done);
        assert_eq!(seen(&test, &aase, course).await.unwrap(), ["Selv skrevet"]);
    }

    async fn a_correction_keeps_what_stood(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2022-00001").await;
        let oesten = staff(&test, "oesten", Role::Mentor, Some("M001")).await;
        let solvej = staff(&test, "solvej", Role::Caseworker, None).await;
        written(&test, &oesten, course, new(&key(1), Visibility::Team, "Mødte ikke op")).await;
        let first = only_note(&test, &oesten, course).await;
        let (second_key, third_key) = (key(2), key(3));
        let second = Correction { key: &second_key, corrects: first, class: FieldClass::Ordinary, text: "Mødte op kl. 9", reason: "Forkert dag" };
        let no = correct(&test.app, &solvej, course, second, NOW).await;
        assert!(matches!(no, Err(Error::NotFound)), "another's note");
        let without = Correction { reason: "\n", ..second };
        assert_eq!(correct(&test.app, &oesten, course, without, NOW).await.unwrap(), Written::Fault(NoteFault::NoReason));
        for _ in 0..2 {
            assert_eq!(correct(&test.app, &oesten, course, second, NOW).await.unwrap(), Written::Done, "and once more");
        }
        let page = list::of_course(&test.app, &solvej, course, 1, NOW).await.unwrap();
        let note = &page.notes.rows[0];
        assert_eq!((page.notes.count, note.newest.text.as_str(), note.newest.reason.as_str()), (1, "Mødte op kl. 9", "Forkert dag"));
        assert_eq!(note.before.iter().map(|before| before.text.as_str()).collect::<Vec<_>>(), ["Mødte ikke op"]);
        let stale = Correction { key: &third_key, text: "Mødte op kl. 10", ..second };
        let newest = note.newest.id;
        assert_eq!(correct(&test.app, &oesten, course, stale, NOW).await.unwrap(), Written::CorrectedAlready(newest));
        let form = correction_form(&test.app, &oesten, (course, first), NOW).await.unwrap();
        assert_eq!(form.newest, Some(newest));
        let again = Correction { corrects: newest, ..stale };
        assert_eq!(correct(&test.app, &oesten, course, again, NOW).await.unwrap(), Written::Done);
        let page = list::of_course(&test.app, &solvej, course, 1, NOW).await.unwrap();
        let texts: Vec<&str> = page.notes.rows[0].before.iter().map(|before| before.text.as_str()).collect();
        assert_eq!((page.notes.count, texts), (1, vec!["Mødte op kl. 9", "Mødte ikke op"]));
        let events = events(&db).await;
        let told: Vec<&str> = events.iter().map(|(name, _)| name.as_str()).filter(|name| name.starts_with("note-")).collect();
        assert_eq!(told, ["note-written", "note-corrected", "note-corrected"]);
        assert!(events.iter().all(|(_, detail)| !detail.contains("Mødte") && !detail.contains("Forkert")));
    }

    async fn what_is_sent_twice_is_one_note_and_what_is_wrong_is_none(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2022-00001").await;
        let solvej = staff(&test, "solvej", Role::Caseworker, None).await;
        let leader = staff(&test, "leder", Role::Leader, None).await;
        let one = key(1);
        written(&test, &solvej, course, new(&one, Visibility::Team, "En gang")).await;
        written(&test, &solvej, course, new(&one, Visibility::Team, "En gang ")).await;
        let send = async |actor: &Actor, note: NewNote<'_>| write(&test.app, actor, course, note, NOW).await.unwrap();
        assert_eq!(send(&solvej, new(&one, Visibility::Team, "En anden")).await, Written::KeySpent);
        assert_eq!(send(&leader, new(&one, Visibility::Team, "En gang")).await, Written::KeySpent, "another's key");
        assert_eq!(send(&solvej, new("kort", Visibility::Team, "x")).await, Written::KeySpent);
        assert_eq!(send(&solvej, new(&key(2), Visibility::Team, " ")).await, Written::Fault(NoteFault::Empty));
        let long = "x".repeat(LONGEST + 1);
        assert_eq!(send(&solvej, new(&key(2), Visibility::Team, &long)).await, Written::Fault(NoteFault::TooLong));
        assert_eq!(seen(&test, &solvej, course).await.unwrap(), ["En gang"]);
        let no = write(&test.app, &Actor::Operator, course, new(&key(3), Visibility::Team, "x"), NOW).await;
        assert!(matches!(no, Err(Error::Denied(_))), "nobody to be the writer");
    }

    async fn nothing_is_added_about_somebody_whose_data_are_restricted(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2022-00001").await;
        let solvej = staff(&test, "solvej", Role::Caseworker, None).await;
        written(&test, &solvej, course, new(&key(1), Visibility::Team, "Før")).await;
        let mut tx = db.db.begin().await.unwrap();
        tx.execute(query("UPDATE people SET restricted_on = 19000")).await.unwrap();
        tx.commit().await.unwrap();
        let outcome = write(&test.app, &solvej, course, new(&key(2), Visibility::Team, "Efter"), NOW).await.unwrap();
        assert_eq!(outcome, Written::Restricted);
        let note = only_note(&test, &solvej, course).await;
        let key = key(3);
        let correction = Correction { key: &key, corrects: note, class: FieldClass::Ordinary, text: "Rettet", reason: "x" };
        assert_eq!(correct(&test.app, &solvej, course, correction, NOW).await.unwrap(), Written::Restricted);
        assert!(form(&test.app, &solvej, course, NOW).await.unwrap().course.is_restricted());
        assert_eq!(seen(&test, &solvej, course).await.unwrap(), ["Før"]);
    }

    async fn emergency_access_writes_for_the_team_alone(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2022-00001").await;
        let user = test.user_at("langt", Role::Caseworker, PlaceName::Department("Et andet sted"), None).await;
        let far = test.actor("langt", NOW).await;
        assert!(matches!(form(&test.app, &far, course, NOW).await, Err(Error::NotFound)));
        let mut tx = db.db.begin().await.unwrap();
        let sql = "INSERT INTO emergency_accesses (user_id, course_id, reason, opened_at, until) VALUES ($1, $2, '', $3, $4)";
        tx.execute(query(sql).bind(user).bind(course).bind(NOW).bind(NOW.plus_seconds(3_600))).await.unwrap();
        tx.commit().await.unwrap();
        let far = test.actor("langt", NOW).await;
        assert_eq!(form(&test.app, &far, course, NOW).await.unwrap().offered, [Visibility::Team]);
        written(&test, &far, course, new(&key(1), Visibility::Team, "Ringet 112")).await;
        let no = write(&test.app, &far, course, new(&key(2), Visibility::Own, "x"), NOW).await;
        assert!(matches!(no, Err(Error::Denied(_))));
        assert!(log(&db, &far, true).await.iter().any(|(_, relation, what, _)| relation == "emergency" && what == "notes"));
    }

    async fn reading_notes_stands_in_the_log_and_a_page_without_any_does_not_say_so(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2022-00001").await;
        let solvej = staff(&test, "solvej", Role::Caseworker, None).await;
        let leader = staff(&test, "leder", Role::Leader, None).await;
        show::course(&test.app, &leader, course, 1, NOW).await.unwrap();
        written(&test, &solvej, course, new(&key(1), Visibility::Team, "Her")).await;
        let whats = async || log(&db, &leader, true).await.into_iter().map(|(_, _, what, _)| what).collect::<Vec<_>>();
        assert_eq!(whats().await, ["course"]);
        let page = show::course(&test.app, &leader, course, 1, NOW).await.unwrap();
        assert_eq!(page.notes.unwrap().rows[0].author.name.as_deref(), Some("solvej"));
        assert_eq!(whats().await, ["course", "course", "notes"]);
        let (role, relation, _, on) = log(&db, &leader, true).await.pop().unwrap();
        assert_eq!((role.as_str(), relation.as_str(), on), ("leader", "municipality", Some(course.0)));
    }

    async fn notes_are_read_a_page_at_a_time(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2022-00001").await;
        let solvej = staff(&test, "solvej", Role::Caseworker, None).await;
        for number in 0..27 {
            written(&test, &solvej, course, new(&key(number), Visibility::Team, &format!("Nr. {number}"))).await;
        }
        let page = list::of_course(&test.app, &solvej, course, 9, NOW).await.unwrap();
        assert_eq!((page.page, page.pages(), page.notes.count, page.notes.rows.len()), (2, 2, 27, 2));
        assert_eq!(page.notes.rows[1].newest.text, "Nr. 0");
        let shown = show::course(&test.app, &solvej, course, 1, NOW).await.unwrap().notes.unwrap();
        assert_eq!((shown.count, shown.rows.len(), shown.rows[0].newest.text.as_str()), (27, 5, "Nr. 26"));
    }

    async fn what_sql_gives_is_what_the_domain_says_is_seen(db: TestDb) {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2022-00001").await;
        let solvej = staff(&test, "solvej", Role::Caseworker, None).await;
        let leader = staff(&test, "leder", Role::Leader, None).await;
        let mut tx = db.db.begin().await.unwrap();
        let mut all = Vec::new();
        for (author, visibility, class) in [&solvej, &leader].into_iter().flat_map(|author| {
            Visibility::ALL.iter().flat_map(move |visibility| FieldClass::ALL.iter().map(move |class| (author, *visibility, *class)))
        }) {
            let key = key(u8::try_from(all.len()).unwrap());
            let author = author.user().unwrap();
            let new = notes::New { key: &key, course, author, at: NOW, visibility, class, text: &key, corrects: None, reason: "" };
            assert!(notes::insert(&mut tx, &new).await.unwrap().is_some());
            all.push((author, visibility, class, key));
        }
        tx.commit().await.unwrap();
        let reader = solvej.user().unwrap();
        let shown = show::course(&test.app, &solvej, course, 1, NOW).await.unwrap().course;
        let extents = [Extent::Nothing, Extent::ButOffences, Extent::Everything];
        for (team, shared) in extents.into_iter().flat_map(|team| extents.map(|shared| (team, shared))) {
            let sight = Sight { team, shared };
            let at = lods_store::Reader { user: Some(reader), role: None, at: NOW };
            let mut reading = db.db.reading(at).await.unwrap();
            let asked = notes::Asked { course: &shown, sight, reader: Some(reader) };
            let (rows, found) = notes::page(&mut reading, asked, 100, 0).await.unwrap();
            assert_eq!(found, notes::count(&mut reading, asked).await.unwrap());
            reading.commit().await.unwrap();
            let given: Vec<String> = rows.iter().rev().map(|note| note.newest.text.clone()).collect();
            let expected = all.iter().filter(|(author, visibility, class, _)| sight.sees(*visibility, *class, *author == reader));
            assert_eq!(given, expected.map(|(.., key)| key.clone()).collect::<Vec<_>>(), "{sight:?}");
        }
    }
}

fn moment_later(seconds: i64) -> Moment {
    NOW.plus_seconds(seconds)
}

/// What lies in the database's files: the file itself and its write-ahead log.
fn bytes_of(db: &TestDb) -> Vec<u8> {
    let path = db.address.strip_prefix("sqlite:").unwrap();
    let wal = std::fs::read(format!("{path}-wal")).unwrap();
    [std::fs::read(path).unwrap(), wal].concat()
}

#[test]
fn a_copied_database_file_shows_no_text_of_a_note() {
    lods_testkit::run_on(Engine::Sqlite, async |db: TestDb| {
        let test = TestApp::small(&db).await;
        let course = course(&test, "2022-00001").await;
        let solvej = staff(&test, "solvej", Role::Caseworker, None).await;
        let text = "Hemmeligheden om kaninen";
        written(&test, &solvej, course, new(&key(1), Visibility::Team, text)).await;
        let note = only_note(&test, &solvej, course).await;
        let key = key(2);
        let correction = Correction {
            key: &key,
            corrects: note,
            class: FieldClass::Ordinary,
            text: "Kaninen er en hare",
            reason: "Zoologisk fejl",
        };
        correct(&test.app, &solvej, course, correction, moment_later(60)).await.unwrap();
        let bytes = bytes_of(&db);
        let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(holds("2022-00001"), "the file is read");
        assert!(holds(&key), "the note is in it");
        for sealed in [text, "Hemmelig", "Kaninen er", "Zoologisk"] {
            assert!(!holds(sealed), "{sealed}");
        }
    });
}
