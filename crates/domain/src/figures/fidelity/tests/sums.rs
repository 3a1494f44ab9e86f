//! Which courses count, and the shape of the sums.

use super::*;
use crate::Period;

#[test]
fn every_part_belongs_to_one_recommendation() {
    let listed: Vec<Part> = Recommendation::ALL.iter().flat_map(|code| code.parts()).copied().collect();
    assert_eq!(listed, Part::ALL);
}

#[test]
fn only_courses_that_touch_the_period_and_had_started_count() {
    let year = Period::year(2022).unwrap();
    assert!(in_scope(&story().dates, year, day(START)));
    assert!(!in_scope(&story().dates, year, days_in(-1)));
    assert!(!in_scope(&story().dates, Period::year(2021).unwrap(), days_in(9)));
    assert!(!in_scope(&ended(10).dates, Period::new(days_in(11), days_in(20)).unwrap(), days_in(30)));
    assert!(in_scope(&ended(10).dates, Period::new(days_in(11), days_in(20)).unwrap(), days_in(9)));
    let refused = CourseDates { decision: None, ..story().dates };
    assert!(!in_scope(&refused, year, days_in(9)));
}

#[test]
fn the_json_has_shares_lists_and_parts() {
    let on = days_in(43);
    let late = Story { dates: CourseDates { concern: Some(days_in(-30)), ..story().dates }, ..story() };
    let mut builder = FidelityBuilder::new(Period::year(2022).unwrap(), on);
    for (case_number, course) in [("2022-00002", &late), ("2022-00001", &story())] {
        builder.add(case_number, &course.on(on));
    }
    let json = serde_json::to_value(builder.clone().finish()).unwrap();
    assert_eq!((&json["courses"], &json["from"], &json["on"]), (&2.into(), &"2022-01-01".into(), &"2022-02-15".into()));
    let lines = json["recommendations"].as_array().unwrap();
    let codes: Vec<&str> = lines.iter().map(|line| line["code"].as_str().unwrap()).collect();
    assert_eq!(codes.join(" "), "M1 M2 M3 M4 F1.1 F2.1 F3.1 F3.2 F4.1 F4.2 F4.3 F4.4 F4.5 F4.6 F5.1");
    let figure = builder.clone().finish();
    let line = |at: usize| serde_json::to_string(&figure.recommendations[at]).unwrap();
    assert_eq!(line(4), r#"{"code":"F1.1","kept":1,"in_scope":2,"broken":["2022-00002"]}"#);
    assert_eq!(
        line(8),
        concat!(
            r#"{"code":"F4.1","kept":0,"in_scope":2,"broken":["2022-00002","2022-00001"],"#,
            r#""parts":{"no_gap":{"kept":0,"in_scope":2},"all_present":{"kept":2,"in_scope":2}}}"#,
        )
    );
    let mut counts = builder.without_lists();
    counts.add("2022-00003", &story().on(on));
    let counts = serde_json::to_string(&counts.finish().recommendations[4]).unwrap();
    assert_eq!(counts, r#"{"code":"F1.1","kept":2,"in_scope":3}"#);
}
