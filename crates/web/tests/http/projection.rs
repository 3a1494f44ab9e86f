//! What each role sees of a course, field by field: a course whose every field holds a text of its own, looked at by every
//! role. A text is on the page if, and only if, the policy gives the role the field.

use axum::http::StatusCode;
use lods_app::steps::take::{self, Sent, Took};
use lods_domain::access::{Action, Actor, Field, FieldClass, Fields, POLICY, Role};
use lods_domain::dues::DueKind;
use lods_domain::ids::CourseId;
use lods_domain::notes::Visibility;
use lods_domain::steps::{Answer, Answers, Choice, StepField, StepKind};
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, on_both};

use crate::browser::Browser;

const STEP: &str = "Trinprøve";
const DECISION: &str = "Afgørelsesprøve";
/// What the page of the first course shows of each field.
const SENTINELS: [(Field, &str); 20] = [
    (Field::CaseNumber, "2022-77001"),
    (Field::Name, "Navneprøve"),
    (Field::Cpr, "670190-"),
    (Field::Address, "Synligvej 11"),
    (Field::Contact, "41424344"),
    (Field::Contact, "kontakt@prove.example"),
    (Field::Interests, "Interesseprøve"),
    (Field::Needs, "Behovsprøve"),
    (Field::TargetGroup, "Målgruppeprøve"),
    (Field::LegalBasis, "Lovprøve"),
    (Field::Dates, "3. januar 2022"),
    (Field::GrantedHours, "om ugen</dd>"),
    (Field::Provider, "Mentorprøve"),
    (Field::Purpose, "Formålsprøve"),
    (Field::EndReason, "Afslutningsprøve"),
    (Field::Goals, "Målprøve"),
    (Field::Sessions, "87,6"),
    (Field::FollowUps, "id=\"follow-ups\""),
    (Field::Fidelity, "id=\"model\""),
    (Field::TeamNotes, "Teamnotatprøve"),
];
const SHARED_NOTE: &str = "Rumnotatprøve";
/// The text of a group session.
const GROUP: &str = "Gruppeprøve";
const CONSENT: &str = "Samtykkeprøve";
/// Of the second course, whose citizen's address is protected; and of the third, which runs and has something due.
const PROTECTED: &str = "Skjultvej 22";
const DUE: [(Field, &str); 2] = [(Field::CaseNumber, "2022-77003"), (Field::Name, "Fristprøve")];

fn folder() -> ExtractFolder {
    ExtractFolder::empty()
        .with("enheder", "Enhed;Type;CVR\nKorpset;intern;\n")
        .with("mentorer", "MentorID;Navn;Enhed;Ugentlige timer;Kompetencer\nM001;Mentorprøve Hansen;Korpset;22,5;ADHD\n")
        .with("borgere", "CPR;Fornavn;Efternavn;Adresse;Postnr;By;Telefon;E-mail;Interesser;Behov;Adressebeskyttelse\n\
            670190-1234;Navneprøve;Jensen;Synligvej 11;8000;Aarhus;41424344;kontakt@prove.example;Interesseprøve;Behovsprøve;nej\n\
            610295-4678;Bo;Ærø;Skjultvej 22;8000;Aarhus;;;;;ja\n\
            050396-4676;Fristprøve;Holm;;;;;;;;nej\n")
        .with("forloeb", "Sagsnr;CPR;Målgruppe;Lovgrundlag;Bekymring;Besluttet;Afgørelse;Start;Forventet slut;Slut;Afslutning;Afslutningsårsag;Timer pr. uge;Enhed;MentorID;Formål\n\
            2022-77001;670190-1234;Målgruppeprøve;Lovprøve;03-01-2022;09-01-2022;bevilget;15-01-2022;15-07-2022;30-05-2022;planlagt;Afslutningsprøve;7,75;Korpset;M001;Formålsprøve\n\
            2022-77002;610295-4678;Anden;;01-01-2022;09-01-2022;bevilget;15-01-2022;15-07-2022;;;;2;Korpset;M001;\n\
            2022-77003;050396-4676;Tredje;;01-01-2022;09-01-2022;bevilget;15-01-2022;15-07-2022;;;;2;Korpset;M001;\n")
        .with("registreringer", "Sagsnr;MentorID;Start;Form;Udfald;ATA-minutter;Transportminutter;Km;Gruppe\n2022-77001;M001;17-01-2022 10:00;gruppe;afholdt;60;;87,6;Gruppeprøve\n")
        .with("maal", "MålID;Sagsnr;Type;Mål;Oprettet\nG1;2022-77001;mestring;Målprøve;15-01-2022\n")
        .with("opfoelgninger", "Sagsnr;Dato;Sagsbehandler;Mentor;Borger\n2022-77001;20-02-2022;ja;ja;nej\n")
        .with("samtykker", "CPR;Givet;Tilbagekaldt;Til;Formål\n670190-1234;15-01-2022;;Jobcenter;Samtykkeprøve\n")
}

