//! An analyst sees figures without small numbers; a leader and the operator see all of them.
#![expect(clippy::unwrap_used, reason = "a test that meets what it does not expect has failed")]

use lods_app::figures::{self, FidelityQuestion};
use lods_domain::Period;
use lods_domain::access::{Actor, Role};
use lods_testkit::{NOW, TestApp, on_both};

on_both! {
    /// Hours and kroner of three citizens are three citizens' hours and kroner.
    async fn an_analyst_is_not_told_the_hours_of_a_unit_with_few_citizens(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&lods_testkit::ExtractFolder::small()).await;
        test.user("ditte", Role::Analyst, None).await;
        test.user("lene", Role::Leader, None).await;
        let asked = figures::CorpsQuestion { unit: "Korpset", year: 2022, weekly: None, weeks: 46, compare: None };
        let (analyst, leader) = (test.actor("ditte", NOW).await, test.actor("lene", NOW).await);
        assert!(matches!(figures::corps(&test.app, &analyst, &asked, NOW).await, Err(lods_app::Error::TooFew)));
        assert!(figures::corps(&test.app, &leader, &asked, NOW).await.is_ok());
        let nobody = figures::CorpsQuestion { year: 2020, ..asked };
        assert!(figures::corps(&test.app, &analyst, &nobody, NOW).await.is_ok(), "nobody is not few");
    }

    async fn an_analyst_is_given_no_count_from_one_to_four(db: TestDb) {
        let test = TestApp::with_courses(&db, 120).await;
        test.user("ditte", Role::Analyst, None).await;
        let analyst = test.actor("ditte", NOW).await;
        let today = test.app.today(NOW);
        let seen = figures::placements(&test.app, &analyst, today, NOW).await.unwrap().placements;
        let exact = figures::placements(&test.app, &Actor::Operator, today, NOW).await.unwrap().placements;
        assert_eq!((seen.smallest, exact.smallest), (Some(5), None));
        let counts = |figure: &lods_domain::figures::placements::Placements| -> Vec<Option<i64>> {
            let of_units = figure.units.iter().flat_map(|unit| {
                unit.groups.values().copied().chain(unit.durations.iter().map(|(_, count)| count)).chain([unit.total])
            });
            let sums = figure.groups.values().copied().chain(figure.durations.iter().map(|(_, count)| count));
            of_units.chain(sums).chain([figure.total]).collect()
        };
        let small = |count: &Option<i64>| matches!(count, Some(1..=4));
        assert!(!counts(&seen).iter().any(small) && counts(&exact).iter().any(small));
        assert!(counts(&seen).contains(&None) && !counts(&exact).contains(&None));
    }

    async fn years_and_shares_are_guarded_too_and_costs_stay(db: TestDb) {
        let test = TestApp::with_courses(&db, 60).await;
        test.user("ditte", Role::Analyst, None).await;
        let analyst = test.actor("ditte", NOW).await;
        let years = figures::years(&test.app, &analyst, NOW).await.unwrap();
        let seen = figures::courses(&test.app, &analyst, years.clone(), NOW).await.unwrap();
        let exact = figures::courses(&test.app, &Actor::Operator, years, NOW).await.unwrap();
        for (seen, exact) in seen.years.iter().zip(&exact.years) {
            let lines = seen.kinds.iter().map(|kind| kind.counts).chain([seen.total]);
            for (seen, exact) in lines.zip(exact.kinds.iter().map(|kind| kind.counts).chain([exact.total])) {
                assert!(!matches!(seen.active, Some(1..=4)) && !matches!(seen.started, Some(1..=4)));
                assert!(seen.active.is_some() || seen.cost_per_course_ore.is_none());
                assert_eq!(seen.cost_ore, exact.cost_ore);
            }
        }
        let period = Period::new("2019-01-01".parse().unwrap(), test.app.today(NOW)).unwrap();
        let asked = FidelityQuestion { period, on: test.app.today(NOW) };
        let shares = figures::fidelity(&test.app, &analyst, asked, false, NOW).await.unwrap();
        for share in shares.recommendations.iter().filter_map(|of| of.share) {
            let counts = [share.kept, share.in_scope, share.in_scope - share.kept];
            assert!(counts.iter().all(|count| !(1..=4).contains(count)), "{counts:?}");
        }
        assert!(figures::fidelity(&test.app, &analyst, asked, true, NOW).await.is_err(), "no lists of cases");
    }

    /// Whoever is something else besides sees what that role sees.
    async fn an_analyst_who_is_a_leader_too_sees_all(db: TestDb) {
        let test = TestApp::with_courses(&db, 60).await;
        test.user("ditte", Role::Analyst, None).await;
        test.role("ditte", Role::Leader).await;
        let both = test.actor("ditte", NOW).await;
        let seen = figures::placements(&test.app, &both, test.app.today(NOW), NOW).await.unwrap().placements;
        assert_eq!(seen.smallest, None);
    }
}
