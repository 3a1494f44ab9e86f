use proptest::prelude::*;

use super::*;
use crate::Day;
use crate::ids::{CourseId, DepartmentId, MentorId, PersonId, UnitId, UserId};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn today() -> Day {
    day("2022-06-01")
}

fn user(roles: &[(Role, Place)]) -> User {
    let assignment = |(role, place): &(Role, Place)| Assignment {
        role: *role,
        place: *place,
        valid_from: day("2022-01-01"),
        valid_to: None,
    };
    User {
        id: UserId(1),
        mentor: Some(MentorId(7)),
        person: Some(PersonId(3)),
        declared: true,
        assignments: roles.iter().map(assignment).collect(),
        emergencies: Vec::new(),
        shared: Fields::NONE,
        after_end_days: 30,
    }
}

fn actor(user: User) -> Actor {
    Actor::User(Box::new(user))
}

fn course() -> CourseRelations {
    CourseRelations {
        course: CourseId(11),
        person: PersonId(3),
        department: Some(DepartmentId(1)),
        unit: Some(UnitId(2)),
        mentor: Some(MentorId(7)),
        co_mentors: Vec::new(),
        end: None,
        shared_with_forum: false,
    }
}

/// `docs/access-policy.md` is what a lawyer reads: it is printed from the policy, and this fails when it is not.
/// `LODS_PRINT=1 cargo test -p lods-domain` prints it anew.
#[test]
fn the_printed_policy_is_the_policy() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/access-policy.md");
    let head = include_str!("policy_head.md");
    let printed = format!("{head}\n{}", policy_table());
    if std::env::var_os("LODS_PRINT").is_some() {
        std::fs::write(path, &printed).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), printed, "print it with LODS_PRINT=1");
}

#[test]
fn a_mentor_sees_nothing_before_the_declaration_and_nothing_thirty_days_after_the_end() {
    let mentor = user(&[(Role::Mentor, Place::Municipality)]);
    let undeclared = actor(User { declared: false, ..mentor.clone() });
    let denied = decide(&undeclared, Action::ReadCourses, today()).unwrap_err();
    assert_eq!(denied.why, Why::NotDeclared);
    let reach = decide(&actor(mentor), Action::ReadCourses, today()).unwrap();
    let ended = |end: &str| CourseRelations { end: Some(day(end)), ..course() };
    assert!(reach.admits(&course()));
    assert!(reach.admits(&ended("2022-05-02")), "30 days ago");
    assert!(!reach.admits(&ended("2022-05-01")), "31 days ago");
    assert!(!reach.admits(&CourseRelations { mentor: Some(MentorId(8)), ..course() }), "another's mentee");
}

#[test]
fn a_co_mentor_sees_the_course_while_it_is_shared() {
    let reach = decide(&actor(user(&[(Role::Mentor, Place::Municipality)])), Action::ReadCourses, today()).unwrap();
    let beside = |from: &str, to: Option<&str>| CourseRelations {
        mentor: Some(MentorId(8)),
        co_mentors: vec![CoMentor { mentor: MentorId(7), from: day(from), to: to.map(day) }],
        ..course()
    };
    assert!(reach.admits(&beside("2022-06-01", None)) && !reach.admits(&beside("2022-06-02", None)));
    assert!(reach.admits(&beside("2022-01-01", Some("2022-06-01"))));
    assert!(!reach.admits(&beside("2022-01-01", Some("2022-05-31"))), "taken off is off at once");
}

#[test]
fn a_role_is_held_from_its_first_day_to_its_last_and_only_at_its_place() {
    let mut held = user(&[(Role::Caseworker, Place::Department(DepartmentId(1)))]);
    held.assignments[0].valid_to = Some(today());
    let held = actor(held);
    let on = |day: Day| decide(&held, Action::ReadCourses, day);
    assert!(on(today()).unwrap().admits(&course()));
    assert!(on(today().plus_days(1)).is_err() && on(day("2021-12-31")).is_err());
    assert!(!on(today()).unwrap().admits(&CourseRelations { department: Some(DepartmentId(2)), ..course() }));
    assert!(!on(today()).unwrap().admits(&CourseRelations { department: None, ..course() }));
}

