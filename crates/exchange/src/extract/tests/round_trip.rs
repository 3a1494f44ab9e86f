//! What is written is read again as the same rows, whatever is in them.

use jiff::civil::DateTime;
use lods_domain::courses::{Course, CourseDates, Decision, EndKind};
use lods_domain::economy::{Posting, Price};
use lods_domain::followups::FollowUp;
use lods_domain::goals::{Goal, GoalKind, Score};
use lods_domain::mentors::{Mentor, SupervisionForm};
use lods_domain::people::Gender;
use lods_domain::sessions::{SessionForm, SessionOutcome};
use lods_domain::sharing::{GivenHow, Kind};
use lods_domain::time::Clockface;
use lods_domain::units::UnitKind;
use lods_domain::{Cpr, Day, Minutes, Ore};
use proptest::prelude::*;
use proptest::sample::select;

use super::{Record, read};
use crate::extract::rows::{
    At, BudgetRow, ConsentDetails, ConsentRow, CourseRow, FollowUpRow, GoalRow, MentorRow, PersonRow, PostingRow,
    PriceRow, ScoreRow, SupervisionRow, TimeRecordRow, UnitRow,
};
use crate::extract::{Extract, ExtractWriter, Table, WriteError};

/// Text as people write it, and as they don't: quotation marks, separators, lines, formulas.
fn text() -> impl Strategy<Value = String> {
    let wild = "[a-zæøåÆØÅ;\",=+@\\-\n é€–0-9#]{0,12}".prop_map(|text: String| text.trim().to_owned());
    let lines = Just("første \"linje\"\r\nanden; linje".to_owned());
    prop_oneof![8 => wild, 1 => lines]
}

fn required() -> impl Strategy<Value = String> {
    text().prop_map(|text| if text.is_empty() { "=1+1".to_owned() } else { text })
}

fn list() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text().prop_map(|text| text.replace(',', "").trim().to_owned()), 0..4)
        .prop_map(|items| items.into_iter().filter(|item| !item.is_empty()).collect())
}

fn day() -> impl Strategy<Value = Day> {
    (Day::FIRST.epoch()..=Day::LAST.epoch()).prop_map(|epoch| Day::from_epoch(epoch).unwrap())
}

fn some_day() -> impl Strategy<Value = Option<Day>> {
    prop::option::of(day())
}

fn cpr() -> impl Strategy<Value = Cpr> {
    (0..100_u32, 0..10_000_u32)
        .prop_filter_map("a date of birth", |(year, number)| Cpr::parse(&format!("6712{year:02}-{number:04}")).ok())
}

fn weekly() -> impl Strategy<Value = Option<Minutes>> {
    prop::option::of((0_u32..=10_080).prop_map(Minutes::new))
}

fn gender() -> impl Strategy<Value = Option<Gender>> {
    prop::option::of(select(Gender::ALL))
}

fn amount() -> impl Strategy<Value = Ore> {
    prop_oneof![(-1_000_000_i64..1_000_000), (-10_000_000_000_000_i64..=10_000_000_000_000)].prop_map(Ore)
}

fn positive() -> impl Strategy<Value = Ore> {
    (0..=10_000_000_000_000_i64).prop_map(Ore)
}

prop_compose! {
    fn mentor()(code in required(), name in required(), unit in required(), weekly in weekly(), gender in gender(),
        competences in list(), interests in list(), postcode in text()) -> MentorRow {
        MentorRow { unit, mentor: Mentor { code, name, weekly, gender, competences, interests, postcode } }
    }
}

prop_compose! {
    fn person()(cpr in cpr(), names in (required(), required()), place in (text(), text(), text()), phone in text(),
        email in text(), gender in gender(), lists in (list(), list()), address_protected: bool) -> PersonRow {
        PersonRow {
            cpr, given_name: names.0, family_name: names.1, address: place.0, postcode: place.1, city: place.2, phone,
            email, gender, interests: lists.0, needs: lists.1, address_protected,
        }
    }
}

prop_compose! {
    fn dates()(concern in some_day(), decided in some_day(), start in day(), lengths in (0_i64..900, 0_i64..900),
        has in (any::<bool>(), any::<bool>(), any::<bool>()), end_kind in prop::option::of(select(EndKind::ALL)))
        -> CourseDates {
        let (started, ended, expected) = has;
        CourseDates {
            concern,
            decided,
            decision: started.then_some(Decision::Granted),
            start: started.then_some(start),
            expected_end: expected.then(|| start.plus_days(lengths.0)),
            end: (started && ended).then(|| start.plus_days(lengths.1)),
            end_kind,
        }
    }
}

prop_compose! {
    fn course()(case_number in required(), cpr in cpr(), target_group in required(), dates in dates(), weekly in weekly(),
        texts in (text(), text(), text()), named in (text(), text(), text())) -> CourseRow {
        let (unit, mentor, department) = named;
        let (legal_basis, end_reason, purpose) = texts;
        CourseRow { course: Course { case_number, target_group, legal_basis, dates, end_reason, weekly, purpose }, cpr, unit, mentor, department: Some(department) }
    }
}

