//! The municipality and the model: stances with their thresholds, what was learned, and what was departed from.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it does not expect has failed")]

use lods_app::Error;
use lods_app::access::users::PlaceName;
use lods_app::figures::{self, FidelityQuestion};
use lods_app::model::{AskedPages, NewExperience, Shown, Taken, Written, list, show, take_stance, write_experience};
use lods_domain::access::{Actor, Role};
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::model::{ExperienceFault, ExperienceKind, Stance, StanceFault, TakenStance};
use lods_domain::rules::{RuleCode, RuleFault};
use lods_domain::steps::Choice;
use lods_domain::{Day, Period};
use lods_store::query;
use lods_store::sealed::Sealed;
use lods_testkit::{NOW, TestApp, TestDb, on_both};

const F41: Recommendation = Recommendation::FollowUps;

async fn staff(test: &TestApp, login: &str, role: Role) -> Actor {
    test.account(login, role).await;
    test.actor(login, NOW).await
}

fn stance(from: &str, stance: Stance, reason: &str) -> TakenStance {
    TakenStance {
        recommendation: F41,
        valid_from: from.parse().unwrap(),
        stance,
        reason: reason.to_owned(),
        owner: "Leder af ungeindsatsen".to_owned(),
        procedure: "Sagsbehandler indkalder.".to_owned(),
    }
}

fn key(number: u8) -> String {
    format!("{number:064x}")
}

async fn shown(test: &TestApp, actor: &Actor) -> Shown {
    show(&test.app, actor, F41, AskedPages { reasons: 1, experiences: 1 }, NOW).await.unwrap()
}