#[test]
fn a_suppliers_coordinator_without_a_supplier_reaches_nothing() {
    for place in [Place::Municipality, Place::Department(DepartmentId(1))] {
        let supplier = actor(user(&[(Role::SupplierCoordinator, place)]));
        assert!(decide(&supplier, Action::ReadCourses, today()).is_err());
    }
    let supplier = actor(user(&[(Role::SupplierCoordinator, Place::Unit(UnitId(2)))]));
    let reach = decide(&supplier, Action::ReadCourses, today()).unwrap();
    let seen = reach.fields(&course());
    assert!(seen.has(Field::CaseNumber) && seen.has(Field::Sessions));
    for hidden in [Field::Name, Field::Cpr, Field::Address, Field::Contact, Field::TeamNotes, Field::SharedNotes] {
        assert!(!seen.has(hidden), "{}", hidden.code());
    }
}

#[test]
fn an_emergency_opens_one_course_and_no_other() {
    let mut far = user(&[(Role::Caseworker, Place::Department(DepartmentId(9)))]);
    assert!(!decide(&actor(far.clone()), Action::ReadCourses, today()).unwrap().admits(&course()));
    far.emergencies = vec![CourseId(11)];
    let reach = decide(&actor(far), Action::ReadCourses, today()).unwrap();
    assert!(reach.admits(&course()) && !reach.admits(&CourseRelations { course: CourseId(12), ..course() }));
    let analyst = User { emergencies: vec![CourseId(11)], ..user(&[(Role::Analyst, Place::Municipality)]) };
    assert!(decide(&actor(analyst), Action::ReadCourses, today()).is_err(), "an emergency gives no role");
}

#[test]
fn a_protected_address_stays_with_the_authority_and_the_young_person() {
    let shown: Vec<&str> = Role::ALL
        .iter()
        .filter(|role| Fields::of_role(**role).has(Field::ProtectedAddress))
        .map(|role| role.code())
        .collect();
    assert_eq!(shown, ["caseworker", "young-person"]);
}

#[test]
fn the_confidential_room_is_the_mentors_and_the_young_persons() {
    let inside: Vec<&str> = Role::ALL
        .iter()
        .filter(|role| Fields::of_role(**role).has(Field::SharedNotes))
        .map(|role| role.code())
        .collect();
    assert_eq!(inside, ["mentor", "young-person"]);
    assert!(!Fields::SHAREABLE.has(Field::SharedNotes) && !Fields::SHAREABLE.has(Field::TeamNotes));
}

#[test]
fn everybody_but_the_operator_needs_a_role_for_everything() {
    let nobody = actor(user(&[]));
    for action in Action::ALL {
        assert!(decide(&nobody, *action, today()).is_err(), "{}", action.code());
        assert!(decide(&Actor::Operator, *action, today()).unwrap().is_all());
        let held: Vec<&Role> = Role::ALL
            .iter()
            .filter(|role| POLICY.iter().any(|line| line.role == **role && line.action == *action))
            .collect();
        let operators = matches!(action, Action::Import | Action::Export | Action::RotateKeys);
        assert_eq!(held.is_empty(), operators, "{}", action.code());
    }
}

fn places() -> impl Strategy<Value = Place> {
    prop_oneof![
        Just(Place::Municipality),
        (0..3_i64).prop_map(|id| Place::Department(DepartmentId(id))),
        (0..3_i64).prop_map(|id| Place::Unit(UnitId(id))),
    ]
}

proptest! {
    /// More roles never show less, and what is seen is what some clause that admits the course shows.
    #[test]
    fn one_more_role_takes_nothing_away(
        roles in prop::collection::vec((prop::sample::select(Role::ALL), places()), 0..4),
        more in (prop::sample::select(Role::ALL), places()),
        department in prop::option::of((0..3_i64).prop_map(DepartmentId)),
        unit in prop::option::of((0..3_i64).prop_map(UnitId)),
    ) {
        let course = CourseRelations { department, unit, ..course() };
        let see = |roles: &[(Role, Place)]| {
            let reach = decide(&actor(user(roles)), Action::ReadCourses, today());
            reach.map_or(Fields::NONE, |reach| reach.fields(&course))
        };
        let before = see(&roles);
        let mut with = roles.clone();
        with.push(more);
        let after = see(&with);
        prop_assert_eq!(before.and(after), after);
    }

    #[test]
    fn the_part_that_sees_a_field_shows_it_everywhere(
        roles in prop::collection::vec((prop::sample::select(Role::ALL), places()), 1..4),
        field in prop::sample::select(Field::ALL),
    ) {
        if let Ok(reach) = decide(&actor(user(&roles)), Action::ReadCourses, today()) {
            let part = reach.seeing(field);
            prop_assert!(part.sees(field));
            if part.admits(&course()) {
                prop_assert!(reach.fields(&course()).has(field));
            }
        }
    }
}
