//! What a demonstration promises: the same for the same seed, nothing real, nothing impossible, and work to be done today.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::ControlFlow;

use lods_domain::access::Role;
use lods_domain::calendar::holidays;
use lods_domain::courses::{Decision, EndReason};
use lods_domain::dues::{Due, DueFacts, DueKind, dues};
use lods_domain::economy::price_faults;
use lods_domain::people::Person;
use lods_domain::rules::{Rule, RuleCode, Rules};
use lods_domain::sessions::{Session, SessionForm, SessionOutcome};
use lods_domain::sharing::FORUM;
use lods_domain::units::UnitKind;
use lods_domain::{Day, Moment, Ore};

use super::*;
use crate::extract::rows::*;
use crate::extract::{Extract, Faults};

/// Keeps every row.
#[derive(Default)]
struct Kept {
    text: DefaultHasher,
    units: Vec<UnitRow>,
    prices: Vec<PriceRow>,
    mentors: Vec<MentorRow>,
    people: Vec<Person>,
    courses: Vec<CourseRow>,
    goals: Vec<GoalRow>,
    supervisions: Vec<SupervisionRow>,
    consents: Vec<ConsentRow>,
    postings: Vec<PostingRow>,
    budgets: Vec<BudgetRow>,
    follow_ups: Vec<(String, lods_domain::followups::FollowUp)>,
    scores: Vec<(String, Day, i64)>,
    sessions: Vec<(String, String, Day, Session)>,
}

macro_rules! keep {
    ($($method:ident($row:ty) in $table:ident as $kept:expr),+ $(,)?) => {
        impl Sink for Kept {
            type Error = Infallible;
            $(fn $method(&mut self, row: &$row) -> Result<(), Infallible> {
                format!("{row:?}").hash(&mut self.text);
                let kept: fn(&$row) -> _ = $kept;
                self.$table.push(kept(row));
                Ok(())
            })+
        }
    };
}