/// A step that departed from the recommendation.
async fn depart(db: &TestDb, case: &str, number: i64, (code, cause, day): (&str, &str, &str), undone: bool) {
    let mut tx = db.db.begin().await.unwrap();
    let course = lods_store::courses::by_case_number(&mut tx, case).await.unwrap().unwrap();
    let (key, day) = (format!("{number:064x}"), day.parse::<Day>().unwrap());
    let reason = Sealed::DepartureReason.seal(tx.keys(), &key, &format!("Grund {number}")).unwrap();
    let sql = "INSERT INTO course_steps (key, course_id, kind, day, recorded_at, role, answers)
               VALUES ($1, $2, 'success', $3, 1, 'caseworker', '') RETURNING id";
    let (step,): (i64,) = tx.one(query(sql).bind(key).bind(course).bind(day)).await.unwrap();
    let sql = "INSERT INTO departures (step_id, recommendation, course_id, day, cause, reason) VALUES ($1, $2, $3, $4, $5, $6)";
    tx.execute(query(sql).bind(step).bind(code).bind(course).bind(day).bind(cause).bind(reason)).await.unwrap();
    if undone {
        tx.execute(query("UPDATE course_steps SET undone_by = id WHERE id = $1").bind(step)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn events(db: &TestDb, name: &str) -> Vec<String> {
    let mut tx = db.db.read().await.unwrap();
    let events = lods_store::audit::names(&mut tx, 0, 1_000).await.unwrap();
    tx.commit().await.unwrap();
    events.into_iter().filter(|(_, other, _)| other == name).map(|(.., detail)| detail).collect()
}

on_both! {
    async fn a_leader_takes_a_stance_and_its_threshold_holds_from_the_day(db: TestDb) {
        let test = TestApp::small(&db).await;
        let leader = staff(&test, "lene", Role::Leader).await;
        let before = list(&test.app, &leader, NOW).await.unwrap();
        assert_eq!(before.len(), 15);
        assert!(before.iter().all(|line| line.stance.is_none()), "no stance is taken by itself");
        let new = stance("2022-06-01", Stance::Adapted, "Hver 4. uge, fordi de unge ønsker det.");
        for _ in 0..2 {
            let taken = take_stance(&test.app, &leader, new.clone(), &[(RuleCode::FollowUpDays, 28)], NOW).await.unwrap();
            assert_eq!(taken, Taken::Done, "sent twice is one stance");
        }
        assert_eq!(events(&db, "stance-taken").await.len(), 1);
        let changed = events(&db, "rule-changed").await;
        assert!(changed.len() == 1 && changed[0].contains("follow-up-days") && changed[0].contains("28"), "{changed:?}");
        let seen = shown(&test, &leader).await;
        assert_eq!(seen.stance.as_ref().map(|kept| (&kept.taken, kept.by.as_deref())), Some((&new, Some("lene"))));
        let rule = seen.thresholds.iter().find(|one| one.code == RuleCode::FollowUpDays).and_then(|one| one.now.clone());
        let rule = rule.unwrap();
        assert_eq!((rule.value, rule.source.as_str()), (28, "F4.1, Leder af ungeindsatsen: Hver 4. uge, fordi de unge ønsker det."));
        let line = list(&test.app, &leader, NOW).await.unwrap().into_iter().find(|line| line.recommendation == F41).unwrap();
        assert_eq!(line.thresholds[0], (RuleCode::FollowUpDays, 28));
        let mut tx = db.db.read().await.unwrap();
        let (due,): (i64,) = tx.one(query("SELECT min(due_on) FROM course_dues WHERE kind = 'follow-up'")).await.unwrap();
        let (last,): (i64,) = tx.one(query("SELECT max(day) FROM follow_ups f JOIN courses c ON c.id = f.course_id WHERE c.case_number = '2022-00001'")).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(due - last, 28, "what is due is counted anew");
    }

    async fn what_is_wrong_is_told_all_at_once_and_nothing_is_written(db: TestDb) {
        let test = TestApp::small(&db).await;
        let leader = staff(&test, "lene", Role::Leader).await;
        let wrong = TakenStance { owner: String::new(), ..stance("2022-06-01", Stance::NotUsed, "") };
        let values = [(RuleCode::FollowUpDays, 0), (RuleCode::IdleMinutes, 5)];
        match take_stance(&test.app, &leader, wrong, &values, NOW).await.unwrap() {
            Taken::Faults(faults) => {
                assert_eq!(faults.stance, [StanceFault::NoReason, StanceFault::NoOwner]);
                assert_eq!(faults.rules, [(RuleCode::FollowUpDays, RuleFault::OutOfBounds)]);
            }
            Taken::Done => panic!("a stance without an owner"),
        }
        let bounds = take_stance(&test.app, &leader, stance("2022-06-01", Stance::Adopted, ""), &values, NOW).await.unwrap();
        let Taken::Faults(faults) = bounds else { panic!("0 days") };
        assert_eq!(faults.rules, [(RuleCode::FollowUpDays, RuleFault::OutOfBounds)], "another's rule is passed over");
        assert!(shown(&test, &leader).await.stance.is_none() && events(&db, "rule-changed").await.is_empty());
        let past = take_stance(&test.app, &leader, stance("2022-05-31", Stance::Adopted, ""), &[(RuleCode::FollowUpDays, 28)], NOW).await;
        let Taken::Faults(faults) = past.unwrap() else { panic!("a day that is over") };
        assert_eq!((faults.stance.as_slice(), faults.rules.len()), (&[StanceFault::Past][..], 0), "told once");
    }

    async fn a_stance_that_is_to_come_waits_and_gives_way_to_an_earlier_one(db: TestDb) {
        let test = TestApp::small(&db).await;
        let leader = staff(&test, "lene", Role::Leader).await;
        let take = async |new| take_stance(&test.app, &leader, new, &[], NOW).await.unwrap();
        assert_eq!(take(stance("2022-06-01", Stance::Adopted, "")).await, Taken::Done);
        assert_eq!(take(stance("2023-01-01", Stance::NotUsed, "Forsøget slutter.")).await, Taken::Done);
        let seen = shown(&test, &leader).await;
        assert_eq!(seen.stance.map(|kept| kept.taken.stance), Some(Stance::Adopted));
        assert_eq!(seen.next.map(|kept| kept.taken.stance), Some(Stance::NotUsed));
        let today = take(stance("2022-06-01", Stance::NotUsed, "Nej.")).await;
        assert!(matches!(today, Taken::Faults(faults) if faults.stance == [StanceFault::ChangedToday]));
        assert_eq!(take(stance("2022-09-01", Stance::Adapted, "Hver 4. uge.")).await, Taken::Done);
        let history: Vec<Stance> = shown(&test, &leader).await.history.iter().map(|kept| kept.taken.stance).collect();
        assert_eq!(history, [Stance::Adapted, Stance::Adopted], "what was never in force is gone, the rest stays");
    }

    async fn the_model_is_kept_by_leaders_and_read_by_those_who_work_by_it(db: TestDb) {
        let test = TestApp::small(&db).await;
        for role in Role::ALL {
            let actor = staff(&test, role.code(), *role).await;
            let reads = matches!(
                role,
                Role::Caseworker | Role::Mentor | Role::Leader | Role::Coordinator | Role::Supervisor | Role::ForumMember
            );
            assert_eq!(list(&test.app, &actor, NOW).await.is_ok(), reads, "{role:?}");
            let taken = take_stance(&test.app, &actor, stance("2022-06-01", Stance::Adopted, ""), &[], NOW).await;
            assert_eq!(taken.is_ok(), *role == Role::Leader, "{role:?}");
            let key = key(u8::try_from(*role as usize).unwrap() + 1);
            let new = NewExperience { key: &key, recommendation: F41, kind: ExperienceKind::Worked, text: "Virker." };
            assert_eq!(write_experience(&test.app, &actor, new, NOW).await.is_ok(), reads, "{role:?}");
        }
        assert!(list(&test.app, &Actor::Operator, NOW).await.is_ok());
        assert_eq!(events(&db, "experience-written").await.len(), 6);
    }

    async fn an_experience_is_written_once_and_sealed(db: TestDb) {
        let test = TestApp::small(&db).await;
        let mentor = staff(&test, "mona", Role::Mentor).await;
        let (one, two) = (key(1), key(2));
        let new = NewExperience { key: &one, recommendation: F41, kind: ExperienceKind::Idea, text: " Mød ved skolen.\r\n" };
        let write = async |new| write_experience(&test.app, &mentor, new, NOW).await.unwrap();
        assert_eq!((write(new).await, write(new).await), (Written::Done, Written::Done));
        assert_eq!(write(NewExperience { text: "Andet", ..new }).await, Written::KeySpent);
        assert_eq!(write(NewExperience { key: "x", ..new }).await, Written::KeySpent);
        assert_eq!(write(NewExperience { key: &two, text: " ", ..new }).await, Written::Fault(ExperienceFault::Empty));
        let no_account = write_experience(&test.app, &Actor::Operator, new, NOW).await;
        assert!(matches!(no_account, Err(Error::Denied(_))));
        let seen = shown(&test, &mentor).await;
        assert!(!seen.may_keep && seen.experiences.count == 1);
        let experience = &seen.experiences.rows[0];
        assert_eq!((experience.text.as_str(), experience.by.as_str()), ("Mød ved skolen.", "mona"));
        let mut tx = db.db.read().await.unwrap();
        let (stored,): (String,) = tx.one(query("SELECT text FROM experiences")).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!stored.contains("skolen"));
    }

    async fn departures_are_counted_for_all_and_their_reasons_read_by_those_who_decide(db: TestDb) {
        let test = TestApp::small(&db).await;
        depart(&db, "2022-00001", 1, ("F4.1", "lack-of-time", "2022-05-01"), false).await;
        depart(&db, "2021-00002", 2, ("F4.1", "weighed", "2022-05-02"), false).await;
        depart(&db, "2022-00001", 3, ("F4.1", "weighed", "2022-06-01"), false).await;
        depart(&db, "2022-00001", 4, ("F4.1", "weighed", "2022-05-03"), true).await;
        depart(&db, "2022-00001", 5, ("F4.1", "weighed", "2021-06-01"), false).await;
        depart(&db, "2022-00001", 6, ("F1.1", "weighed", "2022-05-03"), false).await;
        let leader = staff(&test, "lene", Role::Leader).await;
        let seen = shown(&test, &leader).await;
        let counts = [(Choice::Weighed, 2), (Choice::LackOfTime, 1)];
        let departed = seen.departed.unwrap();
        assert_eq!((departed.count, departed.causes.as_deref()), (Some(3), Some(&counts[..])), "none undone, none older");
        let reasons = seen.reasons.unwrap();
        let told: Vec<&str> = reasons.rows.iter().map(|reason| reason.reason.as_str()).collect();
        assert_eq!((told.as_slice(), reasons.count), (&["Grund 3", "Grund 2", "Grund 1"][..], 3));
        assert_eq!(reasons.rows[1].case_number.as_deref(), Some("2021-00002"));
        let mut tx = db.db.read().await.unwrap();
        let (read,): (i64,) = tx.one(query("SELECT count(*) FROM access_log WHERE what = 'model' AND allowed = 1")).await.unwrap();
        assert_eq!(read, 2, "two citizens were read about");
        tx.commit().await.unwrap();
        test.user_at("kim", Role::Leader, PlaceName::Department("Ingen sager"), None).await;
        lods_app::access::users::declare(&test.app, test.actor("kim", NOW).await.user().unwrap(), NOW).await.unwrap();
        let elsewhere = shown(&test, &test.actor("kim", NOW).await).await;
        assert_eq!((elsewhere.departed.unwrap().count, elsewhere.reasons.unwrap().count), (Some(3), 0));
        for role in [Role::Mentor, Role::Supervisor, Role::ForumMember, Role::Coordinator] {
            let other = shown(&test, &staff(&test, role.code(), role).await).await;
            assert!(other.reasons.is_none() && other.departed.unwrap().count == Some(3), "{role:?}");
        }
    }

    async fn an_analyst_sees_no_count_of_few_citizens_beside_fidelity(db: TestDb) {
        let test = TestApp::small(&db).await;
        for number in 1..=6 {
            depart(&db, "2022-00001", number, ("F4.1", "weighed", "2022-05-01"), false).await;
        }
        let period = Period::year(2022).unwrap();
        let on = test.app.today(NOW);
        let leader = staff(&test, "lene", Role::Leader).await;
        let analyst = staff(&test, "ditte", Role::Analyst).await;
        let asked = FidelityQuestion { period, on };
        let count = async |actor: &Actor, asked| {
            let departures = figures::departures(&test.app, actor, asked, NOW).await.unwrap();
            departures.of(F41).map(|departed| (departed.count, departed.causes.clone())).unwrap()
        };
        assert_eq!(count(&leader, asked).await, (Some(6), Some(vec![(Choice::Weighed, 6)])));
        assert_eq!(count(&analyst, asked).await, (None, None), "six departures of one citizen");
        let earlier = FidelityQuestion { on: "2022-04-30".parse().unwrap(), ..asked };
        assert_eq!(count(&leader, earlier).await, (Some(0), Some(Vec::new())), "as known on the day");
    }
}
