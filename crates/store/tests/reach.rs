//! "May I read this one" and "which ones do I see" are one definition: the reach as SQL against the reach in the domain,
//! on random courses, users and days.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_domain::Day;
use lods_domain::access::{
    Action, Actor, Assignment, CoMentor, CourseRelations, Fields, Place, Reach, Role, User, decide,
};
use lods_domain::ids::{CourseId, DepartmentId, MentorId, PersonId, UnitId, UserId};
use lods_domain::sharing::{Consent, FORUM};
use lods_store::{Tx, courses, query};
use lods_testkit::{TestApp, on_both};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

const COURSES: i64 = 24;

fn day(offset: i64) -> Day {
    "2022-06-01".parse::<Day>().unwrap().plus_days(offset)
}

/// What a course is tied to, as numbers below the counts of what there is; days are offsets.
#[derive(Debug, Clone)]
struct Tied {
    department: Option<i64>,
    unit: Option<i64>,
    mentor: Option<i64>,
    beside: Option<(i64, i64, Option<i64>)>,
    end: Option<i64>,
    consent: Option<(i64, Option<i64>, Option<i64>)>,
    disclosed: bool,
    restricted: bool,
}

fn tied() -> impl Strategy<Value = Tied> {
    let some = || prop::option::of(1..4_i64);
    let days = || prop::option::of(-60..60_i64);
    (
        some(),
        some(),
        some(),
        prop::option::of((1..4_i64, -60..60_i64, days())),
        days(),
        prop::option::of((-60..60_i64, days(), days())),
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.2),
    )
        .prop_map(|(department, unit, mentor, beside, end, consent, disclosed, restricted)| Tied {
            department,
            unit,
            mentor,
            beside,
            end,
            consent,
            disclosed,
            restricted,
        })
}

fn user() -> impl Strategy<Value = User> {
    let place = prop_oneof![
        Just(Place::Municipality),
        (1..4_i64).prop_map(|id| Place::Department(DepartmentId(id))),
        (1..4_i64).prop_map(|id| Place::Unit(UnitId(id))),
    ];
    let held = (prop::sample::select(Role::ALL), place);
    let held = held.prop_map(|(role, place)| Assignment { role, place, valid_from: day(-99), valid_to: None });
    (prop::collection::vec(held, 1..4), 1..4_i64, 1..COURSES, prop::bool::ANY, prop::collection::vec(1..COURSES, 0..3))
        .prop_map(|(assignments, mentor, person, declared, emergencies)| User {
            id: UserId(1),
            mentor: Some(MentorId(mentor)),
            person: Some(PersonId(person)),
            declared,
            assignments,
            emergencies: emergencies.into_iter().map(CourseId).collect(),
            shared: Fields::NONE,
            after_end_days: 30,
        })
}

async fn write(tx: &mut Tx, id: i64, tied: &Tied) {
    for table in ["co_mentors WHERE course_id", "disclosures WHERE course_id", "consents WHERE person_id"] {
        tx.execute(query(&format!("DELETE FROM {table} = $1")).bind(id)).await.unwrap();
    }
    let sql = "UPDATE courses SET person_id = $1, department_id = $2, unit_id = $3, mentor_id = $4, end_on = $5 WHERE id = $6";
    let end = tied.end.map(day);
    tx.execute(query(sql).bind(id).bind(tied.department).bind(tied.unit).bind(tied.mentor).bind(end).bind(id))
        .await
        .unwrap();
    let restricted = tied.restricted.then(|| day(0));
    let sql = "UPDATE people SET restricted_on = $1 WHERE id = $2";
    tx.execute(query(sql).bind(restricted).bind(id)).await.unwrap();
    if let Some((mentor, from, to)) = tied.beside {
        let sql = "INSERT INTO co_mentors (course_id, mentor_id, from_on, to_on) VALUES ($1, $2, $3, $4)";
        tx.execute(query(sql).bind(id).bind(mentor).bind(day(from)).bind(to.map(day))).await.unwrap();
    }
    if let Some((given, withdrawn, valid_to)) = tied.consent {
        let sql = "INSERT INTO consents (person_id, given_on, recipient, withdrawn_on, purpose, valid_to)
                   VALUES ($1, $2, $3, $4, '', $5)";
        let insert = query(sql).bind(id).bind(day(given)).bind(FORUM).bind(withdrawn.map(day)).bind(valid_to.map(day));
        tx.execute(insert).await.unwrap();
    }
    if tied.disclosed {
        let sql =
            "INSERT INTO disclosures (key, course_id, person_id, at, user_id, recipient, kinds, purpose, legal_basis)
                   VALUES ($1, $2, $3, 1, 1, $4, '', '', 'lov')";
        tx.execute(query(sql).bind(format!("k{id}")).bind(id).bind(id).bind(FORUM)).await.unwrap();
    }
}