/// Also the days on which clocks are set. The format does not tell the second of the two hours in October from the
/// first, and the first is meant.
fn start() -> impl Strategy<Value = DateTime> {
    let day = prop_oneof![
        3 => day(),
        1 => select(&["2022-03-27", "2022-10-30", "1980-04-06", "2021-10-31"]).prop_map(|day| day.parse().unwrap()),
    ];
    (day, 0_i8..24, 0_i8..60).prop_map(|(day, hour, minute)| day.date().at(hour, minute, 0, 0))
}

prop_compose! {
    fn record()(case_number in required(), mentor in required(), group in text(), start in start(),
        form in select(SessionForm::ALL), outcome in select(SessionOutcome::ALL), ata in 0_u32..=1_440,
        transport in prop::option::of((0_u32..=1_440).prop_map(Minutes::new)),
        hectometres in prop::option::of(0_i64..100_000)) -> Record {
        let clock = Clockface::copenhagen().unwrap();
        let started_at = clock.moment(start).unwrap();
        let ata = if outcome == SessionOutcome::Held { Minutes::new(ata) } else { Minutes::ZERO };
        let day = clock.day(started_at);
        let rest = TimeRecordRow { case_number: "", mentor: "", group: "", started_at, day, form, outcome, ata, transport, hectometres };
        Record { case_number, mentor, group, rest }
    }
}

fn follow_up() -> impl Strategy<Value = (String, FollowUpRow<'static>)> {
    (required(), day(), any::<[Option<bool>; 3]>()).prop_map(|(case, on, [caseworker, mentor, mentee])| {
        (case, FollowUpRow { case_number: "", follow_up: FollowUp { on, caseworker, mentor, mentee } })
    })
}

fn score() -> impl Strategy<Value = (String, ScoreRow<'static>)> {
    (required(), day(), 0_i64..=100)
        .prop_map(|(goal, on, tenths)| (goal, ScoreRow { goal: "", on, score: Score::from_tenths(tenths).unwrap() }))
}

fn details() -> impl Strategy<Value = ConsentDetails> {
    let kinds = prop::collection::vec(select(Kind::ALL), 0..4);
    (kinds, prop::option::of(select(GivenHow::ALL)), some_day()).prop_map(|(kinds, given_how, valid_to)| {
        ConsentDetails { kinds: Some(kinds), given_how: Some(given_how), valid_to: Some(valid_to) }
    })
}

fn rows<T>(read: Option<Vec<At<T>>>) -> Vec<T> {
    read.unwrap_or_default().into_iter().map(|at| at.row).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn units_prices_and_amounts(name in required(), kind in select(UnitKind::ALL), cvr in prop::option::of(0_u32..100_000_000),
        price in (day(), some_day(), positive()), posting in (day(), text(), text(), amount(), required()),
        budget in (1900_i16..2200, required(), positive())) {
        let folder = tempfile::tempdir().unwrap();
        let mut writer = ExtractWriter::create(folder.path()).unwrap();
        let unit = UnitRow { name: name.clone(), kind, cvr: cvr.map(|cvr| format!("{cvr:08}").parse().unwrap()) };
        let price = PriceRow { unit: name.clone(), price: Price { valid_from: price.0, valid_to: price.1, per_hour: price.2 } };
        let (on, account, kind, amount, voucher) = posting;
        let posting = PostingRow { unit: name.clone(), posting: Posting { voucher, on, account, kind, amount } };
        let budget = BudgetRow { year: budget.0, account: budget.1, unit: name, amount: budget.2 };
        writer.unit(&unit).unwrap();
        writer.price(&price).unwrap();
        writer.posting(&posting).unwrap();
        writer.budget(&budget).unwrap();
        writer.finish().unwrap();
        let all = read(&Extract::open(folder.path()).unwrap());
        prop_assert_eq!(all.faults, Vec::<String>::new());
        prop_assert_eq!(rows(all.tables.units), [unit]);
        prop_assert_eq!(rows(all.tables.prices), [price]);
        prop_assert_eq!(rows(all.tables.postings), [posting]);
        prop_assert_eq!(rows(all.tables.budgets), [budget]);
    }

    #[test]
    fn people_mentors_and_courses(mentor in mentor(), person in person(), course in course(),
        goal in (required(), required(), select(GoalKind::ALL), text(), some_day()),
        supervision in (required(), day(), prop::option::of(select(SupervisionForm::ALL))),
        consent in (cpr(), day(), some_day(), required(), text()), details in details()) {
        let folder = tempfile::tempdir().unwrap();
        let mut writer = ExtractWriter::create(folder.path()).unwrap();
        writer = writer.with_extensions(Table::Courses).with_extensions(Table::Consents);
        let (code, case_number, kind, title, created_on) = goal;
        let goal = GoalRow { case_number, goal: Goal { code, kind, title, created_on } };
        let supervision = SupervisionRow { mentor: supervision.0, on: supervision.1, form: supervision.2 };
        let (cpr, given_on, withdrawn_on, recipient, purpose) = consent;
        let consent = ConsentRow { cpr, given_on, withdrawn_on, recipient, purpose, details };
        writer.mentor(&mentor).unwrap();
        writer.person(&person).unwrap();
        writer.course(&course).unwrap();
        writer.goal(&goal).unwrap();
        writer.supervision(&supervision).unwrap();
        writer.consent(&consent).unwrap();
        writer.finish().unwrap();
        let all = read(&Extract::open(folder.path()).unwrap());
        prop_assert_eq!(all.faults, Vec::<String>::new());
        prop_assert_eq!(rows(all.tables.mentors), [mentor]);
        prop_assert!(rows(all.tables.people) == [person]);
        prop_assert_eq!(rows(Some(all.tables.courses)), [course]);
        prop_assert_eq!(rows(all.tables.goals), [goal]);
        prop_assert_eq!(rows(all.tables.supervisions), [supervision]);
        prop_assert_eq!(rows(all.tables.consents), [consent]);
    }

    #[test]
    fn the_streamed_tables(records in prop::collection::vec(record(), 0..20),
        follow_ups in prop::collection::vec(follow_up(), 0..5), scores in prop::collection::vec(score(), 0..5)) {
        let clock = Clockface::copenhagen().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut writer = ExtractWriter::create(folder.path()).unwrap();
        for record in &records {
            writer.time_record(&record.row(), &clock).unwrap();
        }
        for (case_number, row) in &follow_ups {
            writer.follow_up(&FollowUpRow { case_number, ..*row }).unwrap();
        }
        for (goal, row) in &scores {
            writer.score(&ScoreRow { goal, ..*row }).unwrap();
        }
        writer.finish().unwrap();
        let all = read(&Extract::open(folder.path()).unwrap());
        prop_assert_eq!(all.faults, Vec::<String>::new());
        prop_assert_eq!(all.records, records);
        prop_assert_eq!(all.follow_ups, follow_ups);
        prop_assert_eq!(all.scores, scores);
    }
}

