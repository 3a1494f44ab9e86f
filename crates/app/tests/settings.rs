//! The rules: who may change them, from when, and what is counted anew.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_app::settings;
use lods_domain::Day;
use lods_domain::access::{Actor, Role};
use lods_domain::rules::{Rule, RuleCode, RuleFault};
use lods_store::query;
use lods_testkit::{ExtractFolder, NOW, TestApp, TestDb, noon, on_both};

fn rule(code: RuleCode, from: &str, value: i64) -> Rule {
    let valid_from = from.parse().unwrap();
    Rule { code, valid_from, valid_to: None, value, source: "Byrådet 1. juni 2022, punkt 7".to_owned() }
}

async fn due(db: &TestDb) -> Vec<i64> {
    let mut tx = db.db.read().await.unwrap();
    let rows: Vec<(i64,)> =
        tx.all(query("SELECT due_on FROM course_dues WHERE kind = 'follow-up' ORDER BY due_on")).await.unwrap();
    tx.commit().await.unwrap();
    rows.into_iter().map(|(on,)| on).collect()
}

on_both! {
    async fn a_rule_changes_from_a_day_and_what_is_due_with_it(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        test.user("lis", Role::Administrator, None).await;
        let lis = test.actor("lis", NOW).await;
        let before = due(&db).await;
        assert_eq!(before.len(), 1);
        settings::change(&test.app, &lis, rule(RuleCode::FollowUpDays, "2022-06-01", 28), NOW).await.unwrap().unwrap();
        assert_eq!(due(&db).await, [before[0] - 14], "42 days became 28");
        let rules = settings::rules(&test.app, &lis, NOW).await.unwrap();
        let day = |text: &str| -> Day { text.parse().unwrap() };
        assert_eq!(rules.value(RuleCode::FollowUpDays, day("2022-05-31")), Ok(42), "the past stays");
        assert_eq!(rules.value(RuleCode::FollowUpDays, day("2022-06-01")), Ok(28));
        assert_eq!(rules.row(RuleCode::FollowUpDays, day("2022-05-31")).unwrap().valid_to, Some(day("2022-05-31")));
        let mut tx = db.db.read().await.unwrap();
        let events = lods_store::audit::names(&mut tx, 0, 100).await.unwrap();
        tx.commit().await.unwrap();
        let changed = events.iter().find(|(_, name, _)| name == "rule-changed").unwrap();
        assert!(changed.2.contains("follow-up-days") && changed.2.contains("28"), "{}", changed.2);
    }

    async fn what_was_to_come_gives_way_and_what_was_does_not(db: TestDb) {
        let test = TestApp::new(&db);
        let change = |rule| settings::change(&test.app, &Actor::Operator, rule, NOW);
        change(rule(RuleCode::IdleMinutes, "2023-01-01", 15)).await.unwrap().unwrap();
        change(rule(RuleCode::IdleMinutes, "2022-09-01", 20)).await.unwrap().unwrap();
        let rules = settings::rules(&test.app, &Actor::Operator, NOW).await.unwrap();
        let values: Vec<i64> = rules.rows(RuleCode::IdleMinutes).map(|rule| rule.value).collect();
        assert_eq!(values, [30, 20]);
        assert_eq!(change(rule(RuleCode::IdleMinutes, "2022-05-31", 10)).await.unwrap(), Err(RuleFault::Past));
        assert_eq!(change(rule(RuleCode::IdleMinutes, "2022-09-01", 0)).await.unwrap(), Err(RuleFault::OutOfBounds));
        let later = settings::change(&test.app, &Actor::Operator, rule(RuleCode::IdleMinutes, "2022-09-01", 45), noon("2022-09-01"));
        assert_eq!(later.await.unwrap(), Err(RuleFault::ChangedToday));
    }

    async fn the_rules_are_the_administrators_alone(db: TestDb) {
        let test = TestApp::new(&db);
        for role in [Role::Administrator, Role::Leader, Role::Caseworker, Role::Controller, Role::Analyst, Role::DataProtectionOfficer] {
            let login = role.code();
            test.user(login, role, None).await;
            let actor = test.actor(login, NOW).await;
            let may = role == Role::Administrator;
            assert_eq!(settings::rules(&test.app, &actor, NOW).await.is_ok(), may, "{login}");
            let changed = settings::change(&test.app, &actor, rule(RuleCode::GroupSize, "2022-07-01", 8), NOW).await;
            assert_eq!(changed.is_ok(), may, "{login}");
        }
        let mut tx = db.db.read().await.unwrap();
        let (denied,): (i64,) = tx.one(query("SELECT count(*) FROM access_log WHERE allowed = 0 AND what = 'settings'")).await.unwrap();
        assert_eq!(denied, 10);
    }
}