/// Takes the step with the text in the field.
async fn take(test: &TestApp, course: CourseId, kind: StepKind, (field, text): (StepField, &str)) {
    let day = Answer::Day("2022-05-30".parse().unwrap());
    let mut answers = Answers::default();
    answers.set(StepField::On, day.clone());
    answers.set(StepField::AnswerBy, day);
    answers.set(StepField::How, Answer::One(Choice::Call));
    answers.set(StepField::Reached, Answer::One(Choice::No));
    answers.set(field, Answer::Text(text.to_owned()));
    let key = lods_app::access::tokens::random_key().unwrap();
    let sent = Sent { kind, key: &key, seen: i64::MAX, answers: &answers, departure: None };
    let took = take::take(&test.app, &Actor::Operator, course, sent, NOW).await.unwrap();
    assert!(matches!(took, Took::Done(_)), "{took:?}");
}

/// A browser of each role, and the courses by case number.
async fn everybody(db: &TestDb) -> (Vec<(Role, Browser)>, [CourseId; 3]) {
    let test = TestApp::new(db);
    test.import_ok(&folder()).await;
    let mut tx = db.db.read().await.unwrap();
    let mut courses = [CourseId(0); 3];
    for (course, case) in courses.iter_mut().zip(["2022-77001", "2022-77002", "2022-77003"]) {
        *course = lods_store::courses::by_case_number(&mut tx, case).await.unwrap().unwrap();
    }
    tx.commit().await.unwrap();
    for role in Role::ALL {
        test.account(role.code(), *role).await;
    }
    for (role, visibility, text) in
        [(Role::Caseworker, Visibility::Team, "Teamnotatprøve"), (Role::Mentor, Visibility::Shared, SHARED_NOTE)]
    {
        let actor = test.actor(role.code(), NOW).await;
        let key = lods_app::access::tokens::random_key().unwrap();
        let new = lods_app::notes::write::NewNote { key: &key, visibility, class: FieldClass::Ordinary, text };
        lods_app::notes::write::write(&test.app, &actor, courses[0], new, NOW).await.unwrap();
    }
    for (kind, field, text) in
        [(StepKind::ContactAttempt, StepField::Note, STEP), (StepKind::Hearing, StepField::HeardAbout, DECISION)]
    {
        take(&test, courses[1], kind, (field, text)).await;
    }
    let mut browsers = Vec::new();
    for role in Role::ALL {
        let mut browser = Browser::open(&test);
        browser.sign_in(role.code()).await;
        browsers.push((*role, browser));
    }
    (browsers, courses)
}

fn reads_courses(role: Role) -> bool {
    POLICY.iter().any(|line| line.role == role && line.action == Action::ReadCourses)
}

/// Nothing of anybody.
fn says_nothing(text: &str, place: &str) {
    let all = SENTINELS.iter().chain(&DUE).map(|(_, sentinel)| *sentinel);
    for sentinel in all.chain([SHARED_NOTE, GROUP, CONSENT, PROTECTED]).filter(|sentinel| !sentinel.starts_with("id="))
    {
        assert!(!text.contains(sentinel), "{sentinel} on {place}");
    }
}

