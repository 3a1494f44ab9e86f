//! The figures of the seeds as a reader gets them: text, CSV, HTML and SVG.

use lods_domain::courses::{CourseDates, Decision};
use lods_domain::figures::corps::{Corps, CorpsInput, WORKING_WEEKS, corps as count_corps};
use lods_domain::figures::courses::{CostRow, CourseRow, CoursesByYear, courses as count_courses};
use lods_domain::figures::demand::{
    Demand, NeedGroup, Number, Quantity, Reimbursement, Scenario, demand as count_demand,
};
use lods_domain::figures::fidelity::{Fidelity, Part, PartShares, Recommendation, RecommendationShare, Share};
use lods_domain::figures::placements::{DurationBucket, PlacementRow, Placements, placements as count_placements};
use lods_domain::goals::Score;
use lods_domain::ids::MentorId;
use lods_domain::units::UnitKind;
use lods_domain::{Day, Minutes, Ore};
use lods_i18n::{Lang, Texts};

use super::*;
use crate::chart::Bars;
use crate::chart::{GoalCurve, Series};
use crate::csv::csv;
use crate::html::HtmlTable;
use crate::table::{Cell, Link, Table, Value};
use crate::text::text;

const DA: Texts = Texts::new(Lang::Da);

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn dates(start: Day) -> CourseDates {
    CourseDates { decision: Some(Decision::Granted), start: Some(start), ..CourseDates::default() }
}

/// The placements of seed 004 (tables 1 and 2): 86 courses.
fn placements_of_seed_004() -> Placements {
    let on = day("2022-05-31");
    let groups =
        ["Fleks/LY", "Selvfors.", "Integration", "Kontanthjælp", "Uddannelseshjælp", "Ressourceforløb", "SDP", "JAF"];
    let units = [
        ("Eksterne", UnitKind::Supplier, [1, 0, 0, 0, 1, 4, 0, 0], [1, 1, 1, 0, 0, 3]),
        ("Z-kurs", UnitKind::Supplier, [0, 0, 0, 5, 0, 2, 0, 0], [0, 1, 2, 1, 1, 2]),
        ("Internt mentorkorps", UnitKind::Internal, [2, 3, 1, 19, 8, 14, 4, 9], [15, 15, 13, 10, 3, 4]),
        ("IPS, Projekt Plus, S&I", UnitKind::Project, [7, 2, 1, 0, 0, 0, 0, 3], [4, 8, 1, 0, 0, 0]),
    ];
    let mut rows = Vec::new();
    for (at, (_, _, by_group, by_duration)) in units.iter().enumerate() {
        let of_group = groups.iter().zip(by_group).flat_map(|(group, count)| std::iter::repeat_n(*group, *count));
        let buckets = DurationBucket::ALL.iter().zip(by_duration);
        let starts = buckets.flat_map(|(bucket, count)| std::iter::repeat_n(bucket.start_range(on), *count));
        rows.extend(of_group.zip(starts).map(|(group, (first, last))| PlacementRow {
            unit: Some(at),
            group,
            dates: dates(last.or(first).unwrap()),
        }));
    }
    let named: Vec<(&str, UnitKind)> = units.iter().map(|(name, kind, ..)| (*name, *kind)).collect();
    count_placements(on, &named, rows)
}

fn corps_of_seed_004() -> Corps {
    let input = CorpsInput {
        unit: "Internt mentorkorps",
        year: 2021,
        ata_minutes: 3_361 * 60,
        cost: Ore::kroner(4_336_369),
        weekly: Some(Minutes::new(133 * 60)),
        weeks: WORKING_WEEKS,
        compare: Some(Ore::kroner(600)),
    };
    count_corps(&input).unwrap()
}