#[test]
fn a_file_looks_as_the_format_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = ExtractWriter::create(&folder.path().join("nyt")).unwrap();
    let posting = Posting {
        voucher: "B1".to_owned(),
        on: "2021-12-31".parse().unwrap(),
        account: "05.68.90".to_owned(),
        kind: "løn; \"ekstra\"".to_owned(),
        amount: Ore(-405_000_000),
    };
    writer.posting(&PostingRow { unit: "Korps".to_owned(), posting }).unwrap();
    writer.finish().unwrap();
    let text = std::fs::read_to_string(folder.path().join("nyt/udgifter.csv")).unwrap();
    let row = "31-12-2021;05.68.90;Korps;\"løn; \"\"ekstra\"\"\";-4.050.000,00;B1\r\n";
    assert_eq!(text, format!("\u{feff}Dato;Konto;Enhed;Art;Beløb;Bilag\r\n{row}"));
    let mut names: Vec<_> =
        std::fs::read_dir(folder.path().join("nyt")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["forloeb.csv", "udgifter.csv"]);
    assert!(matches!(ExtractWriter::create(&folder.path().join("nyt")), Err(WriteError::NotEmpty(_))));
}

/// What is ours beyond the format is written where it is asked for, and a file of the format alone says nothing of it.
#[test]
fn the_columns_of_ours_are_there_when_they_are_asked_for() {
    let consent = ConsentRow {
        cpr: Cpr::parse("670190-1234").unwrap(),
        given_on: "2022-01-15".parse().unwrap(),
        withdrawn_on: None,
        recipient: "Skole".to_owned(),
        purpose: "fravær".to_owned(),
        details: ConsentDetails {
            kinds: Some(vec![Kind::Schooling, Kind::Offences]),
            given_how: Some(Some(GivenHow::Orally)),
            valid_to: Some(None),
        },
    };
    let file = |extended: bool| {
        let folder = tempfile::tempdir().unwrap();
        let mut writer = ExtractWriter::create(folder.path()).unwrap();
        writer = if extended { writer.with_extensions(Table::Consents) } else { writer };
        writer.consent(&consent).unwrap();
        writer.finish().unwrap();
        let text = std::fs::read_to_string(folder.path().join("samtykker.csv")).unwrap();
        (text, rows(read(&Extract::open(folder.path()).unwrap()).tables.consents))
    };
    let (text, read) = file(true);
    assert!(text.contains("Formål;Oplysninger;Måde;Gyldigt til\r\n"), "{text}");
    assert!(text.contains("Skole;fravær;skolegang,strafbare forhold;mundtligt;\r\n"), "{text}");
    assert_eq!(read, std::slice::from_ref(&consent));
    let (text, read) = file(false);
    let plain = "CPR;Givet;Tilbagekaldt;Til;Formål\r\n670190-1234;15-01-2022;;Skole;fravær\r\n";
    assert_eq!(text, format!("\u{feff}{plain}"));
    assert_eq!(read, [ConsentRow { details: ConsentDetails::default(), ..consent }]);
}
