use super::*;
use crate::courses::Decision;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn granted(start: Day, end: Option<Day>) -> CourseDates {
    CourseDates { decision: Some(Decision::Granted), start: Some(start), end, ..CourseDates::default() }
}

#[test]
fn the_last_day_of_the_months_is_still_in_them() {
    let of = |start, on| DurationBucket::of(day(start), day(on));
    assert_eq!(of("2021-08-31", "2022-02-28"), DurationBucket::UpTo6);
    assert_eq!(of("2021-08-31", "2022-03-01"), DurationBucket::UpTo12);
    assert_eq!(of("2022-02-28", "2022-05-28"), DurationBucket::UpTo3);
    assert_eq!(of("2022-02-28", "2022-05-29"), DurationBucket::UpTo6);
    assert_eq!(of("2020-05-31", "2022-05-31"), DurationBucket::UpTo24);
    assert_eq!(of("2020-05-30", "2022-05-31"), DurationBucket::Over24);
}

#[test]
fn the_start_days_of_a_bucket_at_the_end_of_may() {
    let on = day("2022-05-31");
    assert_eq!(DurationBucket::UpTo3.start_range(on), (Some(day("2022-03-01")), None));
    assert_eq!(DurationBucket::UpTo6.start_range(on), (Some(day("2021-12-01")), Some(day("2022-02-28"))));
    assert_eq!(DurationBucket::Over24.start_range(on), (None, Some(day("2020-05-30"))));
}

#[test]
fn the_json_is_the_one_of_the_command_line() {
    let on = day("2022-05-31");
    let row =
        |unit, group, start, end: Option<&str>| PlacementRow { unit, group, dates: granted(day(start), end.map(day)) };
    let rows = [
        row(Some(1), "Kontanthjælp", "2022-05-01", None),
        row(Some(1), "JAF", "2022-01-01", Some("2022-06-01")),
        row(Some(1), "JAF", "2022-01-01", Some("2022-05-31")),
        row(None, "", "2019-01-01", None),
        row(Some(7), "JAF", "2022-06-01", None),
    ];
    let units = [("Mind", UnitKind::Voluntary), ("Internt mentorkorps", UnitKind::Internal)];
    assert_eq!(
        serde_json::to_string(&placements(on, &units, rows)).unwrap(),
        concat!(
            r#"{"on":"2022-05-31","total":3,"units":[{"unit":"Internt mentorkorps","kind":"intern","total":2,"#,
            r#""groups":{"JAF":1,"Kontanthjælp":1},"durations":{"0-3":1,"3-6":1,"6-12":0,"12-18":0,"18-24":0,"24+":0}},"#,
            r#"{"unit":"","kind":null,"total":1,"groups":{"":1},"#,
            r#""durations":{"0-3":0,"3-6":0,"6-12":0,"12-18":0,"18-24":0,"24+":1}}]}"#,
        )
    );
}

fn any_day() -> impl Strategy<Value = Day> {
    (day("1902-01-01").epoch()..=Day::LAST.epoch()).prop_map(|epoch| Day::from_epoch(epoch).unwrap())
}

proptest! {
    #[test]
    fn a_bucket_and_its_start_days_say_the_same(on in any_day(), back in 0_i64..1_200) {
        let start = on.plus_days(-back);
        let bucket = DurationBucket::of(start, on);
        prop_assert_eq!(Thresholds::on(on).bucket(start), bucket);
        for other in DurationBucket::ALL {
            let (earliest, latest) = other.start_range(on);
            let inside = earliest.is_none_or(|first| first <= start) && latest.is_none_or(|last| start <= last);
            prop_assert_eq!(inside, *other == bucket, "{:?} on {}", other, on);
        }
    }

    #[test]
    fn both_tables_have_the_same_row_sums(
        on in any_day(),
        rows in proptest::collection::vec((proptest::option::of(0_usize..4), 0_usize..3, -200_i64..1_200, proptest::option::of(0_i64..900)), 0..60),
    ) {
        let groups = ["a", "b", ""];
        let rows: Vec<PlacementRow<'_>> = rows.into_iter().map(|(unit, group, back, lasted)| {
            let start = on.plus_days(-back);
            PlacementRow { unit, group: groups[group], dates: granted(start, lasted.map(|days| start.plus_days(days))) }
        }).collect();
        let active = rows.iter().filter(|row| row.dates.active_on(on)).count();
        let units = [("x", UnitKind::Internal), ("y", UnitKind::Supplier), ("z", UnitKind::Project)];
        let figure = placements(on, &units, rows);
        prop_assert_eq!(figure.total, Some(i64::try_from(active).unwrap()));
        for unit in &figure.units {
            prop_assert_eq!(unit.groups.values().copied().sum::<Option<i64>>(), unit.total);
            prop_assert_eq!(unit.durations.iter().map(|(_, count)| count).sum::<Option<i64>>(), unit.total);
        }
        prop_assert!(figure.units.is_sorted_by_key(|unit| std::cmp::Reverse(unit.total)));
    }
}