/// The table of seed 002.
fn scenario_of_seed_002() -> Scenario {
    let exact = |number: f64| Quantity::exact(Number::from_f64(number).unwrap());
    let group = |name: &str, persons, price| NeedGroup {
        name: name.to_owned(),
        persons: exact(persons),
        hours: exact(100.0),
        price: exact(price),
    };
    Scenario {
        year: 2015,
        frame: Some(Ore::kroner(50_000_000)),
        reimbursement: Reimbursement::Fixed(Ore::kroner(3_200_000)),
        groups: vec![
            group("Aktivitetsparate uden andre tilbud", 220.0, 350.0),
            group("Unge med ret til mentor", 50.0, 400.0),
            group("Udskrevne fra psykiatrien", 75.0, 350.0),
        ],
    }
}

fn demand_of_seed_002() -> Demand {
    count_demand(&scenario_of_seed_002()).unwrap()
}

fn courses_of_two_years() -> CoursesByYear {
    let row = |kind, start: &str| CourseRow { kind, dates: dates(day(start)) };
    let internal = Some(UnitKind::Internal);
    let rows = [row(internal, "2019-03-01"), row(internal, "2020-05-01"), row(None, "2020-06-01")];
    let cost = |kind, year, kroner| CostRow { kind: Some(kind), year, cost: Ore::kroner(kroner) };
    let costs = [
        cost(UnitKind::Internal, 2019, 213_612),
        cost(UnitKind::Internal, 2020, 260_684),
        cost(UnitKind::Supplier, 2020, 26_471),
    ];
    count_courses(2019..=2020, rows, costs)
}

fn fidelity() -> Fidelity {
    let share = |code, kept, in_scope| RecommendationShare {
        code,
        share: Some(Share { kept, in_scope }),
        broken: None,
        parts: None,
    };
    let follow_ups = vec![
        (Part::NoGap, Some(Share { kept: 30, in_scope: 40 })),
        (Part::AllPresent, Some(Share { kept: 25, in_scope: 40 })),
    ];
    let extent = vec![(Part::Hours, Some(Share { kept: 7, in_scope: 9 })), (Part::TalkedOver, Some(Share::default()))];
    Fidelity {
        from: day("2017-01-01"),
        to: day("2017-12-31"),
        on: day("2018-01-31"),
        courses: Some(40),
        smallest: None,
        recommendations: vec![
            share(Recommendation::Forum, 0, 0),
            share(Recommendation::DecisionTime, 22, 40),
            RecommendationShare { parts: Some(PartShares(follow_ups)), ..share(Recommendation::FollowUps, 20, 40) },
            RecommendationShare { parts: Some(PartShares(extent)), ..share(Recommendation::Extent, 0, 0) },
            share(Recommendation::Purpose, 40, 40),
        ],
    }
}

fn mentors() -> Vec<(MentorId, String, i64)> {
    vec![(MentorId(1), "Æna Ås".to_owned(), 100 * 60 + 90), (MentorId(2), "Bo Bøg".to_owned(), 0)]
}

/// Every figure with its tables and charts.
fn all(t: Texts) -> Vec<(&'static str, Vec<Table>, Vec<Bars>)> {
    let (placed, counted, corps_figure) = (placements_of_seed_004(), courses_of_two_years(), corps_of_seed_004());
    let corps_tables = corps::tables(t, &corps_figure).into_iter().chain([corps::corps_mentors(t, &mentors())]);
    vec![
        ("placements", placements::tables(t, &placed), vec![placements::chart(t, &placed)]),
        ("courses", courses::tables(t, &counted), vec![courses::chart(t, &counted)]),
        ("corps", corps_tables.collect(), vec![corps::chart(t, &corps_figure), corps::hours_chart(t, &corps_figure)]),
        ("fidelity", fidelity::tables(t, &fidelity()), vec![fidelity::chart(t, &fidelity())]),
        ("demand", demand::tables(t, &demand_of_seed_002()), vec![demand::chart(t, &demand_of_seed_002())]),
    ]
}

#[test]
fn each_figure_as_text() {
    for (name, tables, _) in all(DA) {
        insta::assert_snapshot!(format!("{name}_text"), text(DA, &tables));
    }
}