keep! {
    unit(UnitRow) in units as Clone::clone,
    price(PriceRow) in prices as Clone::clone,
    mentor(MentorRow) in mentors as Clone::clone,
    supervision(SupervisionRow) in supervisions as Clone::clone,
    person(Person) in people as Clone::clone,
    course(CourseRow) in courses as Clone::clone,
    goal(GoalRow) in goals as Clone::clone,
    consent(ConsentRow) in consents as Clone::clone,
    follow_up(FollowUpRow<'_>) in follow_ups as |row| (row.case_number.to_owned(), row.follow_up),
    score(ScoreRow<'_>) in scores as |row| (row.goal.to_owned(), row.on, row.score.tenths()),
    time_record(TimeRecordRow<'_>) in sessions as kept_session,
    posting(PostingRow) in postings as Clone::clone,
    budget(BudgetRow) in budgets as Clone::clone,
}

fn kept_session(row: &TimeRecordRow<'_>) -> (String, String, Day, Session) {
    let session = Session {
        started_at: row.started_at,
        form: row.form,
        outcome: row.outcome,
        ata: row.ata,
        transport: row.transport,
        hectometres: row.hectometres,
        group: Some(row.group.to_owned()).filter(|group| !group.is_empty()),
    };
    (row.case_number.to_owned(), row.mentor.to_owned(), row.day, session)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn plan(key: &str, size: Size, seed: u64) -> Plan {
    Plan { seed, size, today: day("2026-06-17"), profile: Municipality::from_key(key).unwrap() }
}

fn made(plan: &Plan) -> (Kept, Summary) {
    let mut kept = Kept::default();
    let clock = Clockface::copenhagen().unwrap();
    let summary = generate(plan, &clock, &mut kept).unwrap_or_else(|never| match never {});
    (kept, summary)
}

fn hash(plan: &Plan) -> u64 {
    let kept = made(plan).0;
    let mut hasher = kept.text;
    for person in &kept.people {
        (person.cpr, person.full_name(), &person.address, &person.phone, &person.email).hash(&mut hasher);
    }
    hasher.finish()
}

/// Every municipality, small, and the city in medium size.
fn some() -> Vec<(Plan, Kept)> {
    let small = MUNICIPALITIES.iter().map(|municipality| plan(municipality.key, Size::Small, 7));
    small.chain([plan("nord", Size::Medium, 1)]).map(|plan| (plan, made(&plan).0)).collect()
}

/// By when a session began, and its group: when it ended for each who took part.
type Bookings = BTreeMap<(Moment, Option<String>), Vec<Moment>>;

/// When each mentor is busy, and until when. All of a group are there for as long as those who came.
fn booked(kept: &Kept) -> BTreeMap<&str, Bookings> {
    let mut booked: BTreeMap<&str, Bookings> = BTreeMap::new();
    for (_, mentor, _, session) in &kept.sessions {
        let minutes = if session.outcome == SessionOutcome::Held { session.ata.get() } else { 30 };
        let at = (session.started_at, session.group.clone());
        let ends = booked.entry(mentor).or_default().entry(at).or_default();
        ends.push(session.started_at.plus_seconds(minutes * 60));
    }
    booked
}

#[test]
fn the_same_seed_gives_the_same_rows_and_another_gives_others() {
    let first = hash(&plan("midt", Size::Small, 42));
    assert_eq!(first, hash(&plan("midt", Size::Small, 42)));
    assert_ne!(first, hash(&plan("midt", Size::Small, 43)));
    assert_ne!(first, hash(&plan("syd", Size::Small, 42)));
}

#[test]
fn every_number_is_a_test_number_and_nobodys_twice() {
    for (plan, kept) in some() {
        assert!(kept.people.iter().all(|person| person.cpr.is_test_number() && person.cpr.birthday().is_some()));
        let numbers: HashSet<_> = kept.people.iter().map(|person| person.cpr).collect();
        assert_eq!(numbers.len(), kept.people.len());
        assert!(kept.courses.iter().all(|row| numbers.contains(&row.cpr)));
        assert!(kept.courses.len() < 500 || kept.people.len() < kept.courses.len() * 99 / 100, "somebody comes back");
        assert!(kept.people.iter().any(|person| person.address_protected));
        assert!(kept.people.iter().all(|person| person.email.is_empty() || person.email.ends_with(".invalid")));
        assert!(kept.people.iter().any(|person| person.full_name().contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å'])));
        let age = |row: &CourseRow| row.course.dates.concern.unwrap().days_since(row.cpr.birthday().unwrap()) / 365;
        assert!(kept.courses.iter().all(|row| (15..61).contains(&age(row))), "{}", plan.profile.key);
    }
}

#[test]
fn keys_are_unique_and_references_are_met() {
    fn unique<T: std::hash::Hash + Eq>(keys: impl Iterator<Item = T>) -> HashSet<T> {
        let mut set = HashSet::new();
        let mut keys = keys;
        assert!(keys.all(|key| set.insert(key)), "a key stands twice");
        set
    }
    for (_, kept) in some() {
        let units = unique(kept.units.iter().map(|row| row.name.clone()));
        let mentors = unique(kept.mentors.iter().map(|row| row.mentor.code.clone()));
        let cases = unique(kept.courses.iter().map(|row| row.course.case_number.clone()));
        let goals = unique(kept.goals.iter().map(|row| row.goal.code.clone()));
        unique(kept.prices.iter().map(|row| (&row.unit, row.price.valid_from)));
        unique(kept.follow_ups.iter().map(|(case, on)| (case, on.on)));
        unique(kept.scores.iter().map(|(goal, on, _)| (goal, on)));
        unique(kept.supervisions.iter().map(|row| (&row.mentor, row.on)));
        unique(kept.consents.iter().map(|row| (row.cpr, row.given_on, &row.recipient)));
        unique(kept.postings.iter().map(|row| &row.posting.voucher));
        unique(kept.budgets.iter().map(|row| (row.year, &row.account, &row.unit)));
        unique(kept.sessions.iter().map(|(case, mentor, _, session)| (case, mentor, session.started_at)));
        assert!(kept.mentors.iter().all(|row| units.contains(&row.unit)));
        assert!(kept.courses.iter().all(|row| row.mentor.is_empty() || mentors.contains(&row.mentor)));
        assert!(kept.courses.iter().all(|row| row.unit.is_empty() || units.contains(&row.unit)));
        assert!(kept.goals.iter().all(|row| cases.contains(&row.case_number)));
        assert!(kept.scores.iter().all(|(goal, ..)| goals.contains(goal)));
        assert!(kept.sessions.iter().all(|(case, mentor, ..)| cases.contains(case) && mentors.contains(mentor)));
    }
}

/// What the pages of access have to show: protected addresses, volunteers, consents, and a forum that somebody is in.
#[test]
fn there_are_protected_addresses_volunteers_and_consents_to_the_forum() {
    for (plan, kept) in some() {
        let protected = kept.people.iter().filter(|person| person.address_protected).count();
        assert!(protected * 100 >= kept.people.len() * 3, "{protected} of {}", kept.people.len());
        assert!(protected * 100 <= kept.people.len() * 12, "{protected} of {}", kept.people.len());
        assert!(kept.units.iter().any(|row| row.kind == UnitKind::Voluntary), "{}", plan.profile.key);
        let valid = |row: &&ConsentRow| row.given_on <= plan.today && row.withdrawn_on.is_none_or(|on| on > plan.today);
        let forum: HashSet<_> =
            kept.consents.iter().filter(valid).filter(|row| row.recipient == FORUM).map(|row| row.cpr).collect();
        let runs = |row: &&CourseRow| row.course.dates.active_on(plan.today) && forum.contains(&row.cpr);
        let shown = kept.courses.iter().filter(runs).count();
        assert!(
            shown >= kept.courses.len().min(300) / 30,
            "{} has {shown} running courses in the forum",
            plan.profile.key
        );
        assert!(kept.consents.iter().any(|row| row.withdrawn_on.is_some()), "{}", plan.profile.key);
        assert!(kept.consents.iter().all(|row| row.withdrawn_on.is_none_or(|on| on > row.given_on)));
    }
}

#[test]
fn no_mentor_is_in_two_places_at_once() {
    for (_, kept) in some() {
        for (mentor, sessions) in booked(&kept) {
            let mut free = Moment::from_epoch(i64::MIN);
            for ((start, group), ends) in sessions {
                assert!(free <= start && (group.is_some() || ends.len() == 1), "{mentor} is double-booked");
                free = ends.into_iter().max().unwrap();
            }
        }
    }
}

#[test]
fn sessions_lie_within_their_course_in_order_and_on_open_days_before_today() {
    let clock = Clockface::copenhagen().unwrap();
    for (plan, kept) in some() {
        let courses: BTreeMap<&str, &CourseRow> =
            kept.courses.iter().map(|row| (row.course.case_number.as_str(), row)).collect();
        let now = clock.moment(plan.today.date().at(0, 0, 0, 0)).unwrap();
        let mut before: Option<(&str, Moment)> = None;
        for (case, mentor, on, session) in &kept.sessions {
            let row = courses[case.as_str()];
            let dates = row.course.dates;
            assert_eq!(dates.decision, Some(Decision::Granted));
            assert_eq!(session.clone().record(*on, now, dates.start, dates.end), Ok(session.clone()));
            assert_eq!(clock.day(session.started_at), *on);
            assert_eq!(*mentor, row.mentor);
            assert!(!holidays(on.year()).contains(on), "{on} is a holiday");
            assert!((8..19).contains(&clock.local(session.started_at).hour()));
            assert!(before.is_none_or(|(of, at)| of != case || at < session.started_at));
            before = Some((case, session.started_at));
        }
    }
}

#[test]
fn the_dates_of_every_course_can_stand_and_nothing_is_in_the_future() {
    for (plan, kept) in some() {
        for row in &kept.courses {
            let dates = row.course.dates;
            assert_eq!(dates.check(), Ok(()));
            assert_eq!(dates.decided.is_some(), dates.decision.is_some());
            assert_eq!(dates.end.is_some(), dates.end_kind.is_some());
            assert_eq!(dates.end.is_some(), !row.course.end_reason.is_empty());
            let known = [dates.concern, dates.decided, dates.start, dates.end];
            assert!(known.into_iter().flatten().is_sorted());
            assert!(known.into_iter().flatten().all(|day| day < plan.today));
        }
        assert!(kept.follow_ups.iter().all(|(_, on)| on.on < plan.today));
        assert!(kept.scores.iter().all(|(_, on, _)| *on < plan.today));
        assert!(kept.supervisions.iter().all(|row| row.on < plan.today));
        assert!(kept.postings.iter().all(|row| row.posting.on < plan.today));
    }
}

fn rules() -> Rules {
    let rule = |(code, value)| Rule { code, valid_from: Day::FIRST, valid_to: None, value, source: String::new() };
    Rules::new(
        [
            (RuleCode::DecisionDays, 10),
            (RuleCode::DecisionWorkingDays, 0),
            (RuleCode::FollowUpDays, 42),
            (RuleCode::SilenceDays, 14),
            (RuleCode::TaperDays, 42),
        ]
        .map(rule)
        .to_vec(),
    )
}

/// What is due, of the courses that the filter lets through.
fn due(plan: &Plan, kept: &Kept, of: impl Fn(&CourseRow) -> bool) -> Vec<Due> {
    let rules = rules();
    let courses = kept.courses.iter().filter(|row| of(row));
    let facts = courses.map(|row| {
        let case = &row.course.case_number;
        let last_follow_up = kept.follow_ups.iter().filter(|(of, _)| of == case).map(|(_, on)| on.on).max();
        let goals = kept.goals.iter().filter(|row| row.case_number == *case).count().try_into().unwrap();
        DueFacts { dates: row.course.dates, last_follow_up, goals, ..DueFacts::default() }
    });
    facts.flat_map(|facts| dues(&facts, &rules, plan.today).unwrap()).collect()
}

#[test]
fn today_has_work_of_every_kind() {
    for (plan, kept) in some() {
        let due = due(&plan, &kept, |_| true);
        let is = |kind, from: i64, to: i64| {
            let days = plan.today.plus_days(from)..=plan.today.plus_days(to);
            due.iter().filter(|due| due.kind == kind && days.contains(&due.on)).count()
        };
        let counts = [
            is(DueKind::Decide, -60, -1),
            is(DueKind::Decide, 0, 10),
            is(DueKind::Start, -90, 0),
            is(DueKind::SetGoal, -2_000, 0),
            is(DueKind::FollowUp, -90, -1),
            is(DueKind::FollowUp, 0, 7),
            is(DueKind::Expiry, 0, 14),
        ];
        assert!(counts.iter().all(|count| *count > 0), "{}: {counts:?}", plan.profile.key);
        assert!(kept.courses.iter().any(|row| row.course.dates.decision == Some(Decision::Refused)));
    }
}

#[test]
fn the_demonstration_users_are_one_a_role_and_the_mentor_has_work() {
    let roles: BTreeSet<Role> = USERS.iter().map(|user| user.role).collect();
    let logins: BTreeSet<&str> = USERS.iter().map(|user| user.login).collect();
    assert_eq!((roles.len(), logins.len(), USERS.len()), (Role::ALL.len(), USERS.len(), Role::ALL.len()));
    assert!(PASSWORD.len() >= 12);
    let user = USERS.iter().find(|user| user.role == Role::Mentor).unwrap();
    let code = user.mentor.unwrap();
    for (plan, kept) in some() {
        let mentor = &kept.mentors.iter().find(|row| row.mentor.code == code).unwrap().mentor;
        assert_eq!(mentor.name, user.name);
        let own = |row: &CourseRow| row.mentor == code && row.course.dates.active_on(plan.today);
        assert!(kept.courses.iter().filter(|row| own(row)).count() >= 4, "{}", plan.profile.key);
        let soon = plan.today.plus_days(14);
        assert!(due(&plan, &kept, own).iter().filter(|due| due.on <= soon).count() >= 2);
    }
}

#[test]
fn a_group_session_is_one_hour_of_one_mentor_with_three_to_seven() {
    for (plan, kept) in some() {
        let mut groups: BTreeMap<&str, Vec<(&str, &Session)>> = BTreeMap::new();
        for (_, mentor, _, session) in &kept.sessions {
            assert_eq!(session.group.is_some(), session.form == SessionForm::Group);
            if let Some(group) = session.group.as_deref() {
                groups.entry(group).or_default().push((mentor, session));
            }
        }
        assert!(groups.len() > 3, "{} has {} group sessions", plan.profile.key, groups.len());
        for (group, sessions) in groups {
            assert!((3..=7).contains(&sessions.len()), "{group}: {}", sessions.len());
            let key = |(mentor, session): &(&str, &Session)| ((*mentor).to_owned(), session.started_at);
            assert!(sessions.iter().all(|session| key(session) == key(&sessions[0])), "{group}");
            let held = sessions.iter().filter(|(_, session)| session.outcome == SessionOutcome::Held);
            assert_eq!(held.map(|(_, session)| session.ata).collect::<BTreeSet<_>>().len().max(1), 1, "{group}");
        }
    }
}

#[test]
fn the_size_is_what_was_asked_for() {
    for (size, least, most) in [(Size::Small, 2_600, 3_400), (Size::Medium, 49_000, 51_000)] {
        let (_, summary) = made(&plan("nord", size, 3));
        assert_eq!(summary.courses, size.courses() as u64);
        assert!((least..=most).contains(&summary.time_records), "{summary:?}");
    }
    let (_, summary) = made(&plan("syd", Size::Courses(150), 3));
    assert_eq!(summary.courses, 150);
    assert_eq!(Size::from_code("huge"), Some(Size::Huge));
    assert_eq!(Size::from_code("250"), Some(Size::Courses(250)));
    assert_eq!([Size::from_code("enormous"), Size::from_code("0"), Size::from_code("-5")], [None; 3]);
}

#[test]
fn the_plan_of_the_largest_size_aims_at_five_million_sessions() {
    let plan = plan("nord", Size::Huge, 1);
    let clock = Clockface::copenhagen().unwrap();
    let almanac = Almanac::new(plan.today.plus_days(-plan.size.history()), plan.today, &clock);
    let world = courses::World::plan(&plan, &almanac);
    assert_eq!(world.courses.len(), 30_000);
    let expected = Sessions::new(&plan, &almanac, &world).expected();
    assert!((4_990_000.0..5_010_000.0).contains(&expected), "{expected}");
}

#[test]
fn the_municipalities_differ_and_have_units_of_every_kind() {
    let share = |key: &str, kind: UnitKind| {
        let (kept, _) = made(&plan(key, Size::Medium, 5));
        let kinds: BTreeSet<UnitKind> = kept.units.iter().map(|row| row.kind).collect();
        assert_eq!(kinds.len(), UnitKind::ALL.len());
        let of: HashSet<&str> = kept.units.iter().filter(|row| row.kind == kind).map(|row| row.name.as_str()).collect();
        kept.courses.iter().filter(|row| of.contains(row.unit.as_str())).count()
    };
    assert!(share("nord", UnitKind::Internal) > 500);
    assert!(share("midt", UnitKind::Supplier) > 450);
    assert!(share("syd", UnitKind::Voluntary) > 400);
}

#[test]
fn invoices_are_hours_times_price_and_every_unit_has_a_budget() {
    let (kept, _) = made(&plan("midt", Size::Small, 9));
    for unit in kept.units.iter().filter(|unit| unit.kind == UnitKind::Supplier) {
        assert!(unit.cvr.unwrap().has_check_digit());
        let prices: Vec<_> = kept.prices.iter().filter(|row| row.unit == unit.name).map(|row| row.price).collect();
        assert_eq!(price_faults(&prices), []);
        let invoiced: Ore =
            kept.postings.iter().filter(|row| row.unit == unit.name).map(|row| row.posting.amount).sum();
        let mentors: HashSet<&str> =
            kept.mentors.iter().filter(|row| row.unit == unit.name).map(|row| row.mentor.code.as_str()).collect();
        let month = day("2026-06-01");
        let mut groups = HashSet::new();
        let rows = kept.sessions.iter().filter(|(_, mentor, on, _)| mentors.contains(mentor.as_str()) && *on < month);
        let worth = rows.filter(|(.., session)| session.group.as_ref().is_none_or(|group| groups.insert(group)));
        let worth: Ore = worth
            .filter_map(|(_, _, on, session)| {
                let price = prices.iter().rev().find(|price| price.valid_from <= *on)?;
                price.per_hour.scale(session.ata.get(), 60)
            })
            .sum();
        assert!(worth > Ore::ZERO && (invoiced - worth).0.abs() < worth.0 / 100, "{invoiced:?} {worth:?}");
    }
    for year in 2024..=2026 {
        assert!(kept.budgets.iter().filter(|row| row.year == year && row.amount > Ore::ZERO).count() >= 5, "{year}");
    }
}

#[test]
fn the_law_of_a_course_is_the_one_of_its_decision() {
    for (_, kept) in some() {
        for row in &kept.courses {
            let Some(decided) = row.course.dates.decided else { continue };
            let under_eighteen = row.cpr.birthday().unwrap().plus_months(12 * 18) > decided;
            let law = row.course.legal_basis.as_str();
            match (under_eighteen, decided.year() >= 2024) {
                (true, true) => assert_eq!(law, "Barnets Lov § 32"),
                (true, false) => assert_eq!(law, "SEL § 52, stk. 3"),
                (false, _) => assert!(["LAB § 167", "Integrationsloven § 23 d"].contains(&law), "{law}"),
            }
            let concern = row.course.dates.concern.unwrap();
            assert!(row.course.target_group != "Ressourceforløb" || concern.year() < 2026);
        }
    }
}

#[test]
fn the_model_is_kept_by_most_and_not_by_all() {
    let (kept, _) = made(&plan("nord", Size::Medium, 2));
    let decided = kept.courses.iter().filter_map(|row| {
        let dates = row.course.dates;
        Some(dates.decided?.days_since(dates.concern?) <= 10)
    });
    let lasted = kept.courses.iter().filter_map(|row| {
        let dates = row.course.dates;
        let long = dates.end? >= dates.start?.plus_months(3);
        Some(long || EndReason::of_text(&row.course.end_reason).is_some())
    });
    let together = kept.follow_ups.iter().map(|(_, follow_up)| follow_up.all_present());
    let purpose = kept.courses.iter().filter(|row| row.course.dates.start.is_some());
    let purpose = purpose.map(|row| !row.course.purpose.is_empty());
    for (what, answers) in [
        ("F1.1", decided.collect::<Vec<_>>()),
        ("F2.1", purpose.collect()),
        ("F4.1", together.collect()),
        ("F4.4", lasted.collect()),
    ] {
        let kept = answers.iter().filter(|kept| **kept).count();
        assert!(kept < answers.len() && kept * 100 > answers.len() * 70, "{what}: {kept} of {}", answers.len());
    }
}

#[test]
fn what_is_written_to_a_folder_is_read_again_without_a_fault() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("demo");
    let clock = Clockface::copenhagen().unwrap();
    let plan = plan("syd", Size::Small, 11);
    let summary = write(&folder, &plan, &clock).unwrap();
    let (kept, _) = made(&plan);

    let extract = Extract::open(&folder).unwrap();
    let mut faults = Faults::default();
    let tables = extract.read_tables(&mut faults);
    let courses: Vec<_> = tables.courses.into_iter().map(|at| at.row).collect();
    assert!(courses == kept.courses);
    let people: Vec<_> = tables.people.unwrap().into_iter().map(|at| at.row).collect();
    assert!(people == kept.people);
    let mut records = 0;
    extract.time_records(&clock, &mut faults, &mut |_, row, _| {
        let (case, mentor, on, session) = &kept.sessions[records];
        records += 1;
        assert_eq!((row.case_number, row.mentor, row.day), (case.as_str(), mentor.as_str(), *on));
        assert_eq!(kept_session(&row).3, *session);
        ControlFlow::Continue(())
    });
    assert_eq!(records as u64, summary.time_records);
    assert_eq!(faults.faults(), []);
}