/// Exactly what the role's fields say.
fn says(role: Role, text: &str, field: Field, sentinel: &str, place: &str) {
    let sees = Fields::of_role(role).has(field);
    assert_eq!(text.contains(sentinel), sees, "{} ({sentinel}) for {} on {place}", field.code(), role.code());
}

on_both! {
    async fn every_field_is_on_the_page_of_a_course_for_exactly_the_roles_that_see_it(db: TestDb) {
        let (browsers, [first, protected, _]) = everybody(&db).await;
        let with_steps = protected;
        for (role, mut browser) in browsers {
            let pages = [browser.get(&format!("/courses/{first}")).await, browser.get(&format!("/courses/{protected}")).await];
            if !reads_courses(role) {
                for page in pages {
                    assert_eq!(page.status, StatusCode::FORBIDDEN, "{}", role.code());
                    says_nothing(&page.text(), "the page of a course");
                }
                continue;
            }
            let [first, protected] = pages.map(|page| page.text());
            for (field, sentinel) in SENTINELS {
                says(role, &first, field, sentinel, "the page of a course");
            }
            says(role, &first, Field::SharedNotes, SHARED_NOTE, "the page of a course");
            // Whoever named the group may have named somebody.
            let names = Fields::of_role(role).has(Field::Name) && Fields::of_role(role).has(Field::Sessions);
            assert_eq!(first.contains(GROUP), names, "{}", role.code());
            says(role, &protected, Field::ProtectedAddress, PROTECTED, "the page of a course");
            let steps = browser.get(&format!("/courses/{with_steps}/steps")).await.text();
            says(role, &steps, Field::Steps, STEP, "the steps of a course");
            says(role, &steps, Field::Decisions, DECISION, "the steps of a course");
            assert!(!first.contains(CONSENT) || Fields::of_role(role).has(Field::Consents), "{}", role.code());
        }
        let covered = |field: &Field| SENTINELS.iter().any(|(one, _)| one == field);
        let rest: Vec<Field> = Field::ALL.iter().copied().filter(|field| !covered(field)).collect();
        let beside = [Field::ProtectedAddress, Field::SharedNotes, Field::Consents, Field::Steps, Field::Decisions];
        assert_eq!(rest, beside, "a new field is looked at too");
    }

    async fn lists_show_a_name_and_a_target_group_to_exactly_the_roles_that_see_them(db: TestDb) {
        let (browsers, [first, ..]) = everybody(&db).await;
        for (role, mut browser) in browsers {
            let (list, today) = (browser.get("/courses").await, browser.get("/").await);
            let notes = browser.get(&format!("/courses/{first}/notes")).await;
            if !reads_courses(role) {
                assert_eq!([list.status, notes.status], [StatusCode::FORBIDDEN; 2], "{}", role.code());
                assert_ne!(today.status, StatusCode::OK, "{}", role.code());
                for page in [list, today, notes] {
                    says_nothing(&page.text(), "a list");
                }
                continue;
            }
            let (list, today, notes) = (list.text(), today.text(), notes.text());
            for (field, sentinel) in SENTINELS {
                let listed = [Field::CaseNumber, Field::Name, Field::TargetGroup, Field::Provider];
                if listed.contains(&field) {
                    says(role, &list, field, sentinel, "the list");
                } else if !sentinel.starts_with("id=") {
                    assert!(!list.contains(sentinel), "{sentinel} in the list");
                }
            }
            for (field, sentinel) in DUE {
                // What is due is told to those who have it to do, and what is late to those who lead or coordinate them.
                let kind = DueKind::FollowUp;
                let concerned = kind.for_roles().contains(&role) || kind.is_told_late(role);
                let told = Fields::of_role(role).has(field) && concerned;
                assert_eq!(today.contains(sentinel), told, "{} for {} on Today", field.code(), role.code());
                says(role, &list, field, sentinel, "the list");
            }
            says(role, &notes, Field::TeamNotes, "Teamnotatprøve", "the notes");
            says(role, &notes, Field::SharedNotes, SHARED_NOTE, "the notes");
        }
    }
}