#[test]
fn each_figure_as_csv() {
    for (name, tables, _) in all(DA) {
        let written = String::from_utf8(csv(&tables).unwrap()).unwrap();
        insta::assert_snapshot!(format!("{name}_csv"), written.trim_start_matches('\u{feff}').replace("\r\n", "\n"));
    }
}

#[test]
fn each_row_is_as_wide_as_its_table_in_both_languages() {
    for lang in Lang::ALL {
        for (name, tables, _) in all(Texts::new(*lang)) {
            for table in &tables {
                let widths = table.rows.iter().map(|row| row.cells.len());
                assert!(widths.into_iter().all(|width| width == table.columns.len()), "{name}: {}", table.name);
                assert!(!table.notes.is_empty(), "{name}");
            }
            assert!(crate::xlsx::xlsx(Texts::new(*lang), &tables).is_ok(), "{name}");
        }
    }
}

#[test]
fn the_sum_of_seed_002_can_be_read_off() {
    let lines = text(DA, &demand::tables(DA, &demand_of_seed_002()));
    for shown in
        ["7,7 mio. kr.", "2,0 mio. kr.", "2,6 mio. kr.", "12,3 mio. kr.", "-3,2 mio. kr.", "9,1 mio. kr.", "18,3 %"]
    {
        assert!(lines.contains(shown), "{shown}\n{lines}");
    }
}

#[test]
fn a_range_gives_three_estimates() {
    let mut scenario = scenario_of_seed_002();
    let [low, likely, high] = [217.5, 220.0, 225.0].map(|persons| Number::from_f64(persons).unwrap());
    scenario.groups[0].persons = Quantity::range(low, likely, high).unwrap();
    insta::assert_snapshot!(text(DA, &demand::tables(DA, &count_demand(&scenario).unwrap())));
}

#[test]
fn a_number_leads_to_what_stands_behind_it_and_zero_leads_nowhere() {
    let figure = placements_of_seed_004();
    let [groups, durations] = placements::tables(DA, &figure).try_into().unwrap();
    let total = groups.rows.last().unwrap();
    assert_eq!(total.cells.last().unwrap().link, Some(Link::Placements { unit: None, group: None, bucket: None }));
    let internal = Some("Internt mentorkorps".to_owned());
    let bucket = Some(DurationBucket::UpTo3);
    assert_eq!(durations.rows[0].cells[1].link, Some(Link::Placements { unit: internal, group: None, bucket }));
    assert!(groups.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.link.is_none()));
}

#[test]
fn a_table_is_html_with_scopes_labels_and_links() {
    let tables = fidelity::tables(DA, &fidelity());
    let mut table = tables[0].clone();
    table.caption = "<b>&".to_owned();
    let href = |link: &Link| match link {
        Link::Broken(of) => Some(format!("/figures/fidelity/{}?a=1&b=2", of.code())),
        _ => None,
    };
    insta::assert_snapshot!(HtmlTable::new(DA, &table, href).to_string());
    let placed = placements::tables(DA, &placements_of_seed_004());
    let html = HtmlTable::new(DA, &placed[0], |_| None).to_string();
    assert!(html.contains("<tfoot>") && !html.contains("<a "), "{html}");
    roxmltree::Document::parse(&html).unwrap();
}

#[test]
fn each_chart_is_well_formed_and_named() {
    for lang in Lang::ALL {
        for (name, _, charts) in all(Texts::new(*lang)) {
            for chart in charts {
                expect_image(name, &chart.svg().unwrap());
            }
        }
    }
    insta::assert_snapshot!(corps::chart(DA, &corps_of_seed_004()).svg().unwrap());
}