fn relations(id: i64, tied: &Tied, on: Day) -> CourseRelations {
    let consent = tied.consent.map(|(given, withdrawn, valid_to)| Consent {
        given_on: day(given),
        withdrawn_on: withdrawn.map(day),
        valid_to: valid_to.map(day),
        recipient: FORUM.to_owned(),
        kinds: Vec::new(),
    });
    let beside = |(mentor, from, to): (i64, i64, Option<i64>)| CoMentor {
        mentor: MentorId(mentor),
        from: day(from),
        to: to.map(day),
    };
    CourseRelations {
        course: CourseId(id),
        person: PersonId(id),
        department: tied.department.map(DepartmentId),
        unit: tied.unit.map(UnitId),
        mentor: tied.mentor.map(MentorId),
        co_mentors: tied.beside.map(beside).into_iter().collect(),
        end: tied.end.map(day),
        shared_with_forum: !tied.restricted
            && (tied.disclosed || consent.is_some_and(|consent| consent.is_valid_on(on))),
    }
}

/// Clauses that admit the course, as bits; none when the reach does not hold it.
fn bits(reach: &Reach, course: &CourseRelations) -> i64 {
    let clauses = reach.clauses().iter().enumerate();
    clauses.filter(|(_, clause)| clause.admits(course)).map(|(at, _)| 1_i64 << at).sum()
}

async fn set_up(tx: &mut Tx) {
    for id in 1..4_i64 {
        let name = format!("x{id}");
        tx.execute(query("INSERT INTO departments (id, name) VALUES ($1, $2)").bind(id).bind(name.as_str()))
            .await
            .unwrap();
    }
    tx.execute(query("INSERT INTO users (id, login, name, password_hash, language) VALUES (1, 'a', 'A', 'x', 'da')"))
        .await
        .unwrap();
}

on_both! {
    async fn the_list_and_the_single_course_agree(db: TestDb) {
        TestApp::with_courses(&db, COURSES as usize).await;
        let mut tx = db.db.begin().await.unwrap();
        set_up(&mut tx).await;
        let mut runner = TestRunner::deterministic();
        let (mut seen, mut unseen) = (0, 0);
        for _ in 0..12 {
            let all = prop::collection::vec(tied(), COURSES as usize).new_tree(&mut runner).unwrap().current();
            for (id, tied) in (1..).zip(&all) {
                write(&mut tx, id, tied).await;
            }
            for _ in 0..40 {
                let user = user().new_tree(&mut runner).unwrap().current();
                let actor = Actor::User(Box::new(user));
                for action in Action::ALL {
                    let Ok(reach) = decide(&actor, *action, day(0)) else { continue };
                    let listed = courses::admitted_by(&mut tx, &reach).await.unwrap();
                    let expected: Vec<(CourseId, i64)> = (1..)
                        .zip(&all)
                        .map(|(id, tied)| relations(id, tied, day(0)))
                        .map(|course| (course.course, bits(&reach, &course)))
                        .filter(|(_, bits)| *bits != 0)
                        .collect();
                    seen += expected.len();
                    unseen += COURSES as usize - expected.len();
                    assert_eq!(listed, expected, "{} by {actor:?}", action.code());
                }
            }
        }
        assert!(seen > 1_000 && unseen > 1_000, "{seen} seen, {unseen} not");
        tx.commit().await.unwrap();
    }
}