/// Strict: an image with a title, no style, nothing outside the drawing.
fn expect_image(name: &str, svg: &str) {
    let document = roxmltree::Document::parse(svg).unwrap_or_else(|error| panic!("{name}: {error}\n{svg}"));
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"), "{name}");
    let ids = root.attribute("aria-labelledby").unwrap().split(' ');
    for id in ids {
        let node = document.descendants().find(|node| node.attribute("id") == Some(id)).unwrap();
        assert!(node.text().is_some_and(|text| !text.trim().is_empty()), "{name}: {id}");
    }
    let height: f64 = root.attribute("viewBox").unwrap().rsplit(' ').next().unwrap().parse().unwrap();
    for node in document.descendants() {
        assert!(!node.has_attribute("style") && !node.has_attribute("fill"), "{name}");
        let number = |key| node.attribute(key).map_or(0.0, |text| text.parse::<f64>().unwrap());
        assert!(number("x") + number("width") <= 600.0 && number("x") >= -1.5, "{name}: {node:?}");
        assert!(number("y") <= height && number("y") >= 0.0, "{name}: {node:?}");
    }
}

#[test]
fn a_chart_of_nothing_is_still_an_image() {
    let bar = crate::chart::Bar::new("<å> & \"b\"", f64::NAN, "–");
    let chart = Bars { rows: vec![bar], full: None, ..placements::chart(DA, &placements_of_seed_004()) };
    expect_image("not a number", &chart.svg().unwrap());
    let empty = count_placements(day("2022-05-31"), &[], []);
    expect_image("empty", &placements::chart(DA, &empty).svg().unwrap());
    expect_image("no goal", &GoalCurve::new(DA, "c", Vec::new()).svg(DA).unwrap());
}

fn goals() -> Vec<Series> {
    let score = |on: &str, tenths| (day(on), Score::from_tenths(tenths).unwrap());
    let series = |name: &str, points: Vec<(Day, Score)>| Series { name: name.to_owned(), points };
    vec![
        series(
            "Komme op om morgenen",
            vec![score("2022-03-01", 100), score("2022-01-03", 20), score("2022-02-01", 35)],
        ),
        series("Finde en fritidsinteresse", vec![score("2022-02-10", 0)]),
        series("Søge ind på HF", Vec::new()),
    ]
}

#[test]
fn a_curve_goes_through_what_was_measured_only() {
    let curve = GoalCurve::new(DA, "goals", goals());
    let svg = curve.svg(DA).unwrap();
    expect_image("goals", &svg);
    assert_eq!(svg.matches("<circle").count(), 4);
    assert_eq!(svg.matches("<polyline").count(), 1);
    assert!(svg.contains("Målet er ikke målt endnu"), "{svg}");
    insta::assert_snapshot!(svg);
    let one = GoalCurve::new(DA, "goal", goals().into_iter().skip(1).take(1).collect());
    expect_image("one score", &one.svg(DA).unwrap());
    assert_eq!(one.title, "Målinger af målet Finde en fritidsinteresse");
}

/// What an analyst gets: no number of a table or a chart is from 1 to 4, and what is hidden is said, in every form.
#[test]
fn a_guarded_figure_shows_its_marks_and_why() {
    let (placed, counted) = (placements_of_seed_004().guarded(5), courses_of_two_years().guarded(5));
    let kept = fidelity().guarded(5);
    for lang in Lang::ALL {
        let t = Texts::new(*lang);
        for (name, tables, chart) in [
            ("placements", placements::tables(t, &placed), placements::chart(t, &placed)),
            ("courses", courses::tables(t, &counted), courses::chart(t, &counted)),
            ("fidelity", fidelity::tables(t, &kept), fidelity::chart(t, &kept)),
        ] {
            let cells = || tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
            assert!(cells().any(|cell| cell.value == Value::Hidden && cell.link.is_none()), "{name}");
            let small = |cell: &Cell| matches!(cell.value, Value::Count(1..5));
            assert!(!cells().any(small), "{name}\n{}", text(t, &tables));
            let written = String::from_utf8(csv(&tables).unwrap()).unwrap();
            assert!(written.contains(";•") && written.contains(&t.small_numbers_note("•", 4)), "{name}: {written}");
            let html = HtmlTable::new(t, &tables[0], |_| None).to_string();
            assert!(html.contains(t.small_numbers_hidden()), "{name}");
            expect_image(name, &chart.svg().unwrap());
        }
    }
    insta::assert_snapshot!(text(DA, &placements::tables(DA, &placed)));
}
